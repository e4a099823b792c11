//! Comparing a figure with a goal: a level someone promised.
//!
//! The rules of the public Fingertips service. With [`Polarity::NoJudgement`] its rules take the high-is-good
//! branch, and so do these: a caller that must not judge should not ask. The outcome is always better, similar or
//! worse; `None` when a number is not finite.

use super::quantile::{at, sorted};
use super::{Interval, Judgement, Polarity};

/// Reads "at or above the goal" (`true`) or "below it" through a polarity.
fn reached(at_or_above: bool, polarity: Polarity) -> Judgement {
    if at_or_above == (polarity != Polarity::LowIsGood) { Judgement::Better } else { Judgement::Worse }
}

/// A value against one goal: better when it reaches the goal, else worse.
///
/// `value ≥ goal`, or `value ≤ goal` where low is good: meeting the goal exactly is better either way.
///
/// ```
/// use peerglass::stats::{Judgement, Polarity, goal_single};
/// assert_eq!(goal_single(95.0, 95.0, Polarity::HighIsGood), Some(Judgement::Better));
/// assert_eq!(goal_single(95.5, 95.0, Polarity::LowIsGood), Some(Judgement::Worse));
/// ```
pub fn goal_single(value: f64, goal: f64, polarity: Polarity) -> Option<Judgement> {
    if !(value.is_finite() && goal.is_finite()) {
        return None;
    }
    let met = value == goal || (value > goal) == (polarity != Polarity::LowIsGood);
    Some(if met { Judgement::Better } else { Judgement::Worse })
}

/// An interval against one goal: clearly on one side, or similar.
///
/// At or above when `lower ≥ goal`, below when `upper < goal`, otherwise similar; which side is better is the
/// polarity's.
///
/// ```
/// use peerglass::stats::{Interval, Judgement, Level, Method, Polarity, goal_single_interval};
/// let i = Interval::new(94.0, 95.0, Level::P95, Method::Published).unwrap();
/// assert_eq!(goal_single_interval(&i, 95.0, Polarity::HighIsGood), Some(Judgement::Similar));
/// assert_eq!(goal_single_interval(&i, 94.0, Polarity::HighIsGood), Some(Judgement::Better));
/// ```
pub fn goal_single_interval(interval: &Interval, goal: f64, polarity: Polarity) -> Option<Judgement> {
    goal_between(interval.lower, interval.upper, goal, goal, polarity)
}

/// A value against a goal that is a range: below it, in it, or at its top and beyond.
///
/// Worse when `value < lower`, better when `value ≥ upper`, otherwise similar; the other way round where low is good.
///
/// ```
/// use peerglass::stats::{Judgement, Polarity, goal_range};
/// assert_eq!(goal_range(95.0, 95.0, 97.0, Polarity::HighIsGood), Some(Judgement::Similar));
/// assert_eq!(goal_range(97.0, 95.0, 97.0, Polarity::LowIsGood), Some(Judgement::Worse));
/// ```
pub fn goal_range(value: f64, lower: f64, upper: f64, polarity: Polarity) -> Option<Judgement> {
    goal_between(value, value, lower, upper, polarity)
}

fn goal_between(least: f64, most: f64, lower: f64, upper: f64, polarity: Polarity) -> Option<Judgement> {
    if [least, most, lower, upper].iter().any(|x| !x.is_finite()) {
        None
    } else if least >= upper {
        Some(reached(true, polarity))
    } else if most < lower {
        Some(reached(false, polarity))
    } else {
        Some(Judgement::Similar)
    }
}

/// A value against what the benchmark was a year before: worse when below, else better.
///
/// The published rule knows no polarity, so this has none: show it with care where low is good.
///
/// ```
/// use peerglass::stats::{Judgement, goal_previous};
/// assert_eq!(goal_previous(94.0, 95.0), Some(Judgement::Worse));
/// ```
pub fn goal_previous(value: f64, previous: f64) -> Option<Judgement> {
    goal_single(value, previous, Polarity::HighIsGood)
}

/// A value against a range whose ends are percentiles of a set of values: as [`goal_range`].
///
/// Returns the judgement with the two ends, from [`percentile_bounds`]' rule. `None` when the set is empty or a
/// percentile lies outside 0 to 100.
///
/// ```
/// use peerglass::stats::{Judgement, Polarity, goal_percentiles};
/// let values = [38.27, 58.4, 20.95, 17.32, 19.7];
/// let found = goal_percentiles(18.31, &values, 10.0, 90.0, Polarity::LowIsGood);
/// assert_eq!(found, Some((Judgement::Similar, 18.272, 50.348)));
/// ```
pub fn goal_percentiles(
    value: f64,
    values: &[f64],
    lower: f64,
    upper: f64,
    polarity: Polarity,
) -> Option<(Judgement, f64, f64)> {
    let sorted = sorted(values)?;
    let lower = to_ten_decimals(at(&sorted, lower / 100.0)?)?;
    let upper = to_ten_decimals(at(&sorted, upper / 100.0)?)?;
    Some((goal_range(value, lower, upper, polarity)?, lower, upper))
}

/// The ends and inner bounds of `groups` groups with as many values each, by percentile.
///
/// Type 7 quantiles (Hyndman and Fan 1996) rounded to ten decimals, as the public Fingertips service does before it
/// compares values with them: `groups + 1` numbers from least to greatest. `None` for fewer than four values or no
/// groups.
///
/// ```
/// use peerglass::stats::percentile_bounds;
/// assert_eq!(percentile_bounds(&[1.0, 2.0, 3.0, 4.0], 5), Some(vec![1.0, 1.6, 2.2, 2.8, 3.4, 4.0]));
/// ```
pub fn percentile_bounds(values: &[f64], groups: u8) -> Option<Vec<f64>> {
    let sorted = sorted(values)?;
    if sorted.len() < 4 || groups == 0 {
        return None;
    }
    (0..=groups).map(|i| to_ten_decimals(at(&sorted, f64::from(i) / f64::from(groups))?)).collect()
}

fn to_ten_decimals(x: f64) -> Option<f64> {
    Some((x * 1e10).round_ties_even() / 1e10).filter(|x| x.is_finite())
}
