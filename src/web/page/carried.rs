//! What one form carries over to the next in the same browser: the address that was typed, where the visitor was going,
//! and the mail that they wait for. `docs/decisions/typed_address.md` says why it is a cookie.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use time::Duration;

use crate::domain::{EmailAddress, LocalPath};

/// How long it is kept: as long as a link for a new password works.
pub const CARRIED_FOR: Duration = Duration::hours(1);

/// A longer way is not carried: browsers drop cookies of more than 4,096 octets (RFC 6265, section 6.1).
const MAX_NEXT: usize = 1_024;

/// Never a password. Each value has been parsed, so an attacker who can set the cookie can make the browser's own pages show an
/// address. The cookie is not signed, and anyone can send one with any address: in private mode no answer may depend on
/// what is stored about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub email: Option<EmailAddress>,
    pub next: Option<LocalPath>,
    /// The mail that this browser has asked for, to `email`.
    pub awaited: Option<Awaited>,
    /// The new address in a form whose session had ended.
    pub new_email: Option<EmailAddress>,
}

/// Which form has asked for a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    SignUp,
    PasswordReset,
}

/// As the cookie has it.
#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    awaited: Option<Awaited>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_email: Option<Cow<'a, str>>,
}

impl Carried {
    /// What was typed into a form for visitors. A text that is no address is not carried.
    pub fn typed(email: &str, next: Option<&LocalPath>) -> Self {
        Self { email: EmailAddress::parse(email).ok(), next: next.cloned(), ..Self::default() }
    }

    pub fn awaiting(self, awaited: Awaited) -> Self {
        Self { awaited: Some(awaited), ..self }
    }

    pub fn email(&self) -> &str {
        self.email.as_ref().map_or("", EmailAddress::as_typed)
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// `None` for what this server cannot have written.
    pub fn from_cookie(value: &str) -> Option<Self> {
        let json = URL_SAFE_NO_PAD.decode(value).ok()?;
        let Stored { email, next, awaited, new_email } = serde_json::from_slice(&json).ok()?;
        let address = |text: Option<Cow<'_, str>>| EmailAddress::parse(&text?).ok();
        let email = address(email);
        let awaited = awaited.filter(|_| email.is_some());
        let next = next.and_then(|next| LocalPath::parse(&next));
        Some(Self { email, next, awaited, new_email: address(new_email) })
    }

    pub fn to_cookie(&self) -> String {
        let next = self.next.as_ref().map(LocalPath::as_str).filter(|next| next.len() <= MAX_NEXT);
        let stored = Stored {
            email: self.email.as_ref().map(|email| email.as_typed().into()),
            next: next.map(Into::into),
            awaited: self.awaited,
            new_email: self.new_email.as_ref().map(|email| email.as_typed().into()),
        };
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(&stored).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_carried_comes_back() {
        let next = LocalPath::parse("/account/activity?a=b");
        let carried = Carried::typed(" Ünï@Example.com ", next.as_ref()).awaiting(Awaited::PasswordReset);
        assert_eq!(carried.email(), "Ünï@Example.com");
        assert_eq!(Carried::from_cookie(&carried.to_cookie()), Some(carried.clone()));
        let new_email = EmailAddress::parse("new@example.com").ok();
        let carried = Carried { new_email, ..carried };
        assert_eq!(Carried::from_cookie(&carried.to_cookie()), Some(carried));
        assert_eq!(Carried::typed("alice", None), Carried::default(), "no address");
    }

    #[test]
    fn the_cookie_fits_into_a_browser() {
        let label = "ü".repeat(30);
        let email = format!("{}@{label}.{label}.example", "a".repeat(60));
        for length in [MAX_NEXT, MAX_NEXT + 1] {
            let next = LocalPath::parse(&format!("/{}", "\"".repeat(length - 1)));
            let carried = Carried::typed(&email, next.as_ref());
            let carried = Carried { new_email: carried.email.clone(), ..carried };
            let cookie = carried.to_cookie();
            assert!(cookie.len() < 3_900, "{}", cookie.len());
            let read = Carried::from_cookie(&cookie).expect("a cookie");
            assert_eq!((read.email.is_some(), read.next.is_some()), (true, length == MAX_NEXT));
        }
    }

    #[test]
    fn what_others_have_written_is_checked() {
        let cookie = |json: &str| URL_SAFE_NO_PAD.encode(json);
        for text in ["", "nonsense", "e30=", &cookie("[]"), &cookie(r#"{"awaited":"money"}"#)] {
            assert_eq!(Carried::from_cookie(text), None, "{text}");
        }
        let hostile = r#"{"email":"<b>call us</b>","next":"//evil.example","awaited":"sign_up"}"#;
        assert_eq!(Carried::from_cookie(&cookie(hostile)), Some(Carried::default()));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in ".*") {
            if let Some(carried) = Carried::from_cookie(&text) {
                prop_assert_eq!(Carried::from_cookie(&carried.to_cookie()), Some(carried));
            }
        }
    }
}
