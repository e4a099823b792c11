//! The trend of a gap: is ours coming nearer to the benchmark?

use super::comparable::Comparable;
use super::comparison::{Benchmark, BenchmarkKind, LEVELS, Rule, Untested, Verdict};
use super::history::{Moment, Whose};
use super::measure::Known;
use super::recent::{has_width, interval, recent, testable, year};
use super::trend::NoTrend;
use super::verdict::judge;
use crate::config::TrendMethod;
use crate::data::Period;
use crate::stats::{
    GapChange, GapPoint, GapTrend, Interval, Level, Rejection, Significance, Trend, gap_trend, standard_error,
};

/// What became of a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct GapVerdict<'t> {
    /// The gap in the first period of the test.
    pub first: GapEnd<'t>,
    /// The gap in the last period of the test.
    pub last: GapEnd<'t>,
    /// The periods that were tested, in order of time.
    pub tested: Vec<Moment<'t>>,
    /// Years from each tested period to the next, where periods between them were left out because they share months with
    /// these; `None` where none was.
    pub every: Option<i32>,
    /// The strictest level at which the change is clear; where it is not, the level of the test.
    pub level: Level,
    /// The fitted trend, with its limits at that level: they hold zero exactly when the change is unclear. Of ours less
    /// the benchmark's, in the figure's unit.
    pub trend: GapTrend,
    /// The way that both ours and the benchmark clearly went in these periods, each by its own recent trend, where it is
    /// one way.
    pub both_went: Option<Trend>,
}

/// A gap in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapEnd<'t> {
    /// The period.
    pub period: &'t Period,
    /// Ours less the benchmark's: above zero where ours is the higher.
    pub gap: f64,
    /// Whether it was clear in this period, by the rule of every comparison.
    pub verdict: Verdict,
}

impl GapEnd<'_> {
    /// The side ours was clearly on.
    pub fn clear_side(&self) -> Option<Significance> {
        let test = self.verdict.as_ref().ok()?;
        (test.significance != Significance::NotDifferent).then_some(test.significance)
    }
}

impl GapVerdict<'_> {
    /// What became of it, at its level.
    pub fn change(&self) -> GapChange {
        self.trend.change
    }

    /// Whether there was a clear gap in the first period and none in the last, which is not to say that there was none.
    pub fn not_clear_by_last(&self) -> bool {
        let last = self.last.verdict.map(|test| test.significance);
        self.first.clear_side().is_some() && last == Ok(Significance::NotDifferent)
    }

    /// The sides ours was clearly on in the first and in the last period, where these are two.
    pub fn changed_sides(&self) -> Option<(Significance, Significance)> {
        let (first, last) = (self.first.clear_side()?, self.last.clear_side()?);
        (first != last).then_some((first, last))
    }

    /// How much smaller, and how much bigger, the gap of the first period could have become by the limits of the fitted
    /// change; below zero where it could not.
    pub fn smaller_or_bigger(&self) -> (f64, f64) {
        let (lower, upper) = self.trend.limits;
        if self.first.gap < 0.0 { (upper, -lower) } else { (-lower, upper) }
    }
}

/// The trend of the gap over the latest five periods, at 95 % and 99.8 %.
///
/// A nation's or region's figure, or a number, is taken as fixed, so the gap varies as ours does; that of an area like ours
/// or of a median adds its own variance.
pub(super) fn closing<'t>(
    comparable: &Comparable<'_, 't>,
    known: &Known<'t>,
    method: TrendMethod,
    benchmark: &Benchmark<'t>,
) -> Result<GapVerdict<'t>, NoTrend<'t>> {
    const SIDES: &[Whose] = &[Whose::Ours, Whose::Benchmark];
    if benchmark.kind == BenchmarkKind::Nothing || benchmark.untested == Untested::OtherKind {
        return Err(NoTrend::NoBenchmark(benchmark.untested));
    }
    let five = testable(known, comparable.latest_five(SIDES))?;
    let mut points = Vec::new();
    for moment in five.iter().rev() {
        let variance = variance(moment, benchmark.kind)?;
        points.push(GapPoint { period: year(moment.period), gap: gap(moment), variance });
    }
    let (level, trend) = strictest(&points).map_err(|_| NoTrend::NotCalculable)?;
    let went = |whose| recent(comparable, known, method, whose).map(|verdict| verdict.trend);
    let (ours, theirs) = (went(Whose::Ours), went(Whose::Benchmark));
    let is_one_way = ours == theirs && ours != Ok(Trend::NoSignificantChange);
    let end = |moment: &Moment<'t>| end(moment, known, benchmark);
    Ok(GapVerdict {
        first: end(five[0]),
        last: end(five[five.len() - 1]),
        tested: five.iter().map(|moment| **moment).collect(),
        every: comparable.is_thinned(SIDES).then(|| comparable.years()),
        level,
        trend,
        both_went: ours.ok().filter(|_| is_one_way),
    })
}

/// The trend at the strictest level at which it is clear, else at the first.
fn strictest(points: &[GapPoint]) -> Result<(Level, GapTrend), Rejection> {
    let [first, strict] = LEVELS;
    let strictly = gap_trend(points, strict)?;
    if strictly.change != GapChange::Unclear {
        return Ok((strict, strictly));
    }
    Ok((first, gap_trend(points, first)?))
}

/// Ours less the benchmark's, where both have a figure.
fn gap(moment: &Moment) -> f64 {
    moment.ours.cell.value().zip(moment.benchmark.cell.value()).map_or(0.0, |(ours, theirs)| ours - theirs)
}

pub(super) fn variance<'t>(moment: &Moment<'t>, kind: BenchmarkKind) -> Result<f64, NoTrend<'t>> {
    let squared = |interval: Interval| standard_error(&interval) * standard_error(&interval);
    let ours = squared(has_width(interval(&moment.ours), Whose::Ours, moment.period)?);
    if is_fixed(kind) {
        return Ok(ours);
    }
    let theirs =
        interval(&moment.benchmark).ok_or(NoTrend::NoRange { whose: Whose::Benchmark, period: moment.period })?;
    Ok(ours + squared(theirs))
}

/// Whether the benchmark's figure is taken as fixed.
fn is_fixed(kind: BenchmarkKind) -> bool {
    matches!(kind, BenchmarkKind::Wide | BenchmarkKind::Fixed)
}

fn end<'t>(moment: &Moment<'t>, known: &Known<'t>, benchmark: &Benchmark<'t>) -> GapEnd<'t> {
    let rule = if is_fixed(benchmark.kind) { Rule::FixedValue } else { Rule::GapItself };
    let then = Benchmark { figure: moment.benchmark, ..benchmark.clone() };
    let verdict = judge(&moment.ours, &then, rule, known.subject.polarity);
    GapEnd { period: moment.period, gap: gap(moment), verdict }
}
