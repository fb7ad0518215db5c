//! Logging in.

use rocket::form::FromForm;
use rocket::{State, get, post};
use serde::Serialize;

use super::page::{
    Carried, Cookies, Errors, Flash, Form, Page, SeeOther, Visitor, errors, is_yes, suggestion,
};
use super::ways::{Ways, onward};
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
    /// The address that was probably meant.
    suggestion: Option<String>,
    errors: Errors,
    ways: Ways,
}

#[get("/login?<next>")]
pub fn form(next: Option<&str>, visitor: Visitor<'_>) -> Result<Page<View>, SeeOther> {
    let next = next.and_then(LocalPath::parse);
    if visitor.signed_in.is_some() {
        return Err(onward(next.as_ref()));
    }
    let carried = visitor.carried();
    let page = page(&visitor, carried.email(), false, next.as_ref(), &FieldErrors::default());
    Ok(page.common_if(next.is_none() && carried.email.is_none()))
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
            let onward = onward(next.as_ref());
            Ok(if has_reopened { onward.saying(Flash::AccountReopened) } else { onward })
        }
        Err(error) => {
            let Carried { new_email, .. } = cookies.carried();
            cookies.carry(&Carried { new_email, ..Carried::typed(email, next.as_ref()) });
            Err(refused(error, |errors| page(&visitor, email, remember, next.as_ref(), errors)))
        }
    }
}

fn page(
    visitor: &Visitor<'_>,
    email: &str,
    remember: bool,
    next: Option<&LocalPath>,
    found: &FieldErrors,
) -> Page<View> {
    let view = View {
        email: email.to_owned(),
        remember,
        next: next.map(|path| path.as_str().to_owned()),
        suggestion: suggestion(email),
        errors: errors(found),
        ways: Ways::to(next),
    };
    visitor.page("log_in/form.html", view)
}

fn refused(error: LogInError, page: impl FnOnce(&FieldErrors) -> Page<View>) -> Page<View> {
    match error {
        LogInError::Invalid(errors) => page(&errors).rejected(),
        LogInError::Unverified => page(&FieldErrors::default()).rejected().flash(Flash::EmailUnverified),
        LogInError::Refused => page(&FieldErrors::default()).rejected().flash(Flash::LogInRefused),
        LogInError::Failure(failure) => page(&FieldErrors::default()).failed(failure),
    }
}
