//! The outbox: mails, the links in them, and supersession.

pub mod mail_list;
pub mod mail_tokens;
pub mod mails;
pub mod supersession;
