//! The U chart and the U′ chart: rates of events.

use super::chart::Chart;
use super::plan::Plan;
use super::prime::Counted;
use crate::stats::Rejection;

/// A U chart: `u = Σcount/Σexposure ± 3 √(u/n)`, not below zero.
///
/// Montgomery, *Introduction to Statistical Quality Control*. A missing number or an exposure of zero is a gap. Refused:
/// nothing in the baseline, columns of unlike length, a negative number or given centre.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, u_chart};
/// let chart = u_chart(&[Some(40.0), Some(40.0)], &[Some(10.0), Some(10.0)], &Plan::default())?;
/// assert_eq!((chart.centre, format!("{:.3}", chart.points[0].limits.unwrap().upper)), (4.0, "5.897".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn u_chart(counts: &[Option<f64>], exposures: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let (counted, centre) = read(counts, exposures, plan)?;
    counted.chart(centre, centre.sqrt(), f64::MAX, plan)
}

/// A U′ chart: the U chart with limits as much wider as the z-scores vary more than chance.
///
/// Laney (2002): the U chart's standard deviation times the mean moving range of the z-scores over 1.128. No limits when
/// nothing varies. Refuses what [`u_chart`] refuses.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, u_prime_chart};
/// let chart = u_prime_chart(&[Some(40.0), Some(60.0)], &[Some(10.0), Some(10.0)], &Plan::default())?;
/// assert_eq!((chart.centre, format!("{:.3}", chart.points[0].limits.unwrap().upper)), (5.0, "10.319".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn u_prime_chart(counts: &[Option<f64>], exposures: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    let (counted, centre) = read(counts, exposures, plan)?;
    counted.prime_chart(centre, centre.sqrt(), f64::MAX, plan)
}

fn read(counts: &[Option<f64>], exposures: &[Option<f64>], plan: &Plan) -> Result<(Counted, f64), Rejection> {
    let counted = Counted::new(counts, exposures, plan)?;
    let centre = counted.centre(plan)?;
    if centre < 0.0 { Err(Rejection::NegativeNumerator) } else { Ok((counted, centre)) }
}
