//! The background tasks of the server: it sends mail, runs housekeeping, and watches the database and the clock.

use std::time::Duration;

use rocket::futures::future::join_all;
use time::OffsetDateTime;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior};

use super::memory;
use super::scheduled_backups::ScheduledBackups;
use crate::accounts::{Accounts, CleanedUp};
use crate::domain::CLOCK_TOLERANCE;

/// How often housekeeping runs.
const HOUSEKEEPING: Duration = Duration::from_secs(3_600);

/// How often each sender looks for mail, and how many senders there are.
const MAIL_ROUND: Duration = Duration::from_secs(1);
const SENDERS: usize = 4;

/// How often the tasks check whether the database's file is still in place, and whether the clock was set back.
const DATABASE_WATCH: Duration = Duration::from_millis(500);
const CLOCK_WATCH: Duration = Duration::from_secs(1);

/// How often the task checks whether a recheck has found a wrong hash.
const HASH_REPAIRS: Duration = Duration::from_secs(1);

/// The pause after an error, after which the database may be available again.
const AFTER_TROUBLE: Duration = Duration::from_secs(10);

/// How often the log repeats that the outbox is out of reach.
const REMINDER: Duration = Duration::from_secs(300);

pub struct Background {
    senders: Vec<JoinHandle<()>>,
    stop_sending: watch::Sender<bool>,
    others: Vec<JoinHandle<()>>,
}

impl Background {
    pub fn start(accounts: &Accounts, backups: Option<ScheduledBackups>) -> Self {
        let (stop_sending, stopped) = watch::channel(false);
        // Only one sender logs that the outbox is out of reach.
        let sender = |number| tokio::spawn(send_mail(accounts.clone(), stopped.clone(), number == 0));
        let mut others = vec![
            tokio::spawn(watch_database(accounts.clone())),
            tokio::spawn(watch_clock(accounts.clone())),
            tokio::spawn(keep_house(accounts.clone())),
            tokio::spawn(repair_hashes(accounts.clone())),
            tokio::spawn(memory::give_back()),
        ];
        others.extend(backups.map(|backups| tokio::spawn(backups.run())));
        Self { senders: (0..SENDERS).map(sender).collect(), stop_sending, others }
    }

    /// Stops all tasks. Waits until mails that are being sent are sent and their results stored.
    pub async fn stop(self) {
        self.others.iter().for_each(JoinHandle::abort);
        self.stop_sending.send_replace(true);
        join_all(self.senders).await;
    }
}

/// Sends due mails, one after another, and looks for new ones every second. A mail that is being sent when the server
/// stops is sent to the end.
async fn send_mail(accounts: Accounts, mut stopped: watch::Receiver<bool>, logs: bool) {
    let mut outage = Outage::default();
    while !*stopped.borrow() {
        let (accounts, is_stopped) = (accounts.clone(), stopped.clone());
        // In a task of its own, so that a panic about one mail does not end all sending.
        let round = tokio::spawn(async move { accounts.outbox().send_due(|| !*is_stopped.borrow()).await });
        let (pause, message) = match round.await.map_err(|error| error.to_string()) {
            Ok(Ok(_)) => (MAIL_ROUND, outage.end(Instant::now())),
            Ok(Err(error)) => (AFTER_TROUBLE, outage.go_on(Instant::now(), &error)),
            Err(error) => {
                tracing::error!("sending mail has failed: {error}");
                (AFTER_TROUBLE, None)
            }
        };
        if let Some(message) = message.filter(|_| logs) {
            tracing::warn!("{message}");
        }
        let _ = tokio::time::timeout(pause, stopped.changed()).await;
    }
}

/// Since when the outbox has been out of reach, and when the log last said so.
#[derive(Default)]
struct Outage(Option<(Instant, Instant)>);

impl Outage {
    fn go_on(&mut self, now: Instant, error: &impl ToString) -> Option<String> {
        let error = error.to_string();
        match &mut self.0 {
            None => {
                self.0 = Some((now, now));
                Some(format!("the outbox is out of reach: {error}"))
            }
            Some((since, said)) if now - *said >= REMINDER => {
                *said = now;
                let minutes = (now - *since).as_secs() / 60;
                Some(format!("the outbox has been out of reach for {minutes} minutes: {error}"))
            }
            Some(_) => None,
        }
    }

    fn end(&mut self, now: Instant) -> Option<String> {
        let (since, _) = self.0.take()?;
        Some(format!("the outbox is back, after {} seconds", (now - since).as_secs()))
    }
}

async fn watch_database(accounts: Accounts) {
    let mut ticks = tokio::time::interval(DATABASE_WATCH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        accounts.housekeeping().watch_storage().await;
    }
}

/// Corrects dates in the future, at the start and after the clock was set back.
async fn watch_clock(accounts: Accounts) {
    let mut ticks = tokio::time::interval(CLOCK_WATCH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut last: Option<(OffsetDateTime, Instant)> = None;
    loop {
        ticks.tick().await;
        #[expect(clippy::disallowed_methods, reason = "it is the system's clock that this watches")]
        let now = (OffsetDateTime::now_utc(), Instant::now());
        if last.is_none_or(|last| was_set_back(last, now))
            && let Err(error) = accounts.housekeeping().correct_future_dates().await
        {
            tracing::warn!("dates in the future could not be corrected: {error}");
            continue;
        }
        last = Some(now);
    }
}

/// Repairs hashes that rechecks have found to be wrong.
async fn repair_hashes(accounts: Accounts) {
    let mut ticks = tokio::time::interval(HASH_REPAIRS);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = accounts.housekeeping().repair_hashes().await {
            tracing::error!("a wrong password hash could not be repaired: {error}");
        }
    }
}

/// Whether the clock has advanced by less time than has passed.
fn was_set_back(then: (OffsetDateTime, Instant), now: (OffsetDateTime, Instant)) -> bool {
    now.0 < then.0 + (now.1 - then.1) - CLOCK_TOLERANCE
}

/// Runs housekeeping at the start and then every hour.
async fn keep_house(accounts: Accounts) {
    let mut hours = tokio::time::interval(HOUSEKEEPING);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        let CleanedUp { accounts, sessions, mails, events } = accounts.housekeeping().clean_up().await;
        if accounts + sessions + mails + events > 0 {
            tracing::info!(
                "deleted {accounts} closed accounts, {sessions} expired sessions, {mails} old mails and \
                 {events} old events"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_set_back_is_noticed_and_one_that_is_set_ahead_is_not() {
        let (wall, begin) = (OffsetDateTime::UNIX_EPOCH + time::Duration::days(20_000), Instant::now());
        let later = begin + Duration::from_secs(600);
        for (minutes, expected) in
            [(10, false), (9, false), (6, false), (4, true), (-5_000, true), (5_000, false)]
        {
            let now = (wall + time::Duration::minutes(minutes), later);
            assert_eq!(was_set_back((wall, begin), now), expected, "{minutes}");
        }
    }

    #[test]
    fn an_outage_is_told_once_and_then_every_five_minutes_until_it_ends() {
        let (mut outage, begin) = (Outage::default(), Instant::now());
        let at = |seconds| begin + Duration::from_secs(seconds);
        assert_eq!(outage.end(at(0)), None);
        assert_eq!(outage.go_on(at(0), &"gone").as_deref(), Some("the outbox is out of reach: gone"));
        assert_eq!(outage.go_on(at(10), &"gone"), None);
        assert_eq!(outage.go_on(at(299), &"gone"), None);
        let told = outage.go_on(at(310), &"gone");
        assert_eq!(told.as_deref(), Some("the outbox has been out of reach for 5 minutes: gone"));
        assert_eq!(outage.go_on(at(600), &"gone"), None);
        assert_eq!(outage.end(at(605)).as_deref(), Some("the outbox is back, after 605 seconds"));
        assert_eq!(outage.end(at(606)), None);
    }
}
