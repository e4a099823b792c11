//! How far the furthest of many differences from one unit strays by chance.

use super::comparison::check_coverage;
use super::tail_table::{FAR, TailTable, density};
use crate::stats::Rejection;
use crate::stats::float::ln;

/// Beyond this many standard errors the unit itself does not stray.
const FURTHEST: f64 = 6.5;
/// The step of the trapezoidal rule where all standard errors are alike.
const STEP: f64 = 0.25;
const MOST_STEPS: usize = 60;

/// Another unit, as the one in question sees it.
#[derive(Clone, Copy)]
struct Other {
    /// Standard error of the unit over that of the other.
    slope: f64,
    /// Standard error of the difference over that of the other.
    reach: f64,
    /// Whether "the other is not better" and "the other is not worse" are still to be held at once.
    above: bool,
    below: bool,
}

/// The comparisons of one unit that are still to be held at once.
pub(super) struct Family<'a> {
    table: &'a TailTable,
    others: Vec<Other>,
    step: f64,
    /// Nothing is dropped yet, so the integrand is symmetric.
    whole: bool,
}

impl<'a> Family<'a> {
    /// Both directions of all comparisons of unit `unit`, in the order of the others.
    pub(super) fn new(table: &'a TailTable, errors: &[f64], unit: usize) -> Family<'a> {
        let own = errors[unit];
        let other = |error: &f64| {
            let slope = own / error;
            Other { slope, reach: (1.0 + slope * slope).sqrt(), above: true, below: true }
        };
        let others: Vec<Other> =
            errors.iter().enumerate().filter(|(i, _)| *i != unit).map(|(_, error)| other(error)).collect();
        let steepest = others.iter().fold(1.0, |steepest: f64, other| steepest.max(other.slope));
        Family { table, others, step: STEP / steepest, whole: true }
    }

    /// Takes out the direction that was rejected: the other is surely better (`true`) or surely worse.
    pub(super) fn drop(&mut self, other: usize, better: bool) {
        self.whole = false;
        if better {
            self.others[other].above = false;
        } else {
            self.others[other].below = false;
        }
    }

    /// The probability that no difference still held exceeds `c` standard errors in its direction.
    ///
    /// `∫ φ(z) Π [Φ((s z + c d)/sₖ) - Φ((s z - c d)/sₖ)] dz` over the unit's own error z, a bound left out once its direction
    /// is rejected; by the trapezoidal rule, which for such an integrand gains digits exponentially.
    pub(super) fn probability(&self, c: f64) -> f64 {
        let count = (FURTHEST / self.step) as i32;
        let at = |i: i32| self.integrand(f64::from(i) * self.step, c);
        let sum: f64 =
            if self.whole { at(0) + 2.0 * (1..=count).map(at).sum::<f64>() } else { (-count..=count).map(at).sum() };
        sum * self.step
    }

    fn integrand(&self, z: f64, c: f64) -> f64 {
        let mut product = density(z);
        for other in &self.others {
            let (middle, off) = (c * other.reach, other.slope * z);
            let mut kept = 1.0;
            if other.above && middle + off < FAR {
                kept -= self.table.above(middle + off);
            }
            if other.below && middle - off < FAR {
                kept -= self.table.above(middle - off);
            }
            product *= kept.max(0.0);
            if product < 1e-14 {
                return 0.0;
            }
        }
        product
    }

    /// The c for which [`Family::probability`] is `coverage`, sought from `start`.
    ///
    /// By the secant method on the logarithm of what is left, which is nearly straight in c².
    pub(super) fn critical(&self, coverage: f64, start: f64, precision: f64) -> Option<f64> {
        let goal = ln(1.0 - coverage);
        let off = |c: f64| ln((1.0 - self.probability(c)).max(1e-300)) - goal;
        let (mut before, mut here) = (start * start, (start * 1.01) * (start * 1.01));
        let (mut off_before, mut off_here) = (off(before.sqrt()), off(here.sqrt()));
        for _ in 0..MOST_STEPS {
            if off_here == off_before {
                break;
            }
            let next = (here - off_here * (here - before) / (off_here - off_before)).clamp(here * 0.5, here * 2.0);
            (before, off_before) = (here, off_here);
            here = next;
            if (here - before).abs() <= precision * here {
                return Some(here.sqrt());
            }
            off_here = off(here.sqrt());
        }
        Some(here.sqrt()).filter(|c| c.is_finite() && off_here == 0.0)
    }
}

/// The critical value of one unit's rank interval: no difference from it exceeds so many standard errors, with the
/// probability `coverage`, if all were truly equal.
///
/// For independent normal estimates, by quadrature over the unit's own error (Mogstad et al. 2024 simulate it). With two
/// units it is the ordinary two-sided normal quantile; with equal errors, the studentised range over √2 from below.
/// Refuses a unit beyond the end, fewer than two units, standard errors that are not positive and finite, a coverage
/// not between one half and one.
///
/// ```
/// let c = peerglass::stats::rank::rank_critical_value(&[1.0, 1.5], 0, 0.95)?;
/// assert_eq!(format!("{c:.6}"), "1.959964");
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn rank_critical_value(errors: &[f64], unit: usize, coverage: f64) -> Result<f64, Rejection> {
    check_coverage(coverage)?;
    if errors.len() < 2 {
        Err(Rejection::TooFewValues)
    } else if unit >= errors.len() {
        Err(Rejection::PositionOutOfRange)
    } else if errors.iter().any(|error| !error.is_finite()) {
        Err(Rejection::NotCalculable)
    } else if errors.iter().any(|error| *error <= 0.0) {
        Err(Rejection::StandardErrorNotPositive)
    } else {
        let table = TailTable::new();
        let family = Family::new(&table, errors, unit);
        family.critical(coverage, 3.0, 1e-10).ok_or(Rejection::NotCalculable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_is_fine_enough() {
        let table = TailTable::new();
        for errors in [vec![1.0; 150], vec![0.2, 0.5, 1.0, 1.0, 2.0, 5.0], vec![0.05, 1.0, 1.0, 3.75]] {
            for unit in [0, errors.len() - 1] {
                let family = Family::new(&table, &errors, unit);
                let finer = Family { step: family.step / 3.0, ..Family::new(&table, &errors, unit) };
                for c in [2.0, 2.5, 3.0, 3.5] {
                    let (coarse, fine) = (family.probability(c), finer.probability(c));
                    assert!(fine < 0.9 || (coarse - fine).abs() < 1e-10, "{unit} {c}: {coarse} {fine}");
                }
            }
        }
    }
}
