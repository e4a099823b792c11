//! Do the methods do what they say? Seeded simulations against the truth they were drawn from.
//!
//! A count is discrete, so no method for it errs exactly as often as its level says. What it truly does is added up here
//! over all counts; the simulation must agree with that sum within its own error, and the sum is held to its distance from
//! the level. Same numbers at every run.

use chance::{Counts, Tried, mean_and_error, probability_of_pairs, spread_out};
use peerglass::compare;
use peerglass::config::Config;
use peerglass::data::{Mapping, Reader};
use peerglass::stats::float::{asin, exp, sin};
use peerglass::stats::funnel::{Funnel, Rounding, Widening, funnel_proportion, funnel_ratio_shmi};
use peerglass::stats::rank::{
    Best, Correction, RankInterval, Steps, marginal_rank_interval, simultaneous_rank_intervals,
};
use peerglass::stats::special::{Tail, normal, normal_quantile};
use peerglass::stats::*;
use random::Random;
use std::f64::consts::PI;

#[path = "simulation/chance.rs"]
mod chance;
#[path = "simulation/random.rs"]
mod random;

const AREAS: usize = 150;
const BOTH: [Level; 2] = [Level::P95, Level::P998];

// ---- how often areas without a real difference are flagged ---------------------------------------------------------

/// The share of areas flagged, over many repetitions, against what it truly is.
///
/// `truth` is each area's distribution of counts, `flags` whether an area is flagged by a count. Returned: the true share
/// over all areas, and that of the area where it is largest.
fn flagged(
    seed: u64,
    repetitions: usize,
    truth: &[Counts],
    what: &str,
    flags: impl Fn(usize, f64) -> bool,
) -> (f64, f64) {
    let sizes: Vec<f64> = truth.iter().enumerate().map(|(i, counts)| counts.probability(|k| flags(i, k))).collect();
    let size = sizes.iter().sum::<f64>() / sizes.len() as f64;
    let mut random = Random::new(seed);
    let mut found = Tried::default();
    for _ in 0..repetitions {
        truth.iter().enumerate().for_each(|(i, counts)| found.count(flags(i, counts.draw(&mut random))));
    }
    found.is(size, what);
    (size, sizes.into_iter().fold(0.0, f64::max))
}

fn differs(significance: Option<Significance>) -> bool {
    significance.unwrap() != Significance::NotDifferent
}

#[test]
fn proportions_equal_to_the_benchmark_are_flagged_as_often_as_stated() {
    // Over all areas about as stated; but where few are expected to have the property, one area alone may be flagged half
    // as often again at 95 %, and nearly four times as often at 99.8 %.
    for (share, level, all, worst) in [
        (0.3, Level::P95, 0.05, 0.066),
        (0.3, Level::P998, 0.0021, 0.0032),
        (0.05, Level::P95, 0.05, 0.074),
        (0.05, Level::P998, 0.0028, 0.0076),
    ] {
        let of: Vec<f64> = spread_out(40.0, 4000.0, AREAS).map(f64::floor).collect();
        let truth: Vec<Counts> = of.iter().map(|of| Counts::binomial(*of as u32, share)).collect();
        let what = format!("{share}, {}", level.confidence());
        let wilson = flagged(1, 1000, &truth, &format!("Wilson, {what}"), |i, count| {
            differs(against_value(&wilson(count, of[i], level).unwrap(), share))
        });
        assert!(wilson.0 <= all && wilson.1 <= worst, "{what}: truly {wilson:?}");
        let funnel = flagged(2, 1000, &truth, &format!("plain funnel of proportions, {what}"), |i, count| {
            let found = funnel_significance_of_proportion(count, of[i], share).unwrap();
            found.level.is_some_and(|found| found.confidence() >= level.confidence())
        });
        assert!(funnel.0 <= all && funnel.1 <= worst, "{what}: truly {funnel:?}");
    }
}

#[test]
fn rates_equal_to_the_benchmark_are_never_flagged_more_often_than_stated() {
    let expected: Vec<f64> = spread_out(2.0, 400.0, AREAS).collect();
    let truth: Vec<Counts> = expected.iter().map(|mean| Counts::poisson(*mean)).collect();
    for level in BOTH {
        let stated = 1.0 - level.confidence();
        let rates = flagged(3, 500, &truth, &format!("Byar and exact, {}", level.confidence()), |i, count| {
            differs(against_value(&rate_interval(count, expected[i], level).unwrap(), 1.0))
        });
        assert!(rates.1 <= stated, "truly {rates:?}");
        let funnel = flagged(4, 500, &truth, &format!("plain funnel of ratios, {}", level.confidence()), |i, count| {
            let found = funnel_significance_of_ratio(count, expected[i]).unwrap();
            found.level.is_some_and(|found| found.confidence() >= level.confidence())
        });
        assert!(funnel.1 <= stated, "truly {funnel:?}");
    }
}

/// A count of so many, one by one.
fn count_of(random: &mut Random, of: f64, share: f64) -> f64 {
    (0..of as u32).filter(|_| random.uniform() < share).count() as f64
}

/// A funnel of proportions of so many each, which truly vary with the deviation `spread` on the scale of the arcsine.
fn proportions(random: &mut Random, of: f64, spread: f64, trimmed: f64) -> Funnel {
    let drawn = |_| {
        let root = sin(0.6 + spread * random.normal());
        (count_of(random, of, root * root), of)
    };
    let (counts, of): (Vec<f64>, Vec<f64>) = (0..AREAS).map(drawn).unzip();
    funnel_proportion(&counts, &of, trimmed).unwrap()
}

/// A funnel of ratios with 400 expected events each, which truly vary on the logarithmic scale.
fn ratios(random: &mut Random, trimmed: f64) -> Funnel {
    let drawn = |_| {
        let mean = 400.0 * exp(0.2 * random.normal());
        ((mean + mean.sqrt() * random.normal()).round(), 400.0)
    };
    let (observed, expected): (Vec<f64>, Vec<f64>) = (0..AREAS).map(drawn).unzip();
    funnel_ratio_shmi(&observed, &expected, trimmed, Rounding::None).unwrap()
}

/// The shares outside at 95 % and 99.8 %, each with its error: the units of one funnel share its spread, so it is the
/// funnels that are independent.
fn outside(widening: Widening, mut funnel: impl FnMut() -> Funnel) -> [(f64, f64); 2] {
    let funnels: Vec<Funnel> = (0..150).map(|_| funnel()).collect();
    BOTH.map(|level| {
        let share = |funnel: &Funnel| {
            let units = funnel.units.iter().filter(|unit| unit.unwrap().outside(level, widening).unwrap());
            units.count() as f64 / AREAS as f64
        };
        mean_and_error(&funnels.iter().map(share).collect::<Vec<_>>())
    })
}

/// Where the spread is real and nothing is trimmed, a widened funnel flags as stated. The customary trimming takes from
/// the spread what it takes from the variance of a normal distribution, and the flags are the more: where all are of one
/// size, the adjusted z-scores have the variance 1/k, k being what trimming leaves. Pulled in by a tenth at each end, one in
/// ten lies outside 95 %; with a tenth dropped, one in five, and four in a hundred outside 99.8 %.
#[test]
fn a_funnel_widened_for_a_real_spread_flags_as_often_as_its_trimming_makes_it() {
    let z = normal_quantile(0.1, Tail::Upper).unwrap();
    let inside = 0.8 - 2.0 * z * exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    let (pulled_in, dropped) = (inside + 0.2 * z * z, inside / 0.8);
    let mut random = Random::new(5);
    for (name, kept, found) in [
        ("untrimmed", 1.0, outside(Widening::Adjusted, || proportions(&mut random, 800.0, 0.06, 0.0))),
        ("pulled in", pulled_in, outside(Widening::Adjusted, || proportions(&mut random, 800.0, 0.06, 0.1))),
        ("dropped", dropped, outside(Widening::Adjusted, || ratios(&mut random, 0.1))),
    ] {
        for (level, (share, error)) in BOTH.into_iter().zip(found) {
            let z = normal_quantile((1.0 - level.confidence()) / 2.0, Tail::Upper).unwrap();
            let truth = 2.0 * normal(z * f64::sqrt(kept), Tail::Upper).unwrap();
            // A little less than with endless units, since the target and the spread are estimated from these.
            assert!(share <= truth + error, "{name}, {}: {share} ± {error}, truly {truth}", level.confidence());
            assert!(share >= 0.9 * truth - error, "{name}, {}: {share} ± {error}, truly {truth}", level.confidence());
        }
    }
}

#[test]
fn a_funnel_without_a_real_spread_flags_as_often_as_stated() {
    let mut random = Random::new(6);
    let [plain, widened] = [Widening::Unadjusted, Widening::Adjusted]
        .map(|widening| outside(widening, || proportions(&mut random, 800.0, 0.0, 0.1)));
    let (target, truth) = (0.6, Counts::binomial(800, sin(0.6) * sin(0.6)));
    for (at, level) in BOTH.into_iter().enumerate() {
        let z = normal_quantile((1.0 - level.confidence()) / 2.0, Tail::Upper).unwrap();
        let beyond = |count: f64| 2.0 * 800_f64.sqrt() * (asin((count / 800.0).sqrt()) - target).abs() > z;
        let size = truth.probability(beyond);
        for (share, error) in [plain[at], widened[at]] {
            assert!(share <= size + error, "{}: {share} ± {error}, truly {size}", level.confidence());
        }
    }
}

// ---- how often intervals hold the truth ----------------------------------------------------------------------------

/// Whether a simulation finds the coverage that adding up over all counts does, which is returned.
fn covered(seed: u64, truth: &Counts, what: &str, holds: impl Fn(f64) -> bool) -> f64 {
    let coverage = truth.probability(&holds);
    let mut random = Random::new(seed);
    let mut found = Tried::default();
    (0..20_000).for_each(|_| found.count(holds(truth.draw(&mut random))));
    found.is(coverage, what);
    coverage
}

#[test]
fn wilson_intervals_hold_the_proportion() {
    // Over all proportions together 95 %; at the worst proportion, a rare one, less.
    for (of, worst, seed) in [(20, 0.851, 20), (100, 0.92, 21), (1000, 0.931, 22)] {
        let holds = |share: f64| move |count| wilson(count, f64::from(of), Level::P95).unwrap().contains(share);
        for share in [0.01, 0.1, 0.3, 0.5] {
            covered(seed, &Counts::binomial(of, share), &format!("Wilson of {of}, {share}"), holds(share));
        }
        let all: Vec<f64> = (1..500)
            .map(|i| f64::from(i) / 500.0)
            .map(|share| Counts::binomial(of, share).probability(holds(share)))
            .collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let least = all.iter().copied().fold(1.0, f64::min);
        assert!((mean - 0.95).abs() < 0.004 && least >= worst, "{of}: {mean} on average, {least} at least");
    }
}

#[test]
fn poisson_intervals_hold_the_mean() {
    let holds = |mean: f64| move |count| events_interval(count, Level::P95).unwrap().contains(mean);
    for mean in [0.5, 3.0, 8.0, 12.0, 30.0, 200.0] {
        let coverage = covered(30, &Counts::poisson(mean), &format!("Poisson, {mean}"), holds(mean));
        assert!(coverage >= 0.95, "{mean}: {coverage}");
    }
    // Never below 95 %, Byar's approximation no more than the exact one.
    for mean in spread_out(0.05, 300.0, 2000) {
        let coverage = Counts::poisson(mean).probability(holds(mean));
        assert!(coverage >= 0.95, "{mean}: {coverage}");
    }
}

#[test]
fn means_hold_the_mean() {
    let mut random = Random::new(40);
    for count in [2, 5, 36] {
        let mut found = Tried::default();
        for _ in 0..20_000 {
            let values: Vec<f64> = (0..count).map(|_| 100.0 + 15.0 * random.normal()).collect();
            found.count(mean_interval(&mean(&values).unwrap(), Level::P95).unwrap().contains(100.0));
        }
        found.is(0.95, &format!("Student's t of {count}"));
    }
}

#[test]
fn directly_standardised_limits_hold_the_rate() {
    // Two bands, so that all pairs of counts can be added up; a rate of fewer than ten events is refused. Where a band of
    // four events has two thirds of the weight, the limits hold the rate but nine times in ten.
    for (means, sizes, weights, least) in [
        ([6.0, 18.0], [3000.0, 1000.0], [1.0, 1.0], 0.95),
        ([20.0, 60.0], [5000.0, 2000.0], [3.0, 1.0], 0.95),
        ([25.0, 4.0], [9000.0, 300.0], [1.0, 2.0], 0.9),
    ] {
        let rate = |counts: [f64; 2]| {
            let band = |i: usize| Stratum { count: counts[i], denominator: sizes[i], weight: weights[i] };
            directly_standardised(&[band(0), band(1)])
        };
        let truth = (weights[0] * means[0] / sizes[0] + weights[1] * means[1] / sizes[1]) / (weights[0] + weights[1]);
        let holds = |a: f64, b: f64| {
            rate([a, b]).is_ok_and(|rate| {
                let limits = directly_standardised_limits(&rate, Level::P95).unwrap();
                limits.lower <= truth && truth <= limits.upper
            })
        };
        let [first, second] = means.map(Counts::poisson);
        let accepted = probability_of_pairs(&first, &second, |a, b| a + b >= 10.0);
        let coverage = probability_of_pairs(&first, &second, holds) / accepted;
        let mut random = Random::new(50);
        let mut found = Tried::default();
        while found.trials < 20_000 {
            let (a, b) = (first.draw(&mut random), second.draw(&mut random));
            if a + b >= 10.0 {
                found.count(holds(a, b));
            }
        }
        found.is(coverage, &format!("Dobson, {means:?}"));
        assert!((least..0.965).contains(&coverage), "{means:?}: {coverage}");
    }
}

#[test]
fn gaps_hold_the_gap() {
    for ((m, n), (p, q)) in [((60, 80), (0.3, 0.2)), ((60, 80), (0.05, 0.05)), ((300, 40), (0.5, 0.6))] {
        let estimate = |count: f64, of: u32| Estimate {
            value: count / f64::from(of),
            interval: wilson(count, f64::from(of), Level::P95).unwrap(),
        };
        let holds = |a: f64, b: f64| gap(&estimate(a, m), &estimate(b, n)).unwrap().interval.contains(p - q);
        let (first, second) = (Counts::binomial(m, p), Counts::binomial(n, q));
        let coverage = probability_of_pairs(&first, &second, holds);
        let mut random = Random::new(60);
        let mut found = Tried::default();
        (0..20_000).for_each(|_| found.count(holds(first.draw(&mut random), second.draw(&mut random))));
        found.is(coverage, &format!("gap of {p} and {q}"));
        assert!((0.949..0.97).contains(&coverage), "{p} and {q}: {coverage}");
    }
}

#[test]
fn slope_indices_hold_the_slope() {
    let mut random = Random::new(70);
    let mut found = Tried::default();
    for _ in 0..20_000 {
        // On a straight line from 10 to 20, tenths of unlike size and certainty.
        let mut before = 0.0;
        let populations = [900.0, 1000.0, 1100.0, 1300.0, 800.0, 1000.0, 700.0, 1200.0, 1000.0, 1000.0];
        let group = |population: f64| {
            let place = (before + population / 2.0) / 10_000.0;
            before += population;
            let standard_error = 20.0 / population.sqrt();
            SocialGroup { population, value: 10.0 + 10.0 * place + standard_error * random.normal(), standard_error }
        };
        let line = inequality_line(&populations.map(group), InequalityModel::Other).unwrap();
        let limits = line.slope_index_limits(Level::P95).unwrap();
        found.count(limits.lower <= 10.0 && 10.0 <= limits.upper);
    }
    found.is(0.95, "slope index");
}

// ---- trends --------------------------------------------------------------------------------------------------------

#[test]
fn figures_that_do_not_change_have_no_recent_trend() {
    let mut random = Random::new(80);
    let is_trend = |found: RecentTrend| found.trend != Trend::NoSignificantChange;
    for (of, share) in [(1000, 0.1), (200, 0.5), (300, 0.03), (40, 0.3)] {
        let counts = Counts::binomial(of, share);
        let mut found = Tried::default();
        for _ in 0..100_000 {
            let point = |period| CountedPoint {
                period,
                count: Some(counts.draw(&mut random)),
                denominator: Some(f64::from(of)),
            };
            let points: Vec<CountedPoint> = (0..5).map(point).collect();
            if let Ok(trend) = recent_trend_of_proportion(&points) {
                found.count(is_trend(trend));
            }
        }
        found.is_at_most(0.002, &format!("trend of a share, {of} {share}"));
    }
    let (mut found, mut published, mut unguarded) = (Tried::default(), Tried::default(), Tried::default());
    let errors = [1.0, 1.3, 0.8, 1.1, 0.9];
    for _ in 0..200_000 {
        let point = |period: i32| {
            let (value, reach) = (50.0 + errors[period as usize] * random.normal(), 1.96 * errors[period as usize]);
            let interval = Interval::new(value - reach, value + reach, Level::P95, Method::Published).ok();
            EstimatedPoint { period, value: Some(value), interval }
        };
        let points: Vec<EstimatedPoint> = (0..5).map(point).collect();
        let trend = recent_trend(&points).unwrap();
        found.count(is_trend(trend));
        unguarded.count(trend.reason != TrendReason::NotSignificant);
        published.count(is_trend(published_recent_trend(&points).unwrap()));
    }
    unguarded.is(0.002, "chi-squared of a trend");
    found.is_at_most(0.002, "trend of a figure with an interval");
    published.is_at_most(0.002, "published trend");
}

// ---- many checks ---------------------------------------------------------------------------------------------------

#[test]
fn no_more_findings_are_false_than_allowed() {
    let (allowed, real) = (0.05, 50);
    let mut random = Random::new(90);
    for (common, all) in [(0.0, false), (0.7, false), (0.0, true)] {
        let mut false_shares = Vec::new();
        for _ in 0..2000 {
            // What all share stands for the error of one common benchmark; then the first are truly higher.
            let benchmark = common * random.normal();
            let real = if all { 0 } else { real };
            let p: Vec<f64> = (0..AREAS)
                .map(|i| {
                    let z = (random.normal() - benchmark) / f64::sqrt(1.0 + common * common);
                    normal(if i < real { z + 3.0 } else { z }, Tail::Upper).unwrap()
                })
                .collect();
            let adjusted = false_discovery_adjusted(&p).unwrap();
            let found = |all: &[f64]| all.iter().filter(|p| **p <= allowed).count();
            let (total, false_ones) = (found(&adjusted), found(&adjusted[real..]));
            false_shares.push(if total == 0 { 0.0 } else { false_ones as f64 / total as f64 });
        }
        let (share, error) = mean_and_error(&false_shares);
        let truth = if all { allowed } else { allowed * (AREAS - real) as f64 / AREAS as f64 };
        assert!(share <= truth + error, "{share} ± {error}");
        assert!(common > 0.0 || (share - truth).abs() <= error, "{share} ± {error}");
    }
}

/// How many gaps of a file the comparison calls clear, and how many stay clear with all checks in mind.
fn clear_and_stay(rows: &str, options: &str) -> (usize, usize) {
    let head = "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n";
    let mut reader = Reader::new(Mapping::default());
    reader.push(head.as_bytes());
    reader.push(rows.as_bytes());
    let (table, _) = reader.finish();
    let config = format!(r#"{{"area": "E06009999", "peers": "all", "show": ["false-discovery"], {options}}}"#);
    let config: Config = serde_json::from_str(&config).unwrap();
    let answer = compare::answer(&table, &config).unwrap();
    let found = answer.now().beside.false_discovery.as_ref().unwrap();
    assert_eq!((found.checks.len(), found.left_out.len()), (AREAS, 0));
    found.clear_and_stay()
}

/// Whole files, read and compared as a page does: of 150 areas without a real difference to the benchmark, some are called
/// clear in nearly every file, and any that stays clear is a false alarm.
#[test]
fn files_without_a_real_difference_keep_a_clear_gap_as_rarely_as_stated() {
    let mut random = Random::new(151);
    let normal = |random: &mut Random, at: usize| {
        let error = 0.5 + (at % 10) as f64 / 10.0;
        let value = 20.0 + error * random.normal();
        format!("{value},{},{},,", value - 1.959_964 * error, value + 1.959_964 * error)
    };
    let counts: Vec<Counts> = (0..AREAS).map(|at| Counts::binomial(1000 + 20 * at as u32, 0.3)).collect();
    let counted = |random: &mut Random, at: usize| {
        let (count, of) = (counts[at % AREAS].draw(random), 1000 + 20 * (at % AREAS));
        format!("{},,,{count},{of}", 100.0 * count / of as f64)
    };
    let shares = r#""benchmark": "30", "value-type": "proportion", "multiplier": 100"#;
    type Row<'a> = &'a dyn Fn(&mut Random, usize) -> String;
    let cases: [(&str, Row, &str); 3] = [
        ("ranges that are published", &normal, r#""benchmark": "20""#),
        ("shares by their counts", &counted, shares),
        // All gaps share the error of the one area they are to, so that false alarms come together, in fewer files.
        ("gaps to another area", &normal, r#""benchmark": "E06000150""#),
    ];
    for (what, row, options) in cases {
        let (mut any_clear, mut any_stays) = (Tried::default(), Tried::default());
        let is_shared = what.starts_with("gaps");
        for _ in 0..1000 {
            let mut rows = format!("E06009999,Ours,2023,{}\n", row(&mut random, 0));
            for at in 0..AREAS + usize::from(is_shared) {
                rows += &format!("E0600{at:04},Area {at},2023,{}\n", row(&mut random, at));
            }
            let (clear, stay) = clear_and_stay(&rows, options);
            any_clear.count(clear > 0);
            any_stays.count(stay > 0);
        }
        any_clear.is_at_least(if is_shared { 0.8 } else { 0.99 }, what);
        match is_shared {
            true => any_stays.is_at_most(0.05, what),
            false => any_stays.is(0.05, what),
        }
    }
}

#[test]
fn chance_raises_as_many_flags_as_said() {
    let mut random = Random::new(91);
    let raised = |checks: usize, level: Level, random: &mut Random| {
        let z = normal_quantile((1.0 - level.confidence()) / 2.0, Tail::Upper).unwrap();
        (0..checks)
            .filter(|_| {
                let value = random.normal();
                let interval = Interval::new(value - z, value + z, level, Method::Published).unwrap();
                against_value(&interval, 0.0) == Some(Significance::Higher)
            })
            .count()
    };
    let Some(ChanceFlags::About(expected)) = flags_by_chance(&[0.025; AREAS]) else { panic!("less than one") };
    let flags: Vec<f64> = (0..4000).map(|_| raised(AREAS, Level::P95, &mut random) as f64).collect();
    let (mean, error) = mean_and_error(&flags);
    assert!((mean - expected).abs() <= error, "{mean} ± {error}, said {expected}");

    let Some(ChanceFlags::AtMostOneIn(one_in)) = flags_by_chance(&[0.001; 24]) else { panic!("more than one") };
    let mut any = Tried::default();
    (0..40_000).for_each(|_| any.count(raised(24, Level::P998, &mut random) > 0));
    any.is_at_most(1.0 / f64::from(one_in), "any flag of 24");
    any.is(1.0 - (0..24).fold(1.0, |none, _| none * 0.999), "any flag of 24");
}

// ---- ranks ---------------------------------------------------------------------------------------------------------

#[test]
fn rank_intervals_hold_the_true_ranks() {
    let errors: Vec<f64> = (0..12).map(|i| 0.6 + 0.1 * f64::from(i * 5 % 12)).collect();
    let mut random = Random::new(95);
    for step in [0.4, 1.5] {
        // The first is truly best.
        let truth: Vec<f64> = (0..12).map(|i| -step * f64::from(i)).collect();
        let (mut each, mut together) = ([Tried::default(); 12], Tried::default());
        for _ in 0..1000 {
            let drawn: Vec<f64> =
                truth.iter().zip(&errors).map(|(mean, error)| mean + error * random.normal()).collect();
            let holds = |interval: &RankInterval, unit: usize| interval.best <= unit + 1 && unit < interval.worst;
            for (unit, found) in each.iter_mut().enumerate() {
                let interval = marginal_rank_interval(&drawn, &errors, unit, 0.95, Best::Highest, Steps::Down).unwrap();
                found.count(holds(&interval, unit));
            }
            let all = simultaneous_rank_intervals(&drawn, &errors, 0.95, Best::Highest, Correction::Holm).unwrap();
            together.count(all.iter().enumerate().all(|(unit, interval)| holds(interval, unit)));
        }
        each.iter().enumerate().for_each(|(unit, found)| found.is_at_least(0.95, &format!("rank of {unit}, {step}")));
        together.is_at_least(0.95, &format!("all ranks, {step}"));
    }
}

#[test]
fn units_that_are_all_equal_are_told_apart_as_often_as_stated() {
    let errors: Vec<f64> = (0..40).map(|i| 0.5 + 0.05 * f64::from(i * 7 % 40)).collect();
    let everywhere = RankInterval { best: 1, worst: 40 };
    let mut random = Random::new(96);
    let (mut one, mut together) = ([Tried::default(); 2], Tried::default());
    for _ in 0..10_000 {
        let drawn: Vec<f64> = errors.iter().map(|error| error * random.normal()).collect();
        for (unit, found) in [0, 39].into_iter().zip(&mut one) {
            let interval = marginal_rank_interval(&drawn, &errors, unit, 0.95, Best::Lowest, Steps::Down).unwrap();
            found.count(interval == everywhere);
        }
        let all = simultaneous_rank_intervals(&drawn, &errors, 0.95, Best::Lowest, Correction::Holm).unwrap();
        together.count(all.iter().all(|interval| *interval == everywhere));
    }
    // The critical value of one unit is exact, that of all at once errs on the safe side.
    one.iter().for_each(|found| found.is(0.95, "one rank among equals"));
    together.is_at_least(0.95, "all ranks among equals");
}
