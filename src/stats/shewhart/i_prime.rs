//! The I′ chart: single measurements of unlike size.

use super::chart::{Chart, ChartLimits};
use super::individuals::usual_of;
use super::plan::Plan;
use super::prime::Counted;
use crate::stats::Rejection;
use core::f64::consts::FRAC_PI_2;

/// The upper limit of standardised moving ranges, in mean ranges.
const UPPER_RANGE: f64 = 3.2665;

/// An I′ chart: `Σcount/Σsize ± 3 s/√size`, with s from the ranges of neighbours, each for its two sizes.
///
/// `s` is the mean of `√(π/2) |y₁ - y₂| / √(1/n₁ + 1/n₂)` over all neighbours, whatever the baseline and the exclusions
/// (the normalised individuals of Taylor 2017). Nothing is cut off at zero. A missing number or
/// a size of zero is a gap. No limits where nothing varies. Refused: nothing in the baseline, columns of unlike length,
/// a negative number.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, i_prime_chart};
/// let chart = i_prime_chart(&[Some(40.0), Some(60.0)], &[Some(10.0), Some(10.0)], &Plan::default())?;
/// assert_eq!((chart.centre, format!("{:.3}", chart.points[0].limits.unwrap().upper)), (5.0, "10.317".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn i_prime_chart(counts: &[Option<f64>], sizes: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let counted = Counted::new(counts, sizes, plan)?;
    let centre = counted.centre(plan)?;
    let range = |pair: &[Option<(f64, f64)>]| {
        let ((count, size), (next, next_size)) = pair[0].zip(pair[1])?;
        let difference = (next / next_size - count / size).abs();
        Some(FRAC_PI_2.sqrt() * difference / (1.0 / size + 1.0 / next_size).sqrt())
    };
    let ranges: Vec<f64> = counted.pairs().windows(2).filter_map(range).collect();
    let unit = usual_of(&ranges, plan.screening, UPPER_RANGE);
    let limits = |i: usize| {
        let ((_, size), unit) = counted.pairs()[i].zip(unit)?;
        ChartLimits::around(centre, unit / size.sqrt())
    };
    Chart::new(counted.values(), centre, limits, plan)
}
