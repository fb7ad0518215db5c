//! An e-mail address: stored as typed, compared by its key.

mod look_alike;
mod mistyped;
mod syntax;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Mistake;

/// The longest address that SMTP can carry, in octets (RFC 5321, section 4.5.3.1.3, less the angle brackets).
const MAXIMUM_OCTETS: usize = 254;

/// The longest local part, in octets (RFC 5321, section 4.5.3.1.1).
const MAXIMUM_LOCAL_OCTETS: usize = 64;

/// The longest input that is parsed, in octets: an international domain can be longer as typed than as it is sent.
const MAXIMUM_INPUT: usize = 1_024;

/// A valid address. Two spellings of one mailbox have the same [`key`](Self::key).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    key: String,
}

impl EmailAddress {
    /// Parses an address with which a visitor looks up an account. It accepts every address that an account can have,
    /// also those from before [`parse_new`](Self::parse_new) refused them. It trims white space; the rest stays, in
    /// NFC.
    pub fn parse(input: &str) -> Result<Self, Mistake> {
        let input = input.trim();
        if input.is_empty() {
            return Err(Mistake::EmailMissing);
        }
        if input.len() > MAXIMUM_INPUT {
            return Err(Mistake::EmailTooLong);
        }
        let typed: String = input.nfc().collect();
        // If an invalid address is also too long, report the length.
        let invalid =
            if typed.len() > MAXIMUM_OCTETS { Mistake::EmailTooLong } else { Mistake::EmailInvalid };
        let (local, domain) = syntax::split(&typed).ok_or(invalid)?;
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| invalid)?;
        if local.len() > MAXIMUM_LOCAL_OCTETS {
            return Err(Mistake::EmailTooLong);
        }
        let key = format!("{}@{domain}", fold(local));
        if key.len() > MAXIMUM_OCTETS {
            return Err(Mistake::EmailTooLong);
        }
        Ok(Self { typed, key })
    }

    /// Parses an address that an account is about to get. Mail to it must be possible, and it must not look like
    /// another address.
    pub fn parse_new(input: &str) -> Result<Self, Mistake> {
        let email = Self::parse(input)?;
        let (local, domain) = email.deliverable();
        if local.len() + "@".len() + domain.len() > MAXIMUM_OCTETS {
            return Err(Mistake::EmailTooLong);
        }
        let (shown_domain, _) = idna::domain_to_unicode(domain);
        syntax::check_new(&local, domain)?;
        match look_alike::mixes_alphabets(&local) || shown_domain.split('.').any(look_alike::mixes_alphabets)
        {
            true => Err(Mistake::EmailLookAlike),
            false => Ok(email),
        }
    }

    /// Rebuilds an address that was parsed before it was stored.
    pub fn from_stored(typed: String, key: String) -> Self {
        Self { typed, key }
    }

    /// Its first letter or digit, as a capital, to tell people apart at a glance.
    pub fn initial(&self) -> String {
        initial(self.as_typed())
    }

    /// The address as its owner typed it, for display.
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The recipient of mail: the local part as typed, in NFC (RFC 6532, section 3.1), and the domain in A-labels (RFC
    /// 5891). Addresses that release 0.1 stored may be decomposed.
    pub fn deliverable(&self) -> (Cow<'_, str>, &str) {
        let local = self.typed.rsplit_once('@').map_or(self.typed.as_str(), |(local, _)| local);
        let domain = self.key.rsplit_once('@').map_or("", |(_, domain)| domain);
        match is_nfc_quick(local.chars()) {
            IsNormalized::Yes => (local.into(), domain),
            _ => (local.nfc().collect::<String>().into(), domain),
        }
    }

    /// Whether both have the same spelling. Two spellings with one key may be two mailboxes: only the host of the
    /// domain knows (RFC 5321, section 2.4).
    pub fn is_spelled_like(&self, other: &Self) -> bool {
        self.typed.nfc().eq(other.typed.nfc())
    }

    /// The key for limits on mail: without a detail after `+` (RFC 5233), because one person can read the mail to all
    /// details.
    pub fn mailbox(&self) -> String {
        let (local, domain) = self.key.rsplit_once('@').unwrap_or((&self.key, ""));
        let base = local.split('+').next().filter(|base| !base.is_empty()).unwrap_or(local);
        format!("{base}@{domain}")
    }

    /// The address that was probably meant, if the domain is one slip away from a common one.
    pub fn suggestion(&self) -> Option<String> {
        let (local, domain) = self.deliverable();
        mistyped::meant(domain).map(|meant| format!("{local}@{meant}"))
    }

    /// The text for searches: the address as typed, and its key if they differ by more than case.
    pub fn search_text(&self) -> String {
        let typed = fold(&self.typed);
        let (local, domain) = typed.rsplit_once('@').unwrap_or((&typed, ""));
        let (domain, _) = idna::domain_to_unicode(domain);
        let shown = format!("{local}@{domain}");
        if shown == self.key { shown } else { format!("{shown} {}", self.key) }
    }

    /// The key that identifies the account: NFC, lower case, the domain in IDNA A-labels (UTS #46).
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// The first letter or digit of a text, as a capital.
pub(super) fn initial(text: &str) -> String {
    let first = text.chars().find(|c| c.is_alphanumeric()).or_else(|| text.chars().next());
    first.into_iter().flat_map(char::to_uppercase).take(1).collect()
}

/// Lower case, in NFC, with one small sigma: the form in which texts are compared.
pub fn fold(text: &str) -> String {
    folded(text).collect()
}

/// The same as [`fold`], as characters.
pub fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase).map(|c| if c == '\u{3c2}' { '\u{3c3}' } else { c }).nfc()
}

#[cfg(test)]
mod tests;
