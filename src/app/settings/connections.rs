//! Where to listen, and what clients that connect are given.

use std::net::SocketAddr;
use std::time::Duration;

use rocket::data::ToByteUnit;
use rocket::figment::Figment;

use super::bounds::within;
use crate::config::{self, ConfigError};
use crate::http::body;
use crate::listener::{self, Limits};

/// A request can be delayed for a second, and then wait for two hashes, as a change of password does. The hashes themselves
/// take the rest.
const FOR_REST_AND_HASHES: Duration = Duration::from_secs(2);

/// `longest_wait` is a hash's.
pub fn listener(
    figment: &Figment,
    connections: &config::Connections,
    longest_wait: Duration,
) -> Result<listener::Settings, ConfigError> {
    let server = figment.extract::<rocket::Config>().map_err(|error| ConfigError::new("Rocket", error))?;
    let seconds = |key: &str, number: u32, least: u32| {
        within(&format!("connections.{key}"), number, least..=3_600)
            .map(|number| Duration::from_secs(number.into()))
    };
    let number = |key: &str, number: u32, most: u32| {
        within(&format!("connections.{key}"), number, 1..=most).map(|number| number as usize)
    };
    let limits = Limits {
        head_time: seconds("head_seconds", connections.head_seconds, 1)?,
        head_size: number("head_kib", connections.head_kib, 60)?.kibibytes().as_u64() as usize,
        headers: number("most_headers", connections.most_headers, 100)?,
        body_time: seconds("body_seconds", connections.body_seconds, 1)?,
        body_size: usize::try_from(body::largest(&server.limits).as_u64()).unwrap_or(usize::MAX - 1),
        idle_time: seconds("idle_seconds", connections.idle_seconds, 0)?,
        stalled_time: seconds("stalled_seconds", connections.stalled_seconds, 1)?,
        connections: number("most", connections.most, 1_000_000)?,
        connections_per_network: match server.ip_header {
            // All come from the proxy.
            Some(_) => None,
            None => Some(number("most_per_network", connections.most_per_network, 1_000_000)?),
        },
    };
    let grace = Duration::from_secs(server.shutdown.grace.into());
    Ok(listener::Settings {
        address: SocketAddr::new(server.address, server.port),
        limits,
        grace: grace.max(longest_wait.saturating_mul(2).saturating_add(FOR_REST_AND_HASHES))
            + Duration::from_secs(server.shutdown.mercy.into()),
    })
}
