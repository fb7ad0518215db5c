//! The operator's block list, as the policy uses it.

use std::fmt::Debug;

/// A set of passwords, folded ([`fold`](crate::domain::fold)).
pub trait Blocklist: Debug + Send + Sync {
    /// Whether the list contains this folded password.
    ///
    /// # Errors
    ///
    /// If the list can no longer be read. Then it is unknown whether the password may be accepted.
    fn contains(&self, folded: &str) -> Result<bool, BlocklistUnreadable>;
}

#[derive(Debug, thiserror::Error)]
#[error("the block list of passwords cannot be read: {0}")]
pub struct BlocklistUnreadable(#[from] pub std::io::Error);
