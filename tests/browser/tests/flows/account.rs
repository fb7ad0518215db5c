//! The pages on which members manage their own account.

use frontdesk_browser_tests::{Flash, House, JavaScript, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(
    a_new_password_takes_the_place_of_the_old,
    sessions_end_elsewhere,
    closing_and_coming_back,
);

#[tokio::test]
async fn a_download_leaves_its_button_to_be_pressed_again() {
    let house = House::open(JavaScript::On);
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.log_in("ann@example.com").await;
    visitor.open("/account/export").await;
    for _ in 0..2 {
        visitor.click_here("#export-form button").await;
        let script = "return !document.querySelector('#export-form button').disabled";
        visitor.wait_until("the button is awake", async || visitor.run(script).await == true).await;
    }
    assert_eq!(visitor.path().await, "/account/export");
    visitor.open("/account/activity").await;
    assert_eq!(visitor.texts("td.lead-cell").await[..2], ["Data downloaded", "Data downloaded"]);
    house.close().await;
}

async fn closing_and_coming_back(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.log_in("ann@example.com").await;
    visitor.follow("View your activity").await;
    assert_eq!(visitor.texts("td.lead-cell").await, ["Logged in", "Signed up"]);
    visitor.follow("Your account").await;
    visitor.follow("Close your account").await;
    visitor.press("Close my account").await;
    assert_eq!(visitor.path().await, "/login");
    let closed =
        "Your account is closed and will be deleted. Changed your mind? Log in before then to keep it.";
    assert_eq!(visitor.flash().await, Flash::new("notice", closed));

    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!(visitor.path().await, "/account");
    let reopened = "Welcome back! Your account is open again and won't be deleted.";
    assert_eq!(visitor.flash().await, Flash::new("success", reopened));
}

async fn a_new_password_takes_the_place_of_the_old(house: &House) {
    const NEW_PASSWORD: &str = "copper lantern orchard";
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.log_in("ann@example.com").await;
    visitor.follow("Change password").await;
    visitor.fill("Current password", "violet harbour cattle").await;
    visitor.fill("New password", NEW_PASSWORD).await;
    visitor.press("Change password").await;
    assert_eq!(visitor.status().await, 422);
    assert!(
        visitor.is_marked_wrong("Current password").await && !visitor.is_marked_wrong("New password").await
    );
    assert_eq!(visitor.description("Current password").await, "That's not your current password.");
    let values = (visitor.value("Current password").await, visitor.value("New password").await);
    assert_eq!(values, (String::new(), String::new()));

    visitor.fill("Current password", PASSWORD).await;
    visitor.fill("New password", NEW_PASSWORD).await;
    visitor.press("Change password").await;
    assert_eq!(visitor.path().await, "/account");
    let changed = "Password changed. You've been logged out everywhere else.";
    assert_eq!(visitor.flash().await, Flash::new("success", changed));

    visitor.log_out().await;
    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!((visitor.status().await, visitor.flash().await.kind.as_str()), (422, "error"));
    visitor.fill("Password", NEW_PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!(visitor.path().await, "/account");
}

async fn sessions_end_elsewhere(house: &House) {
    const SESSION: &str = "#sessions ~ .rows .row";
    // The first session of the account belongs to the program that signed it up.
    house.frontdesk.welcome(["ann@example.com"]).await;
    let (here, elsewhere) = (house.visitor().await, house.visitor().await);
    elsewhere.log_in("ann@example.com").await;
    elsewhere.press("End all other sessions").await;
    assert_eq!(
        elsewhere.flash().await,
        Flash::new("success", "All your other devices have been logged out.")
    );
    assert_eq!(elsewhere.texts(SESSION).await.len(), 1);
    assert!(!elsewhere.words().await.contains("End all other sessions"), "there are none");

    here.log_in("ann@example.com").await;
    let sessions = here.texts(SESSION).await;
    assert_eq!(sessions.len(), 2);
    assert!(sessions.iter().all(|session| session.contains("Chrome on Linux")), "{sessions:?}");
    let this = sessions.iter().filter(|session| session.contains("This device"));
    assert!(this.clone().count() == 1 && this.clone().all(|session| !session.contains("End session")));
    here.press("End session").await;
    assert_eq!(here.flash().await, Flash::new("success", "That device has been logged out."));
    assert_eq!(here.texts(SESSION).await.len(), 1);

    elsewhere.open("/account").await;
    assert_eq!(elsewhere.path().await, "/login?next=%2Faccount");
    here.open("/account").await;
    assert_eq!(here.path().await, "/account");
}
