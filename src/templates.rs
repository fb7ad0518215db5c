//! The templates of pages and mail: compiled in, each of them replaceable by a file of the same name in the operator's
//! folder.

use std::collections::BTreeMap;
use std::path::Path;

use rust_embed::RustEmbed;
use tera::Tera;

/// The ending of a template file; what is before it is the template's name.
const EXTENSION: &str = ".tera";

/// Where the templates of mail are; all others are of pages.
const MAIL: &str = "mail/";

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Embedded;

/// The texts of all templates, by their names.
pub struct Templates(BTreeMap<String, String>);

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
        Ok(Self(sources))
    }

    /// Parses those of pages; `function` is one that they may call, by its name.
    pub fn of_pages(
        &self,
        name: &str,
        function: impl tera::Function + 'static,
    ) -> Result<Tera, TemplateError> {
        let mut tera = Tera::default();
        tera.register_function(name, function);
        self.parse(tera, |name| !name.starts_with(MAIL))
    }

    /// Parses those of mail.
    pub fn of_mail(&self) -> Result<Tera, TemplateError> {
        self.parse(Tera::default(), |name| name.starts_with(MAIL))
    }

    fn parse(&self, mut tera: Tera, is_wanted: impl Fn(&str) -> bool) -> Result<Tera, TemplateError> {
        tera.autoescape_on(vec![".html"]);
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

/// Tera's messages are chains, and may go over several lines.
pub fn explain(error: &tera::Error) -> String {
    let mut parts = vec![error.to_string()];
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        parts.push(error.to_string());
        source = error.source();
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}
