//! The language that a member reads, in pages and in mail.

use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::Language;
use crate::storage::users;

impl Accounts {
    pub async fn set_language(&self, signed_in: &SignedIn, language: &Language) -> Result<(), Failure> {
        let (user, language) = (signed_in.user.id, language.clone());
        Ok(self.0.core.storage.write(move |tx| users::set_language(tx, user, &language)).await?)
    }
}
