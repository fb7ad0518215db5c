//! A user, and the sessions in which they are logged in.

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::OffsetDateTime;

use super::coded::coded;
use super::{AuthenticationMethods, EmailAddress, Language, PersonName};

/// 1, 2, 3 … in the order of sign-up; on PostgreSQL with a gap for each sign-up that lost a race.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(pub i64);

impl UserId {
    /// The id of no account: both databases count from 1.
    pub const NONE: Self = Self(0);
}

/// What the users table holds about a user, except the password hash.
#[derive(Clone, Debug)]
pub struct User {
    pub id: UserId,
    pub email: EmailAddress,
    pub is_admin: bool,
    pub created_at: OffsetDateTime,
    pub last_log_in_at: Option<OffsetDateTime>,
    /// When the account was disabled, if it is.
    pub disabled_at: Option<OffsetDateTime>,
    /// When its owner closed the account, which is deleted some days later.
    pub closed_at: Option<OffsetDateTime>,
    /// When the owner confirmed the address, with a link that was sent there.
    pub email_verified_at: Option<OffsetDateTime>,
    /// When too many wrong passwords locked the account: its owner can log in only from known browsers.
    pub locked_at: Option<OffsetDateTime>,
    /// The language that its owner reads; `None` for that of the site.
    pub language: Option<Language>,
    /// When the owner accepted the terms, if signing up required that.
    pub terms_accepted_at: Option<OffsetDateTime>,
    /// What the owner wants to be called, if they said so.
    pub name: Option<PersonName>,
}

/// The one state in which pages show an account: what matters most for logging in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum AccountState {
    /// Even if its owner has closed it as well: it is not deleted.
    Disabled,
    Closed,
    Locked,
    /// Its owner has not confirmed the address.
    Unconfirmed,
    Active,
}

impl AccountState {
    pub fn code(self) -> &'static str {
        self.into()
    }
}

impl User {
    pub fn state(&self) -> AccountState {
        match self {
            _ if self.is_disabled() => AccountState::Disabled,
            _ if self.is_closed() => AccountState::Closed,
            _ if self.is_locked() => AccountState::Locked,
            _ if !self.is_verified() => AccountState::Unconfirmed,
            _ => AccountState::Active,
        }
    }

    /// For the monogram: of the name or, without one, of the address.
    pub fn initial(&self) -> String {
        self.name.as_ref().map_or_else(|| self.email.initial(), PersonName::initial)
    }

    pub fn is_disabled(&self) -> bool {
        self.disabled_at.is_some()
    }

    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    pub fn is_locked(&self) -> bool {
        self.locked_at.is_some()
    }

    pub fn is_verified(&self) -> bool {
        self.email_verified_at.is_some()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionId(pub i64);

/// How the client of a session authenticates its requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum SessionKind {
    /// A cookie.
    Browser,
    /// Tokens.
    Program,
}

coded!(SessionKind);

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub user_id: UserId,
    pub kind: SessionKind,
    /// Whether the browser keeps the cookie when it is closed.
    pub is_persistent: bool,
    pub created_at: OffsetDateTime,
    /// How its owner has last proven who they are, at the log-in or in a step-up, and when.
    pub methods: AuthenticationMethods,
    pub authenticated_at: OffsetDateTime,
    /// Accurate to a few minutes, so that reading a page does not cause a write.
    pub last_used_at: OffsetDateTime,
    pub address: Option<String>,
    pub user_agent: Option<String>,
}

impl Session {
    pub fn is_program(&self) -> bool {
        self.kind == SessionKind::Program
    }
}

/// A user's sessions, the last used first, as many as a page shows.
#[derive(Clone, Debug)]
pub struct SessionList {
    pub sessions: Vec<Session>,
    pub has_more: bool,
}

/// Some of a user's sessions, the newest first.
#[derive(Clone, Debug)]
pub struct SessionPage {
    pub sessions: Vec<Session>,
    /// Older sessions come before this one; `None` if there are none.
    pub older: Option<SessionId>,
}

/// Later devices have greater ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceId(pub i64);

/// Some of a user's devices, the newest first.
#[derive(Clone, Debug)]
pub struct DevicePage {
    pub devices: Vec<KnownDevice>,
    /// Older devices come before this one; `None` if there are none.
    pub older: Option<DeviceId>,
}

/// A browser in which the owner of the account has logged in before.
#[derive(Clone, Debug)]
pub struct KnownDevice {
    pub id: DeviceId,
    pub created_at: OffsetDateTime,
    pub last_used_at: OffsetDateTime,
}

#[cfg(test)]
impl User {
    /// A user about whom nothing is known but the address.
    pub fn sample(id: i64, address: &str) -> Self {
        Self {
            id: UserId(id),
            email: EmailAddress::parse(address).expect("an address"),
            is_admin: false,
            created_at: OffsetDateTime::UNIX_EPOCH,
            last_log_in_at: None,
            disabled_at: None,
            closed_at: None,
            email_verified_at: None,
            locked_at: None,
            language: None,
            terms_accepted_at: None,
            name: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_date_says_one_thing() {
        let plain = User::sample(1, "alice@example.com");
        let states =
            |user: &User| [user.is_disabled(), user.is_closed(), user.is_verified(), user.is_locked()];
        assert_eq!(states(&plain), [false; 4]);
        let now = Some(OffsetDateTime::UNIX_EPOCH);
        for (user, expected) in [
            (User { disabled_at: now, ..plain.clone() }, [true, false, false, false]),
            (User { closed_at: now, ..plain.clone() }, [false, true, false, false]),
            (User { email_verified_at: now, ..plain.clone() }, [false, false, true, false]),
            (User { locked_at: now, ..plain.clone() }, [false, false, false, true]),
        ] {
            assert_eq!(states(&user), expected);
        }
    }

    #[test]
    fn of_several_states_the_one_that_matters_most_is_shown() {
        let now = Some(OffsetDateTime::UNIX_EPOCH);
        let mut user = User::sample(1, "alice@example.com");
        assert_eq!(user.state(), AccountState::Unconfirmed);
        user.email_verified_at = now;
        assert_eq!(user.state(), AccountState::Active);
        user.locked_at = now;
        assert_eq!(user.state(), AccountState::Locked);
        user.closed_at = now;
        assert_eq!(user.state(), AccountState::Closed);
        user.disabled_at = now;
        assert_eq!(user.state(), AccountState::Disabled);
    }

    #[test]
    fn a_session_is_a_programs_or_a_browsers() {
        for (kind, expected) in [(SessionKind::Program, true), (SessionKind::Browser, false)] {
            let session = Session {
                id: SessionId(1),
                user_id: UserId(1),
                kind,
                is_persistent: true,
                created_at: OffsetDateTime::UNIX_EPOCH,
                methods: AuthenticationMethods::PASSWORD,
                authenticated_at: OffsetDateTime::UNIX_EPOCH,
                last_used_at: OffsetDateTime::UNIX_EPOCH,
                address: None,
                user_agent: None,
            };
            assert_eq!(session.is_program(), expected, "{kind:?}");
        }
    }
}
