//! The S chart: standard deviations within subgroups.

use super::chart::{Chart, ChartLimits};
use super::plan::Plan;
use super::subgroups::{c4, summed_up, within};
use crate::stats::Rejection;

/// An S chart: standard deviations of subgroups around their mean `s`, ± `3 s √(1 - c₄²)/c₄`, not below zero.
///
/// Montgomery, *Introduction to Statistical Quality Control* (B₃ and B₄, from the exact c₄). `s` is the mean where the
/// baseline's subgroups are equally large, otherwise the pooled deviation. A subgroup of fewer than two members is a
/// gap. Refused: no subgroup of two in the baseline, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, s_chart};
/// let chart = s_chart(&[vec![40.0, 44.0, 42.0], vec![43.0, 41.0, 42.0]], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((chart.centre, limits.lower, format!("{:.3}", limits.upper)), (1.5, 0.0, "3.852".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn s_chart(subgroups: &[Vec<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let groups = summed_up(subgroups)?;
    let deviations: Vec<Option<f64>> = groups.iter().map(|group| group.and_then(|group| group.deviation)).collect();
    plan.check(&deviations)?;
    let centre = match plan.centre {
        Some(centre) => centre,
        None => within(&groups, plan)?,
    };
    let limits = |i: usize| {
        let c4 = c4(groups[i]?.count)?;
        Some(ChartLimits::around(centre, centre * (1.0 - c4 * c4).sqrt() / c4)?.within(0.0, f64::MAX))
    };
    Chart::new(&deviations, centre, limits, plan)
}
