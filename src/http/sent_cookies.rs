//! The cookies that a request carries, as they are on the wire (RFC 6265, section 5.4).
//!
//! Other programs on the same host and sites under the same domain set cookies, too, and some are malformed. So each
//! cookie is parsed on its own, and there may be several with one name.

use rocket::http::HeaderMap;

/// The values of the cookies with this name, in the order in which they were sent.
pub fn sent_cookies<'h>(headers: &'h HeaderMap<'_>, name: &'h str) -> impl Iterator<Item = &'h str> {
    let pairs =
        headers.get("Cookie").flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.filter(move |(known, _)| trim(known) == name).map(|(_, value)| unquoted(trim(value)))
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// A value may stand in quotes (section 4.1.1).
fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rocket::http::Header;

    use super::*;

    #[test]
    fn each_cookie_is_found_whatever_the_others_are_like() {
        for (lines, values) in [
            (&["session=a"][..], &["a"][..]),
            (&["theme=gr\u{fffd}sse; session=a"], &["a"]),
            (&["theme; =; ;;=x; session=a; \"", "{}"], &["a"]),
            (&["session=a;session=b"], &["a", "b"]),
            (&["session=a", "theme=dark", "session=b"], &["a", "b"]),
            (&["a=1;\tsession = a \t;b=2"], &["a"]),
            (&["session=\"a\"; session=\"; session=\"\"; session="], &["a", "\"", "", ""]),
            (&["session=a=b"], &["a=b"]),
            (&["Session=a; sessions=b; xsession=c; session-device=d; session"], &[]),
            (&[], &[]),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.add(Header::new("Cookie", *line));
            }
            assert_eq!(sent_cookies(&headers, "session").collect::<Vec<_>>(), values, "{lines:?}");
        }
    }

    proptest! {
        #[test]
        fn a_cookie_is_found_among_any_others(before in "[^;]*", value in "[A-Za-z0-9_-]{0,43}", after in ".*") {
            prop_assume!(!before.contains("session"));
            let mut headers = HeaderMap::new();
            headers.add(Header::new("Cookie", format!("{before}; session={value};{after}")));
            prop_assert_eq!(sent_cookies(&headers, "session").next(), Some(value.as_str()));
        }
    }
}
