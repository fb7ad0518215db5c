//! The disposable account is removed, whatever happens, and if not, it is named.

use std::io::{BufRead, BufReader};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use super::Run;
use crate::harness::{Gate, Passage, Program, Server};

const CLOSED: &str = "users WHERE closed_at IS NOT NULL";
const BROKEN: &str = "HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

fn behind(server: &Server, rule: impl Fn(&str) -> Passage + Send + Sync + 'static) -> Gate {
    Gate::before(Some(&server.url), rule)
}

#[test]
fn it_is_removed_after_any_step_that_fails() {
    for (request, failed) in [
        ("GET /account", "See the account"),
        ("POST /logout", "Log out"),
        ("POST /account/password", "Change the password"),
    ] {
        let program = Program::new();
        let server = program.serve();
        let gate = behind(&server, move |line| match line == request {
            true => Passage::Answer(BROKEN),
            false => Passage::Through,
        });
        let run = Run::of(&program, &[&gate.url, "--json"]);
        assert_eq!(run.code, Some(1));
        let (result, reason) = run.step(failed);
        assert!(
            result == "failed" && reason.contains("got 500. The log of the server has the reason."),
            "{reason}"
        );
        assert_eq!(run.account().0, "closed", "{}", run.told);
        assert_eq!(program.database.count(CLOSED), 1);
    }
}

#[test]
fn it_is_removed_when_an_answer_is_lost() {
    for request in ["POST /signup", "POST /account/password"] {
        let program = Program::new();
        let server = program.serve();
        let gate = behind(&server, move |line| match line == request {
            true => Passage::Lost,
            false => Passage::Through,
        });
        let run = Run::of(&program, &[&gate.url, "--json"]);
        assert_eq!((run.code, run.account().0.as_str()), (Some(1), "closed"), "{}", run.told);
        assert_eq!((program.database.count("users"), program.database.count(CLOSED)), (1, 1), "{request}");
    }
}

#[test]
fn a_sign_up_that_never_arrived_leaves_none() {
    let program = Program::new();
    let server = program.serve();
    let gate = behind(&server, |line| match line {
        "POST /signup" => {
            Passage::Answer("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        }
        _ => Passage::Through,
    });
    let run = Run::of(&program, &[&gate.url, "--json"]);
    assert_eq!((run.code, run.account().0.as_str()), (Some(1), "none"), "{}", run.told);
    let (_, reason) = run.step("Sign up");
    assert!(reason.ends_with("The proxy gets no answer from Frontdesk: is it running?"), "{reason}");
    assert_eq!(run.step("Remove the account").1, "There is no account: no log-in works.");
}

#[test]
fn one_that_cannot_be_removed_is_named() {
    let program = Program::new();
    let server = program.serve();
    let gate = behind(&server, |line| match line {
        "POST /account/close" => Passage::Answer(BROKEN),
        _ => Passage::Through,
    });
    let run = Run::of(&program, &[&gate.url, "--junit", "smoke.xml"]);
    assert_eq!(run.code, Some(1));
    let email = program.database.texts("SELECT email AS value FROM users")[0].clone().expect("an address");
    let last = run.told.lines().last().expect("a line");
    assert!(last.starts_with(&format!("LEFT BEHIND: the account of {email}.")), "{last}");
    assert!(
        run.told.contains("The account is not closed. Expected 303 to /login from /account/close, got 500.")
    );
    let file = std::fs::read_to_string(program.folder().join("smoke.xml")).expect("a file");
    assert!(file.contains(&format!("<system-out>Left behind: {email}</system-out>")), "{file}");
}

#[test]
fn a_run_that_is_stopped_removes_it_first() {
    let program = Program::new();
    let server = program.serve();
    let ((reached, at_log_out), (release, held)) = (channel(), channel());
    let (held, log_outs) = (Mutex::new(held), AtomicUsize::new(0));
    let gate = behind(&server, move |line| {
        if line == "POST /logout" && log_outs.fetch_add(1, Ordering::Relaxed) == 0 {
            reached.send(()).expect("the test waits");
            held.lock().expect("a lock").recv().expect("the test goes on");
        }
        Passage::Through
    });
    let mut run = program.command(&["smoke", &gate.url]).spawn().expect("the program");
    at_log_out.recv().expect("a log-out");
    let killed = std::process::Command::new("kill").args(["-s", "TERM", &run.id().to_string()]).status();
    assert!(killed.expect("kill").success());
    let mut errors = BufReader::new(run.stderr.take().expect("standard error"));
    let mut error = String::new();
    errors.read_line(&mut error).expect("a line");
    assert_eq!(error, "Stopping; the account is removed first.\n");
    release.send(()).expect("the gate waits");
    let output = run.wait_with_output().expect("an end");
    let told = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("    The run was stopped.\n") && told.contains("is closed;"), "{told}");
    assert_eq!(program.database.count(CLOSED), 1);
}
