//! Whether links lead to this site, and whether cookies are protected.

use super::{Outcome, Subject};
use crate::domain::is_loopback;
use crate::listener::Address;

impl Subject {
    /// Whether clients on other machines can connect, without a proxy on this one.
    pub(super) fn is_reachable_from_outside(&self) -> bool {
        let listener = &self.settings.listener;
        listener.addresses.iter().any(|address| match address {
            Address::Tcp(address) => !address.ip().to_canonical().is_loopback(),
            Address::Unix(_) => false,
        })
    }

    /// Whether only this machine can follow links to the site.
    fn is_local(&self) -> bool {
        let host = self.settings.public_url.host();
        is_loopback(host.trim_start_matches('[').trim_end_matches(']'))
    }
}

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let url = &subject.settings.public_url;
    if subject.is_local() {
        let told = format!("public_url is {url}: links in mails work on this machine alone");
        let is_in_use = subject.is_reachable_from_outside() || subject.settings.listener.tls.is_some();
        return vec![match is_in_use {
            true => Outcome::warning(
                told,
                "set public_url to the address that visitors type, as https://id.example.com",
            ),
            false => Outcome::ok(told),
        }];
    }
    if !url.is_https() {
        return vec![Outcome::warning(
            format_args!("public_url is {url}: passwords and cookies cross the network unencrypted"),
            "use https: set tls.certificate and tls.key, or a proxy with TLS, and public_url to https://…",
        )];
    }
    let told = match subject.config.public_url {
        Some(_) => format!("{url}"),
        None => format!("{url}, from the certificate"),
    };
    vec![Outcome::ok(told)]
}

pub fn cookies(subject: &mut Subject) -> Vec<Outcome> {
    let name = &subject.config.sessions.cookie_name;
    vec![match (subject.settings.public_url.is_https(), subject.is_local()) {
        (true, _) => Outcome::ok(format_args!("__Host-{name}, for https alone")),
        (false, true) => Outcome::ok(format_args!("{name}, without Secure: for this machine alone")),
        (false, false) => Outcome::warning(
            format_args!("{name} has neither Secure nor the __Host- prefix, because public_url is not https"),
            "set public_url to https://… once TLS works",
        ),
    }]
}
