//! Lines to a server and replies from it: both have a maximum length, and a reply before its command is an error.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::reply::{MAX_LINE, Partial, Reply, unreadable};

/// How many octets one read takes.
const CHUNK: usize = 1_024;

/// A TCP or a TLS stream.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

pub struct Connection {
    stream: Box<dyn Stream>,
    /// What has arrived and is not parsed yet: at most a line and a [`CHUNK`].
    unread: Vec<u8>,
}

impl Connection {
    pub fn new(stream: impl Stream + 'static) -> Self {
        Self { stream: Box::new(stream), unread: Vec::new() }
    }

    /// The stream, so that TLS can begin on it. An attacker may have sent what arrived before TLS, so none of it may
    /// count as a reply in TLS: the buffer must be empty (RFC 3207, section 6; CVE-2011-0411).
    pub fn into_stream(self) -> io::Result<Box<dyn Stream>> {
        self.nothing_unread()?;
        Ok(self.stream)
    }

    pub async fn command(&mut self, line: &str) -> io::Result<Reply> {
        if line.chars().any(char::is_control) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a command is one line"));
        }
        self.write(format!("{line}\r\n").as_bytes()).await?;
        self.reply().await
    }

    pub async fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        self.nothing_unread()?;
        self.stream.write_all(octets).await?;
        self.stream.flush().await
    }

    pub async fn reply(&mut self) -> io::Result<Reply> {
        let mut partial = Partial::default();
        loop {
            let line = self.line().await?;
            if let Some(reply) = partial.take(&line)? {
                return Ok(reply);
            }
        }
    }

    /// The next line, without its end.
    async fn line(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(end) = self.unread.iter().position(|&octet| octet == b'\n') {
                let mut line: Vec<u8> = self.unread.drain(..=end).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return if line.len() <= MAX_LINE { Ok(line) } else { Err(too_long()) };
            }
            if self.unread.len() > MAX_LINE {
                return Err(too_long());
            }
            let mut chunk = [0; CHUNK];
            let read = self.stream.read(&mut chunk).await?;
            if read == 0 {
                return Err(io::Error::new(
                    io::ErrorKind::UnexpectedEof,
                    "the server has closed the connection",
                ));
            }
            self.unread.extend_from_slice(&chunk[..read]);
        }
    }

    /// A reply that arrives before its command is not the reply to it.
    fn nothing_unread(&self) -> io::Result<()> {
        match self.unread.is_empty() {
            true => Ok(()),
            false => Err(unreadable("the server says more than it was asked")),
        }
    }
}

fn too_long() -> io::Error {
    unreadable("a line of the answer is too long")
}

#[cfg(test)]
mod tests {
    use tokio::io::duplex;

    use super::*;

    /// The client's error for octets that never end, and how many of them it accepts.
    async fn flooded(chunk: &'static [u8]) -> (String, usize) {
        let (client, mut server) = duplex(CHUNK);
        let flood = tokio::spawn(async move {
            let mut taken = 0;
            while server.write_all(chunk).await.is_ok() {
                taken += chunk.len();
            }
            taken
        });
        let mut connection = Connection::new(client);
        let error = connection.reply().await.expect_err("no reply");
        drop(connection);
        (error.to_string(), flood.await.expect("an end"))
    }

    #[tokio::test]
    async fn a_line_without_end_and_a_reply_without_end_are_not_kept() {
        for (chunk, most, told) in [
            (&b"250 aaaaaaaaaaaaaaaa"[..], 2 * MAX_LINE, "a line of the answer is too long"),
            (b"\r", 2 * MAX_LINE, "a line of the answer is too long"),
            (b"250-\r\n", 2 * super::super::reply::MAX_REPLY, "the answer is too long"),
            (b"250-aaaaaaaaaaaa\n", 2 * super::super::reply::MAX_REPLY, "the answer is too long"),
        ] {
            let (error, taken) = flooded(chunk).await;
            assert_eq!(error, told);
            assert!(taken <= most + CHUNK, "{taken} octets of {chunk:?}");
        }
    }

    #[tokio::test]
    async fn an_answer_before_its_question_is_none() {
        let (client, mut server) = duplex(CHUNK);
        server.write_all(b"220 go\r\n250 and more").await.expect("a client");
        let mut connection = Connection::new(client);
        assert_eq!(connection.reply().await.expect("a reply").code(), 220);
        let error = connection.command("NOOP").await.expect_err("an error");
        assert_eq!(error.to_string(), "the server says more than it was asked");
        assert!(connection.into_stream().is_err());
    }

    #[tokio::test]
    async fn a_command_is_one_line() {
        let (client, _server) = duplex(CHUNK);
        let mut connection = Connection::new(client);
        for line in ["RCPT TO:<a@b>\r\nDATA", "NOOP\0"] {
            assert!(connection.command(line).await.is_err(), "{line:?}");
        }
    }
}
