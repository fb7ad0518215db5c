//! How mail leaves, and who it is from.

use crate::config::{Config, ConfigError, Secret};
use crate::domain::PublicUrl;
use crate::mail::{self, InvalidSender, InvalidSmtpUrl, Sender, TransportSettings};

pub fn mail(config: &Config, public_url: &PublicUrl) -> Result<mail::Settings, ConfigError> {
    let transport = match (config.mail.transport.as_str(), &config.mail.smtp_url) {
        ("file", _) => TransportSettings::File(config.data_dir.0.join("mail")),
        ("smtp", Some(Secret(url))) => TransportSettings::Smtp(
            url.parse().map_err(|error: InvalidSmtpUrl| ConfigError::new("mail.smtp_url", error))?,
        ),
        ("smtp", None) => {
            let reason =
                "is needed with mail.transport = smtp, as smtp://USER:PASSWORD@HOST:PORT?tls=required";
            return Err(ConfigError::new("mail.smtp_url", reason));
        }
        _ => return Err(ConfigError::new("mail.transport", "must be file or smtp")),
    };
    Ok(mail::Settings {
        public_url: public_url.clone(),
        site_name: config.site.name.clone(),
        support_email: config.site.support_email.clone(),
        from: sender(config, public_url).map_err(|error| ConfigError::new("mail.from", error))?,
        transport,
    })
}

/// Not every host can stand in an address: one in numbers of IPv6 cannot.
fn sender(config: &Config, public_url: &PublicUrl) -> Result<Sender, InvalidSender> {
    let parse = |text: &str| Sender::parse(text, &config.site.name);
    match &config.mail.from {
        Some(from) => parse(from),
        None => parse(&format!("no-reply@{}", public_url.host())).or_else(|_| parse("no-reply@localhost")),
    }
}
