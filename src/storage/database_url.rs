//! Which database: told by the scheme of its URL, never guessed.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Where the data is. Shown without a password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// The path of the database file.
    Sqlite(PathBuf),
    /// A connection URI as libpq reads it.
    Postgres(String),
}

#[derive(Debug, thiserror::Error)]
#[error("must be sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME")]
pub struct InvalidDatabaseUrl;

impl DatabaseUrl {
    pub fn sqlite(path: &Path) -> Self {
        Self::Sqlite(path.to_owned())
    }
}

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = url.split_once(':').ok_or(InvalidDatabaseUrl)?;
        match scheme {
            "sqlite" => {
                let path = rest.strip_prefix("//").unwrap_or(rest);
                let is_file = !path.is_empty() && !path.starts_with(':') && !path.contains(['?', '\0']);
                is_file.then(|| Self::Sqlite(path.into())).ok_or(InvalidDatabaseUrl)
            }
            "postgres" | "postgresql" if rest.starts_with("//") => Ok(Self::Postgres(url.to_owned())),
            _ => Err(InvalidDatabaseUrl),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres(_) => {
                let (_, place) = self.split_user();
                write!(f, "postgres://{}", place.split('?').next().unwrap_or_default())
            }
        }
    }
}

impl DatabaseUrl {
    /// The user's part of a PostgreSQL URI, and what comes after it.
    fn split_user(&self) -> (&str, &str) {
        let Self::Postgres(uri) = self else { return ("", "") };
        let rest = uri.split_once("//").map_or(uri.as_str(), |(_, rest)| rest);
        rest.rsplit_once('@').unwrap_or(("", rest))
    }

    /// The URI with a limit for connecting, in seconds, unless it has one: libpq waits for a server that does not
    /// answer until the network gives up.
    #[cfg(feature = "postgres")]
    pub(super) fn with_connect_timeout(&self, uri: &str) -> String {
        let (user, place) = self.split_user();
        // A question mark may be in a password; one behind the first slash of what precedes an `@` begins the query.
        let in_query = user.split_once('/').is_some_and(|(_, path)| path.contains('?'));
        match uri {
            _ if uri.contains("connect_timeout=") => uri.to_owned(),
            _ if in_query || place.contains('?') => format!("{uri}&connect_timeout=5"),
            _ => format!("{uri}?connect_timeout=5"),
        }
    }

    /// The same text with nothing of the URI's user and query in it.
    pub(super) fn without_secrets(&self, text: String) -> String {
        let Self::Postgres(uri) = self else { return text };
        let (user, _) = self.split_user();
        let password = user.split_once(':').map_or("", |(_, password)| password);
        let query = uri.rsplit_once('?').map_or("", |(_, query)| query);
        [uri.as_str(), user, password, query]
            .iter()
            .filter(|secret| secret.len() > 2)
            .fold(text, |text, secret| text.replace(secret, "…"))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_decides() {
        for (url, path) in [
            ("sqlite://data/frontdesk.db", "data/frontdesk.db"),
            ("sqlite:///var/lib/frontdesk.db", "/var/lib/frontdesk.db"),
            ("sqlite:frontdesk.db", "frontdesk.db"),
        ] {
            assert_eq!(url.parse::<DatabaseUrl>().ok(), Some(DatabaseUrl::Sqlite(path.into())));
        }
        for url in ["postgres://app@db/frontdesk", "postgresql://db/frontdesk"] {
            assert_eq!(url.parse::<DatabaseUrl>().ok(), Some(DatabaseUrl::Postgres(url.into())));
        }
        for url in ["", "frontdesk.db", "mysql://db/x", "sqlite::memory:", "sqlite://", "postgres:x"] {
            assert!(url.parse::<DatabaseUrl>().is_err(), "{url}");
        }
    }

    #[cfg(feature = "postgres")]
    #[test]
    fn connecting_has_a_limit_whatever_is_in_the_uri() {
        for (uri, limited) in [
            ("postgres://db/x", "postgres://db/x?connect_timeout=5"),
            ("postgres://app:pa?ss@db/x", "postgres://app:pa?ss@db/x?connect_timeout=5"),
            ("postgres://app@db/x?sslmode=require", "postgres://app@db/x?sslmode=require&connect_timeout=5"),
            ("postgres://app@db/x?options=a@b", "postgres://app@db/x?options=a@b&connect_timeout=5"),
            ("postgres://db/x?connect_timeout=9", "postgres://db/x?connect_timeout=9"),
        ] {
            let url: DatabaseUrl = uri.parse().expect("valid");
            assert_eq!(url.with_connect_timeout(uri), limited);
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let url: DatabaseUrl =
            "postgres://app:s3cret@db:5432/frontdesk?password=s3cret".parse().expect("valid");
        assert_eq!(format!("{url} {url:?}"), "postgres://db:5432/frontdesk postgres://db:5432/frontdesk");
        let url: DatabaseUrl = "postgres://app:pa?ss@db/frontdesk".parse().expect("valid");
        assert_eq!(url.to_string(), "postgres://db/frontdesk");
        assert_eq!(url.without_secrets("cannot read \"pa?ss\"".into()), "cannot read \"…\"");
    }
}
