//! The page of one user, and what an administrator can do there.

use frontdesk_browser_tests::{Browser, Flash, House, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(
    who_is_disabled_stays_out_until_enabled,
    an_administrator_is_made_and_unmade,
    the_last_administrator_stays,
);

async fn administrator(house: &House) -> Browser {
    house.frontdesk.welcome(["ada@example.com", "ben@example.com"]).await;
    house.frontdesk.command(&["admin", "grant", "ada@example.com", "--unconfirmed"]);
    let administrator = house.visitor().await;
    administrator.log_in("ada@example.com").await;
    administrator.follow("Users").await;
    administrator
}

async fn who_is_disabled_stays_out_until_enabled(house: &House) {
    let (administrator, ben) = (administrator(house).await, house.visitor().await);
    ben.log_in("ben@example.com").await;
    administrator.follow("ben@example.com").await;
    assert_eq!(administrator.heading().await, "ben@example.com");
    administrator.press("Disable").await;
    let disabled = "The account is disabled and logged out everywhere.";
    assert_eq!(administrator.flash().await, Flash::new("success", disabled));
    assert_eq!(administrator.text(".badges").await, "Disabled Member");

    ben.open("/account").await;
    assert_eq!(ben.path().await, "/login?next=%2Faccount", "thrown out");
    ben.fill("Email", "ben@example.com").await;
    ben.fill("Password", PASSWORD).await;
    ben.press("Log in").await;
    assert_eq!(ben.status().await, 422);
    let refused = "Email or password is wrong, or the account is disabled.";
    assert_eq!(ben.flash().await, Flash::new("error", refused));

    administrator.press("Enable").await;
    assert_eq!(administrator.flash().await, Flash::new("success", "The account is enabled."));
    ben.log_in("ben@example.com").await;
    administrator.press("Log out everywhere").await;
    ben.open("/account").await;
    assert_eq!(ben.path().await, "/login?next=%2Faccount", "logged out everywhere");

    administrator.open(&administrator.path().await).await;
    let history = administrator.texts("#history ~ table tbody td:nth-child(2)").await;
    for event in [
        "Signed up",
        "Logged in",
        "Account disabled",
        "Log-in failed",
        "Account enabled",
        "Logged out everywhere",
    ] {
        assert!(history.iter().any(|told| told == event), "{event} is not in {history:?}");
    }
}

async fn an_administrator_is_made_and_unmade(house: &House) {
    let (administrator, ben) = (administrator(house).await, house.visitor().await);
    ben.log_in("ben@example.com").await;
    administrator.follow("ben@example.com").await;
    administrator.press("Make admin").await;
    assert_eq!(administrator.heading().await, "This address is not confirmed");
    administrator.press("Make administrator all the same").await;
    ben.open("/account").await;
    assert_eq!(ben.path().await, "/login?next=%2Faccount", "a session from before is no administrator's");
    ben.log_in("ben@example.com").await;
    ben.open("/admin/users").await;
    assert_eq!(ben.text("#user-count").await, "2 users");
    administrator.press("Remove as admin").await;
    ben.open("/admin/users").await;
    assert_eq!((ben.status().await, ben.heading().await.as_str()), (404, "Page not found"));
}

async fn the_last_administrator_stays(house: &House) {
    let administrator = administrator(house).await;
    administrator.follow("ada@example.com").await;
    for button in ["Disable", "Remove as admin"] {
        administrator.press(button).await;
        assert_eq!(administrator.flash().await.kind, "error");
        assert!(administrator.text("#flash").await.contains("only administrator"));
        assert!(administrator.text(".badges").await.contains("Admin"));
    }
    administrator.open("/admin/users").await;
    assert_eq!(administrator.text("#user-count").await, "2 users", "and still may look");
}
