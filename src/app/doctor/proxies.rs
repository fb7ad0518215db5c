//! Whether the server knows the addresses of its clients: rate limits and the audit trail depend on them.

use super::{Outcome, Subject};

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let rocket = subject.layers.figment.extract::<rocket::Config>().unwrap_or_default();
    let header = rocket.ip_header.as_ref().map(ToString::to_string);
    let listener = &subject.settings.listener;
    let (has_proxies, has_tls) = (!listener.trusted_proxies.is_empty(), listener.tls.is_some());
    let is_open = subject.is_reachable_from_outside();
    vec![match (header, has_proxies) {
        (Some(header), false) if is_open => Outcome::warning(
            format_args!(
                "ip_header is {header}, and clients that connect without the proxy can send it, too"
            ),
            "set trusted_proxies, or listen on 127.0.0.1 or a Unix socket",
        ),
        (Some(header), false) => Outcome::ok(format_args!("the address of a client is in {header}")),
        (_, true) if listener.proxy_protocol => {
            Outcome::ok("the address of a client comes from trusted proxies, with the PROXY protocol")
        }
        (_, true) => Outcome::ok("the address of a client comes from trusted proxies"),
        (None, false) if subject.settings.public_url.is_https() && !has_tls => Outcome::warning(
            "public_url is https, so TLS ends at a proxy, and neither trusted_proxies nor ip_header is set: all clients \
             have the address of the proxy, and share its limits",
            "set trusted_proxies to the networks of the proxy",
        ),
        (None, false) => Outcome::ok("clients connect without a proxy"),
    }]
}
