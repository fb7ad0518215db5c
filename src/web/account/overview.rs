//! One's own account, in sections: the facts, where one is logged in, and what happened last.

use rocket::{State, get};
use serde::Serialize;

use super::activity::by;
use crate::accounts::Accounts;
use crate::domain::{EventPage, FieldErrors, PersonName, SessionList};
use crate::locale::Time;
use crate::web::page::{ErrorPage, Errors, Member, Page, errors};
use crate::web::views::{EventView, SessionView};

#[derive(Serialize)]
pub struct View {
    email: String,
    /// Whether there is a form for the name.
    has_names: bool,
    /// What is in it.
    name: String,
    errors: Errors,
    /// Whether it is known to be theirs.
    verified: bool,
    /// Whether the last mail that asks to confirm it could not be delivered.
    undelivered: bool,
    /// Whether there were too many wrong passwords: they can log in only where they were before.
    locked: bool,
    /// A new address that waits to be confirmed.
    pending_email: Option<String>,
    member_since: Time,
    last_log_in: Option<Time>,
    sessions: Vec<SessionView>,
    /// Whether there are more than these.
    has_more_sessions: bool,
    /// The last ones.
    events: Vec<EventView>,
}

#[get("/account")]
pub async fn index(member: Member<'_>, accounts: &State<Accounts>) -> Result<Page<View>, ErrorPage> {
    let name = member.0.user.name.as_ref().map_or("", PersonName::as_str);
    page(&member, accounts, name, &FieldErrors::default()).await
}

/// The page with this in the field of the name.
pub(super) async fn page(
    member: &Member<'_>,
    accounts: &Accounts,
    name: &str,
    found: &FieldErrors,
) -> Result<Page<View>, ErrorPage> {
    let Member(signed_in) = member;
    let user = &signed_in.user;
    let SessionList { sessions, has_more } = accounts.sessions(user.id).await?;
    let undelivered = !user.is_verified() && accounts.is_confirmation_undelivered(&user.email).await?;
    let pending = accounts.pending_email_change(signed_in).await?;
    let EventPage { events, .. } = accounts.recent_activity(signed_in).await?;
    let view = View {
        email: user.email.as_typed().to_owned(),
        has_names: accounts.has_names(),
        name: name.to_owned(),
        errors: errors(found),
        verified: user.is_verified(),
        undelivered,
        locked: user.is_locked(),
        pending_email: pending.map(|email| email.as_typed().to_owned()),
        member_since: user.created_at.into(),
        last_log_in: user.last_log_in_at.map(Time::from),
        sessions: sessions
            .into_iter()
            .map(|session| SessionView::new(session, Some(signed_in.session.id)))
            .collect(),
        has_more_sessions: has_more,
        events: events.into_iter().map(|event| EventView::new(by(&event), event)).collect(),
    };
    Ok(member.page("account/index.html", view))
}
