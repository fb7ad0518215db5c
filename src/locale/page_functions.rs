//! What only pages say: how long ago something was, and addresses that break between their parts.

use std::collections::HashMap;

use fluent_bundle::FluentArgs;
use tera::{Tera, Value};
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use super::catalogue::Catalogue;
use super::escape::escape;
use super::functions::{date_time, say};

impl Catalogue {
    /// Adds all functions to the templates of pages, which [`speak_at`](Self::speak_at) renders.
    pub fn add_page_functions(&self, tera: &mut Tera) {
        self.add_functions(tera);
        tera.register_function("html", Html(self.clone()));
        tera.register_function("language_options", LanguageOptions(self.clone()));
        tera.register_function("time_ago", TimeAgo(self.clone()));
        tera.register_filter("address", Address);
    }
}

/// `html(…)` as in mails, but the variable `email` is written like the filter `address` writes it.
struct Html(Catalogue);

/// `time_ago(iso=time.iso)`: how long ago a moment was, and the moment itself where that was more than a week ago, or
/// will be.
struct TimeAgo(Catalogue);

/// `language_options()`: the options of the language menu, as HTML; empty if there is no choice.
struct LanguageOptions(Catalogue);

/// `{{ user.email | address }}`: an address of mail, in which lines break after the @ and after dots.
struct Address;

impl tera::Function for Html {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        let escape = |name: &str, text: &str| if name == "email" { address(text) } else { escape(text) };
        say(&self.0, arguments, escape).map(Value::String)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl tera::Function for LanguageOptions {
    fn call(&self, _: &HashMap<String, Value>) -> tera::Result<Value> {
        Ok(Value::String(self.0.spoken_menu()))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl tera::Function for TimeAgo {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        let iso = arguments.get("iso").and_then(Value::as_str).unwrap_or_default();
        let told = Catalogue::now().and_then(|now| time_ago(&self.0, iso, now));
        told.or_else(|| date_time(&self.0, iso))
            .map(Value::String)
            .ok_or_else(|| tera::Error::msg(format!("{iso:?} is no time")))
    }
}

impl tera::Filter for Address {
    fn filter(&self, value: &Value, _: &HashMap<String, Value>) -> tera::Result<Value> {
        let text = value.as_str().ok_or_else(|| tera::Error::msg("address: that is no text"))?;
        Ok(Value::String(address(text)))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn time_ago(catalogue: &Catalogue, iso: &str, now: OffsetDateTime) -> Option<String> {
    let age = now - OffsetDateTime::parse(iso, &Rfc3339).ok()?;
    if age.is_negative() {
        return None;
    }
    let (key, count) = match (age.whole_minutes(), age.whole_hours(), age.whole_days()) {
        (0, ..) => ("time-ago-now", 0),
        (minutes, 0, _) => ("time-ago-minutes", minutes),
        (_, hours, 0) => ("time-ago-hours", hours),
        (.., days) if age <= Duration::WEEK => ("time-ago-days", days),
        _ => return None,
    };
    let mut arguments = FluentArgs::new();
    arguments.set("count", count);
    catalogue.spoken(key, &arguments)
}

/// In HTML. What stands between the signs is isolated, so that a script from right to left does not put the domain first
/// (UAX #9).
fn address(text: &str) -> String {
    match text.rsplit_once('@') {
        Some((local, domain)) => format!("{}@<wbr>{}", part(local), part(domain)),
        None => part(text),
    }
}

fn part(text: &str) -> String {
    let isolated =
        |text: &str| if text.is_ascii() { escape(text) } else { format!("<bdi>{}</bdi>", escape(text)) };
    text.split('.').map(isolated).collect::<Vec<_>>().join(".<wbr>")
}

#[cfg(test)]
mod tests {
    use tera::Context;
    use time::macros::datetime;

    use super::*;

    fn render(template: &str, email: &str) -> String {
        let catalogue = Catalogue::load(None, "en").expect("messages");
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        catalogue.add_page_functions(&mut tera);
        tera.add_raw_template("page.html", template).expect("a template");
        let mut context = Context::new();
        context.insert("email", email);
        let now = datetime!(2026-11-22 14:03:30.5 UTC);
        catalogue.speak_at(now, None, || tera.render("page.html", &context)).expect("a page")
    }

    #[test]
    fn a_moment_of_the_last_week_is_told_by_its_age() {
        for (iso, expected) in [
            ("2026-11-22T14:03:30Z", "just now"),
            ("2026-11-22T14:02:31Z", "just now"),
            ("2026-11-22T14:02:30Z", "1 minute ago"),
            ("2026-11-22T13:03:31Z", "59 minutes ago"),
            ("2026-11-22T13:03:30Z", "1 hour ago"),
            ("2026-11-21T14:03:31Z", "23 hours ago"),
            ("2026-11-21T14:03:30Z", "1 day ago"),
            ("2026-11-15T14:03:31Z", "6 days ago"),
            ("2026-11-15T14:03:29Z", "15 Nov 2026, 14:03 UTC"),
            ("2026-11-22T14:03:31Z", "22 Nov 2026, 14:03 UTC"),
        ] {
            assert_eq!(render(&format!("{{{{ time_ago(iso='{iso}') }}}}"), ""), expected, "{iso}");
        }
    }

    #[test]
    fn an_address_breaks_between_its_parts_and_keeps_their_order() {
        for (email, expected) in [
            ("a.b@mail.example", "a.<wbr>b@<wbr>mail.<wbr>example"),
            ("<b>@x", "&lt;b&gt;@<wbr>x"),
            ("\u{645}@\u{645}.example", "<bdi>\u{645}</bdi>@<wbr><bdi>\u{645}</bdi>.<wbr>example"),
            ("You", "You"),
        ] {
            assert_eq!(render("{{ email | address }}", email), expected);
        }
        let sentence = render("{{ html(key='mail-list-to-html', email=email) }}", "a@b.example");
        assert_eq!(sentence, "To <bdi>a@<wbr>b.<wbr>example</bdi>");
    }
}
