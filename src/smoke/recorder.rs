//! Runs steps one after the other, and notes what comes of each.

use std::time::Duration;

use super::answer::quoted;
use super::client::Client;
use super::report::{Group, Outcome, Step};

pub struct Recorder<'a> {
    client: &'a Client<'a>,
    patience: Duration,
    on_step: &'a mut dyn FnMut(&Step),
    steps: Vec<Step>,
}

impl<'a> Recorder<'a> {
    /// `on_step` sees each step when it is done.
    pub fn new(client: &'a Client<'a>, on_step: &'a mut dyn FnMut(&Step)) -> Self {
        Self { client, patience: client.patience(), on_step, steps: Vec::new() }
    }

    /// Runs a step, unless the run was stopped. Returns whether it failed, or was not run.
    pub fn step(&mut self, group: Group, name: &str, act: impl FnOnce() -> Outcome) -> bool {
        if self.client.is_stopped() {
            let stopped = Outcome::NotRun("The run was stopped.".to_owned());
            return self.note(group, name, || stopped);
        }
        self.note(group, name, act)
    }

    /// Runs a step in any case, with all its patience.
    pub fn last_step(&mut self, group: Group, name: &str, act: impl FnOnce() -> Outcome) -> bool {
        self.client.renew_patience(self.patience);
        self.note(group, name, act)
    }

    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    fn note(&mut self, group: Group, name: &str, act: impl FnOnce() -> Outcome) -> bool {
        let (spent, patience) = (self.client.spent(), self.client.patience());
        let outcome = act().printable();
        let is_bad = matches!(outcome, Outcome::Failed(_) | Outcome::NotRun(_));
        let step = Step {
            group,
            name: quoted(name),
            outcome,
            time: self.client.spent() - spent,
            waited: patience.saturating_sub(self.client.patience()),
        };
        (self.on_step)(&step);
        self.steps.push(step);
        is_bad
    }
}
