//! The users, for the programs of administrators.

pub mod user;
pub mod users;
