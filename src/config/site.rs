//! What the site is called and how it looks.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    pub name: String,
    pub tagline: String,
    /// Shown where somebody may need help.
    pub support_email: Option<String>,
    /// A picture that takes the place of the built-in mark.
    pub logo: Option<PathBuf>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Frontdesk".into(),
            tagline: "Come in. It takes a minute.".into(),
            support_email: None,
            logo: None,
        }
    }
}
