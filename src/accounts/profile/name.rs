//! What a member wants to be called. Like the language, it has one row that is overwritten, and no event.

use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{Field, FieldErrors, PersonName};
use crate::storage::users;

#[derive(Debug, thiserror::Error)]
pub enum ChangeNameError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    /// The operator has turned names off.
    #[error("the site has no names")]
    NoNames,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Sets the name, or removes it if nothing was typed; whether there is one now.
    pub async fn change_name(&self, signed_in: &SignedIn, name: &str) -> Result<bool, ChangeNameError> {
        if !self.has_names() {
            return Err(ChangeNameError::NoNames);
        }
        let name = PersonName::parse(name)
            .map_err(|mistake| ChangeNameError::Invalid(FieldErrors::of(Field::Name, mistake)))?;
        let (user, has_name) = (signed_in.user.id, name.is_some());
        self.0
            .core
            .storage
            .write(move |tx| Ok::<_, ChangeNameError>(users::set_name(tx, user, name.as_ref())?))
            .await?;
        Ok(has_name)
    }
}

fails_with_failure!(ChangeNameError);
