//! What a run has found.

use std::time::Duration;

pub struct Report {
    pub site: String,
    pub steps: Vec<Step>,
    pub account: AccountState,
    /// The disposable address, if a sign-up was tried.
    pub email: Option<String>,
}

pub struct Step {
    pub group: Group,
    pub name: String,
    pub outcome: Outcome,
    /// The time of its answers.
    pub time: Duration,
    /// How long it waited because the server said to try again later.
    pub waited: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Pages,
    Account,
}

/// A sentence says why it is none of `Passed`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    /// What was expected, what came, and what to do.
    Failed(String),
    /// What a setting of the server prevents a client without a mailbox from doing.
    NotFollowed(String),
    /// What an earlier step prevents, or the operator.
    NotRun(String),
}

/// What became of the disposable account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// There was none.
    None,
    /// It is closed; the server deletes it by itself.
    Closed,
    /// A pending sign-up in private mode; the server deletes it by itself.
    Pending,
    /// It is still there.
    LeftBehind,
}

impl Group {
    pub fn code(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Account => "account",
        }
    }
}

impl Outcome {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "failed",
            Self::NotFollowed(_) => "not_followed",
            Self::NotRun(_) => "not_run",
        }
    }

    /// The same without characters that do something to a terminal: a reason may repeat what the server has sent.
    pub fn printable(self) -> Self {
        let clean = |reason: String| reason.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        match self {
            Self::Passed => Self::Passed,
            Self::Failed(reason) => Self::Failed(clean(reason)),
            Self::NotFollowed(reason) => Self::NotFollowed(clean(reason)),
            Self::NotRun(reason) => Self::NotRun(clean(reason)),
        }
    }

    /// Why it is not passed.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Passed => None,
            Self::Failed(reason) | Self::NotFollowed(reason) | Self::NotRun(reason) => Some(reason),
        }
    }
}

impl AccountState {
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Closed => "closed",
            Self::Pending => "pending",
            Self::LeftBehind => "left_behind",
        }
    }
}

impl Report {
    /// How many steps ended like this one, whatever the reason.
    pub fn count(&self, code: &str) -> usize {
        self.steps.iter().filter(|step| step.outcome.code() == code).count()
    }

    /// Whether every step passed that could be run.
    pub fn is_passed(&self) -> bool {
        self.count("failed") == 0 && self.count("not_run") == 0
    }

    /// The address of an account that is still there.
    pub fn left_behind(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.account == AccountState::LeftBehind)
    }
}
