//! `frontdesk health`: asks the server at an address of this machine whether it is ready. For containers, which have no
//! curl.

use std::io::{Error, ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{CliError, say};
use crate::listener::{Address, Settings, local_tls};

/// The server answers after at most 2 s, even if its database does not.
const PATIENCE: Duration = Duration::from_secs(5);

/// The answer has some headers and a line.
const LONGEST_ANSWER: u64 = 16 * 1_024;

const REQUEST: &[u8] = b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Ask at this address, as IP:PORT or unix:PATH, and not at the first of the settings
    address: Option<Address>,
}

impl Arguments {
    pub fn run(&self, settings: &Settings) -> Result<(), CliError> {
        let address = self.address.as_ref().or(settings.addresses.first());
        let address = address.ok_or_else(|| CliError::Refused("name the address of the server".into()))?;
        match answer_at(address, settings) {
            Ok(Answer::Ready) => say(format_args!("The server at {address} is ready.")),
            Ok(Answer::NotReady(problems)) => {
                Err(CliError::Refused(format!("the server at {address} is not ready: {problems}")))
            }
            Ok(Answer::Other) => {
                Err(CliError::Refused(format!("what answers at {address} is not Frontdesk")))
            }
            Err(reason) => {
                Err(CliError::Refused(format!("the server at {address} does not answer: {reason}")))
            }
        }
    }
}

/// What is at an address.
pub enum Answer {
    Ready,
    /// With the names of its problems.
    NotReady(String),
    /// Another program.
    Other,
}

/// Asks the server at this address. The error is the reason why nothing answers.
pub fn answer_at(address: &Address, settings: &Settings) -> Result<Answer, String> {
    let answer = ask(address, settings).map_err(|error| reason(&error))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    Ok(match head.split(' ').nth(1) {
        Some("200") => Answer::Ready,
        Some("503") => Answer::NotReady(problems(body)),
        _ => Answer::Other,
    })
}

/// The names in `{"problems":["database","disk"]}`.
fn problems(body: &str) -> String {
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let names = body["problems"].as_array().into_iter().flatten().filter_map(Value::as_str);
    match names.map(|name| name.escape_debug().to_string()).collect::<Vec<_>>().join(", ") {
        names if names.is_empty() => "it does not say why".into(),
        names => names,
    }
}

fn ask(address: &Address, settings: &Settings) -> Result<String, Error> {
    match address {
        Address::Tcp(address) => {
            let address = reachable(*address);
            let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            stream.write_all(opening(address.ip(), settings))?;
            match settings.tls {
                Some(_) => exchange(local_tls(stream)?),
                None => exchange(stream),
            }
        }
        #[cfg(unix)]
        Address::Unix(path) => {
            let mut stream = std::os::unix::net::UnixStream::connect(path)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            // The server takes clients of its Unix sockets for this address.
            stream.write_all(opening(Ipv4Addr::LOCALHOST.into(), settings))?;
            exchange(stream)
        }
        #[cfg(not(unix))]
        Address::Unix(_) => Err(ErrorKind::Unsupported.into()),
    }
}

/// What a connection of this address begins with. If it is one of a proxy, that is the header of the PROXY protocol with
/// which proxies ask for themselves.
fn opening(client: IpAddr, settings: &Settings) -> &'static [u8] {
    match settings.proxy_protocol && settings.trusted_proxies.contains(client) {
        true => b"PROXY UNKNOWN\r\n",
        false => b"",
    }
}

/// Where a server that listens on all interfaces can be reached.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

fn exchange(mut stream: impl Read + Write) -> Result<String, Error> {
    let started = Instant::now();
    stream.write_all(REQUEST)?;
    stream.flush()?;
    let mut stream = stream.take(LONGEST_ANSWER);
    let (mut answer, mut buffer) = (Vec::new(), [0; 1_024]);
    while started.elapsed() < PATIENCE {
        match stream.read(&mut buffer) {
            Ok(0) => return Ok(String::from_utf8_lossy(&answer).into_owned()),
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::TimedOut.into())
}

/// A time-out of a socket is "would block" for the system, which explains nothing.
fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => format!("nothing came for {PATIENCE:?}"),
        _ => error.to_string(),
    }
}
