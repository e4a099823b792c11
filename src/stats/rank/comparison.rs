//! Comparing every unit with every other.

use super::point::Best;
use crate::stats::Rejection;

/// Independent estimates, turned so that more is better, with their standard errors.
pub(super) struct Units {
    estimates: Vec<f64>,
    errors: Vec<f64>,
}

impl Units {
    pub(super) fn new(estimates: &[f64], errors: &[f64], coverage: f64, best: Best) -> Result<Units, Rejection> {
        check_coverage(coverage)?;
        if estimates.len() != errors.len() {
            Err(Rejection::LengthsDiffer)
        } else if estimates.iter().chain(errors).any(|number| !number.is_finite()) {
            Err(Rejection::NotCalculable)
        } else if errors.iter().any(|error| *error <= 0.0) {
            Err(Rejection::StandardErrorNotPositive)
        } else {
            let estimates = estimates.iter().map(|estimate| best.turned(*estimate)).collect();
            Ok(Units { estimates, errors: errors.to_vec() })
        }
    }

    pub(super) fn count(&self) -> usize {
        self.estimates.len()
    }

    pub(super) fn error(&self, unit: usize) -> f64 {
        self.errors[unit]
    }

    /// The units in the order of their standard errors, the smallest first.
    pub(super) fn by_error(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.count()).collect();
        order.sort_by(|a, b| self.errors[*a].total_cmp(&self.errors[*b]));
        order
    }

    /// How many standard errors of the difference unit `a` is better than unit `b`.
    pub(super) fn lead(&self, a: usize, b: usize) -> f64 {
        let (x, y) = (self.errors[a], self.errors[b]);
        // Not √(x² + y²), whose squares may underflow.
        let (large, small) = (x.max(y), x.min(y));
        let error = large * (1.0 + (small / large) * (small / large)).sqrt();
        (self.estimates[a] - self.estimates[b]) / error
    }
}

/// Strictly between one half and one, so that critical values are positive.
pub(super) fn check_coverage(coverage: f64) -> Result<(), Rejection> {
    if coverage > 0.5 && coverage < 1.0 { Ok(()) } else { Err(Rejection::CoverageOutOfRange) }
}
