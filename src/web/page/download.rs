//! A file that is made while it is sent. If a piece cannot be made, the connection breaks, so that no client takes what it
//! has got for the whole.

use std::io::{self, Cursor};
use std::pin::Pin;
use std::task::{Context, Poll};

use rocket::futures::{Stream, StreamExt};
use rocket::http::{ContentType, Header};
use rocket::response::stream::ReaderStream;
use rocket::response::{self, Responder};
use rocket::tokio::io::{AsyncRead, ReadBuf};
use rocket::{Request, Response};

/// A file of JSON.
pub struct Download<S> {
    name: &'static str,
    pieces: S,
}

impl<S: Stream<Item = io::Result<String>>> Download<S> {
    pub fn new(name: &'static str, pieces: S) -> Self {
        Self { name, pieces }
    }
}

impl<'r, S: Stream<Item = io::Result<String>> + Send + 'r> Responder<'r, 'r> for Download<S> {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'r> {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        Response::build()
            .header(ContentType::JSON)
            .header(Header::new("Content-Disposition", disposition))
            .streamed_body(ReaderStream::from(self.pieces.map(Piece::from)))
            .ok()
    }
}

/// Some text, or why there is none.
enum Piece {
    Text(Cursor<String>),
    Failed(Option<io::Error>),
}

impl From<io::Result<String>> for Piece {
    fn from(piece: io::Result<String>) -> Self {
        match piece {
            Ok(text) => Self::Text(Cursor::new(text)),
            Err(error) => Self::Failed(Some(error)),
        }
    }
}

impl AsyncRead for Piece {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Text(text) => Pin::new(text).poll_read(context, buffer),
            Self::Failed(error) => Poll::Ready(error.take().map_or(Ok(()), Err)),
        }
    }
}
