//! A pool with a fixed number of connections. A task that waits for one holds no thread.

use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use diesel::r2d2::{self, ManageConnection};
use prometheus_client::metrics::histogram::Histogram;
use tokio::sync::Semaphore;

use super::connection::{Access, Connection, failed};
use super::sqlite::Files;
use super::{DatabaseUrl, Error, OpenError};

/// How long a request waits for a connection before it fails as unavailable.
const MAX_WAIT: Duration = Duration::from_secs(5);

/// Opens connections for the pool. Diesel's own manager tries one database after the other, and SQLite would accept any
/// URL as a path.
pub struct Connector {
    pub url: DatabaseUrl,
    pub access: Access,
    /// The files that every connection must be to. SQLite only.
    pub files: Option<Arc<Files>>,
    /// Every open connection has a clone of this.
    pub open: Arc<()>,
}

impl ManageConnection for Connector {
    type Connection = Connection;
    type Error = OpenError;

    fn connect(&self) -> Result<Connection, OpenError> {
        let mut connection = Connection::establish(&self.url)?;
        connection.configure(&self.url, self.access)?;
        if let Some(files) = &self.files {
            files.check().map_err(|reason| failed(&self.url, reason))?;
        }
        Ok(connection.counted_by(self.open.clone()))
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), OpenError> {
        connection.ping(&self.url)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_broken()
    }
}

/// How long requests have waited for a connection, in seconds: a fifth of a millisecond up to [`MAX_WAIT`].
static WAITS: LazyLock<Histogram> =
    LazyLock::new(|| Histogram::new([0.0002, 0.001, 0.005, 0.02, 0.1, 0.5, 1.0, 2.0, 5.0]));

/// How long the requests of this process have waited for a connection, in seconds.
pub fn waits() -> Histogram {
    WAITS.clone()
}

#[derive(Clone)]
pub struct Pool {
    permits: Arc<Semaphore>,
    connections: r2d2::Pool<Connector>,
}

impl Pool {
    pub fn new(connector: Connector, size: u32) -> Result<Self, OpenError> {
        let url = connector.url.to_string();
        let is_remote = matches!(connector.url, DatabaseUrl::Postgres(_));
        let mut builder = r2d2::Pool::builder();
        if !is_remote {
            // The last connection that is closed deletes the write-ahead log of a SQLite database, so connections stay
            // open.
            builder = builder.max_lifetime(None).idle_timeout(None);
        }
        let connections = builder
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(is_remote)
            .connection_timeout(MAX_WAIT)
            .error_handler(Box::new(Log))
            .build(connector)
            .map_err(|error| OpenError::Connect { url, reason: error.to_string() })?;
        Ok(Self { permits: Arc::new(Semaphore::new(size as usize)), connections })
    }

    /// How many connections are in use, and how many there may be.
    pub fn usage(&self) -> Usage {
        let most = self.connections.max_size() as usize;
        Usage { in_use: most.saturating_sub(self.permits.available_permits()), most }
    }

    /// Runs `work` on a blocking thread. `work` runs to its end even if the caller is dropped.
    pub async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let begin = Instant::now();
        let deadline = begin + MAX_WAIT;
        let permit = tokio::time::timeout(MAX_WAIT, self.permits.clone().acquire_owned())
            .await
            .map_err(|error| Error::Unavailable(error.into()))?
            .map_err(|error| Error::Failed(error.into()))?;
        WAITS.observe(begin.elapsed().as_secs_f64());
        let connections = self.connections.clone();
        tokio::task::spawn_blocking(move || {
            let mut connection = connections
                .get_timeout(deadline.saturating_duration_since(Instant::now()))
                .map_err(|error| Error::Unavailable(error.into()))?;
            let done = work(&mut connection);
            let done = match connection.trouble.take_transient() {
                Some(transient) if done.is_err() => Err(Error::Unavailable(transient.message.into()).into()),
                _ => done,
            };
            drop(connection);
            drop(permit);
            done
        })
        .await
        .map_err(|error| Error::Failed(error.into()))?
    }
}

/// How many connections of a pool are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    pub in_use: usize,
    pub most: usize,
}

#[derive(Debug)]
struct Log;

impl r2d2::HandleError<OpenError> for Log {
    fn handle_error(&self, error: OpenError) {
        tracing::error!("{error}");
    }
}
