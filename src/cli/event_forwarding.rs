//! Forwards events to another system, such as a SIEM: one JSON object on each line, into a file or over a socket. A
//! thread of its own writes, so that no request waits for the reader.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;

use crate::accounts::{Accounts, RecordedEvent};
use crate::config::ConfigError;
use crate::domain::Actor;

/// How many events may wait while the reader is away; further ones are left out and counted.
const MAX_WAITING: usize = 10_000;

/// How long the end waits for the reader to take what waits.
const FLUSH: Duration = Duration::from_secs(2);

/// How long a write or a connection may take, and the pause after one that failed.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_secs(1);

/// Where events go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    File(PathBuf),
    #[cfg(unix)]
    Unix(PathBuf),
    Tcp(String),
}

/// What queues events. When it is dropped, waiting events are written, for at most [`FLUSH`].
pub struct Forwarding {
    queue: Arc<RwLock<Option<SyncSender<String>>>>,
    finished: Receiver<()>,
}

impl Target {
    /// # Errors
    ///
    /// If the text names no target.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let refused = || {
            ConfigError::new("events.forward", "must be a file, unix:/path/of/a/socket or tcp://HOST:PORT")
        };
        match text.split_once(':') {
            #[cfg(unix)]
            Some(("unix", path)) if path.starts_with('/') => Ok(Self::Unix(path.into())),
            Some(("tcp", address)) => {
                let address = address.strip_prefix("//").ok_or_else(refused)?;
                let (host, port) = address.rsplit_once(':').ok_or_else(refused)?;
                let is_whole = !host.is_empty() && port.parse::<u16>().is_ok();
                if is_whole { Ok(Self::Tcp(address.to_owned())) } else { Err(refused()) }
            }
            _ if text.is_empty() || text.contains("://") || text.starts_with("unix:") => Err(refused()),
            _ => Ok(Self::File(text.into())),
        }
    }

    /// # Errors
    ///
    /// If the file cannot be opened, or nothing listens at the other end.
    fn open(&self) -> io::Result<Box<dyn Write>> {
        match self {
            Self::File(path) => Ok(Box::new(append(path)?)),
            #[cfg(unix)]
            Self::Unix(path) => {
                let stream = std::os::unix::net::UnixStream::connect(path)?;
                stream.set_write_timeout(Some(PATIENCE))?;
                Ok(Box::new(stream))
            }
            Self::Tcp(address) => {
                let unknown = || io::Error::other("the name has no address");
                let address = address.to_socket_addrs()?.next().ok_or_else(unknown)?;
                let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
                stream.set_write_timeout(Some(PATIENCE))?;
                Ok(Box::new(stream))
            }
        }
    }

    /// Whether what is open is still the target: log rotation moves a file away.
    fn is_still(&self, opened: Option<u64>) -> bool {
        match self {
            Self::File(path) => opened.is_some() && opened == number(path),
            _ => true,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            #[cfg(unix)]
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Tcp(address) => write!(f, "tcp://{address}"),
        }
    }
}

/// For its owner alone: the file has addresses of people.
fn append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What identifies a file among those of its disk.
#[cfg(unix)]
fn number(path: &Path) -> Option<u64> {
    std::fs::metadata(path).ok().map(|metadata| std::os::unix::fs::MetadataExt::ino(&metadata))
}

#[cfg(not(unix))]
fn number(_: &Path) -> Option<u64> {
    Some(0)
}

impl Forwarding {
    /// # Errors
    ///
    /// If a file cannot be opened; another end may come later.
    pub fn start(target: Target) -> io::Result<Self> {
        if let Target::File(path) = &target {
            append(path)?;
        }
        let (queue, waiting) = mpsc::sync_channel(MAX_WAITING);
        let (done, finished) = mpsc::channel();
        std::thread::Builder::new().name("events".into()).spawn(move || {
            forward(&target, &waiting);
            let _ = done.send(());
        })?;
        Ok(Self { queue: Arc::new(RwLock::new(Some(queue))), finished })
    }

    /// From now on the events that this process records go to the target.
    pub fn follow(&self, accounts: &Accounts) {
        accounts.listen_to_events(self.sender());
    }

    fn sender(&self) -> impl Fn(&RecordedEvent) + Send + Sync + 'static {
        let (queue, left_out) = (self.queue.clone(), AtomicU64::new(0));
        move |event| {
            let queue = queue.read().unwrap_or_else(PoisonError::into_inner);
            let Some(queue) = &*queue else { return };
            if queue.try_send(format!("{}\n", line(event))).is_err() {
                left_out.fetch_add(1, Ordering::Relaxed);
                return;
            }
            let count = left_out.swap(0, Ordering::Relaxed);
            if count > 0 {
                tracing::warn!("{count} events were not forwarded; the audit trail has them");
            }
        }
    }
}

impl Drop for Forwarding {
    fn drop(&mut self) {
        // Without a sender the thread ends after the last event.
        drop(self.queue.write().unwrap_or_else(PoisonError::into_inner).take());
        let _ = self.finished.recv_timeout(FLUSH);
    }
}

/// An open target; a file has a number.
type Open = (Box<dyn Write>, Option<u64>);

/// Writes each event, and tries again until it is taken.
fn forward(target: &Target, waiting: &Receiver<String>) {
    let (mut open, mut trouble): (Option<Open>, Option<Instant>) = (None, None);
    while let Ok(line) = waiting.recv() {
        loop {
            if open.as_ref().is_none_or(|(_, opened)| !target.is_still(*opened)) {
                open = None;
            }
            let written = match &mut open {
                Some((out, _)) => out.write_all(line.as_bytes()).and_then(|()| out.flush()),
                None => target.open().and_then(|mut out| {
                    out.write_all(line.as_bytes())?;
                    let opened = if let Target::File(path) = target { number(path) } else { None };
                    open = Some((out, opened));
                    Ok(())
                }),
            };
            match written {
                Ok(()) => {
                    if let Some(since) = trouble.take() {
                        tracing::info!("events go to {target} again, after {} s", since.elapsed().as_secs());
                    }
                    break;
                }
                Err(error) => {
                    open = None;
                    if trouble.is_none() {
                        tracing::warn!("events cannot be forwarded to {target} and wait: {error}");
                        trouble = Some(Instant::now());
                    }
                    #[expect(clippy::disallowed_methods, reason = "it runs on a thread of its own")]
                    std::thread::sleep(PAUSE);
                }
            }
        }
    }
}

/// An event as other systems read it.
fn line(event: &RecordedEvent) -> Value {
    let (actor, actor_id) = match event.actor {
        Actor::User(id) => ("user", Some(id.0)),
        Actor::CommandLine => ("command_line", None),
        Actor::Unknown => ("unknown", None),
    };
    json!({
        "time": event.at.format(&Rfc3339).unwrap_or_default(),
        "kind": event.kind.code(),
        "user_id": event.subject.map(|id| id.0),
        "actor": actor,
        "actor_id": actor_id,
        "address": event.client.address.map(|address| address.to_string()),
        "user_agent": event.client.user_agent,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_file_or_a_socket() {
        let target = |text: &str| Target::parse(text).map(|target| target.to_string()).ok();
        for text in [
            "events.jsonl",
            "/var/log/frontdesk/events.jsonl",
            "unix:/run/siem.sock",
            "tcp://siem:601",
            "tcp://[::1]:601",
        ] {
            assert_eq!(target(text).as_deref(), Some(text));
        }
        for text in [
            "",
            "unix:",
            "unix:siem.sock",
            "tcp:siem:601",
            "tcp://siem",
            "tcp://:601",
            "tcp://siem:x",
            "https://siem",
        ] {
            assert_eq!(target(text), None, "{text}");
        }
    }
}
