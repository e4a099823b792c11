//! The funnels of standardised ratios: observed over expected, around 1.

use super::build::{Funnel, FunnelLimits, Placed, Scale, build, check, common_ratio};
use super::trim::{Trim, truncate, winsorise};
use crate::stats::Rejection;
use crate::stats::float::{exp, ln};
use crate::stats::rate::exact_poisson;

/// Tails beyond the narrow and the wide limits.
const TAILS: (f64, f64) = (0.025, 0.001);

/// Whether expected events are rounded before they make z-scores and limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To two decimals, as they are published with the SHMI. The ratio itself is not affected.
    TwoDecimals,
    /// Not at all.
    None,
}

/// A funnel of ratios by the method of the SHMI: on the logarithm, extremes dropped.
///
/// `ln(O/E)` with standard error `1/√E`; the lowest and highest `share` of the z-scores (0.1 by habit) are dropped.
/// Adjusted limits `exp(±z √(1/E + τ²))`; unadjusted ones are exact, `χ²(p; 2E)/2E` and `χ²(1-p; 2E+2)/2E`. NHS Digital,
/// SHMI specification; Spiegelhalter et al. (2012), J R Stat Soc A 175:1-47. A figure without events has no logarithm:
/// it ranks lowest, has no z-score, and lies outside; where more of them remain than trimming drops, there is no
/// spread and no adjusted limit. A unit that expects nothing, or a negative count, is refused alone.
///
/// ```
/// use peerglass::stats::funnel::{Rounding, funnel_ratio_shmi};
/// let funnel = funnel_ratio_shmi(&[120.0, 80.0, 0.0], &[100.0, 100.0, 3.0], 0.0, Rounding::TwoDecimals)?;
/// let limits = funnel.units[0]?.unadjusted.unwrap();
/// assert_eq!((format!("{:.4}", limits.lower_95), format!("{:.4}", limits.upper_95)), ("0.8136".into(), "1.2163".into()));
/// assert_eq!(funnel.overdispersion, Err(peerglass::stats::Rejection::TooManyWithoutEvents));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn funnel_ratio_shmi(
    observed: &[f64],
    expected: &[f64],
    share: f64,
    rounding: Rounding,
) -> Result<Funnel, Rejection> {
    let scale = |ratio: f64, expected: f64| (ln(ratio), 1.0 / expected.sqrt());
    let limits = |expected: f64, spread: f64| {
        let error = (1.0 / expected + spread).sqrt();
        FunnelLimits::by(|z| exp(z * error))
    };
    ratio(observed, expected, share, rounding, Transform { target: 0.0, scale, limits, trim: truncate })
}

/// A funnel of ratios by the method of the Care Quality Commission: on the square root, extremes pulled in.
///
/// `√(O/E)` with standard error `1/(2√E)`; z-scores winsorised, `share` at each end (0.1 by habit). Adjusted limits
/// `(1 ± z √(1/(4E) + τ²))²`, squared back and cut off at 0: a widely used package forgets the square and draws them at
/// half their width. Unadjusted limits are exact, as in [`funnel_ratio_shmi`]. CQC, Intelligent Monitoring statistical
/// methodology; Spiegelhalter (2005). Refuses as [`funnel_ratio_shmi`] does; figures without events are no trouble.
///
/// ```
/// use peerglass::stats::funnel::funnel_ratio_cqc;
/// let limits = funnel_ratio_cqc(&[110.0, 95.0], &[100.0, 100.0], 0.1)?.units[0]?.adjusted.unwrap();
/// assert_eq!((format!("{:.4}", limits.lower_95), format!("{:.4}", limits.upper_95)), ("0.8136".into(), "1.2056".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn funnel_ratio_cqc(observed: &[f64], expected: &[f64], share: f64) -> Result<Funnel, Rejection> {
    let scale = |ratio: f64, expected: f64| (ratio.sqrt(), 0.5 / expected.sqrt());
    let transform = Transform { target: 1.0, scale, limits: widened_limits_of_ratio, trim: winsorise };
    ratio(observed, expected, share, Rounding::None, transform)
}

/// The adjusted limits of [`funnel_ratio_cqc`] for so many expected events, for a spread of variance τ² beyond chance.
///
/// `None` where they cannot be calculated.
///
/// ```
/// use peerglass::stats::funnel::widened_limits_of_ratio;
/// let limits = widened_limits_of_ratio(100.0, 0.0075).unwrap();
/// assert_eq!((format!("{:.4}", limits.lower_95), format!("{:.4}", limits.upper_95)), ("0.6464".into(), "1.4304".into()));
/// ```
pub fn widened_limits_of_ratio(expected: f64, tau_squared: f64) -> Option<FunnelLimits> {
    let error = (0.25 / expected + tau_squared).sqrt();
    FunnelLimits::by(|z| {
        let root = (1.0 + z * error).max(0.0);
        root * root
    })
}

/// What tells the two methods apart.
struct Transform {
    /// A ratio of 1 on the scale.
    target: f64,
    /// From ratio and expected events to place and standard error.
    scale: fn(f64, f64) -> (f64, f64),
    limits: fn(f64, f64) -> Option<FunnelLimits>,
    trim: Trim,
}

fn ratio(
    observed: &[f64],
    expected: &[f64],
    share: f64,
    rounding: Rounding,
    transform: Transform,
) -> Result<Funnel, Rejection> {
    if observed.len() != expected.len() {
        return Err(Rejection::LengthsDiffer);
    }
    let size = |i: usize| match rounding {
        Rounding::TwoDecimals => (expected[i] * 100.0).round_ties_even() / 100.0,
        Rounding::None => expected[i],
    };
    let row = |i: usize| {
        check(observed[i], expected[i])?;
        if size(i) > 0.0 { Ok((observed[i], expected[i])) } else { Err(Rejection::DenominatorNotPositive) }
    };
    common_ratio((0..observed.len()).filter_map(|i| row(i).ok()))?; // for what it refuses: the target is 1
    let place = |i: usize| {
        let (count, expected) = row(i)?;
        let (transformed, error) = (transform.scale)(count / size(i), size(i));
        Ok(Placed { value: Some(count / expected), transformed, error })
    };
    let limits = |i: usize, spread: f64| (transform.limits)(size(i), spread);
    let exact = |i: usize| exact(size(i));
    let scale = Scale {
        target: 1.0,
        target_transformed: transform.target,
        place: &place,
        limits: &limits,
        exact: Some(&exact),
        trim: transform.trim,
    };
    build(observed.len(), share, &scale)
}

/// Exact Poisson limits of the ratio where `expected` events are expected.
fn exact(expected: f64) -> Option<FunnelLimits> {
    let (lower_95, upper_95) = exact_poisson(expected, TAILS.0)?;
    let (lower_998, upper_998) = exact_poisson(expected, TAILS.1)?;
    FunnelLimits {
        lower_998: lower_998 / expected,
        lower_95: lower_95 / expected,
        upper_95: upper_95 / expected,
        upper_998: upper_998 / expected,
    }
    .finite()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Level;
    use crate::stats::funnel::Widening;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn limits_hold_one_and_widen_with_the_spread(
            rows in prop::collection::vec((0_u32..400, 1.0..300.0), 2..40),
        ) {
            let (observed, expected): (Vec<f64>, Vec<f64>) = rows.iter().map(|(o, e)| (f64::from(*o), *e)).unzip();
            let funnel = funnel_ratio_cqc(&observed, &expected, 0.1).unwrap();
            let alone = funnel_ratio_cqc(&[100.0, 101.0], &[100.0, 101.5], 0.1).unwrap();
            prop_assert_eq!(alone.overdispersion.unwrap().tau_squared, 0.0);
            for (unit, expected) in funnel.units.iter().zip(&expected) {
                let (chance, both) = (FunnelLimits::by(|z| (1.0 + z * 0.5 / expected.sqrt()).max(0.0)).unwrap(), unit.unwrap().adjusted.unwrap());
                prop_assert!(both.lower_998 <= chance.lower_998 * chance.lower_998 + 1e-12);
                prop_assert!(both.upper_998 >= chance.upper_998 * chance.upper_998 - 1e-12);
                prop_assert!(both.lower_95 <= 1.0 && 1.0 <= both.upper_95);
            }
        }
    }

    #[test]
    fn no_infinity_leaves() {
        for (observed, expected) in [(1e300, 1e-300), (1e-300, 1e300), (0.0, 1e-5), (1e308, 1e308)] {
            for funnel in [
                funnel_ratio_cqc(&[observed, 5.0, 6.0], &[expected, 5.5, 6.5], 0.1),
                funnel_ratio_shmi(&[observed, 5.0, 6.0], &[expected, 5.5, 6.5], 0.1, Rounding::TwoDecimals),
            ] {
                for unit in funnel.unwrap().units.into_iter().flatten() {
                    let numbers = [unit.value, unit.transformed, unit.z, unit.z_trimmed, unit.z_adjusted];
                    assert!(numbers.iter().flatten().all(|number| number.is_finite()), "{observed} {expected}");
                }
            }
        }
    }

    #[test]
    fn a_figure_without_events_is_outside_where_it_is_trimmed() {
        let observed: Vec<f64> = (0..20).map(|i| if i == 0 { 0.0 } else { 90.0 + f64::from(i) }).collect();
        let funnel = funnel_ratio_shmi(&observed, &[100.0; 20], 0.1, Rounding::None).unwrap();
        assert!(funnel.overdispersion.is_ok());
        let first = funnel.units[0].unwrap();
        assert_eq!((first.value, first.transformed, first.z), (Some(0.0), None, None));
        assert_eq!(first.outside(Level::P998, Widening::Adjusted), Some(true));
    }
}
