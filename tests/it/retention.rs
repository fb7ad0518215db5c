//! The retention of the audit trail: old events are deleted, and no decision depends on them.

use rocket::futures::future::join_all;
use time::Duration;

use super::change_email::{NEW, OLD, ask, follow, member};
use crate::harness::{App, PASSWORD};

const EMAIL: &str = "alice@example.com";

fn add_events(app: &App, rows: usize, at: &str) {
    app.database.execute(&format!(
        "INSERT INTO events (kind, actor_kind, occurred_at) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) \
         SELECT 'log_in_failed', 'unknown', {at} FROM n"
    ));
}

#[rocket::async_test]
async fn events_are_deleted_when_they_are_old_and_failures_still_count() {
    let app = App::with(|config| {
        config.events.kept_days = 30;
        config.rate_limits.most_failures = 5;
    })
    .await;
    app.member(EMAIL).await;
    for _ in 0..4 {
        app.browser().log_in(EMAIL, "a wrong guess").await;
    }
    let timestamp = |text: &str| match app.database.is_sqlite() {
        true => format!("'{text}'"),
        false => format!("TIMESTAMP '{text}'"),
    };
    // The clock was ahead once: events with a date in the future do not keep old ones from deletion.
    add_events(&app, 10, &timestamp("2099-01-01 00:00:00"));
    add_events(&app, 1_200, &timestamp("2020-01-01 00:00:00"));
    assert_eq!(app.accounts.housekeeping().clean_up().await.events, 1_200);
    assert_eq!(app.events().len(), 15, "what is younger stays");
    app.later(Duration::days(29));
    assert_eq!(app.accounts.housekeeping().clean_up().await.events, 0);
    app.later(Duration::days(2));
    assert_eq!(app.accounts.housekeeping().clean_up().await.events, 5, "thirty days are over");

    app.browser().log_in(EMAIL, "a wrong guess").await;
    assert_eq!(app.events().last().map(String::as_str), Some("account_locked"), "the fifth in a row");
}

#[rocket::async_test]
async fn it_is_done_in_steps_between_which_people_sign_up() {
    let app = App::new().await;
    let at =
        if app.database.is_sqlite() { "'2020-01-01 00:00:00'" } else { "TIMESTAMP '2020-01-01 00:00:00'" };
    add_events(&app, 30_000, at);
    let sign_ups = async {
        for number in 0..20 {
            app.member(&format!("person{number}@example.com")).await;
        }
    };
    let (pruned, ()) = tokio::join!(app.accounts.housekeeping().clean_up(), sign_ups);
    assert_eq!(pruned.events, 30_000);
    assert_eq!(app.users(), 20);
}

#[rocket::async_test]
async fn forgotten_browsers_are_deleted_in_steps_and_younger_ones_stay() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (digest, at) = match app.database.is_sqlite() {
        true => ("randomblob(32)", "'2020-01-01 00:00:00'"),
        false => ("decode(lpad(to_hex(i), 64, '0'), 'hex')", "TIMESTAMP '2020-01-01 00:00:00'"),
    };
    app.database.execute(&format!(
        "INSERT INTO known_devices (user_id, token_digest, created_at, last_used_at, failed_log_ins) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) \
         SELECT {}, {digest}, {at}, {at}, 0 FROM n",
        app.id_of(EMAIL)
    ));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("known_devices"), 1);
}

#[rocket::async_test]
async fn an_address_is_held_whatever_becomes_of_the_mail() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    follow(&app, &app.last_mail_to(NEW, "Confirm your new").await.token()).await;
    app.database.execute("DELETE FROM mails");
    assert_eq!(app.browser().sign_up(OLD, PASSWORD).await.status, 409);
    app.later(Duration::days(8));
    app.member(OLD).await;
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("address_holds"), 0);
}

#[rocket::async_test]
async fn what_can_no_longer_be_taken_back_is_free() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, "thief@example.net").await;
    follow(&app, &app.last_mail_to("thief@example.net", "Confirm your new").await.token()).await;
    let undo = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    ask(&mut alice, "hideout@example.net").await;
    follow(&app, &app.last_mail_to("hideout@example.net", "Confirm your new").await.token()).await;
    assert_eq!(app.browser().sign_up("thief@example.net", PASSWORD).await.status, 409, "held");
    assert_eq!(follow(&app, &undo.token()).await.status, 303);
    app.member("thief@example.net").await;
    app.member("hideout@example.net").await;
}

#[rocket::async_test]
async fn two_sign_ups_at_one_instant_are_two() {
    let app = App::with(|config| config.signup.private = true).await;
    app.browser().sign_up(EMAIL, "quiet lantern meadow").await;
    let first = app.last_mail_to(EMAIL, "Finish signing up").await;
    app.browser().sign_up(EMAIL, PASSWORD).await;
    for table in ["mails", "pending_sign_ups"] {
        app.database.execute(&format!("UPDATE {table} SET created_at = '2026-11-26 00:00:00'"));
    }
    let followed = app.browser().post("/confirm", &[("token", &first.token())]).await;
    assert_eq!(followed.status, 410, "the link of the first does not finish the second");
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn what_is_taken_along_has_a_limit() {
    let app = App::with(|config| config.rate_limits.enabled = true).await;
    let alice = app.member(EMAIL).await;
    let mut bob = app.member("bob@example.com").await;
    let mut other = app.browser().from([203, 0, 113, 9]);
    other.log_in(EMAIL, PASSWORD).await;
    let downloads = (0..3).map(|_| {
        let mut browser = alice.clone();
        async move { browser.post("/account/export", &[]).await.status }
    });
    assert_eq!(join_all(downloads).await, [200; 3]);
    let refused = other.post("/account/export", &[]).await;
    assert_eq!(refused.status, 429, "from another session, too");
    let wait: u32 =
        refused.header("Retry-After").and_then(|wait| wait.parse().ok()).expect("when to come back");
    assert!((1_000..=1_200).contains(&wait), "{wait}");
    assert_eq!(bob.post("/account/export", &[]).await.status, 200, "each person's own");
    let exports = app.events().into_iter().filter(|kind| kind == "data_exported").count();
    assert_eq!(exports, 4, "what was refused is no export");
}
