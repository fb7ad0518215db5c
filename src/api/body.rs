//! Reading the body of a request: whole, within bounds, wiped after use.

use rocket::Request;
use rocket::data::{ByteUnit, Data};
use zeroize::Zeroizing;

/// Where nothing else is set.
const USUAL_LIMIT: ByteUnit = ByteUnit::Kibibyte(16);

pub enum BodyError {
    TooLarge,
    /// The client stopped in the middle.
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
    let room = limit.min(USUAL_LIMIT).as_u64();
    let mut body = Zeroizing::new(Vec::with_capacity(usize::try_from(room).unwrap_or_default()));
    let read = data.open(limit).stream_to(&mut *body).await.map_err(|_| BodyError::Unreadable)?;
    if read.complete { Ok(body) } else { Err(BodyError::TooLarge) }
}
