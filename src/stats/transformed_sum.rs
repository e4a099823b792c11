//! The distribution of a weighted sum of several independent quantities, each normal on another scale.
//!
//! What others draw a hundred thousand times is calculated here: by the trapezoidal rule over each normal variable, and
//! by inverting the characteristic function of the sum (Gil-Pelaez 1951; Davies 1973).

use super::float::{Sum, exp, sin_cos};
use core::f64::consts::PI;

/// The normal variable is looked at from -NODES to NODES steps of this size; beyond lies 10⁻¹⁷ of it.
const STEP: f64 = 0.2;
const NODES: i32 = 43;
/// Standard deviations after which the distribution may be taken to repeat, for want of anything left there.
const PERIOD: f64 = 40.0;
const MOST_TERMS: u32 = 400;
const SMALLEST_TERM: f64 = 1e-13;

/// What each of the quantities may be, over one grid of equally spaced normal deviates.
pub(super) struct TransformedSum {
    values: Vec<Vec<f64>>,
    masses: Vec<f64>,
}

impl TransformedSum {
    /// Quantities that are `back` of a normal variable with these means and standard deviations.
    pub(super) fn new(normals: &[(f64, f64)], back: impl Fn(f64) -> f64) -> TransformedSum {
        let deviates = || (-NODES..=NODES).map(|node| STEP * f64::from(node));
        let density: Vec<f64> = deviates().map(|z| exp(-0.5 * z * z)).collect();
        let total = density.iter().copied().collect::<Sum>().total();
        TransformedSum {
            values: normals.iter().map(|(mean, s)| deviates().map(|z| back(mean + s * z)).collect()).collect(),
            masses: density.into_iter().map(|d| d / total).collect(),
        }
    }

    /// The distribution of the quantities' sum with these weights; `None` when it has no finite mean and spread.
    pub(super) fn weighted(&self, weights: &[f64]) -> Option<Distribution> {
        let expected = |values: &dyn Fn(usize) -> f64| {
            self.masses.iter().enumerate().map(|(at, mass)| mass * values(at)).collect::<Sum>().total()
        };
        let centred: Vec<Vec<f64>> = self
            .values
            .iter()
            .map(|values| {
                let mean = expected(&|at| values[at]);
                values.iter().map(|value| value - mean).collect()
            })
            .collect();
        let means = self.values.iter().zip(weights).map(|(values, weight)| weight * expected(&|at| values[at]));
        let mean = means.collect::<Sum>().total();
        let squares = centred
            .iter()
            .zip(weights)
            .map(|(values, w)| w * w * expected(&|at| values[at] * values[at]))
            .collect::<Sum>();
        let deviation = squares.total().sqrt();
        if !(mean.is_finite() && deviation.is_finite()) {
            return None;
        }
        let mut waves = Vec::new();
        for k in 0..MOST_TERMS {
            let frequency = (f64::from(k) + 0.5) * 2.0 * PI / PERIOD;
            let wave = self.characteristic(&centred, weights, frequency / deviation);
            if deviation == 0.0 || wave.0 * wave.0 + wave.1 * wave.1 < SMALLEST_TERM * SMALLEST_TERM {
                break;
            }
            waves.push((frequency, wave.0, wave.1));
        }
        Some(Distribution { mean, deviation, waves })
    }

    /// The characteristic function of the centred sum, real and imaginary.
    fn characteristic(&self, centred: &[Vec<f64>], weights: &[f64], t: f64) -> (f64, f64) {
        let one = |(values, weight): (&Vec<f64>, &f64)| {
            let (mut real, mut imaginary) = (Sum::default(), Sum::default());
            for (value, mass) in values.iter().zip(&self.masses) {
                let (sine, cosine) = sin_cos(t * weight * value);
                real.add(mass * cosine);
                imaginary.add(mass * sine);
            }
            (real.total(), imaginary.total())
        };
        let times = |(a, b): (f64, f64), (c, d): (f64, f64)| (a * c - b * d, a * d + b * c);
        centred.iter().zip(weights).map(one).fold((1.0, 0.0), times)
    }
}

/// The distribution of a sum, by the waves that make it up.
pub(super) struct Distribution {
    pub(super) mean: f64,
    pub(super) deviation: f64,
    /// Frequency, in one over the standard deviation, and the characteristic function there.
    waves: Vec<(f64, f64, f64)>,
}

impl Distribution {
    /// The probability of at most `x`.
    pub(super) fn below(&self, x: f64) -> f64 {
        if self.deviation == 0.0 {
            return if x >= self.mean { 1.0 } else { 0.0 };
        }
        let z = (x - self.mean) / self.deviation;
        if z.abs() >= 0.5 * PERIOD {
            return if z > 0.0 { 1.0 } else { 0.0 };
        }
        let term = |(k, (frequency, real, imaginary)): (usize, &(f64, f64, f64))| {
            let (sine, cosine) = sin_cos(frequency * z);
            (imaginary * cosine - real * sine) / (k as f64 + 0.5)
        };
        0.5 - self.waves.iter().enumerate().map(term).collect::<Sum>().total() / PI
    }

    /// The x with `probability` below it, by halving the distance between two that lie on either side.
    pub(super) fn quantile(&self, probability: f64) -> Option<f64> {
        if self.deviation == 0.0 {
            return Some(self.mean);
        }
        let (mut low, mut high) =
            (self.mean - 0.5 * PERIOD * self.deviation, self.mean + 0.5 * PERIOD * self.deviation);
        for _ in 0..80 {
            let middle = 0.5 * (low + high);
            if self.below(middle) < probability { low = middle } else { high = middle }
        }
        Some(0.5 * (low + high)).filter(|x| x.is_finite())
    }
}

#[cfg(test)]
mod tests {
    use super::super::float::ln;
    use super::super::special::{Tail, normal_quantile};
    use super::*;

    #[test]
    fn one_quantity_has_the_quantiles_of_its_own_scale() {
        for (s, allowed) in [(0.05, 1e-9), (0.2, 1e-9), (0.4, 1e-8), (0.6, 1e-5), (0.8, 1e-3)] {
            let one = TransformedSum::new(&[(1.0, s)], exp).weighted(&[1.0]).unwrap();
            for p in [0.001, 0.025, 0.5, 0.975, 0.999] {
                let expected = 1.0 + s * normal_quantile(p, Tail::Lower).unwrap();
                let found = ln(one.quantile(p).unwrap());
                println!("{s} {p}: {found} {expected} {:e}", found - expected);
                assert!((found - expected).abs() < allowed, "{s} {p}: {found} {expected}");
            }
        }
    }

    #[test]
    fn several_normal_ones_add_up_to_a_normal_one() {
        let several = TransformedSum::new(&[(1.0, 0.3), (2.0, 0.4)], |x| x).weighted(&[1.0, -1.0]).unwrap();
        for p in [0.001, 0.3, 0.975] {
            let expected = -1.0 + 0.5 * normal_quantile(p, Tail::Lower).unwrap();
            assert!((several.quantile(p).unwrap() - expected).abs() < 1e-11);
        }
    }
}
