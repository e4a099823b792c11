//! The rank interval of one unit that was named beforehand.

use super::comparison::Units;
use super::correction::{Correction, corrected_lead};
use super::critical::Family;
use super::interval::RankInterval;
use super::point::Best;
use super::tail_table::TailTable;
use crate::stats::Rejection;

/// Where to look for the first critical value.
const FIRST_GUESS: f64 = 3.0;

/// Whether what the first step rejects helps the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steps {
    /// One critical value for all comparisons.
    Single,
    /// Rejected comparisons are taken out and the rest is tried again: never wider, always valid.
    Down,
}

/// The rank interval of one unit: with the probability `coverage` it holds that unit's true rank.
///
/// The unit is compared with all others, in both directions, against one critical value for the furthest of its
/// differences ([`rank_critical_value`](super::rank_critical_value)), stepping down as long as something more is
/// rejected. Mogstad et al. (2024), whose simulation this replaces by quadrature. It speaks for a unit chosen before
/// looking, such as the reader's own; for a whole table use
/// [`simultaneous_rank_intervals`](super::simultaneous_rank_intervals). Refuses what that refuses, and a unit beyond the
/// end.
///
/// ```
/// use peerglass::stats::rank::{Best, RankInterval, Steps, marginal_rank_interval};
/// let (estimates, errors) = ([70.0, 71.0, 75.0, 90.0], [1.0; 4]);
/// let found = marginal_rank_interval(&estimates, &errors, 1, 0.95, Best::Highest, Steps::Down)?;
/// assert_eq!(found, RankInterval { best: 3, worst: 4 });
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn marginal_rank_interval(
    estimates: &[f64],
    errors: &[f64],
    unit: usize,
    coverage: f64,
    best: Best,
    steps: Steps,
) -> Result<RankInterval, Rejection> {
    let asked = Asked::new(Units::new(estimates, errors, coverage, best)?, coverage, steps);
    if unit >= estimates.len() {
        return Err(Rejection::PositionOutOfRange);
    }
    Ok(asked.interval(unit, &mut { FIRST_GUESS }))
}

/// The [`marginal_rank_interval`] of every unit. Each holds by itself; they do not hold together.
///
/// Refuses what [`simultaneous_rank_intervals`](super::simultaneous_rank_intervals) refuses.
///
/// ```
/// use peerglass::stats::rank::{Best, Steps, marginal_rank_intervals};
/// let found = marginal_rank_intervals(&[5.0, 9.0], &[0.5; 2], 0.95, Best::Lowest, Steps::Down)?;
/// assert_eq!((found[0].best, found[1].best), (1, 2));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn marginal_rank_intervals(
    estimates: &[f64],
    errors: &[f64],
    coverage: f64,
    best: Best,
    steps: Steps,
) -> Result<Vec<RankInterval>, Rejection> {
    let asked = Asked::new(Units::new(estimates, errors, coverage, best)?, coverage, steps);
    let mut found = vec![RankInterval { best: 1, worst: 1 }; estimates.len()];
    // In the order of their errors, each unit starts from about the critical value of the one before.
    let mut guess = FIRST_GUESS;
    for unit in &asked.order {
        found[*unit] = asked.interval(*unit, &mut guess);
    }
    Ok(found)
}

/// What every unit's interval is made from.
struct Asked {
    units: Units,
    /// The units in the order of their standard errors, the smallest first.
    order: Vec<usize>,
    coverage: f64,
    steps: Steps,
    table: TailTable,
}

impl Asked {
    fn new(units: Units, coverage: f64, steps: Steps) -> Asked {
        Asked { order: units.by_error(), units, coverage, steps, table: TailTable::new() }
    }

    /// A unit's interval; `guess` is about its critical value, and comes back as about that of its first step.
    fn interval(&self, unit: usize, guess: &mut f64) -> RankInterval {
        let units = &self.units;
        let others = || self.order.iter().copied().filter(|other| *other != unit);
        let mut family = Family::new(&self.table, units.error(unit), others().map(|other| units.error(other)));
        let mut leads: Vec<(usize, f64)> =
            others().enumerate().map(|(i, other)| (i, units.lead(unit, other))).collect();
        leads.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let rejected = match self.steps {
            Steps::Single => {
                let sizes: Vec<f64> = leads.iter().map(|(_, lead)| lead.abs()).collect();
                family.exceeding(&sizes, self.coverage, guess)
            }
            Steps::Down => family.stepping_down(&leads, self.coverage, guess),
        };
        let better = leads[..rejected].iter().filter(|(_, lead)| *lead < 0.0).count();
        RankInterval::between(better, rejected - better, units.count())
    }
}

/// Marginal rank intervals from p-values corrected among each unit's own comparisons; wider than
/// [`marginal_rank_intervals`], which knows how the comparisons depend on each other.
///
/// Holm (1979) or Bonferroni. Refuses what [`marginal_rank_intervals`] refuses.
///
/// ```
/// use peerglass::stats::rank::{Best, Correction, marginal_rank_intervals_corrected};
/// let found = marginal_rank_intervals_corrected(&[5.0, 9.0], &[0.5; 2], 0.95, Best::Lowest, Correction::Holm)?;
/// assert_eq!((found[0].best, found[1].best), (1, 2));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn marginal_rank_intervals_corrected(
    estimates: &[f64],
    errors: &[f64],
    coverage: f64,
    best: Best,
    correction: Correction,
) -> Result<Vec<RankInterval>, Rejection> {
    let units = Units::new(estimates, errors, coverage, best)?;
    let count = units.count();
    let one = |unit: usize| {
        let leads: Vec<f64> = (0..count).filter(|other| *other != unit).map(|other| units.lead(unit, other)).collect();
        if leads.is_empty() {
            return Ok(RankInterval { best: 1, worst: 1 });
        }
        let at_least = |least: f64| leads.iter().filter(|lead| lead.abs() >= least).count();
        let least = corrected_lead(2 * leads.len(), 1.0 - coverage, correction, at_least);
        let least = least.ok_or(Rejection::NotCalculable)?;
        let better = leads.iter().filter(|lead| **lead <= -least).count();
        Ok(RankInterval::between(better, at_least(least) - better, count))
    };
    (0..count).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::rank::simultaneous_rank_intervals;
    use proptest::prelude::*;

    fn units() -> impl Strategy<Value = Vec<(f64, f64)>> {
        prop::collection::vec((-10.0..10.0, 0.2..4.0), 1..20)
    }

    fn intervals(rows: &[(f64, f64)], steps: Steps) -> Vec<RankInterval> {
        let (estimates, errors): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
        marginal_rank_intervals(&estimates, &errors, 0.95, Best::Highest, steps).unwrap()
    }

    fn holds(wide: &RankInterval, narrow: &RankInterval) -> bool {
        wide.best <= narrow.best && narrow.worst <= wide.worst
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn each_refinement_narrows(rows in units()) {
            let (estimates, errors): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
            let (single, down) = (intervals(&rows, Steps::Single), intervals(&rows, Steps::Down));
            let corrected = |correction| marginal_rank_intervals_corrected(&estimates, &errors, 0.95, Best::Highest, correction).unwrap();
            let (holm, bonferroni) = (corrected(Correction::Holm), corrected(Correction::Bonferroni));
            let together = simultaneous_rank_intervals(&estimates, &errors, 0.95, Best::Highest, Correction::Holm).unwrap();
            for i in 0..rows.len() {
                prop_assert!(holds(&single[i], &down[i]) && holds(&holm[i], &down[i]));
                prop_assert!(holds(&bonferroni[i], &single[i]) && holds(&bonferroni[i], &holm[i]));
                prop_assert!(holds(&together[i], &down[i]));
            }
        }

        #[test]
        fn the_order_of_units_changes_nothing((rows, order) in units().prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(order).prop_shuffle())
        })) {
            let there = intervals(&rows, Steps::Down);
            let back = intervals(&order.iter().map(|i| rows[*i]).collect::<Vec<_>>(), Steps::Down);
            prop_assert!(order.iter().zip(&back).all(|(i, interval)| there[*i] == *interval));
        }

        #[test]
        fn turning_the_order_turns_the_intervals(rows in units()) {
            let (estimates, errors): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
            let low = marginal_rank_intervals(&estimates, &errors, 0.95, Best::Lowest, Steps::Down).unwrap();
            for (high, low) in intervals(&rows, Steps::Down).iter().zip(&low) {
                prop_assert_eq!(high.best + low.worst, rows.len() + 1);
                prop_assert_eq!(high.worst + low.best, rows.len() + 1);
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let sets = |errors: &[f64], coverage| {
            marginal_rank_intervals(&[1.0, 2.0], errors, coverage, Best::Highest, Steps::Down)
        };
        assert_eq!(sets(&[1.0, 0.0], 0.95), Err(Rejection::StandardErrorNotPositive));
        assert_eq!(sets(&[1.0], 0.95), Err(Rejection::LengthsDiffer));
        assert_eq!(sets(&[1.0, 1.0], 0.5), Err(Rejection::CoverageOutOfRange));
        assert_eq!(sets(&[1.0, f64::INFINITY], 0.95), Err(Rejection::NotCalculable));
        assert_eq!(sets(&[1e-200, 1e-200], 0.95).unwrap()[0], RankInterval { best: 2, worst: 2 });
        assert_eq!(sets(&[1e300, 1e300], 0.95).unwrap()[0], RankInterval { best: 1, worst: 2 });
        assert_eq!(marginal_rank_intervals(&[], &[], 0.95, Best::Highest, Steps::Down), Ok(vec![]));
    }
}
