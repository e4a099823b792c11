//! How the figures of one comparison are written: one unit, one number of decimals, one way to name each place.

use crate::compare::{
    Absence, BenchmarkKind, Comparison, Figure, PeerRule, Period, PeriodKind, Place, Spoken, Verdict,
};
use crate::text::{Label, Language, Span, Unit, decimals_between};

/// The way figures are written in one view.
pub(super) struct Figures {
    pub language: Language,
    pub unit: Unit,
    pub decimals: u8,
    /// The benchmark as a noun: "England", "the middle of the 14 places".
    pub bench: String,
    /// The benchmark after "than": "in England", "the middle of the 14 places".
    pub than_bench: String,
    /// The benchmark after a figure: "in England", "for the middle of the 14 places".
    pub at_bench: String,
}

impl Figures {
    pub fn of(comparison: &Comparison, language: Language) -> Figures {
        let mut figures = Figures {
            language,
            unit: Unit::Plain,
            decimals: 0,
            bench: String::new(),
            than_bench: String::new(),
            at_bench: String::new(),
        };
        figures.decimals = decimals(comparison);
        figures.unit = unit(&comparison.subject.unit);
        figures.name_benchmark(comparison);
        if comparison.subject.ratio && !matches!(figures.unit, Unit::Percent) {
            let words = language.label(Label::RatioUnit, &[("in_bench", &figures.at_bench)]);
            figures.unit = Unit::Other(words);
        }
        figures
    }

    fn name_benchmark(&mut self, comparison: &Comparison) {
        let language = self.language;
        let count = |n: usize| language.number(n as f64, 0);
        let bare = match &comparison.benchmark.kind {
            BenchmarkKind::Wide(place) | BenchmarkKind::Peer(place) => {
                self.bench = spoken(place).to_owned();
                self.than_bench = self.in_place(place);
                self.at_bench = self.than_bench.clone();
                return;
            }
            BenchmarkKind::PeersMedian(n) => language.label(Label::MedianOf, &[("n", &count(*n))]),
            BenchmarkKind::GroupMedian(name, n) => {
                language.label(Label::MedianOfGroup, &[("n", &count(*n)), ("group", name)])
            }
            BenchmarkKind::Fixed(value) => language.label(Label::FixedLevel, &[("v", &self.short(*value))]),
            BenchmarkKind::Nothing(name) => name.clone(),
        };
        self.at_bench = language.label(Label::ForOrganisation, &[("name", &bare)]);
        self.than_bench = bare.clone();
        self.bench = bare;
    }

    /// A figure for a label or cell.
    pub fn short(&self, value: f64) -> String {
        self.language.figure(value, self.decimals, &self.unit)
    }

    /// A figure in a sentence, with its unit.
    pub fn spoken(&self, value: f64) -> String {
        self.language.spoken_figure(value, self.decimals, &self.unit)
    }

    /// The unit, for the head of a column or axis; empty where the figures carry it.
    pub fn unit_words(&self) -> String {
        match &self.unit {
            Unit::Plain | Unit::Percent => String::new(),
            Unit::Years => self.language.label(Label::YearsUnit, &[]),
            Unit::Other(words) => words.clone(),
        }
    }

    /// "in Leeds", "for NHS Kent ICB".
    pub fn in_place(&self, place: &Place) -> String {
        let label = match place.level {
            Spoken::Place => Label::InPlace,
            Spoken::Organisation => Label::ForOrganisation,
        };
        self.language.label(label, &[("name", spoken(place))])
    }

    /// A likely range in a cell, or that there is none.
    pub fn range(&self, figure: &Figure) -> String {
        match (&figure.interval, figure.cell.value()) {
            (Some(interval), _) => {
                let (a, b) = (self.short(interval.lower), self.short(interval.upper));
                self.language.label(Label::To, &[("a", &a), ("b", &b)])
            }
            (None, Some(_)) => self.language.label(Label::NoRange, &[]),
            (None, None) => String::new(),
        }
    }

    /// A figure in a cell, or why there is none.
    pub fn cell(&self, figure: &Figure) -> String {
        match figure.cell {
            crate::compare::Cell::Value(value) => self.short(value),
            crate::compare::Cell::Absent(absence) => self.language.label(absent(absence), &[]),
        }
    }

    /// A count: whole where it is whole, else with one decimal.
    pub fn count(&self, count: Option<f64>) -> String {
        count.map_or(String::new(), |count| self.language.number(count, u8::from(count.fract() != 0.0)))
    }

    /// The peers as a phrase: "14 places most like Wessmere".
    pub fn who(&self, comparison: &Comparison, n: usize) -> String {
        let n = self.language.number(n as f64, 0);
        let area = spoken(&comparison.area);
        match &comparison.peers.rule {
            PeerRule::Nearest => self.language.label(Label::WhoNearest, &[("n", &n), ("area", area)]),
            PeerRule::Parent(parent) => self.language.label(Label::WhoParent, &[("n", &n), ("parent", parent)]),
            PeerRule::All => self.language.label(Label::WhoAll, &[("n", &n)]),
            PeerRule::Codes | PeerRule::Group(..) => self.language.label(Label::WhoChosen, &[("n", &n)]),
        }
    }

    /// A period by itself.
    pub fn period(&self, period: &Period) -> String {
        self.language.span(&span(period))
    }

    /// A period with its preposition.
    pub fn in_period(&self, period: &Period) -> String {
        self.language.in_span(&span(period))
    }
}

/// The name as spoken in a sentence.
pub(super) fn spoken(place: &Place) -> &str {
    place.spoken.as_deref().unwrap_or(&place.name)
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

fn unit(words: &str) -> Unit {
    let is = |names: &[&str]| names.iter().any(|name| words.eq_ignore_ascii_case(name));
    if words.is_empty() || is(&["value", "number", "count", "score", "index"]) {
        Unit::Plain
    } else if is(&["%", "percent", "per cent", "percentage", "percentage (%)"]) {
        Unit::Percent
    } else if is(&["years", "yrs", "year"]) {
        Unit::Years
    } else if let Some(rest) = words.get(5..).filter(|_| words[..5].eq_ignore_ascii_case("rate ")) {
        Unit::Other(rest.to_owned())
    } else {
        Unit::Other(words.to_owned())
    }
}

/// The publisher's decimals; more where figures are small, or where two that differ clearly would print alike.
fn decimals(comparison: &Comparison) -> u8 {
    let mut decimals = comparison.subject.decimals;
    let ours = comparison.ours.cell.value();
    let theirs = comparison.benchmark.figure.cell.value();
    let figures = comparison.peers.places.iter().filter_map(|peer| peer.figure.cell.value()).chain(ours).chain(theirs);
    let greatest = figures.fold(0.0, |greatest: f64, value| greatest.max(value.abs()));
    // A figure below one wants two digits that say something: 0.28, 0.031.
    let mut digits = greatest * 10.0;
    while decimals > 0 && decimals < 5 && greatest > 0.0 && digits < 10.0 {
        decimals += 1;
        digits *= 10.0;
    }
    if let (Verdict::Tested(test), Some(ours), Some(theirs)) = (&comparison.verdict, ours, theirs)
        && test.side.is_some()
    {
        decimals = decimals_between(ours, theirs, decimals);
    }
    decimals
}

/// A period as a reader would say it.
pub(super) fn span(period: &Period) -> Span {
    let years = (period.months / 12).max(1) as i16;
    let last = period.year + years - 1;
    match period.kind {
        PeriodKind::Calendar => Span::Years(period.year, last),
        PeriodKind::Financial | PeriodKind::Academic => Span::SplitYears(period.year, last),
        PeriodKind::YearFrom => Span::YearsFrom(period.year, period.month, period.day, years as u16),
        PeriodKind::Day => Span::Day(period.year, period.month, period.day),
        PeriodKind::Quarter | PeriodKind::FinancialQuarter | PeriodKind::Month => months(period),
        PeriodKind::Span => Span::Label(period.label.clone()),
    }
}

fn months(period: &Period) -> Span {
    let after = i32::from(period.month) - 1 + i32::from(period.months.max(1)) - 1;
    let (year, month) = (period.year + (after / 12) as i16, (after % 12 + 1) as u8);
    Span::Months((period.year, period.month), (year, month))
}
