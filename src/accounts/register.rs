//! The register of users, as administrators see it.

use super::{Accounts, Failure};
use crate::domain::{Event, EventPage, Mail, Session, User, UserId, UserPage, UserQuery};
use crate::storage::events::{self, Of};
use crate::storage::{Error, administrators, mail_list, sessions, user_list, users};

/// How many events a user's page shows.
const RECENT_EVENTS: usize = 50;

/// How many mails.
const RECENT_MAILS: i64 = 20;

/// One person, with what an administrator wants to know of them.
#[derive(Clone, Debug)]
pub struct UserDetails {
    pub user: User,
    pub sessions: Vec<Session>,
    /// The newest first.
    pub events: Vec<Event>,
    /// What was written to them; the newest first.
    pub mails: Vec<Mail>,
}

impl Accounts {
    /// One page of at most `size` people.
    pub async fn list_users(&self, query: UserQuery, size: usize) -> Result<UserPage, Failure> {
        Ok(self.0.storage.read(move |db| user_list::page(db, &query, size)).await?)
    }

    pub async fn user_details(&self, id: UserId) -> Result<Option<UserDetails>, Failure> {
        let cutoff = self.0.settings.session_limits.cutoff(self.0.clock.now());
        let read = move |db: &mut crate::storage::Reader<'_>| {
            let Some(user) = users::find(db, id)? else { return Ok(None) };
            let sessions = sessions::of_user(db, id, cutoff)?;
            let EventPage { events, .. } = events::page(db, Of::Account(id), None, RECENT_EVENTS)?;
            let mails = mail_list::of_user(db, id, RECENT_MAILS)?;
            Ok::<_, Error>(Some(UserDetails { user, sessions, events, mails }))
        };
        Ok(self.0.storage.read(read).await?)
    }

    pub async fn administrators(&self) -> Result<Vec<User>, Failure> {
        Ok(self.0.storage.read(administrators::all).await?)
    }
}
