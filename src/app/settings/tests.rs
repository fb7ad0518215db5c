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
    Settings::new(config, &rocket, &Machine { host_name: "desk.example.net".into(), cores: 6 })
}

/// The error of a configuration in which one number differs from its default; empty if there is none.
fn error(key: &str, number: u64) -> String {
    let figment = Figment::from(Serialized::defaults(Config::default()));
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
    assert_eq!(settings.hashing.workers, 6);
    assert_eq!(settings.public_url.to_string(), "http://localhost:8000");
}
