//! What app.js shows below a new password while it is typed.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::response::content::RawJson;
use rocket::response::{self, Responder};
use rocket::{Request, State, post};
use serde::Serialize;

use super::page::{ErrorPage, Form, Visitor};
use crate::accounts::Accounts;
use crate::domain::{Client, Field, Language, Mistake, Password, Strength};
use crate::http::{self, messages};
use crate::locale::{Catalogue, Message};

#[derive(FromForm)]
pub struct StrengthForm<'r> {
    password: Password,
    /// What is in the field for the address, if the form has one.
    #[field(default = "")]
    email: &'r str,
}

/// The judgement, which becomes a sentence in the language of its reader.
pub struct Judgement {
    judged: Result<Strength, Mistake>,
    language: Option<Language>,
}

#[derive(Serialize)]
struct View {
    /// Whether the form would be accepted.
    ok: bool,
    level: &'static str,
    message: String,
}

#[post("/password-strength", data = "<form>")]
pub async fn judge(
    form: Form<StrengthForm<'_>>,
    visitor: Visitor<'_>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<Judgement, ErrorPage> {
    let StrengthForm { password, email } = form.into_inner();
    let judged = accounts.password_strength(password, email, &client).await?;
    let language = visitor.signed_in.and_then(|signed_in| signed_in.user.language.clone());
    Ok(Judgement { judged, language })
}

impl<'r> Responder<'r, 'static> for Judgement {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let (level, message) = match self.judged {
            Ok(Strength::Strong) => ("strong", Message::new("form-password-strong")),
            Ok(Strength::Sufficient) => ("sufficient", Message::new("form-password-sufficient")),
            Err(mistake) => ("weak", messages::mistake(Field::NewPassword, mistake)),
        };
        let language = self.language.or_else(|| http::language(request));
        let catalogue = request.rocket().state::<Catalogue>();
        let message = catalogue.and_then(|catalogue| catalogue.text(language.as_ref(), &message));
        let view = View { ok: self.judged.is_ok(), level, message: message.unwrap_or_default() };
        let json = serde_json::to_string(&view).map_err(|_| Status::InternalServerError)?;
        RawJson(json).respond_to(request)
    }
}
