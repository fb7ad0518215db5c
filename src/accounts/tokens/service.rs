//! The parts that tokens need.

use crate::accounts::core::Core;
use crate::secrets::Secrets;
use crate::token_signing::{self, Issuer};

/// The entry for programs that have tokens, and for the operator's commands about keys. Cheap to clone.
#[derive(Clone)]
pub struct Tokens {
    pub(super) core: Core,
    pub(super) issuer: Issuer,
    pub(super) secrets: Secrets,
}

impl Tokens {
    pub(in crate::accounts) fn new(core: Core, signing: token_signing::Settings, secrets: Secrets) -> Self {
        Self { core, issuer: Issuer::new(signing), secrets }
    }
}
