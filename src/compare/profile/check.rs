//! The published checks, and the state that they come to.

use super::path::{PlaceOnPath, Progress};
use crate::compare::comparison::{Benchmark, Comparison, Figure, Rule, Test};
use crate::compare::process::ProcessComparison;
use crate::compare::trend::TrendComparison;
use crate::compare::verdict::judge;
use crate::data::{Absence, Cell};
use crate::stats::process::SpecialCause;
use crate::stats::{Estimate, GapChange, Judgement, Level, Polarity, TrendJudgement};

/// The checks, in the order they are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Clear of the peers' middle on the worse side, at 99.8 %.
    WorseThanPeers,
    /// The latest five figures got worse, at 99.8 %.
    GettingWorse,
    /// The gap to the peers' middle got bigger on the worse side over the latest five periods, at 99.8 %.
    GapBigger,
    /// The whole likely range is on the wrong side of the planned level.
    BehindPath,
    /// A signal of concern in a process chart.
    Signals,
}

impl Check {
    /// All of them, in their order.
    pub const ALL: [Check; 5] =
        [Check::WorseThanPeers, Check::GettingWorse, Check::GapBigger, Check::BehindPath, Check::Signals];

    /// Its name in plain data.
    pub fn id(self) -> &'static str {
        match self {
            Check::WorseThanPeers => "worse-than-peers",
            Check::GettingWorse => "getting-worse",
            Check::GapBigger => "gap-bigger",
            Check::BehindPath => "behind-path",
            Check::Signals => "signals",
        }
    }

    /// How rarely chance alone meets it where there is nothing: half of a two-sided test's risk, since only one side is
    /// flagged. Signals of a process chart have no such number.
    pub fn risk(self) -> Option<f64> {
        match self {
            Check::WorseThanPeers | Check::GettingWorse | Check::GapBigger => Some(0.001),
            Check::BehindPath => Some(0.025),
            Check::Signals => None,
        }
    }
}

/// A check that could be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Made {
    /// Which.
    pub check: Check,
    /// Whether what it looks for is there, and how big that is, in the figure's unit.
    pub found: (bool, Option<f64>),
    /// Whether it is met now.
    pub met: bool,
    /// Whether it was met with the latest period left out; asked only where that decides.
    pub before: Option<bool>,
}

/// What the checks come to. Calm by design: most are to have no flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Two checks met, or the same one with the latest period left out as well.
    LookCloser,
    /// One check met.
    Watch,
    /// None met.
    NoFlag,
    /// Fewer than two checks could be made.
    CannotJudge(Cannot),
    /// Nobody has set which way is better.
    NoState,
}

/// Why nothing can be judged yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cannot {
    /// There is no figure, for this reason.
    NoFigure(Absence),
    /// Fewer than two of the checks could be made.
    TooFewChecks,
    /// The measure, its group or our area is not in the files.
    NotThere,
}

/// What the checks look at, up to one period.
pub(super) struct Evidence<'t> {
    pub trend: TrendComparison<'t>,
    /// Ours as a process, where it is one.
    pub process: Option<ProcessComparison<'t>>,
    pub progress: Progress,
    /// The least gap or change that matters.
    pub matters: Option<f64>,
}

impl Evidence<'_> {
    /// Whether what a check looks for is there, and how big it is; `None` where the check cannot be made.
    fn found(&self, check: Check) -> Option<(bool, Option<f64>)> {
        match check {
            Check::WorseThanPeers => {
                let test = at_peers_middle(&self.trend.now)?;
                let is_clear = test.judgement == Judgement::Worse && test.level == Level::P998;
                Some((is_clear, distance(&self.trend.now)))
            }
            Check::GettingWorse => {
                let trend = self.trend.recent.as_ref().ok()?;
                Some((trend.judgement == TrendJudgement::GettingWorse, Some(trend.last.1 - trend.first.1)))
            }
            Check::GapBigger => {
                let gap = self.trend.gap.as_ref().ok()?;
                let is_clear = gap.change() == GapChange::Bigger && gap.level == Level::P998;
                Some((is_clear && self.is_worse_side(gap.last.gap), Some(gap.last.gap - gap.first.gap)))
            }
            Check::BehindPath => {
                let Progress::Judged { planned, place, .. } = &self.progress else { return None };
                let away = self.trend.now.ours().figure.cell.value().map(|value| value - planned);
                Some((*place == PlaceOnPath::Behind, away))
            }
            Check::Signals => Some((signals(self.process.as_ref()?)?, None)),
        }
    }

    /// Whether a check is met; `None` where it cannot be made.
    pub fn met(&self, check: Check) -> Option<bool> {
        self.found(check).map(|found| is_met(found, self.matters))
    }

    fn is_worse_side(&self, gap: f64) -> bool {
        match self.trend.now.subject.polarity {
            Polarity::HighIsGood => gap < 0.0,
            Polarity::LowIsGood => gap > 0.0,
            Polarity::NoJudgement => false,
        }
    }

    /// Every check that can be made.
    pub fn made(&self) -> Vec<Made> {
        let mut made = Vec::new();
        for check in Check::ALL {
            if let Some(found) = self.found(check) {
                made.push(Made { check, found, met: is_met(found, self.matters), before: None });
            }
        }
        made
    }
}

/// Whether the latest figure of a process is a sign of getting worse; `None` where it has no usual range to be outside of.
fn signals(process: &ProcessComparison) -> Option<bool> {
    let reading = process.moments.last()?.reading?;
    let stretch = process.stretches.as_ref().ok()?.get(reading.stretch)?;
    stretch.usual.ok()?;
    Some(reading.sign.is_some_and(|sign| sign.cause == SpecialCause::Concern))
}

/// A check is met by what is there, and is as big as a size that matters, where one is set. A signal has no size.
pub(in crate::compare) fn is_met((is_there, size): (bool, Option<f64>), matters: Option<f64>) -> bool {
    is_there && matters.zip(size).is_none_or(|(matters, size)| size.abs() >= matters)
}

fn distance(now: &Comparison) -> Option<f64> {
    Some(now.ours().figure.cell.value()? - now.benchmark.figure.cell.value()?)
}

/// Our figure against the middle of the peers, both uncertain. Where a file gives no range at 99.8 %, that at 95 % is
/// stretched by the ratio of the two normal points, as every test of a trend reads a standard error from a range.
pub(in crate::compare) fn at_peers_middle(now: &Comparison) -> Option<Test> {
    let figure = stretched(&now.ours().figure);
    let benchmark = Benchmark { figure: stretched(&now.benchmark.figure), ..now.benchmark.clone() };
    judge(&figure, &benchmark, Rule::GapItself, now.subject.polarity).ok()
}

/// A figure with a range at 99.8 %, made of that at 95 % where it has none of its own.
pub(in crate::compare) fn stretched<'t>(figure: &Figure<'t>) -> Figure<'t> {
    let mut figure = *figure;
    if let (Some(value), Some(interval), None) = (figure.cell.value(), figure.intervals[0], figure.intervals[1]) {
        figure.intervals[1] = Estimate { value, interval }.at(Level::P998).ok().map(|wide| wide.interval);
    }
    figure
}

impl State {
    /// The state by its rule, from the checks that were made.
    pub fn of(made: &[Made], polarity: Polarity, figure: Cell) -> State {
        let met = made.iter().filter(|made| made.met).count();
        let is_twice = made.iter().any(|made| made.met && made.before == Some(true));
        match (polarity, figure) {
            (Polarity::NoJudgement, _) => State::NoState,
            (_, Cell::Absent(absence)) => State::CannotJudge(Cannot::NoFigure(absence)),
            _ if made.len() < 2 => State::CannotJudge(Cannot::TooFewChecks),
            _ if met > 1 || is_twice => State::LookCloser,
            _ if met == 1 => State::Watch,
            _ => State::NoFlag,
        }
    }

    /// Its name in plain data.
    pub fn id(self) -> &'static str {
        match self {
            State::LookCloser => "look-closer",
            State::Watch => "watch",
            State::NoFlag => "no-flag",
            State::CannotJudge(_) => "cannot-judge",
            State::NoState => "no-state",
        }
    }
}
