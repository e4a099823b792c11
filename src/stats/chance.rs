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

/// Which of many tests may be called findings, so that of all that are, no more than a share is expected to be false.
///
/// Benjamini & Hochberg 1995, J R Stat Soc B 57:289-300: with the `m` p-values in order, the largest `k` with
/// `p(k) ≤ k/m · share`, and all up to it. Valid for independent tests and for positively dependent ones (Benjamini &
/// Yekutieli 2001), as those against one common benchmark are. Refused: a p-value or share outside 0 to 1.
///
/// ```
/// use peerglass::stats::false_discovery_control;
/// let found = false_discovery_control(&[0.01, 0.04, 0.03, 0.5], 0.05).unwrap();
/// assert_eq!(found, [true, false, false, false]);
/// ```
pub fn false_discovery_control(p_values: &[f64], share: f64) -> Result<Vec<bool>, Rejection> {
    let is_probability = |p: &f64| (0.0..=1.0).contains(p);
    if !(p_values.iter().all(is_probability) && share > 0.0 && share < 1.0) {
        return Err(Rejection::NotCalculable);
    }
    let mut ordered = p_values.to_vec();
    ordered.sort_by(f64::total_cmp);
    let allowed = |at: usize| (at + 1) as f64 / ordered.len() as f64 * share;
    let last = (0..ordered.len()).rev().find(|&at| ordered[at] <= allowed(at));
    let threshold = last.map(|at| ordered[at]);
    Ok(p_values.iter().map(|p| threshold.is_some_and(|threshold| *p <= threshold)).collect())
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
        let found = false_discovery_control(&p_values, 0.05).unwrap();
        assert_eq!(found.iter().filter(|found| **found).count(), 4);
        assert!(found[..4].iter().all(|found| *found));
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(false_discovery_control(&[0.1, 1.1], 0.05).is_err());
        assert!(false_discovery_control(&[0.1, f64::NAN], 0.05).is_err());
        assert!(false_discovery_control(&[0.1], 0.0).is_err());
        assert_eq!(false_discovery_control(&[], 0.05), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn order_is_of_no_account_and_findings_are_the_smallest(mut p_values in prop::collection::vec(0.0..=1.0_f64, 1..40)) {
            let count = |found: Vec<bool>| found.into_iter().filter(|found| *found).count();
            let found = false_discovery_control(&p_values, 0.1).unwrap();
            let greatest = p_values.iter().zip(&found).filter(|(_, found)| **found).map(|(p, _)| *p).fold(0.0, f64::max);
            prop_assert!(p_values.iter().zip(&found).all(|(p, found)| *found || *p > greatest));
            let before = count(found);
            p_values.reverse();
            prop_assert_eq!(count(false_discovery_control(&p_values, 0.1).unwrap()), before);
        }
    }
}
