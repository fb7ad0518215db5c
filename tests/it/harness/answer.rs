//! The answer to a request: the status, the headers, and the page as a user reads it.

use std::io::Read;

use rocket::http::Cookie;
use rocket::local::asynchronous::LocalResponse;
use scraper::{Html, Selector};

pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    /// Without its compression.
    pub body: String,
    /// How many octets the body had on its way.
    pub octets_sent: usize,
}

fn decoded(sent: &[u8], coding: Option<&str>) -> Vec<u8> {
    let mut body = Vec::new();
    let read = match coding {
        Some("br") => brotli::Decompressor::new(sent, 4096).read_to_end(&mut body),
        Some("gzip") => flate2::read::GzDecoder::new(sent).read_to_end(&mut body),
        None => return sent.to_vec(),
        Some(other) => panic!("{other} is no coding that a browser takes"),
    };
    read.expect("a whole body");
    body
}

impl Answer {
    pub async fn read(response: LocalResponse<'_>) -> Self {
        let status = response.status().code;
        let headers: Vec<_> = response
            .headers()
            .iter()
            .map(|header| (header.name.to_string(), header.value.to_string()))
            .collect();
        let sent = response.into_bytes().await.unwrap_or_default();
        let coding = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("Content-Encoding"));
        let body = decoded(&sent, coding.map(|(_, value)| value.as_str()));
        Self { status, headers, body: String::from_utf8_lossy(&body).into_owned(), octets_sent: sent.len() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn location(&self) -> Option<&str> {
        self.header("Location")
    }

    pub fn cookies(&self) -> impl Iterator<Item = Cookie<'_>> {
        self.headers
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case("Set-Cookie"))
            .map(|(_, value)| Cookie::parse(value.as_str()).expect("a cookie"))
    }

    pub fn cookie(&self, name: &str) -> Option<Cookie<'_>> {
        self.cookies().find(|cookie| cookie.name() == name)
    }

    /// The texts of all elements that a selector finds, with white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let fold = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        page.select(&Selector::parse(selector).expect("a selector"))
            .map(|element| fold(element.text().collect()))
            .collect()
    }

    /// The text of the one element that a selector finds.
    pub fn text(&self, selector: &str) -> Option<String> {
        let texts = self.texts(selector);
        assert!(texts.len() < 2, "{selector} finds {texts:?}");
        texts.into_iter().next()
    }

    /// An attribute of the first element that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let page = Html::parse_document(&self.body);
        let element = page.select(&Selector::parse(selector).expect("a selector")).next()?;
        element.value().attr(name).map(str::to_owned)
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// The body, which must be JSON with the content type of JSON.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.header("Content-Type"), Some("application/json"), "{}", self.body);
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The access token and the refresh token in the answer.
    pub fn tokens(&self) -> (String, String) {
        assert_eq!(self.status, 200, "{}", self.body);
        (self.json_text("/access_token"), self.json_text("/refresh_token"))
    }

    /// A text in a JSON body, by a JSON pointer.
    pub fn json_text(&self, pointer: &str) -> String {
        let json = self.json();
        json.pointer(pointer)
            .and_then(|value| value.as_str())
            .unwrap_or_else(|| panic!("{pointer}: {json}"))
            .into()
    }

    pub fn flash(&self) -> Option<String> {
        self.text("#flash")
    }
}
