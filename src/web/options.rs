//! Attributes and config objects as a [`Config`], with what is wrong with them in words.

use wasm_bindgen::JsValue;

use crate::config::{Config, Plain};
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
        let mut unknown = Vec::new();
        let config = read(attributes, &mut unknown).over(read(file, &mut unknown));
        let mut wrong = Config::misnamed(&unknown);
        wrong.extend(config.misworded());
        Options { notices: view::misnamed(&wrong, language), config }
    }
}

/// A config from an object of the page; from anything else, the defaults.
pub(super) fn read(object: JsValue, unknown: &mut Vec<String>) -> Config {
    let plain: Plain = serde_wasm_bindgen::from_value(object).unwrap_or_default();
    Config::read(plain, unknown)
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
