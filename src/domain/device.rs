//! The name of a browser and its system, from the user agent.

use woothee::parser::Parser;

/// Such as `Firefox on Linux`, or a program's own name, such as `curl`; `None` if the user agent names neither.
pub fn device_name(user_agent: &str) -> Option<String> {
    let text = user_agent;
    // For a program that is no browser, the library knows only these categories.
    let known = Parser::new().parse(text).filter(|found| !matches!(found.category, "misc" | "crawler"));
    let part = |name: fn(&woothee::parser::WootheeResult<'_>) -> String| {
        known.as_ref().map(name).filter(|name| !name.is_empty() && name != "UNKNOWN")
    };
    match (part(|found| found.name.to_string()), part(|found| found.os.to_string())) {
        (Some(browser), Some(system)) => Some(format!("{browser} on {system}")),
        (Some(browser), None) => Some(browser),
        (None, Some(system)) => Some(system),
        (None, None) => program(text),
    }
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
        for (user_agent, expected) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            ("curl/8.5.0", "curl"),
        ] {
            assert_eq!(device_name(user_agent).as_deref(), Some(expected));
        }
        assert_eq!(device_name(""), None);
        assert_eq!(device_name("win.example.com"), None);
    }
}
