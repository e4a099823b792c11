//! `pkg/peerglass.schema.json`: what a config file may hold, as JSON Schema (draft 2020-12), for editors and for whoever
//! writes configs by program.
//!
//! The plain options are made from the list of keys, with their documentation and their words. The keys that hold more
//! than a word are written down in `structures.rs` and `priorities.rs`; `tests/schema.rs`, which includes this folder,
//! holds them against the code that reads them, so that neither can change without the other.

mod parts;
mod priorities;
mod structures;

use peerglass::config::{Key, SCHEMA};
use serde_json::{Map, Value, json};

/// The name of the file in `pkg/`.
pub const NAME: &str = "peerglass.schema.json";

/// The whole schema. Names that are none of ours are refused at every depth, so that a slip of the pen is found.
pub fn schema() -> Value {
    let mut properties = Map::new();
    for &key in Key::ALL {
        properties.insert(key.name().to_owned(), option(key));
    }
    for (name, shape) in structures::all() {
        properties.insert(name.to_owned(), shape);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": NAME,
        "title": "Peerglass config",
        "description": "What a page may ask of Peerglass: the JSON file named by the attribute `config`.",
        "version": SCHEMA.to_string(),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The text of the file.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

/// The options that readers see, which may be given in both languages.
pub const SAID: [Key; 6] = [Key::Name, Key::Unit, Key::Source, Key::Licence, Key::NextUpdate, Key::Publisher];

/// A plain option: one of its words, or any word; a number is a word too.
fn option(key: Key) -> Value {
    match key.words() {
        Some(words) => parts::one_of(key.doc(), words),
        None if SAID.contains(&key) => parts::said_word(key.doc()),
        None => parts::word(key.doc()),
    }
}
