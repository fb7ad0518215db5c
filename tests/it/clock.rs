//! The clock was ahead and has been corrected: rows from the time in between have dates in the future.

use time::Duration;

use super::change_email::{NEW, OLD, ask, follow, member};
use crate::harness::{App, PASSWORD, Program};

const EMAIL: &str = "alice@example.com";

/// Days by which the clock was ahead.
const AHEAD: [i64; 2] = [3, 730];

impl App {
    async fn set_back(&self, days: i64) {
        self.later(Duration::days(-days));
        self.accounts.housekeeping().correct_future_dates().await.expect("corrected");
    }
}

#[rocket::async_test]
async fn sessions_of_the_future_end_and_those_of_the_past_go_on() {
    for days in AHEAD {
        let app = App::new().await;
        let mut before = app.member(EMAIL).await;
        app.later(Duration::days(days.min(10)));
        // The older session is used while the clock is ahead, too.
        assert!(before.is_logged_in().await);
        let mut meanwhile = app.browser();
        meanwhile.log_in(EMAIL, PASSWORD).await;
        assert!(meanwhile.is_logged_in().await);
        let program = app.browser().ask_for_tokens(EMAIL, PASSWORD).await;
        let refresh = program.json()["refresh_token"].as_str().expect("a token").to_owned();
        app.set_back(days.min(10)).await;

        assert!(before.is_logged_in().await, "{days}");
        assert!(!meanwhile.is_logged_in().await, "{days}");
        assert_eq!(app.browser().refresh(&refresh).await.status, 400, "{days}");
        let mut again = app.browser();
        again.log_in(EMAIL, PASSWORD).await;
        assert!(again.is_logged_in().await, "{days}");
        assert_eq!(
            app.accounts.housekeeping().correct_future_dates().await.expect("corrected"),
            0,
            "once is enough"
        );
    }
}

#[rocket::async_test]
async fn a_confirmation_of_the_future_has_to_be_given_again() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    app.later(Duration::days(3));
    alice.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    assert_eq!(alice.get("/account/export").await.status, 200);
    app.later(Duration::days(-3) + Duration::hours(1));
    assert_eq!(alice.get("/account/export").await.status, 303, "also before anything is corrected");
    app.accounts.housekeeping().correct_future_dates().await.expect("corrected");
    assert_eq!(alice.get("/account/export").await.status, 303);
    alice.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    assert_eq!(alice.get("/account/export").await.status, 200);
}

#[rocket::async_test]
async fn mail_that_waits_for_the_future_is_sent_and_its_old_link_is_dead() {
    for days in AHEAD {
        let app = App::new().await;
        app.later(Duration::days(days));
        app.member(EMAIL).await;
        let link = app.last_mail_to(EMAIL, "Confirm").await.link();
        app.browser().post("/password-reset", &[("email", EMAIL)]).await;
        // The dates are not corrected yet: a mail whose date is this far ahead is due.
        app.later(Duration::days(-days));
        // The files are sorted by the dates of the mails, so the last file may be an earlier mail.
        let find = async |subject: &str, not: &str| {
            let mails = app.mail_to(EMAIL).await;
            mails
                .into_iter()
                .find(|mail| mail.subject.contains(subject) && mail.link() != not)
                .expect("a mail")
        };
        let reset = find("Set a new password", "").await;
        assert_eq!(app.browser().get(&reset.link()).await.status, 200);
        app.accounts.housekeeping().correct_future_dates().await.expect("corrected");
        assert_eq!(app.browser().get(&link).await.status, 410, "{days}");
        assert_eq!(app.browser().get(&reset.link()).await.status, 200, "made by the right clock");
        let mut alice = app.browser();
        alice.log_in(EMAIL, PASSWORD).await;
        alice.post("/account/email/verification", &[]).await;
        let again = find("Confirm", &link).await.link();
        assert_eq!(app.browser().get(&again).await.status, 200);
    }
}

#[rocket::async_test]
async fn owners_are_told_of_new_browsers_although_the_future_was_full_of_them() {
    let app = App::new().await;
    app.member(EMAIL).await;
    app.later(Duration::days(3));
    for _ in 0..21 {
        app.browser().from([203, 0, 113, 9]).log_in(EMAIL, PASSWORD).await;
    }
    app.set_back(3).await;
    app.later(Duration::days(2));
    let before = app.mail_to(EMAIL).await.len();
    app.browser().from([203, 0, 113, 10]).log_in(EMAIL, PASSWORD).await;
    assert_eq!(app.mail_to(EMAIL).await.len(), before + 1);
}

#[rocket::async_test]
async fn an_address_given_up_in_the_future_is_free_a_week_after_the_correction() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    app.later(Duration::days(730));
    alice.log_in(OLD, PASSWORD).await;
    ask(&mut alice, NEW).await;
    follow(&app, &app.last_mail_to(NEW, "Confirm your new email address").await.token()).await;
    app.set_back(730).await;
    assert_eq!(app.browser().sign_up(OLD, PASSWORD).await.status, 409, "its owner can still take it back");
    app.later(Duration::days(8));
    assert_eq!(app.browser().sign_up(OLD, PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn an_account_closed_in_the_future_is_deleted_in_time() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    app.later(Duration::days(20));
    alice.log_in(EMAIL, PASSWORD).await;
    alice.post("/account/close", &[]).await;
    app.set_back(20).await;
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 0);
    app.later(Duration::days(31));
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 1);
}

#[test]
fn the_command_line_says_when_a_new_key_signs_and_how_to_have_one_at_once() {
    let program = Program::new();
    drop(program.serve());
    let run = |arguments: &[&str]| {
        let output = program.run(arguments, "");
        assert!(output.status.success(), "{output:?}");
        (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    assert!(run(&["keys", "rotate"]).0.contains("signs in ten minutes"));
    let at = if program.database.is_sqlite() {
        "'2099-01-02 03:04:05'"
    } else {
        "TIMESTAMP '2099-01-02 03:04:05'"
    };
    program.database.execute(&format!("UPDATE signing_keys SET created_at = {at}"));
    assert!(run(&["keys", "list"]).1.contains("a date in the future"));
    let (told, _) = run(&["keys", "rotate"]);
    assert!(
        told.contains("signs only from 2 Jan 2099, 03:14 UTC on") && told.contains("--forget-old"),
        "{told}"
    );
    assert!(run(&["keys", "rotate", "--forget-old"]).0.contains("signs from now on"));
    let (list, warning) = run(&["keys", "list"]);
    assert!(list.contains(" yes") && list.lines().count() == 2 && warning.is_empty(), "{list} {warning}");
}
