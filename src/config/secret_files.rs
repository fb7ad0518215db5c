//! Secrets in files, as Docker and Kubernetes provide them: `smtp_url_file` names the file whose content is the value
//! of `smtp_url`. This works for every setting of type [`Secret`], in each layer.

use std::fs::File;
use std::io::Read;

use rocket::figment::error::Kind;
use rocket::figment::providers::Serialized;
use rocket::figment::value::{Dict, Map, Value};
use rocket::figment::{Error, Figment, Metadata, Profile, Provider};

use super::{Config, Secret};

const SUFFIX: &str = "_file";

/// A longer file is a mistake and not a secret.
const MAX_LENGTH: u64 = 64 * 1024;

/// A layer in which the content of secret files replaces their names. Reads each file once, because it may be a pipe.
pub struct WithSecretFiles {
    metadata: Metadata,
    data: Result<Map<Profile, Dict>, Box<Error>>,
}

impl WithSecretFiles {
    /// Reads only the files of profiles that apply.
    pub fn new(layer: &impl Provider, known: &Dict, profile: &Profile) -> Self {
        let resolve = |(of, dict): (Profile, Dict)| {
            let is_read = of == Profile::Default || of == Profile::Global || of == *profile;
            let dict = if is_read { resolved(dict, known, &[])? } else { dict };
            Ok((of, dict))
        };
        let data = layer.data().map_err(Box::new).and_then(|data| data.into_iter().map(resolve).collect());
        Self { metadata: layer.metadata(), data }
    }
}

impl Provider for WithSecretFiles {
    fn metadata(&self) -> Metadata {
        self.metadata.clone()
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        self.data.clone().map_err(|error| *error)
    }
}

fn resolved(layer: Dict, known: &Dict, path: &[&str]) -> Result<Dict, Box<Error>> {
    let mut done = Dict::new();
    let names: Vec<String> = layer.keys().cloned().collect();
    for (name, value) in layer {
        let at = |name: &str| [path, &[name]].concat().join(".");
        let secret = name.strip_suffix(SUFFIX).filter(|secret| {
            // An existing setting takes precedence: `secrets.key_file` is one.
            !known.contains_key(&name) && known.contains_key(*secret) && is_secret(&at(secret))
        });
        match (secret, known.get(&name), value) {
            (Some(secret), ..) if names.iter().any(|name| name == secret) => {
                let reason = format!("is set, and {} is, too; set one of them", at(secret));
                return Err(Box::new(Error::from(reason).with_path(&at(&name))));
            }
            (Some(secret), _, value) => {
                let content = value
                    .as_str()
                    .ok_or_else(|| "must be the path of a file".to_owned())
                    .and_then(read)
                    .map_err(|reason| Box::new(Error::from(reason).with_path(&at(&name))))?;
                done.insert(secret.to_owned(), content.into());
            }
            (None, Some(Value::Dict(_, known)), Value::Dict(tag, inner)) => {
                let inner = resolved(inner, known, &[path, &[&name]].concat())?;
                done.insert(name, Value::Dict(tag, inner));
            }
            (None, _, value) => drop(done.insert(name, value)),
        }
    }
    Ok(done)
}

/// Whether a setting has the type [`Secret`]. Gives the setting an invalid value, and looks at the type that the error
/// expects, so a new secret setting needs no change here.
pub fn is_secret(key: &str) -> bool {
    let tried = Figment::from(Serialized::default(key, true)).extract::<Config>();
    let is_asked_for = |error: Error| match error.kind {
        Kind::InvalidType(_, expected) => expected == Secret::EXPECTED,
        _ => false,
    };
    tried.is_err_and(|error| error.into_iter().any(is_asked_for))
}

/// The content of the file, without its last newline.
fn read(path: &str) -> Result<String, String> {
    let mut content = String::new();
    let file = File::open(path).map_err(|error| format!("cannot read {path}: {error}"))?;
    file.take(MAX_LENGTH + 1)
        .read_to_string(&mut content)
        .map_err(|error| format!("cannot read {path}: {error}"))?;
    if content.len() as u64 > MAX_LENGTH {
        return Err(format!("{path} is longer than {MAX_LENGTH} bytes"));
    }
    let line = content.strip_suffix('\n').unwrap_or(&content);
    match line.strip_suffix('\r').unwrap_or(line) {
        "" => Err(format!("{path} is empty")),
        secret => Ok(secret.to_owned()),
    }
}
