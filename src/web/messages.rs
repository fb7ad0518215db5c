//! Every sentence that code chooses and a person reads on a page, by its code. What stands on a page whatever happens
//! is in the templates; what programs are told, too, is in `http/messages.rs`.

use rocket::http::Status;

use super::notice::Notice;
use crate::domain::EventKind;
use crate::http::messages;

pub fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::AccountCreated => "Welcome! Your account is ready.",
        Notice::LoggedOut => "You are logged out.",
        Notice::PasswordChanged => "Password changed. Your other sessions have ended.",
        Notice::SessionEnded => "That session has ended.",
        Notice::SessionGone => "That session had already ended.",
        Notice::OtherSessionsEnded => "All other sessions have ended.",
        Notice::SetUpDone => "You are the administrator now.",
        Notice::UserDisabled => "The account is disabled and logged out everywhere.",
        Notice::UserEnabled => "The account is enabled.",
        Notice::AdminGranted => "This person is an administrator now.",
        Notice::AdminRevoked => "This person is no longer an administrator.",
        Notice::UserSignedOut => "This person is logged out everywhere.",
        Notice::LastAdministrator => {
            "This is the last administrator, and somebody has to be. Make another person administrator first."
        }
        Notice::AccountClosed => {
            "Your account is closed and will be deleted. Until then you can log in to keep it."
        }
        Notice::AccountReopened => "Welcome back! Your account is open again and will not be deleted.",
        Notice::LastAdministratorStays => {
            "You are the last administrator, and somebody has to be. Make another person administrator first."
        }
        Notice::PleaseLogIn => "Please log in to go on.",
        Notice::EmailTaken => messages::EMAIL_TAKEN,
        Notice::LogInRefused => "Email or password is wrong, or the account is disabled.",
        Notice::TooManyAttempts => messages::TOO_MANY_ATTEMPTS,
        Notice::Unavailable => messages::UNAVAILABLE,
        Notice::Unexpected => messages::UNEXPECTED,
    }
}

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
        EventKind::RefreshTokenReused => "Program logged out: an old token was used again",
    }
}

pub const YOU: &str = "You";
pub const AN_ADMINISTRATOR: &str = "An administrator";
pub const COMMAND_LINE: &str = "Command line";
pub const UNKNOWN_ACTOR: &str = "Unknown";
pub const UNKNOWN_PLACE: &str = "Unknown place";
pub const UNKNOWN_DEVICE: &str = "Unknown device";

/// For a program that has a session, but not the password of a short while ago.
pub const CONFIRM_PASSWORD: (&str, &str) =
    ("Please confirm your password", "Give it again at /account/confirm, and then try again.");

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
        410 => (
            "This link does not work",
            "A set-up link works once, within a day, and only while there is no administrator. \
             Restart the server for a new one, or run “frontdesk admin create”.",
        ),
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
