//! An administrator added from the command line.

use super::new_account::{Needs, Terms, insert};
use crate::accounts::{Accounts, SignUpError};
use crate::domain::{Actor, Client, EventKind, Password};
use crate::storage::{administrators, events, set_up_tokens};

impl Accounts {
    /// Adds an administrator, without a session.
    pub async fn create_administrator(&self, email: &str, password: Password) -> Result<(), SignUpError> {
        let new =
            self.validate(email, password, Terms::NotRequired, Needs::Nothing).await?.with_admin_rights();
        let audit = self.0.core.audit(Actor::CommandLine, &Client::command_line());
        self.0
            .core
            .storage
            .write(move |tx| {
                let user = insert(tx, &new, &audit)?.id;
                // After the insertion, as where a set-up link is used: in the other order the two could deadlock.
                administrators::lock(tx)?;
                events::record(tx, &audit, EventKind::SignedUp, Some(user))?;
                events::record(tx, &audit, EventKind::AdminGranted, Some(user))?;
                set_up_tokens::delete_all(tx)?;
                Ok(())
            })
            .await
    }
}
