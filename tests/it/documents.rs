//! What the documents promise, held against the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::harness::Program;

fn document(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One command of a document with what it is to answer.
#[derive(Default)]
struct Example {
    command: String,
    answer: String,
    contains: Vec<String>,
}

fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    for line in blocks.flat_map(str::lines).filter(|line| !line.is_empty()) {
        if line.starts_with("curl ") {
            examples.push(Example { command: line.to_owned(), ..Example::default() });
            continue;
        }
        let example = examples.last_mut().expect("a command before");
        if let Some(text) = line.strip_prefix("# → contains: ") {
            example.contains.push(text.to_owned());
        } else if let Some(answer) = line.strip_prefix("# → ") {
            example.answer = answer.to_owned();
        } else {
            example.command += &format!("\n{line}");
        }
    }
    examples
}

/// Runs a document's commands in order, on a fresh server. What a program is told to keep is kept.
fn run_examples(path: &str, at_least: usize) {
    let examples = examples(&document(path));
    assert!(examples.len() >= at_least, "the test sees them: {}", examples.len());
    let program = Program::new();
    let server = program.serve();
    let mut kept: BTreeMap<&str, String> = BTreeMap::new();
    for Example { command, answer, contains } in examples {
        let typed = command.replace("http://localhost:8000", &server.url).replacen("curl ", "curl -s -i ", 1);
        let output = Command::new("sh")
            .arg("-c")
            .arg(&typed)
            .current_dir(program.folder())
            .envs(&kept)
            .output()
            .expect("a shell");
        assert!(output.status.success(), "{typed}: is curl installed?");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let status = text.split(' ').nth(1).unwrap_or_default();
        let header = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)).map(|value| format!(" {}", value.trim()))
        };
        let got = format!("{status}{}", header("location:").unwrap_or_default());
        assert_eq!(got, answer, "{command}\n{text}");
        for part in contains {
            assert!(text.contains(&part), "{command}: has no {part:?}\n{text}");
        }
        let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let json: Value = serde_json::from_str(body).unwrap_or_default();
        for (field, variable) in [("access_token", "ACCESS_TOKEN"), ("refresh_token", "REFRESH_TOKEN")] {
            kept.extend(json[field].as_str().map(|token| (variable, token.to_owned())));
        }
    }
}

#[test]
fn the_examples_of_the_forms_are_true() {
    run_examples("docs/forms.md", 15);
}

#[test]
fn the_examples_of_the_api_are_true() {
    run_examples("docs/features/api.md", 10);
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("README.md"), root.join("CHANGELOG.md")];
    for folder in ["docs", "docs/features"] {
        let entries =
            fs::read_dir(root.join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
        documents.extend(entries.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    let mut links = 0;
    for path in documents {
        let text = fs::read_to_string(&path).expect("a document");
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let pictures = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for target in targets.chain(pictures) {
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") || file.starts_with("mailto:") {
                continue;
            }
            links += 1;
            let target: PathBuf = path.parent().expect("a folder").join(file);
            assert!(target.exists(), "{}: {file} is not there", path.display());
        }
    }
    assert!(links > 10, "the test sees them: {links}");
}

#[test]
fn every_flow_has_its_page() {
    for feature in [
        "account",
        "admin",
        "api",
        "change_email",
        "command_line",
        "hashing",
        "lock",
        "log_in",
        "mail",
        "private_mode",
        "reset_password",
        "set_up",
        "sign_up",
        "verify_email",
    ] {
        assert!(document(&format!("docs/features/{feature}.md")).starts_with("# "), "{feature}");
    }
}

#[test]
fn the_documented_proxies_log_no_query() {
    let text = document("docs/OPERATIONS.md");
    let nginx = text.split("```nginx\n").nth(1).and_then(|rest| rest.split("```").next()).expect("nginx");
    let format = nginx.split("log_format frontdesk").nth(1).and_then(|rest| rest.split(';').next());
    let format = format.expect("a format of its own");
    let logged: Vec<&str> = format
        .split('$')
        .skip(1)
        .filter_map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .collect();
    let without_query = [
        "remote_addr",
        "time_iso8601",
        "request_method",
        "uri",
        "status",
        "body_bytes_sent",
        "http_user_agent",
    ];
    assert_eq!(logged, without_query);
    let is_used = |line: &str| line.starts_with("access_log ") && line.ends_with(" frontdesk;");
    assert!(nginx.lines().any(|line| is_used(line.trim())), "{nginx}");
    assert!(
        nginx.lines().any(|line| line.trim().starts_with("error_log ") && line.ends_with(" crit;")),
        "{nginx}"
    );
    let caddy = text.split("```caddyfile\n").find(|block| block.contains("format filter")).expect("Caddy");
    assert!(caddy.contains("request>uri regexp [?].* \"\""), "{caddy}");
}
