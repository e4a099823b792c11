//! The MR chart: how far each value is from the one before.

use super::chart::{Chart, ChartLimits};
use super::individuals::UPPER_RANGE;
use super::plan::Plan;
use crate::stats::Rejection;

/// An MR chart: the moving ranges, their mean, and an upper limit of 3.267 times the mean.
///
/// Montgomery, *Introduction to Statistical Quality Control*. The inner limit is two thirds of the upper one and both
/// lower limits are zero. The first point has no range. Ranges share values, so there is no test of runs; nor are
/// they screened here. Refused: no range in the baseline, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, mr_chart};
/// let chart = mr_chart(&[Some(40.0), Some(42.0), Some(41.0), Some(44.0)], &Plan::default())?;
/// let values: Vec<_> = chart.points.iter().map(|point| point.value).collect();
/// assert_eq!((chart.centre, values), (2.0, vec![None, Some(2.0), Some(1.0), Some(3.0)]));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn mr_chart(values: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    plan.check(values)?;
    let mut ranges = vec![None; values.len()];
    for (i, pair) in values.windows(2).enumerate() {
        ranges[i + 1] = pair[1].zip(pair[0]).map(|(b, a)| (b - a).abs());
    }
    let centre = plan.mean(&ranges)?;
    let upper = UPPER_RANGE * centre;
    let limits = ChartLimits { lower: 0.0, inner_lower: 0.0, inner_upper: upper * 2.0 / 3.0, upper };
    let chart = Chart::new(&ranges, centre, |_| upper.is_finite().then_some(limits), plan)?;
    Ok(Chart { runs: None, ..chart })
}
