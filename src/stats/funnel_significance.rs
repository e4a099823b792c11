//! Whether a figure lies further from its funnel's average than chance takes it.
//!
//! PHE technical guide "Funnel Plots" (2017). Touching a limit is not beyond it.

use super::funnel_points::enough;
use super::{
    GradedSignificance, Level, RateKind, Rejection, Significance, against_value_graded, funnel_denominator,
    funnel_limits_of_proportion, proportion, rate_interval,
};

/// A proportion against the funnel's limits at its own denominator, 95 % and 99.8 %.
///
/// [`funnel_limits_of_proportion`] around the `average` proportion. Refuses what that and [`proportion`] refuse.
///
/// ```
/// use peerglass::stats::{Level, Significance, funnel_significance_of_proportion};
/// let found = funnel_significance_of_proportion(10_232.0, 15_232.0, 0.75).unwrap();
/// assert_eq!((found.significance, found.level), (Significance::Lower, Some(Level::P998)));
/// ```
pub fn funnel_significance_of_proportion(
    count: f64,
    denominator: f64,
    average: f64,
) -> Result<GradedSignificance, Rejection> {
    let value = proportion(count, denominator)?;
    let mut found = GradedSignificance { significance: Significance::NotDifferent, level: None };
    for level in [Level::P95, Level::P998] {
        let limits = funnel_limits_of_proportion(average, denominator, level)?;
        if value < limits.lower {
            found = GradedSignificance { significance: Significance::Lower, level: Some(level) };
        } else if value > limits.upper {
            found = GradedSignificance { significance: Significance::Higher, level: Some(level) };
        }
    }
    Ok(found)
}

/// A ratio of observed to expected events against 1: whether its own intervals, 95 % and 99.8 %, leave 1 out.
///
/// The intervals are [`rate_interval`]'s. The middle of a funnel of ratios is 1, as expected, and not the average of
/// its points. Refuses what [`rate_interval`] refuses.
///
/// ```
/// use peerglass::stats::{Level, Significance, funnel_significance_of_ratio};
/// let found = funnel_significance_of_ratio(7.0, 27.95).unwrap();
/// assert_eq!((found.significance, found.level), (Significance::Lower, Some(Level::P998)));
/// ```
pub fn funnel_significance_of_ratio(events: f64, expected: f64) -> Result<GradedSignificance, Rejection> {
    graded(events, expected, 1.0)
}

/// A rate against a funnel's average rate: whether its own intervals leave the average out.
///
/// As [`funnel_significance_of_ratio`], the `events` over the [`funnel_denominator`] of a rate of `value`, per one. A
/// directly standardised rate of fewer than ten events is refused, and so is what [`funnel_denominator`] refuses.
///
/// ```
/// use peerglass::stats::{RateKind, Rejection, Significance, funnel_significance_of_rate};
/// let found = funnel_significance_of_rate(RateKind::Crude, 35.0, 0.00197, None, 0.001).unwrap();
/// assert_eq!(found.significance, Significance::Higher);
/// let few = funnel_significance_of_rate(RateKind::DirectlyStandardised, 8.0, 0.00183, None, 0.001);
/// assert_eq!(few, Err(Rejection::TooFewEvents));
/// ```
pub fn funnel_significance_of_rate(
    kind: RateKind,
    events: f64,
    value: f64,
    denominator: Option<f64>,
    average: f64,
) -> Result<GradedSignificance, Rejection> {
    enough(kind, events)?;
    graded(events, funnel_denominator(events, value, denominator)?, average)
}

fn graded(events: f64, below: f64, average: f64) -> Result<GradedSignificance, Rejection> {
    let narrow = rate_interval(events, below, Level::P95)?;
    let wide = rate_interval(events, below, Level::P998)?;
    against_value_graded(&narrow, &wide, average).ok_or(Rejection::NotCalculable)
}
