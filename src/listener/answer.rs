//! Rocket's response, streamed to hyper.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use async_stream::stream;
use hyper::body::{Body, Bytes, Frame};
use hyper::header::{CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING};
use hyper::{Response, StatusCode};
use rocket::futures::stream::{self, Stream, StreamExt};
use rocket::local::asynchronous::{Client, LocalResponse};
use tokio::io::AsyncReadExt;

use super::activity::Activity;
use super::opening::Peer;
use super::received::Received;

/// The size of the pieces of a streamed answer, in octets.
const PIECE: usize = 16_384;

/// The longest answer of known length that is sent in one piece, in octets.
const ONE_PIECE: usize = 65_536;

type Parts = Pin<Box<dyn Stream<Item = Part> + Send>>;

/// A head, followed by pieces of the body.
enum Part {
    Head(Response<()>),
    Piece(io::Result<Bytes>),
}

/// The body of an answer. It owns the request and its handler: when the client disconnects, hyper drops it, and the
/// handler stops.
pub struct Answer {
    parts: Parts,
    _at_its_end: Answered,
}

/// Marks the connection as idle when it is dropped.
struct Answered(Arc<Activity>);

impl Answer {
    /// An answer without a body.
    pub fn empty(activity: Arc<Activity>) -> Self {
        Self { parts: Box::pin(stream::empty()), _at_its_end: Answered(activity) }
    }
}

impl Drop for Answered {
    fn drop(&mut self) {
        self.0.answered();
    }
}

pub async fn answer(
    client: Arc<Client>,
    received: Received,
    peer: Peer,
    activity: Arc<Activity>,
) -> io::Result<Response<Answer>> {
    let at_its_end = Answered(activity);
    let mut parts: Parts = Box::pin(stream! {
        let mut response = received.into_rocket(&client, peer).dispatch().await;
        yield Part::Head(head(&response));
        let mut rest = response.body().preset_size();
        while rest != Some(0) {
            let mut piece = Vec::with_capacity(rest.filter(|rest| *rest <= ONE_PIECE).unwrap_or(PIECE));
            match response.read_buf(&mut piece).await {
                Ok(0) => break,
                Ok(read) => {
                    rest = rest.map(|rest| rest.saturating_sub(read));
                    yield Part::Piece(Ok(piece.into()));
                }
                Err(error) => {
                    yield Part::Piece(Err(error));
                    break;
                }
            }
        }
    });
    match parts.next().await {
        Some(Part::Head(head)) => Ok(head.map(|()| Answer { parts, _at_its_end: at_its_end })),
        _ => Err(io::Error::other("Rocket has not answered")),
    }
}

fn head(answer: &LocalResponse<'_>) -> Response<()> {
    let mut head = Response::new(());
    *head.status_mut() =
        StatusCode::from_u16(answer.status().code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for header in answer.headers().iter() {
        let name = HeaderName::try_from(header.name.as_str());
        let (Ok(name), Ok(value)) = (name, HeaderValue::try_from(&*header.value)) else {
            tracing::error!("the answer has an invalid header: {}", header.name);
            continue;
        };
        head.headers_mut().append(name, value);
    }
    if head.headers().contains_key(TRANSFER_ENCODING) {
        head.headers_mut().remove(CONTENT_LENGTH);
    } else if let Some(size) = answer.body().preset_size() {
        head.headers_mut().insert(CONTENT_LENGTH, size.into());
    }
    head
}

impl Body for Answer {
    type Data = Bytes;
    type Error = io::Error;

    /// hyper gets no size hint: for a 304 it would remove `Content-Length`.
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.parts.as_mut().poll_next(context).map(|part| match part? {
            Part::Piece(piece) => Some(piece.map(Frame::data)),
            Part::Head(_) => None,
        })
    }
}
