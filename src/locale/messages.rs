//! The messages of one language, parsed.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, PatternElement};
use unic_langid::LanguageIdentifier;

use super::numbers::{NumberSigns, formatter, with_signs};
use super::sources::{LocaleError, Source};

pub(super) struct Messages {
    numbers: NumberSigns,
    bundle: FluentBundle<FluentResource>,
    /// The messages without variables, which are most of them: these need no formatting.
    fixed: HashMap<String, String>,
}

impl Messages {
    /// Of several messages with one key, the last replaces the others.
    pub fn parse(language: LanguageIdentifier, sources: Vec<Source>) -> Result<Self, LocaleError> {
        let mut messages = Self::none(language);
        for source in sources {
            let resource = parse(source)?;
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                let key = message.id.name.to_owned();
                match message.value.as_ref().map(|pattern| pattern.elements.as_slice()) {
                    Some([PatternElement::TextElement { value }]) => {
                        messages.fixed.insert(key, (*value).to_owned())
                    }
                    _ => messages.fixed.remove(&key),
                };
            }
            messages.bundle.add_resource_overriding(resource);
        }
        messages.numbers = messages.number_signs();
        Ok(messages)
    }

    pub fn none(language: LanguageIdentifier) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // In HTML, `dir` and `<bdi>` do it. Isolates would get into subjects, links and what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatter));
        Self { numbers: NumberSigns::default(), bundle, fixed: HashMap::new() }
    }

    fn number_signs(&self) -> NumberSigns {
        let sign = |key: &str| self.format(key, None).and_then(|text| text.chars().next());
        let NumberSigns { group, group_from, decimal } = NumberSigns::default();
        let from = self.format("number-group-from", None).and_then(|text| text.parse().ok());
        NumberSigns {
            group: sign("number-group").unwrap_or(group),
            group_from: from.unwrap_or(group_from),
            decimal: sign("number-decimal").unwrap_or(decimal),
        }
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
    let Source { path, text, .. } = source;
    FluentResource::try_new(text.into_owned()).map_err(|(resource, errors)| {
        let (position, reason) =
            errors.first().map_or((0, String::new()), |error| (error.pos.start, error.kind.to_string()));
        let line = 1 + resource.source().bytes().take(position).filter(|byte| *byte == b'\n').count();
        LocaleError::Invalid { path, line, reason }
    })
}
