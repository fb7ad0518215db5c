//! A new password for an owner who has forgotten the old one: requesting a link, and the form that it leads to.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::mail_link;
use super::page::{ErrorPage, Errors, Flash, Form, Page, SeeOther, Visitor, errors};
use crate::accounts::{Accounts, RequestPasswordResetError, ResetPasswordError};
use crate::domain::{Client, FieldErrors, Password, Token};

#[derive(FromForm)]
pub struct RequestForm<'r> {
    #[field(default = "")]
    email: &'r str,
}

#[derive(Serialize)]
pub struct RequestView {
    email: String,
    errors: Errors,
}

#[derive(FromForm)]
pub struct ResetForm<'r> {
    #[field(default = "")]
    token: &'r str,
    /// Only for password managers, and for the page that comes back.
    #[field(default = "")]
    email: &'r str,
    new_password: Password,
}

#[derive(Serialize)]
pub struct View {
    token: String,
    /// Whose password it is.
    email: String,
    errors: Errors,
    minimum_length: usize,
}

#[get("/password-reset")]
pub fn request_form(visitor: Visitor<'_>) -> Page<RequestView> {
    request_page(&visitor, "", &FieldErrors::default()).common()
}

#[post("/password-reset", data = "<form>")]
pub async fn request(
    form: Form<RequestForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, Page<RequestView>> {
    let RequestForm { email } = form.into_inner();
    match accounts.request_password_reset(email, &visitor.browser().devices, &client).await {
        Ok(()) => Ok(SeeOther::to(uri!(super::check_mail::show))),
        Err(RequestPasswordResetError::Invalid(errors)) => {
            Err(request_page(&visitor, email, &errors).rejected())
        }
        Err(RequestPasswordResetError::Failure(failure)) => {
            Err(request_page(&visitor, email, &FieldErrors::default()).failed(failure))
        }
    }
}

#[get("/password-reset/new?<token>")]
pub async fn form(
    token: Option<&str>,
    visitor: Visitor<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let token = mail_link::read(token)?;
    match accounts.find_password_reset(&token).await? {
        Some(email) => Ok(page(&visitor, accounts, &token, email.as_typed(), &FieldErrors::default())),
        None => Err(ErrorPage::of(Status::Gone)),
    }
}

#[post("/password-reset/new", data = "<form>")]
pub async fn submit(
    form: Form<ResetForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, Result<Page<View>, ErrorPage>> {
    let ResetForm { token, email, new_password } = form.into_inner();
    let token = mail_link::read(Some(token)).map_err(Err)?;
    match accounts.reset_password(&token, new_password, visitor.browser().devices, &client).await {
        Ok(()) => {
            Ok(SeeOther::to(uri!(super::log_in::form(next = None::<&str>))).saying(Flash::PasswordReset))
        }
        Err(ResetPasswordError::InvalidLink) => Err(Err(ErrorPage::of(Status::Gone))),
        Err(ResetPasswordError::Invalid(errors)) => {
            Err(Ok(page(&visitor, accounts, &token, email, &errors).rejected()))
        }
        Err(ResetPasswordError::Failure(failure)) => {
            Err(Ok(page(&visitor, accounts, &token, email, &FieldErrors::default()).failed(failure)))
        }
    }
}

fn request_page(visitor: &Visitor<'_>, email: &str, found: &FieldErrors) -> Page<RequestView> {
    visitor
        .page("reset_password/request.html", RequestView { email: email.to_owned(), errors: errors(found) })
}

fn page(
    visitor: &Visitor<'_>,
    accounts: &Accounts,
    token: &Token,
    email: &str,
    found: &FieldErrors,
) -> Page<View> {
    let view = View {
        token: token.expose(),
        email: email.to_owned(),
        errors: errors(found),
        minimum_length: accounts.minimum_password_length(),
    };
    visitor.page("reset_password/form.html", view).has_token()
}
