//! What is wrong with a field, for pages and for the API.

use crate::domain::{Field, Mistake};
use crate::locale::Message;

pub fn mistake(field: Field, mistake: Mistake) -> Message {
    let key = match (mistake, field) {
        (Mistake::EmailMissing, Field::NewEmail) => "mistake-new-email-missing",
        (Mistake::EmailMissing, _) => "mistake-email-missing",
        (Mistake::EmailInvalid, _) => "mistake-email-invalid",
        (Mistake::EmailTooLong, _) => "mistake-email-too-long",
        (Mistake::EmailLookAlike, _) => "mistake-email-look-alike",
        (Mistake::EmailTaken, _) => "mistake-email-taken",
        (Mistake::EmailUnchanged, _) => "mistake-email-unchanged",
        (Mistake::PasswordMissing, Field::CurrentPassword) => "mistake-current-password-missing",
        (Mistake::PasswordMissing, Field::NewPassword) => "mistake-new-password-missing",
        (Mistake::PasswordMissing, _) => "mistake-password-missing",
        (Mistake::PasswordTooShort { minimum }, _) => {
            return Message::new("mistake-password-too-short").with("minimum", minimum);
        }
        (Mistake::PasswordTooLong { maximum }, _) => {
            return Message::new("mistake-password-too-long").with("maximum", maximum);
        }
        (Mistake::PasswordUnreadable, _) => "mistake-password-unreadable",
        (Mistake::PasswordCommon, _) => "mistake-password-common",
        (Mistake::PasswordGuessable, _) => "mistake-password-guessable",
        (Mistake::PasswordFromContext, _) => "mistake-password-from-context",
        (Mistake::PasswordBlocklisted, _) => "mistake-password-blocklisted",
        (Mistake::PasswordWrong, _) => "mistake-password-wrong",
        (Mistake::NameTooLong { maximum }, _) => {
            return Message::new("mistake-name-too-long").with("maximum", maximum);
        }
        (Mistake::NameUnreadable, _) => "mistake-name-unreadable",
        (Mistake::TermsNotAccepted, _) => "mistake-terms-not-accepted",
    };
    Message::new(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Catalogue;

    #[test]
    fn every_mistake_has_its_words_in_every_field() {
        let catalogue = Catalogue::load(None, "en").expect("messages");
        let mistakes = [
            Mistake::EmailMissing,
            Mistake::EmailInvalid,
            Mistake::EmailTooLong,
            Mistake::EmailLookAlike,
            Mistake::EmailTaken,
            Mistake::EmailUnchanged,
            Mistake::PasswordMissing,
            Mistake::PasswordTooShort { minimum: 8 },
            Mistake::PasswordTooLong { maximum: 256 },
            Mistake::PasswordUnreadable,
            Mistake::PasswordCommon,
            Mistake::PasswordGuessable,
            Mistake::PasswordFromContext,
            Mistake::PasswordBlocklisted,
            Mistake::PasswordWrong,
            Mistake::TermsNotAccepted,
            Mistake::NameTooLong { maximum: 100 },
            Mistake::NameUnreadable,
        ];
        for found in mistakes {
            for field in
                [Field::Email, Field::NewEmail, Field::Password, Field::CurrentPassword, Field::NewPassword]
            {
                let message = mistake(field, found);
                assert!(catalogue.text(None, &message).is_some(), "{message:?}");
            }
        }
    }
}
