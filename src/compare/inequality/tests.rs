//! What a gap must hold to, on files small enough to check by eye.

use super::*;
use crate::compare::{FindingKind, NoTrend, gap_receipts, replay};
use crate::config::GapShows;
use crate::data::{Mapping, Reader};
use crate::stats::{GapChange, Rejection, Significance};

const HEAD: &str = "Area Code,Area Name,Parent Code,Sex,Age,Category Type,Category,Time period,Value,\
    Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator";
const IMD: &str = "County quintiles of deprivation (IMD2019)";
const QUINTILES: [&str; 5] = [
    "Most deprived quintile",
    "Second most deprived quintile",
    "Average deprived quintile",
    "Second least deprived quintile",
    "Least deprived quintile",
];

fn table(rows: &[String]) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.push([HEAD, "\n", &rows.join("\n"), "\n"].concat().as_bytes());
    let (table, problems) = reader.finish();
    assert_eq!(problems, []);
    table
}

fn config(json: &str) -> Config {
    serde_json::from_str(json).unwrap()
}

/// A row of Ash: its group as `sex,age,category type,category`, its year, its figure give or take so much.
fn row(group: &str, year: i32, value: f64, reach: f64) -> String {
    format!("E10000001,Ash,,{group},{year},{value},{},{},,1000", value - reach, value + reach)
}

fn everyone(year: i32, value: f64) -> String {
    row("Persons,All ages,,", year, value, 1.0)
}

fn quintiles(grouping: &str, year: i32, values: [f64; 5]) -> Vec<String> {
    QUINTILES
        .iter()
        .zip(values)
        .map(|(group, value)| row(&format!("Persons,All ages,{grouping},{group}"), year, value, 1.0))
        .collect()
}

fn labels<'t>(comparison: &GapComparison<'t>) -> Vec<&'t str> {
    comparison.groups.iter().map(|group| group.label).collect()
}

#[test]
fn a_ladder_stands_in_its_own_order_and_its_gap_is_between_its_ends() {
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.reverse();
    rows.push(everyone(2023, 24.0));
    let table = table(&rows);
    let config = config("{}");
    let found = gap(&table, &config).unwrap();
    assert_eq!(labels(&found), QUINTILES);
    assert_eq!(found.now.ours().figure.cell, Cell::Value(24.0));
    let (first, second) = found.pair().unwrap();
    assert!(first.rung.unwrap().is_most() && second.rung.unwrap().is_least());
    let apart = found.gap.unwrap();
    assert_eq!(apart.difference, 12.0);
    // Square and add: 12 give or take the root of 1 and 1.
    let interval = apart.verdict.unwrap().gap.unwrap().interval;
    assert!((interval.lower - (12.0 - 2.0_f64.sqrt())).abs() < 1e-12);
    assert_eq!(apart.verdict.unwrap().significance, Significance::Higher);
    assert!((apart.ratio.unwrap().ratio - 30.0 / 18.0).abs() < 1e-12);
}

/// Five groups of a thousand stand at 0.1, 0.3, 0.5, 0.7 and 0.9: the squares of their distances to the middle add up to
/// 0.4, and the slope to (0.4·30 + 0.2·28 − 0.2·20 − 0.4·18)/0.4 = 16. Each group adds 1, ½, 0, −½, −1 of its figure to it,
/// and has a standard error of 1/1.96, so the limits lie √2.5 on either side.
#[test]
fn the_slope_is_the_one_worked_out_by_hand() {
    let rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    let (table, config) = (table(&rows), config(r#"{"value-type": "mean"}"#));
    let found = gap(&table, &config).unwrap();
    let slope = found.slope.unwrap();
    assert!((slope.index - 16.0).abs() < 1e-12, "{}", slope.index);
    assert!((slope.limits.lower - (16.0 - 2.5_f64.sqrt())).abs() < 1e-9);
    // The line goes from 32 to 16.
    assert!((slope.relative.unwrap().0 - 2.0).abs() < 1e-12);
}

#[test]
fn shares_are_fitted_as_shares_whatever_their_per() {
    let rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    let (table, config) = (table(&rows), config(r#"{"value-type": "proportion", "multiplier": 100}"#));
    let found = gap(&table, &config).unwrap();
    let slope = found.slope.unwrap();
    assert!((slope.index - 16.0).abs() < 1e-9);
    assert!(slope.limits.lower > 14.0 && slope.limits.upper < 18.0 && slope.limits.contains(16.0));
}

#[test]
fn no_line_is_fitted_to_a_ladder_with_a_hole() {
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    let config = config("{}");
    rows[2] = row(&format!("Persons,All ages,{IMD},{}", QUINTILES[2]), 2023, 24.0, 1.0).replace(",24,23,25,", ",*,,,");
    let withheld = table(&rows);
    let found = gap(&withheld, &config).unwrap();
    assert!(matches!(found.slope, Err(NoSlope::Absent { absence: Absence::Suppressed, .. })), "{:?}", found.slope);
    assert!(found.gap.is_ok(), "the ends are there");
    rows.remove(2);
    let without = table(&rows);
    assert_eq!(gap(&without, &config).unwrap().slope, Err(NoSlope::GroupMissing));
    rows.remove(0);
    let endless = table(&rows);
    assert_eq!(gap(&endless, &config).unwrap().gap, Err(NoGap::EndMissing(Rung { at: 0, of: 5 })));
}

#[test]
fn a_line_wants_to_know_how_many_people_there_are() {
    let rows: Vec<String> =
        quintiles(IMD, 2023, [3.0, 2.5, 2.0, 1.5, 1.2]).iter().map(|row| row.replace(",1000", ",")).collect();
    let (table, config) = (table(&rows), config("{}"));
    assert_eq!(gap(&table, &config).unwrap().slope, Err(NoSlope::NoPopulation));
}

#[test]
fn a_withheld_group_gives_no_gap() {
    let withheld = row("Male,All ages,,", 2023, 24.0, 1.0).replace(",24,23,25,", ",*,,,");
    let (table, config) =
        (table(&[everyone(2023, 22.0), row("Female,All ages,,", 2023, 20.0, 1.0), withheld]), config("{}"));
    let found = gap(&table, &config).unwrap();
    assert_eq!(labels(&found), ["Female", "Male"]);
    assert_eq!(found.gap, Err(NoGap::Absent { is_first: false, absence: Absence::Suppressed }));
    assert_eq!(found.slope, Err(NoSlope::NoLadder));
}

#[test]
fn editions_of_one_grouping_are_never_mixed() {
    let other = "County quintiles of deprivation (IMD2015)";
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.extend(quintiles(IMD, 2022, [30.0, 28.0, 24.0, 20.0, 18.0]));
    rows.extend(quintiles(other, 2023, [31.0, 27.0, 25.0, 21.0, 17.0]));
    rows.extend([everyone(2023, 24.0), everyone(2022, 24.0)]);
    let table = table(&rows);
    let whole = config("{}");
    let found = gap(&table, &whole).unwrap();
    assert_eq!((found.dimension().unwrap().label, found.groups.len()), (IMD, 5), "the longer history");
    let finding = found.now.findings.iter().find(|finding| finding.kind == FindingKind::MixedEditions);
    assert_eq!(finding.unwrap().found, [other, "; ", IMD].concat());
    let asked = config(&format!(r#"{{"groups": "{other}"}}"#));
    let found = gap(&table, &asked).unwrap();
    assert_eq!(found.dimension().unwrap().label, other);
    assert!(found.now.findings.iter().all(|finding| finding.kind != FindingKind::MixedEditions));
    assert_eq!(found.over_time.unwrap().history.iter().filter(|moment| moment.ours.cell.value().is_some()).count(), 1);
}

#[test]
fn with_more_than_two_groups_somebody_must_name_them() {
    let group = |name: &str, value| row(&format!("Persons,All ages,Ethnic groups,{name}"), 2023, value, 1.0);
    let table = table(&[group("White", 20.0), group("Asian", 14.0), group("Black", 17.0), everyone(2023, 18.0)]);
    let plain = config("{}");
    let found = gap(&table, &plain).unwrap();
    assert_eq!((labels(&found), found.gap), (vec!["Asian", "Black", "White"], Err(NoGap::NotNamed)));
    assert_eq!(gap_line(&table, &plain), None);
    let named = config(r#"{"gap": {"between": ["White", "Asian"], "phrases": {"White": "White people"}}}"#);
    let found = gap(&table, &named).unwrap();
    assert_eq!(found.gap.unwrap().difference, 6.0);
    assert_eq!(found.pair().unwrap().0.phrase, "White people");
    assert_eq!(gap_line(&table, &named).unwrap().gap.unwrap(), found.gap.unwrap());
    let wrong = config(r#"{"groups": "ethnicity", "gap": {"between": ["White", "Asain"]}}"#);
    assert_eq!(gap(&table, &wrong).unwrap().gap, Err(NoGap::NotNamed));
}

#[test]
fn ages_stand_by_age_and_those_that_overlap_have_no_gap() {
    let age = |age: &str, value| row(&format!("Persons,{age},,"), 2023, value, 1.0);
    let table = table(&[
        age("18+ yrs", 30.0),
        age("85+ yrs", 40.0),
        age("18-64 yrs", 20.0),
        age("65-84 yrs", 30.0),
        age("65+ yrs", 35.0),
    ]);
    let of = |between: &str| config(&format!(r#"{{"series": "18+ yrs", "gap": {{"between": [{between}]}}}}"#));
    let (young, overlap) = (of(r#""85+ yrs", "18-64 yrs""#), of(r#""85+ yrs", "65+ yrs""#));
    let found = gap(&table, &young).unwrap();
    assert_eq!(labels(&found), ["18-64 yrs", "65-84 yrs", "65+ yrs", "85+ yrs"]);
    assert!(found.dimension().unwrap().has_whole);
    assert_eq!(found.gap.unwrap().difference, 20.0);
    assert_eq!(gap(&table, &overlap).unwrap().gap, Err(NoGap::Overlapping));
}

#[test]
fn without_groups_that_is_what_is_found() {
    let table = table(&[everyone(2023, 24.0)]);
    let (plain, asked) = (config("{}"), config(r#"{"groups": "deprivation"}"#));
    let found = gap(&table, &plain).unwrap();
    assert_eq!((found.gap, found.shown, found.dimensions.len()), (Err(NoGap::NothingPublished), None, 0));
    assert_eq!(gap(&table, &asked).unwrap().asked, "deprivation");
    assert_eq!(gap_line(&table, &plain), None);
}

#[test]
fn groups_of_another_area_are_none_of_ours() {
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.push("E10000002,Birch,,Persons,All ages,,,2023,24,23,25,,1000".to_owned());
    rows.push(everyone(2023, 24.0));
    let (table, config) = (table(&rows), config(r#"{"area": "Birch"}"#));
    assert_eq!(gap(&table, &config).unwrap().gap, Err(NoGap::NothingPublished));
}

#[test]
fn the_latest_period_with_groups_is_shown_unless_one_is_asked_for() {
    let mut rows = quintiles(IMD, 2022, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.extend([everyone(2022, 24.0), everyone(2023, 25.0)]);
    let table = table(&rows);
    let (free, asked) = (config("{}"), config(r#"{"period": "2023"}"#));
    let found = gap(&table, &free).unwrap();
    assert_eq!((found.now.period.label.as_str(), found.now.ours().figure.cell), ("2022", Cell::Value(24.0)));
    assert!(found.gap.is_ok());
    let found = gap(&table, &asked).unwrap();
    assert_eq!(found.now.period.label, "2023");
    assert!(matches!(found.gap, Err(NoGap::Absent { absence: Absence::Missing, .. })));
    assert_eq!(gap_line(&table, &free), None, "a headline shows its own period");
}

/// Females and males over six years, each year's figures give or take so much.
fn sexes(years: &[(f64, f64)], reach: f64) -> Vec<String> {
    let year = |(at, &(female, male)): (usize, &(f64, f64))| {
        let year = 2018 + at as i32;
        [
            row("Female,All ages,,", year, female, reach),
            row("Male,All ages,,", year, male, reach),
            everyone(year, (female + male) / 2.0),
        ]
    };
    years.iter().enumerate().flat_map(year).collect()
}

fn changes(years: &[(f64, f64)], reach: f64) -> (GapChange, GapChange, bool) {
    let (table, config) = (table(&sexes(years, reach)), config(r#"{"value-type": "mean"}"#));
    let found = gap(&table, &config).unwrap();
    let over_time = found.over_time.as_ref().unwrap();
    let receipt = gap_receipts(&found);
    assert_eq!(replay(&receipt), Ok(receipt.clone()));
    let (difference, ratio) = (over_time.change.as_ref().unwrap(), over_time.ratio.as_ref().unwrap());
    assert_eq!((difference.tested.len(), difference.first.period.label.as_str()), (5, "2018"));
    (difference.trend.change, ratio.trend.change, over_time.parting_ways().is_some())
}

#[test]
fn points_and_ratio_may_part_ways() {
    use GapChange::{Bigger, Smaller, Unclear};
    // Both halve: the points shrink, the ratio stays.
    let halving = [(40.0, 20.0), (34.0, 17.0), (30.0, 15.0), (24.0, 12.0), (20.0, 10.0)];
    assert_eq!(changes(&halving, 0.5), (Smaller, Unclear, false));
    // 20 points and twice as many; 15 points and four times as many.
    let parting = [(40.0, 20.0), (35.0, 16.0), (30.0, 12.0), (25.0, 8.0), (20.0, 5.0)];
    assert_eq!(changes(&parting, 0.5), (Smaller, Bigger, true));
    let widening = [(20.0, 18.0), (22.0, 18.0), (24.0, 18.0), (26.0, 18.0), (28.0, 18.0)];
    assert_eq!(changes(&widening, 0.5), (Bigger, Bigger, false));
    assert_eq!(changes(&widening, 10.0).0, Unclear);
}

#[test]
fn a_trend_of_a_gap_is_refused_as_any_other_is() {
    let refused = |json: &str, years: &[(f64, f64)]| {
        let (table, config) = (table(&sexes(years, 0.5)), config(json));
        match gap(&table, &config).unwrap().over_time.unwrap().change {
            Err(NoTrend::TooFew { have }) => Some(have),
            Err(other) => panic!("{other:?}"),
            Ok(_) => None,
        }
    };
    let six = [(20.0, 18.0); 6];
    assert_eq!(refused("{}", &six[..4]), Some(4));
    assert_eq!(refused(r#"{"provisional": ["2022"]}"#, &six[..5]), Some(4));
    assert_eq!(refused(r#"{"breaks": {"2020": "New."}}"#, &six), Some(4));
    assert_eq!(refused("{}", &six), None);
}

#[test]
fn counts_of_people_have_no_gap() {
    let (table, config) = (table(&sexes(&[(20.0, 18.0); 5], 0.5)), config(r#"{"value-type": "count"}"#));
    assert_eq!(gap(&table, &config).unwrap().gap, Err(NoGap::Counts));
}

#[test]
fn a_gap_without_ranges_is_not_tested_and_has_no_ratio() {
    let rows: Vec<String> = sexes(&[(20.0, 18.0)], 0.5).iter().map(|row| row.replace(",19.5,20.5,", ",,,")).collect();
    let (table, config) = (table(&rows), config("{}"));
    let apart = gap(&table, &config).unwrap().gap.unwrap();
    assert_eq!((apart.difference, apart.verdict.is_err()), (2.0, true));
    assert_eq!(apart.ratio, Err(Rejection::MissingLimits));
}

#[test]
fn places_inside_are_of_one_kind_and_stand_a_to_z() {
    let part =
        |code: &str, name: &str, value: f64| format!("{code},{name},E10000001,Persons,All ages,,,2023,{value},,,,100");
    let mut rows = vec![everyone(2023, 10.0)];
    for (at, name) in ["Oak", "Elm", "Yew", "Fir"].iter().enumerate() {
        rows.push(part(&format!("E0500000{at}"), name, at as f64 * 4.0));
    }
    rows.push(part("E07000001", "Hazel", 9.0));
    let (table, config) = (table(&rows), config(r#"{"area": "E10000001", "gap-shows": "parts"}"#));
    let found = gap(&table, &config).unwrap();
    let inside = found.inside.unwrap();
    let names: Vec<&str> = inside.parts.iter().map(|part| part.place.name).collect();
    assert_eq!((names, inside.kind, inside.others), (vec!["Elm", "Fir", "Oak", "Yew"], Parts::Neighbourhoods, 1));
    assert_eq!((inside.spread.quartiles, inside.spread.ends), ((3.0, 9.0), (0.0, 12.0)));
    assert_eq!((found.shows, found.can_show), (GapShows::Parts, vec![GapShows::Parts]));
}

#[test]
fn receipts_come_out_the_same_and_say_what_was_found() {
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.push(everyone(2023, 24.0));
    let table = table(&rows);
    for value_type in ["mean", "proportion", "rate"] {
        let config = config(&format!(r#"{{"value-type": "{value_type}"}}"#));
        let found = gap(&table, &config).unwrap();
        let receipt = gap_receipts(&found);
        assert_eq!(replay(&receipt), Ok(receipt.clone()), "{value_type}");
        let crate::config::Plain::List(steps) = receipt.get("steps") else { panic!("{receipt:?}") };
        let rules: Vec<&str> = steps.iter().map(|step| step.get("rule").text()).collect();
        assert_eq!(rules, ["gap", "relative-gap", "slope-index"]);
        let index = found.slope.unwrap().index;
        assert_eq!(steps[2].get("result").get("slopeIndex"), &crate::config::Plain::Number(index));
    }
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut rows = quintiles(IMD, 2023, [30.0, 28.0, 24.0, 20.0, 18.0]);
    rows.extend(sexes(&[(20.0, 18.0); 5], 0.5));
    let config = config(r#"{"period": "2022"}"#);
    let forward = table(&rows);
    rows.reverse();
    let backward = table(&rows);
    let (forward, backward) = (gap(&forward, &config).unwrap(), gap(&backward, &config).unwrap());
    assert_eq!(labels(&forward), labels(&backward));
    assert_eq!(forward.gap, backward.gap);
    assert_eq!(forward.dimensions, backward.dimensions);
}
