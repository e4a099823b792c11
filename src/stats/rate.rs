//! A rate of events and its Poisson interval. A standardised ratio is the same sum, with the expected events below.

use super::special::{Tail, gamma_quantile};
use super::{Interval, Level, Method, Rejection};

/// From this many events Byar's approximation replaces the exact interval.
pub(super) const BYAR_FROM: f64 = 10.0;

fn check(count: f64, exposure: f64) -> Result<(), Rejection> {
    if !count.is_finite() || !exposure.is_finite() {
        Err(Rejection::NotCalculable)
    } else if exposure <= 0.0 {
        Err(Rejection::DenominatorNotPositive)
    } else if count < 0.0 {
        Err(Rejection::NegativeNumerator)
    } else {
        Ok(())
    }
}

/// A rate: `count / exposure`.
///
/// The exposure is a population, a number of days, or, for an indirectly standardised ratio, the expected events.
/// The count may exceed it and may be fractional. An exposure of zero or less and a negative count are refused.
///
/// ```
/// use peerglass::stats::rate;
/// assert_eq!(rate(150.0, 100.0), Ok(1.5));
/// ```
pub fn rate(count: f64, exposure: f64) -> Result<f64, Rejection> {
    check(count, exposure)?;
    let rate = count / exposure;
    if rate.is_finite() { Ok(rate) } else { Err(Rejection::NotCalculable) }
}

/// The method [`events_interval`] uses for this count: exact below ten events, Byar from ten.
///
/// The limits step a little between nine and ten events, so the method should be shown.
///
/// ```
/// use peerglass::stats::{Method, rate_method};
/// assert_eq!((rate_method(9.5), rate_method(10.0)), (Method::Exact, Method::Byar));
/// ```
pub fn rate_method(count: f64) -> Method {
    if count < BYAR_FROM { Method::Exact } else { Method::Byar }
}

/// Interval for a number of events that happen independently.
///
/// Below ten, the exact Poisson limits `χ²(α/2; 2O)/2` and `χ²(1-α/2; 2O+2)/2` (Armitage and Berry 2002); from ten,
/// Byar's `O(1 - 1/9O - z/3√O)³`, with O+1 and +z for the upper limit (Breslow and Day 1987, page 69; APHO Technical
/// Briefing 3). No events: the lower limit is zero. At a confidence of 1 there is no upper limit: refused.
///
/// ```
/// use peerglass::stats::{Level, events_interval};
/// let i = events_interval(7.0, Level::P95).unwrap();
/// assert_eq!((format!("{:.3}", i.lower), format!("{:.3}", i.upper)), ("2.814".into(), "14.423".into()));
/// ```
pub fn events_interval(count: f64, level: Level) -> Result<Interval, Rejection> {
    rate_interval(count, 1.0, level)
}

/// Interval for a rate, or for an indirectly standardised ratio: the limits of [`events_interval`] over the exposure.
///
/// Refuses what [`rate`] and [`events_interval`] refuse. Treats the exposure as known.
///
/// ```
/// use peerglass::stats::{Level, rate_interval};
/// let per_100_000 = rate_interval(12.0, 20_023.0, Level::P95).and_then(|i| i.scaled(100_000.0)).unwrap();
/// assert_eq!((format!("{:.1}", per_100_000.lower), format!("{:.1}", per_100_000.upper)), ("30.9".into(), "104.7".into()));
/// ```
pub fn rate_interval(count: f64, exposure: f64, level: Level) -> Result<Interval, Rejection> {
    check(count, exposure)?;
    let method = rate_method(count);
    let limits = match method {
        Method::Exact => exact_poisson(count, level.tail()),
        _ => byar(count, level.z()),
    };
    let (lower, upper) = limits.ok_or(Rejection::NotCalculable)?;
    Interval::new(lower / exposure, upper / exposure, level, method)
}

/// Exact limits with probability `tail` left out at each end; `None` for a tail of zero.
pub(super) fn exact_poisson(count: f64, tail: f64) -> Option<(f64, f64)> {
    let lower = if count == 0.0 { 0.0 } else { gamma_quantile(count, tail, Tail::Lower)? };
    let upper = gamma_quantile(count + 1.0, tail, Tail::Upper)?;
    Some((lower, upper))
}

/// Byar's limits; `None` where the lower one would be negative.
fn byar(count: f64, z: f64) -> Option<(f64, f64)> {
    let limit = |o: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * o) + z / (3.0 * o.sqrt());
        (root >= 0.0).then_some(o * root * root * root)
    };
    Some((limit(count, -z)?, limit(count + 1.0, z)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sliver_of_an_event_still_has_limits() {
        let i = events_interval(1e-6, Level::P95).unwrap();
        assert_eq!(i.lower, 0.0);
        assert!(i.upper > 3.688 && i.upper < 3.690);
    }

    #[test]
    fn certainty_has_no_poisson_limits() {
        let certain = Level::of(1.0).unwrap();
        assert_eq!(events_interval(4.0, certain), Err(Rejection::NotCalculable));
        assert_eq!(events_interval(40.0, certain), Err(Rejection::NotCalculable));
    }
}
