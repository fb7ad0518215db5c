//! A page: a template and its view, in the frame that every page has.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use rocket::http::{ContentType, Method, Status};
use rocket::response::{self, Responder};
use rocket::{Request, Response};
use rocket_dyn_templates::Template;
use serde::Serialize;

use super::compressed::Compressed;
use super::cookies::Cookies;
use super::flash::Flash;
use super::site::Site;
use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::Language;
use crate::http::{Coding, failure, has_page, language, request_id, span};
use crate::locale::{Catalogue, LanguageName, Message};
use crate::web::messages;

/// What a handler answers with when there is something to see. Who is asking makes it: [`Visitor`](super::Visitor),
/// [`Member`](super::Member) and the others have a method `page`.
pub struct Page<V> {
    viewer: Option<Viewer>,
    template: &'static str,
    view: V,
    status: Status,
    flash: Option<Flash>,
    retry_after: Option<Duration>,
    failure: Option<Failure>,
    has_token: bool,
    is_common: bool,
}

/// Common pages, rendered once for all visitors who are not logged in: by template and language.
#[derive(Default)]
pub struct Rendered(RwLock<HashMap<(&'static str, String), Arc<Compressed>>>);

impl Rendered {
    fn get(&self, key: &(&'static str, String)) -> Option<Arc<Compressed>> {
        self.0.read().ok()?.get(key).cloned()
    }

    fn keep(&self, key: (&'static str, String), html: Arc<Compressed>) {
        if let Ok(mut pages) = self.0.write() {
            pages.insert(key, html);
        }
    }
}

impl<V: Serialize> Page<V> {
    pub(super) fn new(signed_in: Option<&SignedIn>, template: &'static str, view: V) -> Self {
        let viewer = signed_in.map(|signed_in| Viewer {
            email: signed_in.user.email.as_typed().to_owned(),
            name: signed_in.user.name.as_ref().map(|name| name.as_str().to_owned()),
            initial: signed_in.user.initial(),
            is_admin: signed_in.user.is_admin,
            language: signed_in.user.language.clone(),
        });
        Self {
            viewer,
            template,
            view,
            status: Status::Ok,
            flash: None,
            retry_after: None,
            failure: None,
            has_token: false,
            is_common: false,
        }
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Says something at the top of this very page, in place of what a redirect left to say.
    pub fn flash(mut self, flash: Flash) -> Self {
        self.flash = Some(flash);
        self
    }

    /// The page with its mistakes.
    pub fn rejected(self) -> Self {
        self.status(Status::UnprocessableEntity)
    }

    /// The page as it was, with a message that it was not the visitor's mistake.
    pub fn failed(self, failure: Failure) -> Self {
        let flash = match failure {
            Failure::TooManyAttempts { .. } => Flash::TooManyAttempts,
            Failure::Unavailable { .. } => Flash::Unavailable,
            Failure::Unexpected(_) => Flash::Unexpected,
        };
        let (status, retry_after) = failure::answer(&failure);
        Self { retry_after, failure: Some(failure), ..self.status(status).flash(flash) }
    }

    /// This view is the same for every visitor, and its template has no other: it need not be rendered again for a
    /// visitor to whom there is nothing to say.
    pub fn common(self) -> Self {
        self.common_if(true)
    }

    /// The same where the view may be another one.
    pub fn common_if(mut self, is_common: bool) -> Self {
        self.is_common = is_common;
        self
    }

    /// The address of this page opens something. No request carries it on, not even to this site, whose log may have a
    /// column for `Referer`. The bare origin is sent: with `no-referrer` a browser would send `Origin: null` along with the
    /// page's own form (Fetch, "append a request Origin header"), and that is refused.
    pub fn has_token(mut self) -> Self {
        self.has_token = true;
        self
    }
}

/// What every template gets.
#[derive(Serialize)]
struct Frame<'a, V> {
    site: &'a Site,
    viewer: Option<&'a Viewer>,
    flash: Option<FlashView>,
    path: &'a str,
    /// Where the language menu comes back to: this page, or the one whose form was sent.
    path_and_query: &'a str,
    language: LanguageName<'a>,
    page: &'a V,
}

#[derive(Serialize)]
struct Viewer {
    email: String,
    name: Option<String>,
    /// For the monogram.
    initial: String,
    is_admin: bool,
    #[serde(skip)]
    language: Option<Language>,
}

#[derive(Serialize)]
struct FlashView {
    kind: &'static str,
    text: Message,
    /// When to try again.
    wait: Option<Message>,
    /// What the log calls the failure.
    reference: Option<String>,
}

impl<'r, V: Serialize> Responder<'r, 'static> for Page<V> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let Some(failure) = &self.failure {
            failure::log(failure, &span(request));
        }
        let rocket = request.rocket();
        let site = rocket.state::<Site>().ok_or(Status::InternalServerError)?;
        let catalogue = rocket.state::<Catalogue>().ok_or(Status::InternalServerError)?;
        let accounts = rocket.state::<Accounts>().ok_or(Status::InternalServerError)?;
        let own = self.viewer.as_ref().and_then(|viewer| viewer.language.clone());
        let language = own.or_else(|| language(request));
        let uri = request.uri();
        let here = self.here(request);
        let left = Cookies::of(request).and_then(Cookies::take_flash);
        let frame = Frame {
            site,
            viewer: self.viewer.as_ref(),
            flash: self.flash.or(left).map(|flash| self.flash_view(flash, request)),
            path: uri.path().as_str(),
            path_and_query: &here,
            language: catalogue.name(language.as_ref()),
            page: &self.view,
        };
        let body = catalogue
            .speak_at(accounts.now(), language.as_ref(), || self.html(request, &frame))
            .ok_or(Status::InternalServerError)?;
        let mut response = Response::build();
        response.status(self.status).header(ContentType::HTML);
        response.raw_header("Vary", "Accept-Encoding, Accept-Language, Cookie");
        if let Some(coding) = body.coding() {
            response.raw_header("Content-Encoding", coding.name());
        }
        response.sized_body(body.as_ref().len(), Cursor::new(body));
        if let Some(wait) = self.retry_after {
            response.raw_header("Retry-After", failure::seconds(wait).to_string());
        }
        if self.has_token {
            response.raw_header("Referrer-Policy", "strict-origin");
        }
        response.ok()
    }
}

impl<V: Serialize> Page<V> {
    /// The address of this page, if a GET finds it. Common pages are the same whatever the query.
    fn here(&self, request: &Request<'_>) -> String {
        match request.method() {
            Method::Get if !self.is_common => request.uri().to_string(),
            Method::Post if !has_page(request) => "/".to_owned(),
            _ => request.uri().path().to_string(),
        }
    }

    fn flash_view(&self, flash: Flash, request: &Request<'_>) -> FlashView {
        let is_unexpected = matches!(self.failure, Some(Failure::Unexpected(_)));
        FlashView {
            kind: flash.level().name(),
            text: flash.text(),
            wait: self.retry_after.map(messages::try_again),
            reference: is_unexpected.then(|| request_id(request).to_owned()),
        }
    }

    fn html(&self, request: &Request<'_>, frame: &Frame<'_, V>) -> Option<Html> {
        let rendered = request.rocket().state::<Rendered>();
        let rendered = rendered.filter(|_| self.is_common && frame.viewer.is_none() && frame.flash.is_none());
        let key = (self.template, frame.language.tag.to_owned());
        if let Some(html) = rendered.and_then(|rendered| rendered.get(&key)) {
            return Some(Html::Common(html, Coding::preferred(request.headers())));
        }
        let html = Template::show(request.rocket(), self.template, frame)?;
        let Some(rendered) = rendered else { return Some(Html::Own(html)) };
        let html = Arc::new(Compressed::new(html.into_bytes()));
        rendered.keep(key, html.clone());
        Some(Html::Common(html, Coding::preferred(request.headers())))
    }
}

/// What is sent.
enum Html {
    /// For one visitor.
    Own(String),
    /// For every visitor, in the coding that this client takes.
    Common(Arc<Compressed>, Option<Coding>),
}

impl Html {
    fn coding(&self) -> Option<Coding> {
        match self {
            Self::Own(_) => None,
            Self::Common(html, coding) => html.encoded(*coding).1,
        }
    }
}

impl AsRef<[u8]> for Html {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Own(html) => html.as_bytes(),
            Self::Common(html, coding) => html.encoded(*coding).0,
        }
    }
}
