//! The range that chance alone leaves a figure of a given size: where the published check would just call it inside.

use super::rate::{BYAR_FROM, rate};
use super::special::{Tail, gamma};
use super::{FunnelLimits, Level, Rejection, rate_interval};

/// Halvings enough to part any two events that a double can tell apart at twelve digits.
const HALVINGS: u32 = 44;

/// The ratios of observed to expected events that are inside the funnel, of so many expected: those whose own interval,
/// [`rate_interval`]'s, holds 1.
///
/// It is [`funnel_significance_of_ratio`](super::funnel_significance_of_ratio) read backwards, so that a line drawn through
/// these ranges parts the figures as that check does. The published lines, [`funnel_limits_of_ratio`](super::funnel_limits_of_ratio),
/// go by the events observed and by the exact interval throughout; they differ by what Byar's approximation differs from
/// the exact interval: a percent at most. Where none observed is no surprise, the range begins at 0. Refused: events expected of
/// zero or less, and a confidence of 1.
///
/// ```
/// use peerglass::stats::{Level, funnel_range_of_ratio};
/// let range = funnel_range_of_ratio(27.95, Level::P998).unwrap();
/// assert_eq!((format!("{:.3}", range.lower), format!("{:.3}", range.upper)), ("0.451".into(), "1.652".into()));
/// assert_eq!(funnel_range_of_ratio(2.0, Level::P95).unwrap().lower, 0.0);
/// ```
pub fn funnel_range_of_ratio(expected: f64, level: Level) -> Result<FunnelLimits, Rejection> {
    rate(0.0, expected)?;
    let most = (expected + 4.0 * BYAR_FROM) * 4.0; // its lower limit is above what is expected
    let tail = level.tail();
    if tail <= 0.0 || !most.is_finite() {
        return Err(Rejection::NotCalculable);
    }
    let limits = |events: f64| rate_interval(events, 1.0, level).map(|interval| (interval.lower, interval.upper));
    let is_low = |events: f64| match events < BYAR_FROM {
        true => gamma(events + 1.0, expected, Tail::Upper).is_some_and(|below| below < tail),
        false => limits(events).is_ok_and(|(_, upper)| upper < expected),
    };
    let is_high = |events: f64| match events < BYAR_FROM {
        true => events > 0.0 && gamma(events, expected, Tail::Lower).is_some_and(|above| above < tail),
        false => limits(events).is_ok_and(|(lower, _)| lower > expected),
    };
    // Byar's lower limit begins a hair below the exact one: what either calls inside is inside.
    let from = if is_high(BYAR_FROM) { 0.0 } else { BYAR_FROM };
    let to = if from > 0.0 { most } else { BYAR_FROM };
    let lower = if is_low(0.0) { turn(0.0, most, |events| !is_low(events)) } else { 0.0 };
    let upper = turn(from, to, is_high);
    Ok(FunnelLimits { lower: lower / expected, upper: upper / expected, level })
}

/// Where between two numbers something begins to hold that does not at the first and does at the second.
fn turn(mut before: f64, mut after: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let middle = before + (after - before) / 2.0;
        if holds(middle) { after = middle } else { before = middle }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Significance, funnel_limits_of_ratio, funnel_significance_of_ratio};
    use proptest::prelude::*;

    proptest! {
        /// The range parts whole numbers of events exactly as the published check does.
        #[test]
        fn the_range_and_the_check_agree(events in 0_u32..4000, expected in 0.05..3000.0_f64) {
            let (events, found) = (f64::from(events), funnel_significance_of_ratio(f64::from(events), expected).unwrap());
            for level in [Level::P95, Level::P998] {
                let range = funnel_range_of_ratio(expected, level).unwrap();
                let is_outside = found.level == Some(Level::P998) || (found.level.is_some() && level == Level::P95);
                let side = match events / expected {
                    ratio if ratio < range.lower => Significance::Lower,
                    ratio if ratio > range.upper => Significance::Higher,
                    _ => Significance::NotDifferent,
                };
                // Within the twelve digits of the search, either may be right.
                let close = |limit: f64| (events / expected - limit).abs() < 1e-9 * limit;
                prop_assume!(!close(range.lower) && !close(range.upper));
                prop_assert_eq!(side != Significance::NotDifferent, is_outside, "{:?} {:?}", range, found);
                prop_assert!(!is_outside || side == found.significance);
            }
        }

        /// The published lines, at the size to which they belong, are the same within what Byar's method errs.
        #[test]
        fn the_published_lines_are_near(events in 25.0..2000.0_f64) {
            for level in [Level::P95, Level::P998] {
                let lines = funnel_limits_of_ratio(events, level).unwrap();
                let at_lower = funnel_range_of_ratio(events / lines.lower, level).unwrap();
                let at_upper = funnel_range_of_ratio(events / lines.upper, level).unwrap();
                prop_assert!((at_lower.lower / lines.lower - 1.0).abs() < 0.01, "{:?} {:?}", at_lower, lines);
                prop_assert!((at_upper.upper / lines.upper - 1.0).abs() < 0.01, "{:?} {:?}", at_upper, lines);
            }
        }

        #[test]
        fn more_expected_is_a_narrower_range(expected in 0.1..5000.0_f64, more in 1.05..4.0_f64) {
            let (small, large) = (
                funnel_range_of_ratio(expected, Level::P95).unwrap(),
                funnel_range_of_ratio(expected * more, Level::P95).unwrap(),
            );
            prop_assert!(small.lower <= large.lower && large.upper <= small.upper);
            prop_assert!(small.lower < 1.0 && 1.0 < small.upper);
        }
    }

    /// By hand: none observed surprises from -ln(0.025) = 3.689 expected on, and not before.
    #[test]
    fn none_observed_is_low_only_where_enough_are_expected() {
        assert_eq!(funnel_range_of_ratio(3.68, Level::P95).unwrap().lower, 0.0);
        assert!(funnel_range_of_ratio(3.70, Level::P95).unwrap().lower > 0.0);
        assert_eq!(funnel_range_of_ratio(0.0, Level::P95), Err(Rejection::DenominatorNotPositive));
        assert_eq!(funnel_range_of_ratio(f64::MAX, Level::P95), Err(Rejection::NotCalculable));
    }
}
