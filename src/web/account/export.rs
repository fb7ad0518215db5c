//! Everything that is held about a person, as one file of JSON.

use rocket::http::{ContentType, Header, Status};
use rocket::response::stream::TextStream;
use rocket::{Responder, State, get, post};
use serde::Serialize;
use time::OffsetDateTime;

use crate::accounts::{Accounts, Export, Failure, SignedIn};
use crate::domain::{
    Client, DeviceId, Event, EventId, KnownDevice, Mail, MailId, MailState, SessionId, UserId,
};
use crate::http::failure;
use crate::http::records::{User, UserEvent, UserSession};
use crate::web::page::{Confirmed, ErrorPage, Page};

/// What stands before the lists.
#[derive(Serialize)]
struct Head {
    #[serde(with = "time::serde::rfc3339")]
    exported_at: OffsetDateTime,
    account: User,
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
pub fn form(confirmed: Confirmed<'_>) -> Page<()> {
    confirmed.page("export/form.html", ())
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

/// The lists, in their order.
#[derive(Clone, Copy)]
enum List {
    Sessions,
    Devices,
    Mails,
    Events,
}

impl List {
    const ALL: [Self; 4] = [Self::Sessions, Self::Devices, Self::Mails, Self::Events];

    fn name(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Devices => "devices",
            Self::Mails => "mails",
            Self::Events => "events",
        }
    }

    /// The items of a page, as JSON, and before which the next page is, if there is one.
    async fn page(
        self,
        accounts: &Accounts,
        signed_in: &SignedIn,
        before: Option<i64>,
    ) -> Result<(Vec<String>, Option<i64>), Failure> {
        Ok(match self {
            Self::Sessions => {
                let page = accounts.exported_sessions(signed_in, before.map(SessionId)).await?;
                let items = page.sessions.into_iter().map(|session| indented(&UserSession::from(session)));
                (items.collect(), page.older.map(|id| id.0))
            }
            Self::Devices => {
                let page = accounts.exported_devices(signed_in, before.map(DeviceId)).await?;
                let items = page.devices.iter().map(|device| indented(&ExportedDevice::from(device)));
                (items.collect(), page.older.map(|id| id.0))
            }
            Self::Mails => {
                let page = accounts.exported_mails(signed_in, before.map(MailId)).await?;
                let items = page.mails.iter().map(|mail| indented(&ExportedMail::from(mail)));
                (items.collect(), page.older.map(|id| id.0))
            }
            Self::Events => {
                let page = accounts.exported_events(signed_in, before.map(EventId)).await?;
                let owner = signed_in.user.id;
                let items = page.events.into_iter().map(|event| ExportedEvent::of(event, owner).to_json());
                (items.collect(), page.older.map(|id| id.0))
            }
        })
    }
}

fn indented(item: &impl Serialize) -> String {
    serde_json::to_string_pretty(item).unwrap_or_default().replace('\n', "\n    ")
}

/// Each list follows page by page: a stranger's guesses may have made it long.
fn written(
    head: String,
    accounts: Accounts,
    signed_in: SignedIn,
) -> impl rocket::futures::Stream<Item = String> {
    rocket::async_stream::stream! {
        yield head.strip_suffix("\n}").unwrap_or(&head).to_owned();
        for list in List::ALL {
            yield format!(",\n  \"{}\": [", list.name());
            let (mut before, mut separator) = (None, "");
            loop {
                let (items, older) = match list.page(&accounts, &signed_in, before).await {
                    Ok(page) => page,
                    Err(error) => {
                        // The file has no end then, and so is no JSON: no program takes it for the whole.
                        failure::log(&error);
                        return;
                    }
                };
                let mut text = String::new();
                for item in items {
                    text += &format!("{separator}\n    {item}");
                    separator = ",";
                }
                yield text;
                before = older;
                if before.is_none() {
                    break;
                }
            }
            yield "\n  ]".to_owned();
        }
        yield "\n}\n".to_owned();
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
        Self { exported_at: export.exported_at, account: User::from(&export.user) }
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
                MailState::Waiting { .. } | MailState::GivenUp { .. } | MailState::NotSent { .. } => None,
            },
            other_email: mail.other_email.clone(),
            address: mail.client.address.map(|address| address.to_string()),
            user_agent: mail.client.user_agent.clone(),
        }
    }
}
