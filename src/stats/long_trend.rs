//! Trend over many periods: has a figure changed from a first period that somebody fixed beforehand to the latest, tested
//! at 99.8 %?
//!
//! The tests of [`recent_trend`](super::recent_trend) over all the points instead of the latest five, and without its guard
//! against one point deciding, which was made for five. The first period must be chosen without looking at the figures:
//! whoever picks the lowest one finds a rise.

use super::recent_trend::{THRESHOLD, cochran_armitage, line, weigh};
use super::{CountedPoint, EstimatedPoint, RecentTrend, Rejection, Trend, TrendReason, proportion};

/// The least points that a trend is tested on.
const FEWEST: usize = 5;

/// Trend of a figure with an interval over five or more periods, in any order; a period between them may be missing.
///
/// A straight line through the points, each weighted by the inverse of its variance ((upper - lower)/2z)² (Aitken 1936,
/// "On least squares and linear combination of observations"); `χ² = slope²/Var(slope)` against the 99.8 % point 9.5495.
/// The slope is a change per period number.
///
/// Refused, with the reason: fewer than five points; a period given twice; a missing value, a missing interval, or one of
/// no width.
///
/// ```
/// use peerglass::stats::{EstimatedPoint, Interval, Level, Method, Trend, long_trend};
/// let points: Vec<EstimatedPoint> = (2011..).zip([50.0, 50.4, 50.3, 50.9, 50.8, 51.2, 51.5, 51.8])
///     .map(|(period, value)| {
///         let interval = Interval::new(value - 0.98, value + 0.98, Level::P95, Method::Published).ok();
///         EstimatedPoint { period, value: Some(value), interval }
///     })
///     .collect();
/// let found = long_trend(&points).unwrap();
/// assert_eq!((found.trend, format!("{:.3} {:.2}", found.slope, found.chi_squared)), (Trend::Increasing, "0.246 10.20".into()));
/// ```
pub fn long_trend(points: &[EstimatedPoint]) -> Result<RecentTrend, Rejection> {
    let mut weighed = Vec::new();
    for (time, point) in timed(points, |point| point.period)? {
        weighed.push(weigh(time, point, |interval| 2.0 * interval.level.z())?);
    }
    let (slope, variance) = line(&weighed);
    decided(slope, slope * slope / variance)
}

/// Trend of a proportion over five or more periods, in any order; a period between them may be missing.
///
/// Cochran (1954) and Armitage's (1955) test for a trend in proportions, against the 99.8 % point 9.5495. The slope is
/// that of the straight line through the shares, each weighted by its denominator, whose sign is that of the test: a
/// change of the share (0 to 1) per period number. No logit is taken, so a count of none or all is no hindrance.
///
/// Refused, with the reason: fewer than five points; a period given twice; a missing number; a denominator of zero or
/// less, a count that is negative or above its denominator; none, or all, in every period.
///
/// ```
/// use peerglass::stats::{CountedPoint, Trend, long_trend_of_proportion};
/// let points: Vec<CountedPoint> = (2015..).zip([300.0, 310.0, 340.0, 380.0, 430.0, 490.0])
///     .map(|(period, count)| CountedPoint { period, count: Some(count), denominator: Some(10_000.0) })
///     .collect();
/// let found = long_trend_of_proportion(&points).unwrap();
/// assert_eq!((found.trend, format!("{:.5}", found.slope)), (Trend::Increasing, "0.00386".into()));
/// ```
pub fn long_trend_of_proportion(points: &[CountedPoint]) -> Result<RecentTrend, Rejection> {
    let (mut counted, mut none, mut all) = (Vec::new(), true, true);
    for (time, point) in timed(points, |point| point.period)? {
        let (count, denominator) = point.count.zip(point.denominator).ok_or(Rejection::MissingValue)?;
        proportion(count, denominator)?;
        none &= count == 0.0;
        all &= count == denominator;
        counted.push((time, count, denominator));
    }
    if none || all {
        return Err(Rejection::EndOfScale);
    }
    let (slope, chi_squared) = cochran_armitage(&counted);
    decided(slope, chi_squared)
}

/// The points in order of period, with their time from the middle one.
fn timed<P: Copy>(points: &[P], period: impl Fn(&P) -> i32) -> Result<Vec<(f64, P)>, Rejection> {
    let mut ordered: Vec<P> = points.to_vec();
    ordered.sort_by_key(|point| period(point));
    if ordered.windows(2).any(|pair| period(&pair[0]) == period(&pair[1])) {
        return Err(Rejection::DuplicatePeriods);
    }
    let Some(middle) = ordered.get(ordered.len() / 2).filter(|_| ordered.len() >= FEWEST).map(&period) else {
        return Err(Rejection::TooFewValues);
    };
    Ok(ordered.into_iter().map(|point| (f64::from(period(&point)) - f64::from(middle), point)).collect())
}

fn decided(slope: f64, chi_squared: f64) -> Result<RecentTrend, Rejection> {
    if !(slope.is_finite() && chi_squared.is_finite()) {
        return Err(Rejection::NotCalculable);
    }
    let (trend, reason) = match () {
        () if chi_squared <= THRESHOLD => (Trend::NoSignificantChange, TrendReason::NotSignificant),
        () if slope > 0.0 => (Trend::Increasing, TrendReason::Significant),
        () => (Trend::Decreasing, TrendReason::Significant),
    };
    Ok(RecentTrend { trend, reason, slope, chi_squared })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Interval, Level, Method, recent_trend, recent_trend_of_proportion};
    use proptest::prelude::*;

    fn estimated(values: &[f64], reach: f64) -> Vec<EstimatedPoint> {
        let point = |(period, &value): (i32, &f64)| {
            let interval = Interval::new(value - reach, value + reach, Level::P95, Method::Published).ok();
            EstimatedPoint { period, value: Some(value), interval }
        };
        (2010..).zip(values).map(point).collect()
    }

    fn counted(counts: &[f64], denominator: f64) -> Vec<CountedPoint> {
        let of = Some(denominator);
        (2010..)
            .zip(counts)
            .map(|(period, &count)| CountedPoint { period, count: Some(count), denominator: of })
            .collect()
    }

    #[test]
    fn what_cannot_be_tested_is_refused() {
        let good = estimated(&[1.0, 2.0, 3.0, 4.0, 5.0], 1.0);
        assert_eq!(long_trend(&good[1..]), Err(Rejection::TooFewValues));
        assert_eq!(long_trend(&[]), Err(Rejection::TooFewValues));
        assert_eq!(long_trend(&[&good[..], &good[..1]].concat()), Err(Rejection::DuplicatePeriods));
        assert_eq!(long_trend(&estimated(&[1.0; 5], 0.0)), Err(Rejection::StandardErrorNotUsable));
        let mut holed = good;
        holed[3].interval = None;
        assert_eq!(long_trend(&holed), Err(Rejection::MissingLimits));
        assert_eq!(long_trend_of_proportion(&counted(&[0.0; 6], 9.0)), Err(Rejection::EndOfScale));
        assert_eq!(long_trend_of_proportion(&counted(&[9.0; 6], 9.0)), Err(Rejection::EndOfScale));
        assert!(long_trend_of_proportion(&counted(&[0.0, 1.0, 2.0, 3.0, 9.0], 9.0)).is_ok());
    }

    /// Reckoned in exact fractions from the definition: uneven denominators, a count of none, years that are missing.
    #[test]
    fn shares_agree_with_exact_fractions() {
        let rows = [(2010, 0, 90), (2011, 7, 120), (2013, 20, 150), (2014, 31, 180), (2017, 40, 200), (2018, 66, 310)];
        let points = rows.map(|(period, count, of)| CountedPoint {
            period,
            count: Some(f64::from(count)),
            denominator: Some(f64::from(of)),
        });
        let found = long_trend_of_proportion(&points).unwrap();
        assert!((found.slope - 0.022_439_345_579_537_084).abs() < 1e-15);
        assert!((found.chi_squared - 32.603_873_096_827_33).abs() < 1e-11);
    }

    #[test]
    fn ten_small_steps_show_where_five_do_not() {
        let steps: Vec<f64> = (0..10).map(|at| 20.0 + 0.3 * f64::from(at)).collect();
        let points = estimated(&steps, 0.98);
        assert_eq!(recent_trend(&points).unwrap().trend, Trend::NoSignificantChange);
        assert_eq!(long_trend(&points).unwrap().trend, Trend::Increasing);
    }

    proptest! {
        /// Over five points the statistics are those of the recent trend: only its guard is left out.
        #[test]
        fn five_points_are_tested_as_recent_ones_are(
            values in prop::collection::vec(1.0..99.0_f64, 5), reach in 0.1..20.0_f64
        ) {
            let points = estimated(&values, reach);
            let (long, recent) = (long_trend(&points).unwrap(), recent_trend(&points).unwrap());
            prop_assert_eq!((long.slope, long.chi_squared), (recent.slope, recent.chi_squared));
            let points = counted(&values, 100.0);
            let (long, recent) =
                (long_trend_of_proportion(&points).unwrap(), recent_trend_of_proportion(&points).unwrap());
            prop_assert_eq!(long.chi_squared, recent.chi_squared);
        }

        #[test]
        fn order_is_of_no_account_and_a_mirror_turns_the_direction(
            values in prop::collection::vec(1.0..99.0_f64, 5..15), reach in 0.1..20.0_f64
        ) {
            let points = estimated(&values, reach);
            let found = long_trend(&points).unwrap();
            let backward: Vec<_> = points.iter().rev().copied().collect();
            prop_assert_eq!(long_trend(&backward).unwrap(), found);
            let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
            prop_assert_eq!(long_trend(&estimated(&mirrored, reach)).unwrap().slope, -found.slope);
        }
    }
}
