//! Whose front door this is: the operator's name, words and looks.

use rocket::http::ContentType;
use serde::Serialize;

use super::operator_files::OperatorFile;
use super::theme_sheet::theme_sheet;
use crate::domain::{PageLink, Theme};

/// What the operator decides.
pub struct SiteSettings {
    pub name: String,
    pub tagline: Option<String>,
    pub support_email: Option<String>,
    pub terms_url: Option<PageLink>,
    pub privacy_url: Option<PageLink>,
    pub logo: Option<OperatorFile>,
    /// The logo contains the name, which therefore need not stand beside it.
    pub logo_shows_name: bool,
    pub favicon: Option<OperatorFile>,
    pub font: Option<OperatorFile>,
    /// Loaded after the built-in sheet.
    pub css: Option<OperatorFile>,
    /// The colours, if they are not the built-in ones.
    pub theme: Option<Theme>,
    /// The files of the operator's folder.
    pub own_files: Vec<OperatorFile>,
}

/// What every template gets as `site`.
#[derive(Debug, Serialize)]
pub struct Site {
    name: String,
    /// `None` for that of the catalogue.
    tagline: Option<String>,
    support_email: Option<String>,
    terms_url: Option<String>,
    privacy_url: Option<String>,
    logo_url: Option<String>,
    logo_shows_name: bool,
    icon: Option<Icon>,
    theme_url: Option<String>,
    css_url: Option<String>,
    theme_color: ThemeColor,
    #[serde(skip)]
    logo_path_for_mail: Option<String>,
    #[serde(skip)]
    files: Vec<OperatorFile>,
}

/// What stands in the browser's tab, if it is not the built-in mark.
#[derive(Debug, Serialize)]
struct Icon {
    url: String,
    #[serde(rename = "type")]
    media_type: String,
    #[serde(skip)]
    served_name: String,
}

/// The colour of what a browser draws around the page.
#[derive(Debug, Serialize)]
struct ThemeColor {
    light: String,
    dark: String,
}

impl Site {
    pub fn new(settings: SiteSettings) -> Self {
        let SiteSettings { name, tagline, support_email, logo_shows_name, logo, favicon, font, css, .. } =
            settings;
        let theme_sheet = theme_sheet(settings.theme.as_ref(), font.as_ref());
        let icon = favicon.as_ref().or(logo.as_ref()).map(|file| Icon {
            url: file.url(),
            media_type: file.content_type.media_type().to_string(),
            served_name: file.served_name.clone(),
        });
        let url = |file: &Option<OperatorFile>| file.as_ref().map(OperatorFile::url);
        Self {
            name,
            tagline,
            support_email,
            terms_url: settings.terms_url.map(|link| link.as_str().to_owned()),
            privacy_url: settings.privacy_url.map(|link| link.as_str().to_owned()),
            logo_url: url(&logo),
            logo_shows_name: logo_shows_name && logo.is_some(),
            icon,
            theme_url: url(&theme_sheet),
            css_url: url(&css),
            theme_color: ThemeColor::of(settings.theme),
            logo_path_for_mail: logo.as_ref().filter(|logo| is_shown_in_mail(logo)).map(OperatorFile::url),
            files: [logo, favicon, font, css, theme_sheet]
                .into_iter()
                .flatten()
                .chain(settings.own_files)
                .collect(),
        }
    }

    /// The path of the operator's logo, if mail programs can show its format.
    pub fn logo_path_for_mail(&self) -> Option<String> {
        self.logo_path_for_mail.clone()
    }

    /// The operator's files.
    pub fn files(&self) -> &[OperatorFile] {
        &self.files
    }

    /// The name under which the operator's icon is served.
    pub fn icon_name(&self) -> Option<&str> {
        self.icon.as_ref().map(|icon| icon.served_name.as_str())
    }
}

impl ThemeColor {
    /// The operator's colour, or that of the ground.
    fn of(theme: Option<Theme>) -> Self {
        let built_in = Theme::default();
        let (light, dark) = match theme {
            Some(Theme { light, dark }) => (light.accent_fill, dark.accent_fill),
            None => (built_in.light.ground, built_in.dark.ground),
        };
        Self { light: light.to_string(), dark: dark.to_string() }
    }
}

/// Most mail programs show neither SVG nor WebP.
fn is_shown_in_mail(logo: &OperatorFile) -> bool {
    [ContentType::PNG, ContentType::JPEG, ContentType::GIF].contains(&logo.content_type)
}
