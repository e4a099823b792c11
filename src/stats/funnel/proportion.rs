//! The funnel of proportions.

use super::build::{Funnel, FunnelLimits, Placed, Scale, build, check, common_ratio};
use super::trim::winsorise;
use crate::stats::Rejection;
use crate::stats::float::{asin, sin};
use core::f64::consts::FRAC_PI_2;

/// A funnel of proportions around their common proportion.
///
/// On the scale `arcsin √p`, where the standard error is `1/(2√n)`; the z-scores are winsorised, `share` at each end (0.1
/// by habit). Limits `sin²(arcsin √t ± z √(1/(4n) + τ²))`, cut off at 0 and 1. Spiegelhalter (2005), Stat Med
/// 24:1185-1202. A unit with a denominator of zero or less, a negative count, or more than its denominator is refused
/// alone. Refused as a whole: columns of unlike length, no unit, every count equal to its denominator, a share outside
/// 0 to one half.
///
/// ```
/// let funnel = peerglass::stats::funnel::funnel_proportion(&[10.0, 30.0, 25.0], &[100.0, 100.0, 50.0], 0.0)?;
/// let spread = funnel.overdispersion?;
/// assert_eq!((funnel.target, format!("{:.2}", spread.phi)), (0.26, "10.51".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn funnel_proportion(counts: &[f64], denominators: &[f64], share: f64) -> Result<Funnel, Rejection> {
    if counts.len() != denominators.len() {
        return Err(Rejection::LengthsDiffer);
    }
    let row = |i: usize| {
        let (count, denominator) = (counts[i], denominators[i]);
        check(count, denominator)?;
        if denominator <= 0.0 {
            Err(Rejection::DenominatorNotPositive)
        } else if count > denominator {
            Err(Rejection::NumeratorExceedsDenominator)
        } else {
            Ok((count, denominator))
        }
    };
    let target = common_ratio((0..counts.len()).filter_map(|i| row(i).ok()))?;
    let middle = asin(target.sqrt());
    let place = |i: usize| {
        let (count, denominator) = row(i)?;
        let value = count / denominator;
        Ok(Placed { value: Some(value), transformed: asin(value.sqrt()), error: 0.5 / denominator.sqrt() })
    };
    let limits = |i: usize, spread: f64| widened_limits_of_proportion(target, denominators[i], spread);
    let scale =
        Scale { target, target_transformed: middle, place: &place, limits: &limits, exact: None, trim: winsorise };
    build(counts.len(), share, &scale)
}

/// The limits of [`funnel_proportion`] around a target at any denominator, for a spread of variance τ² beyond chance.
///
/// `None` where they cannot be calculated.
///
/// ```
/// use peerglass::stats::funnel::widened_limits_of_proportion;
/// let limits = widened_limits_of_proportion(0.5, 100.0, 0.0075).unwrap();
/// assert_eq!((format!("{:.3}", limits.lower_95), format!("{:.3}", limits.upper_95)), ("0.309".into(), "0.691".into()));
/// ```
pub fn widened_limits_of_proportion(target: f64, denominator: f64, tau_squared: f64) -> Option<FunnelLimits> {
    let (middle, error) = (asin(target.sqrt()), (0.25 / denominator + tau_squared).sqrt());
    FunnelLimits::by(|z| {
        let root = sin((middle + z * error).clamp(0.0, FRAC_PI_2));
        root * root
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::funnel::{FunnelUnit, Widening};
    use crate::stats::{Level, Rejection};
    use proptest::prelude::*;

    fn rows() -> impl Strategy<Value = Vec<(f64, f64)>> {
        let row =
            (1_u32..3000, 0.0..=1.0).prop_map(|(n, share): (u32, f64)| ((f64::from(n) * share).floor(), f64::from(n)));
        prop::collection::vec(row, 2..60)
    }

    fn funnel(rows: &[(f64, f64)]) -> Result<Funnel, Rejection> {
        let (counts, denominators): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
        funnel_proportion(&counts, &denominators, 0.1)
    }

    fn units(funnel: &Funnel) -> Vec<FunnelUnit> {
        funnel.units.iter().map(|unit| unit.unwrap()).collect()
    }

    proptest! {
        #[test]
        fn the_funnel_widens_with_the_spread(rows in rows()) {
            let Ok(funnel) = funnel(&rows) else { return Ok(()) };
            for unit in units(&funnel) {
                let (chance, both) = (unit.unadjusted.unwrap(), unit.adjusted.unwrap());
                prop_assert!(both.lower_998 <= chance.lower_998 && both.lower_95 <= chance.lower_95);
                prop_assert!(both.upper_95 >= chance.upper_95 && both.upper_998 >= chance.upper_998);
                prop_assert!(chance.lower_998 <= chance.lower_95 && chance.upper_95 <= chance.upper_998);
                prop_assert!(chance.lower_95 <= funnel.target + 1e-15 && funnel.target <= chance.upper_95 + 1e-15);
            }
        }

        #[test]
        fn the_order_of_units_changes_nothing((rows, order) in rows().prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(order).prop_shuffle())
        })) {
            let Ok(there) = funnel(&rows) else { return Ok(()) };
            let shuffled: Vec<_> = order.iter().map(|i| rows[*i]).collect();
            let back = funnel(&shuffled).unwrap();
            prop_assert_eq!(there.overdispersion, back.overdispersion);
            let (there, back) = (units(&there), units(&back));
            prop_assert!(order.iter().zip(&back).all(|(i, unit)| there[*i] == *unit));
        }

        #[test]
        fn outside_by_the_score_is_outside_the_limits(rows in rows()) {
            let Ok(funnel) = funnel(&rows) else { return Ok(()) };
            for unit in units(&funnel) {
                let limits = unit.unadjusted.unwrap();
                let value = unit.value.unwrap();
                if unit.outside(Level::P998, Widening::Unadjusted).unwrap() {
                    prop_assert!(value <= limits.lower_998 + 1e-12 || value >= limits.upper_998 - 1e-12);
                }
            }
        }
    }

    #[test]
    fn a_unit_that_makes_no_sense_is_refused_alone() {
        let found = funnel_proportion(&[1.0, 3.0, 5.0, 2.0], &[10.0, 0.0, 4.0, 20.0], 0.1).unwrap();
        assert_eq!(found.units[1], Err(Rejection::DenominatorNotPositive));
        assert_eq!(found.units[2], Err(Rejection::NumeratorExceedsDenominator));
        assert_eq!(found.target, 0.1);
        assert_eq!(funnel_proportion(&[1.0, 2.0], &[1.0, 2.0], 0.1), Err(Rejection::NoVariation));
        assert_eq!(funnel_proportion(&[1.0], &[2.0], 0.5), Err(Rejection::TrimOutOfRange));
        assert_eq!(funnel_proportion(&[], &[], 0.1), Err(Rejection::TooFewValues));
    }
}
