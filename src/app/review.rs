//! Renders every page and every mail in every language, with sample values.

use super::build::Parts;
use super::settings::Settings;
use crate::config::ConfigError;
use crate::{api, locale};

/// What was rendered, and what is wrong with it.
pub struct TemplateReview {
    pub pages: usize,
    pub mails: usize,
    pub languages: usize,
    /// One line each.
    pub mistakes: Vec<String>,
}

/// # Errors
///
/// If a file of `locales_dir` cannot be read.
pub fn review_templates(settings: &Settings, parts: &Parts) -> Result<TemplateReview, ConfigError> {
    let mut mistakes = locale::review(settings.locales_dir.as_deref())
        .map_err(|error| ConfigError::new("locales_dir", error))?;
    let rules = api::NewAccountRules {
        minimum_password_length: settings.accounts.password_policy.minimum_length,
        are_terms_required: settings.accounts.are_terms_required,
    };
    let description = api::describe(&settings.public_url, rules);
    let description = serde_json::to_value(&description).unwrap_or_default();
    let web = &parts.frontends.web;
    let languages: Vec<_> =
        web.catalogue.languages().filter_map(|name| web.catalogue.find(name.tag)).collect();
    let (mut pages, mut mails) = (0, 0);
    for language in &languages {
        let (count, found) = web.render_samples(language, &description);
        pages = count;
        mistakes.extend(found);
        let (count, found) = parts.mailer.render_samples(language);
        mails = count;
        mistakes.extend(found);
    }
    Ok(TemplateReview { pages, mails, languages: languages.len(), mistakes })
}
