//! The life of the disposable account: sign-up, the duplicate, log-out and log-in, a new password, and its end.

mod password;
mod removal;
mod session;
mod sign_up;

use super::account::Account;
use super::answer::Answer;
use super::browser::Browser;
use super::client::Client;
use super::options::Options;
use super::pages::SignUp;
use super::recorder::Recorder;
use super::report::{AccountState, Group, Outcome};

pub struct Journey<'a> {
    client: &'a Client<'a>,
    options: &'a Options,
    account: &'a Account,
    /// The browser of the owner.
    browser: Browser<'a>,
    door: Door,
    existence: Existence,
}

/// Where the sign-up has led.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    /// It was not tried, or failed.
    Shut,
    /// The owner is logged in.
    Open,
    /// To a page that says that a mail is on its way. The second sign-up tells whether the account is there already.
    Mail,
    /// The link in the mail makes the account.
    Private,
    /// The account is there, and has to be confirmed by the link in the mail.
    Unconfirmed,
}

/// Whether the server has the account, as far as a client can know.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Existence {
    NotTried,
    No,
    Perhaps,
    Yes,
}

/// What a step has found; the sentence says what is wrong.
type Checked = Result<(), String>;

/// A step after the sign-up.
type Act = for<'a> fn(&mut Journey<'a>) -> Checked;

impl<'a> Journey<'a> {
    pub fn new(client: &'a Client<'a>, options: &'a Options, account: &'a Account) -> Self {
        let browser = Browser::new(client);
        let (door, existence) = (Door::Shut, Existence::NotTried);
        Self { client, options, account, browser, door, existence }
    }

    /// Whether a sign-up was sent.
    pub fn has_tried(&self) -> bool {
        self.existence != Existence::NotTried
    }

    /// Takes all steps. The last one removes the account, whatever went wrong before.
    pub fn go(&mut self, page: SignUp, recorder: &mut Recorder<'_>) -> AccountState {
        let mut failed = None;
        if page != SignUp::Open {
            return stay_outside(page, recorder);
        }
        if recorder.step(Group::Account, SIGN_UP, || self.sign_up().into()) {
            failed = Some(SIGN_UP);
        }
        let is_blocked = failed;
        recorder.step(Group::Account, AGAIN, || is_blocked.map_or_else(|| self.sign_up_again(), not_run));
        for (name, act, is_vital) in STEPS {
            let is_bad = recorder.step(Group::Account, name, || match (failed, self.obstacle()) {
                (Some(failed), _) => not_run(failed),
                (None, Some(obstacle)) => Outcome::NotFollowed(obstacle.to_owned()),
                (None, None) => act(self).into(),
            });
            if is_bad && is_vital {
                failed = failed.or(Some(name));
            }
        }
        let mut state = AccountState::None;
        recorder.last_step(Group::Account, REMOVAL, || {
            let (outcome, left) = self.remove();
            state = left;
            outcome
        });
        state
    }

    /// Why an account cannot be used without reading its mail.
    fn obstacle(&self) -> Option<&'static str> {
        match self.door {
            Door::Private => {
                Some("Private mode: the account is made by the link in the mail, which is not followed.")
            }
            Door::Unconfirmed => {
                Some("The address has to be confirmed by the link in the mail, which is not followed.")
            }
            Door::Mail => Some("The link in the mail is not followed."),
            Door::Shut | Door::Open => None,
        }
    }

    fn unexpected(&self, expected: &str, answer: &Answer) -> String {
        answer.unexpected(expected, self.client.site())
    }

    fn leads_to(&self, answer: &Answer, path: &str) -> bool {
        answer.leads_to(self.client.site(), path)
    }

    /// What was wrong with the cookies, as the reason why a session does not last.
    fn with_cookie_faults(&self, sentence: String) -> String {
        self.browser.cookie_faults().iter().fold(sentence, |told, fault| format!("{told} Note: {fault}."))
    }
}

const SIGN_UP: &str = "Sign up";
const AGAIN: &str = "Sign up again";
const REMOVAL: &str = "Remove the account";

/// Name, act, and whether the steps behind it need it.
const STEPS: [(&str, Act, bool); 8] = [
    ("See the account", |journey| journey.see_account(), true),
    ("Log out", |journey| journey.log_out(), true),
    ("Log in with a wrong password", |journey| journey.log_in_with_wrong_password(), false),
    ("Log in", |journey| journey.log_in(), true),
    ("Change the password", |journey| journey.change_password(), true),
    ("Log in with the old password", |journey| journey.log_in_with_old_password(), false),
    ("Log out again", |journey| journey.log_out(), true),
    ("Log in with the new password", |journey| journey.log_in_with_new_password(), true),
];

/// The steps where there is no form to sign up with.
fn stay_outside(page: SignUp, recorder: &mut Recorder<'_>) -> AccountState {
    let names = [SIGN_UP, AGAIN].into_iter().chain(STEPS.map(|(name, ..)| name)).chain([REMOVAL]);
    for name in names {
        recorder.step(Group::Account, name, || match page {
            SignUp::Broken => not_run("GET /signup"),
            _ => Outcome::NotFollowed(
                "There is no sign-up here, and so no account to try this with.".to_owned(),
            ),
        });
    }
    AccountState::None
}

fn not_run(failed: &str) -> Outcome {
    Outcome::NotRun(format!("It needs \"{failed}\"."))
}

impl From<Checked> for Outcome {
    fn from(checked: Checked) -> Self {
        checked.map_or_else(Self::Failed, |()| Self::Passed)
    }
}
