//! The headers and cookies that every answer has.

use rocket::http::Method;

use crate::harness::{App, PASSWORD};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[rocket::async_test]
async fn every_answer_carries_them() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    let style = browser.get("/").await.attribute("link[rel=stylesheet]", "href").expect("a stylesheet");
    for (method, path, status) in [
        (Method::Get, "/account", 200),
        (Method::Head, "/login", 303),
        (Method::Get, style.as_str(), 200),
        (Method::Get, "/favicon.ico", 200),
        (Method::Get, "/nothing", 404),
        (Method::Get, "/logout", 405),
        (Method::Post, "/signup", 415),
        (Method::Put, "/signup", 405),
    ] {
        let answer = browser.send(method, path, None, Vec::new()).await;
        assert_eq!(answer.status, status, "{method} {path}");
        for (name, value) in [
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{method} {path}");
        }
        let is_file = path.contains('.');
        let resource = if is_file { "cross-origin" } else { "same-origin" };
        assert_eq!(answer.header("Cross-Origin-Resource-Policy"), Some(resource), "{method} {path}");
        assert_eq!(answer.header("Cache-Control") == Some("no-store"), !is_file, "{method} {path}");
        assert_eq!(answer.header("Strict-Transport-Security"), None, "there is no https");
    }
}

#[rocket::async_test]
async fn files_are_kept_for_a_year_under_a_name_that_changes_with_them() {
    let app = App::new().await;
    let mut browser = app.browser();
    let page = browser.get("/").await;
    for (selector, attribute, content_type) in [
        ("link[rel=stylesheet]", "href", "text/css"),
        ("script", "src", "text/javascript"),
        ("link[rel=icon]", "href", "image/svg+xml"),
    ] {
        let path = page.attribute(selector, attribute).expect("a file");
        let file = browser.get(&path).await;
        assert_eq!(file.status, 200, "{path}");
        assert_eq!(file.header("Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert!(file.header("Content-Type").is_some_and(|found| found.starts_with(content_type)), "{path}");
        let (stem, _) = path.rsplit_once('.').expect("an ending");
        let digest = stem.rsplit_once('-').expect("a digest").1;
        assert!(digest.len() == 8 && digest.chars().all(|c| c.is_ascii_hexdigit()), "{path}");
        assert_eq!(browser.get(&path.replace(digest, "00000000")).await.status, 404);
    }
}

#[rocket::async_test]
async fn the_session_cookie_is_for_this_site_and_the_server_alone() {
    let app = App::new().await;
    let answer = app.browser().sign_up("alice@example.com", PASSWORD).await;
    let cookie = answer.cookie("session").expect("a session");
    assert_eq!(cookie.http_only(), Some(true));
    assert_eq!(cookie.same_site(), Some(rocket::http::SameSite::Lax));
    assert_eq!(cookie.path(), Some("/"));
    assert_eq!(cookie.domain(), None);
    assert_ne!(cookie.secure(), Some(true), "there is no https");
}

#[rocket::async_test]
async fn with_https_cookies_are_bound_to_the_host_and_browsers_stay_with_https() {
    let app = App::with(|config| config.public_url = Some("https://id.example.com".into())).await;
    let mut browser = app.browser();
    let answer = browser.sign_up("alice@example.com", PASSWORD).await;
    for cookie in answer.cookies() {
        assert!(cookie.name().starts_with("__Host-"), "{cookie}");
        assert_eq!((cookie.secure(), cookie.path(), cookie.domain()), (Some(true), Some("/"), None));
    }
    assert!(answer.header("Strict-Transport-Security").is_some());
    assert!(browser.is_logged_in().await);
    let answer = browser.post("/logout", &[]).await;
    let removed = answer.cookie("__Host-session").expect("the removal");
    assert_eq!(removed.secure(), Some(true), "or a browser would not take it");
    assert!(!browser.cookies.contains_key("__Host-session"));
}

#[rocket::async_test]
async fn a_notice_that_is_not_ours_says_nothing() {
    let app = App::new().await;
    for code in ["<b>pwned</b>", "nonsense", ""] {
        let mut browser = app.browser();
        browser.cookies.insert("notice".into(), code.into());
        let page = browser.get("/login").await;
        assert_eq!((page.status, page.flash()), (200, None), "{code:?}");
    }
}
