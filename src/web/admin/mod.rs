//! The administrators' pages.

pub mod overview;
pub mod user;
pub mod users;
