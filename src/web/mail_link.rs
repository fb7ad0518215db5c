//! The page that the link of a mail leads to. Opening it changes nothing; its button does.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use super::page::{Carried, Cookies, ErrorPage, Flash, Form, Page, SeeOther, Visitor};
use super::ways::to_log_in;
use crate::accounts::{Accounts, LinkError, LiveLink};
use crate::domain::{Client, MailKind, Token};

#[derive(FromForm)]
pub struct LinkForm<'r> {
    #[field(default = "")]
    token: &'r str,
}

#[derive(Serialize)]
pub struct View {
    token: String,
    /// What the mail was about, by its code.
    kind: &'static str,
    /// Where it went.
    email: String,
}

#[get("/confirm?<token>")]
pub async fn show(
    token: Option<&str>,
    visitor: Visitor<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let token = read(token)?;
    match accounts.find_link(&token).await? {
        Some(LiveLink { kind, sent_to }) if kind != MailKind::PasswordReset => {
            let view =
                View { token: token.expose(), kind: kind.code(), email: sent_to.as_typed().to_owned() };
            Ok(visitor.page("mail_link/page.html", view).has_token())
        }
        _ => Err(ErrorPage::of(Status::Gone)),
    }
}

#[post("/confirm", data = "<form>")]
pub async fn follow(
    form: Form<LinkForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
    cookies: Cookies<'_>,
) -> Result<SeeOther, ErrorPage> {
    let LinkForm { token } = form.into_inner();
    let token = read(Some(token))?;
    let (flash, owner) = match accounts.follow_link(&token, &client).await {
        Ok(LiveLink { kind, sent_to }) => (Flash::of_link(kind).unwrap_or(Flash::Unexpected), Some(sent_to)),
        Err(LinkError::InvalidLink) => return Err(ErrorPage::of(Status::Gone)),
        Err(LinkError::EmailTaken) => (Flash::EmailTakenMeanwhile, None),
        Err(LinkError::Failure(failure)) => return Err(failure.into()),
    };
    if visitor.signed_in.is_some() && flash != Flash::EmailChangeUndone {
        return Ok(SeeOther::to(uri!(super::account::overview::index)).saying(flash));
    }
    let next = visitor.carried().next;
    cookies.carry(&Carried { email: owner, next: next.clone(), ..Carried::default() });
    Ok(to_log_in(next.as_ref()).saying(flash))
}

/// The token of a link, or of the form behind it. What cannot be one is as dead as an old one.
pub fn read(token: Option<&str>) -> Result<Token, ErrorPage> {
    token.and_then(Token::parse).ok_or(ErrorPage::of(Status::Gone))
}
