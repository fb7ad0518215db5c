//! The extensions that a server lists in its reply to `EHLO` (RFC 5321, section 4.1.1.1).

use super::reply::Reply;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Extensions {
    pub starttls: bool,
    /// RFC 6152.
    pub eight_bit_mime: bool,
    /// RFC 6531.
    pub smtputf8: bool,
    /// RFC 4954, with the mechanism of RFC 4616.
    pub auth_plain: bool,
    pub auth_login: bool,
}

impl Extensions {
    /// The first line is a greeting. The case of keywords does not matter.
    pub fn of(reply: &Reply) -> Self {
        let mut extensions = Self::default();
        for line in reply.lines().skip(1) {
            // Some servers also send `AUTH=PLAIN`, for clients older than the standard.
            let line = line.to_ascii_uppercase().replacen('=', " ", 1);
            let mut words = line.split_whitespace();
            match words.next() {
                Some("STARTTLS") => extensions.starttls = true,
                Some("8BITMIME") => extensions.eight_bit_mime = true,
                Some("SMTPUTF8") => extensions.smtputf8 = true,
                Some("AUTH") => {
                    for mechanism in words {
                        extensions.auth_plain |= mechanism == "PLAIN";
                        extensions.auth_login |= mechanism == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        extensions
    }
}

#[cfg(test)]
mod tests {
    use super::super::reply::Partial;
    use super::*;

    fn of(lines: &[&[u8]]) -> Extensions {
        let mut partial = Partial::default();
        let replies: Vec<_> = lines.iter().filter_map(|line| partial.take(line).expect("a line")).collect();
        Extensions::of(&replies[0])
    }

    #[test]
    fn keywords_count_in_any_case() {
        let all = Extensions {
            starttls: true,
            eight_bit_mime: true,
            smtputf8: true,
            auth_plain: true,
            auth_login: true,
        };
        let upper: [&[u8]; 5] =
            [b"250-x", b"250-STARTTLS", b"250-8BITMIME", b"250-SMTPUTF8", b"250 AUTH PLAIN LOGIN"];
        let lower: [&[u8]; 6] = [
            b"250-x",
            b"250-starttls",
            b"250-8BitMime",
            b"250-SmtpUtf8",
            b"250-auth login",
            b"250 auth=plain",
        ];
        assert_eq!(of(&upper), all);
        assert_eq!(of(&lower), all);
    }

    #[test]
    fn the_greeting_and_what_is_unknown_say_nothing() {
        for lines in [
            &[&b"250"[..]][..],
            &[b"250 STARTTLS"],
            &[b"250-x", b"250-", b"250-X\xe9 STARTTLS", b"250-AUTH", b"250 AUTH CRAM-MD5 XPLAIN"],
        ] {
            assert_eq!(of(lines), Extensions::default(), "{lines:?}");
        }
    }
}
