//! Everything that is held about a person, as one file of JSON.

use rocket::futures::{Stream, TryStreamExt};
use rocket::http::Status;
use rocket::{State, get, post};
use serde_json::{to_string, to_string_pretty};
use tracing::Span;

use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{Client, DeviceId, EventId, MailId, SessionId};
use crate::http::failure;
use crate::http::representations::UserSession;
use crate::web::page::{Confirmed, Download, ErrorPage, Page};
use crate::web::views::{ExportHead, ExportedDevice, ExportedEvent, ExportedMail};

#[get("/account/export")]
pub fn form(confirmed: Confirmed<'_>) -> Page<()> {
    confirmed.page("export/form.html", ())
}

#[post("/account/export")]
pub async fn submit(
    confirmed: Confirmed<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<Download<impl Stream<Item = std::io::Result<String>>>, ErrorPage> {
    let export = accounts.export(confirmed.0, &client).await?.ok_or(ErrorPage::of(Status::NotFound))?;
    let pieces = pieces(ExportHead::from(&export), accounts.inner().clone(), confirmed.0.clone());
    // The request ends with its body.
    let span = Span::current();
    let pieces =
        pieces.inspect_err(move |failure| failure::log(failure, &span)).map_err(std::io::Error::other);
    Ok(Download::new("account.json", pieces))
}

/// The lists, in their order.
#[derive(Clone, Copy)]
enum List {
    Sessions,
    Devices,
    Mails,
    Events,
}

/// Some items of a list, and before which the next ones are, if there are any.
type Items = (Option<String>, Option<i64>);

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

    async fn read(
        self,
        accounts: &Accounts,
        signed_in: &SignedIn,
        before: Option<i64>,
    ) -> Result<Items, Failure> {
        Ok(match self {
            Self::Sessions => {
                let page = accounts.exported_sessions(signed_in, before.map(SessionId)).await?;
                let sessions = page.sessions.into_iter().map(UserSession::from);
                (items(sessions, to_string_pretty)?, page.older.map(|id| id.0))
            }
            Self::Devices => {
                let page = accounts.exported_devices(signed_in, before.map(DeviceId)).await?;
                let devices = page.devices.iter().map(ExportedDevice::from);
                (items(devices, to_string_pretty)?, page.older.map(|id| id.0))
            }
            Self::Mails => {
                let page = accounts.exported_mails(signed_in, before.map(MailId)).await?;
                let mails = page.mails.iter().map(ExportedMail::from);
                (items(mails, to_string_pretty)?, page.older.map(|id| id.0))
            }
            Self::Events => {
                let page = accounts.exported_events(signed_in, before.map(EventId)).await?;
                let event = |event| ExportedEvent::new(event, signed_in.user.id);
                (items(page.events.into_iter().map(event), to_string)?, page.older.map(|id| id.0))
            }
        })
    }
}

fn unserialized(error: serde_json::Error) -> Failure {
    Failure::Unexpected(error.into())
}

/// The file up to its lists.
fn beginning(head: &ExportHead) -> Result<String, Failure> {
    let json = to_string_pretty(head).map_err(unserialized)?;
    let open = json.strip_suffix("\n}").ok_or_else(|| Failure::Unexpected("the head is no object".into()))?;
    Ok(open.to_owned())
}

/// None if there are none.
fn items<T>(
    items: impl Iterator<Item = T>,
    to_json: fn(&T) -> serde_json::Result<String>,
) -> Result<Option<String>, Failure> {
    let item = |item| Ok(format!("\n    {}", to_json(&item)?.replace('\n', "\n    ")));
    let items: Vec<String> = items.map(item).collect::<Result<_, _>>().map_err(unserialized)?;
    Ok((!items.is_empty()).then(|| items.join(",")))
}

/// The file. Each list follows page by page: a stranger's guesses may have made it long. Its last brace comes only when
/// everything was read and serialized.
fn pieces(
    head: ExportHead,
    accounts: Accounts,
    signed_in: SignedIn,
) -> impl Stream<Item = Result<String, Failure>> {
    rocket::async_stream::try_stream! {
        yield beginning(&head)?;
        for list in List::ALL {
            yield format!(",\n  \"{}\": [", list.name());
            let (mut before, mut separator) = (None, "");
            loop {
                let (items, older) = list.read(&accounts, &signed_in, before).await?;
                if let Some(items) = items {
                    yield format!("{separator}{items}");
                    separator = ",";
                }
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
