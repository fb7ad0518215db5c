//! A browser without script: it keeps cookies, fills in forms, and says where a request comes from.

use ureq::http::Method;

use super::answer::{Answer, quoted};
use super::client::Client;
use super::jar::Jar;
use super::page::Page;
use crate::domain::PublicUrl;

pub struct Browser<'a> {
    client: &'a Client<'a>,
    jar: Jar,
}

impl<'a> Browser<'a> {
    pub fn new(client: &'a Client<'a>) -> Self {
        Self { client, jar: Jar::default() }
    }

    pub fn site(&self) -> &'a PublicUrl {
        self.client.site()
    }

    /// What was wrong with the cookies so far.
    pub fn cookie_faults(&self) -> &[String] {
        self.jar.faults()
    }

    pub fn get(&mut self, path: &str) -> Result<Answer, String> {
        self.send(Method::GET, path, &[])
    }

    /// Posts a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, String> {
        self.send(Method::POST, path, fields)
    }

    /// Opens a page, types into its form and sends it.
    ///
    /// # Errors
    ///
    /// The sentence about a page that does not come, or that has no such form or field.
    pub fn submit(&mut self, path: &str, form: &str, typed: &[(&str, &str)]) -> Result<Answer, String> {
        let answer = self.get(path)?;
        if answer.status != 200 {
            return Err(answer.unexpected(&format!("200 from {path}"), self.client.site()));
        }
        self.fill_in(&answer.page(), path, form, typed)
    }

    /// The same with a page that is open. It ticks the box that accepts the terms, where there is one.
    pub fn fill_in(
        &mut self,
        page: &Page,
        path: &str,
        id: &str,
        typed: &[(&str, &str)],
    ) -> Result<Answer, String> {
        let form = page.form(id).ok_or_else(|| {
            format!("The page {path} has no form #{id}. Does a template of your own lack it?")
        })?;
        let mut typed = typed.to_vec();
        if form.has("accept_terms") {
            typed.push(("accept_terms", "yes"));
        }
        let fields = form
            .filled(&typed)
            .map_err(|field| format!("The form #{id} of {path} has no field named {field}."))?;
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let action = if form.action.is_empty() { path } else { &form.action };
        if !action.starts_with('/') || action.starts_with("//") {
            return Err(format!("The form #{id} of {path} is sent to another site: {}", quoted(action)));
        }
        self.send(Method::POST, action, &fields)
    }

    /// Waits and tries again while the server says so and there is patience left: a request that is refused like this has
    /// changed nothing.
    fn send(&mut self, method: Method, path: &str, fields: &[(&str, &str)]) -> Result<Answer, String> {
        loop {
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            let headers = self.headers(method == Method::POST);
            let answer = self.client.send(method.clone(), path, &headers, body)?;
            let (is_https, keeps_secure) = (self.client.site().is_https(), self.is_trustworthy());
            for line in answer.headers.get_all("Set-Cookie") {
                self.jar.set(&String::from_utf8_lossy(line.as_bytes()), is_https, keeps_secure);
            }
            if !answer.retry_after().is_some_and(|wait| self.client.waits(wait)) {
                return Ok(answer);
            }
        }
    }

    fn headers(&self, is_form: bool) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8".to_owned()),
            ("Accept-Language", "en".to_owned()),
        ];
        headers.extend(self.jar.header().map(|cookies| ("Cookie", cookies)));
        if is_form {
            headers.push(("Content-Type", "application/x-www-form-urlencoded".to_owned()));
            headers.push(("Origin", self.client.site().to_string()));
        }
        // Browsers send Fetch Metadata only to these.
        if self.is_trustworthy() {
            let from = if is_form { "same-origin" } else { "none" };
            headers.push(("Sec-Fetch-Site", from.to_owned()));
            headers.push(("Sec-Fetch-Mode", "navigate".to_owned()));
            headers.push(("Sec-Fetch-Dest", "document".to_owned()));
        }
        headers
    }

    /// Whether browsers treat the connection as safe: https, or this machine (W3C, "Secure Contexts").
    fn is_trustworthy(&self) -> bool {
        let site = self.client.site();
        let host = site.host();
        site.is_https()
            || host == "localhost"
            || host.ends_with(".localhost")
            || host == "[::1]"
            || host.parse().is_ok_and(|ip: std::net::Ipv4Addr| ip.is_loopback())
    }
}
