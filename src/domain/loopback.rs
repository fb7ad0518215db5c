//! Which hosts are this machine.

use std::net::IpAddr;

/// Whether a host leads back to this machine: a loopback address without brackets, or `localhost` and the names below it
/// (RFC 6761, section 6.3).
pub fn is_loopback(host: &str) -> bool {
    match host.parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        Err(_) => host == "localhost" || host.ends_with(".localhost"),
    }
}
