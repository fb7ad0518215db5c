//! Somebody who comes in: whether the owner has to hear of it.

use time::Duration;

use crate::domain::{MailKind, User};
use crate::storage::events::Occasion;
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction};

/// How often somebody is told in a day that there was a log-in where nobody has logged in before.
const MOST_NEW_DEVICES_A_DAY: i64 = 20;

/// Somebody who is about to be logged in.
pub(super) struct Arrival {
    /// As they were before.
    pub user: User,
    pub is_known_network: bool,
    /// The account was closed, and is open again.
    pub has_reopened: bool,
}

impl Arrival {
    /// Writes to the owner where nobody has logged in before, but for the first time of all.
    pub fn tell_owner_if_new(
        &self,
        tx: &mut Transaction<'_>,
        is_known: bool,
        occasion: &Occasion,
    ) -> Result<(), storage::Error> {
        if is_known || self.user.last_log_in_at.is_none() {
            return Ok(());
        }
        // Whoever logs in again and again without keeping a cookie has been told of.
        let lately = occasion.at - Duration::days(1);
        if mails::count(tx, self.user.id, MailKind::NewDevice, lately)? >= MOST_NEW_DEVICES_A_DAY {
            return Ok(());
        }
        mails::enqueue(tx, &NewMail::to_owner(MailKind::NewDevice, &self.user), occasion)
    }
}
