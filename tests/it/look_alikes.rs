//! Look-alike addresses: no new account can have one, and an existing account with one keeps working.

use crate::change_email::{ask, follow};
use crate::harness::{App, PASSWORD, Program};

/// `раypal` begins with two Cyrillic letters, and the domain with one.
const LOOK_ALIKES: [&str; 2] = ["\u{440}\u{430}ypal@example.com", "x@\u{430}pple.com"];
const REASON: &str = "This address mixes alphabets or has letters that only look alike. \
             Type it again using one keyboard layout.";

#[rocket::async_test]
async fn no_door_gives_one_to_a_new_account() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    for email in LOOK_ALIKES {
        let page = app.browser().sign_up(email, PASSWORD).await;
        assert_eq!((page.status, page.texts("#email-error p")), (422, vec![REASON.to_owned()]));
        assert_eq!(page.attribute("#email", "value").as_deref(), Some(email), "as typed");
        let body = format!(r#"{{"email": "{email}", "password": "{PASSWORD}"}}"#);
        let answer = app.browser().post_json("/users/signup", &body).await;
        assert_eq!(
            (answer.status, answer.json_text("/errors/email/0/code")),
            (422, "email_look_alike".into())
        );
        let page = ask(&mut alice, email).await;
        assert_eq!((page.status, page.texts("#new_email-error p")), (422, vec![REASON.to_owned()]));
    }
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn private_mode_refuses_them_alike_and_sends_nothing() {
    let app = App::with(|config| config.signup.private = true).await;
    assert_eq!(app.browser().sign_up(LOOK_ALIKES[0], PASSWORD).await.status, 422);
    assert_eq!(app.database.count("mails"), 0);
}

#[test]
fn the_command_line_refuses_them() {
    let made = Program::new().run(&["admin", "create", LOOK_ALIKES[0], "--password-stdin"], PASSWORD);
    let reason = String::from_utf8_lossy(&made.stderr).into_owned();
    assert!(!made.status.success() && reason.contains("mixes alphabets"), "{reason}");
}

/// Release 0.1 accepted such addresses.
#[rocket::async_test]
async fn an_account_that_has_one_logs_in_sets_a_password_and_changes_away() {
    for email in LOOK_ALIKES {
        let app = App::new().await;
        app.member("alice@example.com").await;
        let key = email.replace("\u{430}pple.com", "xn--pple-43d.com");
        app.database.execute(&format!("UPDATE users SET email = '{email}', email_key = '{key}'"));
        let mut owner = app.browser();
        assert_eq!(owner.log_in(email, PASSWORD).await.status, 303);
        assert_eq!(app.browser().ask_for_tokens(email, PASSWORD).await.status, 200);
        assert_eq!(app.browser().sign_up(email, PASSWORD).await.status, 409, "it is registered");
        app.browser().post("/password-reset", &[("email", email)]).await;
        let reset = app.last_mail_to(&key, "Set a new password").await;
        assert_eq!(app.browser().get(&reset.link()).await.status, 200);
        assert_eq!(
            ask(&mut owner, email).await.texts("#new_email-error p"),
            ["This is already your email address."]
        );
        assert_eq!(ask(&mut owner, "alice@example.org").await.status, 303);
        let change = app.last_mail_to("alice@example.org", "Confirm your new email address").await;
        assert_eq!(follow(&app, &change.token()).await.status, 303);
        assert_eq!(app.browser().log_in("alice@example.org", PASSWORD).await.status, 303);
    }
}
