//! The names under which static files are served.

/// A name that changes with the digest of the contents, so that what is cached under it never goes stale.
pub fn name_with_digest(name: &str, digest: &[u8]) -> String {
    let digest = digest_text(digest);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{digest}.{extension}"),
        None => format!("{name}-{digest}"),
    }
}

/// The first octets of a digest, which suffice to tell the versions of a file apart.
pub fn digest_text(digest: &[u8]) -> String {
    digest.iter().take(4).map(|octet| format!("{octet:02x}")).collect()
}
