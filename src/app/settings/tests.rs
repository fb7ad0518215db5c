//! Bounds are enforced, and defaults depend on the machine.

use rocket::figment::Figment;
use rocket::figment::providers::Serialized;

use super::{Machine, Settings};
use crate::config::{Config, ConfigError, Setting};
use crate::domain::MAX_ACCESS_TOKEN_LIFETIME;

fn settings(config: &Config) -> Result<Settings, ConfigError> {
    behind(None, config)
}

/// `ip_header` is the header of a proxy, if there is one.
fn behind(ip_header: Option<&str>, config: &Config) -> Result<Settings, ConfigError> {
    let ip_header = ip_header.map(|name| name.to_owned().into());
    let rocket = rocket::Config { ip_header, ..rocket::Config::default() };
    on(None, &rocket, config)
}

/// `certificate_name` is the host in the certificate.
fn on(
    certificate_name: Option<&str>,
    rocket: &rocket::Config,
    config: &Config,
) -> Result<Settings, ConfigError> {
    let host_name = "desk.example.net".into();
    let certificate_name = certificate_name.map(str::to_owned);
    Settings::new(config, rocket, &Machine { host_name, cores: 6, certificate_name })
}

/// The error of a configuration in which one number differs from its default; empty if there is none.
fn error(key: &str, number: u64) -> String {
    let figment = Figment::from(Serialized::defaults(Config::default()));
    // `backup.every_hours` needs it.
    let figment = figment.merge(("backup.folder", "backups"));
    let config = figment.merge((key, number)).extract().expect("a number");
    settings(&config).err().map_or_else(String::new, |error| error.to_string())
}

#[test]
fn every_number_is_accepted_within_its_bounds_and_refused_beyond() {
    let mut ends = 0;
    for Setting { key, bounds, .. } in Config::settings() {
        let Some(bounds) = bounds else { continue };
        let told = format!("{key}: must be {bounds}");
        if let Some(least) = bounds.least {
            ends += 1;
            assert_eq!(error(&key, least), "");
            if let Some(below) = least.checked_sub(1) {
                assert_eq!(error(&key, below), told);
            }
        }
        if let Some(most) = bounds.most {
            ends += 1;
            assert_eq!(error(&key, most), "");
            assert_eq!(error(&key, most + 1), told);
        }
    }
    assert!(ends >= 35, "the test sees them: {ends}");
}

#[test]
fn the_connections_of_a_network_are_bounded_unless_all_come_from_a_proxy() {
    let told = "connections.most_per_network: must be from 1 to 1000000";
    assert_eq!(error("connections.most_per_network", 0), told);
    let mut config = Config::default();
    config.connections.most_per_network = 0;
    let settings = behind(Some("X-Real-IP"), &config).expect("settings");
    assert_eq!(settings.listener.limits.connections_per_network, None);
    // With their networks known, other connections have the limit.
    config.trusted_proxies = vec!["192.0.2.1".to_owned()];
    let refused = behind(Some("X-Real-IP"), &config).err().expect("an error");
    assert_eq!(refused.to_string(), told);
    config.connections.most_per_network = 7;
    let settings = behind(Some("X-Real-IP"), &config).expect("settings");
    assert_eq!(settings.listener.limits.connections_per_network, Some(7));
}

/// A replaced signing key is deleted when the last token that it may have signed has expired.
#[test]
fn an_access_token_can_be_set_to_live_no_longer_than_its_key() {
    let access = Config::settings().into_iter().find(|setting| setting.key == "tokens.access_minutes");
    let most = access.and_then(|setting| setting.bounds?.most).expect("a bound");
    assert_eq!(i64::try_from(most), Ok(MAX_ACCESS_TOKEN_LIFETIME.whole_minutes()));
}

#[test]
fn what_is_not_set_follows_from_the_machine_and_the_port() {
    let settings = settings(&Config::default()).expect("settings");
    assert_eq!((settings.hashing.wanted.workers, settings.hashing.wanted.cores), (None, 6));
    assert_eq!(settings.public_url.to_string(), "http://localhost:8000");
}

#[test]
fn with_a_certificate_the_url_is_https_at_its_host() {
    let mut config = Config::default();
    config.tls.certificate = Some("cert.pem".into());
    config.tls.key = Some("key.pem".into());
    let rocket = rocket::Config { port: 443, ..rocket::Config::default() };
    let url = |config: &Config, name| {
        on(name, &rocket, config).map_or_else(|error| error.to_string(), |read| read.public_url.to_string())
    };
    assert_eq!(url(&config, Some("id.example.com")), "https://id.example.com");
    assert_eq!(url(&config, None), "public_url: is needed: the certificate names no host");
    config.listen = vec!["unix:http.sock".into(), "[::1]:8443".into()];
    assert_eq!(url(&config, Some("id.example.com")), "https://id.example.com:8443");
    config.public_url = Some("https://desk.example.org".into());
    assert_eq!(url(&config, Some("id.example.com")), "https://desk.example.org");
    config.public_url = Some("http://desk.example.org".into());
    let told = "public_url: must begin with https://, because tls.certificate is set";
    assert_eq!(url(&config, None), told);
}

#[test]
fn what_needs_another_setting_says_so() {
    let told = |change: fn(&mut Config)| {
        let mut config = Config::default();
        change(&mut config);
        settings(&config).err().map_or_else(String::new, |error| error.to_string())
    };
    for (change, expected) in [
        (
            (|config| config.tls.certificate = Some("cert.pem".into())) as fn(&mut Config),
            "public_url: is needed: the certificate names no host",
        ),
        (|config| config.tls.key = Some("key.pem".into()), "tls.certificate: is needed with tls.key"),
        (
            |config| config.tls.redirect_from = vec!["0.0.0.0:80".into()],
            "tls.redirect_from: needs tls.certificate and tls.key",
        ),
        (
            |config| config.proxy_protocol = true,
            "proxy_protocol: needs trusted_proxies: the networks of the proxies",
        ),
        (
            |config| config.trusted_proxies = vec!["0.0.0.0/0".into()],
            "trusted_proxies: \"0.0.0.0/0\" must be a network such as 10.0.0.0/8 or 2001:db8::/32, or one address, \
             and not all addresses",
        ),
        (
            |config| config.listen = vec!["localhost:8000".into()],
            "listen: \"localhost:8000\" must be IP:PORT, as 127.0.0.1:8000 or [::1]:8000, or unix:PATH",
        ),
    ] {
        assert_eq!(told(change), expected);
    }
}
