//! Where along its axis a funnel's limits are calculated.
//!
//! A hundred whole numbers, evenly spaced by ratio, over a rounded range: PHE technical guide "Funnel Plots" (2017).

use super::Rejection;
use super::float::pow;

const POSITIONS: u32 = 100;

/// A hundred denominators for the limits of a funnel of proportions with these denominators.
///
/// From the least of them less a twentieth, rounded down to one figure (or from 1, where the greatest is more than twice
/// the least), to the greatest and a twentieth, rounded up to two. Denominators of zero or less, and none, are refused.
///
/// ```
/// use peerglass::stats::funnel_axis_of_proportions;
/// let axis = funnel_axis_of_proportions(&[160.0, 200.0]).unwrap();
/// assert_eq!((axis.len(), axis[0], axis[1], axis[99]), (100, 100.0, 101.0, 210.0));
/// ```
pub fn funnel_axis_of_proportions(denominators: &[f64]) -> Result<Vec<f64>, Rejection> {
    let (first, last) = rounded_range(denominators)?;
    Ok(positions(first, last, POSITIONS))
}

/// A hundred numbers of events for the limits of a funnel of ratios with these expected events.
///
/// The range is that of [`funnel_axis_of_proportions`]; the published spacing stops a little short of its end. Expected
/// events of zero or less, and none, are refused.
///
/// ```
/// use peerglass::stats::funnel_axis_of_ratios;
/// let axis = funnel_axis_of_ratios(&[12.0, 190.0]).unwrap();
/// assert_eq!((axis.len(), axis[0], axis[99]), (100, 1.0, 195.0));
/// ```
pub fn funnel_axis_of_ratios(expected: &[f64]) -> Result<Vec<f64>, Rejection> {
    let (first, last) = rounded_range(expected)?;
    Ok(positions(first, last, POSITIONS + 1))
}

/// A hundred numbers of events for the limits of a funnel of rates with these denominators over some years.
///
/// The range is that of [`funnel_axis_of_proportions`] for one year's denominators, times the events to be expected at
/// the average rate, per one, over all the years. Denominators, years or an average of zero or less are refused.
///
/// ```
/// use peerglass::stats::funnel_axis_of_rates;
/// let axis = funnel_axis_of_rates(&[16_000.0, 20_000.0], 1.0, 0.01).unwrap();
/// assert_eq!((axis[0], axis[99]), (100.0, 210.0));
/// ```
pub fn funnel_axis_of_rates(denominators: &[f64], years: f64, average: f64) -> Result<Vec<f64>, Rejection> {
    if !(years > 0.0 && average > 0.0) {
        return Err(Rejection::DenominatorNotPositive);
    }
    let yearly: Vec<f64> = denominators.iter().map(|n| n / years).collect();
    let (first, last) = rounded_range(&yearly)?;
    let events = |n: f64| n * years * average;
    let last = events(last).ceil();
    if last.is_finite() { Ok(positions(events(first).floor(), last, POSITIONS)) } else { Err(Rejection::NotCalculable) }
}

fn rounded_range(sizes: &[f64]) -> Result<(f64, f64), Rejection> {
    let least = sizes.iter().copied().reduce(f64::min).ok_or(Rejection::TooFewValues)?;
    let greatest = sizes.iter().copied().reduce(f64::max).ok_or(Rejection::TooFewValues)?;
    if !sizes.iter().all(|n| n.is_finite()) || !(1.05 * greatest).is_finite() {
        return Err(Rejection::NotCalculable);
    }
    if least <= 0.0 {
        return Err(Rejection::DenominatorNotPositive);
    }
    let first = if greatest > 2.0 * least { 0.0 } else { rounded(0.95 * least, 1.0, f64::floor) };
    let last = rounded(1.05 * greatest, 10.0, f64::ceil);
    if first.is_finite() && last.is_finite() { Ok((first, last)) } else { Err(Rejection::NotCalculable) }
}

/// A positive number rounded to one figure, or, with `finer` ten, to two.
fn rounded(x: f64, finer: f64, round: fn(f64) -> f64) -> f64 {
    let mut unit = 1.0;
    // A double has no more than 309 figures before the point, and 324 behind.
    for _ in 0..309 {
        unit = if unit * 10.0 <= x { unit * 10.0 } else { unit };
    }
    for _ in 0..324 {
        unit = if unit > x { unit / 10.0 } else { unit };
    }
    round(x / (unit / finer)) * (unit / finer)
}

/// A hundred rising whole numbers, each by the same ratio above the one before, or by one.
fn positions(first: f64, last: f64, steps: u32) -> Vec<f64> {
    let mut at = first.max(1.0);
    let mut found = vec![at];
    for step in 1..POSITIONS {
        let even = pow(last / at, 1.0 / f64::from(steps - step)) * at;
        at = even.round_ties_even().max(at + 1.0);
        found.push(at);
    }
    found
}
