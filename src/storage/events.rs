//! The `events` table: the audit trail. Events are inserted, and deleted after their time; nothing updates them.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::timestamp::{from_stored, to_stored};
use super::engine::{Backend, RecordedEvent};
use super::schema::{events, users};
use super::{Error, Reader, Transaction};
use crate::domain::{Actor, Client, Event, EventId, EventKind, EventPage, UserId};

/// Who acts, from where, and when.
#[derive(Clone, Debug)]
pub struct AuditContext {
    pub actor: Actor,
    pub client: Client,
    pub at: OffsetDateTime,
}

impl AuditContext {
    /// The same audit with another actor.
    pub fn by(&self, actor: impl Into<Actor>) -> Self {
        Self { actor: actor.into(), ..self.clone() }
    }
}

const USER: &str = "user";
const COMMAND_LINE: &str = "command_line";
const UNKNOWN: &str = "unknown";

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct EventRow {
    id: i64,
    subject_id: Option<i64>,
    kind: String,
    actor_kind: String,
    actor_id: Option<i64>,
    occurred_at: PrimitiveDateTime,
    address: Option<String>,
    user_agent: Option<String>,
}

impl EventRow {
    /// `None` for a kind that only a later release knows.
    fn into_event(self, actor_email: Option<String>) -> Option<Event> {
        Some(Event {
            id: EventId(self.id),
            subject: self.subject_id.map(UserId),
            kind: EventKind::from_code(&self.kind)?,
            actor: match (self.actor_kind.as_str(), self.actor_id) {
                (USER, Some(id)) => Actor::User(UserId(id)),
                (COMMAND_LINE, _) => Actor::CommandLine,
                _ => Actor::Unknown,
            },
            actor_email,
            occurred_at: from_stored(self.occurred_at),
            address: self.address,
            user_agent: self.user_agent,
        })
    }
}

/// Adds an event, in the transaction of the change that it records. `subject` is the account that the event is about.
pub fn record(
    tx: &mut Transaction<'_>,
    audit: &AuditContext,
    kind: EventKind,
    subject: Option<UserId>,
) -> Result<(), Error> {
    let (actor_kind, actor_id) = match audit.actor {
        Actor::User(id) => (USER, Some(id.0)),
        Actor::CommandLine => (COMMAND_LINE, None),
        Actor::Unknown => (UNKNOWN, None),
    };
    diesel::insert_into(events::table)
        .values((
            events::kind.eq(kind.code()),
            events::actor_kind.eq(actor_kind),
            events::actor_id.eq(actor_id),
            events::subject_id.eq(subject.map(|id| id.0)),
            events::occurred_at.eq(to_stored(audit.at)),
            events::address.eq(audit.client.address.map(|address| address.to_string())),
            events::user_agent.eq(audit.client.user_agent.as_deref()),
        ))
        .execute(tx.connection())?;
    let AuditContext { actor, client, at } = audit.clone();
    tx.recorded(RecordedEvent { kind, subject, actor, client, at });
    Ok(())
}

/// Which events to read.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Events about this account.
    Account(UserId),
    /// Those, and events about other accounts that this user has caused.
    Person(UserId),
    /// Events of one kind that are about no account.
    NoAccount(EventKind),
}

/// A page of at most `size` events, the newest first, from before `before` on.
pub fn page(db: &mut Reader<'_>, of: Of, before: Option<EventId>, size: usize) -> Result<EventPage, Error> {
    let all = events::table
        .left_join(users::table.on(events::actor_id.eq(users::id.nullable())))
        .select((EventRow::as_select(), users::email.nullable()))
        .into_boxed::<Backend>();
    let theirs = match of {
        Of::Account(id) => all.filter(events::subject_id.eq(id.0)),
        Of::Person(id) => all.filter(events::subject_id.eq(id.0).or(events::actor_id.eq(id.0))),
        Of::NoAccount(kind) => all.filter(events::subject_id.is_null()).filter(events::kind.eq(kind.code())),
    };
    // One extra row shows whether there are older events.
    let rows: Vec<(EventRow, Option<String>)> = theirs
        .filter(events::id.lt(before.map_or(i64::MAX, |id| id.0)))
        .order(events::id.desc())
        .limit(size as i64 + 1)
        .load(db.connection())?;
    let oldest = rows.get(size.saturating_sub(1)).map(|(event, _)| EventId(event.id));
    let older = oldest.filter(|_| rows.len() > size);
    let events = rows.into_iter().take(size).filter_map(|(event, email)| event.into_event(email)).collect();
    Ok(EventPage { events, older })
}

/// Events of several kinds that are about no account. Runs one query for each kind, because the index finds the newest
/// events of one kind.
pub fn without_account(
    db: &mut Reader<'_>,
    kinds: &[EventKind],
    before: Option<EventId>,
    size: usize,
) -> Result<EventPage, Error> {
    let mut events = Vec::new();
    for kind in kinds {
        events.extend(page(db, Of::NoAccount(*kind), before, size + 1)?.events);
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.id.0));
    let older = events.get(size.saturating_sub(1)).map(|event| event.id).filter(|_| events.len() > size);
    events.truncate(size);
    Ok(EventPage { events, older })
}

/// Events that are old enough to be deleted.
pub struct OldEvents {
    pub ids: Vec<EventId>,
    /// The last of the events that were examined.
    pub last: EventId,
}

/// Examines the next `max` events after `after`, and returns those from before `cutoff`; `None` if there are none.
/// There is no index for times: older events have smaller ids, apart from changes of the clock, so once a step finds
/// none, all later events are newer.
pub fn older_than(
    db: &mut Reader<'_>,
    cutoff: OffsetDateTime,
    after: EventId,
    max: i64,
) -> Result<Option<OldEvents>, Error> {
    let rows: Vec<(i64, PrimitiveDateTime)> = events::table
        .filter(events::id.gt(after.0))
        .order(events::id)
        .limit(max)
        .select((events::id, events::occurred_at))
        .load(db.connection())?;
    let old = rows.iter().filter(|(_, at)| from_stored(*at) <= cutoff);
    let ids: Vec<EventId> = old.map(|(id, _)| EventId(*id)).collect();
    let last = rows.last().filter(|_| !ids.is_empty()).map(|(id, _)| EventId(*id));
    Ok(last.map(|last| OldEvents { ids, last }))
}

/// Deletes these events, and returns how many were still there. Only housekeeping calls this.
pub fn delete(tx: &mut Transaction<'_>, ids: &[EventId]) -> Result<usize, Error> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    Ok(diesel::delete(events::table.filter(events::id.eq_any(ids))).execute(tx.connection())?)
}

/// The addresses from which a user has logged in, the latest first.
pub fn log_in_addresses(db: &mut Reader<'_>, subject: UserId, limit: i64) -> Result<Vec<String>, Error> {
    let addresses: Vec<Option<String>> = events::table
        .filter(events::subject_id.eq(subject.0))
        .filter(events::kind.eq_any(LOG_INS.map(EventKind::code)))
        .filter(events::address.is_not_null())
        .order(events::id.desc())
        .limit(limit)
        .select(events::address)
        .load(db.connection())?;
    Ok(addresses.into_iter().flatten().collect())
}

const LOG_INS: [EventKind; 2] = [EventKind::SignedUp, EventKind::LoggedIn];
