//! Attributes and config objects as a [`Config`], with what is wrong with them in words.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};

use crate::config::Config;
use crate::data::{Mapping, Meaning};
use crate::text::Language;
use crate::view::{self, Notice};

/// A config and what is to be said of it.
pub(super) struct Options {
    pub config: Config,
    pub notices: Vec<Notice>,
}

impl Options {
    /// Attributes over the config file.
    pub fn read(attributes: JsValue, file: JsValue, language: Language) -> Options {
        let mut notices = Vec::new();
        let mut names = keys(&attributes);
        names.extend(keys(&file));
        let wrong = Config::misnamed(names.iter().map(String::as_str));
        let mut one = |value: JsValue| -> Config {
            if value.is_undefined() || value.is_null() {
                return Config::default();
            }
            serde_wasm_bindgen::from_value(value).unwrap_or_else(|error| {
                notices.push(view::config_unreadable(&error.to_string(), language));
                Config::default()
            })
        };
        let config = one(attributes).over(one(file));
        notices.extend(view::misnamed(&wrong, language));
        notices.extend(view::misnamed(&config.misworded(), language));
        Options { config, notices }
    }
}

fn keys(value: &JsValue) -> Vec<String> {
    match value.dyn_ref::<Object>() {
        Some(object) => Object::keys(object).iter().filter_map(|key| key.as_string()).collect(),
        None => Vec::new(),
    }
}

/// The column mapping of a config.
pub(super) fn mapping(config: &Config) -> Mapping {
    let mut mapping = Mapping::default();
    for (meaning, header) in &config.columns {
        if let Some(meaning) = Meaning::ALL.iter().copied().find(|known| known.name() == meaning) {
            mapping.set(meaning, header);
        }
    }
    mapping
}
