//! What is on a page: forms with their fields, the flash, mistakes, and the files that it loads. Read as browsers read it.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

/// No text that is looked for is longer.
const LONGEST_TEXT: usize = 500;

/// No page of Frontdesk nests deeper. The bounds keep a page that is no such page from costing more than its length.
const DEEPEST: usize = 256;

/// Elements without an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

#[derive(Default)]
pub struct Page {
    pub flash: Option<Flash>,
    /// The first heading.
    pub heading: Option<String>,
    /// The mistakes of the fields of a form.
    pub mistakes: Vec<String>,
    /// Style sheets, scripts and icons.
    pub files: Vec<String>,
    /// The reference of a failure, which is in the log, too.
    pub reference: Option<String>,
    forms: Vec<Form>,
    ids: BTreeSet<String>,
}

/// The message that was left by what was done last.
pub struct Flash {
    pub is_error: bool,
    pub text: String,
}

#[derive(Default)]
pub struct Form {
    id: String,
    pub action: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    value: String,
    /// Whether a browser sends it as it is: not a box without a tick.
    is_sent: bool,
}

/// An element whose text is being read.
struct Open {
    name: String,
    id: String,
    class: String,
    text: String,
    is_read: bool,
}

impl Page {
    pub fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let (mut page, mut open) = (Self::default(), Vec::new());
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => page.begin(&tag, &mut open),
                Token::String(text) => add(&mut open, &String::from_utf8_lossy(&text)),
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if let Some(at) = open.iter().rposition(|element: &Open| element.name == name) {
                        open.drain(at..).rev().for_each(|element| page.end(element));
                    }
                }
                _ => {}
            }
        }
        open.into_iter().rev().for_each(|element| page.end(element));
        page
    }

    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// What the page says to its reader, in one line.
    pub fn said(&self) -> Option<String> {
        match (&self.flash, self.mistakes.is_empty()) {
            (_, false) => Some(self.mistakes.join(" ")),
            (Some(flash), true) => Some(flash.text.clone()),
            (None, true) => self.heading.clone(),
        }
    }

    fn begin(&mut self, tag: &StartTag<()>, open: &mut Vec<Open>) {
        let attribute = |name: &str| {
            let value = tag.attributes.get(&HtmlString::from(name.as_bytes().to_vec()));
            value.map(|value| String::from_utf8_lossy(value).into_owned())
        };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let (id, class) = (attribute("id").unwrap_or_default(), attribute("class").unwrap_or_default());
        match name.as_str() {
            "form" => {
                let action = attribute("action").unwrap_or_default();
                self.forms.push(Form { id: id.clone(), action, fields: Vec::new() });
            }
            "input" if open.iter().any(|element| element.name == "form") => {
                let is_box = attribute("type").is_some_and(|kind| kind == "checkbox" || kind == "radio");
                let field = Field {
                    name: attribute("name").unwrap_or_default(),
                    value: attribute("value").unwrap_or_default(),
                    is_sent: !is_box || attribute("checked").is_some(),
                };
                if let Some(form) = self.forms.last_mut() {
                    form.fields.push(field);
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel == "stylesheet" || rel == "icon") => {
                self.files.extend(attribute("href"));
            }
            "script" => self.files.extend(attribute("src")),
            _ => {}
        }
        if !VOID.contains(&name.as_str()) && !tag.self_closing && open.len() < DEEPEST {
            let is_read = name == "h1" || id == "flash" || id == "reference" || id.ends_with("-error");
            open.push(Open { name, id: id.clone(), class, text: String::new(), is_read });
        }
        if !id.is_empty() {
            self.ids.insert(id);
        }
    }

    fn end(&mut self, element: Open) {
        let text = element.text.split_whitespace().collect::<Vec<_>>().join(" ");
        match element.id.as_str() {
            "flash" => {
                let is_error = element.class.split(' ').any(|class| class == "flash-error");
                self.flash.get_or_insert(Flash { is_error, text });
            }
            "reference" => self.reference = Some(text),
            id if id.ends_with("-error") => self.mistakes.push(text),
            _ if element.name == "h1" => drop(self.heading.get_or_insert(text)),
            _ => {}
        }
    }
}

/// Adds a text to the elements around it that are read.
fn add(open: &mut [Open], text: &str) {
    for element in open.iter_mut().filter(|element| element.is_read && element.text.len() < LONGEST_TEXT) {
        element.text.extend(text.chars().take(LONGEST_TEXT));
    }
}

impl Form {
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// What a browser sends after its user has typed these.
    ///
    /// # Errors
    ///
    /// The name of a field that the form lacks.
    pub fn filled<'a>(&self, typed: &[(&'a str, &str)]) -> Result<Vec<(String, String)>, &'a str> {
        if let Some((missing, _)) = typed.iter().find(|(name, _)| !self.has(name)) {
            return Err(missing);
        }
        let kept = self.fields.iter().filter(|field| field.is_sent && !field.name.is_empty());
        let kept = kept.filter(|field| typed.iter().all(|(name, _)| *name != field.name));
        let kept = kept.map(|field| (field.name.clone(), field.value.clone()));
        Ok(kept.chain(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect())
    }
}
