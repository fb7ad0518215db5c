//! Fuzz targets: each reads any octets as one kind of text from outside, and panics if a promise of the parser does not hold.
//!
//! `seeds/` has examples for each target, from which the fuzzer starts; `cargo test -p frontdesk-fuzz` runs only these.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic is how a target reports what it has found")]

mod domain;
mod http;
mod phc;

/// Reads any octets.
pub type Target = fn(&[u8]);

/// The targets, by the names of their folders in `seeds/`.
pub const TARGETS: [(&str, Target); 7] = [
    ("accept", http::accept),
    ("cursor", domain::cursor),
    ("email_address", domain::email_address),
    ("json_body", http::json_body),
    ("local_path", domain::local_path),
    ("mail_link", http::mail_link),
    ("phc", phc::phc),
];

/// # Panics
///
/// If there is no target of that name.
pub fn target(name: &str) -> Target {
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("FUZZ_TARGET is none of {:?}", TARGETS.map(|(name, _)| name))).1
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_seeds_pass() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        assert_eq!(fs::read_dir(&seeds).expect("seeds").count(), super::TARGETS.len());
        for (name, target) in super::TARGETS {
            for seed in fs::read_dir(seeds.join(name)).expect("a folder for each target") {
                target(&fs::read(seed.expect("a seed").path()).expect("a file"));
            }
        }
    }
}
