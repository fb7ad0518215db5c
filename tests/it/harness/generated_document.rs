//! A document of which the code generates a part.

use std::path::PathBuf;
use std::{env, fs};

pub struct GeneratedDocument {
    path: &'static str,
    pub text: String,
}

impl GeneratedDocument {
    pub fn read(path: &'static str) -> Self {
        let text = fs::read_to_string(Self::whole(path)).expect("a document");
        Self { path, text }
    }

    fn whole(path: &str) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
    }

    /// Fails if the document differs from what the code generates, with the lines that differ and the command that
    /// writes it: the tests of this name, with `FRONTDESK_BLESS=1`.
    pub fn assert_is(&self, generated: &str, tests: &str) {
        let Self { path, text } = self;
        if env::var_os("FRONTDESK_BLESS").is_some() {
            return fs::write(Self::whole(path), generated).expect("a document");
        }
        let (old, new): (Vec<&str>, Vec<&str>) = (text.lines().collect(), generated.lines().collect());
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
        let added = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
        let difference: Vec<String> = gone.chain(added).collect();
        assert!(
            text == generated,
            "{path} is not what the code says; write it with\n  FRONTDESK_BLESS=1 cargo test --test it {tests}\n{}",
            difference.join("\n")
        );
    }
}
