use super::{Plain, STRUCTURES};

macro_rules! keys {
    ($(#[doc = $doc:literal] $key:ident = $name:literal),+ $(,)?) => {
        /// An option that is a plain word or number, so a key of the config file and an attribute of the element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Key { $(#[doc = $doc] $key),+ }

        impl Key {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Key] = &[$(Key::$key),+];
            const WORDS: [&'static str; Key::ALL.len()] = [$($name),+];
            /// Their names, in that order, and after them those of the keys that hold more than a word.
            pub(super) const NAMES: &'static [&'static str] = &{
                let mut names = [""; Key::WORDS.len() + STRUCTURES.len()];
                let mut at = 0;
                while at < names.len() {
                    let rest = at.saturating_sub(Key::WORDS.len());
                    names[at] = if at < Key::WORDS.len() { Key::WORDS[at] } else { STRUCTURES[rest] };
                    at += 1;
                }
                names
            };

            /// What it says, as documented: for the schema of the config file.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn doc(self) -> &'static str {
                [$($doc),+][self as usize].trim()
            }
        }
    };
}

keys! {
    /// The data: one address, or several parted by spaces; data files and lookup tables alike.
    Src = "src",
    /// The address of a JSON file with any of these keys.
    Config = "config",
    /// Which group, where a file holds several: its label or part of it (`Female, 65+ yrs`).
    Series = "series",
    /// Which way is better: `high-is-good`, `low-is-good`, `no-judgement`. Default: the indicator table's, else what the file's own labels agree on, else none.
    Polarity = "polarity",
    /// How the value is made: `proportion`, `rate`, `ratio`, `mean`, `count`, `score`, `standardised-rate`, `life-expectancy`. Needed to work out ranges a file does not publish.
    ValueType = "value-type",
    /// Which view: `compare`, `trend`, `process`, `funnel`, `gap`, `profile`. Default `compare`.
    View = "view",
    /// Id or name of the indicator. Default: the file's first.
    Indicator = "indicator",
    /// Code or name of our area. Default: the first by name, with a request to choose.
    Area = "area",
    /// The type of area compared, by the file's label. Default: our area's.
    AreaType = "area-type",
    /// The period, by the file's label. Default: our area's latest.
    Period = "period",
    /// Who we compare with: `all`, `parent`, `nearest`, codes parted by spaces or commas, or the name of a peer group. Default: `nearest` where neighbours are known, else `all`.
    Peers = "peers",
    /// What all are compared with: an area code, `peers` (their median), a peer group's name, or a number. Default: England, else the peers' median.
    Benchmark = "benchmark",
    /// The address of a neighbour file (`code,1,2,…`).
    Neighbours = "neighbours",
    /// Order of the peers: `likeness`, `name`, `value`. Default `likeness` where known, else `name`.
    Order = "order",
    /// The plain singular phrase for the measure, with its article: `the share of adults who smoke`.
    Name = "name",
    /// The unit: `%`, `years`, `per 100,000 people`, … Default: the file's.
    Unit = "unit",
    /// The "per": 100, 1,000, 100,000. Default: found from counts and denominators.
    Multiplier = "multiplier",
    /// The language: `en`, `cy`. Default: that of the nearest `lang`.
    Lang = "lang",
    /// The theme: `auto`, `light`, `dark`; with colours like those of GOV.UK or of the NHS website `govuk`, `nhs`, each also with `-light` or `-dark`; `host` (the page's own colours). Default `auto`.
    Theme = "theme",
    /// How the picture is drawn: `canvas`, `svg`. Default `canvas`.
    Picture = "picture",
    /// What the figures rest on: `survey`, `counts`, `model`. Default: not stated.
    Basis = "basis",
    /// Who publishes the figures, for the foot and for downloads.
    Source = "source",
    /// The licence of the figures.
    Licence = "licence",
    /// When new figures are due, in words.
    NextUpdate = "next-update",
    /// Who set up this view, for choices that carry a name.
    Publisher = "publisher",
    /// How a recent trend is tested: `guidance` (shares by their counts, all else by their ranges), `published` (all by their ranges, as the public Fingertips service does). Default `guidance`.
    TrendMethod = "trend-method",
    /// The first period of a longer trend, by the file's label. Default: no longer trend is tested.
    TrendFrom = "trend-from",
    /// Between which views a reader can change, parted by spaces. Default: none.
    Views = "views",
    /// The name under which the reader's choices stand in the page's address, on pages that hold `peer-glass-address.js` too. Default: they do not.
    Address = "address",
    /// By which groups a gap is shown: `deprivation`, `sex`, `age`, `ethnicity`, or the file's name for a grouping. Default: the first of these with figures for our area.
    Groups = "groups",
    /// What the view of a gap shows: `groups`, `gap` (over time), `ratio` (over time), `parts` (the places inside our area). Default `groups`.
    GapShows = "gap-shows",
    /// The day on which the page is read, as 2026-03-31: what is past it is said to be. Default: given by the page and the tool.
    Today = "today",
}

impl Key {
    /// Its name, as the config file and the attribute write it.
    pub fn name(self) -> &'static str {
        Key::NAMES[self as usize]
    }

    /// The key of a name.
    pub fn of(name: &str) -> Option<Key> {
        Key::ALL.get(Key::place(name)?).copied()
    }

    fn place(name: &str) -> Option<usize> {
        Key::NAMES.iter().position(|known| *known == name)
    }
}

/// The words that were said, by their keys; of one key, the last goes before.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words(Vec<(Key, String)>);

impl Words {
    /// Says the words of plain data. Names that are none of ours go to `unknown`.
    pub(super) fn add(&mut self, data: &Plain, unknown: &mut Vec<String>) {
        for (name, entry) in data.entries() {
            match Key::of(name) {
                Some(key) => self.set(key, entry.text()),
                None if Key::place(name).is_some() => {}
                None => unknown.push(name.clone()),
            }
        }
    }

    /// The word of a key; empty when it was not said.
    pub fn get(&self, key: Key) -> &str {
        self.0.iter().rfind(|(known, _)| *known == key).map_or("", |(_, word)| word)
    }

    /// Says a word, without the spaces around it, in place of one said before.
    pub fn set(&mut self, key: Key, word: &str) {
        self.0.push((key, word.trim_matches(' ').to_owned()));
    }

    /// Adds what `other` says and this does not.
    pub fn fill(&mut self, mut other: Words) {
        other.0.append(&mut self.0);
        *self = other;
    }
}
