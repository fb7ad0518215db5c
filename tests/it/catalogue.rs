//! The catalogue: every language says everything, with the same variables and the same markup, and nothing that people
//! read stands anywhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use regex::Regex;

/// What a message consists of, whatever its language.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    variables: BTreeSet<String>,
    /// The names of its elements.
    elements: BTreeSet<String>,
}

#[derive(Debug, Default)]
struct Message {
    shape: Shape,
    text: String,
    /// The plural categories of each choice by number.
    choices: Vec<BTreeSet<String>>,
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn languages() -> Vec<String> {
    let folders = fs::read_dir(root("locales")).expect("a folder");
    let mut names: Vec<String> =
        folders.map(|folder| folder.expect("a folder").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The messages of a language by their keys.
fn messages(language: &str) -> BTreeMap<String, Message> {
    let (mut messages, element) = (BTreeMap::new(), Regex::new("<([a-z]+)").expect("a pattern"));
    for path in files(&root("locales").join(language), ".ftl") {
        let text = read(&path);
        let resource =
            parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(found) = entry else { continue };
            let mut message = Message::default();
            look(&found.value.expect("a value"), &mut message);
            message.shape.elements =
                element.captures_iter(&message.text).map(|found| found[1].to_owned()).collect();
            let key = found.id.name.to_owned();
            assert!(messages.insert(key.clone(), message).is_none(), "{language}: {key} is there twice");
        }
    }
    messages
}

fn look(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.text += value,
            PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline, message),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, message);
                let name = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => Some((*name).to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                };
                message.choices.push(variants.iter().filter_map(|variant| name(&variant.key)).collect());
                for variant in variants {
                    look(&variant.value, message);
                }
            }
        }
    }
}

fn variable(expression: &InlineExpression<&str>, message: &mut Message) {
    match expression {
        InlineExpression::VariableReference { id } => {
            message.shape.variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => message.text += value,
        other => panic!("only variables and texts: {other:?}"),
    }
}

/// The categories of CLDR that whole numbers have in a language.
fn categories(language: &str) -> &'static [&'static str] {
    match language {
        "ja" => &["other"],
        "pl" => &["one", "few", "many", "other"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables_and_markup() {
    let english = messages("en");
    assert!(english.len() > 500, "the test sees them");
    for language in languages() {
        let translated = messages(&language);
        let missing: Vec<_> = english.keys().filter(|key| !translated.contains_key(*key)).collect();
        let unknown: Vec<_> = translated.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language} lacks {missing:?}, and has {unknown:?}"
        );
        for (key, message) in &translated {
            assert_eq!(message.shape, english[key].shape, "{language}: {key}");
            for choice in &message.choices {
                let needed = categories(&language);
                assert!(
                    needed.iter().all(|name| choice.contains(*name)),
                    "{language}: {key} needs {needed:?}"
                );
            }
            for element in &message.shape.elements {
                let (opened, closed) = (format!("<{element}"), format!("</{element}>"));
                assert_eq!(
                    message.text.matches(&opened).count(),
                    message.text.matches(&closed).count(),
                    "{language}: {key}: {element}"
                );
            }
        }
    }
}

/// A template without its comments.
fn template(path: &Path) -> String {
    Regex::new(r"(?s)\{#.*?#\}").expect("a pattern").replace_all(&read(path), "").into_owned()
}

/// What stands in the parentheses that have been opened before `rest`.
fn arguments(rest: &str) -> &str {
    let mut depth = 1;
    for (position, character) in rest.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 1 => return &rest[..position],
            ')' => depth -= 1,
            _ => {}
        }
    }
    panic!("a parenthesis is open: {rest}")
}

#[test]
fn templates_give_each_message_its_variables() {
    let english = messages("en");
    let call = Regex::new(r#"\b(t|html)\(key="([a-z0-9-]+)""#).expect("a pattern");
    let nested = Regex::new(r"\([^()]*\)").expect("a pattern");
    let name = Regex::new(r",\s*(\w+)\s*=").expect("a pattern");
    let mut seen = 0;
    for path in files(&root("templates"), ".tera") {
        let text = template(&path);
        for found in call.captures_iter(&text) {
            seen += 1;
            let key = &found[2];
            let message = english.get(key).unwrap_or_else(|| panic!("{}: no {key}", path.display()));
            let rest = &text[found.get(0).expect("a call").end()..];
            let given = nested.replace_all(arguments(rest), "").into_owned();
            let given: BTreeSet<String> = name.captures_iter(&given).map(|name| name[1].to_owned()).collect();
            assert_eq!(given, message.shape.variables, "{}: {key}", path.display());
            let is_markup = !message.shape.elements.is_empty();
            assert_eq!(&found[1] == "html", is_markup, "{}: {key}", path.display());
            assert_eq!(key.ends_with("-html"), is_markup, "{key}");
        }
    }
    assert!(seen > 400, "the test sees them: {seen}");
}

#[test]
fn no_message_is_unused() {
    let sources: Vec<String> = [files(&root("templates"), ".tera"), files(&root("src"), ".rs")]
        .concat()
        .iter()
        .map(|path| read(path))
        .collect();
    let all = sources.concat();
    let quoted = Regex::new(r#""([a-z0-9-]+?)(\{[a-z]*\}[a-z-]*)?""#).expect("a pattern");
    let literals: BTreeSet<&str> =
        quoted.captures_iter(&all).map(|found| found.get(1).expect("a text").as_str()).collect();
    // A literal that ends with a hyphen is completed by the code of a value.
    let prefixes: Vec<&&str> = literals.iter().filter(|literal| literal.ends_with('-')).collect();
    let english = messages("en");
    let is_unused = |key: &&String| {
        !literals.contains(key.as_str()) && !prefixes.iter().any(|prefix| key.starts_with(**prefix))
    };
    let unused: Vec<&String> = english.keys().filter(is_unused).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Words that are the same in every language, or that people do not read.
fn is_no_language(text: &str) -> bool {
    !Regex::new("[A-Za-z]{2}").expect("a pattern").is_match(text)
}

#[test]
fn templates_have_no_words_of_their_own() {
    let hidden =
        Regex::new(r"(?s)<style.*?</style>|<svg.*?</svg>|<!--.*?-->|<xml>.*?</xml>").expect("a pattern");
    let classes = Regex::new(r"\{% block body_class %\}.*?\{% endblock").expect("a pattern");
    let tera = Regex::new(r"(?s)\{%.*?%\}|\{\{.*?\}\}").expect("a pattern");
    let readable = Regex::new(r#"(?:aria-label|title|alt|placeholder)="([^"]*)""#).expect("a pattern");
    let tag = Regex::new(r"(?s)<[^>]*>").expect("a pattern");
    let mut found = Vec::new();
    for path in files(&root("templates"), ".tera") {
        let mut text = tera.replace_all(&classes.replace_all(&template(&path), "{%"), "\u{0}").into_owned();
        if path.to_string_lossy().ends_with(".html.tera") {
            text = hidden.replace_all(&text, "").into_owned();
            let attributes = readable.captures_iter(&text).map(|attribute| attribute[1].to_owned());
            found.extend(attributes.filter(|text| !is_no_language(text)).map(|text| (path.clone(), text)));
            text = tag.replace_all(&text, "\u{0}").into_owned();
        }
        let pieces = text.split('\u{0}').map(str::trim).filter(|piece| !is_no_language(piece));
        found.extend(pieces.map(|piece| (path.clone(), piece.to_owned())));
    }
    found.retain(|(_, text)| !NOT_READ.contains(&text.as_str()));
    assert!(found.is_empty(), "{found:#?}");
}

/// Parts of attributes that a macro writes outside of an element.
const NOT_READ: [&str; 5] = ["aria-invalid=\"true\"", "aria-describedby=\"", "-hint", "-error", "-strength"];

/// On pages an address contains `<wbr>`, where lines may break.
#[test]
fn no_address_stands_in_an_attribute() {
    let attribute = Regex::new(r#"="[^"]*\{ \$email \}"#).expect("a pattern");
    for path in files(&root("locales"), ".ftl") {
        assert!(!attribute.is_match(&read(&path)), "{}", path.display());
    }
}
