//! The client of a request, as far as the connection and the headers show it: for the audit trail, the list of sessions
//! and the rate limits.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use super::Language;

/// The longest user agent that is kept, in characters.
const MAX_USER_AGENT_LENGTH: usize = 400;

/// The other end of a request.
#[derive(Clone, Debug)]
pub struct Client {
    /// The address of the peer, or the one that a trusted proxy reports; `None` for the command line.
    pub address: Option<IpAddr>,
    /// Cut to 400 characters, without control characters.
    pub user_agent: Option<String>,
    /// The language that the request prefers.
    pub language: Option<Language>,
}

impl Client {
    pub fn new(address: Option<IpAddr>, user_agent: Option<&str>) -> Self {
        let address = address.map(|address| address.to_canonical());
        let user_agent = user_agent
            .map(|text| text.chars().filter(|c| !c.is_control()).take(MAX_USER_AGENT_LENGTH).collect());
        Self { address, user_agent, language: None }
    }

    pub fn reading(self, language: Option<Language>) -> Self {
        Self { language, ..self }
    }

    /// The network by which attempts are counted: the IPv4 address, or the first 64 bits of the IPv6 address, because a
    /// client with one address of a /64 can use all of them (RFC 6177).
    pub fn network(&self) -> Option<IpAddr> {
        self.address.map(network)
    }

    /// The first 48 bits of an IPv6 address, the largest block that one site gets (RFC 6177): it contains 65,536
    /// networks.
    pub fn site(&self) -> Option<IpAddr> {
        match self.address? {
            IpAddr::V4(_) => None,
            IpAddr::V6(v6) => Some(prefix(v6, 48)),
        }
    }

    /// An operator with a shell on the machine.
    pub fn command_line() -> Self {
        Self::new(None, None)
    }
}

/// The network of an address: see [`Client::network`].
pub fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => prefix(v6, 64),
    }
}

fn prefix(address: Ipv6Addr, bits: u32) -> IpAddr {
    Ipv6Addr::from_bits(address.to_bits() & !(u128::MAX >> bits)).into()
}

/// An address as proxies write it: alone, in brackets, or with a port.
pub fn parse_address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let in_brackets =
        || text.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::from);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    text.parse().ok().or_else(with_port).or_else(in_brackets)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_may_have_brackets_and_a_port() {
        for (text, address) in [
            ("203.0.113.9", "203.0.113.9"),
            (" 203.0.113.9 ", "203.0.113.9"),
            ("203.0.113.9:4711", "203.0.113.9"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:443", "2001:db8::1"),
        ] {
            assert_eq!(parse_address(text), address.parse().ok(), "{text}");
        }
        for text in
            ["", "localhost", "203.0.113.9:", "203.0.113.9:http", "[203.0.113.9]", "203.0.113.9, 10.0.0.1"]
        {
            assert_eq!(parse_address(text), None, "{text}");
        }
    }

    #[test]
    fn attempts_are_counted_by_network_and_site() {
        for (address, network, site) in [
            ("203.0.113.9", "203.0.113.9", None),
            ("::ffff:203.0.113.9", "203.0.113.9", None),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", Some("2001:db8:1::")),
        ] {
            let client = Client::new(address.parse().ok(), None);
            assert_eq!(client.network(), network.parse().ok(), "{address}");
            assert_eq!(client.site(), site.and_then(|site| site.parse().ok()), "{address}");
        }
        assert_eq!((Client::command_line().network(), Client::command_line().site()), (None, None));
    }

    #[test]
    fn a_user_agent_is_cut_and_has_no_control_characters() {
        let sent = format!("a\r\n\0b{}", "c".repeat(500));
        let kept = Client::new(None, Some(&sent)).user_agent.expect("it was sent");
        assert!(kept.starts_with("abc") && kept.len() == MAX_USER_AGENT_LENGTH, "{kept}");
    }

    proptest! {
        #[test]
        fn an_address_is_read_in_each_of_its_forms(address in any::<IpAddr>(), port in any::<u16>(), text in ".*") {
            prop_assert_eq!(parse_address(&address.to_string()), Some(address));
            prop_assert_eq!(parse_address(&SocketAddr::new(address, port).to_string()), Some(address));
            parse_address(&text);
        }
    }
}
