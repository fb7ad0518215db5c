//! After too many wrong passwords an account is locked, but its owner can still log in from a known browser.

use time::Duration;

use crate::harness::{App, Browser, PASSWORD};

const EMAIL: &str = "alice@example.com";

async fn guess(browser: &Browser<'_>, times: usize) {
    for _ in 0..times {
        assert_eq!(browser.clone().log_in(EMAIL, "a wrong guess").await.status, 422);
    }
}

#[rocket::async_test]
async fn after_a_hundred_failures_only_the_owners_devices_get_in() {
    let app = App::new().await;
    let owner = app.member(EMAIL).await;
    let stranger = app.browser().from([203, 0, 113, 9]);
    guess(&stranger, 99).await;
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 303, "not yet");
    guess(&stranger, 100).await;
    let refused = stranger.clone().log_in(EMAIL, PASSWORD).await;
    let unknown = stranger.clone().log_in("nobody@example.com", PASSWORD).await;
    assert_eq!(refused.status, 422, "the right guess comes too late");
    assert_eq!(refused.body, unknown.body.replace("nobody@", "alice@"), "and is not told that it was right");
    assert_eq!(
        app.browser().log_in(EMAIL, PASSWORD).await.status,
        422,
        "the same network may be a stranger's"
    );
    let mut elsewhere = owner.clone().from([198, 51, 100, 7]);
    assert_eq!(elsewhere.log_in(EMAIL, PASSWORD).await.status, 303, "the owner's own browser is let in");
    assert!(elsewhere.get("/account").await.has("#locked"), "and told");
    guess(&stranger, 1).await;
    assert_eq!(stranger.clone().log_in(EMAIL, PASSWORD).await.status, 422, "nothing has opened for others");
}

#[rocket::async_test]
async fn the_owner_is_written_to_once_and_the_link_lets_the_password_in_again() {
    let app = App::with(|config| config.rate_limits.most_failures = 5).await;
    app.member(EMAIL).await;
    let stranger = app.browser().from([203, 0, 113, 9]).header("User-Agent", "guesser/1.0");
    guess(&stranger, 12).await;
    let told = |mails: Vec<crate::harness::Mail>| {
        mails.into_iter().filter(|mail| mail.subject.starts_with("Too many wrong passwords")).count()
    };
    assert_eq!(told(app.mail_to(EMAIL).await), 1);
    let mail = app.last_mail_to(EMAIL, "Too many wrong passwords").await;
    assert!(mail.text.contains("IP address: 203.0.113.9") && mail.text.contains("guesser"), "{}", mail.text);

    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422);
    let page = app.browser().get(&mail.link()).await;
    assert_eq!(page.text("h1").as_deref(), Some("Unlock your account"));
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422, "looking at the link opens nothing");
    let mut owner = app.browser();
    let unlocked = owner.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!((unlocked.status, unlocked.location()), (303, Some("/login")));
    assert_eq!(owner.get("/login").await.flash().as_deref(), Some("Your account is unlocked."));
    assert_eq!(owner.log_in(EMAIL, PASSWORD).await.status, 303);
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.status, 410);
    guess(&stranger, 4).await;
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 303, "the count began anew");
}

#[rocket::async_test]
async fn a_device_that_guesses_too_often_is_known_no_more() {
    let app = App::with(|config| config.rate_limits.most_failures = 5).await;
    let owner = app.member(EMAIL).await;
    guess(&owner, 4).await;
    let mut browser = owner.clone();
    assert_eq!(browser.log_in(EMAIL, PASSWORD).await.status, 303);
    guess(&owner, 5).await;
    assert_eq!(
        owner.clone().log_in(EMAIL, PASSWORD).await.status,
        422,
        "a stolen browser guesses no further"
    );
}

#[rocket::async_test]
async fn a_program_is_kept_out_too_and_an_administrator_can_help() {
    let app = App::with(|config| config.rate_limits.most_failures = 5).await;
    let mut root = app.administrator("root@example.org").await;
    app.member(EMAIL).await;
    guess(&app.browser(), 5).await;
    assert_eq!(app.browser().ask_for_tokens(EMAIL, PASSWORD).await.status, 400);
    let page = root.get("/admin/users/2").await;
    assert!(page.texts(".badge").contains(&"Locked".to_owned()), "{:?}", page.texts(".badge"));
    let done = root.post("/admin/users/2/unlock", &[]).await;
    assert_eq!((done.status, done.location()), (303, Some("/admin/users/2")));
    assert!(!root.get("/admin/users/2").await.has("form[action='/admin/users/2/unlock']"));
    assert_eq!(app.browser().ask_for_tokens(EMAIL, PASSWORD).await.status, 200);
    guess(&app.browser(), 4).await;
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 303, "the count began anew");
}

#[rocket::async_test]
async fn a_link_is_good_for_three_days() {
    let app = App::with(|config| config.rate_limits.most_failures = 5).await;
    app.member(EMAIL).await;
    guess(&app.browser(), 5).await;
    let mail = app.last_mail_to(EMAIL, "Too many wrong passwords").await;
    app.later(Duration::days(4));
    assert_eq!(app.browser().get(&mail.link()).await.status, 410);
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.status, 410);
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422);
}

#[rocket::async_test]
async fn a_log_in_that_was_under_way_does_not_pass_a_lock() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mut thief = app.browser();
    // The log-in reads that the account is open, checks the password, and then waits for this to be committed.
    let lock = app.database.begin("UPDATE users SET locked_at = created_at");
    let served = app.accounts.hashing_status().served;
    let commit = async {
        while app.accounts.hashing_status().served == served {
            tokio::task::yield_now().await;
        }
        lock.commit();
    };
    let (answer, ()) = tokio::join!(thief.log_in(EMAIL, PASSWORD), commit);
    assert_eq!(answer.status, 422);
    assert_eq!(app.database.count("sessions"), 1, "the owner's own");
}
