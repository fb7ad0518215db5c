//! Rebuilds when a folder that is compiled into the binary gains or loses a file, and tells the compiler the version with
//! the commit that a release is built from.

#![expect(clippy::disallowed_methods, reason = "cargo tells a build script everything in variables")]

use std::path::Path;
use std::process::Command;

/// In an archive that `git archive` makes this file has the commit; `.gitattributes` says so. In a working copy it has
/// the placeholder.
const ARCHIVED: &str = "packaging/commit";

fn main() {
    for folder in ["locales", "migrations", "static", "templates", ARCHIVED] {
        println!("cargo:rerun-if-changed={folder}");
    }
    println!("cargo:rerun-if-env-changed=SOURCE_COMMIT");
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let version = match commit() {
        Some(commit) => format!("{version} ({})", &commit[..12.min(commit.len())]),
        None => version,
    };
    println!("cargo:rustc-env=VERSION_WITH_COMMIT={version}");
}

/// The commit in `SOURCE_COMMIT`, in the archive, or of the working copy.
fn commit() -> Option<String> {
    let told = std::env::var("SOURCE_COMMIT").ok();
    let archived = || std::fs::read_to_string(ARCHIVED).ok();
    told.and_then(valid).or_else(|| archived().and_then(valid)).or_else(of_working_copy)
}

/// Only for releases, because other builds would be built anew after each commit.
fn of_working_copy() -> Option<String> {
    if std::env::var("PROFILE").ok()? != "release" || !Path::new(".git").exists() {
        return None;
    }
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name])?;
        // A path that does not exist would run this script at each build.
        if Path::new(path.trim()).exists() {
            println!("cargo:rerun-if-changed={}", path.trim());
        }
    }
    git(&["rev-parse", "HEAD"]).and_then(valid)
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn valid(text: String) -> Option<String> {
    let text = text.trim();
    let is_commit = text.len() >= 7 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit.then(|| text.to_owned())
}
