//! Sites that are set up in different ways, and that are all right.

use std::collections::BTreeSet;

use quick_junit::Report;

use super::Run;
use crate::harness::{App, Gate, Passage, Program, mails_in, with_tls};

const CLOSED: &str = "users WHERE closed_at IS NOT NULL";

#[rocket::async_test]
async fn an_open_site_passes_and_every_public_page_is_seen() {
    let program = Program::new();
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json"]);
    assert_eq!((run.code, run.error.as_str()), (Some(0), ""), "{}", run.told);
    assert_eq!(run.json()["passed"], true);
    let passed = run.steps("passed");
    assert_eq!(passed.len(), run.json()["steps"].as_array().expect("steps").len(), "{}", run.told);
    let (state, email) = run.account();
    assert!(state == "closed" && email.starts_with("smoke-") && email.ends_with("@example.com"), "{email}");
    assert_eq!((program.database.count("users"), program.database.count(CLOSED)), (1, 1));

    let app = App::new().await;
    let routes: BTreeSet<String> = app
        .client
        .rocket()
        .routes()
        .filter(|route| route.method == rocket::http::Method::Get)
        .map(|route| route.uri.path().to_owned())
        .filter(|path| !path.contains('<') && path != "/metrics")
        .filter(|path| !path.starts_with("/account/") && !path.starts_with("/admin/"))
        .map(|path| format!("GET {path}"))
        .collect();
    assert!(routes.len() > 15, "the test sees them: {routes:?}");
    let unseen: Vec<&String> = routes.iter().filter(|route| !passed.contains(route)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    assert!(passed.iter().any(|step| step.starts_with("GET /static/app-") && step.ends_with(".js")));
}

#[test]
fn a_run_causes_no_more_mails_than_the_documentation_says() {
    let program = Program::new();
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json", "--domain", "smoke.example.org"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
    assert!(run.account().1.ends_with("@smoke.example.org"));
    server.wait_for("account is closed");
    assert_eq!(mails_in(&program.folder().join("data")).len(), 3);
}

#[test]
fn a_person_reads_a_table_and_a_ci_system_a_junit_file() {
    let program = Program::new();
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--junit", "smoke.xml"]);
    assert_eq!((run.code, run.error.as_str()), (Some(0), ""), "{}", run.told);
    let mut lines = run.told.lines();
    assert_eq!(lines.next(), Some(server.url.as_str()));
    assert!(run.told.lines().filter(|line| line.ends_with(" ms")).count() > 30, "{}", run.told);
    assert!(run.told.lines().any(|line| line.starts_with("Sign up again ") && line.contains(" ok ")));
    let end: Vec<&str> = run.told.lines().rev().take(2).collect();
    assert!(
        end[0].ends_with("is closed; the server deletes it by itself.") && end[1].ends_with(" ok."),
        "{end:?}"
    );

    let file = std::fs::read_to_string(program.folder().join("smoke.xml")).expect("a file");
    let report = Report::deserialize_from_str(&file).expect("JUnit");
    let suites: Vec<(&str, usize)> =
        report.test_suites.iter().map(|suite| (suite.name.as_str(), suite.tests)).collect();
    assert!(matches!(suites[..], [("pages", 20..), ("account", 11)]), "{suites:?}");
    assert_eq!((report.failures, report.errors), (0, 0));

    let run = Run::of(&program, &[&server.url, "--junit", "no/such/folder.xml"]);
    assert_eq!((run.code, run.told.as_str()), (Some(1), ""));
    assert!(run.error.starts_with("frontdesk: cannot write no/such/folder.xml: "), "{}", run.error);
    assert_eq!(program.database.count("users"), 1, "nothing was done");
}

#[test]
fn private_mode_is_followed_as_far_as_a_client_without_mail_can() {
    let program = Program::new().with("FRONTDESK_SIGNUP__PRIVATE", "true");
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
    assert_eq!(run.step("Sign up").0, "passed");
    let (result, reason) = run.step("Sign up again");
    assert!(
        result == "not_followed" && reason.starts_with("Private mode: the answer is the same"),
        "{reason}"
    );
    let (result, reason) = run.step("Log in");
    assert!(result == "not_followed" && reason.contains("the link in the mail"), "{reason}");
    assert_eq!(run.account().0, "pending");
    assert_eq!(program.database.count("users"), 0);

    let told = Run::of(&program, &[&server.url]).told;
    assert_eq!(told.matches("the account is made by the link in the mail").count(), 1, "once: {told}");
}

#[test]
fn with_verification_the_account_that_stays_is_named() {
    let program = Program::new().with("FRONTDESK_VERIFICATION__REQUIRED", "true");
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
    assert_eq!(run.step("Sign up again").0, "passed", "the duplicate is told");
    let (state, email) = run.account();
    assert_eq!((state.as_str(), run.step("Log in").0.as_str()), ("left_behind", "not_followed"));

    let run = Run::of(&program, &[&server.url]);
    let last = run.told.lines().last().expect("a line");
    let command = last.split("frontdesk user disable ").nth(1).expect("what to do");
    assert!(last.starts_with("LEFT BEHIND: the account of smoke-"), "{last}");
    for email in [email.as_str(), command] {
        assert!(program.run(&["user", "disable", email], "").status.success(), "{email}");
    }

    let lenient = program.clone().with("FRONTDESK_VERIFICATION__GRACE_HOURS", "1");
    drop(server);
    let run = Run::of(&program, &[&lenient.serve().url, "--json"]);
    assert_eq!((run.code, run.account().0.as_str()), (Some(0), "closed"), "{}", run.told);
}

#[test]
fn terms_long_passwords_other_languages_and_no_names_are_no_obstacle() {
    let program = Program::new()
        .with("FRONTDESK_SIGNUP__REQUIRE_TERMS", "true")
        .with("FRONTDESK_SITE__TERMS_URL", "https://example.com/terms")
        .with("FRONTDESK_SITE__LANGUAGE", "de")
        .with("FRONTDESK_SESSIONS__COOKIE_NAME", "desk")
        .with("FRONTDESK_PASSWORDS__MINIMUM_LENGTH", "64")
        .with("FRONTDESK_PROFILE__NAME", "off");
    let server = program.serve();
    let run = Run::of(&program, &[&server.url, "--json"]);
    assert_eq!((run.code, run.account().0.as_str()), (Some(0), "closed"), "{}", run.told);
    assert_eq!(program.database.count("users WHERE terms_accepted_at IS NOT NULL"), 1);
}

#[test]
fn a_site_that_takes_no_sign_ups_has_its_pages_checked() {
    let program = Program::new();
    let server = program.serve();
    let gate = Gate::before(Some(&server.url), |request| match request {
        "GET /signup" => {
            Passage::Answer("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        }
        _ => Passage::Through,
    });
    let run = Run::of(&program, &[&gate.url, "--json"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
    assert_eq!(
        run.step("GET /signup"),
        ("not_followed".into(), "Sign-up is closed here: the answer is 403.".into())
    );
    assert_eq!(run.step("Log in").0, "not_followed");
    assert_eq!(run.account(), ("none".into(), String::new()));

    let run = Run::of(&program, &[&server.url, "--json", "--skip", "/signup", "--skip", "/docs"]);
    assert_eq!((run.code, run.step("Sign up").0.as_str()), (Some(0), "not_followed"), "{}", run.told);
    assert!(!run.told.contains("/docs"));
    let run = Run::of(&program, &[&server.url, "--json", "--pages-only"]);
    assert_eq!(run.code, Some(0), "{}", run.told);
    assert!(run.steps("passed").iter().all(|step| step.starts_with("GET /")));
    assert_eq!(program.database.count("users"), 0);
}

#[test]
fn https_is_asked_with_the_certificate_that_is_trusted() {
    let (program, authority) = with_tls();
    let server = program.serve();
    let (url, file) =
        (format!("https://localhost:{}", server.port()), authority.file.to_str().expect("a path"));
    for more in [&["--ca", file][..], &["--insecure"]] {
        let run = Run::of(&program, &[&[url.as_str(), "--json"], more].concat());
        assert_eq!((run.code, run.account().0.as_str()), (Some(0), "closed"), "{}", run.told);
    }
    let run = Run::of(&program.clone().with("SSL_CERT_FILE", file), &[&url, "--pages-only"]);
    assert_eq!(run.code, Some(0), "{}", run.told);

    let run = Run::of(&program, &[&url, "--json"]);
    let (result, reason) = run.step("GET /");
    assert_eq!((run.code, result.as_str()), (Some(1), "failed"));
    assert!(
        reason.starts_with("The certificate of the server is from an authority that is not trusted."),
        "{reason}"
    );
    let run = Run::of(&program, &[&url.replace("localhost", "127.0.0.1"), "--ca", file]);
    assert!(run.told.contains("The certificate of the server is for another host."), "{}", run.told);
    let run = Run::of(&program, &[&url.replace("https", "http"), "--json"]);
    let (_, reason) = run.step("GET /login");
    assert!(reason.starts_with(&format!("Expected 200, got 308 to {url}/login")), "{reason}");

    for (file, expected) in [
        ("none.pem", "frontdesk: cannot read none.pem: No such file"),
        ("key.pem", "frontdesk: key.pem contains no certificate; it must be PEM"),
    ] {
        let run = Run::of(&program, &[&url, "--ca", file]);
        assert_eq!(run.code, Some(1));
        assert!(run.error.starts_with(expected), "{}", run.error);
    }
}
