//! Sessions: how one is opened, and whose request this is.

use time::{Duration, OffsetDateTime};

use super::program_tokens::MAX_PROGRAMS;
use super::{Accounts, Failure};
use crate::domain::{EventKind, Session, SessionList, Token, User, UserId};
use crate::storage::events::{self, Occasion};
use crate::storage::known_devices::{self, Recognized};
use crate::storage::sessions::{self, Cutoff, NewSession, OpenedBy, SessionKind};
use crate::storage::{Error, Transaction, session_list};

/// A person's sessions in browsers beyond so many are ended, the oldest first: they would fill the list.
const MAX_BROWSERS: i64 = 100;

/// So many sessions a list shows: as many as there can be.
pub(super) const LISTED: usize = (MAX_BROWSERS + MAX_PROGRAMS) as usize;

/// Beyond so many the browsers in which a person has not logged in for longest are forgotten.
const MOST_DEVICES: i64 = 50;

/// When a session ends by itself (NIST SP 800-63B-4, section 5.2).
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// After this long without use.
    pub idle: Duration,
    /// After this long, however much it is used.
    pub absolute: Duration,
}

impl SessionLimits {
    pub(super) fn cutoff(self, now: OffsetDateTime) -> Cutoff {
        Cutoff { created_at: now - self.absolute, last_used_at: now - self.idle }
    }

    fn allows(self, session: &Session, now: OffsetDateTime) -> bool {
        let Cutoff { created_at, last_used_at } = self.cutoff(now);
        session.created_at > created_at && session.last_used_at > last_used_at
    }

    /// How far the stored time of last use may lag behind, so that reading a page is rarely a write.
    fn lag(self) -> Duration {
        Duration::minutes(5).min(self.idle / 20)
    }
}

/// What a browser brings along.
#[derive(Clone, Default)]
pub struct Browser {
    /// The session that it has, live or not. It ends when another one begins.
    pub session: Option<Token>,
    /// By which it is recognized after a log-in: by one of them, where another site has added some.
    pub devices: Vec<Token>,
}

/// A session that was just opened: what the cookies need.
#[derive(Clone, Debug)]
pub struct OpenedSession {
    pub token: Token,
    /// By this the browser is recognized the next time.
    pub device: Token,
    /// Whether the browser keeps it when it is closed.
    pub is_persistent: bool,
}

/// A session that has gained rights, and with them a new token: who has copied the old one is left with nothing (OWASP
/// ASVS 5.0, 7.2.4).
#[derive(Clone, Debug)]
pub struct RenewedSession {
    pub token: Token,
    /// Whether the browser keeps it when it is closed.
    pub is_persistent: bool,
    /// How long it still may last.
    pub lasts: Duration,
}

/// What opening a session with a browser takes.
#[derive(Clone)]
pub(super) struct NewBrowserSession {
    token: Token,
    /// What the browser is recognized by from now on, if it has not been before.
    fresh_device: Token,
    is_persistent: bool,
    browser: Browser,
}

impl NewBrowserSession {
    pub fn new(is_persistent: bool, browser: Browser) -> Result<Self, Failure> {
        Ok(Self { token: Token::generate()?, fresh_device: Token::generate()?, is_persistent, browser })
    }
}

/// Who is asking, proven by a live session of an account that is not disabled.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub user: User,
    pub session: Session,
}

impl Accounts {
    /// Whose session a token opens, if it is live.
    pub async fn authenticate(&self, token: &Token) -> Result<Option<SignedIn>, Failure> {
        let digest = token.digest();
        let found = self.0.storage.read(move |db| sessions::find(db, OpenedBy::Cookie(&digest))).await?;
        let Some((session, user)) = found else { return Ok(None) };
        if !self.is_live(&session, &user) {
            return Ok(None);
        }
        self.record_use(&session).await;
        Ok(Some(SignedIn { user, session }))
    }

    /// Notes that a session was used, if that has not been noted for a while.
    pub(super) async fn record_use(&self, session: &Session) {
        let (id, now) = (session.id, self.0.clock.now());
        // A clock that was ahead has left a date in the future.
        if (now - session.last_used_at).abs() <= self.0.settings.session_limits.lag() {
            return;
        }
        let recorded = self.0.storage.write(move |tx| sessions::record_use(tx, id, now)).await;
        // A full disk keeps nobody from reading.
        if let Err(error) = recorded {
            tracing::warn!("the use of a session could not be recorded: {error}");
        }
    }

    /// A new token for a session, which its flow has to put in the place of the old one.
    pub(super) fn renew_session(&self, session: &Session) -> Result<RenewedSession, Failure> {
        let end = session.created_at + self.0.settings.session_limits.absolute;
        Ok(RenewedSession {
            token: Token::generate()?,
            is_persistent: session.is_persistent,
            lasts: (end - self.0.clock.now()).max(Duration::ZERO),
        })
    }

    /// Whether the session has not ended by itself, and its owner may be logged in.
    pub(super) fn is_live(&self, session: &Session, user: &User) -> bool {
        let now = self.0.clock.now();
        !user.is_disabled()
            && !user.is_closed()
            && !self.0.settings.verification.keeps_out(user, now)
            && self.0.settings.session_limits.allows(session, now)
    }

    /// How long a persistent cookie lasts.
    pub fn absolute_session_limit(&self) -> Duration {
        self.0.settings.session_limits.absolute
    }

    /// The person's live sessions, the last used first.
    pub async fn sessions(&self, user_id: UserId) -> Result<SessionList, Failure> {
        let cutoff = self.0.settings.session_limits.cutoff(self.0.clock.now());
        Ok(self.0.storage.read(move |db| session_list::of_user(db, user_id, cutoff, LISTED)).await?)
    }
}

/// Opens a session, ends the one that the same browser had, and forgets the person's old ones. Says how the browser was
/// met, too.
pub(super) fn open(
    tx: &mut Transaction<'_>,
    user_id: UserId,
    new: NewBrowserSession,
    occasion: &Occasion,
    limits: SessionLimits,
) -> Result<(OpenedSession, Recognized), Error> {
    let NewBrowserSession { token, fresh_device, is_persistent, browser } = new;
    if let Some(previous) = &browser.session
        && let Some((session, owner)) = sessions::find(tx, OpenedBy::Cookie(&previous.digest()))?
    {
        sessions::end(tx, owner.id, session.id)?;
        events::record(tx, occasion, EventKind::SessionEnded, Some(owner.id))?;
    }
    sessions::prune(tx, user_id, limits.cutoff(occasion.at))?;
    let new = NewSession {
        user_id,
        token_digest: &token.digest(),
        refresh_digest: None,
        is_persistent,
        client: &occasion.client,
        created_at: occasion.at,
    };
    sessions::insert(tx, &new)?;
    sessions::keep_newest(tx, user_id, SessionKind::Browser, MAX_BROWSERS)?;
    let (device, recognized) = recognize(tx, user_id, browser.devices, fresh_device, occasion.at)?;
    Ok((OpenedSession { token, device, is_persistent }, recognized))
}

/// A token that is not known for this person is none that they are recognized by: somebody else may have left it here, and
/// kept a copy.
fn recognize(
    tx: &mut Transaction<'_>,
    user_id: UserId,
    presented: Vec<Token>,
    fresh: Token,
    now: OffsetDateTime,
) -> Result<(Token, Recognized), Error> {
    for token in presented {
        if known_devices::record_log_in(tx, user_id, &token.digest(), now)? {
            return Ok((token, Recognized::Known));
        }
    }
    let recognized = known_devices::insert(tx, user_id, &fresh.digest(), now, MOST_DEVICES)?;
    Ok((fresh, recognized))
}
