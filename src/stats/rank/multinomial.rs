//! Rank intervals for the categories of one count.

use super::comparison::check_coverage;
use super::correction::{Correction, corrected_level};
use super::interval::RankInterval;
use crate::stats::Rejection;
use crate::stats::special::beta;

/// Which end of a rank interval is sought; the other is then 1 or the number of categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Both.
    Both,
    /// The best rank only.
    Best,
    /// The worst rank only.
    Worst,
}

/// For how many categories a rank interval is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// For one named beforehand; always by Holm's correction, as in the reference.
    Marginal,
    /// For all at once.
    Simultaneous(Correction),
}

/// Rank intervals of categories by their counts, the largest first, exact for small counts.
///
/// Of two categories, one is larger when a fair coin would give it so many of their common count with a probability
/// of at most the corrected level (exact binomial). Bazylik, Mogstad, Romano, Shaikh and Wilhelm, "Finite- and
/// large-sample inference for ranks using multinomial data". Two categories without counts are never told apart.
/// Refused: fewer than two categories, a negative count, one that is not whole or not finite, a coverage not between
/// one half and one.
///
/// ```
/// use peerglass::stats::rank::{Bound, Correction, RankInterval, Scope, multinomial_rank_intervals};
/// let scope = Scope::Simultaneous(Correction::Holm);
/// let found = multinomial_rank_intervals(&[80.0, 80.0, 10.0], 0.95, Bound::Both, scope)?;
/// assert_eq!(found[0], RankInterval { best: 1, worst: 2 });
/// assert_eq!(found[2], RankInterval { best: 3, worst: 3 });
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn multinomial_rank_intervals(
    counts: &[f64],
    coverage: f64,
    bound: Bound,
    scope: Scope,
) -> Result<Vec<RankInterval>, Rejection> {
    check(counts, coverage)?;
    let alpha = 1.0 - coverage;
    let p = p_values(counts).ok_or(Rejection::NotCalculable)?;
    let count = counts.len();
    let others = |j: usize| (0..count).filter(move |k| *k != j);
    let level = |tests: Vec<f64>, correction| {
        let rejected_at = |level: f64| Some(tests.iter().filter(|p| **p <= level).count());
        corrected_level(tests.len(), alpha, correction, rejected_at).ok_or(Rejection::NotCalculable)
    };
    let together = match scope {
        Scope::Marginal => None,
        Scope::Simultaneous(correction) => {
            Some(level((0..count).flat_map(|j| others(j).map(|k| p[j][k]).collect::<Vec<_>>()).collect(), correction)?)
        }
    };
    let one = |j: usize| {
        let (is_larger, is_smaller) = (others(j).map(|k| p[j][k]), others(j).map(|k| p[k][j]));
        let own = match bound {
            Bound::Both => is_larger.clone().chain(is_smaller.clone()).collect(),
            Bound::Best => is_smaller.clone().collect(),
            Bound::Worst => is_larger.clone().collect(),
        };
        let level = together.map_or_else(|| level(own, Correction::Holm), Ok)?;
        let larger = is_smaller.filter(|p| *p <= level).count();
        let smaller = is_larger.filter(|p| *p <= level).count();
        Ok(RankInterval::between(
            if bound == Bound::Worst { 0 } else { larger },
            if bound == Bound::Best { 0 } else { smaller },
            count,
        ))
    };
    (0..count).map(one).collect()
}

fn check(counts: &[f64], coverage: f64) -> Result<(), Rejection> {
    check_coverage(coverage)?;
    if counts.len() < 2 {
        Err(Rejection::TooFewValues)
    } else if counts.iter().any(|count| !count.is_finite()) {
        Err(Rejection::NotCalculable)
    } else if counts.iter().any(|count| *count < 0.0) {
        Err(Rejection::NegativeNumerator)
    } else if counts.iter().any(|count| *count != count.floor()) {
        Err(Rejection::CountNotWhole)
    } else {
        Ok(())
    }
}

/// For each ordered pair, how probable so large a share for the first is if it is not the larger.
fn p_values(counts: &[f64]) -> Option<Vec<Vec<f64>>> {
    // P(X ≥ x) for X binomial of x + y tosses of a fair coin.
    let p = |x: f64, y: f64| if x == 0.0 { Some(1.0) } else { beta(x, y + 1.0, 0.5) };
    counts.iter().map(|x| counts.iter().map(|y| p(*x, *y)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_sense_is_refused() {
        let found = |counts: &[f64]| multinomial_rank_intervals(counts, 0.95, Bound::Both, Scope::Marginal);
        assert_eq!(found(&[12.0]), Err(Rejection::TooFewValues));
        assert_eq!(found(&[3.0, -1.0]), Err(Rejection::NegativeNumerator));
        assert_eq!(found(&[3.0, 1.5]), Err(Rejection::CountNotWhole));
        assert_eq!(found(&[3.0, f64::NAN]), Err(Rejection::NotCalculable));
    }

    #[test]
    fn one_end_alone_is_never_wider() {
        let counts = [108.0, 164.0, 188.0, 253.0, 257.0];
        let found = |bound| multinomial_rank_intervals(&counts, 0.95, bound, Scope::Marginal).unwrap();
        for ((both, best), worst) in found(Bound::Both).iter().zip(found(Bound::Best)).zip(found(Bound::Worst)) {
            assert!(best.best >= both.best && best.worst == 5 && worst.worst <= both.worst && worst.best == 1);
        }
    }
}
