//! The name of a browser and its system, from the user agent.

use strum::IntoStaticStr;
use woothee::parser::Parser;

/// The parts of a name such as `Firefox on Linux`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceName {
    /// Or a program's own name, such as `curl`.
    pub browser: Option<String>,
    pub system: Option<String>,
}

/// What a device looks like, as its user agent tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum DeviceKind {
    /// Also where nothing is known.
    Desktop,
    Phone,
    Tablet,
    Program,
}

impl DeviceKind {
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The kind of the device. Tablets with Android leave out "Mobile"; an iPad may say that it is a Mac.
pub fn device_kind(user_agent: &str) -> DeviceKind {
    let found = Parser::new().parse(user_agent);
    let (category, system) = found.as_ref().map_or(("", ""), |found| (found.category, found.os));
    match (category, system) {
        (_, "iPad") => DeviceKind::Tablet,
        (_, "Android") if !user_agent.contains("Mobile") => DeviceKind::Tablet,
        ("smartphone" | "mobilephone", _) => DeviceKind::Phone,
        ("pc", _) => DeviceKind::Desktop,
        _ if program(user_agent).is_some() && !user_agent.starts_with("Mozilla/") => DeviceKind::Program,
        _ => DeviceKind::Desktop,
    }
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
    fn devices_are_of_a_kind() {
        for (user_agent, expected) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", DeviceKind::Desktop),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                DeviceKind::Phone,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/12.1 Mobile/15E148 Safari/604.1",
                DeviceKind::Tablet,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 \
                 Mobile Safari/537.36",
                DeviceKind::Phone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 \
                 Safari/537.36",
                DeviceKind::Tablet,
            ),
            ("curl/8.5.0", DeviceKind::Program),
            ("", DeviceKind::Desktop),
        ] {
            assert_eq!(device_kind(user_agent), expected, "{user_agent}");
        }
    }

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
