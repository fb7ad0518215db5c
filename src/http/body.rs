//! Reading the body of a request: whole, within bounds, wiped after use.

use rocket::Request;
use rocket::data::{ByteUnit, Data, Limits};
use rocket::tokio::io::AsyncReadExt;
use zeroize::Zeroizing;

/// Where nothing else is set.
const USUAL_LIMIT: ByteUnit = ByteUnit::Kibibyte(16);

/// What `read` is called with.
const LIMITS: [&str; 3] = ["form", "data-form", "json"];

pub enum BodyError {
    TooLarge,
    Unreadable,
}

/// The longest body that is read.
pub fn largest(limits: &Limits) -> ByteUnit {
    LIMITS.into_iter().filter_map(|name| limits.get(name)).fold(USUAL_LIMIT, ByteUnit::max)
}

/// `limit` names one of Rocket's limits. The listener has the whole body already.
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
    while stream.read_buf(&mut *body).await.map_err(|_| BodyError::Unreadable)? > 0 {
        if body.len() as u64 > limit.as_u64() {
            return Err(BodyError::TooLarge);
        }
    }
    Ok(body)
}
