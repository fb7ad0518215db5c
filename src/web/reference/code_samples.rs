//! How to call each operation of the API: samples for curl, Python and JavaScript, made from its description.

use serde_json::{Map, Value, json};

/// The name by which other tools know such samples in a description, too.
const FIELD: &str = "x-codeSamples";

/// A request, as the examples of the description make it.
struct Call<'a> {
    method: String,
    url: String,
    needs_token: bool,
    body: Option<Body<'a>>,
}

enum Body<'a> {
    Json(&'a Map<String, Value>),
    Form(&'a Map<String, Value>),
}

/// The same description, in which each operation has its samples.
pub fn with_samples(mut description: Value) -> Value {
    let original = description.clone();
    let server = text(&original, "/servers/0/url");
    let paths = description.get_mut("paths").and_then(Value::as_object_mut);
    for (path, operations) in paths.into_iter().flatten() {
        for (method, operation) in operations.as_object_mut().into_iter().flatten() {
            let url = format!("{server}{}", path.replace("{id}", "1"));
            let call = Call::new(method, url, operation, &original);
            let samples =
                [("curl", curl(&call)), ("Python", python(&call)), ("JavaScript", javascript(&call))];
            let samples = samples.map(|(label, source)| json!({ "label": label, "source": source }));
            if let Some(operation) = operation.as_object_mut() {
                operation.insert(FIELD.to_owned(), json!(samples));
            }
        }
    }
    description
}

impl<'a> Call<'a> {
    fn new(method: &str, url: String, operation: &Value, description: &'a Value) -> Self {
        let contents = operation.pointer("/requestBody/content").and_then(Value::as_object);
        let body = contents.into_iter().flatten().next().and_then(|(content_type, content)| {
            let schema = content.pointer("/schema/$ref")?.as_str()?;
            let example = description.pointer(schema.strip_prefix('#')?)?.get("example")?.as_object()?;
            Some(if content_type == "application/json" { Body::Json(example) } else { Body::Form(example) })
        });
        let needs_token = operation.get("security").is_some();
        Self { method: method.to_uppercase(), url, needs_token, body }
    }

    /// The headers, which Python and JavaScript write alike but for the token.
    fn headers(&self, authorization: &str) -> String {
        let is_json = matches!(self.body, Some(Body::Json(_)));
        let of_token = self.needs_token.then_some(authorization);
        let of_body = is_json.then_some("\"Content-Type\": \"application/json\"");
        of_token.into_iter().chain(of_body).collect::<Vec<_>>().join(", ")
    }
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// A body makes it a POST.
fn curl(call: &Call<'_>) -> String {
    let mut parts = vec![format!("curl {}", shell(&call.url))];
    if call.needs_token {
        parts.push("-H \"Authorization: Bearer $ACCESS_TOKEN\"".to_owned());
    }
    match &call.body {
        Some(Body::Json(example)) => {
            parts.push("-H 'Content-Type: application/json'".to_owned());
            parts.push(format!("-d {}", shell(&json(example))));
        }
        Some(Body::Form(example)) => {
            let field = |(name, value): (&String, &Value)| {
                format!("--data-urlencode {}", shell(&format!("{name}={}", plain(value))))
            };
            parts.extend(example.iter().map(field));
        }
        None if call.method != "GET" => parts.push(format!("-X {}", call.method)),
        None => {}
    }
    parts.join(" \\\n  ")
}

fn python(call: &Call<'_>) -> String {
    let mut lines = Vec::new();
    match &call.body {
        Some(Body::Json(_)) => lines.push("import json".to_owned()),
        Some(Body::Form(_)) => lines.push("from urllib.parse import urlencode".to_owned()),
        None => {}
    }
    lines.extend(["from urllib.request import Request, urlopen".to_owned(), String::new()]);
    if call.needs_token {
        lines.extend(["access_token = \"…\"  # from POST /token".to_owned(), String::new()]);
    }
    lines.push("request = Request(".to_owned());
    lines.push(format!("    {},", quoted(&call.url)));
    lines.push(format!("    method={},", quoted(&call.method)));
    let headers = call.headers("\"Authorization\": f\"Bearer {access_token}\"");
    lines.extend((!headers.is_empty()).then(|| format!("    headers={{{headers}}},")));
    match &call.body {
        Some(Body::Json(example)) => {
            lines.push(format!("    data=json.dumps({}).encode(),", literal(example, "    ", python_value)));
        }
        Some(Body::Form(example)) => {
            lines.push(format!("    data=urlencode({}).encode(),", literal(example, "    ", python_value)));
        }
        None => {}
    }
    lines.push(")".to_owned());
    lines.push("with urlopen(request) as response:".to_owned());
    lines.push("    print(response.status, response.read().decode())".to_owned());
    lines.join("\n")
}

fn javascript(call: &Call<'_>) -> String {
    let mut lines = Vec::new();
    if call.needs_token {
        lines.extend(["const accessToken = \"…\"; // from POST /token".to_owned(), String::new()]);
    }
    lines.push(format!("const response = await fetch({}, {{", quoted(&call.url)));
    lines.push(format!("  method: {},", quoted(&call.method)));
    let headers = call.headers("Authorization: `Bearer ${accessToken}`");
    lines.extend((!headers.is_empty()).then(|| format!("  headers: {{ {headers} }},")));
    match &call.body {
        Some(Body::Json(example)) => {
            lines.push(format!("  body: JSON.stringify({}),", literal(example, "  ", Value::to_string)));
        }
        Some(Body::Form(example)) => {
            lines.push(format!("  body: new URLSearchParams({}),", literal(example, "  ", Value::to_string)));
        }
        None => {}
    }
    lines.push("});".to_owned());
    lines.push("console.log(response.status, await response.text());".to_owned());
    lines.join("\n")
}

/// An object over several lines, which Python and JavaScript write alike.
fn literal(example: &Map<String, Value>, indent: &str, write: impl Fn(&Value) -> String) -> String {
    let line =
        |(name, value): (&String, &Value)| format!("{indent}{indent}{}: {},\n", quoted(name), write(value));
    format!("{{\n{}{indent}}}", example.iter().map(line).collect::<String>())
}

fn python_value(value: &Value) -> String {
    match value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Null => "None".to_owned(),
        other => other.to_string(),
    }
}

fn json(example: &Map<String, Value>) -> String {
    let pairs: Vec<String> =
        example.iter().map(|(name, value)| format!("{}: {value}", quoted(name))).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// As a form has it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// In single quotes, in which a shell changes nothing.
fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_and_python_read_the_values_as_they_are() {
        let description = json!({
            "servers": [{ "url": "https://id.example.com" }],
            "paths": { "/things/{id}": { "post": {
                "security": [{ "bearer": [] }],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/schemas/Thing" } } } },
            } } },
            "schemas": { "Thing": { "example": { "name": "O'Hara \"x\"", "is_new": true, "age": null } } },
        });
        let samples = with_samples(description);
        let samples = samples.pointer("/paths/~1things~1{id}/post/x-codeSamples").expect("samples");
        let source = |index: usize| samples[index]["source"].as_str().expect("a source").to_owned();
        assert_eq!(
            source(0),
            r#"curl 'https://id.example.com/things/1' \
  -H "Authorization: Bearer $ACCESS_TOKEN" \
  -H 'Content-Type: application/json' \
  -d '{"name": "O'\''Hara \"x\"", "is_new": true, "age": null}'"#
        );
        assert!(source(1).contains("\"is_new\": True,\n        \"age\": None,"), "{}", source(1));
        assert!(source(2).contains("\"is_new\": true,\n    \"age\": null,"), "{}", source(2));
    }
}
