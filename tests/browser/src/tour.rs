//! Every page in every state that users can see, in any language: the tour finds fields and buttons by their ids.

use crate::browser::Browser;
use crate::house::House;
use crate::people::PASSWORD;

/// The settings with which the tour finds everything: it locks an account, and there are terms.
pub const SETTINGS: [(&str, &str); 3] = [
    ("FRONTDESK_RATE_LIMITS__MOST_FAILURES", "4"),
    ("FRONTDESK_SITE__TERMS_URL", "/terms"),
    ("FRONTDESK_SITE__PRIVACY_URL", "/privacy"),
];

/// The settings with which [`too_many_attempts`] finds a limit.
pub const LIMITS: [(&str, &str); 3] = [
    ("FRONTDESK_RATE_LIMITS__ENABLED", "true"),
    ("FRONTDESK_RATE_LIMITS__CLIENT_BURST", "1"),
    ("FRONTDESK_RATE_LIMITS__CLIENT_PER_MINUTE", "1"),
];

const WRONG: &str = "violet harbour cattle";
const MEMBER: &str = "ann@example.com";
const NEW_ADDRESS: &str = "ann@example.org";
const OUT_OF_REACH: &str = "cleo@example.com";

/// An address of the maximum length, with hardly a place where a line can break.
pub fn long_address() -> String {
    let (name, label) = ("w".repeat(64), "m".repeat(60));
    format!("{name}@{label}.{label}.{label}.com")
}

/// Shows `look` every page, with a name for its state.
pub async fn everything(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    as_a_visitor(house, look).await;
    as_a_member(house, look).await;
    as_an_administrator(house, look).await;
}

/// Shows `look` what a visitor sees who has tried too often.
pub async fn too_many_attempts(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    let visitor = house.visitor().await;
    let refused = [("#email", MEMBER), ("#password", WRONG)];
    for _ in 0..2 {
        visitor.send("/login", "#log-in-form", &refused).await;
    }
    assert_eq!(visitor.status().await, 429);
    assert!(visitor.title().await.starts_with("Error:"));
    assert_eq!(visitor.focus().await, "flash");
    look(&visitor, "too many attempts").await;
}

async fn as_a_visitor(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    let visitor = house.visitor().await;
    for path in [
        "/",
        "/signup",
        "/login",
        "/login?next=/account",
        "/account/password",
        "/setup",
        "/docs",
        "/no-such-page",
        "/password-reset",
        "/password-reset/new",
        "/check-mail",
        "/confirm",
        &house.frontdesk.set_up_link,
    ] {
        visitor.open(path).await;
        look(&visitor, path).await;
    }
    let long = format!("{}@example", "w".repeat(64));
    let mistakes = [("#email", long.as_str()), ("#password", "password")];
    visitor.send("/signup", "#sign-up-form", &mistakes).await;
    assert_eq!(visitor.texts("#error-summary li").await.len(), 2);
    look(&visitor, "sign-up with mistakes").await;
    visitor.send(&house.frontdesk.set_up_link, "#setup-form", &mistakes).await;
    look(&visitor, "set-up with mistakes").await;
    visitor.send("/password-reset", "#password-reset-form", &[]).await;
    look(&visitor, "password reset with a mistake").await;
    visitor.send("/login", "#log-in-form", &[]).await;
    look(&visitor, "log-in with mistakes").await;
    visitor.send("/login", "#log-in-form", &[("#email", &long_address()), ("#password", WRONG)]).await;
    assert_eq!(visitor.status().await, 422);
    look(&visitor, "log-in refused").await;
}

async fn as_a_member(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    house.frontdesk.welcome([MEMBER, "ben@example.com"]).await;
    let member = house.visitor().await;
    let taken = [("#email", MEMBER), ("#password", PASSWORD)];
    member.send("/signup", "#sign-up-form", &taken).await;
    assert_eq!(member.status().await, 409);
    look(&member, "sign-up with a registered address").await;
    member.send("/login", "#log-in-form", &taken).await;
    for path in [
        "/",
        "/account",
        "/account/email",
        "/account/password",
        "/account/activity",
        "/account/activity?before=1",
        "/account/export",
        "/account/confirm",
        "/account/close",
        "/docs",
        "/lost",
        &house.frontdesk.set_up_link,
    ] {
        member.open(path).await;
        look(&member, &format!("{path} as a member")).await;
    }
    let form = "#change-password-form";
    let mistakes = [("#current_password", WRONG), ("#new_password", "password")];
    member.send("/account/password", form, &mistakes).await;
    look(&member, "change of password with mistakes").await;
    let form = "#change-email-form";
    let taken = [("#new_email", "ben@example.com"), ("#current_password", PASSWORD)];
    member.send("/account/email", form, &taken).await;
    look(&member, "change to a registered address").await;
    member.send("/account/confirm", "#confirm-password-form", &[("#current_password", WRONG)]).await;
    look(&member, "password not confirmed").await;
    by_mail(house, &member, look).await;
    out_of_reach(house, look).await;
}

/// The account of a person whose mail comes back.
async fn out_of_reach(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    let person = house.visitor().await;
    person.send("/signup", "#sign-up-form", &[("#email", OUT_OF_REACH), ("#password", PASSWORD)]).await;
    house.frontdesk.next_link(OUT_OF_REACH, &[]).await;
    house.frontdesk.give_up_mail_to(OUT_OF_REACH);
    person.open("/account").await;
    assert_eq!(person.texts("#undelivered").await.len(), 1);
    look(&person, "address out of reach").await;
}

/// What the links in mails lead to, and what is said afterwards.
async fn by_mail(house: &House, member: &Browser, look: &impl AsyncFn(&Browser, &str)) {
    let frontdesk = &house.frontdesk;
    let link = frontdesk.next_link(MEMBER, &[]).await;
    member.open(&link).await;
    look(member, "confirmation of an address").await;
    member.send(&link, "#mail-link-form", &[]).await;
    look(member, "address confirmed").await;
    let mut used = vec![link];

    let change = [("#new_email", NEW_ADDRESS), ("#current_password", PASSWORD)];
    member.send("/account/email", "#change-email-form", &change).await;
    look(member, "change of address requested").await;
    let link = frontdesk.next_link(NEW_ADDRESS, &[]).await;
    member.open(&link).await;
    look(member, "confirmation of a new address").await;
    member.send(&link, "#mail-link-form", &[]).await;
    look(member, "address changed").await;

    let undo = frontdesk.next_link(MEMBER, &used).await;
    member.open(&undo).await;
    look(member, "undo of a change of address").await;
    member.send(&undo, "#mail-link-form", &[]).await;
    look(member, "change of address undone").await;
    used.push(undo);
    let reset = frontdesk.next_link(MEMBER, &used).await;
    member.open(&reset).await;
    look(member, "new password by mail").await;
    member.send(&reset, "#new-password-form", &[("#new_password", "short")]).await;
    look(member, "new password by mail with a mistake").await;
    member.send(&reset, "#new-password-form", &[("#new_password", PASSWORD)]).await;
    look(member, "new password set").await;
    member.open(&reset).await;
    look(member, "used link").await;
    member.send("/login", "#log-in-form", &[("#email", MEMBER), ("#password", PASSWORD)]).await;
    member.send("/account/close", "#close-account-form", &[]).await;
    look(member, "account closed").await;
}

async fn as_an_administrator(house: &House, look: &impl AsyncFn(&Browser, &str)) {
    let frontdesk = &house.frontdesk;
    frontdesk.welcome((1..=60).map(|number| format!("person-{number}@example.com"))).await;
    frontdesk.command(&["user", "disable", "person-60@example.com"]);
    let (stranger, owner) = (house.visitor().await, "person-59@example.com");
    let confirmation = frontdesk.next_link(owner, &[]).await;
    for _ in 0..4 {
        stranger.send("/login", "#log-in-form", &[("#email", owner), ("#password", WRONG)]).await;
    }
    stranger.open(&frontdesk.next_link(owner, &[confirmation]).await).await;
    look(&stranger, "unlocking an account").await;
    let administrator = house.visitor().await;
    let account = [("#email", long_address()), ("#password", PASSWORD.to_owned())];
    let account = account.each_ref().map(|(field, text)| (*field, text.as_str()));
    administrator.send(&frontdesk.set_up_link, "#setup-form", &account).await;
    assert_eq!(administrator.path().await, "/admin");
    look(&administrator, "first administrator").await;
    administrator.open("/admin/users").await;
    let user = administrator.attribute("#users tbody tr", "data-user-id").await.expect("an id");
    let user: u64 = user.parse().expect("a number");
    let page = |back: u64| format!("/admin/users/{}", user - back);
    for path in [
        "/account",
        "/admin",
        "/admin/users",
        "/admin/users?q=nobody",
        "/admin/users?state=closed",
        // The newest is the administrator, before whom came the disabled and the locked one; the first one is closed.
        &page(0),
        &page(1),
        &page(2),
        "/admin/users/1",
        "/admin/users/2/make-admin",
        "/admin/mail",
        "/admin/mail?state=given_up",
        "/admin/mail?state=not_sent",
        "/admin/refusals",
        "/admin/refusals?before=1",
        "/docs",
        "/lost",
    ] {
        administrator.open(path).await;
        assert!([200, 404].contains(&administrator.status().await), "{path}");
        look(&administrator, &format!("{path} as an administrator")).await;
    }
    administrator.open("/admin/users").await;
    administrator.click("#next-page").await;
    look(&administrator, "second page of users").await;
    administrator.send("/admin/users/2", "form[action$='/disable']", &[]).await;
    look(&administrator, "user disabled").await;
    administrator.send(&page(0), "form[action$='/remove-admin']", &[]).await;
    look(&administrator, "last administrator").await;
}

impl Browser {
    /// Opens the page of a form, fills in fields by their selectors, and sends the form.
    pub async fn send(&self, path: &str, form: &str, fields: &[(&str, &str)]) {
        self.open(path).await;
        for (field, text) in fields {
            self.fill_in(field, text).await;
        }
        self.click(&format!("{form} button[type=submit]")).await;
    }
}
