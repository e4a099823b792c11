//! What chance does, calculated: counts one by one, and how far a simulated share may stray.

use crate::random::Random;
use peerglass::stats::float::{exp, ln};

/// A distribution of counts, with as many as have any weight that a double could show in a sum.
pub struct Counts {
    masses: Vec<f64>,
    below: Vec<f64>,
}

impl Counts {
    pub fn binomial(of: u32, share: f64) -> Counts {
        let of = f64::from(of);
        Counts::by(of * share, of as usize, |k| (of - k) / (k + 1.0) * share / (1.0 - share))
    }

    pub fn poisson(mean: f64) -> Counts {
        Counts::by(mean, (mean + 12.0 * mean.sqrt() + 40.0) as usize, |k| mean / (k + 1.0))
    }

    /// From 0 to `last`, each mass being `ratio` times the one before: outwards from the mean, then made to sum to one.
    fn by(mean: f64, last: usize, ratio: impl Fn(f64) -> f64) -> Counts {
        let middle = (mean as usize).min(last);
        let mut masses = vec![0.0; last + 1];
        masses[middle] = 1.0;
        (middle..last).for_each(|k| masses[k + 1] = masses[k] * ratio(k as f64));
        (0..middle).rev().for_each(|k| masses[k] = masses[k + 1] / ratio(k as f64));
        let total: f64 = masses.iter().sum();
        masses.iter_mut().for_each(|mass| *mass /= total);
        let mut sum = 0.0;
        let below = masses.iter().map(|mass| {
            sum += mass;
            sum
        });
        let below = below.collect();
        Counts { masses, below }
    }

    /// A count drawn at random, by inversion.
    pub fn draw(&self, random: &mut Random) -> f64 {
        let at = random.uniform();
        self.below.partition_point(|below| *below <= at).min(self.masses.len() - 1) as f64
    }

    /// Each count worth a thought, with its probability.
    pub fn each(&self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.masses.iter().enumerate().filter(|(_, mass)| **mass > 1e-14).map(|(k, mass)| (k as f64, *mass))
    }

    /// The probability of those counts of which something holds.
    pub fn probability(&self, holds: impl Fn(f64) -> bool) -> f64 {
        self.each().filter(|(count, _)| holds(*count)).map(|(_, mass)| mass).sum()
    }
}

/// The probability of those pairs of independent counts of which something holds.
pub fn probability_of_pairs(first: &Counts, second: &Counts, holds: impl Fn(f64, f64) -> bool) -> f64 {
    first.each().map(|(a, mass)| mass * second.probability(|b| holds(a, b))).sum()
}

/// How often something happened in so many independent trials.
#[derive(Default, Clone, Copy, Debug)]
pub struct Tried {
    pub hits: u32,
    pub trials: u32,
}

impl Tried {
    pub fn count(&mut self, hit: bool) {
        self.trials += 1;
        self.hits += u32::from(hit);
    }

    pub fn share(self) -> f64 {
        f64::from(self.hits) / f64::from(self.trials)
    }

    /// Four standard errors of a share that is truly `truth`, and one trial: a sound method passes it but once in 16,000.
    pub fn error(self, truth: f64) -> f64 {
        let trials = f64::from(self.trials);
        4.0 * (truth * (1.0 - truth) / trials).sqrt() + 1.0 / trials
    }

    #[track_caller]
    pub fn is(self, truth: f64, what: &str) {
        let (share, error) = (self.share(), self.error(truth));
        assert!((share - truth).abs() <= error, "{what}: {share}, but truly {truth} ± {error}");
    }

    #[track_caller]
    pub fn is_at_most(self, bound: f64, what: &str) {
        let (share, error) = (self.share(), self.error(bound));
        assert!(share <= bound + error, "{what}: {share}, above {bound} + {error}");
    }

    #[track_caller]
    pub fn is_at_least(self, bound: f64, what: &str) {
        let (share, error) = (self.share(), self.error(bound));
        assert!(share >= bound - error, "{what}: {share}, below {bound} - {error}");
    }
}

/// The mean of repetitions that need not be shares, and four of its standard errors.
pub fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, 4.0 * (squares / (count - 1.0) / count).sqrt())
}

/// So many numbers from `first` to `last` at equal ratios.
pub fn spread_out(first: f64, last: f64, count: usize) -> impl Iterator<Item = f64> {
    let step = ln(last / first) / (count - 1) as f64;
    (0..count).map(move |i| first * exp(step * i as f64))
}
