//! The list of users, and one user with their history.

use crate::accounts::log_in::MAX_LISTED_SESSIONS;
use crate::accounts::{Accounts, Failure};
use crate::domain::{EventId, EventPage, MailPage, SessionList, User, UserId, UserPage, UserQuery};
use crate::storage::events::{self, Of};
use crate::storage::{Error, Reader, administrators, mail_list, session_list, user_list, users};

/// How many events a user's page shows.
const RECENT_EVENTS: usize = 50;

/// How many mails a user's page shows.
const RECENT_MAILS: usize = 20;

/// How many administrators are read at once.
const ADMINISTRATORS_AT_ONCE: i64 = 500;

/// One user, with the data that administrators see.
#[derive(Clone, Debug)]
pub struct UserDetails {
    pub user: User,
    pub sessions: SessionList,
    /// The newest first.
    pub events: EventPage,
    /// The mails to the user, the newest first.
    pub mails: MailPage,
}

impl Accounts {
    /// One page of at most `size` users.
    pub async fn list_users(&self, query: UserQuery, size: usize) -> Result<UserPage, Failure> {
        let mut page = self.0.core.storage.read(move |db| user_list::page(db, &query, size)).await?;
        page.users = page.users.into_iter().map(|user| self.0.core.shown(user)).collect();
        Ok(page)
    }

    /// One user, with a page of events from before one on.
    pub async fn user_details(
        &self,
        id: UserId,
        before: Option<EventId>,
    ) -> Result<Option<UserDetails>, Failure> {
        let cutoff = self.0.core.session_cutoff();
        let read = move |db: &mut Reader<'_>| {
            let Some(user) = users::find(db, id)? else { return Ok(None) };
            let sessions = session_list::of_user(db, id, cutoff, MAX_LISTED_SESSIONS)?;
            let events = events::page(db, Of::Account(id), before, RECENT_EVENTS)?;
            let mails = mail_list::of_user(db, id, None, RECENT_MAILS)?;
            Ok::<_, Error>(Some(UserDetails { user, sessions, events, mails }))
        };
        let details = self.0.core.storage.read(read).await?;
        Ok(details.map(|details| UserDetails { user: self.0.core.shown(details.user), ..details }))
    }

    pub async fn find_user(&self, id: UserId) -> Result<Option<User>, Failure> {
        let user = self.0.core.storage.read(move |db| users::find(db, id)).await?;
        Ok(user.map(|user| self.0.core.shown(user)))
    }

    /// A page of administrators in the order of signing up, from after one on; empty after the last.
    pub async fn administrators(&self, after: Option<UserId>) -> Result<Vec<User>, Failure> {
        let after = after.unwrap_or(UserId::NONE);
        let read = move |db: &mut Reader<'_>| administrators::after(db, after, ADMINISTRATORS_AT_ONCE);
        Ok(self.0.core.storage.read(read).await?)
    }
}
