//! Renders a mail: a subject, a plain text and the same as HTML.

use std::time::SystemTime;

use lettre::address::Address;
use lettre::message::header::{
    Date, From, HeaderName, HeaderValue, Headers, MIME_VERSION_1_0, MessageId, ReplyTo, Subject, To,
};
use lettre::message::{Mailbox, Mailboxes, MultiPart, MultiPartKind, SinglePart};
use serde::Serialize;
use tera::{Context, Tera};
use time::{Duration, OffsetDateTime};

use super::colors::color;
use super::outgoing_mail::OutgoingMail;
use super::rendered_mail::RenderedMail;
use super::send_error::SendError;
use super::settings::{Sender, Settings};
use crate::domain::PublicUrl;
use crate::locale::{Catalogue, LanguageName, Message, Time};
use crate::templates::{TemplateError, Templates, explain};

pub struct Renderer {
    tera: Tera,
    public_url: PublicUrl,
    site: Site,
    from: Sender,
    catalogue: Catalogue,
}

/// What every template gets as `site`.
#[derive(Serialize)]
struct Site {
    name: String,
    url: String,
    support_email: Option<String>,
    /// A whole URL, for mail programs.
    logo_url: Option<String>,
}

#[derive(Serialize)]
struct View<'a> {
    site: &'a Site,
    language: LanguageName<'a>,
    /// The address as the recipient typed it.
    to: &'a str,
    link: Option<&'a str>,
    link_life: Option<Message>,
    /// The end of a link whose time starts with the cause of the mail.
    link_end: Option<Time>,
    log_in_url: String,
    reset_url: String,
    /// When and from where the mail was caused.
    time: Time,
    device: Option<Message>,
    address: Option<String>,
    new_email: Option<&'a str>,
    deleted_on: Option<Time>,
}

impl Renderer {
    pub fn new(
        settings: Settings,
        templates: &Templates,
        catalogue: &Catalogue,
    ) -> Result<Self, TemplateError> {
        let Settings { public_url, site_name, support_email, logo_path, theme, from, .. } = settings;
        let logo_url = logo_path.map(|path| public_url.link(&path));
        let site = Site { name: site_name, url: public_url.to_string(), support_email, logo_url };
        let (mut tera, catalogue) = (templates.of_mail(catalogue)?, catalogue.clone());
        tera.register_function("color", color(theme));
        Ok(Self { tera, public_url, site, from, catalogue })
    }

    pub fn write(&self, outgoing: &OutgoingMail, now: OffsetDateTime) -> Result<RenderedMail, SendError> {
        let link = outgoing.message.link().map(|path| self.public_url.link(&path));
        let view = self.view(outgoing, link.as_deref());
        let context = Context::from_serialize(&view).map_err(|error| broken(&error))?;
        let name = outgoing.message.name();
        let (text, html) = self.catalogue.speak(outgoing.language.as_ref(), || {
            let render = |kind: &str| self.render(&format!("mail/{name}.{kind}"), &context);
            Ok::<_, SendError>((render("txt")?, render("html")?))
        })?;
        let (subject, text) = text.trim_start().split_once('\n').unwrap_or((&text, ""));
        let subject = subject.trim().to_owned();
        let Sender(from) = &self.from;
        let to = mailbox(outgoing);
        let mut headers = Headers::new();
        headers.set(MessageId::from(format!("<{}@{}>", outgoing.id, from.email.domain())));
        headers.set(Date::new(SystemTime::from(now)));
        headers.set(From::from(Mailboxes::from(from.clone())));
        headers.set(To::from(Mailboxes::from(to.clone())));
        if let Some(support) = self.site.support_email.as_deref().and_then(|email| email.parse().ok()) {
            headers.set(ReplyTo::from(Mailboxes::from(Mailbox::new(None, support))));
        }
        headers.set(Subject::from(subject.clone()));
        headers.insert_raw(auto_submitted()?);
        headers.set(MIME_VERSION_1_0);
        let body = MultiPart::builder()
            .kind(MultiPartKind::Alternative)
            .boundary(format!("alternatives-{}", outgoing.id))
            .singlepart(SinglePart::plain(format!("{}\n", wrapped(text.trim()))))
            .singlepart(SinglePart::html(html.trim_start().to_owned()));
        let octets = [headers.to_string().into_bytes(), body.formatted()].concat();
        Ok(RenderedMail { from: from.email.to_string(), to: to.email.to_string(), octets, subject, link })
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, SendError> {
        self.tera.render(template, context).map_err(|error| broken(&error))
    }

    fn view<'a>(&'a self, outgoing: &'a OutgoingMail, link: Option<&'a str>) -> View<'a> {
        let message = &outgoing.message;
        View {
            site: &self.site,
            language: self.catalogue.name(outgoing.language.as_ref()),
            to: outgoing.to.as_typed(),
            link,
            link_life: message.link_lifetime().map(in_words),
            link_end: message.link_lifetime().map(|life| Time::from(outgoing.caused_at + life)),
            log_in_url: self.public_url.link("/login"),
            reset_url: self.public_url.link("/password-reset"),
            time: outgoing.caused_at.into(),
            device: outgoing.client.user_agent.as_deref().and_then(Message::device),
            address: outgoing.client.address.map(|address| address.to_string()),
            new_email: message.new_email.as_deref(),
            deleted_on: message.deleted_on.map(Time::from),
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

/// The longest line of plain text, in columns; RFC 5322, section 2.1.1, recommends at most 78 octets.
const MAX_COLUMNS: usize = 76;

/// The text with its paragraphs in lines. A link stays in one piece, and so does a short line, such as the `-- ` above
/// the signature.
fn wrapped(text: &str) -> String {
    let options = textwrap::Options::new(MAX_COLUMNS).break_words(false);
    let line = |line: &str| match line.contains("://") || line.chars().count() <= MAX_COLUMNS / 2 {
        true => line.to_owned(),
        false => textwrap::fill(line, &options),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn in_words(time: Duration) -> Message {
    match time.whole_days() {
        0 => Message::new("time-hours").with("count", time.whole_hours()),
        days => Message::new("time-days").with("count", days),
    }
}
