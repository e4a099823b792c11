//! The order of figures.

use crate::stats::Rejection;

/// Which end of the figures has rank 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Best {
    /// The largest figure.
    Highest,
    /// The smallest figure.
    Lowest,
}

impl Best {
    /// The figure turned so that more is better.
    pub(super) fn turned(self, value: f64) -> f64 {
        match self {
            Best::Highest => value,
            Best::Lowest => -value,
        }
    }
}

/// Which rank equal figures share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// The best of theirs: 1, 2, 2, 4.
    BestRank,
    /// The middle of theirs: 1, 2.5, 2.5, 4.
    MiddleRank,
    /// The worst of theirs: 1, 3, 3, 4.
    WorstRank,
}

/// Ranks of figures, from 1; equal figures share one.
///
/// As many ranks as figures, in their order. A figure that is not finite is refused with all of them, since every rank
/// depends on it.
///
/// ```
/// use peerglass::stats::rank::{Best, Ties, ranks};
/// assert_eq!(ranks(&[7.0, 9.0, 7.0, 4.0], Best::Highest, Ties::BestRank), Ok(vec![2.0, 1.0, 2.0, 4.0]));
/// assert_eq!(ranks(&[7.0, 9.0, 7.0, 4.0], Best::Highest, Ties::MiddleRank), Ok(vec![2.5, 1.0, 2.5, 4.0]));
/// ```
pub fn ranks(figures: &[f64], best: Best, ties: Ties) -> Result<Vec<f64>, Rejection> {
    if figures.iter().any(|figure| !figure.is_finite()) {
        return Err(Rejection::NotCalculable);
    }
    let key = |i: usize| best.turned(figures[i]) + 0.0; // one zero, not two
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_unstable_by(|a, b| key(*b).total_cmp(&key(*a)));
    let mut ranks = vec![0.0; figures.len()];
    let mut before = 0;
    for equal in order.chunk_by(|a, b| key(*a) == key(*b)) {
        let (first, last) = ((before + 1) as f64, (before + equal.len()) as f64);
        let shared = match ties {
            Ties::BestRank => first,
            Ties::MiddleRank => (first + last) / 2.0,
            Ties::WorstRank => last,
        };
        equal.iter().for_each(|i| ranks[*i] = shared);
        before += equal.len();
    }
    Ok(ranks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_given_changes_no_rank(
            (figures, order) in prop::collection::vec((-9_i8..9).prop_map(f64::from), 1..40).prop_flat_map(|figures| {
                let order: Vec<usize> = (0..figures.len()).collect();
                (Just(figures), Just(order).prop_shuffle())
            }),
        ) {
            for ties in [Ties::BestRank, Ties::MiddleRank, Ties::WorstRank] {
                let there = ranks(&figures, Best::Highest, ties).unwrap();
                let shuffled: Vec<f64> = order.iter().map(|i| figures[*i]).collect();
                let back = ranks(&shuffled, Best::Highest, ties).unwrap();
                prop_assert!(order.iter().zip(&back).all(|(i, rank)| there[*i] == *rank));
            }
        }

        #[test]
        fn turning_the_order_turns_the_middle_rank(figures in prop::collection::vec((-9_i8..9).prop_map(f64::from), 1..40)) {
            let high = ranks(&figures, Best::Highest, Ties::MiddleRank).unwrap();
            let low = ranks(&figures, Best::Lowest, Ties::MiddleRank).unwrap();
            prop_assert!(high.iter().zip(&low).all(|(high, low)| high + low == figures.len() as f64 + 1.0));
        }
    }

    #[test]
    fn the_two_zeros_are_one_figure() {
        assert_eq!(ranks(&[0.0, -0.0], Best::Lowest, Ties::WorstRank), Ok(vec![2.0, 2.0]));
        assert_eq!(ranks(&[f64::NAN], Best::Lowest, Ties::WorstRank), Err(Rejection::NotCalculable));
    }
}
