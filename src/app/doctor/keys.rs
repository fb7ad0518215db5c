//! Whether this node has the secret keys that the database needs, whether the signing keys can be decrypted, and what is to
//! be known about the certificate.

use super::database::with_tables;
use super::{Outcome, Subject};
use crate::accounts::{StoredKeyError, verify_stored_keys};
use crate::domain::is_ahead;
use crate::listener;
use crate::secrets::Secrets;
use crate::storage::signing_keys as table;

pub fn secret_keys(subject: &mut Subject) -> Vec<Outcome> {
    let secrets = Secrets::new(subject.settings.secrets.clone());
    let place = secrets.place();
    let present = match secrets.key_ids() {
        Ok(present) => present,
        Err(error) => {
            return vec![Outcome::error(error, "put the file back from its copy, readable by the server")];
        }
    };
    if subject.database.is_none() || !subject.is_migrated {
        return vec![match present.len() {
            0 => Outcome::skipped(format_args!(
                "there is no key in {place}, and no database that could need one"
            )),
            count => {
                let keys = if count == 1 { "key" } else { "keys" };
                Outcome::ok(format_args!(
                    "{place} has {count} {keys}; no database of this release needs one yet"
                ))
            }
        }];
    }
    with_tables(subject, |_, database| {
        let mut needed: Vec<String> = database.read(table::sealed_by)?.into_iter().flatten().collect();
        needed.sort();
        needed.dedup();
        let missing: Vec<&str> =
            needed.iter().filter(|id| !present.contains(id)).map(String::as_str).collect();
        Ok(vec![match (missing.is_empty(), present.is_empty()) {
            (false, _) => Outcome::error(
                format_args!(
                    "the database needs the secret key {}, and {place} does not have it",
                    missing.join(", ")
                ),
                "copy the file from the node that has it, or from its back-up; without it: frontdesk keys rotate \
                 --forget-old",
            ),
            (true, true) => Outcome::ok(format_args!("none is needed yet: the first start makes {place}")),
            (true, false) => Outcome::ok(format_args!("{place} has {}", present.join(", "))),
        }])
    })
}

pub fn signing_keys(subject: &mut Subject) -> Vec<Outcome> {
    let secrets = Secrets::new(subject.settings.secrets.clone());
    with_tables(subject, |subject, database| {
        // The row of a key that cannot be read may come from anywhere, so its error is no reason to stop.
        let verified =
            database.read(|db| -> Result<usize, StoredKeyError> { verify_stored_keys(db, &secrets) });
        let count = match verified {
            Ok(count) => count,
            Err(StoredKeyError::Storage(error)) => return Err(error),
            Err(error) => {
                return Ok(vec![Outcome::error(
                    format_args!("the stored signing keys cannot be used: {error}"),
                    "repair the secret keys; if they are lost: frontdesk keys rotate --forget-old",
                )]);
            }
        };
        let keys = database.read(table::all)?;
        let wanted = subject.settings.signing.algorithm;
        let newest = keys.iter().max_by_key(|key| key.created_at);
        Ok(vec![match newest {
            None => Outcome::ok("there is no key yet: the first start makes one"),
            Some(key) if is_ahead(key.created_at, subject.now) => Outcome::warning(
                "the newest key carries a date in the future, and signs only from then on",
                "frontdesk keys rotate --forget-old; programs then have to log in again",
            ),
            Some(key) if key.algorithm != wanted => Outcome::warning(
                format_args!("no key is for tokens.algorithm, {}", wanted.code()),
                "restart the server, which makes one",
            ),
            Some(_) => Outcome::ok(format_args!("{count}, all of which can be decrypted")),
        }])
    })
}

pub fn certificate(subject: &mut Subject) -> Vec<Outcome> {
    let Some(tls) = &subject.settings.listener.tls else {
        return vec![Outcome::skipped("tls.certificate is not set")];
    };
    match listener::tls_warnings(tls) {
        Ok(warnings) if warnings.is_empty() => {
            vec![Outcome::ok(format_args!("{} is for {}", tls.certificate.display(), tls.host))]
        }
        Ok(warnings) => {
            let advice =
                "correct it, and send the server SIGHUP, or wait for a minute: it reads the files again";
            warnings
                .into_iter()
                .map(|warning| match warning.contains("browsers refuse it") {
                    true => Outcome::error(warning, advice),
                    false => Outcome::warning(warning, advice),
                })
                .collect()
        }
        Err(error) => vec![Outcome::error(
            format_args!("{}: {}", error.setting, error.reason),
            "correct the files of tls.certificate and tls.key",
        )],
    }
}
