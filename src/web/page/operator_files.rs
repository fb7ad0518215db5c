//! The operator's own files, read at the start: the logo and other files that settings name, and a folder of more.

use std::path::{Path, PathBuf};

use rocket::http::{ContentType, RawStr};
use sha2::{Digest, Sha256};

use super::name_with_digest::{digest_text, name_with_digest};

/// The folder's place below `/static/`.
pub const OWN: &str = "own/";

/// The most that the folder may contain, because all of it is kept in memory.
const MAX_FOLDER_OCTETS: u64 = 64 * 1024 * 1024;

/// The first octets of a WOFF2 file (WOFF2, section 4.1).
const WOFF2_SIGNATURE: &[u8] = b"wOF2";

/// What a setting names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Logo,
    Favicon,
    Font,
    StyleSheet,
}

#[derive(Debug)]
pub struct OperatorFile {
    /// Its path below `/static/`.
    pub served_name: String,
    pub content_type: ContentType,
    pub bytes: Vec<u8>,
    /// The digest, if the name does not contain it.
    pub version: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error("must be {0} file")]
    OtherKind(&'static str),
    #[error("is no WOFF2 font, whatever its name says")]
    NoFont,
    #[error("has more than 64 MiB, and all of it would be kept in memory")]
    TooMuch,
}

impl FileKind {
    const fn stem(self) -> &'static str {
        match self {
            Self::Logo => "logo",
            Self::Favicon => "icon",
            Self::Font => "font",
            Self::StyleSheet => "site",
        }
    }

    const fn extensions(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Logo => {
                (&["svg", "png", "jpg", "jpeg", "webp", "gif"], "an .svg, .png, .jpg, .webp or .gif")
            }
            Self::Favicon => (
                &["svg", "png", "ico", "jpg", "jpeg", "webp", "gif"],
                "an .svg, .png, .ico, .jpg, .webp or .gif",
            ),
            Self::Font => (&["woff2"], "a .woff2"),
            Self::StyleSheet => (&["css"], "a .css"),
        }
    }
}

impl OperatorFile {
    /// # Errors
    ///
    /// If the file is missing, or of another kind.
    pub fn read(path: &Path, kind: FileKind) -> Result<Self, FileError> {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        let (extensions, in_words) = kind.extensions();
        if !extensions.contains(&extension.as_str()) {
            return Err(FileError::OtherKind(in_words));
        }
        let bytes = read(path)?;
        if kind == FileKind::Font && !bytes.starts_with(WOFF2_SIGNATURE) {
            return Err(FileError::NoFont);
        }
        let served_name = name_with_digest(&format!("{}.{extension}", kind.stem()), &Sha256::digest(&bytes));
        Ok(Self { served_name, content_type: content_type(&extension), bytes, version: None })
    }

    /// All files below a folder, but for those whose path has a name that begins with a dot. Requests are looked up among
    /// them and never reach the file system, so no path leads out of the folder.
    ///
    /// # Errors
    ///
    /// If anything there cannot be read, or it is too much to keep in memory.
    pub fn read_folder(folder: &Path) -> Result<Vec<Self>, FileError> {
        let (mut files, mut octets) = (Vec::new(), 0);
        let mut folders = vec![folder.to_owned()];
        while let Some(below) = folders.pop() {
            for path in entries(&below)? {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let is_link = path.is_symlink();
                if path.is_dir() {
                    // A link to a folder may lead back here.
                    folders.extend((!is_link).then_some(path));
                    continue;
                }
                octets += path.metadata().map_err(unreadable(&path))?.len();
                if octets > MAX_FOLDER_OCTETS {
                    return Err(FileError::TooMuch);
                }
                let bytes = read(&path)?;
                let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
                files.push(Self {
                    served_name: format!("{OWN}{name}"),
                    content_type: content_type(extension),
                    version: Some(digest_text(&Sha256::digest(&bytes))),
                    bytes,
                });
            }
        }
        Ok(files)
    }

    /// Its path on this site.
    pub fn url(&self) -> String {
        let segments = self.served_name.split('/').map(|segment| RawStr::new(segment).percent_encode());
        let path = segments.map(|segment| segment.to_string()).collect::<Vec<_>>().join("/");
        match &self.version {
            Some(version) => format!("/static/{path}?v={version}"),
            None => format!("/static/{path}"),
        }
    }
}

fn content_type(extension: &str) -> ContentType {
    ContentType::from_extension(&extension.to_ascii_lowercase()).unwrap_or(ContentType::Binary)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let entry = entry.map_err(unreadable(folder))?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
    }
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    std::fs::read(path).map_err(unreadable(path))
}

fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> FileError + use<> {
    let path = path.display().to_string();
    |source| FileError::Unreadable { path, source }
}
