//! The signals that stop the server, and SIGHUP, with which it reads its certificate again.

use rocket::figment::Figment;

/// The signals that Rocket's settings name, from now on: by default SIGTERM and Ctrl-C.
#[cfg(unix)]
pub struct Stops(Vec<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Stops {
    pub fn new(figment: &Figment) -> Self {
        Self(kinds(figment).into_iter().filter_map(received).collect())
    }

    /// Completes at the next of them.
    pub async fn next(&mut self) {
        use rocket::futures::future::{pending, select_all};

        match self.0.is_empty() {
            true => pending().await,
            false => drop(select_all(self.0.iter_mut().map(|signal| Box::pin(signal.recv()))).await),
        }
    }
}

#[cfg(unix)]
fn kinds(figment: &Figment) -> Vec<tokio::signal::unix::SignalKind> {
    use rocket::config::Sig;
    use tokio::signal::unix::SignalKind;

    let shutdown = figment.extract::<rocket::Config>().unwrap_or_default().shutdown;
    let mut ending = shutdown.signals;
    if shutdown.ctrlc {
        ending.insert(Sig::Int);
    }
    let kind = |signal: &Sig| match signal {
        Sig::Alrm => SignalKind::alarm(),
        Sig::Chld => SignalKind::child(),
        Sig::Hup => SignalKind::hangup(),
        Sig::Int => SignalKind::interrupt(),
        Sig::Io => SignalKind::io(),
        Sig::Pipe => SignalKind::pipe(),
        Sig::Quit => SignalKind::quit(),
        Sig::Term => SignalKind::terminate(),
        Sig::Usr1 => SignalKind::user_defined1(),
        Sig::Usr2 => SignalKind::user_defined2(),
    };
    ending.iter().map(kind).collect()
}

#[cfg(unix)]
fn received(kind: tokio::signal::unix::SignalKind) -> Option<tokio::signal::unix::Signal> {
    let signal = tokio::signal::unix::signal(kind);
    signal.inspect_err(|error| tracing::warn!("a signal cannot be waited for: {error}")).ok()
}

/// Each SIGHUP from now on, unless it is one of the signals that stop the server. It never ends the process: the
/// terminal that started the server may close.
#[cfg(unix)]
pub struct HangUps(Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl HangUps {
    pub fn new(figment: &Figment) -> Self {
        use rocket::config::Sig;
        use tokio::signal::unix::SignalKind;

        let shutdown = figment.extract::<rocket::Config>().unwrap_or_default().shutdown;
        let stops = shutdown.signals.contains(&Sig::Hup);
        Self(if stops { None } else { received(SignalKind::hangup()) })
    }

    /// Calls this function at each of them. Does not end.
    pub async fn each(self, reload: impl Fn()) {
        let Some(mut signal) = self.0 else { return };
        while signal.recv().await.is_some() {
            reload();
        }
    }
}

#[cfg(not(unix))]
pub struct HangUps;

#[cfg(not(unix))]
impl HangUps {
    pub fn new(_figment: &Figment) -> Self {
        Self
    }

    pub async fn each(self, _reload: impl Fn()) {}
}

#[cfg(not(unix))]
pub struct Stops;

#[cfg(not(unix))]
impl Stops {
    pub fn new(_figment: &Figment) -> Self {
        Self
    }

    pub async fn next(&mut self) {
        tokio::signal::ctrl_c().await.unwrap_or(())
    }
}
