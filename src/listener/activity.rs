//! What a connection is doing, and since when. Time limits and evictions depend on it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Instant;

use super::Limits;

/// The state of one connection, updated by its socket and by the code that answers its requests.
pub struct Activity(Mutex<State>);

struct State {
    phase: Phase,
    since: Instant,
    /// Since when the client has read nothing, while octets wait to be sent.
    stalled: Option<Instant>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Phase {
    /// Open, with nothing received.
    New,
    /// Receiving a head.
    Head,
    /// Receiving a body.
    Body,
    /// Answering a request.
    Busy,
    /// Between two requests.
    Idle,
}

impl Phase {
    /// For the figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Head => "head",
            Self::Body => "body",
            Self::Busy => "busy",
            Self::Idle => "idle",
        }
    }
}

impl Activity {
    pub fn new() -> Self {
        Self(Mutex::new(State { phase: Phase::New, since: Instant::now(), stalled: None }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, phase: Phase) {
        let mut state = self.state();
        (state.phase, state.since) = (phase, Instant::now());
    }

    /// The octets so far were those of the PROXY protocol and of TLS. The time for the first head goes on.
    pub fn opened(&self) {
        self.state().phase = Phase::New;
    }

    pub fn has_head(&self) {
        self.enter(Phase::Body);
    }

    pub fn has_request(&self) {
        self.enter(Phase::Busy);
    }

    pub fn answered(&self) {
        self.enter(Phase::Idle);
    }

    fn has_read(&self) {
        let mut state = self.state();
        match state.phase {
            // The time for the first head starts with the connection.
            Phase::New => state.phase = Phase::Head,
            Phase::Idle => (state.phase, state.since) = (Phase::Head, Instant::now()),
            Phase::Head | Phase::Body | Phase::Busy => {}
        }
    }

    fn has_written(&self, anything: bool) {
        let mut state = self.state();
        state.stalled = match anything {
            true => None,
            false => state.stalled.or_else(|| Some(Instant::now())),
        };
    }

    pub fn phase(&self) -> Phase {
        self.state().phase
    }

    /// Since when the server waits for the client. None while the client waits for the server.
    pub fn waits_since(&self) -> Option<Instant> {
        let state = self.state();
        state.stalled.or_else(|| (state.phase != Phase::Busy).then_some(state.since))
    }

    /// When the connection is closed unless its state changes.
    pub fn deadline(&self, limits: &Limits) -> Option<Instant> {
        let state = self.state();
        let rest = match state.phase {
            Phase::New | Phase::Head => Some(state.since + limits.head_time),
            // `body::read` has its own time limit, and answers 408.
            Phase::Body | Phase::Busy => None,
            // No next request will come: only the answer is left to be sent.
            Phase::Idle if !limits.keeps_alive() => None,
            Phase::Idle => Some(state.since + limits.idle_time),
        };
        let stalled = state.stalled.map(|since| since + limits.stalled_time);
        rest.into_iter().chain(stalled).min()
    }
}

/// A socket that reports reads and writes to an `Activity`.
pub struct Watched<S> {
    socket: S,
    activity: Arc<Activity>,
}

impl<S> Watched<S> {
    pub fn new(socket: S, activity: Arc<Activity>) -> Self {
        Self { socket, activity }
    }

    pub fn get_ref(&self) -> &S {
        &self.socket
    }

    pub fn into_inner(self) -> S {
        self.socket
    }

    fn note_write(&self, written: &Poll<io::Result<usize>>) {
        self.activity.has_written(written.is_ready());
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.socket).poll_read(context, buffer);
        if buffer.filled().len() > before {
            self.activity.has_read();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write(context, buffer);
        self.note_write(&written);
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write_vectored(context, buffers);
        self.note_write(&written);
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}
