//! The origins of other sites whose pages may call the API, as browsers send them in `Origin`.

use crate::domain::PublicUrl;

/// Empty unless the operator lists origins.
#[derive(Clone, Debug, Default)]
pub struct AllowedOrigins {
    any: bool,
    origins: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
#[error(
    "each must be \"*\", or http://HOST or https://HOST with a port if it is not the usual one, \
     or an app's, as capacitor://localhost; and no path"
)]
pub struct InvalidOrigin;

impl AllowedOrigins {
    pub fn new(listed: &[String]) -> Result<Self, InvalidOrigin> {
        let mut allowed = Self::default();
        for text in listed {
            match text.as_str() {
                "*" => allowed.any = true,
                text => allowed.origins.push(parse(text).ok_or(InvalidOrigin)?),
            }
        }
        Ok(allowed)
    }

    /// Whether all origins are allowed.
    pub fn is_any(&self) -> bool {
        self.any
    }

    pub fn is_empty(&self) -> bool {
        !self.any && self.origins.is_empty()
    }

    pub fn contains(&self, origin: &str) -> bool {
        self.any || self.origins.iter().any(|allowed| allowed == origin)
    }
}

/// The origin in the form in which a browser or an app sends it.
fn parse(text: &str) -> Option<String> {
    let (scheme, host) = text.split_once("://")?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => text.parse().ok().map(|url: PublicUrl| url.to_string()),
        // Browsers send `null` as its origin, and so for many other sources, so it cannot be allowed.
        "file" => None,
        scheme => {
            let host = host.strip_suffix('/').unwrap_or(host);
            (is_scheme(scheme) && is_app_host(host)).then(|| format!("{scheme}://{host}"))
        }
    }
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// A name or the id of a browser extension, with an optional port.
fn is_app_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').unwrap_or((text, "0"));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !host.is_empty() && host.chars().all(is_name) && is_port(port)
}

fn is_port(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(listed: &[&str]) -> Result<AllowedOrigins, InvalidOrigin> {
        AllowedOrigins::new(&listed.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn apps_have_schemes_of_their_own() {
        let id = "chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb";
        let listed =
            ["capacitor://localhost", "ionic://localhost/", "TAURI://localhost", "app://obsidian.md", id];
        let apps = allowed(&listed).expect("origins");
        for origin in
            ["capacitor://localhost", "ionic://localhost", "tauri://localhost", "app://obsidian.md", id]
        {
            assert!(apps.contains(origin), "{origin}");
        }
        for origin in ["http://localhost", "https://localhost", "capacitor://localhost.evil.example", "null"]
        {
            assert!(!apps.contains(origin), "{origin}");
        }
        for wrong in [
            "capacitor://",
            "capacitor://a/b",
            "capacitor://u@a",
            "1app://x",
            "my app://x",
            "://x",
            "file://x",
            "app://x:y",
            "app://x:",
            "app://x:+80",
            "app://x:65536",
            "app://*",
        ] {
            assert!(allowed(&[wrong]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_origin_is_compared_whole() {
        let app = allowed(&["https://App.example.com:443/", "http://localhost:5173"]).expect("origins");
        for origin in ["https://app.example.com", "http://localhost:5173"] {
            assert!(app.contains(origin), "{origin}");
        }
        for origin in
            ["http://app.example.com", "https://app.example.com.evil.example", "http://localhost", "null", ""]
        {
            assert!(!app.contains(origin), "{origin}");
        }
        let all = allowed(&["*"]).expect("all");
        assert!(all.contains("https://anything.example") && all.is_any() && !all.is_empty());
        assert!(!app.is_any() && !app.is_empty() && AllowedOrigins::default().is_empty());
        for wrong in ["app.example.com", "https://*.example.com", "null", "https://app.example.com/path", ""]
        {
            assert!(allowed(&[wrong]).is_err(), "{wrong}");
        }
    }
}
