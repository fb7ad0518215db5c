//! The type of settings that must not be shown.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

/// A text that is shown in no log and in no dump of the settings. As for every setting of this type, `NAME_file` names
/// a file with the value of `NAME`: see [`secret_files`](super::secret_files).
#[derive(Clone)]
pub struct Secret(pub String);

impl Secret {
    /// The expected type in an error about a secret. It identifies the settings of this type.
    pub(super) const EXPECTED: &'static str = "a secret, as text";
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Secret;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Secret::EXPECTED)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Secret, E> {
                Ok(Secret(text.to_owned()))
            }
        }

        deserializer.deserialize_str(Text)
    }
}
