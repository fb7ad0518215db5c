//! Cookies of other sites and programs, besides Frontdesk's own and with the same name.

use rocket::http::Method;

use crate::harness::{App, Browser, PASSWORD};

const EMAIL: &str = "alice@example.com";

/// A copy of the browser that sends this `Cookie` header, and no other cookie.
fn sending<'a>(browser: &Browser<'a>, cookies: &str) -> Browser<'a> {
    let mut browser = browser.clone().header("Cookie", cookies);
    browser.cookies.clear();
    browser
}

#[rocket::async_test]
async fn what_others_set_hides_none_of_ours() {
    let app = App::new().await;
    let alice = app.member(EMAIL).await;
    let session = &alice.cookies["session"];
    for cookies in [
        format!("theme=gr\u{f6}sse; session={session}"),
        format!("theme=gr\u{fffd}sse; session={session}"),
        format!("; =; ;; a; \"; {{}}; session={session}"),
        format!("session={session};theme=\"a;b\""),
        format!("a=b,c=d; session={session}"),
        format!("theme=%ff%00; session=\"{session}\""),
        format!("session ={session} "),
        (0..500).map(|number| format!("c{number}=x; ")).collect::<String>() + "session=" + session,
    ] {
        assert!(sending(&alice, &cookies).is_logged_in().await, "{cookies}");
    }
    let mut lines = sending(&alice, "theme=dark").also("Cookie", &format!("session={session}"));
    assert!(lines.is_logged_in().await, "in a line of its own");
}

#[rocket::async_test]
async fn of_several_sessions_a_live_one_counts() {
    let app = App::new().await;
    let alice = app.member(EMAIL).await;
    let live = alice.cookies["session"].clone();
    let mut elsewhere = app.browser();
    elsewhere.log_in(EMAIL, PASSWORD).await;
    let over = elsewhere.cookies["session"].clone();
    elsewhere.post("/logout", &[]).await;
    let foreign = "A".repeat(43);
    for cookies in [
        format!("session={over}; session={live}"),
        format!("session={live}; session={over}"),
        format!("session={foreign}; session={over}; session={live}"),
        format!("session=; session=nonsense; session=a; session=b; session=c; session={live}"),
    ] {
        assert!(sending(&alice, &cookies).is_logged_in().await, "{cookies}");
    }
    let many = format!("session={foreign}; ").repeat(300) + "session=" + &live;
    assert!(!sending(&alice, &many).is_logged_in().await, "but a few are tried, no more");

    let mut here = sending(&alice, &format!("session={over}; session={live}"));
    let answer = here.send(Method::Post, "/logout", None, Vec::new()).await;
    assert_eq!(answer.status, 303);
    assert!(!alice.clone().is_logged_in().await, "the live one was ended");
}

#[rocket::async_test]
async fn a_log_in_ends_the_live_one() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let live = alice.cookies["session"].clone();
    let mut again = sending(&alice, &format!("session={}; session={live}", "A".repeat(43)));
    assert_eq!(again.log_in(EMAIL, PASSWORD).await.status, 303);
    assert!(!alice.is_logged_in().await);
}

#[rocket::async_test]
async fn of_several_devices_the_accounts_own_counts() {
    let app = App::with(|config| config.rate_limits.most_failures = 1).await;
    let alice = app.member(EMAIL).await;
    let bob = app.member("bob@example.com").await;
    app.browser().log_in(EMAIL, "wrong").await;
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 422, "locked for strangers");
    let (own, others) = (&alice.cookies["device"], &bob.cookies["device"]);
    for cookies in [
        format!("device={own}"),
        format!("device={others}; device={own}"),
        format!("device={own}; device={others}"),
        format!("device={}; device=x; device={others}; device={own}", "A".repeat(43)),
    ] {
        assert_eq!(sending(&alice, &cookies).log_in(EMAIL, PASSWORD).await.status, 303, "{cookies}");
    }
    assert_eq!(sending(&alice, &format!("device={others}")).log_in(EMAIL, PASSWORD).await.status, 422);

    let session = &alice.cookies["session"];
    let mut changing = sending(&alice, &format!("session={session}; device={others}; device={own}"));
    let fields = [("current_password", PASSWORD), ("new_password", "copper lantern orchard")];
    assert_eq!(changing.post("/account/password", &fields).await.status, 303);
    let mut later = sending(&alice, &format!("device={own}"));
    assert_eq!(later.log_in(EMAIL, "copper lantern orchard").await.status, 303, "it is still known");
}

#[rocket::async_test]
async fn of_several_notices_one_of_ours_is_said_and_all_go() {
    let app = App::new().await;
    let page = sending(&app.browser(), "notice=nonsense; notice=logged_out").get("/login").await;
    assert_eq!(page.flash().as_deref(), Some("You're logged out."));
    assert!(page.cookie("notice").is_some_and(|cookie| cookie.max_age().is_some_and(|age| age.is_zero())));
}
