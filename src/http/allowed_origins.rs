//! The other sites whose pages may call: what a browser sends as `Origin`.

use crate::domain::PublicUrl;

/// None, unless an operator names some.
#[derive(Clone, Debug, Default)]
pub struct AllowedOrigins {
    any: bool,
    origins: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
#[error(
    "each must be \"*\", or http://HOST or https://HOST with a port if it is not the usual one, and no path"
)]
pub struct InvalidOrigin;

impl AllowedOrigins {
    pub fn new(listed: &[String]) -> Result<Self, InvalidOrigin> {
        let mut allowed = Self::default();
        for text in listed {
            match text.as_str() {
                "*" => allowed.any = true,
                text => {
                    allowed.origins.push(text.parse::<PublicUrl>().map_err(|_| InvalidOrigin)?.to_string())
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(listed: &[&str]) -> Result<AllowedOrigins, InvalidOrigin> {
        AllowedOrigins::new(&listed.iter().map(ToString::to_string).collect::<Vec<_>>())
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
        assert!(allowed(&["*"]).expect("all").contains("https://anything.example"));
        for wrong in ["app.example.com", "https://*.example.com", "null", "https://app.example.com/path", ""]
        {
            assert!(allowed(&[wrong]).is_err(), "{wrong}");
        }
    }
}
