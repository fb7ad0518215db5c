//! A link in a mail: whether it is valid, and what following it leads to. Mail scanners prefetch links, so looking at
//! one has no effect.

use time::OffsetDateTime;

use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Accounts, Failure};
use crate::domain::{EmailAddress, Mail, MailKind, Token, TokenDigest, User, link_trouble};
use crate::storage::users::EmailError;
use crate::storage::{self, Reader, mail_tokens, users};

/// A valid link.
#[derive(Clone, Debug)]
pub struct LiveLink {
    pub kind: MailKind,
    /// The address that the mail was sent to.
    pub sent_to: EmailAddress,
}

#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The link is unknown, used, expired or superseded, or its subject has changed.
    #[error("the link is not valid")]
    InvalidLink,
    /// Another account has taken the address in the meantime.
    #[error("the address is registered")]
    EmailTaken,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(LinkError);

impl From<EmailError> for LinkError {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::EmailTaken => Self::EmailTaken,
            EmailError::Storage(error) => error.into(),
        }
    }
}

impl Accounts {
    /// The kind and the recipient of the mail with this link, if the link is valid. Also finds a link for a new password,
    /// which has its own form.
    pub async fn find_link(&self, token: &Token) -> Result<Option<LiveLink>, Failure> {
        let (digest, now) = (token.digest(), self.0.core.clock.now());
        let found = self.0.core.storage.read(move |db| find_live(db, &digest, now)).await?;
        Ok(found.map(|(mail, _)| LiveLink { kind: mail.kind, sent_to: mail.to }))
    }
}

/// The mail of a valid link, with the account that it is about; `None` for a pending sign-up.
pub(in crate::accounts) fn find_live(
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
