//! The audit events of an account, as its owner sees them.

use crate::harness::{Answer, App, PASSWORD};

/// The events and their actors, the newest first.
fn lines(page: &Answer) -> Vec<(String, String)> {
    assert_eq!(page.status, 200);
    page.texts("td.lead-cell").into_iter().zip(page.texts("td[data-label='By']")).collect()
}

fn line(what: &str, who: &str) -> (String, String) {
    (what.to_owned(), who.to_owned())
}

#[rocket::async_test]
async fn it_tells_what_happened_by_whom_and_from_where() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member("alice@example.com").await;
    let stranger = app.browser().from([203, 0, 113, 9]).header("User-Agent", "curl/8.5.0");
    stranger.clone().log_in("alice@example.com", "a wrong guess").await;
    app.browser().header("User-Agent", "shelf/2.1").ask_for_tokens("alice@example.com", PASSWORD).await;
    root.post("/admin/users/2/sign-out", &[]).await;
    assert_eq!(alice.log_in("alice@example.com", PASSWORD).await.status, 303);

    let page = alice.get("/account/activity").await;
    assert_eq!(
        lines(&page),
        [
            line("Logged in", "You"),
            line("Logged out everywhere", "An administrator"),
            line("Logged in", "You"),
            line("Log-in failed", "Unknown"),
            line("Signed up", "You"),
        ]
    );
    let from = page.texts("td[data-label='From']");
    assert_eq!((from[2].as_str(), from[3].as_str()), ("shelf, 192.0.2.1", "curl, 203.0.113.9"));
    assert_eq!(from[1], "Not recorded", "what others are, and not who or where");
    assert!(!page.body.contains("root@example.org"));
    assert!(alice.get("/account").await.has("a[href='/account/activity']"));
}

#[rocket::async_test]
async fn it_is_one_persons_and_a_members() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    let mut bob = app.member("bob@example.com").await;
    bob.log_in("bob@example.com", PASSWORD).await;
    assert_eq!(lines(&alice.get("/account/activity").await), [line("Signed up", "You")]);
    let before_all = alice.get("/account/activity?before=1").await;
    assert_eq!(before_all.text(".panel .muted").as_deref(), Some("There's nothing older."));
    assert_eq!(lines(&alice.get("/account/activity?before=nonsense").await).len(), 1);
    let visitor = app.browser().get("/account/activity").await;
    assert_eq!(visitor.location(), Some("/login?next=%2Faccount%2Factivity"));
}

#[rocket::async_test]
async fn older_pages_follow_without_gap_or_repetition() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    for number in 0..120 {
        app.browser().from([203, 0, 113, number]).log_in("alice@example.com", "a wrong guess").await;
    }
    let (mut seen, mut pages, mut path) = (Vec::new(), 0, Some("/account/activity".to_owned()));
    while let Some(next) = path {
        let page = alice.get(&next).await;
        seen.extend(page.texts("td[data-label='From']"));
        path = page.attribute("#older", "href");
        pages += 1;
    }
    assert_eq!(
        (pages, seen.len()),
        (3, 122),
        "with the sign-up, and the hundredth, which closed the password"
    );
    seen.dedup();
    assert_eq!(seen.len(), 121, "each attempt came from an address of its own");
}

#[rocket::async_test]
async fn password_managers_find_the_page_for_a_new_password() {
    let app = App::new().await;
    let answer = app.browser().get("/.well-known/change-password").await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account/password")));
    assert_eq!(app.browser().get("/.well-known/resource-that-should-not-exist").await.status, 404);
}
