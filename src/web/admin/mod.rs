//! The administrators' pages.

pub mod mail;
pub mod overview;
pub mod user;
pub mod users;
