//! The first administrator.

use time::Duration;

use crate::harness::{App, PASSWORD};

async fn link(app: &App) -> (String, String) {
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    (format!("/setup?token={token}"), token)
}

#[rocket::async_test]
async fn the_link_signs_up_the_first_administrator_and_dies() {
    let app = App::new().await;
    let (path, token) = link(&app).await;
    let mut browser = app.browser();
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("Referrer-Policy"), Some("strict-origin"));
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    assert_eq!(page.attribute("#setup-form input[name=token]", "value"), Some(token.clone()));

    let mistaken = browser.post("/setup", &[("token", &token), ("email", "root"), ("password", "x")]).await;
    assert_eq!(mistaken.status, 422, "a mistake does not use it up");
    assert_eq!(mistaken.texts("#error-summary li").len(), 2);

    let fields = [("token", token.as_str()), ("email", "root@example.org"), ("password", PASSWORD)];
    let answer = browser.post("/setup", &fields).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/admin")));
    assert_eq!(browser.get("/admin/users").await.flash().as_deref(), Some("You're the administrator now."));
    assert_eq!(app.events(), ["signed_up", "set_up_used", "admin_granted"]);

    assert_eq!(app.browser().get(&path).await.status, 410);
    assert_eq!(app.browser().post("/setup", &fields).await.status, 410);
    assert!(app.accounts.offer_set_up().await.expect("storage").is_none(), "no link while there is one");
}

#[rocket::async_test]
async fn whoever_is_logged_in_becomes_the_administrator() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    let (path, token) = link(&app).await;
    let page = alice.get(&path).await;
    assert_eq!(page.text("#setup-form button").as_deref(), Some("Make me the administrator"));
    assert_eq!(page.text("main strong").as_deref(), Some("alice@example.com"), "who that is");
    assert!(!page.has("#password"));
    assert_eq!(alice.post("/setup", &[("token", &token)]).await.status, 303);
    assert_eq!(alice.get("/admin/users").await.status, 200);
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn an_existing_account_leads_through_the_log_in_and_back() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let (path, token) = link(&app).await;
    let mut browser = app.browser();
    let page = browser.get(&path).await;
    let log_in = page.attribute("a[href^='/login']", "href").expect("a way to log in");
    let next = browser.get(&log_in).await.attribute("input[name=next]", "value").expect("a way back");
    let fields = [("email", "alice@example.com"), ("password", PASSWORD), ("next", next.as_str())];
    assert_eq!(browser.post("/login", &fields).await.location(), Some(&*path));
    let taken = app
        .browser()
        .post("/setup", &[("token", &token), ("email", "alice@example.com"), ("password", "x")])
        .await;
    assert_eq!(taken.status, 409);
}

#[rocket::async_test]
async fn the_links_of_two_processes_end_together() {
    let one = App::new().await;
    let other = App::on(one.database.clone(), |_| {}).await;
    let (first, _) = link(&one).await;
    let (second, token) = link(&other).await;
    assert_eq!(other.browser().get(&first).await.status, 200, "both live");
    assert_eq!(one.browser().get(&second).await.status, 200);
    let fields = [("token", token.as_str()), ("email", "root@example.org"), ("password", PASSWORD)];
    assert_eq!(one.browser().post("/setup", &fields).await.status, 303);
    for path in [&first, &second] {
        assert_eq!(one.browser().get(path).await.status, 410);
        assert_eq!(other.browser().get(path).await.status, 410);
    }
}

#[rocket::async_test]
async fn a_link_lives_for_a_day_and_no_other_is_one() {
    let app = App::new().await;
    let (path, _) = link(&app).await;
    for other in ["/setup", "/setup?token=", "/setup?token=x", &format!("/setup?token={}", "A".repeat(43))] {
        let page = app.browser().get(other).await;
        assert_eq!(page.status, 410, "{other}");
        assert!(page.body.contains("frontdesk admin create"), "what to do instead");
    }
    app.later(Duration::hours(23));
    assert_eq!(app.browser().get(&path).await.status, 200);
    app.later(Duration::hours(2));
    assert_eq!(app.browser().get(&path).await.status, 410);
}
