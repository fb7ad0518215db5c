//! The functions by which all templates say things: `t`, `html` and `date_time`.

use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Tera, Value};

use super::catalogue::Catalogue;
use super::escape::escape;

impl Catalogue {
    /// Adds the functions to templates, which [`speak`](Self::speak) renders.
    pub fn add_functions(&self, tera: &mut Tera) {
        tera.register_function("t", Text(self.clone()));
        tera.register_function("html", Html(self.clone()));
        tera.register_function("date_time", DateTime(self.clone()));
    }
}

/// `t(key="…", name=value)`, or `t(message=message)` for a message that the code chose: plain text, which Tera escapes
/// in HTML.
struct Text(Catalogue);

/// `html(key="…", name=value)`: a message with markup. Escapes its arguments, and Tera does not escape the result.
struct Html(Catalogue);

/// `date_time(iso=time.iso)`: a moment, in UTC.
struct DateTime(Catalogue);

impl tera::Function for Text {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        say(&self.0, arguments, |_, text| text.to_owned()).map(Value::String)
    }
}

impl tera::Function for Html {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        say(&self.0, arguments, |_, text| escape(text)).map(Value::String)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl tera::Function for DateTime {
    fn call(&self, arguments: &HashMap<String, Value>) -> tera::Result<Value> {
        let iso = arguments.get("iso").and_then(Value::as_str).unwrap_or_default();
        date_time(&self.0, iso)
            .map(Value::String)
            .ok_or_else(|| tera::Error::msg(format!("{iso:?} is no time")))
    }
}

/// `escape` is given the name of a variable and its value.
pub(super) fn say(
    catalogue: &Catalogue,
    arguments: &HashMap<String, Value>,
    escape: impl Fn(&str, &str) -> String,
) -> tera::Result<String> {
    let mut values = FluentArgs::new();
    let mut key = arguments.get("key").and_then(Value::as_str);
    if let Some(message) = arguments.get("message") {
        key = message.get("key").and_then(Value::as_str);
        for (name, value) in message.get("args").and_then(Value::as_object).into_iter().flatten() {
            values.set(name.as_str(), fluent(value, |text| escape(name, text)));
        }
    }
    for (name, value) in arguments.iter().filter(|(name, _)| *name != "key" && *name != "message") {
        values.set(name.as_str(), fluent(value, |text| escape(name, text)));
    }
    let key = key.ok_or_else(|| tera::Error::msg("t: there is neither a key nor a message"))?;
    catalogue.spoken(key, &values).ok_or_else(|| {
        tera::Error::msg(format!("there is no message {key:?}, or one of its variables is missing"))
    })
}

fn fluent(value: &Value, escape: impl Fn(&str) -> String) -> FluentValue<'static> {
    match value {
        Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
        Value::String(text) => FluentValue::from(escape(text)),
        other => FluentValue::from(escape(&other.to_string())),
    }
}

/// The moment of a text such as `2026-11-22T14:03:00Z`, as the message `date-time` writes it.
pub(super) fn date_time(catalogue: &Catalogue, iso: &str) -> Option<String> {
    let (date, time) = iso.split_once('T')?;
    let [year, month, day] = date.split('-').collect::<Vec<_>>().try_into().ok()?;
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let month_name = catalogue.spoken(&format!("month-{month}"), &FluentArgs::new())?;
    let mut arguments = FluentArgs::new();
    // As texts: the year has no thousands.
    arguments.set("year", year);
    arguments.set("month", month.to_string());
    arguments.set("month_name", month_name);
    arguments.set("day", day.to_string());
    arguments.set("time", time.get(..5)?);
    catalogue.spoken("date-time", &arguments)
}
