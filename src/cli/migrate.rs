//! `frontdesk migrate`: for those who want the tables ready before the server starts.

use super::{CliError, say};
use crate::app::{self, Settings};

pub fn run(settings: &Settings) -> Result<(), CliError> {
    app::storage(settings)?;
    // So that the server need not build the list of refused passwords when it starts.
    app::password_policy(settings)?;
    say(format_args!("{} is up to date.", settings.database_url))
}
