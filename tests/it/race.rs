//! Concurrent requests: the constraint decides, and every client gets a clear answer.

use rocket::futures::future::join_all;

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn of_thirty_two_sign_ups_with_one_address_one_wins() {
    let app = App::new().await;
    let spellings =
        ["Zo\u{eb}@Example.com", "zoe\u{308}@example.com", "ZO\u{cb}@EXAMPLE.COM", " zo\u{eb}@example.com "];
    let attempts = (0..32).map(|number| {
        let mut browser = app.browser();
        async move { browser.sign_up(spellings[number % spellings.len()], PASSWORD).await }
    });
    let answers = join_all(attempts).await;
    let with = |status| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((with(303), with(409)), (1, 31));
    for answer in answers.iter().filter(|answer| answer.status == 409) {
        assert_eq!(answer.flash().as_deref(), Some("Email already registered"));
    }
    assert_eq!(app.users(), 1);
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn different_addresses_do_not_get_in_each_others_way() {
    let app = App::new().await;
    let attempts = (0..32).map(|number| {
        let mut browser = app.browser();
        async move { browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await.status }
    });
    assert_eq!(join_all(attempts).await, [303; 32]);
    assert_eq!(app.users(), 32);
}

#[rocket::async_test]
async fn two_administrators_who_demote_each_other_leave_one() {
    for _ in 0..5 {
        let app = App::new().await;
        let mut alice = app.administrator("alice@example.com").await;
        let mut bob = app.administrator("bob@example.com").await;
        let answers = join_all([
            alice.post("/admin/users/2/remove-admin", &[]),
            bob.post("/admin/users/1/disable", &[]),
        ])
        .await;
        assert!(answers.iter().all(|answer| [303, 404].contains(&answer.status)));
        let is_admin = if app.database.is_sqlite() { "is_admin = 1" } else { "is_admin" };
        let left = app.database.count(&format!("users WHERE {is_admin} AND disabled_at IS NULL"));
        assert_eq!(left, 1);
    }
}

#[rocket::async_test]
async fn a_set_up_link_makes_one_administrator_however_many_use_it() {
    let app = App::new().await;
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    let attempts = (0..8).map(|number| {
        let (mut browser, token) = (app.browser(), token.clone());
        async move {
            let email = format!("person{number}@example.com");
            browser
                .post("/setup", &[("token", &token), ("email", &email), ("password", PASSWORD)])
                .await
                .status
        }
    });
    let mut statuses = join_all(attempts).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410, 410, 410, 410, 410, 410, 410]);
    assert_eq!(app.users(), 1, "who came too late is not signed up either");
}
