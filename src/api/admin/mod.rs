//! The register, for an administrator's programs.

pub mod user;
pub mod users;
