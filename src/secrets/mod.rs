//! Encrypts secrets that the server stores and must read back, such as signing keys, with a key that is not in the
//! database: a copy of the database alone decrypts nothing.

mod key_file;
mod keys;

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use zeroize::Zeroizing;

use crate::domain::Sealed;

use key_file::KeyFile;
pub use key_file::KeyFileError;
pub use keys::{InvalidKeys, Keys};

/// Where the keys are.
#[derive(Clone, Debug)]
pub enum Settings {
    /// In the configuration.
    Given(Keys),
    /// In this file, which the server creates when it first needs it.
    File(PathBuf),
}

#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The database belongs to a node with other keys, or the key is lost.
    #[error(
        "a secret in the database is encrypted with the key {needed}, and {place} has {present}: give this node the keys \
         of the node that made it, or forget what is encrypted with `frontdesk keys rotate --forget-old`"
    )]
    UnknownKey { needed: String, place: String, present: String },
    #[error("a secret in the database cannot be decrypted: it was changed, or moved to another row")]
    Damaged,
    #[error("the system has no randomness, or the cipher failed")]
    Unavailable,
}

/// Encrypts and decrypts. Cheap to clone; all clones share the keys.
#[derive(Clone)]
pub struct Secrets(Arc<Parts>);

struct Parts {
    /// `None` if the configuration has the keys, which then do not change.
    file: Option<KeyFile>,
    /// `None` before the first read of the file.
    keys: RwLock<Option<Keys>>,
}

impl Secrets {
    pub fn new(settings: Settings) -> Self {
        let (file, keys) = match settings {
            Settings::Given(keys) => (None, Some(keys)),
            Settings::File(path) => (Some(KeyFile::new(path)), None),
        };
        Self(Arc::new(Parts { file, keys: RwLock::new(keys) }))
    }

    /// Encrypts with the current key, and creates the secrets file if it is missing. `purpose` says what the secret is
    /// and which row it belongs to: an encrypted value that an attacker moves to another row does not decrypt there.
    ///
    /// The file may be missing only if the database has no encrypted value yet: otherwise the new file would hold one
    /// more key that no other node has. In that case [`Secrets::open`] runs first, and fails.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<Sealed, SecretsError> {
        self.keys_to_seal()?.seal(purpose, plain).ok_or(SecretsError::Unavailable)
    }

    /// Decrypts. Reads the file again for an unknown key, which may have been added since the last read.
    pub fn open(&self, purpose: &str, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, SecretsError> {
        if let Some(opened) = self.known().and_then(|keys| keys.open(purpose, sealed)) {
            return opened.ok_or(SecretsError::Damaged);
        }
        match self.read()?.as_ref().and_then(|keys| keys.open(purpose, sealed)) {
            Some(opened) => opened.ok_or(SecretsError::Damaged),
            None => Err(self.unknown(sealed)),
        }
    }

    /// Whether the current key encrypted it.
    pub fn is_current(&self, sealed: &Sealed) -> Result<bool, SecretsError> {
        let keys = match self.known() {
            None => self.read()?,
            known => known,
        };
        Ok(keys.is_some_and(|keys| keys.current_id() == sealed.key_id))
    }

    /// The ids of the keys, the current one first; empty if the file is missing.
    pub fn key_ids(&self) -> Result<Vec<String>, SecretsError> {
        Ok(self.read()?.map(|keys| keys.ids()).unwrap_or_default())
    }

    /// Puts a new key before those in the file, and returns its id; `None` if the configuration has the keys. The next
    /// start encrypts the stored secrets again, with the new key.
    pub fn rotate(&self) -> Result<Option<String>, SecretsError> {
        let Some(file) = &self.0.file else { return Ok(None) };
        let keys = Keys::generate(self.read()?).ok_or(SecretsError::Unavailable)?;
        file.replace(&keys)?;
        let id = keys.current_id().to_owned();
        self.remember(keys);
        Ok(Some(id))
    }

    /// Where the keys are, for messages.
    pub fn place(&self) -> String {
        match &self.0.file {
            Some(file) => file.path().display().to_string(),
            None => "secrets.key".to_owned(),
        }
    }

    fn known(&self) -> Option<Keys> {
        self.0.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, keys: Keys) {
        *self.0.keys.write().unwrap_or_else(PoisonError::into_inner) = Some(keys);
    }

    /// The keys as they are in the file now.
    fn read(&self) -> Result<Option<Keys>, SecretsError> {
        let Some(file) = &self.0.file else { return Ok(self.known()) };
        let read = file.read()?;
        if let Some(keys) = &read {
            self.remember(keys.clone());
        }
        Ok(read)
    }

    fn keys_to_seal(&self) -> Result<Keys, SecretsError> {
        if let Some(keys) = self.known() {
            return Ok(keys);
        }
        if let Some(keys) = self.read()? {
            return Ok(keys);
        }
        let Some(file) = &self.0.file else { return Err(SecretsError::Unavailable) };
        let keys = file.create(&Keys::generate(None).ok_or(SecretsError::Unavailable)?)?;
        self.remember(keys.clone());
        Ok(keys)
    }

    fn unknown(&self, sealed: &Sealed) -> SecretsError {
        let ids = self.known().map(|keys| keys.ids()).unwrap_or_default();
        let present = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        SecretsError::UnknownKey { needed: sealed.key_id.clone(), place: self.place(), present }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const OTHER: &str = "HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo=";

    fn given(keys: &str) -> Secrets {
        Secrets::new(Settings::Given(keys.parse().expect("keys")))
    }

    #[test]
    fn what_is_sealed_opens_with_its_key_for_its_purpose_and_unchanged() {
        let one = given(ONE);
        let sealed = one.seal("key 1", b"secret").expect("sealed");
        assert_eq!(sealed.octets.len(), 12 + 6 + 16);
        assert_ne!(one.seal("key 1", b"secret").expect("sealed"), sealed, "a nonce of its own each time");
        assert_eq!(one.open("key 1", &sealed).expect("opened").as_slice(), b"secret");
        assert!(matches!(one.open("key 2", &sealed), Err(SecretsError::Damaged)));
        for at in 0..sealed.octets.len() {
            let mut changed = sealed.clone();
            changed.octets[at] ^= 1;
            assert!(matches!(one.open("key 1", &changed), Err(SecretsError::Damaged)), "{at}");
        }
        let cut = Sealed { octets: sealed.octets[..11].to_vec(), ..sealed.clone() };
        assert!(matches!(one.open("key 1", &cut), Err(SecretsError::Damaged)));
        assert!(matches!(given(OTHER).open("key 1", &sealed), Err(SecretsError::UnknownKey { .. })));
    }

    #[test]
    fn an_older_key_opens_and_does_not_seal() {
        let sealed = given(ONE).seal("key 1", b"secret").expect("sealed");
        let both = given(&format!("{OTHER} # new\n{ONE}"));
        assert_eq!(both.open("key 1", &sealed).expect("opened").as_slice(), b"secret");
        assert!(!both.is_current(&sealed).expect("keys"));
        let anew = both.seal("key 1", b"secret").expect("sealed");
        assert!(both.is_current(&anew).expect("keys"));
        assert!(given(OTHER).open("key 1", &anew).is_ok());
        assert_eq!(both.key_ids().expect("keys"), [anew.key_id, sealed.key_id], "the current one first");
    }

    #[test]
    fn the_file_is_made_once_for_its_owner_alone() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("secrets.key");
        let of_file = || Secrets::new(Settings::File(path.clone()));
        assert_eq!(of_file().key_ids().expect("no keys"), Vec::<String>::new());
        assert!(!path.exists(), "looking makes nothing");
        let (one, other) = (of_file(), of_file());
        let sealed = one.seal("key 1", b"secret").expect("sealed");
        assert_eq!(other.open("key 1", &sealed).expect("opened").as_slice(), b"secret");
        #[cfg(unix)]
        {
            let mode = std::fs::metadata(&path).expect("a file").permissions();
            assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
        }
        let rotated = other.rotate().expect("rotated").expect("a key");
        let anew = other.seal("key 1", b"secret").expect("sealed");
        assert_eq!(anew.key_id, rotated);
        assert_eq!(one.open("key 1", &anew).expect("the file is read again").as_slice(), b"secret");
        assert_eq!(
            std::fs::read_dir(folder.path()).expect("a folder").count(),
            1,
            "nothing is left beside it"
        );
        std::fs::write(&path, "not a key").expect("written");
        assert!(matches!(of_file().key_ids(), Err(SecretsError::KeyFile(_))));
    }

    #[test]
    fn keys_are_32_octets_and_debug_shows_none() {
        for text in ["", "# only a remark", "c2hvcnQ=", "!", &format!("{ONE} short")] {
            assert!(text.parse::<Keys>().is_err(), "{text:?}");
        }
        assert_eq!(format!("{:?}", Settings::Given(ONE.parse().expect("keys"))), "Given(Keys)");
    }
}
