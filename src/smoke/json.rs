//! The report for programs.

use std::time::Duration;

use serde_json::{Value, json};

use super::report::{Report, Step};

pub fn json(report: &Report) -> Value {
    json!({
        "url": report.site,
        "passed": report.is_passed(),
        "counts": {
            "passed": report.count("passed"),
            "failed": report.count("failed"),
            "not_followed": report.count("not_followed"),
            "not_run": report.count("not_run"),
        },
        "account": { "email": report.email, "state": report.account.code() },
        "steps": report.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

fn step(step: &Step) -> Value {
    json!({
        "group": step.group.code(),
        "name": step.name,
        "result": step.outcome.code(),
        "milliseconds": milliseconds(step.time),
        "waited_seconds": step.waited.as_secs(),
        "reason": step.outcome.reason(),
    })
}

/// To a tenth, which is more than a network gives.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}
