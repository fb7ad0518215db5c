//! Rate limits of several processes on one database: on PostgreSQL they hold for all together, on SQLite for each.

use std::sync::Arc;

use crate::harness::{App, Browser, PASSWORD, TestDatabase};

/// Three processes: five attempts for each client, three for each address, and two mails of a kind to a mailbox.
async fn three() -> [App; 3] {
    let database = Arc::new(TestDatabase::new());
    let start = || {
        App::on(database.clone(), |config| {
            config.rate_limits.enabled = true;
            config.rate_limits.client_burst = 5;
            config.rate_limits.client_per_minute = 1;
            config.rate_limits.address_burst = 3;
            config.rate_limits.address_per_minute = 1;
            config.rate_limits.mail_burst = 2;
        })
    };
    [start().await, start().await, start().await]
}

/// How many attempts in three times as many, each at the next process, are not refused.
macro_rules! allowed {
    ($apps:expr, $each:expr, $attempt:expr) => {{
        let mut allowed = 0;
        for number in 0..3 * $each {
            let mut browser = $apps[number % 3].browser();
            let status: u16 = $attempt(&mut browser, number).await;
            assert!(matches!(status, 303 | 422 | 429), "{status}");
            allowed += usize::from(status != 429);
        }
        allowed
    }};
}

async fn guess(browser: &mut Browser<'_>, number: usize) -> u16 {
    browser.log_in(&format!("person{number}@example.com"), "a wrong guess").await.status
}

#[rocket::async_test]
async fn one_client_has_one_limit_at_all_of_them() {
    let apps = three().await;
    let allowed = allowed!(apps, 10, guess);
    let is_shared = !apps[0].database.is_sqlite();
    assert_eq!(allowed, if is_shared { 5 } else { 15 });

    let refused = apps[0].browser().log_in("alice@example.com", "a wrong guess").await;
    let wait: u64 = refused.header("Retry-After").and_then(|wait| wait.parse().ok()).expect("a time to wait");
    assert!((1..=60).contains(&wait), "{wait}");
    let other = apps[0].browser().from([198, 51, 100, 7]).log_in("alice@example.com", "a wrong guess").await;
    assert_eq!(other.status, 422);
}

#[rocket::async_test]
async fn an_address_at_which_many_clients_guess_has_one_limit() {
    let apps = three().await;
    let allowed = allowed!(apps, 6, async |browser: &mut Browser<'_>, number: usize| {
        let mut browser = browser.clone().from([203, 0, 113, u8::try_from(number).expect("few")]);
        browser.log_in("alice@example.com", "a wrong guess").await.status
    });
    assert_eq!(allowed, if apps[0].database.is_sqlite() { 9 } else { 3 });
}

#[rocket::async_test]
async fn a_mailbox_has_one_limit() {
    let apps = three().await;
    apps[0].browser().sign_up("alice@example.com", PASSWORD).await;
    let allowed = allowed!(apps, 4, async |browser: &mut Browser<'_>, number: usize| {
        let mut browser = browser.clone().from([203, 0, 113, u8::try_from(number).expect("few")]);
        browser.post("/password-reset", &[("email", "alice@example.com")]).await.status
    });
    assert_eq!(allowed, if apps[0].database.is_sqlite() { 6 } else { 2 });
}

/// The rows, with the transactions that have written them or locked them.
fn written(app: &App) -> Vec<String> {
    app.database
        .texts("SELECT encode(key, 'hex') || ' ' || full_at || ' ' || xmin || ' ' || xmax AS value FROM rate_limits")
        .into_iter()
        .flatten()
        .collect()
}

/// An attempt that waits for another one's row must not take what it then finds for a bucket from the future.
#[rocket::async_test]
async fn an_attempt_that_has_waited_for_another_counts_from_now() {
    let apps = three().await;
    if apps[0].database.is_sqlite() {
        return;
    }
    assert_eq!(guess(&mut apps[0].browser(), 0).await, 422);
    // Empty as of a second from now: the bucket of five fills in five minutes.
    let empty = "full_at = (clock_timestamp() AT TIME ZONE 'utc') + INTERVAL '301 seconds'";
    let other = apps[0].database.begin(&format!("UPDATE rate_limits SET {empty}"));
    let mut browser = apps[1].browser();
    let waiting = async {
        let blocked = "SELECT CAST(count(*) AS TEXT) AS value FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND datname = current_database()";
        while apps[0].database.texts(blocked) != [Some("1".to_owned())] {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        // Until that second is over, by the clock of the server.
        apps[0].database.execute("SELECT pg_sleep(1.2)");
        other.commit();
    };
    let (status, ()) = rocket::futures::future::join(guess(&mut browser, 1), waiting).await;
    assert_eq!(status, 429);
}

#[rocket::async_test]
async fn a_flood_costs_the_database_nothing() {
    let apps = three().await;
    if apps[0].database.is_sqlite() {
        return;
    }
    for number in 0..15 {
        guess(&mut apps[0].browser(), number).await;
    }
    let before = written(&apps[0]);
    assert!(!before.is_empty());
    for number in 0..50 {
        assert_eq!(guess(&mut apps[0].browser(), number).await, 429);
    }
    assert_eq!(written(&apps[0]), before);
}

#[rocket::async_test]
async fn the_table_has_digests_and_is_not_logged() {
    let apps = three().await;
    if apps[0].database.is_sqlite() {
        return;
    }
    for (number, app) in apps.iter().enumerate() {
        guess(&mut app.browser(), number).await;
    }
    let kind = apps[0]
        .database
        .texts("SELECT relpersistence::text AS value FROM pg_class WHERE relname = 'rate_limits'");
    assert_eq!(kind, [Some("u".to_owned())]);
    let lengths = apps[0].database.texts("SELECT DISTINCT length(key)::text AS value FROM rate_limits");
    assert_eq!(lengths, [Some("32".to_owned())], "digests only");
}

/// The clock of the database server was ahead, and is right again.
#[rocket::async_test]
async fn a_bucket_from_the_future_refuses_nobody_for_long() {
    let apps = three().await;
    if apps[0].database.is_sqlite() {
        return;
    }
    assert_eq!(guess(&mut apps[0].browser(), 0).await, 422);
    apps[0].database.execute("UPDATE rate_limits SET full_at = full_at + INTERVAL '10 years'");
    assert_eq!(guess(&mut apps[1].browser(), 1).await, 422);
    let ahead = "SELECT count(*)::text AS value FROM rate_limits WHERE full_at > now() + INTERVAL '1 year'";
    assert_eq!(apps[0].database.texts(ahead), [Some("1".to_owned())], "only that of the other address");
}

#[rocket::async_test]
async fn housekeeping_deletes_buckets_that_are_full_again() {
    let apps = three().await;
    if apps[0].database.is_sqlite() {
        return;
    }
    for (number, app) in apps.iter().enumerate() {
        guess(&mut app.browser(), number).await;
    }
    let kept = apps[0].database.count("rate_limits");
    assert_eq!(kept, 4, "the client, and three addresses");
    apps[1].accounts.housekeeping().clean_up().await;
    assert_eq!(apps[0].database.count("rate_limits"), 4, "none is full");
    apps[0].database.execute("UPDATE rate_limits SET full_at = full_at - INTERVAL '1 hour'");
    apps[1].accounts.housekeeping().clean_up().await;
    assert_eq!(apps[0].database.count("rate_limits"), 0);
}
