//! The style sheet with the operator's colour and font. It only sets tokens of the built-in one.

use std::fmt::Write;

use rocket::http::ContentType;
use sha2::{Digest, Sha256};

use super::name_with_digest::name_with_digest;
use super::operator_files::OperatorFile;
use crate::domain::{Palette, Theme};

/// Stands before the operator's font, for letters that it does not have.
const OTHER_FONTS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, sans-serif";

/// The sheet, if there is something to set.
pub fn theme_sheet(theme: Option<&Theme>, font: Option<&OperatorFile>) -> Option<OperatorFile> {
    let mut sheet = String::new();
    if let Some(Theme { light, dark }) = theme {
        let (light, dark) = (declarations(light), declarations(dark));
        let _ = writeln!(sheet, ":root{{{light}}}\n@media(prefers-color-scheme:dark){{:root{{{dark}}}}}");
    }
    if let Some(font) = font {
        let url = font.url();
        let _ = writeln!(
            sheet,
            "@font-face{{font-family:Site;src:url({url}) format(\"woff2\");font-weight:100 900;font-display:swap}}\n\
             :root{{--font:Site,{OTHER_FONTS};--font-title:var(--font)}}"
        );
    }
    let bytes = sheet.into_bytes();
    (!bytes.is_empty()).then(|| OperatorFile {
        served_name: name_with_digest("theme.css", &Sha256::digest(&bytes)),
        content_type: ContentType::CSS,
        bytes,
        version: None,
    })
}

fn declarations(palette: &Palette) -> String {
    let of_accent = palette.tokens().into_iter().filter(|(name, _)| name.contains("accent"));
    of_accent.map(|(name, color)| format!("--{name}:{color};")).collect()
}
