//! The users, as administrators see and manage them.

mod acts;
mod list;

pub use acts::{AdministerError, Administered, AdministrativeAct};
pub use list::UserDetails;

pub(super) use acts::is_last_administrator;
