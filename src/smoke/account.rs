//! The disposable account: its address is unique, and its passwords are random.

use crate::domain::{Password, Token};

use super::options::MailDomain;

/// How many characters of a token make an address unique: 60 random bits.
const UNIQUE: usize = 12;

pub struct Account {
    pub email: String,
    /// The password with which the account is made.
    pub first: Password,
    /// The password to which it is changed.
    pub second: Password,
    /// A password that it never has.
    pub wrong: Password,
}

impl Account {
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub fn new(domain: &MailDomain) -> Result<Self, getrandom::Error> {
        let unique: String = Token::generate()?
            .expose()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .take(UNIQUE)
            .collect();
        let email = format!("smoke-{unique}@{domain}");
        Ok(Self { email, first: password()?, second: password()?, wrong: password()? })
    }

    /// Another spelling of the address, which is the same account.
    pub fn other_spelling(&self) -> String {
        match self.email.split_once('@') {
            Some((local, domain)) => format!("{}@{domain}", local.to_ascii_uppercase()),
            None => self.email.to_ascii_uppercase(),
        }
    }
}

/// 86 characters: no setting asks for more than 64.
fn password() -> Result<Password, getrandom::Error> {
    Ok(Password::typed(&format!("{}{}", Token::generate()?.expose(), Token::generate()?.expose())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EmailAddress;

    #[test]
    fn an_address_is_unique_and_its_other_spelling_is_the_same_mailbox() {
        let domain: MailDomain = "example.com".parse().expect("a domain");
        let [one, other] = [(); 2].map(|()| Account::new(&domain).expect("an account"));
        assert_ne!(one.email, other.email);
        let key = |email: &str| EmailAddress::parse_new(email).expect("an address").key().to_owned();
        assert_ne!(one.email, one.other_spelling());
        assert_eq!(key(&one.email), key(&one.other_spelling()));
    }
}
