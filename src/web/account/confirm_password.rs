//! Giving one's password again.

use rocket::form::FromForm;
use rocket::{State, get, post};
use serde::Serialize;

use super::session_over::session_over;
use crate::accounts::{Accounts, StepUp, StepUpError};
use crate::domain::{Client, FieldErrors, LocalPath, Password};
use crate::web::page::{Cookies, Errors, Form, Member, Page, SeeOther, errors};
use crate::web::ways::onward;

#[derive(FromForm)]
pub struct ConfirmPasswordForm<'r> {
    current_password: Password,
    #[field(default = "")]
    next: &'r str,
}

#[derive(Serialize)]
pub struct View {
    email: String,
    next: Option<String>,
    errors: Errors,
}

#[get("/account/confirm?<next>")]
pub fn form(next: Option<&str>, member: Member<'_>) -> Page<View> {
    page(&member, next.and_then(LocalPath::parse), &FieldErrors::default())
}

#[post("/account/confirm", data = "<form>")]
pub async fn submit(
    member: Member<'_>,
    form: Form<ConfirmPasswordForm<'_>>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<View>> {
    let ConfirmPasswordForm { current_password, next } = form.into_inner();
    let next = LocalPath::parse(next);
    match accounts.step_up(member.0, StepUp::Password(current_password), &client).await {
        Ok(renewed) => {
            cookies.renew_session(&renewed);
            Ok(onward(next.as_ref()))
        }
        Err(StepUpError::Invalid(errors)) => Err(page(&member, next, &errors).rejected()),
        Err(StepUpError::SessionOver(over)) => {
            Ok(session_over(cookies, over, next.as_ref().map(LocalPath::as_str)))
        }
        Err(StepUpError::Failure(failure)) => {
            Err(page(&member, next, &FieldErrors::default()).failed(failure))
        }
    }
}

fn page(member: &Member<'_>, next: Option<LocalPath>, found: &FieldErrors) -> Page<View> {
    let view = View {
        email: member.0.user.email.as_typed().to_owned(),
        next: next.map(|path| path.as_str().to_owned()),
        errors: errors(found),
    };
    member.page("confirm_password/form.html", view)
}
