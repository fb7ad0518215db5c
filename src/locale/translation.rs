//! One language of the catalogue.

use std::sync::LazyLock;

use fluent_bundle::FluentArgs;
use unic_langid::LanguageIdentifier;

use super::language_name::LanguageName;
use super::messages::Messages;
use super::sources::{LocaleError, Source};
use crate::domain::Language;

pub(super) struct Translation {
    language: Language,
    /// In the language itself.
    name: String,
    direction: &'static str,
    messages: LazyLock<Messages, Box<dyn FnOnce() -> Messages + Send>>,
}

impl Translation {
    /// Parses the files of the operator now, and built-in ones when a text is first needed: most servers speak few of
    /// the languages, and parsing them all would be a third of the start.
    pub fn new(language: Language, sources: Vec<Source>) -> Result<Self, LocaleError> {
        let id: LanguageIdentifier =
            language.tag().parse().map_err(|_| LocaleError::NoLanguage(language.to_string()))?;
        if sources.iter().any(|source| !source.is_built_in) {
            let messages = Messages::parse(id, sources)?;
            let (name, direction) = describe(&language, &messages);
            return Ok(Self { language, name, direction, messages: LazyLock::new(Box::new(|| messages)) });
        }
        let itself = sources.iter().filter(|source| source.describes_language()).cloned().collect();
        let (name, direction) = describe(&language, &Messages::parse(id.clone(), itself)?);
        let parse = move || {
            Messages::parse(id.clone(), sources).unwrap_or_else(|error| {
                tracing::error!("{error}");
                Messages::none(id)
            })
        };
        Ok(Self { language, name, direction, messages: LazyLock::new(Box::new(parse)) })
    }

    pub fn tag(&self) -> &str {
        self.language.tag()
    }

    pub fn as_name(&self) -> LanguageName<'_> {
        LanguageName { tag: self.tag(), name: &self.name, dir: self.direction }
    }

    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The text of a message; `None` if this language does not have it, or if a variable is missing.
    pub fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        self.messages.format(key, arguments)
    }
}

/// The name of a language and its direction.
fn describe(language: &Language, messages: &Messages) -> (String, &'static str) {
    let name = messages.format("language-name", None).unwrap_or_else(|| language.to_string());
    let direction = match messages.format("language-direction", None).as_deref() {
        Some("rtl") => "rtl",
        _ => "ltr",
    };
    (name, direction)
}
