//! Whether other users can read the files with secrets, and whether this user can write those of the server.

use super::{Outcome, Subject};

#[cfg(not(unix))]
pub fn check(_: &mut Subject) -> Vec<Outcome> {
    vec![Outcome::skipped("modes of files are checked on Unix alone")]
}

#[cfg(unix)]
pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let mut outcomes = unix::open_files(subject);
    outcomes.extend(unix::foreign_files(subject));
    match outcomes.is_empty() {
        true => {
            vec![Outcome::ok(
                "the settings, the secrets key, the database, data_dir and backup.folder are closed to others, and this user \
                 can write the database and data_dir",
            )]
        }
        false => outcomes,
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::MetadataExt;
    use std::path::{Path, PathBuf};

    use nix::unistd::{AccessFlags, Uid, access};
    use rocket::figment::Source;

    use super::{Outcome, Subject};
    use crate::config::{Config, is_secret};
    use crate::storage::DatabaseUrl;

    const GROUP: u32 = 0o070;
    const OTHERS: u32 = 0o007;

    fn mode(path: &Path) -> Option<u32> {
        path.metadata().ok().map(|found| found.mode() & 0o777)
    }

    fn open(path: &Path, mode: u32, whom: &str) -> (String, String) {
        let advice = if path.is_dir() { "chmod 700" } else { "chmod 600" };
        let path = path.display();
        (format!("{path} is open to {whom} ({mode:04o})"), format!("{advice} {path}"))
    }

    /// The files with secrets that other users can read.
    pub fn open_files(subject: &Subject) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        let error = |(message, advice)| Outcome::error(message, advice);
        let warning = |(message, advice)| Outcome::warning(message, advice);
        if let Some(path) = crate::app::secrets_file(&subject.settings) {
            match mode(path) {
                Some(mode) if mode & OTHERS != 0 => outcomes.push(error(open(path, mode, "every user"))),
                Some(mode) if mode & GROUP != 0 => outcomes.push(warning(open(path, mode, "its group"))),
                _ => {}
            }
        }
        for path in database_files(subject) {
            // In a closed folder the mode of the file does not matter.
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let is_closed = folder.and_then(mode).is_some_and(|mode| mode & 0o001 == 0);
            match mode(&path) {
                Some(mode) if mode & OTHERS != 0 && !is_closed => {
                    outcomes.push(error(open(&path, mode, "every user")));
                }
                _ => {}
            }
        }
        let folders = [Some(&subject.settings.data_dir), subject.settings.backups.folder.as_ref()];
        for path in folders.into_iter().flatten() {
            match mode(path) {
                Some(mode) if mode & OTHERS != 0 => outcomes.push(warning(open(path, mode, "every user"))),
                _ => {}
            }
        }
        if let Some(path) = file_with_secrets(subject) {
            match mode(path) {
                Some(mode) if mode & OTHERS != 0 => {
                    outcomes.push(error((
                        format!("{} has secrets, and is open to every user ({mode:04o})", path.display()),
                        format!("chmod o= {}", path.display()),
                    )));
                }
                _ => {}
            }
        }
        outcomes
    }

    /// The file of the settings, if a secret is written in it.
    fn file_with_secrets(subject: &Subject) -> Option<&Path> {
        // A pipe can be read once alone.
        let path = subject.layers.file.as_deref().filter(|path| path.is_file())?;
        let text = std::fs::read_to_string(path).ok()?;
        let is_in_it = |key: &str| {
            let named = format!("{}_file", key.rsplit('.').next().unwrap_or(key));
            let source = subject.layers.figment.find_metadata(key).and_then(|found| found.source.clone());
            matches!(source, Some(Source::File(source)) if source == path) && !text.contains(&named)
        };
        let secrets = Config::settings().into_iter().filter(|setting| is_secret(&setting.key));
        secrets.map(|setting| setting.key).any(|key| is_in_it(&key)).then_some(path)
    }

    fn database_files(subject: &Subject) -> Vec<PathBuf> {
        let DatabaseUrl::Sqlite(path) = &subject.settings.database_url else { return Vec::new() };
        let beside = |ending: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        vec![path.clone(), beside("-wal"), beside("-shm")]
    }

    /// The files of the server that this user cannot write, as after a command that another user has run.
    pub fn foreign_files(subject: &Subject) -> Vec<Outcome> {
        let mut paths = vec![subject.settings.data_dir.clone()];
        paths.extend(database_files(subject));
        let user = Uid::effective();
        // `root` writes everywhere, and leaves files behind that the server cannot write.
        if user.is_root() {
            let owner = paths.iter().filter_map(|path| path.metadata().ok()).find(|found| found.uid() != 0);
            let advice =
                |owner: u32| format!("run it as the user of the server: sudo -u '#{owner}' frontdesk doctor");
            return owner
                .map(|found| {
                    let message =
                        format!("this runs as root, and the files are those of user {}", found.uid());
                    Outcome::warning(message, advice(found.uid()))
                })
                .into_iter()
                .collect();
        }
        let cannot_write = |path: &PathBuf| path.exists() && access(path, AccessFlags::W_OK).is_err();
        let wrong = paths.iter().filter(|path| cannot_write(path)).map(|path| {
            let owner = path.metadata().map_or(0, |found| found.uid());
            let advice = match owner == user.as_raw() {
                true => format!("chmod u+w {}", path.display()),
                false => format!("run the server as its owner, or: chown {user} {}", path.display()),
            };
            let message =
                format!("user {user} cannot write {}, which belongs to user {owner}", path.display());
            Outcome::error(message, advice)
        });
        wrong.collect()
    }
}
