//! The few shapes that all of the schema is made of.

use serde_json::{Map, Value, json};

/// A text.
pub fn text(description: &str) -> Value {
    json!({ "description": description, "type": "string" })
}

/// A text that readers see, in one language or in both.
pub fn said(description: &str) -> Value {
    let pair = json!({
        "type": "object", "properties": { "en": { "type": "string" }, "cy": { "type": "string" } },
        "additionalProperties": false,
    });
    json!({ "description": description, "anyOf": [{ "type": "string" }, pair] })
}

/// The same of an option, which may be a number too.
pub fn said_word(description: &str) -> Value {
    let mut word = said(description);
    word["anyOf"][0] = json!({ "type": ["string", "number"] });
    word
}

/// A text or a number: codes, labels of periods and levels may be either.
pub fn word(description: &str) -> Value {
    json!({ "description": description, "type": ["string", "number"] })
}

/// `true` or `false`.
pub fn switch(description: &str) -> Value {
    json!({ "description": description, "type": "boolean" })
}

/// One of a few words.
pub fn one_of(description: &str, words: &[&str]) -> Value {
    json!({ "description": description, "type": "string", "enum": words })
}

/// A list.
pub fn list(description: &str, items: Value) -> Value {
    json!({ "description": description, "type": "array", "items": items })
}

/// Names that the publisher chooses, and what each holds.
pub fn named(description: &str, entry: Value) -> Value {
    json!({ "description": description, "type": "object", "additionalProperties": entry })
}

/// Parts of our naming, of which some must be there, and no others.
pub fn parts<const N: usize>(description: &str, required: &[&str], parts: [(&str, Value); N]) -> Value {
    let properties: Map<String, Value> = parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect();
    let mut shape = json!({
        "description": description, "type": "object", "properties": properties, "additionalProperties": false,
    });
    if !required.is_empty() {
        shape["required"] = json!(required);
    }
    shape
}

/// Either of two shapes.
pub fn either(description: &str, one: Value, other: Value) -> Value {
    json!({ "description": description, "anyOf": [one, other] })
}
