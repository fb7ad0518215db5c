//! What a request carries: a header by itself, and bodies through the application in this process.

use std::sync::{LazyLock, Mutex, MutexGuard};

use frontdesk::accounts::Clock;
use frontdesk::app::{self, Parts, Settings};
use frontdesk::config::{Config, Layers};
use frontdesk::http::prefers_json;
use rocket::http::{ContentType, Header, HeaderMap};
use rocket::local::blocking::{Client, LocalRequest};
use tempfile::TempDir;

/// How much of `Accept` is read.
const ACCEPT_BYTES: usize = 1024;

/// The application on a database of its own. The recipe deletes the folder.
static APP: LazyLock<Mutex<(Client, TempDir)>> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    let mut config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
    (config.hashing.memory_kib, config.hashing.passes, config.hashing.lanes) = (64, 1, 1);
    config.rate_limits.enabled = false;
    let figment = Layers::read(None).expect("settings").figment.merge(("log_level", "off"));
    let settings = Settings::read(&figment, &config).expect("settings");
    let Parts { mailer, frontends } = app::build(&settings).expect("the parts");
    let accounts = app::accounts(&settings, mailer, Clock::system()).expect("a database");
    let client =
        Client::untracked(app::rocket(figment, frontends, settings.monitoring, accounts)).expect("a server");
    Mutex::new((client, folder))
});

fn app() -> MutexGuard<'static, (Client, TempDir)> {
    APP.lock().expect("no panic before")
}

/// The answer does not change with what stands behind the bound, nor with empty items.
pub fn accept(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let prefers = |lines: &[&str]| {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.add(Header::new("Accept", (*line).to_owned()));
        }
        prefers_json(&headers)
    };
    let prefers_it = prefers(&[text]);
    if text.len() > ACCEPT_BYTES {
        assert_eq!(prefers(&[text, "application/json"]), prefers_it);
    }
    assert_eq!(prefers(&["", text]), prefers_it);
}

/// A body is an account or a refusal that is JSON, and never an error of ours.
pub fn json_body(data: &[u8]) {
    let app = app();
    let (status, body) = send(app.0.post("/users/signup").header(ContentType::JSON).body(data));
    assert!(matches!(status, 201 | 400 | 413 | 422), "{status}");
    let told: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(told.get("detail").is_some(), status >= 400, "{told}");
}

/// No text opens anything, as the token of a link and as the form of its page.
pub fn mail_link(data: &[u8]) {
    let token: String = form_urlencoded::byte_serialize(data).collect();
    let app = app();
    for path in ["/confirm", "/password-reset/new", "/setup"] {
        let (status, _) = send(app.0.get(format!("{path}?token={token}")));
        assert!(matches!(status, 410 | 414), "{path}: {status}");
    }
    let (status, _) = send(app.0.post("/confirm").header(ContentType::Form).body(data));
    assert!(matches!(status, 400 | 410 | 413), "{status}");
}

/// A request that names no host is refused before anything of it is looked at.
fn send(request: LocalRequest<'_>) -> (u16, String) {
    let answer = request.header(Header::new("Host", "localhost")).dispatch();
    (answer.status().code, answer.into_string().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_reach_the_flow() {
        let account = r#"{"email":"kate@example.com","password":"violet harbour kettle"}"#;
        let app = app();
        let (status, _) = send(app.0.post("/users/signup").header(ContentType::JSON).body(account));
        assert_eq!(status, 201);
    }
}
