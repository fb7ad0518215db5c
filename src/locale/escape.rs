//! Text in HTML.

/// Writes a text so that it stands for itself in HTML, in elements and in quoted attributes. A slash is harmless there
/// (OWASP, "Cross Site Scripting Prevention"), and the source of links stays legible.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    for part in text.split_inclusive(SPECIAL) {
        let Some((plain, special)) = part.char_indices().next_back().map(|(at, c)| (&part[..at], c)) else {
            continue;
        };
        match special {
            '&' => html.extend([plain, "&amp;"]),
            '<' => html.extend([plain, "&lt;"]),
            '>' => html.extend([plain, "&gt;"]),
            '"' => html.extend([plain, "&quot;"]),
            '\'' => html.extend([plain, "&#x27;"]),
            _ => html.push_str(part),
        }
    }
    html
}

const SPECIAL: [char; 5] = ['&', '<', '>', '"', '\''];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_means_something_in_html_is_written_as_a_reference() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("<b a=\"1\">'x' & y</b>", "&lt;b a=&quot;1&quot;&gt;&#x27;x&#x27; &amp; y&lt;/b&gt;"),
            ("&amp;", "&amp;amp;"),
            ("\u{645}<\u{645}", "\u{645}&lt;\u{645}"),
            ("/login?next=/", "/login?next=/"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    proptest! {
        /// Tera's own escapes the slash, too.
        #[test]
        fn it_escapes_what_teras_own_does(text in any::<String>()) {
            prop_assert_eq!(escape(&text).replace('/', "&#x2F;"), tera::escape_html(&text));
        }
    }
}
