//! An SMTP server that sends the octets of a script, and starts TLS where the test wants it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::Authority;

/// The replies to commands in place of the usual ones. `greeting` and `.` count as commands.
pub type Script = &'static [(&'static str, Reply)];

#[derive(Clone, Copy)]
pub enum Reply {
    Say(&'static [u8]),
    Close,
    /// These octets, repeated without end.
    Endless(&'static [u8]),
}

pub struct ScriptedSmtp {
    pub port: u16,
    /// The certificate of the authority that signed the server's certificate, which is for `localhost`.
    pub authority: PathBuf,
    commands: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    None,
    StartTls,
    FromStart,
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

impl ScriptedSmtp {
    pub fn start(folder: &Path, encryption: Encryption, script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        Self::on(listener, folder, encryption, script)
    }

    /// Starts a server on this socket, and writes the certificate of the authority into the folder.
    pub fn on(listener: TcpListener, folder: &Path, encryption: Encryption, script: Script) -> Self {
        let port = listener.local_addr().expect("the port's number").port();
        let authority = folder.join(format!("authority-{port}.pem"));
        let issued = Authority::new(authority.clone()).issue(&["localhost"]);
        let tls = Arc::new(issued.server_config());
        let commands = Arc::new(Mutex::new(Vec::new()));
        let seen = commands.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (tls, seen) = (tls.clone(), seen.clone());
                thread::spawn(move || converse(stream, &tls, encryption, script, &seen));
            }
        });
        Self { port, authority, commands }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The lines that clients sent, without those of mails.
    pub fn commands(&self) -> Vec<String> {
        self.commands.lock().expect("the commands").clone()
    }

    /// How many complete mails the server received.
    pub fn mails(&self) -> usize {
        self.commands().iter().filter(|command| *command == ".").count()
    }
}

fn usual(command: &str, encryption: Encryption) -> &'static [u8] {
    match command {
        "greeting" => b"220 test\r\n",
        "EHLO" if encryption == Encryption::StartTls => {
            b"250-test\r\n250-8bitmime\r\n250-StartTLS\r\n250 auth plain\r\n"
        }
        "EHLO" => b"250-test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN\r\n",
        "AUTH" => b"235 in\r\n",
        "STARTTLS" => b"220 go\r\n",
        "DATA" => b"354 go on\r\n",
        "QUIT" => b"221 bye\r\n",
        _ => b"250 done\r\n",
    }
}

/// Serves one connection, until the client closes it or sends nothing for a while.
fn converse(
    stream: TcpStream,
    tls: &Arc<ServerConfig>,
    encryption: Encryption,
    script: Script,
    seen: &Mutex<Vec<String>>,
) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(120))).ok()?;
    let mut stream = Stream::Plain(stream);
    if encryption == Encryption::FromStart {
        stream = stream.begin_tls(tls)?;
    }
    let mut command = "greeting".to_owned();
    loop {
        let scripted = script.iter().find(|(known, _)| *known == command).map(|(_, answer)| *answer);
        match scripted.unwrap_or(Reply::Say(usual(&command, encryption))) {
            Reply::Say(octets) => stream.say(octets)?,
            Reply::Close => return None,
            Reply::Endless(octets) => loop {
                stream.say(octets)?;
            },
        }
        if command == "STARTTLS" {
            stream = stream.begin_tls(tls)?;
        }
        let mut line = stream.line()?;
        if command == "DATA" {
            while line != "." {
                line = stream.line()?;
            }
        }
        command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        seen.lock().ok()?.push(line);
    }
}

impl Stream {
    fn begin_tls(self, config: &Arc<ServerConfig>) -> Option<Self> {
        let Self::Plain(socket) = self else { return Some(self) };
        let session = ServerConnection::new(config.clone()).ok()?;
        Some(Self::Tls(Box::new(StreamOwned::new(session, socket))))
    }

    fn say(&mut self, octets: &[u8]) -> Option<()> {
        match self {
            Self::Plain(stream) => stream.write_all(octets).ok(),
            Self::Tls(stream) => stream.write_all(octets).and_then(|()| stream.flush()).ok(),
        }
    }

    /// Reads a line, and no octet beyond it, because the next octet may belong to TLS.
    fn line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let mut octet = [0];
        while !line.ends_with(b"\r\n") {
            match self {
                Self::Plain(stream) => stream.read_exact(&mut octet).ok()?,
                Self::Tls(stream) => stream.read_exact(&mut octet).ok()?,
            }
            line.push(octet[0]);
        }
        Some(String::from_utf8_lossy(&line).trim_end().to_owned())
    }
}
