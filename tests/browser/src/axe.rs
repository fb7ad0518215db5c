//! axe-core, which looks for violations of WCAG in the page that a browser shows.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use crate::browser::Browser;

/// The rules for WCAG 2.2 on the levels A and AA, and those that are good practice.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

pub struct Axe(String);

impl Axe {
    /// The file `axe.min.js` that `FRONTDESK_AXE` names.
    pub fn load() -> Self {
        let path =
            env::var_os("FRONTDESK_AXE").expect("FRONTDESK_AXE names axe.min.js: `just accessibility`");
        let path = Path::new(&path);
        Self(fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    }

    /// Puts axe into the page; a new page needs it again.
    pub async fn enter(&self, browser: &Browser) {
        browser.run(&self.0).await;
    }

    /// What violates a rule, one line for each element.
    pub async fn violations(&self, browser: &Browser) -> Vec<String> {
        let script = format!(
            "const found = await axe.run(document, {{ runOnly: {{ type: 'tag', values: {RULES} }}, \
             resultTypes: ['violations'] }}); \
             return found.violations.flatMap(rule => rule.nodes.map(node => \
             `${{rule.id}}: ${{node.target.join(' ')}}: ${{node.failureSummary}}`));"
        );
        match browser.run_async(&script).await {
            Value::Array(lines) => {
                lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
            }
            other => panic!("axe says: {other}"),
        }
    }
}
