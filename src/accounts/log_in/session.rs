//! Sessions: opens one, and authenticates a request by one.

use time::{Duration, OffsetDateTime};

use super::stages::Authenticated;
use crate::accounts::settings::SessionLimits;
use crate::accounts::{Accounts, Failure};
use crate::domain::{EventKind, Session, SessionKind, SessionList, Token, User, UserId};
use crate::storage::events::{self, AuditContext};
use crate::storage::known_devices::{self, DeviceStatus};
use crate::storage::sessions::{self, NewSession, OpenedBy};
use crate::storage::{Error, Transaction, session_list};

/// The maximum number of sessions of a user in browsers, and in programs. Beyond it the oldest ones end, so that a
/// client that logs in again for each request does not fill the list.
const MAX_BROWSERS: i64 = 100;
pub(in crate::accounts) const MAX_PROGRAMS: i64 = 50;

/// How many sessions a list shows: as many as a user can have.
pub(in crate::accounts) const MAX_LISTED_SESSIONS: usize = (MAX_BROWSERS + MAX_PROGRAMS) as usize;

/// The maximum number of devices that an account knows. Beyond it the least recently used ones are deleted.
const MAX_DEVICES: i64 = 50;

/// The cookies that a browser sends.
#[derive(Clone, Default)]
pub struct Browser {
    /// The session that it has, live or not. It ends when another one is opened.
    pub session: Option<Token>,
    /// Its device tokens, of which one is ours: another site on the same host may have added some.
    pub devices: Vec<Token>,
}

/// A session that was just opened, with the data for the cookies.
#[derive(Clone, Debug)]
pub struct OpenedSession {
    pub token: Token,
    /// The token by which the account recognizes the browser at the next log-in.
    pub device: Token,
    /// Whether the browser keeps it when it is closed.
    pub is_persistent: bool,
}

/// A session that has gained rights, and with them a new token, so that a copy of the old one is worthless (OWASP ASVS
/// 5.0, 7.2.4).
#[derive(Clone, Debug)]
pub struct RenewedSession {
    pub token: Token,
    /// Whether the browser keeps it when it is closed.
    pub is_persistent: bool,
    /// How long it may still last.
    pub lasts: Duration,
}

/// The input for a session with a browser.
#[derive(Clone)]
pub(in crate::accounts) struct NewBrowserSession {
    token: Token,
    /// The browser's device token, if none that it has sent is known.
    fresh_device: Token,
    is_persistent: bool,
    browser: Browser,
}

impl NewBrowserSession {
    pub fn new(is_persistent: bool, browser: Browser) -> Result<Self, Failure> {
        Ok(Self { token: Token::generate()?, fresh_device: Token::generate()?, is_persistent, browser })
    }
}

/// The member who sends a request, proven by a live session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub user: User,
    pub session: Session,
}

impl Accounts {
    /// The session that a token opens, if it is live.
    pub async fn authenticate(&self, token: &Token) -> Result<Option<SignedIn>, Failure> {
        let digest = token.digest();
        let found = self.0.core.storage.read(move |db| sessions::find(db, OpenedBy::Cookie(&digest))).await?;
        let Some((session, user)) = found else { return Ok(None) };
        if !self.0.core.is_live(&session, &user) {
            return Ok(None);
        }
        self.0.core.record_use(&session).await;
        Ok(Some(SignedIn { user: self.0.core.shown(user), session }))
    }

    /// A new token for a session, with which the flow has to replace the old one.
    pub(in crate::accounts) fn renew_session(&self, session: &Session) -> Result<RenewedSession, Failure> {
        let end = session.created_at + self.0.core.settings.session_limits.absolute;
        Ok(RenewedSession {
            token: Token::generate()?,
            is_persistent: session.is_persistent,
            lasts: (end - self.0.core.clock.now()).max(Duration::ZERO),
        })
    }

    /// How long a persistent cookie lasts.
    pub fn absolute_session_limit(&self) -> Duration {
        self.0.core.settings.session_limits.absolute
    }

    /// The user's live sessions, the last used first.
    pub async fn sessions(&self, user_id: UserId) -> Result<SessionList, Failure> {
        let cutoff = self.0.core.session_cutoff();
        Ok(self
            .0
            .core
            .storage
            .read(move |db| session_list::of_user(db, user_id, cutoff, MAX_LISTED_SESSIONS))
            .await?)
    }
}

/// Opens a session, and ends the one that the same browser had and the user's expired ones. Also says whether the user
/// is known to use this browser.
pub(in crate::accounts) fn open(
    tx: &mut Transaction<'_>,
    authenticated: &Authenticated,
    new: NewBrowserSession,
    audit: &AuditContext,
    limits: SessionLimits,
) -> Result<(OpenedSession, DeviceStatus), Error> {
    let NewBrowserSession { token, fresh_device, is_persistent, browser } = new;
    let user_id = authenticated.user.id;
    if let Some(previous) = &browser.session
        && let Some((session, owner)) = sessions::find(tx, OpenedBy::Cookie(&previous.digest()))?
    {
        sessions::end(tx, owner.id, session.id)?;
        events::record(tx, audit, EventKind::SessionEnded, Some(owner.id))?;
    }
    sessions::delete_expired_of(tx, user_id, limits.cutoff(audit.at))?;
    let new = NewSession {
        user_id,
        token_digest: &token.digest(),
        refresh_digest: None,
        is_persistent,
        client: &audit.client,
        created_at: audit.at,
        authenticated_at: authenticated.at,
        methods: &authenticated.methods,
    };
    sessions::insert(tx, &new)?;
    sessions::keep_newest(tx, user_id, SessionKind::Browser, MAX_BROWSERS)?;
    let (device, status) = recognize(tx, user_id, browser.devices, fresh_device, audit.at)?;
    Ok((OpenedSession { token, device, is_persistent }, status))
}

/// Ignores a device token that the account does not know: another user of the browser may have left it, and kept a
/// copy.
fn recognize(
    tx: &mut Transaction<'_>,
    user_id: UserId,
    presented: Vec<Token>,
    fresh: Token,
    now: OffsetDateTime,
) -> Result<(Token, DeviceStatus), Error> {
    for token in presented {
        if known_devices::record_log_in(tx, user_id, &token.digest(), now)? {
            return Ok((token, DeviceStatus::Known));
        }
    }
    let status = known_devices::insert(tx, user_id, &fresh.digest(), now, MAX_DEVICES)?;
    Ok((fresh, status))
}
