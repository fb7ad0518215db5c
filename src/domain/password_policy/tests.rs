//! Which passwords are refused, and for which reason.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

/// What the policy knows besides the password.
#[derive(Clone, Copy)]
pub struct Context {
    site: &'static str,
    host: &'static str,
    email: &'static str,
}

pub const BOOKS: Context =
    Context { site: "Harbour Books", host: "id.example.org", email: "Wilhelmina.Fox@example.com" };
pub const DEFAULT: Context = Context { site: "Frontdesk", host: "localhost", email: "admin@example.net" };
pub const BRIAN: Context = Context { site: "42", host: "192.168.1.10", email: "brian.thompson@mail.example" };

pub fn judged_in(context: Context, input: &str) -> Result<(), Mistake> {
    let policy = PasswordPolicy::new(8, context.site, context.host);
    let email = EmailAddress::parse(context.email).expect("an address");
    match NewPassword::parse(Password::typed(input), &policy, Some(&email)) {
        Ok(_) => Ok(()),
        Err(PolicyError::Refused(mistake)) => Err(mistake),
        Err(error) => panic!("{error}"),
    }
}

fn judged(input: &str) -> Result<(), Mistake> {
    judged_in(BOOKS, input)
}

/// The counters of zxcvbn overflow on this input.
#[test]
fn a_repetition_is_refused_however_often_it_is_repeated() {
    for input in ["12".repeat(8), "12".repeat(16), "12".repeat(128)] {
        assert!(judged(&input).is_err(), "{input}");
    }
}

#[test]
fn length_counts_code_points_up_to_both_bounds() {
    assert_eq!(judged(""), Err(Mistake::PasswordMissing));
    assert_eq!(judged("tr\u{f6}\u{1f98a}vx7"), Err(Mistake::PasswordTooShort { minimum: 8 }));
    assert_eq!(judged("tr\u{f6}\u{1f98a}vx7k"), Ok(()));
    for accepted in [64, 256] {
        assert_eq!(judged(&"\u{e9}q7".repeat(86)[..].chars().take(accepted).collect::<String>()), Ok(()));
    }
    assert_eq!(
        judged(&"x7\u{e9}".repeat(86)[..].chars().take(257).collect::<String>()),
        Err(Mistake::PasswordTooLong { maximum: 256 })
    );
}

#[test]
fn there_are_no_composition_rules() {
    for input in [
        "correcthorsebattery",
        "                ",
        "violet harbour kettle",
        "SecurePass123",
        "MySecure123",
        "quiet lantern meadow",
        "4829137465",
        "kqzvwmtrhx",
    ] {
        for context in [BOOKS, DEFAULT, BRIAN] {
            assert_eq!(judged_in(context, input), Ok(()), "{input:?} at {}", context.site);
        }
    }
}

#[test]
fn common_ones_are_refused_however_long() {
    for input in [
        "password",
        "P@ssw0rd",
        "sunshine1",
        "passwordpassword",
        "qwertyuiop123",
        "correct horse battery staple",
        "CorrectHorseBatteryStaple",
        "DifferentPass",
    ] {
        for context in [BOOKS, DEFAULT, BRIAN] {
            assert_eq!(judged_in(context, input), Err(Mistake::PasswordCommon), "{input:?}");
        }
    }
    for input in ["abcdefghijkl", "        ", "19901990", "24121990"] {
        assert_eq!(judged(input), Err(Mistake::PasswordGuessable), "{input:?}");
    }
}

#[test]
fn one_common_word_with_a_year_digits_or_symbols_is_refused() {
    for input in [
        "Summer2026!",
        "Welcome2026!",
        "letmein2026!",
        "changeme2026!",
        "abcd1234!@#$",
        "2026Summer",
        "!!winter!!",
        "5umm3r2026!",
        "P@ssw0rd2026!",
        "Monday1234",
        "november2025",
        "Jan2026!!",
        "Liverpool1892",
        "Real Madrid 2026!",
        "Steelers2026!",
        "Sommer2026!",
        "Passwort2026",
        "primavera26!",
        "Michael1987!",
        "Katarzyna99",
        "Kettle5839",
        "Bob2026!!",
        "sunshine90210",
        "Dragon24121990",
        "summer2026summer",
        "Password2026!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
    ] {
        for context in [BOOKS, DEFAULT, BRIAN] {
            assert_eq!(judged_in(context, input), Err(Mistake::PasswordCommon), "{input:?}");
        }
    }
}

#[test]
fn what_is_made_from_the_address_or_the_site_is_refused() {
    for (context, inputs) in [
        (
            BOOKS,
            &[
                "wilhelmina1",
                "Wilhelmina.Fox@example.com",
                "harbourbooks",
                "foxwilhelmina.fox",
                "Harbour Books 2026",
                "books-harbour!!",
                "b00ks-h4rb0ur99",
                "Fox2026!!",
                "WilhelminaSummer2026!",
                "example.org2026",
                "fox@harbourbooks",
                "id.example.org",
                "w i l h e l m i n a 7 7",
            ][..],
        ),
        (
            DEFAULT,
            &[
                "Frontdesk2026!",
                "frontdesk!!99",
                "Fr0ntd3sk2026!!",
                "front desk 2026",
                "admin@example.net1",
                "net.example.admin",
                "exampleadmin2026",
                "localhost2026",
                "Frontdesk-Admin-1",
                "frontdesk482913",
            ],
        ),
        (
            BRIAN,
            &[
                "Brian Thompson",
                "ThompsonBrian1",
                "brian.thompson2026!",
                "thompson+brian",
                "Thompson!!99",
                "Br1an_Th0mpson",
            ],
        ),
    ] {
        for input in inputs {
            assert_eq!(judged_in(context, input), Err(Mistake::PasswordFromContext), "{input:?}");
        }
    }
}

#[test]
fn what_is_hard_to_guess_stays_so_beside_words_of_the_address_or_the_site() {
    for (context, input) in [
        (BOOKS, "violet harbour kettle"),
        (BOOKS, "wilhelmina kqzvwmtrhx"),
        (DEFAULT, "frontdesk violet kettle"),
        (DEFAULT, "kq7-zvw-admin-mtr-hx"),
        (BRIAN, "42 lanterns on a quiet meadow"),
        (BRIAN, "192 violet 168 kettles"),
    ] {
        assert_eq!(judged_in(context, input), Ok(()), "{input:?}");
    }
}

#[test]
fn symbols_alone_are_too_little_beside_a_word_of_the_address() {
    let symbols = "!%&)=?+*#-";
    assert!(super::is_guessable_after_context(symbols, 15));
    assert!(!super::is_guessable_after_context("vH7qm2xLp9", 15));
}

#[test]
fn the_name_of_the_site_is_no_reason_elsewhere() {
    assert_eq!(judged_in(DEFAULT, "harbourbooks of wilhelmina"), Ok(()));
    assert_eq!(judged_in(BOOKS, "frontdeskadministrator"), Ok(()));
}

#[test]
fn without_an_address_the_site_is_still_known() {
    let policy = PasswordPolicy::new(8, "Frontdesk", "id.harbour.example");
    for input in ["Frontdesk2026!", "harbour.example1"] {
        let refused = NewPassword::parse(Password::typed(input), &policy, None).map(drop);
        assert!(matches!(refused, Err(PolicyError::Refused(Mistake::PasswordFromContext))), "{input}");
    }
}

#[test]
fn what_could_not_be_decoded_is_refused() {
    assert_eq!(judged("qz\u{fffd}vtr78kk"), Err(Mistake::PasswordUnreadable));
}

/// Contains one entry, until it can no longer be read.
#[derive(Debug, Default)]
struct OneEntry {
    is_broken: AtomicBool,
}

impl Blocklist for OneEntry {
    fn contains(&self, folded: &str) -> Result<bool, BlocklistUnreadable> {
        match self.is_broken.load(Ordering::Relaxed) {
            true => Err(std::io::Error::other("a broken disk").into()),
            false => Ok(folded == "violet zo\u{eb} kettle"),
        }
    }
}

#[test]
fn the_operators_list_is_asked_in_folded_form_and_last() {
    let list = Arc::new(OneEntry::default());
    let policy = PasswordPolicy::new(8, "Frontdesk", "localhost").with_blocklist(list.clone());
    let parse = |input: &str| NewPassword::parse(Password::typed(input), &policy, None).map(drop);
    assert!(matches!(
        parse("Violet ZOE\u{308} Kettle"),
        Err(PolicyError::Refused(Mistake::PasswordBlocklisted))
    ));
    assert!(parse("Violet Zoe Kettle").is_ok());
    list.is_broken.store(true, Ordering::Relaxed);
    assert!(matches!(parse("Violet Zoe Kettle"), Err(PolicyError::Blocklist(_))));
    assert!(matches!(parse("password"), Err(PolicyError::Refused(Mistake::PasswordCommon))));
}
