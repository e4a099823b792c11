//! Rank intervals that hold for all units at once.

use super::comparison::Units;
use super::correction::{Correction, corrected_lead};
use super::interval::RankInterval;
use super::point::Best;
use crate::stats::Rejection;

/// Rank intervals that with the probability `coverage` hold the true ranks of all units at once.
///
/// All ordered pairs of units are tested one-sidedly, `(a - b)/√(sₐ² + s_b²)` against the normal distribution, and
/// corrected together (Holm 1979; Mogstad et al. 2024). Each unit stands between those surely better and those surely
/// worse. Conservative: a simulation would narrow it by a rank or two, but differently at each run. Estimates are
/// independent; errors are standard errors in the unit of the estimates. Refused: columns of unlike length, a number
/// that is not finite, a standard error of zero or less, a coverage not between one half and one. A single unit is
/// first of one.
///
/// ```
/// use peerglass::stats::rank::{Best, Correction, RankInterval, simultaneous_rank_intervals};
/// let found = simultaneous_rank_intervals(&[70.0, 71.0, 90.0], &[1.0; 3], 0.95, Best::Highest, Correction::Holm)?;
/// assert_eq!(found[0], RankInterval { best: 2, worst: 3 });
/// assert_eq!(found[2], RankInterval { best: 1, worst: 1 });
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn simultaneous_rank_intervals(
    estimates: &[f64],
    errors: &[f64],
    coverage: f64,
    best: Best,
    correction: Correction,
) -> Result<Vec<RankInterval>, Rejection> {
    let units = Units::new(estimates, errors, coverage, best)?;
    let count = units.count();
    if count < 2 {
        return Ok(vec![RankInterval { best: 1, worst: 1 }; count]);
    }
    let leads = |i: usize| (0..i).map(move |j| (i, j));
    let at_least = |lead: f64| (0..count).flat_map(leads).filter(|(i, j)| units.lead(*i, *j).abs() >= lead).count();
    let lead =
        corrected_lead(count * (count - 1), 1.0 - coverage, correction, at_least).ok_or(Rejection::NotCalculable)?;

    let (mut better, mut worse) = (vec![0; count], vec![0; count]);
    for (i, j) in (0..count).flat_map(leads) {
        let difference = units.lead(i, j);
        if difference.abs() >= lead {
            let (first, second) = if difference > 0.0 { (i, j) } else { (j, i) };
            better[second] += 1;
            worse[first] += 1;
        }
    }
    Ok(better.iter().zip(&worse).map(|(better, worse)| RankInterval::between(*better, *worse, count)).collect())
}
