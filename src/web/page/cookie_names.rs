//! What the cookies are called, so that two instances on one host do not overwrite each other's: cookies do not know
//! ports (RFC 6265, section 8.5).

use std::str::FromStr;

use crate::domain::PublicUrl;

/// The name that an operator chose for the session cookie: a token (RFC 6265, section 4.1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CookieName(String);

/// The default, whose companions have short names.
const DEFAULT: &str = "session";

/// What the companions are called under [`DEFAULT`], and what they end in under any other name.
const NOTICE: &str = "notice";
const DEVICE: &str = "device";
const CARRIED: &str = "carried";

const MAX_LENGTH: usize = 64;

#[derive(Debug, thiserror::Error)]
pub enum InvalidCookieName {
    #[error(
        "must be 1 to {MAX_LENGTH} letters, digits or any of ! $ & ' * + - . _ ~ (RFC 6265, section 4.1.1)"
    )]
    Token,
    #[error("must not begin with __: browsers give such names a meaning, and __Host- is added with https")]
    Prefix,
    #[error("must not be or end in {NOTICE}, {DEVICE} or {CARRIED}: so the other cookies are called")]
    Companion,
}

impl FromStr for CookieName {
    type Err = InvalidCookieName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // The token characters # % ^ ` | are left out: Rocket writes them percent-encoded.
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || "!$&'*+-._~".contains(c);
        if !(1..=MAX_LENGTH).contains(&text.len()) || !text.chars().all(is_allowed) {
            return Err(InvalidCookieName::Token);
        }
        if text.starts_with("__") {
            return Err(InvalidCookieName::Prefix);
        }
        let is_companions = |companion| text == companion || text.ends_with(&format!("-{companion}"));
        if [NOTICE, DEVICE, CARRIED].into_iter().any(is_companions) {
            return Err(InvalidCookieName::Companion);
        }
        Ok(Self(text.to_owned()))
    }
}

/// With https the names have the `__Host-` prefix, by which a browser makes sure that only this very host has set
/// them (RFC 6265bis, section 4.1.3.2).
pub struct CookieNames {
    pub session: String,
    pub notice: String,
    pub device: String,
    pub carried: String,
    pub is_secure: bool,
}

impl CookieNames {
    pub fn new(CookieName(session): &CookieName, public_url: &PublicUrl) -> Self {
        let is_secure = public_url.is_https();
        let prefix = if is_secure { "__Host-" } else { "" };
        let companion = |name: &str| match session.as_str() {
            DEFAULT => format!("{prefix}{name}"),
            chosen => format!("{prefix}{chosen}-{name}"),
        };
        Self {
            session: format!("{prefix}{session}"),
            notice: companion(NOTICE),
            device: companion(DEVICE),
            carried: companion(CARRIED),
            is_secure,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(chosen: &str, url: &str) -> [String; 4] {
        let name = chosen.parse().unwrap_or_else(|error| panic!("{chosen}: {error}"));
        let names = CookieNames::new(&name, &url.parse().expect("a URL"));
        [names.session, names.notice, names.device, names.carried]
    }

    #[test]
    fn the_default_keeps_its_short_names_and_https_adds_the_prefix() {
        assert_eq!(names("session", "http://localhost"), ["session", "notice", "device", "carried"]);
        let secure = names("desk", "https://id.example.com");
        let expected = ["__Host-desk", "__Host-desk-notice", "__Host-desk-device", "__Host-desk-carried"];
        assert_eq!(secure, expected);
    }

    #[test]
    fn no_two_names_share_a_cookie() {
        let all: Vec<String> = ["session", "desk", "desk.2", "a-b", "Session", "device2", "notices"]
            .into_iter()
            .flat_map(|chosen| names(chosen, "http://localhost"))
            .collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }

    #[test]
    fn what_a_cookie_cannot_be_called_is_refused() {
        let long = "a".repeat(MAX_LENGTH + 1);
        for name in [
            "",
            " ",
            "a b",
            "a;b",
            "a=b",
            "a,b",
            "größe",
            "a\tb",
            "a\"b",
            "a%62",
            "a|b",
            "a^b",
            "a`b",
            "a#b",
            &long,
            "__Host-session",
            "__desk",
            "notice",
            "device",
            "desk-notice",
            "desk-device",
            "carried",
            "desk-carried",
        ] {
            assert!(name.parse::<CookieName>().is_err(), "{name:?}");
        }
        assert!("a".repeat(MAX_LENGTH).parse::<CookieName>().is_ok());
    }
}
