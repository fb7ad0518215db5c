//! Reads the body of a request into memory, within limits of size and time.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use hyper::body::{Body, Incoming};
use rocket::http::Status;

/// The most pieces of a body. Each costs about a microsecond, whatever its size, and no client sends 16 KiB octet by
/// octet.
const MAX_PIECES: usize = 2_048;

/// The whole body, or its first `size + 1` octets if it is longer than `size`.
///
/// # Errors
///
/// The status of the answer: 400 for a malformed or incomplete body, 408 after `time`.
pub async fn read(mut body: Incoming, size: usize, time: Duration) -> Result<Vec<u8>, Status> {
    // A vector that grows would leave copies of the body, which can hold a password, in freed memory.
    let announced = body.size_hint().exact().and_then(|octets| usize::try_from(octets).ok());
    let mut whole = Vec::with_capacity(announced.unwrap_or(size).min(size) + 1);
    let read = async {
        for _ in 0..MAX_PIECES {
            let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await else {
                return Ok(());
            };
            // Trailers are ignored.
            let piece = frame.map_err(|_| Status::BadRequest)?.into_data().unwrap_or_default();
            let room = (size + 1).saturating_sub(whole.len());
            whole.extend_from_slice(&piece[..piece.len().min(room)]);
            if whole.len() > size {
                return Ok(());
            }
        }
        Err(Status::BadRequest)
    };
    tokio::time::timeout(time, read).await.unwrap_or(Err(Status::RequestTimeout))?;
    Ok(whole)
}
