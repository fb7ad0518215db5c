//! The Nu Html Checker (vnu), which looks for errors in the HTML of pages.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::{env, fs};

use serde_json::Value;
use tempfile::TempDir;

/// The HTML of pages, each in a file, with the name of its state.
pub struct Vnu {
    program: PathBuf,
    folder: TempDir,
    states: Mutex<BTreeMap<String, String>>,
}

impl Vnu {
    /// The file `vnu.jar` that `FRONTDESK_VNU` names.
    pub fn load() -> Self {
        let program =
            env::var_os("FRONTDESK_VNU").expect("FRONTDESK_VNU names vnu.jar: `just accessibility`");
        let program = PathBuf::from(program);
        assert!(program.is_file(), "there is no {}", program.display());
        let folder = tempfile::tempdir().expect("a folder for the pages");
        Self { program, folder, states: Mutex::default() }
    }

    pub fn keep(&self, state: &str, html: &str) {
        let mut states = self.states.lock().expect("the pages");
        let name = format!("{:03}.html", states.len());
        fs::write(self.folder.path().join(&name), html).expect("a page");
        states.insert(name, state.to_owned());
    }

    /// The errors in all pages, each with the state and the line.
    pub fn errors(&self) -> Vec<String> {
        let states = self.states.lock().expect("the pages");
        let files = states.keys().map(|name| self.folder.path().join(name));
        let output = Command::new("java")
            .arg("-jar")
            .arg(&self.program)
            .args(["--format", "json", "--errors-only", "--exit-zero-always"])
            .args(files)
            .output()
            .expect("java runs vnu: on Debian, `apt-get install openjdk-17-jre-headless`");
        let told: Value = serde_json::from_slice(&output.stderr)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let messages = told["messages"].as_array().expect("messages").iter().map(|message| {
            let url = text(&message["url"]);
            let name = url.rsplit('/').next().unwrap_or_default();
            let state = states.get(name).map_or(name, String::as_str);
            format!(
                "{state}:{}: {}: {}",
                message["lastLine"],
                text(&message["message"]),
                text(&message["extract"])
            )
        });
        messages.collect()
    }
}
