//! Indirectly standardised ratio and rate: events observed, against those a reference population's rates would lead
//! one to expect.

use super::float::sum_of;
use super::{Interval, Level, Rejection, rate, rate_interval};

/// One band of a population, usually of age and sex, beside the same band of the reference population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReferenceStratum {
    /// People in the band, or person-years; may be zero.
    pub denominator: f64,
    /// Events in the reference population's band.
    pub reference_count: f64,
    /// People in the reference population's band.
    pub reference_denominator: f64,
}

/// Events expected at a reference population's rates, and its overall rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Events expected.
    pub events: f64,
    /// The reference population's crude rate, per one person.
    pub reference_rate: f64,
}

/// Events observed in all bands of a population.
///
/// `ΣO`. A band with a negative count is refused, though the sum might hide it. Where only the total is known, take that.
///
/// ```
/// use peerglass::stats::{Rejection, observed_events};
/// assert_eq!(observed_events(&[2.0, 3.0, 3.0, 2.0]), Ok(10.0));
/// assert_eq!(observed_events(&[2.0, -1.0]), Err(Rejection::NegativeNumerator));
/// ```
pub fn observed_events(counts: &[f64]) -> Result<f64, Rejection> {
    for count in counts {
        rate(*count, 1.0)?;
    }
    Some(sum_of(counts.iter().copied())).filter(|sum| sum.is_finite()).ok_or(Rejection::NotCalculable)
}

/// Events expected in a population if each of its bands had the reference population's rate.
///
/// `Σ n·O(ref)/n(ref)`, with the crude rate `ΣO(ref)/Σn(ref)`; Breslow and Day (1987), section 2.3. A band with nobody
/// in it is allowed and expects nothing. A negative denominator or reference count, a reference denominator of zero or
/// less, and no bands are refused.
///
/// ```
/// use peerglass::stats::{ReferenceStratum, expected_events};
/// let band = |denominator, reference_count, reference_denominator| ReferenceStratum {
///     denominator, reference_count, reference_denominator,
/// };
/// let expected = expected_events(&[
///     band(900.0, 300.0, 120_000.0), band(1200.0, 700.0, 150_000.0),
///     band(700.0, 900.0, 90_000.0), band(300.0, 600.0, 30_000.0),
/// ]);
/// assert_eq!(format!("{:.2}", expected.unwrap().events), "20.85");
/// ```
pub fn expected_events(strata: &[ReferenceStratum]) -> Result<Expected, Rejection> {
    if strata.is_empty() {
        return Err(Rejection::TooFewValues);
    }
    for band in strata {
        rate(band.reference_count, band.reference_denominator)?;
        if !band.denominator.is_finite() {
            return Err(Rejection::NotCalculable);
        }
        if band.denominator < 0.0 {
            return Err(Rejection::NegativeDenominator);
        }
    }
    let events = sum_of(strata.iter().map(|band| band.denominator * band.reference_count / band.reference_denominator));
    let count = sum_of(strata.iter().map(|band| band.reference_count));
    let reference_rate = rate(count, sum_of(strata.iter().map(|band| band.reference_denominator)))?;
    if events.is_finite() { Ok(Expected { events, reference_rate }) } else { Err(Rejection::NotCalculable) }
}

/// Indirectly standardised ratio: events observed over events expected; 1 is as expected.
///
/// `O/E`; for deaths, the standardised mortality ratio (Breslow and Day 1987, section 2.3). A negative count is
/// refused, and so is an expectation of none.
///
/// ```
/// use peerglass::stats::{Expected, indirectly_standardised_ratio};
/// let expected = Expected { events: 20.85, reference_rate: 0.0064 };
/// assert_eq!(format!("{:.4}", indirectly_standardised_ratio(10.0, &expected).unwrap()), "0.4796");
/// ```
pub fn indirectly_standardised_ratio(observed: f64, expected: &Expected) -> Result<f64, Rejection> {
    check(expected)?;
    rate(observed, expected.events)
}

/// Limits of an indirectly standardised ratio: those of the events observed, over the events expected.
///
/// [`rate_interval`] with the expectation below: exact Poisson under ten events, Byar from ten (Breslow and Day 1987;
/// APHO Technical Briefing 3). The expectation is taken as known. Refuses what [`indirectly_standardised_ratio`]
/// refuses.
///
/// ```
/// use peerglass::stats::{Expected, Level, indirectly_standardised_ratio_interval};
/// let expected = Expected { events: 20.85, reference_rate: 0.0064 };
/// let i = indirectly_standardised_ratio_interval(10.0, &expected, Level::P95).unwrap();
/// assert_eq!((format!("{:.3}", i.lower), format!("{:.3}", i.upper)), ("0.230".into(), "0.882".into()));
/// ```
pub fn indirectly_standardised_ratio_interval(
    observed: f64,
    expected: &Expected,
    level: Level,
) -> Result<Interval, Rejection> {
    check(expected)?;
    rate_interval(observed, expected.events, level)
}

/// Indirectly standardised rate, per one person: the ratio times the reference population's rate.
///
/// `O/E · ΣO(ref)/Σn(ref)`; APHO Technical Briefing 3. Refuses what [`indirectly_standardised_ratio`] refuses.
///
/// ```
/// use peerglass::stats::{Expected, indirectly_standardised_rate};
/// let expected = Expected { events: 20.0, reference_rate: 0.004 };
/// assert_eq!(indirectly_standardised_rate(10.0, &expected), Ok(0.002));
/// ```
pub fn indirectly_standardised_rate(observed: f64, expected: &Expected) -> Result<f64, Rejection> {
    let ratio = indirectly_standardised_ratio(observed, expected)?;
    Some(ratio * expected.reference_rate).filter(|rate| rate.is_finite()).ok_or(Rejection::NotCalculable)
}

/// Limits of an indirectly standardised rate: those of the ratio, times the reference population's rate.
///
/// Both rates are taken as known. Refuses what [`indirectly_standardised_ratio`] refuses, and a reference population
/// without events.
///
/// ```
/// use peerglass::stats::{Expected, Level, indirectly_standardised_rate_interval};
/// let expected = Expected { events: 20.0, reference_rate: 0.004 };
/// let i = indirectly_standardised_rate_interval(10.0, &expected, Level::P95).and_then(|i| i.scaled(1000.0)).unwrap();
/// assert_eq!((format!("{:.2}", i.lower), format!("{:.2}", i.upper)), ("0.96".into(), "3.68".into()));
/// ```
pub fn indirectly_standardised_rate_interval(
    observed: f64,
    expected: &Expected,
    level: Level,
) -> Result<Interval, Rejection> {
    indirectly_standardised_ratio_interval(observed, expected, level)?.scaled(expected.reference_rate)
}

fn check(expected: &Expected) -> Result<(), Rejection> {
    if !expected.events.is_finite() || !expected.reference_rate.is_finite() {
        Err(Rejection::NotCalculable)
    } else if expected.events <= 0.0 {
        Err(Rejection::NothingExpected)
    } else {
        Ok(())
    }
}
