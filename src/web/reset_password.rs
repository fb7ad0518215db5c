//! A new password for an owner who has forgotten the old one: requesting a link, and the form that it leads to.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::page::{
    Awaited, Carried, Cookies, ErrorPage, Errors, Flash, Form, Page, SeeOther, Visitor, errors, suggestion,
};
use super::ways::{Ways, to_log_in};
use super::{check_mail, mail_link};
use crate::accounts::{Accounts, RequestPasswordResetError, ResetPasswordError};
use crate::domain::{Client, FieldErrors, LocalPath, Password, Token};

#[derive(FromForm)]
pub struct RequestForm<'r> {
    #[field(default = "")]
    email: &'r str,
    #[field(default = "")]
    next: &'r str,
}

#[derive(Serialize)]
pub struct RequestView {
    email: String,
    next: Option<String>,
    /// The address that was probably meant.
    suggestion: Option<String>,
    errors: Errors,
    ways: Ways,
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

#[get("/password-reset?<next>")]
pub fn request_form(next: Option<&str>, visitor: Visitor<'_>) -> Page<RequestView> {
    let (next, carried) = (next.and_then(LocalPath::parse), visitor.carried());
    request_page(&visitor, carried.email(), next.as_ref(), &FieldErrors::default())
        .common_if(next.is_none() && carried.email.is_none())
}

#[post("/password-reset", data = "<form>")]
pub async fn request(
    form: Form<RequestForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<RequestView>> {
    let RequestForm { email, next } = form.into_inner();
    let next = LocalPath::parse(next);
    let typed = Carried::typed(email, next.as_ref());
    let page = |errors: &FieldErrors| request_page(&visitor, email, next.as_ref(), errors);
    match accounts.request_password_reset(email, &visitor.browser().devices, &client).await {
        Ok(()) => Ok(check_mail::lead(cookies, &typed.awaiting(Awaited::PasswordReset))),
        Err(error) => {
            cookies.carry(&typed);
            Err(match error {
                RequestPasswordResetError::Invalid(errors) => page(&errors).rejected(),
                RequestPasswordResetError::Failure(failure) => page(&FieldErrors::default()).failed(failure),
            })
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
    cookies: Cookies<'_>,
) -> Result<SeeOther, Result<Page<View>, ErrorPage>> {
    let ResetForm { token, email, new_password } = form.into_inner();
    let token = mail_link::read(Some(token)).map_err(Err)?;
    match accounts.reset_password(&token, new_password, visitor.browser().devices, &client).await {
        Ok(owner) => {
            let next = visitor.carried().next;
            cookies.carry(&Carried::typed(owner.as_typed(), next.as_ref()));
            Ok(to_log_in(next.as_ref()).saying(Flash::PasswordReset))
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

fn request_page(
    visitor: &Visitor<'_>,
    email: &str,
    next: Option<&LocalPath>,
    found: &FieldErrors,
) -> Page<RequestView> {
    let view = RequestView {
        email: email.to_owned(),
        next: next.map(|path| path.as_str().to_owned()),
        suggestion: suggestion(email),
        errors: errors(found),
        ways: Ways::to(next),
    };
    visitor.page("reset_password/request.html", view)
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
