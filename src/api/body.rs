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
    let body = data.open(limit).into_bytes().await.map_err(|_| BodyError::Unreadable)?;
    if body.is_complete() { Ok(Zeroizing::new(body.into_inner())) } else { Err(BodyError::TooLarge) }
}
