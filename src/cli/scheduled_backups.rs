//! Back-ups that the server makes by itself: each is rehearsed, and old ones are deleted.

use std::sync::Arc;
use std::time::Duration;

use rocket::figment::Figment;
use time::OffsetDateTime;
use tokio::time::Instant;

use super::progress::{Unit, amount};
use crate::accounts::Clock;
use crate::app::{self, RehearsalError, Schedule, Settings, detached};
use crate::backup::{self, Backup, BackupError, Made, Plan, UnpackPlan, Unverified};
use crate::config::{Config, ConfigError};
use crate::domain::time_text;

/// How often the task looks whether a back-up is due: another process on the same folder may have made one.
const LOOK: Duration = Duration::from_secs(60);

/// The pause after a back-up could not be made: the disk may have room again, or the server be there.
const AFTER_FAILURE: Duration = Duration::from_secs(900);

/// What back-ups need. They stop with the process: what they had not finished, the next one deletes.
pub struct ScheduledBackups {
    schedule: Schedule,
    clock: Clock,
    parts: Arc<Parts>,
}

struct Parts {
    figment: Figment,
    config: Config,
    settings: Settings,
}

#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("no back-up was made: {0}")]
    NotMade(#[source] BackupError),
    #[error("the rehearsal of the back-up {path} has failed: {reason}")]
    NotGood { path: String, reason: String },
    #[error("old back-ups could not be deleted: {0}")]
    NotDeleted(#[source] BackupError),
    #[error("a back-up stopped: {0}")]
    Stopped(#[from] std::io::Error),
}

impl ScheduledBackups {
    /// `None` if the settings want none.
    pub fn new(figment: &Figment, config: &Config) -> Result<Option<Self>, ConfigError> {
        let settings = Settings::read(figment, config)?;
        let Some(schedule) = settings.backups.schedule.clone() else { return Ok(None) };
        let parts = Arc::new(Parts { figment: figment.clone(), config: config.clone(), settings });
        Ok(Some(Self { schedule, clock: Clock::system(), parts }))
    }

    /// Makes back-ups until the task is aborted.
    pub async fn run(self) {
        self.log_start();
        let mut tried: Option<(Instant, Duration)> = None;
        loop {
            let is_time = tried.is_none_or(|(at, pause)| at.elapsed() >= pause);
            if is_time && self.is_due() {
                let pause = match self.back_up().await {
                    Ok(line) => {
                        tracing::info!("{line}");
                        self.schedule.every
                    }
                    // Another process makes one for the same folder.
                    Err(Trouble::NotMade(error @ BackupError::Busy { .. })) => {
                        tracing::info!("{error}");
                        LOOK
                    }
                    Err(error) => {
                        tracing::error!("{error}");
                        // A bad back-up is a file, too: only a missing one is tried again soon.
                        match error {
                            Trouble::NotMade(_) | Trouble::Stopped(_) => AFTER_FAILURE,
                            Trouble::NotGood { .. } | Trouble::NotDeleted(_) => self.schedule.every,
                        }
                    }
                };
                tried = Some((Instant::now(), pause.min(self.schedule.every)));
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    fn log_start(&self) {
        let Schedule { folder, every } = &self.schedule;
        let hours = every.as_secs() / 3_600;
        let last = match backup::last_good(folder, self.clock.now()) {
            Some(Backup { manifest, .. }) => {
                format!("the last good one is of {}", time_text(manifest.created_at))
            }
            None => "there is no good one yet".to_owned(),
        };
        tracing::info!("a back-up goes to {} every {hours} hours: {last}", folder.display());
        if let Err(error) = backup::make_folder(folder) {
            tracing::error!("backup.folder: {error}");
        }
        if backup::is_on_the_same_disk(folder, &self.parts.settings.database_url) {
            tracing::warn!(
                "{} is on the same disk as the database: copy back-ups to another machine",
                folder.display()
            );
        }
    }

    /// Whether the newest back-up is too old. One from the future was made while the clock was ahead.
    fn is_due(&self) -> bool {
        let newest = backup::list(&self.schedule.folder).ok().and_then(|all| all.into_iter().next());
        let now: OffsetDateTime = self.clock.now();
        newest.is_none_or(|Backup { manifest, .. }| {
            manifest.created_at > now || now - manifest.created_at >= self.schedule.every
        })
    }

    /// Makes one, rehearses it, and deletes old ones. Returns a line for the log.
    async fn back_up(&self) -> Result<String, Trouble> {
        let began = Instant::now();
        let (parts, folder, now) = (self.parts.clone(), self.schedule.folder.clone(), self.clock.now());
        let made = detached(move || make(&parts.settings, &folder, now)).await?;
        let Made { backup: Backup { path, manifest }, .. } = made.map_err(Trouble::NotMade)?;
        let rehearsed = self.rehearse(&path).await;
        let (folder, keep) = (self.schedule.folder.clone(), self.parts.settings.backups.keep);
        let deleted = detached(move || backup::retain(&folder, keep, now)).await?;
        rehearsed?;
        deleted.map_err(Trouble::NotDeleted)?;
        let seconds = began.elapsed().as_secs_f64();
        let size = amount(Unit::Octets, manifest.octets);
        Ok(format!("back-up {} is made and rehearsed: {size}, in {seconds:.1} s", path.display()))
    }

    async fn rehearse(&self, path: &std::path::Path) -> Result<(), Trouble> {
        let not_good = |reason: String| Trouble::NotGood { path: path.display().to_string(), reason };
        let (parts, backup, now) = (self.parts.clone(), path.to_owned(), self.clock.now());
        let unpacked = detached(move || {
            let plan = UnpackPlan {
                backup: &backup,
                database: &parts.settings.database_url,
                programs: &parts.settings.backups.programs,
                data_dir: &parts.settings.data_dir,
                unverified: Unverified::Refused,
            };
            backup::unpack(&plan, now, &mut |_, _, _| {})
        });
        let scratch = unpacked.await?.map_err(|error| not_good(error.to_string()))?;
        app::rehearse(&self.parts.figment, &self.parts.config, scratch, &mut |_| {})
            .await
            .map_err(|error: RehearsalError| not_good(error.to_string()))?;
        let path = path.to_owned();
        let marked = detached(move || backup::mark_rehearsed(&path, now)).await?;
        marked.map_err(|error| not_good(error.to_string()))
    }
}

fn make(settings: &Settings, folder: &std::path::Path, now: OffsetDateTime) -> Result<Made, BackupError> {
    backup::make_folder(folder)?;
    let (database, programs) = (&settings.database_url, &settings.backups.programs);
    backup::create(&Plan { database, programs, path: folder, secrets: None }, now, &mut |_, _, _| {})
}
