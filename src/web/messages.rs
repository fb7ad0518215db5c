//! What pages say about a value, by its code.

use std::time::Duration;

use rocket::http::Status;

use crate::domain::{EventKind, MailKind, NotSentReason};
use crate::http::failure;
use crate::locale::Message;

pub fn event(kind: EventKind) -> Message {
    Message::of_code("event-", kind.code())
}

/// What a mail is about.
pub fn mail(kind: MailKind) -> Message {
    Message::of_code("mail-kind-", kind.code())
}

/// Why a mail was not sent.
pub fn not_sent(reason: NotSentReason) -> Message {
    Message::of_code("not-sent-", reason.code())
}

pub fn device(user_agent: Option<&str>) -> Message {
    user_agent.and_then(Message::device).unwrap_or_else(|| Message::new("common-unknown-device"))
}

/// When to try again, in words: in seconds up to a minute and a half, in minutes up to an hour and a half, and else in
/// hours. Rounded up, so that a client does not return too early.
pub fn try_again(wait: Duration) -> Message {
    let seconds = failure::seconds(wait).max(1);
    let (key, count) = match seconds {
        ..=90 => ("try-again-seconds", seconds),
        91..=5_400 => ("try-again-minutes", seconds.div_ceil(60)),
        _ => ("try-again-hours", seconds.div_ceil(3_600)),
    };
    Message::new(key).with("count", count)
}

/// The statuses that have words of their own.
const ERRORS: [u16; 12] = [400, 401, 403, 404, 405, 408, 410, 413, 414, 415, 422, 429];

/// An error page: its title, and what to do.
pub fn error(status: Status) -> (Message, Message) {
    match status.code {
        431 => error_of("414"),
        503 => error_of("503"),
        code if ERRORS.contains(&code) => error_of(&code.to_string()),
        _ if status.class().is_server_error() => error_of("500"),
        _ => error_of("other"),
    }
}

/// The error page of a link that makes the first administrator, and that is used or old.
pub const DEAD_SET_UP_LINK: &str = "set-up-link";

/// The error page for a program that has a session, but not the password of a short while ago.
pub const CONFIRM_PASSWORD: &str = "confirm-password";

/// The error page with this name, which is a status or one of those above.
pub fn error_of(name: &str) -> (Message, Message) {
    (Message::new(format!("error-{name}-title")), Message::new(format!("error-{name}-text")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Catalogue;

    #[test]
    fn a_wait_is_told_in_the_unit_that_people_would_choose() {
        let catalogue = Catalogue::load(None, "en").expect("messages");
        for (milliseconds, told) in [
            (0, "Try again in 1 second."),
            (19_001, "Try again in 20 seconds."),
            (90_000, "Try again in 90 seconds."),
            (90_001, "Try again in 2 minutes."),
            (170_000, "Try again in 3 minutes."),
            (5_400_000, "Try again in 90 minutes."),
            (5_401_000, "Try again in 2 hours."),
        ] {
            let message = try_again(Duration::from_millis(milliseconds));
            assert_eq!(catalogue.text(None, &message).as_deref(), Some(told));
        }
    }

    #[test]
    fn every_code_has_its_words() {
        let catalogue = Catalogue::load(None, "en").expect("messages");
        let events = EventKind::all().iter().map(|kind| event(*kind));
        let mails = MailKind::all().iter().map(|kind| mail(*kind));
        let reasons = NotSentReason::all().iter().map(|reason| not_sent(*reason));
        let statuses = ERRORS.into_iter().chain([431, 500, 502, 503, 418]).map(Status::new);
        let pages = statuses.map(error).chain([DEAD_SET_UP_LINK, CONFIRM_PASSWORD].map(error_of));
        let errors = pages.flat_map(|(title, text)| [title, text]);
        let waits = [0, 1, 90, 91, 5_400, 5_401].map(Duration::from_secs).map(try_again);
        for message in events.chain(mails).chain(reasons).chain(errors).chain([device(None)]).chain(waits) {
            assert!(catalogue.text(None, &message).is_some(), "{message:?}");
        }
    }
}
