//! `frontdesk smoke`: what it finds out about real servers.

mod configurations;
mod faults;
mod removal;

use serde_json::Value;

use crate::harness::Program;

/// What a run has said.
struct Run {
    code: Option<i32>,
    told: String,
    error: String,
}

impl Run {
    fn of(program: &Program, arguments: &[&str]) -> Self {
        let output = program.run(&[&["smoke"], arguments].concat(), "");
        let text = |octets: Vec<u8>| String::from_utf8(octets).expect("text");
        Self { code: output.status.code(), told: text(output.stdout), error: text(output.stderr) }
    }

    /// Result and reason of a step, in a report as JSON.
    fn step(&self, name: &str) -> (String, String) {
        let report = self.json();
        let steps = report["steps"].as_array().expect("steps");
        let step = steps.iter().find(|step| step["name"] == name);
        let step = step.unwrap_or_else(|| panic!("{name}: {}", self.told));
        let text = |key: &str| step[key].as_str().unwrap_or_default().to_owned();
        (text("result"), text("reason"))
    }

    /// The names of the steps that ended like this.
    fn steps(&self, result: &str) -> Vec<String> {
        let report = self.json();
        let steps = report["steps"].as_array().expect("steps").iter();
        steps
            .filter(|step| step["result"] == result)
            .map(|step| step["name"].as_str().expect("a name").to_owned())
            .collect()
    }

    /// What became of the account, and its address.
    fn account(&self) -> (String, String) {
        let account = self.json()["account"].clone();
        let text = |key: &str| account[key].as_str().unwrap_or_default().to_owned();
        (text("state"), text("email"))
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.told).unwrap_or_else(|_| panic!("no JSON: {}{}", self.told, self.error))
    }
}
