//! The tables of `docs/CONFIGURATION.md` match the fields of the settings. `FRONTDESK_BLESS=1` writes them.

use frontdesk::config::{Config, Setting, is_secret};
use regex::{Captures, Regex};
use serde_json::{Value, json};

use crate::harness::GeneratedDocument;

/// Names the content of a table: settings, and sections for all settings in them.
const BEGIN: &str = "<!-- settings: ";
const END: &str = "<!-- end of settings -->";

/// The text with thousands separators: `1,000,000`.
fn grouped(text: &str) -> String {
    let number = |digits: &Captures| {
        let digits = digits[0].as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
        digits.collect::<Vec<_>>().join(",")
    };
    Regex::new("[0-9]{4,}").expect("a pattern").replace_all(text, number).into_owned()
}

fn default(key: &str) -> String {
    let defaults = serde_json::to_value(Config::default()).expect("settings");
    match defaults.pointer(&format!("/{}", key.replace('.', "/"))).expect("a default") {
        Value::Null => "—".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn row(Setting { key, takes, bounds, description }: &Setting) -> String {
    let variable = format!("FRONTDESK_{}", key.to_uppercase().replace('.', "__"));
    let bounds = bounds.map(|bounds| format!(", {}", grouped(&bounds.to_string()))).unwrap_or_default();
    let secret = if is_secret(key) { "; a secret" } else { "" };
    let row =
        format!("| `{key}` | `{variable}` | `{}` | {takes}{bounds}{secret}. {description} |", default(key));
    assert_eq!(row.matches('|').count(), 5, "it would break the table: {row}");
    row
}

/// The document with its tables generated again, and the keys in them.
fn written(document: &str) -> (String, Vec<String>) {
    let (settings, mut documented) = (Config::settings(), Vec::new());
    let mut parts = document.split(BEGIN);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (names, rest) = part.split_once(" -->").expect("the end of a comment");
        let (_, rest) = rest.split_once(END).unwrap_or_else(|| panic!("{names}: no {END}"));
        text += &format!("{BEGIN}{names} -->\n\n");
        text += "| key | variable | default | what it is for |\n|---|---|---|---|\n";
        for name in names.split(' ') {
            let section = format!("{name}.");
            let is_named = |setting: &&Setting| setting.key == name || setting.key.starts_with(&section);
            let before = documented.len();
            for setting in settings.iter().filter(is_named) {
                text += &format!("{}\n", row(setting));
                documented.push(setting.key.clone());
            }
            assert!(documented.len() > before, "there is no setting {name}");
        }
        text += &format!("\n{END}{rest}");
    }
    (text, documented)
}

#[test]
fn the_tables_of_settings_say_what_the_code_says() {
    let document = GeneratedDocument::read("docs/CONFIGURATION.md");
    let (written, mut documented) = written(&document.text);
    let mut keys: Vec<String> = Config::settings().into_iter().map(|setting| setting.key).collect();
    keys.sort();
    documented.sort();
    assert_eq!(documented, keys, "every setting is in one table of docs/CONFIGURATION.md");
    document.assert_is(&written, "configuration::");
}

#[test]
fn every_setting_is_described_in_sentences() {
    for Setting { key, takes, description, .. } in Config::settings() {
        assert!(description.ends_with('.') && !description.contains("  "), "{key}: {description}");
        assert!(!takes.is_empty() && !takes.ends_with('.'), "{key}: {takes}");
    }
}

/// An unknown name is a mistake: the server must not ignore it and use the default.
#[test]
fn every_section_refuses_names_that_it_does_not_know() {
    let settings = Config::settings();
    let sections = settings.iter().filter_map(|setting| setting.key.split_once('.')).map(|(name, _)| name);
    let mut sections: Vec<&str> = sections.collect();
    sections.dedup();
    assert!(sections.len() >= 15, "the test sees them: {sections:?}");
    for section in sections {
        let error = serde_json::from_value::<Config>(json!({ section: { "nonsense": 1 } })).err();
        let told = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(told.starts_with("unknown field `nonsense`"), "{section}: {told}");
    }
}
