//! The conversation with a server (RFC 5321): `EHLO`, TLS, log-in, envelope, mail, `QUIT`.

use std::io;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::connection::{Connection, Stream};
use super::extensions::Extensions;
use super::reply::Reply;
use super::server::Login;
use super::tls::Tls;
use super::trouble::{Step, Trouble};
use crate::mail::rendered_mail::RenderedMail;

/// How long a server may take to answer `QUIT`. The result of the mail is known by then.
const MAX_GOODBYE: Duration = Duration::from_secs(1);

/// The longest command, in octets with its end (RFC 4954, section 4).
const MAX_COMMAND: usize = 512;

/// A conversation in which the server has listed its extensions.
pub struct Session {
    connection: Connection,
    extensions: Extensions,
}

impl Session {
    /// Waits for the greeting and sends `EHLO`.
    pub async fn open(stream: impl Stream + 'static, hello_name: &str) -> Result<Self, Trouble> {
        let mut connection = Connection::new(stream);
        let greeting = connection.reply().await.map_err(|error| Trouble::broken(Step::Greeting, error))?;
        expect(Step::Greeting, greeting, 2)?;
        let mut session = Self { connection, extensions: Extensions::default() };
        session.hello(hello_name).await?;
        Ok(session)
    }

    /// Continues in TLS. What the server said before does not count (RFC 3207, section 4.2).
    pub async fn start_tls(mut self, tls: &Tls, hello_name: &str) -> Result<Self, Trouble> {
        if !self.extensions.starttls {
            self.goodbye().await;
            return Err(Trouble::unsupported(Step::StartTls, "the server does not offer it"));
        }
        self.command(Step::StartTls, "STARTTLS", 2).await?;
        let stream = self.connection.into_stream().map_err(|error| Trouble::broken(Step::StartTls, error))?;
        let connection = Connection::new(tls.begin(stream).await?);
        let mut session = Self { connection, extensions: Extensions::default() };
        session.hello(hello_name).await?;
        Ok(session)
    }

    async fn hello(&mut self, name: &str) -> Result<(), Trouble> {
        let reply = self.command(Step::Ehlo, &format!("EHLO {name}"), 2).await?;
        self.extensions = Extensions::of(&reply);
        Ok(())
    }

    /// Ignores the text of prompts, and answers one after the other.
    pub async fn log_in(&mut self, login: &Login) -> Result<(), Trouble> {
        let (name, password) = (&login.name, &login.password);
        let (command, answers) = if self.extensions.auth_plain {
            ("AUTH PLAIN", vec![STANDARD.encode(format!("\0{name}\0{password}"))])
        } else if self.extensions.auth_login {
            ("AUTH LOGIN", vec![STANDARD.encode(name), STANDARD.encode(password)])
        } else {
            return Err(Trouble::unsupported(Step::Auth, "the server offers neither PLAIN nor LOGIN"));
        };
        let at_once = format!("{command} {}", answers[0]);
        let is_short = answers.len() == 1 && at_once.len() + 2 <= MAX_COMMAND;
        let mut reply = self.ask(Step::Auth, if is_short { &at_once } else { command }).await?;
        for answer in &answers {
            if reply.class() != 3 {
                break;
            }
            reply = self.ask(Step::Auth, answer).await?;
        }
        expect(Step::Auth, reply, 2)?;
        Ok(())
    }

    /// Sends the envelope and the mail, except its final dot.
    pub async fn hand_over(&mut self, mail: &RenderedMail) -> Result<(), Trouble> {
        let mut parameters = String::new();
        if !(mail.from.is_ascii() && mail.to.is_ascii()) {
            if !self.extensions.smtputf8 {
                return Err(self.no_smtputf8(mail));
            }
            parameters += " SMTPUTF8";
        }
        if !mail.octets.is_ascii() && self.extensions.eight_bit_mime {
            parameters += " BODY=8BITMIME";
        }
        self.command(Step::MailFrom, &format!("MAIL FROM:<{}>{parameters}", mail.from), 2).await?;
        self.command(Step::RcptTo, &format!("RCPT TO:<{}>", mail.to), 2).await?;
        self.command(Step::Data, "DATA", 3).await?;
        let body = transparent(&mail.octets);
        self.connection.write(&body).await.map_err(|error| Trouble::broken(Step::Body, error))
    }

    /// Sends the final dot. After it only a reply of 4xx or 5xx says that the server did not accept the mail.
    pub async fn end_of_mail(&mut self) -> Result<(), Trouble> {
        let step = Step::EndOfMail;
        // If writing the dot fails, the server does not have it.
        self.connection.write(b".\r\n").await.map_err(|error| Trouble::broken(Step::Body, error))?;
        let reply = self.connection.reply().await.map_err(|error| Trouble::broken(step, error))?;
        match reply.class() {
            2 => Ok(()),
            4 | 5 => Err(Trouble::refused(step, reply)),
            _ => Err(Trouble::broken(step, io::Error::other(format!("the answer is {reply}")))),
        }
    }

    pub async fn goodbye(mut self) {
        let _ = tokio::time::timeout(MAX_GOODBYE, self.connection.command("QUIT")).await;
    }

    /// Tells which of the two addresses has letters that the server does not support (RFC 6531).
    fn no_smtputf8(&self, mail: &RenderedMail) -> Trouble {
        const REASON: &str = "the address has letters beyond ASCII, and the server does not offer SMTPUTF8";
        match mail.from.is_ascii() {
            true => Trouble::unsupported_recipient(REASON),
            false => Trouble::unsupported(Step::MailFrom, REASON),
        }
    }

    async fn command(&mut self, step: Step, line: &str, class: u16) -> Result<Reply, Trouble> {
        let reply = self.ask(step, line).await?;
        expect(step, reply, class)
    }

    async fn ask(&mut self, step: Step, line: &str) -> Result<Reply, Trouble> {
        self.connection.command(line).await.map_err(|error| Trouble::broken(step, error))
    }
}

fn expect(step: Step, reply: Reply, class: u16) -> Result<Reply, Trouble> {
    if reply.class() == class { Ok(reply) } else { Err(Trouble::refused(step, reply)) }
}

/// A mail in its form on the wire: each line ends with CRLF, and no line is a lone dot (RFC 5321, section 4.5.2). Some
/// servers take a lone CR or LF for the end of a line and others do not, so each of them becomes a CRLF.
fn transparent(mail: &[u8]) -> Vec<u8> {
    let mut wire = Vec::with_capacity(mail.len() + mail.len() / 32);
    let mut rest = mail;
    while !rest.is_empty() {
        let end = rest.iter().position(|octet| matches!(octet, b'\r' | b'\n')).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        if line.first() == Some(&b'.') {
            wire.push(b'.');
        }
        wire.extend_from_slice(line);
        wire.extend_from_slice(b"\r\n");
        rest = after.strip_prefix(b"\r\n").or_else(|| after.get(1..)).unwrap_or_default();
    }
    wire
}
