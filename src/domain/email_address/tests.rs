//! Which addresses are valid, and which spellings are the same address.

use proptest::prelude::*;

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
        ("Zo\u{eb}".into(), "xn--bcher-kva.example")
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
        "alice\u{34f}@example.com",
        "alice\u{17b5}@example.com",
        "alice\u{180b}@example.com",
        "alice\u{fe0f}@example.com",
        "alice\u{e0100}@example.com",
        "\"alice\"@example.com",
        "alice\u{0}@example.com",
        "alice@exa_mple.com",
        "alice@-example.com",
        "alice@i\u{2665}ny.example",
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
    parsed(&format!("{}@example.com", "a".repeat(64)));
    assert_eq!(EmailAddress::parse(&format!("{}@example.com", "a".repeat(65))), Err(Mistake::EmailTooLong));
    parsed(&format!("{}@example.com", "e\u{301}".repeat(32)));
    // U+0958 is two characters in NFC: the length of the sent form counts.
    assert_eq!(
        EmailAddress::parse(&format!("{}@example.com", "\u{958}".repeat(21))),
        Err(Mistake::EmailTooLong)
    );
}

/// In A-labels the domain can be longer than as typed, and so can the whole address.
#[test]
fn a_new_address_fits_into_an_envelope() {
    let label = "\u{fc}".repeat(29);
    let ascii = idna::domain_to_ascii_strict(&label).expect("a label").len();
    let domain = |labels: usize| format!("{}.example", vec![label.as_str(); labels].join("."));
    let fitting = (254 - 64 - "@.example".len()) / (ascii + 1);
    let local = "\u{43a}".repeat(32);
    assert!(EmailAddress::parse_new(&format!("{local}@{}", domain(fitting))).is_ok());
    assert_eq!(
        EmailAddress::parse_new(&format!("{local}@{}", domain(fitting + 1))),
        Err(Mistake::EmailTooLong)
    );
}

#[test]
fn one_person_reads_the_mail_to_all_details() {
    for (one, mailbox) in [
        ("Victim+205@Example.com", "victim@example.com"),
        ("victim+a+b@example.com", "victim@example.com"),
        ("victim@example.com", "victim@example.com"),
        ("+victim@example.com", "+victim@example.com"),
        ("victim+a@b\u{fc}cher.example", "victim@xn--bcher-kva.example"),
    ] {
        assert_eq!(parsed(one).mailbox(), mailbox);
    }
}

#[test]
fn combining_marks_are_letters() {
    for local in [
        "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940}", // Devanagari, with a virama
        "\u{e17}\u{e35}\u{e48}\u{e19}\u{e31}\u{e48}\u{e19}", // Thai, with tone marks
        "\u{e19}\u{e49}\u{e33}",                      // Thai SARA AM
        "\u{ba4}\u{bae}\u{bbf}\u{bb4}\u{bcd}",        // Tamil
        "\u{1784}\u{17d2}\u{1782}",                   // Khmer, a subscript
        "\u{5e9}\u{5c1}\u{5b8}\u{5dc}\u{5d5}\u{5b9}\u{5dd}", // Hebrew, with points
        "\u{928}\u{93f}\u{930}\u{94d}\u{92e}\u{932}.1",
        "q\u{323}\u{307}",               // two on one letter, no composed form
        "q\u{316}\u{317}\u{318}\u{319}", // four
    ] {
        let email = EmailAddress::parse_new(&format!("{local}@example.com"));
        assert!(email.is_ok(), "{local}: {email:?}");
    }
    let domain = "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940}.\u{92d}\u{93e}\u{930}\u{924}";
    assert_eq!(parsed(&format!("a@{domain}")).deliverable().1, "xn--j2bd4cyah0f.xn--h2brj9c");
}

#[test]
fn marks_need_a_letter_and_are_few() {
    for local in [
        "\u{93f}a", // at the beginning
        "a.\u{301}b",
        "a+\u{301}",
        "\u{928}\u{94d}\u{94d}",                // twice the same
        "q\u{316}\u{317}\u{318}\u{319}\u{31c}", // five
    ] {
        let email = EmailAddress::parse_new(&format!("{local}@example.com"));
        assert_eq!(email, Err(Mistake::EmailInvalid), "{local}");
    }
}

#[test]
fn mail_goes_to_the_composed_spelling() {
    let stored = EmailAddress::from_stored("rene\u{301}@example.com".into(), "ren\u{e9}@example.com".into());
    assert_eq!(stored.deliverable(), ("ren\u{e9}".into(), "example.com"));
    assert_eq!(parsed("rene\u{301}@example.com").as_typed(), "ren\u{e9}@example.com");
    assert!(stored.is_spelled_like(&parsed("ren\u{e9}@example.com")));
    assert!(!stored.is_spelled_like(&parsed("Ren\u{e9}@example.com")));
}

/// The first of each pair is refused for a new account, but still finds the account that has it; the second is
/// accepted.
#[test]
fn alphabets_that_are_taken_for_each_other_do_not_mix() {
    for (look_alike, usual) in [
        ("\u{440}\u{430}ypal@example.com", "\u{440}\u{430}\u{443}\u{440}\u{430}@example.com"), // Cyrillic
        ("x@\u{430}pple.com", "x@xn--80aukc.xn--p1ai"),
        ("x@xn--pple-43d.com", "x@apple.com"),
        ("\u{3b1}lice@example.com", "\u{3b1}\u{3bb}\u{3af}\u{3ba}\u{3b7}@example.com"), // Greek
        ("\u{440}\u{3b1}@example.com", "\u{43f}\u{430}+1_2@example.com"),
        ("\u{13aa}olin@example.com", "\u{13a0}\u{13b5}@example.com"), // Cherokee
        ("\u{ff41}lice@example.com", "\u{e44}\u{e17}\u{e22}thai@example.com"),
        ("\u{1d41a}lice@example.com", "tanaka\u{7530}\u{306a}\u{30ab}@example.com"),
        ("\u{fb01}nn@example.com", "stra\u{df}e-7@example.com"),
    ] {
        assert_eq!(EmailAddress::parse_new(look_alike), Err(Mistake::EmailLookAlike), "{look_alike}");
        parsed(look_alike);
        assert!(EmailAddress::parse_new(usual).is_ok(), "{usual}");
    }
}

#[test]
fn a_new_address_is_at_no_number() {
    assert_eq!(EmailAddress::parse_new("alice@10.0.0.1"), Err(Mistake::EmailInvalid));
    parsed("alice@10.0.0.1");
}

#[test]
fn each_limit_is_reached_before_it_is_passed() {
    let spaces = |octets: usize| format!("{}a@example.com", " ".repeat(octets - "a@example.com".len()));
    parsed(&spaces(2_000));
    // A domain that is longer as typed than as it is sent counts up to the longest input only.
    let typed = |octets: usize| "x".repeat(octets);
    assert_eq!(EmailAddress::parse(&typed(254)), Err(Mistake::EmailInvalid));
    assert_eq!(EmailAddress::parse(&typed(255)), Err(Mistake::EmailTooLong));
    assert_eq!(EmailAddress::parse(&typed(1_025)), Err(Mistake::EmailTooLong));
    // Hangul as some keyboards send it: nine octets for what an A-label may write in one.
    let label = "\u{1100}\u{1161}\u{11a8}".repeat(37);
    let typed = |local: usize| format!("{}@{label}.{label}.{label}.example", "a".repeat(local));
    assert_eq!((typed(14).len(), EmailAddress::parse(&typed(14)).is_ok()), (1_024, true));
    assert_eq!(EmailAddress::parse(&typed(15)), Err(Mistake::EmailTooLong));
    let label = "d".repeat(60);
    let longest = format!("{}@{label}.{label}.{label}.example", "a".repeat(63));
    assert_eq!((longest.len(), EmailAddress::parse_new(&longest).is_ok()), (254, true));
}

/// A capital sharp s is longer than the small one, so what is sent may be longer than the key.
#[test]
fn the_envelope_counts_the_local_part_as_typed() {
    let local = "\u{1e9e}".repeat(21);
    let label = "d".repeat(60);
    let domain = |octets: usize| format!("{label}.{label}.{label}.{}", "e".repeat(octets - 183));
    assert!(EmailAddress::parse_new(&format!("{local}@{}", domain(190))).is_ok());
    assert_eq!(EmailAddress::parse_new(&format!("{local}@{}", domain(191))), Err(Mistake::EmailTooLong));
    parsed(&format!("{local}@{}", domain(191)));
}

#[test]
fn a_search_finds_an_address_as_typed_and_as_it_is_sent() {
    for (typed, text) in [
        ("Alice@Example.com", "alice@example.com"),
        ("Zo\u{eb}@B\u{fc}cher.example", "zo\u{eb}@b\u{fc}cher.example zo\u{eb}@xn--bcher-kva.example"),
        ("a@xn--bcher-kva.example", "a@b\u{fc}cher.example a@xn--bcher-kva.example"),
    ] {
        assert_eq!(parsed(typed).search_text(), text);
    }
}

#[test]
fn the_initial_is_the_first_letter_or_digit() {
    for (address, initial) in [
        ("alice@example.com", "A"),
        ("+7@example.com", "7"),
        ("élise@example.com", "É"),
        ("مثال@example.com", "م"),
        ("ßa@example.com", "S"),
    ] {
        assert_eq!(EmailAddress::parse(address).expect("an address").initial(), initial);
    }
}

proptest! {
    #[test]
    fn folding_once_is_enough(text in ".*") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn any_text_is_an_address_or_none(text in ".*@?.*", new in "[a-zA-Z\u{e9}\u{df}\u{3c3}\u{3a3}.+-]{1,70}@[a-zA-Z\u{fc}.-]{1,70}") {
        for text in [text, new] {
            if let Ok(email) = EmailAddress::parse(&text) {
                prop_assert!(email.as_typed().len() <= 254 && email.key().len() <= 254);
                prop_assert!(email.is_spelled_like(&email));
                prop_assert_eq!(EmailAddress::parse(email.as_typed()), Ok(email));
            } else {
                prop_assert!(EmailAddress::parse_new(&text).is_err());
            }
        }
    }

    #[test]
    fn case_and_white_space_identify_no_other_account(local in "[a-zA-Z0-9.+_-]{1,20}", domain in "[a-zA-Z]{1,10}") {
        let typed = format!("{local}@{domain}.example");
        let other = format!(" {}\t", typed.to_uppercase());
        let key = |text: &str| EmailAddress::parse(text).map(|email| email.key().to_owned());
        prop_assert_eq!(key(&typed), key(&other));
    }
}
