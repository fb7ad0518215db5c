//! Logging in.

use rocket::form::FromForm;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::page::{Cookies, Errors, Flash, Form, Page, SeeOther, Visitor, errors};
use crate::accounts::{Accounts, Credentials, LogIn, LogInError, LoggedIn};
use crate::domain::{Client, FieldErrors, LocalPath, Password};

#[derive(FromForm)]
pub struct LogInForm<'r> {
    #[field(default = "")]
    email: &'r str,
    password: Password,
    remember: Option<&'r str>,
    #[field(default = "")]
    next: &'r str,
}

#[derive(Serialize)]
pub struct View {
    email: String,
    remember: bool,
    next: Option<String>,
    errors: Errors,
}

#[get("/login?<next>")]
pub fn form(next: Option<&str>, visitor: Visitor<'_>) -> Result<Page<View>, SeeOther> {
    let next = next.and_then(LocalPath::parse);
    match visitor.signed_in {
        Some(_) => Err(onward(next)),
        None if next.is_none() => Ok(page(&visitor, "", false, None, &FieldErrors::default()).common()),
        None => Ok(page(&visitor, "", false, next, &FieldErrors::default())),
    }
}

#[post("/login", data = "<form>")]
pub async fn submit(
    form: Form<LogInForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<View>> {
    let LogInForm { email, password, remember, next } = form.into_inner();
    let (remember, next) = (is_yes(remember), LocalPath::parse(next));
    let credentials = Credentials { email, password };
    match accounts.log_in(LogIn { credentials, remember, browser: visitor.browser() }, &client).await {
        Ok(LoggedIn { opened, has_reopened }) => {
            cookies.set_session(&opened, accounts.absolute_session_limit());
            Ok(if has_reopened { onward(next).saying(Flash::AccountReopened) } else { onward(next) })
        }
        Err(error) => Err(refused(error, |errors| page(&visitor, email, remember, next, errors))),
    }
}

/// A checkbox sends something or nothing; a form written by hand may send an explicit no.
fn is_yes(value: Option<&str>) -> bool {
    value.is_some_and(|value| !matches!(value, "" | "0" | "no" | "off" | "false"))
}

fn onward(next: Option<LocalPath>) -> SeeOther {
    match next {
        Some(path) => SeeOther::to(path.as_str()),
        None => SeeOther::to(uri!(super::account::overview::index)),
    }
}

fn page(
    visitor: &Visitor<'_>,
    email: &str,
    remember: bool,
    next: Option<LocalPath>,
    found: &FieldErrors,
) -> Page<View> {
    let next = next.map(|path| path.as_str().to_owned());
    visitor.page("log_in/form.html", View { email: email.to_owned(), remember, next, errors: errors(found) })
}

fn refused(error: LogInError, page: impl FnOnce(&FieldErrors) -> Page<View>) -> Page<View> {
    match error {
        LogInError::Invalid(errors) => page(&errors).rejected(),
        LogInError::Unverified => page(&FieldErrors::default()).rejected().flash(Flash::EmailUnverified),
        LogInError::Refused => page(&FieldErrors::default()).rejected().flash(Flash::LogInRefused),
        LogInError::Failure(failure) => page(&FieldErrors::default()).failed(failure),
    }
}
