//! Whether there is a back-up that can be restored, how old it is, and where it is.

use std::path::Path;
use std::time::Duration;

use super::database::with_database;
use super::{Outcome, Subject};
use crate::backup::{self, Backup};
use crate::domain::time_text;
use crate::storage::DatabaseUrl;

/// Without `backup.every_hours`: older than this, a back-up is forgotten rather than weekly.
const OLD: Duration = Duration::from_secs(8 * 24 * 3_600);

const MAKE_ONE: &str = "make one and rehearse it: frontdesk backup, frontdesk backup rehearse FILE";

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let Some(folder) = subject.settings.backups.folder.clone() else {
        return vec![Outcome::warning(
            "backup.folder is not set, so nothing is known of back-ups",
            "set backup.folder and backup.every_hours, unless another program backs the database up",
        )];
    };
    let mut outcomes = vec![age(subject, &folder)];
    if backup::is_on_the_same_disk(&folder, &subject.settings.database_url) {
        outcomes.push(Outcome::warning(
            format_args!("{} is on the disk of the database: one broken disk takes both", folder.display()),
            "copy back-ups to another machine, or use another disk",
        ));
    }
    outcomes.extend(programs(subject));
    outcomes
}

fn age(subject: &Subject, folder: &Path) -> Outcome {
    let all = match backup::list(folder) {
        Ok(all) => all,
        Err(_) if folder.try_exists().is_ok_and(|is_there| !is_there) => {
            return Outcome::warning(
                format_args!("there is no {} yet: the first back-up makes it", folder.display()),
                MAKE_ONE,
            );
        }
        Err(error) => return Outcome::error(error, "let the user of the server read and write that folder"),
    };
    let Some(Backup { path, manifest }) = backup::last_good(folder, subject.now) else {
        return match all.len() {
            0 => Outcome::warning(format_args!("there is no back-up in {}", folder.display()), MAKE_ONE),
            count => Outcome::error(
                format_args!("no rehearsal of the {count} back-ups in {} has succeeded", folder.display()),
                "see why: frontdesk backup rehearse FILE",
            ),
        };
    };
    let age = subject.now - manifest.created_at;
    let told = format!("the last good back-up is of {}: {}", time_text(manifest.created_at), path.display());
    match &subject.settings.backups.schedule {
        // One may just be in the making, or have failed once.
        Some(schedule) if age > schedule.every * 2 => Outcome::error(
            format_args!(
                "{told}; backup.every_hours asks for one every {} hours",
                schedule.every.as_secs() / 3_600
            ),
            "look in the log of the server why there is none: it has to run, and to have room",
        ),
        None if age > OLD => {
            Outcome::warning(format_args!("{told}, {} days ago", age.whole_days()), MAKE_ONE)
        }
        _ => Outcome::ok(told),
    }
}

/// A finding, if PostgreSQL's programs are missing or older than the server.
fn programs(subject: &mut Subject) -> Vec<Outcome> {
    if subject.database.is_none() || matches!(subject.settings.database_url, DatabaseUrl::Sqlite(_)) {
        return Vec::new();
    }
    with_database(subject, |subject, database| {
        let (version, _) = database.version()?;
        let major = version.split([' ', '.']).nth(1).and_then(|major| major.parse().ok()).unwrap_or_default();
        let wrong = ["pg_dump", "pg_restore"]
            .into_iter()
            .find_map(|program| subject.settings.backups.programs.need(program, major).err());
        Ok(wrong.map(|error| Outcome::error(error, "back-ups fail until then")).into_iter().collect())
    })
}
