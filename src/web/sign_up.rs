//! Signing up.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::check_mail;
use super::page::{
    Awaited, Carried, Cookies, Errors, Flash, Form, Page, SeeOther, Visitor, errors, is_yes, suggestion,
};
use super::ways::{Ways, onward};
use crate::accounts::{Accounts, SignUp, SignUpError, SignedUp};
use crate::domain::{Client, Field, FieldErrors, LocalPath, Mistake, Password};

#[derive(FromForm)]
pub struct SignUpForm<'r> {
    #[field(default = "")]
    email: &'r str,
    password: Password,
    accept_terms: Option<&'r str>,
    #[field(default = "")]
    next: &'r str,
}

#[derive(Serialize)]
pub struct View {
    email: String,
    next: Option<String>,
    /// The address that was probably meant.
    suggestion: Option<String>,
    errors: Errors,
    duplicate: bool,
    minimum_length: usize,
    /// Whether there is a box that accepts the terms, and whether it was ticked.
    requires_terms: bool,
    accept_terms: bool,
    ways: Ways,
}

/// What comes back with the form.
struct Typed<'a> {
    email: &'a str,
    accept_terms: bool,
    next: Option<&'a LocalPath>,
}

#[get("/signup?<next>")]
pub fn form(
    next: Option<&str>,
    visitor: Visitor<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, SeeOther> {
    let next = next.and_then(LocalPath::parse);
    if visitor.signed_in.is_some() {
        return Err(onward(next.as_ref()));
    }
    let carried = visitor.carried();
    let typed = Typed { email: carried.email(), accept_terms: false, next: next.as_ref() };
    let page = page(&visitor, accounts, &typed, &FieldErrors::default());
    Ok(page.common_if(next.is_none() && carried.email.is_none()))
}

#[post("/signup", data = "<form>")]
pub async fn submit(
    form: Form<SignUpForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Page<View>> {
    let SignUpForm { email, password, accept_terms, next } = form.into_inner();
    let (accept_terms, next) = (is_yes(accept_terms), LocalPath::parse(next));
    let typed = Carried::typed(email, next.as_ref());
    match accounts.sign_up(SignUp { email, password, accept_terms }, visitor.browser(), &client).await {
        Ok(SignedUp::CheckMail) => Ok(check_mail::lead(cookies, &typed.awaiting(Awaited::SignUp))),
        Ok(SignedUp::LoggedIn(session)) => {
            cookies.set_session(&session, accounts.absolute_session_limit());
            Ok(onward(next.as_ref()).saying(Flash::AccountCreated))
        }
        Err(error) => {
            cookies.carry(&typed);
            let typed = Typed { email, accept_terms, next: next.as_ref() };
            Err(refused(error, |errors| page(&visitor, accounts, &typed, errors)))
        }
    }
}

fn page(visitor: &Visitor<'_>, accounts: &Accounts, typed: &Typed<'_>, found: &FieldErrors) -> Page<View> {
    let Typed { email, accept_terms, next } = *typed;
    let view = View {
        email: email.to_owned(),
        next: next.map(|path| path.as_str().to_owned()),
        suggestion: suggestion(email),
        errors: errors(found),
        duplicate: found.contains(Field::Email, Mistake::EmailTaken),
        minimum_length: accounts.minimum_password_length(),
        requires_terms: accounts.are_terms_required(),
        accept_terms,
        ways: Ways::to(next),
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
