//! What the server tells a service manager that has set `NOTIFY_SOCKET`, such as systemd (sd_notify(3)). Without the
//! variable all of this does nothing.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sd_notify::NotifyState;
use tokio::time::{MissedTickBehavior, interval};

use crate::domain::PublicUrl;

/// What the service manager knows about the server.
pub struct ServiceManager {
    url: PublicUrl,
    /// After `STOPPING=1` the server is not ready again, even if it reads its certificate again while it stops.
    is_stopping: Mutex<bool>,
}

impl ServiceManager {
    pub fn new(url: PublicUrl) -> Self {
        Self { url, is_stopping: Mutex::default() }
    }

    fn is_stopping(&self) -> MutexGuard<'_, bool> {
        self.is_stopping.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Connections are answered from now on.
    pub fn ready(&self) {
        let is_stopping = self.is_stopping();
        if !*is_stopping {
            notify(&[NotifyState::Ready, NotifyState::Status(&format!("Serving {}", self.url))]);
        }
    }

    /// Between this and [`Self::ready`] the files of the certificate are read again.
    pub fn reloading(&self) {
        let is_stopping = self.is_stopping();
        if !*is_stopping {
            let mut states = vec![NotifyState::Reloading];
            // `Type=notify-reload` tells by the time which reload this is.
            states.extend(NotifyState::monotonic_usec_now().ok());
            notify(&states);
        }
    }

    /// The end takes at most this time. So `TimeoutStopSec=` need not be longer than it.
    pub fn stopping(&self, time: Duration) {
        *self.is_stopping() = true;
        let time = u32::try_from(time.as_micros()).unwrap_or(u32::MAX);
        let status = NotifyState::Status("Answering the last requests");
        notify(&[NotifyState::Stopping, NotifyState::ExtendTimeoutUsec(time), status]);
    }
}

/// Reports twice in each interval of `WatchdogSec=` that async tasks of the server still run. Ends at once if there is
/// no watchdog.
pub async fn watchdog() {
    let Some(time) = sd_notify::watchdog_enabled().filter(|time| !time.is_zero()) else { return };
    let mut ticks = interval(time / 2);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        notify(&[NotifyState::Watchdog]);
    }
}

fn notify(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!("the service manager at NOTIFY_SOCKET could not be told: {error}");
    }
}
