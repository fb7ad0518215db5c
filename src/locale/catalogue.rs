//! All languages, and which one a text is in.

use std::cell::Cell;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::escape::escape;
use super::language_name::LanguageName;
use super::message::{Argument, Message};
use super::negotiation::preferred;
use super::sources::{self, LocaleError, Sources};
use super::translation::Translation;
use crate::domain::Language;
use fluent_bundle::{FluentArgs, FluentValue};
use time::OffsetDateTime;

/// The language that has every message.
pub(super) const ENGLISH: &str = "en";

/// Every message in every language. Clones share the messages.
#[derive(Clone)]
pub struct Catalogue(Arc<Languages>);

struct Languages {
    translations: Vec<Translation>,
    /// For each language the options of the language menu, as HTML. They are the same on every page.
    menus: Vec<String>,
    /// The position of the site's own language.
    own: usize,
    english: usize,
}

thread_local! {
    /// The position of the language that this thread renders in; see [`Catalogue::speak`].
    static SPOKEN: Cell<Option<usize>> = const { Cell::new(None) };
    /// The time of the page that this thread renders; see [`Catalogue::speak_at`].
    static NOW: Cell<Option<OffsetDateTime>> = const { Cell::new(None) };
}

impl Catalogue {
    /// Reads the built-in messages, and those of `folder`, which replace them. `own` is the tag of the site's language.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or parsed, or there is no language `own`.
    pub fn load(folder: Option<&Path>, own: &str) -> Result<Self, LocaleError> {
        Self::of(sources::read(folder)?, own)
    }

    fn of(sources: Sources, own: &str) -> Result<Self, LocaleError> {
        let mut translations = Vec::new();
        for (tag, files) in sources {
            let language = Language::parse(&tag).ok_or(LocaleError::NoLanguage(tag))?;
            translations.push(Translation::new(language, files)?);
        }
        let find = |tag: &str| {
            let found = translations.iter().position(|one| one.tag().eq_ignore_ascii_case(tag));
            found.ok_or_else(|| LocaleError::Unknown(tag.to_owned()))
        };
        let (own, english) = (find(own)?, find(ENGLISH)?);
        let menus = translations.iter().map(|chosen| menu(&translations, chosen.tag())).collect();
        Ok(Self(Arc::new(Languages { translations, menus, own, english })))
    }

    /// The languages, in the order of their tags.
    pub fn languages(&self) -> impl Iterator<Item = LanguageName<'_>> {
        self.0.translations.iter().map(Translation::as_name)
    }

    /// The language with this tag, if the catalogue has it.
    pub fn find(&self, tag: &str) -> Option<Language> {
        let found = self.0.translations.iter().find(|one| one.tag().eq_ignore_ascii_case(tag));
        found.map(|one| one.language().clone())
    }

    /// The language that the header `Accept-Language` prefers, if the catalogue has one of its.
    pub fn negotiate(&self, header: &str) -> Option<Language> {
        preferred(&self.0.translations, header).map(|found| self.0.translations[found].language().clone())
    }

    /// The language that a text will be in: this one, or the site's own if the catalogue no longer has it.
    pub fn name(&self, language: Option<&Language>) -> LanguageName<'_> {
        self.0.translations[self.position(language)].as_name()
    }

    fn position(&self, language: Option<&Language>) -> usize {
        let wanted = |one: &Translation| Some(one.language()) == language;
        self.0.translations.iter().position(wanted).unwrap_or(self.0.own)
    }

    /// Renders templates in a language, which the functions `t`, `html` and `date_time` use. A template's functions do
    /// not see its values, so the language belongs to the thread for as long as `render` runs.
    pub fn speak<T>(&self, language: Option<&Language>, render: impl FnOnce() -> T) -> T {
        let before = SPOKEN.replace(Some(self.position(language)));
        let rendered = render();
        SPOKEN.set(before);
        rendered
    }

    /// The same for a page, on which `time_ago` says how long before `now` something was.
    pub fn speak_at<T>(
        &self,
        now: OffsetDateTime,
        language: Option<&Language>,
        render: impl FnOnce() -> T,
    ) -> T {
        let before = NOW.replace(Some(now));
        let rendered = self.speak(language, render);
        NOW.set(before);
        rendered
    }

    /// The time of the page that this thread renders.
    pub(super) fn now() -> Option<OffsetDateTime> {
        NOW.get()
    }

    /// The text of a message in a language.
    pub fn text(&self, language: Option<&Language>, message: &Message) -> Option<String> {
        let mut arguments = FluentArgs::new();
        for (name, value) in &message.arguments {
            arguments.set(*name, fluent(value));
        }
        self.format(self.position(language), message.key(), &arguments)
    }

    /// The language that is spoken.
    pub fn spoken_name(&self) -> LanguageName<'_> {
        self.0.translations[SPOKEN.get().unwrap_or(self.0.own)].as_name()
    }

    /// The options of the language menu, with the spoken language selected; empty if there is no choice.
    pub(super) fn spoken_menu(&self) -> String {
        let menu = self.0.menus.get(SPOKEN.get().unwrap_or(self.0.own));
        menu.filter(|_| self.0.translations.len() > 1).cloned().unwrap_or_default()
    }

    /// The text of a message in the language that is spoken.
    pub(super) fn spoken(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        self.format(SPOKEN.get().unwrap_or(self.0.own), key, arguments)
    }

    /// A language that lacks a message says it in English.
    fn format(&self, position: usize, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let Languages { translations, english, .. } = &*self.0;
        let in_language = |position: usize| translations.get(position)?.format(key, Some(arguments));
        in_language(position).or_else(|| in_language(*english))
    }
}

fn menu(translations: &[Translation], chosen: &str) -> String {
    let option = |LanguageName { tag, name, .. }: LanguageName<'_>| {
        let selected = if tag == chosen { " selected" } else { "" };
        let name = escape(name);
        format!("\n      <option value=\"{tag}\" lang=\"{tag}\"{selected}>{name}</option>")
    };
    translations.iter().map(|one| option(one.as_name())).collect()
}

fn fluent(value: &Argument) -> FluentValue<'_> {
    match value {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Text(text) => FluentValue::from(text.as_str()),
    }
}

/// The built-in English text of a message, for programs: what operators change is for people.
pub fn english(message: &Message) -> String {
    static BUILT_IN: LazyLock<Option<Catalogue>> = LazyLock::new(|| {
        let mut sources = sources::read(None).ok()?;
        sources.retain(|tag, _| tag == ENGLISH);
        Catalogue::of(sources, ENGLISH).ok()
    });
    let text = BUILT_IN.as_ref().and_then(|catalogue| catalogue.text(None, message));
    text.unwrap_or_else(|| message.key().to_owned())
}
