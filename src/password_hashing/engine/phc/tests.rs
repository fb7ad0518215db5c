//! Hashes are created, read, refused and renewed.

use super::*;
use crate::password_hashing::engine::{Engine, EngineChoice};

fn of(memory_kib: u32, passes: u32, lanes: u32) -> Parameters {
    Parameters::new(memory_kib, passes, lanes).expect("valid")
}

fn cheap() -> Parameters {
    of(64, 1, 1)
}

fn team() -> ThreadTeam {
    ThreadTeam::of(1, 64, &Engine::choose(EngineChoice::Auto, 1).expect("an engine"))
}

fn pepper(letter: &str) -> Pepper {
    Pepper::new(&letter.repeat(32)).expect("long enough")
}

fn read(text: &str) -> Result<Argon2Hash, Unreadable> {
    Argon2Hash::read(&PhcString::new(text.to_owned()), &Peppers::default())
}

fn made(password: &str, pepper: Option<&Pepper>) -> PhcString {
    hash(&mut team(), &Password::typed(password), cheap(), pepper).expect("hashed")
}

fn fits(stored: &Argon2Hash, password: &str) -> bool {
    stored.fits(&Password::typed(password), |input, tag| team().tag(input, tag)).expect("checked")
}

#[test]
fn a_hash_fits_its_password_and_no_other() {
    let stored = read(made("violet harbour", None).as_str()).expect("readable");
    assert!(fits(&stored, "violet harbour"));
    assert!(!fits(&stored, "violet harbour "));
    assert!(!stored.is_outdated(cheap(), &Peppers::default()));
}

#[test]
fn the_default_parameters_make_the_documented_string() {
    let hash = hash(&mut team(), &Password::typed("violet harbour"), of(65_536, 3, 4), None).expect("hashed");
    let (head, rest) = hash.as_str().split_at("$argon2id$v=19$m=65536,t=3,p=4$".len());
    assert_eq!(head, "$argon2id$v=19$m=65536,t=3,p=4$");
    assert_eq!(rest.split('$').map(str::len).collect::<Vec<_>>(), [22, 43], "salt and tag");
}

/// Made with the reference command line: `printf password | argon2 somesalt -id -t 2 -k 256 -p 1`.
#[test]
fn a_hash_of_the_reference_implementation_fits() {
    let stored = read("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
        .expect("readable");
    assert!(fits(&stored, "password"));
    assert!(stored.is_outdated(cheap(), &Peppers::default()), "its salt is short");
}

/// The tags of the first three are in the tests of the reference implementation (`src/test.c`). OpenSSL made the other
/// two, the last with the associated data `example`.
#[test]
fn a_hash_of_another_kind_fits_until_it_is_renewed() {
    for text in [
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
        "$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
        "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
        "$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$JcTui6RIBUtJ78gE5Hi52CO+H5vS6Z9R1uxAB6OhUB8",
        "$argon2id$v=19$m=256,t=2,p=1,data=ZXhhbXBsZQ$c29tZXNhbHQ$niBUStzws51kMybaHGMSSfufJFrustIJuQXVyXf/rj4",
    ] {
        let stored = read(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert!(fits(&stored, "password") && !fits(&stored, "passwort"), "{text}");
        assert!(stored.is_outdated(cheap(), &Peppers::default()), "{text}");
    }
}

#[test]
fn weaker_ones_are_noticed() {
    let today = of(65_536, 3, 4);
    let salt = "c".repeat(22).replace("cc", "cQ");
    let salt_and_tag = format!("{salt}${}", "A".repeat(43));
    for (text, weaker) in [
        ("$argon2id$v=19$m=65536,t=3,p=4$", false),
        ("$argon2id$v=19$m=131072,t=3,p=1$", false),
        ("$argon2id$v=19$m=65535,t=3,p=4$", true),
        ("$argon2id$v=19$m=65536,t=2,p=4$", true),
        ("$argon2i$v=19$m=65536,t=3,p=4$", true),
        ("$argon2id$v=16$m=65536,t=3,p=4$", true),
    ] {
        let stored = read(&format!("{text}{salt_and_tag}")).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(stored.is_outdated(today, &Peppers::default()), weaker, "{text}");
    }
    for (octets, tag, weaker) in
        [(16, "A".repeat(22), true), (32, "A".repeat(43), false), (64, "A".repeat(86), false)]
    {
        let text = format!("$argon2id$v=19$m=65536,t=3,p=4${salt}${tag}");
        let stored = read(&text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(stored.is_outdated(today, &Peppers::default()), weaker, "a tag of {octets} octets");
    }
}

#[test]
fn absurd_parameters_are_refused_before_memory_is_spent() {
    for parameters in [
        "m=4294967295,t=1,p=1",
        "m=262145,t=1,p=1",
        "m=65536,t=4294967295,p=1",
        "m=262144,t=5,p=1",
        "m=65536,t=3,p=65",
        "m=65536,t=0,p=4",
        "m=7,t=1,p=1",
    ] {
        let text =
            format!("$argon2id$v=19${parameters}$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assert!(read(&text).is_err(), "{parameters}");
    }
    for text in [
        "",
        "plain",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2id$v=19$m=256,t=2,p=1",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
    ] {
        assert!(read(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_decoy_reads_like_a_hash_of_today() {
    let peppers = Peppers { current: Some(pepper("a")), previous: None };
    let decoy = decoy(cheap(), peppers.current.as_ref()).expect("made");
    let stored = Argon2Hash::read(&decoy, &peppers).expect("readable");
    assert!(!stored.is_outdated(cheap(), &peppers));
    assert!(!fits(&stored, ""));
}

#[test]
fn a_pepper_is_needed_and_the_previous_one_is_known() {
    let (old, new) = (pepper("a"), pepper("b"));
    let hash = made("violet harbour", Some(&old));
    assert!(hash.as_str().contains(",keyid="), "{}", hash.as_str());

    let peppers = |current: Option<&Pepper>, previous: Option<&Pepper>| Peppers {
        current: current.cloned(),
        previous: previous.cloned(),
    };
    let with_it = Argon2Hash::read(&hash, &peppers(Some(&old), None)).expect("readable");
    assert!(fits(&with_it, "violet harbour") && !fits(&with_it, "violet harbor"));
    assert!(!with_it.is_outdated(cheap(), &peppers(Some(&old), None)));

    let rotated = peppers(Some(&new), Some(&old));
    let stored = Argon2Hash::read(&hash, &rotated).expect("readable");
    assert!(fits(&stored, "violet harbour") && stored.is_outdated(cheap(), &rotated));

    let given_up = peppers(None, Some(&old));
    let stored = Argon2Hash::read(&hash, &given_up).expect("readable");
    assert!(fits(&stored, "violet harbour") && stored.is_outdated(cheap(), &given_up));

    assert!(Argon2Hash::read(&hash, &peppers(Some(&new), None)).is_err(), "its pepper is not configured");
    let plain = Argon2Hash::read(&made("violet harbour", None), &rotated).expect("readable");
    assert!(fits(&plain, "violet harbour") && plain.is_outdated(cheap(), &rotated));
}

#[test]
fn the_pepper_and_not_its_name_makes_the_tag() {
    let (old, new) = (pepper("a"), pepper("b"));
    let hash = made("violet harbour", Some(&old));
    let name = |hash: &PhcString| {
        let name = hash.as_str().split("keyid=").nth(1).and_then(|rest| rest.split('$').next());
        name.expect("a name").to_owned()
    };
    let renamed = hash.as_str().replace(&name(&hash), &name(&made("violet harbour", Some(&new))));
    let renamed = PhcString::new(renamed);
    assert_ne!(renamed.as_str(), hash.as_str());
    let peppers = Peppers { current: Some(new), previous: None };
    assert!(!fits(&Argon2Hash::read(&renamed, &peppers).expect("readable"), "violet harbour"));
}
