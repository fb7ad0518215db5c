//! The operator's own list of refused passwords, as the policy sees it.

use std::fmt::Debug;

/// A set of passwords, folded ([`fold`](crate::domain::fold)).
pub trait Blocklist: Debug + Send + Sync {
    /// Whether it has this folded password.
    ///
    /// # Errors
    ///
    /// If the list cannot be read any more: then it is unknown whether the password may be accepted.
    fn contains(&self, folded: &str) -> Result<bool, BlocklistUnreadable>;
}

#[derive(Debug, thiserror::Error)]
#[error("the blocklist of passwords cannot be read: {0}")]
pub struct BlocklistUnreadable(#[from] pub std::io::Error);
