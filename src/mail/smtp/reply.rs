//! The reply of a server: a code and some text, of which only the code matters (RFC 5321, section 4.2).

use std::fmt;
use std::io;

/// The longest line of a reply, in octets. RFC 5321, section 4.5.3.1.5, allows 512; servers are not that strict.
pub const MAX_LINE: usize = 2_048;

/// The longest reply, in octets.
pub const MAX_REPLY: usize = 65_536;

/// A whole reply.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    code: u16,
    /// The text of each line. Octets that are not UTF-8 are replaced.
    lines: Vec<String>,
}

impl Reply {
    pub fn code(&self) -> u16 {
        self.code
    }

    /// The first digit: 2 is success, 3 asks for more, 4 is a transient refusal, 5 is a refusal.
    pub fn class(&self) -> u16 {
        self.code / 100
    }

    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }

    /// The code at the beginning of the text, such as `5.1.1` (RFC 2034).
    pub fn enhanced_code(&self) -> Option<&str> {
        let word = self.lines.first()?.split_whitespace().next()?;
        let parts: Vec<&str> = word.split('.').collect();
        let is_code = parts.len() == 3
            && parts[0].parse() == Ok(self.class())
            && parts[1..].iter().all(|part| part.parse::<u16>().is_ok());
        is_code.then_some(word)
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.lines.join(" "))
    }
}

/// A reply that is not complete yet.
#[derive(Default)]
pub struct Partial {
    code: Option<u16>,
    lines: Vec<String>,
    octets: usize,
}

impl Partial {
    /// Takes the next line, without its end, and returns the reply if that line was the last.
    pub fn take(&mut self, line: &[u8]) -> io::Result<Option<Reply>> {
        self.octets += line.len() + 2;
        if self.octets > MAX_REPLY {
            return Err(unreadable("the answer is too long"));
        }
        let (code, rest) = line.split_at_checked(3).ok_or_else(no_code)?;
        let code = parse_code(code).ok_or_else(no_code)?;
        if self.code.is_some_and(|first| first != code) {
            return Err(unreadable("the lines of the answer have different codes"));
        }
        self.code = Some(code);
        let (is_last, text) = match rest {
            [] => (true, rest),
            [b' ' | b'\t', text @ ..] => (true, text),
            [b'-', text @ ..] => (false, text),
            _ => return Err(no_code()),
        };
        self.lines.push(String::from_utf8_lossy(text).into_owned());
        Ok(is_last.then(|| Reply { code, lines: std::mem::take(&mut self.lines) }))
    }
}

fn parse_code(digits: &[u8]) -> Option<u16> {
    let text = std::str::from_utf8(digits).ok()?;
    let code = text.parse().ok()?;
    (digits.iter().all(u8::is_ascii_digit) && (200..600).contains(&code)).then_some(code)
}

fn no_code() -> io::Error {
    unreadable("the answer has no code")
}

pub fn unreadable(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&[u8]]) -> Result<Option<Reply>, String> {
        let mut partial = Partial::default();
        let mut reply = None;
        for line in lines {
            reply = partial.take(line).map_err(|error| error.to_string())?;
        }
        Ok(reply)
    }

    #[test]
    fn only_the_code_decides() {
        for lines in [
            &[&b"250 taken"[..]][..],
            &[b"250 accept\xe9"],
            &[b"250 "],
            &[b"250"],
            &[b"250\ttaken"],
            &[b"250 \x1b[31m\x00"],
            &[b"250-", b"250-\xff\xfe", b"250- 550 no", b"250"],
        ] {
            let reply = read(lines).expect("a reply").expect("all of it");
            assert_eq!((reply.code(), reply.class()), (250, 2), "{lines:?}");
        }
        assert_eq!(read(&[b"250-more"]), Ok(None));
    }

    #[test]
    fn what_has_no_code_is_no_reply() {
        for line in [&b""[..], b"25", b"2500 x", b"+50 x", b"abc", b"150 x", b"600 x", b"250x", b" 250 x"] {
            assert!(read(&[line]).is_err(), "{line:?}");
        }
        assert!(read(&[b"250-a", b"550 b"]).is_err(), "one reply, one code");
    }

    #[test]
    fn a_reply_is_bounded() {
        let lines = vec![&b"250-"[..]; 20_000];
        assert_eq!(read(&lines), Err("the answer is too long".into()));
    }

    #[test]
    fn an_enhanced_code_stands_first_and_agrees() {
        let code = |line: &[u8]| {
            let reply = read(&[line]).expect("a reply").expect("all of it");
            reply.enhanced_code().map(str::to_owned)
        };
        assert_eq!(code(b"550 5.1.1 no such mailbox").as_deref(), Some("5.1.1"));
        assert_eq!(code(b"550 5.7.26 no").as_deref(), Some("5.7.26"));
        for line in
            [&b"550 no such mailbox, see 5.1.1"[..], b"550 4.1.1 x", b"550 5.1 x", b"550", b"550 5.1.x"]
        {
            assert_eq!(code(line), None, "{line:?}");
        }
    }
}
