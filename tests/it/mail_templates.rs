//! The table of mail templates in `docs/TEMPLATES.md` has what their first lines say. `FRONTDESK_BLESS=1` writes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::harness::GeneratedDocument;

const BEGIN: &str = "<!-- mail templates -->\n";
const END: &str = "<!-- end of mail templates -->";

/// The comment in the first line of a template.
fn purpose(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a template");
    let first = text.lines().next().unwrap_or_default();
    let comment = first.strip_prefix("{# ").and_then(|rest| rest.strip_suffix(" #}"));
    comment.unwrap_or_else(|| panic!("{}: no comment in the first line", path.display())).to_owned()
}

#[test]
fn the_table_of_mail_templates_says_what_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/mail");
    let files = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let names: BTreeSet<String> = files
        .filter_map(|name| name.to_str().and_then(|name| name.split('.').next()).map(str::to_owned))
        .filter(|name| name != "layout" && name != "parts")
        .collect();
    assert!(names.len() >= 16, "the test sees them: {names:?}");
    let rows = names.iter().map(|name| {
        let [text, html] = ["txt", "html"].map(|kind| purpose(&folder.join(format!("{name}.{kind}.tera"))));
        assert_eq!(text, html, "{name}: both templates say the same of themselves");
        format!("| `mail/{name}` | {text} |\n")
    });
    let table = format!("\n| templates | mail |\n|---|---|\n{}\n", rows.collect::<String>());
    let document = GeneratedDocument::read("docs/TEMPLATES.md");
    let (before, rest) = document.text.split_once(BEGIN).expect("the begin of the table");
    let (_, after) = rest.split_once(END).expect("the end of the table");
    let written = format!("{before}{BEGIN}{table}{END}{after}");
    document.assert_is(&written, "mail_templates::");
}
