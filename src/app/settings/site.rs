//! The name of the site, and its appearance.

use std::path::PathBuf;

use crate::config::{self, ConfigError};
use crate::domain::{Accent, EmailAddress, InvalidAccent, PageLink, Theme};
use crate::web::CookieName;

/// The operator's name, texts and logo.
pub struct Site {
    pub name: String,
    pub tagline: Option<String>,
    pub support_email: Option<String>,
    pub terms_url: Option<PageLink>,
    pub privacy_url: Option<PageLink>,
    /// A tag, which the catalogue may not have.
    pub language: String,
    /// Files, of which nothing is known yet.
    pub logo: Option<PathBuf>,
    pub logo_shows_name: bool,
    pub favicon: Option<PathBuf>,
    pub font: Option<PathBuf>,
    pub css: Option<PathBuf>,
    /// The colours that follow from the operator's.
    pub theme: Option<Theme>,
}

pub fn site(site: &config::Site) -> Result<Site, ConfigError> {
    if site.name.trim().is_empty() {
        return Err(ConfigError::new("site.name", "must not be empty"));
    }
    if site.name.chars().any(char::is_control) {
        return Err(ConfigError::new("site.name", "must be one line: it stands in the subjects of mails"));
    }
    if site.support_email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
        return Err(ConfigError::new("site.support_email", "must be an email address"));
    }
    let accent = site.accent.as_deref().map(str::parse::<Accent>).transpose();
    let accent = accent.map_err(|error: InvalidAccent| ConfigError::new("site.accent", error))?;
    let terms_url = page_link("site.terms_url", site.terms_url.as_deref())?;
    let privacy_url = page_link("site.privacy_url", site.privacy_url.as_deref())?;
    let config::Site {
        name,
        tagline,
        support_email,
        language,
        logo,
        logo_shows_name,
        favicon,
        font,
        css,
        ..
    } = site.clone();
    let theme = accent.map(Theme::of);
    Ok(Site {
        name,
        tagline,
        support_email,
        terms_url,
        privacy_url,
        language,
        logo,
        logo_shows_name,
        favicon,
        font,
        css,
        theme,
    })
}

fn page_link(setting: &str, link: Option<&str>) -> Result<Option<PageLink>, ConfigError> {
    let parse = |link| {
        let unusable = "must be a URL that begins with http:// or https://, or a path that begins with /";
        PageLink::parse(link).ok_or_else(|| ConfigError::new(setting, unusable))
    };
    link.map(parse).transpose()
}

pub fn cookie_name(sessions: &config::Sessions) -> Result<CookieName, ConfigError> {
    sessions.cookie_name.parse().map_err(|error| ConfigError::new("sessions.cookie_name", error))
}
