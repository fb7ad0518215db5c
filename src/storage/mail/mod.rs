//! The outbox: the mails, the links in them, and which mail takes the place of another.

pub mod mail_list;
pub mod mail_tokens;
pub mod mails;
pub mod supersession;
