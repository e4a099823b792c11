//! Position among a set of values. Says nothing about significance.

use super::{Polarity, percentile_bounds};

/// A fifth of a set of values, by size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quintile {
    /// The least fifth.
    Lowest,
    /// The next.
    Low,
    /// The middle fifth.
    Middle,
    /// The next.
    High,
    /// The greatest fifth.
    Highest,
}

/// A quintile read through a polarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuintileJudgement {
    /// The best fifth.
    Best,
    /// The next.
    Better,
    /// The middle fifth.
    Middle,
    /// The next.
    Worse,
    /// The worst fifth.
    Worst,
    /// A position only, where neither way is better (never [`Quintile::Middle`]).
    Position(Quintile),
}

const QUINTILES: [Quintile; 5] = [Quintile::Lowest, Quintile::Low, Quintile::Middle, Quintile::High, Quintile::Highest];

impl Quintile {
    /// Reads a position through a polarity.
    ///
    /// ```
    /// use peerglass::stats::{Polarity, Quintile, QuintileJudgement};
    /// assert_eq!(Quintile::Lowest.judged(Polarity::LowIsGood), QuintileJudgement::Best);
    /// ```
    pub fn judged(self, polarity: Polarity) -> QuintileJudgement {
        use QuintileJudgement::*;
        const BEST_FIRST: [QuintileJudgement; 5] = [Best, Better, Middle, Worse, Worst];
        let from_lowest = self as usize;
        match polarity {
            _ if self == Quintile::Middle => Middle,
            Polarity::LowIsGood => BEST_FIRST[from_lowest],
            Polarity::HighIsGood => BEST_FIRST[4 - from_lowest],
            Polarity::NoJudgement => Position(self),
        }
    }
}

/// Sorts values into five groups of as equal count as can be.
///
/// The rule of the current Fingertips service: in ascending order, the first groups take what does not divide evenly
/// (SQL's `NTILE`, ISO/IEC 9075-2). Where equal values straddle a bound it splits them arbitrarily; here all equal
/// values take the lower group, so the order of the values cannot matter. A missing value has no group and does not
/// count. Fewer than five values, or one not finite: no groups at all.
///
/// ```
/// use peerglass::stats::{Quintile::*, equal_count_quintiles};
/// let found = equal_count_quintiles(&[57.9, 38.1, 29.2, 59.5, 6.8].map(Some));
/// assert_eq!(found, [High, Middle, Low, Highest, Lowest].map(Some));
/// ```
pub fn equal_count_quintiles(values: &[Option<f64>]) -> Vec<Option<Quintile>> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let enough = sorted.len() >= 5 && sorted.iter().all(|x| x.is_finite());
    let (each, over) = (sorted.len() / 5, sorted.len() % 5);
    let tile = |rank: usize| {
        let long = over * (each + 1); // places in the groups that took one more
        if rank < long { rank / (each + 1) } else { over + (rank - long) / each.max(1) }
    };
    values
        .iter()
        .map(|value| {
            let rank = sorted.partition_point(|x| Some(*x) < *value);
            value.filter(|_| enough).and_then(|_| QUINTILES.get(tile(rank)).copied())
        })
        .collect()
}

/// Sorts values into `groups` categories by percentile bounds: 1 holds the least values.
///
/// The rule of the earlier Fingertips service: the first upper bound of [`percentile_bounds`] that is not below the
/// value. Values equal to a bound fall below it, so ties can leave categories empty. It counts quintiles from the best,
/// so with high-is-good take `6 - category`; quartiles it never turned round. A missing value has no category. Fewer
/// values than groups: no categories.
///
/// ```
/// use peerglass::stats::quantile_categories;
/// let found = quantile_categories(&[Some(49.0), Some(74.0), None, Some(44.4), Some(59.1)], 4);
/// assert_eq!(found, [Some(2), Some(4), None, Some(1), Some(3)]);
/// ```
pub fn quantile_categories(values: &[Option<f64>], groups: u8) -> Vec<Option<u8>> {
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let bounds = percentile_bounds(&present, groups).filter(|_| present.len() >= usize::from(groups));
    let category = |value: f64| {
        let bounds = bounds.as_ref()?;
        (1..=groups).find(|i| bounds.get(usize::from(*i)).is_some_and(|bound| value <= *bound))
    };
    values.iter().map(|value| value.and_then(category)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_the_lower_group() {
        let found = equal_count_quintiles(&[1.0, 2.0, 2.0, 2.0, 3.0].map(Some));
        assert_eq!(found, [Quintile::Lowest, Quintile::Low, Quintile::Low, Quintile::Low, Quintile::Highest].map(Some));
    }

    #[test]
    fn too_few_or_unusable_values_have_no_group() {
        assert_eq!(equal_count_quintiles(&[1.0, 2.0, 3.0, 4.0].map(Some)), [None; 4]);
        assert_eq!(equal_count_quintiles(&[1.0, 2.0, 3.0, 4.0, f64::NAN].map(Some)), [None; 5]);
        assert_eq!(equal_count_quintiles(&[]), []);
    }
}
