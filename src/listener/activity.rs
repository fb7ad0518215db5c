//! What a connection is doing, and since when: what its limits are about.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Instant;

use super::Limits;

/// Of one connection. It is told by the connection's socket, and by whoever answers its requests.
pub struct Activity(Mutex<State>);

struct State {
    phase: Phase,
    since: Instant,
    /// Since when the client has not taken what waits for it.
    stalled: Option<Instant>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Phase {
    /// Opened, and nothing was sent yet.
    New,
    /// Part of a head was sent.
    Head,
    /// A head was sent, and part of its body.
    Body,
    /// A request is being answered.
    Busy,
    /// A request was answered, and no other has begun.
    Idle,
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
            // The opening is what a first head is counted from.
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

    /// Since when it waits for the client; None while the client waits.
    pub fn waits_since(&self) -> Option<Instant> {
        let state = self.state();
        state.stalled.or_else(|| (state.phase != Phase::Busy).then_some(state.since))
    }

    /// When the connection has had its time, if nothing happens until then.
    pub fn deadline(&self, limits: &Limits) -> Option<Instant> {
        let state = self.state();
        let rest = match state.phase {
            Phase::New | Phase::Head => Some(state.since + limits.head_time),
            // A body is timed where it is read, and answered.
            Phase::Body | Phase::Busy => None,
            // Without a next request the answer has as long as it takes to be taken.
            Phase::Idle if !limits.keeps_alive() => None,
            Phase::Idle => Some(state.since + limits.idle_time),
        };
        let stalled = state.stalled.map(|since| since + limits.stalled_time);
        rest.into_iter().chain(stalled).min()
    }
}

/// A socket that tells what happens on it.
pub struct Watched<S> {
    socket: S,
    activity: Arc<Activity>,
}

impl<S> Watched<S> {
    pub fn new(socket: S, activity: Arc<Activity>) -> Self {
        Self { socket, activity }
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
