//! The T chart: how much time passes between rare events.

use super::chart::{Chart, ChartPoint};
use super::individuals::i_chart;
use super::plan::Plan;
use crate::stats::Rejection;
use crate::stats::float::{exp, ln};

/// Times to this root are about normal where events happen at a steady rate.
const ROOT: f64 = 3.6;

/// A T chart: the I chart of times between events to the root 3.6, transformed back.
///
/// Nelson (1994), "A control chart for parts-per-million nonconforming items". A limit below zero on the transformed
/// scale is zero. Side and runs are judged on the transformed scale, where equal times are equal to the last bit.
/// Refused: a time of zero or less, and what [`i_chart`] refuses.
///
/// ```
/// use peerglass::stats::shewhart::{Plan, t_chart};
/// let chart = t_chart(&[Some(20.0), Some(35.0), Some(25.0), Some(31.0)], &Plan::default())?;
/// let limits = chart.points[0].limits.unwrap();
/// assert_eq!((format!("{:.3}", chart.centre), format!("{:.2}", limits.upper)), ("27.311".into(), "65.44".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn t_chart(times: &[Option<f64>], plan: &Plan) -> Result<Chart, Rejection> {
    plan.check(times)?;
    if times.iter().flatten().chain(&plan.centre).any(|time| *time <= 0.0) {
        return Err(Rejection::TimeNotPositive);
    }
    let root = |time: f64| exp(ln(time) / ROOT);
    let back = |root: f64| if root > 0.0 { exp(ln(root) * ROOT) } else { 0.0 };
    let roots: Vec<Option<f64>> = times.iter().map(|time| time.map(root)).collect();
    let chart = i_chart(&roots, &Plan { centre: plan.centre.map(root), ..*plan })?;
    let point = |(time, point): (&Option<f64>, &ChartPoint)| ChartPoint {
        value: *time,
        limits: point.limits.and_then(|limits| limits.map(back).finite()),
        ..*point
    };
    let points = times.iter().zip(&chart.points).map(point).collect();
    let centre = back(chart.centre);
    if centre.is_finite() { Ok(Chart { centre, points, ..chart }) } else { Err(Rejection::NotCalculable) }
}
