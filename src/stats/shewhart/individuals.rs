//! The I chart: single measurements.

use super::chart::{Chart, ChartLimits};
use super::plan::Plan;
use crate::stats::Rejection;
use crate::stats::process::{mean_range, screened_mean_range};

/// The mean range of two values from a normal distribution, in standard deviations.
pub(super) const RANGE_PER_DEVIATION: f64 = 1.128;
/// The upper limit of moving ranges, in mean moving ranges.
pub(super) const UPPER_RANGE: f64 = 3.267;

/// An I chart: mean ± 3 mean moving ranges / 1.128.
///
/// Montgomery, *Introduction to Statistical Quality Control*; screening after Nelson (1982). The constant is 2.65957, not
/// the 2.66 of [`process`](crate::stats::process). A gap takes away the range before it and the one after; the
/// neighbours of an excluded point make one range. No limits for a single value, nor where nothing varies. Refused: no
/// value in the baseline, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, i_chart};
/// let chart = i_chart(&[Some(40.0), Some(42.0), Some(41.0), Some(44.0), Some(43.0)], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((chart.centre, format!("{:.3}", limits.upper)), (42.0, "46.654".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn i_chart(values: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    plan.check(values)?;
    let centre = plan.mean(values)?;
    let deviation = usual_range(&plan.baseline(values), plan.screening).map(|range| range / RANGE_PER_DEVIATION);
    let limits = deviation.and_then(|deviation| ChartLimits::around(centre, deviation));
    Chart::new(values, centre, |_| limits, plan)
}

/// The differences, without sign, of neighbours that are both present.
pub(super) fn moving_ranges(values: &[Option<f64>]) -> Vec<f64> {
    values.windows(2).filter_map(|pair| pair[1].zip(pair[0]).map(|(b, a)| (b - a).abs())).collect()
}

/// The mean moving range; `None` when there is none or it is zero. Screening that leaves only zeros is undone.
pub(super) fn usual_range(values: &[Option<f64>], screening: bool) -> Option<f64> {
    usual_of(&moving_ranges(values), screening, UPPER_RANGE)
}

pub(super) fn usual_of(ranges: &[f64], screening: bool, times: f64) -> Option<f64> {
    let positive = |range: &f64| *range > 0.0;
    let screened = if screening { screened_mean_range(ranges, times).ok()?.filter(positive) } else { None };
    screened.or_else(|| mean_range(ranges).ok().filter(positive))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn limits_contain_the_centre(values in prop::collection::vec(prop::option::of(-9.0..9.0), 1..40), screening: bool) {
            if let Ok(chart) = i_chart(&values, &Plan { screening, ..Plan::default() }) {
                for limits in chart.points.iter().filter_map(|point| point.limits) {
                    prop_assert!(limits.lower < limits.inner_lower && limits.inner_lower < chart.centre);
                    prop_assert!(chart.centre < limits.inner_upper && limits.inner_upper < limits.upper);
                }
            }
        }
    }

    #[test]
    fn a_gap_takes_two_ranges_and_an_exclusion_joins_its_neighbours() {
        let values = [Some(1.0), Some(9.0), None, Some(2.0), Some(4.0)];
        assert_eq!(moving_ranges(&values), [8.0, 2.0]);
        let plan = Plan { excluded: &[1, 2], ..Plan::default() };
        assert_eq!(moving_ranges(&plan.baseline(&values)), [1.0, 2.0]);
    }
}
