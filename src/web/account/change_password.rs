//! Changing one's password.

use rocket::form::FromForm;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::session_over::session_over;
use crate::accounts::{Accounts, ChangePassword, ChangePasswordError};
use crate::domain::{Client, FieldErrors, Password};
use crate::web::page::{Cookies, Errors, Flash, Form, Member, Page, SeeOther, errors};

#[derive(FromForm)]
pub struct ChangePasswordForm {
    current_password: Password,
    new_password: Password,
}

#[derive(Serialize)]
pub struct View {
    email: String,
    errors: Errors,
    minimum_length: usize,
}

#[get("/account/password")]
pub fn form(member: Member<'_>, accounts: &State<Accounts>) -> Page<View> {
    page(accounts, &member, &FieldErrors::default())
}

#[post("/account/password", data = "<form>")]
pub async fn submit(
    member: Member<'_>,
    form: Form<ChangePasswordForm>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<View>> {
    let ChangePasswordForm { current_password, new_password } = form.into_inner();
    let devices = cookies.devices();
    let change = ChangePassword { current: current_password, new: new_password, devices };
    match accounts.change_password(member.0, change, &client).await {
        Ok(renewed) => {
            cookies.renew_session(&renewed);
            Ok(SeeOther::to(uri!(super::overview::index)).saying(Flash::PasswordChanged))
        }
        Err(ChangePasswordError::Invalid(errors)) => Err(page(accounts, &member, &errors).rejected()),
        Err(ChangePasswordError::SessionOver(over)) => {
            Ok(session_over(cookies, over, Some("/account/password")))
        }
        Err(ChangePasswordError::Failure(failure)) => {
            Err(page(accounts, &member, &FieldErrors::default()).failed(failure))
        }
    }
}

/// Where password managers look for the page (W3C, "A Well-Known URL for Changing Passwords").
#[get("/.well-known/change-password")]
pub fn well_known() -> SeeOther {
    SeeOther::to(uri!(form))
}

fn page(accounts: &Accounts, member: &Member<'_>, found: &FieldErrors) -> Page<View> {
    let view = View {
        email: member.0.user.email.as_typed().to_owned(),
        errors: errors(found),
        minimum_length: accounts.minimum_password_length(),
    };
    member.page("change_password/form.html", view)
}
