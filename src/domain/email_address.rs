//! An e-mail address: kept as typed, compared by its key.

use email_address::Options;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use super::Mistake;

/// The longest address that SMTP can carry, in octets (RFC 5321, section 4.5.3.1.3, less the angle brackets).
const MAXIMUM_OCTETS: usize = 254;

/// A valid address. Two spellings of one mailbox have the same [`key`](Self::key).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    key: String,
}

impl EmailAddress {
    /// Parses what a person typed; white space around it is dropped, nothing else is changed.
    pub fn parse(input: &str) -> Result<Self, Mistake> {
        let typed = input.trim();
        if typed.is_empty() {
            return Err(Mistake::EmailMissing);
        }
        if typed.len() > MAXIMUM_OCTETS {
            return Err(Mistake::EmailTooLong);
        }
        if typed.chars().any(is_invisible) {
            return Err(Mistake::EmailInvalid);
        }
        let options = Options::default().without_display_text().without_domain_literal().with_required_tld();
        // The parser takes letters but no combining marks, so it is shown the composed spelling.
        let composed: String = typed.nfc().collect();
        let parsed = email_address::EmailAddress::parse_with_options(&composed, options)
            .map_err(|_| Mistake::EmailInvalid)?;
        // A quoted local part is the same mailbox as the unquoted one (RFC 5321, section 4.1.2), and nobody has one.
        if parsed.local_part().starts_with('"') {
            return Err(Mistake::EmailInvalid);
        }
        let key = key(parsed.local_part(), parsed.domain()).ok_or(Mistake::EmailInvalid)?;
        if key.len() > MAXIMUM_OCTETS {
            return Err(Mistake::EmailTooLong);
        }
        Ok(Self { typed: typed.to_owned(), key })
    }

    /// Puts together an address that was parsed before and has been stored since.
    pub fn from_stored(typed: String, key: String) -> Self {
        Self { typed, key }
    }

    /// The address as its owner typed it: for showing and for writing to.
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The local part as typed and the domain in A-labels: what an envelope and a header can carry (RFC 5321, RFC 5891).
    pub fn deliverable(&self) -> (&str, &str) {
        let local = self.typed.rsplit_once('@').map_or(self.typed.as_str(), |(local, _)| local);
        let domain = self.key.rsplit_once('@').map_or("", |(_, domain)| domain);
        (local, domain)
    }

    /// What a search looks in: the address as typed and its key, where they differ by more than case.
    pub fn search_text(&self) -> String {
        let typed = fold(&self.typed);
        let (local, domain) = typed.rsplit_once('@').unwrap_or((&typed, ""));
        let (domain, _) = idna::domain_to_unicode(domain);
        let shown = format!("{local}@{domain}");
        if shown == self.key { shown } else { format!("{shown} {}", self.key) }
    }

    /// What identifies the mailbox: NFC, lower case, the domain in IDNA A-labels (UTS #46).
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn key(local: &str, domain: &str) -> Option<String> {
    let domain = idna::domain_to_ascii_strict(domain).ok()?;
    Some(format!("{}@{domain}", fold(local)))
}

/// Lower case, in NFC, with one small sigma: what is left of a text when only its letters count.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '\u{3c2}' { '\u{3c3}' } else { c })
        .nfc()
        .collect()
}

/// Control, format and separator characters, and the letters that have no shape: they would let two addresses
/// look the same.
fn is_invisible(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
        || matches!(c, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(input: &str) -> EmailAddress {
        EmailAddress::parse(input).unwrap_or_else(|m| panic!("{input:?}: {m:?}"))
    }

    #[test]
    fn spellings_of_one_mailbox_share_a_key() {
        for (one, other) in [
            ("alice@example.com", "Alice@EXAMPLE.com"),
            ("zo\u{eb}@example.com", "ZOE\u{308}@example.com"),
            ("bob@b\u{fc}cher.example", "bob@XN--BCHER-KVA.example"),
            ("  carol@example.com ", "carol@example.com"),
            (
                "\u{3bd}\u{3b9}\u{3ba}\u{3bf}\u{3c2}@example.com",
                "\u{39d}\u{399}\u{39a}\u{39f}\u{3a3}@example.com",
            ),
        ] {
            assert_eq!(parsed(one).key(), parsed(other).key(), "{one} and {other}");
        }
    }

    #[test]
    fn different_mailboxes_have_different_keys() {
        for (one, other) in [
            ("a.b@example.com", "ab@example.com"),
            ("a+b@example.com", "a@example.com"),
            ("a@example.com", "a@example.org"),
            ("stra\u{df}e@example.com", "strasse@example.com"),
        ] {
            assert_ne!(parsed(one).key(), parsed(other).key(), "{one} and {other}");
        }
    }

    #[test]
    fn an_address_is_shown_as_typed() {
        assert_eq!(parsed(" Alice@Example.COM").as_typed(), "Alice@Example.COM");
    }

    #[test]
    fn mail_goes_to_the_domain_in_ascii_and_leaves_the_mailbox_alone() {
        assert_eq!(
            parsed("Zo\u{eb}@B\u{fc}cher.example").deliverable(),
            ("Zo\u{eb}", "xn--bcher-kva.example")
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for input in [
            "plain",
            "@example.com",
            "alice@",
            "alice@localhost",
            "a b@example.com",
            "alice@example..com",
            "alice@[127.0.0.1]",
            "Alice <alice@example.com>",
            "ali\u{202e}ce@example.com",
            "ali\u{200b}ce@example.com",
            "alice\u{3164}@example.com",
            "\"alice\"@example.com",
            "alice\u{0}@example.com",
            "alice@exa_mple.com",
            "alice@-example.com",
        ] {
            assert_eq!(EmailAddress::parse(input), Err(Mistake::EmailInvalid), "{input:?}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Mistake::EmailMissing));
    }

    #[test]
    fn length_counts_octets() {
        let label = "d".repeat(60);
        let domain = format!("{label}.{label}.{label}.example");
        let longest = format!("{}@{domain}", "a".repeat(63));
        assert_eq!(longest.len(), 254);
        parsed(&longest);
        assert_eq!(EmailAddress::parse(&format!("{}@{domain}", "a".repeat(64))), Err(Mistake::EmailTooLong));
    }
}
