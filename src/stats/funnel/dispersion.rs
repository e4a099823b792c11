//! How much more figures vary than chance.

use crate::stats::Rejection;
use crate::stats::float::Sum;

/// The spread of figures beyond chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersion {
    /// Mean square of the trimmed z-scores; about 1 is chance, but trimming alone brings chance well below 1.
    pub phi: f64,
    /// Variance between units on the scale of the funnel, beyond chance; 0 when chance explains all.
    pub tau_squared: f64,
}

impl Overdispersion {
    /// The standard deviation between units, on the scale of the funnel.
    ///
    /// ```
    /// use peerglass::stats::funnel::Overdispersion;
    /// assert_eq!(Overdispersion { phi: 2.5, tau_squared: 0.09 }.tau(), 0.3);
    /// ```
    pub fn tau(&self) -> f64 {
        self.tau_squared.sqrt()
    }
}

/// φ and τ² from the trimmed z-scores and the standard errors of the same units.
///
/// `φ = Σz²/N`; `τ² = (Nφ - (N-1))/(Σw - Σw²/Σw)` with `w = 1/s²`, not below zero: the estimate of DerSimonian and Laird
/// as Spiegelhalter (2005) uses it. τ² may be positive where φ is below 1 (few units). One unit has no spread: refused.
pub(super) fn overdispersion(scores: &[f64], errors: &[f64]) -> Result<Overdispersion, Rejection> {
    if scores.len() < 2 {
        return Err(Rejection::TooFewValues);
    }
    if scores.contains(&f64::NEG_INFINITY) {
        return Err(Rejection::TooManyWithoutEvents);
    }
    let count = scores.len() as f64;
    let squares = ordered_sum(scores.iter().map(|z| z * z));
    let weights = || errors.iter().map(|s| 1.0 / (s * s));
    let weight = ordered_sum(weights());
    let surplus = squares - (count - 1.0);
    let per = weight - ordered_sum(weights().map(|w| w * w)) / weight;
    let tau_squared = if surplus < 0.0 { 0.0 } else { (surplus / per).max(0.0) };
    let found = Overdispersion { phi: squares / count, tau_squared };
    if found.phi.is_finite() && tau_squared.is_finite() { Ok(found) } else { Err(Rejection::NotCalculable) }
}

/// A sum that does not depend on the order of its terms, not even in the last bit.
pub(super) fn ordered_sum(terms: impl Iterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.collect();
    terms.sort_unstable_by(f64::total_cmp);
    terms.into_iter().collect::<Sum>().total()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_has_no_spread_of_its_own() {
        let found = overdispersion(&[0.5, -0.5, 0.2], &[0.1, 0.2, 0.1]).unwrap();
        assert_eq!(found.tau_squared, 0.0);
        assert!((found.phi - 0.18).abs() < 1e-15);
    }

    #[test]
    fn one_unit_has_no_spread() {
        assert_eq!(overdispersion(&[2.0], &[0.1]), Err(Rejection::TooFewValues));
        assert_eq!(overdispersion(&[2.0, f64::NEG_INFINITY], &[0.1, 0.1]), Err(Rejection::TooManyWithoutEvents));
    }
}
