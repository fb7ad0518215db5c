//! Closing one's account.

use rocket::{State, get, post, uri};
use serde::Serialize;

use crate::accounts::{Accounts, CloseAccountError};
use crate::domain::Client;
use crate::web::page::{Confirmed, Cookies, ErrorPage, Flash, Page, SeeOther};

#[derive(Serialize)]
pub struct View {
    email: String,
    days: i64,
}

#[get("/account/close")]
pub fn form(confirmed: Confirmed<'_>, accounts: &State<Accounts>) -> Page<View> {
    let email = confirmed.0.user.email.as_typed().to_owned();
    confirmed.page("close_account/form.html", View { email, days: accounts.days_until_deletion() })
}

#[post("/account/close")]
pub async fn submit(
    confirmed: Confirmed<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, ErrorPage> {
    match accounts.close_account(confirmed.0, &client).await {
        Ok(()) => {
            cookies.end_session();
            Ok(SeeOther::to(uri!(crate::web::log_in::form(next = None::<&str>))).saying(Flash::AccountClosed))
        }
        Err(CloseAccountError::LastAdministrator) => {
            Ok(SeeOther::to(uri!(super::overview::index)).saying(Flash::LastAdministratorStays))
        }
        Err(CloseAccountError::Failure(failure)) => Err(failure.into()),
    }
}
