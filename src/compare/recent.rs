//! Trends of one area's figures: over the latest five, and over many from a period that was fixed beforehand.

use super::comparable::Comparable;
use super::comparison::Figure;
use super::history::{Moment, Whose};
use super::measure::Known;
use super::question::Question;
use super::trend::{NoTrend, POINTS};
use crate::config::TrendMethod;
use crate::data::{Period, PublishedTrend};
use crate::stats::{
    CountedPoint, EstimatedPoint, Interval, Level, RecentTrend, Rejection, Trend, TrendJudgement, TrendReason,
    detectable_slope, long_trend, long_trend_of_proportion, published_recent_trend, recent_trend,
    recent_trend_of_proportion, standard_error,
};

/// A tested trend and its outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendVerdict<'t> {
    /// The first period in the test, and its figure.
    pub first: (&'t Period, f64),
    /// The last period in the test, and its figure.
    pub last: (&'t Period, f64),
    /// The periods whose figures were tested, in order of time.
    pub tested: Vec<Moment<'t>>,
    /// Years from each tested figure to the next, where figures between them were left out because they share months with
    /// these; `None` where none was.
    pub every: Option<i32>,
    /// Which way it clearly went, if any.
    pub trend: Trend,
    /// The same read through polarity.
    pub judgement: TrendJudgement,
    /// What decided.
    pub reason: TrendReason,
    /// Change a year along the tested line: in the figure's unit; of a share tested by its counts on the logit scale (the
    /// latest five) or as a share from 0 to 1 (a longer trend).
    pub slope: f64,
    /// The test statistic, chi-squared with one degree of freedom.
    pub chi_squared: f64,
    /// Which method was asked for.
    pub method: TrendMethod,
    /// Which test that came to.
    pub test: TrendTest,
    /// The level of the test.
    pub level: Level,
}

/// The tests of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendTest {
    /// Cochran and Armitage's, of shares by their counts.
    CochranArmitage,
    /// A straight line, each figure weighted by its range.
    WeightedLine,
    /// The same as the public Fingertips service reckons it.
    PublishedLine,
}

/// How small a change figures like these show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Horizon<'t> {
    /// The least steady change a year, in the figure's unit, that five such figures would show four times in five.
    pub slope: f64,
    /// The period of the figure whose range stands for all: our latest final one that has a range.
    pub period: &'t Period,
    /// How many figures are thought of.
    pub figures: u32,
    /// Years from each of them to the next.
    pub every: i32,
    /// The level of the test that is thought of.
    pub level: Level,
}

/// What the publisher says of our last figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The label.
    pub label: PublishedTrend,
    /// Whether our recent trend says the same direction; whether that is good is another question. `None` where our test
    /// ends in another period than the one the label stands on.
    pub agrees: Option<bool>,
}

/// A test that one side's figures can be put to.
struct Points<'t> {
    test: TrendTest,
    counted: Vec<CountedPoint>,
    estimated: Vec<EstimatedPoint>,
    whose: Whose,
    latest: &'t Period,
}

/// The recent trend of one side.
///
/// By the guidance, shares whose counts and denominators bear their values by Cochran and Armitage's test, all else by the
/// interval-weighted line; as published, all by that line.
pub(super) fn recent<'t>(
    comparable: &Comparable<'_, 't>,
    known: &Known<'t>,
    method: TrendMethod,
    whose: Whose,
) -> Result<TrendVerdict<'t>, NoTrend<'t>> {
    let sides = side(whose);
    let five = testable(known, comparable.latest_five(sides))?;
    let points = Points::of(&five, known, method, whose)?;
    let found = match points.test {
        TrendTest::CochranArmitage => {
            points.no_end_of_scale(&five)?;
            recent_trend_of_proportion(&points.counted)
        }
        TrendTest::WeightedLine => recent_trend(&points.estimated),
        // Its line is over the places one to five.
        TrendTest::PublishedLine => published_recent_trend(&points.estimated).map(|found| {
            let years = f64::from(comparable.years());
            RecentTrend { slope: found.slope / years, ..found }
        }),
    };
    let found = found.map_err(|why| points.refused(why))?;
    let every = comparable.is_thinned(sides).then(|| comparable.years());
    Ok(verdict(&five, found, known, method, points.test, every, whose))
}

/// Our trend over every comparable figure from a first month on, without the guard that is made for five figures.
///
/// Periods between them may lack a figure: the line knows how far apart they lie, and how many were tested is said.
pub(super) fn long<'t>(
    comparable: &Comparable<'_, 't>,
    known: &Known<'t>,
    method: TrendMethod,
    from: i32,
) -> Result<TrendVerdict<'t>, NoTrend<'t>> {
    let sides = side(Whose::Ours);
    let all = testable(known, comparable.all_from(from, sides))?;
    let mut points = Points::of(&all, known, method, Whose::Ours)?;
    let found = match points.test {
        TrendTest::CochranArmitage => long_trend_of_proportion(&points.counted),
        TrendTest::WeightedLine => long_trend(&points.estimated),
        TrendTest::PublishedLine => {
            points.test = TrendTest::WeightedLine;
            long_trend(&points.estimated)
        }
    };
    let found = found.map_err(|why| points.refused(why))?;
    let every = comparable.is_thinned(sides).then(|| comparable.years());
    Ok(verdict(&all, found, known, method, points.test, every, Whose::Ours))
}

fn side(whose: Whose) -> &'static [Whose] {
    match whose {
        Whose::Ours => &[Whose::Ours],
        Whose::Benchmark => &[Whose::Benchmark],
    }
}

/// Numbers of people or events are not tested, however many there are.
pub(super) fn testable<'t, T>(known: &Known, found: Result<T, NoTrend<'t>>) -> Result<T, NoTrend<'t>> {
    if known.is_count() { Err(NoTrend::CountsNotTested) } else { found }
}

/// The year of a period, or rather twelve months since a fixed day: periods of whole years start in one month.
pub(super) fn year(period: &Period) -> i32 {
    period.first_month().div_euclid(12)
}

/// The narrowest interval there is: that at 95 %, else that at 99.8 %.
pub(super) fn interval(figure: &Figure) -> Option<Interval> {
    figure.intervals[0].or(figure.intervals[1])
}

impl<'t> Points<'t> {
    fn of(
        moments: &[&Moment<'t>],
        known: &Known<'t>,
        method: TrendMethod,
        whose: Whose,
    ) -> Result<Points<'t>, NoTrend<'t>> {
        let is_counted = moments.iter().all(|moment| known.is_counted(moment.figure(whose)));
        let test = match method {
            TrendMethod::Published => TrendTest::PublishedLine,
            TrendMethod::Guidance if is_counted => TrendTest::CochranArmitage,
            TrendMethod::Guidance => TrendTest::WeightedLine,
        };
        let latest = moments.last().ok_or(NoTrend::TooFew { have: 0 })?.period;
        let mut points = Points { test, counted: Vec::new(), estimated: Vec::new(), whose, latest };
        for moment in moments.iter().rev() {
            let (period, figure) = (year(moment.period), moment.figure(whose));
            let Figure { count, denominator, .. } = *figure;
            points.counted.push(CountedPoint { period, count, denominator });
            let interval = if test == TrendTest::PublishedLine { figure.intervals[0] } else { interval(figure) };
            if test != TrendTest::CochranArmitage {
                has_width(interval, whose, moment.period)?;
            }
            points.estimated.push(EstimatedPoint { period, value: figure.cell.value(), interval });
        }
        Ok(points)
    }

    /// A count of none or all has no place on the logit scale.
    fn no_end_of_scale(&self, moments: &[&Moment<'t>]) -> Result<(), NoTrend<'t>> {
        let whose = self.whose;
        for moment in moments.iter().rev() {
            let (figure, period) = (moment.figure(whose), moment.period);
            if figure.count == Some(0.0) {
                return Err(NoTrend::ZeroCount { whose, period });
            }
            if figure.count == figure.denominator {
                return Err(NoTrend::WholeCount { whose, period });
            }
        }
        Ok(())
    }

    /// A refusal by the statistics, of what the rules above let through.
    fn refused(&self, why: Rejection) -> NoTrend<'t> {
        match why {
            Rejection::EndOfScale if self.counted.iter().all(|point| point.count == Some(0.0)) => {
                NoTrend::ZeroCount { whose: self.whose, period: self.latest }
            }
            Rejection::EndOfScale => NoTrend::WholeCount { whose: self.whose, period: self.latest },
            _ => NoTrend::NotCalculable,
        }
    }
}

/// Refuses a range that is not there, or has no width.
pub(super) fn has_width(interval: Option<Interval>, whose: Whose, period: &Period) -> Result<Interval, NoTrend<'_>> {
    let interval = interval.ok_or(NoTrend::NoRange { whose, period })?;
    if interval.upper <= interval.lower {
        return Err(NoTrend::RangeWithoutWidth { whose, period });
    }
    Ok(interval)
}

fn verdict<'t>(
    moments: &[&Moment<'t>],
    found: RecentTrend,
    known: &Known<'t>,
    method: TrendMethod,
    test: TrendTest,
    every: Option<i32>,
    whose: Whose,
) -> TrendVerdict<'t> {
    let end = |moment: &Moment<'t>| (moment.period, moment.figure(whose).cell.value().unwrap_or_default());
    TrendVerdict {
        first: end(moments[0]),
        last: end(moments[moments.len() - 1]),
        tested: moments.iter().map(|moment| **moment).collect(),
        every,
        trend: found.trend,
        judgement: found.trend.judged(known.subject.polarity),
        reason: found.reason,
        slope: found.slope,
        chi_squared: found.chi_squared,
        method,
        test,
        level: Level::P998,
    }
}

/// How small a change figures as uncertain as our latest show.
pub(super) fn horizon<'t>(comparable: &Comparable<'_, 't>, known: &Known<'t>) -> Option<Horizon<'t>> {
    if known.is_count() {
        return None;
    }
    let (period, interval) = comparable.latest_ranged()?;
    let (figures, every, level) = (POINTS as u32, comparable.years(), Level::P998);
    let slope = detectable_slope(standard_error(&interval), figures, level).ok()? / f64::from(every);
    Some(Horizon { slope, period, figures, every, level })
}

/// The label on our row in the last period, and whether our own verdict says the same.
pub(super) fn published<'t>(
    question: &Question<'t>,
    recent: &Result<TrendVerdict<'t>, NoTrend<'t>>,
) -> Option<Published> {
    use PublishedTrend::*;
    let label = question.row_of(question.area)?.published_trend()?;
    let last = question.table.period(question.period);
    let agrees = match recent {
        Ok(verdict) if verdict.last.0 != last => None,
        Ok(TrendVerdict { trend: Trend::Increasing, .. }) => {
            Some(matches!(label, Increasing | IncreasingBetter | IncreasingWorse))
        }
        Ok(TrendVerdict { trend: Trend::Decreasing, .. }) => {
            Some(matches!(label, Decreasing | DecreasingBetter | DecreasingWorse))
        }
        Ok(TrendVerdict { trend: Trend::NoSignificantChange, .. }) => Some(label == NoSignificantChange),
        Err(_) => Some(label == CannotBeCalculated),
    };
    Some(Published { label, agrees })
}
