//! How far the furthest of many differences from one unit strays by chance.

use super::comparison::check_coverage;
use super::tail_table::{FAR, TailTable, density};
use crate::stats::Rejection;
use crate::stats::float::ln;

/// Beyond this many standard errors the unit itself does not stray.
const FURTHEST: f64 = 6.0;
const MOST_STEPS: usize = 60;
/// By how much the logarithm of a normal tail falls with each unit of c², about where critical values lie.
const FALL: f64 = 0.55;

/// Another unit, as the one in question sees it.
#[derive(Clone, Copy)]
struct Other {
    /// Standard error of the unit over that of the other.
    slope: f64,
    /// Standard error of the difference over that of the other, for "the other is not better"; infinite once rejected.
    above: f64,
    /// The same for "the other is not worse".
    below: f64,
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
    /// Both directions of the comparisons of a unit with the others, in the order of the others' standard errors; the
    /// smallest first is soonest done.
    pub(super) fn new(table: &'a TailTable, own: f64, others: impl Iterator<Item = f64>) -> Family<'a> {
        let other = |error: f64| {
            let slope = own / error;
            let reach = (1.0 + slope * slope).sqrt();
            Other { slope, above: reach, below: reach }
        };
        let others: Vec<Other> = others.map(other).collect();
        let steepest = others.iter().fold(1.0, |steepest: f64, other| steepest.max(other.slope));
        Family { table, others, step: step(steepest), whole: true }
    }

    /// Takes out the direction that was rejected: the other is surely better (`true`) or surely worse.
    pub(super) fn drop(&mut self, other: usize, better: bool) {
        self.whole = false;
        if better {
            self.others[other].above = f64::INFINITY;
        } else {
            self.others[other].below = f64::INFINITY;
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
            let off = other.slope * z;
            let (above, below) = (c * other.above + off, c * other.below - off);
            if above < FAR || below < FAR {
                product *= (1.0 - self.table.above(above) - self.table.above(below)).max(0.0);
                if product < 1e-12 {
                    return 0.0;
                }
            }
        }
        product
    }

    /// How far the logarithm of what is left is above that of `1 - coverage`: positive where c is too small.
    fn surplus(&self, c: f64, coverage: f64) -> f64 {
        ln((1.0 - self.probability(c)).max(1e-300) / (1.0 - coverage))
    }

    /// The c for which [`Family::probability`] is `coverage`, by the secant method on [`Family::surplus`] against c².
    fn critical(&self, coverage: f64) -> Option<f64> {
        let (mut before, mut here): (f64, f64) = (8.0, 9.0);
        let mut surplus_before = self.surplus(before.sqrt(), coverage);
        for _ in 0..MOST_STEPS {
            let surplus = self.surplus(here.sqrt(), coverage);
            if surplus == surplus_before || (here - before).abs() <= 1e-10 * here {
                return Some(here.sqrt()).filter(|_| surplus.abs() < 1e-6);
            }
            let next = here - surplus * (here - before) / (surplus - surplus_before);
            (before, surplus_before) = (here, surplus);
            here = next.clamp(here * 0.5, here * 2.0);
        }
        None
    }

    /// How many of the leads exceed the critical value, which itself need not be known.
    ///
    /// `leads` fall in size, and the first `from` are known to exceed it. A lead exceeds it when the probability at that
    /// lead is more than `coverage`; `guess` says where to look first, and comes back improved.
    pub(super) fn exceeding(&self, leads: &[f64], from: usize, coverage: f64, guess: &mut f64) -> usize {
        let (mut low, mut high) = (from, leads.len());
        while low < high {
            let likely = leads.partition_point(|lead| *lead > *guess).clamp(low, high);
            let at = if likely > low { likely - 1 } else { low };
            let surplus = self.surplus(leads[at], coverage);
            if surplus < 0.0 {
                low = at + 1;
            } else {
                high = at;
            }
            *guess = (leads[at] * leads[at] + surplus / FALL).clamp(1.0, 100.0).sqrt();
        }
        low
    }
}

/// About the critical value of `now` comparisons, from that of `before`, if each held a like share of the error.
pub(super) fn fewer(critical: f64, before: usize, now: usize) -> f64 {
    (critical * critical + ln(now as f64 / before as f64) / FALL).max(1.0).sqrt()
}

/// The step of the trapezoidal rule that leaves an error of about 10⁻⁸, found by trial: it falls with the largest slope,
/// first as many gentle slopes make one steeper, in the end as that slope alone.
fn step(steepest: f64) -> f64 {
    let root = steepest.sqrt();
    (0.36 / (root * root.sqrt())).min(0.8 / steepest)
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
        let mut others = errors.to_vec();
        let own = others.swap_remove(unit);
        others.sort_unstable_by(f64::total_cmp);
        let family = Family::new(&table, own, others.into_iter());
        family.critical(coverage).ok_or(Rejection::NotCalculable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_is_fine_enough() {
        let table = TailTable::new();
        let spread = (0..150).map(|i| 1.0 + f64::from(i) / 35.0).collect();
        for errors in [vec![1.0; 150], spread, vec![0.2, 0.5, 1.0, 1.0, 2.0, 5.0], vec![0.05, 1.0, 1.0, 3.75]] {
            for unit in [0, errors.len() - 1] {
                let family = || {
                    let others = (0..errors.len()).filter(|other| *other != unit);
                    Family::new(&table, errors[unit], others.map(|other| errors[other]))
                };
                let (family, finer) = (family(), Family { step: family().step / 3.0, ..family() });
                for c in [2.0, 2.5, 3.0, 3.5] {
                    let (coarse, fine) = (family.probability(c), finer.probability(c));
                    assert!(fine < 0.9 || (coarse - fine).abs() < 3e-8, "{unit} {c}: {coarse} {fine}");
                }
            }
        }
    }
}
