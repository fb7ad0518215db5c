//! What was written to people: what waits, what was sent, and what was given up.

use rocket::http::Status;
use rocket::{State, get, post, uri};
use serde::Serialize;

use crate::accounts::{Accounts, RetryMailError};
use crate::domain::{Client, LocalPath, MailFilter, MailId, MailPage};
use crate::web::page::{Administrator, ErrorPage, Flash, Page, SeeOther};
use crate::web::views::MailView;

#[derive(Serialize)]
pub struct View {
    state: &'static str,
    mails: Vec<MailView>,
    older_url: Option<String>,
    /// This is not the beginning.
    is_older: bool,
    /// Where mail is written, if it is not sent.
    folder: Option<String>,
}

/// A state that means nothing is as good as none.
#[get("/admin/mail?<state>&<before>")]
pub async fn list(
    state: Option<&str>,
    before: Option<i64>,
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let filter = state.and_then(MailFilter::from_code).unwrap_or_default();
    // No mail has such a number, so it is no place either.
    let before = before.filter(|id| *id > 0).map(MailId);
    let MailPage { mails, older } = accounts.outbox().list(filter, before).await?;
    let url = |before: Option<MailId>| {
        uri!(list(state = Some(filter.code()), before = before.map(|id| id.0))).to_string()
    };
    let page = url(before);
    let folder = folder(accounts);
    let mail_view = |mail| MailView::new(mail, folder.is_none(), |id| retry_url(id, &page));
    let view = View {
        state: filter.code(),
        older_url: older.map(|id| url(Some(id))),
        mails: mails.into_iter().map(mail_view).collect(),
        is_older: before.is_some(),
        folder,
    };
    Ok(administrator.page("admin/mail.html", view))
}

/// The folder into which mail is written, if it is not sent.
pub fn folder(accounts: &Accounts) -> Option<String> {
    accounts.outbox().folder().map(|folder| folder.display().to_string())
}

/// Where a mail can be tried again. `page` is the address of the list, which is shown again afterwards.
pub fn retry_url(mail: MailId, page: &str) -> String {
    uri!(retry(id = mail.0, next = Some(page))).to_string()
}

/// `next` is the page to go back to, with its filter and its place.
#[post("/admin/mail/<id>/retry?<next>")]
pub async fn retry(
    id: Option<i64>,
    next: Option<&str>,
    administrator: Administrator<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let id = id.ok_or(ErrorPage::of(Status::NotFound))?;
    let flash = match accounts.outbox().retry(administrator.0, MailId(id), &client).await {
        Ok(()) => Flash::MailRetried,
        Err(RetryMailError::NotGivenUp) => Flash::MailNotGivenUp,
        Err(RetryMailError::Failure(failure)) => return Err(failure.into()),
    };
    let page = match next.and_then(LocalPath::parse) {
        Some(path) => SeeOther::to(path.as_str()),
        None => SeeOther::to(uri!(list(state = None::<&str>, before = None::<i64>))),
    };
    Ok(page.saying(flash))
}
