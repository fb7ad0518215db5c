//! Whether the clock of this machine is right, as far as the database and this release can know.

use time::{Duration, OffsetDateTime};

use super::database::{with_database, with_tables};
use super::{Outcome, Subject};
use crate::accounts::Clock;
use crate::domain::{CLOCK_TOLERANCE, is_ahead, time_text};
use crate::storage::{future_dates, newest_migration};

const SYNCHRONIZE: &str = "let the machine follow a time server: timedatectl set-ntp true, or chrony";

/// Two clocks that follow time servers differ by less.
const NOTICEABLE: Duration = Duration::seconds(10);

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let (now, clock) = (subject.now, Clock::system());
    if let Some(date) = newest_migration(&subject.settings.database_url).filter(|date| now.date() < *date) {
        return vec![Outcome::error(
            format_args!("the clock shows {}, and this release was made after {date}", time_text(now)),
            SYNCHRONIZE,
        )];
    }
    let mut outcomes = Vec::new();
    if subject.database.is_some() {
        outcomes.extend(with_database(subject, |_, database| {
            // Before and after: the answer takes its time.
            let before = clock.now();
            let found = database.clock()?;
            Ok(found.and_then(|found| of_server(found, before, clock.now())).into_iter().collect())
        }));
    }
    if subject.is_migrated {
        outcomes.extend(with_tables(subject, |_, database| {
            if let Some(newest) = database.newest_event()?.filter(|newest| is_ahead(*newest, now)) {
                return Ok(vec![Outcome::error(
                    format_args!(
                        "the newest event in the database is of {}, and the clock shows {}: this clock is behind, or \
                         one was ahead",
                        time_text(newest),
                        time_text(now)
                    ),
                    SYNCHRONIZE,
                )]);
            }
            let has_future = database.read(|db| future_dates::has_any(db, now))?;
            Ok(has_future
                .then(|| {
                    Outcome::warning(
                        "rows have dates in the future, from a clock that was ahead",
                        "if the clock is right now, a start of the server corrects them",
                    )
                })
                .into_iter()
                .collect())
        }));
    }
    match outcomes.is_empty() {
        true => vec![Outcome::ok(time_text(now))],
        false => outcomes,
    }
}

/// A finding, if the clock of the database's server is another one than that of this machine.
fn of_server(found: OffsetDateTime, before: OffsetDateTime, after: OffsetDateTime) -> Option<Outcome> {
    let ahead = (found - after).max(before - found);
    let told = format!(
        "the clock of the database's server differs by {} seconds from the one of this machine",
        ahead.whole_seconds()
    );
    match ahead {
        much if much > CLOCK_TOLERANCE => Some(Outcome::error(told, SYNCHRONIZE)),
        some if some > NOTICEABLE => Some(Outcome::warning(told, SYNCHRONIZE)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_of_two_machines_may_differ_a_little() {
        let now = OffsetDateTime::UNIX_EPOCH;
        let level = |seconds: i64| {
            let later = now + Duration::seconds(2);
            of_server(now + Duration::seconds(seconds), now, later)
                .map(|found| found.of("clock").level.name())
        };
        for (seconds, expected) in [
            (0, None),
            (2, None),
            (12, None),
            (-10, None),
            (13, Some("warning")),
            (-11, Some("warning")),
            (303, Some("error")),
            (-301, Some("error")),
        ] {
            assert_eq!(level(seconds), expected, "{seconds}");
        }
    }
}
