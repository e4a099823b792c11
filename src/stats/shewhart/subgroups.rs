//! Subgroups of measurements, and how much they vary within.

use super::plan::Plan;
use crate::stats::float::Sum;
use crate::stats::{Rejection, mean};
use core::f64::consts::PI;

/// One subgroup, summed up.
#[derive(Clone, Copy)]
pub(super) struct Subgroup {
    pub(super) count: usize,
    pub(super) mean: f64,
    /// `None` for a single member.
    pub(super) deviation: Option<f64>,
}

/// Subgroups in order; one without members is a gap.
pub(super) fn summed_up(subgroups: &[Vec<f64>]) -> Result<Vec<Option<Subgroup>>, Rejection> {
    let one = |members: &Vec<f64>| {
        if members.is_empty() {
            return Ok(None);
        }
        mean(members).map(|m| Some(Subgroup { count: m.count, mean: m.value, deviation: m.deviation }))
    };
    subgroups.iter().map(one).collect()
}

/// The usual deviation within: the mean of the baseline's deviations where its subgroups are equally large, otherwise
/// the pooled one. Refused where no subgroup has two members.
pub(super) fn within(subgroups: &[Option<Subgroup>], plan: &Plan) -> Result<f64, Rejection> {
    let baseline: Vec<Subgroup> = plan.baseline(subgroups).into_iter().flatten().collect();
    let deviations: Vec<f64> = baseline.iter().filter_map(|group| group.deviation).collect();
    if deviations.is_empty() {
        return Err(Rejection::TooFewValues);
    }
    if baseline.iter().all(|group| group.count == baseline[0].count) {
        return mean(&deviations).map(|mean| mean.value);
    }
    let freedom = |group: &Subgroup| (group.count - 1) as f64;
    let squares: Sum = baseline.iter().filter_map(|g| g.deviation.map(|s| freedom(g) * s * s)).collect();
    let freedoms: Sum = baseline.iter().map(freedom).collect();
    Ok((squares.total() / freedoms.total()).sqrt())
}

/// c₄: the mean sample standard deviation of `count` normal values, in standard deviations; `None` for fewer than two.
///
/// `√(2/(n-1)) Γ(n/2)/Γ((n-1)/2)` (Montgomery), its quotient of gammas by recurrence from `1/√π` at two.
pub(super) fn c4(count: usize) -> Option<f64> {
    if count < 2 {
        return None;
    }
    let quotient = (2..count).fold(1.0 / PI.sqrt(), |quotient, n| (n - 1) as f64 / 2.0 / quotient);
    Some((2.0 / (count - 1) as f64).sqrt() * quotient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c4_is_that_of_the_tables() {
        for (count, expected) in [(2, 0.7979), (5, 0.9400), (10, 0.9727), (25, 0.9896)] {
            assert!((c4(count).unwrap() - expected).abs() < 5e-5);
        }
        assert_eq!(c4(1), None);
    }

    // A second opinion on the quotient of gammas, from a library we did not write.
    #[test]
    fn c4_is_a_quotient_of_gammas() {
        use statrs::function::gamma::ln_gamma;
        for count in 2..200 {
            let n = count as f64;
            let expected =
                (2.0 / (n - 1.0)).sqrt() * crate::stats::float::exp(ln_gamma(n / 2.0) - ln_gamma((n - 1.0) / 2.0));
            assert!((c4(count).unwrap() - expected).abs() < 1e-12);
        }
    }
}
