//! A language, as menus and pages show it.

use serde::Serialize;

/// A language to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageName<'a> {
    pub tag: &'a str,
    /// In the language itself.
    pub name: &'a str,
    pub dir: &'static str,
}
