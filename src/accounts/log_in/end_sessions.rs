//! Ending one's other sessions: one of them, or all.

use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventKind, SessionId};
use crate::storage::{events, sessions};

impl Accounts {
    /// False if the person has no such session, or not any more.
    pub async fn end_session(
        &self,
        signed_in: &SignedIn,
        id: SessionId,
        client: &Client,
    ) -> Result<bool, Failure> {
        let user = signed_in.user.id;
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                let ended = sessions::end(tx, user, id)?;
                if ended {
                    events::record(tx, &occasion, EventKind::SessionEnded, Some(user))?;
                }
                Ok(ended)
            })
            .await
    }

    /// Ends all but the one that is asking.
    pub async fn end_other_sessions(&self, signed_in: &SignedIn, client: &Client) -> Result<(), Failure> {
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                if sessions::end_all(tx, user, Some(session))? > 0 {
                    events::record(tx, &occasion, EventKind::SessionsEnded, Some(user))?;
                }
                Ok(())
            })
            .await
    }
}
