//! The templates: compiled in, each of them replaceable by a file of the same name in the operator's folder.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use rocket::fairing::Fairing;
use rocket_dyn_templates::Template;
use rust_embed::RustEmbed;
use tera::{Tera, Value};

use super::assets;

/// The ending of a template file; what is before it is the template's name.
const EXTENSION: &str = ".tera";

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Embedded;

/// Parsed templates.
pub struct Templates(Tera);

#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error("{0}")]
    Invalid(String),
}

impl Templates {
    /// Reads the built-in templates and, over them, those of `folder`.
    pub fn load(folder: Option<&Path>) -> Result<Self, TemplateError> {
        let mut sources = BTreeMap::new();
        for file in Embedded::iter() {
            if let (Some(name), Some(contents)) = (file.strip_suffix(EXTENSION), Embedded::get(&file)) {
                sources.insert(name.to_owned(), String::from_utf8_lossy(&contents.data).into_owned());
            }
        }
        if let Some(folder) = folder {
            read_folder(folder, folder, &mut sources)?;
        }
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        tera.register_function("asset", asset(assets::paths()));
        tera.add_raw_templates(sources).map_err(|error| TemplateError::Invalid(explain(&error)))?;
        Ok(Self(tera))
    }

    /// What renders them. Rocket's own search for templates is pointed at a file, where it finds none:
    /// it would not know the built-in ones that an operator's template extends.
    pub fn fairing(self) -> impl Fairing {
        Template::custom(move |engines| engines.tera = self.0.clone())
    }

    /// The value for Rocket's setting `template_dir` that goes with [`fairing`](Self::fairing).
    pub fn template_dir() -> PathBuf {
        std::env::current_exe().unwrap_or_else(|_| PathBuf::from("/dev/null"))
    }
}

fn read_folder(
    root: &Path,
    folder: &Path,
    sources: &mut BTreeMap<String, String>,
) -> Result<(), TemplateError> {
    let unreadable =
        |path: &Path, source| TemplateError::Unreadable { path: path.display().to_string(), source };
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        if path.is_dir() {
            read_folder(root, &path, sources)?;
            continue;
        }
        let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if let Some(name) = relative.strip_suffix(EXTENSION) {
            let contents = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
            sources.insert(name.to_owned(), contents);
        }
    }
    Ok(())
}

/// Tera's messages are chains, and may go over several lines.
fn explain(error: &tera::Error) -> String {
    let mut parts = vec![error.to_string()];
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        parts.push(error.to_string());
        source = error.source();
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `{{ asset(name="app.css") }}`: the path of a built-in file.
fn asset(paths: BTreeMap<String, String>) -> impl tera::Function {
    move |arguments: &HashMap<String, Value>| {
        let name = arguments.get("name").and_then(Value::as_str).unwrap_or_default();
        let path = paths.get(name).ok_or_else(|| tera::Error::msg(format!("there is no asset {name:?}")))?;
        Ok(Value::String(path.clone()))
    }
}
