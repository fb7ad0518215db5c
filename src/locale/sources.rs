//! The files of the catalogue: the built-in ones, and those of the operator.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use rust_embed::RustEmbed;

use crate::domain::Language;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Embedded;

/// Why the catalogue cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LocaleError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: io::Error },
    #[error("{0}: the name of the folder has to be a language tag, such as `de` or `pt-BR`")]
    NoLanguage(String),
    #[error("{path}:{line}: {reason}")]
    Invalid { path: String, line: usize, reason: String },
    #[error("there is no language `{0}`")]
    Unknown(String),
}

/// One file of messages.
#[derive(Clone)]
pub(super) struct Source {
    /// For error messages.
    pub path: String,
    pub text: Cow<'static, str>,
    pub is_built_in: bool,
}

impl Source {
    /// Whether this is the built-in file with the name of the language, its direction and its numbers.
    pub fn describes_language(&self) -> bool {
        self.is_built_in && self.path.ends_with("/language.ftl")
    }
}

/// The files of each language, the operator's after the built-in ones.
pub(super) type Sources = BTreeMap<String, Vec<Source>>;

pub(super) fn read(folder: Option<&Path>) -> Result<Sources, LocaleError> {
    let mut sources = Sources::new();
    for path in Embedded::iter() {
        if let (Some((language, _)), Some(file)) = (path.split_once('/'), Embedded::get(&path)) {
            let text = match file.data {
                Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
                Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
            };
            let source = Source { path: path.clone().into_owned(), text, is_built_in: true };
            sources.entry(language.to_owned()).or_default().push(source);
        }
    }
    if let Some(folder) = folder {
        read_folder(folder, &mut sources)?;
    }
    Ok(sources)
}

fn read_folder(folder: &Path, sources: &mut Sources) -> Result<(), LocaleError> {
    for language in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        let name = language.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if Language::parse(&name).is_none() {
            return Err(LocaleError::NoLanguage(language.display().to_string()));
        }
        for file in
            entries(&language)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        {
            let path = file.display().to_string();
            let text = fs::read_to_string(&file)
                .map_err(|source| LocaleError::Unreadable { path: path.clone(), source })?;
            sources.entry(name.clone()).or_default().push(Source {
                path,
                text: Cow::Owned(text),
                is_built_in: false,
            });
        }
    }
    Ok(())
}

/// In the order of their names, so that two files with the same message give the same result on every machine.
fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, LocaleError> {
    let unreadable = |source| LocaleError::Unreadable { path: folder.display().to_string(), source };
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}
