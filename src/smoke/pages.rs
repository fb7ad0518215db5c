//! Every page that a visitor can open: its status, its content, its headers and its time.

use std::collections::BTreeSet;

use super::answer::Answer;
use super::browser::Browser;
use super::client::Client;
use super::options::Options;
use super::recorder::Recorder;
use super::report::{Group, Outcome};
use super::security_headers;

/// A path and what its answer is.
struct Expected {
    path: &'static str,
    status: u16,
    content: Content,
}

enum Content {
    /// A page that is never kept, and that has these forms.
    Page(&'static [&'static str]),
    /// Another content type.
    Type(&'static str),
    /// A redirect to this path.
    To(&'static str),
}

use Content::{Page, To, Type};

const PAGES: [Expected; 20] = [
    Expected { path: "/", status: 200, content: Page(&[]) },
    Expected { path: "/login", status: 200, content: Page(&["log-in-form"]) },
    Expected { path: SIGN_UP, status: 200, content: Page(&[SIGN_UP_FORM]) },
    Expected { path: "/password-reset", status: 200, content: Page(&["password-reset-form"]) },
    Expected { path: "/check-mail", status: 200, content: Page(&[]) },
    Expected { path: "/confirm", status: 410, content: Page(&[]) },
    Expected { path: "/password-reset/new", status: 410, content: Page(&[]) },
    Expected { path: "/setup", status: 410, content: Page(&[]) },
    Expected { path: "/account", status: 303, content: To("/login") },
    Expected { path: "/admin", status: 303, content: To("/login") },
    Expected { path: "/.well-known/change-password", status: 303, content: To("/account/password") },
    Expected { path: "/no-such-page", status: 404, content: Page(&[]) },
    Expected { path: "/docs", status: 200, content: Page(&[]) },
    Expected { path: "/openapi.json", status: 200, content: Type("application/json") },
    Expected { path: "/.well-known/jwks.json", status: 200, content: Type("application/json") },
    Expected { path: "/users/me", status: 401, content: Type("application/json") },
    Expected { path: "/robots.txt", status: 200, content: Type("text/plain") },
    Expected { path: "/favicon.ico", status: 200, content: Type("image/") },
    Expected { path: "/health/live", status: 200, content: Type("application/json") },
    Expected { path: "/health/ready", status: 200, content: Type("application/json") },
];

const SIGN_UP: &str = "/signup";
const SIGN_UP_FORM: &str = "sign-up-form";

/// More files than any page of Frontdesk loads.
const MAX_FILES: usize = 50;

/// What the pages tell about the site.
#[derive(Default)]
pub struct Found {
    /// Whether no page came, so that nothing else can be tried.
    pub is_silent: bool,
    pub sign_up: SignUp,
}

/// The page of the sign-up.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum SignUp {
    /// The site takes none, or the operator does not want it tried.
    #[default]
    Closed,
    Open,
    /// It should be there.
    Broken,
}

pub fn check(client: &Client<'_>, options: &Options, recorder: &mut Recorder<'_>) -> Found {
    let (mut found, mut files) = (Found::default(), BTreeSet::new());
    let mut is_frontdesk = false;
    let is_skipped = |path: &str| options.skipped.iter().any(|skipped| skipped == path);
    for (number, expected) in PAGES.iter().filter(|expected| !is_skipped(expected.path)).enumerate() {
        let mut answered = false;
        recorder.step(Group::Pages, &format!("GET {}", expected.path), || {
            let answer = match Browser::new(client).get(expected.path) {
                Ok(answer) => answer,
                Err(sentence) => {
                    if expected.path == SIGN_UP {
                        found.sign_up = SignUp::Broken;
                    }
                    return Outcome::Failed(sentence);
                }
            };
            answered = true;
            let page = answer.page();
            files.extend(page.files.iter().filter(|file| file.starts_with("/static/")).cloned());
            is_frontdesk |= page.form("log-in-form").is_some();
            if expected.path == SIGN_UP {
                // A proxy, or a page of the operator's own, can close the door to new members.
                let is_closed = is_frontdesk && matches!(answer.status, 403 | 404 | 410);
                found.sign_up = match answer.status {
                    200 if page.form(SIGN_UP_FORM).is_some() => SignUp::Open,
                    _ if is_closed => SignUp::Closed,
                    _ => SignUp::Broken,
                };
                if is_closed {
                    return Outcome::NotFollowed(format!(
                        "Sign-up is closed here: the answer is {}.",
                        answer.status
                    ));
                }
            }
            outcome(expected.faults(&answer, options))
        });
        if number == 0 && !answered {
            return Found { is_silent: true, ..found };
        }
    }
    for path in files.iter().filter(|path| !is_skipped(path)).take(MAX_FILES) {
        recorder.step(Group::Pages, &format!("GET {path}"), || match Browser::new(client).get(path) {
            Ok(answer) => outcome(file_faults(path, &answer, options)),
            Err(sentence) => Outcome::Failed(sentence),
        });
    }
    found
}

fn outcome(faults: Vec<String>) -> Outcome {
    if faults.is_empty() { Outcome::Passed } else { Outcome::Failed(faults.join("\n")) }
}

impl Expected {
    fn faults(&self, answer: &Answer, options: &Options) -> Vec<String> {
        let site = &options.site;
        let is_there = match self.content {
            To(path) => answer.leads_to(site, path),
            _ => answer.status == self.status,
        };
        if !is_there {
            let expected = match self.content {
                To(path) => format!("{} to {path}", self.status),
                _ => self.status.to_string(),
            };
            return vec![answer.unexpected(&expected, site)];
        }
        let mut faults = shared_faults(answer, options);
        match self.content {
            Page(forms) => {
                faults.extend(content_type_fault(answer, "text/html"));
                let cache = answer.header("Cache-Control").unwrap_or_default();
                if cache != "no-store" {
                    faults
                        .push(format!("The header Cache-Control is \"{cache}\" and should be \"no-store\"."));
                }
                let page = answer.page();
                faults.extend(forms.iter().filter(|form| page.form(form).is_none()).map(|form| {
                    format!(
                        "The page has no form #{form}. Does a template of your own lack it? --skip {} passes over the page.",
                        self.path
                    )
                }));
            }
            Type(content_type) => faults.extend(content_type_fault(answer, content_type)),
            To(_) => {}
        }
        faults
    }
}

/// A file that pages load: it can be kept, and has a type that says what it is, because of `nosniff`.
fn file_faults(path: &str, answer: &Answer, options: &Options) -> Vec<String> {
    if answer.status != 200 {
        return vec![answer.unexpected("200", &options.site)];
    }
    let ending = path.split('?').next().and_then(|path| path.rsplit_once('.')).map(|(_, ending)| ending);
    let content_type = match ending {
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        _ => "image/",
    };
    let mut faults = shared_faults(answer, options);
    faults.extend(content_type_fault(answer, content_type));
    if !answer.header("Cache-Control").is_some_and(|cache| cache.contains("max-age=")) {
        faults.push("The header Cache-Control does not say how long browsers may keep the file.".to_owned());
    }
    faults
}

fn shared_faults(answer: &Answer, options: &Options) -> Vec<String> {
    let mut faults = security_headers::faults(answer, options.site.is_https());
    if answer.time > options.slowest_page {
        faults.push(format!(
            "It took {} ms, and {} are allowed. Is the server overloaded? --slowest allows more.",
            answer.time.as_millis(),
            options.slowest_page.as_millis()
        ));
    }
    faults
}

fn content_type_fault(answer: &Answer, expected: &str) -> Option<String> {
    let found = answer.header("Content-Type").unwrap_or_default();
    let is_right = found.starts_with(expected);
    (!is_right).then(|| format!("The content type is \"{found}\" and should be {expected}."))
}
