//! The SHA-256 of files, computed while they are read or copied.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::Report;

/// How many octets are read at once.
const CHUNK: usize = 1 << 20;

/// The length and the SHA-256 of a file, in hexadecimal digits. Writes what it reads to `copy`.
pub fn digest(
    path: &Path,
    verb: &'static str,
    copy: &mut dyn Write,
    report: &mut Report<'_>,
) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let total = file.metadata()?.len();
    let (mut digest, mut done, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
    loop {
        report(verb, done, total);
        let read = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => &chunk[..read],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        digest.update(read);
        copy.write_all(read)?;
        done += read.len() as u64;
    }
    Ok((done, digest.finalize().iter().map(|octet| format!("{octet:02x}")).collect()))
}
