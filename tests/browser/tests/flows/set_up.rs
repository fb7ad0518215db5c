//! The first administrator signs up with the set-up link that the server printed.

use frontdesk_browser_tests::{Flash, House, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(the_link_makes_the_administrator_once, a_member_becomes_the_administrator);

async fn the_link_makes_the_administrator_once(house: &House) {
    let link = &house.frontdesk.set_up_link;
    let visitor = house.visitor().await;
    visitor.open(link).await;
    assert_eq!(visitor.heading().await, "Create the first administrator");
    visitor.fill("Email", "ada@example.com").await;
    visitor.fill("Password", "password").await;
    visitor.press("Create administrator").await;
    assert!(visitor.status().await == 422 && visitor.is_marked_wrong("Password").await);
    assert_eq!(visitor.value("Email").await, "ada@example.com");
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Create administrator").await;
    assert_eq!(visitor.path().await, "/admin");
    assert_eq!(visitor.flash().await, Flash::new("success", "You're the administrator now."));
    assert_eq!(visitor.text("#user-count").await, "1 user");

    let late = house.visitor().await;
    late.open(link).await;
    assert_eq!(
        (late.status().await, late.heading().await.as_str()),
        (410, "This link has expired or was already used")
    );
}

async fn a_member_becomes_the_administrator(house: &House) {
    house.frontdesk.welcome(["ada@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.log_in("ada@example.com").await;
    assert_eq!(visitor.texts(".site-nav li").await, ["Account"]);
    visitor.open("/admin/users").await;
    assert_eq!((visitor.status().await, visitor.heading().await.as_str()), (404, "Page not found"));
    visitor.open(&house.frontdesk.set_up_link).await;
    visitor.press("Make me the administrator").await;
    assert_eq!(visitor.path().await, "/admin");
    assert_eq!(visitor.texts(".site-nav li").await, ["Account", "Overview", "Users", "Mail"]);
}
