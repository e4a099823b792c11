//! Where a rate stands in its funnel.

use super::{Rejection, rate};

/// Fewer events than this and a directly standardised rate is not shown.
const FEWEST_EVENTS: f64 = 10.0;

/// What kind of rate it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateKind {
    /// Events over denominator.
    Crude,
    /// Adjusted to a standard population, so that events over denominator would be another number.
    DirectlyStandardised,
}

/// A point of a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelPoint {
    /// The rate, per one.
    pub value: f64,
    /// The denominator of one year.
    pub yearly_denominator: f64,
}

/// The denominator over which `events` give a rate of `value`, per one.
///
/// `events / value`: for a crude rate its own denominator, for a standardised one what stands in for it in a funnel (PHE
/// technical guide "Funnel Plots" 2017). Events of none say nothing about it, so the true denominator is taken; without
/// one, refused. Refused too: negative events, and a rate of zero or less with events.
///
/// ```
/// use peerglass::stats::{Rejection, funnel_denominator};
/// assert_eq!(funnel_denominator(50.0, 0.005, None), Ok(10_000.0));
/// assert_eq!(funnel_denominator(0.0, 0.0, Some(12_015.0)), Ok(12_015.0));
/// assert_eq!(funnel_denominator(0.0, 0.0, None), Err(Rejection::DenominatorUnknown));
/// ```
pub fn funnel_denominator(events: f64, value: f64, denominator: Option<f64>) -> Result<f64, Rejection> {
    if events == 0.0 {
        let denominator = denominator.ok_or(Rejection::DenominatorUnknown)?;
        rate(events, denominator)?;
        Ok(denominator)
    } else {
        rate(events, value)
    }
}

/// A rate's point in its funnel: the rate, per one, over one year's [`funnel_denominator`].
///
/// A directly standardised rate of fewer than ten events has no point (Morris et al. 2018). Refuses what
/// [`funnel_denominator`] refuses, a negative rate, and no years.
///
/// ```
/// use peerglass::stats::{FunnelPoint, RateKind, funnel_point};
/// let point = funnel_point(RateKind::Crude, 60.0, 0.002, None, 3.0);
/// assert_eq!(point, Ok(FunnelPoint { value: 0.002, yearly_denominator: 10_000.0 }));
/// ```
pub fn funnel_point(
    kind: RateKind,
    events: f64,
    value: f64,
    denominator: Option<f64>,
    years: f64,
) -> Result<FunnelPoint, Rejection> {
    enough(kind, events)?;
    let value = rate(value, 1.0)?;
    let yearly_denominator = rate(funnel_denominator(events, value, denominator)?, years)?;
    Ok(FunnelPoint { value, yearly_denominator })
}

/// Refuses a directly standardised rate of fewer than ten events.
pub(super) fn enough(kind: RateKind, events: f64) -> Result<(), Rejection> {
    if kind == RateKind::DirectlyStandardised && events < FEWEST_EVENTS { Err(Rejection::TooFewEvents) } else { Ok(()) }
}
