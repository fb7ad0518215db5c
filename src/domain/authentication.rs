//! How an owner has proven who they are.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::coded::coded;

/// A method, with its name in "Authentication Method Reference Values" (RFC 8176, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum AuthenticationMethod {
    #[strum(serialize = "pwd")]
    Password,
}

coded!(AuthenticationMethod);

/// The methods of one log-in or step-up, in the order in which they were used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticationMethods(std::borrow::Cow<'static, [AuthenticationMethod]>);

impl AuthenticationMethods {
    pub const PASSWORD: Self = Self(std::borrow::Cow::Borrowed(&[AuthenticationMethod::Password]));

    /// As the database keeps them: names with a space between them. Skips names that only a later release knows.
    pub fn from_stored(text: &str) -> Self {
        Self(text.split(' ').filter_map(AuthenticationMethod::from_code).collect())
    }

    pub fn to_stored(&self) -> String {
        let names: Vec<&str> = self.0.iter().map(|method| method.code()).collect();
        names.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_survive_their_stored_form_and_unknown_ones_are_skipped() {
        let methods = AuthenticationMethods::PASSWORD;
        assert_eq!(methods.to_stored(), "pwd");
        assert_eq!(AuthenticationMethods::from_stored("pwd"), methods);
        assert_eq!(AuthenticationMethods::from_stored("pwd hwk-of-a-later-release"), methods);
    }
}
