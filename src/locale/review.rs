//! What is missing in the files of a catalogue, compared with the built-in English.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::catalogue::ENGLISH;
use super::messages::parse;
use super::sources::{self, LocaleError, Source};

/// The variables of each message.
type Shapes = BTreeMap<String, BTreeSet<String>>;

/// The mistakes in the files of all languages, one line each: messages that a language lacks, messages that English does
/// not have, and variables that differ.
///
/// # Errors
///
/// If a file cannot be read or parsed.
pub fn review(folder: Option<&Path>) -> Result<Vec<String>, LocaleError> {
    let mut shapes = BTreeMap::new();
    for (tag, files) in sources::read(folder)? {
        shapes.insert(tag, shapes_of(files)?);
    }
    let english = shapes_of(sources::read(None)?.remove(ENGLISH).unwrap_or_default())?;
    let mut mistakes = Vec::new();
    for (tag, shapes) in &shapes {
        mistakes.extend(
            english.keys().filter(|key| !shapes.contains_key(*key)).map(|key| format!("{tag}: lacks {key}")),
        );
        for (key, variables) in shapes {
            match english.get(key) {
                None => mistakes.push(format!("{tag}: {key} is not a message of Frontdesk")),
                Some(expected) if expected != variables => mistakes.push(format!(
                    "{tag}: {key} has the variables {}, and not {}",
                    listed(variables),
                    listed(expected)
                )),
                Some(_) => {}
            }
        }
    }
    Ok(mistakes)
}

fn listed(variables: &BTreeSet<String>) -> String {
    match variables.is_empty() {
        true => "(none)".to_owned(),
        false => variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", "),
    }
}

fn shapes_of(files: Vec<Source>) -> Result<Shapes, LocaleError> {
    let mut shapes = Shapes::new();
    for file in files {
        let resource: FluentResource = parse(file)?;
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                collect(pattern, &mut variables);
            }
            // A later file replaces a message.
            shapes.insert(message.id.name.to_owned(), variables);
        }
    }
    Ok(shapes)
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
        if let Expression::Select { variants, .. } = expression {
            variants.iter().for_each(|variant| collect(&variant.value, variables));
        }
    }
}
