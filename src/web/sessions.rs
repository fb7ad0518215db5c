//! Where somebody is logged in, and ending it there.

use rocket::{State, post, uri};
use serde::Serialize;

use super::cookies::Cookies;
use super::errors::ErrorPage;
use super::messages::{self, UNKNOWN_PLACE};
use super::notice::Notice;
use super::see_other::SeeOther;
use super::time::Time;
use super::visitor::Member;
use crate::accounts::{Accounts, SessionOver};
use crate::domain::{Client, Session, SessionId};

#[derive(Serialize)]
pub struct SessionView {
    id: i64,
    device: String,
    /// It has tokens instead of a cookie.
    program: bool,
    address: String,
    started: Time,
    last_used: Time,
    /// It is the one that is looking.
    current: bool,
}

impl SessionView {
    pub fn new(session: Session, current: Option<SessionId>) -> Self {
        Self {
            id: session.id.0,
            device: messages::device(session.user_agent.as_deref()),
            program: session.is_program(),
            address: session.address.unwrap_or_else(|| UNKNOWN_PLACE.to_owned()),
            started: session.created_at.into(),
            last_used: session.last_used_at.into(),
            current: Some(session.id) == current,
        }
    }
}

/// For a session that is over: its cookie opens nothing any more.
pub fn over(cookies: Cookies<'_>, over: SessionOver) -> SeeOther {
    cookies.end_session();
    SeeOther::to(uri!(super::log_in::form(next = None::<&str>))).saying(match over {
        SessionOver::TooManyFailures => Notice::SessionEndedByFailures,
        SessionOver::EndedMeanwhile => Notice::PleaseLogIn,
    })
}

#[post("/account/sessions/<id>/end")]
pub async fn end_one(
    id: i64,
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let ended = accounts.end_session(member.0, SessionId(id), &client).await?;
    let notice = if ended { Notice::SessionEnded } else { Notice::SessionGone };
    Ok(SeeOther::to(uri!(super::account::index)).saying(notice))
}

#[post("/account/sessions/end-others")]
pub async fn end_others(
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    accounts.end_other_sessions(member.0, &client).await?;
    Ok(SeeOther::to(uri!(super::account::index)).saying(Notice::OtherSessionsEnded))
}
