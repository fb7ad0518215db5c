//! A browser: it keeps cookies, and sends requests with the headers and the network address of a client.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use rocket::http::{ContentType, Header, Method};
use rocket::local::asynchronous::Client;

use super::Answer;

#[derive(Clone)]
pub struct Browser<'a> {
    client: &'a Client,
    pub cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
    address: SocketAddr,
}

impl<'a> Browser<'a> {
    pub fn new(client: &'a Client) -> Self {
        Self {
            client,
            cookies: BTreeMap::new(),
            headers: vec![
                ("Host".into(), "localhost:8000".into()),
                ("Accept".into(), "text/html,application/xhtml+xml,*/*;q=0.8".into()),
            ],
            address: SocketAddr::from(([192, 0, 2, 1], 50_000)),
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends another header, even if there is one with the same name.
    pub fn also(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends requests from this IP address.
    pub fn from(mut self, address: [u8; 4]) -> Self {
        self.address = SocketAddr::from((address, 50_000));
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::Get, path, None, Vec::new()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::Post, path, Some(ContentType::Form), body.into_bytes()).await
    }

    pub async fn post_json(&mut self, path: &str, body: &str) -> Answer {
        self.send(Method::Post, path, Some(ContentType::JSON), body.as_bytes().to_vec()).await
    }

    /// Requests tokens with an email address and a password.
    pub async fn ask_for_tokens(&mut self, email: &str, password: &str) -> Answer {
        let form = [("grant_type", "password"), ("username", email), ("password", password)];
        self.post("/token", &form).await
    }

    /// Requests the next tokens with a refresh token.
    pub async fn refresh(&mut self, refresh_token: &str) -> Answer {
        let form = [("grant_type", "refresh_token"), ("refresh_token", refresh_token)];
        self.post("/token", &form).await
    }

    /// Sends an access token with every request.
    pub fn bearing(self, access_token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {access_token}"))
    }

    /// Sends any request.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        content_type: Option<ContentType>,
        body: Vec<u8>,
    ) -> Answer {
        let mut request = self.client.req(method, path.to_owned()).remote(self.address).body(body);
        for (name, value) in &self.headers {
            request.add_header(Header::new(name.clone(), value.clone()));
        }
        if let Some(content_type) = content_type {
            request.add_header(content_type);
        }
        if !self.cookies.is_empty() {
            let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            request.add_header(Header::new("Cookie", cookies.collect::<Vec<_>>().join("; ")));
        }
        let answer = Answer::read(request.dispatch().await).await;
        for cookie in answer.cookies() {
            let is_over = cookie.max_age().is_some_and(|age| age.is_zero());
            match is_over {
                true => self.cookies.remove(cookie.name()),
                false => self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned()),
            };
        }
        answer
    }

    pub async fn sign_up(&mut self, email: &str, password: &str) -> Answer {
        self.post("/signup", &[("email", email), ("password", password)]).await
    }

    pub async fn log_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/login", &[("email", email), ("password", password)]).await
    }

    pub async fn is_logged_in(&mut self) -> bool {
        let answer = self.get("/account").await;
        match (answer.status, answer.location()) {
            (200, _) => true,
            (303, Some("/login?next=%2Faccount")) => false,
            (status, location) => panic!("/account answers {status} {location:?}"),
        }
    }
}
