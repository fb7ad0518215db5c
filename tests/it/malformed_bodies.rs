//! Bodies that do not match their content type get 400, on pages and in JSON. A body that is too large gets 413.

use rocket::http::{ContentType, Method};

use crate::harness::{App, Connection, PASSWORD, Program};

const PART: &str = "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nalice@example.com\r\n";

fn multipart(boundary: &str) -> ContentType {
    ContentType::new("multipart", "form-data").with_params(("boundary", boundary.to_owned()))
}

#[rocket::async_test]
async fn a_form_that_is_none_is_400_and_one_that_is_too_large_is_413() {
    let app = App::new().await;
    let mut browser = app.browser();
    let password = format!("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n{PASSWORD}\r\n");
    let whole = format!("{PART}{password}--b--\r\n");
    let large = format!("{PART}{}--b--\r\n", PART.repeat(300));
    let field = |head: &str| format!("--b\r\n{head}\r\n\r\nx\r\n--b--\r\n");
    for (content_type, body, expected) in [
        (multipart("b"), String::new(), 400),
        (multipart("b"), "nonsense".into(), 400),
        (multipart("b"), PART.into(), 400),
        (multipart("b"), format!("{PART}--b"), 400),
        (multipart("b"), "--b\r\nContent-Disp".into(), 400),
        (multipart("b"), field("Content-Disposition"), 400),
        (multipart("b"), field("Content\0: form-data"), 400),
        (multipart("other"), whole.clone(), 400),
        (ContentType::new("multipart", "form-data"), whole.clone(), 400),
        (multipart("b"), large, 413),
        (ContentType::Form, format!("email={}", "a".repeat(17_000)), 413),
        (ContentType::Plain, "email=a".into(), 415),
        (ContentType::Form, String::new(), 422),
        (ContentType::Form, "=&&=;%%%&email=%".into(), 422),
        (multipart("b"), "--b--\r\n".into(), 422),
        (multipart("b"), whole, 303),
    ] {
        let told = format!("{content_type} {}", &body[..body.len().min(60)]);
        let answer = browser.send(Method::Post, "/signup", Some(content_type), body.into_bytes()).await;
        assert_eq!(answer.status, expected, "{told}");
        assert!(expected == 303 || answer.has("h1"), "{told}: a page");
    }
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn octets_that_are_no_text_are_400_everywhere() {
    let app = App::new().await;
    for (path, content_type, body) in [
        ("/signup", ContentType::Form, &b"email=gr\xf6sse@example.com"[..]),
        ("/login", ContentType::Form, b"email=a\xff"),
        ("/users/signup", ContentType::JSON, b"{\"email\": \"gr\xf6sse@example.com\"}"),
        ("/users/signup", ContentType::JSON, b"{\"email\": "),
        ("/users/signup", ContentType::JSON, b""),
        ("/users/signup", ContentType::JSON, b"{} {}"),
        ("/users/signup", ContentType::JSON, b"{\"email\": \"\\ud800\"}"),
        ("/token", ContentType::Form, b"grant_type=password&username=a\xff&password=b"),
        ("/token", ContentType::Form, b""),
    ] {
        let answer = app.browser().send(Method::Post, path, Some(content_type), body.to_vec()).await;
        assert_eq!(answer.status, 400, "{path} {}", String::from_utf8_lossy(body));
    }
}

#[test]
fn a_body_in_many_small_pieces_is_400() {
    let program = Program::new();
    let server = program.serve();
    for (path, pieces, expected) in [
        ("/signup", 500, 422),
        ("/signup", 3_000, 400),
        ("/signup", 30_000, 400),
        ("/token", 500, 400),
        ("/token", 3_000, 400),
    ] {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Transfer-Encoding: chunked\r\n\r\n"
        );
        let request = head + &"1\r\na\r\n".repeat(pieces) + "0\r\n\r\n";
        let status = Connection::open(&server.url).expect("a connection").exchange(request.as_bytes());
        assert_eq!(status, Some(expected), "{path} {pieces}");
    }
}

#[test]
fn chunks_that_are_none_are_400() {
    let program = Program::new();
    let server = program.serve();
    for path in ["/signup", "/token", "/users/signup"] {
        let content_type =
            if path.starts_with("/users") { "application/json" } else { "application/x-www-form-urlencoded" };
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content_type}\r\nTransfer-Encoding: chunked\r\n\r\n\
             14\r\nemail=alice%40a.test\r\nnonsense\r\n\r\n"
        );
        let status = Connection::open(&server.url).expect("a connection").exchange(request.as_bytes());
        assert_eq!(status, Some(400), "{path}");
    }
}
