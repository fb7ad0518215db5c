//! The outbox: sends the mails that flows have enqueued, retries them, and gives them up after a day.
//!
//! A link is created just before its mail is sent: until then there is nothing to steal, and afterwards only its digest
//! is stored. Several processes may send at once: a claim is the lease of a mail to one sender.

mod compose;
mod manage;
mod send;
mod service;

pub use manage::RetryMailError;
pub use service::Outbox;
