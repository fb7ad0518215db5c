//! What renders pages: the templates of the house, with the paths of its files at hand.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use rocket::fairing::Fairing;
use rocket_dyn_templates::Template;
use serde_json::json;
use tera::{Context, Tera, Value};

use super::assets;
use super::fixed_parts::FixedParts;
use super::samples::samples;
use super::site::Site;
use crate::domain::Language;
use crate::locale::Catalogue;
use crate::templates::{TemplateError, Templates, explain};

/// Parsed templates.
pub struct PageTemplates(Tera);

impl PageTemplates {
    pub fn new(templates: &Templates, catalogue: &Catalogue, site: &Site) -> Result<Self, TemplateError> {
        let mut tera = templates.of_pages(catalogue, "asset", asset(assets::paths(site)))?;
        let parts = FixedParts::new(tera.clone(), catalogue, site);
        tera.register_function("fixed", parts);
        Ok(Self(tera))
    }

    /// What renders them, with `{{ api_description() }}`, the OpenAPI document: as a function, because the values that a view
    /// hands over lose the order of their fields. Rocket's own search for templates is pointed at a file, where it finds none:
    /// it would not know the built-in ones that an operator's template extends.
    pub fn fairing(self, api_description: Value) -> impl Fairing {
        let Self(mut tera) = self;
        tera.register_function("api_description", move |_: &HashMap<String, Value>| {
            Ok(api_description.clone())
        });
        Template::custom(move |engines| engines.tera = tera.clone())
    }

    /// Renders every page in a language with its samples: to a visitor, and to an administrator who is told something.
    pub fn render_samples(
        &self,
        catalogue: &Catalogue,
        language: &Language,
        site: &Site,
        api_description: &Value,
    ) -> (usize, Vec<String>) {
        let mut tera = self.0.clone();
        let description = api_description.clone();
        tera.register_function("api_description", move |_: &HashMap<String, Value>| Ok(description.clone()));
        let viewer = json!({ "email": "root@example.com", "initial": "R", "is_admin": true });
        let flash = json!({
            "kind": "error", "text": { "key": "flash-unexpected" }, "wait": { "key": "try-again-soon" },
            "reference": "7QK2-M9XD",
        });
        let (mut names, mut mistakes) = (BTreeSet::new(), BTreeSet::new());
        for (name, page) in samples() {
            names.insert(name);
            for (viewer, flash) in [(&Value::Null, &Value::Null), (&viewer, &flash)] {
                let frame = json!({
                    "site": site, "viewer": viewer, "flash": flash, "path": "/", "path_and_query": "/",
                    "language": catalogue.name(Some(language)), "page": page,
                });
                let rendered = catalogue.speak(Some(language), || {
                    Context::from_value(frame).and_then(|context| tera.render(name, &context))
                });
                mistakes
                    .extend(rendered.err().map(|error| format!("{language}: {name}: {}", explain(&error))));
            }
        }
        (names.len(), mistakes.into_iter().collect())
    }

    /// The value for Rocket's setting `template_dir` that goes with [`fairing`](Self::fairing).
    pub fn template_dir() -> PathBuf {
        std::env::current_exe().unwrap_or_else(|_| PathBuf::from("/dev/null"))
    }
}

/// `{{ asset(name="app.css") }}`: the path of a built-in file, or of one of the operator's.
fn asset(paths: BTreeMap<String, String>) -> impl tera::Function {
    move |arguments: &HashMap<String, Value>| {
        let name = arguments.get("name").and_then(Value::as_str).unwrap_or_default();
        let path = paths.get(name).ok_or_else(|| tera::Error::msg(format!("there is no asset {name:?}")))?;
        Ok(Value::String(path.clone()))
    }
}
