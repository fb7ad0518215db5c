//! What packages are made of: what the program writes for them, and the settings that they bring. `packaging/test` tests the
//! packages themselves.

use std::fs;
use std::path::Path;

use crate::harness::Program;

/// What the command prints, if it exits with this code.
fn told(program: &Program, arguments: &[&str], code: i32) -> String {
    let output = program.run(arguments, "");
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

#[test]
fn completions_and_manual_pages_need_no_settings_and_know_every_command() {
    let program = Program::new().with("FRONTDESK_PUBLIC_URL", "localhost");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = told(&program, &["completions", shell], 0);
        assert!(script.contains("calibrate") && script.contains("password-stdin"), "{shell}: {script}");
    }
    assert_eq!(program.run(&["completions", "cmd"], "").status.code(), Some(2));
    assert_eq!(
        told(&program, &["man", "pages"], 1),
        "frontdesk: cannot write manual pages into pages: No such file or directory (os error 2)\n"
    );
    let pages = program.folder().join("pages");
    fs::create_dir(&pages).expect("a folder");
    assert_eq!(told(&program, &["man", "pages"], 0), "The manual pages are in pages.\n");
    for name in ["frontdesk", "frontdesk-health", "frontdesk-admin-create"] {
        let page = fs::read_to_string(pages.join(format!("{name}.1"))).expect("a page");
        assert!(page.contains(".SH DESCRIPTION"), "{name}: {page}");
    }
    assert!(!program.folder().join("data").exists(), "neither makes anything else");
}

#[test]
fn the_settings_of_the_package_are_valid_and_so_are_those_that_it_proposes() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/debian/frontdesk.toml");
    let text = fs::read_to_string(file).expect("the settings of the package");
    // A proposal has no space after its mark, and a remark has one.
    let is_proposal = |line: &str| line.starts_with('#') && !line.starts_with("# ") && line != "#";
    let proposed: Vec<String> = text
        .lines()
        .map(|line| if is_proposal(line) { line[1..].to_owned() } else { line.to_owned() })
        .collect();
    let proposed = proposed.join("\n");
    assert!(proposed.contains("\n[default.tls]\n") && proposed.contains("\nsmtp_url = "), "{proposed}");
    for settings in [text, proposed] {
        // No server listens at port 1: the command gets as far as that.
        let program = Program::new().with("ROCKET_PORT", "1");
        fs::write(program.folder().join("frontdesk.toml"), settings).expect("a file");
        let told = told(&program, &["--config", "frontdesk.toml", "health"], 1);
        assert!(told.starts_with("frontdesk: the server at 127.0.0.1:1 does not answer: "), "{told}");
    }
}
