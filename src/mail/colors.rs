//! The colours of the site, for the templates of mails: a function, because macros see no values.

use std::collections::HashMap;

use tera::Value;

use crate::domain::Theme;

/// `{{ color(name="accent-fill") }}`, and `{{ color(name="accent-fill", scheme="dark") }}`: a colour as `#rrggbb`.
pub fn color(theme: Theme) -> impl tera::Function {
    move |arguments: &HashMap<String, Value>| {
        let argument = |name: &str| arguments.get(name).and_then(Value::as_str);
        let palette = match argument("scheme") {
            None | Some("light") => &theme.light,
            Some("dark") => &theme.dark,
            Some(other) => return Err(tera::Error::msg(format!("there is no scheme {other:?}"))),
        };
        let name = argument("name").unwrap_or_default();
        let found = palette.tokens().into_iter().find(|(token, _)| *token == name);
        let (_, color) = found.ok_or_else(|| tera::Error::msg(format!("there is no colour {name:?}")))?;
        Ok(Value::String(color.to_string()))
    }
}
