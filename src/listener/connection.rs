//! One connection, from its opening to its end.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{CONNECTION, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_util::either::Either;

use super::Shared;
use super::activity::{Activity, Phase, Watched};
use super::answer::{Answer, answer};
use super::ends::Reason;
use super::opening::{self, Opened, Peer, Stream};
use super::received::Received;
use super::redirect::redirect;
use super::slots::Slot;
use super::socket::{Role, Socket};

/// The size of hyper's buffer, in octets. Larger than the limit for heads, so that a head above the limit is still read
/// and answered with a page.
const BUFFER: usize = 65_536;

/// The most headers that hyper reads, for the same reason.
const HEADERS: usize = 128;

/// How long, and how many octets, the server goes on reading after an answer that came early. Closing at once would
/// reset the connection and destroy the answer.
const LINGER: Duration = Duration::from_secs(2);
const LINGER_OCTETS: usize = 1024 * 1024;

/// The answer to a head that took too long.
const TIMED_OUT: &[u8] = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

pub struct Connection {
    pub peer: SocketAddr,
    pub role: Role,
    pub activity: Arc<Activity>,
    pub slot: Slot,
    pub shared: Arc<Shared>,
    /// True when the server stops.
    pub stopped: watch::Receiver<bool>,
}

impl Connection {
    pub async fn serve(self, socket: Socket) {
        let Self { peer, role, activity, slot, shared, stopped } = self;
        let limits = shared.limits.clone();
        let mut last_chance = pin!(last_chance(stopped.clone(), shared.last_request_time));
        let watched = Watched::new(socket, activity.clone());
        let opened = tokio::select! {
            opened = timeout(limits.head_time, opening::open(watched, peer, role, &slot, &shared)) => opened,
            () = &mut last_chance => return,
        };
        let Opened { stream, client, role } = match opened {
            Ok(Ok(opened)) => opened,
            Ok(Err(error)) => {
                slot.ended(Reason::NotOpened);
                return tracing::debug!("the connection of {peer} was not opened: {error}");
            }
            Err(_) => {
                slot.ended(Reason::TimedOut);
                return tracing::debug!("the connection of {peer} took too long to open");
            }
        };
        let peer = client.address;
        activity.opened();
        let service = {
            let (activity, shared, stopped) = (activity.clone(), shared.clone(), stopped.clone());
            service_fn(move |request| {
                activity.has_head();
                respond(shared.clone(), activity.clone(), role, client, stopped.clone(), request)
            })
        };
        let mut http = http1::Builder::new()
            // hyper has one time limit for idle connections and heads; `Activity` has two.
            .header_read_timeout(None)
            .keep_alive(limits.keeps_alive())
            .max_buf_size(BUFFER)
            .max_headers(HEADERS)
            .preserve_header_case(true)
            .serve_connection(TokioIo::new(stream), service);
        let mut is_closing = false;
        let end = loop {
            // The state can change during the sleep, but no new deadline is closer than this.
            let latest = Instant::now() + limits.shortest_time();
            let until = activity.deadline(&limits).map_or(latest, |deadline| deadline.min(latest));
            tokio::select! {
                ended = &mut http => break match ended {
                    Ok(()) => Reason::Closed,
                    Err(error) => {
                        tracing::debug!("the connection of {peer} broke: {error}");
                        if error.is_user() { Reason::Aborted } else { Reason::Broken }
                    }
                },
                () = sleep_until(until) => {
                    if activity.deadline(&limits).is_some_and(|deadline| deadline <= Instant::now()) {
                        tracing::debug!("the connection of {peer} took too long: {:?}", activity.phase());
                        break Reason::TimedOut;
                    }
                }
                () = &mut last_chance, if !is_closing => {
                    is_closing = true;
                    std::pin::Pin::new(&mut http).graceful_shutdown();
                }
            }
        };
        slot.ended(end);
        close(http.into_parts().io.into_inner(), end, activity.phase()).await;
    }
}

/// Completes when the server has been stopping for so long that an idle connection gets no further request. Until then a
/// request that is on its way is still answered.
async fn last_chance(mut stopped: watch::Receiver<bool>, time: Duration) {
    // An error means that the sender is gone, with the server.
    let _ = stopped.wait_for(|stopped| *stopped).await;
    sleep(time).await;
}

async fn respond(
    shared: Arc<Shared>,
    activity: Arc<Activity>,
    role: Role,
    client: Peer,
    stopped: watch::Receiver<bool>,
    request: Request<Incoming>,
) -> io::Result<Response<Answer>> {
    let received = Received::read(request, &shared.limits).await;
    activity.has_request();
    let mut response = match role {
        Role::Site => answer(shared.client.clone(), received, client, activity).await?,
        Role::Redirect => redirect(&received, &shared.public_url, activity),
    };
    if *stopped.borrow() {
        // The client then sends its next request over another connection.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

async fn close(mut stream: Stream, reason: Reason, phase: Phase) {
    match reason {
        Reason::Broken => linger(&mut stream).await,
        // Reset the connection: for an HTTP/1.0 client, such as a proxy, an orderly close ends the answer. A Unix socket
        // cannot be reset; docs/decisions/listener.md says what that means.
        Reason::Aborted => {
            if let Either::Left(tcp) = opening::socket(stream) {
                let _ = tcp.set_zero_linger();
            }
        }
        Reason::TimedOut if phase == Phase::Head => {
            let _ = timeout(LINGER, stream.write_all(TIMED_OUT)).await;
            linger(&mut stream).await;
        }
        _ => {}
    }
}

/// Reads what the client still sends, so that the client can read the answer (RFC 9112, section 9.6).
async fn linger(stream: &mut Stream) {
    let read = async {
        let _ = stream.shutdown().await;
        let mut buffer = [0; 8_192];
        let mut rest = LINGER_OCTETS;
        while let Ok(read @ 1..) = stream.read(&mut buffer).await {
            rest = rest.saturating_sub(read);
            if rest == 0 {
                break;
            }
        }
    };
    let _ = timeout(LINGER, read).await;
}
