//! How the figures of one comparison are written: one unit, one number of decimals, one way to name each place.

use crate::compare::{
    Absence, BenchmarkKind, Cell, Comparison, Figure, PeerKind, Period, PeriodKind, Place, Significance, Spoken,
};
use crate::text::{Label, Language, Span, Template, Unit, decimals_between};

/// One comparison, and the way its figures are written.
pub(super) struct Figures<'a> {
    pub comparison: &'a Comparison<'a>,
    pub language: Language,
    pub unit: Unit,
    pub decimals: u8,
    /// The benchmark as a noun: "England", "the middle of the 14 places".
    pub bench: String,
}

impl<'a> Figures<'a> {
    pub fn of(comparison: &'a Comparison, language: Language) -> Figures<'a> {
        let mut figures = Figures {
            comparison,
            language,
            unit: unit(comparison.subject.unit),
            decimals: decimals(comparison),
            bench: String::new(),
        };
        figures.bench = figures.benchmark();
        if comparison.subject.ratio && figures.unit != Unit::Percent {
            figures.unit = Unit::Other(language.label_of(Label::RatioUnit, &figures.at_bench()));
        }
        figures
    }

    fn benchmark(&self) -> String {
        let benchmark = &self.comparison.benchmark;
        let place = &benchmark.place;
        match benchmark.kind {
            BenchmarkKind::Wide | BenchmarkKind::Peer => place.spoken.to_owned(),
            BenchmarkKind::PeersMedian => self.label_of(Label::MedianOf, &self.count(benchmark.of)),
            BenchmarkKind::GroupMedian => {
                let n = self.count(benchmark.of);
                self.language.label(Label::MedianOfGroup, &[("n", &n), ("group", place.name)])
            }
            BenchmarkKind::Fixed => self.label_of(Label::FixedLevel, &self.value(&benchmark.figure)),
            BenchmarkKind::Nothing => place.name.to_owned(),
        }
    }

    /// Whether the benchmark is an area, and so has a place.
    fn is_bench_placed(&self) -> bool {
        matches!(self.comparison.benchmark.kind, BenchmarkKind::Wide | BenchmarkKind::Peer)
    }

    /// The benchmark after "than": "in England", "the middle of the 14 places".
    pub fn than_bench(&self) -> String {
        if self.is_bench_placed() { self.in_place(&self.comparison.benchmark.place) } else { self.bench.clone() }
    }

    /// The benchmark after a figure: "in England", "for the middle of the 14 places".
    pub fn at_bench(&self) -> String {
        if self.is_bench_placed() {
            self.in_place(&self.comparison.benchmark.place)
        } else {
            self.label_of(Label::ForOrganisation, &self.bench)
        }
    }

    /// The benchmark's name as a label.
    pub fn bench_name(&self) -> String {
        match self.comparison.benchmark.kind {
            BenchmarkKind::Wide | BenchmarkKind::Peer => self.comparison.benchmark.place.name.to_owned(),
            BenchmarkKind::Fixed => self.word(Label::FixedName),
            _ => self.language.begin(&self.bench),
        }
    }

    /// A label without slots.
    pub fn word<T: Template>(&self, label: T) -> String {
        self.language.label(label, &[])
    }

    /// A label with one slot.
    pub fn label_of<T: Template>(&self, label: T, text: &str) -> String {
        self.language.label_of(label, text)
    }

    /// A label that may name the benchmark.
    pub fn of_bench<T: Template>(&self, label: T) -> String {
        self.label_of(label, &self.bench)
    }

    /// A figure for a label or cell.
    pub fn short(&self, value: f64) -> String {
        self.language.figure(value, self.decimals, &self.unit)
    }

    /// The value of a figure for a label or cell; empty where there is none.
    pub fn value(&self, figure: &Figure) -> String {
        figure.cell.value().map_or(String::new(), |value| self.short(value))
    }

    /// The unit, for the head of a column or axis; empty where the figures carry it.
    pub fn unit_words(&self) -> String {
        match &self.unit {
            Unit::Plain | Unit::Percent => String::new(),
            Unit::Years => self.word(Label::YearsUnit),
            Unit::Other(words) => words.clone(),
        }
    }

    /// "in Leeds", "for NHS Kent ICB".
    pub fn in_place(&self, place: &Place) -> String {
        let label = match place.level {
            Spoken::Place => Label::InPlace,
            Spoken::Organisation => Label::ForOrganisation,
        };
        self.label_of(label, place.spoken)
    }

    /// A range in a cell, from one text to another.
    pub fn range(&self, lower: &str, upper: &str) -> String {
        self.language.pair(Label::To, lower, upper)
    }

    /// A figure in a cell, or why there is none.
    pub fn cell(&self, figure: &Figure) -> String {
        match figure.cell {
            Cell::Value(value) => self.short(value),
            Cell::Absent(absence) => self.word(absent(absence)),
        }
    }

    /// How many.
    pub fn count(&self, n: usize) -> String {
        self.language.number(n as f64, 0)
    }

    /// The peers as a phrase: "14 places most like Wessmere".
    pub fn who(&self, n: usize) -> String {
        let rule = &self.comparison.peer_rule;
        let label = match rule.kind {
            PeerKind::All => Label::WhoAll,
            PeerKind::Parent => Label::WhoParent,
            PeerKind::Nearest => Label::WhoNearest,
            PeerKind::Codes | PeerKind::Group => Label::WhoChosen,
        };
        let area = self.comparison.ours().place.spoken;
        self.language.label(label, &[("n", &self.count(n)), ("area", area), ("parent", rule.name)])
    }

    /// A group in words: its length of period stands last, as `P36M`.
    pub fn group(&self, group: &str) -> String {
        let Some(rest) = group.strip_suffix("M") else { return group.to_owned() };
        let mut at = rest.len();
        while at > 0 && rest.as_bytes()[at - 1].is_ascii_digit() {
            at -= 1;
        }
        let (words, n) = rest.split_at(at);
        match words.strip_suffix("P") {
            Some(words) if !n.is_empty() => words.to_owned() + &self.label_of(Label::MonthsLong, n),
            _ => group.to_owned(),
        }
    }

    /// A period by itself.
    pub fn period(&self, period: &Period) -> String {
        self.language.span(span(period))
    }
}

/// The short form of a reason for no figure.
pub(super) fn absent(absence: Absence) -> Label {
    match absence {
        Absence::Missing | Absence::Unreadable => Label::NoFigure,
        Absence::Suppressed => Label::NotShown,
        Absence::Unreliable => Label::TooUncertain,
        Absence::NotApplicable => Label::NotApplicable,
    }
}

/// The word for a side of the benchmark.
pub(super) fn side(significance: Significance) -> Label {
    match significance {
        Significance::Higher => Label::Higher,
        Significance::NotDifferent => Label::Unclear,
        Significance::Lower => Label::Lower,
    }
}

fn unit(words: &str) -> Unit {
    // What says nothing, then what says percentages, then years.
    const KNOWN: [&str; 14] = [
        "",
        "value",
        "number",
        "count",
        "score",
        "index",
        "%",
        "percent",
        "per cent",
        "percentage",
        "percentage (%)",
        "years",
        "yrs",
        "year",
    ];
    match KNOWN.iter().position(|known| words.eq_ignore_ascii_case(known)) {
        Some(0..6) => Unit::Plain,
        Some(6..11) => Unit::Percent,
        Some(_) => Unit::Years,
        None => Unit::Other(match words.split_at_checked(5) {
            Some((start, unit)) if start.eq_ignore_ascii_case("rate ") => unit.to_owned(),
            _ => words.to_owned(),
        }),
    }
}

/// The publisher's decimals; more where figures are small, or where two that differ clearly would print alike.
fn decimals(comparison: &Comparison) -> u8 {
    let mut decimals = comparison.subject.decimals;
    let theirs = comparison.benchmark.figure.cell.value();
    let mut greatest = theirs.unwrap_or(0.0).abs();
    for compared in &comparison.areas {
        greatest = greatest.max(compared.figure.cell.value().unwrap_or(0.0).abs());
    }
    // A figure below one wants two digits that say something: 0.28, 0.031.
    let mut digits = greatest * 10.0;
    while decimals > 0 && decimals < 5 && greatest > 0.0 && digits < 10.0 {
        decimals += 1;
        digits *= 10.0;
    }
    let ours = comparison.ours();
    if let (Ok(test), Some(ours), Some(theirs)) = (&ours.verdict, ours.figure.cell.value(), theirs)
        && test.significance != Significance::NotDifferent
    {
        decimals = decimals_between(ours, theirs, decimals);
    }
    decimals
}

/// A period as a reader would say it.
pub(super) fn span(period: &Period) -> Span<'_> {
    let years = (period.months / 12).max(1) as i16;
    let last = period.year + years - 1;
    match period.kind {
        PeriodKind::Calendar => Span::Years(period.year, last),
        PeriodKind::Financial | PeriodKind::Academic => Span::SplitYears(period.year, last),
        PeriodKind::YearFrom => Span::YearsFrom(period.year, period.month, period.day, years as u16),
        PeriodKind::Day => Span::Day(period.year, period.month, period.day),
        PeriodKind::Quarter | PeriodKind::FinancialQuarter | PeriodKind::Month => months(period),
        PeriodKind::Span => Span::Label(&period.label),
    }
}

fn months(period: &Period) -> Span<'static> {
    let after = i32::from(period.month) - 1 + i32::from(period.months.max(1)) - 1;
    let (year, month) = (period.year + (after / 12) as i16, (after % 12 + 1) as u8);
    Span::Months((period.year, period.month), (year, month))
}
