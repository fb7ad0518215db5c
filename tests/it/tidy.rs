//! The code follows the documented architecture: which module imports which, and every file says what it is for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::imports;

/// For each module, the other modules that it may use. `app` wires all modules, and `lib` names them.
const MAY_USE: [(&str, &[&str]); 21] = [
    ("domain", &[]),
    ("config", &[]),
    ("locale", &["domain"]),
    ("templates", &["locale"]),
    ("mail", &["domain", "locale", "templates"]),
    ("password_blocklist", &["domain"]),
    ("password_hashing", &["domain"]),
    ("secrets", &["domain"]),
    ("storage", &["domain"]),
    ("token_signing", &["domain"]),
    ("backup", &["domain", "storage"]),
    ("accounts", &["domain", "mail", "password_hashing", "secrets", "storage", "token_signing"]),
    ("listener", &["domain"]),
    ("http", &["accounts", "domain", "listener", "locale"]),
    ("monitoring", &["accounts", "backup", "domain", "http", "listener"]),
    ("web", &["accounts", "domain", "http", "locale", "templates"]),
    ("api", &["accounts", "domain", "http", "locale"]),
    // It knows the server from outside alone.
    ("smoke", &["domain"]),
    (
        "cli",
        &[
            "accounts",
            "app",
            "backup",
            "config",
            "domain",
            "listener",
            "monitoring",
            "password_hashing",
            "smoke",
        ],
    ),
    (
        "app",
        &[
            "accounts",
            "api",
            "backup",
            "config",
            "domain",
            "http",
            "listener",
            "locale",
            "mail",
            "monitoring",
            "password_blocklist",
            "password_hashing",
            "secrets",
            "storage",
            "templates",
            "token_signing",
            "web",
        ],
    ),
    ("main", &["cli"]),
];

/// The libraries that only some modules, folders or files may use.
const BELONGS_TO: [(&str, &[&str]); 46] = [
    ("diesel", &["storage"]),
    ("diesel_migrations", &["storage"]),
    ("argon2", &["password_hashing/engine"]),
    ("argon2_rust", &["password_hashing/engine"]),
    ("rayon", &["password_hashing/engine"]),
    ("memmap2", &["password_hashing/engine"]),
    // How much memory the machine has, and its name.
    ("sysinfo", &["password_hashing", "app"]),
    ("fst", &["domain"]),
    ("zxcvbn", &["domain"]),
    ("csscolorparser", &["domain/theme"]),
    ("jsonwebtoken", &["token_signing"]),
    ("aws_lc_rs", &["secrets", "token_signing"]),
    ("utoipa", &["http", "api"]),
    ("brotli", &["web/page"]),
    ("flate2", &["web/page"]),
    ("multer", &["web"]),
    ("nix", &["listener", "monitoring", "storage/engine/sqlite/lock", "app/doctor"]),
    ("hyper", &["listener"]),
    ("hyper_util", &["listener"]),
    ("async_stream", &["listener"]),
    // The types of the figures are where something is counted; `monitoring` writes them down.
    ("prometheus_client", &["monitoring", "accounts", "http", "listener", "password_hashing", "storage"]),
    ("rocket", &["listener", "http", "monitoring", "web", "api", "app", "config", "cli"]),
    ("tera", &["locale", "templates", "mail", "web"]),
    ("fluent_bundle", &["locale"]),
    ("fluent_syntax", &["locale"]),
    ("intl_memoizer", &["locale"]),
    ("unic_langid", &["locale"]),
    ("textwrap", &["mail"]),
    ("lettre", &["mail"]),
    ("rustls", &["listener/tls", "mail", "smoke"]),
    ("rustls_native_certs", &["mail", "smoke"]),
    ("ureq", &["smoke"]),
    ("html5gum", &["smoke"]),
    ("tokio_rustls", &["listener", "mail"]),
    ("webpki", &["listener/tls"]),
    ("listenfd", &["listener"]),
    ("ppp", &["listener"]),
    ("socket2", &["listener"]),
    ("tokio_util", &["listener"]),
    ("ipnet", &["domain"]),
    ("sd_notify", &["cli"]),
    ("url", &["mail"]),
    ("percent_encoding", &["mail", "storage/engine/postgres_programs"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose names have the ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found
}

/// The top-level module that a file belongs to.
fn module(path: &Path) -> String {
    let relative = path.strip_prefix(root().join("src")).expect("below src");
    let first = relative.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Code without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a file");
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The names that follow a path, in `use` trees and elsewhere.
fn names_after(code: &str, first: &str) -> Vec<String> {
    let imported = imports::paths(code).into_iter().filter(|path| path[0] == first);
    let mut names: Vec<String> = imported.filter_map(|path| path.into_iter().nth(1)).collect();
    let prefix = format!("{first}::");
    for (at, _) in code.match_indices(&prefix) {
        let is_part_of_a_path =
            code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
        let name: String =
            code[at + prefix.len()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if !is_part_of_a_path && !name.is_empty() {
            names.push(name);
        }
    }
    names
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let mut arrows = 0;
    for path in files("src", ".rs") {
        let module = module(&path);
        if module == "lib" {
            continue;
        }
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} is not in the table"));
        let code = code(&path);
        let crate_name = if module == "main" { "frontdesk" } else { "crate" };
        for name in names_after(&code, crate_name) {
            arrows += 1;
            assert!(
                name == module || allowed.contains(&name.as_str()),
                "{}: {module} may not use {name}",
                path.display()
            );
        }
        let depth = path.strip_prefix(root().join("src")).expect("below src").components().count();
        assert!(
            !code.contains("super::super::") || depth > 2,
            "{}: leaves its module by super::super",
            path.display()
        );
    }
    assert!(arrows > 50, "the test sees imports: {arrows}");
}

#[test]
fn libraries_stay_where_they_belong() {
    for path in files("src", ".rs") {
        let (src, code) = (root().join("src"), code(&path));
        for (library, allowed) in BELONGS_TO {
            let uses = !names_after(&code, library).is_empty();
            let is_allowed = allowed.iter().any(|place| path.with_extension("").starts_with(src.join(place)));
            assert!(!uses || is_allowed, "{} uses {library}", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    for path in ["src", "tests", "benches"].into_iter().flat_map(|folder| files(folder, ".rs")) {
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.starts_with("//! "), "{}: opens without //!", path.display());
        assert!(text.lines().count() <= 300, "{}: longer than 300 lines", path.display());
    }
    for path in files("templates", ".tera") {
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.starts_with("{# "), "{}: opens without a comment", path.display());
    }
}

/// A handler reads the request, makes one call into `accounts`, and maps the answer.
#[test]
fn handlers_are_short() {
    let mut handlers = 0;
    for path in ["src/web", "src/api"].into_iter().flat_map(|folder| files(folder, ".rs")) {
        let text = fs::read_to_string(&path).expect("a file");
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if !["#[get(", "#[post(", "#[catch("].iter().any(|route| line.starts_with(route)) {
                continue;
            }
            handlers += 1;
            let name = lines.next().expect("a handler");
            let length = 2 + lines.by_ref().take_while(|line| *line != "}").count();
            assert!(length <= 25, "{}: {name} has {length} lines", path.display());
        }
    }
    assert!(handlers > 40, "the test sees them: {handlers}");
}

#[test]
fn a_password_input_has_no_value_and_stands_in_one_template() {
    let with: Vec<PathBuf> = files("templates", ".tera")
        .into_iter()
        .filter(|path| fs::read_to_string(path).expect("a file").contains("type=\"password\""))
        .collect();
    assert_eq!(with, [root().join("templates/components/form.html.tera")]);
    let text = fs::read_to_string(&with[0]).expect("a file");
    let input =
        text.split("type=\"password\"").nth(1).and_then(|rest| rest.split('>').next()).expect("an input");
    assert!(!input.contains("value"), "{input}");
}

#[test]
fn migrations_are_paired() {
    let names = |database: &str| {
        let folder = root().join("migrations").join(database);
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
