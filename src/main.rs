//! The program: reads the command line, runs the command, and prints an error in one line.

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
