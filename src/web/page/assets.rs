//! Style, script and pictures: the built-in ones under a name that holds their digest, kept for a year; and the operator's.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use rocket::http::{ContentType, Header};
use rocket::{Responder, State, get};
use rust_embed::RustEmbed;

use super::name_with_digest::name_with_digest;
use super::site::Site;

const A_YEAR: &str = "public, max-age=31536000, immutable";
/// Of what may be another file tomorrow.
const AN_HOUR: &str = "public, max-age=3600";
const A_DAY: &str = "public, max-age=86400";

#[derive(RustEmbed)]
#[folder = "static/"]
struct Embedded;

/// All files, by their paths below `/static/`. A request is looked up here and nowhere else.
pub struct Assets {
    files: BTreeMap<String, Served>,
    favicon: Option<String>,
}

struct Served {
    content_type: ContentType,
    bytes: Cow<'static, [u8]>,
    /// What the query has to say for the answer to be kept for long, if the name does not say it.
    version: Option<String>,
}

#[derive(Responder)]
pub struct Asset<'a> {
    body: &'a [u8],
    content_type: ContentType,
    cache: Header<'static>,
}

impl Assets {
    pub fn new(site: &Site) -> Self {
        let built_in = Embedded::iter().filter_map(|name| Some((served_name(&name)?, embedded(&name)?)));
        let own = site.files().iter().map(|file| {
            let (content_type, version) = (file.content_type.clone(), file.version.clone());
            let bytes = Cow::Owned(file.bytes.clone());
            (file.served_name.clone(), Served { content_type, bytes, version })
        });
        let favicon = site.icon_name().map(str::to_owned).or_else(|| served_name("favicon.svg"));
        Self { files: built_in.chain(own).collect(), favicon }
    }
}

/// The paths of the files that templates may name: `/static/app-1a2b3c4d.css` for `app.css`, and of the operator's folder
/// `/static/own/pier.webp?v=1a2b3c4d` for `own/pier.webp`.
pub fn paths(site: &Site) -> BTreeMap<String, String> {
    let own = site.files().iter().filter(|file| file.version.is_some());
    Embedded::iter()
        .filter_map(|name| Some((name.to_string(), format!("/static/{}", served_name(&name)?))))
        .chain(own.map(|file| (file.served_name.clone(), file.url())))
        .collect()
}

fn served_name(name: &str) -> Option<String> {
    Embedded::get(name).map(|file| name_with_digest(name, &file.metadata.sha256_hash()))
}

fn embedded(name: &str) -> Option<Served> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let content_type = ContentType::from_extension(extension).unwrap_or(ContentType::Binary);
    Embedded::get(name).map(|file| Served { content_type, bytes: file.data, version: None })
}

#[get("/static/<path..>?<v>")]
pub fn file<'a>(path: PathBuf, v: Option<&str>, assets: &'a State<Assets>) -> Option<Asset<'a>> {
    let served = assets.files.get(path.to_str()?)?;
    let is_version = served.version.as_deref().is_none_or(|version| v == Some(version));
    Some(served.answer(if is_version { A_YEAR } else { AN_HOUR }))
}

/// Browsers ask for it unasked.
#[get("/favicon.ico")]
pub fn favicon(assets: &State<Assets>) -> Option<Asset<'_>> {
    Some(assets.files.get(assets.favicon.as_ref()?)?.answer(A_DAY))
}

impl Served {
    fn answer(&self, cache: &'static str) -> Asset<'_> {
        Asset {
            body: &self.bytes,
            content_type: self.content_type.clone(),
            cache: Header::new("Cache-Control", cache),
        }
    }
}
