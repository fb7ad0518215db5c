//! Stored hashes, which may come from another program.

use frontdesk::domain::{Password, PhcString};
use frontdesk::password_hashing::{
    EngineChoice, Parameters, Peppers, Settings, VerifyError, Wanted, verify_alone,
};

/// Reads a hash and checks a password against it. Costs that would only keep the fuzzer waiting are left out; those that are
/// beyond all bounds are not.
pub fn phc(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    if is_slow(text) {
        return;
    }
    let settings = Settings {
        parameters: Parameters::new(64, 1, 1).expect("parameters"),
        engine: EngineChoice::Reference,
        peppers: Peppers::default(),
        wanted: Wanted { workers: Some(1), threads: Some(1), cores: 1 },
        queue_depth: 1,
        longest_wait: std::time::Duration::from_secs(1),
    };
    let verified =
        verify_alone(&Password::typed("violet harbour"), &PhcString::new(text.to_owned()), &settings);
    match verified {
        Ok(()) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_)) => {}
        Err(error) => panic!("{error}"),
    }
}

/// Whether a number of four to seven digits stands in it, or passes of two: such a hash may take milliseconds to seconds.
fn is_slow(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| (4..=7).contains(&digits.len()))
        || text
            .split_once("t=")
            .is_some_and(|(_, rest)| rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit))
}
