//! The upper tail of the normal distribution, looked up instead of calculated.
//!
//! A rank interval asks for it a hundred thousand times. Between points 1/64 apart it is a Taylor polynomial of fourth
//! degree, good to 10⁻¹⁰; the table is made with the platform-independent functions, so the answers are too.

use crate::stats::float::exp;
use crate::stats::special::normal_below;
use core::f64::consts::PI;

const PER_UNIT: f64 = 64.0;
/// Beyond it the tail is taken as zero: it is less than 10⁻¹⁰.
pub(super) const FAR: f64 = 6.4;

/// The polynomial at each point from 0 to beyond [`FAR`], the constant first.
pub(super) struct TailTable {
    points: Vec<[f64; 5]>,
}

impl TailTable {
    pub(super) fn new() -> TailTable {
        let last = (FAR * PER_UNIT) as usize + 2;
        let point = |i: usize| {
            let x = i as f64 / PER_UNIT;
            let (density, square) = (density(x), x * x);
            let cubic = density * (1.0 - square) / 6.0;
            [normal_below(-x), -density, density * x / 2.0, cubic, density * x * (square - 3.0) / 24.0]
        };
        TailTable { points: (0..=last).map(point).collect() }
    }

    /// The probability of more than `x`.
    pub(super) fn above(&self, x: f64) -> f64 {
        let distance = x.abs();
        if distance > FAR {
            return if x > 0.0 { 0.0 } else { 1.0 };
        }
        let at = (distance * PER_UNIT + 0.5) as usize;
        let [constant, first, second, third, fourth] = self.points[at];
        let step = distance - at as f64 / PER_UNIT;
        let tail = constant + step * (first + step * (second + step * (third + step * fourth)));
        if x > 0.0 { tail } else { 1.0 - tail }
    }
}

/// The density of the standard normal distribution.
pub(super) fn density(x: f64) -> f64 {
    exp(-0.5 * x * x) / (2.0 * PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_tail() {
        let table = TailTable::new();
        for i in -80_000..80_000 {
            let x = f64::from(i) / 10_000.0;
            assert!((table.above(x) - normal_below(-x)).abs() < 1e-10, "{x}");
        }
    }
}
