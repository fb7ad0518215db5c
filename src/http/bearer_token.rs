//! The token in `Authorization: Bearer …` (RFC 6750).

/// The token after the scheme, whose case does not matter (RFC 9110, section 11.1).
pub fn bearer_token(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}
