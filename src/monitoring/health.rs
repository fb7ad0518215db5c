//! `/health/live` and `/health/ready`: for a balancer, systemd, Kubernetes or Docker.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use rocket::http::{ContentType, Status};
use rocket::{State, get};
use serde::Serialize;

use super::look::Look;
use crate::accounts::Accounts;

/// Whether the server takes new requests, as far as it depends on the operator.
#[derive(Default)]
pub struct Readiness {
    is_draining: AtomicBool,
}

impl Readiness {
    /// The server is about to stop: from now on it is not ready.
    pub fn drain(&self) {
        self.is_draining.store(true, Ordering::Relaxed);
    }
}

/// What readiness depends on besides the database.
pub struct Watched {
    data_dir: PathBuf,
    least_free: u64,
    database: Look<Option<Problem>>,
}

/// Why the server is not ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Problem {
    /// It is about to stop.
    Draining,
    /// The database does not answer.
    Database,
    /// The database lacks migrations of this release.
    Migrations,
    /// The disk of the data folder is full, or almost.
    Disk,
}

#[derive(Serialize)]
struct Health<'a> {
    status: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    problems: &'a [Problem],
}

type Answer = (Status, (ContentType, String));

/// The process answers requests. Nothing else is looked at, since a restart would mend nothing else.
#[get("/live")]
pub fn live() -> Answer {
    answer(Status::Ok, "live", &[])
}

/// The server can do its work. Says what is wrong by names, because anyone may ask.
#[get("/ready")]
pub async fn ready(
    accounts: &State<Accounts>,
    readiness: &State<Readiness>,
    watched: &State<Watched>,
) -> Answer {
    let mut problems = watched.problems(accounts).await;
    if readiness.is_draining.load(Ordering::Relaxed) {
        problems.insert(0, Problem::Draining);
    }
    match problems.as_slice() {
        [] => answer(Status::Ok, "ready", &[]),
        problems => answer(Status::ServiceUnavailable, "not_ready", problems),
    }
}

fn answer(status: Status, name: &'static str, problems: &[Problem]) -> Answer {
    let health = serde_json::to_string(&Health { status: name, problems });
    (status, (ContentType::JSON, health.unwrap_or_default() + "\n"))
}

impl Watched {
    pub fn new(data_dir: PathBuf, least_free: u64) -> Self {
        Self { data_dir, least_free, database: Look::default() }
    }

    async fn problems(&self, accounts: &Accounts) -> Vec<Problem> {
        let accounts = accounts.clone();
        let look = async move {
            match accounts.is_database_migrated().await {
                Ok(true) => None,
                Ok(false) => Some(Problem::Migrations),
                Err(_) => Some(Problem::Database),
            }
        };
        let database = self.database.answer(look).await.unwrap_or(Some(Problem::Database));
        let disk = self.is_disk_full().then_some(Problem::Disk);
        database.into_iter().chain(disk).collect()
    }

    /// False where it cannot be known.
    fn is_disk_full(&self) -> bool {
        free_space(&self.data_dir).is_some_and(|free| free < self.least_free)
    }
}

/// How many octets the server can still write below the folder. `None` where it cannot be known.
#[cfg(unix)]
#[allow(clippy::useless_conversion, reason = "the numbers have 64 bits on some systems only")]
pub fn free_space(folder: &std::path::Path) -> Option<u64> {
    let disk = nix::sys::statvfs::statvfs(folder).ok()?;
    Some(u64::from(disk.blocks_available()).saturating_mul(u64::from(disk.fragment_size())))
}

#[cfg(not(unix))]
pub fn free_space(_: &std::path::Path) -> Option<u64> {
    None
}
