//! The files of the certificate and its key: their content, and whether they have changed.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use super::settings::{TlsError, TlsSettings};

/// A chain of certificates has some thousand octets.
const MAX_LENGTH: u64 = 1024 * 1024;

/// Changes when the content of a file may have changed: also when a link leads to another file, or when a file with an
/// older date takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp([Option<FileStamp>; 2]);

#[cfg(unix)]
type FileStamp = (u64, u64, u64, i64, i64);
#[cfg(not(unix))]
type FileStamp = (u64, Option<std::time::SystemTime>);

impl Stamp {
    pub fn of(settings: &TlsSettings) -> Self {
        Self(
            [&settings.certificate, &settings.key]
                .map(|path| fs::metadata(path).ok().map(|file| stamp(&file))),
        )
    }
}

#[cfg(unix)]
fn stamp(file: &Metadata) -> FileStamp {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino(), file.len(), file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
fn stamp(file: &Metadata) -> FileStamp {
    (file.len(), file.modified().ok())
}

pub fn read(setting: &'static str, path: &Path) -> Result<Zeroizing<Vec<u8>>, TlsError> {
    let wrong =
        |reason: String| TlsError { setting, reason: format!("cannot read {}: {reason}", path.display()) };
    let mut content = Zeroizing::new(Vec::new());
    let read = File::open(path).and_then(|file| file.take(MAX_LENGTH + 1).read_to_end(&mut content));
    match read {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            Err(wrong(format!("{error}; the user of the server has to be able to read it")))
        }
        Err(error) => Err(wrong(error.to_string())),
        Ok(_) if content.len() as u64 > MAX_LENGTH => Err(wrong("it is longer than 1 MiB".into())),
        Ok(_) => Ok(content),
    }
}

/// A warning, if users other than the owner and the group can read the file.
pub fn openness(key: &Path) -> Option<String> {
    #[cfg(unix)]
    if fs::metadata(key)
        .is_ok_and(|file| std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o007 != 0)
    {
        let key = key.display();
        return Some(format!("every user of this machine can use {key}; close it with: chmod o= {key}"));
    }
    None
}
