//! Reading the body of a request: whole, within bounds, wiped after use.

use rocket::Request;
use rocket::data::{ByteUnit, Data};
use rocket::tokio::io::AsyncReadExt;
use zeroize::Zeroizing;

/// Where nothing else is set.
const USUAL_LIMIT: ByteUnit = ByteUnit::Kibibyte(16);

/// In how many pieces a body may come. Each costs about a microsecond, whatever is in it, and nobody sends 16 KiB octet by
/// octet.
const MAX_PIECES: usize = 2_048;

pub enum BodyError {
    TooLarge,
    /// The client stopped in the middle, or sent what is no body.
    Unreadable,
}

/// `limit` names one of Rocket's limits.
pub async fn read(
    request: &Request<'_>,
    data: Data<'_>,
    limit: &str,
) -> Result<Zeroizing<Vec<u8>>, BodyError> {
    let limit = request.limits().get(limit).unwrap_or(USUAL_LIMIT);
    // With room for all that usually may come nothing has to be moved, which would leave an unwiped copy.
    let room = limit.min(USUAL_LIMIT).as_u64() + 1;
    let mut body = Zeroizing::new(Vec::with_capacity(usize::try_from(room).unwrap_or_default()));
    // One octet more than fits tells that there is more.
    let mut stream = data.open(limit + 1);
    for _ in 0..MAX_PIECES {
        if stream.read_buf(&mut *body).await.map_err(|_| BodyError::Unreadable)? == 0 {
            return Ok(body);
        }
        if body.len() as u64 > limit.as_u64() {
            return Err(BodyError::TooLarge);
        }
    }
    Err(BodyError::Unreadable)
}
