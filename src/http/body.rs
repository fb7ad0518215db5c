//! Reads the whole body of a request, up to a limit, into memory that is wiped after use.

use rocket::Request;
use rocket::data::{ByteUnit, Data, Limits};
use rocket::tokio::io::AsyncReadExt;
use zeroize::Zeroizing;

/// The limit where the configuration sets none.
const USUAL_LIMIT: ByteUnit = ByteUnit::Kibibyte(16);

/// The names of the limits that `read` is called with.
const LIMITS: [&str; 3] = ["form", "data-form", "json"];

pub enum BodyError {
    TooLarge,
    Unreadable,
}

/// The size of the largest body that any route reads.
pub fn largest(limits: &Limits) -> ByteUnit {
    LIMITS.into_iter().filter_map(|name| limits.get(name)).fold(USUAL_LIMIT, ByteUnit::max)
}

/// Reads the body. `limit` is the name of one of Rocket's limits. The listener has already received the whole body.
pub async fn read(
    request: &Request<'_>,
    data: Data<'_>,
    limit: &str,
) -> Result<Zeroizing<Vec<u8>>, BodyError> {
    let limit = request.limits().get(limit).unwrap_or(USUAL_LIMIT);
    // Reserve the usual limit at once: a reallocation would leave a copy that is not wiped.
    let room = limit.min(USUAL_LIMIT).as_u64() + 1;
    let mut body = Zeroizing::new(Vec::with_capacity(usize::try_from(room).unwrap_or_default()));
    // Read one octet beyond the limit, to detect a body that is too large.
    let mut stream = data.open(limit + 1);
    while stream.read_buf(&mut *body).await.map_err(|_| BodyError::Unreadable)? > 0 {
        if body.len() as u64 > limit.as_u64() {
            return Err(BodyError::TooLarge);
        }
    }
    Ok(body)
}
