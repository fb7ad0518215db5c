//! Every sentence that code chooses and a person reads on a page, by its code. What stands on a page whatever happens
//! is in the templates; what programs are told, too, is in `http/messages.rs`.

use rocket::http::Status;

use crate::domain::{EventKind, MailKind, NotSentReason, device_name};

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::SignedUp => "Signed up",
        EventKind::LoggedIn => "Logged in",
        EventKind::LogInFailed => "Log-in failed",
        EventKind::LoggedOut => "Logged out",
        EventKind::PasswordChanged => "Password changed",
        EventKind::SessionEnded => "Session ended",
        EventKind::SessionsEnded => "Sessions ended",
        EventKind::Disabled => "Account disabled",
        EventKind::Enabled => "Account enabled",
        EventKind::AdminGranted => "Made administrator",
        EventKind::AdminRevoked => "No longer administrator",
        EventKind::SetUpUsed => "Set-up link used",
        EventKind::AccountClosed => "Account closed",
        EventKind::AccountReopened => "Account opened again",
        EventKind::AccountDeleted => "Account deleted",
        EventKind::DataExported => "Data downloaded",
        EventKind::EmailVerified => "Email address confirmed",
        EventKind::PasswordResetRequested => "New password asked for",
        EventKind::PasswordReset => "Password set by a link",
        EventKind::EmailChangeRequested => "Change of email address asked for",
        EventKind::EmailChanged => "Email address changed",
        EventKind::EmailChangeUndone => "Change of email address taken back",
        EventKind::AccountLocked => "Account locked",
        EventKind::AccountUnlocked => "Account unlocked",
        EventKind::MailRetried => "Mail tried again",
        EventKind::PasswordConfirmationFailed => "Wrong password in a session",
        EventKind::SessionEndedByFailures => "Session ended: too many wrong passwords",
        EventKind::SignUpRepeated => "Signing up asked for again",
        EventKind::RateLimited => "Too many attempts, so refused for a while",
        EventKind::AccessDenied => "Refused: that is for administrators",
        EventKind::CrossSiteRefused => "Refused: a page of another site sent it",
        EventKind::RefreshTokenReused => "Program logged out: an old token was used again",
    }
}

pub const YOU: &str = "You";
pub const AN_ADMINISTRATOR: &str = "An administrator";
pub const COMMAND_LINE: &str = "Command line";
pub const UNKNOWN_ACTOR: &str = "Unknown";
pub const UNKNOWN_PLACE: &str = "Unknown place";
pub const UNKNOWN_DEVICE: &str = "Unknown device";

/// What a mail is about.
pub fn mail(kind: MailKind) -> &'static str {
    match kind {
        MailKind::EmailVerification => "Confirm the address",
        MailKind::SignUpConfirmation => "Finish signing up",
        MailKind::PasswordReset => "Set a new password",
        MailKind::EmailChange => "Confirm a new address",
        MailKind::EmailChanged => "Address changed",
        MailKind::PasswordChanged => "Password changed",
        MailKind::NewDevice => "New log-in",
        MailKind::AccountClosed => "Account closed",
        MailKind::AccountLocked => "Too many wrong passwords",
        MailKind::SessionEnded => "Session ended",
        MailKind::AdminGranted => "Made administrator",
        MailKind::AdminRevoked => "No longer administrator",
        MailKind::AccountDisabled => "Account disabled",
        MailKind::AccountEnabled => "Account enabled",
    }
}

/// Why a mail was not sent.
pub fn not_sent(reason: NotSentReason) -> &'static str {
    match reason {
        NotSentReason::AccountDisabled => "the account is disabled, so its link would open nothing.",
        NotSentReason::AddressChanged => "the account has another address now.",
        NotSentReason::LinkExpired => "it is so old that its link would open nothing.",
        NotSentReason::Replaced => "a newer one has taken its place.",
        NotSentReason::NotNeeded => "it is not needed any more.",
        NotSentReason::TooMany => "this mailbox, which nobody has confirmed, has got too many.",
    }
}

/// Of a page whose link is used or old: its title, and what to do.
pub const DEAD_LINK: (&str, &str) = (
    "This link does not work",
    "It may be older than it says in the mail, was used already, or a newer one has taken its place. \
     Log in, or ask for a new one.",
);

/// The same for the link that makes the first administrator.
pub const DEAD_SET_UP_LINK: (&str, &str) = (
    "This link does not work",
    "A set-up link works once, within a day, and only while there is no administrator. \
     Restart the server for a new one, or run “frontdesk admin create”.",
);

/// For a program that has a session, but not the password of a short while ago.
pub const CONFIRM_PASSWORD: (&str, &str) =
    ("Please confirm your password", "Give it again at /account/confirm, and then try again.");

/// A browser and a system, or what a program says of itself.
pub fn device(user_agent: Option<&str>) -> String {
    user_agent.and_then(device_name).unwrap_or_else(|| UNKNOWN_DEVICE.to_owned())
}

/// The account is gone; its number is what is left.
pub fn former_user(id: i64) -> String {
    format!("Former user {id}")
}

/// An error page: its title, and what to do.
pub fn error(status: Status) -> (&'static str, &'static str) {
    match status.code {
        400 => ("Bad request", "What the browser sent could not be read. Please go back and try again."),
        401 => ("Please log in", "This page is for people who are logged in."),
        403 => (
            "Not allowed",
            "This request came from another site, so nothing was changed. Open the page here and try again.",
        ),
        404 => (
            "Page not found",
            "There is no page at this address. It may have moved, or the link may be wrong.",
        ),
        405 => ("Not possible here", "This address exists, but not for what was asked of it."),
        410 => DEAD_LINK,
        413 => ("Too large", "What was sent is larger than anything this site needs. Please send less."),
        414 | 431 => ("Too long", "The address or the headers of the request are too long."),
        415 => ("Unknown format", "This address takes web forms, and what was sent is something else."),
        422 => (
            "That could not be understood",
            "What was sent does not fit the form. Please go back and try again.",
        ),
        429 => ("Too many attempts", "Please wait a little and try again."),
        503 => (
            "Not available",
            "The site cannot answer right now. Nothing was changed; please try again in a moment.",
        ),
        _ if status.class().is_server_error() => {
            ("Something went wrong", "The mistake is on our side. Nothing was changed; please try again.")
        }
        _ => ("That did not work", "The request could not be answered. Please go back and try again."),
    }
}
