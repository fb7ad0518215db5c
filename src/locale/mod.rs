//! The words of pages and mails in every language. They are Fluent messages in `locales/<language>/*.ftl`, compiled in;
//! files in the operator's folder change them, and add languages.

mod catalogue;
mod escape;
mod functions;
mod language_name;
mod message;
mod messages;
mod negotiation;
mod numbers;
mod page_functions;
mod review;
mod sources;
mod time;
mod translation;

pub use catalogue::{Catalogue, english};
pub use escape::escape;
pub use language_name::LanguageName;
pub use message::{Argument, Message};
pub use review::review;
pub use sources::LocaleError;
pub use time::Time;

#[cfg(test)]
mod tests;
