//! `frontdesk migrate`: for those who want the tables ready before the server starts.

use super::CliError;
use crate::app::{self, Settings};

pub fn run(settings: &Settings) -> Result<(), CliError> {
    app::storage(settings)?;
    println!("{} is up to date.", settings.database_url);
    Ok(())
}
