//! Following the link of a mail: looking at it changes nothing, for programs that look for evil in mail follow links, too.

use time::OffsetDateTime;

use super::{Accounts, Failure, change_email, lock, private_sign_up, verify_email};
use crate::domain::{Actor, Client, EmailAddress, Mail, MailKind, Token, TokenDigest, User, link_trouble};
use crate::storage::events::Occasion;
use crate::storage::users::EmailError;
use crate::storage::{self, Reader, mail_tokens, users};

/// A link that still opens something.
#[derive(Clone, Debug)]
pub struct LiveLink {
    pub kind: MailKind,
    /// Where the mail went.
    pub sent_to: EmailAddress,
}

/// What following a link did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    EmailVerified,
    SignedUp,
    EmailChanged,
    EmailChangeUndone,
    Unlocked,
}

#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// It is unknown, used or old, a newer one has taken its place, or what it is about has changed.
    #[error("the link is dead")]
    Dead,
    /// Meanwhile somebody else has an account with the address.
    #[error("the address is registered")]
    EmailTaken,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// What the link that carries this token is for. One for a new password is told, too; it has a form of its own.
    pub async fn find_link(&self, token: &Token) -> Result<Option<LiveLink>, Failure> {
        let (digest, now) = (token.digest(), self.0.clock.now());
        let found = self.0.storage.read(move |db| live(db, &digest, now)).await?;
        Ok(found.map(|(mail, _)| LiveLink { kind: mail.kind, sent_to: mail.to }))
    }

    /// Does what the link is for, once.
    pub async fn follow_link(&self, token: &Token, client: &Client) -> Result<Followed, LinkError> {
        self.0.throttle.check_client(client)?;
        let digest = token.digest();
        let occasion = self.occasion(Actor::Unknown, client);
        self.0
            .storage
            .write(move |tx| {
                let (mail, user) = live(tx, &digest, occasion.at)?.ok_or(LinkError::Dead)?;
                if !mail_tokens::spend(tx, mail.id)? {
                    return Err(LinkError::Dead);
                }
                let actor = user.as_ref().map_or(Actor::Unknown, Actor::from);
                let occasion = Occasion { actor, ..occasion };
                match (mail.kind, &user) {
                    (MailKind::SignUpConfirmation, _) => private_sign_up::confirm(tx, &mail, occasion),
                    (MailKind::EmailVerification, Some(user)) => verify_email::confirm(tx, user, &occasion),
                    (MailKind::EmailChange, Some(user)) => change_email::confirm(tx, user, &mail, &occasion),
                    (MailKind::EmailChanged, Some(user)) => change_email::undo(tx, user, &mail, &occasion),
                    (MailKind::AccountLocked, Some(user)) => lock::by_link(tx, user, &occasion),
                    _ => Err(LinkError::Dead),
                }
            })
            .await
    }
}

/// The mail of a link that still opens something, and whose account it is about; none of a sign-up that is pending.
pub(super) fn live(
    db: &mut Reader<'_>,
    digest: &TokenDigest,
    now: OffsetDateTime,
) -> Result<Option<(Mail, Option<User>)>, storage::Error> {
    let Some((mail, made_at)) = mail_tokens::find(db, digest)? else { return Ok(None) };
    let user = match mail.user {
        Some(id) => users::find(db, id)?,
        None => None,
    };
    let is_live = link_trouble(&mail, user.as_ref(), made_at, now).is_none();
    Ok(is_live.then_some((mail, user)))
}

impl From<storage::Error> for LinkError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<EmailError> for LinkError {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::EmailTaken => Self::EmailTaken,
            EmailError::Storage(error) => error.into(),
        }
    }
}
