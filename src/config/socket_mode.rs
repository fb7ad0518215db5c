//! The mode of a Unix socket: who may connect.

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// Read and write for the owner, and perhaps for others. The rest of a mode means nothing for a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SocketMode(u32);

const OWNER: u32 = 0o600;
const ALL: u32 = 0o666;

impl SocketMode {
    pub fn bits(self) -> u32 {
        self.0
    }

    fn parse(digits: &str) -> Option<Self> {
        let digits = digits.strip_prefix("0o").unwrap_or(digits);
        let bits = u32::from_str_radix(digits, 8).ok().filter(|_| digits.len() <= 4)?;
        (bits & OWNER == OWNER && bits & !ALL == 0).then_some(Self(bits))
    }
}

impl Default for SocketMode {
    fn default() -> Self {
        Self(0o660)
    }
}

impl Serialize for SocketMode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:04o}", self.0))
    }
}

impl<'de> Deserialize<'de> for SocketMode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;

        impl Visitor<'_> for Digits {
            type Value = SocketMode;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"octal digits from "0600" to "0666""#)
            }

            fn visit_str<E: Error>(self, digits: &str) -> Result<SocketMode, E> {
                SocketMode::parse(digits).ok_or_else(|| E::invalid_value(Unexpected::Str(digits), &self))
            }

            /// The environment has no quotes, so `0660` arrives as 660. TOML's `0o660` arrives as 432, whose digits are
            /// refused like those of every other accepted mode.
            fn visit_u64<E: Error>(self, number: u64) -> Result<SocketMode, E> {
                SocketMode::parse(&number.to_string())
                    .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<SocketMode, E> {
                match u64::try_from(number) {
                    Ok(number) => self.visit_u64(number),
                    Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
                }
            }
        }

        deserializer.deserialize_any(Digits)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_value, json};

    use super::*;

    #[test]
    fn a_mode_is_octal_and_lets_its_owner_in() {
        for (given, bits) in [
            (json!("0660"), 0o660),
            (json!("600"), 0o600),
            (json!("0o666"), 0o666),
            (json!(660), 0o660),
            (json!(622), 0o622),
        ] {
            assert_eq!(
                from_value::<SocketMode>(given.clone()).ok().map(SocketMode::bits),
                Some(bits),
                "{given}"
            );
        }
        for given in
            [json!("0060"), json!("0770"), json!("1660"), json!(""), json!("rw"), json!(-1), json!(668)]
        {
            assert!(from_value::<SocketMode>(given.clone()).is_err(), "{given}");
        }
        assert_eq!(json!(SocketMode::default()), json!("0660"));
    }

    #[test]
    fn a_number_that_was_octal_already_is_refused() {
        for mode in (OWNER..=ALL).filter(|mode| mode & !ALL == 0) {
            assert!(from_value::<SocketMode>(json!(mode)).is_err(), "{mode:o}");
        }
    }
}
