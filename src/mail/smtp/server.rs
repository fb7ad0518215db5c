//! A mail server, as its URL describes it.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use rustls::pki_types::ServerName;
use url::{Host, Url};

use crate::domain::is_loopback;

/// Ports of RFC 5321, RFC 6409 and RFC 8314.
const SMTP: u16 = 25;
const SUBMISSION: u16 = 587;
const SUBMISSIONS: u16 = 465;

#[derive(Clone, Debug)]
pub struct SmtpServer {
    /// A name in A-labels, or an address without brackets.
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub login: Option<Login>,
}

#[derive(Clone, Debug)]
pub enum Security {
    Clear,
    /// After a greeting without TLS. If TLS fails, the client sends nothing.
    StartTls(ServerName<'static>),
    /// From the first octet.
    Tls(ServerName<'static>),
}

#[derive(Clone)]
pub struct Login {
    pub name: String,
    pub password: String,
}

impl Login {
    /// The text without the name and the password, also as they are sent.
    pub fn hidden_in(&self, text: String) -> String {
        let Self { name, password } = self;
        let sent = [
            STANDARD.encode(format!("\0{name}\0{password}")),
            STANDARD.encode(password),
            STANDARD.encode(name),
        ];
        let secrets = [password, name].into_iter().chain(&sent).filter(|secret| secret.len() > 2);
        secrets.fold(text, |text, secret| text.replace(secret.as_str(), "…"))
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login")
    }
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidSmtpUrl {
    #[error(
        "must be smtp://USER:PASSWORD@HOST:PORT?tls=required for STARTTLS, or smtps://… for TLS from the start ({0})"
    )]
    Form(String),
    #[error(
        "must not have tls=opportunistic, with which an attacker on the network can turn TLS off: use tls=required"
    )]
    Opportunistic,
    #[error(
        "has a password and no TLS, so an attacker on the network could read it: use ?tls=required or smtps://, unless the host is this machine"
    )]
    PasswordInClear,
}

impl SmtpServer {
    /// How a connection to it is protected, and whether the client logs in.
    pub fn describe(&self) -> String {
        let security = match self.security {
            Security::Clear => "without TLS",
            Security::StartTls(_) => "with STARTTLS",
            Security::Tls(_) => "with TLS",
        };
        let login = if self.login.is_some() { "and a log-in" } else { "and no log-in" };
        format!("{}:{} {security} {login}", self.host, self.port)
    }

    /// Whether an attacker on the network can read mail, and the links in it.
    pub fn is_readable_on_the_way(&self) -> bool {
        matches!(self.security, Security::Clear) && !is_loopback(&self.host)
    }
}

impl FromStr for SmtpServer {
    type Err = InvalidSmtpUrl;

    fn from_str(url: &str) -> Result<Self, InvalidSmtpUrl> {
        let url = Url::parse(url).map_err(|error| form(&error.to_string()))?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(form("there is more after the host; is all of the password percent-encoded?"));
        }
        let host = host(&url)?;
        let name = || {
            ServerName::try_from(host.clone())
                .map_err(|_| form("the host is no name that a certificate can have"))
        };
        let (security, usual_port) = match (url.scheme(), tls(&url)?) {
            ("smtp", false) => (Security::Clear, SMTP),
            ("smtp", true) => (Security::StartTls(name()?), SUBMISSION),
            ("smtps", _) => (Security::Tls(name()?), SUBMISSIONS),
            _ => return Err(form("the scheme is neither smtp nor smtps")),
        };
        let login = login(&url)?;
        if login.is_some() && matches!(security, Security::Clear) && !is_loopback(&host) {
            return Err(InvalidSmtpUrl::PasswordInClear);
        }
        Ok(Self { port: url.port().unwrap_or(usual_port), host, security, login })
    }
}

fn form(reason: &str) -> InvalidSmtpUrl {
    InvalidSmtpUrl::Form(reason.to_owned())
}

fn host(url: &Url) -> Result<String, InvalidSmtpUrl> {
    let no_host = || form("there is no host");
    match url.host().ok_or_else(no_host)? {
        Host::Ipv4(address) => Ok(address.to_string()),
        Host::Ipv6(address) => Ok(address.to_string()),
        Host::Domain(name) => {
            let name = percent_decode_str(name).decode_utf8().map_err(|_| no_host())?;
            idna::domain_to_ascii(&name).ok().filter(|name| !name.is_empty()).ok_or_else(no_host)
        }
    }
}

/// Whether the query asks for TLS.
fn tls(url: &Url) -> Result<bool, InvalidSmtpUrl> {
    let mut is_required = false;
    for (name, value) in url.query_pairs() {
        match (&*name, &*value) {
            ("tls", "required") => is_required = true,
            ("tls", "opportunistic") => return Err(InvalidSmtpUrl::Opportunistic),
            _ => return Err(form("the only parameter in the query is tls=required")),
        }
    }
    Ok(is_required)
}

/// `None` if there is no password.
fn login(url: &Url) -> Result<Option<Login>, InvalidSmtpUrl> {
    let Some(password) = url.password() else { return Ok(None) };
    let decoded = |text: &str| match percent_decode_str(text).decode_utf8() {
        // AUTH PLAIN separates the two with a NUL (RFC 4616).
        Ok(text) if !text.contains('\0') => Ok(text.into_owned()),
        _ => Err(form("user and password must be UTF-8, without a NUL")),
    };
    Ok(Some(Login { name: decoded(url.username())?, password: decoded(password)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(url: &str) -> SmtpServer {
        url.parse().unwrap_or_else(|error| panic!("{url}: {error}"))
    }

    #[test]
    fn a_url_names_host_port_and_security() {
        for (url, host, port, security) in [
            ("smtp://localhost:1025", "localhost", 1025, "Clear"),
            ("smtp://mailpit", "mailpit", 25, "Clear"),
            ("smtp://[::1]:25", "::1", 25, "Clear"),
            ("smtp://192.0.2.7/", "192.0.2.7", 25, "Clear"),
            ("smtp://a:b@mail.example.com?tls=required", "mail.example.com", 587, "StartTls"),
            ("smtp://a:b@[2001:db8::1]:2525?tls=required", "2001:db8::1", 2525, "StartTls"),
            ("smtps://mail.example.com", "mail.example.com", 465, "Tls"),
            ("smtps://a:b@mail.example.com?tls=required", "mail.example.com", 465, "Tls"),
            ("SMTPS://b\u{fc}cher.example", "xn--bcher-kva.example", 465, "Tls"),
        ] {
            let server = parsed(url);
            assert_eq!((server.host.as_str(), server.port), (host, port), "{url}");
            assert!(format!("{:?}", server.security).starts_with(security), "{url}: {server:?}");
        }
    }

    #[test]
    fn user_and_password_are_decoded_and_not_shown() {
        let server = parsed("smtps://desk%40example.com:a%2Fb+c%C3%A9@mail.example.com");
        let login = server.login.as_ref().expect("a log-in");
        assert_eq!((login.name.as_str(), login.password.as_str()), ("desk@example.com", "a/b+c\u{e9}"));
        let shown = format!("{server:?}");
        assert!(!shown.contains("desk") && !shown.contains("a/b"), "{shown}");
        assert!(parsed("smtp://desk@mail.example.com").login.is_none(), "without a password no log-in");
    }

    #[test]
    fn a_password_goes_to_another_machine_in_tls_alone() {
        for host in
            ["localhost", "mail.localhost", "127.0.0.1", "127.8.8.8:25", "[::1]", "[::ffff:127.0.0.1]"]
        {
            assert!(parsed(&format!("smtp://a:b@{host}")).login.is_some(), "{host}");
        }
        for host in
            ["mail.example.com", "192.168.0.1", "[fe80::1]", "localhost.example.com", "127.0.0.1.example.com"]
        {
            let error = format!("smtp://a:b@{host}").parse::<SmtpServer>().expect_err(host);
            assert!(matches!(error, InvalidSmtpUrl::PasswordInClear), "{host}: {error}");
            assert!(parsed(&format!("smtp://{host}")).is_readable_on_the_way(), "{host}");
        }
        assert!(!parsed("smtp://localhost").is_readable_on_the_way());
        assert!(!parsed("smtps://mail.example.com").is_readable_on_the_way());
    }

    #[test]
    fn what_is_no_server_is_refused() {
        for url in [
            "",
            "mail.example.com",
            "http://mail.example.com",
            "smtp://",
            "smtp://:25",
            "smtp://a:b@",
            "smtp://x?tls=maybe",
            "smtp://x?tls=required&x=y",
            "smtp://x?TLS=required",
            "smtp://x/desk.example.com",
            "smtps://a:b#c@x",
            "smtps://a:b/c@x",
            "smtps://a:%FF@x",
            "smtps://a:b%00c@x",
            "smtps://-x-",
            "smtp://x:99999",
        ] {
            let error = url.parse::<SmtpServer>().expect_err(url);
            assert!(matches!(error, InvalidSmtpUrl::Form(_)), "{url}: {error}");
        }
        let error = "smtp://x?tls=opportunistic".parse::<SmtpServer>().expect_err("opportunistic");
        assert!(matches!(error, InvalidSmtpUrl::Opportunistic));
    }
}
