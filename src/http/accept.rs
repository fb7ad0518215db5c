//! Decides whether a client prefers JSON or a page (RFC 9110, section 12.5.1).
//!
//! Rocket's own parser copies the whole header once for each of its items, so a long header costs gigabytes.

use rocket::http::HeaderMap;

use super::weighted_list::{is, lines, split, trim, weight};

const JSON: (&str, &str) = ("application", "json");
const HTML: (&str, &str) = ("text", "html");

/// Whether the client prefers JSON to a page. If both have the same weight, the more specific media range wins, then
/// the first one. A client that asks for neither gets a page.
pub fn prefers_json(headers: &HeaderMap<'_>) -> bool {
    let (mut json, mut html) = (Preference::default(), Preference::default());
    let mut place = 0;
    for line in lines(headers, "Accept") {
        for range in split(line, ',').filter_map(MediaRange::parse) {
            json.consider(&range, JSON, place);
            html.consider(&range, HTML, place);
            place += 1;
        }
    }
    json.is_over(&html)
}

/// How much the client wants one type: the most specific media range that matches it decides.
#[derive(Default)]
struct Preference {
    /// 0 if no range matches.
    closeness: u8,
    /// In thousandths.
    quality: u16,
    place: usize,
}

impl Preference {
    fn consider(&mut self, range: &MediaRange<'_>, media_type: (&str, &str), place: usize) {
        let closeness = range.closeness(media_type);
        if closeness > self.closeness {
            *self = Self { closeness, quality: range.quality, place };
        }
    }

    fn is_over(&self, other: &Self) -> bool {
        let rank = |one: &Self| (one.quality, one.closeness, std::cmp::Reverse(one.place));
        self.quality > 0 && rank(self) > rank(other)
    }
}

struct MediaRange<'h> {
    kind: &'h str,
    subtype: &'h str,
    quality: u16,
}

impl<'h> MediaRange<'h> {
    /// `None` if the text is not a media range; the caller skips it.
    fn parse(text: &'h str) -> Option<Self> {
        let mut parts = split(text, ';').map(trim);
        let (kind, subtype) = parts.next()?.split_once('/')?;
        Some(Self { kind, subtype, quality: weight(parts)? })
    }

    /// 3 for the exact type, 2 for `type/*`, 1 for `*/*`, and 0 for no match.
    fn closeness(&self, (kind, subtype): (&str, &str)) -> u8 {
        match (self.kind, self.subtype) {
            ("*", "*") => 1,
            (known, "*") if is(known, kind) => 2,
            (known, of_it) if is(known, kind) && is(of_it, subtype) => 3,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rocket::http::Header;

    use super::*;
    use crate::http::weighted_list::MAX_BYTES;

    fn prefers_json(lines: &[&str]) -> bool {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.add(Header::new("Accept", line.to_string()));
        }
        super::prefers_json(&headers)
    }

    #[test]
    fn browsers_and_those_who_do_not_say_get_pages() {
        for lines in [
            &[][..],
            &[""],
            &["*/*"],
            &["text/html"],
            &["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"],
            &["text/html, application/json"],
            &["text/html", "application/json"],
            &["application/json;q=0.9, text/html"],
            &["application/json;q=0.5, */*"],
            &["application/json;q=0"],
            &["application/json;q=0, */*"],
            &["text/*, */*"],
            &["image/png"],
            &["application/jsonp"],
            &["json"],
            &["application/json;q=2"],
            &["application/json;q=0.1234"],
            &["application/json;q=-1"],
            &["a/b;c=\", application/json\""],
            &["a/b;c=\"\\\", application/json\""],
            &["a/b;c=\", application/json, \""],
            &["a/b;c=\"\\\", application/json, \""],
            &["application/json;q=0.0001"],
            &["application/json;q=.5"],
            &["application/json;q=0, application/json"],
            &[",;/=\"\\"],
        ] {
            assert!(!prefers_json(lines), "{lines:?}");
        }
    }

    #[test]
    fn programs_get_json() {
        for lines in [
            &["application/json"][..],
            &["Application/JSON; charset=utf-8"],
            &["application/json, text/plain, */*"],
            &["application/json, */*;q=0.5"],
            &["*/*, application/json"],
            &["application/json, text/html"],
            &["application/json", "text/html"],
            &["text/html;q=0.9, application/json"],
            &["text/html;q=0.001 , application/json;q=0.002"],
            &["application/json;q=1.000, text/html;q=0.999"],
            &["application/*"],
            &["text/html;q=0, */*"],
            &["nonsense, a/b;q=x, application/json"],
            &["a/b;c=\"\\\\\", application/json"],
        ] {
            assert!(prefers_json(lines), "{lines:?}");
        }
    }

    #[test]
    fn only_the_beginning_of_a_long_header_is_read() {
        let long = "a/b,".repeat(100_000);
        assert!(prefers_json(&[&format!("application/json,{long}")]));
        assert!(!prefers_json(&[&format!("{long}application/json")]));
        assert!(!prefers_json(&[&long, "application/json"]));
        assert!(!prefers_json(&[&"é".repeat(1000)]), "and cut between characters");
    }

    proptest! {
        #[test]
        fn several_lines_are_one_list(lines in prop::collection::vec("[ a-z*/;=.,q01\t]{0,60}", 1..5)) {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            prop_assert_eq!(prefers_json(&lines), prefers_json(&[&lines.join(",")]));
        }

        #[test]
        fn any_header_is_read(text in "(application/json|text/html|\\*/\\*)?[;, ]?(q=[0-9.]{1,6})?.*") {
            let prefers_it = prefers_json(&[&text]);
            prop_assert_eq!(prefers_json(&["", &text]), prefers_it);
            let long = format!("{text}{}", " ".repeat(MAX_BYTES));
            prop_assert_eq!(prefers_json(&[&format!("{long},application/json")]), prefers_json(&[&long]));
        }
    }
}
