//! "Check your email": what this browser has asked for, and to which address. The page is the same whether or not there
//! is an account with it.

use rocket::{State, get, post, uri};
use serde::Serialize;

use super::page::{Awaited, Carried, Cookies, Flash, Page, SeeOther, Visitor};
use super::ways::Ways;
use crate::accounts::{Accounts, Failure, RequestPasswordResetError};
use crate::domain::{Client, EmailAddress};
use crate::http::failure;

#[derive(Serialize)]
pub struct View {
    /// The address that was typed in this browser a short while ago.
    email: Option<String>,
    /// The address that was probably meant.
    suggestion: Option<String>,
    /// Which form it was typed into.
    awaited: Option<Awaited>,
    /// Whether the mail of a sign-up could not be delivered. Not told in private mode, nor of a link for a new password,
    /// because only an account gets one.
    undelivered: bool,
    /// How many seconds until the mail can be sent again, if that is known.
    wait: Option<u64>,
    ways: Ways,
}

#[get("/check-mail")]
pub async fn show(visitor: Visitor<'_>, accounts: &State<Accounts>) -> Page<View> {
    let carried = visitor.carried();
    let undelivered = is_undelivered(accounts, &carried).await;
    page(&visitor, &carried, undelivered, None).common_if(carried.is_empty())
}

/// Best effort: the page is shown whether or not this can be read.
async fn is_undelivered(accounts: &Accounts, carried: &Carried) -> bool {
    match (&carried.email, carried.awaited) {
        (Some(email), Some(Awaited::SignUp)) => accounts.is_sign_up_undelivered(email).await.unwrap_or(false),
        _ => false,
    }
}

/// Leads here, with what the page has to know.
pub fn lead(cookies: Cookies<'_>, carried: &Carried) -> SeeOther {
    cookies.carry(carried);
    SeeOther::to(uri!(show))
}

#[post("/check-mail")]
pub async fn resend(
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, Page<View>> {
    let carried = visitor.carried();
    let back = SeeOther::to(uri!(show));
    let (Some(email), Some(awaited)) = (&carried.email, carried.awaited) else { return Ok(back) };
    match send(accounts, awaited, email, &visitor, &client).await {
        Ok(()) => Ok(back.saying(Flash::LinkSentAgain)),
        Err(failure) => {
            let wait = match &failure {
                Failure::TooManyAttempts { retry_after } => Some(failure::seconds(*retry_after)),
                Failure::Unavailable { .. } | Failure::Unexpected(_) => None,
            };
            let undelivered = is_undelivered(accounts, &carried).await;
            Err(page(&visitor, &carried, undelivered, wait).failed(failure))
        }
    }
}

async fn send(
    accounts: &Accounts,
    awaited: Awaited,
    email: &EmailAddress,
    visitor: &Visitor<'_>,
    client: &Client,
) -> Result<(), Failure> {
    match awaited {
        Awaited::SignUp => accounts.resend_sign_up(email, client).await,
        Awaited::PasswordReset => {
            let devices = visitor.browser().devices;
            match accounts.request_password_reset(email.as_typed(), &devices, client).await {
                // It was an address when it was carried.
                Ok(()) | Err(RequestPasswordResetError::Invalid(_)) => Ok(()),
                Err(RequestPasswordResetError::Failure(failure)) => Err(failure),
            }
        }
    }
}

fn page(visitor: &Visitor<'_>, carried: &Carried, undelivered: bool, wait: Option<u64>) -> Page<View> {
    let email = carried.email.as_ref().filter(|_| carried.awaited.is_some());
    let view = View {
        email: email.map(|email| email.as_typed().to_owned()),
        suggestion: email.and_then(EmailAddress::suggestion),
        awaited: carried.awaited,
        undelivered,
        wait,
        ways: Ways::to(carried.next.as_ref()),
    };
    visitor.page("check_mail/page.html", view)
}
