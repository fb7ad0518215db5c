//! A message by its key, before anything is known about the reader.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{DeviceName, device_name};

/// What to say. The page or the mail that contains it decides the language: templates print it with `t(message=…)`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    pub(super) key: Cow<'static, str>,
    #[serde(rename = "args", skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) arguments: BTreeMap<&'static str, Argument>,
}

/// The value of a variable. Plural rules need numbers to be numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    Number(f64),
    Text(String),
}

impl Message {
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), arguments: BTreeMap::new() }
    }

    /// A message that the code of a value names: `event-` and `signed_up` give `event-signed-up`.
    pub fn of_code(prefix: &str, code: &str) -> Self {
        Self::new(format!("{prefix}{}", code.replace('_', "-")))
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.insert(name, value.into());
        self
    }

    /// The name of the device with this user agent: a browser and a system, or a program. `None` if it is unknown.
    pub fn device(user_agent: &str) -> Option<Self> {
        Some(match device_name(user_agent)? {
            DeviceName { browser: Some(browser), system: Some(system) } => {
                Self::new("device-browser-on-system").with("browser", browser).with("system", system)
            }
            DeviceName { browser, system } => Self::new("device-name").with("name", browser.or(system)?),
        })
    }

    pub fn key(&self) -> &str {
        &self.key
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Argument {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// Counts are far below 2^53, up to which a float is exact.
macro_rules! count {
    ($($number:ty),+) => {
        $(
            impl From<$number> for Argument {
                #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
                fn from(number: $number) -> Self {
                    Self::Number(number as f64)
                }
            }
        )+
    };
}
count!(i64, u64, usize);
