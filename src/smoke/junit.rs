//! The report as JUnit XML, which CI systems show: a suite for the pages, and one for the account.

use std::fmt::Write;
use std::time::Duration;

use super::report::{Group, Outcome, Report, Step};

pub fn junit(report: &Report) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let all: Vec<&Step> = report.steps.iter().collect();
    let _ = writeln!(xml, "<testsuites name=\"frontdesk smoke\"{}>", counts(&all));
    for group in [Group::Pages, Group::Account] {
        let steps: Vec<&Step> = all.iter().copied().filter(|step| step.group == group).collect();
        if steps.is_empty() {
            continue;
        }
        let (name, site) = (group.code(), escaped(&report.site));
        let _ = writeln!(xml, "  <testsuite name=\"{name}\"{}>", counts(&steps));
        let _ = writeln!(xml, "    <properties><property name=\"url\" value=\"{site}\"/></properties>");
        steps.into_iter().for_each(|step| xml.push_str(&case(step)));
        if let Some(email) = report.left_behind().filter(|_| group == Group::Account) {
            let _ = writeln!(xml, "    <system-out>Left behind: {}</system-out>", escaped(email));
        }
        xml.push_str("  </testsuite>\n");
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn counts(steps: &[&Step]) -> String {
    let (mut failures, mut skipped) = (0, 0);
    for step in steps {
        match step.outcome {
            Outcome::Passed => {}
            Outcome::Failed(_) => failures += 1,
            Outcome::NotFollowed(_) | Outcome::NotRun(_) => skipped += 1,
        }
    }
    let (tests, time) = (steps.len(), seconds(steps.iter().map(|step| step.time).sum()));
    format!(" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"{time}\"")
}

fn case(step: &Step) -> String {
    let head = format!(
        "    <testcase name=\"{}\" classname=\"frontdesk.smoke.{}\" time=\"{}\"",
        escaped(&step.name),
        step.group.code(),
        seconds(step.time)
    );
    let content = match &step.outcome {
        Outcome::Passed => return format!("{head}/>\n"),
        Outcome::Failed(reason) => {
            let first = reason.lines().next().unwrap_or_default();
            format!("<failure message=\"{}\" type=\"smoke\">{}</failure>", escaped(first), escaped(reason))
        }
        Outcome::NotFollowed(reason) | Outcome::NotRun(reason) => {
            format!("<skipped message=\"{}\"/>", escaped(reason))
        }
    };
    format!("{head}>\n      {content}\n    </testcase>\n")
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

/// Text between tags and in attributes, without the characters that XML 1.0 does not have.
fn escaped(text: &str) -> String {
    let is_in_xml =
        |c: &char| matches!(c, '\n' | '\t') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(is_in_xml) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
