//! The sentences that pages and the API share.

use crate::domain::{Field, Mistake};

pub const EMAIL_TAKEN: &str = "Email already registered";
pub const EMAIL_UNVERIFIED: &str = "Confirm your email address first. We have sent you a link.";
pub const TOO_MANY_ATTEMPTS: &str = "Too many attempts. Please wait a little and try again.";
pub const UNAVAILABLE: &str =
    "That cannot be done right now. Nothing was changed; please try again in a moment.";
pub const UNEXPECTED: &str = "Something went wrong on our side. Nothing was changed; please try again.";

pub fn mistake(field: Field, mistake: Mistake) -> String {
    match mistake {
        Mistake::EmailMissing => match field {
            Field::NewEmail => "Enter your new email address.".into(),
            _ => "Enter your email address.".into(),
        },
        Mistake::EmailInvalid => "Enter an email address like name@example.com.".into(),
        Mistake::EmailTooLong => "The email address is too long.".into(),
        Mistake::EmailLookAlike => {
            "This address mixes letters of several alphabets, or has some that only look like others. \
             Type it again with one keyboard."
                .into()
        }
        Mistake::EmailTaken => "This address has an account already.".into(),
        Mistake::EmailUnchanged => "This is your address already.".into(),
        Mistake::PasswordMissing => match field {
            Field::CurrentPassword => "Enter your current password.".into(),
            Field::NewPassword => "Enter a new password.".into(),
            _ => "Enter a password.".into(),
        },
        Mistake::PasswordTooShort { minimum } => format!("Use at least {minimum} characters."),
        Mistake::PasswordTooLong { maximum } => format!("Use at most {maximum} characters."),
        Mistake::PasswordUnreadable => "The password has characters that could not be read.".into(),
        Mistake::PasswordCommon => {
            "This password is among the first that a guesser tries. Add a few unrelated words.".into()
        }
        Mistake::PasswordGuessable => "This password follows a pattern that is easy to guess.".into(),
        Mistake::PasswordFromContext => {
            "This password is made from your email address or the name of this site.".into()
        }
        Mistake::PasswordBlocklisted => {
            "This password is on a list of passwords that are refused here.".into()
        }
        Mistake::PasswordWrong => "This is not your current password.".into(),
    }
}
