//! `frontdesk password check`: tries the policy, with the settings of the server and without an account.

use std::io::{BufRead, BufReader, IsTerminal};

use clap::Subcommand;
use zeroize::Zeroizing;

use super::{CliError, prompt, say};
use crate::domain::{EmailAddress, NewPassword, Password, PasswordPolicy, PolicyError};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check each line of standard input, and print whether it would be accepted, and why not
    ///
    /// One line for each: `accepted`, or the code of the reason, as in the API. Exits with 1 if one is refused. At a
    /// terminal it asks for one password, without showing it.
    Check {
        /// The address of the account, from which a password may not be made
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
    },
}

impl Command {
    pub fn run(self, policy: &PasswordPolicy) -> Result<(), CliError> {
        let Self::Check { email } = self;
        let email = email.map(|email| EmailAddress::parse(&email)).transpose();
        let email = email.map_err(|_| CliError::Refused("that is no email address".into()))?;
        let (mut read, mut refused) = (0, 0);
        let mut check = |password: Password| {
            read += 1;
            match NewPassword::parse(password, policy, email.as_ref()) {
                Ok(_) => say("accepted"),
                Err(PolicyError::Refused(mistake)) => {
                    refused += 1;
                    say(mistake.code())
                }
                Err(error) => Err(CliError::Refused(error.to_string())),
            }
        };
        if std::io::stdin().is_terminal() {
            check(prompt::password()?)?;
        } else {
            for_each_line(|line| check(Password::typed(line)))?;
        }
        match (read, refused) {
            (_, 0) => Ok(()),
            (1, _) => Err(CliError::Refused("the password is refused".into())),
            _ => Err(CliError::Refused(format!("{refused} of {read} passwords are refused"))),
        }
    }
}

/// Runs `work` for each line of standard input. Invalid UTF-8 becomes U+FFFD, which the policy refuses.
fn for_each_line(mut work: impl FnMut(&str) -> Result<(), CliError>) -> Result<(), CliError> {
    let mut input = BufReader::new(std::io::stdin());
    let mut line = Zeroizing::new(Vec::new());
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| CliError::Refused(format!("cannot read standard input: {error}")))? == 0 {
            return Ok(());
        }
        let text = Zeroizing::new(String::from_utf8_lossy(&line).into_owned());
        let text = text.strip_suffix('\n').unwrap_or(&text);
        work(text.strip_suffix('\r').unwrap_or(text))?;
    }
}
