//! The P chart and the P′ chart: proportions.

use super::chart::Chart;
use super::plan::Plan;
use super::prime::Counted;
use crate::stats::Rejection;

/// A P chart: `p = Σcount/Σdenominator ± 3 √(p(1-p)/n)`, within 0 and 1.
///
/// Montgomery, *Introduction to Statistical Quality Control*. A missing number or a denominator of zero is a gap. With
/// denominators in the tens of thousands nearly every point is outside: [`p_prime_chart`] is for those. Refused: nothing
/// in the baseline, columns of unlike length, a negative number, a count above its denominator, a given centre that is
/// no proportion.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, p_chart};
/// let chart = p_chart(&[Some(20.0), Some(20.0)], &[Some(100.0), Some(100.0)], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((chart.centre, format!("{:.2}", limits.lower), format!("{:.2}", limits.upper)), (0.2, "0.08".into(), "0.32".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn p_chart(counts: &[Option<f64>], denominators: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let (counted, centre, unit) = read(counts, denominators, plan)?;
    counted.chart(centre, unit, 1.0, plan)
}

/// A P′ chart: the P chart with limits as much wider as the z-scores vary more than chance.
///
/// Laney (2002): the P chart's standard deviation times the mean moving range of the z-scores over 1.128. No limits when
/// nothing varies. Refuses what [`p_chart`] refuses.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, p_prime_chart};
/// let chart = p_prime_chart(&[Some(20.0), Some(28.0)], &[Some(100.0), Some(100.0)], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((format!("{:.4}", limits.lower), format!("{:.4}", limits.upper)), ("0.0272".into(), "0.4528".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn p_prime_chart(counts: &[Option<f64>], denominators: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let (counted, centre, unit) = read(counts, denominators, plan)?;
    counted.prime_chart(centre, unit, 1.0, plan)
}

/// The pairs, the centre, and the standard deviation of a denominator of one.
fn read(counts: &[Option<f64>], denominators: &[Option<f64>], plan: &Plan) -> Result<(Counted, f64, f64), Rejection> {
    let counted = Counted::new(counts, denominators, plan)?;
    let centre = counted.centre(plan)?;
    if counted.exceeds() || centre > 1.0 {
        return Err(Rejection::NumeratorExceedsDenominator);
    }
    if centre < 0.0 {
        return Err(Rejection::NegativeNumerator);
    }
    Ok((counted, centre, (centre * (1.0 - centre)).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn limits_are_proportions_around_the_centre(rows in prop::collection::vec((0_u32..50, 0_u32..400), 1..40)) {
            let counts: Vec<_> = rows.iter().map(|(count, more)| Some(f64::from(*count.min(&(count + more))))).collect();
            let sizes: Vec<_> = rows.iter().map(|(count, more)| Some(f64::from(count + more))).collect();
            for chart in [p_chart, p_prime_chart].iter().filter_map(|chart| chart(&counts, &sizes, &Plan::default()).ok()) {
                for limits in chart.points.iter().filter_map(|point| point.limits) {
                    prop_assert!(0.0 <= limits.lower && limits.lower <= chart.centre);
                    prop_assert!(chart.centre <= limits.upper && limits.upper <= 1.0);
                }
            }
        }
    }

    #[test]
    fn what_is_no_proportion_is_refused() {
        let one = |count, size| p_chart(&[Some(count)], &[Some(size)], &Plan::default()).unwrap_err();
        assert_eq!(one(3.0, 2.0), Rejection::NumeratorExceedsDenominator);
        assert_eq!(one(-1.0, 2.0), Rejection::NegativeNumerator);
        assert_eq!(one(1.0, -2.0), Rejection::DenominatorNotPositive);
        assert_eq!(one(0.0, 0.0), Rejection::TooFewValues);
        assert_eq!(one(f64::NAN, 1.0), Rejection::NotCalculable);
        assert_eq!(p_chart(&[], &[Some(1.0)], &Plan::default()), Err(Rejection::LengthsDiffer));
    }
}
