//! What the publisher asks for: one struct field = one key of the config JSON = one documented row, and an
//! attribute of the element too where it is a plain word or number.
//!
//! Knows the names of the options and their words. Refuses to know data, statistics or where the JSON came from.
//! Precedence: defaults < config file < attributes ([`Config::over`]). Every text here is untrusted.

mod names;
mod option;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use names::{Misnamed, distance, nearest};
pub use option::{Basis, Choice, Order, Picture, Polarity, Theme, ValueType, ViewName};

/// A word or a number, as an attribute or JSON may give it; kept as text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Word(pub String);

/// Everything a publisher can say. Absent means the default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Config {
    /// The data: one address, or several parted by spaces; data files and lookup tables alike.
    pub src: Option<Word>,
    /// The address of a JSON file with any of these keys.
    pub config: Option<Word>,
    /// Which series, where a file holds several: its label or part of it (`Female, 65+ yrs`).
    pub series: Option<Word>,
    /// Which way is better: `high-is-good`, `low-is-good`, `no-judgement`. Default: the indicator table's, else what the file's own labels agree on, else none.
    pub polarity: Option<Word>,
    /// How the value is made: `proportion`, `rate`, `ratio`, `mean`, `count`, `score`, `standardised-rate`, `life-expectancy`. Needed to work out intervals a file does not publish.
    pub value_type: Option<Word>,
    /// Which view: `compare`. Default `compare`.
    pub view: Option<Word>,
    /// Id or name of the indicator. Default: the file's first.
    pub indicator: Option<Word>,
    /// Code or name of our area. Default: the first by name, with a request to choose.
    pub area: Option<Word>,
    /// The type of area compared, by the file's label. Default: our area's.
    pub area_type: Option<Word>,
    /// The period, by the file's label. Default: our area's latest.
    pub period: Option<Word>,
    /// Who we compare with: `all`, `parent`, `nearest`, codes parted by spaces or commas, or the name of a peer group. Default: `nearest` where neighbours are known, else `all`.
    pub peers: Option<Word>,
    /// What all are compared with: an area code, `peers` (their median), a peer group's name, or a number. Default: England, else the peers' median.
    pub benchmark: Option<Word>,
    /// The address of a neighbour file (`code,1,2,…`).
    pub neighbours: Option<Word>,
    /// Order of the peers: `likeness`, `name`, `value`. Default `likeness` where known, else `name`.
    pub order: Option<Word>,
    /// The plain singular phrase for the measure, with its article: `the share of adults who smoke`.
    pub name: Option<Word>,
    /// The unit: `%`, `years`, `per 100,000 people`, … Default: the file's.
    pub unit: Option<Word>,
    /// The "per": 100, 1,000, 100,000. Default: found from counts and denominators.
    pub multiplier: Option<Word>,
    /// The language: `en`, `cy`. Default: that of the nearest `lang`.
    pub lang: Option<Word>,
    /// The theme: `auto`, `light`, `dark`. Default `auto`.
    pub theme: Option<Word>,
    /// How the picture is drawn: `canvas`, `svg`. Default `canvas`.
    pub picture: Option<Word>,
    /// What the figures rest on: `survey`, `counts`, `model`. Default: not stated.
    pub basis: Option<Word>,
    /// Who publishes the figures, for the foot and for downloads.
    pub source: Option<Word>,
    /// The licence of the figures.
    pub licence: Option<Word>,
    /// When new figures are due, in words.
    pub next_update: Option<Word>,
    /// Who set up this view, for choices that carry a name.
    pub publisher: Option<Word>,
    /// Which column holds what, where the header does not say: meaning → header.
    pub columns: BTreeMap<String, String>,
    /// Areas chosen by the publisher, by name.
    pub peer_groups: BTreeMap<String, PeerGroup>,
    /// What holds for one indicator only, by id or name; goes before the keys above.
    pub indicators: BTreeMap<String, Measure>,
    /// The names as spoken in a sentence, by code: `E09000001` → `the City of London`.
    pub spoken_names: BTreeMap<String, String>,
    /// Codes of areas that do not provide the service: left out, never given an average.
    pub not_provided: Vec<String>,
}

/// Peers chosen by hand: never without a reason and a date.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct PeerGroup {
    /// The codes of the areas.
    pub codes: Vec<String>,
    /// Why these, in the publisher's words.
    pub reason: String,
    /// When they were chosen.
    pub date: String,
}

/// What a publisher says of one indicator.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Measure {
    /// As [`Config::name`].
    pub name: Option<Word>,
    /// As [`Config::polarity`].
    pub polarity: Option<Word>,
    /// As [`Config::value_type`].
    pub value_type: Option<Word>,
    /// As [`Config::unit`].
    pub unit: Option<Word>,
    /// As [`Config::multiplier`].
    pub multiplier: Option<Word>,
    /// As [`Config::basis`].
    pub basis: Option<Word>,
}

/// Every key of [`Config`] that is a plain word or number, so an attribute too.
pub const ATTRIBUTES: [&str; 25] = [
    "src",
    "config",
    "series",
    "polarity",
    "value-type",
    "view",
    "indicator",
    "area",
    "area-type",
    "period",
    "peers",
    "benchmark",
    "neighbours",
    "order",
    "name",
    "unit",
    "multiplier",
    "lang",
    "theme",
    "picture",
    "basis",
    "source",
    "licence",
    "next-update",
    "publisher",
];

/// The keys of [`Config`] that only the config file can say.
pub const STRUCTURES: [&str; 5] = ["columns", "peer-groups", "indicators", "spoken-names", "not-provided"];

impl Config {
    /// This config, with what `other` leaves unsaid: attributes over the config file.
    pub fn over(mut self, other: Config) -> Config {
        macro_rules! fill {
            ($($key:ident)*) => { $( if self.$key.is_none() { self.$key = other.$key; } )* };
        }
        fill!(src config series polarity value_type view indicator area area_type period peers benchmark neighbours
              order name unit multiplier lang theme picture basis source licence next_update publisher);
        macro_rules! add {
            ($($key:ident)*) => { $( for (name, entry) in other.$key { self.$key.entry(name).or_insert(entry); } )* };
        }
        add!(columns peer_groups indicators spoken_names);
        if self.not_provided.is_empty() {
            self.not_provided = other.not_provided;
        }
        self
    }

    /// What holds for one indicator: its own entry, then the keys for all.
    pub fn measure(&self, id: &str, name: &str) -> Measure {
        let own = self.indicators.get(id).or_else(|| self.indicators.get(name)).cloned().unwrap_or_default();
        Measure {
            name: own.name.or_else(|| self.name.clone()),
            polarity: own.polarity.or_else(|| self.polarity.clone()),
            value_type: own.value_type.or_else(|| self.value_type.clone()),
            unit: own.unit.or_else(|| self.unit.clone()),
            multiplier: own.multiplier.or_else(|| self.multiplier.clone()),
            basis: own.basis.or_else(|| self.basis.clone()),
        }
    }

    /// The names among `keys` that are no key of ours, each with the nearest that is.
    pub fn misnamed<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<Misnamed> {
        let known = || ATTRIBUTES.iter().chain(&STRUCTURES).copied();
        keys.filter(|key| !known().any(|name| name == *key))
            .map(|key| Misnamed { option: String::new(), found: key.to_owned(), nearest: nearest(key, known()) })
            .collect()
    }

    /// The options whose word is none of their words, each with the nearest that is.
    pub fn misworded(&self) -> Vec<Misnamed> {
        let mut wrong = Vec::new();
        option::note::<ViewName>("view", &self.view, &mut wrong);
        option::note::<Order>("order", &self.order, &mut wrong);
        option::note::<Theme>("theme", &self.theme, &mut wrong);
        option::note::<Picture>("picture", &self.picture, &mut wrong);
        option::note::<Polarity>("polarity", &self.polarity, &mut wrong);
        option::note::<ValueType>("value-type", &self.value_type, &mut wrong);
        option::note::<Basis>("basis", &self.basis, &mut wrong);
        for measure in self.indicators.values() {
            option::note::<Polarity>("polarity", &measure.polarity, &mut wrong);
            option::note::<ValueType>("value-type", &measure.value_type, &mut wrong);
            option::note::<Basis>("basis", &measure.basis, &mut wrong);
        }
        wrong
    }
}

impl Word {
    /// The text, without the spaces around it.
    pub fn text(&self) -> &str {
        self.0.trim()
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Word {
        Word(text.to_owned())
    }
}

/// Reads a word where the publisher may have written `100000` or `"100000"`.
impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Word, D::Error> {
        struct Reader;
        impl serde::de::Visitor<'_> for Reader {
            type Value = Word;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a word or a number")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Word, E> {
                Ok(Word(text.to_owned()))
            }
            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Word, E> {
                Ok(Word(number.to_string()))
            }
            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Word, E> {
                Ok(Word(number.to_string()))
            }
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Word, E> {
                Ok(Word(number.to_string()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_go_before_the_config_file() {
        let file: Config = serde_json::from_str(
            r#"{"area": "E1", "multiplier": 100000, "view": "compare", "indicators": {"a": {"polarity": "low-is-good"}}}"#,
        )
        .unwrap();
        let attributes = Config { area: Some("E2".into()), ..Config::default() };
        let both = attributes.over(file);
        assert_eq!(both.area.as_ref().unwrap().text(), "E2");
        assert_eq!(both.multiplier.as_ref().unwrap().text(), "100000");
        assert_eq!(both.measure("a", "").polarity.unwrap().text(), "low-is-good");
    }

    #[test]
    fn every_key_is_named_once() {
        let written = serde_json::to_value(Config::default()).unwrap();
        let mut keys: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
        let mut named: Vec<&str> = ATTRIBUTES.iter().chain(&STRUCTURES).copied().collect();
        keys.sort_unstable();
        named.sort_unstable();
        assert_eq!(keys, named);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        let wrong = Config::misnamed(["areas", "polarity", "colour"].into_iter());
        assert_eq!(wrong[0].nearest.as_deref(), Some("area"));
        assert_eq!(wrong.len(), 2);
        assert_eq!(wrong[1].nearest, None);
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest() {
        let config = Config { view: Some("comapre".into()), polarity: Some("Low is good".into()), ..Config::default() };
        let wrong = config.misworded();
        assert_eq!(wrong.len(), 1);
        assert_eq!((wrong[0].option.as_str(), wrong[0].nearest.as_deref()), ("view", Some("compare")));
    }
}
