//! Changing one's address, and showing that the present one is one's own.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::session_over::session_over;
use crate::accounts::{Accounts, ChangeEmail, ChangeEmailError};
use crate::domain::{Client, EmailAddress, FieldErrors, Password};
use crate::web::page::{
    Carried, Cookies, ErrorPage, Errors, Flash, Form, Member, Page, SeeOther, Visitor, errors,
};

#[derive(FromForm)]
pub struct ChangeEmailForm<'r> {
    current_password: Password,
    #[field(default = "")]
    new_email: &'r str,
}

#[derive(Serialize)]
pub struct View {
    /// The present one.
    email: String,
    new_email: String,
    /// A new address that waits to be confirmed.
    pending_email: Option<String>,
    errors: Errors,
}

#[get("/account/email")]
pub async fn form(
    member: Member<'_>,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<Page<View>, ErrorPage> {
    let pending = accounts.pending_email_change(member.0).await?;
    let carried = cookies.carried();
    let new_email = carried.new_email.as_ref().map_or("", EmailAddress::as_typed);
    let page = page(&member, new_email, pending.as_ref(), &FieldErrors::default());
    cookies.carry(&Carried { new_email: None, ..carried });
    Ok(page)
}

/// Takes any visitor, so that the new address is still there when a member whose session has ended comes back.
#[post("/account/email", data = "<form>")]
pub async fn submit(
    visitor: Visitor<'_>,
    form: Form<ChangeEmailForm<'_>>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Result<Page<View>, Status>> {
    let ChangeEmailForm { current_password, new_email } = form.into_inner();
    let member = Member(visitor.signed_in.ok_or(Err(Status::Unauthorized))?);
    // A refused form is shown whether or not this can be read.
    let pending = accounts.pending_email_change(member.0).await.ok().flatten();
    let refused = |errors: &FieldErrors| page(&member, new_email, pending.as_ref(), errors);
    match accounts.change_email(member.0, ChangeEmail { current_password, new_email }, &client).await {
        Ok(renewed) => {
            cookies.renew_session(&renewed);
            Ok(SeeOther::to(uri!(super::overview::index)).saying(Flash::EmailChangeRequested))
        }
        Err(ChangeEmailError::Invalid(errors)) => Err(Ok(refused(&errors).rejected())),
        Err(ChangeEmailError::DuplicateEmail(errors)) => {
            Err(Ok(refused(&errors).status(Status::Conflict).flash(Flash::EmailTaken)))
        }
        Err(ChangeEmailError::SessionOver(over)) => Ok(session_over(cookies, over, Some("/account/email"))),
        Err(ChangeEmailError::Failure(failure)) => Err(Ok(refused(&FieldErrors::default()).failed(failure))),
    }
}

#[post("/account/email/verification")]
pub async fn resend_verification(
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let is_sent = accounts.resend_verification(member.0, &client).await?;
    let flash = if is_sent { Flash::VerificationSent } else { Flash::EmailVerified };
    Ok(SeeOther::to(uri!(super::overview::index)).saying(flash))
}

#[post("/account/email/resend")]
pub async fn resend(
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let is_sent = accounts.resend_email_change(member.0, &client).await?;
    let flash = if is_sent { Flash::EmailChangeRequested } else { Flash::EmailChangeNotPending };
    Ok(SeeOther::to(uri!(super::overview::index)).saying(flash))
}

#[post("/account/email/cancel")]
pub async fn cancel(
    member: Member<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let is_cancelled = accounts.cancel_email_change(member.0, &client).await?;
    let flash = if is_cancelled { Flash::EmailChangeCancelled } else { Flash::EmailChangeNotPending };
    Ok(SeeOther::to(uri!(super::overview::index)).saying(flash))
}

fn page(
    member: &Member<'_>,
    new_email: &str,
    pending: Option<&EmailAddress>,
    found: &FieldErrors,
) -> Page<View> {
    let view = View {
        email: member.0.user.email.as_typed().to_owned(),
        new_email: new_email.to_owned(),
        pending_email: pending.map(|email| email.as_typed().to_owned()),
        errors: errors(found),
    };
    member.page("change_email/form.html", view)
}
