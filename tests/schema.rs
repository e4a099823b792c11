//! The published schema of the config file says what is read: no name, word or part more, and none less.
//!
//! It is held against the code that reads a config, against every case, and against every example of the documentation.

#[path = "../src/bin/bundle/schema/mod.rs"]
#[allow(dead_code, reason = "its text is what the build writes; tests/pkg.rs holds it against pkg/")]
mod schema;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peerglass::config::{Config, Key, STRUCTURES};
use peerglass::data::Mapping;
use serde_json::{Value, json};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap()
}

/// What in a value is not as a schema says, each with its place. Knows the words that our schema uses; any other word
/// is a fault of the test, so that none is passed over.
fn faults(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        let is_kept = match word.as_str() {
            "$schema" | "$id" | "title" | "description" | "version" => true,
            "type" => kinds(rule).contains(&kind(value)),
            "enum" => rule.as_array().unwrap().contains(value),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "required" => {
                texts(rule).iter().all(|name| value.as_object().is_none_or(|parts| parts.contains_key(*name)))
            }
            "anyOf" => rule.as_array().unwrap().iter().any(|one| is_valid(one, value)),
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(rule, item, &format!("{at}/{place}"), found);
                }
                true
            }
            "properties" | "additionalProperties" | "propertyNames" => {
                for (name, part) in value.as_object().into_iter().flatten() {
                    named_faults(schema, word, name, part, &format!("{at}/{name}"), found);
                }
                true
            }
            other => panic!("the schema says {other:?}, which this test does not know"),
        };
        if !is_kept {
            found.push(format!("{at}: {word}"));
        }
    }
}

/// What is wrong with one part of an object by one word of its schema.
fn named_faults(schema: &Value, word: &str, name: &str, part: &Value, at: &str, found: &mut Vec<String>) {
    let own = schema.get("properties").and_then(|parts| parts.get(name));
    match (word, own) {
        ("properties", Some(own)) => faults(own, part, at, found),
        ("additionalProperties", None) if schema[word] == json!(false) => found.push(format!("{at}: {word}")),
        ("additionalProperties", None) => faults(&schema[word], part, at, found),
        ("propertyNames", _) => faults(&schema[word], &json!(name), at, found),
        _ => {}
    }
}

fn is_valid(schema: &Value, value: &Value) -> bool {
    let mut found = Vec::new();
    faults(schema, value, "", &mut found);
    found.is_empty()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn kinds(rule: &Value) -> Vec<&str> {
    rule.as_str().map_or_else(|| texts(rule), |one| vec![one])
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn config_of(value: &Value) -> (Config, Vec<String>) {
    let mut unknown = Vec::new();
    let config = Config::read(&serde_json::from_value(value.clone()).unwrap(), &mut unknown);
    Mapping::of(&config.columns, &mut unknown);
    (config, unknown)
}

/// A value must be as the schema says, and be read without a name or word that is none of ours.
fn assert_sound(value: &Value, what: &str) {
    let mut found = Vec::new();
    faults(&schema::schema(), value, "", &mut found);
    assert!(found.is_empty(), "{what}: {found:?}");
    let (config, unknown) = config_of(value);
    assert!(unknown.is_empty() && config.misworded().is_empty(), "{what}: {unknown:?} {:?}", config.misworded());
}

#[test]
fn top_level_names_are_the_options_and_no_others() {
    let schema = schema::schema();
    let names: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let expected: Vec<&str> = Key::ALL.iter().map(|key| key.name()).chain(STRUCTURES).collect();
    assert_eq!(names, expected);
    assert_eq!((&schema["additionalProperties"], &schema["version"]), (&json!(false), &json!("1")));
    assert_eq!(schema["$id"], schema::NAME);
}

#[test]
fn every_option_reads_as_its_source_says_and_names_its_words() {
    let (schema, options) = (schema::schema(), read("www/docs/options.md"));
    for &key in Key::ALL {
        let option = &schema["properties"][key.name()];
        let doc = option["description"].as_str().unwrap();
        assert!(options.contains(&format!("| `{}` | {doc} |", key.name())), "{}: {doc}", key.name());
        match key.words() {
            Some(words) => assert_eq!(texts(&option["enum"]), words, "{}", key.name()),
            None if schema::SAID.contains(&key) => {
                assert!(is_valid(option, &json!("a")) && is_valid(option, &json!(1)), "{}", key.name());
                assert!(is_valid(option, &json!({ "en": "a", "cy": "b" })), "{}", key.name());
                assert!(!is_valid(option, &json!({ "fr": "a" })), "{}", key.name());
            }
            None => assert_eq!(texts(&option["type"]), ["string", "number"], "{}", key.name()),
        }
    }
    assert_eq!(Key::ALL.iter().filter(|key| key.words().is_some()).count(), 9);
}

/// What in the cases is wrong on purpose, to show the notice that it gets.
const WRONG_ON_PURPOSE: [&str; 1] = ["process-long-names/process/run: enum"];

#[test]
fn every_case_is_as_the_schema_says() {
    let (mut count, mut found) = (0, Vec::new());
    for entry in fs::read_dir(project("tests/cases")).unwrap() {
        let folder = entry.unwrap();
        if let Ok(config) = fs::read(folder.path().join("config.json")) {
            let config = serde_json::from_slice(&config).unwrap();
            faults(&schema::schema(), &config, &folder.file_name().to_string_lossy(), &mut found);
            count += 1;
        }
    }
    assert_eq!(found, WRONG_ON_PURPOSE);
    assert!(count > 80, "the cases are gone: {count}");
}

/// The whole examples, and what stands in a row of the tables, under the name of its row.
#[test]
fn every_example_of_the_documentation_is_as_the_schema_says() {
    let page = read("www/docs/options.md") + &read("www/docs/languages.md");
    let examples = page.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let count = examples.map(|text| assert_sound(&serde_json::from_str(text).unwrap(), text)).count();
    assert!(count >= 5, "the examples are gone: {count}");
    let mut in_rows = 0;
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let name = row.split('`').nth(1).unwrap();
        let is_ours = STRUCTURES.contains(&name);
        for text in row.split('`').skip(3).step_by(2).filter(|text| is_ours && text.starts_with(['{', '['])) {
            let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_sound(&json!({ name: value }), text);
            in_rows += 1;
        }
    }
    assert!(in_rows >= 12, "the examples in the rows are gone: {in_rows}");
}

#[test]
fn what_is_none_of_ours_is_refused_at_every_depth() {
    for wrong in [
        json!({ "areas": "E1" }),
        json!({ "polarity": "low-is-goodd" }),
        json!({ "area": true }),
        json!({ "columns": { "hue": "Colour" } }),
        json!({ "peer-groups": { "coast": { "code": ["E1"] } } }),
        json!({ "indicators": { "1": { "area": "E1" } } }),
        json!({ "not-provided": "E1" }),
        json!({ "breaks": ["2019"] }),
        json!({ "events": { "2021": { "what": "x" } } }),
        json!({ "process": { "run": 5 } }),
        json!({ "gap": { "between": ["Male"] } }),
        json!({ "show": ["league"] }),
        json!({ "schema": "2" }),
        json!({ "priorities": [{ "indicator": "1", "kind": "local" }] }),
        json!({ "board": { "limits": { "street": 3 } } }),
        json!([]),
    ] {
        assert!(!is_valid(&schema::schema(), &wrong), "{wrong}");
    }
    assert!(is_valid(&schema::schema(), &json!({})));
}

/// A step on the way from the whole config to a part of it.
#[derive(Debug, Clone)]
enum Step {
    Named(String),
    Item,
}

/// A value where the steps lead.
fn placed(steps: &[Step], value: Value) -> Value {
    steps.iter().rev().fold(value, |inner, step| match step {
        Step::Named(name) => json!({ name: inner }),
        Step::Item => json!([inner]),
    })
}

/// Every part that a shape names: the way to what holds it, its name, its shape.
fn named_parts(shape: &Value, way: &[Step], found: &mut Vec<(Vec<Step>, String, Value)>) {
    let on = |step: Step| [way, &[step]].concat();
    for (name, part) in shape.get("properties").and_then(Value::as_object).into_iter().flatten() {
        found.push((way.to_vec(), name.clone(), part.clone()));
        named_parts(part, &on(Step::Named(name.clone())), found);
    }
    if let Some(entry @ Value::Object(_)) = shape.get("additionalProperties") {
        named_parts(entry, &on(Step::Named(a_name(shape))), found);
    }
    if let Some(item) = shape.get("items") {
        named_parts(item, &on(Step::Item), found);
    }
    for one in shape.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        named_parts(one, way, found);
    }
}

/// A name that a shape with names of the publisher's allows.
fn a_name(shape: &Value) -> String {
    shape.pointer("/propertyNames/enum/0").map_or("E1", |name| name.as_str().unwrap()).to_owned()
}

/// Values of a shape, one of which at least is not the default.
fn samples(shape: &Value) -> Vec<Value> {
    if let Some(words) = shape.get("enum").or_else(|| shape.get("anyOf").map(|_| &Value::Null)) {
        let either = shape.get("anyOf").and_then(Value::as_array).into_iter().flatten().flat_map(samples);
        return words.as_array().cloned().unwrap_or_else(|| either.collect());
    }
    match kinds(&shape["type"])[0] {
        "boolean" => vec![json!(true), json!(false)],
        "array" => vec![json!(vec![samples(&shape["items"])[0].clone(); 2])],
        "object" => match shape.get("properties").and_then(|parts| parts.as_object()?.iter().next()) {
            Some((name, part)) => vec![json!({ name: samples(part)[0] })],
            None => vec![json!({ a_name(shape): samples(&shape["additionalProperties"])[0] })],
        },
        _ => vec![json!("a")],
    }
}

/// Saying a part under its name makes a difference that saying it under another name does not.
#[test]
fn every_part_that_the_schema_names_is_read() {
    let mut parts = Vec::new();
    named_parts(&schema::schema(), &[], &mut parts);
    for (way, name, shape) in &parts {
        let config = |name: &str, value: &Value| config_of(&placed(way, json!({ name: value }))).0;
        let is_read = samples(shape).iter().any(|value| config(name, value) != config("none-of-ours", value));
        assert!(is_read, "{name} of {way:?} is not read");
    }
    assert!(parts.len() > 100, "{}", parts.len());
}

/// Every name and word in the code that reads the structures stands in the schema.
#[test]
fn every_part_that_is_read_is_named_by_the_schema() {
    let mut known = BTreeSet::from(["true".to_owned()]);
    names_and_words(&schema::schema(), &mut known);
    let mut seen = BTreeSet::new();
    for file in ["mod", "funnel", "gap", "process", "schema", "show", "views", "priorities/mod", "priorities/parts"] {
        let source = read(&format!("src/config/{file}.rs"));
        let code = source.split("#[cfg(test)]").next().unwrap().lines().map(|line| line.split("//").next().unwrap());
        for word in code.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            let is_name = word.len() > 1 || word == "k" || word == "n";
            if is_name && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                assert!(known.contains(word), "{file}: {word} is read, and the schema does not name it");
                seen.insert(word.to_owned());
            }
        }
    }
    assert!(seen.len() > 70, "{seen:?}");
}

fn names_and_words(shape: &Value, known: &mut BTreeSet<String>) {
    match shape {
        Value::Object(parts) => {
            let names = shape.get("properties").and_then(Value::as_object).into_iter().flat_map(|names| names.keys());
            known.extend(names.cloned());
            parts.values().for_each(|part| names_and_words(part, known));
        }
        Value::Array(items) => {
            known.extend(items.iter().filter_map(|item| item.as_str().map(str::to_owned)));
            items.iter().for_each(|item| names_and_words(item, known));
        }
        _ => {}
    }
}

/// What can hold for one indicator alone is what is asked of it alone.
#[test]
fn options_of_one_indicator_are_those_that_are_asked_for_it() {
    let source = read("src/compare/measure.rs");
    let asked: BTreeSet<&str> =
        source.split("word(Key::").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    let asked: BTreeSet<&str> = Key::ALL
        .iter()
        .filter(|key| **key != Key::Publisher && asked.contains(format!("{key:?}").as_str()))
        .map(|key| key.name())
        .collect();
    let schema = schema::schema();
    let own = schema.pointer("/properties/indicators/additionalProperties/properties").unwrap().as_object().unwrap();
    let named: BTreeSet<&str> = own.keys().map(String::as_str).filter(|name| *name != "process").collect();
    assert_eq!(named, asked);
}
