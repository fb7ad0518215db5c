//! Plain http on a host other than localhost, as in a local network: there a browser sends no `Sec-Fetch-Site`, and
//! only `Origin` tells which site a form comes from.

use frontdesk_browser_tests::{Flash, House, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(links_can_be_followed_on_every_host);

const EMAIL: &str = "ada@example.com";
const NEW_PASSWORD: &str = "copper lantern orchard";

async fn links_can_be_followed_on_every_host(house: &House) {
    let visitor = house.visitor_at("desk.test").await;
    visitor.open(&house.frontdesk.set_up_link).await;
    visitor.fill("Email", EMAIL).await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Create administrator").await;
    assert_eq!((visitor.path().await.as_str(), visitor.status().await), ("/admin", 200));
    assert_eq!(visitor.flash().await, Flash::new("success", "You're the administrator now."));

    visitor
        .open(&house.frontdesk.link_in_mail(EMAIL, "Confirm your email address for Frontdesk").await)
        .await;
    visitor.press("Yes, confirm it").await;
    assert_eq!((visitor.path().await.as_str(), visitor.status().await), ("/account", 200));
    visitor.log_out().await;

    visitor.follow("Forgot your password?").await;
    visitor.fill("Email", EMAIL).await;
    visitor.press("Send me a link").await;
    visitor.open(&house.frontdesk.link_in_mail(EMAIL, "Set a new password for Frontdesk").await).await;
    visitor.fill("New password", "short").await;
    visitor.press("Set new password").await;
    assert_eq!(visitor.status().await, 422, "the page that comes back is no other");
    visitor.fill("New password", NEW_PASSWORD).await;
    visitor.press("Set new password").await;
    assert_eq!((visitor.path().await.as_str(), visitor.flash().await.kind.as_str()), ("/login", "success"));
    visitor.fill("Email", EMAIL).await;
    visitor.fill("Password", NEW_PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!(visitor.path().await, "/account");
}
