//! What every chart comes to: a centre, limits, and what lies outside.

use super::Plan;
use crate::stats::Rejection;
use crate::stats::run_chart::{Runs, runs};

/// Limits at one point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartLimits {
    /// Three standard deviations below the centre.
    pub lower: f64,
    /// Two standard deviations below the centre.
    pub inner_lower: f64,
    /// Two standard deviations above the centre.
    pub inner_upper: f64,
    /// Three standard deviations above the centre.
    pub upper: f64,
}

/// One point of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    /// What is drawn; `None` for a gap.
    pub value: Option<f64>,
    /// Its limits; `None` where there is no size to make them from, or nothing varies.
    pub limits: Option<ChartLimits>,
    /// Whether the value lies outside; on a limit is not outside.
    pub outside: bool,
}

/// A Shewhart chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The centre line.
    pub centre: f64,
    /// As many points as there were values.
    pub points: Vec<ChartPoint>,
    /// Runs about the centre; `None` when no value is off it, and where the chart has no test of runs.
    pub runs: Option<Runs>,
}

impl ChartLimits {
    /// Two and three standard deviations around a centre; `None` when they are not finite.
    pub(super) fn around(centre: f64, deviation: f64) -> Option<ChartLimits> {
        let at = |times: f64| centre + times * deviation;
        let limits = ChartLimits { lower: at(-3.0), inner_lower: at(-2.0), inner_upper: at(2.0), upper: at(3.0) };
        limits.finite()
    }

    pub(super) fn finite(self) -> Option<ChartLimits> {
        (self.lower.is_finite() && self.upper.is_finite()).then_some(self)
    }

    /// The same limits, cut off below `least` and above `most`.
    pub(super) fn within(self, least: f64, most: f64) -> ChartLimits {
        self.map(|limit| limit.clamp(least, most))
    }

    pub(super) fn map(self, change: impl Fn(f64) -> f64) -> ChartLimits {
        ChartLimits {
            lower: change(self.lower),
            inner_lower: change(self.inner_lower),
            inner_upper: change(self.inner_upper),
            upper: change(self.upper),
        }
    }
}

impl Chart {
    /// A chart from its values, its centre and the limits at each point.
    pub(super) fn new(
        values: &[Option<f64>],
        centre: f64,
        limits: impl Fn(usize) -> Option<ChartLimits>,
        plan: &Plan,
    ) -> Result<Chart, Rejection> {
        if !centre.is_finite() || values.iter().flatten().any(|value| !value.is_finite()) {
            return Err(Rejection::NotCalculable);
        }
        let point = |(i, value): (usize, &Option<f64>)| {
            let limits = limits(i);
            let outside = value.zip(limits).is_some_and(|(value, l)| value > l.upper || value < l.lower);
            ChartPoint { value: *value, limits, outside }
        };
        let runs = runs(&plan.included_values(values), centre);
        Ok(Chart { centre, points: values.iter().enumerate().map(point).collect(), runs })
    }
}
