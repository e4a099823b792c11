//! A proportion and its Wilson score interval.

use super::{Interval, Level, Method, Rejection};

fn check(count: f64, denominator: f64) -> Result<(), Rejection> {
    if !count.is_finite() || !denominator.is_finite() {
        Err(Rejection::NotCalculable)
    } else if denominator <= 0.0 {
        Err(Rejection::DenominatorNotPositive)
    } else if count < 0.0 {
        Err(Rejection::NegativeNumerator)
    } else if count > denominator {
        Err(Rejection::NumeratorExceedsDenominator)
    } else {
        Ok(())
    }
}

/// A proportion: `count / denominator`.
///
/// Counts may be fractional (estimates, weighted surveys). A denominator of zero or less, a negative count, or more
/// counted than could be, is refused.
///
/// ```
/// assert_eq!(peerglass::stats::proportion(65.0, 100.0), Ok(0.65));
/// ```
pub fn proportion(count: f64, denominator: f64) -> Result<f64, Rejection> {
    check(count, denominator)?;
    Ok(count / denominator)
}

/// Wilson score interval for a proportion: `count` out of `denominator`.
///
/// The roots in p of `(count/n - p)² = z² p(1-p)/n`. Wilson (1927); recommended for proportions by Newcombe and
/// Altman (2000). Defined for zero and for all; never leaves 0 to 1. Refuses what [`proportion`] refuses. At a
/// confidence of 1 it is all of 0 to 1.
///
/// ```
/// use peerglass::stats::{Level, wilson};
/// let i = wilson(65.0, 100.0, Level::P95).unwrap();
/// assert_eq!((format!("{:.4}", i.lower), format!("{:.4}", i.upper)), ("0.5525".into(), "0.7364".into()));
/// ```
pub fn wilson(count: f64, denominator: f64, level: Level) -> Result<Interval, Rejection> {
    check(count, denominator)?;
    let (lower, upper) = wilson_limits(count, denominator, level.z());
    Interval::new(lower, upper, level, Method::Wilson)
}

/// The limits `z` standard errors either way; the caller has checked the inputs.
///
/// The lower limit is written as the product of the roots over the upper root, so that no digits cancel.
pub(super) fn wilson_limits(count: f64, denominator: f64, z: f64) -> (f64, f64) {
    if z.is_infinite() {
        return (0.0, 1.0);
    }
    // Everything over the denominator, so that no count is too large.
    let (p, q) = (count / denominator, (denominator - count) / denominator);
    let w = z * z / denominator;
    let reach = 2.0 * p + w + (w * (w + 4.0 * p * q)).sqrt();
    if !reach.is_finite() {
        return (f64::NAN, f64::NAN); // a denominator next to nothing
    }
    let lower = 2.0 * p * p / reach;
    let upper = reach / (2.0 * (1.0 + w));
    // Rounding alone could push a limit past the estimate it surrounds.
    (lower.min(p), upper.clamp(p, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_and_everybody_have_the_exact_end_as_limit() {
        for n in [1.0, 9.0, 50_021.0] {
            assert_eq!(wilson(0.0, n, Level::P95).unwrap().lower, 0.0);
            assert!((wilson(n, n, Level::P998).unwrap().upper - 1.0).abs() < 1e-15);
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        assert_eq!(wilson(f64::NAN, 10.0, Level::P95), Err(Rejection::NotCalculable));
        assert_eq!(wilson(1.0, f64::INFINITY, Level::P95), Err(Rejection::NotCalculable));
        assert_eq!(wilson(0.0, 1e-323, Level::P95), Err(Rejection::NotCalculable));
    }
}
