//! What happened to one's own account.

use super::{Accounts, Failure, SignedIn};
use crate::domain::{EventId, EventPage};
use crate::storage::events;

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
        Ok(self.0.storage.read(move |db| events::about(db, id, before, PAGE_SIZE)).await?)
    }
}
