//! The name of a browser and its system, from the user agent.

use woothee::parser::Parser;

/// The parts of a name such as `Firefox on Linux`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceName {
    /// Or a program's own name, such as `curl`.
    pub browser: Option<String>,
    pub system: Option<String>,
}

/// `None` if the user agent names neither a browser nor a system nor a program.
pub fn device_name(user_agent: &str) -> Option<DeviceName> {
    // For a program that is no browser, the library knows only these categories.
    let known = Parser::new().parse(user_agent).filter(|found| !matches!(found.category, "misc" | "crawler"));
    let part = |name: fn(&woothee::parser::WootheeResult<'_>) -> String| {
        known.as_ref().map(name).filter(|name| !name.is_empty() && name != "UNKNOWN")
    };
    let browser = part(|found| found.name.to_string()).map(|name| renamed(&name));
    let system = part(|found| found.os.to_string()).map(|name| renamed(&name));
    match (browser, system) {
        (None, None) => program(user_agent).map(|name| DeviceName { browser: Some(name), system: None }),
        (browser, system) => Some(DeviceName { browser, system }),
    }
}

/// The maker's own spelling of a name. Browsers say "Windows NT 10.0" on Windows 11, too.
fn renamed(name: &str) -> String {
    match name {
        "Mac OSX" => "macOS",
        "SamsungBrowser" => "Samsung Internet",
        "Windows 10" => "Windows",
        name => name,
    }
    .to_owned()
}

/// The first product of the header (RFC 9110, section 10.1.5), without its version; `None` if mail clients could turn
/// it into a link.
fn program(user_agent: &str) -> Option<String> {
    let product: String =
        user_agent.chars().take_while(|c| !c.is_whitespace() && *c != '/').take(40).collect();
    let is_word = product.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '+'));
    (is_word && !product.is_empty()).then_some(product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_programs_have_names() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox",
                Some("Linux"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari",
                Some("iPhone"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Safari/605.1.15",
                "Safari",
                Some("macOS"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge",
                Some("Windows"),
            ),
            ("curl/8.5.0", "curl", None),
        ] {
            let name = device_name(user_agent).expect("a name");
            assert_eq!((name.browser.as_deref(), name.system.as_deref()), (Some(browser), system));
        }
        assert_eq!(device_name(""), None);
        assert_eq!(device_name("win.example.com"), None);
    }
}
