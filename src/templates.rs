//! The templates of pages and mail: compiled in. A file of the same name in the operator's folder replaces a template.

use std::collections::BTreeMap;
use std::path::Path;

use rust_embed::RustEmbed;
use tera::Tera;

use crate::locale::{Catalogue, escape};

/// The ending of a template file; the name of the template is the part before it.
const EXTENSION: &str = ".tera";

/// The folder with the templates of mail; all others are for pages.
const MAIL: &str = "mail/";

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Embedded;

/// The sources of all templates, by name.
pub struct Templates(BTreeMap<String, String>);

#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error("{0}")]
    Invalid(String),
}

impl Templates {
    /// Reads the built-in templates, and those of `folder`, which replace them.
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
        Ok(Self(sources))
    }

    /// Parses the templates of pages, which may call `function` by this name.
    pub fn of_pages(
        &self,
        catalogue: &Catalogue,
        name: &str,
        function: impl tera::Function + 'static,
    ) -> Result<Tera, TemplateError> {
        let mut tera = Tera::default();
        catalogue.add_page_functions(&mut tera);
        tera.register_function(name, function);
        self.parse(tera, |name| !name.starts_with(MAIL))
    }

    /// Parses the templates of mail.
    pub fn of_mail(&self, catalogue: &Catalogue) -> Result<Tera, TemplateError> {
        let mut tera = Tera::default();
        catalogue.add_functions(&mut tera);
        self.parse(tera, |name| name.starts_with(MAIL))
    }

    fn parse(&self, mut tera: Tera, is_wanted: impl Fn(&str) -> bool) -> Result<Tera, TemplateError> {
        tera.autoescape_on(vec![".html"]);
        tera.set_escape_fn(escape);
        let wanted = self.0.iter().filter(|(name, _)| is_wanted(name));
        tera.add_raw_templates(wanted).map_err(|error| TemplateError::Invalid(explain(&error)))?;
        Ok(tera)
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

/// One line for an error of Tera, whose messages are chains and may have several lines.
pub fn explain(error: &tera::Error) -> String {
    let mut parts = vec![error.to_string()];
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        parts.push(error.to_string());
        source = error.source();
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}
