//! A language made of English: every letter has an accent, and every text is a third longer, as in other languages. A
//! sentence that is not in the catalogue has no accents, and a page without room for longer words is too wide.

use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;

/// Its tag, as in the CLDR.
pub const TAG: &str = "en-XA";

/// Messages that say something about the language, and are no words.
const NO_WORDS: [&str; 4] = ["language-direction", "number-group", "number-group-from", "number-decimal"];

/// Writes the language into a folder of locales.
pub fn write(folder: &Path) {
    let target = folder.join(TAG);
    fs::create_dir_all(&target).expect("a folder");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en");
    for entry in fs::read_dir(&source).expect("the English messages") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("messages");
        let mut resource = parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in &mut resource.body {
            let Entry::Message(message) = entry else { continue };
            if let Some(pattern) = message.value.as_mut()
                && !NO_WORDS.contains(&message.id.name.as_str())
            {
                disguise(pattern, &mut false);
            }
        }
        fs::write(target.join(path.file_name().expect("a name")), serialize(&resource)).expect("messages");
    }
}

/// `in_tag` is whether the text stands in a tag of HTML, which begins before a variable and ends behind it.
fn disguise(pattern: &mut Pattern<String>, in_tag: &mut bool) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = disguised(value, in_tag),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    disguise(&mut variant.value, &mut in_tag.clone());
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Every second letter is written twice, which makes a text some 35 % longer with its spaces.
fn disguised(text: &str, in_tag: &mut bool) -> String {
    let (mut written, mut letters) = (String::new(), 0_usize);
    for character in text.chars() {
        match character {
            '<' => *in_tag = true,
            '>' => *in_tag = false,
            _ => {}
        }
        let accented = if *in_tag { None } else { accented(character) };
        written.push(accented.unwrap_or(character));
        if let Some(accented) = accented {
            letters += 1;
            if letters.is_multiple_of(2) {
                written.push(accented);
            }
        }
    }
    written
}

fn accented(character: char) -> Option<char> {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    let position = PLAIN.chars().position(|plain| plain == character)?;
    ACCENTED.chars().nth(position)
}
