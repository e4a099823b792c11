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
        let config = read(attributes, &mut unknown).over(read(file, &mut unknown));
        Mapping::of(&config.columns, &mut unknown);
        let mut wrong = Config::misnamed(&unknown);
        wrong.extend(config.misworded());
        Options { notices: view::misnamed(&wrong, language), config }
    }
}

/// A config from an object of the page; from anything else, the defaults.
pub(super) fn read(object: &JsValue, unknown: &mut Vec<String>) -> Config {
    Config::read(plain(object, 0), unknown)
}

/// Deeper than any config; an object of the page may hold itself.
const DEEPEST: u8 = 8;

/// A value of the page as plain data. By hand: the general way in through serde costs six times the bytes.
fn plain(value: &JsValue, depth: u8) -> Plain {
    if let Some(text) = value.as_string() {
        return Plain::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Plain::Number(number);
    }
    let inner = |value: &JsValue| plain(value, depth + 1);
    if depth > DEEPEST {
        Plain::Nothing
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Plain::List(items.iter().map(|item| inner(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let names = Object::keys(object);
        let values = Object::values(object);
        let entry = |at| (names.get(at).as_string().unwrap_or_default(), inner(&values.get(at)));
        Plain::Map((0..names.length()).map(entry).collect())
    } else {
        Plain::Nothing
    }
}
