//! Where back-ups go, and how often the server makes one.

use std::path::PathBuf;
use std::time::Duration;

use crate::backup::Programs;
use crate::config::{self, ConfigError};

/// The settings of back-ups.
#[derive(Clone, Debug)]
pub struct Backups {
    pub folder: Option<PathBuf>,
    /// How often the server makes one.
    pub schedule: Option<Schedule>,
    /// How many stay in a folder.
    pub keep: usize,
    pub programs: Programs,
}

#[derive(Clone, Debug)]
pub struct Schedule {
    pub folder: PathBuf,
    pub every: Duration,
}

pub fn backups(backup: &config::Backup) -> Result<Backups, ConfigError> {
    let config::Backup { folder, every_hours, keep, postgres_programs } = backup.clone();
    let schedule = match (every_hours, &folder) {
        (None, _) => None,
        (Some(hours), Some(folder)) => {
            Some(Schedule { folder: folder.clone(), every: Duration::from_secs(u64::from(hours) * 3_600) })
        }
        (Some(_), None) => {
            return Err(ConfigError::new(
                "backup.folder",
                "is needed with backup.every_hours: name a folder",
            ));
        }
    };
    Ok(Backups { folder, schedule, keep: keep as usize, programs: Programs::new(postgres_programs) })
}
