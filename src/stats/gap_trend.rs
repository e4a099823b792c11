//! Trend of a gap: has the difference between two figures become smaller or bigger over time?
//!
//! Each point is a difference with the variance of its own, so a straight line weighted by the inverse of the variances
//! is the efficient unbiased fit (Aitken 1936, "On least squares and linear combination of observations"), and its slope
//! over its standard error is standard normal when nothing changes. Unlike [`recent_trend`](super::recent_trend) it has no
//! guard against one point deciding: the verdict and the interval of the fitted change must say the same.

use super::float::sum_of;
use super::{Level, Rejection};

/// The least points that a trend is fitted to.
const FEWEST: usize = 5;

/// A difference between two figures in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapPoint {
    /// The period, as a year or any other number that grows by one from each annual period to the next.
    pub period: i32,
    /// One figure less the other.
    pub gap: f64,
    /// The variance of the difference: the sum of both figures' variances, where they are independent.
    pub variance: f64,
}

/// What became of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapChange {
    /// Nearer to none: the line goes towards zero.
    Smaller,
    /// Further from none.
    Bigger,
    /// The line goes through zero: the one that was above is now below.
    Crossed,
    /// Cannot be told from no change.
    Unclear,
}

/// A fitted trend of a gap and the numbers behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapTrend {
    /// What became of it, at the level that was asked for.
    pub change: GapChange,
    /// The gap on the line in the first and in the last period.
    pub ends: (f64, f64),
    /// Change on the line from the first to the last period.
    pub fitted: f64,
    /// The limits of that change at the level of the test: they hold zero exactly when the change is unclear.
    pub limits: (f64, f64),
    /// Slope over its standard error, squared: chi-squared with one degree of freedom.
    pub chi_squared: f64,
}

/// Trend of a gap over five or more periods, in any order.
///
/// With weights `w = 1/variance`, slope `Σw(t-t̄)g / Σw(t-t̄)²`, variance of the slope `1/Σw(t-t̄)²`; the fitted change is
/// slope times the time from first to last period, its limits `change ± z·standard error·time`, and the verdict is clear
/// when these do not hold zero (touching is not clear).
///
/// Refused, with the reason: fewer than five points; a period given twice; a variance of zero or less (its point would
/// outweigh all others); anything not finite.
///
/// ```
/// use peerglass::stats::{GapChange, GapPoint, Level, gap_trend};
/// let points: Vec<GapPoint> = (2017..).zip([4.0, 3.2, 2.1, 1.4, 0.3])
///     .map(|(period, gap)| GapPoint { period, gap, variance: 0.25 })
///     .collect();
/// let found = gap_trend(&points, Level::P998).unwrap();
/// assert_eq!(found.change, GapChange::Smaller);
/// assert_eq!((format!("{:.2}", found.fitted), format!("{:.2}", found.chi_squared)), ("-3.68".into(), "33.86".into()));
/// ```
pub fn gap_trend(points: &[GapPoint], level: Level) -> Result<GapTrend, Rejection> {
    let mut points = points.to_vec();
    points.sort_by_key(|point| point.period);
    if points.windows(2).any(|pair| pair[0].period == pair[1].period) {
        return Err(Rejection::DuplicatePeriods);
    }
    let (Some(first), Some(last), FEWEST..) = (points.first(), points.last(), points.len()) else {
        return Err(Rejection::TooFewValues);
    };
    if points.iter().any(|point| point.variance <= 0.0) {
        return Err(Rejection::StandardErrorNotUsable);
    }
    // Times from the first period, as raw years would lose digits in the squares.
    let time_of = |point: &GapPoint| f64::from(point.period) - f64::from(first.period);
    let sum = |term: &dyn Fn(&GapPoint) -> f64| sum_of(points.iter().map(|point| term(point) / point.variance));
    let weight = sum(&|_| 1.0);
    let (time, gap) = (sum(&time_of) / weight, sum(&|point| point.gap) / weight);
    let spread = sum(&|point| (time_of(point) - time) * (time_of(point) - time));
    let slope = sum(&|point| (time_of(point) - time) * (point.gap - gap)) / spread;
    let length = time_of(last);
    let (fitted, margin) = (slope * length, level.z() * length / spread.sqrt());
    let start = gap - slope * time;
    let ends = (start, start + fitted);
    let chi_squared = slope * slope * spread;
    if ![fitted, margin, start, chi_squared].iter().all(|number| number.is_finite()) {
        return Err(Rejection::NotCalculable);
    }
    let limits = (fitted - margin, fitted + margin);
    let change = if limits.0 <= 0.0 && limits.1 >= 0.0 { GapChange::Unclear } else { between(ends) };
    Ok(GapTrend { change, ends, fitted, limits, chi_squared })
}

/// What a gap became whose line goes from one value to another.
fn between((start, end): (f64, f64)) -> GapChange {
    if start * end < 0.0 {
        GapChange::Crossed
    } else if end.abs() < start.abs() {
        GapChange::Smaller
    } else {
        GapChange::Bigger
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(gaps: &[f64], variance: f64) -> Vec<GapPoint> {
        (2015..).zip(gaps).map(|(period, &gap)| GapPoint { period, gap, variance }).collect()
    }

    #[test]
    fn what_cannot_be_fitted_is_refused() {
        let good = points(&[1.0, 2.0, 3.0, 4.0, 5.0], 1.0);
        let spoilt = |spoil: fn(&mut GapPoint)| {
            let mut points = good.clone();
            spoil(&mut points[2]);
            gap_trend(&points, Level::P95)
        };
        assert_eq!(gap_trend(&good[1..], Level::P95), Err(Rejection::TooFewValues));
        assert_eq!(spoilt(|point| point.period = 2015), Err(Rejection::DuplicatePeriods));
        assert_eq!(spoilt(|point| point.variance = 0.0), Err(Rejection::StandardErrorNotUsable));
        assert_eq!(spoilt(|point| point.variance = -1.0), Err(Rejection::StandardErrorNotUsable));
        assert_eq!(spoilt(|point| point.variance = f64::NAN), Err(Rejection::NotCalculable));
        assert_eq!(spoilt(|point| point.gap = f64::INFINITY), Err(Rejection::NotCalculable));
    }

    #[test]
    fn words_follow_the_distance_from_none() {
        for (gaps, change) in [
            ([5.0, 4.0, 3.0, 2.0, 1.0], GapChange::Smaller),
            ([-5.0, -4.0, -3.0, -2.0, -1.0], GapChange::Smaller),
            ([1.0, 2.0, 3.0, 4.0, 5.0], GapChange::Bigger),
            ([-1.0, -2.0, -3.0, -4.0, -5.0], GapChange::Bigger),
            ([-2.0, -1.0, 0.0, 1.0, 2.0], GapChange::Crossed),
            ([3.0, 3.1, 2.9, 3.0, 3.0], GapChange::Unclear),
        ] {
            assert_eq!(gap_trend(&points(&gaps, 0.01), Level::P95).unwrap().change, change, "{gaps:?}");
        }
    }

    /// By hand: unequal variances 1, 4, 1, 4, 1 on times 0 to 4 give weights 1, ¼, 1, ¼, 1; mean time 2, Σw(t-2)² = 8.5.
    #[test]
    fn weights_are_the_inverse_variances() {
        let mut points = points(&[0.0, 9.0, 2.0, 9.0, 4.0], 1.0);
        points[1].variance = 4.0;
        points[3].variance = 4.0;
        let found = gap_trend(&points, Level::P95).unwrap();
        let slope = (2.0 * 4.0 + 0.25 * 9.0 - 0.25 * 9.0) / 8.5;
        assert!((found.fitted - 4.0 * slope).abs() < 1e-12);
        assert!((found.chi_squared - slope * slope * 8.5).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn verdict_and_limits_agree(gaps in prop::collection::vec(-10.0..10.0_f64, 5..12), variance in 0.01..4.0_f64) {
            let found = gap_trend(&points(&gaps, variance), Level::P95).unwrap();
            let holds_zero = found.limits.0 <= 0.0 && found.limits.1 >= 0.0;
            prop_assert_eq!(holds_zero, found.change == GapChange::Unclear);
            prop_assert!((found.ends.1 - found.ends.0 - found.fitted).abs() < 1e-9);
        }

        #[test]
        fn order_is_of_no_account_and_a_mirror_says_the_same(gaps in prop::collection::vec(-10.0..10.0_f64, 5..12)) {
            let forward = points(&gaps, 0.5);
            let mut backward = forward.clone();
            backward.reverse();
            let found = gap_trend(&forward, Level::P998).unwrap();
            prop_assert_eq!(gap_trend(&backward, Level::P998).unwrap(), found);
            let mirrored: Vec<GapPoint> = forward.iter().map(|point| GapPoint { gap: -point.gap, ..*point }).collect();
            prop_assert_eq!(gap_trend(&mirrored, Level::P998).unwrap().change, found.change);
        }
    }
}
