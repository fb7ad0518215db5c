//! The form to sign up, and its errors.

use crate::accounts::Failure;
use crate::accounts::failure::fails_with_failure;
use crate::domain::{FieldErrors, Password};

/// What was typed.
pub struct SignUp<'a> {
    pub email: &'a str,
    pub password: Password,
    /// Counts only where signing up requires it.
    pub accept_terms: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error("the address is registered")]
    DuplicateEmail(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(SignUpError);
