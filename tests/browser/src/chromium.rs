//! The features that only Chromium has: other screens, screenshots, and the log of the console.

use std::path::Path;

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};

use crate::chromedriver::{Chromedriver, chromium};
use crate::house::JavaScript;

/// A screen that shows a page.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    pub height: u32,
    pub is_dark: bool,
}

impl Screen {
    pub const DESK: Self = Self { width: 1280, height: 800, is_dark: false };
    pub const PHONE: Self = Self { width: 390, height: 844, is_dark: false };
}

/// Opens a browser with a new profile in the folder `profile`.
pub async fn open(driver: &Chromedriver, profile: &Path, javascript: JavaScript) -> Client {
    let mut options = json!({
        "binary": chromium(),
        "args": [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            // The shared memory of a container is too small for Chromium.
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            // A name of this machine that, unlike localhost, browsers do not trust.
            "--host-resolver-rules=MAP desk.test 127.0.0.1",
            format!("--window-size={},{}", Screen::DESK.width, Screen::DESK.height),
            format!("--user-data-dir={}", profile.display()),
        ],
    });
    if javascript == JavaScript::Off {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "timeouts": { "pageLoad": 20_000, "script": 60_000 },
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("it is written as an object") };
    let connector = hyper_util::client::legacy::connect::HttpConnector::new();
    let mut builder = fantoccini::ClientBuilder::new(connector);
    builder.capabilities(capabilities);
    builder.connect(&driver.url()).await.expect("chromedriver opens chromium")
}

pub async fn look_on(client: &Client, screen: Screen, density: u32) {
    let Screen { width, height, is_dark } = screen;
    // Not as a `mobile` screen: it widens to fit content that overflows, which hides the fault.
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await;
    let scheme = if is_dark { "dark" } else { "light" };
    // Turn transitions off, so that no colour is changing when a screenshot is taken.
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    devtools(client, "Emulation.setEmulatedMedia", media).await;
}

/// Asks every server for pages in this language.
pub async fn read(client: &Client, language: &str) {
    devtools(client, "Network.enable", json!({})).await;
    let headers = json!({ "headers": { "Accept-Language": language } });
    devtools(client, "Network.setExtraHTTPHeaders", headers).await;
}

/// The last page that the server has sent since the last call, as it has sent it. It is not in the browser's cache, but the
/// log of the network knows its request.
pub async fn source(client: &Client) -> String {
    let request = log(client, "performance").await.iter().rev().find_map(|entry| {
        let entry: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &entry["message"];
        let is_page = event["method"] == "Network.responseReceived" && event["params"]["type"] == "Document";
        is_page.then(|| event["params"]["requestId"].clone())
    });
    let asked = json!({ "requestId": request.expect("there is a new page") });
    let answer = devtools(client, "Network.getResponseBody", asked).await;
    answer["body"].as_str().unwrap_or_else(|| panic!("a page has a source: {answer}")).to_owned()
}

/// The roles of all elements, as a screen reader is told them.
pub async fn roles(client: &Client) -> Vec<String> {
    let tree = devtools(client, "Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().unwrap_or_else(|| panic!("a page has nodes: {tree}"));
    let told = nodes.iter().filter(|node| node["ignored"] != true);
    told.map(|node| node["role"]["value"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The messages of the console since the last call, each with `level`, `source` and `message`.
pub async fn console(client: &Client) -> Vec<Value> {
    log(client, "browser").await
}

async fn log(client: &Client, kind: &str) -> Vec<Value> {
    match Extension::send(client, "se/log", json!({ "type": kind })).await {
        Value::Array(entries) => entries,
        other => panic!("the log {kind} is no list: {other}"),
    }
}

pub async fn devtools(client: &Client, command: &str, parameters: Value) -> Value {
    Extension::send(client, "goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
}

/// A command that is not part of WebDriver.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl Extension {
    async fn send(client: &Client, path: &'static str, body: Value) -> Value {
        let told = format!("{path} {body}");
        client.issue_cmd(Self { path, body }).await.unwrap_or_else(|error| panic!("{told}: {error}"))
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base_url: &url::Url, session_id: Option<&str>) -> Result<url::Url, url::ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _request_url: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
