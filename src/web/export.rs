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
use crate::domain::{Client, Event, KnownDevice, Mail, MailState, UserId};
use crate::http::failure;
use crate::http::records::{User, UserEvent, UserSession};

/// What stands before the events.
#[derive(Serialize)]
struct Head {
    #[serde(with = "time::serde::rfc3339")]
    exported_at: OffsetDateTime,
    account: User,
    sessions: Vec<UserSession>,
    devices: Vec<ExportedDevice>,
    mails: Vec<ExportedMail>,
}

/// A browser in which they have logged in, by its cookie.
#[derive(Serialize)]
struct ExportedDevice {
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    last_used_at: OffsetDateTime,
}

/// What was written to them.
#[derive(Serialize)]
struct ExportedMail {
    kind: &'static str,
    to: String,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    sent_at: Option<OffsetDateTime>,
    /// The new address, where the old one is told.
    other_email: Option<String>,
    /// Who caused it.
    address: Option<String>,
    user_agent: Option<String>,
}

/// What happened to the account, or what its owner did to another.
#[derive(Serialize)]
struct ExportedEvent {
    own_account: bool,
    #[serde(flatten)]
    event: UserEvent,
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
    client: Client,
    accounts: &State<Accounts>,
) -> Result<Download<impl rocket::futures::Stream<Item = String>>, ErrorPage> {
    let export = accounts.export(confirmed.0, &client).await?.ok_or(ErrorPage::of(Status::NotFound))?;
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
    let owner = signed_in.user.id;
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
            let mut text = String::new();
            for event in page.events {
                text += &format!("{separator}\n    {}", ExportedEvent::of(event, owner).to_json());
                separator = ",";
            }
            yield text;
            before = page.older;
            if before.is_none() {
                break;
            }
        }
        yield "\n  ]\n}\n".to_owned();
    }
}

impl ExportedEvent {
    fn of(event: Event, owner: UserId) -> Self {
        Self { own_account: event.subject == Some(owner), event: UserEvent::from(event) }
    }

    fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<&Export> for Head {
    fn from(export: &Export) -> Self {
        Self {
            exported_at: export.exported_at,
            account: User::from(&export.user),
            sessions: export.sessions.iter().cloned().map(UserSession::from).collect(),
            devices: export.devices.iter().map(ExportedDevice::from).collect(),
            mails: export.mails.iter().map(ExportedMail::from).collect(),
        }
    }
}

impl From<&KnownDevice> for ExportedDevice {
    fn from(device: &KnownDevice) -> Self {
        Self { created_at: device.created_at, last_used_at: device.last_used_at }
    }
}

impl From<&Mail> for ExportedMail {
    fn from(mail: &Mail) -> Self {
        Self {
            kind: mail.kind.code(),
            to: mail.to.as_typed().to_owned(),
            created_at: mail.created_at,
            sent_at: match mail.state {
                MailState::Sent { at } => Some(at),
                MailState::Waiting { .. } | MailState::GivenUp { .. } => None,
            },
            other_email: mail.other_email.clone(),
            address: mail.client.address.map(|address| address.to_string()),
            user_agent: mail.client.user_agent.clone(),
        }
    }
}
