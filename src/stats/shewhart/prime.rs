//! What the charts of counts over denominators share, with Laney's widening for their primes.

use super::chart::{Chart, ChartLimits};
use super::individuals::{RANGE_PER_DEVIATION, usual_range};
use super::plan::Plan;
use crate::stats::float::Sum;
use crate::stats::{Rejection, sum};

/// Counts and denominators that belong together: a pair, or a gap.
pub(super) struct Counted {
    pairs: Vec<Option<(f64, f64)>>,
    /// Count over denominator.
    values: Vec<Option<f64>>,
}

impl Counted {
    /// A missing number or a denominator of zero is a gap; negative numbers and columns of unlike length are refused.
    pub(super) fn new(counts: &[Option<f64>], denominators: &[Option<f64>], plan: &Plan) -> Result<Counted, Rejection> {
        plan.check(counts)?;
        plan.check(denominators)?;
        if counts.len() != denominators.len() {
            Err(Rejection::LengthsDiffer)
        } else if counts.iter().flatten().any(|count| *count < 0.0) {
            Err(Rejection::NegativeNumerator)
        } else if denominators.iter().flatten().any(|denominator| *denominator < 0.0) {
            Err(Rejection::DenominatorNotPositive)
        } else {
            let pair = |(count, size): (&Option<f64>, &Option<f64>)| count.zip(size.filter(|size| *size > 0.0));
            let pairs: Vec<_> = counts.iter().zip(denominators).map(pair).collect();
            let values = pairs.iter().map(|pair| pair.map(|(count, size)| count / size)).collect();
            Ok(Counted { pairs, values })
        }
    }

    /// Count and denominator of each point.
    pub(super) fn pairs(&self) -> &[Option<(f64, f64)>] {
        &self.pairs
    }

    /// Count over denominator of each point.
    pub(super) fn values(&self) -> &[Option<f64>] {
        &self.values
    }

    /// Whether some count exceeds its denominator.
    pub(super) fn exceeds(&self) -> bool {
        self.values.iter().flatten().any(|value| *value > 1.0)
    }

    /// The centre that was given, or all counts of the baseline over all its denominators.
    pub(super) fn centre(&self, plan: &Plan) -> Result<f64, Rejection> {
        if let Some(centre) = plan.centre {
            return Ok(centre);
        }
        let baseline: Vec<(f64, f64)> = plan.baseline(&self.pairs).into_iter().flatten().collect();
        let counts: Vec<f64> = baseline.iter().map(|(count, _)| *count).collect();
        let sizes: Sum = baseline.iter().map(|(_, size)| *size).collect();
        if baseline.is_empty() {
            return Err(Rejection::TooFewValues);
        }
        Ok(sum(&counts).ok_or(Rejection::NotCalculable)? / sizes.total())
    }

    /// The chart with a standard deviation of `unit/√size`, cut off at zero and `most`.
    pub(super) fn chart(&self, centre: f64, unit: f64, most: f64, plan: &Plan) -> Result<Chart, Rejection> {
        let limits = |i: usize| {
            let (_, size) = self.pairs[i]?;
            Some(ChartLimits::around(centre, unit / size.sqrt())?.within(0.0, most))
        };
        Chart::new(&self.values, centre, limits, plan)
    }

    /// How much wider than chance the values vary: the mean moving range of their z-scores over 1.128.
    ///
    /// Laney (2002), "Improved control charts for attributes". `None` when nothing varies.
    pub(super) fn widening(&self, centre: f64, unit: f64, plan: &Plan) -> Option<f64> {
        if unit <= 0.0 {
            return None;
        }
        let score = |pair: &Option<(f64, f64)>| pair.map(|(count, size)| (count / size - centre) * size.sqrt() / unit);
        let scores: Vec<Option<f64>> = self.pairs.iter().map(score).collect();
        usual_range(&plan.baseline(&scores), plan.screening).map(|range| range / RANGE_PER_DEVIATION)
    }

    /// As [`Counted::chart`], widened; without limits where nothing varies.
    pub(super) fn prime_chart(&self, centre: f64, unit: f64, most: f64, plan: &Plan) -> Result<Chart, Rejection> {
        match self.widening(centre, unit, plan) {
            Some(widening) => self.chart(centre, unit * widening, most, plan),
            None => Chart::new(&self.values, centre, |_| None, plan),
        }
    }
}
