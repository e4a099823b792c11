//! What the configurator asks of files beside figures: what was understood of them, a config to start from, and what a
//! publisher must be told before a view goes out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::data::Data;
use super::options::Options;
use crate::config::{Key, Plain};
use crate::text::Language;
use crate::{advice, view};

#[wasm_bindgen]
impl Data {
    /// What was understood of the files, with the first `lines` records of each as they stand there, and their problems.
    pub fn understood(&self, lines: usize) -> JsValue {
        let mut understood = advice::understood(&self.table, lines);
        if let Plain::Map(entries) = &mut understood {
            entries.push(("problems".to_owned(), view::problems_plain(&self.problems, Language::USUAL)));
        }
        plain(&understood)
    }

    /// What a publisher must be told of a view, before it goes out on a day.
    pub fn advice(&self, config: &JsValue, tag: &str, today: &str) -> JsValue {
        let (language, _) = view::language(tag);
        let Options { mut config, .. } = Options::read(&JsValue::UNDEFINED, config, language);
        if config.word(Key::Today).is_empty() {
            config.words.set(Key::Today, today);
        }
        let found = advice::look(&self.table, &config);
        let advice = view::advise(&found, &advice::supplied(&config), &config, language);
        plain(&advice.plain())
    }

    /// A config to start from, for the files that were read.
    pub fn draft(&self) -> JsValue {
        plain(&advice::draft(&self.table))
    }
}

fn plain(data: &Plain) -> JsValue {
    data.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
