//! The settings of the flows.

use time::Duration;

use super::rate_limits::rate_limits;
use crate::accounts::{SessionLimits, Settings, Verification};
use crate::config::{self, Config, ConfigError};
use crate::domain::{PasswordPolicy, PublicUrl};

pub fn accounts(config: &Config, public_url: &PublicUrl) -> Result<Settings, ConfigError> {
    let Config { sessions, rate_limits: limits, .. } = config;
    if config.signup.require_terms && config.site.terms_url.is_none() {
        return Err(ConfigError::new("signup.require_terms", "needs site.terms_url"));
    }
    Ok(Settings {
        password_policy: PasswordPolicy::new(
            config.passwords.minimum_length,
            &config.site.name,
            public_url.host(),
        ),
        session_limits: SessionLimits {
            idle: Duration::hours(sessions.idle_hours.into()),
            absolute: Duration::days(sessions.absolute_days.into()),
        },
        rate_limits: rate_limits(limits),
        max_failures: limits.most_failures.into(),
        deleted_after: Duration::days(config.closing.deleted_after_days.into()),
        events_kept: Duration::days(config.events.kept_days.into()),
        verification: verification(&config.verification),
        is_sign_up_private: config.signup.private,
        are_terms_required: config.signup.require_terms,
        has_names: config.profile.name == config::NameField::Optional,
        mail_retry: Duration::seconds(config.mail.retry_seconds.into()),
    })
}

fn verification(verification: &config::Verification) -> Verification {
    match verification.required {
        true => Verification::Required { grace: Duration::hours(verification.grace_hours.into()) },
        false => Verification::Optional,
    }
}
