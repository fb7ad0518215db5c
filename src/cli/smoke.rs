//! `frontdesk smoke`: tries a running server out, as a visitor with a browser does.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{CliError, say};
use crate::domain::PublicUrl;
use crate::smoke::{self, MailDomain, Options, Step, Table, Trust};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The address of the site, as in public_url
    url: PublicUrl,
    /// The domain of the disposable address. The server may send it mail; example.com takes none
    #[arg(long, value_name = "DOMAIN", default_value = "example.com")]
    domain: MailDomain,
    /// Check the pages alone, and make no account
    #[arg(long)]
    pages_only: bool,
    /// Do not check this page; repeat it for others. Without /signup no account is made
    #[arg(long, value_name = "PATH", value_parser = path)]
    skip: Vec<String>,
    /// What the flash of a duplicate sign-up says
    #[arg(long, value_name = "TEXT", default_value = "Email already registered")]
    duplicate_text: String,
    /// How long a page may take
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 2_000, value_parser = clap::value_parser!(u64).range(1..))]
    slowest: u64,
    /// How long to wait for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3_600))]
    timeout: u64,
    /// How long to wait, in all, when the server says to try again later; then as long again to remove the account
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(..=86_400))]
    wait: u64,
    /// Trust the certificates in this file, and no others
    #[arg(long, value_name = "FILE", conflicts_with = "insecure")]
    ca: Option<PathBuf>,
    /// Accept any certificate
    #[arg(long)]
    insecure: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Write the report as JUnit XML into this file, too
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
}

impl Arguments {
    pub fn run(self) -> Result<(), CliError> {
        let (json, junit) = (self.json, self.junit.clone());
        // A file that cannot be written is told before anything is done.
        let file = junit.as_deref().map(create).transpose()?;
        let (options, mut table) = (self.options(), Table::default());
        if !json {
            say(format_args!("{}\n\n{}", options.site, table.header()))?;
        }
        let mut told = Ok(());
        let mut on_step = |step: &Step| {
            if !json && told.is_ok() {
                told = say(table.row(step));
            }
        };
        let stopped = stopped_by_signals()?;
        let report = smoke::run(&options, &|| stopped.load(Ordering::Relaxed), &mut on_step)
            .map_err(|error| CliError::Refused(error.to_string()))?;
        told?;
        match json {
            true => say(format_args!("{:#}", smoke::json(&report)))?,
            false => say(format_args!("\n{}", smoke::summary(&report)))?,
        }
        if let (Some(mut file), Some(path)) = (file, &junit) {
            file.write_all(smoke::junit(&report).as_bytes()).map_err(|error| unwritable(path, &error))?;
        }
        match report.is_passed() {
            true => Ok(()),
            false => Err(CliError::Refused(format!("the smoke tests of {} have failed", report.site))),
        }
    }

    fn options(self) -> Options {
        Options {
            site: self.url,
            domain: self.domain,
            duplicate_text: self.duplicate_text,
            pages_only: self.pages_only,
            skipped: self.skip,
            slowest_page: Duration::from_millis(self.slowest),
            timeout: Duration::from_secs(self.timeout),
            patience: Duration::from_secs(self.wait),
            trust: match (self.ca, self.insecure) {
                (Some(file), _) => Trust::File(file),
                (None, true) => Trust::Any,
                (None, false) => Trust::System,
            },
        }
    }
}

fn path(text: &str) -> Result<String, &'static str> {
    if text.starts_with('/') { Ok(text.to_owned()) } else { Err("a path begins with /") }
}

fn create(file: &Path) -> Result<File, CliError> {
    File::create(file).map_err(|error| unwritable(file, &error))
}

fn unwritable(file: &Path, error: &std::io::Error) -> CliError {
    CliError::Refused(format!("cannot write {}: {error}", file.display()))
}

/// Becomes true at Ctrl-C and SIGTERM, which then do not end the process: it has an account to remove. The second does.
fn stopped_by_signals() -> Result<Arc<AtomicBool>, CliError> {
    let stopped = Arc::new(AtomicBool::new(false));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| CliError::Refused(format!("cannot start: {error}")))?;
    let seen = stopped.clone();
    std::thread::spawn(move || {
        runtime.block_on(signal());
        seen.store(true, Ordering::Relaxed);
        eprintln!("Stopping; the account is removed first.");
        runtime.block_on(signal());
        stop_at_once();
    });
    Ok(stopped)
}

#[expect(clippy::disallowed_methods, reason = "the operator does not want to wait, and there is no log")]
fn stop_at_once() {
    std::process::exit(1);
}

#[cfg(unix)]
async fn signal() {
    use rocket::futures::future::select_all;
    use tokio::signal::unix::{SignalKind, signal};

    let kinds = [SignalKind::interrupt(), SignalKind::terminate()];
    let mut signals: Vec<_> = kinds.into_iter().filter_map(|kind| signal(kind).ok()).collect();
    if signals.is_empty() {
        std::future::pending::<()>().await;
    }
    select_all(signals.iter_mut().map(|signal| Box::pin(signal.recv()))).await;
}

#[cfg(not(unix))]
async fn signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
