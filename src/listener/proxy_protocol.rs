//! The PROXY protocol, versions 1 and 2: a proxy names its client before it passes the client's octets
//! (<https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt>).

use std::io;
use std::net::SocketAddr;

use ppp::{HeaderResult, v1, v2};
use tokio::io::{AsyncRead, AsyncReadExt};

/// The length of the shortest header of all: `PROXY UNKNOWN` and a line end.
const SHORTEST: usize = 15;

/// The longest header of version 1, in octets (section 2.1).
const LONGEST_V1: usize = 107;

/// Version 2 begins with these octets, and has a length after four more (section 2.2).
const SIGNATURE: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";
const FIXED_V2: usize = 16;

/// The longest rest of a header of version 2 that is read. Addresses take at most 216 octets, and the data that proxies
/// add about TLS and their network usually some hundred.
const LONGEST_REST_V2: usize = 4_096;

/// Reads a header, and no octet after it. None if the proxy speaks for itself, as for a health check, or does not know
/// the address.
///
/// # Errors
///
/// If the connection does not begin with a header: the protocol forbids to guess whether there is one.
pub async fn read(socket: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<SocketAddr>> {
    let mut header = vec![0; SHORTEST];
    socket.read_exact(&mut header).await?;
    if header.starts_with(SIGNATURE) {
        read_on(socket, &mut header, FIXED_V2).await?;
        let length = usize::from(u16::from_be_bytes([header[14], header[15]]));
        if length > LONGEST_REST_V2 {
            return Err(invalid("it is too long"));
        }
        read_on(socket, &mut header, FIXED_V2 + length).await?;
    } else if header.starts_with(b"PROXY ") {
        while !header.ends_with(b"\r\n") && header.len() < LONGEST_V1 {
            let longer = header.len() + 1;
            read_on(socket, &mut header, longer).await?;
        }
    } else {
        return Err(invalid("there is none"));
    }
    source(&header)
}

async fn read_on(
    socket: &mut (impl AsyncRead + Unpin),
    header: &mut Vec<u8>,
    length: usize,
) -> io::Result<()> {
    let read = header.len();
    header.resize(length, 0);
    socket.read_exact(&mut header[read..]).await.map(drop)
}

fn source(header: &[u8]) -> io::Result<Option<SocketAddr>> {
    match HeaderResult::parse(header) {
        HeaderResult::V1(Ok(header)) => Ok(match header.addresses {
            v1::Addresses::Tcp4(client) => Some((client.source_address, client.source_port).into()),
            v1::Addresses::Tcp6(client) => Some((client.source_address, client.source_port).into()),
            v1::Addresses::Unknown => None,
        }),
        HeaderResult::V2(Ok(header)) if header.command == v2::Command::Local => Ok(None),
        HeaderResult::V2(Ok(header)) => Ok(match header.addresses {
            v2::Addresses::IPv4(client) => Some((client.source_address, client.source_port).into()),
            v2::Addresses::IPv6(client) => Some((client.source_address, client.source_port).into()),
            v2::Addresses::Unix(_) | v2::Addresses::Unspecified => None,
        }),
        HeaderResult::V1(Err(error)) => Err(invalid(error)),
        HeaderResult::V2(Err(error)) => Err(invalid(error)),
    }
}

fn invalid(reason: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("no header of the PROXY protocol: {reason}"))
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use proptest::prelude::*;

    use super::*;

    /// What a connection with these octets says, and the octets after its header.
    async fn outcome(mut octets: &[u8]) -> (Result<Option<String>, ErrorKind>, Vec<u8>) {
        let read = read(&mut octets).await;
        let named = read.map(|client| client.map(|client| client.to_string())).map_err(|error| error.kind());
        (named, octets.to_vec())
    }

    fn v2(command: u8, family: u8, rest: &[u8]) -> Vec<u8> {
        let length = u16::try_from(rest.len()).expect("a length").to_be_bytes();
        [SIGNATURE, &[command, family], &length, rest].concat()
    }

    #[tokio::test]
    async fn a_header_names_the_client_and_ends_where_it_ends() {
        let ipv4 = [203, 0, 113, 9, 10, 0, 0, 1, 0x12, 0x67, 0x01, 0xbb];
        let mut ipv6 = [0; 36];
        ipv6[..2].copy_from_slice(&[0x20, 0x01]);
        (ipv6[15], ipv6[33]) = (7, 80);
        let with_more = [&ipv4[..], &[4, 0, 2, 0, 0]].concat();
        for (header, client) in [
            (b"PROXY TCP4 203.0.113.9 10.0.0.1 4711 443\r\n".to_vec(), Some("203.0.113.9:4711")),
            (b"PROXY TCP6 2001:db8::7 ::1 4711 443\r\n".to_vec(), Some("[2001:db8::7]:4711")),
            (b"PROXY UNKNOWN\r\n".to_vec(), None),
            (b"PROXY UNKNOWN ff::1 ff::2 1 2\r\n".to_vec(), None),
            (v2(0x21, 0x11, &ipv4), Some("203.0.113.9:4711")),
            (v2(0x21, 0x11, &with_more), Some("203.0.113.9:4711")),
            (v2(0x21, 0x21, &ipv6), Some("[2001::7]:80")),
            (v2(0x20, 0x00, b""), None),
            (v2(0x20, 0x11, &ipv4), None),
            (v2(0x21, 0x31, &[0; 216]), None),
        ] {
            let sent = [&header[..], b"GET / HTTP/1.1\r\n"].concat();
            let (named, rest) = outcome(&sent).await;
            assert_eq!(named, Ok(client.map(str::to_owned)), "{}", String::from_utf8_lossy(&header));
            assert_eq!(rest, b"GET / HTTP/1.1\r\n");
        }
    }

    #[tokio::test]
    async fn what_is_no_header_is_refused() {
        let endless = [b"PROXY TCP4 ".as_slice(), &[b'1'; 500]].concat();
        for (sent, error) in [
            (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(), ErrorKind::InvalidData),
            (b"PROXY TCP4 203.0.113.9\r\n\r\n".to_vec(), ErrorKind::InvalidData),
            (b"PROXY TCP4 203.0.113.999 10.0.0.1 4711 443\r\n".to_vec(), ErrorKind::InvalidData),
            (b"PROXY TCP4 2001:db8::7 ::1 4711 443\r\n".to_vec(), ErrorKind::InvalidData),
            (b"PROXY TCP4 203.0.113.9 10.0.0.1 4711 443".to_vec(), ErrorKind::UnexpectedEof),
            (endless, ErrorKind::InvalidData),
            (v2(0x21, 0x11, b"short"), ErrorKind::InvalidData),
            (v2(0x11, 0x11, &[0; 12]), ErrorKind::InvalidData),
            (v2(0x21, 0x11, &[0; LONGEST_REST_V2 + 1]), ErrorKind::InvalidData),
            (b"".to_vec(), ErrorKind::UnexpectedEof),
        ] {
            assert_eq!(outcome(&sent).await.0, Err(error), "{}", String::from_utf8_lossy(&sent));
        }
    }

    proptest! {
        #[test]
        fn no_octets_make_it_panic_or_read_too_much(
            begin in prop::sample::select(vec![&b""[..], b"PROXY ", b"PROXY TCP4 ", SIGNATURE]),
            rest in prop::collection::vec(any::<u8>(), 0..6_000),
        ) {
            let sent = [begin, &rest[..]].concat();
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            let (_, left) = runtime.block_on(outcome(&sent));
            prop_assert!(sent.len() - left.len() <= FIXED_V2 + LONGEST_REST_V2);
        }
    }
}
