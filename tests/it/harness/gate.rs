//! A proxy of a test in front of a server: it can refuse a request, change an answer, or lose it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

/// What happens to a request, such as `POST /login`.
pub enum Passage {
    Through,
    /// The server does not see it; the client gets this.
    Answer(&'static str),
    /// The client gets the answer of the server with one text, if it is there, in place of another.
    Replaced(&'static str, &'static str),
    /// The server sees it, and the client gets no answer.
    Lost,
}

/// Listens at a port of its own until the test ends.
pub struct Gate {
    pub url: String,
}

impl Gate {
    /// Without a server (`None`) no request may pass through.
    pub fn before(server: Option<&str>, rule: impl Fn(&str) -> Passage + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://localhost:{}", listener.local_addr().expect("an address").port());
        let server = server.map(|url| url.replace("http://localhost", "127.0.0.1"));
        let rule = Arc::new(rule);
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let (server, rule) = (server.clone(), rule.clone());
                std::thread::spawn(move || pass(client, server.as_deref(), &*rule));
            }
        });
        Self { url }
    }
}

fn pass(mut client: TcpStream, server: Option<&str>, rule: &dyn Fn(&str) -> Passage) {
    let Some((line, request)) = read(&client) else { return };
    let passage = rule(&line);
    let answer = match passage {
        Passage::Answer(answer) => answer.as_bytes().to_vec(),
        _ => asked(server.expect("a server behind the gate"), &request),
    };
    let answer = match passage {
        Passage::Lost => return,
        Passage::Replaced(old, new) => replaced(&String::from_utf8(answer).expect("text"), old, new),
        _ => answer,
    };
    let _ = client.write_all(&answer);
}

/// The answer with the text replaced, and a length that is right again.
fn replaced(answer: &str, old: &str, new: &str) -> Vec<u8> {
    let answer = answer.replace(old, new);
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let is_other = |line: &&str| !line.to_ascii_lowercase().starts_with("content-length:");
    let head: Vec<&str> = head.lines().filter(is_other).collect();
    format!("{}\r\nContent-Length: {}\r\n\r\n{body}", head.join("\r\n"), body.len()).into_bytes()
}

/// The method with the path, and the whole request, which asks for the end of the connection.
fn read(client: &TcpStream) -> Option<(String, Vec<u8>)> {
    let mut client = BufReader::new(client);
    let mut lines = String::new();
    while !lines.ends_with("\r\n\r\n") {
        if client.read_line(&mut lines).ok()? == 0 {
            return None;
        }
    }
    let length = lines
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    client.read_exact(&mut body).ok()?;
    let line = lines.lines().next()?.rsplit_once(' ')?.0.to_owned();
    let head = lines.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    Some((line, [head.into_bytes(), body].concat()))
}

fn asked(server: &str, request: &[u8]) -> Vec<u8> {
    let mut server = TcpStream::connect(server).expect("the server");
    server.write_all(request).expect("a request");
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).expect("an answer");
    answer
}
