//! One connection, from its opening to its end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use rocket::local::asynchronous::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

use super::Limits;
use super::activity::{Activity, Phase, Watched};
use super::answer::{Answer, answer};
use super::received::Received;

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
    pub activity: Arc<Activity>,
    pub client: Arc<Client>,
    pub limits: Arc<Limits>,
    /// True when the server stops.
    pub stopped: watch::Receiver<bool>,
}

/// Why the connection ended.
enum End {
    /// Closed by both sides in order.
    Done,
    /// The client sent an invalid request, or disconnected.
    Broken,
    /// An answer could not be completed.
    Aborted,
    TimedOut,
}

impl Connection {
    pub async fn serve(mut self, stream: TcpStream) {
        // Answers are written in large pieces: Nagle's algorithm would only delay them.
        let _ = stream.set_nodelay(true);
        let socket = TokioIo::new(Watched::new(stream, self.activity.clone()));
        let (client, limits, activity, peer) =
            (self.client.clone(), self.limits.clone(), self.activity.clone(), self.peer);
        let service = service_fn(move |request| {
            activity.has_head();
            respond(client.clone(), limits.clone(), activity.clone(), peer, request)
        });
        let mut http = http1::Builder::new()
            // hyper has one time limit for idle connections and heads; `Activity` has two.
            .header_read_timeout(None)
            .keep_alive(self.limits.keeps_alive())
            .max_buf_size(BUFFER)
            .max_headers(HEADERS)
            .preserve_header_case(true)
            .serve_connection(socket, service);
        let mut is_stopping = false;
        let end = loop {
            // The state can change during the sleep, but no new deadline is closer than this.
            let latest = Instant::now() + self.limits.shortest_time();
            let until = self.activity.deadline(&self.limits).map_or(latest, |deadline| deadline.min(latest));
            tokio::select! {
                ended = &mut http => break match ended {
                    Ok(()) => End::Done,
                    Err(error) => {
                        tracing::debug!("the connection of {peer} broke: {error}");
                        if error.is_user() { End::Aborted } else { End::Broken }
                    }
                },
                () = sleep_until(until) => {
                    if self.activity.deadline(&self.limits).is_some_and(|deadline| deadline <= Instant::now()) {
                        tracing::debug!("the connection of {peer} took too long: {:?}", self.activity.phase());
                        break End::TimedOut;
                    }
                }
                _ = self.stopped.wait_for(|stopped| *stopped), if !is_stopping => {
                    is_stopping = true;
                    std::pin::Pin::new(&mut http).graceful_shutdown();
                }
            }
        };
        let mut stream = http.into_parts().io.into_inner().into_inner();
        match end {
            End::Done => {}
            End::Broken => linger(&mut stream).await,
            // Reset the connection: for an HTTP/1.0 client, such as a proxy, an orderly close ends the answer.
            End::Aborted => drop(stream.set_zero_linger()),
            End::TimedOut if self.activity.phase() == Phase::Head => {
                let _ = timeout(LINGER, stream.write_all(TIMED_OUT)).await;
                linger(&mut stream).await;
            }
            End::TimedOut => {}
        }
    }
}

async fn respond(
    client: Arc<Client>,
    limits: Arc<Limits>,
    activity: Arc<Activity>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> io::Result<Response<Answer>> {
    let received = Received::read(request, &limits).await;
    activity.has_request();
    answer(client, received, peer, activity).await
}

/// Reads what the client still sends, so that the client can read the answer (RFC 9112, section 9.6).
async fn linger(stream: &mut TcpStream) {
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
