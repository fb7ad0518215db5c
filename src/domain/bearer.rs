//! What an access token says: which user it represents, to which client it was issued, and what that client may do.

use std::fmt;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::PublicId;
use super::coded::coded;

/// The client of the tokens that this server's own API issues for an address and a password.
pub const OWN_CLIENT: &str = "frontdesk";

/// What an access token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    pub user: PublicId,
    pub session: PublicId,
    /// The client to which the token was issued (RFC 9068, section 2.2).
    pub client: String,
    pub scope: Scope,
}

/// What a token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Permission {
    /// The owner's own account.
    Account,
    /// The list of users.
    Admin,
}

coded!(Permission);

/// The permissions of a token (RFC 6749, section 3.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope(Vec<Permission>);

impl Scope {
    /// The permissions of the API's own tokens. The user's role at the time of use also decides.
    pub fn all() -> Self {
        Self(vec![Permission::Account, Permission::Admin])
    }

    /// Skips the names of permissions at other services.
    pub fn from_text(text: &str) -> Self {
        Self(text.split(' ').filter_map(Permission::from_code).collect())
    }

    pub fn allows(&self, permission: Permission) -> bool {
        self.0.contains(&permission)
    }
}

/// The names, with a space between them.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(|permission| permission.code()).collect();
        f.write_str(&names.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_survives_its_text_and_knows_only_its_own_names() {
        let scope = Scope::from_text("openid account  admin Admin");
        assert_eq!(scope.to_string(), "account admin");
        assert_eq!(Scope::all(), scope);
        assert!(scope.allows(Permission::Account) && scope.allows(Permission::Admin));
        assert!(!Scope::from_text("openid").allows(Permission::Account));
        assert!(!Scope::from_text("").allows(Permission::Account));
    }
}
