//! Renders a mail: a subject, a plain text and the same as HTML.

use std::time::SystemTime;

use lettre::address::Address;
use lettre::message::header::{
    Date, From, HeaderName, HeaderValue, Headers, MIME_VERSION_1_0, MessageId, Subject, To,
};
use lettre::message::{Mailbox, Mailboxes, MultiPart, MultiPartKind, SinglePart};
use serde::Serialize;
use tera::{Context, Tera};
use time::{Duration, OffsetDateTime};

use super::outgoing_mail::OutgoingMail;
use super::rendered_mail::RenderedMail;
use super::send_error::SendError;
use super::settings::{Sender, Settings};
use crate::domain::{PublicUrl, device_name, time_text};
use crate::templates::{TemplateError, Templates, explain};

pub struct Renderer {
    tera: Tera,
    public_url: PublicUrl,
    site: Site,
    from: Sender,
}

/// What every template gets as `site`.
#[derive(Serialize)]
struct Site {
    name: String,
    url: String,
    support_email: Option<String>,
}

#[derive(Serialize)]
struct View<'a> {
    site: &'a Site,
    /// The address as the recipient typed it.
    to: &'a str,
    link: Option<&'a str>,
    /// In words.
    link_life: Option<String>,
    /// The end of a link whose time starts with the cause of the mail.
    link_end: Option<String>,
    log_in_url: String,
    reset_url: String,
    /// When and from where the mail was caused.
    time: String,
    device: Option<String>,
    address: Option<String>,
    new_email: Option<&'a str>,
    deleted_on: Option<String>,
}

impl Renderer {
    pub fn new(settings: Settings, templates: &Templates) -> Result<Self, TemplateError> {
        let Settings { public_url, site_name, support_email, from, .. } = settings;
        let site = Site { name: site_name, url: public_url.to_string(), support_email };
        Ok(Self { tera: templates.of_mail()?, public_url, site, from })
    }

    pub fn write(&self, outgoing: &OutgoingMail, now: OffsetDateTime) -> Result<RenderedMail, SendError> {
        let link = outgoing.message.link().map(|path| self.public_url.link(&path));
        let view = self.view(outgoing, link.as_deref());
        let context = Context::from_serialize(&view).map_err(|error| broken(&error))?;
        let name = outgoing.message.name();
        let text = self.render(&format!("mail/{name}.txt"), &context)?;
        let html = self.render(&format!("mail/{name}.html"), &context)?;
        let (subject, text) = text.trim_start().split_once('\n').unwrap_or((&text, ""));
        let subject = subject.trim().to_owned();
        let Sender(from) = &self.from;
        let to = mailbox(outgoing);
        let mut headers = Headers::new();
        headers.set(MessageId::from(format!("<{}@{}>", outgoing.id, from.email.domain())));
        headers.set(Date::new(SystemTime::from(now)));
        headers.set(From::from(Mailboxes::from(from.clone())));
        headers.set(To::from(Mailboxes::from(to.clone())));
        headers.set(Subject::from(subject.clone()));
        headers.insert_raw(auto_submitted()?);
        headers.set(MIME_VERSION_1_0);
        let body = MultiPart::builder()
            .kind(MultiPartKind::Alternative)
            .boundary(format!("alternatives-{}", outgoing.id))
            .singlepart(SinglePart::plain(format!("{}\n", text.trim())))
            .singlepart(SinglePart::html(html.trim_start().to_owned()));
        let octets = [headers.to_string().into_bytes(), body.formatted()].concat();
        Ok(RenderedMail { from: from.email.to_string(), to: to.email.to_string(), octets, subject, link })
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, SendError> {
        self.tera.render(template, context).map_err(|error| broken(&error))
    }

    fn view<'a>(&'a self, outgoing: &'a OutgoingMail, link: Option<&'a str>) -> View<'a> {
        let message = &outgoing.message;
        let (new_email, deleted_on) = (message.new_email.as_deref(), message.deleted_on.map(time_text));
        View {
            site: &self.site,
            to: outgoing.to.as_typed(),
            link,
            link_life: message.link_lifetime().map(in_words),
            link_end: message.link_lifetime().map(|life| time_text(outgoing.caused_at + life)),
            log_in_url: self.public_url.link("/login"),
            reset_url: self.public_url.link("/password-reset"),
            time: time_text(outgoing.caused_at),
            device: outgoing.client.user_agent.as_deref().and_then(device_name),
            address: outgoing.client.address.map(|address| address.to_string()),
            new_email,
            deleted_on,
        }
    }
}

/// Transient, because the operator can repair the template.
fn broken(error: &tera::Error) -> SendError {
    SendError::transient(&format!("its template cannot be rendered: {}", explain(error)))
}

/// The address was parsed before. The library's own check does not accept combining marks.
fn mailbox(outgoing: &OutgoingMail) -> Mailbox {
    let (local, domain) = outgoing.to.deliverable();
    Mailbox::new(None, Address::new_dangerous(local, domain))
}

/// Asks machines not to answer (RFC 3834, section 5).
fn auto_submitted() -> Result<HeaderValue, SendError> {
    Ok(HeaderValue::new(header_name("Auto-Submitted")?, "auto-generated".to_owned()))
}

fn header_name(name: &str) -> Result<HeaderName, SendError> {
    HeaderName::new_from_ascii(name.to_owned()).map_err(|error| SendError::permanent(&error.to_string()))
}

fn in_words(time: Duration) -> String {
    match (time.whole_days(), time.whole_hours()) {
        (0, 1) => "an hour".to_owned(),
        (0, hours) => format!("{hours} hours"),
        (1, _) => "a day".to_owned(),
        (days, _) => format!("{days} days"),
    }
}
