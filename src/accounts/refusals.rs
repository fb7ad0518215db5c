//! Refusals: requests that were refused before any flow, because there were too many, because they came from another
//! site, or because the page is not for this member. They go into the audit trail up to a limit, so that an attacker
//! can neither fill the disk nor slow down answers.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use time::{Duration, OffsetDateTime};

use super::Failure;
use super::core::Core;
use crate::domain::{Actor, Client, EventId, EventKind, EventPage, UserId};
use crate::storage::{Reader, events};

/// How many refusals of one kind are recorded in an hour, from one network and from all networks together. This is at
/// most half a million events a year for each kind and process.
const MAX_PER_NETWORK: u32 = 5;
const MAX_PER_KIND: u32 = 60;

const HOUR: Duration = Duration::hours(1);

/// How many refusals a page shows.
const PAGE_SIZE: usize = 50;

/// The refusals of this hour, recorded and left out. In memory, because a restart loses only counts.
pub struct Refusals {
    core: Core,
    hour: Mutex<Hour>,
}

struct Hour {
    began: OffsetDateTime,
    /// At most [`MAX_PER_KIND`] networks for each kind, because only recorded refusals are counted.
    by_network: HashMap<(EventKind, Option<IpAddr>), u32>,
    by_kind: HashMap<EventKind, u32>,
    left_out: u64,
}

impl Hour {
    fn beginning(began: OffsetDateTime) -> Self {
        Self { began, by_network: HashMap::new(), by_kind: HashMap::new(), left_out: 0 }
    }

    /// The current hour. If the previous one is over, starts a new one, and logs how many refusals were left out.
    fn current(hour: &Mutex<Self>, now: OffsetDateTime) -> MutexGuard<'_, Self> {
        let mut hour = hour.lock().unwrap_or_else(PoisonError::into_inner);
        // Also after the clock was set back.
        if !(Duration::ZERO..HOUR).contains(&(now - hour.began)) {
            if hour.left_out > 0 {
                tracing::warn!("{} refused requests were left out of the audit trail", hour.left_out);
            }
            *hour = Self::beginning(now);
        }
        hour
    }

    fn admit(&mut self, kind: EventKind, network: Option<IpAddr>) -> bool {
        let of_kind = self.by_kind.entry(kind).or_default();
        let of_network = self.by_network.get(&(kind, network)).copied().unwrap_or_default();
        if *of_kind >= MAX_PER_KIND || of_network >= MAX_PER_NETWORK {
            self.left_out += 1;
            return false;
        }
        *of_kind += 1;
        self.by_network.insert((kind, network), of_network + 1);
        true
    }
}

impl Refusals {
    pub(super) fn new(core: Core) -> Self {
        let hour = Mutex::new(Hour::beginning(core.clock.now()));
        Self { core, hour }
    }

    /// The current hour. If the previous one is over, logs how many of its refusals were left out.
    fn hour(&self) -> MutexGuard<'_, Hour> {
        Hour::current(&self.hour, self.core.clock.now())
    }

    /// Records a refusal within the limits, without delaying the answer. `account` is the account whose session the
    /// request had.
    pub fn record(&self, kind: EventKind, account: Option<UserId>, client: &Client) {
        if !self.hour().admit(kind, client.network()) {
            return;
        }
        // A request from another site's page is not an act of the member.
        let actor = match (kind, account) {
            (EventKind::CrossSiteRefused, _) | (_, None) => Actor::Unknown,
            (_, Some(id)) => Actor::User(id),
        };
        let (storage, audit) = (self.core.storage.clone(), self.core.audit(actor, client));
        tokio::spawn(async move {
            let recorded = storage.write(move |tx| events::record(tx, &audit, kind, account)).await;
            if let Err(error) = recorded {
                tracing::warn!("a refused request could not be recorded: {error}");
            }
        });
    }

    /// A page of refusals that are about no account, the newest first, from before one on.
    pub async fn list(&self, before: Option<EventId>) -> Result<EventPage, Failure> {
        let read = move |db: &mut Reader<'_>| events::without_account(db, &AT_THE_DOOR, before, PAGE_SIZE);
        Ok(self.core.storage.read(read).await?)
    }

    /// How many refusals of this hour are not in the audit trail.
    pub fn left_out(&self) -> u64 {
        self.hour().left_out
    }

    /// To be called once an hour, so that the log also mentions the last refusals that were left out.
    pub(super) fn settle(&self) {
        drop(self.hour());
    }
}

/// Kinds of events that can be about no account. A failed log-in is one of them if the address is unknown.
const AT_THE_DOOR: [EventKind; 3] =
    [EventKind::LogInFailed, EventKind::RateLimited, EventKind::CrossSiteRefused];

#[cfg(test)]
mod tests {
    use super::*;

    fn network(number: u8) -> Option<IpAddr> {
        Some(IpAddr::from([203, 0, 113, number]))
    }

    #[test]
    fn one_network_and_all_together_are_bounded_for_each_kind() {
        let mut hour = Hour::beginning(OffsetDateTime::UNIX_EPOCH);
        let admitted = (0..20).filter(|_| hour.admit(EventKind::RateLimited, network(1))).count();
        assert_eq!((admitted, hour.left_out), (5, 15));
        let admitted = (2..100).filter(|number| hour.admit(EventKind::RateLimited, network(*number))).count();
        assert_eq!(admitted, 55, "with the five of before sixty");
        assert!(hour.admit(EventKind::CrossSiteRefused, network(1)), "another kind has its own bound");
        assert!(hour.by_network.len() <= 61, "no memory for those that are left out");
    }

    #[test]
    fn the_next_hour_begins_anew_also_when_the_clock_is_set_back() {
        let begin = OffsetDateTime::UNIX_EPOCH + Duration::days(1);
        let refusals = Mutex::new(Hour::beginning(begin));
        let fill = |now| {
            let mut hour = Hour::current(&refusals, now);
            (0..9).filter(|_| hour.admit(EventKind::AccessDenied, None)).count()
        };
        assert_eq!(fill(begin), 5);
        assert_eq!(fill(begin + Duration::minutes(59)), 0);
        assert_eq!(fill(begin + Duration::minutes(60)), 5);
        assert_eq!(fill(begin), 5);
        assert_eq!(Hour::current(&refusals, begin).left_out, 4);
    }
}
