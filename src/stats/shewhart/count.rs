//! The C chart: counts of events.

use super::chart::{Chart, ChartLimits};
use super::plan::Plan;
use crate::stats::Rejection;

/// A C chart: the mean count ± 3 √mean, not below zero.
///
/// Montgomery, *Introduction to Statistical Quality Control*. For events that happen independently among about as many
/// opportunities each time. Refused: no count in the baseline, a negative count, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, c_chart};
/// let chart = c_chart(&[Some(16.0), Some(12.0), Some(20.0)], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((limits.lower, chart.centre, limits.upper), (4.0, 16.0, 28.0));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn c_chart(counts: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    plan.check(counts)?;
    if counts.iter().flatten().chain(&plan.centre).any(|count| *count < 0.0) {
        return Err(Rejection::NegativeNumerator);
    }
    let centre = plan.mean(counts)?;
    let limits = ChartLimits::around(centre, centre.sqrt()).map(|limits| limits.within(0.0, f64::MAX));
    Chart::new(counts, centre, |_| limits, plan)
}
