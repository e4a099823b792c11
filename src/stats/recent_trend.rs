//! Recent trend: has a figure changed over its latest five points, tested at 99.8 %?
//!
//! OHID technical guidance, page "Fingertips trend markers". A pointer for the reader, not an analysis: the periods must
//! be independent (no rolling years) and annual, with no break in the series, which the caller must know. A figure that
//! stands on one point alone is not a trend: a change is kept only when leaving out any one of the five points leaves the
//! direction as it is.

use super::float::{ln, sum_of};
use super::{Interval, Level, Polarity, Rejection, proportion};

/// How many of the latest points are tested.
const POINTS: usize = 5;
/// Chi-squared beyond which a change is significant: the 99.8 % point with one degree of freedom, as published.
pub(super) const THRESHOLD: f64 = 9.5495;
/// What the published service takes for the width of a 95 % interval in standard errors.
const PUBLISHED_WIDTH: f64 = 3.92;

/// A proportion's count and denominator in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountedPoint {
    /// The period, as a year or any other number that grows by one from each annual period to the next.
    pub period: i32,
    /// How many had the property; `None` when missing.
    pub count: Option<f64>,
    /// How many could have had it; `None` when missing.
    pub denominator: Option<f64>,
}

/// A figure with its interval in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimatedPoint {
    /// The period, as a year or any other number that grows by one from each annual period to the next.
    pub period: i32,
    /// The figure; `None` when missing.
    pub value: Option<f64>,
    /// Its interval; `None` when missing.
    pub interval: Option<Interval>,
}

/// Which way a figure has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Up.
    Increasing,
    /// Down.
    Decreasing,
    /// Neither with confidence.
    NoSignificantChange,
}

/// A trend read through a polarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendJudgement {
    /// Changed in the good direction.
    GettingBetter,
    /// Changed in the bad direction.
    GettingWorse,
    /// Up, where neither way is better.
    Increasing,
    /// Down, where neither way is better.
    Decreasing,
    /// No change with confidence.
    NoSignificantChange,
}

/// What decided the trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendReason {
    /// The change is significant, whichever point is left out.
    Significant,
    /// The change is not significant.
    NotSignificant,
    /// The change is significant, but without one of the points it would go the other way, or nowhere.
    OnePointDecides,
}

/// A recent trend and the numbers behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecentTrend {
    /// Which way.
    pub trend: Trend,
    /// Why.
    pub reason: TrendReason,
    /// Change per period; of a proportion, on the logit scale.
    pub slope: f64,
    /// The test statistic, chi-squared with one degree of freedom.
    pub chi_squared: f64,
}

impl Trend {
    /// Reads a trend through a polarity.
    ///
    /// ```
    /// use peerglass::stats::{Polarity, Trend, TrendJudgement};
    /// assert_eq!(Trend::Increasing.judged(Polarity::LowIsGood), TrendJudgement::GettingWorse);
    /// ```
    pub fn judged(self, polarity: Polarity) -> TrendJudgement {
        match (self, polarity) {
            (Trend::NoSignificantChange, _) => TrendJudgement::NoSignificantChange,
            (Trend::Increasing, Polarity::NoJudgement) => TrendJudgement::Increasing,
            (Trend::Decreasing, Polarity::NoJudgement) => TrendJudgement::Decreasing,
            (Trend::Increasing, Polarity::HighIsGood) | (Trend::Decreasing, Polarity::LowIsGood) => {
                TrendJudgement::GettingBetter
            }
            (Trend::Increasing, Polarity::LowIsGood) | (Trend::Decreasing, Polarity::HighIsGood) => {
                TrendJudgement::GettingWorse
            }
        }
    }
}

/// Recent trend of a proportion, as the guidance has it.
///
/// Cochran (1954) and Armitage's (1955) test for a trend in proportions,
/// `χ² = D(D·Sct - C·Sdt)² / (C(D-C)(D·Sdtt - Sdt²))`, against the 99.8 % point 9.5495; the direction, and the guard, from an
/// unweighted straight line through the five logits. The points may come in any order.
///
/// Refused, with the reason: fewer than five points; a period given twice; among the latest five a missing number, a
/// denominator of zero or less, a count that is negative or above its denominator; and a count of none or all, whose
/// logit does not exist (the services that publish this marker disagree there, and one stops).
///
/// ```
/// use peerglass::stats::{CountedPoint, Trend, recent_trend_of_proportion};
/// let points: Vec<CountedPoint> = (2017..).zip([300.0, 340.0, 380.0, 430.0, 490.0])
///     .map(|(period, count)| CountedPoint { period, count: Some(count), denominator: Some(10_000.0) })
///     .collect();
/// let found = recent_trend_of_proportion(&points).unwrap();
/// assert_eq!((found.trend, format!("{:.1}", found.chi_squared)), (Trend::Increasing, "59.2".into()));
/// ```
pub fn recent_trend_of_proportion(points: &[CountedPoint]) -> Result<RecentTrend, Rejection> {
    let latest = latest(points, |point| point.period)?;
    let mut counted = Vec::new();
    for (time, point) in latest {
        let (count, denominator) = point.count.zip(point.denominator).ok_or(Rejection::MissingValue)?;
        proportion(count, denominator)?;
        if count == 0.0 || count == denominator {
            return Err(Rejection::EndOfScale);
        }
        counted.push((time, count, denominator));
    }
    let logits: Vec<Weighed> = counted
        .iter()
        .map(|&(time, count, denominator)| Weighed { time, value: ln(count / (denominator - count)), weight: 1.0 })
        .collect();
    let (slope, _) = line(&logits);
    decided(slope, cochran_armitage(&counted).1, &logits, |without, slope| without * slope > 0.0)
}

/// Recent trend of a figure with an interval, as the guidance has it: a rate, a ratio, a mean, a life expectancy.
///
/// A straight line through the five latest points, each weighted by the inverse of its variance ((upper - lower)/2z)²;
/// `χ² = slope²/Var(slope)` against the 99.8 % point 9.5495. The points may come in any order.
///
/// Refused, with the reason: fewer than five points; a period given twice; among the latest five a missing value, a
/// missing interval, or one of no width (its point would outweigh all others).
///
/// ```
/// use peerglass::stats::{EstimatedPoint, Interval, Level, Method, Trend, recent_trend};
/// let points: Vec<EstimatedPoint> = (2017..).zip([50.0, 51.0, 52.0, 53.0, 54.0])
///     .map(|(period, value)| {
///         let interval = Interval::new(value - 1.2, value + 1.2, Level::P95, Method::Published).ok();
///         EstimatedPoint { period, value: Some(value), interval }
///     })
///     .collect();
/// let found = recent_trend(&points).unwrap();
/// assert_eq!((found.trend, format!("{:.2}", found.chi_squared)), (Trend::Increasing, "26.68".into()));
/// ```
pub fn recent_trend(points: &[EstimatedPoint]) -> Result<RecentTrend, Rejection> {
    let mut weighed = Vec::new();
    for (time, point) in latest(points, |point| point.period)? {
        weighed.push(weigh(time, point, |interval| 2.0 * interval.level.z())?);
    }
    let (slope, variance) = line(&weighed);
    decided(slope, slope * slope / variance, &weighed, |without, slope| without * slope > 0.0)
}

/// Recent trend of any figure with a 95 % interval, proportions too, as the public Fingertips service calculates it.
///
/// As [`recent_trend`], but the points are numbered one to five however far apart their periods lie, a standard error is
/// the interval's width over 3.92, and where leaving out a point makes the line level that counts as rising (the
/// service's published code, August 2025). For agreeing with what the service shows; [`recent_trend`] and
/// [`recent_trend_of_proportion`] are what its guidance says. Unlike the service, which passes over a missing point or
/// limit and takes an older point, this refuses; and it refuses an interval of another level.
///
/// ```
/// use peerglass::stats::{EstimatedPoint, Interval, Level, Method, published_recent_trend};
/// let points: Vec<EstimatedPoint> = (2017..).zip([50.0, 51.0, 52.0, 53.0, 54.0])
///     .map(|(period, value)| {
///         let interval = Interval::new(value - 1.2, value + 1.2, Level::P95, Method::Published).ok();
///         EstimatedPoint { period, value: Some(value), interval }
///     })
///     .collect();
/// assert_eq!(format!("{:.4}", published_recent_trend(&points).unwrap().chi_squared), "26.6778");
/// ```
pub fn published_recent_trend(points: &[EstimatedPoint]) -> Result<RecentTrend, Rejection> {
    let mut weighed = Vec::new();
    for (place, (_, point)) in latest(points, |point| point.period)?.into_iter().enumerate() {
        if point.interval.is_some_and(|interval| interval.level != Level::P95) {
            return Err(Rejection::LevelsDiffer);
        }
        weighed.push(weigh(place as f64 - 2.0, point, |_| PUBLISHED_WIDTH)?);
    }
    let (slope, variance) = line(&weighed);
    decided(slope, slope * slope / variance, &weighed, |without, slope| (without >= 0.0) == (slope >= 0.0))
}

/// The latest five points in order of period, with their time from the middle one.
fn latest<P: Copy>(points: &[P], period: impl Fn(&P) -> i32) -> Result<Vec<(f64, P)>, Rejection> {
    let mut ordered: Vec<(i32, P)> = points.iter().map(|point| (period(point), *point)).collect();
    ordered.sort_by_key(|(period, _)| *period);
    if ordered.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Err(Rejection::DuplicatePeriods);
    }
    let first = ordered.len().checked_sub(POINTS).ok_or(Rejection::TooFewValues)?;
    let latest = ordered.split_off(first);
    // Raw years would lose digits in the sums of squares.
    let middle = latest.get(POINTS / 2).map_or(0, |(period, _)| *period);
    Ok(latest.into_iter().map(|(period, point)| (f64::from(period) - f64::from(middle), point)).collect())
}

/// A point on a line, and how much it counts.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    time: f64,
    value: f64,
    weight: f64,
}

/// A point with the inverse of its variance, its interval being so many standard errors wide.
pub(super) fn weigh(time: f64, point: EstimatedPoint, widths: impl Fn(&Interval) -> f64) -> Result<Weighed, Rejection> {
    let value = point.value.ok_or(Rejection::MissingValue)?;
    let interval = point.interval.ok_or(Rejection::MissingLimits)?;
    let error = (interval.upper - interval.lower) / widths(&interval);
    if error == 0.0 {
        return Err(Rejection::StandardErrorNotUsable);
    }
    let weight = 1.0 / (error * error);
    if value.is_finite() && error > 0.0 && weight.is_finite() && weight > 0.0 {
        Ok(Weighed { time, value, weight })
    } else {
        Err(Rejection::NotCalculable)
    }
}

/// Slope of the weighted straight line through the points, and the variance of the slope.
pub(super) fn line(points: &[Weighed]) -> (f64, f64) {
    let sum = |f: &dyn Fn(&Weighed) -> f64| sum_of(points.iter().map(f));
    let weight = sum(&|p| p.weight);
    let time = sum(&|p| p.weight * p.time) / weight;
    // From one of the values on, so that equal values have a slope of exactly zero.
    let level = points.first().map_or(0.0, |p| p.value);
    let spread = sum(&|p| p.weight * (p.time - time) * (p.time - time));
    (sum(&|p| p.weight * (p.time - time) * (p.value - level)) / spread, 1.0 / spread)
}

/// Slope of the share, and chi-squared, for a trend over time in (time, count, denominator).
pub(super) fn cochran_armitage(counted: &[(f64, f64, f64)]) -> (f64, f64) {
    let all = sum_of(counted.iter().map(|p| p.2));
    let with = sum_of(counted.iter().map(|p| p.1));
    let time = sum_of(counted.iter().map(|p| p.2 * p.0)) / all;
    // The published form with the times taken from their weighted mean, where it has nothing to cancel.
    let together = sum_of(counted.iter().map(|p| (p.0 - time) * (p.1 - p.2 * (with / all))));
    let spread = sum_of(counted.iter().map(|p| p.2 * (p.0 - time) * (p.0 - time)));
    (together / spread, together * together / (with / all * ((all - with) / all) * spread))
}

/// The verdict on a slope: significant, and the same way whichever point is left out.
fn decided(
    slope: f64,
    chi_squared: f64,
    points: &[Weighed],
    same_way: impl Fn(f64, f64) -> bool,
) -> Result<RecentTrend, Rejection> {
    if !(slope.is_finite() && chi_squared.is_finite()) {
        return Err(Rejection::NotCalculable);
    }
    let steady = (0..points.len()).all(|left_out| {
        let rest: Vec<_> = points.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, p)| *p).collect();
        same_way(line(&rest).0, slope)
    });
    let (trend, reason) = if chi_squared <= THRESHOLD {
        (Trend::NoSignificantChange, TrendReason::NotSignificant)
    } else if !steady {
        (Trend::NoSignificantChange, TrendReason::OnePointDecides)
    } else if slope > 0.0 {
        (Trend::Increasing, TrendReason::Significant)
    } else {
        (Trend::Decreasing, TrendReason::Significant)
    };
    Ok(RecentTrend { trend, reason, slope, chi_squared })
}
