//! Which of the languages a browser prefers (RFC 4647, section 3.4; RFC 9110, section 12.5.4).

use super::translation::Translation;

/// The most preferences that are read.
const MAX_RANGES: usize = 20;

/// The position of the language that the header `Accept-Language` prefers.
pub(super) fn preferred(translations: &[Translation], header: &str) -> Option<usize> {
    let mut ranges: Vec<(&str, u16)> = header.split(',').take(MAX_RANGES).filter_map(range).collect();
    // Stable: of two equal weights the first comes first.
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    ranges.into_iter().find_map(|(range, _)| lookup(translations, range))
}

/// A range with its weight in thousandths; `None` if its weight is zero or no weight.
fn range(text: &str) -> Option<(&str, u16)> {
    let (range, parameters) = text.split_once(';').unwrap_or((text, ""));
    let weight = match parameters.trim().strip_prefix("q=") {
        None => 1_000,
        Some(weight) => {
            let weight: f32 = weight.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is between 0 and 1"
            )]
            let thousandths = (weight * 1_000.0) as u16;
            thousandths
        }
    };
    (weight > 0).then_some((range.trim(), weight))
}

/// The language of a range, or of its longest beginning: `de-CH` finds `de`. If there is none, a regional form of the
/// language: `pt` and `pt-PT` find `pt-BR`.
fn lookup(translations: &[Translation], range: &str) -> Option<usize> {
    let exact = |tag: &str| translations.iter().position(|one| one.tag().eq_ignore_ascii_case(tag));
    let mut beginning = range;
    loop {
        if let Some(found) = exact(beginning) {
            return Some(found);
        }
        match beginning.rsplit_once('-') {
            Some((shorter, _)) => beginning = shorter,
            None => break,
        }
    }
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    translations.iter().position(|one| primary(one.tag()) == primary(range))
}
