//! Style, script and pictures: the built-in ones under a name that holds their digest, kept for a year; and the operator's.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::PathBuf;

use rocket::http::ContentType;
use rocket::response::{self, Responder};
use rocket::{Request, Response, State, get};
use rust_embed::RustEmbed;

use super::compressed::Compressed;
use super::name_with_digest::name_with_digest;
use super::site::Site;
use crate::http::Coding;

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
    contents: Compressed,
    /// Pictures and fonts are compressed already.
    is_text: bool,
    /// What the query has to say for the answer to be kept for long, if the name does not say it.
    version: Option<String>,
}

pub struct Asset<'a> {
    served: &'a Served,
    cache: &'static str,
}

impl Assets {
    pub fn new(site: &Site) -> Self {
        let built_in = Embedded::iter().filter_map(|name| Some((served_name(&name)?, embedded(&name)?)));
        let own = site.files().iter().map(|file| {
            let contents = Compressed::new(file.bytes.clone());
            (file.served_name.clone(), Served::new(file.content_type.clone(), contents, file.version.clone()))
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
    Embedded::get(name).map(|file| Served::new(content_type, Compressed::new(file.data), None))
}

#[get("/static/<path..>?<v>")]
pub fn file<'a>(path: PathBuf, v: Option<&str>, assets: &'a State<Assets>) -> Option<Asset<'a>> {
    let served = assets.files.get(path.to_str()?)?;
    let is_version = served.version.as_deref().is_none_or(|version| v == Some(version));
    Some(Asset { served, cache: if is_version { A_YEAR } else { AN_HOUR } })
}

/// Browsers ask for it unasked.
#[get("/favicon.ico")]
pub fn favicon(assets: &State<Assets>) -> Option<Asset<'_>> {
    Some(Asset { served: assets.files.get(assets.favicon.as_ref()?)?, cache: A_DAY })
}

impl Served {
    fn new(content_type: ContentType, contents: Compressed, version: Option<String>) -> Self {
        let subtype = content_type.sub().as_str();
        let is_text = content_type.top() == "text"
            || matches!(subtype, "javascript" | "json" | "xml")
            || subtype.ends_with("+xml");
        Self { content_type, contents, is_text, version }
    }
}

impl<'r> Responder<'r, 'r> for Asset<'r> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'r> {
        let Self { served, cache } = self;
        let coding = Coding::preferred(request.headers()).filter(|_| served.is_text);
        let (octets, coding) = served.contents.encoded(coding);
        let mut response = Response::build();
        response.header(served.content_type.clone()).raw_header("Cache-Control", cache);
        // Files are public, and mails show the logo on the pages of others.
        response.raw_header("Cross-Origin-Resource-Policy", "cross-origin");
        if served.is_text {
            response.raw_header("Vary", "Accept-Encoding");
        }
        if let Some(coding) = coding {
            response.raw_header("Content-Encoding", coding.name());
        }
        response.sized_body(octets.len(), Cursor::new(octets)).ok()
    }
}
