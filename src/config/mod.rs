//! What the publisher asks for: one [`Key`] = one key of the config JSON = one attribute of the element = one documented
//! row; and a few keys that hold more than a word.
//!
//! Knows the names of the options and their words. Refuses to know data, statistics or where the JSON came from.
//! Precedence: defaults < config file < attributes ([`Config::over`]). Every text here is untrusted.

#[cfg(more)]
mod funnel;
#[cfg(more)]
mod gap;
mod key;
#[cfg(more)]
mod link;
mod names;
mod option;
#[cfg(authoring)]
mod overrides;
#[cfg(more)]
mod pairs;
mod plain;
#[cfg(more)]
mod priorities;
#[cfg(more)]
mod process;
#[cfg(more)]
mod schema;
#[cfg(more)]
mod show;
#[cfg(more)]
mod views;

use serde::{Deserialize, Deserializer};

#[cfg(more)]
pub use funnel::FunnelOptions;
#[cfg(more)]
pub use gap::GapOptions;
pub use key::{Key, Words};
#[cfg(more)]
pub use link::Link;
pub use names::{Misnamed, distance, nearest};
pub use option::{Basis, Choice, GapShows, Order, Picture, Polarity, Theme, TrendMethod, ValueType, ViewName};
#[cfg(authoring)]
pub use overrides::Override;
#[cfg(more)]
pub use pairs::Foreign;
pub use plain::Plain;
#[cfg(more)]
pub use priorities::{
    Beside, Board, Comment, Decision, Lived, LivedKind, MeasureType, Partner, PartnerType, Pledge, Priority, Target,
    Tier, Whose,
};
#[cfg(more)]
pub use process::{Baseline, Process, Rebase};
#[cfg(more)]
pub use schema::{SCHEMA, Schema};
#[cfg(more)]
pub use show::{LearnFrom, Show};
#[cfg(more)]
pub use views::{Event, Views};

/// Everything a publisher can say. What is absent means the default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// The plain words, by their keys.
    pub words: Words,
    /// `columns`: which column holds what, where the header does not say: meaning → header.
    pub columns: Vec<(String, String)>,
    /// `peer-groups`: areas chosen by the publisher, by name.
    pub peer_groups: Vec<(String, PeerGroup)>,
    /// `indicators`: what holds for one indicator only, by id or name; goes before the words for all.
    pub indicators: Vec<(String, Words)>,
    /// `spoken-names`: names as spoken in a sentence, by code: `E09000001` → `the City of London`.
    pub spoken_names: Vec<(String, String)>,
    /// Those of the spoken names that are given in Welsh, on a Welsh page: what the file calls these areas is English.
    #[cfg(more)]
    pub names: Vec<(String, String)>,
    /// `not-provided`: codes of areas that do not provide the service: left out, never given an average.
    pub not_provided: Vec<String>,
    /// `likeness`: ids or names of the measures, in the files, by which the areas most like ours are found.
    pub likeness: Vec<String>,
    /// `schema`: for which version of the options this was written.
    #[cfg(more)]
    pub schema: Schema,
    /// What only views other than compare ask for.
    #[cfg(more)]
    pub views: Views,
    /// `overrides`: findings that the publisher has looked at and stands by, each with a reason.
    #[cfg(authoring)]
    pub overrides: Vec<Override>,
    /// The texts here that are in another language than the one asked for.
    #[cfg(more)]
    pub foreign: Vec<Foreign>,
}

/// Peers chosen by hand: never without a reason and a date.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PeerGroup {
    /// The codes of the areas.
    pub codes: Vec<String>,
    /// Why these, in the publisher's words.
    pub reason: String,
    /// When they were chosen.
    pub date: String,
}

/// The keys that hold more than a word, so that only the config file can say them.
pub const STRUCTURES: [&str; 18] = [
    "schema",
    "columns",
    "peer-groups",
    "indicators",
    "spoken-names",
    "not-provided",
    "likeness",
    "breaks",
    "provisional",
    "events",
    "process",
    "gap",
    "funnel",
    "show",
    "learn-from",
    "priorities",
    "board",
    "overrides",
];

/// Finds an entry by its name.
pub fn named<'a, T>(entries: &'a [(String, T)], name: &str) -> Option<&'a T> {
    entries.iter().find(|(known, _)| known == name).map(|(_, entry)| entry)
}

impl Config {
    /// Reads plain data; whatever is of no shape we know is left out. Names that are none of ours go to `unknown`.
    /// Texts in pairs are read in the language that the data name.
    pub fn read(data: &Plain, unknown: &mut Vec<String>) -> Config {
        let mut config = Config::default();
        #[cfg(more)]
        config.add_in(data, data.get("lang").text(), unknown);
        #[cfg(not(more))]
        config.add(data, unknown);
        config
    }

    /// Reads more plain data, texts in pairs in the language of a tag.
    #[cfg(more)]
    pub fn add_in(&mut self, data: &Plain, tag: &str, unknown: &mut Vec<String>) {
        for (code, name) in data.get("spoken-names").entries() {
            if pairs::is_welsh(tag) && !name.get("cy").text().is_empty() {
                self.names.push((code.clone(), name.get("cy").text().to_owned()));
            }
        }
        let data = data.in_language(tag, &mut self.foreign);
        self.add(&data, unknown);
    }

    /// Reads more plain data, whose words go before those said until now.
    pub fn add(&mut self, data: &Plain, unknown: &mut Vec<String>) {
        #[cfg(more)]
        let data = schema::migrated(data);
        self.words.add(data, unknown);
        data.get("columns").add_named_texts(&mut self.columns);
        data.get("spoken-names").add_named_texts(&mut self.spoken_names);
        data.get("not-provided").add_texts(&mut self.not_provided);
        #[cfg(more)]
        {
            data.get("likeness").add_texts(&mut self.likeness);
            self.schema = Schema::read(data.get("schema")).or(std::mem::take(&mut self.schema));
            self.views.add(data, unknown);
            #[cfg(authoring)]
            Override::add_all(data.get("overrides"), &mut self.overrides);
        }
        for (name, group) in data.get("peer-groups").entries() {
            self.peer_groups.push((name.clone(), PeerGroup::read(group)));
        }
        for (indicator, words) in data.get("indicators").entries() {
            let mut own = Words::default();
            own.add(words, unknown);
            self.indicators.push((indicator.clone(), own));
        }
    }

    /// This config, with what `other` leaves unsaid: attributes over the config file.
    pub fn over(mut self, other: Config) -> Config {
        self.words.fill(other.words);
        self.columns.extend(other.columns);
        self.peer_groups.extend(other.peer_groups);
        self.indicators.extend(other.indicators);
        self.spoken_names.extend(other.spoken_names);
        self.not_provided.extend(other.not_provided);
        self.likeness.extend(other.likeness);
        #[cfg(more)]
        {
            self.schema = self.schema.or(other.schema);
            self.views.fill(other.views);
            self.names.extend(other.names);
            #[cfg(authoring)]
            self.overrides.extend(other.overrides);
            self.foreign.extend(other.foreign);
        }
        self
    }

    /// The word of an option; empty when it was not said.
    pub fn word(&self, key: Key) -> &str {
        self.words.get(key)
    }

    /// A word for one indicator: its own, else that for all.
    pub fn word_for(&self, indicator: &str, name: &str, key: Key) -> &str {
        let own = named(&self.indicators, indicator).or_else(|| named(&self.indicators, name));
        match own.map_or("", |words| words.get(key)) {
            "" => self.words.get(key),
            word => word,
        }
    }

    /// The names that are no key of ours, each with the nearest that is.
    pub fn misnamed(unknown: &[String]) -> Vec<Misnamed> {
        let mut wrong = Vec::new();
        for name in unknown {
            wrong.push(Misnamed::of("", name, Key::NAMES));
        }
        wrong
    }

    /// The options whose word is none of their words, each with the nearest that is.
    pub fn misworded(&self) -> Vec<Misnamed> {
        let mut wrong = Vec::new();
        #[cfg(more)]
        self.schema.misworded(&mut wrong);
        self.words.misworded(&mut wrong);
        for (_, words) in &self.indicators {
            words.misworded(&mut wrong);
        }
        wrong
    }
}

impl Words {
    /// Adds the options whose word is none of their words.
    fn misworded(&self, wrong: &mut Vec<Misnamed>) {
        for &(key, allowed) in option::ALLOWED {
            let word = self.get(key);
            if !word.is_empty() && option::place(allowed, word).is_none() {
                wrong.push(Misnamed::of(key.name(), word, allowed));
            }
        }
    }
}

impl PeerGroup {
    fn read(data: &Plain) -> PeerGroup {
        let mut group = PeerGroup {
            codes: Vec::new(),
            reason: data.get("reason").text().to_owned(),
            date: data.get("date").text().to_owned(),
        };
        data.get("codes").add_texts(&mut group.codes);
        group
    }
}

impl<'de> Deserialize<'de> for Config {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Config, D::Error> {
        Plain::deserialize(deserializer).map(|data| Config::read(&data, &mut Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(json: &str) -> Config {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn attributes_go_before_the_config_file() {
        let file = config(
            r#"{"area": "E1", "multiplier": 100000, "indicators": {"a": {"polarity": "low-is-good"}},
                "peer-groups": {"coast": {"codes": ["E2", "E3"], "reason": "Both have a long shore.", "date": "2025-06-01"}}}"#,
        );
        let mut attributes = Config::default();
        attributes.words.set(Key::Area, "E2");
        let both = attributes.over(file);
        assert_eq!(both.word(Key::Area), "E2");
        assert_eq!(both.word(Key::Multiplier), "100000");
        assert_eq!(both.word_for("a", "", Key::Polarity), "low-is-good");
        assert_eq!(both.word_for("b", "", Key::Polarity), "");
        assert_eq!(named(&both.peer_groups, "coast").unwrap().codes, ["E2", "E3"]);
    }

    #[test]
    fn breaks_and_provisional_periods_are_read() {
        let read = config(r#"{"breaks": {"2019/20": "New question."}, "provisional": ["2024/25"]}"#);
        assert_eq!(named(&read.views.breaks, "2019/20").map(String::as_str), Some("New question."));
        assert_eq!(read.views.provisional, ["2024/25"]);
        assert_eq!(Config::default().over(read.clone()), read);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        let mut unknown = Vec::new();
        let data = serde_json::from_str(r#"{"areas": "x", "polarity": "low", "hue": 1}"#).unwrap();
        Config::read(&data, &mut unknown);
        let wrong = Config::misnamed(&unknown);
        assert_eq!(wrong[0].nearest.as_deref(), Some("area"));
        assert_eq!((wrong.len(), wrong[1].nearest.as_deref()), (2, None));
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest() {
        let wrong = config(r#"{"view": "comapre", "polarity": "Low is good"}"#).misworded();
        assert_eq!(wrong.len(), 1);
        assert_eq!((wrong[0].option, wrong[0].nearest.as_deref()), ("view", Some("compare")));
    }
}
