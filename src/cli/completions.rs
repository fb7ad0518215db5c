//! `frontdesk completions SHELL`: what the shell needs to complete commands and options.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, CliError, say};

pub fn run(shell: Shell) -> Result<(), CliError> {
    // First into memory: the library would panic if a reader stopped early.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "frontdesk", &mut script);
    say(String::from_utf8_lossy(&script).trim_end())
}
