//! Directly standardised rate: what the rate would be in a standard population, with Dobson's limits.

use super::float::sum_of;
use super::interval::positive;
use super::{Level, Limits, Rejection, events_interval, rate};

/// Fewer events than this give no stable weights, nor limits to trust (Morris et al. 2018).
const FEWEST_EVENTS: f64 = 10.0;

/// One band of a population, usually of age and sex, with its weight in the standard population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Events in the band, or, for [`directly_standardised_repeated`], people who had the event so often.
    pub count: f64,
    /// People in the band, or person-years.
    pub denominator: f64,
    /// The band's share of the standard population, in any unit.
    pub weight: f64,
}

/// The people who each had the event equally often: every band of the population, once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeats<'a> {
    /// How many events each of these people had.
    pub events_each: f64,
    /// The bands, in the same order for every number of events.
    pub strata: &'a [Stratum],
}

/// A directly standardised rate and what its limits need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DirectlyStandardised {
    /// Events in all bands.
    pub count: f64,
    /// People in all bands.
    pub denominator: f64,
    /// The rate, per one person.
    pub value: f64,
    /// The variance of the rate.
    variance: f64,
}

impl DirectlyStandardised {
    /// The same "per" something, which must be positive.
    ///
    /// ```
    /// use peerglass::stats::{Rejection, Stratum, directly_standardised};
    /// let one = directly_standardised(&[Stratum { count: 31.0, denominator: 4100.0, weight: 1.0 }])?;
    /// assert_eq!(format!("{:.3}", one.scaled(1000.0)?.value), "7.561");
    /// assert_eq!(one.scaled(0.0), Err(Rejection::PerNotPositive));
    /// # Ok::<(), Rejection>(())
    /// ```
    pub fn scaled(self, per: f64) -> Result<DirectlyStandardised, Rejection> {
        positive(per)?;
        finite(DirectlyStandardised { value: self.value * per, variance: self.variance * per * per, ..self })
    }
}

/// Directly standardised rate of events that happen independently.
///
/// `ΣwO/n / Σw` with variance `Σw²O/n² / (Σw)²`; Dobson, Kuulasmaa, Eberle and Scherer (1991). Per one of the
/// denominator. Fewer than ten events in all are refused (Morris et al. 2018), and so are a denominator of zero or
/// less, a negative count or weight, weights that are all zero, and no bands. A weight of zero leaves its band's
/// events out of the rate, though not out of the count. A count that is not known is not zero: whether to take it as
/// such is for the caller to decide, and to say.
///
/// ```
/// use peerglass::stats::{Stratum, directly_standardised};
/// let band = |count, denominator, weight| Stratum { count, denominator, weight };
/// let rate = directly_standardised(&[
///     band(1.0, 1000.0, 5000.0), band(2.0, 2000.0, 5500.0), band(3.0, 3000.0, 6000.0),
///     band(3.0, 1500.0, 4000.0), band(1.0, 800.0, 2500.0),
/// ]);
/// assert_eq!(format!("{:.1}", rate.unwrap().value * 100_000.0), "120.1");
/// ```
pub fn directly_standardised(strata: &[Stratum]) -> Result<DirectlyStandardised, Rejection> {
    directly_standardised_repeated(&[Repeats { events_each: 1.0, strata }])
}

/// Directly standardised rate of events that one person may have several times, such as admissions.
///
/// People are counted by how many events f each had; the rate is that of all events and its variance `Σf²Var(f)`,
/// Var(f) being the variance of the rate of people with f events. Dobson et al. (1991) with the variance of PHE
/// Technical Guide, *Confidence Intervals* (2018). One band gives a crude rate with the same widening. Refuses what
/// [`directly_standardised`] refuses, a number of events that is not positive, and bands whose denominators or weights
/// are not the same for every number of events.
///
/// ```
/// use peerglass::stats::{Repeats, Stratum, directly_standardised_repeated};
/// let people = |count| [Stratum { count, denominator: 4100.0, weight: 1.0 }];
/// let (once, twice) = (people(11.0), people(10.0));
/// let rate = directly_standardised_repeated(&[
///     Repeats { events_each: 1.0, strata: &once }, Repeats { events_each: 2.0, strata: &twice },
/// ]);
/// assert_eq!(rate.unwrap().count, 31.0);
/// ```
pub fn directly_standardised_repeated(repeats: &[Repeats]) -> Result<DirectlyStandardised, Rejection> {
    let bands = repeats.first().ok_or(Rejection::TooFewValues)?.strata;
    for one in repeats {
        check(one, bands)?;
    }
    let strata = || repeats.iter().flat_map(|one| one.strata.iter().map(|band| (one.events_each, band)));
    let weight = sum_of(bands.iter().map(|band| band.weight));
    if !weight.is_finite() {
        return Err(Rejection::NotCalculable);
    }
    if weight <= 0.0 {
        return Err(Rejection::WeightNotUsable);
    }
    let count = sum_of(strata().map(|(f, band)| f * band.count));
    if count < FEWEST_EVENTS {
        return Err(Rejection::TooFewEvents);
    }
    let share = |band: &Stratum| band.weight / weight / band.denominator;
    let value = sum_of(strata().map(|(f, band)| f * band.count * share(band)));
    let variance = sum_of(strata().map(|(f, band)| f * share(band) * (f * share(band)) * band.count));
    let denominator = sum_of(bands.iter().map(|band| band.denominator));
    finite(DirectlyStandardised { count, denominator, value, variance })
}

/// Limits of a directly standardised rate, in its own unit.
///
/// `value + √(Var/O) (limit of O - O)`, the limit of the count O being Byar's ([`events_interval`], ten events or
/// more). Dobson et al. (1991). Refuses a confidence of 1, and a rate of which no event has any weight.
///
/// ```
/// use peerglass::stats::{Level, Stratum, directly_standardised, directly_standardised_limits};
/// let crude = directly_standardised(&[Stratum { count: 31.0, denominator: 4100.0, weight: 1.0 }])?;
/// let limits = directly_standardised_limits(&crude.scaled(1000.0)?, Level::P95)?;
/// assert_eq!((format!("{:.2}", limits.lower), format!("{:.2}", limits.upper)), ("5.14".into(), "10.73".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn directly_standardised_limits(rate: &DirectlyStandardised, level: Level) -> Result<Limits, Rejection> {
    let events = events_interval(rate.count, level)?;
    if rate.variance <= 0.0 {
        return Err(Rejection::NotCalculable);
    }
    let scale = (rate.variance / rate.count).sqrt();
    let limit = |events: f64| rate.value + scale * (events - rate.count);
    Limits::new(limit(events.lower), limit(events.upper), level)
}

fn check(one: &Repeats, bands: &[Stratum]) -> Result<(), Rejection> {
    if !one.events_each.is_finite() {
        return Err(Rejection::NotCalculable);
    }
    if one.events_each <= 0.0 {
        return Err(Rejection::NegativeNumerator);
    }
    if one.strata.is_empty() {
        return Err(Rejection::TooFewValues);
    }
    for band in one.strata {
        rate(band.count, band.denominator)?;
        if !band.weight.is_finite() {
            return Err(Rejection::NotCalculable);
        }
        if band.weight < 0.0 {
            return Err(Rejection::WeightNotUsable);
        }
    }
    let alike = |(a, b): (&Stratum, &Stratum)| (a.denominator, a.weight) == (b.denominator, b.weight);
    if one.strata.len() == bands.len() && one.strata.iter().zip(bands).all(alike) {
        Ok(())
    } else {
        Err(Rejection::BandsDisagree)
    }
}

fn finite(rate: DirectlyStandardised) -> Result<DirectlyStandardised, Rejection> {
    let all = [rate.count, rate.denominator, rate.value, rate.variance];
    if all.iter().all(|x| x.is_finite()) { Ok(rate) } else { Err(Rejection::NotCalculable) }
}
