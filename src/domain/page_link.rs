//! Where a link of the operator's leads, such as to the terms: a page of any site.

use super::{LocalPath, PublicUrl};

/// An absolute URL with http or https, or a path of this site. Nothing else, such as `javascript:`, passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink(String);

impl PageLink {
    pub fn parse(link: &str) -> Option<Self> {
        (LocalPath::parse(link).is_some() || is_absolute(link)).then(|| Self(link.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_absolute(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else { return false };
    let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let is_text = rest.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
    is_text && format!("{scheme}://{authority}").parse::<PublicUrl>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_this_site_and_of_others_pass() {
        for link in [
            "/terms",
            "/static/own/terms.html",
            "https://example.com",
            "https://example.com/terms?lang=de#liability",
            "http://localhost:8080/a",
        ] {
            assert_eq!(PageLink::parse(link).as_ref().map(PageLink::as_str), Some(link));
        }
        for link in [
            "",
            "terms",
            "//example.com",
            "javascript:alert(1)",
            "javascript://example.com/%0aalert(1)",
            "mailto:a@example.com",
            "https://",
            "https://user@example.com/",
            "https://example.com/a b",
            "https://example.com/\\a",
        ] {
            assert_eq!(PageLink::parse(link), None, "{link}");
        }
    }
}
