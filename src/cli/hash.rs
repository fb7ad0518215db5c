//! `frontdesk hash`: checks a hash, measures this machine, and finds a suitable cost.

use std::io::IsTerminal;
use std::time::Duration;

use clap::Subcommand;

use super::{CliError, prompt, say};
use crate::domain::PhcString;
use crate::password_hashing::{
    self, Arrangement, Benchmark, Calibration, Measured, Settings, VerifyError, benchmarks,
    memory_for_hashing_kib,
};

/// Below this, two measurements of one arrangement differ, too.
const CLEARLY_FASTER: f64 = 1.05;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find memory_kib and passes for this machine, and print the lines for Rocket.toml
    ///
    /// Tries more and more memory, with as many passes as there is time for, while the server would compute as many at once. Takes
    /// the most memory that leaves time for three passes, or else for two (RFC 9106, section 4).
    Calibrate {
        /// How long one hash may take, in milliseconds
        #[arg(long, value_name = "MILLISECONDS", default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=60_000))]
        target: u64,
        /// The memory for all hashes that run at once; by default a quarter of the machine's, or of its control group's
        #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(1..))]
        memory: Option<u64>,
    },
    /// Check a password, from standard input, against a PHC string
    ///
    /// Without an argument the PHC string is the first line of standard input. Exits with 1 if the password does not
    /// fit.
    Verify {
        /// Such as $argon2id$v=19$m=65536,t=3,p=4$…$…; quote it, for the shell reads $ otherwise
        phc: Option<String>,
    },
    /// Measure every engine on this machine, with the cost that is configured
    Bench {
        /// How long each figure is measured
        #[arg(long, value_name = "SECONDS", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=600))]
        seconds: u64,
    },
}

impl Command {
    pub fn run(self, settings: &Settings) -> Result<(), CliError> {
        match self {
            Self::Calibrate { target, memory } => calibrate(settings, target, memory),
            Self::Verify { phc } => verify(settings, phc),
            Self::Bench { seconds } => bench(settings, Duration::from_secs(seconds)),
        }
    }
}

fn verify(settings: &Settings, phc: Option<String>) -> Result<(), CliError> {
    let phc = match phc {
        Some(phc) => phc,
        None if std::io::stdin().is_terminal() => {
            return Err(CliError::Refused("which hash? Give a PHC string, in single quotes".into()));
        }
        None => prompt::line(&std::io::stdin(), "the hash")?.to_string(),
    };
    let password = prompt::password()?;
    match password_hashing::verify_alone(&password, &PhcString::new(phc.trim().to_owned()), settings) {
        Ok(()) => say("The password fits."),
        Err(VerifyError::Mismatch) => Err(CliError::Refused("the password does not fit".into())),
        Err(error) => Err(refused(error)),
    }
}

fn bench(settings: &Settings, duration: Duration) -> Result<(), CliError> {
    let (parameters, cores) = (settings.parameters, settings.wanted.cores);
    say(format_args!("Argon2id, {parameters}, on {cores} cores; the median of {duration:?} each\n"))?;
    say("ENGINE       THREADS EACH  AT ONCE  TIME OF ONE  HASHES PER SECOND  MEMORY ALLOWS  SHARE")?;
    let mut of_server = Vec::new();
    for done in benchmarks(parameters, cores, duration) {
        let done = done.map_err(refused)?;
        print_row(&done)?;
        if done.choice == settings.engine {
            of_server.push((done.arrangement, done.measured.per_second));
        }
    }
    let today = settings.arrangement();
    say(format_args!("\nThe server computes {today}."))?;
    let rate = |wanted| of_server.iter().find(|(row, _)| *row == wanted).map(|(_, rate)| *rate);
    let fastest = of_server.iter().max_by(|one, other| one.1.total_cmp(&other.1));
    match (rate(today), fastest) {
        (Some(today), Some((fastest, rate))) if *rate > today * CLEARLY_FASTER => say(format_args!(
            "{:.0} % faster here: {fastest}, with hashing.workers = {} and hashing.threads = {}.",
            (rate / today - 1.0) * 100.0,
            fastest.at_once,
            fastest.threads
        )),
        _ => Ok(()),
    }
}

fn print_row(done: &Benchmark) -> Result<(), CliError> {
    let Benchmark { engine, arrangement, measured, memory_limit, .. } = done;
    let Arrangement { at_once, threads } = arrangement;
    let Measured { time, per_second } = *measured;
    let (time, share) = (milliseconds(time), per_second / memory_limit);
    say(format_args!(
        "{engine:<11}  {threads:<12}  {at_once:<7}  {time:<11}  {per_second:<17.1}  {memory_limit:<13.1}  {share:.2}"
    ))
}

fn calibrate(settings: &Settings, target: u64, memory_mib: Option<u64>) -> Result<(), CliError> {
    let memory_kib = memory_mib.map_or_else(memory_for_hashing_kib, |mib| mib.saturating_mul(1_024));
    let calibration = Calibration {
        engine: settings.engine,
        lanes: settings.parameters.lanes(),
        wanted: settings.wanted,
        target: Duration::from_millis(target),
        memory_kib,
    };
    say(format_args!(
        "Looking for {target} ms, and {} MiB for all hashes that run at once.\n",
        memory_kib / 1_024
    ))?;
    say("MEMORY KIB  PASSES  AT ONCE  THREADS EACH  TIME OF ONE  HASHES PER SECOND")?;
    let mut tried = Vec::new();
    for candidate in calibration.candidates().map_err(refused)? {
        let candidate = candidate.map_err(refused)?;
        let Arrangement { at_once, threads } = candidate.arrangement;
        let per_second = at_once as f64 / candidate.time.as_secs_f64();
        say(format_args!(
            "{:<10}  {:<6}  {at_once:<7}  {threads:<12}  {:<11}  {per_second:.1}{}",
            candidate.parameters.memory_kib(),
            candidate.parameters.passes(),
            milliseconds(candidate.time),
            if candidate.is_in_time { "" } else { "  too slow" },
        ))?;
        tried.push(candidate);
    }
    let best = calibration.pick(&tried).map_err(refused)?.parameters;
    say("\nThe lines for Rocket.toml:\n\n[default.hashing]")?;
    say(format_args!(
        "memory_kib = {}\npasses = {}\nlanes = {}",
        best.memory_kib(),
        best.passes(),
        best.lanes()
    ))
}

fn refused(error: impl std::error::Error) -> CliError {
    CliError::Refused(error.to_string())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
