//! What the server tells a service manager that has set `NOTIFY_SOCKET`, such as systemd (sd_notify(3)). Without the
//! variable all of this does nothing.

use sd_notify::NotifyState;
use tokio::time::{MissedTickBehavior, interval};

use crate::domain::PublicUrl;

/// Connections are answered from now on.
pub fn ready(url: &PublicUrl) {
    notify(&[NotifyState::Ready, NotifyState::Status(&format!("Serving {url}"))]);
}

/// Between this and [`ready`] the files of the certificate are read again.
pub fn reloading() {
    let mut states = vec![NotifyState::Reloading];
    // `Type=notify-reload` tells by the time which reload this is.
    states.extend(NotifyState::monotonic_usec_now().ok());
    notify(&states);
}

pub fn stopping() {
    notify(&[NotifyState::Stopping, NotifyState::Status("Answering the last requests")]);
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
