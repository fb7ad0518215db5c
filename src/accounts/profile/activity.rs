//! The events of a member's own account.

use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{EventId, EventPage, UserId};
use crate::storage::events::{self, Of};

/// How many events a page shows.
const PAGE_SIZE: usize = 50;

/// How many of them the account page shows.
const RECENT: usize = 5;

impl Accounts {
    /// A page of events about the account, the newest first, from before one on.
    pub async fn activity(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let owner = signed_in.user.id;
        self.history(owner, Of::Account(owner), before, PAGE_SIZE).await
    }

    /// The last events about the account, the newest first.
    pub async fn recent_activity(&self, signed_in: &SignedIn) -> Result<EventPage, Failure> {
        let owner = signed_in.user.id;
        self.history(owner, Of::Account(owner), None, RECENT).await
    }

    /// A page of events, redacted for the viewer.
    pub(super) async fn history(
        &self,
        viewer: UserId,
        of: Of,
        before: Option<EventId>,
        size: usize,
    ) -> Result<EventPage, Failure> {
        let page = self.0.core.storage.read(move |db| events::page(db, of, before, size)).await?;
        Ok(page.redacted_for(viewer))
    }
}
