//! Where the server listens, which proxies it trusts, and the limits for clients.

use std::net::SocketAddr;
use std::time::Duration;

use rocket::data::ToByteUnit;

use super::Machine;
use crate::config::{self, Bounds, Config, ConfigError};
use crate::domain::{PublicUrl, TrustedProxies};
use crate::http::body;
use crate::listener::{Address, Limits, Settings, TlsSettings};

/// A request can be delayed for a second, and then wait for two hashes, as a change of password does. The rest of this
/// time is for the hashes themselves.
const FOR_REST_AND_HASHES: Duration = Duration::from_secs(2);

/// `longest_wait` is the longest wait for one hash.
pub fn listener(
    config: &Config,
    rocket: &rocket::Config,
    public_url: &PublicUrl,
    longest_wait: Duration,
) -> Result<Settings, ConfigError> {
    let trusted_proxies = TrustedProxies::parse(&config.trusted_proxies)
        .map_err(|error| ConfigError::new("trusted_proxies", error))?;
    if config.proxy_protocol && trusted_proxies.is_empty() {
        return Err(ConfigError::new("proxy_protocol", "needs trusted_proxies: the networks of the proxies"));
    }
    let tls = tls(&config.tls, public_url)?;
    let redirects = redirects(&config.tls)?;
    let grace = Duration::from_secs(rocket.shutdown.grace.into());
    Ok(Settings {
        addresses: addresses(config, rocket)?,
        socket_mode: config.socket_mode.bits(),
        tls,
        redirects,
        public_url: public_url.clone(),
        limits: limits(&config.connections, rocket, &trusted_proxies)?,
        trusted_proxies,
        proxy_protocol: config.proxy_protocol,
        grace: grace.max(longest_wait.saturating_mul(2).saturating_add(FOR_REST_AND_HASHES))
            + Duration::from_secs(rocket.shutdown.mercy.into()),
    })
}

/// The URL of the site. Unset, it follows from the certificate and from the port.
pub fn public_url(
    config: &Config,
    rocket: &rocket::Config,
    machine: &Machine,
) -> Result<PublicUrl, ConfigError> {
    let wrong = |reason: &str| Err(ConfigError::new("public_url", reason));
    let has_tls = config.tls.certificate.is_some();
    let url = match (&config.public_url, has_tls, &machine.certificate_name) {
        (Some(url), ..) => url.clone(),
        (None, true, None) => return wrong("is needed: the certificate names no host"),
        (None, ..) => {
            let port = addresses(config, rocket)?.iter().find_map(Address::port).unwrap_or(rocket.port);
            match machine.certificate_name.as_ref().filter(|_| has_tls) {
                Some(name) => format!("https://{name}:{port}"),
                None => format!("http://localhost:{port}"),
            }
        }
    };
    let url: PublicUrl = url.parse().map_err(|error| ConfigError::new("public_url", error))?;
    match has_tls && !url.is_https() {
        true => wrong("must begin with https://, because tls.certificate is set"),
        false => Ok(url),
    }
}

fn addresses(config: &Config, rocket: &rocket::Config) -> Result<Vec<Address>, ConfigError> {
    match config.listen.is_empty() {
        true => Ok(vec![Address::Tcp(SocketAddr::new(rocket.address, rocket.port))]),
        false => parsed("listen", &config.listen),
    }
}

fn parsed(setting: &str, addresses: &[String]) -> Result<Vec<Address>, ConfigError> {
    let parse = |address: &String| {
        address.parse().map_err(|error| ConfigError::new(setting, format!("{address:?} {error}")))
    };
    addresses.iter().map(parse).collect()
}

fn tls(tls: &config::Tls, public_url: &PublicUrl) -> Result<Option<TlsSettings>, ConfigError> {
    match (&tls.certificate, &tls.key) {
        (Some(certificate), Some(key)) => Ok(Some(TlsSettings {
            certificate: certificate.clone(),
            key: key.clone(),
            host: public_url.host().to_owned(),
        })),
        (Some(_), None) => Err(ConfigError::new("tls.key", "is needed with tls.certificate")),
        (None, Some(_)) => Err(ConfigError::new("tls.certificate", "is needed with tls.key")),
        (None, None) => Ok(None),
    }
}

fn redirects(tls: &config::Tls) -> Result<Vec<Address>, ConfigError> {
    if !tls.redirect_from.is_empty() && tls.certificate.is_none() {
        return Err(ConfigError::new("tls.redirect_from", "needs tls.certificate and tls.key"));
    }
    parsed("tls.redirect_from", &tls.redirect_from)
}

fn limits(
    connections: &config::Connections,
    rocket: &rocket::Config,
    proxies: &TrustedProxies,
) -> Result<Limits, ConfigError> {
    let seconds = |number: u32| Duration::from_secs(number.into());
    Ok(Limits {
        head_time: seconds(connections.head_seconds),
        head_size: connections.head_kib.kibibytes().as_u64() as usize,
        headers: connections.most_headers as usize,
        body_time: seconds(connections.body_seconds),
        body_size: usize::try_from(body::largest(&rocket.limits).as_u64()).unwrap_or(usize::MAX - 1),
        idle_time: seconds(connections.idle_seconds),
        stalled_time: seconds(connections.stalled_seconds),
        connections: connections.most as usize,
        connections_per_network: match rocket.ip_header.as_ref().filter(|_| proxies.is_empty()) {
            // All connections come from the proxy, so the setting has no effect and is not checked.
            Some(_) => None,
            None => {
                let most = connections.most_per_network;
                Bounds::from(1..=1_000_000).check("connections.most_per_network", most.into())?;
                Some(most as usize)
            }
        },
    })
}
