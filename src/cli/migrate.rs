//! `frontdesk migrate`: migrates the tables before the server starts.

use super::{CliError, say};
use crate::app::{self, Settings};

pub fn run(settings: &Settings) -> Result<(), CliError> {
    app::storage(settings)?;
    // Builds the block list, so that the server need not do so when it starts.
    app::password_policy(settings)?;
    say(format_args!("{} is up to date.", settings.database_url))
}
