//! The body of a request: whole, within bounds of size and time.

use std::time::Duration;

use hyper::body::{Body, Incoming};
use rocket::http::Status;
use std::future::poll_fn;
use std::pin::Pin;

/// In how many pieces a body may come. Each costs about a microsecond, whatever is in it, and nobody sends 16 KiB octet by
/// octet.
const MAX_PIECES: usize = 2_048;

/// All of it, or one octet more than `size` of a longer one.
pub async fn read(mut body: Incoming, size: usize, time: Duration) -> Result<Vec<u8>, Status> {
    // With room for all that may come nothing has to be moved.
    let told = body.size_hint().lower().min(size as u64 + 1);
    let mut whole = Vec::with_capacity(usize::try_from(told).unwrap_or_default());
    let read = async {
        for _ in 0..MAX_PIECES {
            let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await else {
                return Ok(());
            };
            // A trailer tells nothing here.
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
