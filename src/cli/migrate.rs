//! `frontdesk migrate`: for those who want the tables ready before the server starts.

use super::{CliError, Setting};
use crate::app;

pub fn run(setting: &Setting) -> Result<(), CliError> {
    let url = app::database_url(&setting.config)?;
    app::storage(&setting.config)?;
    println!("{url} is up to date.");
    Ok(())
}
