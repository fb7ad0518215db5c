//! The messages in one language.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, PatternElement};
use unic_langid::LanguageIdentifier;

use super::language_name::LanguageName;
use super::numbers::{NumberSigns, formatter, with_signs};
use super::sources::{LocaleError, Source};
use crate::domain::Language;

pub(super) struct Translation {
    language: Language,
    /// In the language itself.
    name: String,
    direction: &'static str,
    numbers: NumberSigns,
    bundle: FluentBundle<FluentResource>,
    /// The messages without variables, which are most of them: these need no formatting.
    fixed: HashMap<String, String>,
}

impl Translation {
    pub fn new(language: Language, sources: Vec<Source>) -> Result<Self, LocaleError> {
        let id: LanguageIdentifier =
            language.tag().parse().map_err(|_| LocaleError::NoLanguage(language.to_string()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // In HTML, `dir` and `<bdi>` do it. Isolates would get into subjects, links and what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatter));
        let mut fixed = HashMap::new();
        for source in sources {
            let resource = parse(source)?;
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                let key = message.id.name.to_owned();
                match message.value.as_ref().map(|pattern| pattern.elements.as_slice()) {
                    Some([PatternElement::TextElement { value }]) => fixed.insert(key, (*value).to_owned()),
                    _ => fixed.remove(&key),
                };
            }
            bundle.add_resource_overriding(resource);
        }
        let mut translation = Self {
            name: language.to_string(),
            language,
            direction: "ltr",
            numbers: NumberSigns::default(),
            bundle,
            fixed,
        };
        translation.describe();
        Ok(translation)
    }

    /// Reads what the files say about the language itself.
    fn describe(&mut self) {
        if let Some(name) = self.format("language-name", None) {
            self.name = name;
        }
        if self.format("language-direction", None).as_deref() == Some("rtl") {
            self.direction = "rtl";
        }
        let sign = |key: &str| self.format(key, None).and_then(|text| text.chars().next());
        let NumberSigns { group, group_from, decimal } = NumberSigns::default();
        let from = self.format("number-group-from", None).and_then(|text| text.parse().ok());
        self.numbers = NumberSigns {
            group: sign("number-group").unwrap_or(group),
            group_from: from.unwrap_or(group_from),
            decimal: sign("number-decimal").unwrap_or(decimal),
        };
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
        if let Some(text) = self.fixed.get(key) {
            return Some(text.clone());
        }
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = with_signs(self.numbers, || {
            self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned()
        });
        errors.is_empty().then_some(text)
    }
}

/// The messages of a file.
pub(super) fn parse(source: Source) -> Result<FluentResource, LocaleError> {
    let Source { path, text } = source;
    FluentResource::try_new(text).map_err(|(resource, errors)| {
        let (position, reason) =
            errors.first().map_or((0, String::new()), |error| (error.pos.start, error.kind.to_string()));
        let line = 1 + resource.source().bytes().take(position).filter(|byte| *byte == b'\n').count();
        LocaleError::Invalid { path, line, reason }
    })
}
