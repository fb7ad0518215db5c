//! One person, as an administrator sees them, and what can be done to the account.

use rocket::http::Status;
use rocket::request::FromParam;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::mail::{folder, retry_url};
use crate::accounts::{Accounts, AdministerError, AdministrativeAct, UserDetails};
use crate::domain::{Actor, Client, Event, EventId, User, UserId};
use crate::locale::{Message, Time};
use crate::web::page::{Administrator, ErrorPage, Flash, Page, SeeOther};
use crate::web::views::{EventView, MailView, SessionView, UserView};

#[derive(Serialize)]
pub struct View {
    user: UserView,
    /// When the account is deleted, if its owner has closed it.
    deleted_on: Option<Time>,
    is_self: bool,
    sessions: Vec<SessionView>,
    /// Whether there are more than these.
    has_more_sessions: bool,
    events: Vec<EventView>,
    /// Where the older ones are, if there are any.
    older_url: Option<String>,
    /// These are not the last ones.
    is_older: bool,
    mails: Vec<MailView>,
    has_more_mails: bool,
}

#[get("/admin/users/<id>?<before>")]
pub async fn show(
    id: i64,
    before: Option<i64>,
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let details = accounts.user_details(UserId(id), before.map(EventId)).await?;
    let details = details.ok_or(ErrorPage::of(Status::NotFound))?;
    let deleted_on = accounts.deletion_of(&details.user).map(Time::from);
    let view = view(details, before, &administrator.0.user, folder(accounts).is_none());
    Ok(administrator.page("admin/user.html", View { deleted_on, ..view }))
}

/// What is wrong with making this person an administrator, and a button that does it all the same.
#[derive(Serialize)]
pub struct MakeAdminView {
    user: UserView,
}

#[get("/admin/users/<id>/make-admin")]
pub async fn make_admin(
    id: i64,
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Result<Page<MakeAdminView>, SeeOther>, ErrorPage> {
    let user = accounts.find_user(UserId(id)).await?.ok_or(ErrorPage::of(Status::NotFound))?;
    Ok(match user.is_admin || user.is_verified() {
        true => Err(to_user(id)),
        false => {
            Ok(administrator.page("admin/make_admin.html", MakeAdminView { user: UserView::from(&user) }))
        }
    })
}

/// With `unconfirmed`, a person whose address is not confirmed is made an administrator, too.
#[post("/admin/users/<id>/<act>?<unconfirmed>")]
pub async fn act(
    id: Option<i64>,
    act: Option<Act>,
    unconfirmed: Option<&str>,
    administrator: Administrator<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let (Some(id), Some(Act(act))) = (id, act) else { return Err(ErrorPage::of(Status::NotFound)) };
    let act = match act {
        AdministrativeAct::GrantAdmin { .. } => {
            AdministrativeAct::GrantAdmin { even_unconfirmed: unconfirmed == Some("yes") }
        }
        act => act,
    };
    let actor = Actor::from(&administrator.0.user);
    let flash = match accounts.administer(actor, UserId(id), act, &client).await {
        Ok(_) => done(act),
        Err(AdministerError::LastAdministrator) => Flash::LastAdministrator,
        Err(AdministerError::Unconfirmed) => return Ok(SeeOther::to(uri!(make_admin(id)))),
        Err(AdministerError::NotFound) => return Err(ErrorPage::of(Status::NotFound)),
        Err(AdministerError::Failure(failure)) => return Err(failure.into()),
    };
    Ok(to_user(id).saying(flash))
}

fn to_user(id: i64) -> SeeOther {
    SeeOther::to(uri!(show(id = id, before = None::<i64>)))
}

/// The last part of the path.
pub struct Act(AdministrativeAct);

impl FromParam<'_> for Act {
    type Error = ();

    fn from_param(name: &str) -> Result<Self, ()> {
        Ok(Self(match name {
            "disable" => AdministrativeAct::Disable,
            "enable" => AdministrativeAct::Enable,
            "make-admin" => AdministrativeAct::GrantAdmin { even_unconfirmed: false },
            "remove-admin" => AdministrativeAct::RevokeAdmin,
            "sign-out" => AdministrativeAct::SignOut,
            "unlock" => AdministrativeAct::Unlock,
            _ => return Err(()),
        }))
    }
}

fn done(act: AdministrativeAct) -> Flash {
    match act {
        AdministrativeAct::Disable => Flash::UserDisabled,
        AdministrativeAct::Enable => Flash::UserEnabled,
        AdministrativeAct::GrantAdmin { .. } => Flash::AdminGranted,
        AdministrativeAct::RevokeAdmin => Flash::AdminRevoked,
        AdministrativeAct::SignOut => Flash::UserSignedOut,
        AdministrativeAct::Unlock => Flash::UserUnlocked,
    }
}

fn view(details: UserDetails, before: Option<i64>, viewer: &User, is_sent: bool) -> View {
    let UserDetails { user, sessions, events, mails } = details;
    let url = |before: Option<i64>| uri!(show(id = user.id.0, before = before)).to_string();
    let page = url(before);
    View {
        is_self: user.id == viewer.id,
        user: UserView::from(&user),
        deleted_on: None,
        sessions: sessions.sessions.into_iter().map(|session| SessionView::new(session, None)).collect(),
        has_more_sessions: sessions.has_more,
        older_url: events.older.map(|older| url(Some(older.0)) + "#history"),
        events: events.events.into_iter().map(|event| EventView::new(by(&event), event)).collect(),
        is_older: before.is_some(),
        mails: mails
            .mails
            .into_iter()
            .map(|mail| MailView::new(mail, is_sent, |id| retry_url(id, &page)))
            .collect(),
        has_more_mails: mails.older.is_some(),
    }
}

/// Who did it, by name.
fn by(event: &Event) -> Message {
    match (event.actor, &event.actor_email) {
        (Actor::User(_), Some(email)) => Message::new("actor-email").with("email", email.as_str()),
        (Actor::User(id), None) => Message::new("actor-former-user").with("id", id.0.to_string()),
        (Actor::CommandLine, _) => Message::new("actor-command-line"),
        (Actor::Unknown, _) => Message::new("actor-unknown"),
    }
}
