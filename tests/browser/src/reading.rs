//! What a user sees on the page, or hears from a screen reader.

use fantoccini::Locator;

use crate::browser::Browser;
use crate::chromium;

/// The one message at the top of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Flash {
    /// `success`, `notice` or `error`.
    pub kind: String,
    pub text: String,
    /// Whether a screen reader interrupts to read it (`alert`) or waits for a pause (`status`).
    pub role: String,
}

impl Browser {
    pub async fn title(&self) -> String {
        self.client.title().await.expect("the title")
    }

    pub async fn heading(&self) -> String {
        self.text("h1").await
    }

    /// All visible text of the page.
    pub async fn words(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => format!("(no page: {error})"),
        }
    }

    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.unwrap_or_else(|error| panic!("reading {selector}: {error}"))
    }

    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await.expect("elements") {
            texts.push(element.text().await.unwrap_or_else(|error| panic!("reading {selector}: {error}")));
        }
        texts
    }

    pub async fn shows(&self, selector: &str) -> bool {
        match self.client.find(Locator::Css(selector)).await {
            Ok(element) => element.is_displayed().await.expect("whether it is seen"),
            Err(error) if error.is_no_such_element() => false,
            Err(error) => panic!("looking for {selector}: {error}"),
        }
    }

    pub async fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector)
            .await
            .attr(name)
            .await
            .unwrap_or_else(|error| panic!("{selector} {name}: {error}"))
    }

    /// The value of the field with this label.
    pub async fn value(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.expect("the value of a field").unwrap_or_default()
    }

    /// What a screen reader says about the field after its label: first the hint, then the mistakes.
    pub async fn description(&self, label: &str) -> String {
        let ids = self.field(label).await.attr("aria-describedby").await.expect("an attribute");
        let mut told = Vec::new();
        for id in ids.unwrap_or_default().split_whitespace() {
            told.push(self.text(&format!("#{id}")).await);
        }
        told.retain(|text| !text.is_empty());
        told.join(" ")
    }

    pub async fn is_marked_wrong(&self, label: &str) -> bool {
        let mark = self.field(label).await.attr("aria-invalid").await.expect("an attribute");
        mark.as_deref() == Some("true")
    }

    pub async fn flash(&self) -> Flash {
        let class = self.attribute("#flash", "class").await.unwrap_or_default();
        Flash {
            kind: class.strip_prefix("flash flash-").unwrap_or(&class).to_owned(),
            text: self.text("#flash").await,
            role: self.attribute("#flash", "role").await.unwrap_or_default(),
        }
    }

    /// The HTTP status of the page.
    pub async fn status(&self) -> u64 {
        let status = self.run("return performance.getEntriesByType('navigation')[0].responseStatus").await;
        status.as_u64().unwrap_or_else(|| panic!("a status is a number: {status}"))
    }

    /// The HTML of the page as the server has sent it.
    pub async fn source(&self) -> String {
        chromium::source(&self.client).await
    }

    /// How many elements of each of these roles a screen reader finds.
    pub async fn count_roles<const N: usize>(&self, wanted: [&str; N]) -> [usize; N] {
        let roles = chromium::roles(&self.client).await;
        wanted.map(|wanted| roles.iter().filter(|role| *role == wanted).count())
    }

    /// How many pixels the page is wider than the screen.
    pub async fn overflow(&self) -> i64 {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.run(script).await.as_i64().expect("a width")
    }
}

impl Flash {
    pub fn new(kind: &str, text: &str) -> Self {
        let role = if kind == "error" { "alert" } else { "status" };
        Self { kind: kind.to_owned(), text: text.to_owned(), role: role.to_owned() }
    }
}
