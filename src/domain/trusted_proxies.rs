//! The proxies whose word about the address of a client counts, and that address.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net};

use super::client::parse_address;

/// The networks of the operator's proxies.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpNet>);

#[derive(Debug, thiserror::Error)]
#[error("{0:?} must be a network such as 10.0.0.0/8 or 2001:db8::/32, or one address, and not all addresses")]
pub struct InvalidNetwork(String);

impl TrustedProxies {
    /// # Errors
    ///
    /// If an entry is no network, or contains all addresses: then any client could claim any address.
    pub fn parse(networks: &[String]) -> Result<Self, InvalidNetwork> {
        let parse = |text: &String| {
            let network = text.trim();
            let network: Option<IpNet> =
                network.parse().ok().or_else(|| network.parse::<IpAddr>().ok().map(IpNet::from));
            network
                .map(canonical)
                .filter(|network| network.prefix_len() > 0)
                .ok_or_else(|| InvalidNetwork(text.clone()))
        };
        networks.iter().map(parse).collect::<Result<_, _>>().map(Self)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The address of the client whose request came from `peer` with these lines of `X-Forwarded-For`, in their order.
    ///
    /// Each proxy appends the address that it got the request from, so only the end of the list is the work of trusted
    /// proxies: the client is the last address that is not one of theirs. What stands before it, the client may have
    /// written itself. An entry that is no address ends the walk at the hop that named it.
    pub fn client(&self, peer: IpAddr, lines: &[&str]) -> IpAddr {
        let mut hop = peer.to_canonical();
        let entries = lines.iter().rev().flat_map(|line| line.rsplit(','));
        // A list may have empty elements (RFC 9110, section 5.6.1).
        for entry in entries.map(str::trim).filter(|entry| !entry.is_empty()) {
            if !self.contains(hop) {
                break;
            }
            let Some(address) = parse_address(entry) else { break };
            hop = address.to_canonical();
        }
        hop
    }
}

/// Networks of IPv4 addresses that are written as IPv6, as `::ffff:10.0.0.0/104`, as those of IPv4: addresses are compared
/// in this form.
fn canonical(network: IpNet) -> IpNet {
    const MAPPED: u8 = 96;
    let IpNet::V6(v6) = network else { return network };
    let ipv4 = v6.prefix_len().checked_sub(MAPPED).zip(v6.addr().to_ipv4_mapped());
    ipv4.and_then(|(length, address)| Ipv4Net::new(address, length).ok()).map_or(network, IpNet::V4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn proxies(networks: &[&str]) -> Result<TrustedProxies, InvalidNetwork> {
        TrustedProxies::parse(&networks.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    fn client(networks: &[&str], peer: &str, lines: &[&str]) -> String {
        let peer = peer.parse().expect("an address");
        proxies(networks).expect("networks").client(peer, lines).to_string()
    }

    #[test]
    fn a_network_may_be_one_address_and_never_all() {
        for network in ["10.0.0.0/8", "10.1.2.3/8", "192.0.2.7", "2001:db8::/32", "::1", " 127.0.0.1 "] {
            assert!(proxies(&[network]).is_ok(), "{network}");
        }
        for network in
            ["", "localhost", "10.0.0.0/33", "0.0.0.0/0", "::/0", "::ffff:0:0/96", "10.0.0.0/8,192.0.2.7"]
        {
            assert!(proxies(&[network]).is_err(), "{network}");
        }
        let ours = proxies(&["10.0.0.0/8"]).expect("a network");
        assert!(ours.contains("::ffff:10.1.2.3".parse().expect("an address")));
        assert!(!ours.contains("11.0.0.1".parse().expect("an address")));
        for mapped in ["::ffff:10.0.0.0/104", "::ffff:10.1.2.3", "::ffff:10.1.2.3/128"] {
            let ours = proxies(&[mapped]).expect("a network");
            for address in ["10.1.2.3", "::ffff:10.1.2.3"] {
                assert!(ours.contains(address.parse().expect("an address")), "{mapped} {address}");
            }
            assert!(!ours.contains("11.0.0.1".parse().expect("an address")), "{mapped}");
        }
    }

    #[test]
    fn the_client_is_the_last_address_that_is_no_proxy() {
        let ours = &["10.0.0.0/8", "::1"];
        for (peer, lines, expected) in [
            ("10.0.0.1", &["203.0.113.9"][..], "203.0.113.9"),
            ("10.0.0.1", &["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["198.51.100.1", "203.0.113.9,10.0.0.2"], "203.0.113.9"),
            ("10.0.0.1", &["203.0.113.9:4711 ,\t10.0.0.2:80"], "203.0.113.9"),
            ("::1", &["[2001:db8::7]:443"], "2001:db8::7"),
            ("::ffff:10.0.0.1", &["::ffff:203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["203.0.113.9,, "], "203.0.113.9"),
            // All of them are proxies: the first one is the client.
            ("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            // No address: the hop that named it is the last that is known.
            ("10.0.0.1", &["203.0.113.9, unknown"], "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.2"),
            ("10.0.0.1", &["203.0.113.9, 10.0.0.2:x"], "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["", ","], "10.0.0.1"),
        ] {
            assert_eq!(client(ours, peer, lines), expected, "{peer} {lines:?}");
        }
    }

    #[test]
    fn the_word_of_a_stranger_does_not_count() {
        for lines in [&["203.0.113.9"][..], &["10.0.0.2"], &["203.0.113.9, 10.0.0.2"]] {
            assert_eq!(client(&["10.0.0.0/8"], "192.0.2.1", lines), "192.0.2.1", "{lines:?}");
            assert_eq!(client(&[], "10.0.0.1", lines), "10.0.0.1", "{lines:?}");
        }
    }

    proptest! {
        #[test]
        fn what_a_client_writes_before_its_proxy_changes_nothing(forged in "[0-9a-f.:, \\[\\]]{0,60}|.{0,60}") {
            let appended = format!("{forged}, 203.0.113.9");
            for lines in [&[&*forged, "203.0.113.9"][..], &[&*appended]] {
                prop_assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", lines), "203.0.113.9");
            }
        }
    }
}
