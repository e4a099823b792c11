//! Run charts: does a series wander about its median as chance would, or does it drift?
//!
//! No limits and no shape of distribution: only the side of a line on which each value lies.

use super::shewhart::Plan;
use super::special::beta;
use super::{Rejection, median};

/// What chance would leave unremarkable, for a number of useful values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunLimits {
    /// The longest run up to which there is no signal.
    pub longest_run: usize,
    /// The number of crossings down to which there is no signal.
    pub crossings: usize,
}

/// Runs and crossings of a series about its centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    /// Values off the centre.
    pub useful: usize,
    /// The longest run of useful values on one side.
    pub longest_run: usize,
    /// How often neighbouring useful values lie on different sides.
    pub crossings: usize,
    /// What chance would leave unremarkable.
    pub limits: RunLimits,
}

impl Runs {
    /// Whether there is a signal: too long a run, or too few crossings.
    ///
    /// ```
    /// use peerglass::stats::run_chart::{RunLimits, Runs};
    /// let limits = RunLimits { longest_run: 7, crossings: 6 };
    /// let runs = |longest_run, crossings| Runs { useful: 20, longest_run, crossings, limits }.signal();
    /// assert_eq!((runs(7, 6), runs(8, 6), runs(7, 5)), (false, true, true));
    /// ```
    pub fn signal(&self) -> bool {
        self.longest_run > self.limits.longest_run || self.crossings < self.limits.crossings
    }
}

/// A series about its median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunChart {
    /// The median of the baseline, or the centre that was given.
    pub centre: f64,
    /// Its runs; `None` when every value is on the centre.
    pub runs: Option<Runs>,
}

/// The critical values of the Anhøj rules for a number of useful values.
///
/// Longest run: log₂ n rounded, plus 3 (after Schilling 2012). Crossings: the 5 % point of the binomial distribution of
/// n - 1 tosses of a coin (after Chen 2010). Anhøj and Olesen (2014), PLoS ONE 9(11):e113825. `None` for no values.
///
/// ```
/// use peerglass::stats::run_chart::{RunLimits, run_limits};
/// assert_eq!(run_limits(24), Some(RunLimits { longest_run: 8, crossings: 8 }));
/// ```
pub fn run_limits(useful: usize) -> Option<RunLimits> {
    let floor = useful.checked_ilog2()?;
    // Rounded up when n ≥ 2^(floor + ½), that is n² ≥ 2^(2 floor + 1): whole numbers, no logarithm.
    let up = (useful as u128).pow(2) >= 1_u128 << (2 * floor + 1);
    Some(RunLimits { longest_run: floor as usize + usize::from(up) + 3, crossings: fewest_crossings(useful)? })
}

/// The smallest k for which `useful - 1` fair tosses show at most k heads with probability 0.05 or more.
fn fewest_crossings(useful: usize) -> Option<usize> {
    let tosses = useful - 1;
    let enough =
        |k: usize| -> Option<bool> { Some(k >= tosses || beta((tosses - k) as f64, k as f64 + 1.0, 0.5)? >= 0.05) };
    let (mut low, mut high) = (0, tosses);
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

/// Runs and crossings of values about a centre, by the Anhøj rules.
///
/// Anhøj and Olesen (2014). Values exactly on the centre are left out, so a run goes on across them (in
/// [`process`](super::process) it would break). `None` when none is off the centre, or a number is not finite.
///
/// ```
/// let found = peerglass::stats::run_chart::runs(&[1.0, 3.0, 2.0, 3.0, 1.0], 2.0).unwrap();
/// assert_eq!((found.useful, found.longest_run, found.crossings), (4, 2, 2));
/// ```
pub fn runs(values: &[f64], centre: f64) -> Option<Runs> {
    if !centre.is_finite() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let above: Vec<bool> = values.iter().filter(|value| **value != centre).map(|value| *value > centre).collect();
    let stretches = above.chunk_by(|a, b| a == b);
    let longest_run = stretches.clone().map(<[bool]>::len).max()?;
    Some(Runs { useful: above.len(), longest_run, crossings: stretches.count() - 1, limits: run_limits(above.len())? })
}

/// A run chart: the median of the baseline and the runs about it.
///
/// Anhøj and Olesen (2014). Gaps are passed over; excluded points enter neither median nor runs. Refused: no value in
/// the baseline, or a number that is not finite.
///
/// ```
/// use peerglass::stats::run_chart::run_chart;
/// use peerglass::stats::shewhart::Plan;
/// let drifting: Vec<Option<f64>> = (0..20).map(|i| Some(f64::from(i))).collect();
/// let chart = run_chart(&drifting, &Plan::default())?;
/// assert_eq!((chart.centre, chart.runs.unwrap().signal()), (9.5, true));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn run_chart(values: &[Option<f64>], plan: &Plan) -> Result<RunChart, Rejection> {
    plan.check(values)?;
    let centre = match plan.centre {
        Some(centre) => centre,
        None => median(&plan.baseline_values(values)).ok_or(Rejection::TooFewValues)?,
    };
    Ok(RunChart { centre, runs: runs(&plan.included_values(values), centre) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_mirrored_series_has_the_same_runs(values in prop::collection::vec((-4_i8..4).prop_map(f64::from), 1..60)) {
            let mirror: Vec<f64> = values.iter().map(|value| -value).collect();
            prop_assert_eq!(runs(&values, 0.0), runs(&mirror, 0.0));
            let reversed: Vec<f64> = values.iter().rev().copied().collect();
            prop_assert_eq!(runs(&values, 0.0), runs(&reversed, 0.0));
        }

        #[test]
        fn runs_and_crossings_share_the_values(values in prop::collection::vec((-4_i8..4).prop_map(f64::from), 1..60)) {
            if let Some(found) = runs(&values, 0.5) {
                prop_assert!(found.crossings < found.useful);
                prop_assert!(found.longest_run * (found.crossings + 1) >= found.useful);
            }
        }
    }

    // A second opinion on the binomial quantile, from a library we did not write.
    #[test]
    fn the_fewest_crossings_are_a_binomial_quantile() {
        use statrs::distribution::{Binomial, DiscreteCDF};
        for useful in 2..400 {
            let tosses = Binomial::new(0.5, useful - 1).unwrap();
            let crossings = run_limits(useful as usize).unwrap().crossings as u64;
            assert!(tosses.cdf(crossings) >= 0.05, "{useful}");
            assert!(crossings == 0 || tosses.cdf(crossings - 1) < 0.05, "{useful}");
        }
    }

    #[test]
    fn nothing_is_said_of_values_on_the_line() {
        assert_eq!(runs(&[5.1; 15], 5.1), None);
        assert_eq!(run_limits(0), None);
        assert_eq!(run_limits(1), Some(RunLimits { longest_run: 3, crossings: 0 }));
        assert_eq!(run_chart(&[None, None], &Plan::default()), Err(Rejection::TooFewValues));
    }
}
