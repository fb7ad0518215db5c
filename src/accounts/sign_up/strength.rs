//! How strong a password is that is being typed: the judgement that the form will get when it is sent.

use crate::accounts::{Accounts, Failure};
use crate::domain::{Client, EmailAddress, Mistake, NewPassword, Password, Strength};

impl Accounts {
    /// Judges a new password for the account of `email`, if that is an address. Stores and counts nothing but the client's
    /// use of the rate limit, and makes no hash. The policy bounds the cost by the length that it judges; the workers bound
    /// how many judgements run at once.
    pub async fn password_strength(
        &self,
        password: Password,
        email: &str,
        client: &Client,
    ) -> Result<Result<Strength, Mistake>, Failure> {
        self.0.core.throttle.check_strength(client)?;
        let policy = self.0.core.settings.password_policy.clone();
        let email = EmailAddress::parse(email).ok();
        let judge = move || NewPassword::parse(password, &policy, email.as_ref()).map(|new| new.strength());
        match self.0.hashing.check_policy(judge).await? {
            Ok(strength) => Ok(Ok(strength)),
            Err(error) => Failure::or_mistake(error).map(Err),
        }
    }
}
