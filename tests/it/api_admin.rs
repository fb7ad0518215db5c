//! The list of users, for an administrator's programs.

use serde_json::Value;

use crate::harness::{Answer, App, Browser, PASSWORD};

/// An administrator's program.
async fn program<'a>(app: &'a App) -> Browser<'a> {
    app.administrator("root@example.org").await;
    bearing(app, "root@example.org").await
}

async fn bearing<'a>(app: &'a App, email: &str) -> Browser<'a> {
    let tokens = app.browser().ask_for_tokens(email, PASSWORD).await;
    app.browser().bearing(&tokens.json_text("/access_token"))
}

fn emails(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let users = answer.json()["users"].as_array().cloned().unwrap_or_default();
    users.iter().filter_map(|user| user["email"].as_str().map(str::to_owned)).collect()
}

/// The path of a link to another page.
fn link(answer: &Answer, name: &str) -> Option<String> {
    let json = answer.json();
    let link = json[name].as_str()?;
    Some(link.strip_prefix("http://localhost:8000").unwrap_or_else(|| panic!("{link}")).to_owned())
}

#[rocket::async_test]
async fn the_list_is_searched_filtered_and_sorted_like_the_page() {
    let app = App::new().await;
    let mut program = program(&app).await;
    for name in ["carol", "alice", "bob"] {
        app.member(&format!("{name}@example.com")).await;
    }
    app.administrator("dora@example.com").await;
    let mut root = app.browser();
    root.log_in("root@example.org", PASSWORD).await;
    root.post("/admin/users/3/disable", &[]).await;
    let all = program.get("/admin/api/users").await;
    assert_eq!(all.json()["count"], 5);
    assert_eq!((&all.json()["next"], &all.json()["prev"]), (&Value::Null, &Value::Null));
    for (question, expected) in [
        (
            "",
            &[
                "dora@example.com",
                "bob@example.com",
                "alice@example.com",
                "carol@example.com",
                "root@example.org",
            ][..],
        ),
        (
            "?sort=email",
            &[
                "alice@example.com",
                "bob@example.com",
                "carol@example.com",
                "dora@example.com",
                "root@example.org",
            ],
        ),
        (
            "?sort=email&order=desc&q=EXAMPLE.com&role=all&state=active",
            &["dora@example.com", "carol@example.com", "bob@example.com"],
        ),
        ("?state=disabled", &["alice@example.com"]),
        ("?role=admin", &["dora@example.com", "root@example.org"]),
        ("?q=nobody", &[]),
    ] {
        assert_eq!(
            emails(&program.get(&format!("/admin/api/users{question}")).await),
            expected,
            "{question}"
        );
    }
    let user = &all.json()["users"][2];
    let fields: Vec<&str> = user.as_object().expect("a user").keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "id",
            "email",
            "name",
            "is_admin",
            "created_at",
            "last_log_in_at",
            "disabled_at",
            "closed_at",
            "email_verified_at",
            "locked_at"
        ]
    );
    assert!(!all.body.contains("argon2"));
}

#[rocket::async_test]
async fn its_links_lead_through_all_pages_and_back() {
    let app = App::new().await;
    let mut program = program(&app).await;
    for number in 1..=6 {
        app.member(&format!("person{number}@example.com")).await;
    }
    let mut page = program.get("/admin/api/users?q=example.com&sort=email&limit=2").await;
    let (mut seen, mut pages) = (emails(&page), 1);
    assert_eq!(link(&page, "prev"), None);
    while let Some(next) = link(&page, "next") {
        page = program.get(&next).await;
        seen.extend(emails(&page));
        pages += 1;
        assert_eq!(page.json()["count"], 6);
    }
    assert_eq!(pages, 3);
    assert_eq!(seen, (1..=6).map(|number| format!("person{number}@example.com")).collect::<Vec<_>>());
    let back = program.get(&link(&page, "prev").expect("a page before")).await;
    assert_eq!(emails(&back), ["person3@example.com", "person4@example.com"]);
    let next = link(&back, "next").expect("a page");
    app.database.execute("DELETE FROM users WHERE email > 'person4@example.com' AND email LIKE 'person%'");
    let beyond = program.get(&next).await;
    assert_eq!(
        (emails(&beyond).len(), link(&beyond, "next")),
        (0, None),
        "an end, and not the beginning again"
    );
}

#[rocket::async_test]
async fn every_value_of_the_description_is_known() {
    let app = App::new().await;
    let mut program = program(&app).await;
    let description = app.browser().get("/openapi.json").await.json();
    let parameters =
        description["paths"]["/admin/api/users"]["get"]["parameters"].as_array().expect("parameters");
    let mut tried = 0;
    for parameter in parameters {
        for value in parameter["schema"]["enum"].as_array().into_iter().flatten() {
            let (name, value) =
                (parameter["name"].as_str().expect("a name"), value.as_str().expect("a value"));
            assert_eq!(
                program.get(&format!("/admin/api/users?{name}={value}")).await.status,
                200,
                "{name}={value}"
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 10);
}

#[rocket::async_test]
async fn a_parameter_that_means_nothing_is_a_mistake() {
    let app = App::new().await;
    let mut program = program(&app).await;
    for (question, name, code) in [
        ("state=gone", "state", "unknown_value"),
        ("role=", "role", "unknown_value"),
        ("sort=age", "sort", "unknown_value"),
        ("order=up", "order", "unknown_value"),
        ("after=nonsense", "after", "unknown_cursor"),
        ("limit=0", "limit", "out_of_range"),
        ("limit=201", "limit", "out_of_range"),
        ("limit=many", "limit", "out_of_range"),
        ("limit=1&limit=2", "limit", "repeated"),
        ("page=2", "query", "unknown_parameter"),
    ] {
        let answer = program.get(&format!("/admin/api/users?{question}")).await;
        assert_eq!(answer.status, 422, "{question}");
        assert_eq!(answer.json()["errors"][name][0]["code"], code, "{question}");
    }
}

#[rocket::async_test]
async fn a_person_is_shown_with_sessions_and_events() {
    let app = App::new().await;
    let mut program = program(&app).await;
    app.member("alice@example.com").await;
    app.browser().header("User-Agent", "shelf/2.1").ask_for_tokens("alice@example.com", PASSWORD).await;
    app.browser().log_in("alice@example.com", "a wrong guess").await;
    let answer = program.get("/admin/api/users/2").await;
    assert_eq!(answer.status, 200);
    let json = answer.json();
    assert_eq!((&json["id"], &json["email"]), (&2.into(), &"alice@example.com".into()));
    let sessions = json["sessions"].as_array().expect("sessions");
    assert_eq!(sessions.iter().filter(|session| session["is_program"] == true).count(), 1);
    assert!(sessions.iter().any(|session| session["user_agent"] == "shelf/2.1"), "{json}");
    let kinds: Vec<&str> = json["events"]
        .as_array()
        .expect("events")
        .iter()
        .filter_map(|event| event["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["log_in_failed", "logged_in", "signed_up"]);
    assert_eq!(
        (&json["events"][0]["actor"], &json["events"][0]["actor_id"]),
        (&"unknown".into(), &Value::Null)
    );
    assert_eq!((&json["events"][2]["actor"], &json["events"][2]["actor_id"]), (&"user".into(), &2.into()));
    for inside in ["argon2", "digest", "hash"] {
        assert!(!answer.body.contains(inside), "{inside}");
    }
    for path in ["/admin/api/users/99", "/admin/api/users/x", "/admin/api/users/99999999999999999999"] {
        let answer = program.get(path).await;
        assert_eq!((answer.status, answer.json()["detail"].clone()), (404, "There is no such user.".into()));
    }
}

#[rocket::async_test]
async fn nobody_else_is_let_in() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    app.member("alice@example.com").await;
    let mut alice = bearing(&app, "alice@example.com").await;
    let mut program = bearing(&app, "root@example.org").await;
    for path in ["/admin/api/users", "/admin/api/users/1", "/admin/api/users/99"] {
        assert_eq!(app.browser().get(path).await.status, 401, "{path}");
        assert_eq!(root.get(path).await.status, 401, "{path}: a cookie is no token");
        let refused = alice.get(path).await;
        assert_eq!(refused.status, 403, "{path}");
        let challenge = refused.header("WWW-Authenticate").expect("a challenge");
        assert!(challenge.contains("error=\"insufficient_scope\""), "{challenge}");
    }
    assert_eq!(program.get("/admin/api/users").await.status, 200);
    app.administrator("dora@example.com").await;
    root.post("/admin/users/3/remove-admin", &[]).await;
    let mut dora = bearing(&app, "dora@example.com").await;
    assert_eq!(dora.get("/admin/api/users").await.status, 403);
    app.database.execute("UPDATE users SET is_admin = NOT is_admin WHERE email = 'dora@example.com'");
    assert_eq!(dora.get("/admin/api/users").await.status, 200, "what holds now decides, not the token");
}
