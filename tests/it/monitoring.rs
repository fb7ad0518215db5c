//! What programs that watch the server get: `/health/live`, `/health/ready` and `/metrics`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use frontdesk::config::Secret;
use regex::Regex;
use rocket::http::{Header, Status};
use serde_json::{Value, json};

use crate::harness::{App, PASSWORD, Program, curl};

const TOKEN: &str = "0123456789abcdef";

fn host() -> Header<'static> {
    Header::new("Host", "localhost")
}

async fn app_with_metrics() -> App {
    App::with(|config| config.metrics.token = Some(Secret(TOKEN.to_owned()))).await
}

async fn health(app: &App, path: &str) -> (u16, Value) {
    let answer = app.client.get(path.to_owned()).header(host()).dispatch().await;
    let status = answer.status().code;
    let body = answer.into_string().await.expect("a body");
    (status, serde_json::from_str(&body).expect("JSON"))
}

/// Asks until the answer is another one: it is repeated for half a second.
async fn health_after(app: &App, before: u16) -> (u16, Value) {
    for _ in 0..100 {
        let health = health(app, "/health/ready").await;
        if health.0 != before {
            return health;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it is still {before}");
}

async fn figures(app: &App) -> String {
    let token = Header::new("Authorization", format!("Bearer {TOKEN}"));
    let answer = app.client.get("/metrics").header(host()).header(token).dispatch().await;
    assert_eq!(answer.status(), Status::Ok);
    let content_type = answer.headers().get_one("Content-Type").expect("a type").to_owned();
    assert!(content_type.starts_with("text/plain; version=0.0.4"), "{content_type}");
    answer.into_string().await.expect("text")
}

fn figure(text: &str, line: &str) -> f64 {
    let found = text.lines().find_map(|other| other.strip_prefix(line)?.strip_prefix(' '));
    found.unwrap_or_else(|| panic!("no {line} in\n{text}")).parse().expect("a number")
}

/// The names of the metrics, without those of their parts.
fn names(text: &str) -> BTreeSet<&str> {
    text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect()
}

#[rocket::async_test]
async fn a_server_that_can_work_is_ready_and_alive() {
    let app = App::new().await;
    assert_eq!(health(&app, "/health/live").await, (200, json!({ "status": "live" })));
    assert_eq!(health(&app, "/health/ready").await, (200, json!({ "status": "ready" })));
}

#[rocket::async_test]
async fn a_database_that_lacks_a_migration_is_not_ready() {
    let app = App::new().await;
    let newest = "SELECT max(version) AS value FROM __diesel_schema_migrations";
    let version = app.database.texts(newest).remove(0).expect("a migration");
    app.database.execute(&format!("DELETE FROM __diesel_schema_migrations WHERE version = '{version}'"));
    let expected = json!({ "status": "not_ready", "problems": ["migrations"] });
    assert_eq!(health(&app, "/health/ready").await, (503, expected));
    assert_eq!(health(&app, "/health/live").await.0, 200, "a restart would mend nothing");
    app.database
        .execute(&format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}'), ('2999')"));
    let (status, _) = health_after(&app, 503).await;
    assert_eq!(status, 200, "the migrations of a later release are no problem");
}

#[rocket::async_test]
async fn a_full_disk_is_not_ready() {
    let app = App::with(|config| config.health.least_free_mib = 1_000_000).await;
    let expected = json!({ "status": "not_ready", "problems": ["disk"] });
    assert_eq!(health(&app, "/health/ready").await, (503, expected));
}

#[rocket::async_test]
async fn only_the_token_opens_the_figures() {
    let app = App::new().await;
    assert_eq!(app.browser().get("/metrics").await.status, 404, "there is no token");
    let app = app_with_metrics().await;
    for header in ["", "Bearer", "Bearer wrong-wrong-wrong", "Basic 0123456789abcdef", TOKEN] {
        let request = app.client.get("/metrics").header(host()).header(Header::new("Authorization", header));
        let answer = request.dispatch().await;
        assert_eq!(answer.status(), Status::Unauthorized, "{header:?}");
        assert_eq!(answer.headers().get_one("WWW-Authenticate"), Some("Bearer"));
    }
    assert!(figures(&app).await.contains("frontdesk_build_info{version="));
}

#[rocket::async_test]
async fn the_figures_count_what_happened() {
    let app = app_with_metrics().await;
    let before = figures(&app).await;
    app.member("alice@example.com").await;
    let mut browser = app.browser();
    assert_eq!(browser.log_in("alice@example.com", "a wrong password").await.status, 422);
    let after = figures(&app).await;
    let grown = |line: &str| figure(&after, line) - figure(&before, line);
    assert!(grown("frontdesk_events_total{kind=\"signed_up\"}") >= 1.0);
    assert!(grown("frontdesk_events_total{kind=\"log_in_failed\"}") >= 1.0);
    let count = "frontdesk_http_request_duration_seconds_count";
    let sign_up = format!("{count}{{method=\"POST\",route=\"/signup\",status=\"303\"}}");
    assert!((figure(&after, &sign_up) - 1.0).abs() < 0.1);
    assert!(figure(&after, "frontdesk_hashing_wait_seconds_count") >= 2.0);
    assert!(figure(&after, "frontdesk_database_wait_seconds_count") >= 2.0);
    assert!((figure(&after, "frontdesk_database_up") - 1.0).abs() < 0.1);
}

#[rocket::async_test]
async fn the_figures_are_complete_and_tell_nothing_about_people() {
    let app = app_with_metrics().await;
    app.member("alice@example.com").await;
    app.browser().get("/no-such-page/alice@example.com").await;
    app.browser().get("/admin/users?search=alice").await;
    let text = figures(&app).await;
    assert!(!text.contains("alice") && !text.contains(PASSWORD), "{text}");
    assert!(text.contains("route=\"unmatched\""), "{text}");
    for name in names(&text) {
        assert!(text.contains(&format!("# HELP {name} ")), "{name} has no help");
        assert!(name.starts_with("frontdesk_"), "{name}");
    }
    let page = fs::read_to_string("docs/features/monitoring.md").expect("the page");
    for name in names(&text) {
        assert!(page.contains(&format!("`{name}`")), "docs/features/monitoring.md does not name {name}");
    }
}

#[test]
fn the_figures_of_a_running_server_have_its_connections() {
    let server = Program::new().with("FRONTDESK_METRICS__TOKEN", TOKEN).serve();
    let ask = || curl(&[&format!("{}/metrics", server.url), "-H", &format!("Authorization: Bearer {TOKEN}")]);
    let text = ask();
    assert!((figure(&text, "frontdesk_connections{phase=\"busy\"}") - 1.0).abs() < 0.1, "this one");
    let closed = "frontdesk_connections_ended_total{reason=\"closed\"}";
    let before = figure(&text, closed);
    assert!(figure(&ask(), closed) > before, "the one before has ended");
    let page = fs::read_to_string("docs/features/monitoring.md").expect("the page");
    for name in names(&text) {
        assert!(page.contains(&format!("`{name}`")), "docs/features/monitoring.md does not name {name}");
    }
}

#[test]
fn a_server_that_is_told_to_stop_says_so_before_it_stops() {
    let server = Program::new().with("FRONTDESK_HEALTH__DRAIN_SECONDS", "300").serve();
    let ready = format!("{}/health/ready", server.url);
    assert!(curl(&[&ready]).contains("200 OK"), "ready");
    server.signal("TERM");
    server.wait_for("shutting down");
    let answer = curl(&[&ready]);
    assert!(answer.contains("503") && answer.contains("\"draining\""), "{answer}");
    assert!(curl(&[&server.url]).contains("200 OK"), "it still takes requests");
}

/// Metrics that the examples use, and that there are not, would be panels and alerts that never show anything.
#[rocket::async_test]
async fn the_dashboard_and_the_alerts_use_metrics_that_there_are() {
    let app = app_with_metrics().await;
    app.member("alice@example.com").await;
    let text = figures(&app).await;
    let mut names = names(&text);
    // Only where there are back-ups; `rehearsal` looks at it.
    names.insert("frontdesk_last_backup_timestamp_seconds");
    let metric = Regex::new("frontdesk_[a-z_]+").expect("an expression");
    let folder = Path::new("docs/monitoring");
    let dashboard = fs::read_to_string(folder.join("dashboard.json")).expect("the dashboard");
    let parsed: Value = serde_json::from_str(&dashboard).expect("JSON");
    assert!(parsed["panels"].as_array().is_some_and(|panels| panels.len() >= 8), "the panels");
    let alerts = fs::read_to_string(folder.join("alerts.yml")).expect("the rules");
    for (file, text) in [("dashboard.json", &dashboard), ("alerts.yml", &alerts)] {
        let mut used = 0;
        for found in metric.find_iter(text).map(|found| found.as_str()) {
            let base = ["_bucket", "_count", "_sum"].iter().find_map(|part| found.strip_suffix(part));
            assert!(
                names.contains(found) || base.is_some_and(|base| names.contains(base)),
                "{file}: {found}"
            );
            used += 1;
        }
        assert!(used >= 8, "{file} uses {used}");
    }
}
