//! What must hold of a trend whatever the file: no refusal without its reason, no number that is none, no order.

use peerglass::compare::{NoTrend, Trend, TrendComparison, trend};
use peerglass::config::Config;
use peerglass::data::{Mapping, Reader, Table};
use proptest::prelude::*;

const PLACES: [(&str, &str); 4] =
    [("E10000001", "Ash"), ("E10000002", "Birch"), ("E10000003", "Cedar"), ("E92000001", "England")];

/// A cell: nothing, withheld, or a value with its range or its counts; now and then without.
fn cell(counted: bool) -> impl Strategy<Value = String> {
    let shown = (-50.0..50.0_f64, 0..200_u32, 0..=1000_u32).prop_map(move |(value, reach, count)| {
        let (value, reach) = ((value * 10.0).round() / 10.0, f64::from(reach) / 10.0);
        match counted {
            true => format!("{:.1},,,{count},1000", f64::from(count) / 10.0),
            false => format!("{value:.1},{:.1},{:.1},,", value - reach, value + reach),
        }
    });
    prop_oneof![
        1 => Just(",,,,".to_owned()),
        1 => Just("*,,,,".to_owned()),
        1 => (-50.0..50.0_f64).prop_map(|value| format!("{value:.2},,,,")),
        60 => shown,
    ]
}

/// The rows of a file: each place in each year, some left out; and the same rows in another order.
fn rows() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    let months = prop_oneof![3 => Just(12_u32), 1 => Just(36)];
    let cells = any::<bool>()
        .prop_flat_map(|counted| prop::collection::vec((cell(counted), 0..40_u8), PLACES.len() * 5..PLACES.len() * 18));
    (months, cells).prop_flat_map(|(months, cells)| {
        let mut rows = Vec::new();
        for (at, (cell, kept)) in cells.iter().enumerate() {
            let ((code, name), year) = (PLACES[at % PLACES.len()], 2001 + at / PLACES.len());
            let period = if months == 12 { year.to_string() } else { format!("{year} - {:02}", year - 1998) };
            if *kept > 0 {
                rows.push(format!("{code},{name},{period},{cell}\n"));
            }
        }
        (Just(rows.clone()), Just(rows).prop_shuffle())
    })
}

fn options() -> impl Strategy<Value = String> {
    let benchmark = prop_oneof![Just(""), Just("peers"), Just("E10000002"), Just("12"), Just("Mars")];
    let kind = prop_oneof![3 => Just(""), 6 => Just("proportion"), 2 => Just("rate"), 1 => Just("count")];
    let method = prop_oneof![Just("guidance"), Just("published")];
    (benchmark, kind, method, 1995..2010_i32, 2005..2030_i32).prop_map(|(benchmark, kind, method, change, last)| {
        format!(
            r#""benchmark": "{benchmark}", "value-type": "{kind}", "trend-method": "{method}", "trend-from": "2001",
               "breaks": {{"{change}": "x"}}, "provisional": ["{last}"]"#
        )
    })
}

fn table(rows: &[String]) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(b"Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n");
    rows.iter().for_each(|row| reader.push(row.as_bytes()));
    reader.end();
    reader.finish().0
}

fn config(options: &str, polarity: &str) -> Config {
    serde_json::from_str(&format!(r#"{{"area": "E10000001", "polarity": "{polarity}", {options}}}"#)).unwrap()
}

/// Everything but the lines of the file.
fn facts(found: &TrendComparison) -> String {
    let mut found = found.clone();
    let verdicts = [found.recent.as_mut().ok(), found.long.as_mut().and_then(|long| long.as_mut().ok())];
    let tested = verdicts.into_iter().flatten().flat_map(|verdict| &mut verdict.tested);
    let of_gap = found.gap.iter_mut().flat_map(|gap| &mut gap.tested);
    for moment in tested.chain(of_gap).chain(&mut found.history) {
        (moment.ours.line, moment.benchmark.line) = (0, 0);
    }
    let verdicts = (&found.recent, &found.long, &found.gap, &found.horizon, &found.published);
    format!("{:?} {verdicts:?} {:?} {:?}", found.history, found.now.benchmark.kind, found.now.ours().place)
}

/// What of the verdicts is a number.
fn numbers(found: &TrendComparison) -> Vec<f64> {
    let mut numbers = Vec::new();
    for verdict in [found.recent.as_ref().ok(), found.long.as_ref().and_then(|long| long.as_ref().ok())] {
        numbers.extend(
            verdict.into_iter().flat_map(|found| [found.slope, found.chi_squared, found.first.1, found.last.1]),
        );
    }
    let gap = found.gap.iter().flat_map(|gap| {
        [gap.first.gap, gap.last.gap, gap.trend.fitted, gap.trend.limits.0, gap.trend.limits.1, gap.trend.chi_squared]
    });
    numbers.extend(gap);
    numbers.extend(found.horizon.iter().map(|horizon| horizon.slope));
    numbers
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn the_order_of_rows_changes_no_trend((rows, shuffled) in rows(), options in options()) {
        let config = config(&options, "high-is-good");
        let (straight, shuffled) = (table(&rows), table(&shuffled));
        match (trend(&straight, &config), trend(&shuffled, &config)) {
            (Ok(straight), Ok(shuffled)) => prop_assert_eq!(facts(&straight), facts(&shuffled)),
            (straight, shuffled) => prop_assert!(straight.is_err() && shuffled.is_err()),
        }
    }

    #[test]
    fn every_number_is_one_and_a_trend_has_its_five_figures((rows, _) in rows(), options in options()) {
        let (table, config) = (table(&rows), config(&options, "none"));
        let Ok(found) = trend(&table, &config) else { return Ok(()) };
        prop_assert!(numbers(&found).iter().all(|number| number.is_finite()));
        let with_figure = found.history.iter().filter(|moment| moment.ours.cell.value().is_some()).count();
        match found.recent {
            Ok(ref verdict) => {
                prop_assert!(verdict.tested.len() == 5 && with_figure >= 5);
                prop_assert!((verdict.trend == Trend::NoSignificantChange) || verdict.chi_squared > 9.5495);
                let after = found.latest_break().is_none_or(|at| at.period <= verdict.first.0);
                prop_assert!(after && !found.not_final().contains(&verdict.last.0));
            }
            Err(NoTrend::TooFew { have }) => prop_assert!(have < 5),
            Err(NoTrend::Overlapping { have, clear }) => prop_assert!(clear < 5 && clear < have),
            Err(why) => prop_assert!(with_figure >= 5 || why == NoTrend::CountsNotTested, "{:?}", why),
        }
    }

    #[test]
    fn which_way_is_better_changes_no_fact((rows, _) in rows(), options in options()) {
        let table = table(&rows);
        let (high, low) = (config(&options, "high-is-good"), config(&options, "low-is-good"));
        let (Ok(high), Ok(low)) = (trend(&table, &high), trend(&table, &low)) else { return Ok(()) };
        prop_assert_eq!(numbers(&high), numbers(&low));
        if let (Ok(high), Ok(low)) = (high.recent, low.recent) {
            prop_assert_eq!(high.trend, low.trend);
            prop_assert_eq!(high.judgement == low.judgement, high.trend == Trend::NoSignificantChange);
        }
    }
}
