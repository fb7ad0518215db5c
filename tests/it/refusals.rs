//! Refusals are in the audit trail, up to a bound, and users and administrators see them.

use time::Duration;

use crate::harness::{App, PASSWORD};

async fn with_tight_limits() -> App {
    App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.client_burst = 3;
        config.rate_limits.client_per_minute = 1;
    })
    .await
}

/// Kind, account, actor and address of all refusals, the oldest first.
fn rows(app: &App) -> Vec<String> {
    let query = "SELECT kind || ' ' || COALESCE(CAST(subject_id AS TEXT), '-') || ' ' || actor_kind || ' ' \
                 || COALESCE(address, '-') AS value FROM events \
                 WHERE kind IN ('rate_limited', 'access_denied', 'cross_site_refused') ORDER BY id";
    app.database.texts(query).into_iter().flatten().collect()
}

#[rocket::async_test]
async fn each_kind_is_recorded_with_an_address_and_the_account_where_it_is_known() {
    let app = with_tight_limits().await;
    let mut alice = app.member("alice@example.com").await;
    let id = app.id_of("alice@example.com");

    let mut stranger = app.browser().from([203, 0, 113, 9]);
    for status in [422, 422, 422, 429] {
        assert_eq!(stranger.log_in("nobody@example.com", "a wrong guess").await.status, status);
    }
    app.refusals(1).await;
    assert_eq!(alice.get("/admin/users").await.status, 404);
    app.refusals(2).await;
    let tokens = app.browser().from([203, 0, 113, 10]).ask_for_tokens("alice@example.com", PASSWORD).await;
    let (access, _) = tokens.tokens();
    let mut program = app.browser().from([203, 0, 113, 10]).bearing(&access);
    assert_eq!(program.get("/admin/api/users").await.status, 403);
    app.refusals(3).await;
    let mut elsewhere = app.browser().from([203, 0, 113, 11]).header("Origin", "https://evil.example");
    assert_eq!(elsewhere.sign_up("bob@example.com", PASSWORD).await.status, 403);
    app.refusals(4).await;
    let mut lured = alice.clone().header("Sec-Fetch-Site", "cross-site");
    assert_eq!(lured.post("/account/close", &[]).await.status, 403);
    app.refusals(5).await;
    for _ in 0..3 {
        alice.post("/account/password", &[("current_password", "wrong"), ("new_password", "x")]).await;
    }
    app.refusals(6).await;
    let expected = [
        "rate_limited - unknown 203.0.113.9".to_owned(),
        format!("access_denied {id} user 192.0.2.1"),
        format!("access_denied {id} user 203.0.113.10"),
        "cross_site_refused - unknown 203.0.113.11".to_owned(),
        format!("cross_site_refused {id} unknown 192.0.2.1"),
        format!("rate_limited {id} user 192.0.2.1"),
    ];
    assert_eq!(rows(&app), expected);

    let page = alice.get("/account/activity").await;
    let texts = page.texts("td.lead-cell");
    for words in [
        "Blocked for a while: too many attempts",
        "Blocked: for administrators only",
        "Blocked: sent from another site",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:?}");
    }
    assert!(!page.body.contains("203.0.113.9"), "what strangers did elsewhere is none of hers");
}

#[rocket::async_test]
async fn administrators_see_what_strangers_were_refused() {
    let app = with_tight_limits().await;
    let mut root = app.administrator("root@example.org").await;
    assert!(root.get("/admin").await.has("a[href='/admin/refusals']"));
    assert_eq!(
        root.get("/admin/refusals").await.text(".panel .muted").as_deref(),
        Some("No refused requests yet.")
    );
    let mut stranger = app.browser().from([203, 0, 113, 9]).header("User-Agent", "curl/8.5.0");
    for _ in 0..4 {
        stranger.log_in("nobody@example.com", "a wrong guess").await;
    }
    app.browser().from([203, 0, 113, 10]).header("Origin", "null").log_in("root@example.org", PASSWORD).await;
    app.refusals(2).await;
    let page = root.get("/admin/refusals").await;
    let lines: Vec<(String, String)> =
        page.texts("td.lead-cell").into_iter().zip(page.texts("td[data-label='From']")).collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(lines.contains(&("Log-in failed".into(), "curl, 203.0.113.9".into())), "{lines:?}");
    let limited = ("Blocked for a while: too many attempts".into(), "curl, 203.0.113.9".into());
    assert!(lines.contains(&limited), "{lines:?}");
    assert!(!page.has("#left-out") && !page.has("#older"));

    let mut member = app.browser().from([198, 51, 100, 1]);
    member.sign_up("member@example.com", PASSWORD).await;
    assert_eq!(member.get("/admin/refusals").await.status, 404);
    assert_eq!(
        app.browser().get("/admin/refusals").await.location(),
        Some("/login?next=%2Fadmin%2Frefusals")
    );
}

#[rocket::async_test]
async fn no_attacker_fills_the_trail_and_what_is_left_out_is_said() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let forged = |network: [u8; 4]| app.browser().from(network).header("Origin", "https://evil.example");
    for _ in 0..20 {
        assert_eq!(forged([203, 0, 113, 9]).log_in("root@example.org", PASSWORD).await.status, 403);
    }
    let left_out = |page: &crate::harness::Answer| page.text("#left-out").unwrap_or_default();
    assert!(left_out(&root.get("/admin/refusals").await).starts_with("15 more this hour aren't listed"));
    for number in 0..80 {
        forged([198, 51, 100, number]).log_in("root@example.org", PASSWORD).await;
    }
    // 5 refusals of one network and 55 of others are recorded. The decision to record precedes the answer.
    assert!(left_out(&root.get("/admin/refusals").await).starts_with("40 more this hour"));
    assert_eq!(app.refusals(60).await.len(), 60);
    let first = root.get("/admin/refusals").await;
    assert_eq!(first.texts("td.lead-cell").len(), 50);
    let older = first.attribute("#older", "href").expect("older ones");
    let second = root.get(&older).await;
    assert_eq!(second.texts("td.lead-cell").len(), 10);
    assert!(second.has("#newest") && !second.has("#older"));

    app.later(Duration::hours(1));
    forged([203, 0, 113, 9]).log_in("root@example.org", PASSWORD).await;
    assert_eq!(app.refusals(61).await.len(), 61);
    assert!(!root.get("/admin/refusals").await.has("#left-out"));
}
