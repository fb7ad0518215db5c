//! How mail leaves, and who it is from.

use crate::config::{Config, ConfigError, Secret};
use crate::domain::PublicUrl;
use crate::mail::{
    self, HelloName, InvalidHelloName, InvalidSender, InvalidSmtpUrl, Sender, TransportSettings,
};

pub fn mail(config: &Config, public_url: &PublicUrl) -> Result<mail::Settings, ConfigError> {
    let hello_name =
        hello_name(config, public_url).map_err(|error| ConfigError::new("mail.hello_name", error))?;
    let transport = match (config.mail.transport.as_str(), &config.mail.smtp_url) {
        ("file", _) => TransportSettings::File(config.data_dir.0.join("mail")),
        ("smtp", Some(Secret(url))) => {
            let server =
                url.parse().map_err(|error: InvalidSmtpUrl| ConfigError::new("mail.smtp_url", error))?;
            TransportSettings::Smtp { server, hello_name }
        }
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

fn hello_name(config: &Config, public_url: &PublicUrl) -> Result<HelloName, InvalidHelloName> {
    let Some(name) = &config.mail.hello_name else {
        let machine = sysinfo::System::host_name().unwrap_or_default();
        return Ok(HelloName::of_hosts([public_url.host(), machine.as_str()]));
    };
    name.parse()
}
