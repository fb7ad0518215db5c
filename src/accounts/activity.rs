//! What happened to one's own account.

use super::{Accounts, Failure, SignedIn};
use crate::domain::{EventId, EventPage};
use crate::storage::events::{self, Of};

/// How many events a page shows.
const PAGE_SIZE: usize = 50;

impl Accounts {
    /// The last events, or the last ones before one, the newest first.
    pub async fn activity(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let id = signed_in.user.id;
        let page =
            self.0.storage.read(move |db| events::page(db, Of::Account(id), before, PAGE_SIZE)).await?;
        Ok(page.as_seen_by(id))
    }
}
