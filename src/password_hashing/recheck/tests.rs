//! Rechecks detect a wrong engine, by the hashes that it makes and by those that it refuses.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use crate::domain::{NewPassword, Password, PasswordPolicy};
use crate::password_hashing::engine::wrong::Wrong;
use crate::password_hashing::engine::{Arena, Engine, Input};
use crate::password_hashing::{
    EngineChoice, HashingError, Known, Parameters, PasswordHashing, Peppers, Settings, VerifyError, Wanted,
    unexpected,
};

/// The bits that the tests' engines change in each tag.
static WHEN_NEW: AtomicU8 = AtomicU8::new(0);
static WHEN_CHECKED: AtomicU8 = AtomicU8::new(0);

fn wrong(by: &'static AtomicU8) -> Box<dyn Arena> {
    let change = move |_: Input<'_>, tag: &mut [u8]| tag[31] ^= by.load(Ordering::SeqCst);
    Box::new(Wrong(Engine::Simd.arena(), change))
}

fn wrong_when_new() -> Box<dyn Arena> {
    wrong(&WHEN_NEW)
}

fn wrong_when_checked() -> Box<dyn Arena> {
    wrong(&WHEN_CHECKED)
}

/// So many hashes at once, each on one thread.
fn wanted(workers: usize) -> Wanted {
    Wanted { workers: Some(workers), threads: None, cores: workers }
}

fn hashing(engine: Engine) -> PasswordHashing {
    let settings = Settings {
        parameters: Parameters::new(64, 1, 1).expect("valid"),
        engine: EngineChoice::Auto,
        peppers: Peppers::default(),
        wanted: wanted(2),
        queue_depth: 4,
        longest_wait: Duration::from_secs(60),
    };
    PasswordHashing::with_engine(settings, engine).expect("workers")
}

fn password() -> Password {
    Password::typed("violet harbour kettle")
}

fn new_password() -> Result<NewPassword, HashingError> {
    NewPassword::parse(password(), &PasswordPolicy::new(8, "Frontdesk", "localhost"), None)
        .map_err(unexpected)
}

async fn until(what: &str, mut is_true: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is_true() {
        assert!(begin.elapsed() < Duration::from_secs(20), "{what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn a_wrong_new_hash_is_found_and_the_reference_takes_over() {
    let hashing = hashing(Engine::Other(wrong_when_new));
    until("the check after the start", || hashing.status().rechecked == 1).await;
    assert_eq!((hashing.status().found_wrong, hashing.status().engine.as_str()), (0, "other"));

    WHEN_NEW.store(1, Ordering::SeqCst);
    let faulty = hashing.hash_new(new_password).await.expect("a hash");
    let mut repairs = Vec::new();
    until("a repair", || {
        repairs.extend(hashing.take_repairs());
        !repairs.is_empty()
    })
    .await;
    assert_eq!(repairs[0].faulty, faulty);
    assert_ne!(repairs[0].right, faulty);
    assert_eq!(hashing.status().engine, "argon2");
    assert!(hashing.status().found_wrong > 0);
    assert!(hashing.verify(password(), repairs[0].right.clone(), Known::No).await.is_ok());
    assert!(matches!(hashing.verify(password(), faulty, Known::No).await, Err(VerifyError::Mismatch)));
    let right = hashing.hash_new(new_password).await.expect("a hash");
    assert!(hashing.verify(password(), right, Known::No).await.is_ok());
}

#[tokio::test]
async fn a_refused_log_in_that_was_right_is_found_and_passes_the_next_time() {
    let right = hashing(Engine::Simd).hash(password()).await.expect("a hash");
    let hashing = hashing(Engine::Other(wrong_when_checked));
    until("the check after the start", || hashing.status().rechecked == 1).await;
    WHEN_CHECKED.store(4, Ordering::SeqCst);
    assert!(matches!(hashing.verify(password(), right.clone(), Known::No).await, Err(VerifyError::Mismatch)));
    until("the reference", || hashing.status().engine == "argon2").await;
    assert!(hashing.verify(password(), right, Known::No).await.is_ok());
    assert!(hashing.take_repairs().is_empty(), "the stored hash was right");
}

#[tokio::test]
async fn failed_log_ins_are_rechecked_once_a_minute_and_new_hashes_when_the_workers_are_idle() {
    let hashing = hashing(Engine::Simd);
    let hash = hashing.hash(password()).await.expect("a hash");
    for _ in 0..5 {
        let wrong = Password::typed("something else");
        assert!(hashing.verify(wrong, hash.clone(), Known::No).await.is_err());
    }
    until("start, new hash, and one failure", || hashing.status().rechecked == 3).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!((hashing.status().rechecked, hashing.status().found_wrong), (3, 0));
    assert_eq!(hashing.status().engine, Engine::Simd.to_string());
}
