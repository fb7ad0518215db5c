//! What headers with weighted items share: `Accept` and `Accept-Encoding` (RFC 9110, section 12.4).

use rocket::http::HeaderMap;

/// How many bytes of a header are read. Browsers send about 150.
pub const MAX_BYTES: usize = 1024;

/// The lines of a header, which form one list (section 5.3), up to a limit.
pub fn lines<'h>(headers: &'h HeaderMap<'_>, name: &'h str) -> impl Iterator<Item = &'h str> {
    headers.get(name).scan(MAX_BYTES, |rest, line| {
        let line = beginning(line, *rest);
        *rest -= line.len();
        Some(line)
    })
}

/// The weight among the parameters of an item, in thousandths: 1000 if there is none, `None` if it is malformed.
pub fn weight<'h>(parameters: impl Iterator<Item = &'h str>) -> Option<u16> {
    let weight = parameters.filter_map(|part| part.split_once('=')).find(|(name, _)| is(name, "q"));
    weight.map_or(Some(1000), |(_, value)| thousandths(value))
}

/// 0 or 1 with at most three decimals (RFC 9110, section 12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_weight = matches!(whole, "0" | "1") && decimals.len() <= 3;
    if !is_weight || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (thousandths <= 1000).then_some(thousandths)
}

/// The beginning of a text, at most `bytes` long.
fn beginning(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// Splits at each `mark` outside of quotes.
pub fn split(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |c| {
        let is_mark = c == mark && !is_quoted;
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = is_quoted && c == '\\' && !is_escaped;
        is_mark
    })
}

pub fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

pub fn is(text: &str, name: &str) -> bool {
    text.eq_ignore_ascii_case(name)
}
