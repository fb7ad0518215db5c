//! Logging out.

use rocket::{State, post, uri};

use super::page::{Cookies, ErrorPage, Flash, SeeOther, Visitor};
use crate::accounts::Accounts;
use crate::domain::Client;

/// A visitor who is not logged in has what they want already.
#[post("/logout")]
pub async fn submit(
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, ErrorPage> {
    if let Some(signed_in) = visitor.signed_in {
        accounts.log_out(signed_in, &client).await?;
    }
    cookies.end_session();
    Ok(SeeOther::to(uri!(super::log_in::form(next = Option::<&str>::None))).saying(Flash::LoggedOut))
}
