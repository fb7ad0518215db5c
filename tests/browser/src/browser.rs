//! One user of one browser: opens pages, presses buttons, follows links and fills in fields, all by the text on the
//! page.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::chromium::{self, Screen};

/// How long a page may take, and how often a test checks it.
const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(20);

#[derive(Clone)]
pub struct Browser {
    pub(crate) client: Client,
    site: String,
}

impl Browser {
    pub(crate) fn new(client: Client, site: &str) -> Self {
        Self { client, site: site.to_owned() }
    }

    pub async fn open(&self, path: &str) {
        let url = format!("{}{path}", self.site);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("cannot open {path}: {error}"));
    }

    /// Opens a page of another site, by its URL.
    pub async fn open_elsewhere(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("cannot open {url}: {error}"));
    }

    /// Path and query of the current page.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.expect("the address of the page");
        url.as_str().strip_prefix(&self.site).unwrap_or(url.as_str()).to_owned()
    }

    /// Presses the button whose text begins with these words, and waits for the next page.
    pub async fn press(&self, button: &str) {
        let button = self.button(button).await;
        self.leave_by(&button).await;
    }

    async fn button(&self, words: &str) -> Element {
        self.element(Locator::XPath(&format!("//button[starts-with(normalize-space(.), '{words}')]"))).await
    }

    /// Follows the link with exactly this text, which is not in a closed menu, and waits for the next page.
    pub async fn follow(&self, link: &str) {
        let link = format!("//a[normalize-space(.)='{link}'][not(ancestor::details[not(@open)])]");
        let link = self.element(Locator::XPath(&link)).await;
        self.leave_by(&link).await;
    }

    /// Clicks the element that this selector finds, and waits for the next page.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.leave_by(&element).await;
    }

    /// Follows a link within the same page.
    pub async fn jump(&self, link: &str) {
        let link = self.element(Locator::XPath(&format!("//a[normalize-space(.)='{link}']"))).await;
        link.click().await.unwrap_or_else(|error| panic!("jumping: {error}"));
    }

    /// Clicks the element that this selector finds, and stays on the page.
    pub async fn click_here(&self, selector: &str) {
        self.find(selector)
            .await
            .click()
            .await
            .unwrap_or_else(|error| panic!("clicking {selector}: {error}"));
    }

    async fn leave_by(&self, element: &Element) {
        let page = self.find("html").await;
        element.click().await.unwrap_or_else(|error| panic!("clicking: {error}"));
        self.see_the_last_of(&page).await;
    }

    /// Waits until another page has replaced this one.
    pub(crate) async fn see_the_last_of(&self, page: &Element) {
        let is_gone = async || match page.tag_name().await {
            Ok(_) => false,
            // While the page changes, chromedriver also returns other errors; try again.
            Err(error) => error.is_stale_element_reference() || error.is_no_such_element(),
        };
        self.wait_until("there is another page", is_gone).await;
    }

    /// Replaces the text in the field with this label.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap_or_else(|error| panic!("emptying {label}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("typing into {label}: {error}"));
    }

    /// Replaces the text in the field that this selector finds.
    pub async fn fill_in(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap_or_else(|error| panic!("emptying {selector}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("typing into {selector}: {error}"));
    }

    pub async fn choose(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        field.select_by_label(option).await.unwrap_or_else(|error| panic!("choosing {option}: {error}"));
    }

    pub async fn tick(&self, label: &str) {
        self.field(label).await.click().await.unwrap_or_else(|error| panic!("ticking {label}: {error}"));
    }

    /// The field that this label is for.
    pub(crate) async fn field(&self, label: &str) -> Element {
        let label = self.element(Locator::XPath(&format!("//label[normalize-space(.)='{label}']"))).await;
        let id = label.attr("for").await.expect("the label's field").expect("a label is for a field");
        self.find(&format!("#{id}")).await
    }

    pub(crate) async fn find(&self, selector: &str) -> Element {
        self.element(Locator::Css(selector)).await
    }

    async fn element(&self, locator: Locator<'_>) -> Element {
        match self.client.find(locator).await {
            Ok(element) => element,
            Err(error) => panic!("{locator:?} is not on the page ({error}):\n{}", self.words().await),
        }
    }

    /// Runs a script in the page, which WebDriver can do even where the page itself may not run scripts.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs an asynchronous script, and returns its result; an error as `{"error": …}`.
    pub async fn run_async(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; \
             (async () => {{ {script} }})().then(done, error => done({{ error: String(error) }}));"
        );
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    pub async fn wait_until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so().await {
            assert!(Instant::now() < deadline, "in vain waited until {what}:\n{}", self.words().await);
            tokio::time::sleep(GLANCE).await;
        }
    }

    pub async fn look_on(&self, screen: Screen) {
        chromium::look_on(&self.client, screen, 1).await;
    }

    /// Takes a screenshot of the whole page, at two dots per CSS pixel.
    pub async fn take_picture(&self, screen: Screen, file: &Path) {
        chromium::look_on(&self.client, screen, 2).await;
        let height = self.run("return document.documentElement.scrollHeight").await;
        let height = height.as_u64().and_then(|height| height.try_into().ok()).expect("a height");
        chromium::look_on(&self.client, Screen { height, ..screen }, 2).await;
        let picture = self.client.screenshot().await.expect("a screenshot");
        std::fs::write(file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// Takes a small screenshot of what is seen without scrolling, as WebP.
    pub async fn take_small_picture(&self, screen: Screen, file: &Path) {
        chromium::look_on(&self.client, screen, 1).await;
        let wanted = json!({ "format": "webp", "quality": 80 });
        let answer = chromium::devtools(&self.client, "Page.captureScreenshot", wanted).await;
        let picture = STANDARD.decode(answer["data"].as_str().expect("a screenshot")).expect("base64");
        std::fs::write(file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// The messages of the console, without those about pages whose expected status is not 200.
    pub async fn complaints(&self) -> Vec<String> {
        let told = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let entries = chromium::console(&self.client).await;
        entries
            .iter()
            .filter(|entry| !(told(entry, "source") == "network" && is_refused_page(&told(entry, "message"))))
            .filter(|entry| !is_plain_http(&told(entry, "message")))
            .map(|entry| format!("{}: {}", told(entry, "source"), told(entry, "message")))
            .collect()
    }
}

/// Whether the message is about a header that browsers ignore over plain http on a host other than localhost.
fn is_plain_http(message: &str) -> bool {
    message.contains("//desk.test:")
        && message.contains("has been ignored, because the URL's origin was untrustworthy")
}

fn is_refused_page(message: &str) -> bool {
    message.contains("responded with a status of 4") && !message.contains("/static/")
}
