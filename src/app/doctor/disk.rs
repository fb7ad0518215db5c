//! Whether there is room on the disks of the data folder, the database and the back-ups.

use std::path::{Path, PathBuf};

use super::{Outcome, Subject, octets};
use crate::monitoring::free_space;
use crate::storage::DatabaseUrl;

const DATA_FOLDER: &str = "data_dir";

/// With less than this times `health.least_free_mib`, the disk will soon be full.
const SOON: u64 = 4;

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let settings = &subject.settings;
    let mut database_size = 0;
    let mut folders = vec![(DATA_FOLDER, settings.data_dir.clone(), 0)];
    if let DatabaseUrl::Sqlite(path) = &settings.database_url {
        database_size = path.metadata().map_or(0, |file| file.len());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if folder != settings.data_dir {
            folders.push(("the database", folder.to_owned(), 0));
        }
    }
    if let Some(folder) = &settings.backups.folder {
        folders.push(("backup.folder", folder.clone(), database_size));
    }
    folders.into_iter().map(|(what, folder, wanted)| of(subject, what, &folder, wanted)).collect()
}

/// `wanted` is the size of what is written next.
fn of(subject: &Subject, what: &str, folder: &Path, wanted: u64) -> Outcome {
    let least = subject.settings.monitoring.least_free;
    let Some(free) = existing(folder).and_then(|folder| free_space(&folder)) else {
        return Outcome::skipped(format_args!(
            "the free space of {what}, {}, is not known",
            folder.display()
        ));
    };
    let told = format!("{} are free for {what}, {}", octets(free), folder.display());
    let advice = "delete what is not needed, or use a larger disk";
    match free {
        // The server looks at this folder alone, and then tells balancers that it is not ready.
        free if free < least && what == DATA_FOLDER => Outcome::error(
            format_args!("{told}: less than health.least_free_mib, so the server is not ready"),
            advice,
        ),
        free if free < wanted => {
            Outcome::error(format_args!("{told}: the next back-up takes up to {}", octets(wanted)), advice)
        }
        free if free < least.saturating_mul(SOON) => Outcome::warning(told, advice),
        _ => Outcome::ok(told),
    }
}

/// The folder, or the one in which it will be made.
fn existing(folder: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(folder).ok()?;
    absolute.ancestors().find(|folder| folder.is_dir()).map(Path::to_owned)
}
