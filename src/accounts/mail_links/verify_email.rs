//! Showing that an address is one's own, by a link that was sent there.

use time::{Duration, OffsetDateTime};

use super::mail_link::{Followed, LinkError};
use super::throttle::MailCause;
use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventKind, MailKind, User};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{Transaction, users};

/// Whether somebody may be logged in who has not shown that the address is theirs.
#[derive(Clone, Copy, Debug)]
pub enum Verification {
    Optional,
    /// Only for so long after signing up.
    Required {
        grace: Duration,
    },
}

impl Verification {
    /// Administrators are let in: somebody with a hand on the machine has vouched for them.
    pub(super) fn keeps_out(self, user: &User, now: OffsetDateTime) -> bool {
        match self {
            Self::Optional => false,
            Self::Required { grace } => {
                !user.is_verified() && !user.is_admin && user.created_at + grace <= now
            }
        }
    }

    /// Whether a new account cannot be used before.
    pub(super) fn is_needed_at_once(self) -> bool {
        matches!(self, Self::Required { grace } if grace.is_zero())
    }
}

impl Accounts {
    /// Sends a new link; false if the address is verified already.
    pub async fn resend_verification(&self, signed_in: &SignedIn, client: &Client) -> Result<bool, Failure> {
        if signed_in.user.is_verified() {
            return Ok(false);
        }
        self.send_verification(&signed_in.user, client).await?;
        Ok(true)
    }

    pub(super) async fn send_verification(&self, user: &User, client: &Client) -> Result<(), Failure> {
        self.0.throttle.check_mail(MailCause::Verification, &user.email)?;
        let (user, occasion) = (user.clone(), self.occasion(user, client));
        let enqueue = move |tx: &mut Transaction<'_>| {
            mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailVerification, &user), &occasion)
        };
        Ok(self.0.storage.write(enqueue).await?)
    }
}

pub(super) fn confirm(
    tx: &mut Transaction<'_>,
    user: &User,
    occasion: &Occasion,
) -> Result<Followed, LinkError> {
    if users::set_verified(tx, user.id, &user.email, occasion.at)? {
        events::record(tx, occasion, EventKind::EmailVerified, Some(user.id))?;
    }
    Ok(Followed::EmailVerified)
}
