//! Attributes and config objects as a [`Config`], with what is wrong with them in words.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::config::{Config, Plain};
use crate::data::Mapping;
use crate::text::Language;
use crate::view::{self, Notice};

/// A config and what is to be said of it.
pub(super) struct Options {
    pub config: Config,
    pub notices: Vec<Notice>,
}

impl Options {
    /// Attributes over the config file.
    pub fn read(attributes: &JsValue, file: &JsValue, language: Language) -> Options {
        let mut unknown = Vec::new();
        let mut unknown_in_file = Vec::new();
        let mut config = Config::default();
        config.add(&plain(file, 0), &mut unknown_in_file);
        config.add(&plain(attributes, 0), &mut unknown);
        unknown.append(&mut unknown_in_file);
        Mapping::of(&config.columns, &mut unknown);
        let mut wrong = Config::misnamed(&unknown);
        wrong.append(&mut config.misworded());
        let notices = view::misnamed(&wrong, language);
        #[cfg(more)]
        let notices = view::newer_schema(&config, language).into_iter().chain(notices).collect();
        Options { notices, config }
    }
}

/// Which column holds what, from the object of a config file.
pub(super) fn mapping(file: &JsValue) -> Mapping {
    let mut columns = Vec::new();
    plain(file, 0).get("columns").add_named_texts(&mut columns);
    Mapping::of(&columns, &mut Vec::new())
}

/// Deeper than any config; an object of the page may hold itself.
const DEEPEST: u8 = 8;

/// A value of the page as plain data. By hand: the general way in through serde costs six times the bytes.
fn plain(value: &JsValue, depth: u8) -> Plain {
    let text = match value.as_f64() {
        // A number as the page writes it: every option is a word.
        Some(_) => value.unchecked_ref::<Object>().to_string().as_string(),
        #[cfg(more)]
        None if value.as_bool() == Some(true) => Some("true".to_owned()),
        None => value.as_string(),
    };
    if let Some(text) = text {
        return Plain::Text(text);
    }
    let Some(object) = value.dyn_ref::<Object>().filter(|_| depth <= DEEPEST) else { return Plain::Nothing };
    let values = Object::values(object);
    if object.is_instance_of::<Array>() {
        let mut list = Vec::new();
        for at in 0..values.length() {
            list.push(plain(&values.get(at), depth + 1));
        }
        return Plain::List(list);
    }
    let names = Object::keys(object);
    let mut map = Vec::new();
    for at in 0..values.length() {
        map.push((names.get(at).as_string().unwrap_or_default(), plain(&values.get(at), depth + 1)));
    }
    Plain::Map(map)
}
