//! The declaration of settings: each field once, with its default, its bounds and the text of its row in
//! `docs/CONFIGURATION.md`.

use std::fmt;
use std::ops::{RangeFrom, RangeInclusive, RangeToInclusive};

use rocket::figment::error::Kind;
use rocket::figment::value::Value;
use serde::de::DeserializeOwned;

use super::error::ConfigError;

/// One setting, as its field describes it.
pub struct Setting {
    /// Its name, with dots: `mail.retry_seconds`.
    pub key: String,
    /// The accepted values: a unit, or the values themselves, in the words of the documentation.
    pub takes: String,
    /// The bounds of a number that [`Config::check`](super::Config::check) checks.
    pub bounds: Option<Bounds>,
    /// The field's doc comment, which is its text in the documentation: Markdown, on one line.
    pub description: String,
}

/// A struct that [`section!`] declares.
pub trait Section {
    /// Appends the settings of this section; `prefix` is its own name with a dot.
    fn describe(prefix: &str, settings: &mut Vec<Setting>);
}

/// The minimum and the maximum of a number, and the standard that they come from, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub least: Option<u64>,
    pub most: Option<u64>,
    pub source: Option<&'static str>,
}

impl Bounds {
    /// # Errors
    ///
    /// If the number is out of bounds: names the setting and the bounds.
    pub fn check(&self, key: &str, number: u64) -> Result<(), ConfigError> {
        let is_within =
            self.least.is_none_or(|least| number >= least) && self.most.is_none_or(|most| number <= most);
        if is_within { Ok(()) } else { Err(ConfigError::new(key, format!("must be {self}"))) }
    }
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (Some(least), Some(most)) => write!(f, "from {least} to {most}")?,
            (Some(least), None) => write!(f, "at least {least}")?,
            (None, Some(most)) => write!(f, "at most {most}")?,
            (None, None) => f.write_str("a number")?,
        }
        self.source.map_or(Ok(()), |source| write!(f, " ({source})"))
    }
}

impl From<RangeInclusive<u64>> for Bounds {
    fn from(range: RangeInclusive<u64>) -> Self {
        Self { least: Some(*range.start()), most: Some(*range.end()), source: None }
    }
}

impl From<RangeFrom<u64>> for Bounds {
    fn from(range: RangeFrom<u64>) -> Self {
        Self { least: Some(range.start), most: None, source: None }
    }
}

impl From<RangeToInclusive<u64>> for Bounds {
    fn from(range: RangeToInclusive<u64>) -> Self {
        Self { least: None, most: Some(range.end), source: None }
    }
}

/// The accepted values of a `bool`.
pub const TRUE_OR_FALSE: &str = "`true` or `false`";

/// The accepted values of an enum without data, from the error of its `Deserialize`.
pub fn one_of<T: DeserializeOwned>() -> String {
    let names = match Value::from("").deserialize::<T>().map_err(|error| error.kind) {
        Err(Kind::UnknownVariant(_, names)) => names,
        _ => &[],
    };
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}

/// Declares a section. A field is a setting if it has `takes` and a default, and otherwise a section of its own.
///
/// ```text
/// /// The field's text in docs/CONFIGURATION.md.
/// #[takes("Seconds", 1..=3_600)]      // unit, bounds and their source; the last two may be missing
/// retry_seconds: u32 = 30,            // name, type and default
/// ```
macro_rules! section {
    (
        $(#[$attribute:meta])*
        pub struct $section:ident {
            $(
                $(#[doc = $line:literal])*
                $(#[takes($takes:expr $(, $bounds:expr $(, $source:literal)?)?)])?
                $name:ident: $type:ty $(= $default:expr)?,
            )+
        }
    ) => {
        #[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
        #[serde(default)]
        $(#[$attribute])*
        pub struct $section {
            $($(#[doc = $line])* pub $name: $type,)+
        }

        impl Default for $section {
            fn default() -> Self {
                Self { $($name: section!(@default $($default)?),)+ }
            }
        }

        impl $crate::config::section::Section for $section {
            fn describe(prefix: &str, settings: &mut Vec<$crate::config::section::Setting>) {
                $(
                    let key = format!("{prefix}{}", stringify!($name));
                    section!(
                        @describe settings, key, $type, [$($line)*]
                        $(, $takes, [$($bounds $(, $source)?)?])?
                    );
                )+
            }
        }
    };

    (@default) => { Default::default() };
    (@default $default:expr) => { $default };

    (@describe $settings:ident, $key:ident, $type:ty, [$($line:literal)*]) => {
        <$type as $crate::config::section::Section>::describe(&format!("{}.", $key), $settings)
    };
    (@describe $settings:ident, $key:ident, $type:ty, [$($line:literal)*], $takes:expr, [$($bounds:tt)*]) => {
        $settings.push($crate::config::section::Setting {
            key: $key,
            takes: String::from($takes),
            bounds: section!(@bounds $($bounds)*),
            description: concat!($($line),*).trim().to_owned(),
        })
    };

    (@bounds) => { None };
    (@bounds $bounds:expr) => { Some($crate::config::section::Bounds::from($bounds)) };
    (@bounds $bounds:expr, $source:literal) => {
        Some($crate::config::section::Bounds {
            source: Some($source),
            ..$crate::config::section::Bounds::from($bounds)
        })
    };
}

pub(super) use section;
