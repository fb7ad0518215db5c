//! What happened to one's own account, in words.

use rocket::{State, get, uri};
use serde::Serialize;

use super::errors::ErrorPage;
use super::event::EventView;
use super::messages;
use super::page::Page;
use super::visitor::Member;
use crate::accounts::Accounts;
use crate::domain::{Actor, Event, EventId, EventPage, UserId};

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
    let EventPage { events, has_older } = accounts.activity(member.0, before.map(EventId)).await?;
    let oldest = events.last().filter(|_| has_older).map(|event| event.id.0);
    let owner = member.0.user.id;
    let view = View {
        older_url: oldest.map(|id| uri!(show(before = Some(id))).to_string()),
        events: events.into_iter().map(|event| EventView::new(by(&event, owner), event)).collect(),
        is_older: before.is_some(),
    };
    Ok(Page::new("account/activity.html", view))
}

/// To its owner an account's history says what others are, and not who.
fn by(event: &Event, owner: UserId) -> String {
    let words = match event.actor {
        Actor::User(id) if id == owner => messages::YOU,
        Actor::User(_) => messages::AN_ADMINISTRATOR,
        Actor::CommandLine => messages::COMMAND_LINE,
        Actor::Unknown => messages::UNKNOWN_ACTOR,
    };
    words.to_owned()
}
