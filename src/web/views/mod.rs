//! What several pages show of one thing: the structs that templates are given.

mod event;
mod export;
mod mail;
mod session;
mod user;

pub use event::EventView;
pub use export::{ExportHead, ExportedDevice, ExportedEvent, ExportedMail};
pub use mail::MailView;
pub use session::SessionView;
pub use user::UserView;
