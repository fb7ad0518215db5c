//! The first administrator comes in by the link that the server printed.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::account::session_over;
use super::messages;
use super::page::{Cookies, ErrorPage, Errors, Flash, Form, Page, SeeOther, Visitor, errors};
use super::sign_up::refused;
use crate::accounts::{Accounts, SetUpError, SignUp};
use crate::domain::{Client, FieldErrors, Password, Token};

#[derive(FromForm)]
pub struct SetupForm<'r> {
    #[field(default = "")]
    token: &'r str,
    #[field(default = "")]
    email: &'r str,
    password: Password,
}

#[derive(Serialize)]
pub struct View {
    token: String,
    email: String,
    errors: Errors,
    minimum_length: usize,
    /// Where a visitor who already has an account logs in, with the way back here.
    log_in_url: String,
}

/// What a form can be answered with that is not accepted: the form, or that the link is dead.
type Refusal = Result<Page<View>, ErrorPage>;

#[get("/setup?<token>")]
pub async fn form(token: Option<&str>, visitor: Visitor<'_>, accounts: &State<Accounts>) -> Refusal {
    let token = token.and_then(Token::parse).ok_or_else(dead_link)?;
    match accounts.is_set_up_live(&token).await? {
        true => Ok(page(&visitor, accounts, &token, "", &FieldErrors::default())),
        false => Err(dead_link()),
    }
}

#[post("/setup", data = "<form>")]
pub async fn submit(
    form: Form<SetupForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, Refusal> {
    let SetupForm { token, email, password } = form.into_inner();
    let token = Token::parse(token).ok_or_else(|| Err(dead_link()))?;
    let sign_up = SignUp { email, password, accept_terms: false };
    match set_up(accounts, &token, sign_up, &visitor, &client, cookies).await {
        Ok(()) => Ok(SeeOther::to(uri!(super::admin::overview::index)).saying(Flash::SetUpDone)),
        Err(SetUpError::InvalidLink) => Err(Err(dead_link())),
        Err(SetUpError::SessionOver(over)) => Ok(session_over(cookies, over, None)),
        Err(SetUpError::SignUp(error)) => {
            Err(Ok(refused(error, |errors| page(&visitor, accounts, &token, email, errors))))
        }
    }
}

/// Makes the member who is logged in an administrator, or else a new one.
async fn set_up(
    accounts: &Accounts,
    token: &Token,
    sign_up: SignUp<'_>,
    visitor: &Visitor<'_>,
    client: &Client,
    cookies: Cookies<'_>,
) -> Result<(), SetUpError> {
    match visitor.signed_in {
        Some(member) => cookies.renew_session(&accounts.set_up_as(token, member, client).await?),
        None => {
            let opened = accounts.set_up(token, sign_up, visitor.browser(), client).await?;
            cookies.set_session(&opened, accounts.absolute_session_limit());
        }
    }
    Ok(())
}

fn dead_link() -> ErrorPage {
    ErrorPage::saying(Status::Gone, messages::DEAD_SET_UP_LINK)
}

fn page(
    visitor: &Visitor<'_>,
    accounts: &Accounts,
    token: &Token,
    email: &str,
    found: &FieldErrors,
) -> Page<View> {
    let token = token.expose();
    let next = uri!(form(token = Some(token.as_str()))).to_string();
    let view = View {
        log_in_url: uri!(super::log_in::form(next = Some(next.as_str()))).to_string(),
        token,
        email: email.to_owned(),
        errors: errors(found),
        minimum_length: accounts.minimum_password_length(),
    };
    visitor.page("setup/form.html", view).has_token()
}
