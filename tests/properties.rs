//! What must hold of `stats`, of trends and of views, whatever the numbers, and second opinions from a library we did not write.
//!
//! The seed is fixed: a run today and a run tomorrow try the same cases.

use peerglass::stats::special::{self, Tail};
use peerglass::stats::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[path = "properties/public_health.rs"]
mod public_health;
#[path = "properties/trends.rs"]
mod trends;
#[path = "properties/views.rs"]
mod views;

fn config() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(1854), failure_persistence: None, ..ProptestConfig::default() }
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::P95), Just(Level::P998)]
}

/// A count, whole or fractional, and a denominator at least as large.
fn counted() -> impl Strategy<Value = (f64, f64)> {
    prop_oneof![
        (1_u32..2_000_000, 0.0..=1.0).prop_map(|(n, share): (u32, f64)| ((f64::from(n) * share).floor(), f64::from(n))),
        (0.1..1e7, 0.0..=1.0).prop_map(|(n, share): (f64, f64)| (n * share, n)),
        (1_u32..200).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(o, n)| (f64::from(o), f64::from(n))),
    ]
}

fn estimate() -> impl Strategy<Value = Estimate> {
    (-100.0..100.0, 0.0..20.0, 0.0..20.0).prop_map(|(value, below, above): (f64, f64, f64)| {
        let interval = Interval::new(value - below, value + above, Level::P95, Method::Published).unwrap();
        Estimate { value, interval }
    })
}

/// Values with ties, and the same values in another order with the places they came from.
fn shuffled() -> impl Strategy<Value = (Vec<f64>, Vec<usize>)> {
    let value = prop_oneof![-1e6..1e6, (-5_i8..5).prop_map(f64::from)];
    prop::collection::vec(value, 1..60)
        .prop_flat_map(|values| (Just((0..values.len()).collect::<Vec<_>>()).prop_shuffle(), Just(values)))
        .prop_map(|(places, values)| (values, places))
}

fn bits(x: f64) -> u64 {
    x.to_bits()
}

fn width(i: Interval) -> f64 {
    i.upper - i.lower
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_wilson_interval_holds_its_proportion_and_stays_a_proportion((o, n) in counted(), level in level()) {
        let i = wilson(o, n, level).unwrap();
        prop_assert!(i.contains(proportion(o, n).unwrap()));
        prop_assert!(0.0 <= i.lower && i.upper <= 1.0);
        prop_assert_eq!((i.level, i.method), (level, Method::Wilson));
    }

    #[test]
    fn counting_those_without_mirrors_the_wilson_interval(n in 1_u32..100_000, share in 0.0_f64..=1.0, level in level()) {
        let o = (f64::from(n) * share).floor();
        let (with, without) = (wilson(o, n.into(), level).unwrap(), wilson(f64::from(n) - o, n.into(), level).unwrap());
        prop_assert!((with.lower - (1.0 - without.upper)).abs() < 1e-14);
        prop_assert!((with.upper - (1.0 - without.lower)).abs() < 1e-14);
    }

    #[test]
    fn a_poisson_interval_holds_its_events(o in prop_oneof![0.0..30.0, 0.0..1e7], exposure in 1.0..1e8, level in level()) {
        prop_assert!(events_interval(o, level).unwrap().contains(o));
        prop_assert!(rate_interval(o, exposure, level).unwrap().contains(rate(o, exposure).unwrap()));
    }

    #[test]
    fn exact_limits_leave_out_exactly_the_tails(o in 0_u32..10, level in level()) {
        let i = events_interval(o.into(), level).unwrap();
        let tail = (1.0 - level.confidence()) / 2.0;
        let at_most = |o: u32, mean: f64| {
            let mut term = special::gamma(1.0, mean, Tail::Upper).unwrap(); // e^-mean
            let mut sum = term;
            for k in 1..=o {
                term *= mean / f64::from(k);
                sum += term;
            }
            sum
        };
        prop_assert!((at_most(o, i.upper) - tail).abs() < 1e-14);
        if o > 0 {
            prop_assert!((1.0 - at_most(o - 1, i.lower) - tail).abs() < 1e-14);
        }
    }

    #[test]
    fn more_data_narrow((o, n) in counted(), more in 2.0..10.0, level in level()) {
        prop_assert!(width(wilson(o * more, n * more, level).unwrap()) < width(wilson(o, n, level).unwrap()));
        prop_assert!(width(rate_interval(o * more, n * more, level).unwrap()) < width(rate_interval(o, n, level).unwrap()));
    }

    #[test]
    fn more_confidence_widens((o, n) in counted(), c in 0.9..0.9999) {
        let level = Level::of(c).unwrap();
        let surer = Level::of(1.0 - (1.0 - c) / 2.0).unwrap();
        for make in [wilson, rate_interval] {
            let (i, wide) = (make(o, n, level).unwrap(), make(o, n, surer).unwrap());
            prop_assert!(wide.lower <= i.lower && i.upper <= wide.upper);
        }
    }

    #[test]
    fn a_mean_lies_in_its_interval((values, _) in shuffled(), level in level()) {
        let m = mean(&values).unwrap();
        match mean_interval(&m, level) {
            Ok(i) => prop_assert!(i.contains(m.value)),
            Err(why) => prop_assert!(why == Rejection::TooFewValues && values.len() == 1),
        }
    }

    #[test]
    fn judgement_flips_with_polarity(e in estimate(), other in estimate(), goal in -100.0..100.0) {
        let flipped = |j| match j {
            Judgement::Better => Judgement::Worse,
            Judgement::Worse => Judgement::Better,
            same => same,
        };
        for s in [against_value(&e.interval, other.value), against_interval(&e.interval, &other.interval)] {
            let high = Judgement::of(s, Some(Polarity::HighIsGood));
            prop_assert_eq!(Judgement::of(s, Some(Polarity::LowIsGood)), flipped(high));
            let neither = Judgement::of(s, Some(Polarity::NoJudgement));
            prop_assert!(!matches!(neither, Judgement::Better | Judgement::Worse));
        }
        let [high, low] = [Polarity::HighIsGood, Polarity::LowIsGood]
            .map(|p| goal_range(e.value, goal, goal + 5.0, p).unwrap());
        prop_assert_eq!(low, flipped(high));
    }

    #[test]
    fn significance_turns_round_with_the_numbers(e in estimate(), other in estimate()) {
        let i = e.interval;
        let mirrored = Interval::new(-i.upper, -i.lower, i.level, i.method).unwrap();
        let turned = against_value(&i, other.value).map(|s| match s {
            Significance::Higher => Significance::Lower,
            Significance::Lower => Significance::Higher,
            same => same,
        });
        prop_assert_eq!(against_value(&mirrored, -other.value), turned);
    }

    #[test]
    fn no_overlap_means_a_gap_but_a_gap_may_overlap(a in estimate(), b in estimate()) {
        let apart = against_interval(&a.interval, &b.interval).unwrap();
        if apart != Significance::NotDifferent {
            prop_assert_eq!(gap(&a, &b).unwrap().significance(), Some(apart));
        }
    }

    #[test]
    fn a_gap_is_antisymmetric_and_in_its_interval(a in estimate(), b in estimate()) {
        let (there, back) = (gap(&a, &b).unwrap(), gap(&b, &a).unwrap());
        prop_assert_eq!(there.difference, -back.difference);
        prop_assert_eq!((there.interval.lower, there.interval.upper), (-back.interval.upper, -back.interval.lower));
        prop_assert!(there.interval.contains(there.difference));
    }

    #[test]
    fn order_changes_nothing((values, places) in shuffled()) {
        let other: Vec<f64> = places.iter().map(|place| values[*place]).collect();
        prop_assert_eq!(median(&values).map(bits), median(&other).map(bits));
        prop_assert_eq!(quartiles(&values), quartiles(&other));
        prop_assert_eq!(mean(&values), mean(&other));

        let some = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
        let moved = |of: Vec<Option<u8>>| places.iter().map(|place| of[*place]).collect::<Vec<_>>();
        prop_assert_eq!(moved(quantile_categories(&some(&values), 5)), quantile_categories(&some(&other), 5));
        let tiles = |values: &[f64]| equal_count_quintiles(&some(values)).iter().map(|q| q.map(|q| q as u8)).collect();
        prop_assert_eq!(moved(tiles(&values)), tiles(&other));
    }

    #[test]
    fn quintiles_rise_with_the_values_and_share_them_out((values, _) in shuffled()) {
        let found = equal_count_quintiles(&values.iter().copied().map(Some).collect::<Vec<_>>());
        let mut pairs: Vec<_> = values.iter().copied().zip(found).collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        prop_assert!(pairs.windows(2).all(|w| w[0].1 <= w[1].1 && (w[0].0 != w[1].0 || w[0].1 == w[1].1)));
        let ties = pairs.windows(2).any(|w| w[0].0 == w[1].0);
        if !ties && values.len() >= 5 {
            let size = |q| pairs.iter().filter(|p| p.1 == Some(q)).count();
            let sizes = [Quintile::Lowest, Quintile::Low, Quintile::Middle, Quintile::High, Quintile::Highest].map(size);
            prop_assert!(sizes.windows(2).all(|w| w[0] >= w[1]) && sizes[0] - sizes[4] <= 1, "{:?}", sizes);
        }
    }

    #[test]
    fn a_median_of_estimates_is_in_its_interval_in_any_order(
        estimates in prop::collection::vec(estimate(), 1..25),
        level in level(),
    ) {
        let i = median_interval(&estimates, level).unwrap();
        let values: Vec<f64> = estimates.iter().map(|e| e.value).collect();
        prop_assert!(i.contains(median(&values).unwrap()));
        let backwards: Vec<_> = estimates.into_iter().rev().collect();
        prop_assert_eq!(median_interval(&backwards, level).unwrap(), i);
    }

    #[test]
    fn the_median_of_estimates_agrees_with_trying_every_subset(
        estimates in prop::collection::vec(estimate(), 1..=4).prop_map(|half| {
            let mut odd = half.clone(); // each value again a little higher, and the first once more: an odd number
            odd.extend(half.iter().map(|e| moved_up(e, 1.0)));
            odd.push(moved_up(&half[0], -1.0));
            odd
        }),
        level in level(),
    ) {
        prop_assume!(estimates.iter().all(|e| width(e.interval) > 0.1));
        let i = median_interval(&estimates, level).unwrap();
        let values: Vec<f64> = estimates.iter().map(|e| e.value).collect();
        let middle = median(&values).unwrap();
        let tail = (1.0 - level.confidence()) / 2.0;
        for (t, expected) in [(i.lower, tail), (i.upper, 1.0 - tail)] {
            if t != middle { // else it was widened to hold the median
                prop_assert!((half_are_below(&estimates, t) - expected).abs() < 1e-11);
            }
        }
    }
}

fn moved_up(e: &Estimate, by: f64) -> Estimate {
    let i = e.interval;
    let interval = Interval::new(i.lower + by, i.upper + by, i.level, i.method).unwrap();
    Estimate { value: e.value + by, interval }
}

/// The slow, obvious twin: the probability that most of the estimates are at most t, over all 2ⁿ ways.
fn half_are_below(estimates: &[Estimate], t: f64) -> f64 {
    let z = special::normal_quantile(0.025, Tail::Upper).unwrap();
    let n = estimates.len();
    let below: Vec<f64> = estimates
        .iter()
        .map(|e| special::normal((t - e.value) / (width(e.interval) / (2.0 * z)), Tail::Lower).unwrap())
        .collect();
    (0_u32..1 << n)
        .filter(|set| set.count_ones() as usize >= n.div_ceil(2))
        .map(|set| (0..n).map(|i| if set & (1 << i) != 0 { below[i] } else { 1.0 - below[i] }).product::<f64>())
        .sum()
}

// ---- anything at all in, never NaN or infinity out -------------------------------------------------------------------

fn anything() -> impl Strategy<Value = f64> {
    prop_oneof![prop::num::f64::ANY, -1e3..1e3, Just(0.0), Just(f64::MAX), Just(f64::MIN_POSITIVE)]
}

fn sound(i: Interval) -> bool {
    i.lower.is_finite() && i.upper.is_finite() && i.lower <= i.upper
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..config() })]

    #[test]
    fn intervals_of_anything_are_sound_or_refused(a in anything(), b in anything(), c in anything(), level in level()) {
        let made = [
            wilson(a, b, level), events_interval(a, level), rate_interval(a, b, level),
            Interval::new(a, b, level, Method::Published), wilson(a, b, level).and_then(|i| i.scaled(c)),
        ];
        prop_assert!(made.into_iter().flatten().all(sound));
        let quotients = [proportion(a, b), rate(a, b)];
        prop_assert!(quotients.into_iter().flatten().all(f64::is_finite));
        if let Ok(level) = Level::of(a) {
            prop_assert!(level.confidence().is_finite());
            prop_assert!([wilson(3.0, 9.0, level), events_interval(3.0, level)].into_iter().flatten().all(sound));
        }
    }

    #[test]
    fn summaries_of_anything_are_finite_or_refused(
        values in prop::collection::vec(anything(), 0..12),
        fraction in anything(),
        level in level(),
    ) {
        let single = [sum(&values), median(&values), quantile(&values, fraction)];
        prop_assert!(single.into_iter().flatten().all(f64::is_finite));
        if let Ok(m) = mean(&values) {
            prop_assert!(m.value.is_finite() && m.sum.is_finite() && m.deviation.is_none_or(f64::is_finite));
            prop_assert!(mean_interval(&m, level).is_ok_and(sound) || mean_interval(&m, level).is_err());
        }
        for groups in [0, 1, 4, 5, 255] {
            prop_assert!(percentile_bounds(&values, groups).is_none_or(|b| b.iter().all(|x| x.is_finite())));
            quantile_categories(&values.iter().copied().map(Some).collect::<Vec<_>>(), groups);
        }
        equal_count_quintiles(&values.iter().copied().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn comparisons_of_anything_do_not_fail(v in prop::array::uniform6(anything())) {
        let [a, b, c, d, e, f] = v;
        let raw = |value, lower, upper| Estimate {
            value,
            interval: Interval { lower, upper, level: Level::P95, method: Method::Published },
        };
        let (x, y) = (raw(a, b, c), raw(d, e, f));
        if let Ok(g) = gap(&x, &y) {
            prop_assert!(g.difference.is_finite() && sound(g.interval));
        }
        prop_assert!(median_interval(&[x, y], Level::P998).is_ok_and(sound) || median_interval(&[x, y], Level::P95).is_err());
        against_value_graded(&x.interval, &y.interval, a);
        against_interval(&x.interval, &y.interval);
        against_proportion_limits(a, b, c, d);
        goal_percentiles(a, &[b, c, d], e, f, Polarity::LowIsGood);
        goal_single_interval(&x.interval, d, Polarity::NoJudgement);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..config() })]

    #[test]
    fn special_functions_of_anything_are_finite_or_none(a in anything(), b in anything(), c in anything()) {
        for tail in [Tail::Lower, Tail::Upper] {
            let found = [
                special::normal(a, tail), special::normal_quantile(a, tail), special::gamma(a, b, tail),
                special::gamma_quantile(a, b, tail), special::chi_squared_quantile(a, b, tail),
                special::beta(a, b, c), special::student_t_quantile(a, b),
            ];
            prop_assert!(found.into_iter().flatten().all(f64::is_finite), "{:?}", found);
        }
        against_poisson_limits(a, b, c, 0.025);
    }
}

// ---- second opinions -------------------------------------------------------------------------------------------------

mod second_opinion {
    use super::*;
    use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
    use statrs::function::{beta::beta_reg, gamma::gamma_lr, gamma::gamma_ur};

    const PROBABILITIES: [f64; 12] = [1e-9, 1e-6, 0.0005, 0.001, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.45, 0.5];
    const SHAPES: [f64; 12] = [0.05, 0.3, 0.5, 1.0, 1.5, 2.0, 5.5, 9.9, 10.0, 47.6, 300.0, 2500.0];

    fn worst(differences: impl IntoIterator<Item = (f64, f64)>) -> f64 {
        differences
            .into_iter()
            .map(|(ours, theirs)| (ours - theirs).abs() / theirs.abs().max(1e-300))
            .fold(0.0, f64::max)
    }

    #[test]
    fn normal() {
        let theirs = Normal::standard();
        let tails = (-80..=80).map(|i| f64::from(i) / 10.0);
        let cdf = worst(tails.map(|x| (special::normal(x, Tail::Lower).unwrap(), theirs.cdf(x))));
        let z = worst(
            PROBABILITIES
                .iter()
                .filter(|p| **p < 0.5)
                .map(|p| (special::normal_quantile(*p, Tail::Lower).unwrap(), theirs.inverse_cdf(*p))),
        );
        println!("normal: cdf {cdf:e}, quantile {z:e}");
        // Far out their erfc keeps ten digits; the forty-digit values beside `special` hold ours to fourteen.
        assert!(cdf < 2e-10 && z < 1e-14);
    }

    #[test]
    fn gamma_and_chi_squared() {
        let points = || SHAPES.into_iter().flat_map(|a| [0.05, 0.5, 0.9, 1.0, 1.1, 1.7].map(|r| (a, a * r)));
        let lower = worst(points().map(|(a, x)| (special::gamma(a, x, Tail::Lower).unwrap(), gamma_lr(a, x))));
        let upper = worst(points().map(|(a, x)| (special::gamma(a, x, Tail::Upper).unwrap(), gamma_ur(a, x))));
        // Their probability at our quantile: their own quantiles are found to fewer digits.
        let grid = || SHAPES.into_iter().flat_map(|a| PROBABILITIES.map(|p| (a, p)));
        let low = worst(
            grid()
                .filter(|(a, _)| *a >= 0.3)
                .map(|(a, p)| (p, gamma_lr(a, special::chi_squared_quantile(2.0 * a, p, Tail::Lower).unwrap() / 2.0))),
        );
        let high = worst(grid().map(|(a, p)| (p, gamma_ur(a, special::gamma_quantile(a, p, Tail::Upper).unwrap()))));
        println!("gamma: lower {lower:e}, upper {upper:e}, quantiles {low:e} {high:e}");
        assert!(lower < 1e-11 && upper < 1e-11 && low < 1e-11 && high < 1e-11);
    }

    #[test]
    fn beta_and_student_t() {
        let points = || SHAPES.into_iter().flat_map(|a| SHAPES.into_iter().map(move |b| (a, b)));
        let points = || points().flat_map(|(a, b)| [0.8, 1.0, 1.1].map(|r| (a, b, (r * a / (a + b)).min(0.999))));
        let cdf = worst(points().map(|(a, b, x)| (special::beta(a, b, x).unwrap(), beta_reg(a, b, x))));
        let freedoms = [1.0, 2.0, 3.0, 4.5, 9.0, 24.0, 59.0, 199.0, 1000.0];
        let grid = || freedoms.into_iter().flat_map(|v| PROBABILITIES.map(|p| (v, p))).filter(|(_, p)| *p < 0.5);
        let t = worst(grid().map(|(v, p)| {
            let t = special::student_t_quantile(v, p).unwrap();
            (p, StudentsT::new(0.0, 1.0, v).unwrap().cdf(-t))
        }));
        println!("beta: {cdf:e}, Student's t: {t:e}");
        assert!(cdf < 1e-10 && t < 1e-10);
    }
}
