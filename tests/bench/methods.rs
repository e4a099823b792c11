//! What the methods cost, on 42, 150 and 7,000 areas: see README.md beside this file. Made-up figures; no test holds a
//! time against a clock.

use divan::{Bencher, black_box};
use peerglass::compare;
use peerglass::config::{Config, Key};
use peerglass::data::{Mapping, Problem, Reader, Table};
use peerglass::stats::funnel::{Rounding, funnel_count_ratio, funnel_proportion, funnel_ratio_cqc, funnel_ratio_shmi};
use peerglass::stats::rank::{
    Best, Bound, Correction, Scope, Steps, Ties, marginal_rank_interval, marginal_rank_intervals,
    multinomial_rank_intervals, ranks, simultaneous_rank_intervals,
};
use peerglass::stats::*;
use peerglass::stats::{process, run_chart, shewhart};

#[path = "../simulation/random.rs"]
mod random;
use random::Random;

const AREAS: [usize; 3] = [42, 150, 7000];
const POINTS: usize = 36;

fn main() {
    divan::main();
}

/// (count, denominator) of each area: a share of about 30 %, of some hundreds to some thousands.
fn counted(areas: usize) -> Vec<(f64, f64)> {
    let mut random = Random::new(areas as u64);
    let one = |_| {
        let denominator = (200.0 + 5000.0 * random.uniform()).floor();
        ((denominator * (0.25 + 0.1 * random.uniform())).floor(), denominator)
    };
    (0..areas).map(one).collect()
}

/// The same as figures with their intervals.
fn shares(areas: usize) -> Vec<Estimate> {
    let estimate =
        |(count, of): (f64, f64)| Estimate { value: count / of, interval: wilson(count, of, Level::P95).unwrap() };
    counted(areas).into_iter().map(estimate).collect()
}

/// Figures of each area with their standard errors, some told apart and some not.
fn estimated(areas: usize) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(areas as u64);
    (0..areas).map(|_| (4.0 * random.normal(), 0.5 + 2.0 * random.uniform())).unzip()
}

/// A series of each area.
fn series(areas: usize, points: usize) -> Vec<Vec<f64>> {
    let mut random = Random::new(areas as u64);
    (0..areas).map(|_| (0..points).map(|_| 50.0 + 5.0 * random.normal()).collect()).collect()
}

/// Does something with each of many things, and keeps the compiler from seeing that nobody looks.
fn each<T, R>(things: &[T], one: impl Fn(&T) -> R) {
    for thing in things {
        black_box(one(black_box(thing)));
    }
}

#[divan::bench_group]
mod intervals {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn wilson(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| super::wilson(*count, *of, Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn byar(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| rate_interval(*count, *of, Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn exact_poisson(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| rate_interval((*count / 5.0).floor() % 10.0, *of, Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn student_t_of_36_values(bencher: Bencher, areas: usize) {
        let rows = series(areas, POINTS);
        bencher.bench(|| each(&rows, |values| mean_interval(&mean(values).unwrap(), Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn gap_to_first(bencher: Bencher, areas: usize) {
        let rows = shares(areas);
        bencher.bench(|| each(&rows, |row| gap(row, &rows[0])));
    }

    #[divan::bench(args = AREAS)]
    fn ratio_to_first(bencher: Bencher, areas: usize) {
        let rows = shares(areas);
        bencher.bench(|| each(&rows, |row| relative_gap(row, &rows[0])));
    }

    #[divan::bench(args = [42, 150, 350])]
    fn median_of_peers(bencher: Bencher, areas: usize) {
        let (values, errors) = estimated(areas);
        let estimate = |(value, error): (&f64, &f64)| Estimate {
            value: *value,
            interval: Interval::new(value - 2.0 * error, value + 2.0 * error, Level::P95, Method::Published).unwrap(),
        };
        let rows: Vec<Estimate> = values.iter().zip(&errors).map(estimate).collect();
        bencher.bench(|| median_interval(black_box(&rows), Level::P95));
    }
}

#[divan::bench_group]
mod comparison {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn against_value_graded(bencher: Bencher, areas: usize) {
        let both = |(count, of): (f64, f64)| [Level::P95, Level::P998].map(|level| wilson(count, of, level).unwrap());
        let rows: Vec<[Interval; 2]> = counted(areas).into_iter().map(both).collect();
        bencher.bench(|| {
            each(&rows, |[narrow, wide]| super::against_value_graded(narrow, wide, 0.3));
        });
    }

    #[divan::bench(args = AREAS)]
    fn against_proportion_limits(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| super::against_proportion_limits(count / of, *of, 0.3, 1.96)));
    }

    #[divan::bench(args = AREAS)]
    fn p_value_of_proportion(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| proportion_p_value(*count, *of, 0.3)));
    }

    #[divan::bench(args = AREAS)]
    fn p_value_of_rate_by_byar(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| rate_p_value(*count, *of, 0.3)));
    }

    #[divan::bench(args = AREAS)]
    fn p_value_of_gap(bencher: Bencher, areas: usize) {
        let rows = shares(areas);
        bencher.bench(|| each(&rows, |row| gap_p_value(row, &rows[0])));
    }

    #[divan::bench(args = AREAS)]
    fn family_wise_control(bencher: Bencher, areas: usize) {
        let mut random = Random::new(areas as u64);
        let p: Vec<f64> = (0..areas).map(|_| random.uniform() * random.uniform()).collect();
        bencher.bench(|| super::family_wise_control(black_box(&p), 0.05));
    }

    #[divan::bench(args = AREAS)]
    fn quartiles_of_all(bencher: Bencher, areas: usize) {
        let (values, _) = estimated(areas);
        bencher.bench(|| quartiles(black_box(&values)));
    }

    #[divan::bench(args = AREAS)]
    fn quintiles_of_all(bencher: Bencher, areas: usize) {
        let values: Vec<Option<f64>> = estimated(areas).0.into_iter().map(Some).collect();
        bencher.bench(|| equal_count_quintiles(black_box(&values)));
    }

    #[divan::bench(args = AREAS)]
    fn false_discovery_adjusted(bencher: Bencher, areas: usize) {
        let mut random = Random::new(areas as u64);
        let p: Vec<f64> = (0..areas).map(|_| random.uniform() * random.uniform()).collect();
        bencher.bench(|| super::false_discovery_adjusted(black_box(&p)));
    }

    #[divan::bench(args = AREAS)]
    fn likeness_by_ten_measures(bencher: Bencher, areas: usize) {
        let rows = series(areas, 10);
        let all: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
        bencher.bench(|| {
            let spreads = spreads(black_box(&all)).unwrap();
            each(&all, |row| likeness(all[0], row, &spreads));
        });
    }
}

#[divan::bench_group]
mod standardised {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn directly_with_18_bands(bencher: Bencher, areas: usize) {
        let mut random = Random::new(areas as u64);
        let mut band = || Stratum {
            count: (30.0 * random.uniform()).floor(),
            denominator: 2000.0 + 1000.0 * random.uniform(),
            weight: 5000.0,
        };
        let rows: Vec<Vec<Stratum>> = (0..areas).map(|_| (0..18).map(|_| band()).collect()).collect();
        bencher.bench(|| {
            each(&rows, |bands| {
                let rate = directly_standardised(bands).unwrap();
                directly_standardised_limits(&rate, Level::P95)
            })
        });
    }

    #[divan::bench(args = AREAS)]
    fn indirectly_with_18_bands(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| {
            each(&rows, |(count, of)| {
                let band = |share: f64| ReferenceStratum {
                    denominator: share * of,
                    reference_count: 300.0,
                    reference_denominator: 1000.0,
                };
                let bands: Vec<ReferenceStratum> = (0..18).map(|_| band(1.0 / 18.0)).collect();
                let expected = expected_events(&bands).unwrap();
                indirectly_standardised_ratio_interval(*count, &expected, Level::P95)
            })
        });
    }

    #[divan::bench(args = AREAS)]
    fn life_expectancy_of_20_bands(bencher: Bencher, areas: usize) {
        let mut random = Random::new(areas as u64);
        let mut band = |from: u8| LifeBand {
            from,
            deaths: 5.0 + (f64::from(from) * random.uniform()).floor(),
            population: 3000.0,
        };
        let mut bands =
            || -> Vec<LifeBand> { [0, 1].into_iter().chain((1..=18).map(|at| 5 * at)).map(&mut band).collect() };
        let rows: Vec<Vec<LifeBand>> = (0..areas).map(|_| bands()).collect();
        bencher.bench(|| each(&rows, |bands| life_expectancy(bands, OpenBand::From90)));
    }

    fn tenths(areas: usize, model: InequalityModel) -> Vec<Vec<SocialGroup>> {
        let group = |value: f64| {
            let value = if model == InequalityModel::Other { value } else { value / 100.0 };
            SocialGroup { population: 1000.0, value, standard_error: 0.1 }
        };
        series(areas, 10).into_iter().map(|values| values.into_iter().map(group).collect()).collect()
    }

    fn slope(bencher: Bencher, areas: usize, model: InequalityModel) {
        let rows = tenths(areas, model);
        bencher.bench(|| each(&rows, |groups| inequality_line(groups, model).unwrap().slope_index_limits(Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn slope_index_closed_form(bencher: Bencher, areas: usize) {
        slope(bencher, areas, InequalityModel::Other);
    }

    #[divan::bench(args = AREAS, max_time = 3)]
    fn slope_index_of_proportions(bencher: Bencher, areas: usize) {
        slope(bencher, areas, InequalityModel::Proportion);
    }
}

#[divan::bench_group]
mod over_time {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn recent_trend_of_proportion(bencher: Bencher, areas: usize) {
        let five = |(count, of): (f64, f64)| -> Vec<CountedPoint> {
            let at = |i: i32| CountedPoint { period: i, count: Some(count + f64::from(i)), denominator: Some(of) };
            (0..5).map(at).collect()
        };
        let rows: Vec<Vec<CountedPoint>> = counted(areas).into_iter().map(five).collect();
        bencher.bench(|| each(&rows, |points| super::recent_trend_of_proportion(points)));
    }

    /// Five or more figures of each area, with their ranges.
    fn ranged(areas: usize, points: usize) -> Vec<Vec<EstimatedPoint>> {
        let point = |(at, value): (usize, f64)| EstimatedPoint {
            period: at as i32,
            value: Some(value),
            interval: Interval::new(value - 2.0, value + 2.0, Level::P95, Method::Published).ok(),
        };
        series(areas, points).into_iter().map(|values| values.into_iter().enumerate().map(point).collect()).collect()
    }

    #[divan::bench(args = AREAS)]
    fn recent_trend_by_weighted_line(bencher: Bencher, areas: usize) {
        let rows = ranged(areas, 5);
        bencher.bench(|| each(&rows, |points| recent_trend(points)));
    }

    #[divan::bench(args = AREAS)]
    fn long_trend_of_15_figures(bencher: Bencher, areas: usize) {
        let rows = ranged(areas, 15);
        bencher.bench(|| each(&rows, |points| long_trend(points)));
    }

    #[divan::bench(args = AREAS)]
    fn gap_trend_of_five(bencher: Bencher, areas: usize) {
        let point = |(at, gap): (usize, f64)| GapPoint { period: at as i32, gap, variance: 1.5 };
        let five = |values: Vec<f64>| values.into_iter().enumerate().map(point).collect();
        let rows: Vec<Vec<GapPoint>> = series(areas, 5).into_iter().map(five).collect();
        bencher.bench(|| each(&rows, |points| gap_trend(points, Level::P95)));
    }

    #[divan::bench(args = AREAS)]
    fn detectable_change(bencher: Bencher, areas: usize) {
        let (_, errors) = estimated(areas);
        bencher.bench(|| each(&errors, |error| detectable_slope(*error, 5, Level::P998)));
    }

    /// 36 counts of each area with their sizes.
    fn charted(areas: usize) -> Vec<[Vec<Option<f64>>; 2]> {
        let sizes: Vec<Option<f64>> = (0..POINTS).map(|at| Some(900.0 + 10.0 * at as f64)).collect();
        let counts = |values: Vec<f64>| [values.into_iter().map(|value| Some(value.floor())).collect(), sizes.clone()];
        series(areas, POINTS).into_iter().map(counts).collect()
    }

    type Counted = fn(&[Option<f64>], &[Option<f64>], &shewhart::Plan) -> Result<shewhart::Chart, Rejection>;
    type Plain = fn(&[Option<f64>], &shewhart::Plan) -> Result<shewhart::Chart, Rejection>;

    type Grouped = fn(&[Vec<f64>], &shewhart::Plan) -> Result<shewhart::Chart, Rejection>;

    /// Each chart with each number of areas.
    fn named<T>(charts: &[(&'static str, T)]) -> Vec<(&'static str, usize)> {
        charts.iter().flat_map(|(name, _)| AREAS.map(|areas| (*name, areas))).collect()
    }

    const GROUPED: [(&str, Grouped); 2] = [("Xbar", shewhart::xbar_chart), ("S", shewhart::s_chart)];
    const COUNTED: [(&str, Counted); 5] = [
        ("P", shewhart::p_chart),
        ("P prime", shewhart::p_prime_chart),
        ("U", shewhart::u_chart),
        ("U prime", shewhart::u_prime_chart),
        ("I prime", shewhart::i_prime_chart),
    ];
    const PLAIN: [(&str, Plain); 5] = [
        ("C", shewhart::c_chart),
        ("I", shewhart::i_chart),
        ("MR", shewhart::mr_chart),
        ("G", shewhart::g_chart),
        ("T", shewhart::t_chart),
    ];

    #[divan::bench(args = named(&COUNTED))]
    fn chart_of_36_counts_and_sizes(bencher: Bencher, (name, areas): (&str, usize)) {
        let (rows, plan) = (charted(areas), shewhart::Plan::default());
        let chart = COUNTED.iter().find(|(known, _)| *known == name).unwrap().1;
        bencher.bench(|| each(&rows, |[counts, sizes]| chart(counts, sizes, &plan)));
    }

    #[divan::bench(args = named(&PLAIN))]
    fn chart_of_36_values(bencher: Bencher, (name, areas): (&str, usize)) {
        let (rows, plan) = (charted(areas), shewhart::Plan::default());
        let chart = PLAIN.iter().find(|(known, _)| *known == name).unwrap().1;
        bencher.bench(|| each(&rows, |[counts, _]| chart(counts, &plan)));
    }

    #[divan::bench(args = named(&GROUPED))]
    fn chart_of_12_groups_of_3(bencher: Bencher, (name, areas): (&str, usize)) {
        let grouped = |values: Vec<f64>| -> Vec<Vec<f64>> { values.chunks(3).map(<[f64]>::to_vec).collect() };
        let rows: Vec<Vec<Vec<f64>>> = series(areas, POINTS).into_iter().map(grouped).collect();
        let (plan, chart) = (shewhart::Plan::default(), GROUPED.iter().find(|(known, _)| *known == name).unwrap().1);
        bencher.bench(|| each(&rows, |groups| chart(groups, &plan)));
    }

    #[divan::bench(args = AREAS)]
    fn xmr_of_36_points(bencher: Bencher, areas: usize) {
        let (rows, plan) = (series(areas, POINTS), process::Plan::default());
        bencher.bench(|| each(&rows, |values| process::behaviour(values, &plan)));
    }

    #[divan::bench(args = AREAS)]
    fn run_chart_of_36_points(bencher: Bencher, areas: usize) {
        let present = |values: Vec<f64>| -> Vec<Option<f64>> { values.into_iter().map(Some).collect() };
        let rows: Vec<Vec<Option<f64>>> = series(areas, POINTS).into_iter().map(present).collect();
        let plan = shewhart::Plan::default();
        bencher.bench(|| each(&rows, |values| run_chart::run_chart(values, &plan)));
    }
}

#[divan::bench_group]
mod funnels {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn plain_proportion(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| {
            let average = funnel_average_of_proportions(black_box(&rows)).unwrap();
            each(&rows, |(count, of)| funnel_significance_of_proportion(*count, *of, average));
        });
    }

    #[divan::bench(args = AREAS)]
    fn plain_ratio(bencher: Bencher, areas: usize) {
        let rows = counted(areas);
        bencher.bench(|| each(&rows, |(count, of)| funnel_significance_of_ratio(*count, 0.3 * of)));
    }

    type Columns = (Vec<f64>, Vec<f64>);

    fn observed_and_expected(areas: usize) -> Columns {
        counted(areas).into_iter().map(|(count, of)| (count, 0.3 * of)).unzip()
    }

    #[divan::bench(args = AREAS)]
    fn overdispersed_proportion(bencher: Bencher, areas: usize) {
        let (counts, of): Columns = counted(areas).into_iter().unzip();
        bencher.bench(|| funnel_proportion(black_box(&counts), &of, 0.1));
    }

    #[divan::bench(args = AREAS)]
    fn overdispersed_count_ratio(bencher: Bencher, areas: usize) {
        let (counts, of): Columns = counted(areas).into_iter().unzip();
        bencher.bench(|| funnel_count_ratio(black_box(&counts), &of, 0.1));
    }

    #[divan::bench(args = AREAS)]
    fn overdispersed_ratio_on_the_square_root(bencher: Bencher, areas: usize) {
        let (observed, expected) = observed_and_expected(areas);
        bencher.bench(|| funnel_ratio_cqc(black_box(&observed), &expected, 0.1));
    }

    #[divan::bench(args = AREAS, max_time = 3)]
    fn overdispersed_ratio_on_the_logarithm(bencher: Bencher, areas: usize) {
        let (observed, expected) = observed_and_expected(areas);
        bencher.bench(|| funnel_ratio_shmi(black_box(&observed), &expected, 0.1, Rounding::TwoDecimals));
    }
}

#[divan::bench_group(max_time = 3)]
mod ranking {
    use super::*;

    #[divan::bench(args = AREAS)]
    fn ranks_alone(bencher: Bencher, areas: usize) {
        let (values, _) = estimated(areas);
        bencher.bench(|| ranks(black_box(&values), Best::Highest, Ties::BestRank));
    }

    #[divan::bench(args = AREAS)]
    fn simultaneous(bencher: Bencher, areas: usize) {
        let (values, errors) = estimated(areas);
        bencher
            .bench(|| simultaneous_rank_intervals(black_box(&values), &errors, 0.95, Best::Highest, Correction::Holm));
    }

    #[divan::bench(args = AREAS)]
    fn one_marginal(bencher: Bencher, areas: usize) {
        let (values, errors) = estimated(areas);
        bencher.bench(|| marginal_rank_interval(black_box(&values), &errors, 7, 0.95, Best::Highest, Steps::Down));
    }

    #[divan::bench(args = [42, 150])]
    fn multinomial(bencher: Bencher, areas: usize) {
        let counts: Vec<f64> = counted(areas).into_iter().map(|(count, _)| count).collect();
        bencher.bench(|| {
            multinomial_rank_intervals(black_box(&counts), 0.95, Bound::Both, Scope::Simultaneous(Correction::Holm))
        });
    }

    #[divan::bench(args = [42, 150])]
    fn all_marginal(bencher: Bencher, areas: usize) {
        let (values, errors) = estimated(areas);
        bencher.bench(|| marginal_rank_intervals(black_box(&values), &errors, 0.95, Best::Highest, Steps::Down));
    }
}

#[divan::bench_group(max_time = 5)]
mod whole {
    use super::*;

    /// 150 areas and a benchmark over 662 quarters: 99,962 rows.
    fn file() -> String {
        let mut random = Random::new(1854);
        let mut text = String::from(
            "Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Time period,Value,\
             Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n",
        );
        let mut row = |code: String, name: &str, kind: &str, year: usize, of: f64| {
            let count = (of * (0.25 + 0.1 * random.uniform())).floor();
            let [value, lower, upper] = {
                let interval = wilson(count, of, Level::P95).unwrap();
                [count / of, interval.lower, interval.upper].map(|share| share * 100.0)
            };
            let period = format!("{} Q{}", 1850 + year / 4, 1 + year % 4);
            text += &format!(
                "1,Made-up share,{code},{name},{kind},Persons,All ages,{period},{value},{lower},{upper},{count},{of}\n"
            );
        };
        for quarter in 0..662 {
            row("E92000001".into(), "England", "England", quarter, 600_000.0);
            for area in 0..150 {
                row(format!("E06{area:06}"), &format!("Place {area}"), "UA", quarter, 4000.0);
            }
        }
        text
    }

    fn read(text: &str) -> (Table, Vec<Problem>) {
        let mut reader = Reader::new(Mapping::default());
        reader.begin("made-up.csv");
        text.as_bytes().chunks(65_536).for_each(|chunk| reader.push(chunk));
        reader.end();
        reader.finish()
    }

    #[divan::bench]
    fn read_100_000_rows(bencher: Bencher) {
        let text = file();
        bencher.bench(|| read(black_box(&text)));
    }

    #[divan::bench]
    fn compare_on_100_000_rows(bencher: Bencher) {
        let (table, problems) = read(&file());
        assert!(problems.is_empty(), "{problems:?}");
        let mut config = Config::default();
        config.words.set(Key::Area, "Place 7");
        assert_eq!(compare::run(&table, &config).unwrap().areas.len(), 150);
        bencher.bench(|| compare::run(black_box(&table), &config).map(|found| found.areas.len()));
    }
}
