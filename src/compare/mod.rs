//! The meaning: a [`Table`] and a [`Config`] become a [`Comparison`] — our area, its peers, a benchmark, and what can
//! honestly be said of them.
//!
//! Knows what "like us", "higher than" and "cannot be compared" mean. Refuses to know words, languages, pixels or
//! formats. Nothing here is ordered by value unless the reader asks, and nothing carries a position in such an order.
//! Start at [`run`], and for what changed over time at [`trend()`].

#[cfg(more)]
mod answer;
mod benchmark;
#[cfg(more)]
mod beside;
#[cfg(more)]
mod closing;
#[cfg(more)]
mod comparable;
mod comparison;
mod finding;
#[cfg(every_view)]
mod funnel;
#[cfg(more)]
mod history;
#[cfg(more)]
mod inequality;
mod kind;
#[cfg(more)]
mod likeness;
mod measure;
mod peers;
#[cfg(more)]
mod places;
#[cfg(every_view)]
mod process;
#[cfg(every_view)]
mod profile;
mod question;
#[cfg(more)]
mod receipt;
#[cfg(more)]
mod recent;
#[cfg(test)]
mod tests;
#[cfg(more)]
mod trend;
mod verdict;

#[cfg(more)]
pub use answer::{Answer, answer};
#[cfg(more)]
pub use beside::{Beside, Checked, Counts, Evidence, FalseDiscovery, Learned, Pairs, UnderRule};
#[cfg(more)]
pub use closing::{GapEnd, GapVerdict};
pub use comparison::{
    Benchmark, BenchmarkKind, Choices, Compared, Comparison, Figure, LEVELS, PeerKind, PeerRule, Place, Rule, Spread,
    Subject, Tally, Test, Untested, Verdict,
};
pub use finding::{Finding, FindingKind};
#[cfg(every_view)]
pub use funnel::{
    Cases, Funnel, FunnelComparison, FunnelKind, FunnelLine, FunnelPlace, NoFunnel, Standing, Unplaced, funnel,
};
#[cfg(more)]
pub use history::{Break, Moment, Whose, latest_break, not_final};
#[cfg(more)]
pub use inequality::{Apart, Dimension, DimensionKind, GapLine, Group, NoGap, Rung, gap_line};
#[cfg(every_view)]
pub use inequality::{GapComparison, Inside, NoSlope, OverTime, Parts, RatioVerdict, Slope, gap};
#[cfg(more)]
pub use likeness::{Alike, Measure, Near};
#[cfg(more)]
pub use places::{Amount, Located, Places, Shown, Succeeded, Sum, Sums, Whole, Width};
#[cfg(every_view)]
pub use process::{
    NewStart, NoProcess, NoUsual, ProcessComparison, ProcessFinding, ProcessFindingKind, ProcessMoment, Reading, Sign,
    Stretch, Usual, process,
};
#[cfg(authoring)]
pub use profile::is_past;
#[cfg(every_view)]
pub use profile::{
    Cannot, Check, Entry, Fault, FaultKind, Made, Outlook, PlaceOnPath, Profile, Progress, Promise, State, When,
    priority_faults, profile,
};
#[cfg(more)]
pub use receipt::{Unreadable, answer_receipts, beside_receipts, receipts, replay, trend_receipts};
#[cfg(every_view)]
pub use receipt::{funnel_receipts, gap_receipts, process_receipts, profile_receipts};
#[cfg(more)]
pub use recent::{Horizon, Published, TrendTest, TrendVerdict};
#[cfg(more)]
pub use trend::{Hole, NoTrend, TrendComparison, trend};

/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::config::TrendMethod;

/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::data::{Absence, Cell, Level as Spoken, Period, PeriodKind, Problem, ProblemKind, PublishedTrend};
/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::stats::process::{
    Assurance, ProcessLimits, RangesUsed, Rule as ProcessRule, RunLength, Side, SpecialCause,
};
/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::stats::{
    ChanceFlags, Gap, GapChange, GapTrend, Interval, Judgement, Level, Method, Polarity, Significance, Trend,
    TrendJudgement, TrendReason,
};

/// What `view` needs of the rooms below, so that it need not know them.
#[cfg(every_view)]
pub use crate::stats::{InequalityModel, Limits as SlopeLimits};

use crate::config::{Config, Order};
use crate::data::{AreaId, Table};
use crate::stats::quantile;
use question::{Question, Wording};

/// The question cannot be answered: the table holds no row that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoData;

/// Compares our area with its peers and the benchmark.
///
/// What was asked for and is not there is answered with what is, and said in the findings; so this fails only when
/// there is nothing at all.
pub fn run<'t>(table: &'t Table, config: &'t Config) -> Result<Comparison<'t>, NoData> {
    Asked::of(table, config).map(Asked::compared)
}

/// A question with the figures that every view needs, before they are put together.
struct Asked<'t> {
    question: Question<'t>,
    known: measure::Known<'t>,
    peer_rule: PeerRule<'t>,
    order: Order,
    /// The peers, in the order to show them.
    #[cfg(more)]
    ids: Vec<u32>,
    /// Our area, then the peers; not yet tested.
    areas: Vec<Compared<'t>>,
    benchmark: Benchmark<'t>,
}

impl<'t> Asked<'t> {
    fn of(table: &'t Table, config: &'t Config) -> Result<Asked<'t>, NoData> {
        Asked::worded(table, config, Wording::of(config))
    }

    /// The same in other words than the config's.
    fn worded(table: &'t Table, config: &'t Config, wording: Wording<'t>) -> Result<Asked<'t>, NoData> {
        Question::worded(table, config, wording).ok_or(NoData).map(Asked::by)
    }

    /// What a question asks for, in the period it is turned to.
    fn by(mut question: Question<'t>) -> Asked<'t> {
        let mut known = measure::Known::of(&mut question);
        let (peer_rule, order, ids) = peers::choose(&mut question);
        let mut areas = vec![known.compared(&question, question.area)];
        for &id in &ids {
            areas.push(known.compared(&question, AreaId(id)));
        }
        let benchmark = benchmark::find(&mut question, &known, &areas[1..]);
        known.subject.group = std::mem::take(&mut question.group);
        Asked {
            question,
            known,
            peer_rule,
            order,
            #[cfg(more)]
            ids,
            areas,
            benchmark,
        }
    }

    /// The areas of the named group whose median is the benchmark.
    #[cfg(more)]
    fn benchmark_group(&self) -> Vec<Compared<'t>> {
        match self.benchmark.kind {
            BenchmarkKind::GroupMedian => {
                benchmark::group(&self.question, &self.known, self.question.wording.benchmark)
            }
            _ => Vec::new(),
        }
    }

    /// Each area tested, and all put together.
    fn compared(self) -> Comparison<'t> {
        #[cfg(more)]
        let (beside, benchmark_group) = (self.beside(), self.benchmark_group());
        let Asked { question, known, peer_rule, order, mut areas, benchmark, .. } = self;
        let tally = judge(&mut areas, &benchmark, known.subject.polarity);
        Comparison {
            period: question.table.period(question.period),
            spread: spread(&areas[1..]),
            worked_out: worked_out(&areas),
            subject: known.subject,
            areas,
            benchmark,
            peer_rule,
            order,
            tally,
            choices: question.choices,
            findings: question.findings,
            #[cfg(more)]
            benchmark_group,
            #[cfg(more)]
            beside,
            #[cfg(more)]
            gap_line: None,
        }
    }
}

/// How the areas most like ours were found, where that was worked out from measures that the config names; else empty.
#[cfg(more)]
pub fn alike<'t>(table: &'t Table, config: &'t Config) -> Alike<'t> {
    match Question::worded(table, config, Wording::of(config)) {
        Some(mut question) => peers::alike(&mut question),
        None => Alike::default(),
    }
}

/// Tests each area, ours first, and counts how the others stand.
///
/// Ours is independent of the benchmark, so the gap itself is tested wherever that is uncertain. A peer is part of the
/// median of peers: it is set against that as a value, and an area that is the benchmark is set against nothing.
fn judge(areas: &mut [Compared], benchmark: &Benchmark, polarity: Polarity) -> Tally {
    let mut tally = Tally::default();
    for (at, compared) in areas.iter_mut().enumerate() {
        let rule = match benchmark.kind {
            BenchmarkKind::Peer => Rule::GapItself,
            BenchmarkKind::PeersMedian | BenchmarkKind::GroupMedian if at == 0 => Rule::GapItself,
            _ => Rule::FixedValue,
        };
        if benchmark.kind != BenchmarkKind::Peer || compared.place.code != benchmark.place.code {
            compared.verdict = verdict::judge(&compared.figure, benchmark, rule, polarity);
        }
        if let (Ok(test), 1..) = (&compared.verdict, at) {
            match test.significance {
                Significance::Higher => tally.higher += 1,
                Significance::Lower => tally.lower += 1,
                Significance::NotDifferent => tally.unclear += 1,
            }
        }
    }
    tally
}

/// Where figures lie. An area to which the measure does not apply has no place among them, nor among those without one.
fn spread(peers: &[Compared]) -> Option<Spread> {
    let mut values = Vec::new();
    let mut without = 0;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for peer in peers {
        match peer.figure.cell {
            Cell::Value(value) => {
                values.push(value);
                low = if value < low { value } else { low };
                high = if value > high { value } else { high };
            }
            Cell::Absent(Absence::NotApplicable) => {}
            Cell::Absent(_) => without += 1,
        }
    }
    if values.len() < 2 {
        return None;
    }
    let quartiles = (quantile(&values, 0.25)?, quantile(&values, 0.75)?);
    Some(Spread { with_figure: values.len(), without, ends: (low, high), quartiles })
}

/// The methods by which intervals of areas were worked out.
fn worked_out(areas: &[Compared]) -> Vec<Method> {
    let mut methods = Vec::new();
    for method in [Method::Wilson, Method::Exact, Method::Byar] {
        for compared in areas {
            if compared.figure.intervals[0].is_some_and(|interval| interval.method == method) {
                methods.push(method);
                break;
            }
        }
    }
    methods
}
