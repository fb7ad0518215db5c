//! The file of a built list: a head that identifies the source, the position of each group of fingerprints, and the
//! fingerprints in order. A look-up reads about a kilobyte.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::source::Source;

/// Changes with the format, and with the rules of folding.
const MAGIC: [u8; 8] = *b"FDBLOCK1";

/// Fingerprints are grouped by this many of their first bits.
const GROUP_BITS: u32 = 16;
const GROUPS: usize = 1 << GROUP_BITS;

/// The magic, the source, and where each group begins; the last group ends where the next one would begin.
const HEAD_BYTES: u64 = 8 + 3 * 8 + (GROUPS as u64 + 1) * 4;

#[derive(Debug)]
pub struct Built {
    file: Mutex<File>,
    /// The number of fingerprints before each group: 256 KiB.
    starts: Vec<u32>,
}

impl Built {
    /// `None` if the file is missing, incomplete, or built from another source.
    pub fn open(path: &Path, source: &Source) -> Option<Self> {
        let file = File::open(path).ok()?;
        let bytes = file.metadata().ok()?.len();
        let mut head = BufReader::with_capacity(1 << 16, &file);
        let mut magic = [0; MAGIC.len()];
        head.read_exact(&mut magic).ok()?;
        let mut number = || {
            let mut bytes = [0; 8];
            head.read_exact(&mut bytes).ok().map(|()| u64::from_be_bytes(bytes))
        };
        let found = Source { path: number()?, bytes: number()?, changed_at_nanos: number()? };
        if magic != MAGIC || found != *source {
            return None;
        }
        let mut starts = vec![0; (GROUPS + 1) * 4];
        head.read_exact(&mut starts).ok()?;
        let starts: Vec<u32> = starts
            .chunks_exact(4)
            .map(|bytes| bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
            .collect();
        let is_whole = bytes == HEAD_BYTES + u64::from(*starts.last()?) * 8;
        (is_whole && starts.is_sorted()).then_some(Self { file: Mutex::new(file), starts })
    }

    pub fn contains(&self, fingerprint: u64) -> io::Result<bool> {
        let group = group_of(fingerprint);
        let (start, end) = (self.starts[group], self.starts[group + 1]);
        let mut bytes = vec![0; (end - start) as usize * 8];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(HEAD_BYTES + u64::from(start) * 8))?;
            file.read_exact(&mut bytes)?;
        }
        Ok(bytes.chunks_exact(8).any(|found| found == fingerprint.to_be_bytes()))
    }
}

/// Writes sorted fingerprints, and returns when they are on the disk.
pub fn write(path: &Path, source: &Source, fingerprints: &[u64]) -> io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 16, File::create(path)?);
    file.write_all(&MAGIC)?;
    for number in [source.path, source.bytes, source.changed_at_nanos] {
        file.write_all(&number.to_be_bytes())?;
    }
    for group in 0..=GROUPS {
        let start = fingerprints.partition_point(|fingerprint| group_of(*fingerprint) < group);
        file.write_all(&u32::try_from(start).map_err(io::Error::other)?.to_be_bytes())?;
    }
    for fingerprint in fingerprints {
        file.write_all(&fingerprint.to_be_bytes())?;
    }
    file.into_inner()?.sync_all()
}

fn group_of(fingerprint: u64) -> usize {
    (fingerprint >> (u64::BITS - GROUP_BITS)) as usize
}
