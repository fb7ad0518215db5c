//! The outbox: sends the mails that flows have enqueued, retries them, and gives up after long enough.
//!
//! A link is made when its mail is about to be sent: before, there is nothing to steal, and afterwards only its digest is
//! stored. Several processes may send at once: a claim on a mail is a lease of one sender.

mod compose;
mod manage;
mod send;
mod service;

pub use manage::RetryMailError;
pub use service::Outbox;
