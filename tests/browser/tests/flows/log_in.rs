//! Log-in and log-out.

use frontdesk_browser_tests::{Flash, House, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(
    a_wrong_password_and_then_on_to_where_one_was_going,
    logging_out_closes_the_door,
    the_front_page_knows_who_is_in,
);

async fn a_wrong_password_and_then_on_to_where_one_was_going(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.open("/account/password").await;
    assert_eq!(visitor.path().await, "/login?next=%2Faccount%2Fpassword");
    assert_eq!(visitor.flash().await, Flash::new("notice", "Log in to continue."));

    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", "violet harbour cattle").await;
    visitor.tick("Keep me logged in on this device").await;
    visitor.press("Log in").await;
    assert_eq!(visitor.status().await, 422);
    let refused = "Email or password is wrong, or the account is disabled.";
    assert_eq!(visitor.flash().await, Flash::new("error", refused));
    assert_eq!(visitor.title().await, "Error: Log in · Frontdesk");
    assert_eq!(visitor.value("Email").await, "ann@example.com", "what was typed is kept");
    assert_eq!(visitor.value("Password").await, "", "but never a password");
    assert!(visitor.shows("#remember:checked").await, "nor is the tick lost");

    visitor.fill("Password", PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!(visitor.path().await, "/account/password");
    assert_eq!(visitor.heading().await, "Change password");
}

async fn logging_out_closes_the_door(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.log_in("ann@example.com").await;
    visitor.log_out().await;
    assert_eq!(visitor.path().await, "/login");
    assert_eq!(visitor.flash().await, Flash::new("notice", "You're logged out."));
    visitor.open("/account").await;
    assert_eq!(visitor.path().await, "/login?next=%2Faccount");
    visitor.log_in("ann@example.com").await;
}

async fn the_front_page_knows_who_is_in(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.open("/").await;
    assert_eq!(visitor.texts(".ways a").await, ["Sign up", "Log in"]);
    visitor.log_in("ann@example.com").await;
    visitor.open("/").await;
    visitor.follow("Go to your account").await;
    assert_eq!(visitor.text(".viewer").await.trim_start_matches("Logged in as").trim(), "ann@example.com");
    visitor.open("/login").await;
    assert_eq!(visitor.path().await, "/account", "nobody logs in twice");
}
