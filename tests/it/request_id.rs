//! The id of a request: in its answer, in all log lines about it, and as the reference of a failure.

use serde_json::Value;

use crate::harness::{PASSWORD, Program, curl};

fn id(answer: &str) -> &str {
    answer.lines().find_map(|line| line.strip_prefix("x-request-id: ")).expect("an id").trim()
}

#[test]
fn every_answer_has_an_id_of_its_own_and_the_log_has_it() {
    let server = Program::new().with("FRONTDESK_LOG__LEVEL", "debug").serve();
    let ids: Vec<String> = ["/", "/login", "/no-such-page", "/users/me", "/static/none.css", "/health/ready"]
        .iter()
        .map(|path| id(&curl(&[&format!("{}{path}", server.url)])).to_owned())
        .collect();
    for (number, id) in ids.iter().enumerate() {
        assert!(!ids[..number].contains(id), "{id} again");
        server.wait_for(&format!("request{{id={id}}}: GET /"));
    }
}

#[test]
fn a_proxy_on_this_machine_names_requests() {
    let server = Program::new().serve();
    let ask = |sent: &str| {
        let answer = curl(&[&server.url, "-H", &format!("X-Request-Id: {sent}")]);
        id(&answer).to_owned()
    };
    assert_eq!(ask("f47ac10b-58cc-4372-a567-0e02b2c3d479"), "f47ac10b-58cc-4372-a567-0e02b2c3d479");
    for refused in ["a b", "<b>", "x\"y", &"a".repeat(65)] {
        let given = ask(refused);
        assert_eq!((given.len(), given.as_bytes()[4]), (9, b'-'), "{refused} gave {given}");
    }
}

#[test]
fn a_log_for_programs_has_an_object_on_each_line() {
    let server = Program::new().with("FRONTDESK_LOG__FORMAT", "json").serve();
    let url = format!("{}/signup", server.url);
    let fields = format!("email=alice@example.com&password={PASSWORD}");
    assert!(curl(&[&url, "-d", &fields, "-H", "X-Request-Id: of-the-test"]).starts_with("HTTP/1.1 303"));
    assert!(curl(&[&format!("{}/users/me", server.url)]).starts_with("HTTP/1.1 401"));
    let output = server.wait_for("\"/users/me\"");
    let lines: Vec<Value> = output
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let of_path = |path: &str| lines.iter().find(|line| line["path"] == path).expect("its line").clone();
    let line = of_path("/signup");
    assert_eq!(
        (&line["level"], &line["method"], &line["status"]),
        (&"INFO".into(), &"POST".into(), &303.into())
    );
    assert_eq!(line["span"]["id"], "of-the-test");
    assert!(line["ms"].is_u64() && line["timestamp"].is_string(), "{line}");
    assert!(line["message"].as_str().is_some_and(|text| text.starts_with("POST /signup 303 in ")), "{line}");
    assert_eq!(of_path("/users/me")["client"], "127.0.0.1");
}
