//! What strangers were refused at the door, as administrators see it.

use rocket::{State, get, uri};
use serde::Serialize;

use crate::accounts::Accounts;
use crate::domain::{EventId, EventPage};
use crate::locale::Message;
use crate::web::page::{Administrator, ErrorPage, Page};
use crate::web::views::EventView;

#[derive(Serialize)]
pub struct View {
    events: Vec<EventView>,
    older_url: Option<String>,
    /// This is not the beginning.
    is_older: bool,
    /// How many of this hour were not recorded.
    left_out: u64,
}

#[get("/admin/refusals?<before>")]
pub async fn list(
    before: Option<i64>,
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let EventPage { events, older } = accounts.refusals().list(before.map(EventId)).await?;
    let view = View {
        older_url: older.map(|id| uri!(list(before = Some(id.0))).to_string()),
        events: events
            .into_iter()
            .map(|event| EventView::new(Message::new("actor-unknown"), event))
            .collect(),
        is_older: before.is_some(),
        left_out: accounts.refusals().left_out(),
    };
    Ok(administrator.page("admin/refusals.html", view))
}
