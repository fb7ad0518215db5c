//! An administrator's query for the list of users: search, filters, order and cursor.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strum::{EnumString, IntoStaticStr, VariantArray};
use time::OffsetDateTime;

use super::coded::coded;
use super::{User, UserId, fold};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum StateFilter {
    #[default]
    All,
    Active,
    Disabled,
    /// Closed by their owners, and deleted some days later.
    Closed,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RoleFilter {
    #[default]
    All,
    Admin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum SortKey {
    Email,
    SignedUp,
}

coded!(StateFilter, RoleFilter, SortKey);

/// The order of the list; the newest first by default.
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

impl Sort {
    /// The usual order of a key: addresses from A to Z, sign-ups from the newest.
    pub fn by(key: SortKey) -> Self {
        Self { key, descending: key == SortKey::SignedUp }
    }

    pub fn order_name(self) -> &'static str {
        if self.descending { "desc" } else { "asc" }
    }

    /// Whether the order of that name is descending; `None` for another name.
    pub fn is_descending(order_name: &str) -> Option<bool> {
        match order_name {
            "asc" => Some(false),
            "desc" => Some(true),
            _ => None,
        }
    }
}

/// The position of a row in the order: the next page starts after it, the previous page ends before it. The cursor
/// holds the sort key itself, so it stays valid when its row is deleted.
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

    /// The cursor in a link: opaque to clients.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(match self {
            Self::Email { key } => format!("e{key}"),
            Self::SignedUp { at, id } => format!("s{}.{}", at.unix_timestamp_nanos(), id.0),
        })
    }

    /// Reads a cursor from a link. `None` if the cursor belongs to another order, or if no row can have it: PostgreSQL
    /// has no NUL in texts and no date before 4713 BC, and SQLite compares times as texts with four digits for the
    /// year.
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
                (0..=9999).contains(&at.year()).then_some(())?;
                Some(Self::SignedUp { at, id: UserId(id.parse().ok()?) })
            }
        }
    }
}

/// The direction in which to read from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    After,
    Before,
}

/// The whole query.
#[derive(Clone, Debug, Default)]
pub struct UserQuery {
    /// Part of an address, as typed; empty for all users.
    pub search: String,
    pub state: StateFilter,
    pub role: RoleFilter,
    pub sort: Sort,
    pub from: Option<(Direction, Cursor)>,
}

impl UserQuery {
    /// The longest search text, in characters: the length of the longest address.
    pub const MAX_SEARCH_LENGTH: usize = 254;

    /// A search text without the characters that no address has, and cut to the longest length.
    pub fn search_for(text: &str) -> String {
        text.trim().chars().filter(|c| !c.is_control()).take(Self::MAX_SEARCH_LENGTH).collect()
    }

    /// The same query with another order and cursor.
    pub fn with(&self, sort: Sort, from: Option<(Direction, Cursor)>) -> Self {
        Self { sort, from, ..self.clone() }
    }

    /// The query for the next page, if there is one.
    pub fn next(&self, page: &UserPage) -> Option<Self> {
        let last = page.users.last().filter(|_| page.has_next)?;
        Some(self.with(self.sort, Some((Direction::After, Cursor::of(last, self.sort.key)))))
    }

    pub fn previous(&self, page: &UserPage) -> Option<Self> {
        let first = page.users.first().filter(|_| page.has_previous)?;
        Some(self.with(self.sort, Some((Direction::Before, Cursor::of(first, self.sort.key)))))
    }

    /// The query as parameters of a URL, without those that have their default.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if !self.search.is_empty() {
            parameters.push(("q", self.search.clone()));
        }
        if self.state != StateFilter::All {
            parameters.push(("state", self.state.code().to_owned()));
        }
        if self.role != RoleFilter::All {
            parameters.push(("role", self.role.code().to_owned()));
        }
        if self.sort != Sort::default() {
            parameters.push(("sort", self.sort.key.code().to_owned()));
            parameters.push(("order", self.sort.order_name().to_owned()));
        }
        if let Some((direction, cursor)) = &self.from {
            let name = match direction {
                Direction::After => "after",
                Direction::Before => "before",
            };
            parameters.push((name, cursor.encode()));
        }
        parameters
    }

    /// The search text in the form of [`EmailAddress::search_text`](super::EmailAddress::search_text).
    pub fn folded_search(&self) -> String {
        fold(self.search.trim())
    }
}

/// One page of the result, in the order of the query.
#[derive(Clone, Debug)]
pub struct UserPage {
    pub users: Vec<User>,
    /// How many users match, on all pages together.
    pub count: i64,
    pub has_next: bool,
    pub has_previous: bool,
}

#[cfg(test)]
mod tests;
