//! The relative gap between two uncertain figures: how many times one is the other.

use super::float::ln;
use super::{Estimate, Interval, Method, Rejection, Significance, against_value};

/// A ratio and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelativeGap {
    /// First over second.
    pub ratio: f64,
    /// The interval of the ratio.
    pub interval: Interval,
}

impl RelativeGap {
    /// Whether there is a gap at all: does the interval leave one out?
    ///
    /// ```
    /// use peerglass::stats::{Interval, Level, Method, RelativeGap, Significance};
    /// let limits = |lower| Interval::new(lower, 2.5, Level::P95, Method::SquareAndAdd).unwrap();
    /// let side = |lower| RelativeGap { ratio: 1.6, interval: limits(lower) }.significance();
    /// assert_eq!((side(1.1), side(0.9)), (Some(Significance::Higher), Some(Significance::NotDifferent)));
    /// ```
    pub fn significance(&self) -> Option<Significance> {
        against_value(&self.interval, 1.0)
    }
}

/// How many times one independent estimate is the other, with an interval from the limits of both.
///
/// The same limits as [`gap`](super::gap) rests on, put to `a - ρb = 0` (Donner and Zou 2012, "Closed-form confidence
/// intervals for functions of the normal mean and standard deviation", Stat Methods Med Res 21:347-359; MOVER-R):
/// lower `(ab - √((ab)² - aₗbᵤ(2a-aₗ)(2b-bᵤ))) / (bᵤ(2b-bᵤ))`,
/// upper `(ab + √((ab)² - aᵤbₗ(2a-aᵤ)(2b-bₗ))) / (bₗ(2b-bₗ))`.
///
/// For figures that cannot be negative. Refused, with the reason: a negative value or limit; a second figure whose range
/// reaches zero (the ratio then has no upper limit) or so far up that the lower limit has none; intervals of different level;
/// a value outside its own interval.
///
/// ```
/// use peerglass::stats::{Estimate, Interval, Level, Method, relative_gap};
/// let e = |value, lower, upper| Estimate {
///     value,
///     interval: Interval::new(lower, upper, Level::P95, Method::Published).unwrap(),
/// };
/// let found = relative_gap(&e(30.0, 25.0, 36.0), &e(15.0, 13.0, 17.5)).unwrap();
/// assert_eq!(found.ratio, 2.0);
/// assert_eq!((format!("{:.3}", found.interval.lower), format!("{:.3}", found.interval.upper)), ("1.576".into(), "2.523".into()));
/// ```
pub fn relative_gap(a: &Estimate, b: &Estimate) -> Result<RelativeGap, Rejection> {
    if a.interval.level != b.interval.level {
        return Err(Rejection::LevelsDiffer);
    }
    if !(a.interval.contains(a.value) && b.interval.contains(b.value)) {
        return Err(Rejection::ValueOutsideInterval);
    }
    if a.interval.lower < 0.0 || b.interval.lower < 0.0 {
        return Err(Rejection::NegativeNumerator);
    }
    if b.interval.lower <= 0.0 {
        return Err(Rejection::DenominatorNotPositive);
    }
    let product = a.value * b.value;
    // What a limit of the ratio rests on: the far limit of one and the near limit of the other.
    let limit = |ours: f64, theirs: f64, side: f64| {
        let divisor = theirs * (2.0 * b.value - theirs);
        if divisor <= 0.0 {
            return Err(Rejection::NotCalculable);
        }
        let root = product * product - ours * theirs * (2.0 * a.value - ours) * (2.0 * b.value - theirs);
        Ok((product + side * root.max(0.0).sqrt()) / divisor)
    };
    let lower = limit(a.interval.lower, b.interval.upper, -1.0)?.max(0.0);
    let upper = limit(a.interval.upper, b.interval.lower, 1.0)?;
    let interval = Interval::new(lower, upper, a.interval.level, Method::SquareAndAdd)?;
    Ok(RelativeGap { ratio: a.value / b.value, interval })
}

/// The logarithm of the ratio of two independent estimates, and its variance.
///
/// `ln(a/b)`, with variance `((ln aᵤ - ln aₗ)/2z)² + ((ln bᵤ - ln bₗ)/2z)²`: each estimate is taken as normal on the
/// logarithmic scale (Altman and Bland 2003, "Interaction revisited: the difference between two estimates", BMJ 326:219).
/// On this scale no gap is zero, and a ratio and its inverse are equally far from it, as the trend of a gap needs
/// ([`gap_trend`](super::gap_trend)). Refused: a value or limit of zero or less, which has no logarithm; intervals of
/// different level; a value outside its own interval.
///
/// ```
/// use peerglass::stats::{Estimate, Interval, Level, Method, log_ratio};
/// let e = |value, lower, upper| Estimate {
///     value,
///     interval: Interval::new(lower, upper, Level::P95, Method::Published).unwrap(),
/// };
/// let (log, variance) = log_ratio(&e(30.0, 25.0, 36.0), &e(15.0, 13.0, 17.5)).unwrap();
/// assert_eq!((format!("{log:.4}"), format!("{variance:.5}")), ("0.6931".into(), "0.01440".into()));
/// ```
pub fn log_ratio(a: &Estimate, b: &Estimate) -> Result<(f64, f64), Rejection> {
    if a.interval.level != b.interval.level {
        return Err(Rejection::LevelsDiffer);
    }
    let mut variance = 0.0;
    for Estimate { value, interval } in [a, b] {
        if !interval.contains(*value) {
            return Err(Rejection::ValueOutsideInterval);
        }
        if interval.lower <= 0.0 {
            return Err(Rejection::EndOfScale);
        }
        let error = (ln(interval.upper) - ln(interval.lower)) / (2.0 * interval.level.z());
        variance += error * error;
    }
    let log = ln(a.value) - ln(b.value);
    if log.is_finite() && variance.is_finite() { Ok((log, variance)) } else { Err(Rejection::NotCalculable) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Level, gap};
    use proptest::prelude::*;

    fn estimate(value: f64, below: f64, above: f64) -> Estimate {
        let interval = Interval::new(value - below, value + above, Level::P95, Method::Published).unwrap();
        Estimate { value, interval }
    }

    #[test]
    fn what_has_no_ratio_is_refused() {
        let of =
            |a: (f64, f64, f64), b: (f64, f64, f64)| relative_gap(&estimate(a.0, a.1, a.2), &estimate(b.0, b.1, b.2));
        assert_eq!(of((5.0, 1.0, 1.0), (2.0, 2.0, 1.0)), Err(Rejection::DenominatorNotPositive));
        assert_eq!(of((5.0, 6.0, 1.0), (2.0, 1.0, 1.0)), Err(Rejection::NegativeNumerator));
        assert_eq!(of((5.0, 1.0, 1.0), (2.0, 1.0, 3.0)), Err(Rejection::NotCalculable));
    }

    /// Symmetric ranges: the lines are Fieller's, whose limits solve `(a - ρb)² = A² + ρ²B²`.
    #[test]
    fn symmetric_ranges_give_fiellers_limits() {
        let (a, b, half_a, half_b) = (30.0, 15.0, 5.0, 2.0);
        let found = relative_gap(&estimate(a, half_a, half_a), &estimate(b, half_b, half_b)).unwrap();
        for limit in [found.interval.lower, found.interval.upper] {
            let off = (a - limit * b) * (a - limit * b) - (half_a * half_a + limit * limit * half_b * half_b);
            assert!(off.abs() < 1e-9, "{limit}: {off}");
        }
    }

    proptest! {
        #[test]
        fn ratio_and_difference_are_clear_together(
            a in 1.0..50.0_f64, b in 1.0..50.0_f64,
            parts in prop::collection::vec(0.01..0.9_f64, 4),
        ) {
            let (a, b) = (estimate(a, a * parts[0], a * parts[1]), estimate(b, b * parts[2], b * parts[3]));
            let (ratio, difference) = (relative_gap(&a, &b).unwrap(), gap(&a, &b).unwrap());
            prop_assert!(ratio.interval.contains(ratio.ratio));
            // One is outside the range of the ratio where none is outside that of the difference, but for rounding.
            let near = (ratio.interval.lower - 1.0).abs().min((ratio.interval.upper - 1.0).abs());
            prop_assert!(near < 1e-9 || ratio.significance() == difference.significance());
        }
    }
}
