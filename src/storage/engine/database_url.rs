//! Which database to use. The scheme of the URL decides; nothing is guessed.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::postgres_uri::PostgresUri;

/// The location of the database. `Display` omits the password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// The path of the database file.
    Sqlite(PathBuf),
    Postgres(PostgresUri),
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
            "postgres" | "postgresql" if rest.starts_with("//") => Ok(Self::Postgres(PostgresUri::new(url))),
            _ => Err(InvalidDatabaseUrl),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres(uri) => write!(f, "postgres://{}", uri.place()),
        }
    }
}

impl DatabaseUrl {
    /// The text without the user and the query of the URI.
    pub(super) fn without_secrets(&self, text: String) -> String {
        match self {
            Self::Sqlite(_) => text,
            Self::Postgres(uri) => uri.without_secrets(text),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            assert_eq!(url.parse::<DatabaseUrl>().ok(), Some(DatabaseUrl::Postgres(PostgresUri::new(url))));
        }
        for url in ["", "frontdesk.db", "mysql://db/x", "sqlite::memory:", "sqlite://", "postgres:x"] {
            assert!(url.parse::<DatabaseUrl>().is_err(), "{url}");
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

    proptest! {
        #[test]
        fn any_text_is_a_database_or_none(text in "(sqlite|postgres):(//)?.*|.*") {
            if let Ok(DatabaseUrl::Sqlite(path)) = text.parse() {
                let shown = DatabaseUrl::sqlite(&path).to_string();
                prop_assert_eq!(shown.parse().ok(), Some(DatabaseUrl::Sqlite(path)));
            }
        }

        #[test]
        fn no_password_is_shown(password in "[!-~]{3,20}") {
            prop_assume!(!"postgres://db.example/frontdesk".contains(&password));
            let url = format!("postgres://app:{password}@db.example/frontdesk").parse::<DatabaseUrl>();
            let shown = format!("{url:?}");
            prop_assert!(!shown.contains(&password), "{}", shown);
        }
    }
}
