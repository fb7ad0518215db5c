//! Everything that is held about a person, as one file of JSON.

use rocket::http::{ContentType, Header, Status};
use rocket::response::stream::TextStream;
use rocket::{Responder, State, get, post};
use serde::Serialize;
use time::OffsetDateTime;

use super::errors::ErrorPage;
use super::page::Page;
use super::visitor::Confirmed;
use crate::accounts::{Accounts, Export, SignedIn};
use crate::http::failure;
use crate::http::records::{User, UserEvent, UserSession};

/// What stands before the events.
#[derive(Serialize)]
struct Head {
    #[serde(with = "time::serde::rfc3339")]
    exported_at: OffsetDateTime,
    account: User,
    sessions: Vec<UserSession>,
}

#[derive(Responder)]
pub struct Download<S> {
    text: TextStream<S>,
    content_type: ContentType,
    disposition: Header<'static>,
}

#[get("/account/export")]
pub fn form(_confirmed: Confirmed<'_>) -> Page<()> {
    Page::new("export/form.html", ())
}

#[post("/account/export")]
pub async fn submit(
    confirmed: Confirmed<'_>,
    accounts: &State<Accounts>,
) -> Result<Download<impl rocket::futures::Stream<Item = String>>, ErrorPage> {
    let export = accounts.export(confirmed.0).await?.ok_or(ErrorPage::of(Status::NotFound))?;
    let head = serde_json::to_string_pretty(&Head::from(&export))
        .map_err(|_| ErrorPage::of(Status::InternalServerError))?;
    Ok(Download {
        text: TextStream(written(head, accounts.inner().clone(), confirmed.0.clone())),
        content_type: ContentType::JSON,
        disposition: Header::new("Content-Disposition", "attachment; filename=\"account.json\""),
    })
}

/// The events follow page by page: somebody else's guesses may have made them many.
fn written(
    head: String,
    accounts: Accounts,
    signed_in: SignedIn,
) -> impl rocket::futures::Stream<Item = String> {
    rocket::async_stream::stream! {
        let open = head.strip_suffix("\n}").unwrap_or(&head);
        yield format!("{open},\n  \"events\": [");
        let (mut before, mut separator) = (None, "");
        loop {
            let page = match accounts.exported_events(&signed_in, before).await {
                Ok(page) => page,
                Err(error) => {
                    // The file has no end then, and so is no JSON: nobody takes it for the whole.
                    failure::log(&error);
                    return;
                }
            };
            before = page.events.last().map(|event| event.id);
            for event in page.events {
                let event = serde_json::to_string(&UserEvent::from(event)).unwrap_or_default();
                yield format!("{separator}\n    {event}");
                separator = ",";
            }
            if !page.has_older || before.is_none() {
                break;
            }
        }
        yield "\n  ]\n}\n".to_owned();
    }
}

impl From<&Export> for Head {
    fn from(export: &Export) -> Self {
        Self {
            exported_at: export.exported_at,
            account: User::from(&export.user),
            sessions: export.sessions.iter().cloned().map(UserSession::from).collect(),
        }
    }
}
