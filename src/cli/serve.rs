//! `frontdesk serve`: the pages, until a signal.

use std::io::IsTerminal;

use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::{Build, Rocket};
use tracing_subscriber::filter::{FilterExt, Targets, filter_fn};
use tracing_subscriber::fmt::time::UtcTime;
use tracing_subscriber::prelude::*;

use super::{CliError, Setting};
use crate::accounts::Accounts;
use crate::app;
use crate::config::{Config, ConfigError};
use crate::domain::{PublicUrl, Token};

pub fn run(setting: Setting) -> Result<(), CliError> {
    start_log(&setting.config)?;
    let accounts = setting.accounts()?;
    let url = app::public_url(&setting.figment, &setting.config)?;
    let rocket = app::rocket(setting.figment, &setting.config, accounts.clone())?;
    let (workers, blocking) = threads(&rocket);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .max_blocking_threads(blocking)
        .enable_all()
        .build()
        .map_err(|error| CliError::Refused(format!("cannot start: {error}")))?
        .block_on(serve(rocket, accounts, url))
}

async fn serve(rocket: Rocket<Build>, accounts: Accounts, url: PublicUrl) -> Result<(), CliError> {
    let set_up = accounts.offer_set_up().await?;
    let greet = AdHoc::on_liftoff("Greeting", move |_| Box::pin(async move { greet(&url, set_up) }));
    match rocket.attach(greet).launch().await {
        Ok(_) => Ok(()),
        Err(error) => Err(CliError::Refused(match error.kind() {
            ErrorKind::Bind(reason) => {
                format!("cannot listen: {reason}; choose another port with ROCKET_PORT")
            }
            kind => format!("cannot serve: {kind}"),
        })),
    }
}

/// The set-up link is a secret for whoever started the server: it is printed, not logged.
fn greet(url: &PublicUrl, set_up: Option<Token>) {
    println!("Frontdesk {} is ready: {url}", env!("CARGO_PKG_VERSION"));
    if let Some(token) = set_up {
        println!();
        println!("There is no administrator yet. Become the first one, with this link, within a day:");
        println!("  {}", url.link(&format!("/setup?token={}", token.expose())));
        println!();
    }
}

fn threads(rocket: &Rocket<Build>) -> (usize, usize) {
    let config = rocket.figment().extract::<rocket::Config>().unwrap_or_default();
    (config.workers.max(1), config.max_blocking.max(1))
}

fn start_log(config: &Config) -> Result<(), ConfigError> {
    let levels: Targets = config
        .log
        .0
        .parse()
        .map_err(|_| ConfigError::new("log", "must be a level, as info, or levels by part"))?;
    let lines = tracing_subscriber::fmt::layer()
        .with_target(false)
        .with_ansi(std::io::stdout().is_terminal())
        .with_timer(UtcTime::rfc_3339())
        .with_filter(levels.and(filter_fn(|line| !is_rockets(line.target()))));
    tracing_subscriber::registry().with(lines).init();
    Ok(())
}

/// Rocket tells of every request in several lines, with whole addresses, in which a token may be. It marks the
/// lines that its macros write in our own modules by an underscore. Its templates have something to say.
fn is_rockets(target: &str) -> bool {
    (target.starts_with("rocket") || target.ends_with("::_")) && !target.starts_with("rocket_dyn_templates")
}
