//! The parts that tokens need.

use crate::accounts::core::Core;
use crate::secrets::Secrets;
use crate::token_signing;

/// The entry for programs that have tokens, and for the operator's commands about keys. Cheap to clone.
#[derive(Clone)]
pub struct Tokens {
    pub(super) core: Core,
    pub(super) signing: token_signing::Settings,
    pub(super) secrets: Secrets,
}

impl Tokens {
    pub(in crate::accounts) fn new(core: Core, signing: token_signing::Settings, secrets: Secrets) -> Self {
        Self { core, signing, secrets }
    }
}
