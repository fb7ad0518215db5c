//! Asking for a password.

use std::io::{IsTerminal, Read};

use super::CliError;
use crate::domain::Password;

/// Twice without echo, or the whole of standard input but for the line's end.
pub fn new_password(from_stdin: bool) -> Result<Password, CliError> {
    if from_stdin {
        return read_stdin();
    }
    let first = ask("Password: ")?;
    let second = ask("The same again: ")?;
    if first == second { Ok(first) } else { Err(CliError::Refused("the two passwords differ".into())) }
}

/// Once without echo, or, where nobody sits at a terminal, what is left of standard input but for the line's end.
pub fn password() -> Result<Password, CliError> {
    if std::io::stdin().is_terminal() { ask("Password: ") } else { read_stdin() }
}

fn ask(prompt: &str) -> Result<Password, CliError> {
    let typed = rpassword::prompt_password(prompt).map_err(|error| {
        CliError::Refused(format!("cannot ask for a password ({error}); use --password-stdin"))
    })?;
    Ok(Password::typed(&zeroize::Zeroizing::new(typed)))
}

fn read_stdin() -> Result<Password, CliError> {
    let mut text = zeroize::Zeroizing::new(String::new());
    std::io::stdin().read_to_string(&mut text).map_err(|error| {
        CliError::Refused(format!("cannot read the password from standard input: {error}"))
    })?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Password::typed(line.strip_suffix('\r').unwrap_or(line)))
}
