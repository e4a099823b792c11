//! The gap between two groups over time: is it getting smaller, as a difference and as a ratio?

use super::dimension::Split;
use super::pair::{Apart, against, apart};
use crate::compare::closing::{GapVerdict, closing};
use crate::compare::comparable::Comparable;
use crate::compare::comparison::{Figure, LEVELS};
use crate::compare::history::{Moment, Whose, change};
use crate::compare::measure::Known;
use crate::compare::question::Question;
use crate::compare::recent::{has_width, interval, testable, year};
use crate::compare::trend::NoTrend;
use crate::config::{Choice, Key, TrendMethod};
use crate::data::{Absence, Cell, Period, PeriodId, Row};
use crate::stats::float::exp;
use crate::stats::{Estimate, GapChange, GapPoint, GapTrend, Level, gap_trend, log_ratio};

/// Two groups over time, up to the period shown.
#[derive(Debug, Clone, PartialEq)]
pub struct OverTime<'t> {
    /// Every period from the first in which both groups have a row, in order of time; ours is the first group, the
    /// benchmark the second.
    pub history: Vec<Moment<'t>>,
    /// How far apart they are in each; `None` where one of them has no figure.
    pub apart: Vec<Option<Apart>>,
    /// What became of the difference over the latest five periods.
    pub change: Result<GapVerdict<'t>, NoTrend<'t>>,
    /// What became of the ratio over the same periods.
    pub ratio: Result<RatioVerdict<'t>, NoTrend<'t>>,
}

/// What became of a ratio.
#[derive(Debug, Clone, PartialEq)]
pub struct RatioVerdict<'t> {
    /// The first period of the test, and the ratio in it.
    pub first: (&'t Period, f64),
    /// The last period of the test, and the ratio in it.
    pub last: (&'t Period, f64),
    /// The periods that were tested, in order of time.
    pub tested: Vec<Moment<'t>>,
    /// Years from each tested period to the next, where periods between them were left out because they share months with
    /// these; `None` where none was.
    pub every: Option<i32>,
    /// The strictest level at which the change is clear; where it is not, the level of the test.
    pub level: Level,
    /// The fitted trend of the ratio's logarithm, with its limits at that level.
    pub trend: GapTrend,
    /// The ratios on the fitted line, in the first and in the last period.
    pub fitted: (f64, f64),
}

impl OverTime<'_> {
    /// What became of the difference and of the ratio, where both are clear and go different ways.
    pub fn parting_ways(&self) -> Option<(&GapVerdict<'_>, &RatioVerdict<'_>)> {
        let (difference, ratio) = (self.change.as_ref().ok()?, self.ratio.as_ref().ok()?);
        let ways = (difference.trend.change, ratio.trend.change);
        let is_parting =
            matches!(ways, (GapChange::Smaller, GapChange::Bigger) | (GapChange::Bigger, GapChange::Smaller));
        is_parting.then_some((difference, ratio))
    }
}

/// Two groups over time, up to the period the question is turned to.
pub(super) fn over_time<'t>(
    question: &Question<'t>,
    known: &Known<'t>,
    split: &Split<'t>,
    labels: (&str, &str),
) -> OverTime<'t> {
    let history = history(question, known, split, labels);
    let polarity = known.subject.polarity;
    let apart = history.iter().map(|moment| apart(&moment.ours, &moment.benchmark, polarity)).collect();
    let method = TrendMethod::read(question.config.word(Key::TrendMethod)).unwrap_or(TrendMethod::Guidance);
    let comparable = Comparable::of(&history);
    let comparable = comparable.as_ref().map_err(|refused| *refused);
    let second = against(&Figure::bare(Cell::Absent(Absence::Missing)));
    let change = comparable.and_then(|comparable| closing(comparable, known, method, &second));
    let ratio = comparable.and_then(|comparable| ratio(comparable, known));
    OverTime { apart, change, ratio, history }
}

/// The periods from the first in which both groups have a row: all in which any group or our area has one.
fn history<'t>(question: &Question<'t>, known: &Known<'t>, split: &Split<'t>, labels: (&str, &str)) -> Vec<Moment<'t>> {
    let table = question.table;
    let rows = |label: &str, at| split.groups.iter().find(|group| group.label == label).and_then(|group| group.row(at));
    let is_there = |at: PeriodId| {
        let is_ours = |row: &Row| row.period() == at && question.is_ours(row.area());
        split.rows_in(at) > 0 || question.rows.iter().any(is_ours)
    };
    let mut history: Vec<Moment> = Vec::new();
    for at in (0..=question.period.0).map(PeriodId) {
        let (first, second) = (rows(labels.0, at), rows(labels.1, at));
        if history.is_empty() && (first.is_none() || second.is_none()) || !is_there(at) {
            continue;
        }
        let period = table.period(at);
        let before = history.last().map_or(period.first_month() - 1, |last| last.period.first_month());
        let figure = |row: Option<Row<'t>>| match row {
            Some(row) => known.figure(&row),
            None => Figure::bare(Cell::Absent(Absence::Missing)),
        };
        history.push(Moment {
            period,
            ours: figure(first),
            benchmark: figure(second),
            peers: None,
            changed: change(question, before, period),
            provisional: question.config.views.provisional.contains(&period.label),
        });
    }
    history
}

/// The trend of the ratio over the latest five periods, at 95 % and 99.8 %, on the logarithmic scale.
fn ratio<'t>(comparable: &Comparable<'_, 't>, known: &Known<'t>) -> Result<RatioVerdict<'t>, NoTrend<'t>> {
    const SIDES: &[Whose] = &[Whose::Ours, Whose::Benchmark];
    let five = testable(known, comparable.latest_five(SIDES))?;
    let every = comparable.is_thinned(SIDES).then(|| comparable.years());
    let mut points = Vec::new();
    for moment in &five {
        points.push(log_point(moment)?);
    }
    let [usual, strict] = LEVELS;
    let of = |level| gap_trend(&points, level).map_err(|_| NoTrend::NotCalculable);
    let strictly = of(strict)?;
    let (level, trend) = match strictly.change {
        GapChange::Unclear => (usual, of(usual)?),
        _ => (strict, strictly),
    };
    let end = |moment: &Moment<'t>| {
        let (first, second) = (moment.ours.cell.value(), moment.benchmark.cell.value());
        (moment.period, first.zip(second).map_or(0.0, |(first, second)| first / second))
    };
    let (first, last) = (end(five[0]), end(five[five.len() - 1]));
    Ok(RatioVerdict {
        first,
        last,
        tested: five.iter().map(|moment| **moment).collect(),
        every,
        level,
        trend,
        fitted: (exp(trend.ends.0), exp(trend.ends.1)),
    })
}

/// The logarithm of the ratio in one period, and its variance.
fn log_point<'t>(moment: &Moment<'t>) -> Result<GapPoint, NoTrend<'t>> {
    let estimate = |whose| {
        let figure = moment.figure(whose);
        let interval = has_width(interval(figure), whose, moment.period)?;
        let value = figure.cell.value().ok_or(NoTrend::NotCalculable)?;
        Ok(Estimate { value, interval })
    };
    let (first, second) = (estimate(Whose::Ours)?, estimate(Whose::Benchmark)?);
    let (gap, variance) = log_ratio(&first, &second).map_err(|_| NoTrend::NotCalculable)?;
    Ok(GapPoint { period: year(moment.period), gap, variance })
}
