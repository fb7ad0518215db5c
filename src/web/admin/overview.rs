//! The administrators' front page: how many people there are, and whether the server keeps up.

use std::time::Duration;

use rocket::{State, get};
use serde::Serialize;

use super::mail::folder;
use crate::accounts::{Accounts, HashingStatus};
use crate::domain::{MailCounts, UserQuery};
use crate::locale::Message;
use crate::web::page::{Administrator, ErrorPage, Page};

#[derive(Serialize)]
pub struct View {
    user_count: i64,
    mail_waiting: i64,
    mail_given_up: i64,
    /// Where mail is written, if it is not sent.
    mail_folder: Option<String>,
    hashing: HashingView,
}

/// The queue for password hashes. Times and amounts of memory have their units.
#[derive(Serialize)]
struct HashingView {
    engine: String,
    /// Of each worker.
    memory: Message,
    passes: u32,
    lanes: u32,
    workers: usize,
    /// That each hash is split over.
    threads: usize,
    memory_in_all: Message,
    busy_workers: usize,
    log_ins_waiting: usize,
    sign_ups_waiting: usize,
    queue_depth: usize,
    longest_wait: Message,
    expected_wait: Message,
    /// Of the last hashes; null before the first.
    waits: Option<WaitsView>,
    served: u64,
    refused: u64,
    left: u64,
    rechecked: u64,
    found_wrong: u64,
}

#[derive(Serialize)]
struct WaitsView {
    of: usize,
    median: Message,
    longest: Message,
}

#[get("/admin")]
pub async fn index(
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let user_count = accounts.list_users(UserQuery::default(), 1).await?.count;
    let MailCounts { waiting, given_up } = accounts.outbox().counts().await?;
    let hashing = view(accounts.hashing_status());
    let mail_folder = folder(accounts);
    let view = View { user_count, mail_waiting: waiting, mail_given_up: given_up, mail_folder, hashing };
    Ok(administrator.page("admin/overview.html", view))
}

fn view(status: HashingStatus) -> HashingView {
    HashingView {
        memory_in_all: memory(status.memory_kib()),
        engine: status.engine,
        memory: memory(status.parameters.memory_kib().into()),
        passes: status.parameters.passes(),
        lanes: status.parameters.lanes(),
        workers: status.arrangement.at_once,
        threads: status.arrangement.threads,
        busy_workers: status.busy_workers,
        log_ins_waiting: status.checks_waiting,
        sign_ups_waiting: status.new_hashes_waiting,
        queue_depth: status.queue_depth,
        longest_wait: time(status.longest_wait),
        expected_wait: time(status.expected_wait),
        waits: status.waits.map(|waits| WaitsView {
            of: waits.of,
            median: time(waits.median),
            longest: time(waits.longest),
        }),
        served: status.served,
        refused: status.refused,
        left: status.left,
        rechecked: status.rechecked,
        found_wrong: status.found_wrong,
    }
}

fn memory(kib: u64) -> Message {
    match kib {
        0..1_024 => Message::new("unit-kibibytes").with("count", kib),
        _ => Message::new("unit-mebibytes").with("count", kib / 1_024),
    }
}

/// As people say it: `0 ms`, `120 ms`, `1.4 s`.
fn time(time: Duration) -> Message {
    let seconds = (time.as_secs_f64() * 10.0).round() / 10.0;
    match time.subsec_millis() {
        milliseconds if time.as_secs() == 0 => {
            Message::new("unit-milliseconds").with("count", i64::from(milliseconds))
        }
        _ => Message::new("unit-seconds").with("count", seconds),
    }
}
