//! A request that another site makes a browser send changes nothing.

use rocket::http::Method;

use crate::harness::{App, Connection, PASSWORD, Program};

/// The path of every route that changes something, with numbers for the parameters.
fn unsafe_paths(app: &App) -> Vec<String> {
    let paths: Vec<String> = app
        .client
        .rocket()
        .routes()
        .filter(|route| route.method != Method::Get)
        .map(|route| route.uri.path().replace("<id>", "1").replace("<act>", "disable"))
        .collect();
    assert!(paths.len() >= 8, "{paths:?}");
    paths
}

#[rocket::async_test]
async fn posts_from_other_sites_are_refused_everywhere() {
    let app = App::new().await;
    let administrator = app.administrator("root@example.org").await;
    for (name, value) in [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
    ] {
        for path in unsafe_paths(&app) {
            let answer = administrator.clone().header(name, value).post(&path, &[]).await;
            assert_eq!(answer.status, 403, "{path} {name}: {value}");
        }
        let forged = app.browser().header(name, value).sign_up("alice@example.com", PASSWORD).await;
        assert_eq!(forged.status, 403);
        assert!(forged.has("h1"), "a page");
    }
    assert_eq!(app.users(), 1);
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn posts_from_our_own_pages_pass() {
    let app = App::new().await;
    for (number, (name, value)) in
        [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("Origin", "http://localhost:8000")]
            .into_iter()
            .enumerate()
    {
        let mut browser = app.browser().header("Host", "localhost:8000").header(name, value);
        let answer = browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await;
        assert_eq!(answer.status, 303, "{name}: {value}");
    }
}

#[rocket::async_test]
async fn no_get_changes_anything() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    for path in unsafe_paths(&app) {
        let answer = administrator.get(&path).await;
        assert!([200, 303, 405, 410].contains(&answer.status), "{path}: {}", answer.status);
    }
    assert!(administrator.is_logged_in().await);
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn a_form_field_cannot_choose_the_method_to_slip_through() {
    let app = App::new().await;
    let mut forged = app.browser().header("Sec-Fetch-Site", "cross-site");
    for method in ["get", "put", "delete", "patch", "head", "options"] {
        let fields = [("_method", method), ("email", "alice@example.com"), ("password", PASSWORD)];
        let answer = forged.post("/signup", &fields).await;
        assert!(answer.status < 500, "{method}: {}", answer.status);
    }
    assert_eq!(app.users(), 0);
}

#[test]
fn with_https_a_foreign_name_for_this_machine_is_another_site() {
    let post = |public_url: Option<&str>, host: &str, origin: &str| {
        let program = Program::new();
        let program = match public_url {
            Some(url) => program.with("FRONTDESK_PUBLIC_URL", url),
            None => program,
        };
        let server = program.serve();
        let request = format!(
            "POST /login HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
        );
        Connection::open(&server.url).expect("a connection").exchange(request.as_bytes())
    };
    let https = Some("https://id.example.com");
    for (public_url, host, origin, status) in [
        (https, "id.example.com", "https://id.example.com", 422),
        (https, "localhost:8000", "https://id.example.com", 422),
        // A name that resolves to this machine, from a page of another site (DNS rebinding).
        (https, "evil.example:8000", "http://evil.example:8000", 403),
        (https, "evil.example", "https://evil.example", 403),
        (None, "desk.lan:8000", "http://desk.lan:8000", 422),
        (None, "desk.lan:8000", "http://evil.example", 403),
        (None, "desk.lan:8000", "null", 403),
    ] {
        assert_eq!(post(public_url, host, origin), Some(status), "{public_url:?} {host} {origin}");
    }
}
