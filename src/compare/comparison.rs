use super::finding::Finding;
use crate::config::{Basis, Order, PeerGroup};
use crate::data::{Cell, Level as Spoken, Period};
use crate::stats::{Gap, Interval, Judgement, Level, Method, Polarity, Significance};

/// Our area against its peers and a benchmark, for one series and one period: facts only, no words. Names are those of
/// the table and the config.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'t> {
    /// What is measured.
    pub subject: Subject<'t>,
    /// When.
    pub period: &'t Period,
    /// Our area, then those we compare with, in the order to show them: never empty.
    pub areas: Vec<Compared<'t>>,
    /// What all are compared with.
    pub benchmark: Benchmark<'t>,
    /// How the areas we compare with were chosen.
    pub peer_rule: PeerRule<'t>,
    /// The order they stand in.
    pub order: Order,
    /// Where the peers' figures lie; `None` with fewer than two.
    pub spread: Option<Spread>,
    /// How the peers stand to the benchmark.
    pub tally: Tally,
    /// The methods of the intervals that were worked out, as the file gives none.
    pub worked_out: Vec<Method>,
    /// What a reader can choose instead.
    pub choices: Choices<'t>,
    /// What was asked and could not be, and what was left out, with why.
    pub findings: Vec<Finding>,
    /// The areas whose median is the benchmark, where they are a named group of their own.
    #[cfg(more)]
    pub benchmark_group: Vec<Compared<'t>>,
    /// What was asked for beside it.
    #[cfg(more)]
    pub beside: super::beside::Beside<'t>,
    /// The gap between two groups of our area, where there are figures by group.
    #[cfg(more)]
    pub gap_line: Option<Box<super::inequality::GapLine<'t>>>,
}

impl<'t> Comparison<'t> {
    /// Our area.
    pub fn ours(&self) -> &Compared<'t> {
        &self.areas[0]
    }

    /// The areas we compare with, in the order to show them.
    pub fn peers(&self) -> &[Compared<'t>] {
        &self.areas[1..]
    }
}

/// What is measured, as far as anyone has said; a text nobody gave is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject<'t> {
    /// The publisher's id.
    pub id: &'t str,
    /// The publisher's name.
    pub label: &'t str,
    /// The plain singular phrase with its article, from the config.
    pub phrase: &'t str,
    /// Sex, age and category, where the file holds several: `Female, 65+ yrs`.
    pub group: String,
    /// The unit, in the publisher's words; `%` when percentages were told from counts.
    pub unit: &'t str,
    /// Which way is better.
    pub polarity: Polarity,
    /// What the figures rest on.
    pub basis: Option<Basis>,
    /// Whether it is a ratio of observed to expected, so that 100 is the level of the benchmark.
    pub ratio: bool,
    /// Who set up this view.
    pub publisher: &'t str,
    /// Decimals the publisher's own figures carry, at most 1.
    pub decimals: u8,
    /// What a count over its denominator is multiplied by, where that is known.
    pub per: Option<f64>,
}

/// One area, as it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'t> {
    /// Its code, or its name where the file has no codes.
    pub code: &'t str,
    /// Its name as given.
    pub name: &'t str,
    /// Its name as spoken in a sentence: the publisher's, else as given.
    pub spoken: &'t str,
    /// Whether it is spoken of as a place or an organisation.
    pub level: Spoken,
}

/// The levels of [`Figure::intervals`], in their order.
pub const LEVELS: [Level; 2] = [Level::P95, Level::P998];

/// A figure with all that is known of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure<'t> {
    /// The value, or why there is none.
    pub cell: Cell,
    /// Its intervals at 95 and 99.8 %: published, else worked out where the value type is known. None without a value.
    pub intervals: [Option<Interval>; 2],
    /// How many had the property.
    pub count: Option<f64>,
    /// How many could have had it.
    pub denominator: Option<f64>,
    /// The publisher's note.
    pub note: &'t str,
    /// The line of the file it stands on; 0 when it was worked out.
    pub line: u32,
}

impl Figure<'_> {
    /// A figure with nothing known of it but itself.
    pub(super) fn bare(cell: Cell) -> Figure<'static> {
        Figure { cell, intervals: [None; 2], count: None, denominator: None, note: "", line: 0 }
    }
}

/// What all are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark<'t> {
    /// What it is.
    pub kind: BenchmarkKind,
    /// The area; else only the name of the group, or the name that was asked for.
    pub place: Place<'t>,
    /// How many areas a median is of.
    pub of: usize,
    /// Its figure; absent where nothing may be set against it.
    pub figure: Figure<'t>,
    /// The period of its figure, when that is not ours.
    pub other_period: Option<&'t Period>,
    /// Why nothing is compared with it, where its figure is absent.
    pub untested: Untested,
}

/// The kinds of benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BenchmarkKind {
    /// A nation or region: its figure is taken as fixed.
    Wide,
    /// Another area like ours: its figure is uncertain too.
    Peer,
    /// The median of the peers shown.
    PeersMedian,
    /// The median of the areas of a named group.
    GroupMedian,
    /// A number somebody set.
    Fixed,
    /// Nothing to compare with.
    Nothing,
}

/// What can be said of a figure against the benchmark.
pub type Verdict = Result<Test, Untested>;

/// A test and its outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// By which rule.
    pub rule: Rule,
    /// Which side of the benchmark it is clearly on, if any.
    pub significance: Significance,
    /// The same read through polarity; `Similar` when no clear gap was found.
    pub judgement: Judgement,
    /// The strictest level at which it is clear; when it is not, the level of the test.
    pub level: Level,
    /// The gap with its own 95 % interval, where both figures are uncertain.
    pub gap: Option<Gap>,
}

/// Why a figure was not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untested {
    /// One of the two has no interval.
    NoInterval,
    /// There is no figure.
    NoFigure,
    /// There is nothing to compare with, or it is the benchmark itself.
    NoBenchmark,
    /// The benchmark's figure is for another period.
    OtherPeriod,
    /// The benchmark is another kind of area.
    OtherKind,
}

impl Untested {
    /// Its name in plain data.
    pub fn id(self) -> &'static str {
        match self {
            Untested::NoInterval => "no-interval",
            Untested::NoFigure => "no-figure",
            Untested::NoBenchmark => "no-benchmark",
            Untested::OtherPeriod => "other-period",
            Untested::OtherKind => "other-kind",
        }
    }
}

/// The published rules of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The area's interval against the benchmark's value; touching is not clear.
    FixedValue,
    /// The gap's own interval (square and add) against zero.
    GapItself,
}

/// How peers are chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeerRule<'t> {
    /// The kind of rule.
    pub kind: PeerKind,
    /// The parent's or group's name, or the codes as they were asked for; else empty.
    pub name: &'t str,
    /// The named group.
    pub group: Option<&'t PeerGroup>,
}

/// The kinds of rule by which peers are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeerKind {
    /// Every area of our kind.
    All,
    /// Those with our parent.
    Parent,
    /// Those a neighbour list names for our area.
    Nearest,
    /// Codes that were asked for.
    Codes,
    /// A named group.
    Group,
}

impl<'t> PeerRule<'t> {
    /// The rule as the option writes it.
    pub fn word(&self) -> &'t str {
        match self.kind {
            PeerKind::All => "all",
            PeerKind::Parent => "parent",
            PeerKind::Nearest => "nearest",
            PeerKind::Codes | PeerKind::Group => self.name,
        }
    }
}

/// An area with its figure and how it stands to the benchmark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared<'t> {
    /// The area.
    pub place: Place<'t>,
    /// Its figure.
    pub figure: Figure<'t>,
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
pub struct Choices<'t> {
    /// The indicators: id and name.
    pub indicators: Vec<(&'t str, &'t str)>,
    /// The groups of this indicator.
    pub series: Vec<String>,
    /// The areas with figures in this series, A to Z: code and name. Ours is among them.
    pub areas: Vec<(&'t str, &'t str)>,
    /// The periods with a figure for our area, latest first.
    pub periods: Vec<&'t Period>,
    /// The peer rules that can be answered here.
    pub peers: Vec<PeerRule<'t>>,
}
