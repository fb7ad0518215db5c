//! Password hashing as users notice it: which requests wait, what a pepper does, and what administrators see.

use std::time::Duration;

use frontdesk::accounts::HashingStatus;
use frontdesk::config::{Engine, Secret};
use rocket::futures::future::{join, join_all};

use crate::harness::{App, PASSWORD};

/// An application with one worker that is slow at each hash.
async fn slow_app() -> App {
    App::with(|config| {
        config.hashing.memory_kib = 16_384;
        config.hashing.passes = 32;
        config.hashing.workers = 1;
    })
    .await
}

async fn until(app: &App, is_so: impl Fn(&HashingStatus) -> bool) {
    for _ in 0..10_000 {
        if is_so(&app.accounts.hashing_status()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("{:?}", app.accounts.hashing_status());
}

#[rocket::async_test]
async fn a_log_in_passes_a_flood_of_sign_ups() {
    let app = slow_app().await;
    app.member("alice@example.com").await;
    let flood = join_all((0..16).map(|number| {
        let mut browser = app.browser();
        async move { browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await.status }
    }));
    let log_in = async {
        until(&app, |status| status.new_hashes_waiting >= 12).await;
        let status = app.browser().log_in("alice@example.com", PASSWORD).await.status;
        (status, app.accounts.hashing_status().new_hashes_waiting)
    };
    let (signed_up, (logged_in, still_waiting)) = join(flood, log_in).await;
    assert_eq!(logged_in, 303);
    assert!(still_waiting >= 8, "{still_waiting} of those who came first are still waiting");
    assert!(signed_up.iter().all(|status| *status == 303), "{signed_up:?}");
}

#[rocket::async_test]
async fn a_log_in_in_a_known_browser_passes_those_of_strangers() {
    let app = slow_app().await;
    let mut alice = app.member("alice@example.com").await;
    let flood =
        join_all(
            (0..12).map(|number| {
                let mut browser = app.browser();
                async move {
                    browser.log_in(&format!("unknown{number}@example.com"), "a wrong guess").await.status
                }
            }),
        );
    let log_in = async {
        until(&app, |status| status.checks_waiting >= 10).await;
        let status = alice.log_in("alice@example.com", PASSWORD).await.status;
        (status, app.accounts.hashing_status().checks_waiting)
    };
    let (refused, (logged_in, still_waiting)) = join(flood, log_in).await;
    assert_eq!(logged_in, 303);
    assert!(still_waiting >= 6, "{still_waiting} of those who came first are still waiting");
    assert!(refused.iter().all(|status| *status == 422), "{refused:?}");
}

#[rocket::async_test]
async fn a_full_queue_has_a_place_for_a_log_in() {
    let app = App::with(|config| {
        config.hashing.memory_kib = 16_384;
        config.hashing.passes = 64;
        config.hashing.workers = 1;
        config.hashing.queue_depth = 3;
    })
    .await;
    app.member("alice@example.com").await;
    let sign_ups = join_all((0..4).map(|number| {
        let mut browser = app.browser();
        async move { browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await }
    }));
    let log_in = async {
        until(&app, |status| status.new_hashes_waiting == 3).await;
        app.browser().log_in("alice@example.com", PASSWORD).await.status
    };
    let (signed_up, logged_in) = join(sign_ups, log_in).await;
    assert_eq!(logged_in, 303);
    let refused: Vec<_> = signed_up.iter().enumerate().filter(|(_, answer)| answer.status == 503).collect();
    let [(number, refused)] = refused[..] else { panic!("the last one gives its place up") };
    assert_eq!(refused.attribute("#email", "value"), Some(format!("person{number}@example.com")));
    assert!(refused.header("Retry-After").is_some());
}

fn pepper(letter: &str) -> Option<Secret> {
    Some(Secret(letter.repeat(44)))
}

#[rocket::async_test]
async fn a_pepper_comes_changes_and_goes_and_everybody_gets_in() {
    let plain = App::new().await;
    plain.member("alice@example.com").await;
    let stored =
        || plain.database.texts("SELECT hashed_password AS value FROM users").remove(0).expect("a hash");
    let without = stored();
    let mut seen = vec![without.clone()];
    for (current, previous) in
        [(pepper("a"), None), (pepper("b"), pepper("a")), (None, pepper("b")), (None, None)]
    {
        let app = App::on(plain.database.clone(), |config| {
            config.hashing.pepper = current.clone();
            config.hashing.previous_pepper = previous;
        })
        .await;
        for _ in 0..2 {
            assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
        }
        assert_eq!(app.browser().log_in("alice@example.com", "violet harbour cattle").await.status, 422);
        assert_eq!(stored().contains(",keyid="), current.is_some(), "{}", stored());
        seen.push(stored());
    }
    assert_eq!(seen[3], seen[4], "nothing was left to renew");
    assert_ne!(seen[0], seen[3]);
}

#[rocket::async_test]
async fn without_its_pepper_a_hash_lets_nobody_in() {
    let peppered = App::with(|config| config.hashing.pepper = pepper("a")).await;
    peppered.member("alice@example.com").await;
    for config in [None, pepper("b")] {
        let app = App::on(peppered.database.clone(), |with| with.hashing.pepper = config).await;
        let answer = app.browser().log_in("alice@example.com", PASSWORD).await;
        assert_eq!(answer.status, 422);
        until(&app, |status| status.served == 1).await; // It costs what an unknown address costs.
    }
}

#[rocket::async_test]
async fn every_engine_checks_what_the_other_made() {
    let auto = App::with(|config| config.hashing.lanes = 3).await;
    auto.member("alice@example.com").await;
    let reference = App::on(auto.database.clone(), |config| config.hashing.engine = Engine::Reference).await;
    assert_eq!(reference.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
    reference.member("bob@example.com").await;
    assert_eq!(auto.browser().log_in("bob@example.com", PASSWORD).await.status, 303);
    assert!(auto.accounts.hashing_status().engine.starts_with("argon2-rust ("));
    assert_eq!(reference.accounts.hashing_status().engine, "argon2");
}

#[rocket::async_test]
async fn administrators_see_how_the_queue_is_doing() {
    let app = App::with(|config| {
        config.hashing.workers = 2;
        config.hashing.longest_wait_ms = 2_000;
    })
    .await;
    let mut administrator = app.administrator("root@example.org").await;
    until(&app, |status| status.served == 1 && status.busy_workers == 0).await;
    let page = administrator.get("/admin").await;
    assert_eq!(page.status, 200);
    let text = |id: &str| page.text(&format!("#{id}")).unwrap_or_default();
    assert_eq!(text("user-count"), "1 user");
    assert!(text("hashing-engine").starts_with("argon2-rust"), "{}", text("hashing-engine"));
    assert_eq!(text("hashing-cost"), "64 KiB, 1 pass, 1 lane");
    assert_eq!(text("hashing-workers"), "0 of 2 busy, 128 KiB in total");
    assert_eq!(text("hashing-threads"), "1");
    assert_eq!(text("hashing-waiting"), "0 of 256 places taken: 0 log-ins, 0 new passwords");
    assert_eq!(text("hashing-wait"), "0 ms for a sign-up; requests are rejected after 2 s");
    assert_eq!(text("hashing-served"), "1");
    assert!(text("hashing-waits").ends_with("(last 1 hash)"), "{}", text("hashing-waits"));
    assert_eq!(text("hashing-refused"), "0 requests, asked to try again later");
    assert_eq!(text("hashing-left"), "0 requests, disconnected while waiting");
}
