//! Pages of other sites that call the API.

use rocket::http::Method;
use serde_json::json;

use crate::harness::{Answer, App, PASSWORD};

const SHELF: &str = "https://shelf.example";

async fn app(allowed: &[&str]) -> App {
    let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
    App::with(|config| config.api.allowed_origins = allowed).await
}

/// Sends the preflight request of a browser: it precedes a request that a page of another site may not send at once.
async fn ask_before(app: &App, path: &str, origin: &str) -> Answer {
    let mut browser = app
        .browser()
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "cross-site")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type");
    browser.send(Method::Options, path, None, Vec::new()).await
}

async fn sign_up(app: &App, origin: &str) -> Answer {
    let body = json!({ "email": "alice@example.com", "password": PASSWORD }).to_string();
    let mut browser = app.browser().header("Origin", origin).header("Sec-Fetch-Site", "cross-site");
    browser.post_json("/users/signup", &body).await
}

fn allows(answer: &Answer) -> Option<&str> {
    assert_eq!(answer.header("Access-Control-Allow-Credentials"), None, "never");
    answer.header("Access-Control-Allow-Origin")
}

#[rocket::async_test]
async fn nobody_may_unless_an_operator_says_so() {
    let app = app(&[]).await;
    let asked = ask_before(&app, "/users/signup", SHELF).await;
    assert_eq!((asked.status, allows(&asked), asked.header("Vary")), (405, None, None));
    let refused = sign_up(&app, SHELF).await;
    assert_eq!((refused.status, allows(&refused)), (403, None));
    assert!(refused.json()["detail"].is_string());
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn who_is_named_may_and_nobody_else() {
    let app = app(&[SHELF, "http://localhost:5173"]).await;
    let asked = ask_before(&app, "/users/signup", SHELF).await;
    assert_eq!((asked.status, allows(&asked), asked.body.as_str()), (204, Some(SHELF), ""));
    assert_eq!(asked.header("Access-Control-Allow-Methods"), Some("POST"));
    assert_eq!(asked.header("Vary"), Some("Origin"));
    let headers = asked.header("Access-Control-Allow-Headers").expect("headers");
    assert!(headers.contains("Authorization") && headers.contains("Content-Type"), "{headers}");
    for stranger in
        ["https://evil.example", "https://shelf.example.evil.example", "http://shelf.example", "null"]
    {
        let asked = ask_before(&app, "/users/signup", stranger).await;
        assert_eq!((asked.status, allows(&asked)), (405, None), "{stranger}");
        let refused = sign_up(&app, stranger).await;
        assert_eq!((refused.status, allows(&refused)), (403, None), "{stranger}");
    }
    let keys = app.browser().get("/.well-known/jwks.json").await;
    assert_eq!((allows(&keys), keys.header("Vary")), (None, Some("Origin")));
    let me = ask_before(&app, "/users/me", SHELF).await;
    assert_eq!((me.status, me.header("Access-Control-Allow-Methods")), (204, Some("GET, HEAD")));
    let done = sign_up(&app, SHELF).await;
    assert_eq!((done.status, allows(&done)), (201, Some(SHELF)));
    let twice = sign_up(&app, SHELF).await;
    assert_eq!((twice.status, allows(&twice)), (400, Some(SHELF)), "errors can be read, too");
    let expected = Some("Retry-After, WWW-Authenticate");
    assert_eq!(twice.header("Access-Control-Expose-Headers"), expected);
}

#[rocket::async_test]
async fn the_pages_stay_closed() {
    let app = app(&["*"]).await;
    let asked = ask_before(&app, "/users/signup", SHELF).await;
    assert_eq!((asked.status, allows(&asked)), (204, Some("*")));
    assert_eq!(sign_up(&app, SHELF).await.status, 201);
    let keys = app.browser().get("/.well-known/jwks.json").await;
    assert_eq!(allows(&keys), Some("*"), "a cache may keep it for somebody whose browser asks");
    for path in ["/signup", "/login", "/account/password", "/admin/users/1/disable"] {
        let asked = ask_before(&app, path, SHELF).await;
        assert_eq!(allows(&asked), None, "{path}");
        let mut browser = app.browser().header("Origin", SHELF).header("Sec-Fetch-Site", "cross-site");
        let answer = browser.post(path, &[("email", "bob@example.com"), ("password", PASSWORD)]).await;
        assert_eq!((answer.status, allows(&answer)), (403, None), "{path}");
    }
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn apps_call_from_origins_with_schemes_of_their_own() {
    let app = app(&["capacitor://localhost", "https://bücher.example"]).await;
    for origin in ["capacitor://localhost", "https://xn--bcher-kva.example"] {
        let asked = ask_before(&app, "/users/signup", origin).await;
        assert_eq!((asked.status, allows(&asked)), (204, Some(origin)), "{origin}");
    }
    assert_eq!(sign_up(&app, "capacitor://localhost").await.status, 201);
    for stranger in ["ionic://localhost", "capacitor://localhost:1", "http://localhost"] {
        assert_eq!(sign_up(&app, stranger).await.status, 403, "{stranger}");
    }
    let mut without_fetch_metadata =
        app.browser().header("Origin", "ionic://localhost:8000").header("Host", "localhost:8000");
    let body = json!({ "email": "bob@example.com", "password": PASSWORD }).to_string();
    assert_eq!(
        without_fetch_metadata.post_json("/users/signup", &body).await.status,
        403,
        "the same host, another scheme"
    );
}

#[rocket::async_test]
async fn headers_that_are_asked_for_are_allowed_within_a_bound() {
    let app = app(&[SHELF]).await;
    let ask = |names: String| {
        let mut browser = app
            .browser()
            .header("Origin", SHELF)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", &names);
        async move {
            let asked = browser.send(Method::Options, "/users/signup", None, Vec::new()).await;
            assert_eq!(asked.status, 204);
            asked.header("Access-Control-Allow-Headers").expect("headers").to_owned()
        }
    };
    let always = "Authorization, Content-Type, Idempotency-Key";
    assert_eq!(
        ask("content-type, traceparent,sentry-trace, x-requested-with".into()).await,
        format!("{always}, traceparent, sentry-trace, x-requested-with")
    );
    assert_eq!(ask("x y, , a:b, größe, x-app".into()).await, format!("{always}, x-app"));
    assert_eq!(ask("x-a,".repeat(400)).await, always);
}
