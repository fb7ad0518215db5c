//! A fixed number of connections, waited for without holding a thread.

use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::r2d2;
use tokio::sync::Semaphore;

use super::connection::Connection;
use super::manager::Manager;
use super::{DatabaseUrl, Error, OpenError};

/// How long a request waits for its turn; after it the database counts as unavailable.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

#[derive(Clone)]
pub struct Pool {
    turns: Arc<Semaphore>,
    connections: r2d2::Pool<Manager>,
}

impl Pool {
    pub fn new(manager: Manager, size: u32) -> Result<Self, OpenError> {
        let url = manager.url.to_string();
        let is_remote = matches!(manager.url, DatabaseUrl::Postgres(_));
        let mut builder = r2d2::Pool::builder();
        if !is_remote {
            // The last connection to close a SQLite database takes its log away.
            builder = builder.max_lifetime(None).idle_timeout(None);
        }
        let connections = builder
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(is_remote)
            .connection_timeout(LONGEST_WAIT)
            .error_handler(Box::new(Log))
            .build(manager)
            .map_err(|error| OpenError::Connect { url, reason: error.to_string() })?;
        Ok(Self { turns: Arc::new(Semaphore::new(size as usize)), connections })
    }

    /// Runs `work` on a blocking thread. It runs to its end even if nobody waits for it any more.
    pub async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let deadline = Instant::now() + LONGEST_WAIT;
        let turn = tokio::time::timeout(LONGEST_WAIT, self.turns.clone().acquire_owned())
            .await
            .map_err(|error| Error::Unavailable(error.into()))?
            .map_err(|error| Error::Failed(error.into()))?;
        let connections = self.connections.clone();
        tokio::task::spawn_blocking(move || {
            let mut connection = connections
                .get_timeout(deadline.saturating_duration_since(Instant::now()))
                .map_err(|error| Error::Unavailable(error.into()))?;
            let done = work(&mut connection);
            let done = match connection.trouble.take_passing() {
                Some(passing) if done.is_err() => Err(Error::Unavailable(passing.message.into()).into()),
                _ => done,
            };
            drop(connection);
            drop(turn);
            done
        })
        .await
        .map_err(|error| Error::Failed(error.into()))?
    }
}

#[derive(Debug)]
struct Log;

impl r2d2::HandleError<OpenError> for Log {
    fn handle_error(&self, error: OpenError) {
        tracing::error!("{error}");
    }
}
