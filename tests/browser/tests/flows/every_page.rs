//! Every page fits the screen of a phone, and the browser logs no complaint about it.

use frontdesk_browser_tests::{Browser, House, JavaScript, PASSWORD, Screen};

/// An address of the maximum length, with hardly a place where a line can break.
fn long_address() -> String {
    let (name, label) = ("w".repeat(64), "m".repeat(60));
    format!("{name}@{label}.{label}.{label}.com")
}

#[tokio::test]
async fn no_page_is_wider_than_a_phone() {
    let house = House::open(JavaScript::On);
    let phone = house.visitor().await;
    phone.look_on(Screen::PHONE).await;
    as_a_visitor(&phone).await;
    as_an_administrator(&phone, &house).await;
    house.close().await;
}

async fn as_a_visitor(phone: &Browser) {
    for path in [
        "/",
        "/signup",
        "/login",
        "/login?next=/account",
        "/setup",
        "/docs",
        "/no-such-page",
        "/password-reset",
        "/check-mail",
        "/confirm",
    ] {
        phone.open(path).await;
        fits(phone).await;
    }
    phone.open("/signup").await;
    phone.fill("Email", &format!("{}@example", "w".repeat(64))).await;
    phone.fill("Password", "password").await;
    phone.press("Sign up").await;
    assert_eq!(phone.texts("#error-summary li").await.len(), 2);
    fits(phone).await;
    phone.open("/login").await;
    phone.fill("Email", &long_address()).await;
    phone.fill("Password", PASSWORD).await;
    phone.press("Log in").await;
    assert_eq!(phone.status().await, 422);
    fits(phone).await;
}

async fn as_an_administrator(phone: &Browser, house: &House) {
    let frontdesk = &house.frontdesk;
    phone.open(&frontdesk.set_up_link).await;
    fits(phone).await;
    phone.fill("Email", &long_address()).await;
    phone.fill("Password", PASSWORD).await;
    phone.press("Create administrator").await;
    assert_eq!(phone.path().await, "/admin");
    fits(phone).await;
    frontdesk.welcome((1..=60).map(|number| format!("person-{number}@example.com"))).await;
    frontdesk.command(&["user", "disable", "person-60@example.com"]);
    for path in [
        "/account",
        "/account/email",
        "/account/password",
        "/account/activity",
        "/account/export",
        "/account/confirm",
        "/account/close",
        "/admin",
        "/admin/users",
        "/admin/users?q=nobody",
        "/admin/users/1",
        "/admin/users/2/make-admin",
        "/admin/mail",
        "/admin/refusals",
        "/docs",
        "/",
        "/lost",
    ] {
        phone.open(path).await;
        fits(phone).await;
    }
    phone.open("/admin/users").await;
    phone.click("#next-page").await;
    fits(phone).await;
    phone.open("/account/password").await;
    phone.fill("Current password", "not this one").await;
    phone.fill("New password", "password").await;
    phone.press("Change password").await;
    assert_eq!(phone.texts("#error-summary li").await.len(), 2);
    fits(phone).await;
}

async fn fits(phone: &Browser) {
    let width = phone.run("return window.innerWidth").await;
    assert_eq!(width, Screen::PHONE.width, "the phone is as wide as a phone");
    assert_eq!(phone.overflow().await, 0, "{} is too wide", phone.path().await);
}

/// The checks above can fail: they detect a fault on a page that has one.
#[tokio::test]
async fn a_page_that_is_too_wide_or_breaks_the_rules_is_found_out() {
    let house = House::open(JavaScript::On);
    let phone = house.visitor().await;
    phone.look_on(Screen::PHONE).await;
    phone.open("/signup").await;
    phone.run("document.querySelector('h1').style.width = '500px'").await;
    assert!(phone.overflow().await > 0);
    assert!(phone.complaints().await.is_empty());
    phone
        .run("document.body.append(Object.assign(document.createElement('script'), {text: 'alert()'}))")
        .await;
    assert!(phone.complaints().await.concat().contains("Content Security Policy"));
    phone.run("setTimeout(() => { throw new Error('oh dear') })").await;
    let hears = async || phone.complaints().await.concat().contains("oh dear");
    phone.wait_until("the console tells of the error", hears).await;
}
