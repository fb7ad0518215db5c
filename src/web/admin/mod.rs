//! The administrators' pages.

pub mod mail;
pub mod overview;
pub mod refusals;
pub mod user;
pub mod users;
