//! The address to listen on, and the limits for clients.

use std::net::SocketAddr;
use std::time::Duration;

use rocket::data::ToByteUnit;

use crate::config::{self, Bounds, ConfigError};
use crate::http::body;
use crate::listener::{Limits, Settings};

/// A request can be delayed for a second, and then wait for two hashes, as a change of password does. The rest of this
/// time is for the hashes themselves.
const FOR_REST_AND_HASHES: Duration = Duration::from_secs(2);

/// `longest_wait` is the longest wait for one hash.
pub fn listener(
    rocket: &rocket::Config,
    connections: &config::Connections,
    longest_wait: Duration,
) -> Result<Settings, ConfigError> {
    let seconds = |number: u32| Duration::from_secs(number.into());
    let limits = Limits {
        head_time: seconds(connections.head_seconds),
        head_size: connections.head_kib.kibibytes().as_u64() as usize,
        headers: connections.most_headers as usize,
        body_time: seconds(connections.body_seconds),
        body_size: usize::try_from(body::largest(&rocket.limits).as_u64()).unwrap_or(usize::MAX - 1),
        idle_time: seconds(connections.idle_seconds),
        stalled_time: seconds(connections.stalled_seconds),
        connections: connections.most as usize,
        connections_per_network: match rocket.ip_header {
            // All connections come from the proxy, so the setting has no effect and is not checked.
            Some(_) => None,
            None => {
                let most = connections.most_per_network;
                Bounds::from(1..=1_000_000).check("connections.most_per_network", most.into())?;
                Some(most as usize)
            }
        },
    };
    let grace = seconds(rocket.shutdown.grace);
    Ok(Settings {
        address: SocketAddr::new(rocket.address, rocket.port),
        limits,
        grace: grace.max(longest_wait.saturating_mul(2).saturating_add(FOR_REST_AND_HASHES))
            + seconds(rocket.shutdown.mercy),
    })
}
