//! A browser and a system, named from what the browser says of itself.

use woothee::parser::Parser;

use super::messages::UNKNOWN_DEVICE;

/// As `Firefox on Linux`, or the program's own name, as `curl`.
pub fn name(user_agent: Option<&str>) -> String {
    let Some(text) = user_agent.filter(|text| !text.is_empty()) else { return UNKNOWN_DEVICE.to_owned() };
    // Of a program that is no browser the library says only that.
    let known = Parser::new().parse(text).filter(|found| !matches!(found.category, "misc" | "crawler"));
    let part = |name: fn(&woothee::parser::WootheeResult<'_>) -> String| {
        known.as_ref().map(name).filter(|name| !name.is_empty() && name != "UNKNOWN")
    };
    match (part(|found| found.name.to_string()), part(|found| found.os.to_string())) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser,
        (None, Some(system)) => system,
        (None, None) => program(text),
    }
}

/// The first product of the header (RFC 9110, section 10.1.5), without its version.
fn program(user_agent: &str) -> String {
    let product: String =
        user_agent.chars().take_while(|c| !c.is_whitespace() && *c != '/').take(40).collect();
    if product.is_empty() { UNKNOWN_DEVICE.to_owned() } else { product }
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
            ("", "Unknown device"),
        ] {
            assert_eq!(name(Some(user_agent)), expected);
        }
        assert_eq!(name(None), "Unknown device");
    }
}
