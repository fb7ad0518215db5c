//! From a letter to what goes over the wire: a subject, a plain text and the same as HTML.

use std::time::SystemTime;

use lettre::address::{Address, Envelope};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, MultiPartKind, SinglePart};
use serde::Serialize;
use tera::{Context, Tera};
use time::{Duration, OffsetDateTime};

use super::{Letter, Message, SendError, Sender, Settings, WayBack};
use crate::domain::{PublicUrl, device_name, time_text};
use crate::templates::{TemplateError, Templates, explain};

pub struct Renderer {
    tera: Tera,
    public_url: PublicUrl,
    site: Site,
    from: Sender,
}

/// A mail that is ready to be handed over.
pub struct Written {
    pub mail: lettre::Message,
    pub subject: String,
    pub link: Option<String>,
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
    /// As typed by whoever it is to.
    to: &'a str,
    link: Option<&'a str>,
    /// In words.
    link_life: Option<String>,
    log_in_url: String,
    reset_url: String,
    /// When it was caused, and from where.
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

    pub fn write(&self, letter: &Letter, now: OffsetDateTime) -> Result<Written, SendError> {
        let link = letter.message.link().map(|path| self.public_url.link(&path));
        let view = self.view(letter, link.as_deref());
        let context = Context::from_serialize(&view).map_err(|error| broken(&error))?;
        let name = letter.message.name();
        let text = self.render(&format!("mail/{name}.txt"), &context)?;
        let html = self.render(&format!("mail/{name}.html"), &context)?;
        let (subject, text) = text.trim_start().split_once('\n').unwrap_or((&text, ""));
        let subject = subject.trim().to_owned();
        let Sender(from) = &self.from;
        let to = mailbox(letter);
        let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()])
            .map_err(|error| SendError::lasting(error.to_string()))?;
        let mail = lettre::Message::builder()
            .envelope(envelope)
            .message_id(Some(format!("<{}@{}>", letter.id, from.email.domain())))
            .date(SystemTime::from(now))
            .from(from.clone())
            .to(to)
            .subject(subject.clone())
            .raw_header(auto_submitted()?)
            .multipart(
                MultiPart::builder()
                    .kind(MultiPartKind::Alternative)
                    .boundary(format!("alternatives-{}", letter.id))
                    .singlepart(SinglePart::plain(format!("{}\n", text.trim())))
                    .singlepart(SinglePart::html(html.trim_start().to_owned())),
            )
            .map_err(|error| SendError::lasting(error.to_string()))?;
        Ok(Written { mail, subject, link })
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, SendError> {
        self.tera.render(template, context).map_err(|error| broken(&error))
    }

    fn view<'a>(&'a self, letter: &'a Letter, link: Option<&'a str>) -> View<'a> {
        let (new_email, deleted_on) = match &letter.message {
            Message::EmailChanged { way_back: Some(WayBack { new_email, .. }) } => {
                (Some(new_email.as_str()), None)
            }
            Message::AccountClosed { deleted_on } => (None, Some(time_text(*deleted_on))),
            _ => (None, None),
        };
        View {
            site: &self.site,
            to: letter.to.as_typed(),
            link,
            link_life: letter.message.link_life().map(in_words),
            log_in_url: self.public_url.link("/login"),
            reset_url: self.public_url.link("/password-reset"),
            time: time_text(letter.caused_at),
            device: letter.client.user_agent.as_deref().and_then(device_name),
            address: letter.client.address.map(|address| address.to_string()),
            new_email,
            deleted_on,
        }
    }
}

/// Only whoever looks after the templates can mend it.
fn broken(error: &tera::Error) -> SendError {
    SendError::passing(format!("its template cannot be rendered: {}", explain(error)))
}

/// The address was parsed before. The library's own check knows no combining marks.
fn mailbox(letter: &Letter) -> Mailbox {
    let (local, domain) = letter.to.deliverable();
    Mailbox::new(None, Address::new_dangerous(local, domain))
}

/// No answer by a machine, please (RFC 3834, section 5).
fn auto_submitted() -> Result<HeaderValue, SendError> {
    let name = HeaderName::new_from_ascii("Auto-Submitted".to_owned())
        .map_err(|error| SendError::lasting(error.to_string()))?;
    Ok(HeaderValue::new(name, "auto-generated".to_owned()))
}

fn in_words(time: Duration) -> String {
    match (time.whole_days(), time.whole_hours()) {
        (0, 1) => "an hour".to_owned(),
        (0, hours) => format!("{hours} hours"),
        (1, _) => "a day".to_owned(),
        (days, _) => format!("{days} days"),
    }
}
