//! Queue and workers together: which requests are served, which are refused, and how much memory they need.

use std::sync::mpsc;

use proptest::prelude::*;

use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// So many hashes at once, each on one thread.
fn wanted(workers: usize) -> Wanted {
    Wanted { workers: Some(workers), threads: None, cores: workers }
}

fn settings() -> Settings {
    Settings {
        parameters: Parameters::new(64, 1, 1).expect("valid"),
        engine: EngineChoice::Auto,
        peppers: Peppers::default(),
        wanted: wanted(2),
        queue_depth: 4,
        longest_wait: 60 * SECOND,
    }
}

fn hashing(settings: Settings) -> PasswordHashing {
    PasswordHashing::new(settings).expect("workers")
}

fn password() -> Password {
    Password::typed("violet harbour kettle")
}

/// Keeps a worker busy until the sender is dropped. Returns once the work has begun.
struct Busy {
    release: mpsc::Sender<()>,
    done: tokio::task::JoinHandle<Result<(), HashingError>>,
}

async fn keep_busy(hashing: &PasswordHashing) -> Busy {
    let (release, wait) = mpsc::channel::<()>();
    let busy_before = hashing.status().busy_workers;
    let done = tokio::spawn({
        let hashing = hashing.clone();
        async move {
            hashing
                .run(Priority::NewHash, 1..=1, move |_| {
                    let _ = wait.recv();
                })
                .await
        }
    });
    until(hashing, |status| status.busy_workers > busy_before).await;
    Busy { release, done }
}

impl Busy {
    async fn end(self) {
        drop(self.release);
        self.done.await.expect("a task").expect("served");
    }
}

async fn until(hashing: &PasswordHashing, is_so: impl Fn(&Status) -> bool) {
    let begin = std::time::Instant::now();
    while !is_so(&hashing.status()) {
        assert!(begin.elapsed() < 10 * SECOND, "{:?}", hashing.status());
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn what_is_hashed_can_be_verified() {
    let hashing = hashing(settings());
    let hash = hashing.hash(password()).await.expect("hashed");
    let verified = hashing.verify(password(), hash.clone(), Known::No).await.expect("fits");
    assert!(!verified.needs_rehash);
    let wrong = hashing.verify(Password::typed("violet"), hash, Known::No).await;
    assert!(matches!(wrong, Err(VerifyError::Mismatch)));
    until(&hashing, |status| status.busy_workers == 0).await;
    let status = hashing.status();
    assert_eq!((status.served, status.refused, status.left), (3, 0, 0));
    assert!(status.waits.is_some_and(|waits| waits.of == 3));
}

#[tokio::test]
async fn a_hash_that_cost_less_fits_and_asks_for_a_new_one() {
    let hash = hashing(settings()).hash(password()).await.expect("hashed");
    let parameters = Parameters::new(128, 1, 1).expect("valid");
    let stronger = hashing(Settings { parameters, ..settings() });
    assert!(stronger.verify(password(), hash, Known::No).await.expect("fits").needs_rehash);
}

#[tokio::test]
async fn one_too_many_is_refused_after_a_second() {
    let hashing = hashing(Settings { wanted: wanted(1), queue_depth: 1, ..settings() });
    let busy = keep_busy(&hashing).await;
    let waiting = tokio::spawn({
        let hashing = hashing.clone();
        async move { hashing.hash(password()).await }
    });
    until(&hashing, |status| status.checks_waiting == 1).await;
    let begin = Instant::now();
    let refused = hashing.hash(password()).await.expect_err("the queue is full");
    assert!(matches!(refused, HashingError::NoCapacity { retry_after } if retry_after == SECOND));
    assert!(begin.elapsed() >= SECOND, "who asks again at once does not take the processor from the others");
    busy.end().await;
    waiting.await.expect("a task").expect("served");
    assert_eq!(hashing.status().refused, 1);
}

#[tokio::test]
async fn waiting_has_an_end_and_its_place_comes_back() {
    let longest_wait = Duration::from_millis(300);
    let hashing = hashing(Settings { wanted: wanted(1), longest_wait, ..settings() });
    let busy = keep_busy(&hashing).await;
    let late = hashing.hash(password()).await.expect_err("no worker was free");
    assert!(matches!(late, HashingError::NoCapacity { retry_after } if retry_after == SECOND));
    let status = hashing.status();
    assert_eq!((status.checks_waiting, status.refused, status.left), (0, 1, 0));
    busy.end().await;
    hashing.hash(password()).await.expect("the worker is free again");
}

#[tokio::test]
async fn retry_after_is_the_time_to_drain_the_queue() {
    let hashing = hashing(Settings { wanted: wanted(1), queue_depth: 3, ..settings() });
    #[expect(clippy::disallowed_methods, reason = "it keeps a worker busy, which has a thread of its own")]
    let slow = |team: &mut ThreadTeam| {
        phc::spend(team, Parameters::new(64, 1, 1).expect("valid")).expect("memory");
        std::thread::sleep(Duration::from_millis(500));
    };
    hashing.run(Priority::NewHash, 1..=1, slow).await.expect("served");
    until(&hashing, |status| status.busy_workers == 0).await;
    let busy = keep_busy(&hashing).await;
    let waiting: Vec<_> = (0..3)
        .map(|_| {
            let hashing = hashing.clone();
            tokio::spawn(async move { hashing.hash(password()).await })
        })
        .collect();
    until(&hashing, |status| status.checks_waiting == 3).await;
    let refused = hashing.hash(password()).await.expect_err("the queue is full");
    let HashingError::NoCapacity { retry_after } = refused else { panic!("{refused}") };
    assert!(
        retry_after >= 2 * SECOND,
        "one is served, and three wait, for half a second each: {retry_after:?}"
    );
    assert_eq!(hashing.status().expected_wait, retry_after);
    busy.end().await;
    for waiting in waiting {
        waiting.await.expect("a task").expect("served");
    }
}

#[tokio::test]
async fn who_stops_waiting_costs_nothing() {
    let hashing = hashing(Settings { wanted: wanted(1), ..settings() });
    let busy = keep_busy(&hashing).await;
    let leaving = tokio::spawn({
        let hashing = hashing.clone();
        async move { hashing.hash(password()).await }
    });
    until(&hashing, |status| status.checks_waiting == 1).await;
    leaving.abort();
    until(&hashing, |status| status.left == 1).await;
    busy.end().await;
    assert_eq!(hashing.status().served, 0);
}

#[tokio::test]
async fn those_behind_one_who_leaves_are_served() {
    let large = hashing(Settings { parameters: Parameters::new(128, 1, 1).expect("valid"), ..settings() });
    let hash = large.hash(password()).await.expect("hashed");
    let hashing = hashing(settings());
    let busy = keep_busy(&hashing).await;
    let leaving = tokio::spawn({
        let hashing = hashing.clone();
        async move { hashing.verify(password(), hash, Known::No).await.is_ok() }
    });
    until(&hashing, |status| status.checks_waiting == 1).await;
    let behind = tokio::spawn({
        let hashing = hashing.clone();
        async move { hashing.hash(password()).await.is_ok() }
    });
    until(&hashing, |status| status.checks_waiting == 2).await;
    leaving.abort();
    assert!(behind.await.expect("a task"), "one arena is idle, and enough");
    busy.end().await;
}

#[tokio::test]
async fn who_finds_a_worker_idle_is_served_whatever_the_longest_wait() {
    let longest_wait = Duration::ZERO;
    let hashing = hashing(Settings { wanted: wanted(1), queue_depth: 0, longest_wait, ..settings() });
    for _ in 0..20 {
        hashing.hash(password()).await.expect("served");
        until(&hashing, |status| status.busy_workers == 0).await;
    }
}

#[tokio::test]
async fn a_panic_is_told_and_the_worker_goes_on() {
    let hashing = hashing(Settings { wanted: wanted(1), ..settings() });
    let broken = hashing.run(Priority::Check, 1..=1, |_| panic!("on purpose")).await;
    assert!(matches!(broken, Err::<(), _>(HashingError::Unexpected(_))));
    hashing.hash(password()).await.expect("the worker is still there");
}

#[tokio::test]
async fn a_large_stored_hash_takes_the_memory_of_several_workers_or_waits_for_all_of_them() {
    let large = hashing(Settings { parameters: Parameters::new(128, 1, 1).expect("valid"), ..settings() });
    let hash = large.hash(password()).await.expect("hashed");

    let two = hashing(settings());
    let busy = keep_busy(&two).await;
    let checked = tokio::spawn({
        let (two, hash) = (two.clone(), hash.clone());
        async move { two.verify(password(), hash, Known::No).await }
    });
    until(&two, |status| status.checks_waiting == 1).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(two.status().checks_waiting, 1, "one worker's memory is not enough");
    busy.end().await;
    assert!(checked.await.expect("a task").is_ok());
    assert!(two.hash(password()).await.is_ok(), "the arenas are as they were");

    let larger = hashing(Settings { parameters: Parameters::new(1_024, 1, 1).expect("valid"), ..settings() });
    let larger = larger.hash(password()).await.expect("hashed");
    let busy = keep_busy(&two).await;
    let checked = tokio::spawn({
        let two = two.clone();
        async move { two.verify(password(), larger, Known::No).await }
    });
    until(&two, |status| status.checks_waiting == 1).await;
    busy.end().await;
    assert!(checked.await.expect("a task").is_ok(), "all workers together have an eighth of what it needs");
    assert!(two.hash(password()).await.is_ok(), "the arenas are as they were");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Costs stay small, or are beyond all bounds.
    #[test]
    fn any_stored_text_fits_or_does_not_or_is_unreadable(
        text in "\\$(argon2(id|i|d)?|2b)(\\$v=(16|19|20))?(\\$m=([0-9]{1,3}|9{8,12}),t=[0-9],p=[0-9]{1,3})?(,(keyid|data)=[A-Za-z0-9+/]{0,12})?(\\$[A-Za-z0-9+/]{0,70}){0,3}|[^0-9]*",
    ) {
        let settings = Settings { engine: EngineChoice::Reference, ..settings() };
        let verified = verify_alone(&password(), &PhcString::new(text), &settings);
        let is_told = matches!(verified, Ok(()) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_)));
        prop_assert!(is_told, "{:?}", verified);
    }
}
