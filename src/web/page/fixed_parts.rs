//! The parts of a page that depend on the site and the language and on nothing else: rendered once in each language.

use std::collections::HashMap;
use std::sync::RwLock;

use serde_json::json;
use tera::{Context, Tera, Value};

use super::site::Site;
use crate::locale::Catalogue;

/// `{{ fixed(template="fixed/head.html") }}`: like an `include` of a template that sees `site` and `language` only, so
/// that nothing of a visitor can get into it.
pub struct FixedParts {
    templates: Tera,
    catalogue: Catalogue,
    site: Value,
    /// By language and template.
    rendered: RwLock<HashMap<String, HashMap<String, String>>>,
}

impl FixedParts {
    pub fn new(templates: Tera, catalogue: &Catalogue, site: &Site) -> Self {
        let site = serde_json::to_value(site).unwrap_or_default();
        Self { templates, catalogue: catalogue.clone(), site, rendered: RwLock::default() }
    }

    fn rendered(&self, language: &str, template: &str) -> Option<String> {
        self.rendered.read().ok()?.get(language)?.get(template).cloned()
    }
}

impl tera::Function for FixedParts {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        let template = arguments.get("template").and_then(Value::as_str).unwrap_or_default();
        let language = self.catalogue.spoken_name();
        if let Some(html) = self.rendered(language.tag, template) {
            return Ok(Value::String(html));
        }
        let context = Context::from_value(json!({ "site": self.site, "language": language }))?;
        let html = self.templates.render(template, &context)?.trim().to_owned();
        if let Ok(mut rendered) = self.rendered.write() {
            let parts = rendered.entry(language.tag.to_owned()).or_default();
            parts.insert(template.to_owned(), html.clone());
        }
        Ok(Value::String(html))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
