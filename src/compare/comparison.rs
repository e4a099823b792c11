use super::finding::Finding;
use crate::config::{Basis, Order};
use crate::data::{Absence, Cell, Level as Spoken, Period};
use crate::stats::{Gap, Interval, Judgement, Level, Polarity};

/// Our area against its peers and a benchmark, for one series and one period: facts only, no words.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What is measured.
    pub subject: Subject,
    /// When.
    pub period: Period,
    /// Where.
    pub area: Place,
    /// Our figure.
    pub ours: Figure,
    /// What all are compared with.
    pub benchmark: Benchmark,
    /// What can be said of ours against the benchmark.
    pub verdict: Verdict,
    /// The areas we compare with, in the order to show them.
    pub peers: Peers,
    /// Where the peers' figures lie; `None` with fewer than two.
    pub spread: Option<Spread>,
    /// How the peers stand to the benchmark.
    pub tally: Tally,
    /// What a reader can choose instead.
    pub choices: Choices,
    /// What was asked and could not be, and what was left out, with why.
    pub findings: Vec<Finding>,
}

/// What is measured, as far as anyone has said.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The publisher's id.
    pub id: String,
    /// The publisher's name.
    pub label: String,
    /// The plain singular phrase with its article, from the config.
    pub phrase: Option<String>,
    /// Sex, age and category, where the file holds several: `Female, 65+ yrs`.
    pub group: String,
    /// The unit, in the publisher's words; `%` when percentages were told from counts.
    pub unit: String,
    /// Which way is better, and who says so.
    pub polarity: Polarity,
    /// Who says which way is better.
    pub polarity_from: Origin,
    /// What the figures rest on.
    pub basis: Option<Basis>,
    /// Whether it is a ratio of observed to expected, so that 100 is the level of the benchmark.
    pub ratio: bool,
    /// Who set up this view.
    pub publisher: Option<String>,
    /// Decimals the publisher's own figures carry, at most 1.
    pub decimals: u8,
}

/// Where a statement about a measure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The publisher's config.
    Config,
    /// An indicator table among the files.
    IndicatorTable,
    /// The file's own labels, which all agree.
    Labels,
    /// Nobody.
    Nobody,
}

/// One area, as it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code, or its name where the file has no codes.
    pub code: String,
    /// Its name as given.
    pub name: String,
    /// Its name as spoken in a sentence, where the publisher gave one.
    pub spoken: Option<String>,
    /// Whether it is spoken of as a place or an organisation.
    pub level: Spoken,
    /// Whether it is a nation or region, which contains others.
    pub wide: bool,
}

/// A figure with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value, or why there is none.
    pub cell: Cell,
    /// Its 95 % interval: published, else worked out where the value type is known.
    pub interval: Option<Interval>,
    /// Its 99.8 % interval, likewise.
    pub wide_interval: Option<Interval>,
    /// How many had the property.
    pub count: Option<f64>,
    /// How many could have had it.
    pub denominator: Option<f64>,
    /// The publisher's note.
    pub note: String,
    /// The line of the file it stands on; 0 when it was worked out.
    pub line: u32,
}

/// What all are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// What it is.
    pub kind: BenchmarkKind,
    /// Its figure.
    pub figure: Figure,
    /// The period of its figure, when that is not ours.
    pub other_period: Option<Period>,
}

/// The kinds of benchmark.
#[derive(Debug, Clone, PartialEq)]
pub enum BenchmarkKind {
    /// A nation or region: its figure is taken as fixed.
    Wide(Place),
    /// Another area like ours: its figure is uncertain too.
    Peer(Place),
    /// The median of so many of the peers shown.
    PeersMedian(usize),
    /// The median of so many areas of a named group.
    GroupMedian(String, usize),
    /// A number somebody set.
    Fixed(f64),
    /// Nothing to compare with; the name that was asked for, if any.
    Nothing(String),
}

/// What can be said of a figure against the benchmark.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Tested.
    Tested(Test),
    /// One of the two has no interval, so nothing was tested.
    NoInterval,
    /// There is no figure.
    NoFigure(Absence),
    /// There is nothing to compare with.
    NoBenchmark,
    /// The benchmark's figure is for another period.
    OtherPeriod,
    /// The benchmark is another kind of area and does not contain ours.
    OtherKind,
}

/// A test and its outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// By which rule.
    pub rule: Rule,
    /// Read through polarity; `Similar` when no clear gap was found.
    pub judgement: Judgement,
    /// Which side of the benchmark it is clearly on.
    pub side: Option<Side>,
    /// The strictest level at which it is clear; 95 % when it is not.
    pub level: Level,
    /// The gap with its own interval, where both figures are uncertain.
    pub gap: Option<Gap>,
}

/// The published rules of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The area's interval against the benchmark's value; touching is not clear.
    FixedValue,
    /// The gap's own interval (square and add) against zero.
    GapItself,
}

/// A side of the benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Higher,
    /// Below it.
    Lower,
}

/// The areas we compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Peers {
    /// By which rule they were chosen.
    pub rule: PeerRule,
    /// The order they stand in.
    pub order: Order,
    /// The peers, in that order.
    pub places: Vec<Compared>,
}

/// How peers are chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum PeerRule {
    /// Every area of our kind.
    All,
    /// Those with our parent, by its name.
    Parent(String),
    /// Those a neighbour list names for our area.
    Nearest,
    /// Codes from the config.
    Codes,
    /// A named group: name, reason, date.
    Group(String, String, String),
}

/// A peer with its figure and how it stands to the benchmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The area.
    pub place: Place,
    /// Its figure.
    pub figure: Figure,
    /// What can be said of it.
    pub verdict: Verdict,
}

/// Where the peers' figures lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many have a figure.
    pub with_figure: usize,
    /// How many have none.
    pub without: usize,
    /// Least and greatest.
    pub ends: (f64, f64),
    /// Lower and upper quartile.
    pub quartiles: (f64, f64),
}

/// How the peers stand to the benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Clearly higher.
    pub higher: usize,
    /// Clearly lower.
    pub lower: usize,
    /// No clear gap.
    pub unclear: usize,
}

impl Tally {
    /// How many were tested.
    pub fn checks(self) -> usize {
        self.higher + self.lower + self.unclear
    }

    /// How many chance alone would mark at 95 %.
    pub fn by_chance(self) -> f64 {
        self.checks() as f64 * 0.05
    }
}

/// What a reader can choose instead of what is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// The indicators: id and name.
    pub indicators: Vec<(String, String)>,
    /// The groups of this indicator.
    pub series: Vec<String>,
    /// The areas with figures in this series, A to Z: code and name.
    pub areas: Vec<(String, String)>,
    /// The periods with a figure for our area, latest first.
    pub periods: Vec<Period>,
    /// The peer rules that can be answered here, as the option writes them, with the number or parent they stand for.
    pub peers: Vec<(String, PeerRule)>,
}
