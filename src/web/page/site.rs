//! Whose front door this is: the operator's name, words and logo.

use std::path::Path;

use rocket::http::ContentType;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::name_with_digest::name_with_digest;

/// What every template gets as `site`.
#[derive(Debug, Serialize)]
pub struct Site {
    name: String,
    tagline: String,
    support_email: Option<String>,
    logo_url: Option<String>,
    #[serde(skip)]
    logo: Option<Logo>,
}

/// The operator's own logo, read at the start.
#[derive(Debug)]
pub struct Logo {
    pub served_name: String,
    pub content_type: ContentType,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error("must be an .svg, .png, .jpg, .webp or .gif file")]
    NoPicture,
}

impl Site {
    pub fn new(
        name: String,
        tagline: String,
        support_email: Option<String>,
        logo: Option<&Path>,
    ) -> Result<Self, SiteError> {
        let logo = logo.map(Logo::read).transpose()?;
        let logo_url = logo.as_ref().map(|logo| format!("/static/{}", logo.served_name));
        Ok(Self { name, tagline, support_email, logo_url, logo })
    }

    /// The path of the operator's logo, if mail programs can show its format: most show neither SVG nor WebP.
    pub fn logo_path_for_mail(&self) -> Option<String> {
        let logo = self.logo.as_ref()?;
        let is_shown = [ContentType::PNG, ContentType::JPEG, ContentType::GIF].contains(&logo.content_type);
        self.logo_url.clone().filter(|_| is_shown)
    }

    pub fn logo(&self) -> Option<&Logo> {
        self.logo.as_ref()
    }
}

impl Logo {
    fn read(path: &Path) -> Result<Self, SiteError> {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        let content_type = match extension.as_str() {
            "svg" | "png" | "jpg" | "jpeg" | "webp" | "gif" => ContentType::from_extension(&extension),
            _ => None,
        };
        let content_type = content_type.ok_or(SiteError::NoPicture)?;
        let bytes = std::fs::read(path)
            .map_err(|source| SiteError::Unreadable { path: path.display().to_string(), source })?;
        let served_name = name_with_digest(&format!("logo.{extension}"), &Sha256::digest(&bytes));
        Ok(Self { served_name, content_type, bytes })
    }
}
