//! Gaps between groups of real files: what is found equals what was worked out from the same rows elsewhere.
//!
//! The files are not part of this repository; `PEERGLASS_DATA` names their folder. In CI their absence is a failure. The
//! expected numbers were worked out from the files by another program: the gap by square and add, the slope by weighted
//! least squares over the middles of the shares of people.

use std::path::Path;

use files::{folder, read};
use peerglass::compare::{self, GapChange, NoGap, NoSlope, gap, gap_line};
use peerglass::config::{Config, Key};
use peerglass::data::Table;
use peerglass::text::Language;
use peerglass::view;

#[path = "real_files/files.rs"]
mod files;

fn extract(folder: &Path) -> Table {
    read(
        folder,
        &[
            "fingertips/dhsc-extract-20-indicators.csv",
            "fingertips/dhsc-extract-indicator-metadata.csv",
            "areas/dhsc-extract-areas.csv",
        ],
    )
    .0
}

fn config(words: &[(Key, &str)]) -> Config {
    let mut config = Config::default();
    for (key, word) in words {
        config.words.set(*key, word);
    }
    config
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-9 * expected.abs().max(1.0)
}

#[test]
fn englands_tenths_give_the_gap_and_the_slope_worked_out_elsewhere() {
    let Some(folder) = folder() else { return };
    let table = extract(&folder);
    let smoking = [(Key::Indicator, "93085"), (Key::Area, "E92000001")];
    let inactive = [
        (Key::Indicator, "93015"),
        (Key::Area, "E92000001"),
        (Key::Series, "Persons, 19+ yrs"),
        (Key::Groups, "deprivation"),
    ];
    for (words, gap_at, slope_at) in [
        (
            &smoking[..],
            [3.500000000000001, 3.1582128586385965, 3.792232473383777],
            [2.5631614586134583, 1.4168767758250147],
        ),
        (&inactive[..], [19.25039, 18.260011109423264, 20.246298888252333], [17.724589744559946, 2.3277622777675813]),
    ] {
        let config = config(words);
        let found = gap(&table, &config).unwrap();
        let interval = found.gap.unwrap().verdict.unwrap().gap.unwrap().interval;
        let difference = found.gap.unwrap().difference;
        assert!(close(difference, gap_at[0]) && close(interval.lower, gap_at[1]) && close(interval.upper, gap_at[2]));
        let slope = found.slope.unwrap();
        assert!(close(slope.index, slope_at[0]), "{}", slope.index);
        assert!(close(slope.relative.unwrap().0, slope_at[1]));
        assert!(slope.limits.contains(slope.index));
    }
}

#[test]
fn the_gap_between_tenths_over_five_years_got_bigger_both_ways() {
    let Some(folder) = folder() else { return };
    let table = extract(&folder);
    let config = config(&[
        (Key::Indicator, "93015"),
        (Key::Area, "E92000001"),
        (Key::Series, "Persons, 19+ yrs"),
        (Key::Groups, "deprivation"),
    ]);
    let over_time = gap(&table, &config).unwrap().over_time.unwrap();
    let change = over_time.change.unwrap();
    assert_eq!((change.first.period.label.as_str(), change.tested.len()), ("2018", 5));
    assert!(close(change.first.gap, 15.100739999999998));
    assert_eq!((change.trend.change, over_time.ratio.unwrap().trend.change), (GapChange::Bigger, GapChange::Bigger));
}

/// The county's own fifths; where the publisher withholds one end there is no gap, and without numbers of people no line.
#[test]
fn fifths_within_an_area_are_its_own() {
    let Some(folder) = folder() else { return };
    let table = extract(&folder);
    let words = |area: &'static str| config(&[(Key::Indicator, "92033"), (Key::Area, area)]);
    let blackpool = words("E06000009");
    assert!(matches!(gap(&table, &blackpool).unwrap().gap, Err(NoGap::EndMissing(rung)) if rung.is_least()));
    let luton = words("E06000032");
    let mut given = 0;
    for (code, _) in &compare::run(&table, &luton).unwrap().choices.areas {
        let config = config(&[(Key::Indicator, "92033"), (Key::Area, code)]);
        let found = gap(&table, &config).unwrap();
        if let Ok(apart) = found.gap {
            given += 1;
            let (most, least) = found.pair().unwrap();
            let (most, least) = (most.figure.cell.value().unwrap(), least.figure.cell.value().unwrap());
            assert!(close(apart.difference, most - least));
            assert!(
                matches!(found.slope, Err(NoSlope::NoPopulation | NoSlope::GroupMissing | NoSlope::NoLadder))
                    || found.slope.is_ok()
            );
        }
    }
    assert!(given > 20, "{given}");
}

#[test]
fn the_line_of_every_headline_is_the_gap_of_its_view() {
    let Some(folder) = folder() else { return };
    let table = extract(&folder);
    let config = config(&[(Key::Indicator, "93085"), (Key::Area, "E92000001")]);
    let line = gap_line(&table, &config).unwrap();
    assert_eq!(line.gap, gap(&table, &config).unwrap().gap);
    let now = compare::run(&table, &config).unwrap();
    let said = view::gap_line(&line, &now, Language::English);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].id, "I1-plain");
    assert!(
        said[0].text.contains("8.8% in the most deprived tenth, 5.3% in the least deprived tenth"),
        "{}",
        said[0].text
    );
}

#[test]
fn neighbourhoods_of_a_county_lie_where_their_rows_say() {
    let Some(folder) = folder() else { return };
    let table = read(&folder, &["fingertips/27col-bom-msoa-norfolk-local-health.csv"]).0;
    let config = config(&[(Key::Area, "E10000020"), (Key::GapShows, "parts")]);
    let found = gap(&table, &config).unwrap();
    let inside = found.inside.unwrap();
    assert_eq!((inside.kind, inside.parts.len()), (compare::Parts::Neighbourhoods, 110));
    assert!(close(inside.spread.quartiles.0, 78.586) && close(inside.spread.quartiles.1, 81.41295));
}
