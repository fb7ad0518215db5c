//! Sites where something is wrong: what a run says, and that it fails.

use super::Run;
use crate::harness::{Gate, Passage, Port, Program};

/// A run against a server behind a gate, which fails; the result and the reason of a step.
fn failed(rule: impl Fn(&str) -> Passage + Send + Sync + 'static, step: &str) -> (String, String) {
    let program = Program::new();
    let server = program.serve();
    let run = Run::of(&program, &[&Gate::before(Some(&server.url), rule).url, "--json"]);
    assert_eq!(run.code, Some(1), "{}", run.told);
    assert_eq!(run.json()["passed"], false);
    assert!(run.error.starts_with("frontdesk: the smoke tests of http://localhost:"), "{}", run.error);
    assert_eq!(run.account().0, "closed", "{}", run.told);
    run.step(step)
}

#[test]
fn a_server_that_is_not_there_is_one_line() {
    let (program, port) = (Program::new(), Port::hold());
    let url = format!("http://localhost:{}", port.number);
    let run = Run::of(&program, &[&url]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.told
            .contains(&format!("Nothing listens at {url}. Is the server running, and is the port right?"))
    );
    assert!(run.told.ends_with("\n1 failed.\n"), "{}", run.told);
    assert_eq!(run.error, format!("frontdesk: the smoke tests of {url} have failed\n"));
}

#[test]
fn a_server_that_is_no_frontdesk_gets_no_sign_up() {
    let page = "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<h1>Not \x1b[2J here</h1><link \
                rel=stylesheet href='/static/&#27;[2J'><script src='//elsewhere.example/x.js'></script>";
    let gate = Gate::before(None, move |request| {
        assert!(request.starts_with("GET "), "{request}");
        Passage::Answer(page)
    });
    let run = Run::of(&Program::new(), &[&gate.url, "--json"]);
    assert_eq!(run.code, Some(1), "{}", run.told);
    assert_eq!(run.step("GET /login"), ("failed".into(), "Expected 200, got 404: Not [2J here.".into()));
    assert_eq!(run.step("GET /static/[2J").0, "failed", "no character for terminals, no other site");
    assert_eq!(run.step("Sign up").0, "not_run");
    assert_eq!(run.account().0, "none");
}

#[test]
fn a_server_that_does_not_answer_in_time_is_told() {
    let program = Program::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let run = Run::of(&program, &[&url, "--timeout", "1"]);
    assert_eq!(run.code, Some(1));
    assert!(run.told.contains(&format!("No answer from {url} within 1 s.")), "{}", run.told);

    let gate = Gate::before(None, |_| Passage::Answer("SSH-2.0-OpenSSH_9.2\r\n"));
    let run = Run::of(&program, &[&gate.url]);
    assert!(run.told.contains(&format!("What answers at {} does not speak HTTP", gate.url)), "{}", run.told);
}

#[test]
fn a_duplicate_that_is_told_in_another_way_is_a_failure() {
    let replaced = |old: &'static str, new: &'static str| {
        move |request: &str| match request {
            "POST /signup" => Passage::Replaced(old, new),
            _ => Passage::Through,
        }
    };
    let (_, reason) = failed(replaced("409 Conflict", "422 Unprocessable Content"), "Sign up again");
    assert_eq!(
        reason,
        "Expected 409 with \"Email already registered\", got 422: There's already an account with this email."
    );
    let (_, reason) =
        failed(replaced("Email already registered", "Email already REGISTERED"), "Sign up again");
    assert!(
        reason.starts_with("The status is 409, and the flash says \"Email already REGISTERED\" in place of"),
        "{reason}"
    );
    let (_, reason) = failed(replaced("flash-error", "flash-notice"), "Sign up again");
    assert_eq!(reason, "The status is 409, and the page has no #flash with the class flash-error.");

    let program = Program::new();
    let server = program.serve();
    let gate = Gate::before(Some(&server.url), replaced("Email already registered", "We know this address"));
    let run = Run::of(&program, &[&gate.url, "--json", "--duplicate-text", "We know this address"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
}

#[test]
fn headers_that_a_proxy_changes_or_removes_are_named() {
    let (_, reason) = failed(
        |request| match request {
            "GET /" => Passage::Replaced("x-frame-options: DENY", "x-frame-options: SAMEORIGIN"),
            _ => Passage::Through,
        },
        "GET /",
    );
    assert_eq!(
        reason,
        "The header X-Frame-Options is \"SAMEORIGIN\" and should be \"DENY\": a proxy adds or changes it."
    );
    let (_, reason) = failed(
        |request| match request {
            "GET /docs" => Passage::Replaced("referrer-policy: ", "x-other: "),
            _ => Passage::Through,
        },
        "GET /docs",
    );
    assert_eq!(reason, "The header Referrer-Policy is missing: a proxy removes it.");
}

#[test]
fn a_slow_page_an_unready_server_and_a_form_without_its_field_are_told() {
    let program = Program::new().with("FRONTDESK_HEALTH__LEAST_FREE_MIB", "1000000");
    let server = program.serve();
    let gate = Gate::before(Some(&server.url), |request| match request {
        "GET /login" => Passage::Replaced("name=\"password\"", "name=\"pass\""),
        "GET /docs" => {
            std::thread::sleep(std::time::Duration::from_millis(120));
            Passage::Through
        }
        _ => Passage::Through,
    });
    let run = Run::of(&program, &[&gate.url, "--json", "--slowest", "100"]);
    assert_eq!(run.code, Some(1));
    let (_, reason) = run.step("GET /docs");
    assert!(reason.contains(" ms, and 100 are allowed."), "{reason}");
    assert!(run.step("GET /health/ready").1.starts_with("Expected 200, got 503."), "{}", run.told);
    assert_eq!(run.step("Log in").1, "The form #log-in-form of /login has no field named password.");
    assert_eq!(run.step("Change the password"), ("not_run".into(), "It needs \"Log in\".".into()));
}

#[test]
fn cookies_that_another_could_read_are_told() {
    let (_, reason) = failed(
        |request| match request {
            "POST /signup" => Passage::Replaced("HttpOnly; ", ""),
            _ => Passage::Through,
        },
        "Sign up",
    );
    assert!(reason.contains("the cookie session lacks the attribute httponly"), "{reason}");
}

#[test]
fn the_server_says_when_to_try_again_and_the_run_waits() {
    let program = Program::new()
        .with("FRONTDESK_RATE_LIMITS__CLIENT_BURST", "3")
        .with("FRONTDESK_RATE_LIMITS__CLIENT_PER_MINUTE", "60");
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json", "--wait", "0"]);
    assert_eq!(run.code, Some(1), "{}", run.told);
    let report = run.json();
    let reasons: Vec<&str> = report["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .filter_map(|step| step["reason"].as_str())
        .collect();
    assert!(
        reasons.iter().any(|reason| reason.contains("got 429: Too many attempts.")
            && reason.contains("The server limits attempts (rate_limits.…); run it again in ")),
        "{reasons:?}"
    );
    let run = Run::of(&program, &[&server.url, "--json", "--wait", "60"]);
    assert_eq!((run.code, run.account().0.as_str()), (Some(0), "closed"), "{}", run.told);
    assert!(run.json()["steps"].as_array().expect("steps").iter().any(|step| step["waited_seconds"] != 0));
}

#[test]
fn a_server_that_is_always_busy_is_not_asked_for_ever() {
    let busy = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    let gate = Gate::before(None, move |_| Passage::Answer(busy));
    let run = Run::of(&Program::new(), &[&gate.url, "--json", "--wait", "2"]);
    assert_eq!(run.code, Some(1), "{}", run.told);
    assert_eq!(run.json()["steps"][0]["waited_seconds"], 2);
    assert!(run.step("GET /").1.starts_with("Expected 200, got 503. The server is too busy"), "{}", run.told);
}

#[test]
fn an_address_that_is_none_and_options_that_exclude_each_other_are_refused() {
    let program = Program::new();
    for arguments in [
        &["id.example.com"][..],
        &["http://localhost/signup"],
        &[],
        &["http://localhost", "--ca", "a.pem", "--insecure"],
        &["http://localhost", "--domain", "localhost"],
        &["http://localhost", "--skip", "signup"],
    ] {
        assert_eq!(Run::of(&program, arguments).code, Some(2), "{arguments:?}");
    }
}
