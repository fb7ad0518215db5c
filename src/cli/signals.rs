//! The signals that stop the server, and SIGHUP, which does not.

use rocket::figment::Figment;

/// Completes at the first of the signals that Rocket's settings name: by default SIGTERM and Ctrl-C. Unless they name
/// SIGHUP, it is ignored from now on: the terminal that started the server may close, and an operator may expect a
/// reload.
#[cfg(unix)]
pub fn stop(figment: &Figment) -> impl Future<Output = ()> + use<> {
    use rocket::config::Sig;
    use rocket::futures::future::{pending, select_all};
    use tokio::signal::unix::{Signal, SignalKind, signal};

    let shutdown = figment.extract::<rocket::Config>().unwrap_or_default().shutdown;
    let mut ending = shutdown.signals;
    if shutdown.ctrlc {
        ending.insert(Sig::Int);
    }
    let listen = |kind: SignalKind| {
        signal(kind).inspect_err(|error| tracing::warn!("a signal cannot be waited for: {error}")).ok()
    };
    if !ending.contains(&Sig::Hup) {
        tokio::spawn(ignore_hang_ups(listen(SignalKind::hangup())));
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
    let signals: Vec<Signal> = ending.iter().map(kind).filter_map(listen).collect();
    async move {
        let next = |mut signal: Signal| Box::pin(async move { signal.recv().await });
        match signals.is_empty() {
            true => pending().await,
            false => drop(select_all(signals.into_iter().map(next)).await),
        }
    }
}

#[cfg(unix)]
async fn ignore_hang_ups(hang_ups: Option<tokio::signal::unix::Signal>) {
    let Some(mut hang_ups) = hang_ups else { return };
    while hang_ups.recv().await.is_some() {
        tracing::info!("SIGHUP is ignored: there is nothing to reload, settings are read at the start");
    }
}

#[cfg(not(unix))]
pub fn stop(_figment: &Figment) -> impl Future<Output = ()> + use<> {
    async { tokio::signal::ctrl_c().await.unwrap_or(()) }
}
