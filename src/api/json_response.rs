//! A response whose body is JSON.

use std::io::Cursor;

use rocket::Response;
use rocket::http::ContentType;

/// Makes the response. `json` is the body, serialized already.
pub fn json_response(json: String) -> Response<'static> {
    Response::build().header(ContentType::JSON).sized_body(json.len(), Cursor::new(json)).finalize()
}
