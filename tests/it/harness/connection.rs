//! A connection to the real server that a test holds in its hand: kept, hung up, or answered late.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// It is kept from one request to the next, and hung up when it is dropped.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub fn open(url: &str) -> std::io::Result<Self> {
        let port = url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Posts address and password to a form. The answer's status, or nothing if the server is gone before.
    pub fn post(&mut self, path: &str, email: &str, password: &str) -> Option<u16> {
        self.send(path, email, password).ok()?;
        self.status()
    }

    /// The answer's status.
    pub fn get(&mut self, path: &str) -> Option<u16> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.0.get_mut().write_all(request.as_bytes()).ok()?;
        self.status()
    }

    /// Does not wait for the answer.
    pub fn send(&mut self, path: &str, email: &str, password: &str) -> std::io::Result<()> {
        let fields = [("email", email), ("password", password)];
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send_body(path, &body)
    }

    /// Sends fields as they are on the wire.
    pub fn send_body(&mut self, path: &str, body: &str) -> std::io::Result<()> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.get_mut().write_all(request.as_bytes())
    }

    /// Sends a request as it is on the wire. The answer's status, or nothing if the server hangs up.
    pub fn exchange(&mut self, request: &[u8]) -> Option<u16> {
        // The server may have answered and hung up before it has read all.
        let _ = self.0.get_mut().write_all(request);
        self.status()
    }

    /// Sends a request, and reads the first line of the answer.
    pub fn first_line(&mut self, request: &str) -> Option<String> {
        self.0.get_mut().write_all(request.as_bytes()).ok()?;
        self.line()
    }

    /// Of the answer to what was sent, or nothing if the server is gone before.
    pub fn status(&mut self) -> Option<u16> {
        let status = self.line()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok();
        // Whoever has read the status knows it, even if the server dies before the rest.
        self.skip_the_rest();
        status
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        self.0.read_line(&mut line).ok()?;
        Some(line).filter(|line| line.ends_with("\r\n"))
    }

    fn skip_the_rest(&mut self) -> Option<()> {
        let mut length = 0;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
        }
        self.0.read_exact(&mut vec![0; length]).ok()
    }
}
