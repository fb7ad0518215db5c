//! The name with which the client introduces itself to a mail server (RFC 5321, sections 4.1.1.1 and 4.1.3).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// The longest name, and the longest label of a name (RFC 1035, section 2.3.4).
const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelloName {
    /// The name of a host, or an address in brackets.
    Fixed(String),
    /// The local address of the connection, for a host without a full name.
    Address,
}

#[derive(Debug, thiserror::Error)]
#[error("must be a host's name or an address, as desk.example.com, 192.0.2.1 or 2001:db8::1")]
pub struct InvalidHelloName;

impl HelloName {
    /// The first of these hosts that is a full name.
    pub fn of_hosts<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Self {
        let full_name = |host: &str| domain(host).filter(|name| name.contains('.'));
        hosts.into_iter().find_map(full_name).map_or(Self::Address, Self::Fixed)
    }

    /// The name for a connection with this local address.
    pub fn text(&self, local: Option<SocketAddr>) -> String {
        match self {
            Self::Fixed(name) => name.clone(),
            Self::Address => literal(local.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |local| local.ip())),
        }
    }
}

impl FromStr for HelloName {
    type Err = InvalidHelloName;

    fn from_str(text: &str) -> Result<Self, InvalidHelloName> {
        let name = match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            Some(address) => literal_of(address).map(literal),
            None => text.parse().map(literal).ok().or_else(|| domain(text)),
        };
        name.map(Self::Fixed).ok_or(InvalidHelloName)
    }
}

fn literal_of(text: &str) -> Option<IpAddr> {
    match text.split_at_checked(5) {
        Some((tag, address)) if tag.eq_ignore_ascii_case("IPv6:") => {
            address.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
        }
        _ => text.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
    }
}

fn literal(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => format!("[{address}]"),
        IpAddr::V6(address) => format!("[IPv6:{address}]"),
    }
}

/// The name of a host in A-labels; `None` if it is not one. A name that ends with a number is an address, or invalid.
fn domain(host: &str) -> Option<String> {
    let name = idna::domain_to_ascii(host.strip_suffix('.').unwrap_or(host)).ok()?;
    let is_label = |label: &str| {
        (1..=MAX_LABEL).contains(&label.len())
            && label.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_with_a_number = name.rsplit('.').next()?.bytes().all(|octet| octet.is_ascii_digit());
    (name.len() <= MAX_NAME && name.split('.').all(is_label) && !ends_with_a_number).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_host_or_an_address() {
        for (text, said) in [
            ("desk.example.com", "desk.example.com"),
            ("Desk.Example.com.", "desk.example.com"),
            ("mail", "mail"),
            ("b\u{fc}cher.example", "xn--bcher-kva.example"),
            ("192.0.2.1", "[192.0.2.1]"),
            ("2001:DB8::1", "[IPv6:2001:db8::1]"),
            ("[192.0.2.1]", "[192.0.2.1]"),
            ("[IPv6:2001:DB8::1]", "[IPv6:2001:db8::1]"),
        ] {
            assert_eq!(text.parse::<HelloName>().expect(text).text(None), said);
        }
        let long = format!("{}.example", "x".repeat(64));
        for text in [
            "",
            ".",
            "a..b",
            "-a.example",
            "a-.example",
            "a_b.example",
            "two words",
            "desk.example.com\r\nMAIL FROM:<>",
            "192.0.2:1",
            "192.0.2.300",
            "[192.0.2]",
            "[2001:db8::1]",
            "[]",
            &long,
        ] {
            assert!(text.parse::<HelloName>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_first_full_name_is_taken_or_else_the_address() {
        let address: SocketAddr = "192.0.2.9:40000".parse().expect("an address");
        let mapped: SocketAddr = "[::ffff:192.0.2.9]:40000".parse().expect("an address");
        let v6: SocketAddr = "[2001:db8::9]:40000".parse().expect("an address");
        for (hosts, local, said) in [
            (&["id.example.com", "web1.example.net"][..], Some(address), "id.example.com"),
            (&["localhost", "web1.example.net"], Some(address), "web1.example.net"),
            (&["192.0.2.1", "web1"], Some(address), "[192.0.2.9]"),
            (&["[2001:db8::1]"], Some(v6), "[IPv6:2001:db8::9]"),
            (&["a_b.example"], Some(mapped), "[192.0.2.9]"),
            (&[], None, "[127.0.0.1]"),
        ] {
            assert_eq!(HelloName::of_hosts(hosts.iter().copied()).text(local), said, "{hosts:?}");
        }
    }
}
