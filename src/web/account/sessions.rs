//! Ending one's sessions.

use rocket::{State, post, uri};

use crate::accounts::Accounts;
use crate::domain::{Client, SessionId};
use crate::web::page::{ErrorPage, Flash, Member, SeeOther};

#[post("/account/sessions/<id>/end")]
pub async fn end_one(
    id: i64,
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let ended = accounts.end_session(member.0, SessionId(id), &client).await?;
    let flash = if ended { Flash::SessionEnded } else { Flash::SessionGone };
    Ok(SeeOther::to(uri!(super::overview::index)).saying(flash))
}

#[post("/account/sessions/end-others")]
pub async fn end_others(
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    accounts.end_other_sessions(member.0, &client).await?;
    Ok(SeeOther::to(uri!(super::overview::index)).saying(Flash::OtherSessionsEnded))
}
