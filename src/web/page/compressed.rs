//! Files and common pages, compressed at their first use and kept.
//!
//! Only what is the same for every visitor: where a secret and something that a visitor chose stand in one compressed
//! answer, its length tells about the secret (BREACH).

use std::borrow::Cow;
use std::io::Write;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::http::Coding;

/// Larger files are sent as they are: compressing them would hold up other visitors for more than some milliseconds.
const MAX_OCTETS: usize = 128 * 1024;

/// Of 11. The highest take ten times as long and save a tenth.
const BROTLI_QUALITY: u32 = 5;
/// The usual size of Brotli's window, as a power of two.
const BROTLI_WINDOW: u32 = 22;

#[derive(Default)]
pub struct Compressed {
    plain: Cow<'static, [u8]>,
    brotli: OnceLock<Option<Vec<u8>>>,
    gzip: OnceLock<Option<Vec<u8>>>,
}

impl Compressed {
    pub fn new(plain: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { plain: plain.into(), ..Self::default() }
    }

    /// The octets, and how they are compressed: not at all if that would not be shorter.
    pub fn encoded(&self, coding: Option<Coding>) -> (&[u8], Option<Coding>) {
        let kept = match coding {
            Some(Coding::Brotli) => self.brotli.get_or_init(|| self.shorter(brotli)),
            Some(Coding::Gzip) => self.gzip.get_or_init(|| self.shorter(gzip)),
            None => &None,
        };
        kept.as_deref().map_or((&self.plain, None), |octets| (octets, coding))
    }

    fn shorter(&self, compress: fn(&[u8]) -> std::io::Result<Vec<u8>>) -> Option<Vec<u8>> {
        let plain = Some(&*self.plain).filter(|plain| plain.len() <= MAX_OCTETS)?;
        compress(plain).ok().filter(|octets| octets.len() < plain.len())
    }
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut octets = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut octets, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(plain)?;
    drop(writer);
    Ok(octets)
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(plain)?;
    writer.finish()
}
