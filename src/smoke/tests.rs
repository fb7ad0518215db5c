//! Pages as they are read, and reports as they are written.

use std::time::Duration;

use proptest::prelude::*;
use quick_junit::{Report as JunitReport, TestCaseStatus};

use super::page::Page;
use super::{AccountState, Group, Outcome, Report, Step, Table, json, junit, summary};

const FORM: &str = r#"<!doctype html><html lang="en"><head><title>A <b></title>
<link rel="stylesheet" href="/static/app.css"><link rel="icon" href="/static/i.svg"><script src="/static/app.js"></script>
<script>"<form id='no'>"</script></head><body><h1>Sign&nbsp;up
 now</h1><!-- <form id="no"> -->
<div id="flash" class="flash flash-error"><svg><path d="m2 4"/></svg><p>It isn&#39;t <i>free</i>.</p></div>
<form id="a" action="/a"><input name="one" value="1 &amp; 2"><input name=box type=checkbox value=yes>
<input name="ticked" type="checkbox" value="yes" checked><div id="one-error"><p>Too  short.</p></div></form>
<form id="b" action="/b"><input name="two"></form><input name="outside"></body></html>"#;

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let page = Page::read(FORM);
    let flash = page.flash.as_ref().expect("a flash");
    assert_eq!((flash.is_error, flash.text.as_str()), (true, "It isn't free."));
    assert_eq!(page.heading.as_deref(), Some("Sign up now"));
    assert_eq!(page.mistakes, ["Too short."]);
    assert_eq!(page.files, ["/static/app.css", "/static/i.svg", "/static/app.js"]);
    assert!(page.form("no").is_none() && page.has("one-error"));
    let form = page.form("a").expect("a form");
    let filled = form.filled(&[("one", "typed")]).expect("it has the field");
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(filled, [pair("ticked", "yes"), pair("one", "typed")]);
    assert_eq!(form.filled(&[]).expect("fields")[0], pair("one", "1 & 2"));
    assert_eq!(form.filled(&[("two", "")]), Err("two"));
    assert!(page.form("b").is_some_and(|form| form.has("two") && !form.has("outside")));
}

#[test]
fn a_page_costs_no_more_than_its_length() {
    let started = std::time::Instant::now();
    for piece in ["<p id=a-error>x", "<form>x", "</b>x", "<h1>x", "<input name=a>", "<a b='"] {
        Page::read(&piece.repeat(1_000_000 / piece.len()));
    }
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
    let page = Page::read(&format!("<h1>{}</h1>", "x ".repeat(10_000)));
    assert!(page.heading.is_some_and(|heading| heading.len() < 1_000));
}

proptest! {
    #[test]
    fn no_page_is_too_strange(html in "(<(form|input|p|h1|/form|!--|script)( id=\"?flash\"?)?>?|[a-z\" ]{0,3}){0,40}") {
        let page = Page::read(&html);
        let _ = page.said();
    }

    #[test]
    fn every_reason_is_well_formed_xml(reason in "\\PC*|[\u{0}-\u{7f}]*") {
        let xml = junit(&report(&reason));
        let read = JunitReport::deserialize_from_str(&xml);
        prop_assert!(read.is_ok(), "{xml}: {:?}", read.err());
    }
}

fn report(reason: &str) -> Report {
    let step = |group, name: &str, outcome| Step {
        group,
        name: name.into(),
        outcome,
        time: Duration::from_micros(12_345),
        waited: Duration::ZERO,
    };
    Report {
        site: "https://id.example.com".into(),
        steps: vec![
            step(Group::Pages, "GET /", Outcome::Passed),
            step(Group::Pages, "GET /a?b&c", Outcome::Failed(format!("One <two>.\n{reason}"))),
            step(Group::Account, "Sign up", Outcome::NotFollowed("Closed.".into())),
            step(Group::Account, "Log in", Outcome::NotRun("It needs \"Sign up\".".into())),
        ],
        account: AccountState::LeftBehind,
        email: Some("smoke-1@example.com".into()),
    }
}

#[test]
fn the_reader_of_another_program_reads_the_junit_file() {
    let read = JunitReport::deserialize_from_str(&junit(&report("Three."))).expect("JUnit");
    assert_eq!((read.tests, read.failures, read.errors), (4, 1, 0));
    let [pages, account] = read.test_suites.as_slice() else { panic!("{read:?}") };
    assert_eq!((pages.name.as_str(), pages.tests, pages.failures), ("pages", 2, 1));
    assert!(matches!(&pages.test_cases[0].status, TestCaseStatus::Success { .. }));
    assert_eq!(pages.test_cases[1].name.as_str(), "GET /a?b&c");
    assert_eq!(pages.test_cases[1].time, Some(Duration::from_millis(12)));
    match &pages.test_cases[1].status {
        TestCaseStatus::NonSuccess { message, description, .. } => {
            assert_eq!(message.as_ref().map(|text| text.as_str()), Some("One <two>."));
            assert_eq!(description.as_ref().map(|text| text.as_str()), Some("One <two>.\nThree."));
        }
        other => panic!("{other:?}"),
    }
    assert!(account.test_cases.iter().all(|case| matches!(&case.status, TestCaseStatus::Skipped { .. })));
    assert_eq!(
        account.system_out.as_ref().map(|text| text.as_str()),
        Some("Left behind: smoke-1@example.com")
    );
}

#[test]
fn a_person_and_a_program_read_the_same() {
    let report = report("Three.");
    let mut table = Table::default();
    let failed = table.row(&report.steps[1]);
    assert_eq!(failed.lines().map(str::trim_end).collect::<Vec<_>>()[1..], ["    One <two>.", "    Three."]);
    assert!(
        failed.starts_with("GET /a?b&c") && failed.contains("FAILED") && failed.contains("12 ms"),
        "{failed}"
    );
    assert_eq!(table.row(&report.steps[1]).lines().count(), 1, "the same reason is not repeated");
    assert_eq!(
        summary(&report),
        "1 ok, 1 failed, 1 not followed, 1 not run.\nLEFT BEHIND: the account of smoke-1@example.com. Disable it on \
         the server: frontdesk user disable smoke-1@example.com"
    );
    let json = json(&report);
    assert_eq!((&json["passed"], &json["account"]["state"]), (&false.into(), &"left_behind".into()));
    assert_eq!(json["steps"][1]["result"], "failed");
    assert_eq!(json["steps"][1]["milliseconds"], 12.3);
    assert!(json["steps"][0]["reason"].is_null());
}
