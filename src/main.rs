//! The program: reads the command line, does what it asks, and says in one line why not.

use std::process::ExitCode;

use clap::Parser;
use frontdesk::cli::Cli;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("frontdesk: {error}");
            ExitCode::FAILURE
        }
    }
}
