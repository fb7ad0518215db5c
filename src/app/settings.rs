//! From what an operator wrote to what each part takes: every setting checked, each mistake named by its key.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use rocket::figment::Figment;

use crate::accounts::{self, RateLimit, RateLimits, SessionLimits, Verification};
use crate::api;
use crate::config::{self, Config, ConfigError, Secret};
use crate::domain::{EmailAddress, LONGEST_ACCESS, PasswordPolicy, PublicUrl, SigningAlgorithm};
use crate::http::AllowedOrigins;
use crate::mail::{self, InvalidSender, InvalidSmtpUrl, Mailer, Sender, TransportSettings};
use crate::password_hashing::{self, EngineChoice, InvalidParameters, Parameters, Pepper, Peppers};
use crate::storage::DatabaseUrl;
use crate::templates::Templates;
use crate::token_signing;
use crate::web;

/// Each is a thread with memory of its own; a machine with more cores than this has not been seen.
const MOST_WORKERS: usize = 1_024;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

/// All settings, in the terms of the parts that they are for.
pub struct Settings {
    pub data_dir: PathBuf,
    pub database_url: DatabaseUrl,
    pub connections: u32,
    pub hashing: password_hashing::Settings,
    pub signing: token_signing::Settings,
    pub mailer: Mailer,
    pub accounts: accounts::Settings,
    pub doors: Doors,
}

/// What is on the server: where it is for those who use it, the pages, and the API.
pub struct Doors {
    pub public_url: PublicUrl,
    pub web: web::Settings,
    pub api: api::Settings,
}

impl Settings {
    pub fn read(figment: &Figment, config: &Config) -> Result<Self, ConfigError> {
        let public_url = public_url(figment, config)?;
        let template_error = |error| ConfigError::new("templates_dir", error);
        let templates = Templates::load(config.templates_dir.as_deref()).map_err(template_error)?;
        Ok(Self {
            data_dir: config.data_dir.0.clone(),
            database_url: database_url(config)?,
            connections: within("database.connections", config.database.connections, 1..=1_000)?,
            hashing: hashing(&config.hashing)?,
            signing: signing(&config.tokens, &public_url)?,
            accounts: accounts::Settings {
                password_policy: password_policy(config)?,
                session_limits: session_limits(&config.sessions)?,
                rate_limits: rate_limits(&config.rate_limits)?,
                most_failures: within(
                    "rate_limits.most_failures",
                    config.rate_limits.most_failures,
                    1..=100,
                )?
                .into(),
                deleted_after: deleted_after(&config.closing)?,
                verification: verification(&config.verification)?,
                is_sign_up_private: config.signup.private,
                mail_retry: time::Duration::seconds(
                    within("mail.retry_seconds", config.mail.retry_seconds, 1..=3_600)?.into(),
                ),
            },
            mailer: Mailer::new(mail(config, &public_url)?, &templates).map_err(template_error)?,
            doors: Doors {
                public_url,
                web: web::Settings {
                    site: site(&config.site)?,
                    templates: web::PageTemplates::new(&templates).map_err(template_error)?,
                },
                api: api::Settings {
                    allowed_origins: AllowedOrigins::new(&config.api.allowed_origins)
                        .map_err(|error| ConfigError::new("api.allowed_origins", error))?,
                },
            },
        })
    }
}

fn database_url(config: &Config) -> Result<DatabaseUrl, ConfigError> {
    match &config.database_url {
        Some(url) => url.parse().map_err(|error| ConfigError::new("database_url", error)),
        None => Ok(DatabaseUrl::sqlite(&config.data_dir.0.join("frontdesk.db"))),
    }
}

fn public_url(figment: &Figment, config: &Config) -> Result<PublicUrl, ConfigError> {
    let url = match &config.public_url {
        Some(url) => url.clone(),
        None => {
            let port = figment.extract_inner("port").unwrap_or(rocket::Config::default().port);
            format!("http://localhost:{port}")
        }
    };
    url.parse().map_err(|error| ConfigError::new("public_url", error))
}

fn site(site: &config::Site) -> Result<web::Site, ConfigError> {
    if site.name.trim().is_empty() {
        return Err(ConfigError::new("site.name", "must not be empty"));
    }
    if site.name.chars().any(char::is_control) {
        return Err(ConfigError::new("site.name", "must be one line: it stands in the subjects of mails"));
    }
    if site.support_email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
        return Err(ConfigError::new("site.support_email", "must be an email address"));
    }
    web::Site::new(site.name.clone(), site.tagline.clone(), site.support_email.clone(), site.logo.as_deref())
        .map_err(|error| ConfigError::new("site.logo", error))
}

fn password_policy(config: &Config) -> Result<PasswordPolicy, ConfigError> {
    let minimum_length = config.passwords.minimum_length;
    if !(8..=64).contains(&minimum_length) {
        return Err(ConfigError::new("passwords.minimum_length", "must be from 8 to 64 (NIST SP 800-63B-4)"));
    }
    Ok(PasswordPolicy { minimum_length, site_name: config.site.name.clone() })
}

/// A year is more than any session should last.
fn session_limits(sessions: &config::Sessions) -> Result<SessionLimits, ConfigError> {
    let idle = within("sessions.idle_hours", sessions.idle_hours, 1..=8_784)?;
    let absolute = within("sessions.absolute_days", sessions.absolute_days, 1..=366)?;
    Ok(SessionLimits {
        idle: time::Duration::hours(idle.into()),
        absolute: time::Duration::days(absolute.into()),
    })
}

fn verification(verification: &config::Verification) -> Result<Verification, ConfigError> {
    let hours = within("verification.grace_hours", verification.grace_hours, 0..=8_784)?;
    Ok(match verification.required {
        true => Verification::Required { grace: time::Duration::hours(hours.into()) },
        false => Verification::Optional,
    })
}

fn mail(config: &Config, public_url: &PublicUrl) -> Result<mail::Settings, ConfigError> {
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

fn deleted_after(closing: &config::Closing) -> Result<time::Duration, ConfigError> {
    let days = within("closing.deleted_after_days", closing.deleted_after_days, 1..=366)?;
    Ok(time::Duration::days(days.into()))
}

fn hashing(hashing: &config::Hashing) -> Result<password_hashing::Settings, ConfigError> {
    let parameters = Parameters::new(hashing.memory_kib, hashing.passes, hashing.lanes).map_err(|error| {
        let key = match error {
            InvalidParameters::Memory => "hashing.memory_kib",
            InvalidParameters::Passes => "hashing.passes",
            InvalidParameters::Lanes => "hashing.lanes",
        };
        ConfigError::new(key, error)
    })?;
    let workers = match hashing.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers if workers <= MOST_WORKERS => workers,
        _ => return Err(ConfigError::new("hashing.workers", format!("must be at most {MOST_WORKERS}"))),
    };
    let engine = match hashing.engine.as_str() {
        "auto" => EngineChoice::Auto,
        "reference" => EngineChoice::Reference,
        _ => return Err(ConfigError::new("hashing.engine", "must be auto or reference")),
    };
    Ok(password_hashing::Settings {
        parameters,
        engine,
        peppers: Peppers {
            current: pepper("hashing.pepper", hashing.pepper.as_ref())?,
            previous: pepper("hashing.previous_pepper", hashing.previous_pepper.as_ref())?,
        },
        workers,
        queue_depth: hashing.queue_depth,
        longest_wait: Duration::from_millis(hashing.longest_wait_ms),
    })
}

fn pepper(key: &str, secret: Option<&Secret>) -> Result<Option<Pepper>, ConfigError> {
    secret.map(|Secret(text)| Pepper::new(text)).transpose().map_err(|error| ConfigError::new(key, error))
}

fn signing(tokens: &config::Tokens, public_url: &PublicUrl) -> Result<token_signing::Settings, ConfigError> {
    let algorithm = SigningAlgorithm::from_name(&tokens.algorithm)
        .ok_or_else(|| ConfigError::new("tokens.algorithm", "must be EdDSA or ES256"))?;
    let longest = u32::try_from(LONGEST_ACCESS.whole_minutes()).unwrap_or(u32::MAX);
    let minutes = within("tokens.access_minutes", tokens.access_minutes, 1..=longest)?;
    let audience = tokens.audience.clone().unwrap_or_else(|| public_url.to_string());
    if audience.trim().is_empty() {
        return Err(ConfigError::new("tokens.audience", "must not be empty"));
    }
    Ok(token_signing::Settings {
        issuer: public_url.to_string(),
        audience,
        life: time::Duration::minutes(minutes.into()),
        algorithm,
    })
}

fn rate_limits(limits: &config::RateLimits) -> Result<Option<RateLimits>, ConfigError> {
    let client = RateLimit {
        burst: positive("rate_limits.client_burst", limits.client_burst)?,
        refill: MINUTE / positive("rate_limits.client_per_minute", limits.client_per_minute)?.get(),
    };
    let address = RateLimit {
        burst: positive("rate_limits.address_burst", limits.address_burst)?,
        refill: MINUTE / positive("rate_limits.address_per_minute", limits.address_per_minute)?.get(),
    };
    let mail = RateLimit {
        burst: positive("rate_limits.mail_burst", limits.mail_burst)?,
        refill: HOUR / positive("rate_limits.mail_per_hour", limits.mail_per_hour)?.get(),
    };
    Ok(limits.enabled.then_some(RateLimits { client, address, mail }))
}

fn positive(key: &str, number: u32) -> Result<NonZeroU32, ConfigError> {
    NonZeroU32::new(number).ok_or_else(|| ConfigError::new(key, "must be at least 1"))
}

fn within(key: &str, number: u32, bounds: RangeInclusive<u32>) -> Result<u32, ConfigError> {
    match bounds.contains(&number) {
        true => Ok(number),
        false => {
            let reason = format!("must be from {} to {}", bounds.start(), bounds.end());
            Err(ConfigError::new(key, reason))
        }
    }
}
