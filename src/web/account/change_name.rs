//! Giving a name, or taking it back.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, post, uri};

use super::overview;
use crate::accounts::{Accounts, ChangeNameError};
use crate::web::page::{ErrorPage, Flash, Form, Member, Page, SeeOther};

#[derive(FromForm)]
pub struct ChangeNameForm<'r> {
    #[field(default = "")]
    name: &'r str,
}

#[post("/account/name", data = "<form>")]
pub async fn submit(
    member: Member<'_>,
    form: Form<ChangeNameForm<'_>>,
    accounts: &State<Accounts>,
) -> Result<SeeOther, Result<Page<overview::View>, ErrorPage>> {
    let ChangeNameForm { name } = form.into_inner();
    match accounts.change_name(member.0, name).await {
        Ok(has_name) => {
            let flash = if has_name { Flash::NameChanged } else { Flash::NameRemoved };
            Ok(SeeOther::to(uri!(overview::index)).saying(flash))
        }
        Err(ChangeNameError::Invalid(errors)) => {
            Err(overview::page(&member, accounts, name, &errors).await.map(Page::rejected))
        }
        Err(ChangeNameError::NoNames) => Err(Err(ErrorPage::of(Status::NotFound))),
        Err(ChangeNameError::Failure(failure)) => Err(Err(failure.into())),
    }
}
