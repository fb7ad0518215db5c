//! One log-in attempt: what was typed, and where from.

use crate::accounts::Failure;
use crate::accounts::failure::fails_with_failure;
use crate::domain::{Client, EmailAddress, Field, FieldErrors, Mistake, Password, TokenDigest};

/// What was typed.
pub struct Credentials<'a> {
    pub email: &'a str,
    pub password: Password,
}

#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// A field is empty.
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    /// The same for every reason, so that the answer does not reveal the reason.
    #[error("the log-in was refused")]
    Refused,
    /// The password is right, but the owner has to confirm the address first. A mail with the link is queued.
    #[error("the address is not verified")]
    Unverified,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(LogInError);

/// What was typed, the device and the client.
pub(in crate::accounts) struct Attempt<'a> {
    /// `None` if the text is not an address: it is treated like an unknown one.
    pub email: Option<EmailAddress>,
    pub password: &'a Password,
    /// The device token that the browser has sent.
    pub device: Option<TokenDigest>,
    pub client: &'a Client,
}

impl<'a> Attempt<'a> {
    /// # Errors
    ///
    /// [`LogInError::Invalid`] if a field is empty. Other mistakes are not reported.
    pub fn parse(
        typed: &'a Credentials<'_>,
        device: Option<TokenDigest>,
        client: &'a Client,
    ) -> Result<Self, LogInError> {
        let mut errors = FieldErrors::default();
        let email = EmailAddress::parse(typed.email);
        if email == Err(Mistake::EmailMissing) {
            errors.add(Field::Email, Mistake::EmailMissing);
        }
        if typed.password.expose().is_empty() {
            errors.add(Field::Password, Mistake::PasswordMissing);
        }
        if !errors.is_empty() {
            return Err(LogInError::Invalid(errors));
        }
        Ok(Self { email: email.ok(), password: &typed.password, device, client })
    }
}
