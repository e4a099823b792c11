//! How many of many checks chance alone would flag, and how to keep false flags few.

use super::Rejection;
use super::special::beta;

/// What chance alone does to a number of checks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChanceFlags {
    /// It raises about so many.
    About(f64),
    /// It raises less than one: the risk of any at all is at most one in so many.
    AtMostOneIn(u32),
}

/// The flags that chance alone would raise over some checks, each with its own risk of a false one.
///
/// The expected number is the sum of the risks, whether or not the checks are independent (expectation is linear); below
/// one, the same sum bounds the risk of any flag at all (Boole's inequality), said as "at most one in `floor(1/sum)`".
/// A risk is that of a flag in the direction that is flagged: half of a two-sided test's. `None` without any check, and
/// when a risk is not between 0 and 1.
///
/// ```
/// use peerglass::stats::{ChanceFlags, flags_by_chance};
/// assert_eq!(flags_by_chance(&[0.025; 150]), Some(ChanceFlags::About(3.75)));
/// assert_eq!(flags_by_chance(&[0.001; 24]), Some(ChanceFlags::AtMostOneIn(41)));
/// ```
pub fn flags_by_chance(risks: &[f64]) -> Option<ChanceFlags> {
    if risks.iter().any(|risk| !(*risk > 0.0 && *risk < 1.0)) {
        return None;
    }
    let expected = super::sum(risks)?;
    // A sum of decimal fractions may miss one in fifty by a hair: the hair is not a whole check less.
    let one_in = (1.0 / expected * (1.0 + 1e-12)).floor();
    if risks.is_empty() {
        None
    } else if expected >= 1.0 {
        Some(ChanceFlags::About(expected))
    } else {
        Some(ChanceFlags::AtMostOneIn(one_in as u32))
    }
}

/// How likely it is that chance alone raises so many flags or more over some checks, each with the same risk of a false one.
///
/// The upper tail of a binomial distribution, exactly: `I(risk; flags, checks - flags + 1)`, DLMF 8.17.5. `None` where more
/// are flagged than checked, or the risk is not between 0 and 1.
///
/// ```
/// use peerglass::stats::chance_of_flags;
/// assert_eq!(chance_of_flags(0, 42, 0.05), Some(1.0));
/// assert_eq!(format!("{:.6}", chance_of_flags(2, 2, 0.05).unwrap()), "0.002500");
/// ```
pub fn chance_of_flags(flags: usize, checks: usize, risk: f64) -> Option<f64> {
    if flags > checks || !(risk > 0.0 && risk < 1.0) {
        return None;
    }
    if flags == 0 { Some(1.0) } else { beta(flags as f64, (checks - flags) as f64 + 1.0, risk) }
}

/// Which of many tests may be called findings, so that the risk of even one false one over all is no more than `risk`.
///
/// Holm 1979, Scand J Stat 6:65-70: with the `m` p-values in order, one after the other while `p(k) ≤ risk/(m - k + 1)`.
/// Valid whatever depends on what. Refused: a p-value or risk outside 0 to 1.
///
/// ```
/// use peerglass::stats::family_wise_control;
/// let found = family_wise_control(&[0.01, 0.04, 0.03, 0.005], 0.05).unwrap();
/// assert_eq!(found, [true, false, false, true]);
/// ```
pub fn family_wise_control(p_values: &[f64], risk: f64) -> Result<Vec<bool>, Rejection> {
    let is_probability = |p: &f64| (0.0..=1.0).contains(p);
    if !(p_values.iter().all(is_probability) && risk > 0.0 && risk < 1.0) {
        return Err(Rejection::NotCalculable);
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut found = vec![false; p_values.len()];
    for (before, at) in order.into_iter().enumerate() {
        if p_values[at] > risk / (p_values.len() - before) as f64 {
            break;
        }
        found[at] = true;
    }
    Ok(found)
}

/// The p-values of many tests, adjusted so that those of at most a share may be called findings, and of these no more than
/// that share is expected to be false.
///
/// Benjamini & Hochberg 1995, J R Stat Soc B 57:289-300, as adjusted p-values (Yekutieli & Benjamini 1999, J Stat Plan
/// Inference 82:171-196): with the `m` p-values in order, `min over j ≥ k of m/j · p(j)`. Valid for independent tests and
/// for positively dependent ones (Benjamini & Yekutieli 2001), as those against one common benchmark are. An adjusted
/// p-value is never below its own and never above 1; equal ones stay equal; one test alone is not adjusted; of none there
/// are none. Refused: a p-value outside 0 to 1.
///
/// ```
/// use peerglass::stats::false_discovery_adjusted;
/// let adjusted = false_discovery_adjusted(&[0.01, 0.04, 0.03, 0.5]).unwrap();
/// assert_eq!(adjusted.iter().map(|p| format!("{p:.4}")).collect::<Vec<_>>(), ["0.0400", "0.0533", "0.0533", "0.5000"]);
/// // At a share of 5 % the first is a finding, and no other.
/// ```
pub fn false_discovery_adjusted(p_values: &[f64]) -> Result<Vec<f64>, Rejection> {
    if !p_values.iter().all(|p| (0.0..=1.0).contains(p)) {
        return Err(Rejection::NotCalculable);
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0;
    for (before, at) in order.into_iter().enumerate().rev() {
        // The ratio first: it is 1 or more, so that no rounding takes the product below the p-value itself.
        least = f64::min(least, p_values[at] * (p_values.len() as f64 / (before + 1) as f64));
        adjusted[at] = least;
    }
    Ok(adjusted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chance_is_said_from_one_on_and_bounded_below() {
        assert_eq!(flags_by_chance(&[]), None);
        assert_eq!(flags_by_chance(&[0.0]), None);
        assert_eq!(flags_by_chance(&[f64::NAN]), None);
        assert_eq!(flags_by_chance(&[0.02; 50]), Some(ChanceFlags::About(1.0)));
        assert_eq!(flags_by_chance(&[0.001, 0.025]), Some(ChanceFlags::AtMostOneIn(38)));
        assert_eq!(flags_by_chance(&[0.001; 20]), Some(ChanceFlags::AtMostOneIn(50)));
    }

    /// By hand: of three checks at 0.1, two or more: 3 · 0.01 · 0.9 + 0.001 = 0.028.
    #[test]
    fn many_flags_are_rare_by_chance() {
        assert!((chance_of_flags(2, 3, 0.1).unwrap() - 0.028).abs() < 1e-15);
        assert!(chance_of_flags(17, 42, 0.05).unwrap() < 1e-10);
        assert_eq!(chance_of_flags(4, 3, 0.1), None);
        assert_eq!(chance_of_flags(1, 3, 0.0), None);
    }

    /// The worked example of the paper: 15 p-values, share 0.05, four findings.
    #[test]
    fn paper_example_is_reproduced() {
        let p_values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        let adjusted = false_discovery_adjusted(&p_values).unwrap();
        assert_eq!(adjusted.iter().filter(|p| **p <= 0.05).count(), 4);
        assert!(adjusted[..4].iter().all(|p| *p <= 0.05));
    }

    /// Worked out in exact fractions by a program in Python, from the definition: of each p-value the least of m/j · p(j)
    /// over all j from its own place on.
    #[test]
    fn adjusted_p_values_are_those_of_exact_fractions() {
        let cases: [(&[f64], &[f64]); 4] = [
            (&[0.01, 0.04, 0.03, 0.005], &[0.02, 0.04, 0.04, 0.02]),
            (&[0.0004, 0.3, 0.0001, 0.02, 0.02, 0.9], &[0.0012, 0.36, 0.0006, 0.03, 0.03, 0.9]),
            (&[0.6, 0.7, 0.8], &[0.8, 0.8, 0.8]),
            (&[0.0, 0.049, 0.051, 0.001, 1.0, 0.012, 0.0499], &[0.0, 0.0595, 0.0595, 0.0035, 1.0, 0.028, 0.0595]),
        ];
        for (p_values, expected) in cases {
            let adjusted = false_discovery_adjusted(p_values).unwrap();
            assert!(adjusted.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-15), "{adjusted:?}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(false_discovery_adjusted(&[0.1, 1.1]).is_err());
        assert!(false_discovery_adjusted(&[0.1, f64::NAN]).is_err());
        assert_eq!(false_discovery_adjusted(&[]), Ok(Vec::new()));
        assert_eq!(false_discovery_adjusted(&[0.03]), Ok(vec![0.03]));
    }

    /// Which are findings by the words of the paper: the largest k with p(k) ≤ k/m · share, and all up to it.
    fn findings(p_values: &[f64], share: f64) -> Vec<bool> {
        let mut ordered = p_values.to_vec();
        ordered.sort_by(f64::total_cmp);
        let allowed = |at: usize| (at + 1) as f64 / ordered.len() as f64 * share;
        let last = (0..ordered.len()).rev().find(|&at| ordered[at] <= allowed(at));
        p_values.iter().map(|p| last.is_some_and(|last| *p <= ordered[last])).collect()
    }

    proptest! {
        #[test]
        fn adjusted_p_values_keep_order_and_never_fall(p_values in prop::collection::vec(0.0..=1.0_f64, 1..40), turn in 0..40_usize) {
            let adjusted = false_discovery_adjusted(&p_values).unwrap();
            for (at, p) in p_values.iter().enumerate() {
                prop_assert!(adjusted[at] >= *p && adjusted[at] <= 1.0);
                for (other, q) in p_values.iter().enumerate() {
                    prop_assert!(p > q || adjusted[at] <= adjusted[other]);
                }
            }
            // Given in another order, each has the same.
            let turn = turn % p_values.len();
            let (mut turned, mut expected) = (p_values, adjusted);
            turned.rotate_left(turn);
            expected.rotate_left(turn);
            prop_assert_eq!(false_discovery_adjusted(&turned).unwrap(), expected);
        }

        #[test]
        fn findings_are_those_of_the_paper(p_values in prop::collection::vec(0.0..=0.2_f64, 1..40)) {
            let adjusted = false_discovery_adjusted(&p_values).unwrap();
            prop_assert_eq!(adjusted.iter().map(|p| *p <= 0.1).collect::<Vec<_>>(), findings(&p_values, 0.1));
        }
    }
}
