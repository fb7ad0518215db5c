//! An SMTP server for tests: it accepts mail, or answers recipients with a given reply.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use super::Mail;

pub struct SmtpServer {
    pub url: String,
    state: Arc<Mutex<State>>,
}

/// The sender and the recipients of a mail.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    pub to: String,
    /// Whether the client announced addresses beyond ASCII (RFC 6531, section 3.4).
    pub has_smtputf8: bool,
}

#[derive(Default)]
struct State {
    /// The reply to every recipient; if `None`, recipients are accepted.
    refusal: Option<&'static str>,
    received: Vec<Mail>,
    envelopes: Vec<Envelope>,
    /// The number of `RCPT` commands.
    attempts: usize,
    /// If true, the server does not answer `QUIT`, and keeps the connection open.
    is_silent_at_the_end: bool,
}

impl SmtpServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("the port's number").port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = state.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                thread::spawn(move || converse(stream, &state));
            }
        });
        Self { url: format!("smtp://127.0.0.1:{port}"), state }
    }

    /// From now on every recipient gets this reply, or is accepted if it is `None`.
    pub fn refuse(&self, answer: Option<&'static str>) {
        self.state.lock().expect("the state").refusal = answer;
    }

    pub fn be_silent_at_the_end(&self) {
        self.state.lock().expect("the state").is_silent_at_the_end = true;
    }

    pub fn received(&self) -> Vec<Mail> {
        self.state.lock().expect("the state").received.clone()
    }

    /// The envelopes of the mails that the server received.
    pub fn envelopes(&self) -> Vec<Envelope> {
        self.state.lock().expect("the state").envelopes.clone()
    }

    pub fn attempts(&self) -> usize {
        self.state.lock().expect("the state").attempts
    }
}

/// Serves one connection (RFC 5321, section 4), until the client closes it.
fn converse(mut stream: TcpStream, state: &Mutex<State>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let mut say = move |answer: &str| stream.write_all(format!("{answer}\r\n").as_bytes()).ok();
    let mut envelope = Envelope::default();
    say("220 test")?;
    loop {
        let line = lines.next()?.ok()?;
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say("250-test\r\n250-8BITMIME\r\n250 SMTPUTF8")?,
            "MAIL" => {
                envelope.has_smtputf8 = line.split(" ").any(|word| word == "SMTPUTF8");
                say("250 test")?;
            }
            "RCPT" => {
                envelope.to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let mut state = state.lock().ok()?;
                state.attempts += 1;
                say(state.refusal.unwrap_or("250 taken"))?;
            }
            "DATA" => {
                say("354 go on")?;
                let mut source = String::new();
                loop {
                    let line = lines.next()?.ok()?;
                    if line == "." {
                        break;
                    }
                    source += line.strip_prefix('.').unwrap_or(&line);
                    source += "\r\n";
                }
                let mut state = state.lock().ok()?;
                state.received.push(Mail::parse(source.as_bytes()));
                state.envelopes.push(std::mem::take(&mut envelope));
                say("250 taken")?;
            }
            "QUIT" if state.lock().ok()?.is_silent_at_the_end => {}
            "QUIT" => return say("221 bye"),
            _ => say("250 test")?,
        }
    }
}
