//! The transport of mail, and its sender.

use super::Machine;
use crate::config::{Config, ConfigError, Secret, Transport};
use crate::domain::{PublicUrl, Theme};
use crate::mail::{HelloName, InvalidHelloName, InvalidSender, InvalidSmtpUrl};
use crate::mail::{Sender, Settings, TransportSettings};

pub fn mail(config: &Config, public_url: &PublicUrl, machine: &Machine) -> Result<Settings, ConfigError> {
    let hello_name = hello_name(config, public_url, machine)
        .map_err(|error| ConfigError::new("mail.hello_name", error))?;
    let transport = match (config.mail.transport, &config.mail.smtp_url) {
        (Transport::File, _) => TransportSettings::File(config.data_dir.join("mail")),
        (Transport::Smtp, Some(Secret(url))) => {
            let server =
                url.parse().map_err(|error: InvalidSmtpUrl| ConfigError::new("mail.smtp_url", error))?;
            TransportSettings::Smtp { server, hello_name }
        }
        (Transport::Smtp, None) => {
            let reason =
                "is needed with mail.transport = smtp, as smtp://USER:PASSWORD@HOST:PORT?tls=required";
            return Err(ConfigError::new("mail.smtp_url", reason));
        }
    };
    Ok(Settings {
        public_url: public_url.clone(),
        site_name: config.site.name.clone(),
        support_email: config.site.support_email.clone(),
        logo_path: None,
        theme: Theme::default(),
        from: sender(config, public_url).map_err(|error| ConfigError::new("mail.from", error))?,
        transport,
    })
}

/// Some hosts, such as an IPv6 address, cannot be the host of a mail address.
fn sender(config: &Config, public_url: &PublicUrl) -> Result<Sender, InvalidSender> {
    let parse = |text: &str| Sender::parse(text, &config.site.name);
    match &config.mail.from {
        Some(from) => parse(from),
        None => parse(&format!("no-reply@{}", public_url.host())).or_else(|_| parse("no-reply@localhost")),
    }
}

fn hello_name(
    config: &Config,
    public_url: &PublicUrl,
    machine: &Machine,
) -> Result<HelloName, InvalidHelloName> {
    match &config.mail.hello_name {
        Some(name) => name.parse(),
        None => Ok(HelloName::of_hosts([public_url.host(), machine.host_name.as_str()])),
    }
}
