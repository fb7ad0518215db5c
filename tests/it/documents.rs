//! The program does what the documents promise.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

use crate::harness::{App, Program};

fn document(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One command of a document, with the expected answer.
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

/// Runs the commands of a document in order on a new server. Values that the document keeps for later commands are
/// kept.
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

/// All Markdown files at the root and below `docs`.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned(), root.join("docs")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && folder != root {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found
}

/// The anchors that GitHub gives the headings of a document.
fn anchors(text: &str) -> Vec<String> {
    let mut anchors: Vec<String> = Vec::new();
    let outside_of_code = text.split("```").step_by(2).flat_map(str::lines);
    for line in outside_of_code.filter(|line| line.starts_with('#')) {
        let heading = line.trim_start_matches('#').trim().to_lowercase();
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let anchor = heading.chars().filter(kept).collect::<String>().replace(' ', "-");
        let earlier = anchors.iter().filter(|other| **other == anchor).count();
        anchors.push(if earlier == 0 { anchor } else { format!("{anchor}-{earlier}") });
    }
    anchors
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    let (mut links, mut to_headings) = (0, 0);
    for path in documents() {
        let text = fs::read_to_string(&path).expect("a document");
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let pictures = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for target in targets.chain(pictures) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let target: PathBuf = match file {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            links += 1;
            assert!(target.exists(), "{}: {file} is not there", path.display());
            if !anchor.is_empty() {
                to_headings += 1;
                let anchors = anchors(&fs::read_to_string(&target).expect("a document"));
                assert!(anchors.iter().any(|known| known == anchor), "{}: {file}#{anchor}", path.display());
            }
        }
    }
    assert!(links > 10 && to_headings > 5, "the test sees them: {links}, {to_headings}");
}

/// Paths that belong to no flow: the front page, and files.
const NO_FLOWS: [&str; 4] = ["/", "/favicon.ico", "/robots.txt", "/static/*"];

/// `src/web/page/flash.rs`, and the same without `src/`.
#[test]
fn files_that_the_documents_name_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = Regex::new(r"`((?:[a-z_]+/)+[a-z_]+\.(?:rs|py))`").expect("a pattern");
    let mut named = 0;
    for path in documents() {
        let text = fs::read_to_string(&path).expect("a document");
        for file in code.captures_iter(&text).map(|found| found[1].to_owned()) {
            named += 1;
            let is_there = root.join(&file).exists() || root.join("src").join(&file).exists();
            assert!(is_there, "{}: {file}", path.display());
        }
    }
    assert!(named > 40, "the test sees them: {named}");
}

/// Replaces the names of parameters: `/admin/users/*` for `/admin/users/<id>` and `/admin/users/{id}`.
fn without_names(path: &str) -> String {
    let segments = path.split('?').next().unwrap_or_default().split('/');
    let segments = segments.map(|segment| if segment.starts_with(['<', '{']) { "*" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// The paths that a page about a feature names in code, as "`POST /signup`" or "`/docs`".
fn named_paths(text: &str) -> impl Iterator<Item = String> {
    let pieces = text.split('`').skip(1).step_by(2);
    pieces.flat_map(|piece| piece.split(' ')).filter(|word| word.starts_with('/')).map(without_names)
}

#[rocket::async_test]
async fn every_flow_has_its_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/features");
    let mut named = BTreeSet::new();
    for path in documents().into_iter().filter(|path| path.starts_with(&folder)) {
        let text = fs::read_to_string(&path).expect("a document");
        assert!(text.starts_with("# "), "{}", path.display());
        named.extend(named_paths(&text));
    }
    let app = App::new().await;
    let routes: BTreeSet<String> =
        app.client.rocket().routes().map(|route| without_names(&route.uri.to_string())).collect();
    assert!(routes.len() > 30, "the test sees them: {routes:?}");
    let is_flow = |path: &&String| !NO_FLOWS.contains(&path.as_str());
    let unnamed: Vec<&String> = routes.difference(&named).filter(is_flow).collect();
    assert!(unnamed.is_empty(), "no page in docs/features names {unnamed:?}");
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
