//! Turns a text file with one password in each line into sorted fingerprints.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::error::{BlocklistError, MAX_LINE_BYTES, MAX_LINES, unreadable};
use super::source::fingerprint;
use crate::domain::fold;

/// Takes 8 bytes of memory for each line, until the list is written.
pub fn fingerprints(path: &Path, list: File) -> Result<Vec<u64>, BlocklistError> {
    const SHORT_LINE: u64 = 6;
    let bytes = list.metadata().map_err(unreadable(path))?.len();
    let expected = usize::try_from((bytes / SHORT_LINE).min(MAX_LINES)).unwrap_or_default();
    let mut fingerprints = Vec::with_capacity(expected);
    let (mut list, mut line) = (BufReader::with_capacity(1 << 16, list), Vec::new());
    for number in 1.. {
        line.clear();
        let read = list.by_ref().take(MAX_LINE_BYTES + 1).read_until(b'\n', &mut line);
        match read.map_err(unreadable(path))? as u64 {
            0 => break,
            read if read > MAX_LINE_BYTES => {
                return Err(BlocklistError::LongLine { path: path.to_owned(), line: number });
            }
            _ if number > MAX_LINES => return Err(BlocklistError::TooManyLines(path.to_owned())),
            _ => {}
        }
        let text = std::str::from_utf8(&line)
            .map_err(|_| BlocklistError::NotUtf8 { path: path.to_owned(), line: number })?;
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        // A byte order mark is not part of the first password.
        let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
        if !text.is_empty() {
            fingerprints.push(fingerprint(&fold(text)));
        }
    }
    if fingerprints.is_empty() {
        return Err(BlocklistError::Empty(path.to_owned()));
    }
    fingerprints.sort_unstable();
    fingerprints.dedup();
    Ok(fingerprints)
}
