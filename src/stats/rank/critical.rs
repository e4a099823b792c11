//! How far the furthest of many differences from one unit strays by chance.

use super::comparison::check_coverage;
use super::marginal::Steps;
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
    /// Of each node, from the middle outwards on one side: its weight, and the weight of all beyond it.
    nodes: Vec<(f64, f64)>,
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
        Family { table, others, step: 0.0, nodes: Vec::new(), whole: true }.stepping(step(steepest))
    }

    /// The same with another step of the trapezoidal rule.
    fn stepping(self, step: f64) -> Family<'a> {
        let mut beyond = 0.0;
        let mut nodes = Vec::new();
        for i in (0..=(FURTHEST / step) as i32).rev() {
            let weight = density(f64::from(i) * step) * step;
            nodes.push((weight, beyond));
            beyond += weight;
        }
        nodes.reverse();
        Family { step, nodes, ..self }
    }

    /// Takes out the direction that was rejected: the other is surely better (`true`) or surely worse.
    fn drop(&mut self, other: usize, better: bool) {
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
    fn probability(&self, c: f64) -> f64 {
        self.bounds(c, |_, _| false).0
    }

    /// The least and the most that [`Family::probability`] can be, from the middle outwards until they are `enough`.
    ///
    /// In z the product is log-concave, as a product of probabilities of intervals under a normal distribution whose mean
    /// moves (Prékopa 1973). So once it falls it goes on falling, and what lies beyond a node counts at most as the node does, but for
    /// the table's error.
    fn bounds(&self, c: f64, enough: impl Fn(f64, f64) -> bool) -> (f64, f64) {
        let middle = self.product(0.0, c);
        let mut least = self.nodes.first().map_or(0.0, |(weight, _)| weight * middle);
        let mut most = 1.0;
        let (mut up, mut down) = ((middle, self.whole), (middle, self.whole));
        let outwards = |(last, falls): (f64, bool), z: f64| {
            let product = self.product(z, c);
            (product, falls || product < last)
        };
        for (i, (weight, beyond)) in self.nodes.iter().enumerate().skip(1) {
            let z = i as f64 * self.step;
            up = outwards(up, z);
            down = if self.whole { up } else { outwards(down, -z) };
            least += weight * (up.0 + down.0);
            let at_most = |(product, falls): (f64, bool)| if falls { product } else { 1.0 };
            most = least + beyond * (at_most(up) + at_most(down));
            if enough(least, most) {
                break;
            }
        }
        (least, most)
    }

    /// The probability that no difference exceeds `c` in its direction when the unit's own error is z.
    fn product(&self, z: f64, c: f64) -> f64 {
        let mut product = 1.0;
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

    /// The same, calculated no further than its sign needs: the rest of it is good enough to guess from.
    fn rough_surplus(&self, c: f64, coverage: f64) -> f64 {
        let (least, most) = self.bounds(c, |least, most| least > coverage || most < coverage);
        ln((1.0 - 0.5 * (least + most)).max(1e-300) / (1.0 - coverage))
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
    /// `leads` fall in size. A lead exceeds it when the probability at that lead is more than `coverage`; `guess` says where
    /// to look first, and comes back improved.
    pub(super) fn exceeding(&self, leads: &[f64], coverage: f64, guess: &mut f64) -> usize {
        let (mut low, mut high) = (self.surely(leads, 0, Steps::Single, coverage), leads.len());
        while low < high {
            match self.tried(leads, (low, high), coverage, guess) {
                (at, true) => low = at + 1,
                (at, false) => high = at,
            }
        }
        low
    }

    /// How many of the leads are rejected in the end, when each step leaves out what the ones before have rejected.
    ///
    /// `leads` fall in size, each with its place among the others. `guess` is about the critical value of the first step,
    /// and comes back improved. A lead that exceeds the critical value of any step exceeds that of the last, so a step
    /// need not be exhausted: what it is seen to reject is left out at once, and only the last lead kept is seen to be kept.
    pub(super) fn stepping_down(&mut self, leads: &[(usize, f64)], coverage: f64, guess: &mut f64) -> usize {
        let sizes: Vec<f64> = leads.iter().map(|(_, lead)| lead.abs()).collect();
        let tests = 2 * sizes.len();
        let (mut rejected, mut dropped) = (0, 0);
        loop {
            rejected = self.surely(&sizes, rejected, Steps::Down, coverage);
            leads[dropped..rejected].iter().for_each(|(other, lead)| self.drop(*other, *lead < 0.0));
            dropped = rejected;
            let mut here = fewer(*guess, tests, tests - dropped);
            let mut high = sizes.len();
            while rejected == dropped && dropped < high {
                match self.tried(&sizes, (dropped, high), coverage, &mut here) {
                    (at, true) => rejected = at + 1,
                    (at, false) => high = at,
                }
                *guess = fewer(here, tests - dropped, tests);
            }
            if rejected == dropped {
                return rejected;
            }
        }
    }

    /// How many leads are rejected whatever the dependence between the differences: Bonferroni, or Holm (1979).
    ///
    /// `leads` fall in size, and the first `from` are rejected already. The tail is taken larger by what the table may err.
    fn surely(&self, leads: &[f64], from: usize, steps: Steps, coverage: f64) -> usize {
        let left_out = |i: usize| if steps == Steps::Down { i } else { 0 };
        let tests = |i: usize| (2 * leads.len() - left_out(i)) as f64;
        let exceeds = |i: &usize| tests(*i) * (self.table.above(leads[*i]) + 1e-10) < 1.0 - coverage;
        from + (from..leads.len()).take_while(exceeds).count()
    }

    /// Tries the lead that the guess makes the last to exceed the critical value, or the first not to, and improves it.
    ///
    /// Leads before `low` are known to exceed, those from `high` on not to. Which lead it was, and whether it does.
    fn tried(&self, leads: &[f64], (low, high): (usize, usize), coverage: f64, guess: &mut f64) -> (usize, bool) {
        let likely = leads.partition_point(|lead| *lead > *guess).clamp(low, high);
        let at = if likely > low { likely - 1 } else { low };
        let surplus = self.rough_surplus(leads[at], coverage);
        *guess = (leads[at] * leads[at] + surplus / FALL).clamp(1.0, 100.0).sqrt();
        (at, surplus < 0.0)
    }
}

/// About the critical value of `now` comparisons, from that of `before`, if each held a like share of the error.
fn fewer(critical: f64, before: usize, now: usize) -> f64 {
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
                let (family, finer) = (family(), family().stepping(family().step / 3.0));
                for c in [2.0, 2.5, 3.0, 3.5] {
                    let (coarse, fine) = (family.probability(c), finer.probability(c));
                    assert!(fine < 0.9 || (coarse - fine).abs() < 3e-8, "{unit} {c}: {coarse} {fine}");
                }
            }
        }
    }

    /// Stopping early tells the same side of the coverage as the whole integral, whatever is left out.
    #[test]
    fn what_is_roughly_known_is_known() {
        let table = TailTable::new();
        for left_out in [0, 1, 40, 100, 149] {
            for own in [0.3, 1.0, 4.0] {
                let mut family = Family::new(&table, own, (0..149).map(|i| 0.5 + f64::from(i) / 50.0));
                (0..left_out).for_each(|i| family.drop(i * 7 % 149, i % 5 < 2));
                for c in (0..120).map(|i| f64::from(i) / 24.0) {
                    for coverage in [0.6, 0.95, 0.99] {
                        let (whole, rough) = (family.surplus(c, coverage), family.rough_surplus(c, coverage));
                        assert!(whole.abs() < 1e-6 || (whole < 0.0) == (rough < 0.0), "{c}: {whole} {rough}");
                    }
                }
            }
        }
    }
}
