//! The API's reference, for people: its description as a page, without a line of script.

use rocket::{State, get};
use serde::Serialize;
use serde_json::{Map, Value};

use super::page::{Page, Visitor};

/// What the page shows. Texts may have code between backticks.
#[derive(Debug, Serialize)]
pub struct Reference {
    description: String,
    version: String,
    sections: Vec<Section>,
    schemas: Vec<Schema>,
}

#[derive(Clone, Debug, Serialize)]
struct Section {
    name: String,
    description: String,
    operations: Vec<Operation>,
}

#[derive(Clone, Debug, Serialize)]
struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    description: String,
    needs_token: bool,
    parameters: Vec<Field>,
    body: Option<Body>,
    responses: Vec<Answer>,
}

#[derive(Clone, Debug, Serialize)]
struct Body {
    content_type: String,
    schema: String,
}

#[derive(Clone, Debug, Serialize)]
struct Answer {
    status: String,
    description: String,
    schema: Option<String>,
    headers: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Schema {
    name: String,
    description: String,
    fields: Vec<Field>,
    example: Option<String>,
}

/// A parameter, or a field of a schema.
#[derive(Clone, Debug, Serialize)]
struct Field {
    name: String,
    /// Where a parameter stands.
    place: Option<String>,
    kind: Kind,
    required: bool,
    description: String,
}

/// What a value is, in words, and the schema that it is, if that has a name.
#[derive(Clone, Debug, Default, Serialize)]
struct Kind {
    text: String,
    schema: Option<String>,
}

#[get("/docs")]
pub fn show<'r>(visitor: Visitor<'_>, reference: &'r State<Reference>) -> Page<&'r Reference> {
    visitor.page("reference/index.html", reference.inner()).common()
}

impl Reference {
    /// Reads an OpenAPI document.
    pub fn new(document: &Value) -> Self {
        let operations: Vec<(String, Operation)> = entries(&document["paths"])
            .flat_map(|(path, methods)| entries(methods).map(move |(method, it)| operation(path, method, it)))
            .collect();
        let section = |tag: &Value| Section {
            name: text(&tag["name"]),
            description: text(&tag["description"]),
            operations: operations
                .iter()
                .filter(|(name, _)| tag["name"] == name.as_str())
                .map(|(_, operation)| operation.clone())
                .collect(),
        };
        Self {
            description: text(&document["info"]["description"]),
            version: text(&document["info"]["version"]),
            sections: items(&document["tags"]).map(section).collect(),
            schemas: entries(&document["components"]["schemas"]).map(|(name, it)| schema(name, it)).collect(),
        }
    }
}

/// With the name of its section.
fn operation(path: &str, method: &str, it: &Value) -> (String, Operation) {
    let parameter = |parameter: &Value| Field {
        place: Some(text(&parameter["in"])),
        ..field(
            &text(&parameter["name"]),
            &parameter["schema"],
            parameter["required"] == true,
            text(&parameter["description"]),
        )
    };
    let operation = Operation {
        id: text(&it["operationId"]),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(&it["summary"]),
        description: text(&it["description"]),
        needs_token: items(&it["security"]).next().is_some(),
        parameters: items(&it["parameters"]).map(parameter).collect(),
        body: entries(&it["requestBody"]["content"]).next().map(|(content_type, content)| Body {
            content_type: content_type.clone(),
            schema: referred(&content["schema"]).unwrap_or_default(),
        }),
        responses: entries(&it["responses"]).map(|(status, it)| answer(status, it)).collect(),
    };
    (text(&it["tags"][0]), operation)
}

fn answer(status: &str, it: &Value) -> Answer {
    Answer {
        status: status.to_owned(),
        description: text(&it["description"]),
        schema: entries(&it["content"]).next().and_then(|(_, content)| referred(&content["schema"])),
        headers: entries(&it["headers"]).map(|(name, _)| name.clone()).collect(),
    }
}

fn schema(name: &str, it: &Value) -> Schema {
    // A flattened part stands beside the rest.
    let parts: Vec<&Value> = match it["allOf"].as_array() {
        Some(parts) => parts.iter().collect(),
        None => vec![it],
    };
    let mut fields: Vec<Field> = parts.iter().flat_map(|part| fields(part)).collect();
    fields.extend(parts.iter().filter_map(|part| referred(part)).map(|name| Field {
        name: String::new(),
        place: None,
        kind: Kind { text: format!("all of {name}"), schema: Some(name) },
        required: true,
        description: String::new(),
    }));
    if it["enum"].is_array() {
        fields.push(field("", it, true, String::new()));
    }
    Schema {
        name: name.to_owned(),
        description: text(&it["description"]),
        fields,
        example: it.get("example").and_then(|example| serde_json::to_string_pretty(example).ok()),
    }
}

fn fields(schema: &Value) -> Vec<Field> {
    let is_required = |name: &str| items(&schema["required"]).any(|required| required == name);
    entries(&schema["properties"])
        .map(|(name, it)| field(name, it, is_required(name), text(&it["description"])))
        .collect()
}

fn field(name: &str, schema: &Value, required: bool, description: String) -> Field {
    Field { name: name.to_owned(), place: None, kind: kind(schema), required, description }
}

/// `string (email), at most 254 long`, as a person says it.
fn kind(schema: &Value) -> Kind {
    if let Some(name) = referred(schema) {
        return Kind { text: name.clone(), schema: Some(name) };
    }
    let mut words = match &schema["type"] {
        Value::Array(types) => types.iter().map(text).collect::<Vec<_>>().join(" or "),
        Value::String(word) if word == "array" => {
            let Kind { text, schema } = kind(&schema["items"]);
            return Kind { text: format!("list of {text}"), schema };
        }
        Value::String(word) if word == "object" && schema["additionalProperties"].is_object() => {
            let Kind { text, schema } = kind(&schema["additionalProperties"]);
            return Kind { text: format!("object of {text}"), schema };
        }
        word => text(word),
    };
    if let Some(values) = schema["enum"].as_array() {
        let values: Vec<String> = values.iter().map(text).collect();
        words = values.join(", ");
    }
    // How many bits a number takes here is nothing that a reader of JSON sees.
    if let Some(format) = schema["format"].as_str().filter(|format| !format.starts_with("int")) {
        words += &format!(" ({format})");
    }
    for (limit, before, after) in [
        ("minimum", "from", ""),
        ("maximum", "to", ""),
        ("minLength", "at least", " long"),
        ("maxLength", "at most", " long"),
    ] {
        if let Some(number) = schema[limit].as_u64() {
            words += &format!(", {before} {number}{after}");
        }
    }
    if let Some(default) = schema.get("default") {
        words += &format!(", default {default}");
    }
    Kind { text: words, schema: None }
}

/// The name of the schema that this one refers to.
fn referred(schema: &Value) -> Option<String> {
    schema["$ref"].as_str()?.rsplit('/').next().map(str::to_owned)
}

/// On one line.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
