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

/// The lead from which a comparison is rejected, among `tests` one-sided tests at a familywise error of `alpha`.
///
/// `at_least` counts the leads of at least so many standard errors. Holm's step-down is walked from above: with r tests
/// rejected the next threshold is that of `alpha/(tests - r)`, until no more leads reach it. `None` when a quantile is
/// beyond reach.
pub(super) fn corrected_lead(
    tests: usize,
    alpha: f64,
    correction: Correction,
    at_least: impl Fn(f64) -> usize,
) -> Option<f64> {
    let mut rejected = 0;
    loop {
        let lead = normal_quantile(alpha / (tests - rejected) as f64, Tail::Upper)?;
        let now = at_least(lead);
        if correction == Correction::Bonferroni || now <= rejected || now >= tests {
            return Some(lead);
        }
        rejected = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holm_rejects_what_one_by_one_it_would() {
        // p-values 0.001, 0.012, 0.03, 0.5 at 0.05: 0.0125, 0.0167 and then not 0.025.
        let leads = [3.0902, 2.2571, 1.8808, 0.0];
        let at_least = |lead: f64| leads.iter().filter(|l| **l >= lead).count();
        let lead = corrected_lead(4, 0.05, Correction::Holm, at_least).unwrap();
        assert_eq!(at_least(lead), 2);
        let lead = corrected_lead(4, 0.05, Correction::Bonferroni, at_least).unwrap();
        assert_eq!(at_least(lead), 2);
    }
}
