//! Corrections for asking many questions at once.

use crate::stats::special::{Tail, normal_quantile};

/// How the error is shared among comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Equally.
    Bonferroni,
    /// Among those not yet rejected: never wider, always valid. Holm (1979).
    Holm,
}

/// The p-value up to which a comparison is rejected, among `tests` one-sided ones at a familywise error of `alpha`.
///
/// `rejected_at` counts the p-values of at most so much. Holm's step-down is walked from below: with r rejected the
/// next threshold is `alpha/(tests - r)`, until no more p-values reach it. `None` when `rejected_at` has no answer.
pub(super) fn corrected_level(
    tests: usize,
    alpha: f64,
    correction: Correction,
    rejected_at: impl Fn(f64) -> Option<usize>,
) -> Option<f64> {
    let mut rejected = 0;
    loop {
        let level = alpha / (tests - rejected) as f64;
        let now = rejected_at(level)?;
        if correction == Correction::Bonferroni || now <= rejected || now >= tests {
            return Some(level);
        }
        rejected = now;
    }
}

/// The same for leads in standard errors: the lead from which a comparison is rejected.
pub(super) fn corrected_lead(
    tests: usize,
    alpha: f64,
    correction: Correction,
    at_least: impl Fn(f64) -> usize,
) -> Option<f64> {
    let lead = |level: f64| normal_quantile(level, Tail::Upper);
    corrected_level(tests, alpha, correction, |level| lead(level).map(&at_least)).and_then(lead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holm_rejects_what_one_by_one_it_would() {
        let p = [0.001, 0.016, 0.03, 0.5]; // held to 0.0125, 0.0167 and then 0.025
        let rejected_at = |level: f64| Some(p.iter().filter(|p| **p <= level).count());
        let rejected = |correction| corrected_level(4, 0.05, correction, rejected_at).and_then(rejected_at);
        assert_eq!((rejected(Correction::Holm), rejected(Correction::Bonferroni)), (Some(2), Some(1)));
    }
}
