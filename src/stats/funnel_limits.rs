//! Funnel limits: how far from the average chance alone takes a figure of a given size.
//!
//! PHE technical guide "Funnel Plots" (2017); Spiegelhalter (2005). Not confidence intervals, and not widened for
//! overdispersion.

use super::float::sum_of;
use super::rate::exact_poisson;
use super::{Level, Rejection, proportion, rate};

/// The range expected by chance around the average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelLimits {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
    /// How much of what chance does lies between them.
    pub level: Level,
}

/// The average of proportions, given as (count, denominator): all counts over all denominators.
///
/// Refuses what [`proportion`] refuses of any of them, and none at all.
///
/// ```
/// assert_eq!(peerglass::stats::funnel_average_of_proportions(&[(1.0, 4.0), (2.0, 2.0)]), Ok(0.5));
/// ```
pub fn funnel_average_of_proportions(points: &[(f64, f64)]) -> Result<f64, Rejection> {
    average(points, proportion)
}

/// The average of rates or ratios, given as (events, denominator or expected events): all events over all below.
///
/// Refuses what [`rate`] refuses of any of them, and none at all.
///
/// ```
/// assert_eq!(peerglass::stats::funnel_average_of_rates(&[(12.0, 10.0), (6.0, 2.0)]), Ok(1.5));
/// ```
pub fn funnel_average_of_rates(points: &[(f64, f64)]) -> Result<f64, Rejection> {
    average(points, rate)
}

fn average(points: &[(f64, f64)], divide: fn(f64, f64) -> Result<f64, Rejection>) -> Result<f64, Rejection> {
    if points.is_empty() {
        return Err(Rejection::TooFewValues);
    }
    for (count, denominator) in points {
        divide(*count, *denominator)?;
    }
    rate(sum_of(points.iter().map(|p| p.0)), sum_of(points.iter().map(|p| p.1)))
}

/// Limits for a proportion with this denominator, around an average proportion; 0 to 1.
///
/// `p ∓ z√(p(1-p)/n)`, no further than 0 and 1: where a figure's Wilson interval would touch the average, which is not the
/// Wilson interval of the average. An average of 0 or 1 has limits of no width. Refused: an average that is no
/// proportion, a denominator of zero or less, a confidence of 1.
///
/// ```
/// use peerglass::stats::{Level, funnel_limits_of_proportion};
/// let limits = funnel_limits_of_proportion(0.5, 100.0, Level::P95).unwrap();
/// assert_eq!((format!("{:.3}", limits.lower), format!("{:.3}", limits.upper)), ("0.402".into(), "0.598".into()));
/// ```
pub fn funnel_limits_of_proportion(average: f64, denominator: f64, level: Level) -> Result<FunnelLimits, Rejection> {
    if !(0.0..=1.0).contains(&average) {
        return Err(Rejection::ProportionOutOfRange);
    }
    rate(0.0, denominator)?;
    let reach = level.z() * (average * (1.0 - average) / denominator).sqrt();
    limits((average - reach).max(0.0), (average + reach).min(1.0), level)
}

/// Limits for a ratio of observed to expected events, around 1, at this many observed events.
///
/// `x/E₂` and `x/E₁`, E₁ to E₂ being the exact Poisson limits of x events (Armitage and Berry 2002): the ratios at which x
/// events would be just as surprising as the level says. The published programs find them by bisection, to five or six
/// figures. At no events there is no upper limit: refused, as is a confidence of 1.
///
/// ```
/// use peerglass::stats::{Level, funnel_limits_of_ratio};
/// let limits = funnel_limits_of_ratio(10.0, Level::P95).unwrap();
/// assert_eq!((format!("{:.3}", limits.lower), format!("{:.3}", limits.upper)), ("0.544".into(), "2.085".into()));
/// ```
pub fn funnel_limits_of_ratio(events: f64, level: Level) -> Result<FunnelLimits, Rejection> {
    rate(events, 1.0)?;
    let (least, most) = exact_poisson(events, level.tail()).ok_or(Rejection::NotCalculable)?;
    limits(events / most, events / least, level)
}

/// Limits for a rate around an average rate, in its unit, at this many events.
///
/// [`funnel_limits_of_ratio`] times the average, which must not be negative.
///
/// ```
/// use peerglass::stats::{Level, funnel_limits_of_rate};
/// let limits = funnel_limits_of_rate(50.0, 10.0, Level::P95).unwrap();
/// assert_eq!((format!("{:.1}", limits.lower), format!("{:.1}", limits.upper)), ("27.2".into(), "104.3".into()));
/// ```
pub fn funnel_limits_of_rate(average: f64, events: f64, level: Level) -> Result<FunnelLimits, Rejection> {
    let ratio = funnel_limits_of_ratio(events, level)?;
    limits(ratio.lower * average, ratio.upper * average, level)
}

fn limits(lower: f64, upper: f64, level: Level) -> Result<FunnelLimits, Rejection> {
    if lower.is_finite() && upper.is_finite() && lower <= upper {
        Ok(FunnelLimits { lower, upper, level })
    } else {
        Err(Rejection::NotCalculable)
    }
}
