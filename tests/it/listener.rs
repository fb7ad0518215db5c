//! Frontdesk's listener and Rocket's own give the same answers to the same requests, octet by octet.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use frontdesk::app::Settings;
use frontdesk::config::{Config, Layers};
use frontdesk::listener::{Listener, Passed};
use regex::Regex;
use rocket::fairing::AdHoc;
use rocket::local::asynchronous::Client;
use rocket::tokio::io::{AsyncReadExt, AsyncWriteExt};
use rocket::tokio::net::TcpStream;
use rocket::tokio::sync::{Mutex, mpsc};
use rocket::tokio::time::timeout;

use crate::harness::{App, PASSWORD};

const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"];

const TARGETS: [&[u8]; 30] = [
    b"/",
    b"/login",
    b"/login/",
    b"//login",
    b"/login?next=%2Faccount",
    b"/login?",
    b"/login?next=/a&next=/b&x",
    b"/login#x",
    b"/log%69n",
    b"/signup",
    b"/nothing",
    b"/account",
    b"/admin/users",
    b"/admin/users/abc",
    b"/users/nothing",
    b"/users/me",
    b"/token",
    b"/openapi.json",
    b"/static/nothing.css",
    b"/static/../login",
    b"/.%2e/login",
    b"/%",
    b"/%zz",
    b"/%00",
    b"/a|b^c`{d}",
    b"/a\\b",
    b"/[",
    b"/gr\xc3\xb6sse",
    b"http://localhost/login",
    b"http://other.example:81/nothing?a=b",
];

/// Headers that are tested one at a time, with three request lines only, because the form of the target is irrelevant.
const HEADERS: [&str; 46] = [
    "Accept: application/json",
    "Accept: text/html, application/json;q=0.5",
    "Accept: nonsense",
    "Accept:",
    "Accept-Encoding: gzip, br",
    "Accept-Language: ar",
    "Authorization: Bearer nonsense",
    "Authorization: Basic YTpi",
    "Authorization: Bearer",
    "Connection: keep-alive",
    "Connection: upgrade\r\nUpgrade: websocket",
    "Content-Length: 0",
    "Content-Length: 000",
    "Content-Length: -1",
    "Content-Length: 1, 1",
    "Content-Length: 5\r\nContent-Length: 6",
    "Content-Length: 99999999999999999999",
    "Content-Type: nonsense",
    "Content-Type: application/json; charset=utf-16",
    "Cookie: session=nonsense",
    "Cookie: session=a; session=b; =; ;;",
    "Cookie: a=1\r\nCookie: session=b",
    "Cookie: session=\"quoted\"",
    "Cookie: device=a; notice=b; theme=dark",
    "Host: [::1]:8000",
    "Host: a/b",
    "If-None-Match: \"x\"",
    "If-None-Match: *",
    "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT",
    "Origin: null",
    "Origin: https://evil.example",
    "Origin: http://localhost",
    "Range: bytes=0-9",
    "Referer: https://evil.example/a?token=b",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
    "TE: trailers",
    "Transfer-Encoding: gzip",
    "Transfer-Encoding: identity",
    "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "X-Real-IP: 192.0.2.1",
    "X-Empty:",
    "X-HTTP-Method-Override: DELETE",
    "No colon",
    " Folded: a\r\n b",
];

struct Case {
    name: String,
    octets: Vec<u8>,
}

fn case(name: impl Into<String>, octets: impl Into<Vec<u8>>) -> Case {
    Case { name: name.into(), octets: octets.into() }
}

fn with_body(path: &str, head: &str, body: &str) -> Case {
    let request =
        format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{head}\r\n\r\n{body}");
    case(format!("POST {path} {head} {body}"), request)
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for target in TARGETS {
        for method in METHODS {
            let line = [method.as_bytes(), b" ", target, b" HTTP/1.1\r\n"].concat();
            let name = format!("{method} {}", String::from_utf8_lossy(target));
            cases.push(case(name, [&line, &b"Host: localhost\r\nConnection: close\r\n\r\n"[..]].concat()));
        }
    }
    for headers in HEADERS {
        for line in ["GET /login", "HEAD /nothing", "POST /login"] {
            let host = if headers.starts_with("Host") { "" } else { "Host: localhost\r\n" };
            let request = format!("{line} HTTP/1.1\r\n{host}{headers}\r\nConnection: close\r\n\r\n");
            cases.push(case(format!("{line} {headers}"), request));
        }
    }
    for version in ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "http/1.1", "HTTP/1.1 ", ""] {
        let request = format!("GET /login {version}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        cases.push(case(format!("version {version:?}"), request));
    }
    cases.push(case("HEAD in HTTP/1.0", "HEAD /login HTTP/1.0\r\nHost: localhost\r\n\r\n"));
    cases.push(case("two in one", "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\nHEAD /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    cases.push(case("lines that end with LF", "GET /login HTTP/1.1\nHost: localhost\nConnection: close\n\n"));
    cases.push(case(
        "an empty line before",
        "\r\nGET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ));
    cases.push(case("no request", "nonsense\r\n\r\n"));
    cases.push(case("TLS", &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"[..]));
    let form = "Content-Type: application/x-www-form-urlencoded";
    let json = "Content-Type: application/json";
    let fields = |email: &str| format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
    for (path, kind, body) in [
        ("/signup", form, fields("alice%40example.com")),
        ("/signup", form, fields("alice%40example.com")),
        ("/signup", form, fields("ALICE%40example.com")),
        ("/signup", form, fields("nonsense")),
        ("/signup", form, "_method=delete&email=a".to_owned()),
        ("/signup", form, String::new()),
        ("/signup", json, fields("bob%40example.com")),
        ("/login", form, fields("alice%40example.com")),
        ("/login", form, "email=alice%40example.com&password=wrong".to_owned()),
        ("/login", form, format!("email={}", "a".repeat(20_000))),
        ("/nothing", form, "a".repeat(20_000)),
        ("/account", form, fields("a")),
        ("/logout", form, String::new()),
        ("/users/signup", json, format!(r#"{{"email":"carol@example.com","password":"{PASSWORD}"}}"#)),
        ("/users/signup", json, r#"{"email":"carol@example.com"}"#.to_owned()),
        ("/users/signup", json, "{".to_owned()),
        ("/token", form, "grant_type=password&username=alice%40example.com&password=wrong".to_owned()),
        (
            "/token",
            form,
            format!(
                "grant_type=password&username=alice%40example.com&password={}",
                PASSWORD.replace(' ', "+")
            ),
        ),
    ] {
        cases.push(with_body(path, &format!("{kind}\r\nContent-Length: {}", body.len()), &body));
        let chunks = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
        let chunks = if body.is_empty() { "0\r\n\r\n" } else { &chunks };
        cases.push(with_body(path, &format!("{kind}\r\nTransfer-Encoding: chunked"), chunks));
    }
    cases.push(with_body(
        "/login",
        &format!("{form}\r\nContent-Length: 7\r\nExpect: 100-continue"),
        "email=a",
    ));
    cases.push(with_body(
        "/login",
        &format!("{form}\r\nTransfer-Encoding: chunked\r\nTrailer: X-A"),
        "7\r\nemail=a\r\n0\r\nX-A: b\r\n\r\n",
    ));
    cases.push(with_body(
        "/login",
        &format!("{form}\r\nTransfer-Encoding: chunked\r\nContent-Length: 7"),
        "7\r\nemail=a\r\n0\r\n\r\n",
    ));
    cases.push(with_body(
        "/login",
        &format!("{form}\r\nTransfer-Encoding: chunked"),
        "14\r\nemail=alice%40a.test\r\nnonsense\r\n\r\n",
    ));
    cases
}

/// Everything that the server sends until it closes the connection.
async fn ask(server: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    // The server may answer and close the connection before it has read the whole request.
    let _ = stream.write_all(request).await;
    let mut answer = Vec::new();
    let read = timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await;
    assert!(read.is_ok(), "the connection stays open after {:?}", String::from_utf8_lossy(&answer));
    answer
}

/// The answer without the parts that differ each time: the date, tokens, times, and the order of cookies.
fn comparable(answer: &[u8]) -> String {
    let answer = String::from_utf8_lossy(answer).into_owned();
    let answer = Regex::new("(?m)^date: .*$").expect("a pattern").replace_all(&answer, "date: …");
    let answer =
        Regex::new("(?m)^x-request-id: .*$").expect("a pattern").replace_all(&answer, "x-request-id: …");
    let answer = Regex::new("[A-Za-z0-9_.+/=-]{22,}").expect("a pattern").replace_all(&answer, "…");
    let answer = Regex::new("[0-9]{2}:[0-9]{2}(:[0-9]{2})?").expect("a pattern").replace_all(&answer, "…");
    let (mut cookies, rest): (Vec<_>, Vec<_>) =
        answer.lines().partition(|line| line.starts_with("set-cookie: "));
    cookies.sort_unstable();
    [cookies, rest].concat().join("\n")
}

/// Starts the application with Rocket's own listener.
async fn launched() -> (SocketAddr, impl Sized) {
    let (rocket, database) = App::to_launch().await;
    let figment = rocket.figment().clone().merge(("port", 0)).merge(("shutdown.ctrlc", false));
    let (told, mut port) = mpsc::channel(1);
    let tell = AdHoc::on_liftoff("port", move |rocket| {
        Box::pin(async move { told.send(rocket.config().port).await.expect("a receiver") })
    });
    let server = rocket::tokio::spawn(rocket.configure(figment).attach(tell).launch());
    let port = port.recv().await.expect("a port");
    (SocketAddr::from(([127, 0, 0, 1], port)), (server, database))
}

async fn ours() -> (SocketAddr, impl Sized) {
    let (rocket, database) = App::to_launch().await;
    let figment = Layers::read(None).expect("the repository's own settings").figment.merge(("port", 0));
    let settings = Settings::read(&figment, &Config::default()).unwrap_or_else(|error| panic!("{error}"));
    let listener = Listener::bind(settings.listener, Passed::none()).await.expect("a port");
    let address = listener.local_addresses().next().expect("an address");
    let client = Client::untracked(rocket).await.unwrap_or_else(|error| panic!("{error}"));
    let server = rocket::tokio::spawn(listener.serve(Arc::new(client), std::future::pending()));
    (address, (server, database))
}

#[rocket::async_test]
async fn the_same_requests_get_the_same_answers_as_from_rocket() {
    let ((rockets, _rocket), (ours, _ours)) = (launched().await, ours().await);
    let cases = cases();
    assert!(cases.len() >= 300, "{}", cases.len());
    let different = Mutex::new(Vec::new());
    // Run the cases one after another, because each changes the state that the next one finds.
    for Case { name, octets } in &cases {
        let (rockets, ours) = (ask(rockets, octets).await, ask(ours, octets).await);
        let (rockets, ours) = (comparable(&rockets), comparable(&ours));
        if rockets != ours {
            different.lock().await.push(format!("== {name}\n-- Rocket:\n{rockets}\n-- ours:\n{ours}"));
        }
    }
    let different = different.into_inner();
    assert!(different.is_empty(), "{} of {}:\n{}", different.len(), cases.len(), different.join("\n"));
}
