//! The meaning of a process: what our figures do when nothing changes, and the signs that something may have.

use super::comparison::{Comparison, Figure};
use super::finding::FindingKind;
use super::history::{self, Break, Moment};
use super::question::Wording;
use super::{Asked, NoData};
use crate::config::Config;
use crate::data::{Period, Table};
use crate::stats::process::{
    Assurance, ProcessLimits, RangesUsed, Rule as ProcessRule, RunLength, Side, SpecialCause, assurance,
};
use setup::Setup;
pub(super) use stretch::read_sign;

mod setup;
mod stretch;
#[cfg(test)]
mod tests;

/// Our area over time, read as a process, up to one period: facts only, no words.
///
/// The XmR chart of `stats::process`. Figures that are not final are shown and left out. A figure that is missing leaves a
/// gap: those on either side of it are taken as neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessComparison<'t> {
    /// Ours against its peers and the benchmark in the last period shown: the one asked for, else our latest.
    pub now: Comparison<'t>,
    /// Every period from our first to the last, in order of time: never empty.
    pub moments: Vec<ProcessMoment<'t>>,
    /// The stretches with a usual range of their own, in order of time: never empty, unless refused.
    pub stretches: Result<Vec<Stretch<'t>>, NoProcess>,
    /// How many figures in a row are a sign.
    pub run: RunLength,
    /// Whether the widest steps from one figure to the next are left out of the usual range.
    pub screening: bool,
    /// The standard, in the unit of the figures.
    pub target: Option<f64>,
    /// What the last stretch, left as it is, will do about the standard; `None` without a standard, without a side that is
    /// better, and where the stretch has no usual range because it is too short.
    pub assurance: Option<Assurance>,
    /// The least and the greatest that such a figure can be, where that is known.
    pub bounds: (Option<f64>, Option<f64>),
    /// What was asked of the process and could not be, with why.
    pub findings: Vec<ProcessFinding>,
}

/// One period: our figure and what it says of the process.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProcessMoment<'t> {
    /// The period.
    pub period: &'t Period,
    /// Our figure, or why there is none.
    pub figure: Figure<'t>,
    /// Whether the figure is not final, so that it is left out of the process.
    pub provisional: bool,
    /// Whether periods of which nobody has a row lie between the one before and this.
    pub after_gap: bool,
    /// How it is read; `None` where there is no figure, where it is not final, or where no process is read.
    pub reading: Option<Reading>,
}

/// A figure as a point of its process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Which of the stretches it belongs to, from zero.
    pub stretch: usize,
    /// Why it may be a sign that something changed. None is looked for in a stretch that is too short.
    pub sign: Option<Sign>,
}

/// A sign that something may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// The rule.
    pub rule: ProcessRule,
    /// Above or rising; below or falling.
    pub side: Side,
    /// The same read through polarity; neutral where other rules point the other way.
    pub cause: SpecialCause,
    /// Whether other rules point the other way.
    pub opposed: bool,
}

/// A stretch of time with one centre and one usual range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch<'t> {
    /// Its first period with a figure.
    pub first: &'t Period,
    /// Its last period with a figure.
    pub last: &'t Period,
    /// How many figures it has.
    pub figures: usize,
    /// The new start with which it begins.
    pub rebase: Option<NewStart<'t>>,
    /// The change in the way of measuring with which it begins.
    pub changed: Option<Break<'t>>,
    /// What is usual in it, or why that is not shown.
    pub usual: Result<Usual, NoUsual>,
}

/// Where a publisher starts the usual range again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NewStart<'t> {
    /// The first period of the new stretch.
    pub period: &'t Period,
    /// Why, in the publisher's words.
    pub reason: &'t str,
    /// Who says so.
    pub who: &'t str,
}

/// What a stretch keeps within when nothing changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// The mean of the baseline.
    pub centre: f64,
    /// The mean step from one figure of the baseline to the next.
    pub mean_range: f64,
    /// The usual range and its edges. Not a likely range: it says nothing of how sure a figure is.
    pub limits: ProcessLimits,
    /// Which steps made it.
    pub ranges: RangesUsed,
    /// How many figures made it, from the first of the stretch.
    pub baseline: usize,
}

/// Why a stretch has no usual range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoUsual {
    /// Fewer than 13 figures.
    TooFew {
        /// How many there are.
        have: usize,
    },
    /// All figures are equal.
    AllEqual {
        /// What each of them is.
        value: f64,
    },
    /// The numbers are too large to reckon with.
    NotCalculable,
}

/// Why no process is read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoProcess {
    /// No period has a final figure.
    NoFigures,
    /// Figures next to each other share months, which alone makes runs and trends.
    Overlapping,
    /// The numbers are too large to reckon with.
    NotCalculable,
}

/// Something asked of the process that could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessFinding {
    /// What it is.
    pub kind: ProcessFindingKind,
    /// What was asked for. Untrusted text.
    pub found: String,
    /// The nearest names that are there.
    pub near: Vec<String>,
}

/// The closed list of what can be wrong in the set-up of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProcessFindingKind {
    /// A new start in a period that is not there: it starts nothing.
    RebaseNotFound,
    /// A new start without a reason, or with nobody who stands for it: it starts nothing.
    RebaseBare,
    /// A baseline to or from a period that is not there or has no figure: all figures are used.
    BaselineNotFound,
    /// A baseline that does not begin where a stretch begins: all figures are used.
    BaselineMidway,
    /// A baseline of fewer than 12 figures: all figures are used.
    BaselineShort,
    /// A baseline of equal figures: all figures are used.
    BaselineEqual,
    /// A run of other than 6, 7 or 8 figures: 7 are asked for.
    RunNotOffered,
    /// A standard that is not a number.
    TargetNotANumber,
    /// A standard of a measure of which nobody has said which way is better: it is shown and not judged.
    TargetWithoutPolarity,
}

impl Sign {
    /// The name of its rule in plain data.
    pub fn rule_id(&self) -> &'static str {
        match self.rule {
            ProcessRule::OutsideLimits => "outside-limits",
            ProcessRule::Trend => "trend",
            ProcessRule::TwoOfThree => "two-of-three",
            ProcessRule::Shift => "shift",
        }
    }

    /// What it may mean, in plain data.
    pub fn judgement_id(&self) -> &'static str {
        match self.cause {
            SpecialCause::Improvement => "better",
            SpecialCause::Concern => "worse",
            SpecialCause::Neutral => "none",
        }
    }
}

impl<'t> ProcessComparison<'t> {
    /// The latest figure of the process: its position among the moments.
    pub fn latest(&self) -> Option<usize> {
        self.moments.iter().rposition(|moment| moment.reading.is_some())
    }

    /// The last stretch, with which everything said of the present has to do.
    pub fn last_stretch(&self) -> Option<&Stretch<'t>> {
        self.stretches.as_ref().ok()?.last()
    }

    /// Whether the last so many figures stand in the last so many periods, so that one may be said for the other.
    pub fn is_unbroken(&self, figures: usize) -> bool {
        let Some(from) = self.moments.len().checked_sub(figures) else { return false };
        let last = &self.moments[from..];
        let is_whole =
            |(at, moment): (usize, &ProcessMoment)| moment.reading.is_some() && (at == 0 || !moment.after_gap);
        last.iter().enumerate().all(is_whole)
    }
}

/// Our area over time as a process, up to the period asked for, else our latest.
///
/// What was asked for and is not there is answered with what is, and said in the findings; so this fails only when there is
/// nothing at all.
pub fn process<'t>(table: &'t Table, config: &'t Config) -> Result<ProcessComparison<'t>, NoData> {
    worded(table, config, Wording::of(config))
}

/// The same, asked in other words than the config's.
pub(super) fn worded<'t>(
    table: &'t Table,
    config: &'t Config,
    wording: Wording<'t>,
) -> Result<ProcessComparison<'t>, NoData> {
    let mut asked = Asked::worded(table, config, wording)?;
    let history = history::read(&mut asked);
    history::check_labels(&mut asked.question, "");
    let setup = Setup::read(&asked);
    let bounds = bounds(asked.known.bounds(), &history);
    let mut now = asked.compared();
    // Peers have no part in a process.
    now.findings.retain(|finding| finding.kind != FindingKind::NoPeers);
    let mut found = ProcessComparison {
        moments: moments(&history),
        stretches: Err(NoProcess::NoFigures),
        run: setup.run,
        screening: setup.screening,
        target: setup.target,
        assurance: None,
        bounds,
        findings: Vec::new(),
        now,
    };
    stretch::read(&mut found, setup, &history);
    Ok(found)
}

fn moments<'t>(history: &[Moment<'t>]) -> Vec<ProcessMoment<'t>> {
    let mut moments: Vec<ProcessMoment> = Vec::new();
    for moment in history {
        let period = moment.period;
        let is_after = |before: &ProcessMoment| {
            let months = i32::from(before.period.months);
            months > 0 && before.period.first_month() + months < period.first_month()
        };
        let after_gap = moments.last().is_some_and(is_after);
        moments.push(ProcessMoment {
            period,
            figure: moment.ours,
            provisional: moment.provisional,
            after_gap,
            reading: None,
        });
    }
    moments
}

/// Bounds that a figure of ours lies beyond are none.
fn bounds(known: (Option<f64>, Option<f64>), history: &[Moment]) -> (Option<f64>, Option<f64>) {
    let values = || history.iter().filter_map(|moment| moment.ours.cell.value());
    let (least, greatest) = known;
    (
        least.filter(|least| values().all(|value| value >= *least)),
        greatest.filter(|greatest| values().all(|value| value <= *greatest)),
    )
}
