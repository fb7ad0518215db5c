//! `frontdesk man FOLDER`: manual pages, made from the same description as `--help`.

use std::path::Path;

use clap::CommandFactory;

use super::{Cli, CliError, say};

pub fn run(folder: &Path) -> Result<(), CliError> {
    clap_mangen::generate_to(Cli::command(), folder).map_err(|error| {
        CliError::Refused(format!("cannot write manual pages into {}: {error}", folder.display()))
    })?;
    say(format_args!("The manual pages are in {}.", folder.display()))
}
