//! The gap between two uncertain figures, and the uncertainty of a median of several.

use super::float::{Sum, ln};
use super::p_value::interval_p_value;
use super::quantile::sorted;
use super::special::normal_below;
use super::{Estimate, Interval, Level, Method, Rejection, Significance, against_value};

/// A difference and its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// First minus second.
    pub difference: f64,
    /// The interval of the difference.
    pub interval: Interval,
}

impl Gap {
    /// Whether there is a gap at all: does the interval leave zero out?
    ///
    /// ```
    /// use peerglass::stats::{Gap, Interval, Level, Method, Significance};
    /// let limits = |upper| Interval::new(-4.0, upper, Level::P95, Method::SquareAndAdd).unwrap();
    /// let side = |upper| Gap { difference: -2.0, interval: limits(upper) }.significance();
    /// assert_eq!((side(-0.1), side(0.0)), (Some(Significance::Lower), Some(Significance::NotDifferent)));
    /// ```
    pub fn significance(&self) -> Option<Significance> {
        against_value(&self.interval, 0.0)
    }
}

/// The gap between two independent estimates, with its interval by square-and-add.
///
/// `(a-b) - √((a-aₗ)² + (bᵤ-b)²)` to `(a-b) + √((aᵤ-a)² + (b-bₗ)²)`. Newcombe (1998), method 10; Zou and Donner
/// (2008). It keeps the lopsidedness of the two intervals and the level they share. Intervals of different level are
/// refused, and so is a value outside its own interval. A figure and a benchmark that contains it are not independent:
/// take the rest of the benchmark instead.
///
/// ```
/// use peerglass::stats::{Estimate, Level, gap, wilson};
/// let share = |count, of| Estimate { value: count / of, interval: wilson(count, of, Level::P95).unwrap() };
/// let g = gap(&share(56.0, 70.0), &share(48.0, 80.0)).unwrap(); // Newcombe's example (a)
/// assert_eq!((format!("{:.4}", g.interval.lower), format!("{:.4}", g.interval.upper)), ("0.0524".into(), "0.3339".into()));
/// ```
pub fn gap(a: &Estimate, b: &Estimate) -> Result<Gap, Rejection> {
    if a.interval.level != b.interval.level {
        return Err(Rejection::LevelsDiffer);
    }
    if !(a.interval.contains(a.value) && b.interval.contains(b.value)) {
        return Err(Rejection::ValueOutsideInterval);
    }
    let (a_below, a_above) = (a.value - a.interval.lower, a.interval.upper - a.value);
    let (b_below, b_above) = (b.value - b.interval.lower, b.interval.upper - b.value);
    let difference = a.value - b.value;
    let lower = difference - (a_below * a_below + b_above * b_above).sqrt();
    let upper = difference + (a_above * a_above + b_below * b_below).sqrt();
    let interval = Interval::new(lower, upper, a.interval.level, Method::SquareAndAdd)?;
    Ok(Gap { difference, interval })
}

/// How likely a gap so far from none is by chance, on either side: the two-sided p-value of [`gap`]'s own test.
///
/// That of [`interval_p_value`], of the gap against none: below 0.05 where the 95 % interval leaves none out. No gap at all
/// gives 1. Refuses what [`gap`] refuses, and intervals
/// without width.
///
/// ```
/// use peerglass::stats::{Estimate, gap_p_value, wilson, Level};
/// let share = |count, of| Estimate { value: count / of, interval: wilson(count, of, Level::P95).unwrap() };
/// let p = gap_p_value(&share(56.0, 70.0), &share(48.0, 80.0)).unwrap();
/// assert_eq!(format!("{p:.4}"), "0.0079");
/// ```
pub fn gap_p_value(a: &Estimate, b: &Estimate) -> Result<f64, Rejection> {
    let Gap { difference, interval } = gap(a, b)?;
    interval_p_value(&Estimate { value: difference, interval }, 0.0)
}

/// Interval for the median of several independent estimates.
///
/// Each estimate is taken as normal with standard deviation (upper - lower)/2z. The k-th smallest is at most t exactly
/// when at least k of them are, and how many are follows the Poisson-binomial distribution (Poisson 1837; the count is
/// built up one estimate at a time); the limits are where that probability is the level's two tails. With an even
/// number the limits of the two in the middle are averaged. Where the redrawn median would nearly always miss the
/// median of the values themselves, the limits are widened to hold it. No estimates, or limits that are not finite,
/// are refused. The cost grows with the square of the number: a few milliseconds for 350.
///
/// ```
/// use peerglass::stats::{Estimate, Interval, Level, Method, median_interval};
/// let e = |value: f64| Estimate {
///     value,
///     interval: Interval::new(value - 1.96, value + 1.96, Level::P95, Method::Published).unwrap(),
/// };
/// let i = median_interval(&[e(9.0), e(10.0), e(11.0)], Level::P95).unwrap();
/// assert_eq!((format!("{:.2}", i.lower), format!("{:.2}", i.upper)), ("8.53".into(), "11.47".into()));
/// ```
pub fn median_interval(estimates: &[Estimate], level: Level) -> Result<Interval, Rejection> {
    if estimates.is_empty() {
        return Err(Rejection::TooFewValues);
    }
    let n = estimates.len();
    let (first, second) = (n.div_ceil(2), n / 2 + 1);
    let spread = Spread::of(estimates).ok_or(Rejection::NotCalculable)?;
    let (left, right) = (spread.normals[first - 1].0, spread.normals[second - 1].0);
    let middle = left + 0.5 * (right - left);
    let limit = |probability: f64, z: f64| {
        let a = spread.quantile(first, probability, z);
        if first == second { a } else { 0.5 * (a + spread.quantile(second, probability, z)) }
    };
    let (lower, upper) = (limit(level.tail(), -level.z()), limit(1.0 - level.tail(), level.z()));
    Interval::new(lower.min(middle), upper.max(middle), level, Method::MedianOfPeers)
}

/// Several independent normal variables.
struct Spread {
    /// Mean and standard deviation of each, in ascending order: one order for any order of the input, so that rounding
    /// cannot tell them apart.
    normals: Vec<(f64, f64)>,
    /// In ascending order, what each is surely above, and what each is surely below.
    reaches: [Vec<f64>; 2],
}

impl Spread {
    /// Beyond this many standard deviations a normal variable has no weight that a double could show.
    const FAR: f64 = 9.0;

    fn of(estimates: &[Estimate]) -> Option<Spread> {
        let mut normals = Vec::new();
        for Estimate { value, interval } in estimates {
            let deviation = (interval.upper - interval.lower) / (2.0 * interval.level.z());
            if deviation < 0.0 {
                return None;
            }
            normals.push((*value, deviation));
            let mut at = normals.len() - 1;
            while at > 0 && normals[at] < normals[at - 1] {
                normals.swap(at, at - 1);
                at -= 1;
            }
        }
        let reaches = [reaches(&normals, -Self::FAR)?, reaches(&normals, Self::FAR)?];
        Some(Spread { normals, reaches })
    }

    /// The probability that at least `rank` of the variables are at most `t`.
    fn at_least(&self, rank: usize, t: f64) -> f64 {
        // counts[j]: the probability that j of those looked at so far are below; only j < needed matters.
        let mut needed = rank;
        let mut counts = vec![1.0];
        for (mean, deviation) in &self.normals {
            let distance = t - mean;
            if distance >= Self::FAR * deviation {
                needed -= 1; // surely below
                if needed == 0 {
                    return 1.0;
                }
            } else if distance > -Self::FAR * deviation {
                let below = normal_below(distance / deviation);
                let above = 1.0 - below;
                if counts.len() < rank {
                    counts.push(0.0);
                }
                let mut risen = 0.0;
                for count in &mut counts {
                    let rising = *count * below;
                    *count = *count * above + risen;
                    risen = rising;
                }
            }
        }
        let mut fewer = Sum::default();
        for &count in counts.iter().take(needed) {
            fewer.add(count);
        }
        (1.0 - fewer.total()).clamp(0.0, 1.0)
    }

    /// Where the `rank`-th smallest has `probability` below it, which is about the normal quantile `z`: by secants of
    /// the log odds, which run nearly straight; by halves where one leads out of the bracket, or they do not close in.
    fn quantile(&self, rank: usize, probability: f64, z: f64) -> f64 {
        let log_odds = |probability: f64| ln(probability / (1.0 - probability));
        let sought = log_odds(probability);
        // The rank-th smallest of things lies between the rank-th smallest of their ends.
        let (mut low, mut high) = (self.reaches[0][rank - 1], self.reaches[1][rank - 1]);
        let mut middle = low + 0.5 * (high - low);
        // Of a dozen like variables, the one in the middle is half as uncertain as each.
        let mut t = middle + 0.25 * z * (high - low) / Self::FAR;
        let mut before = (middle, -sought);
        for step in 0..200 {
            if !(t > low && t < high) || step > 20 {
                t = middle;
            }
            if t <= low || t >= high {
                break;
            }
            let found = self.at_least(rank, t);
            if found < probability {
                low = t
            } else {
                high = t
            }
            let miss = log_odds(found) - sought;
            let next = t - miss * (t - before.0) / (miss - before.1);
            // What a secant leaves over is as small as the product of both misses.
            if (miss * before.1).abs() < 1e-13 && next >= low && next <= high {
                return next;
            }
            (before, t) = ((t, miss), next);
            middle = low + 0.5 * (high - low);
        }
        middle
    }
}

/// The points some standard deviations from each mean, in ascending order; `None` when one is not finite.
fn reaches(normals: &[(f64, f64)], far: f64) -> Option<Vec<f64>> {
    let mut ends = Vec::new();
    for (mean, deviation) in normals {
        ends.push(mean + far * deviation);
    }
    sorted(&ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(value: f64, deviation: f64) -> Estimate {
        let reach = deviation * Level::P95.z();
        let interval = Interval::new(value - reach, value + reach, Level::P95, Method::Published);
        Estimate { value, interval: interval.unwrap() }
    }

    // Thirty-digit values computed with mpmath 1.3.0 from the Poisson-binomial sum.
    #[test]
    fn the_median_of_six_agrees_with_thirty_digits() {
        let six = [(3.2, 0.5), (4.0, 1.5), (4.5, 0.2), (5.1, 0.9), (7.0, 2.0), (2.0, 0.7)];
        let six = six.map(|(value, deviation)| normal(value, deviation));
        let close = |found: f64, a: f64, b: f64| (found - 0.5 * (a + b)).abs() < 1e-11;
        let i = median_interval(&six, Level::P95).unwrap();
        assert!(close(i.lower, 2.65296629287534, 3.553567094251157));
        assert!(close(i.upper, 4.720342373195118, 5.68622388978166));
        let i = median_interval(&six, Level::P998).unwrap();
        assert!(close(i.lower, 2.059447797425116, 2.812364627468386));
        assert!(close(i.upper, 4.980404409399903, 6.633919864869372));
    }

    /// Numbers from 0 to 1 that are the same every time.
    fn draws() -> impl FnMut() -> f64 {
        let mut state = 1_u64;
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    #[test]
    fn the_limits_are_where_plain_halving_finds_them() {
        let mut draw = draws();
        for round in 0..300 {
            // From all alike to far apart; some certain, some in two camps, some of a large size.
            let apart = [0.0, 0.1, 1.0, 5.0, 40.0][round % 5];
            let size = [1e-6, 1.0, 1e7][round % 3];
            let one = |draw: &mut dyn FnMut() -> f64| {
                let camp = if round % 7 == 0 && draw() < 0.5 { 100.0 } else { 0.0 };
                let deviation = if round % 4 == 0 && draw() < 0.3 { 0.0 } else { 0.5 + draw() };
                normal(size * (50.0 + apart * draw() + camp), size * deviation)
            };
            let estimates: Vec<_> = (0..1 + round % 24).map(|_| one(&mut draw)).collect();
            let spread = Spread::of(&estimates).unwrap();
            for (level, rank) in
                [Level::P95, Level::P998].iter().flat_map(|level| [(level, 1), (level, 1 + round % 24)])
            {
                for (probability, z) in [(level.tail(), -level.z()), (1.0 - level.tail(), level.z())] {
                    let (mut low, mut high) = (spread.reaches[0][rank - 1], spread.reaches[1][rank - 1]);
                    for _ in 0..200 {
                        let t = low + 0.5 * (high - low);
                        if spread.at_least(rank, t) < probability { low = t } else { high = t }
                    }
                    let found = spread.quantile(rank, probability, z);
                    assert!((found - high).abs() <= 1e-11 * size, "{round}: {found} is not {high}, rank {rank}");
                }
            }
        }
    }

    #[test]
    fn certain_values_have_a_certain_median() {
        let i = median_interval(&[1.0, 5.0, 9.0].map(|v| normal(v, 0.0)), Level::P95).unwrap();
        assert!((i.lower - 5.0).abs() < 1e-14 && (i.upper - 5.0).abs() < 1e-14);
        let same = median_interval(&[5.0, 5.0].map(|v| normal(v, 0.0)), Level::P95).unwrap();
        assert_eq!((same.lower, same.upper), (5.0, 5.0));
    }

    #[test]
    fn a_value_outside_its_interval_has_no_gap() {
        let astray = Estimate { value: 9.0, ..normal(5.0, 1.0) };
        assert_eq!(gap(&astray, &normal(5.0, 1.0)), Err(Rejection::ValueOutsideInterval));
        assert_eq!(median_interval(&[], Level::P95), Err(Rejection::TooFewValues));
    }

    #[test]
    #[ignore = "a measurement, not a test: cargo test --release -- --ignored --nocapture"]
    fn how_long_the_median_of_350_takes() {
        let mut draw = draws();
        for spread in [0.5, 2.0, 20.0] {
            let many: Vec<_> = (0..350).map(|_| normal(50.0 + 10.0 * draw(), spread * (0.5 + draw()))).collect();
            let begun = std::time::Instant::now();
            let i = median_interval(&many, Level::P95).unwrap();
            println!("deviation about {spread}: {:?}, {} to {}", begun.elapsed(), i.lower, i.upper);
        }
    }
}
