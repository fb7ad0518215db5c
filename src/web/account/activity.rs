//! What happened to one's own account, in words.

use rocket::{State, get, uri};
use serde::Serialize;

use crate::accounts::Accounts;
use crate::domain::{Actor, Event, EventId, EventPage};
use crate::locale::Message;
use crate::web::page::{ErrorPage, Member, Page};
use crate::web::views::EventView;

#[derive(Serialize)]
pub struct View {
    events: Vec<EventView>,
    older_url: Option<String>,
    /// This is not the beginning.
    is_older: bool,
}

#[get("/account/activity?<before>")]
pub async fn show(
    before: Option<i64>,
    member: Member<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    // No event has such a number, so it is no place either.
    let before = before.filter(|id| *id > 0).map(EventId);
    let EventPage { events, older } = accounts.activity(member.0, before).await?;
    let view = View {
        older_url: older.map(|id| uri!(show(before = Some(id.0))).to_string()),
        events: events.into_iter().map(|event| EventView::new(by(&event), event)).collect(),
        is_older: before.is_some(),
    };
    Ok(member.page("account/activity.html", view))
}

/// To its owner an account's history says what others are, and not who.
pub(super) fn by(event: &Event) -> Message {
    Message::new(match event.actor {
        Actor::User(_) => "actor-you",
        Actor::CommandLine => "actor-command-line",
        Actor::Unknown if event.kind.is_administrative() => "actor-administrator",
        Actor::Unknown => "actor-unknown",
    })
}
