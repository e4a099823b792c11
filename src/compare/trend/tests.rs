//! What a trend must hold to, on files small enough to check by eye.

use super::*;
use crate::compare::{
    BenchmarkKind, Cell, FindingKind, GapChange, Significance, Trend, TrendJudgement, TrendReason, TrendTest,
};
use crate::config::Config;
use crate::data::{Absence, Mapping, PublishedTrend, Reader};

const HEAD: &str = "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,\
    Recent Trend\n";
const ASH: (&str, &str) = ("E10000001", "Ash");
const BIRCH: (&str, &str) = ("E10000002", "Birch");
const CEDAR: (&str, &str) = ("E10000003", "Cedar");
const ENGLAND: (&str, &str) = ("E92000001", "England");

/// Rows of one area, a year each from 2015 on, each figure with a range of two standard errors of half a unit.
fn years(area: (&str, &str), values: &[f64]) -> String {
    (2015..).zip(values).map(|(year, &value)| row(area, &year.to_string(), value)).collect()
}

fn row((code, name): (&str, &str), period: &str, value: f64) -> String {
    format!("{code},{name},{period},{value},{},{},,,\n", value - 0.98, value + 0.98)
}

/// Rows of one area as shares of a thousand, without ranges.
fn shares((code, name): (&str, &str), counts: &[u32]) -> String {
    let row = |(year, &count): (i32, &u32)| {
        let value = f64::from(count) / 10.0;
        format!("{code},{name},{year},{value},,,{count},1000,\n")
    };
    (2015..).zip(counts).map(row).collect()
}

fn table(rows: &str) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(HEAD.as_bytes());
    reader.push(rows.as_bytes());
    reader.end();
    reader.finish().0
}

/// Reads a config from its JSON, and asks for Ash.
fn config(json: &str) -> Config {
    let mut config: Config = serde_json::from_str(json).unwrap();
    config.words.set(Key::Area, "Ash");
    config
}

fn with<T>(rows: &str, json: &str, read: impl Fn(&TrendComparison) -> T) -> T {
    read(&trend(&table(rows), &config(json)).unwrap())
}

fn recent(rows: &str, json: &str) -> Trend {
    with(rows, json, |found| found.recent.as_ref().unwrap().trend)
}

/// Why there is no recent trend, in the debugger's words.
fn refusal(rows: &str, json: &str) -> String {
    with(rows, json, |found| format!("{:?}", found.recent.as_ref().unwrap_err()))
}

const RISING: [f64; 5] = [20.0, 21.1, 22.0, 22.9, 24.0];
const LEVEL: [f64; 5] = [20.0, 20.4, 19.8, 20.1, 20.3];

fn falling() -> Vec<f64> {
    RISING.iter().rev().copied().collect()
}

#[test]
fn a_recent_trend_rises_falls_or_is_not_clear() {
    assert_eq!(recent(&years(ASH, &RISING), "{}"), Trend::Increasing);
    assert_eq!(recent(&years(ASH, &falling()), "{}"), Trend::Decreasing);
    assert_eq!(recent(&years(ASH, &LEVEL), "{}"), Trend::NoSignificantChange);
}

#[test]
fn a_verdict_carries_what_was_tested() {
    let seven: Vec<f64> = [50.0, 50.0].into_iter().chain(RISING).collect();
    with(&years(ASH, &seven), r#"{"polarity": "low-is-good"}"#, |found| {
        let verdict = found.recent.as_ref().unwrap();
        assert_eq!((verdict.first.0.label.as_str(), verdict.first.1), ("2017", 20.0));
        assert_eq!((verdict.last.0.label.as_str(), verdict.last.1), ("2021", 24.0));
        assert_eq!((verdict.tested.len(), verdict.every, verdict.level), (5, None, crate::stats::Level::P998));
        assert_eq!(verdict.judgement, TrendJudgement::GettingWorse);
        assert_eq!((verdict.test, verdict.reason), (TrendTest::WeightedLine, TrendReason::Significant));
        // By hand: (-2·20 - 21.1 + 22.9 + 2·24)/10 and that, squared, over 0.25/10.
        assert!((verdict.slope - 0.98).abs() < 1e-9 && (verdict.chi_squared - 38.416).abs() < 0.01);
        assert_eq!(
            (found.history.len(), found.now.ours().place.name, found.now.period.label.as_str()),
            (7, "Ash", "2021")
        );
    });
}

#[test]
fn the_period_asked_for_is_the_last_one_shown() {
    let rows = years(ASH, &[20.0, 21.1, 22.0, 22.9, 24.0, 1.0, 60.0]);
    with(&rows, r#"{"period": "2019"}"#, |found| {
        assert_eq!(found.history.last().unwrap().period.label, "2019");
        assert_eq!(found.recent.as_ref().unwrap().trend, Trend::Increasing);
    });
}

#[test]
fn one_figure_that_decides_alone_is_no_trend() {
    let rows = years(ASH, &[20.0, 20.0, 20.0, 20.0, 30.0]);
    with(&rows, "{}", |found| assert_eq!(found.recent.as_ref().unwrap().reason, TrendReason::OnePointDecides));
}

#[test]
fn shares_are_tested_by_their_counts_and_as_published_by_their_ranges() {
    let json = |method| format!(r#"{{"value-type": "proportion", "trend-method": "{method}"}}"#);
    let rows = shares(ASH, &[100, 130, 160, 190, 220]);
    for (method, test) in [("guidance", TrendTest::CochranArmitage), ("published", TrendTest::PublishedLine)] {
        with(&rows, &json(method), |found| {
            let verdict = found.recent.as_ref().unwrap();
            assert_eq!((verdict.test, verdict.trend), (test, Trend::Increasing));
            assert_eq!(verdict.method, found.method);
        });
    }
    // Counts that do not bear the values are not what was published, so the ranges decide: here are none.
    let other = rows.replace(",100,1000,", ",100,1700,");
    assert!(refusal(&other, &json("guidance")).starts_with("NoRange { whose: Ours"));
    // Without a value type nobody knows that they are shares.
    assert!(refusal(&rows, "{}").starts_with("NoRange { whose: Ours"));
}

#[test]
fn too_few_figures_are_counted() {
    assert_eq!(refusal(&years(ASH, &RISING[..4]), "{}"), "TooFew { have: 4 }");
    let gone = years(ASH, &RISING).replace("Ash,2016,21.1,20.12,22.080000000000002", "Ash,2016,,,");
    assert_eq!(refusal(&gone, "{}"), "TooFew { have: 4 }");
}

#[test]
fn a_gap_among_the_latest_five_is_named_and_stays_a_gap() {
    let six: Vec<f64> = [19.0].into_iter().chain(RISING).collect();
    let rows = years(ASH, &six);
    let line = rows.lines().find(|line| line.contains(",2018,")).unwrap();
    // Suppressed.
    let hidden = rows.replace(line, "E10000001,Ash,2018,*,,,,,");
    with(&hidden, "{}", |found| {
        assert_eq!(found.history[3].ours.cell, Cell::Absent(Absence::Suppressed));
        let Err(NoTrend::Gap { whose: Whose::Ours, hole: Hole::At(period) }) = found.recent else {
            panic!("{:?}", found.recent)
        };
        assert_eq!(period.label, "2018");
    });
    // Others have a row of that year, and we have none.
    let others = rows.replace(&format!("{line}\n"), "") + &years(BIRCH, &LEVEL);
    with(&others, "{}", |found| {
        assert_eq!(found.history[3].ours.cell, Cell::Absent(Absence::Missing));
        assert!(matches!(found.recent, Err(NoTrend::Gap { hole: Hole::At(period), .. }) if period.label == "2018"));
    });
    // Nobody has.
    with(&rows.replace(&format!("{line}\n"), ""), "{}", |found| {
        assert_eq!(found.history.len(), 5);
        let Err(NoTrend::Gap { hole: Hole::Between(before, after), .. }) = found.recent else {
            panic!("{:?}", found.recent)
        };
        assert_eq!((before.label.as_str(), after.label.as_str()), ("2017", "2019"));
    });
    // Before the latest five it is of no account.
    let early = years(ASH, &[&[19.0, 19.0], &RISING[..]].concat()).replace("Ash,2016,19,", "Ash,2016,,");
    assert_eq!(recent(&early, "{}"), Trend::Increasing);
}

#[test]
fn a_figure_without_a_range_and_one_without_width_are_named() {
    let rows = years(ASH, &RISING);
    let line = rows.lines().nth(2).unwrap();
    let bare = rows.replace(line, "E10000001,Ash,2017,22,,,,,");
    assert!(refusal(&bare, "{}").contains("NoRange") && refusal(&bare, "{}").contains("\"2017\""));
    let point = rows.replace(line, "E10000001,Ash,2017,22,22,22,,,");
    assert!(refusal(&point, "{}").contains("RangeWithoutWidth"));
    with(&point, "{}", |found| assert!(found.horizon.is_some()));
}

#[test]
fn none_or_all_of_a_share_is_not_tested_and_said() {
    let json = r#"{"value-type": "proportion"}"#;
    let none = refusal(&shares(ASH, &[40, 30, 20, 0, 10]), json);
    assert!(none.starts_with("ZeroCount") && none.contains("\"2018\""), "{none}");
    let all = refusal(&shares(ASH, &[900, 1000, 900, 950, 940]), json);
    assert!(all.starts_with("WholeCount") && all.contains("\"2016\""), "{all}");
    // A longer trend is tested on the shares themselves.
    let longer = r#"{"value-type": "proportion", "trend-from": "2015"}"#;
    with(&shares(ASH, &[400, 300, 200, 0, 10]), longer, |found| {
        assert_eq!(found.long.as_ref().unwrap().as_ref().unwrap().trend, Trend::Decreasing);
    });
    // Nothing tells how many "per" of none: the config must.
    let longer = r#"{"value-type": "proportion", "multiplier": 100, "trend-from": "2015"}"#;
    with(&shares(ASH, &[0; 5]), longer, |found| {
        assert!(matches!(found.long, Some(Err(NoTrend::ZeroCount { .. }))));
    });
}

#[test]
fn numbers_of_people_are_not_tested() {
    let rows = years(ASH, &RISING) + &years(ENGLAND, &LEVEL);
    with(&rows, r#"{"value-type": "count", "trend-from": "2015"}"#, |found| {
        assert_eq!(found.recent, Err(NoTrend::CountsNotTested));
        assert_eq!(found.long, Some(Err(NoTrend::CountsNotTested)));
        assert_eq!(*found.gap.as_ref().unwrap_err(), NoTrend::CountsNotTested);
        assert_eq!(found.horizon, None);
    });
}

/// Three-year periods, one from each year: `2001 - 03`, `2002 - 04`, …
fn rolling(area: (&str, &str), count: i32, slope: f64) -> String {
    let label = |at: i32| format!("{} - {:02}", 2001 + at, 3 + at);
    (0..count).map(|at| row(area, &label(at), 20.0 + slope * f64::from(at))).collect()
}

#[test]
fn of_periods_that_share_years_only_those_are_tested_that_share_none() {
    with(&rolling(ASH, 14, 0.5), "{}", |found| {
        let verdict = found.recent.as_ref().unwrap();
        assert_eq!((verdict.first.0.label.as_str(), verdict.last.0.label.as_str()), ("2002 - 04", "2014 - 16"));
        assert_eq!((verdict.tested.len(), verdict.every, verdict.trend), (5, Some(3), Trend::Increasing));
        assert!((verdict.slope - 0.5).abs() < 1e-9); // a year, not a step
        assert_eq!(found.horizon.unwrap().every, 3);
    });
    with(&rolling(ASH, 14, 0.5), r#"{"trend-method": "published"}"#, |found| {
        assert!((found.recent.as_ref().unwrap().slope - 0.5).abs() < 1e-9);
    });
    assert_eq!(refusal(&rolling(ASH, 12, 0.5), "{}"), "Overlapping { have: 12, clear: 4 }");
    // Three-year periods that stand clear of each other are tested as they are.
    let apart: String = (0..5).map(|at| row(ASH, &format!("{} - {:02}", 2001 + 3 * at, 3 + 3 * at), 20.0)).collect();
    with(&apart, "{}", |found| assert_eq!(found.recent.as_ref().unwrap().every, None));
}

#[test]
fn months_and_quarters_are_refused_by_name() {
    let months: String = (1..=9).map(|month| row(ASH, &format!("2023-0{month}"), f64::from(month))).collect();
    assert_eq!(refusal(&months, "{}"), "NotAnnual { months: 1 }");
    let quarters: String = (0..8).map(|at| row(ASH, &format!("{} Q{}", 2020 + at / 4, 1 + at % 4), 20.0)).collect();
    with(&quarters, r#"{"trend-from": "2020 Q1"}"#, |found| {
        let refused = NoTrend::NotAnnual { months: 3 };
        assert_eq!((&found.recent, &found.long), (&Err(refused), &Some(Err(refused))));
        assert_eq!((*found.gap.as_ref().unwrap_err(), found.horizon, found.history.len()), (refused, None, 8));
    });
}

#[test]
fn no_test_reaches_across_a_break() {
    let rows = years(ASH, &[&[90.0, 90.0, 90.0], &RISING[..]].concat());
    let json = r#"{"breaks": {"2016": "Older.", "2018": "A new question."}, "trend-from": "2015"}"#;
    with(&rows, json, |found| {
        assert_eq!(
            found.latest_break().map(|at| (at.period.label.as_str(), at.reason)),
            Some(("2018", "A new question."))
        );
        let long = found.long.as_ref().unwrap().as_ref().unwrap();
        assert_eq!((long.first.0.label.as_str(), long.tested.len(), long.trend), ("2018", 5, Trend::Increasing));
        assert_eq!(found.recent.as_ref().unwrap().trend, Trend::Increasing);
    });
    assert_eq!(refusal(&rows, r#"{"breaks": {"2019": "Moved."}}"#), "TooFew { have: 4 }");
    // It stands also where we have no figure, or nobody of our series.
    let gap = years(ASH, &[&[90.0; 3], &RISING[..]].concat()).replace("Ash,2018,20,", "Ash,2018,,");
    with(&gap, r#"{"breaks": {"2018": "Moved."}, "trend-from": "2015"}"#, |found| {
        assert_eq!(found.long, Some(Err(NoTrend::TooFew { have: 4 })));
    });
    // A break after the last period shown is not there yet.
    with(&rows, r#"{"breaks": {"2022": "Later."}, "period": "2021"}"#, |found| {
        assert_eq!(found.latest_break(), None);
        assert!(found.now.findings.iter().all(|finding| finding.kind == FindingKind::NoPeers));
    });
}

#[test]
fn a_figure_that_is_not_final_is_shown_and_left_out() {
    let rows = years(ASH, &[&RISING[..], &[1.0]].concat());
    with(&rows, r#"{"provisional": ["2020"]}"#, |found| {
        let verdict = found.recent.as_ref().unwrap();
        assert_eq!((verdict.last.0.label.as_str(), verdict.trend), ("2019", Trend::Increasing));
        assert_eq!(found.not_final().iter().map(|period| period.label.as_str()).collect::<Vec<_>>(), ["2020"]);
        assert!(found.history.last().unwrap().provisional);
        assert_eq!(found.horizon.unwrap().period.label, "2019");
    });
    // In the middle it leaves a gap.
    with(&(rows + &row(ASH, "2021", 2.0)), r#"{"provisional": ["2018"]}"#, |found| {
        assert!(matches!(found.recent, Err(NoTrend::Gap { hole: Hole::At(period), .. }) if period.label == "2018"));
    });
    let json = r#"{"provisional": ["2015", "2016", "2017", "2018", "2019"]}"#;
    assert_eq!(refusal(&years(ASH, &RISING), json), "TooFew { have: 0 }");
}

#[test]
fn labels_of_no_period_become_findings() {
    let json = r#"{"breaks": {"2014/15": "x"}, "provisional": ["1019"], "trend-from": "never"}"#;
    with(&years(ASH, &RISING), json, |found| {
        let said: Vec<_> =
            found.now.findings.iter().skip(1).map(|finding| (finding.kind, finding.found.as_str())).collect();
        let kind = FindingKind::PeriodNotFound;
        assert_eq!(said, [(kind, "never"), (kind, "2014/15"), (kind, "1019")]);
        assert_eq!(found.now.findings[3].near, ["2019"]);
        assert_eq!(found.long, None);
    });
}

#[test]
fn a_longer_trend_can_show_what_five_figures_do_not() {
    let slow: Vec<f64> = (0..12).map(|at| 20.0 + 0.25 * f64::from(at)).collect();
    let rows = years(ASH, &slow);
    with(&rows, "{}", |found| assert_eq!(found.long, None));
    with(&rows, r#"{"trend-from": "2016", "polarity": "high-is-good"}"#, |found| {
        let long = found.long.as_ref().unwrap().as_ref().unwrap();
        assert_eq!((long.first.0.label.as_str(), long.last.0.label.as_str(), long.tested.len()), ("2016", "2026", 11));
        assert_eq!((long.judgement, long.test), (TrendJudgement::GettingBetter, TrendTest::WeightedLine));
        assert_eq!(found.recent.as_ref().unwrap().trend, Trend::NoSignificantChange);
    });
    with(&rows, r#"{"trend-from": "2023"}"#, |found| {
        assert_eq!(found.long, Some(Err(NoTrend::TooFew { have: 4 })));
    });
    // A period without a figure is passed over: the line knows how far apart the others lie.
    let holed = rows.replace("Ash,2020,21.25,", "Ash,2020,,");
    with(&holed, r#"{"trend-from": "2016"}"#, |found| {
        let long = found.long.as_ref().unwrap().as_ref().unwrap();
        assert_eq!(long.tested.len(), 10);
        assert!((long.slope - 0.25).abs() < 1e-9);
    });
}

/// What became of the gap between Ash and England, whose figure is fixed.
fn gap_to_england(ours: &[f64], england: &[f64]) -> GapChange {
    with(&(years(ASH, ours) + &years(ENGLAND, england)), "{}", |found| found.gap.as_ref().unwrap().change())
}

#[test]
fn a_gap_gets_smaller_bigger_crosses_or_cannot_be_told() {
    assert_eq!(gap_to_england(&falling(), &[19.0; 5]), GapChange::Smaller);
    assert_eq!(gap_to_england(&RISING, &[25.0; 5]), GapChange::Smaller);
    assert_eq!(gap_to_england(&RISING, &[19.0; 5]), GapChange::Bigger);
    assert_eq!(gap_to_england(&falling(), &[25.0; 5]), GapChange::Bigger);
    assert_eq!(gap_to_england(&RISING, &[22.0; 5]), GapChange::Crossed);
    assert_eq!(gap_to_england(&LEVEL, &[22.0; 5]), GapChange::Unclear);
}

#[test]
fn a_gap_carries_its_ends_and_which_way_both_went() {
    let england: Vec<f64> = falling().iter().map(|value| (value - 24.0) * 0.4 + 19.0).collect();
    with(&(years(ASH, &falling()) + &years(ENGLAND, &england)), "{}", |found| {
        let gap = found.gap.as_ref().unwrap();
        assert_eq!((gap.first.period.label.as_str(), gap.last.period.label.as_str()), ("2015", "2019"));
        assert!((gap.first.gap - 5.0).abs() < 1e-9 && (gap.last.gap - 2.6).abs() < 1e-9);
        assert_eq!((gap.change(), gap.both_went), (GapChange::Smaller, None)); // England's fall is half as clear
        assert_eq!((gap.changed_sides(), gap.not_clear_by_last()), (None, false));
        assert_eq!(found.history[0].benchmark.cell, Cell::Value(19.0));
    });
    let steeper: Vec<f64> = falling().iter().map(|value| 2.0 * value - 30.0).collect();
    with(&(years(ASH, &falling()) + &years(ENGLAND, &steeper)), "{}", |found| {
        assert_eq!(found.gap.as_ref().unwrap().both_went, Some(Trend::Decreasing));
    });
    with(&(years(ASH, &falling()) + &years(ENGLAND, &[19.5; 5])), "{}", |found| {
        let gap = found.gap.as_ref().unwrap();
        assert!(gap.not_clear_by_last() && gap.level == crate::stats::Level::P998);
    });
    with(&(years(ASH, &RISING) + &years(ENGLAND, &[22.0; 5])), "{}", |found| {
        assert_eq!(found.gap.as_ref().unwrap().changed_sides(), Some((Significance::Lower, Significance::Higher)));
    });
    with(&(years(ASH, &LEVEL) + &years(ENGLAND, &[22.0; 5])), "{}", |found| {
        let (smaller, bigger) = found.gap.as_ref().unwrap().smaller_or_bigger();
        assert!(smaller > 0.0 && bigger > 0.0);
    });
}

#[test]
fn an_uncertain_benchmark_makes_a_gap_less_clear() {
    // A slope of 0.63 against a standard error of 0.158, or of 0.224 when the other's figures vary as much.
    let ours: Vec<f64> = (0..5).map(|at| 20.0 + 0.63 * f64::from(at)).collect();
    let fixed = years(ASH, &ours) + &years(ENGLAND, &[19.0; 5]);
    let level = |rows: &str, json: &str| with(rows, json, |found| found.gap.as_ref().unwrap().level);
    assert_eq!(level(&fixed, "{}"), crate::stats::Level::P998);
    let peer = years(ASH, &ours) + &years(BIRCH, &[19.0; 5]);
    assert_eq!(level(&peer, r#"{"benchmark": "Birch"}"#), crate::stats::Level::P95);
    let peers = peer + &years(CEDAR, &[18.0; 5]);
    with(&peers, "{}", |found| {
        assert_eq!(found.now.benchmark.kind, BenchmarkKind::PeersMedian);
        assert_eq!(found.history[2].benchmark.cell, Cell::Value(18.5));
        let spread = found.history[2].peers.unwrap();
        assert_eq!((spread.with_figure, spread.quartiles), (2, (18.25, 18.75)));
        assert_eq!(found.gap.as_ref().unwrap().change(), GapChange::Bigger);
    });
    with(&years(ASH, &ours), r#"{"benchmark": "19"}"#, |found| {
        assert_eq!(
            (found.gap.as_ref().unwrap().change(), found.gap.as_ref().unwrap().both_went),
            (GapChange::Bigger, None)
        );
        assert_eq!(found.history[0].peers, None);
    });
}

#[test]
fn a_gap_without_what_it_needs_says_so() {
    with(&years(ASH, &RISING), "{}", |found| {
        assert_eq!(*found.gap.as_ref().unwrap_err(), NoTrend::NoBenchmark(Untested::NoBenchmark));
        assert_eq!(found.recent.as_ref().unwrap().trend, Trend::Increasing);
    });
    let six = [&[19.0], &RISING[..]].concat();
    let both = years(ASH, &six) + &years(ENGLAND, &[19.0; 6]);
    let rows = both.replace("England,2018,19,18.02,19.98", "England,2018,,,");
    with(&rows, "{}", |found| {
        let Err(NoTrend::Gap { whose: Whose::Benchmark, hole: Hole::At(period) }) = found.gap else {
            panic!("{:?}", found.gap)
        };
        assert_eq!(period.label, "2018");
    });
    let other = years(ASH, &RISING) + &years(("E54000001", "A board"), &LEVEL);
    with(&other, r#"{"benchmark": "E54000001"}"#, |found| {
        assert_eq!(*found.gap.as_ref().unwrap_err(), NoTrend::NoBenchmark(Untested::OtherKind));
    });
    let bare = years(ASH, &RISING)
        + &years(BIRCH, &LEVEL).replace("Birch,2016,20.4,19.419999999999998,21.38", "Birch,2016,20.4,,");
    with(&bare, r#"{"benchmark": "Birch"}"#, |found| {
        assert!(
            matches!(found.gap, Err(NoTrend::NoRange { whose: Whose::Benchmark, period }) if period.label == "2016")
        );
    });
}

#[test]
fn a_published_label_agrees_or_differs_by_its_direction() {
    let rows = years(ASH, &RISING);
    let said = |label: &str, json: &str| {
        let last = rows.lines().last().unwrap();
        let labelled = rows.replace(last, &format!("{last}{label}"));
        with(&labelled, json, |found| found.published.map(|published| (published.label, published.agrees)))
    };
    assert_eq!(said("", "{}"), None);
    assert_eq!(said("Increasing", "{}"), Some((PublishedTrend::Increasing, Some(true))));
    let judged = said("Increasing and getting worse", r#"{"polarity": "high-is-good"}"#);
    assert_eq!(judged, Some((PublishedTrend::IncreasingWorse, Some(true))));
    assert_eq!(said("No significant change", "{}").unwrap().1, Some(false));
    assert_eq!(said("Cannot be calculated", "{}").unwrap().1, Some(false));
    // Where ours is refused, that is what a publisher who says so says too.
    let refused = r#"{"breaks": {"2018": "x"}}"#;
    assert_eq!(said("Cannot be calculated", refused).unwrap().1, Some(true));
    assert_eq!(said("Increasing", refused).unwrap().1, Some(false));
    // A test that ends before the label's period neither agrees nor differs.
    let earlier = row(ASH, "2014", 19.0) + &rows;
    let last = earlier.lines().last().unwrap();
    with(&earlier.replace(last, &format!("{last}Increasing")), r#"{"provisional": ["2019"]}"#, |found| {
        assert_eq!(found.published.unwrap().agrees, None);
    });
}

#[test]
fn turning_the_polarity_turns_the_judgement_and_nothing_else() {
    let rows = years(ASH, &RISING) + &years(ENGLAND, &LEVEL);
    let judged = |polarity: &str| {
        with(&rows, &format!(r#"{{"polarity": "{polarity}", "trend-from": "2015"}}"#), |found| {
            let (recent, long, gap) = (
                found.recent.as_ref().unwrap(),
                found.long.as_ref().unwrap().as_ref().unwrap(),
                found.gap.as_ref().unwrap(),
            );
            let facts = (recent.trend, recent.slope, recent.chi_squared, long.slope, gap.trend, gap.both_went);
            (recent.judgement, long.judgement, format!("{facts:?} {:?}", found.horizon))
        })
    };
    let (high, low, none) = (judged("high-is-good"), judged("low-is-good"), judged("none"));
    assert_eq!((high.0, high.1), (TrendJudgement::GettingBetter, TrendJudgement::GettingBetter));
    assert_eq!((low.0, low.1), (TrendJudgement::GettingWorse, TrendJudgement::GettingWorse));
    assert_eq!(none.0, TrendJudgement::Increasing);
    assert!(high.2 == low.2 && low.2 == none.2);
}

#[test]
fn a_horizon_is_what_five_such_figures_would_show() {
    with(&years(ASH, &RISING[..2]), "{}", |found| {
        let horizon = found.horizon.unwrap();
        let expected = crate::stats::detectable_slope(0.5, 5, crate::stats::Level::P998).unwrap();
        assert!((horizon.slope - expected).abs() < 1e-4);
        assert_eq!((horizon.figures, horizon.every, horizon.period.label.as_str()), (5, 1, "2016"));
    });
    with("E10000001,Ash,2015,20,,,,,\n", "{}", |found| assert_eq!(found.horizon, None));
}

#[test]
fn only_an_empty_table_is_no_data() {
    assert_eq!(trend(&Table::default(), &Config::default()), Err(NoData));
    with("E10000001,Ash,2015,*,,,,,\n", "{}", |found| {
        assert_eq!((found.history.len(), &found.recent), (1, &Err(NoTrend::TooFew { have: 0 })));
    });
}
