//! Errors get a page in the layout of the site, or JSON for a program.

use rocket::http::{ContentType, Method};

use crate::harness::{App, Program, curl};

#[rocket::async_test]
async fn a_wrong_address_or_method_is_told_with_what_would_work() {
    let app = App::new().await;
    let mut browser = app.browser();
    for (method, path, status, allow) in [
        (Method::Get, "/nothing", 404, None),
        (Method::Get, "/account/sessions/x/end", 405, Some("POST")),
        (Method::Get, "/logout", 405, Some("POST")),
        (Method::Put, "/signup", 405, Some("GET, HEAD, POST")),
        (Method::Delete, "/", 405, Some("GET, HEAD")),
        (Method::Options, "/login", 405, Some("GET, HEAD, POST")),
        (Method::Get, "/static/nothing.css", 404, None),
        (Method::Get, "/static/../Cargo.toml", 404, None),
        (Method::Get, "/static/%2e%2e%2fCargo.toml", 404, None),
    ] {
        let answer = browser.send(method, path, None, Vec::new()).await;
        assert_eq!((answer.status, answer.header("Allow")), (status, allow), "{method} {path}");
        assert!(answer.has("h1") && answer.has("a[href='/']"), "{method} {path}: a page with a way home");
    }
}

#[rocket::async_test]
async fn a_program_gets_json() {
    let app = App::new().await;
    let mut program = app.browser().header("Accept", "application/json");
    for (method, path, content_type, status, detail) in [
        (Method::Get, "/nothing", None, 404, "Page not found"),
        (Method::Get, "/logout", None, 405, "This page can't do that"),
        (Method::Get, "/account", None, 401, "Please log in"),
        (Method::Post, "/signup", Some(ContentType::JSON), 415, "Unsupported format"),
    ] {
        let answer = program.send(method, path, content_type, b"{}".to_vec()).await;
        assert_eq!(answer.status, status, "{method} {path}");
        assert_eq!(answer.header("Content-Type"), Some("application/json"));
        let body: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(body["detail"], detail, "{method} {path}");
    }
}

#[rocket::async_test]
async fn what_a_client_would_rather_have_decides_between_a_page_and_json() {
    let app = App::new().await;
    for (accept, is_json) in [
        ("application/json", true),
        ("application/json, text/plain, */*", true),
        ("text/html;q=0.8, application/json", true),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false),
        ("*/*", false),
        ("application/json;q=0.8, text/html", false),
        ("application/json;q=0", false),
        ("nonsense", false),
    ] {
        let answer = app.browser().header("Accept", accept).get("/nothing").await;
        let content_type = answer.header("Content-Type").unwrap_or_default();
        assert_eq!(
            (answer.status, content_type == "application/json"),
            (404, is_json),
            "{accept}: {content_type}"
        );
    }
    let lines = app
        .browser()
        .header("Accept", "text/html;q=0.5")
        .also("Accept", "application/json")
        .get("/nothing")
        .await;
    assert_eq!(lines.header("Content-Type"), Some("application/json"), "several lines are one list");
}

#[rocket::async_test]
async fn after_logging_in_a_form_comes_back_whose_session_was_over() {
    let app = App::new().await;
    for (path, location) in [
        ("/account/password", "/login?next=%2Faccount%2Fpassword"),
        ("/account/password?a=b", "/login?next=%2Faccount%2Fpassword"),
        ("/account/email", "/login?next=%2Faccount%2Femail"),
        ("/account/export", "/login?next=%2Faccount%2Fexport"),
        ("/account/close", "/login?next=%2Faccount%2Fclose"),
        ("/account/sessions/end-others", "/login"),
        ("/account/sessions/1/end", "/login"),
        ("/admin/users/1/disable", "/login"),
    ] {
        let answer = app.browser().post(path, &[("current_password", "x")]).await;
        assert_eq!((answer.status, answer.location()), (303, Some(location)), "{path}");
    }
}

#[rocket::async_test]
async fn a_database_that_is_away_is_told_without_a_word_of_the_inside() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    app.database.execute("ALTER TABLE users RENAME TO hidden");
    for answer in [
        app.browser().sign_up("bob@example.com", "violet harbour kettle").await,
        app.browser().log_in("alice@example.com", "violet harbour kettle").await,
        alice.get("/account").await,
        alice.clone().post("/logout", &[]).await,
    ] {
        assert!([500, 503].contains(&answer.status), "{}", answer.status);
        for inside in ["users", "no such table", "relation", "SQL", "diesel"] {
            assert!(!answer.texts("main").join(" ").contains(inside), "{inside}: {:?}", answer.texts("main"));
        }
    }
    assert_eq!(app.browser().get("/signup").await.status, 200, "pages that need no data still come");
    app.database.execute("ALTER TABLE hidden RENAME TO users");
    assert!(alice.is_logged_in().await, "and all is well again");
}

/// The built-in template does not show the member, but an operator's template may.
#[rocket::async_test]
async fn an_error_page_knows_who_is_asking_whether_a_handler_answered_or_none() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("error")).expect("a folder");
    std::fs::write(
        folder.path().join("error/page.html.tera"),
        "<p>{% if viewer %}{{ viewer.email }}{% endif %}</p>",
    )
    .expect("a file");
    let app = App::with(|config| config.templates_dir = Some(folder.path().into())).await;
    let mut alice = app.member("alice@example.com").await;
    for (path, status) in [("/nothing", 404), ("/confirm?token=none", 410), ("/setup", 410), ("/admin", 404)]
    {
        let (member, stranger) = (alice.get(path).await, app.browser().get(path).await);
        assert_eq!(
            (member.status, member.text("p").as_deref()),
            (status, Some("alice@example.com")),
            "{path}"
        );
        assert!(stranger.status != status || stranger.text("p").as_deref() == Some(""), "{path}");
    }
}

#[rocket::async_test]
async fn a_member_keeps_the_navigation_on_an_error_page() {
    let app = App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 1;
        config.rate_limits.mail_per_hour = 2;
    })
    .await;
    let mut alice = app.member("alice@example.com").await;
    let missing = alice.get("/nothing").await;
    assert_eq!(missing.status, 404);
    alice.post("/account/email/verification", &[]).await;
    let limited = alice.post("/account/email/verification", &[]).await;
    let told = "We limit how often you can try, to keep accounts safe. Try again in 30 minutes.";
    assert_eq!((limited.status, limited.texts(".card p").contains(&told.to_owned())), (429, true));
    for page in [missing, limited, alice.get("/confirm?token=none").await] {
        assert!(page.has(".site-nav a[href='/account']") && page.has("#log-out-form"), "{}", page.status);
    }
    let stranger = app.browser().get("/nothing").await;
    assert!(!stranger.has(".site-nav") && stranger.has("body.visitor"));
}

#[rocket::async_test]
async fn a_dead_link_leads_to_a_new_one_and_to_the_log_in() {
    let app = App::new().await;
    let ways = async |browser: &mut crate::harness::Browser<'_>, path: &str| {
        let page = browser.get(path).await;
        assert_eq!(page.status, 410, "{path}");
        page.texts(".ways a")
    };
    let mut visitor = app.browser();
    assert_eq!(ways(&mut visitor, "/password-reset/new?token=none").await, ["Get a new link", "Log in"]);
    assert_eq!(ways(&mut visitor, "/confirm?token=none").await, ["Log in", "Set a new password", "Sign up"]);
    assert_eq!(ways(&mut visitor, "/setup?token=none").await, ["Go to the home page"]);
    let mut alice = app.member("alice@example.com").await;
    assert_eq!(ways(&mut alice, "/confirm?token=none").await, ["Go to your account"]);
}

#[test]
fn a_failure_has_the_same_reference_on_its_page_and_in_the_log() {
    let program = Program::new();
    let server = program.serve();
    // Not the whole table, so that the session of a visitor is found to be none.
    program.database.execute("ALTER TABLE users RENAME COLUMN hashed_password TO hidden");
    let answers = [
        curl(&[&format!("{}/login", server.url), "-d", "email=alice@example.com&password=a+wrong+guess"]),
        curl(&[&format!("{}/login", server.url), "-d", "email=bob@example.com&password=a+wrong+guess"]),
    ];
    let reference =
        regex::Regex::new("Reference: <strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>").expect("a pattern");
    let mut seen = Vec::new();
    for answer in answers {
        assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
        let found = reference.captures(&answer).unwrap_or_else(|| panic!("{answer}"))[1].to_owned();
        let log = server.wait_for(&found);
        assert!(
            log.lines().any(|line| line.contains(&format!("ERROR request{{id={found}}}: unexpected"))),
            "{log}"
        );
        seen.push(found);
    }
    assert_ne!(seen[0], seen[1]);
}
