//! The page of one user, and what an administrator can do there.

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn it_shows_the_facts_the_sessions_and_what_happened() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    app.member("alice@example.com").await;
    app.browser().log_in("alice@example.com", "not her password").await;
    let page = administrator.get("/admin/users/2").await;
    assert_eq!(page.status, 200);
    assert!(page.text("h1").is_some_and(|title| title.contains("alice@example.com")));
    for expected in ["Signed up", "Log-in failed", "Unknown", "192.0.2.1"] {
        assert!(page.body.contains(expected), "{expected}");
    }
    for path in
        ["/admin/users/99", "/admin/users/-1", "/admin/users/0x2", "/admin/users/99999999999999999999"]
    {
        assert_eq!(administrator.get(path).await.status, 404, "{path}");
    }
    assert_eq!(administrator.post("/admin/users/99/disable", &[]).await.status, 404);
    assert_eq!(administrator.post("/admin/users/2/promote", &[]).await.status, 404);
}

#[rocket::async_test]
async fn disabling_ends_sessions_and_keeps_out_until_enabled() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let mut alice = app.member("alice@example.com").await;

    let answer = administrator.post("/admin/users/2/disable", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/admin/users/2")));
    let page = administrator.get("/admin/users/2").await;
    assert_eq!(page.flash().as_deref(), Some("The account is disabled and logged out everywhere."));
    assert!(page.has("form[action='/admin/users/2/enable']"));
    assert!(!alice.is_logged_in().await);
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 422);

    administrator.post("/admin/users/2/enable", &[]).await;
    assert!(!alice.is_logged_in().await, "the old session stays dead");
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
    let page = administrator.get("/admin/users/2").await;
    for expected in ["Account disabled", "Account enabled", "root@example.org"] {
        assert!(page.body.contains(expected), "{expected}");
    }
    assert_eq!(app.events()[2..], ["disabled", "log_in_failed", "enabled", "logged_in"]);
}

#[rocket::async_test]
async fn an_account_has_one_state_and_nothing_contradicts_it() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    app.member("alice@example.com").await;
    for (change, badge, title) in [
        ("email_verified_at = NULL", "Not confirmed", "Account is enabled"),
        ("email_verified_at = created_at", "Active", "Account is enabled"),
        ("locked_at = '2026-11-20 12:00:00'", "Locked", "Account is locked"),
        ("closed_at = '2026-11-20 12:00:00'", "Closed", "Account is closed"),
        ("disabled_at = '2026-11-20 12:00:00'", "Disabled", "Account is disabled"),
    ] {
        app.database.execute(&format!("UPDATE users SET {change} WHERE id = 2"));
        let page = root.get("/admin/users/2").await;
        assert_eq!(page.texts(".badges > *")[0], badge);
        let titles: Vec<_> =
            page.texts(".row-title").into_iter().filter(|title| title.starts_with("Account is")).collect();
        assert_eq!(titles, [title], "{badge}");
        assert_eq!(page.body.contains("It will be deleted on 4 Dec 2026, 12:00 UTC"), badge == "Closed");
        let users = root.get("/admin/users").await;
        assert_eq!(users.text("[data-user-id='2'] td:nth-child(4)").as_deref(), Some(badge));
    }
}

#[rocket::async_test]
async fn administrators_are_made_and_unmade() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let mut alice = app.member("alice@example.com").await;
    app.database.execute("UPDATE users SET email_verified_at = created_at");
    administrator.post("/admin/users/2/make-admin", &[]).await;
    assert!(!alice.is_logged_in().await, "a session from before does not become an administrator's");
    assert!(
        administrator.get("/admin/users/2").await.flash().is_some_and(|text| text.contains("log in again"))
    );
    alice.log_in("alice@example.com", PASSWORD).await;
    assert_eq!(alice.get("/admin/users").await.status, 200);
    administrator.post("/admin/users/2/make-admin", &[]).await;
    administrator.post("/admin/users/2/remove-admin", &[]).await;
    assert_eq!(alice.get("/admin/users").await.status, 404);
    let expected = ["admin_granted", "logged_in", "admin_revoked"];
    assert_eq!(app.events()[2..], expected, "what was so already is no event");
}

#[rocket::async_test]
async fn the_last_administrator_stays() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    app.member("alice@example.com").await;
    for act in ["disable", "remove-admin"] {
        administrator.post(&format!("/admin/users/1/{act}"), &[]).await;
        let page = administrator.get("/admin/users/1").await;
        assert!(page.flash().is_some_and(|text| text.starts_with("This is the only administrator")), "{act}");
    }
    app.database.execute("UPDATE users SET email_verified_at = created_at");
    administrator.post("/admin/users/2/make-admin", &[]).await;
    administrator.post("/admin/users/2/disable", &[]).await;
    administrator.post("/admin/users/1/remove-admin", &[]).await;
    assert_eq!(administrator.get("/admin/users").await.status, 200, "one who is disabled does not count");
    administrator.post("/admin/users/2/enable", &[]).await;
    administrator.post("/admin/users/1/remove-admin", &[]).await;
    assert_eq!(administrator.get("/admin/users").await.status, 404, "now there is another");
}

#[rocket::async_test]
async fn somebody_can_be_logged_out_everywhere() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let mut alice = app.member("alice@example.com").await;
    administrator.post("/admin/users/2/sign-out", &[]).await;
    assert!(!alice.is_logged_in().await);
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303, "and can come back");
    assert!(administrator.is_logged_in().await);
}
