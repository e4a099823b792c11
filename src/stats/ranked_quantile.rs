//! Quantiles by rank, as deprivation deciles are assigned. Says nothing about significance.

/// Which end of the values the first quantile is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantileOne {
    /// Quantile 1 holds the greatest values.
    Highest,
    /// Quantile 1 holds the least values.
    Lowest,
}

/// Sorts values into `groups` quantiles by rank.
///
/// `max(1, k + 1 - ⌈(N + 1 - r) k / N⌉)` for the r-th of N values in k quantiles, in whole numbers; equal values share the
/// first of their ranks, counted from quantile 1's end. PHE technical guide "Assigning Deprivation Categories" (2017).
/// Many equal values can leave quantiles empty; values that are all equal are all in quantile 1, whichever end it is.
/// A missing value has no quantile and does not count. Fewer values than groups, no groups, or a value that is not
/// finite: no quantiles at all.
///
/// ```
/// use peerglass::stats::{QuantileOne, ranked_quantiles};
/// let found = ranked_quantiles(&[Some(6.8), Some(5.4), None, Some(7.9), Some(7.2)], 2, QuantileOne::Highest);
/// assert_eq!(found, [Some(2), Some(2), None, Some(1), Some(1)]);
/// ```
pub fn ranked_quantiles(values: &[Option<f64>], groups: u8, first: QuantileOne) -> Vec<Option<u8>> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len();
    let k = usize::from(groups);
    if k == 0 || n < k || sorted.iter().any(|x| !x.is_finite()) {
        return vec![None; values.len()];
    }
    let rank = |value: f64| match first {
        QuantileOne::Lowest => sorted.partition_point(|x| *x < value) + 1,
        QuantileOne::Highest => n - sorted.partition_point(|x| *x <= value) + 1,
    };
    // At most k, which came from a u8.
    let quantile = |rank: usize| (k + 1 - ((n + 1 - rank) * k).div_ceil(n)).max(1) as u8;
    values.iter().map(|value| value.map(|value| quantile(rank(value)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_or_unusable_values_have_no_quantile() {
        let of = |values: &[f64], groups| {
            ranked_quantiles(&values.iter().copied().map(Some).collect::<Vec<_>>(), groups, QuantileOne::Lowest)
        };
        assert_eq!(of(&[1.0, 2.0], 3), [None; 2]);
        assert_eq!(of(&[1.0, f64::NAN], 2), [None; 2]);
        assert_eq!(of(&[1.0, 2.0], 0), [None; 2]);
        assert_eq!(of(&[], 0), []);
    }
}
