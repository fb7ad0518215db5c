//! The URL at which users reach the site. Links and cookie flags follow from it, never from the `Host` of a request.

use std::str::FromStr;

/// `http://` or `https://` with a host and optionally a port, and nothing after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    is_https: bool,
    authority: String,
}

#[derive(Debug, thiserror::Error)]
#[error("must be http://HOST or https://HOST, with a port if it is not the usual one, and no path")]
pub struct InvalidPublicUrl;

impl PublicUrl {
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    /// The host and the port, as a browser sends them in `Host`.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The host without the port.
    pub fn host(&self) -> &str {
        split_port(&self.authority).0
    }

    /// The link to a path of this site; `path` starts with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{self}{path}")
    }
}

impl FromStr for PublicUrl {
    type Err = InvalidPublicUrl;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = url.split_once("://").ok_or(InvalidPublicUrl)?;
        let (is_https, usual_port) = match scheme.to_ascii_lowercase().as_str() {
            "http" => (false, 80),
            "https" => (true, 443),
            _ => return Err(InvalidPublicUrl),
        };
        let (host, port) = split_port(rest.strip_suffix('/').unwrap_or(rest));
        let host = host_in_ascii(host).ok_or(InvalidPublicUrl)?;
        let port = port.map(parse_port).transpose()?.filter(|port| *port != usual_port);
        let authority = port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
        Ok(Self { is_https, authority })
    }
}

/// An IPv6 host, as in `[::1]:8000`, contains colons.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn parse_port(text: &str) -> Result<u16, InvalidPublicUrl> {
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or(InvalidPublicUrl)
}

/// The host as a browser writes it: an international name in A-labels, an IPv6 address in its short form. Underscores
/// are allowed: names of hosts have none (RFC 952), but many names of containers do.
fn host_in_ascii(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().ok().map(|address| format!("[{address}]"));
    }
    let name = idna::domain_to_ascii(host).ok()?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

impl std::fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}", if self.is_https { "https" } else { "http" }, self.authority)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_an_origin_is_one() {
        for (typed, shown) in [
            ("http://localhost:8000", "http://localhost:8000"),
            ("https://Id.Example.com/", "https://id.example.com"),
            ("https://id.example.com:443", "https://id.example.com"),
            ("http://[::1]:8000", "http://[::1]:8000"),
            ("http://[0:0:0:0:0:0:0:1]", "http://[::1]"),
            ("HTTPS://ID.EXAMPLE.COM", "https://id.example.com"),
            ("http://front_desk:8000", "http://front_desk:8000"),
            ("https://Bücher.example:8443", "https://xn--bcher-kva.example:8443"),
            ("https://bu\u{308}cher.example", "https://xn--bcher-kva.example"),
            ("http://localhost:0080/", "http://localhost"),
        ] {
            assert_eq!(typed.parse::<PublicUrl>().map(|url| url.to_string()).ok().as_deref(), Some(shown));
        }
        for typed in [
            "",
            "localhost:8000",
            "ftp://x",
            "https://",
            "https://a/b",
            "https://u@a",
            "https://a b",
            "http://:",
            "http://:80",
            "http://a:x",
            "http://a:+80",
            "http://a:",
            "http://a:65536",
            "https://xn--a",
            "https://a%62",
            "http://[::1",
            "http://[x]",
        ] {
            assert!(typed.parse::<PublicUrl>().is_err(), "{typed}");
        }
    }

    #[test]
    fn a_url_has_parts_and_makes_links() {
        let url: PublicUrl = "https://[::1]:8443".parse().expect("valid");
        assert_eq!((url.is_https(), url.authority(), url.host()), (true, "[::1]:8443", "[::1]"));
        assert_eq!(url.link("/confirm"), "https://[::1]:8443/confirm");
        let url: PublicUrl = "http://localhost:443".parse().expect("valid");
        assert_eq!((url.is_https(), url.authority(), url.host()), (false, "localhost:443", "localhost"));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_as_the_same(text in "(HTTP|https)://[a-zA-Z0-9._:\\[\\]\u{fc}-]{0,30}/?|.*") {
            if let Ok(url) = text.parse::<PublicUrl>() {
                prop_assert!(url.to_string().is_ascii());
                prop_assert_eq!(url.to_string().parse::<PublicUrl>().ok(), Some(url));
            }
        }
    }
}
