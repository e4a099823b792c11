//! Figures over time: ours, the benchmark's, the peers' quartiles, period by period.

use super::benchmark::figure_now;
use super::comparison::{Compared, Figure, Spread};
use super::finding::FindingKind;
use super::question::Question;
use super::{Asked, spread};
use crate::config::nearest;
use crate::data::{Absence, AreaId, Cell, Period, PeriodId};

/// One period: what is known of ours, of the benchmark, and of the peers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment<'t> {
    /// The period.
    pub period: &'t Period,
    /// Our figure, or why there is none.
    pub ours: Figure<'t>,
    /// The benchmark's figure, or why there is none.
    pub benchmark: Figure<'t>,
    /// Where the peers' figures lie: those shown, as they are chosen for the last period; `None` with fewer than two.
    pub peers: Option<Spread>,
    /// The change in the way of measuring that came after the period before this one, and no later than this one; of
    /// several the latest.
    pub changed: Option<Break<'t>>,
    /// Whether the figures of this period are not final.
    pub provisional: bool,
}

/// A change in the way of measuring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break<'t> {
    /// The first period measured in the new way.
    pub period: &'t Period,
    /// Why, in the publisher's words; maybe empty.
    pub reason: &'t str,
}

/// Whose figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Our area's.
    Ours,
    /// The benchmark's.
    Benchmark,
}

impl<'t> Moment<'t> {
    /// The figure of one side.
    pub fn figure(&self, whose: Whose) -> &Figure<'t> {
        match whose {
            Whose::Ours => &self.ours,
            Whose::Benchmark => &self.benchmark,
        }
    }
}

/// The latest change in the way of measuring, which no test reaches across.
pub fn latest_break<'t>(history: &[Moment<'t>]) -> Option<Break<'t>> {
    history.iter().rev().find_map(|moment| moment.changed)
}

/// The periods after the latest break that every test left out, their figures not being final.
pub fn not_final<'t>(history: &[Moment<'t>]) -> Vec<&'t Period> {
    let start = history.iter().rposition(|moment| moment.changed.is_some()).unwrap_or(0);
    let left_out = history.iter().skip(start).filter(|moment| moment.provisional);
    left_out.map(|moment| moment.period).collect()
}

/// The periods from the first with a row of ours to the last, in order of time: each of which any area of the series has
/// a row. The question is left as it was.
pub(super) fn read<'t>(asked: &mut Asked<'t>) -> Vec<Moment<'t>> {
    let Asked { question, known, ids, benchmark, .. } = asked;
    let last = question.period;
    let mut history = Vec::new();
    for at in periods(question) {
        question.turn_to(at);
        let mut peers: Vec<Compared> = Vec::new();
        for &id in ids.iter() {
            peers.push(known.compared(question, AreaId(id)));
        }
        let period = question.table.period(at);
        let before = history.last().map_or(period.first_month() - 1, |last: &Moment| last.period.first_month());
        history.push(Moment {
            period,
            ours: known.compared(question, question.area).figure,
            benchmark: figure_now(question, known, &peers, benchmark, cfg!(every_view) && at == last),
            peers: spread(&peers),
            changed: change(question, before, period),
            provisional: question.config.views.provisional.contains(&period.label),
        });
    }
    question.turn_to(last);
    history
}

/// The figures of one area over our periods, without a benchmark or peers. The question is left as it was.
pub(super) fn of_area<'t>(asked: &mut Asked<'t>, area: AreaId) -> Vec<Moment<'t>> {
    let Asked { question, known, .. } = asked;
    let last = question.period;
    let mut history: Vec<Moment> = Vec::new();
    for at in periods(question) {
        question.turn_to(at);
        let period = question.table.period(at);
        let before = history.last().map_or(period.first_month() - 1, |last| last.period.first_month());
        history.push(Moment {
            period,
            ours: known.compared(question, area).figure,
            benchmark: Figure::bare(Cell::Absent(Absence::Missing)),
            peers: None,
            changed: change(question, before, period),
            provisional: question.config.views.provisional.contains(&period.label),
        });
    }
    question.turn_to(last);
    history
}

/// The latest change after a first month and no later than a period: also one in a period of which nobody has a row.
pub(super) fn change<'t>(question: &Question<'t>, after: i32, period: &Period) -> Option<Break<'t>> {
    let is_now = |found: &Period| found.first_month() > after && found.first_month() <= period.first_month();
    let mut latest: Option<Break> = None;
    for (label, reason) in &question.config.views.breaks {
        let Some(period) = question.table.periods().iter().find(|period| period.label == *label) else { continue };
        if is_now(period) && latest.is_none_or(|latest| latest.period.first_month() <= period.first_month()) {
            latest = Some(Break { period, reason });
        }
    }
    latest
}

/// The periods to show.
fn periods(question: &Question) -> Vec<PeriodId> {
    let mut is_there = vec![false; question.table.periods().len()];
    let mut first = question.period;
    for row in &question.rows {
        is_there[usize::from(row.period().0)] = true;
        if row.area() == question.area && row.period() < first {
            first = row.period();
        }
    }
    let mut periods = Vec::new();
    for at in first.0..=question.period.0 {
        if is_there[usize::from(at)] {
            periods.push(PeriodId(at));
        }
    }
    periods
}

/// Says which of the labels of periods in the config are labels of none: a mark that marks nothing.
pub(super) fn check_labels(question: &mut Question, from: &str) {
    let config = question.config;
    let mut labels = Vec::new();
    if !from.is_empty() {
        labels.push(from);
    }
    for (label, _) in &config.views.breaks {
        labels.push(label);
    }
    for label in &config.views.provisional {
        labels.push(label);
    }
    let mut known = Vec::new();
    for period in question.table.periods() {
        known.push(period.label.as_str());
    }
    for label in labels {
        if !known.contains(&label) {
            question.missing(FindingKind::PeriodNotFound, label, nearest(label, &known).as_slice());
        }
    }
}
