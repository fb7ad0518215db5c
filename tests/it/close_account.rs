//! Closing an account, reopening it, and its deletion.

use std::time::{Duration as StdDuration, Instant};

use time::Duration;

use crate::harness::{App, PASSWORD, Program};

const EMAIL: &str = "alice@example.com";

#[rocket::async_test]
async fn it_ends_at_once_and_a_log_in_brings_it_back() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let (access, refresh) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    assert!(alice.get("/account").await.has("a[href='/account/close']"));
    let page = alice.get("/account/close").await;
    assert!(
        page.text("#close-account-form")
            .is_some_and(|text| text.contains("in 14 days") && text.contains(EMAIL))
    );

    let closed = alice.post("/account/close", &[]).await;
    assert_eq!((closed.status, closed.location()), (303, Some("/login")));
    let told = alice.get("/login").await.flash();
    assert_eq!(
        told.as_deref(),
        Some("Your account is closed and will be deleted. Changed your mind? Log in before then to keep it.")
    );
    assert!(!alice.is_logged_in().await);
    assert_eq!(app.browser().bearing(&access).get("/users/me").await.status, 401);
    assert_eq!(app.browser().refresh(&refresh).await.status, 400);
    assert_eq!(app.browser().sign_up(EMAIL, PASSWORD).await.status, 409, "the address is not free yet");

    app.later(Duration::days(13));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.browser().log_in(EMAIL, "a wrong guess").await.status, 422);
    assert_eq!(alice.log_in(EMAIL, PASSWORD).await.status, 303);
    let told = alice.get("/account").await.flash();
    assert_eq!(told.as_deref(), Some("Welcome back! Your account is open again and won't be deleted."));
    app.later(Duration::days(20));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.users(), 1);
    assert_eq!(
        app.events(),
        ["signed_up", "logged_in", "account_closed", "log_in_failed", "account_reopened", "logged_in"]
    );
}

#[rocket::async_test]
async fn a_program_with_a_stored_password_does_not_undo_it() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    alice.post("/account/close", &[]).await;
    let refused = app.browser().ask_for_tokens(EMAIL, PASSWORD).await;
    let wrong = app.browser().ask_for_tokens(EMAIL, "a wrong guess").await;
    assert_eq!((refused.status, &refused.body), (400, &wrong.body));
    app.later(Duration::days(20));
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 1);
}

#[rocket::async_test]
async fn one_that_an_administrator_has_disabled_is_kept() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    alice.post("/account/close", &[]).await;
    root.post("/admin/users/2/disable", &[]).await;
    let page = root.get("/admin/users/2").await;
    let badges = page.texts(".badge");
    assert!(badges.contains(&"Disabled".to_owned()) && !badges.contains(&"Closed".to_owned()), "{badges:?}");
    assert!(page.body.contains("It isn&#x27;t deleted while it&#x27;s disabled."), "{}", page.body);
    app.later(Duration::days(20));
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 0);
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422);
    let mut root = app.browser();
    root.log_in("root@example.org", PASSWORD).await;
    root.post("/admin/users/2/enable", &[]).await;
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 1);
}

#[rocket::async_test]
async fn of_two_administrators_who_leave_at_once_one_stays() {
    for _ in 0..5 {
        let app = App::new().await;
        let mut alice = app.administrator(EMAIL).await;
        let mut bob = app.administrator("bob@example.com").await;
        let answers = rocket::futures::future::join_all([
            alice.post("/account/close", &[]),
            bob.post("/account/close", &[]),
        ])
        .await;
        let gone = answers.iter().filter(|answer| answer.location() == Some("/login")).count();
        assert_eq!((gone, app.database.count("users WHERE closed_at IS NOT NULL")), (1, 1));
    }
}

#[rocket::async_test]
async fn closing_twice_at_once_is_closing_once() {
    let app = App::new().await;
    let alice = app.member(EMAIL).await;
    let attempts = (0..4).map(|_| {
        let mut alice = alice.clone();
        async move { alice.post("/account/close", &[]).await.status }
    });
    assert_eq!(rocket::futures::future::join_all(attempts).await, [303; 4]);
    assert_eq!(app.events(), ["signed_up", "account_closed"]);
}

#[rocket::async_test]
async fn after_its_days_it_is_deleted_and_only_the_trail_is_left() {
    let app = App::with(|config| config.closing.deleted_after_days = 3).await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    alice.post("/account/close", &[]).await;
    assert_eq!(root.get("/admin/users?state=closed").await.text("#user-count").as_deref(), Some("1 found"));
    assert_eq!(root.get("/admin/users?state=active").await.text("#user-count").as_deref(), Some("1 found"));
    app.later(Duration::days(3));
    let pruned = app.accounts.housekeeping().clean_up().await;
    assert_eq!(pruned.accounts, 1);
    assert_eq!(app.users(), 1);
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422);
    let about = app.database.texts("SELECT kind AS value FROM events WHERE subject_id = 2 ORDER BY id");
    let about: Vec<&str> = about.iter().flatten().map(String::as_str).collect();
    assert_eq!(about, ["signed_up", "account_closed", "account_deleted"]);
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 0);
    app.member(EMAIL).await;
    assert_eq!(app.id_of(EMAIL), 3, "somebody new");
}

#[rocket::async_test]
async fn the_last_administrator_stays() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let refused = root.post("/account/close", &[]).await;
    assert_eq!(refused.location(), Some("/account"));
    let told = root.get("/account").await.flash().expect("why not");
    assert!(told.starts_with("You're the only administrator"), "{told}");
    let mut deputy = app.administrator("deputy@example.org").await;
    assert_eq!(root.post("/account/close", &[]).await.location(), Some("/login"));
    assert_eq!(
        deputy.post("/account/close", &[]).await.location(),
        Some("/account"),
        "a closed one does not count"
    );
}

#[rocket::async_test]
async fn it_asks_for_the_password_and_another_site_cannot() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let forged = alice.clone().header("Sec-Fetch-Site", "cross-site").post("/account/close", &[]).await;
    assert_eq!(forged.status, 403);
    app.later(Duration::minutes(11));
    for answer in [alice.get("/account/close").await, alice.post("/account/close", &[]).await] {
        assert_eq!(answer.location(), Some("/account/confirm?next=%2Faccount%2Fclose"));
    }
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn sessions_that_are_over_are_forgotten() {
    let app = App::new().await;
    app.member(EMAIL).await;
    app.later(Duration::days(15));
    let mut bob = app.member("bob@example.com").await;
    assert_eq!(app.accounts.housekeeping().clean_up().await.sessions, 1);
    assert_eq!(app.database.count("sessions"), 1);
    assert!(bob.is_logged_in().await);
}

#[test]
fn the_server_does_it_by_itself() {
    let program = Program::new();
    drop(program.serve());
    program.database.execute(
        "INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at, closed_at) \
         SELECT 'old@example.com', 'old@example.com', 'old@example.com', 'x', 1 = 0, '2020-01-01 00:00:00', \
         '2020-02-01 00:00:00'",
    );
    assert_eq!(program.database.count("users"), 1);
    let server = program.serve();
    let deadline = Instant::now() + StdDuration::from_secs(10);
    while program.database.count("users") > 0 {
        assert!(Instant::now() < deadline, "{}", server.output());
        std::thread::sleep(StdDuration::from_millis(20));
    }
}
