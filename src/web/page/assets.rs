//! Style, script and pictures: compiled in, served under a name that holds their digest, kept for a year.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rocket::http::{ContentType, Header};
use rocket::{Responder, State, get};
use rust_embed::RustEmbed;

use super::name_with_digest::name_with_digest;
use super::site::Logo;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Embedded;

/// The files by the name under which they are served.
pub struct Assets(BTreeMap<String, Served>);

struct Served {
    content_type: ContentType,
    bytes: Cow<'static, [u8]>,
}

#[derive(Responder)]
pub struct Asset<'a> {
    body: &'a [u8],
    content_type: ContentType,
    cache: Header<'static>,
}

impl Assets {
    pub fn new(logo: Option<&Logo>) -> Self {
        let built_in = Embedded::iter().filter_map(|name| Some((served_name(&name)?, embedded(&name)?)));
        let logo = logo.map(|logo| {
            let bytes = Cow::Owned(logo.bytes.clone());
            (logo.served_name.clone(), Served { content_type: logo.content_type.clone(), bytes })
        });
        Self(built_in.chain(logo).collect())
    }
}

/// The paths of the built-in files by their names, as `/static/app-1a2b3c4d.css` for `app.css`.
pub fn paths() -> BTreeMap<String, String> {
    Embedded::iter()
        .filter_map(|name| Some((name.to_string(), format!("/static/{}", served_name(&name)?))))
        .collect()
}

fn served_name(name: &str) -> Option<String> {
    Embedded::get(name).map(|file| name_with_digest(name, &file.metadata.sha256_hash()))
}

fn embedded(name: &str) -> Option<Served> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let content_type = ContentType::from_extension(extension).unwrap_or(ContentType::Binary);
    Embedded::get(name).map(|file| Served { content_type, bytes: file.data })
}

#[get("/static/<name>")]
pub fn file<'a>(name: &str, assets: &'a State<Assets>) -> Option<Asset<'a>> {
    Some(asset(assets.0.get(name)?, "public, max-age=31536000, immutable"))
}

/// Browsers ask for it unasked.
#[get("/favicon.ico")]
pub fn favicon(assets: &State<Assets>) -> Option<Asset<'_>> {
    let served = assets.0.get(&served_name("favicon.svg")?)?;
    Some(asset(served, "public, max-age=86400"))
}

fn asset<'a>(served: &'a Served, cache: &'static str) -> Asset<'a> {
    Asset {
        body: &served.bytes,
        content_type: served.content_type.clone(),
        cache: Header::new("Cache-Control", cache),
    }
}
