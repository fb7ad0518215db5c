//! Password reset, for a user who has forgotten the password.

use time::Duration;

use crate::harness::{App, Mail, PASSWORD};

const EMAIL: &str = "alice@example.com";
const NEW: &str = "copper meadow thistle";

async fn ask(app: &App) -> Mail {
    let asked = app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    assert_eq!((asked.status, asked.location()), (303, Some("/check-mail")));
    app.last_mail_to(EMAIL, "Set a new password").await
}

async fn set(app: &App, mail: &Mail, password: &str) -> crate::harness::Answer {
    app.browser().post("/password-reset/new", &[("token", &mail.token()), ("new_password", password)]).await
}

#[rocket::async_test]
async fn the_link_sets_a_password_ends_everything_and_logs_nobody_in() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let (access, refresh) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    assert!(app.browser().get("/login").await.has("a[href='/password-reset']"));
    let mail = ask(&app).await;

    let page = app.browser().get(&mail.link()).await;
    assert_eq!((page.status, page.text("h1").as_deref()), (200, Some("Set a new password")));
    assert_eq!(page.attribute("#new_password", "autocomplete").as_deref(), Some("new-password"));
    assert_eq!(page.attribute("[autocomplete=username]", "value").as_deref(), Some(EMAIL));
    assert_eq!(page.header("Referrer-Policy"), Some("strict-origin"));
    assert!(alice.is_logged_in().await, "looking changes nothing");

    let done = set(&app, &mail, NEW).await;
    assert_eq!((done.status, done.location()), (303, Some("/login")));
    assert!(done.cookie("session").is_none());
    assert!(!alice.is_logged_in().await);
    assert_eq!(app.browser().bearing(&access).get("/users/me").await.status, 401);
    assert_eq!(app.browser().refresh(&refresh).await.status, 400);
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422);
    let mut again = app.browser();
    assert_eq!(again.log_in(EMAIL, NEW).await.status, 303);
    assert!(!again.get("/account").await.has("#unverified"), "the mailbox is theirs");
    let told = app.mail_to(EMAIL).await;
    let told: Vec<&str> = told.iter().map(|mail| mail.subject.as_str()).collect();
    assert!(told.contains(&"Your Frontdesk password was changed"), "{told:?}");

    assert_eq!(set(&app, &mail, "another quiet lantern").await.status, 410, "once");
    assert_eq!(app.browser().get(&mail.link()).await.status, 410);
    let events = app.events();
    assert!(events.contains(&"password_reset_requested".to_owned()), "{events:?}");
    assert!(events.contains(&"password_reset".to_owned()), "{events:?}");
}

#[rocket::async_test]
async fn the_new_password_follows_the_rules_and_a_mistake_spends_nothing() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mail = ask(&app).await;
    let refused = set(&app, &mail, "short").await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.texts("#new_password-error p"), ["Use at least 8 characters."]);
    assert_eq!(refused.attribute("#token", "value"), Some(mail.token()), "the form goes on");
    let from_address = set(&app, &mail, "alice@example.com").await;
    assert_eq!(from_address.status, 422, "made from the address");
    assert_eq!(set(&app, &mail, NEW).await.status, 303);
}

#[rocket::async_test]
async fn every_address_gets_the_same_answer() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let known = app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    let unknown = app.browser().post("/password-reset", &[("email", "nobody@example.com")]).await;
    assert_eq!((known.status, known.location(), &known.body), (303, Some("/check-mail"), &unknown.body));
    assert_eq!((unknown.status, unknown.location()), (303, Some("/check-mail")));
    assert_eq!(app.mail_to("nobody@example.com").await.len(), 0);
    assert_eq!(app.database.count("mails WHERE email = 'nobody@example.com'"), 0, "nothing of it is kept");
    assert_eq!(app.mail_to(EMAIL).await.len(), 2);

    let mistake = app.browser().post("/password-reset", &[("email", "no address")]).await;
    assert_eq!(mistake.status, 422);
    assert_eq!(mistake.attribute("#email", "value").as_deref(), Some("no address"));
}

#[rocket::async_test]
async fn a_link_lives_for_an_hour_and_a_newer_one_ends_it() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let first = ask(&app).await;
    let second = ask(&app).await;
    assert_eq!(app.browser().get(&first.link()).await.status, 410);
    assert_eq!(app.browser().get(&second.link()).await.status, 200);
    app.later(Duration::minutes(60));
    assert_eq!(set(&app, &second, NEW).await.status, 410);
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn of_two_who_use_a_link_at_once_one_does() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mail = ask(&app).await;
    let passwords = [NEW, "another quiet lantern"];
    let answers =
        rocket::futures::future::join_all(passwords.map(|password| set(&app, &mail, password))).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    let winner = passwords[usize::from(statuses[1] == 303)];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    assert_eq!(app.browser().log_in(EMAIL, winner).await.status, 303);
}

#[rocket::async_test]
async fn changing_the_password_by_hand_ends_the_link_and_a_disabled_account_gets_none() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    let mail = ask(&app).await;
    let change = [("current_password", PASSWORD), ("new_password", NEW)];
    assert_eq!(alice.post("/account/password", &change).await.status, 303);
    assert_eq!(app.browser().get(&mail.link()).await.status, 410);

    root.post("/admin/users/2/disable", &[]).await;
    let before = app.mail_to(EMAIL).await.len();
    app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    assert_eq!(app.mail_to(EMAIL).await.len(), before);
}

#[rocket::async_test]
async fn it_lets_in_where_too_many_wrong_passwords_had_closed_the_door() {
    let app = App::with(|config| config.rate_limits.most_failures = 3).await;
    app.member(EMAIL).await;
    for _ in 0..3 {
        app.browser().log_in(EMAIL, "a wrong guess").await;
    }
    let unlock = app.last_mail_to(EMAIL, "Too many wrong passwords").await;
    let mail = ask(&app).await;
    assert_eq!(set(&app, &mail, NEW).await.status, 303);
    assert_eq!(app.browser().log_in(EMAIL, NEW).await.status, 303);
    assert_eq!(app.browser().get(&unlock.link()).await.status, 410, "there is nothing to unlock");
}

#[rocket::async_test]
async fn a_link_of_another_kind_sets_no_password_and_this_one_confirms_nothing() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let verification = app.last_mail_to(EMAIL, "Confirm").await;
    let reset = ask(&app).await;
    assert_eq!(set(&app, &verification, NEW).await.status, 410);
    assert_eq!(app.browser().post("/confirm", &[("token", &reset.token())]).await.status, 410);
    assert_eq!(app.browser().get(&format!("/confirm?token={}", reset.token())).await.status, 410);
    assert_eq!(set(&app, &reset, NEW).await.status, 303, "and is still good");
    for path in ["/confirm", "/confirm?token=x", "/password-reset/new", "/password-reset/new?token=x"] {
        assert_eq!(app.browser().get(path).await.status, 410, "{path}");
    }
}

#[rocket::async_test]
async fn asking_has_a_limit_for_each_address_registered_or_not() {
    let app = App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 2;
    })
    .await;
    app.member(EMAIL).await;
    for email in [EMAIL, "nobody@example.com"] {
        for expected in [303, 303, 429] {
            let answer = app.browser().post("/password-reset", &[("email", email)]).await;
            assert_eq!(answer.status, expected, "{email}");
        }
    }
}
