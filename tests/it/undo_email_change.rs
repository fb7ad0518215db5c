//! The undo link after a change of address.

use time::Duration;

use super::change_email::{NEW, OLD, ask, follow, member};
use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn the_old_address_takes_it_back_within_a_week() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    let mut thief = alice.clone();
    ask(&mut thief, "thief@example.net").await;
    let mail = app.last_mail_to("thief@example.net", "Confirm your new").await;
    follow(&app, &mail.token()).await;
    let undo = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    // The attacker changes the address again, so that the next undo link goes to a mailbox of the attacker.
    ask(&mut thief, "hideout@example.net").await;
    let mail = app.last_mail_to("hideout@example.net", "Confirm your new").await;
    follow(&app, &mail.token()).await;
    let thiefs_undo = app.last_mail_to("thief@example.net", "Your Frontdesk email address was changed").await;
    ask(&mut thief, "cellar@example.net").await;

    app.later(Duration::days(6));
    let page = app.browser().get(&undo.link()).await;
    assert_eq!(page.text("h1").as_deref(), Some("Undo the email address change"));
    let done = alice.post("/confirm", &[("token", &undo.token())]).await;
    assert_eq!((done.status, done.location()), (303, Some("/login")));
    assert_eq!(app.id_of(OLD), 1);
    assert!(!thief.is_logged_in().await, "everybody is logged out");
    assert_eq!(thief.log_in(OLD, PASSWORD).await.status, 422, "and the password opens nothing");
    assert_eq!(follow(&app, &thiefs_undo.token()).await.status, 410, "the thief's way back is gone");
    assert_eq!(app.mail_to("cellar@example.net").await.len(), 0, "and so is what the thief had begun");
    let lost = app.last_mail_to("hideout@example.net", "Your Frontdesk email address was changed").await;
    assert!(!lost.text.contains("token=") && !lost.text.contains(OLD), "told, and no more: {}", lost.text);

    let reset = app.last_mail_to(OLD, "Set a new password").await;
    let fields = [("token", reset.token()), ("new_password", "copper meadow thistle".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(app.browser().post("/password-reset/new", &fields).await.status, 303);
    assert_eq!(app.browser().log_in(OLD, "copper meadow thistle").await.status, 303);
}

#[rocket::async_test]
async fn a_thief_who_goes_on_and_back_again_does_not_end_the_owners_way_back() {
    let app = App::new().await;
    member(&app, OLD).await;
    let mut thief = app.browser();
    thief.log_in(OLD, PASSWORD).await;
    ask(&mut thief, "thief@example.net").await;
    follow(&app, &app.last_mail_to("thief@example.net", "Confirm your new").await.token()).await;
    let undo = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    ask(&mut thief, "hideout@example.net").await;
    follow(&app, &app.last_mail_to("hideout@example.net", "Confirm your new").await.token()).await;
    let back = app.last_mail_to("thief@example.net", "Your Frontdesk email address was changed").await;
    follow(&app, &back.token()).await;
    assert_eq!(app.id_of("thief@example.net"), 1);
    assert_eq!(follow(&app, &undo.token()).await.status, 303);
    assert_eq!(app.id_of(OLD), 1, "the first address has the last word");
    let last = app.mail_to(OLD).await.pop().expect("mail");
    assert_eq!(last.subject, "Set a new password for Frontdesk");
}

#[rocket::async_test]
async fn an_address_is_held_for_a_week_for_whoever_had_it() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    follow(&app, &app.last_mail_to(NEW, "Confirm your new").await.token()).await;
    let undo = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    assert_eq!(
        app.browser().sign_up(OLD, PASSWORD).await.status,
        409,
        "a thief would keep the owner from it"
    );
    let mut bob = app.member("bob@example.com").await;
    assert_eq!(ask(&mut bob, OLD).await.status, 409, "nor is it had by a change");
    ask(&mut alice, OLD).await;
    follow(&app, &app.last_mail_to(OLD, "Confirm your new").await.token()).await;
    assert_eq!(app.id_of(OLD), 1, "its owner can change back");
    ask(&mut alice, NEW).await;
    follow(&app, &app.last_mail_to(NEW, "Confirm your new").await.token()).await;

    app.later(Duration::days(7));
    assert_eq!(follow(&app, &undo.token()).await.status, 410);
    app.member(OLD).await;
    assert_eq!(app.users(), 3);
}

#[rocket::async_test]
async fn an_address_that_was_never_confirmed_is_told_and_has_no_way_back() {
    let app = App::new().await;
    // The owner may have mistyped the address, and it may belong to another person.
    let mut alice = app.member("alcie@example.com").await;
    ask(&mut alice, OLD).await;
    follow(&app, &app.last_mail_to(OLD, "Confirm your new").await.token()).await;
    let notice = app.last_mail_to("alcie@example.com", "Your Frontdesk email address was changed").await;
    assert!(!notice.text.contains("token=") && !notice.text.contains(OLD), "{}", notice.text);
    app.member("alcie@example.com").await;
}

#[rocket::async_test]
async fn a_thief_cannot_have_the_account_deleted_before_it_can_be_taken_back() {
    let app = App::with(|config| config.closing.deleted_after_days = 1).await;
    member(&app, OLD).await;
    let mut thief = app.browser();
    thief.log_in(OLD, PASSWORD).await;
    ask(&mut thief, NEW).await;
    follow(&app, &app.last_mail_to(NEW, "Confirm your new").await.token()).await;
    let undo = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    thief.post("/account/close", &[]).await;
    app.later(Duration::days(2));
    assert_eq!(app.accounts.housekeeping().clean_up().await.accounts, 0);
    assert_eq!(follow(&app, &undo.token()).await.status, 303);
    assert_eq!(app.id_of(OLD), 1);
}
