//! Where the site is for the people who use it: decides links and cookie flags, never the `Host` of a request.

use std::str::FromStr;

/// `http://` or `https://` with a host and perhaps a port, and nothing behind it.
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

    /// The link to a path of this site, which starts with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{self}{path}")
    }
}

impl FromStr for PublicUrl {
    type Err = InvalidPublicUrl;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = url.split_once("://").ok_or(InvalidPublicUrl)?;
        let is_https = match scheme {
            "http" => false,
            "https" => true,
            _ => return Err(InvalidPublicUrl),
        };
        let authority = rest.strip_suffix('/').unwrap_or(rest).to_ascii_lowercase();
        let (host, port) = split_port(&authority);
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
        let usual_port = if is_https { ":443" } else { ":80" };
        let authority = authority.strip_suffix(usual_port).unwrap_or(&authority).to_owned();
        (is_host(host) && is_port).then_some(Self { is_https, authority }).ok_or(InvalidPublicUrl)
    }
}

/// `[::1]:8000` has colons in its host.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_host(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')),
    }
}

impl std::fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}", if self.is_https { "https" } else { "http" }, self.authority)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_origin_is_one() {
        for (typed, shown) in [
            ("http://localhost:8000", "http://localhost:8000"),
            ("https://Id.Example.com/", "https://id.example.com"),
            ("https://id.example.com:443", "https://id.example.com"),
            ("http://[::1]:8000", "http://[::1]:8000"),
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
            "http://[::1",
            "http://[x]",
        ] {
            assert!(typed.parse::<PublicUrl>().is_err(), "{typed}");
        }
    }
}
