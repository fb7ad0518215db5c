//! Flows that begin on a page and continue with a link in a mail.

use frontdesk_browser_tests::{Browser, Flash, House, JavaScript, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(
    an_address_is_confirmed,
    a_forgotten_password_is_set_anew,
    a_new_address_and_the_way_back,
);

const EMAIL: &str = "ann@example.com";
const NEW_PASSWORD: &str = "copper lantern orchard";

async fn log_in(visitor: &Browser, email: &str, password: &str) {
    visitor.fill("Email", email).await;
    visitor.fill("Password", password).await;
    visitor.press("Log in").await;
}

async fn an_address_is_confirmed(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", EMAIL).await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Sign up").await;
    assert!(visitor.shows("#unverified").await);
    let first = house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await;
    visitor.press("Send a new link").await;
    assert_eq!(visitor.flash().await.kind, "success");
    visitor
        .wait_until("there is a newer link", async || {
            house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await != first
        })
        .await;
    visitor.open(&first).await;
    assert_eq!(
        (visitor.status().await, visitor.heading().await.as_str()),
        (410, "This link has expired or was already used")
    );

    visitor
        .open(&house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await)
        .await;
    assert_eq!(visitor.title().await, "Confirm your email address · Frontdesk");
    visitor.press("Yes, confirm it").await;
    assert_eq!(visitor.path().await, "/account");
    let confirmed = Flash::new("success", "Thanks! Your email address is confirmed.");
    assert_eq!(visitor.flash().await, confirmed);
    assert!(!visitor.shows("#unverified").await);
}

async fn a_forgotten_password_is_set_anew(house: &House) {
    house.frontdesk.welcome([EMAIL]).await;
    let visitor = house.visitor().await;
    visitor.open("/login").await;
    visitor.follow("Forgot your password?").await;
    visitor.press("Send me a link").await;
    assert_eq!((visitor.status().await, visitor.is_marked_wrong("Email").await), (422, true));
    visitor.fill("Email", EMAIL).await;
    visitor.press("Send me a link").await;
    assert_eq!(
        (visitor.path().await.as_str(), visitor.heading().await.as_str()),
        ("/check-mail", "Check your email")
    );

    visitor.open(&house.frontdesk.link_in_mail(EMAIL, "Set a new password for Frontdesk").await).await;
    assert_eq!(visitor.heading().await, "Set a new password");
    visitor.fill("New password", "short").await;
    visitor.press("Set new password").await;
    assert_eq!(visitor.status().await, 422);
    assert!(visitor.description("New password").await.ends_with("Use at least 8 characters."));
    visitor.fill("New password", NEW_PASSWORD).await;
    visitor.press("Set new password").await;
    assert_eq!(visitor.path().await, "/login");
    let done = "Your password is changed and you've been logged out everywhere. Log in with the new one.";
    assert_eq!(visitor.flash().await, Flash::new("success", done));
    log_in(&visitor, EMAIL, PASSWORD).await;
    assert_eq!(visitor.status().await, 422);
    log_in(&visitor, EMAIL, NEW_PASSWORD).await;
    assert_eq!(visitor.path().await, "/account");
}

async fn a_new_address_and_the_way_back(house: &House) {
    const NEW: &str = "ann@example.org";
    house.frontdesk.welcome([EMAIL]).await;
    let visitor = house.visitor().await;
    visitor.log_in(EMAIL).await;
    // Only a confirmed address gets an undo link.
    visitor
        .open(&house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await)
        .await;
    visitor.press("Yes, confirm it").await;
    visitor.follow("Change email address").await;
    visitor.fill("New email address", "ann@example").await;
    visitor.fill("Current password", "violet harbour cattle").await;
    visitor.press("Send a link").await;
    assert_eq!(visitor.texts("#error-summary li").await.len(), 2);
    assert_eq!(visitor.value("New email address").await, "ann@example", "what was typed is kept");
    visitor.fill("New email address", NEW).await;
    visitor.fill("Current password", PASSWORD).await;
    visitor.press("Send a link").await;
    assert_eq!((visitor.path().await.as_str(), visitor.flash().await.kind.as_str()), ("/account", "notice"));
    assert!(visitor.texts(".facts dd").await.contains(&EMAIL.to_owned()), "the old one stays until then");

    visitor
        .open(&house.frontdesk.link_in_mail(NEW, "Confirm your new email address for Frontdesk").await)
        .await;
    visitor.press("Use this address").await;
    assert!(visitor.texts(".facts dd").await.contains(&NEW.to_owned()));

    let undo = "Your Frontdesk email address was changed";
    visitor.open(&house.frontdesk.link_in_mail(EMAIL, undo).await).await;
    assert_eq!(visitor.heading().await, "Undo the email address change");
    visitor.press("Undo this change").await;
    assert_eq!((visitor.path().await.as_str(), visitor.flash().await.kind.as_str()), ("/login", "success"));
    visitor.open(&house.frontdesk.link_in_mail(EMAIL, "Set a new password for Frontdesk").await).await;
    visitor.fill("New password", NEW_PASSWORD).await;
    visitor.press("Set new password").await;
    log_in(&visitor, EMAIL, NEW_PASSWORD).await;
    assert_eq!(visitor.path().await, "/account");
}

#[tokio::test]
async fn in_private_mode_the_mail_makes_the_account() {
    let house = House::open_with(JavaScript::On, &[("FRONTDESK_SIGNUP__PRIVATE", "true")]);
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", EMAIL).await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.path().await, "/check-mail");
    visitor.open(&house.frontdesk.link_in_mail(EMAIL, "Finish signing up for Frontdesk").await).await;
    visitor.press("Create my account").await;
    let ready = "Welcome! Your account is ready. Log in with the password you chose.";
    assert_eq!(visitor.flash().await, Flash::new("success", ready));
    log_in(&visitor, EMAIL, PASSWORD).await;
    assert_eq!(visitor.path().await, "/account");
    house.close().await;
}

#[tokio::test]
async fn administrators_see_what_was_written() {
    let house = House::open(JavaScript::On);
    house.frontdesk.welcome([EMAIL]).await;
    house.frontdesk.command(&["admin", "grant", EMAIL, "--unconfirmed"]);
    house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await;
    let administrator = house.visitor().await;
    administrator.log_in(EMAIL).await;
    administrator.open("/admin").await;
    administrator.follow("View mail").await;
    administrator.follow("Sent").await;
    assert_eq!(administrator.path().await, "/admin/mail?state=sent");
    let sent = administrator.texts("li[data-mail-id]").await;
    assert!(
        sent.iter().any(|mail| mail.contains("Confirm email address") && mail.contains(EMAIL)),
        "{sent:?}"
    );
    house.close().await;
}
