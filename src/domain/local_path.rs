//! Where to go after logging in: only a path of this site, so that no link can redirect to another site.

/// A path with an optional query, as `/account` or `/admin/users?q=a`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// Accepts only `/…`. To a browser, `//host` and `/\host` are other sites, and so is a path whose control
    /// characters it drops. A fragment never leaves the browser, so it is refused, too.
    pub fn parse(input: &str) -> Option<Self> {
        let mut characters = input.chars();
        let local = characters.next() == Some('/')
            && !matches!(characters.next(), Some('/' | '\\'))
            && input.len() <= 2048
            && input.chars().all(|c| c.is_ascii_graphic() && c != '\\' && c != '#');
        local.then(|| Self(input.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_paths_of_this_site_pass() {
        for good in ["/", "/account", "/admin/users?q=a%40b&order=asc"] {
            assert!(LocalPath::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/a\\b",
            "/a b",
            "/a\r\nSet-Cookie: x",
            "javascript:alert(1)",
            "/\u{2028}",
        ] {
            assert!(LocalPath::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_path_is_as_it_was_typed_and_has_a_bound() {
        let longest = format!("/{}", "a".repeat(2047));
        assert_eq!(LocalPath::parse(&longest).as_ref().map(LocalPath::as_str), Some(longest.as_str()));
        assert_eq!(LocalPath::parse(&format!("{longest}a")), None);
    }

    proptest! {
        /// The fuzz target compares with the URL standard.
        #[test]
        fn any_text_is_a_path_of_this_site_or_none(text in "/?[/\\\\a-z.:@?#%\t\r\n ]{0,20}|.*") {
            if let Some(path) = LocalPath::parse(&text) {
                prop_assert_eq!(path.as_str(), &text);
                prop_assert!(!text.contains(['\\', '#', ' ', '\t']) && text.is_ascii());
                prop_assert!(text.starts_with('/') && !text.starts_with("//"));
            }
        }
    }
}
