//! Choosing the language of the pages.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, post};

use super::page::{Cookies, ErrorPage, Form, SeeOther, Visitor};
use crate::accounts::Accounts;
use crate::domain::LocalPath;
use crate::locale::Catalogue;

#[derive(FromForm)]
pub struct LanguageForm<'r> {
    #[field(default = "")]
    language: &'r str,
    /// The page on which it was chosen.
    #[field(default = "")]
    back: &'r str,
}

/// The browser keeps the choice, and so does the account of a member, for mail and for other browsers.
#[post("/language", data = "<form>")]
pub async fn choose(
    form: Form<LanguageForm<'_>>,
    visitor: Visitor<'_>,
    cookies: Cookies<'_>,
    catalogue: &State<Catalogue>,
    accounts: &State<Accounts>,
) -> Result<SeeOther, ErrorPage> {
    let LanguageForm { language, back } = form.into_inner();
    let language = catalogue.find(language).ok_or(ErrorPage::of(Status::UnprocessableEntity))?;
    if let Some(signed_in) = visitor.signed_in {
        accounts.set_language(signed_in, &language).await?;
    }
    cookies.set_language(&language);
    let back = LocalPath::parse(back);
    Ok(SeeOther::to(back.as_ref().map_or("/", LocalPath::as_str)))
}
