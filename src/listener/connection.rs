//! One connection, from its opening to its end.

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
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
use tokio::time::{Instant, timeout};

use super::Limits;
use super::activity::{Activity, Phase, Watched};
use super::answer::{Answer, answer};
use super::received::Received;

/// How much of a head is kept at most. Heads over the limit are read so far to be answered with a page.
const BUFFER: usize = 65_536;

/// How many headers are read at most, for the same reason.
const HEADERS: usize = 128;

/// For whoever is still sending when the answer is on its way: an end at once would take the answer away.
const LINGER: Duration = Duration::from_secs(2);
const LINGER_OCTETS: usize = 1024 * 1024;

/// Nobody was in time with a head.
const TIMED_OUT: &[u8] = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

pub struct Connection {
    pub peer: SocketAddr,
    pub activity: Arc<Activity>,
    pub client: Arc<Client>,
    pub limits: Arc<Limits>,
    /// That the server ends.
    pub stopped: watch::Receiver<bool>,
}

/// How it came to its end.
enum End {
    /// All was said.
    Done,
    /// The client sent what is no request, hung up, or has more to send than is read.
    Broken,
    TimedOut,
}

impl Connection {
    pub async fn serve(mut self, stream: TcpStream) {
        // Answers are written whole, so there is nothing to wait for.
        let _ = stream.set_nodelay(true);
        let socket = TokioIo::new(Watched::new(stream, self.activity.clone()));
        let (client, limits, activity, peer) =
            (self.client.clone(), self.limits.clone(), self.activity.clone(), self.peer);
        let service = service_fn(move |request| {
            activity.has_head();
            respond(client.clone(), limits.clone(), activity.clone(), peer, request)
        });
        let mut http = http1::Builder::new()
            // Both are timed by `Activity`, which tells them apart.
            .header_read_timeout(None)
            .keep_alive(self.limits.keeps_alive())
            .max_buf_size(BUFFER)
            .max_headers(HEADERS)
            .preserve_header_case(true)
            .serve_connection(socket, service);
        let end = self.run(&mut http).await;
        let mut stream = http.into_parts().io.into_inner().into_inner();
        match end {
            End::Done => {}
            End::Broken => linger(&mut stream).await,
            End::TimedOut if self.activity.phase() == Phase::Head => {
                let _ = timeout(LINGER, stream.write_all(TIMED_OUT)).await;
                linger(&mut stream).await;
            }
            End::TimedOut => {}
        }
    }

    async fn run(
        &mut self,
        mut http: &mut (impl Future<Output = hyper::Result<()>> + Stoppable + Unpin),
    ) -> End {
        let mut is_stopping = false;
        loop {
            // What it does may change at any time, and none of its limits is shorter than this.
            let latest = Instant::now() + self.limits.shortest_time();
            let until = self.activity.deadline(&self.limits).map_or(latest, |deadline| deadline.min(latest));
            tokio::select! {
                ended = &mut http => return match ended {
                    Ok(()) => End::Done,
                    Err(error) => {
                        tracing::debug!("the connection of {} broke: {error}", self.peer);
                        End::Broken
                    }
                },
                () = tokio::time::sleep_until(until) => {
                    if self.activity.deadline(&self.limits).is_some_and(|deadline| deadline <= Instant::now()) {
                        tracing::debug!("the connection of {} took too long: {:?}", self.peer, self.activity.phase());
                        return End::TimedOut;
                    }
                }
                _ = self.stopped.wait_for(|stopped| *stopped), if !is_stopping => {
                    is_stopping = true;
                    http.stop();
                }
            }
        }
    }
}

/// hyper's connection, whatever its service is.
trait Stoppable {
    /// No further request is taken.
    fn stop(&mut self);
}

impl<S, B> Stoppable for http1::Connection<TokioIo<Watched<TcpStream>>, S>
where
    S: hyper::service::HttpService<Incoming, ResBody = B>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    B: hyper::body::Body + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    Self: Unpin,
{
    fn stop(&mut self) {
        Pin::new(self).graceful_shutdown();
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

/// Reads what the client still sends, so that it gets to read what it was answered (RFC 9112, section 9.6).
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
    let _ = timeout(LINGER, pin!(read)).await;
}
