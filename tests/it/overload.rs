//! More work than the machine can do: the server sheds requests at once and keeps the form, and cheap requests go on.

use rocket::futures::future::{Either, join_all, select};

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn who_finds_no_worker_is_told_when_to_come_back_and_keeps_the_form() {
    let app = App::with_one_slow_worker().await;
    let attempts = (0..4).map(|number| {
        let mut browser = app.browser();
        async move { browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await }
    });
    let answers = join_all(attempts).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 303).count(), 1);
    for (number, answer) in answers.iter().enumerate().filter(|(_, answer)| answer.status != 303) {
        assert_eq!(answer.status, 503);
        assert_eq!(answer.header("Retry-After"), Some("1"), "never less");
        assert!(answer.flash().is_some_and(|text| text.contains("Try again in 1 second.")));
        let kept = answer.attribute("#email", "value");
        assert_eq!(kept, Some(format!("person{number}@example.com")));
        assert!(!answer.body.contains(PASSWORD));
    }
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn a_duplicate_needs_no_worker() {
    let app = App::with_one_slow_worker().await;
    app.member("alice@example.com").await;
    let keep_busy = join_all((0..3).map(|client| {
        let mut busy = app.browser();
        async move {
            for number in 0.. {
                busy.sign_up(&format!("busy{client}.{number}@example.com"), PASSWORD).await;
            }
        }
    }));
    let mut asking = app.browser();
    let ask = Box::pin(async {
        for number in 0..100 {
            let new = asking.sign_up(&format!("new{number}@example.com"), PASSWORD).await;
            if new.status == 503 {
                return asking.sign_up("alice@example.com", PASSWORD).await.status;
            }
        }
        panic!("the worker was never busy")
    });
    match select(keep_busy, ask).await {
        Either::Right((status, _)) => assert_eq!(status, 409),
        Either::Left(_) => panic!("it goes on for ever"),
    }
}
