//! Words: the sentences, labels, messages, numbers and dates of each language. Markup, data and statistics stay outside.
//!
//! Every sentence is a template with an id; facts choose it, and [`Language::say`] fills its slots. A new language is a
//! new file beside `en` and `cy`; what its grammar asks of a slot stands in `cy::grammar`, and nowhere else.
//! [`Language::Pseudo`] accents every word of ours and none of the publisher's, so that a test can see a word that did not
//! come through here.
//!
//! A page's engine speaks one language: English, or Welsh where it is built with the feature `cy`. The library and the tool
//! speak both. See `build.rs`.

/// One of a list of texts, each with its id and its words in every language.
pub trait Template: Copy {
    /// The id under which it is published.
    fn id(self) -> &'static str;
    /// Its words in a language, with slots as `{name}`.
    fn words(self, language: Language) -> &'static str;
}

/// The languages the widget speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, as written in the United Kingdom.
    #[cfg(english)]
    English,
    /// English with every letter accented: for tests.
    #[cfg(english)]
    Pseudo,
    /// Welsh.
    #[cfg(welsh)]
    Welsh,
}

/// A list of ids; where it names its table of words, a line each in the same order, its entries are templates. The table
/// has the same name in every language.
macro_rules! templates {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)] // the id is the documentation: the words stand in each language's file
        pub enum $name { $($variant),+ }
        impl $name {
            /// Every one of them, for tests.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The id under which it is published.
            pub fn id(self) -> &'static str {
                $crate::text::line(concat!($($id, "\n"),+), self as usize)
            }
        }
    };
    ($(#[$doc:meta])* $name:ident in $($table:ident)::+ { $($list:tt)+ }) => {
        templates! { $(#[$doc])* $name { $($list)+ } }
        impl $crate::text::Template for $name {
            fn id(self) -> &'static str {
                $name::id(self)
            }
            fn words(self, language: $crate::text::Language) -> &'static str {
                match language {
                    #[cfg(english)]
                    $crate::text::Language::English | $crate::text::Language::Pseudo => {
                        $crate::text::line($crate::text::en::$($table)::+, self as usize)
                    }
                    #[cfg(welsh)]
                    $crate::text::Language::Welsh => $crate::text::line($crate::text::cy::$($table)::+, self as usize),
                }
            }
        }
    };
}

/// Texts below one another, a line each, in the order of their list; said here again, so that none can slip.
macro_rules! lines {
    ($list:ident { $($name:ident => $($text:literal),+;)+ }) => {{
        const _: () = assert!($crate::text::same(&[$($list::$name as usize),+]) && $list::ALL.len() == [$($list::$name),+].len());
        concat!($($($text, "\n"),+),+)
    }};
}

#[cfg(authoring)]
mod advice;
mod beside;
#[cfg(welsh)]
mod cy;
// The words that lay blame are looked for in every language: texts may stand in either.
#[cfg_attr(not(english), allow(dead_code))]
mod en;
mod funnel;
mod gap;
mod keep;
mod number;
mod plain_words;
mod process;
mod profile;
#[cfg(english)]
mod pseudo;
#[cfg(authoring)]
mod reading;
mod span;
mod terms;
mod trend;
mod views;

#[cfg(authoring)]
pub use advice::{AdviceMessage, advice_ids};
pub use beside::{BesideLabel, BesideMessage, BesideSentence};
pub use funnel::{FunnelLabel, FunnelSentence};
pub use gap::{GapLabel, GapSentence};
pub use keep::KeepLabel;
pub use number::{Unit, decimals_between, in_last_decimal, plain};
pub use plain_words::Unfair;
pub use process::{ProcessLabel, ProcessMessage, ProcessSentence};
pub use profile::{ProfileLabel, ProfileMessage, ProfileSentence};
#[cfg(authoring)]
pub use reading::{LONGEST_SENTENCE, grade, sentences, syllables, words};
pub use span::Span;
pub use terms::Term;
pub use trend::{TrendLabel, TrendSentence};
pub use views::{SetUpMessage, ViewLabel};

templates! {
    /// The sentences, by the id that receipts name.
    Sentence in SENTENCES {
        C0 = "C0", C0Alone = "C0-alone", C0Gap = "C0-gap", C0NoGap = "C0-no-gap",
        C1 = "C1", Pol = "POL", Chance = "C1-chance",
        C2 = "C2", C2NotSame = "C2-not-same",
        C3 = "C3", C3Sides = "C3-sides",
        C4 = "C4", C5 = "C5", C6 = "C6", C7 = "C7", C7Note = "C7-note", C8 = "C8", C8Reason = "C8-reason",
        C9 = "C9", C9Alone = "C9-alone", C9None = "C9-none", C10 = "C10", C10Kind = "C10-kind", C11 = "C11",
        S1 = "S1", S2 = "S2", S3 = "S3", S4 = "S4", S5 = "S5", S6 = "S6",
        P1 = "P1", P1Few = "P1-few", P1Missing = "P1-missing", P1MissingOne = "P1-missing-one",
        P2 = "P2", P2Chance = "P2-chance", P5 = "P5",
    }
}

templates! {
    /// Everything said about the input and the set-up: each a message and a hint.
    Message {
        EmptyFile = "empty-file", NoRows = "no-rows", HtmlNotCsv = "html-not-csv", NotText = "not-text",
        UnknownColumns = "unknown-columns", MappedColumnMissing = "mapped-column-missing",
        RepeatedColumn = "repeated-column", RaggedRow = "ragged-row", UnclosedQuote = "unclosed-quote",
        NotUtf8 = "not-utf8", NotANumber = "not-a-number", UnknownPeriod = "unknown-period", NoArea = "no-area",
        NoPeriod = "no-period", ValueOutsideInterval = "value-outside-interval", LimitsReversed = "limits-reversed",
        ImpossibleCount = "impossible-count", DuplicateKey = "duplicate-key", RepeatedRow = "repeated-row",
        MixedAreaTypes = "mixed-area-types", MixedPeriodLengths = "mixed-period-lengths",
        MixedEditions = "mixed-editions", UnknownAreaCode = "unknown-area-code", UnknownIndicator = "unknown-indicator",
        TooMany = "too-many", TooLarge = "too-large",
        NoData = "no-data", AreaNotFound = "area-not-found", IndicatorNotFound = "indicator-not-found",
        PeriodNotFound = "period-not-found", SeriesNotFound = "series-not-found", AreaTypeNotFound = "area-type-not-found",
        PeersNotFound = "peers-not-found", NoNeighbours = "no-neighbours", LikenessNotFound = "likeness-not-found", NoPeers = "no-peers",
        BenchmarkNotFound = "benchmark-not-found", PeerGroupBare = "peer-group-bare",
        MultiplierNotANumber = "multiplier-not-a-number", UnknownOption = "unknown-option", ConfigUnreadable = "config-unreadable", UnknownWord = "unknown-word",
        LanguageNotThere = "language-not-there", ChooseArea = "choose-area", PolarityInferred = "polarity-inferred",
        PercentInferred = "percent-inferred", NotProvided = "not-provided", IntervalWorkedOut = "interval-worked-out",
    }
}

templates! {
    /// Labels, column heads, names of controls and short forms.
    Label in LABELS {
        To = "to", Point = "point", PointRange = "point-range", Unclear = "unclear", Higher = "higher",
        Lower = "lower", Better = "better", Worse = "worse", HigherThan = "higher-than", LowerThan = "lower-than",
        UnclearWith = "unclear-with", NotCompared = "not-compared", NoRange = "no-range", NoFigure = "no-figure",
        Area = "area", FindArea = "find-area", Indicator = "indicator", Period = "period",
        Year = "year", Month = "month", Series = "series", PeersLabel = "peers", PeersNearest = "peers-nearest",
        PeersMostLike = "peers-most-like", PeersParent = "peers-parent", PeersAll = "peers-all",
        PeersChosen = "peers-chosen", OrderLabel = "order", OrderLikeness = "order-likeness",
        OrderName = "order-name", OrderValue = "order-value", Table = "table", Worked = "worked",
        Download = "download", Source = "source", Licence = "licence", NextUpdate = "next-update", Notes = "notes",
        Problems = "problems", Line = "line", Figure = "figure", Range = "range", Compared = "compared",
        Note = "note", CountLabel = "count", Denominator = "denominator", Our = "our-area", Benchmark = "benchmark",
        NotShown = "not-shown", TooUncertain = "too-uncertain", NotApplicable = "not-applicable",
        UsedAsBenchmark = "used-as-benchmark", MedianOf = "median-of", MedianOfGroup = "median-of-group",
        RatioUnit = "ratio-unit", YearsUnit = "years-unit", MonthWord = "month-word", MonthsLong = "months-long",
        YearWord = "year-word", PeriodWord = "period-word", FixedLevel = "fixed-level", FixedName = "fixed-name",
        KeyWord = "key", KeyRange = "key-range", PointsHint = "points-hint", InPlace = "in-place",
        ForOrganisation = "for-organisation", InPeriod = "in-period", OnDay = "on-day", And = "and",
        AndMore = "and-more", YearFromDay = "year-from", YearsFromDay = "years-from", None = "none", Was = "was",
        Were = "were", LessThanOne = "less-than-one", About = "about", WhoNearest = "who-nearest",
        WhoParent = "who-parent", WhoAll = "who-all", WhoChosen = "who-chosen", Years = "years",
        PercentagePoints = "percentage-points", PictureName = "picture-name", PersonsAll = "whole",
        Definition = "definition", GapWord = "gap", GapRange = "gap-range", LevelWord = "level", Outcome = "outcome",
        WideRange = "wide-range", Matches = "matches", CheckSpelling = "check-spelling", DidYouMean = "did-you-mean",
        Made = "made", UseNote = "use-note", OpenReceipt = "open-receipt", CopyReceipt = "copy-receipt", Copied = "copied", Receipt = "receipt",
        MethodPublished = "method-published", MethodWilson = "method-wilson",
        MethodExact = "method-exact", MethodByar = "method-byar", MethodStudent = "method-student",
        MethodSquareAndAdd = "method-square-and-add", MethodMedian = "method-median", RuleFixed = "rule-fixed",
        RuleGap = "rule-gap", RuleNone = "rule-none",
    }
}

impl Language {
    /// What is spoken where nothing is asked for, or a language that is not there.
    #[cfg(english)]
    pub const USUAL: Language = Language::English;
    /// What is spoken where nothing is asked for, or a language that is not there.
    #[cfg(not(english))]
    pub const USUAL: Language = Language::Welsh;

    /// The language of a BCP 47 tag; `None` when we do not speak it.
    pub fn of(tag: &str) -> Option<Language> {
        let tag = tag.trim();
        #[cfg(english)]
        if tag.eq_ignore_ascii_case("en-x-pseudo") {
            return Some(Language::Pseudo);
        }
        #[cfg(welsh)]
        if is_tag_of("cy", tag) {
            return Some(Language::Welsh);
        }
        #[cfg(english)]
        return is_tag_of("en", tag).then_some(Language::English);
        #[cfg(not(english))]
        None
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            #[cfg(english)]
            Language::English => "en-GB",
            #[cfg(english)]
            Language::Pseudo => "en-x-pseudo",
            #[cfg(welsh)]
            Language::Welsh => "cy",
        }
    }

    /// A sentence with its slots filled.
    pub fn say<T: Template>(self, sentence: T, slots: &[(&str, String)]) -> String {
        let text = |name: &str| slots.iter().rfind(|slot| slot.0.eq_ignore_ascii_case(name)).map(|slot| &*slot.1);
        self.fill(sentence.words(self), &text)
    }

    /// A label with its slots filled.
    pub fn label<T: Template>(self, label: T, slots: &[(&str, &str)]) -> String {
        self.fill(label.words(self), &|name| among(slots, name))
    }

    /// A label whose one slot is filled, whatever its name.
    pub fn label_of<T: Template>(self, label: T, text: &str) -> String {
        self.fill(label.words(self), &|_| Some(text))
    }

    /// A label whose slots are `a` and `b`.
    pub fn pair<T: Template>(self, label: T, a: &str, b: &str) -> String {
        self.label(label, &[("a", a), ("b", b)])
    }

    /// A message and its hint, with their slots filled.
    pub fn message(self, message: Message, slots: &[(&str, &str)]) -> (String, String) {
        let (said, hint) = match self {
            #[cfg(english)]
            Language::English | Language::Pseudo => en::message(message),
            #[cfg(welsh)]
            Language::Welsh => cy::message(message),
        };
        (self.fill(said, &|name| among(slots, name)), self.fill(hint, &|name| among(slots, name)))
    }

    /// A text whose every slot is filled with one text.
    fn filled(self, template: &str, text: &str) -> String {
        self.fill(template, &|_| Some(text))
    }

    /// The name of a month, 1 to 12.
    pub fn month(self, month: u8) -> String {
        let name = match self {
            #[cfg(english)]
            Language::English | Language::Pseudo => en::month(month),
            #[cfg(welsh)]
            Language::Welsh => cy::month(month),
        };
        self.fill(name, &|_| None)
    }

    /// A phrase that begins a sentence: its first letter made a capital, ASCII only (names and other letters stay).
    pub fn begin(self, phrase: &str) -> String {
        begin(phrase)
    }

    /// Three names at most, then how many more.
    pub fn list(self, names: &[String]) -> String {
        const MOST: usize = 3;
        let mut list = String::new();
        for (at, name) in names.iter().take(MOST).enumerate() {
            if at > 0 && at + 1 == names.len() {
                return self.pair(Label::And, &list, name);
            }
            push_part(&mut list, ", ", name);
        }
        if names.len() > MOST {
            let more = self.label_of(Label::AndMore, &self.number((names.len() - MOST) as f64, 0));
            return self.pair(Label::And, &list, &more);
        }
        list
    }

    /// Puts the slots' texts where the template names them, with a capital where the template writes the name with one.
    /// A slot that is not given stays visible, so a test finds it.
    fn fill<'s>(self, template: &str, text_of: &dyn Fn(&str) -> Option<&'s str>) -> String {
        #[cfg(welsh)]
        if self == Language::Welsh {
            return cy::grammar::fill(template, text_of);
        }
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, name, after)) = next_slot(rest) {
            self.push_words(&mut out, before);
            match text_of(name) {
                Some(text) if name.as_bytes().first().is_some_and(u8::is_ascii_uppercase) => out.push_str(&begin(text)),
                Some(text) => out.push_str(text),
                None => out.push_str(&rest[before.len()..rest.len() - after.len()]),
            }
            rest = after;
        }
        self.push_words(&mut out, rest);
        out
    }

    fn push_words(self, out: &mut String, ours: &str) {
        match self {
            #[cfg(english)]
            Language::English => out.push_str(ours),
            #[cfg(welsh)]
            Language::Welsh => out.push_str(ours),
            #[cfg(english)]
            Language::Pseudo => ours.chars().for_each(|letter| out.push(pseudo::accented(letter))),
        }
    }
}

/// Whether a BCP 47 tag begins with a language of two letters.
fn is_tag_of(language: &str, tag: &str) -> bool {
    let begins = tag.get(..2).is_some_and(|first| first.eq_ignore_ascii_case(language));
    begins && matches!(tag.as_bytes().get(2), None | Some(b'-' | b'_'))
}

/// The text for a slot, its name in capitals or not.
fn among<'s>(slots: &[(&str, &'s str)], name: &str) -> Option<&'s str> {
    slots.iter().find(|slot| slot.0.eq_ignore_ascii_case(name)).map(|slot| slot.1)
}

/// What stands before the first slot of a template, the slot's name, and what stands after it.
fn next_slot(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Whether numbers count up from 0.
const fn same(numbers: &[usize]) -> bool {
    let mut at = 0;
    while at < numbers.len() && numbers[at] == at {
        at += 1;
    }
    at == numbers.len()
}

/// A line of a text, counted from 0; empty where there is none.
fn line(text: &'static str, wanted: usize) -> &'static str {
    // Twice as fast, and too large for the first engine.
    if cfg!(every_view) {
        return text.split('\n').nth(wanted).unwrap_or_default();
    }
    let (mut line, mut start) = (0, 0);
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'\n' {
            if line == wanted {
                return text.get(start..at).unwrap_or_default();
            }
            (line, start) = (line + 1, at + 1);
        }
    }
    ""
}

/// Adds a part to a text, parted from what stands there; an empty part adds nothing.
pub fn push_part(text: &mut String, between: &str, part: &str) {
    if !part.is_empty() {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part);
    }
}

/// Ends a text as a sentence; words of a file may have their own full stop.
#[cfg(more)]
pub fn stop(text: &mut String) {
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
}

/// A text with its first letter made a capital, ASCII only.
fn begin(text: &str) -> String {
    let mut begun = text.to_owned();
    if let Some(first) = begun.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    begun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_once_and_never_read_again() {
        let fill =
            |template: &str, slots: &[(&str, &str)]| Language::English.fill(template, &|name| among(slots, name));
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
        assert_eq!(fill("{missing} stays", &[]), "{missing} stays");
        assert_eq!(fill("{A} and {a}", &[("a", "the City")]), "The City and the City");
        assert_eq!(Language::English.label_of(Label::InPlace, "Leeds"), "in Leeds");
        assert_eq!(fill("{} and {open", &[("a", "x")]), "{} and {open");
    }

    #[test]
    fn pseudo_leaves_no_plain_letter_of_ours() {
        for &sentence in Sentence::ALL {
            let said = Language::Pseudo.say(sentence, &[]);
            let mut slot = false;
            for c in said.chars() {
                slot = (slot || c == '{') && c != '}';
                assert!(slot || !c.is_ascii_alphabetic(), "{}: {said}", sentence.id());
            }
        }
    }

    #[test]
    fn lists_name_three_at_most() {
        let list = |names: &[&str]| Language::English.list(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list(&["A", "B", "C", "D", "E"]), "A, B, C and 2 more");
    }
}
