//! The base of the tests: an application with a database of its own, browsers that visit it, and the program itself.

mod answer;
mod app;
mod balancer;
mod browser;
mod certificates;
mod connection;
mod database;
mod gate;
mod generated_document;
mod mail;
mod port;
#[cfg(feature = "postgres")]
mod postgres;
mod program;
mod scripted_smtp;
mod smtp;

pub use answer::Answer;
pub use app::{App, PASSWORD};
pub use balancer::Balancer;
pub use browser::Browser;
pub use certificates::{Authority, with_tls};
pub use connection::Connection;
pub use database::TestDatabase;
pub use gate::{Gate, Passage};
pub use generated_document::GeneratedDocument;
pub use mail::{Mail, mails_in};
pub use port::Port;
#[cfg(feature = "postgres")]
pub use postgres::PostgresServer;
pub use program::{Program, Server, curl, session_of};
pub use scripted_smtp::{Encryption, Reply, Script, ScriptedSmtp};
pub use smtp::SmtpServer;
