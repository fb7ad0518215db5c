//! A connection URI of PostgreSQL (libpq, "Connection URIs"), completed by parameters that the server needs and an
//! operator may omit.

/// Added to a URI that does not set them. They detect a lost server within half a minute; without them libpq waits
/// until the network gives up, which takes hours.
const DEFAULTS: [(&str, &str); 5] = [
    // Seconds for each host.
    ("connect_timeout", "5"),
    // Seconds without traffic, seconds between probes, and how many probes may be lost.
    ("keepalives_idle", "10"),
    ("keepalives_interval", "5"),
    ("keepalives_count", "3"),
    // Milliseconds for which sent data may stay unacknowledged.
    ("tcp_user_timeout", "15000"),
];

/// With several hosts: use the one that accepts writes.
const PRIMARY: (&str, &str) = ("target_session_attrs", "read-write");

#[derive(Clone, PartialEq, Eq)]
pub struct PostgresUri {
    uri: String,
    /// False for a pooler that gives each transaction another connection.
    pub has_prepared_statements: bool,
}

impl PostgresUri {
    pub fn new(uri: &str) -> Self {
        Self { uri: uri.to_owned(), has_prepared_statements: true }
    }

    /// As the operator wrote it, with its password.
    pub(super) fn uri(&self) -> &str {
        &self.uri
    }

    /// The user with the password, and the rest of the URI.
    fn split_user(&self) -> (&str, &str) {
        let rest = self.uri.split_once("//").map_or(self.uri.as_str(), |(_, rest)| rest);
        rest.rsplit_once('@').unwrap_or(("", rest))
    }

    /// Hosts and database, without secrets.
    pub fn place(&self) -> &str {
        let (_, place) = self.split_user();
        place.split('?').next().unwrap_or_default()
    }

    fn hosts(&self) -> impl Iterator<Item = &str> {
        let authority = self.place().split('/').next().unwrap_or_default();
        let in_query = self.query().and_then(|query| {
            query.split('&').find_map(|parameter| {
                parameter.strip_prefix("host=").or_else(|| parameter.strip_prefix("hostaddr="))
            })
        });
        authority.split(',').map(without_port).chain(in_query.into_iter().flat_map(|hosts| hosts.split(',')))
    }

    /// The query. A password may contain a question mark, so before an `@` only one that follows the first slash begins
    /// it.
    fn query(&self) -> Option<&str> {
        let (user, place) = self.split_user();
        let in_place = place.split_once('?').map(|(_, query)| query);
        in_place.or_else(|| user.split_once('/')?.1.split_once('?').map(|(_, query)| query))
    }

    fn sets(&self, parameter: &str) -> bool {
        self.uri.contains(&format!("{parameter}="))
    }

    /// The URI that libpq gets.
    pub fn with_defaults(&self) -> String {
        let primary = (self.hosts().count() > 1).then_some(PRIMARY);
        let missing = DEFAULTS.into_iter().chain(primary).filter(|(parameter, _)| !self.sets(parameter));
        let mut separator = if self.query().is_some() { '&' } else { '?' };
        missing.fold(self.uri.clone(), |uri, (parameter, value)| {
            format!("{uri}{}{parameter}={value}", std::mem::replace(&mut separator, '&'))
        })
    }

    /// The first host on another machine to which the connection need not be encrypted. A name without a dot counts as
    /// a host of a private network, as containers have.
    pub fn host_in_clear(&self) -> Option<&str> {
        let is_encrypted = ["sslmode=require", "sslmode=verify-"]
            .iter()
            .any(|mode| self.query().is_some_and(|query| query.contains(mode)));
        let is_elsewhere = |host: &&str| {
            let is_loopback = host.starts_with("127.") || matches!(*host, "localhost" | "[::1]" | "::1");
            let is_socket = host.is_empty() || host.starts_with('/') || host.starts_with("%2F");
            host.contains(['.', ':']) && !is_loopback && !is_socket
        };
        self.hosts().find(is_elsewhere).filter(|_| !is_encrypted)
    }

    /// The text without the user and the query of the URI.
    pub fn without_secrets(&self, text: String) -> String {
        let (user, _) = self.split_user();
        let password = user.split_once(':').map_or("", |(_, password)| password);
        let query = self.uri.rsplit_once('?').map_or("", |(_, query)| query);
        [self.uri.as_str(), user, password, query]
            .iter()
            .filter(|secret| secret.len() > 2)
            .fold(text, |text, secret| text.replace(secret, "…"))
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|octet| octet.is_ascii_digit()) && !name.ends_with(':') => {
            name
        }
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEEPALIVES: &str =
        "keepalives_idle=10&keepalives_interval=5&keepalives_count=3&tcp_user_timeout=15000";

    #[test]
    fn a_server_that_is_gone_is_noticed_whatever_is_in_the_uri() {
        for (uri, expected) in [
            ("postgres://db/x", "postgres://db/x?connect_timeout=5&KEEPALIVES"),
            ("postgres://app:pa?ss@db/x", "postgres://app:pa?ss@db/x?connect_timeout=5&KEEPALIVES"),
            (
                "postgres://app@db/x?sslmode=require",
                "postgres://app@db/x?sslmode=require&connect_timeout=5&KEEPALIVES",
            ),
            (
                "postgres://app@db/x?options=a@b",
                "postgres://app@db/x?options=a@b&connect_timeout=5&KEEPALIVES",
            ),
            ("postgres://db/x?connect_timeout=9", "postgres://db/x?connect_timeout=9&KEEPALIVES"),
            (
                "postgres://a,b:5433/x",
                "postgres://a,b:5433/x?connect_timeout=5&KEEPALIVES&target_session_attrs=read-write",
            ),
            (
                "postgres:///x?host=a,b",
                "postgres:///x?host=a,b&connect_timeout=5&KEEPALIVES&target_session_attrs=read-write",
            ),
            (
                "postgres://a,b/x?target_session_attrs=any",
                "postgres://a,b/x?target_session_attrs=any&connect_timeout=5&KEEPALIVES",
            ),
        ] {
            assert_eq!(PostgresUri::new(uri).with_defaults(), expected.replace("KEEPALIVES", KEEPALIVES));
        }
    }

    #[test]
    fn what_may_go_in_clear_is_known() {
        for (uri, host) in [
            ("postgres://localhost/x", None),
            ("postgres://127.0.0.1:5432/x", None),
            ("postgres://[::1]:5432/x", None),
            ("postgres:///x", None),
            ("postgres://%2Fvar%2Frun/x", None),
            ("postgres:///x?host=/var/run", None),
            ("postgres://%2Fhome%2Fapp%2F.postgres/x", None),
            ("postgres:///x?host=/home/app/.postgres", None),
            ("postgres:///x?hostaddr=::1", None),
            ("postgres://db:5432/x", None),
            ("postgres://app:secret@db.example.com:5432/x", Some("db.example.com")),
            ("postgres://localhost,10.0.0.7:5433/x?sslmode=prefer", Some("10.0.0.7")),
            ("postgres://[2001:db8::1]/x", Some("[2001:db8::1]")),
            ("postgres://[2001:db8::1:2]:5432/x", Some("[2001:db8::1:2]")),
            ("postgres://[2001:db8::1:2]/x", Some("[2001:db8::1:2]")),
            ("postgres://db.example.com/x?sslmode=require", None),
            ("postgres://db.example.com/x?a=b&sslmode=verify-full", None),
        ] {
            assert_eq!(PostgresUri::new(uri).host_in_clear(), host, "{uri}");
        }
    }

    #[test]
    fn a_message_loses_what_is_secret_and_keeps_its_other_words() {
        for (uri, text, shown) in [
            ("postgres://app@db/x", "no role app on db", "no role … on db"),
            ("postgres://ab@db/x", "no role ab on db, abandoned", "no role ab on db, abandoned"),
            ("postgres://db/x", "no database x on db", "no database x on db"),
        ] {
            assert_eq!(PostgresUri::new(uri).without_secrets(text.to_owned()), shown, "{uri}");
        }
    }
}
