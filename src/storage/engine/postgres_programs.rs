//! How the programs of PostgreSQL are told where the database is: the password is not among their arguments, which
//! every user of the machine can read.

use percent_encoding::percent_decode_str;

use super::PostgresUri;

/// A database for `pg_dump`, `pg_restore` and `psql`.
pub struct ForPrograms {
    /// For `--dbname`: without the password.
    pub uri: String,
    /// For the variable `PGPASSWORD`. `None` if the URI has none; then libpq looks in `PGPASSFILE`, as for Frontdesk.
    pub password: Option<String>,
}

impl PostgresUri {
    /// # Errors
    ///
    /// Names a secret parameter that no variable can carry.
    pub fn for_programs(&self) -> Result<ForPrograms, &'static str> {
        let uri = self.with_defaults();
        let (scheme, rest) = uri.split_once("//").unwrap_or(("postgres:", &uri));
        let (user_info, place) = split_user_info(rest);
        let (user, mut password) = match user_info.map(|user| user.split_once(':')) {
            Some(Some((user, password))) => (Some(user), Some(password)),
            Some(None) => (user_info, None),
            None => (None, None),
        };
        let (place, query) = place.split_once('?').map_or((place, ""), |(place, query)| (place, query));
        let mut kept = Vec::new();
        for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
            match parameter.split_once('=') {
                Some(("password", value)) => password = Some(value),
                Some(("sslpassword", _)) => return Err("sslpassword"),
                _ => kept.push(parameter),
            }
        }
        let at = user.map(|user| format!("{user}@")).unwrap_or_default();
        let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
        let password = password.map(|text| percent_decode_str(text).decode_utf8_lossy().into_owned());
        Ok(ForPrograms { uri: format!("{scheme}//{at}{place}{query}"), password })
    }

    /// The same server and role, with another database.
    pub fn with_database(&self, name: &str) -> Self {
        let (scheme, rest) = self.uri().split_once("//").unwrap_or(("postgres:", self.uri()));
        let (user_info, place) = split_user_info(rest);
        let at = user_info.map(|user| format!("{user}@")).unwrap_or_default();
        let (place, query) = place.split_once('?').map_or((place, ""), |(place, query)| (place, query));
        let hosts = place.split('/').next().unwrap_or_default();
        let kept: Vec<&str> = query
            .split('&')
            .filter(|parameter| !parameter.is_empty() && !parameter.starts_with("dbname="))
            .collect();
        let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
        let mut other = Self::new(&format!("{scheme}//{at}{hosts}/{name}{query}"));
        other.has_prepared_statements = self.has_prepared_statements;
        other
    }
}

/// The user with the password, and the rest, divided as libpq divides them: at the first `@` before any slash.
fn split_user_info(rest: &str) -> (Option<&str>, &str) {
    match rest.find(['@', '/']) {
        Some(at) if rest[at..].starts_with('@') => (Some(&rest[..at]), &rest[at + 1..]),
        _ => (None, rest),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn for_programs(uri: &str) -> (String, Option<String>) {
        let ForPrograms { uri, password } = PostgresUri::new(uri).for_programs().expect("no other secret");
        (uri.split("connect_timeout").next().unwrap_or_default().to_owned(), password)
    }

    #[test]
    fn a_password_leaves_the_uri() {
        for (uri, without, password) in [
            ("postgres://db/x", "postgres://db/x?", None),
            ("postgres://app@db/x", "postgres://app@db/x?", None),
            ("postgres://app:s%40cret@db/x", "postgres://app@db/x?", Some("s@cret")),
            ("postgres://app:pa?ss@db/x?a=b", "postgres://app@db/x?a=b&", Some("pa?ss")),
            ("postgres://app@db/x?password=s3&a=b", "postgres://app@db/x?a=b&", Some("s3")),
            ("postgres:///x?host=/run&user=app", "postgres:///x?host=/run&user=app&", None),
            ("postgres://app:s@a,b:5433/x", "postgres://app@a,b:5433/x?", Some("s")),
        ] {
            assert_eq!(for_programs(uri), (without.to_owned(), password.map(str::to_owned)), "{uri}");
        }
        assert_eq!(
            PostgresUri::new("postgres://db/x?sslpassword=s").for_programs().err(),
            Some("sslpassword")
        );
    }

    #[test]
    fn another_database_is_on_the_same_server() {
        for (uri, other) in [
            ("postgres://app:s@db:5433/x?a=b", "postgres://app:s@db:5433/y?a=b"),
            ("postgres://db", "postgres://db/y"),
            ("postgres:///x?host=/run&dbname=z", "postgres:///y?host=/run"),
        ] {
            assert_eq!(PostgresUri::new(uri).with_database("y").uri(), other);
        }
    }

    proptest! {
        #[test]
        fn no_password_is_an_argument(password in "[A-Z0-9!?#%+]{4,20}") {
            let uri = format!("postgres://app:{password}@db.example/frontdesk");
            let ForPrograms { uri, password: given } = PostgresUri::new(&uri).for_programs().expect("a URI");
            prop_assert!(!uri.contains(&password));
            prop_assert!(given.is_some());
        }
    }
}
