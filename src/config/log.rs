//! The log.

use serde::{Deserialize, Serialize};

use super::section::{one_of, section};

section! {
    #[serde(deny_unknown_fields)]
    #[serde(expecting = "log.level (FRONTDESK_LOG__LEVEL) and log.format: `log` alone was the level before")]
    pub struct Log {
        /// `error`, `warn`, `info`, `debug`, `trace` or `off`; by part as `warn,frontdesk::web=debug`. What is logged is
        /// in [OPERATIONS](OPERATIONS.md#logs).
        #[takes("Level, or levels by part")]
        level: String = "info".into(),

        /// `text` for people; `json` for a program: one object on each line.
        #[takes(one_of::<LogFormat>())]
        format: LogFormat = LogFormat::Text,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase", expecting = "a string")]
pub enum LogFormat {
    Text,
    Json,
}
