//! The G chart: how many cases pass between rare events.

use super::chart::{Chart, ChartLimits};
use super::plan::Plan;
use crate::stats::{Rejection, mean, median};

/// The median of a geometric distribution, as a share of its mean: ln 2, as the chart rounds it.
const MEDIAN_OF_MEAN: f64 = 0.693;

/// A G chart: cases between events, their median drawn, limits `m ± 3 √(m (m + 1))` around their mean, not below zero.
///
/// Benneyan (2001), "Number-between g-type statistical quality control charts"; the median after Provost and Murray
/// (2011), so that runs are balanced. A centre that is given is taken for the mean, and 0.693 of it is drawn. Refused: no
/// value in the baseline, a negative one, or a number that is not finite.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, g_chart};
/// let chart = g_chart(&[Some(2.0), Some(8.0), Some(14.0)], &Plan::default())?;
/// assert_eq!((chart.centre, format!("{:.3}", chart.points[0].limits.unwrap().upper)), (8.0, "33.456".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn g_chart(values: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    plan.check(values)?;
    if values.iter().flatten().chain(&plan.centre).any(|value| *value < 0.0) {
        return Err(Rejection::NegativeNumerator);
    }
    let baseline = plan.baseline_values(values);
    let (middle, centre) = match plan.centre {
        Some(given) => (given, MEDIAN_OF_MEAN * given),
        None => (mean(&baseline)?.value, median(&baseline).ok_or(Rejection::TooFewValues)?),
    };
    let limits = ChartLimits::around(middle, (middle * (middle + 1.0)).sqrt()).map(|l| l.within(0.0, f64::MAX));
    Chart::new(values, centre, |_| limits, plan)
}
