//! The funnel of ratios of two counts.

use super::build::{Funnel, FunnelLimits, Placed, Scale, build, check, common_ratio};
use super::trim::winsorise;
use crate::stats::Rejection;
use crate::stats::float::{exp, ln};

/// A funnel of ratios of two counts around their common ratio.
///
/// On the scale `ln((x+½)/(n+½))`, where the standard error is `√(x/(x+½)² + n/(n+½)²)`; z-scores winsorised, `share` at
/// each end (0.1 by habit). Limits `t exp(±z √(s² + τ²))`, with s at the numerator the target makes us expect, `t n`: a
/// widely used package takes the standard error of a proportion there, and draws them much too narrow. Spiegelhalter
/// (2005), Stat Med 24:1185-1202. A denominator of zero has a z-score but no figure and no limits; nothing over nothing
/// is refused alone. Where all numerators are zero there is no scale, and so no z-score and no limit.
///
/// ```
/// let funnel = peerglass::stats::funnel::funnel_count_ratio(&[78.0, 92.0, 43.0], &[167.0, 154.0, 75.0], 0.1)?;
/// let limits = funnel.units[0]?.adjusted.unwrap();
/// assert_eq!((format!("{:.4}", limits.lower_95), format!("{:.4}", limits.upper_95)), ("0.4167".into(), "0.6943".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn funnel_count_ratio(numerators: &[f64], denominators: &[f64], share: f64) -> Result<Funnel, Rejection> {
    if numerators.len() != denominators.len() {
        return Err(Rejection::LengthsDiffer);
    }
    let row = |i: usize| {
        let (x, n) = (numerators[i], denominators[i]);
        check(x, n)?;
        if x + n > 0.0 { Ok((x, n)) } else { Err(Rejection::DenominatorNotPositive) }
    };
    let target = common_ratio((0..numerators.len()).filter_map(|i| row(i).ok()))?;
    let place = |i: usize| {
        let (x, n) = row(i)?;
        let value = (n > 0.0).then_some(x / n);
        Ok(Placed { value, transformed: ln((x + 0.5) / (n + 0.5)), error: variance(x, n).sqrt() })
    };
    let limits = |i: usize, spread: f64| {
        let n = denominators[i];
        let error = (variance(target * n, n) + spread).sqrt();
        (n > 0.0 && target > 0.0).then(|| FunnelLimits::by(|z| target * exp(z * error)))?
    };
    let scale =
        Scale { target, target_transformed: ln(target), place: &place, limits: &limits, exact: None, trim: winsorise };
    build(numerators.len(), share, &scale)
}

/// The variance of `ln((x+½)/(n+½))`.
fn variance(x: f64, n: f64) -> f64 {
    x / ((x + 0.5) * (x + 0.5)) + n / ((n + 0.5) * (n + 0.5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_what_they_are() {
        let found = funnel_count_ratio(&[5.0, 0.0, 7.0, 3.0], &[0.0, 0.0, 9.0, 4.0], 0.1).unwrap();
        let over_nothing = found.units[0].unwrap();
        assert!(over_nothing.value.is_none() && over_nothing.z.is_some() && over_nothing.adjusted.is_none());
        assert_eq!(found.units[1], Err(Rejection::DenominatorNotPositive));
        let none = funnel_count_ratio(&[0.0, 0.0], &[5.0, 9.0], 0.1).unwrap();
        assert_eq!((none.target, none.overdispersion), (0.0, Err(Rejection::NoEvents)));
        assert!(none.units.iter().all(|unit| unit.unwrap().z.is_none()));
    }
}
