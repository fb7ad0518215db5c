//! Signing up.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::page::{Cookies, Errors, Flash, Form, Page, SeeOther, Visitor, errors};
use crate::accounts::{Accounts, SignUp, SignUpError, SignedUp};
use crate::domain::{Client, Field, FieldErrors, Mistake, Password};

#[derive(FromForm)]
pub struct SignUpForm<'r> {
    #[field(default = "")]
    email: &'r str,
    password: Password,
}

#[derive(Serialize)]
pub struct View {
    email: String,
    errors: Errors,
    duplicate: bool,
    minimum_length: usize,
}

#[get("/signup")]
pub fn form(visitor: Visitor<'_>, accounts: &State<Accounts>) -> Result<Page<View>, SeeOther> {
    match visitor.signed_in {
        Some(_) => Err(SeeOther::to(uri!(super::account::overview::index))),
        None => Ok(page(&visitor, accounts, "", &FieldErrors::default()).common()),
    }
}

#[post("/signup", data = "<form>")]
pub async fn submit(
    form: Form<SignUpForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<View>> {
    let SignUpForm { email, password } = form.into_inner();
    match accounts.sign_up(SignUp { email, password }, visitor.browser(), &client).await {
        Ok(SignedUp::CheckMail) => Ok(SeeOther::to(uri!(super::check_mail::show))),
        Ok(SignedUp::LoggedIn(session)) => {
            cookies.set_session(&session, accounts.absolute_session_limit());
            Ok(SeeOther::to(uri!(super::account::overview::index)).saying(Flash::AccountCreated))
        }
        Err(error) => Err(refused(error, |errors| page(&visitor, accounts, email, errors))),
    }
}

fn page(visitor: &Visitor<'_>, accounts: &Accounts, email: &str, found: &FieldErrors) -> Page<View> {
    let view = View {
        email: email.to_owned(),
        errors: errors(found),
        duplicate: found.contains(Field::Email, Mistake::EmailTaken),
        minimum_length: accounts.minimum_password_length(),
    };
    visitor.page("sign_up/form.html", view)
}

/// The form again, with what was wrong.
pub fn refused<V: Serialize>(error: SignUpError, page: impl FnOnce(&FieldErrors) -> Page<V>) -> Page<V> {
    match error {
        SignUpError::Invalid(errors) => page(&errors).rejected(),
        SignUpError::DuplicateEmail(errors) => {
            page(&errors).status(Status::Conflict).flash(Flash::EmailTaken)
        }
        SignUpError::Failure(failure) => page(&FieldErrors::default()).failed(failure),
    }
}
