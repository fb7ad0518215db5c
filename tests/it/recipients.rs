//! Mail about an account goes to the address that is stored with it, in the stored spelling, whatever was typed.

use crate::change_email::{ask, follow, member};
use crate::harness::{App, PASSWORD};

const STORED: &str = "kate@example.com";

/// Spellings with the same key, which may be mailboxes of other people: capitals, and U+212A KELVIN SIGN.
const OTHERS: [&str; 2] = ["KATE@example.com", "\u{212a}ate@example.com"];

/// The composed form of these spellings, to which a mail would be addressed.
const OTHER_RECIPIENTS: [&str; 2] = ["KATE@example.com", "Kate@example.com"];

async fn assert_others_got_nothing(app: &App) {
    for other in OTHER_RECIPIENTS {
        assert_eq!(app.mail_to(other).await.len(), 0, "{other}");
    }
}

async fn private() -> App {
    App::with(|config| config.signup.private = true).await
}

/// Creates an account in private mode.
async fn sign_up_privately(app: &App, email: &str) {
    app.browser().sign_up(email, PASSWORD).await;
    let link = app.last_mail_to(email, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &link.token())]).await.status, 303);
}

#[rocket::async_test]
async fn a_reset_goes_to_the_stored_spelling() {
    let app = App::new().await;
    app.member(STORED).await;
    for other in OTHERS {
        app.browser().post("/password-reset", &[("email", other)]).await;
        let mail = app.last_mail_to(STORED, "Set a new password").await;
        assert!(mail.text.contains(STORED), "{}", mail.text);
        assert_eq!(app.browser().get(&mail.link()).await.status, 200);
    }
    assert_others_got_nothing(&app).await;
    let mut root = app.administrator("root@example.org").await;
    let page = root.get("/admin/mail").await;
    assert!(!page.body.contains(OTHERS[0]), "where it went is what is shown");
}

#[rocket::async_test]
async fn only_the_stored_spelling_hears_that_it_has_an_account() {
    let app = private().await;
    sign_up_privately(&app, STORED).await;
    for other in OTHERS {
        app.browser().sign_up(other, PASSWORD).await;
        app.last_mail_to(STORED, "You already have an account at Frontdesk").await;
    }
    sign_up_privately(&app, "bob@example.com").await;
    let mut bob = app.browser();
    bob.log_in("bob@example.com", PASSWORD).await;
    let before = app.mail_to(STORED).await.len();
    for other in OTHERS {
        assert_eq!(ask(&mut bob, other).await.status, 303);
        app.last_mail_to(STORED, "You already have an account at Frontdesk").await;
    }
    assert_eq!(app.mail_to(STORED).await.len(), before + 2);
    assert_others_got_nothing(&app).await;
    bob.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    let export = bob.post("/account/export", &[]).await.body;
    assert!(export.contains(OTHER_RECIPIENTS[0]) && !export.contains(STORED), "{export}");
}

#[rocket::async_test]
async fn an_address_that_is_held_hears_of_it_in_the_spelling_that_it_had() {
    let app = private().await;
    sign_up_privately(&app, STORED).await;
    let mut kate = app.browser();
    kate.log_in(STORED, PASSWORD).await;
    ask(&mut kate, "kate@example.org").await;
    let change = app.last_mail_to("kate@example.org", "Confirm your new email address").await;
    assert_eq!(follow(&app, &change.token()).await.status, 303);
    app.browser().sign_up(OTHERS[0], PASSWORD).await;
    app.last_mail_to(STORED, "You already have an account at Frontdesk").await;
    sign_up_privately(&app, "bob@example.com").await;
    let mut bob = app.browser();
    bob.log_in("bob@example.com", PASSWORD).await;
    ask(&mut bob, OTHERS[1]).await;
    app.last_mail_to(STORED, "You already have an account at Frontdesk").await;
    assert_others_got_nothing(&app).await;
}

#[rocket::async_test]
async fn a_link_is_for_the_spelling_that_it_was_sent_to() {
    let app = App::new().await;
    let mut kate = member(&app, STORED).await;
    app.browser().post("/password-reset", &[("email", STORED)]).await;
    let reset = app.last_mail_to(STORED, "Set a new password").await;
    ask(&mut kate, OTHERS[0]).await;
    let change = app.last_mail_to(OTHERS[0], "Confirm your new email address").await;
    assert_eq!(follow(&app, &change.token()).await.status, 303);
    assert_eq!(app.browser().get(&reset.link()).await.status, 410, "it went to another mailbox");

    let mut tom = app.member("tom@example.com").await;
    let link = app.last_mail_to("tom@example.com", "Confirm your email address").await;
    app.database.execute("UPDATE users SET email = 'TOM@example.com' WHERE email = 'tom@example.com'");
    assert_eq!(follow(&app, &link.token()).await.status, 410);
    assert!(tom.get("/account").await.has("#unverified"));
}

#[rocket::async_test]
async fn what_waits_while_the_address_changes_follows_the_account_where_it_lets_in() {
    let app = App::with(|config| config.rate_limits.most_failures = 3).await;
    app.member(STORED).await;
    app.mail_to(STORED).await;
    app.browser().post("/password-reset", &[("email", STORED)]).await;
    app.browser().log_in(STORED, PASSWORD).await;
    for _ in 0..3 {
        app.browser().log_in(STORED, "a wrong guess").await;
    }
    let key = "email = 'kate@example.org', email_key = 'kate@example.org'";
    app.database.execute(&format!("UPDATE users SET {key} WHERE email = '{STORED}'"));
    let old: Vec<String> = app.mail_to(STORED).await.into_iter().skip(1).map(|mail| mail.subject).collect();
    assert_eq!(old, ["New log-in to your Frontdesk account"], "a notice of that time");
    let new = app.mail_to("kate@example.org").await;
    let [unlock] = &new[..] else { panic!("{new:?}") };
    assert_eq!(follow(&app, &unlock.token()).await.location(), Some("/login"));
}

/// Release 0.1 stored the address as typed.
#[rocket::async_test]
async fn a_decomposed_address_is_one_that_mail_can_go_to() {
    let app = App::new().await;
    let typed = "rene\u{301}@example.com";
    app.member(typed).await;
    app.last_mail_to("ren\u{e9}@example.com", "Confirm your email address").await;
    app.database.execute(&format!("UPDATE users SET email = '{typed}'"));
    let mut rene = app.browser();
    assert_eq!(rene.log_in(typed, PASSWORD).await.status, 303);
    assert_eq!(app.browser().log_in("ren\u{e9}@example.com", PASSWORD).await.status, 303);
    assert_eq!(
        ask(&mut rene, typed).await.texts("#new_email-error p"),
        ["This is already your email address."]
    );
    rene.post("/account/email/verification", &[]).await;
    let link = app.last_mail_to("ren\u{e9}@example.com", "Confirm your email address").await;
    assert_eq!(follow(&app, &link.token()).await.status, 303);
    assert!(!rene.get("/account").await.has("#unverified"));
    app.browser().post("/password-reset", &[("email", typed)]).await;
    let reset = app.last_mail_to("ren\u{e9}@example.com", "Set a new password").await;
    assert_eq!(app.browser().get(&reset.link()).await.status, 200);
}
