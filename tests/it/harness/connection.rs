//! A connection to the real server that a test controls: it can keep it, close it, or read the answer late.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Stays open between requests, and is closed when the value is dropped.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub fn open(url: &str) -> std::io::Result<Self> {
        let port = url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Posts an address and a password to a form. Returns the status of the answer, or `None` if the server ends first.
    pub fn post(&mut self, path: &str, email: &str, password: &str) -> Option<u16> {
        self.send(path, email, password).ok()?;
        self.status()
    }

    /// Sends a GET request. Returns the status of the answer.
    pub fn get(&mut self, path: &str) -> Option<u16> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.0.get_mut().write_all(request.as_bytes()).ok()?;
        self.status()
    }

    /// Posts an address and a password, and does not wait for the answer.
    pub fn send(&mut self, path: &str, email: &str, password: &str) -> std::io::Result<()> {
        let fields = [("email", email), ("password", password)];
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send_body(path, &body)
    }

    /// Posts fields that are encoded already.
    pub fn send_body(&mut self, path: &str, body: &str) -> std::io::Result<()> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.get_mut().write_all(request.as_bytes())
    }

    /// Sends the octets of a request. Returns the status of the answer, or `None` if the server closes the connection.
    pub fn exchange(&mut self, request: &[u8]) -> Option<u16> {
        // The server may answer and close the connection before it has read the whole request.
        let _ = self.0.get_mut().write_all(request);
        self.status()
    }

    /// Sends a request, and returns the first line of the answer.
    pub fn first_line(&mut self, request: &str) -> Option<String> {
        self.0.get_mut().write_all(request.as_bytes()).ok()?;
        self.line()
    }

    /// The status of the next answer, or `None` if the server ends first.
    pub fn status(&mut self) -> Option<u16> {
        let status = self.line()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok();
        // The status counts even if the server is killed before it sends the rest.
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
