//! Asks for a password.

use std::io::{IsTerminal, Stdin};

use zeroize::Zeroizing;

use super::CliError;
use crate::domain::Password;

/// Asks twice, without echo, or reads a line of standard input.
pub fn new_password(from_stdin: bool) -> Result<Password, CliError> {
    if from_stdin {
        return read_stdin();
    }
    let first = ask("Password: ")?;
    let second = ask("The same again: ")?;
    if first == second { Ok(first) } else { Err(CliError::Refused("the two passwords differ".into())) }
}

/// Asks once, without echo, or reads the next line of standard input if there is no terminal.
pub fn password() -> Result<Password, CliError> {
    if std::io::stdin().is_terminal() { ask("Password: ") } else { read_stdin() }
}

fn ask(prompt: &str) -> Result<Password, CliError> {
    let typed = rpassword::prompt_password(prompt).map_err(|error| {
        CliError::Refused(format!("cannot ask for a password ({error}); use --password-stdin"))
    })?;
    Ok(Password::typed(&Zeroizing::new(typed)))
}

fn read_stdin() -> Result<Password, CliError> {
    Ok(Password::typed(&line(&std::io::stdin(), "the password")?))
}

/// The next line of standard input, without its end. Programs on Windows put a byte order mark before the first line.
pub fn line(input: &Stdin, what: &str) -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    input
        .read_line(&mut text)
        .map_err(|error| CliError::Refused(format!("cannot read {what} from standard input: {error}")))?;
    let line = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = line.strip_suffix('\n').unwrap_or(line);
    Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}
