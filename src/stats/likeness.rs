//! How alike two things are by several measures, and which measures set them apart.

use super::float::sum_of;
use super::{Rejection, mean};

/// How far one thing lies from another, and what each measure has to do with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// Standardised Euclidean distance; 0 when all measures are equal.
    pub distance: f64,
    /// Each measure's share of the squared distance, in their order. They sum to one, or are all zero at distance 0.
    pub shares: Vec<f64>,
}

/// The standard deviation by which each measure is divided: over all things, ours among them, with `n - 1`.
///
/// A measure on which all are equal says nothing of likeness, and has none. Refused: rows of different length or none,
/// fewer than two rows, anything not finite.
///
/// ```
/// use peerglass::stats::spreads;
/// let rows: [&[f64]; 3] = [&[1.0, 5.0], &[2.0, 5.0], &[3.0, 5.0]];
/// assert_eq!(spreads(&rows).unwrap(), [Some(1.0), None]);
/// ```
pub fn spreads(rows: &[&[f64]]) -> Result<Vec<Option<f64>>, Rejection> {
    let measures = rows.first().map_or(0, |row| row.len());
    if rows.len() < 2 || measures == 0 || rows.iter().any(|row| row.len() != measures) {
        return Err(Rejection::TooFewValues);
    }
    (0..measures)
        .map(|at| {
            let values: Vec<f64> = rows.iter().map(|row| row[at]).collect();
            let spread = mean(&values)?.deviation.ok_or(Rejection::TooFewValues)?;
            Ok((spread > 0.0).then_some(spread))
        })
        .collect()
}

/// How alike two things are: standardised Euclidean distance.
///
/// `√Σ((a-b)/s)²` over the measures that have a spread `s`: each counts alike, whatever its unit. It is the distance of
/// the published models of statistical neighbours (ONS, *Clustering similar local authorities*; CIPFA). The share of one
/// measure is its squared term over the sum of all. Refused: lists of different length, no measure with a spread, anything
/// not finite.
///
/// ```
/// use peerglass::stats::likeness;
/// let found = likeness(&[10.0, 0.5], &[13.0, 0.1], &[Some(1.0), Some(0.1)]).unwrap();
/// assert_eq!((found.distance, found.shares), (5.0, vec![0.36, 0.64]));
/// ```
pub fn likeness(ours: &[f64], other: &[f64], spreads: &[Option<f64>]) -> Result<Likeness, Rejection> {
    if ours.len() != other.len() || ours.len() != spreads.len() || spreads.iter().all(Option::is_none) {
        return Err(Rejection::TooFewValues);
    }
    let squares: Vec<f64> = ours
        .iter()
        .zip(other)
        .zip(spreads)
        .map(|((a, b), spread)| spread.map_or(0.0, |spread| ((a - b) / spread) * ((a - b) / spread)))
        .collect();
    let total = sum_of(squares.iter().copied());
    if !total.is_finite() {
        return Err(Rejection::NotCalculable);
    }
    let share = |square: &f64| if total > 0.0 { square / total } else { 0.0 };
    Ok(Likeness { distance: total.sqrt(), shares: squares.iter().map(share).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nonsense_is_refused() {
        assert!(spreads(&[]).is_err());
        assert!(spreads(&[&[1.0]]).is_err());
        assert!(spreads(&[&[1.0], &[1.0, 2.0]]).is_err());
        assert!(spreads(&[&[1.0], &[f64::NAN]]).is_err());
        assert!(likeness(&[1.0], &[1.0, 2.0], &[Some(1.0)]).is_err());
        assert!(likeness(&[1.0], &[2.0], &[None]).is_err());
        assert!(likeness(&[1.0], &[f64::INFINITY], &[Some(1.0)]).is_err());
    }

    #[test]
    fn measure_on_which_all_are_equal_counts_for_nothing() {
        let found = likeness(&[1.0, 7.0], &[2.0, 7.0], &[Some(2.0), None]).unwrap();
        assert_eq!((found.distance, found.shares), (0.5, vec![1.0, 0.0]));
    }

    proptest! {
        #[test]
        fn shares_sum_to_one_and_units_are_of_no_account(
            rows in prop::collection::vec(prop::collection::vec(-50.0..50.0_f64, 4), 3..20),
            unit in 0.001..1000.0_f64,
        ) {
            let of = |scale: f64| {
                let scaled: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|v| v * scale).collect()).collect();
                let slices: Vec<&[f64]> = scaled.iter().map(Vec::as_slice).collect();
                likeness(slices[0], slices[1], &spreads(&slices).unwrap()).unwrap()
            };
            let found = of(1.0);
            prop_assert!((found.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!((of(unit).distance - found.distance).abs() < 1e-9);
        }

        #[test]
        fn distance_is_the_same_both_ways(a in prop::collection::vec(-9.0..9.0_f64, 3), b in prop::collection::vec(-9.0..9.0_f64, 3)) {
            let spreads = [Some(1.0), Some(2.0), Some(0.5)];
            prop_assert_eq!(likeness(&a, &b, &spreads).unwrap(), likeness(&b, &a, &spreads).unwrap());
        }
    }
}
