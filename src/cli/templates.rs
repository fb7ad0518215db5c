//! `frontdesk templates …`: tests the operator's templates and words.

use clap::Subcommand;

use super::{CliError, say};
use crate::app::{self, Parts, Settings, TemplateReview};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Render every page and every mail in every language with sample values, and print what is missing
    Check,
}

impl Command {
    pub fn run(self, settings: &Settings, parts: &Parts) -> Result<(), CliError> {
        let Self::Check = self;
        let TemplateReview { pages, mails, languages, mistakes } = app::review_templates(settings, parts)?;
        for mistake in &mistakes {
            say(mistake)?;
        }
        let rendered = format!("{pages} pages and {mails} mails in {languages} languages");
        match mistakes.len() {
            0 => say(format_args!("{rendered}: nothing is missing.")),
            1 => Err(CliError::Refused(format!("{rendered}: 1 mistake"))),
            count => Err(CliError::Refused(format!("{rendered}: {count} mistakes"))),
        }
    }
}
