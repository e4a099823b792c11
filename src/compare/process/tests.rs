//! What a process must hold to, on series small enough to check by hand.

use super::*;
use crate::compare::{Absence, Cell, FindingKind};
use crate::config::{Config, Key};
use crate::data::{Mapping, Reader, Table};
use proptest::prelude::*;

/// Around 10, one up and one down: every step but the first is two, so that all sit well inside.
const STEADY: [f64; 14] = [9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0];

/// Months from January 2022 on; a figure of -1 is withheld, of -2 not there at all.
fn months(values: &[f64]) -> String {
    let mut rows = String::new();
    for (at, value) in values.iter().enumerate() {
        let (year, month) = (2022 + at / 12, 1 + at % 12);
        let cell = if *value == -1.0 { "[c]".to_owned() } else { value.to_string() };
        if *value != -2.0 {
            rows += &format!("E54000001,A board,{year}-{month:02},{cell}\n");
        }
    }
    rows
}

fn table(rows: &str) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(format!("Area Code,Area Name,Time period,Value\n{rows}").as_bytes());
    reader.end();
    reader.finish().0
}

fn with<T>(rows: &str, json: &str, read: impl Fn(&ProcessComparison) -> T) -> T {
    let mut config: Config = serde_json::from_str(json).unwrap();
    config.words.set(Key::Area, "A board");
    read(&process(&table(rows), &config).unwrap())
}

fn kinds(found: &ProcessComparison) -> Vec<ProcessFindingKind> {
    found.findings.iter().map(|finding| finding.kind).collect()
}

/// The rules and sides of all signs, by period.
fn signs(found: &ProcessComparison) -> Vec<(String, ProcessRule, Side)> {
    let sign = |moment: &ProcessMoment| {
        let sign = moment.reading?.sign?;
        Some((moment.period.label.clone(), sign.rule, sign.side))
    };
    found.moments.iter().filter_map(sign).collect()
}

fn and(more: &[f64]) -> Vec<f64> {
    STEADY.iter().chain(more).copied().collect()
}

#[test]
fn a_steady_process_has_a_usual_range_and_no_sign() {
    with(&months(&STEADY), r#"{"polarity": "low-is-good"}"#, |found| {
        let stretch = found.last_stretch().unwrap();
        let usual = stretch.usual.unwrap();
        // Every step is 2: the range is 10 and 2.66 · 2 on either side, its edges two thirds of that.
        assert_eq!((usual.centre, usual.mean_range, usual.baseline), (10.0, 2.0, 14));
        assert!((usual.limits.lower - 4.68).abs() < 1e-12 && (usual.limits.upper - 15.32).abs() < 1e-12);
        assert!((usual.limits.near_upper - (10.0 + 5.32 * 2.0 / 3.0)).abs() < 1e-12);
        assert_eq!(
            (stretch.first.label.as_str(), stretch.last.label.as_str(), stretch.figures),
            ("2022-01", "2023-02", 14)
        );
        assert!(signs(found).is_empty() && found.latest() == Some(13));
        assert_eq!((found.assurance, found.target), (None, None));
    });
}

#[test]
fn a_figure_outside_is_a_sign_read_through_polarity() {
    for (polarity, cause) in [
        ("low-is-good", SpecialCause::Concern),
        ("high-is-good", SpecialCause::Improvement),
        ("no-judgement", SpecialCause::Neutral),
    ] {
        with(&months(&and(&[20.0])), &format!(r#"{{"polarity": "{polarity}"}}"#), |found| {
            assert_eq!(signs(found), [("2023-03".to_owned(), ProcessRule::OutsideLimits, Side::Above)]);
            assert_eq!(found.moments[14].reading.unwrap().sign.unwrap().cause, cause);
            // The step up to it is 9, above 3.267 times the mean of all steps (35 / 14): it is left out.
            let usual = found.last_stretch().unwrap().usual.unwrap();
            assert_eq!((usual.mean_range, usual.ranges), (2.0, RangesUsed::Screened));
        });
    }
    with(&months(&and(&[20.0])), r#"{"process": {"screening": false}}"#, |found| {
        let usual = found.last_stretch().unwrap().usual.unwrap();
        assert!((usual.mean_range - 2.5).abs() < 1e-12 && usual.ranges == RangesUsed::All && !found.screening);
    });
}

#[test]
fn seven_on_one_side_are_a_sign_unless_the_run_is_to_be_longer() {
    let shifted = and(&[10.5, 10.6, 10.5, 10.6, 10.5, 10.6]);
    let json = r#"{"process": {"baseline": {"from": "2022-01", "to": "2023-02"}}}"#;
    // The last of the steady ones, 11, is above the average too.
    with(&months(&shifted), json, |found| {
        let signs = signs(found);
        assert_eq!(signs.len(), 7);
        assert!(signs.iter().all(|(_, rule, side)| (*rule, *side) == (ProcessRule::Shift, Side::Above)));
        assert_eq!((signs[0].0.as_str(), found.run), ("2023-02", RunLength::Seven));
        assert_eq!(found.last_stretch().unwrap().usual.unwrap().baseline, 14);
    });
    let longer = json.replace(r#""process": {"#, r#""process": {"run": 8, "#);
    with(&months(&shifted), &longer, |found| assert!(signs(found).is_empty() && found.run == RunLength::Eight));
    let odd = json.replace(r#""process": {"#, r#""process": {"run": "9", "#);
    with(&months(&shifted), &odd, |found| {
        assert_eq!((signs(found).len(), kinds(found)), (7, vec![ProcessFindingKind::RunNotOffered]));
    });
}

#[test]
fn rules_that_point_both_ways_are_not_judged() {
    // Seven rising, all far below: the trend goes up, the side is down.
    let falling = and(&[7.0, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6]);
    let json = r#"{"polarity": "high-is-good", "process": {"baseline": {"to": "2023-02"}}}"#;
    with(&months(&falling), json, |found| {
        let sign = found.moments[20].reading.unwrap().sign.unwrap();
        assert_eq!((sign.rule, sign.side, sign.opposed), (ProcessRule::Trend, Side::Above, true));
        assert_eq!(sign.cause, SpecialCause::Neutral);
    });
}

#[test]
fn fewer_than_thirteen_figures_have_no_usual_range_and_no_signs() {
    with(&months(&STEADY[..12]), "{}", |found| {
        assert_eq!(found.last_stretch().unwrap().usual, Err(NoUsual::TooFew { have: 12 }));
    });
    with(&months(&STEADY[..13]), "{}", |found| assert!(found.last_stretch().unwrap().usual.is_ok()));
    // Eight rising would be a trend.
    let rising: Vec<f64> = (1..9).map(f64::from).collect();
    with(&months(&rising), r#"{"process": {"target": 5}, "polarity": "low-is-good"}"#, |found| {
        assert!(signs(found).is_empty() && found.assurance.is_none() && found.target == Some(5.0));
    });
    with(&months(&[3.0]), "{}", |found| {
        assert_eq!((found.latest(), found.last_stretch().unwrap().figures), (Some(0), 1));
    });
}

#[test]
fn equal_figures_have_no_range_and_are_set_against_the_standard_themselves() {
    let json = r#"{"polarity": "high-is-good", "process": {"target": "95%"}}"#;
    with(&months(&[95.0; 20]), json, |found| {
        assert_eq!(found.last_stretch().unwrap().usual, Err(NoUsual::AllEqual { value: 95.0 }));
        assert_eq!((found.assurance, signs(found).len()), (Some(Assurance::ConsistentlyMeets), 0));
    });
}

#[test]
fn the_standard_is_set_against_the_limits() {
    for (target, polarity, assurance) in [
        ("4.6", "high-is-good", Some(Assurance::ConsistentlyMeets)),
        ("4.7", "high-is-good", Some(Assurance::HitOrMiss)),
        ("15.4", "high-is-good", Some(Assurance::ConsistentlyMisses)),
        ("15.4", "low-is-good", Some(Assurance::ConsistentlyMeets)),
        ("15.4", "no-judgement", None),
    ] {
        let json = format!(r#"{{"polarity": "{polarity}", "process": {{"target": {target}}}}}"#);
        with(&months(&STEADY), &json, |found| assert_eq!(found.assurance, assurance, "{target} {polarity}"));
    }
    with(&months(&STEADY), r#"{"process": {"target": 9}}"#, |found| {
        assert_eq!((kinds(found), found.target), (vec![ProcessFindingKind::TargetWithoutPolarity], Some(9.0)));
    });
    with(&months(&STEADY), r#"{"process": {"target": "soon"}}"#, |found| {
        assert_eq!((kinds(found), found.target), (vec![ProcessFindingKind::TargetNotANumber], None));
    });
}

#[test]
fn a_new_start_parts_the_figures_and_wants_a_reason() {
    let twice: Vec<f64> = STEADY.iter().copied().chain(STEADY.iter().map(|value| value + 20.0)).collect();
    let why = r#"{"process": {"rebases": {"2023-03": {"reason": "A new unit opened.", "who": "the trust"}}}}"#;
    with(&months(&twice), why, |found| {
        let stretches = found.stretches.as_ref().unwrap();
        let centres: Vec<f64> = stretches.iter().map(|stretch| stretch.usual.unwrap().centre).collect();
        assert_eq!((centres, signs(found).len(), kinds(found).len()), (vec![10.0, 30.0], 0, 0));
        let rebase = stretches[1].rebase.unwrap();
        assert_eq!(
            (rebase.period.label.as_str(), rebase.reason, rebase.who),
            ("2023-03", "A new unit opened.", "the trust")
        );
        assert_eq!((stretches[0].rebase, found.moments[14].reading.unwrap().stretch), (None, 1));
    });
    for (rebases, kind) in [
        (r#"{"2023-03": {"who": "the trust"}}"#, ProcessFindingKind::RebaseBare),
        (r#"{"2023-03": {"reason": "A new unit opened."}}"#, ProcessFindingKind::RebaseBare),
        (r#"{"2023-33": {"reason": "A new unit opened.", "who": "the trust"}}"#, ProcessFindingKind::RebaseNotFound),
    ] {
        with(&months(&twice), &format!(r#"{{"process": {{"rebases": {rebases}}}}}"#), |found| {
            assert_eq!((kinds(found), found.stretches.as_ref().unwrap().len()), (vec![kind], 1));
        });
    }
    let publisher =
        r#"{"publisher": "A board", "process": {"rebases": {"2023-03": {"reason": "A new unit opened."}}}}"#;
    with(&months(&twice), publisher, |found| assert_eq!(found.last_stretch().unwrap().rebase.unwrap().who, "A board"));
}

#[test]
fn a_change_in_the_way_of_measuring_parts_the_figures_too() {
    let twice: Vec<f64> = STEADY.iter().chain(&STEADY).copied().collect();
    with(&months(&twice), r#"{"breaks": {"2023-03": "A new form.", "2033": "x"}}"#, |found| {
        let stretches = found.stretches.as_ref().unwrap();
        assert_eq!((stretches.len(), stretches[1].changed.unwrap().reason), (2, "A new form."));
        assert!(found.now.findings.iter().any(|finding| finding.kind == FindingKind::PeriodNotFound));
    });
}

#[test]
fn a_new_start_in_a_gap_begins_with_the_next_figure() {
    let gap: Vec<f64> = and(&[-1.0, 5.0]);
    let json = r#"{"process": {"rebases": {"2023-03": {"reason": "A new unit opened.", "who": "the trust"}}}}"#;
    with(&months(&gap), json, |found| {
        let stretch = found.last_stretch().unwrap();
        assert_eq!(
            (stretch.first.label.as_str(), stretch.rebase.unwrap().period.label.as_str()),
            ("2023-04", "2023-03")
        );
        assert_eq!(stretch.usual, Err(NoUsual::TooFew { have: 1 }));
    });
}

#[test]
fn a_missing_figure_keeps_its_reason_and_its_neighbours_are_taken_together() {
    let mut gaps = STEADY.to_vec();
    (gaps[3], gaps[5]) = (-1.0, -2.0);
    gaps.extend([11.0, 9.0]);
    with(&months(&gaps), "{}", |found| {
        assert_eq!((found.moments.len(), found.last_stretch().unwrap().figures), (15, 14));
        assert_eq!(found.moments[3].figure.cell, Cell::Absent(Absence::Suppressed));
        assert_eq!(found.moments[3].reading, None);
        let after: Vec<&str> =
            found.moments.iter().filter(|moment| moment.after_gap).map(|moment| moment.period.label.as_str()).collect();
        assert_eq!(after, ["2022-07"]);
        assert!(found.is_unbroken(9) && !found.is_unbroken(11) && !found.is_unbroken(99));
        // 9 11 9, 9, 9 11 9 11 9 11 9 11 11 9: three steps of none, ten of two.
        assert!((found.last_stretch().unwrap().usual.unwrap().mean_range - 20.0 / 13.0).abs() < 1e-12);
    });
}

#[test]
fn a_figure_that_is_not_final_is_shown_and_left_out() {
    with(&months(&and(&[30.0])), r#"{"provisional": ["2023-03"]}"#, |found| {
        assert_eq!((found.moments.len(), found.latest(), signs(found).len()), (15, Some(13), 0));
        assert!(found.moments[14].provisional && found.moments[14].figure.cell.value() == Some(30.0));
        assert!(!found.is_unbroken(2));
    });
}

#[test]
fn a_baseline_must_begin_where_its_stretch_does_and_be_long_enough() {
    let found = |baseline: &str| {
        let json = format!(r#"{{"process": {{"baseline": {baseline}}}}}"#);
        with(&months(&and(&[30.0, 10.0])), &json, |found| {
            (kinds(found), found.last_stretch().unwrap().usual.unwrap().baseline)
        })
    };
    use ProcessFindingKind::*;
    assert_eq!(found(r#"{"from": "2022-01", "to": "2022-12"}"#), (vec![], 12));
    assert_eq!(found(r#"{"to": "2022-12"}"#), (vec![], 12));
    assert_eq!(found(r#"{"from": "2022-02", "to": "2023-02"}"#), (vec![BaselineMidway], 16));
    assert_eq!(found(r#"{"to": "2022-11"}"#), (vec![BaselineShort], 16));
    assert_eq!(found(r#"{"from": "2022-01", "to": "2031"}"#), (vec![BaselineNotFound], 16));
    assert_eq!(found("{}"), (vec![BaselineNotFound], 16));
    let looking_back = r#"{"period": "2022-11", "process": {"baseline": {"to": "2022-12"}}}"#;
    with(&months(&STEADY), looking_back, |found| assert_eq!((kinds(found), found.moments.len()), (vec![], 11)));
    let level = [vec![5.0; 12], vec![6.0, 4.0]].concat();
    with(&months(&level), r#"{"process": {"baseline": {"to": "2022-12"}}}"#, |found| {
        assert_eq!((kinds(found), found.last_stretch().unwrap().usual.is_ok()), (vec![BaselineEqual], true));
    });
}

#[test]
fn rolling_periods_and_no_figures_are_refused_by_their_reason() {
    let rolling: String =
        (2000..2020).map(|year| format!("E54000001,A board,{year} - {:02},5\n", (year + 2) % 100)).collect();
    with(&rolling, "{}", |found| {
        assert_eq!((found.stretches.as_ref().unwrap_err(), found.latest()), (&NoProcess::Overlapping, None));
    });
    with(&months(&[-1.0, -1.0]), "{}", |found| {
        assert_eq!((found.stretches.as_ref().unwrap_err(), found.moments.len()), (&NoProcess::NoFigures, 2));
    });
}

#[test]
fn years_and_quarters_are_read_like_months() {
    let years: String =
        (2000..).zip(STEADY).map(|(year, value)| format!("E54000001,A board,{year},{value}\n")).collect();
    with(&years, "{}", |found| assert!(found.last_stretch().unwrap().usual.is_ok()));
    let quarter = |(at, value)| format!("E54000001,A board,{} Q{},{value}\n", 2000 + at / 4, at % 4 + 1);
    let quarters: String = (0..).zip(STEADY).map(quarter).collect();
    with(&quarters, "{}", |found| assert!(found.last_stretch().unwrap().usual.is_ok() && found.is_unbroken(14)));
}

#[test]
fn bounds_are_those_of_the_measure_that_no_figure_breaks() {
    let bounds = |json: &str, values: &[f64]| with(&months(values), json, |found| found.bounds);
    assert_eq!(bounds(r#"{"unit": "%"}"#, &STEADY), (Some(0.0), Some(100.0)));
    assert_eq!(bounds(r#"{"unit": "%"}"#, &and(&[-30.0])), (None, Some(100.0)));
    assert_eq!(bounds(r#"{"value-type": "rate"}"#, &and(&[130.0])), (Some(0.0), None));
    assert_eq!(bounds(r#"{"value-type": "mean"}"#, &STEADY), (None, None));
    assert_eq!(bounds("{}", &STEADY), (None, None));
}

#[test]
fn what_is_read_of_one_indicator_goes_before_what_is_read_of_all() {
    let json = r#"{"process": {"target": 1}, "indicators": {"a": {"process": {"target": 2}}}}"#;
    with(&months(&STEADY), json, |found| assert_eq!((found.now.subject.label, found.target), ("a", Some(2.0))));
    with(&months(&STEADY), &json.replace("\"a\"", "\"b\""), |found| assert_eq!(found.target, Some(1.0)));
}

#[test]
fn the_period_asked_for_is_the_last() {
    with(&months(&and(&[30.0])), r#"{"period": "2023-02"}"#, |found| {
        assert_eq!((found.moments.len(), signs(found).len(), found.now.period.label.as_str()), (14, 0, "2023-02"));
    });
}

proptest! {
    #[test]
    fn neither_the_order_of_rows_nor_later_ones_change_what_is_read(
        values in prop::collection::vec((0..60).prop_map(f64::from), 2..40),
        seed in any::<u64>(),
    ) {
        let rows = months(&values);
        let mut lines: Vec<&str> = rows.lines().collect();
        for at in (1..lines.len()).rev() {
            lines.swap(at, seed.rotate_left(at as u32) as usize % (at + 1));
        }
        let shuffled = lines.join("\n") + "\n";
        let read = |rows: &str, json: &str| with(rows, json, |found| (signs(found), format!("{:?}", found.stretches.as_ref().map(|all| all.iter().map(|one| one.usual).collect::<Vec<_>>()))));
        prop_assert_eq!(read(&rows, "{}"), read(&shuffled, "{}"));
        let (year, month) = (2022 + (values.len() - 1) / 12, 1 + (values.len() - 1) % 12);
        let longer: Vec<f64> = values.iter().copied().chain([500.0]).collect();
        let until = format!(r#"{{"period": "{year}-{month:02}"}}"#);
        prop_assert_eq!(read(&rows, "{}"), read(&months(&longer), &until));
    }

    #[test]
    fn judgement_turns_with_polarity(values in prop::collection::vec((0..60).prop_map(f64::from), 13..40)) {
        let causes = |polarity: &str| {
            with(&months(&values), &format!(r#"{{"polarity": "{polarity}", "process": {{"target": 30}}}}"#), |found| {
                let sign = |moment: &ProcessMoment| moment.reading.unwrap().sign;
                (found.moments.iter().map(sign).collect::<Vec<_>>(), found.assurance)
            })
        };
        let ((high, assured), (low, feared)) = (causes("high-is-good"), causes("low-is-good"));
        for (high, low) in high.iter().zip(&low) {
            let turned = high.map(|sign| Sign {
                cause: match sign.cause {
                    SpecialCause::Improvement => SpecialCause::Concern,
                    SpecialCause::Concern => SpecialCause::Improvement,
                    SpecialCause::Neutral => SpecialCause::Neutral,
                },
                ..sign
            });
            prop_assert_eq!(turned, *low);
            prop_assert_eq!(high.is_some_and(|sign| sign.opposed), high.is_some_and(|sign| sign.cause == SpecialCause::Neutral));
        }
        let turned = match assured {
            Some(Assurance::ConsistentlyMeets) => Some(Assurance::ConsistentlyMisses),
            Some(Assurance::ConsistentlyMisses) => Some(Assurance::ConsistentlyMeets),
            other => other,
        };
        // All equal to the standard: met, whichever way is better.
        prop_assert!(turned == feared || values.iter().all(|value| *value == 30.0));
    }
}
