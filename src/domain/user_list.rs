//! What an administrator asks of the register: search, filters, order, and a place in it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use time::OffsetDateTime;

use super::{User, UserId, fold};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateFilter {
    #[default]
    All,
    Active,
    Disabled,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoleFilter {
    #[default]
    All,
    Admin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    Email,
    SignedUp,
}

/// The order of the list; the newest first unless asked otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub key: SortKey,
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::SignedUp, descending: true }
    }
}

/// A row's place in the order: the page after it, or before it, is what follows in that direction.
/// It holds the sort key itself, so it stays true when its row is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    Email { key: String },
    SignedUp { at: OffsetDateTime, id: UserId },
}

impl Cursor {
    pub fn of(user: &User, key: SortKey) -> Self {
        match key {
            SortKey::Email => Self::Email { key: user.email.key().to_owned() },
            SortKey::SignedUp => Self::SignedUp { at: user.created_at, id: user.id },
        }
    }

    /// As it stands in a link: opaque to whoever reads it.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(match self {
            Self::Email { key } => format!("e{key}"),
            Self::SignedUp { at, id } => format!("s{}.{}", at.unix_timestamp_nanos(), id.0),
        })
    }

    /// Reads one out of a link; one that was made for another order is none.
    pub fn decode(text: &str, sort_key: SortKey) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        match sort_key {
            SortKey::Email => {
                let key = text.strip_prefix('e')?;
                (!key.contains('\0')).then(|| Self::Email { key: key.to_owned() })
            }
            SortKey::SignedUp => {
                let (at, id) = text.strip_prefix('s')?.split_once('.')?;
                let at = OffsetDateTime::from_unix_timestamp_nanos(at.parse().ok()?).ok()?;
                Some(Self::SignedUp { at, id: UserId(id.parse().ok()?) })
            }
        }
    }
}

/// Which way to read from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    After,
    Before,
}

/// The whole question.
#[derive(Clone, Debug, Default)]
pub struct UserQuery {
    /// Part of an address, as typed; empty for everybody.
    pub search: String,
    pub state: StateFilter,
    pub role: RoleFilter,
    pub sort: Sort,
    pub from: Option<(Direction, Cursor)>,
}

impl UserQuery {
    /// The search text in the form of [`EmailAddress::search_text`](super::EmailAddress::search_text).
    pub fn folded_search(&self) -> String {
        fold(self.search.trim())
    }
}

/// One page of the answer, in the order that was asked for.
#[derive(Clone, Debug)]
pub struct UserPage {
    pub users: Vec<User>,
    /// How many match, on all pages together.
    pub count: i64,
    pub has_next: bool,
    pub has_previous: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text_only_in_its_own_order() {
        let at = OffsetDateTime::from_unix_timestamp_nanos(1_700_000_000_123_456_000).expect("a time");
        let by_time = Cursor::SignedUp { at, id: UserId(7) };
        let by_email = Cursor::Email { key: "zoë@example.com".into() };
        assert_eq!(Cursor::decode(&by_time.encode(), SortKey::SignedUp), Some(by_time.clone()));
        assert_eq!(Cursor::decode(&by_email.encode(), SortKey::Email), Some(by_email.clone()));
        assert_eq!(Cursor::decode(&by_time.encode(), SortKey::Email), None);
        for text in ["", "x", "####", "czEuMg.", "c2EuYg"] {
            assert_eq!(Cursor::decode(text, SortKey::SignedUp), None, "{text}");
        }
    }
}
