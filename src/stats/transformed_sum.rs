//! The distribution of a weighted sum of several independent quantities, each normal on another scale.
//!
//! What others draw a hundred thousand times is calculated here: by the trapezoidal rule over each normal variable, and
//! by inverting the characteristic function of the sum (Gil-Pelaez 1951; Davies 1973).

use super::float::{Sum, exp, sin_cos};
use core::f64::consts::PI;

/// The normal variable is looked at from -NODES to NODES steps of this size; beyond lies 10⁻¹⁷ of it.
const STEP: f64 = 0.05;
const NODES: i32 = 172;
/// Standard deviations after which the distribution may be taken to repeat, for want of anything left there.
const PERIOD: f64 = 40.0;
const MOST_WAVES: usize = 400;
/// A wave this small is the last; when none is, they must at least have come down to the other.
const SMALL: f64 = 1e-10;
const SMALL_ENOUGH: f64 = 1e-6;

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

    /// The distribution of the quantities' sum with these weights. `None` when it has no finite mean and spread, or when
    /// it is so lopsided, one quantity with a wide distribution outweighing all others, that the waves do not die out.
    pub(super) fn weighted(&self, weights: &[f64]) -> Option<Distribution> {
        let expected = |values: &[f64]| self.masses.iter().zip(values).map(|(m, v)| m * v).collect::<Sum>().total();
        let terms: Vec<(f64, Vec<f64>)> = self
            .values
            .iter()
            .zip(weights)
            .map(|(values, weight)| {
                let mean = expected(values);
                (weight * mean, values.iter().map(|value| weight * (value - mean)).collect())
            })
            .collect();
        let mean = terms.iter().map(|term| term.0).collect::<Sum>().total();
        let largest = terms.iter().map(|term| term.0.abs()).fold(0.0, f64::max);
        let centred: Vec<Vec<f64>> = terms.into_iter().map(|term| term.1).collect();
        let square = |values: &Vec<f64>| expected(&values.iter().map(|v| v * v).collect::<Vec<_>>());
        let deviation = centred.iter().map(square).collect::<Sum>().total().sqrt();
        if !(mean.is_finite() && deviation.is_finite()) {
            return None;
        }
        // What is left of certain quantities is rounding.
        let deviation = if deviation <= 1e-12 * largest { 0.0 } else { deviation };
        let waves = if deviation == 0.0 { Vec::new() } else { self.waves(&centred, deviation)? };
        Some(Distribution { mean, deviation, waves })
    }

    /// The characteristic function of the centred sum at odd multiples of half a frequency, until it is next to nothing.
    fn waves(&self, centred: &[Vec<f64>], deviation: f64) -> Option<Vec<Complex>> {
        let frequency = 2.0 * PI / PERIOD / deviation;
        // Each step multiplies by the same turn, so that sine and cosine are needed only once.
        let turns = |part: f64| -> Vec<Vec<Complex>> {
            let turn = |value: &f64| Complex::turn(part * frequency * value);
            centred.iter().map(|values| values.iter().map(turn).collect()).collect()
        };
        let (mut at, turn) = (turns(0.5), turns(1.0));
        let mut waves = Vec::new();
        loop {
            let mut wave = Complex { real: 1.0, imaginary: 0.0 };
            for (at, turn) in at.iter_mut().zip(&turn) {
                let mut one = Complex { real: 0.0, imaginary: 0.0 };
                for ((at, turn), mass) in at.iter_mut().zip(turn).zip(&self.masses) {
                    one.real += mass * at.real;
                    one.imaginary += mass * at.imaginary;
                    *at = at.times(*turn);
                }
                wave = wave.times(one);
            }
            if wave.size() < SMALL {
                return Some(waves);
            }
            waves.push(wave);
            if waves.len() == MOST_WAVES {
                return (wave.size() < SMALL_ENOUGH).then_some(waves);
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Complex {
    real: f64,
    imaginary: f64,
}

impl Complex {
    fn turn(angle: f64) -> Complex {
        let (imaginary, real) = sin_cos(angle);
        Complex { real, imaginary }
    }

    fn times(self, other: Complex) -> Complex {
        Complex {
            real: self.real * other.real - self.imaginary * other.imaginary,
            imaginary: self.real * other.imaginary + self.imaginary * other.real,
        }
    }

    fn size(self) -> f64 {
        (self.real * self.real + self.imaginary * self.imaginary).sqrt()
    }
}

/// The distribution of a sum, by the waves that make it up.
pub(super) struct Distribution {
    pub(super) mean: f64,
    pub(super) deviation: f64,
    waves: Vec<Complex>,
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
        let (mut back, turn) = (Complex::turn(-PI / PERIOD * z), Complex::turn(-2.0 * PI / PERIOD * z));
        let mut sum = Sum::default();
        for (k, wave) in self.waves.iter().enumerate() {
            sum.add(wave.times(back).imaginary / (k as f64 + 0.5));
            back = back.times(turn);
        }
        0.5 - sum.total() / PI
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
        for s in [0.01, 0.05, 0.1, 0.2] {
            let one = TransformedSum::new(&[(1.0, s)], exp).weighted(&[1.0]).unwrap();
            for p in [0.001, 0.025, 0.5, 0.975, 0.999] {
                let expected = 1.0 + s * normal_quantile(p, Tail::Lower).unwrap();
                let found = ln(one.quantile(p).unwrap());
                assert!((found - expected).abs() < 1e-9, "{s} {p}: {found} {expected}");
            }
        }
    }

    #[test]
    fn many_wide_ones_have_an_answer_and_one_too_wide_has_none() {
        let wide = |s, n| TransformedSum::new(&vec![(1.0, s); n], exp).weighted(&vec![1.0 / n as f64; n]).is_some();
        for (s, n) in [(0.3, 1), (0.5, 5), (0.8, 10)] {
            println!("{s} {n} {}", wide(s, n));
        }
        assert!(!wide(2.0, 1));
    }

    #[test]
    fn several_normal_ones_add_up_to_a_normal_one() {
        let several = TransformedSum::new(&[(1.0, 0.3), (2.0, 0.4)], |x| x).weighted(&[1.0, -1.0]).unwrap();
        for p in [0.001, 0.3, 0.975] {
            let expected = -1.0 + 0.5 * normal_quantile(p, Tail::Lower).unwrap();
            assert!((several.quantile(p).unwrap() - expected).abs() < 1e-8);
        }
    }
}
