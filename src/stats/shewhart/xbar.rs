//! The X̄ chart: means of subgroups.

use super::chart::{Chart, ChartLimits};
use super::plan::Plan;
use super::subgroups::{c4, summed_up, within};
use crate::stats::Rejection;
use crate::stats::float::Sum;

/// An X̄ chart: means of subgroups around the mean of all members, ± `3 s/(c₄ √n)`.
///
/// Montgomery, *Introduction to Statistical Quality Control*. `s` is the mean standard deviation within subgroups where the
/// baseline's are equally large, otherwise the pooled one. A subgroup without members is a gap; one of a single member has no
/// limits. Refused: no member in the baseline or no subgroup of two, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, xbar_chart};
/// let chart = xbar_chart(&[vec![40.0, 44.0], vec![43.0, 41.0], vec![44.0, 46.0]], &Plan::default())?;
/// assert_eq!((chart.centre, format!("{:.3}", chart.points[0].limits.unwrap().upper)), (43.0, "48.013".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn xbar_chart(subgroups: &[Vec<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let groups = summed_up(subgroups)?;
    let means: Vec<Option<f64>> = groups.iter().map(|group| group.map(|group| group.mean)).collect();
    plan.check(&means)?;
    let baseline = || plan.baseline(&groups).into_iter().flatten();
    let members: Sum = baseline().map(|group| group.count as f64).collect();
    let total: Sum = baseline().map(|group| group.count as f64 * group.mean).collect();
    if baseline().next().is_none() {
        return Err(Rejection::TooFewValues);
    }
    let centre = plan.centre.unwrap_or(total.total() / members.total());
    let within = within(&groups, plan)?;
    let limits = |i: usize| {
        let count = groups[i]?.count;
        ChartLimits::around(centre, within / (c4(count)? * (count as f64).sqrt()))
    };
    Chart::new(&means, centre, limits, plan)
}
