//! What stands beside a comparison must hold to, on files small enough to check by eye.

use super::*;
use crate::compare::{PeerKind, Significance, answer, beside_receipts, replay};
use crate::config::Key;
use crate::data::{Mapping, Reader};
use crate::stats::Rejection;

const HEAD: &str =
    "Area Code,Area Name,Parent Code,Parent Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n";

/// Areas over five years, each with its figure in the last and its change a year; every range is ±1.96.
fn table(areas: &[(&str, &str, f64, f64)]) -> Table {
    let mut csv = HEAD.to_owned();
    for (at, (name, parent, last, step)) in areas.iter().enumerate() {
        for year in 0..5 {
            let value = last - step * f64::from(4 - year);
            let (lower, upper) = (value - 1.96, value + 1.96);
            csv += &format!("E1000000{at},{name},{parent},Part {parent},{},{value},{lower},{upper}\n", 2019 + year);
        }
    }
    let mut reader = Reader::new(Mapping::default());
    reader.push(csv.as_bytes());
    reader.finish().0
}

/// Ours at 50. Birch is higher and rising, Cedar higher and not, Dell rising and not clearly higher, Elm far lower.
const AREAS: [(&str, &str, f64, f64); 5] = [
    ("Ash", "E12000001", 50.0, 0.0),
    ("Cedar", "E12000001", 60.0, 0.0),
    ("Birch", "E12000001", 62.0, 4.0),
    ("Dell", "E12000002", 51.0, 4.0),
    ("Elm", "E12000002", 30.0, 0.0),
];

fn with<T>(json: &str, read: impl Fn(&Comparison) -> T) -> T {
    let mut config: Config = serde_json::from_str(json).unwrap();
    config.words.set(Key::Area, "Ash");
    config.words.set(Key::ValueType, "mean");
    read(&compare(&table(&AREAS), &config).unwrap())
}

fn learned(json: &str) -> Option<Vec<String>> {
    with(json, |found| {
        let names = |places: &Vec<Learned>| places.iter().map(|one| one.place.name.to_owned()).collect();
        found.beside.learning.as_ref().map(names)
    })
}

#[test]
fn to_learn_from_is_who_is_clearly_better_and_clearly_getting_better() {
    let names = |names: &[&str]| Some(names.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(learned(r#"{"show": ["learning"], "polarity": "high-is-good"}"#), names(&["Birch"]));
    // Lower is better: Elm is clearly better and does not move.
    assert_eq!(learned(r#"{"show": ["learning"], "polarity": "low-is-good"}"#), names(&[]));
    assert_eq!(learned(r#"{"show": ["learning"], "polarity": "no-judgement"}"#), None);
    assert_eq!(learned(r#"{"polarity": "high-is-good"}"#), None);
    // A place whose trend cannot be tested leaves it open whether there is one.
    let short = r#"{"show": ["learning"], "polarity": "high-is-good", "breaks": {"2021": "A new question."}}"#;
    assert_eq!(learned(short), None);
}

/// By hand: a gap of 10 has a standard error of √2, so z = 7.07; one of 1, 0.71.
#[test]
fn pairs_are_each_tested() {
    let pairs = with(r#"{"show": ["pairs"]}"#, |found| found.beside.pairs.unwrap());
    assert_eq!(pairs, Pairs { higher: 1, lower: 2, unclear: 1 });
}

/// Two are surely higher, one surely lower: third or fourth of five.
#[test]
fn a_position_is_always_a_range_of_what_could_be() {
    let (interval, of) = with(r#"{"show": ["positions"]}"#, |found| found.beside.position.unwrap());
    assert_eq!((interval.best, interval.worst, of), (3, 4, 5));
}

#[test]
fn another_rule_changes_nothing_but_which_is_marked() {
    let json = |peers: &str| {
        format!(
            r#"{{"show": ["peer-rules"], "polarity": "high-is-good", "peers": "{peers}",
                "peer-groups": {{"ours": {{"codes": ["E10000003", "E10000004"], "reason": "r", "date": "d"}}}}}}"#
        )
    };
    let rules = |peers: &str| {
        with(&json(peers), |found| {
            let one = |under: &UnderRule| (under.rule.kind, under.of, under.middle, under.verdict, under.is_chosen);
            found.beside.rules.iter().map(one).collect::<Vec<_>>()
        })
    };
    let all = rules("all");
    assert_eq!(all.iter().map(|rule| rule.0).collect::<Vec<_>>(), [PeerKind::Parent, PeerKind::All, PeerKind::Group]);
    // The middle of 60 and 62; of 30, 51, 60 and 62; of 30 and 51.
    assert_eq!(all.iter().map(|rule| rule.2.unwrap()).collect::<Vec<_>>(), [61.0, 55.5, 40.5]);
    let sides: Vec<_> = all.iter().map(|rule| rule.3.unwrap().significance).collect();
    assert_eq!((sides[0], sides[2]), (Significance::Lower, Significance::Higher));
    for (at, peers) in ["parent", "all", "ours"].into_iter().enumerate() {
        let found = rules(peers);
        for (now, then) in found.iter().zip(&all) {
            assert_eq!((now.0, now.1, now.2, now.3), (then.0, then.1, then.2, then.3));
        }
        let marked: Vec<usize> = (0..3).filter(|&rule| found[rule].4).collect();
        assert_eq!(marked, [at]);
    }
}

#[test]
fn receipts_of_what_stands_beside_come_out_the_same() {
    let json = r#"{"show": ["learning", "peer-rules", "pairs", "positions"], "polarity": "high-is-good"}"#;
    let receipt = with(json, beside_receipts);
    assert_eq!(replay(&receipt), Ok(receipt.clone()));
    assert_eq!(receipt.get("pairs").get("result").get("lower"), &crate::config::Plain::Number(2.0));
    assert_eq!(receipt.get("position").get("result").get("to"), &crate::config::Plain::Number(4.0));
    let steps = |of: &str| {
        let crate::config::Plain::List(all) = receipt.get(of) else { panic!("{receipt:?}") };
        let crate::config::Plain::List(steps) = all[0].get("steps") else { panic!("{receipt:?}") };
        steps.iter().map(|step| step.get("rule").text().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(steps("learnFrom"), ["gap", "recent-trend"]);
    assert_eq!(steps("rules"), ["median", "median", "gap"]);
    assert_eq!(with("{}", beside_receipts), crate::config::Plain::Nothing);
    let (table, config) = (table(&AREAS), Config::default());
    assert_eq!(answer(&table, &config).unwrap().now().beside, Beside::default());
}

/// Ours, and areas with their figure, range, count and denominator as the rest of a row of one year.
fn of_rows(rows: &[&str], json: &str, read: impl Fn(&Comparison)) {
    let mut csv =
        "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n".to_owned();
    for (at, row) in ["50,48.04,51.96,500,1000"].iter().chain(rows).enumerate() {
        csv += &format!("E1000000{at},Place {at},2023,{row}\n");
    }
    let mut reader = Reader::new(Mapping::default());
    reader.push(csv.as_bytes());
    let table = reader.finish().0;
    let mut config: Config = serde_json::from_str(json).unwrap();
    config.words.set(Key::Area, "E10000000");
    let found = compare(&table, &config).unwrap();
    let receipt = beside_receipts(&found);
    assert_eq!(replay(&receipt), Ok(receipt.clone()));
    read(&found);
}

/// The checks of a comparison: p-value and adjusted p-value to four places, and whether the gap stays clear.
fn rechecked(found: &Comparison) -> Vec<(String, String, bool)> {
    let found = found.beside.false_discovery.as_ref().unwrap();
    found.checks.iter().map(|c| (format!("{:.4}", c.p_value), format!("{:.4}", c.adjusted), c.stays())).collect()
}

fn checks(expected: &[(&str, &str, bool)]) -> Vec<(String, String, bool)> {
    expected.iter().map(|(p, adjusted, stays)| (p.to_string(), adjusted.to_string(), *stays)).collect()
}

/// By hand: each is 2.1, 0.5, 0.5 and 10 standard errors off 50; of four, the second smallest counts twice.
#[test]
fn a_gap_that_was_only_just_clear_is_not_when_many_are_checked() {
    let rows = ["52.1,50.14,54.06,,", "50.5,48.54,52.46,,", "49.5,47.54,51.46,,", "60,58.04,61.96,,"];
    let json = r#"{"show": ["false-discovery"], "benchmark": "50", "polarity": "high-is-good"}"#;
    of_rows(&rows, json, |found| {
        let expected = [
            ("0.0357", "0.0715", false),
            ("0.6171", "0.6171", false),
            ("0.6171", "0.6171", false),
            ("0.0000", "0.0000", true),
        ];
        assert_eq!(rechecked(found), checks(&expected));
        assert_eq!(found.beside.false_discovery.as_ref().unwrap().clear_and_stay(), (2, 1));
        // What the comparison says stays as it was.
        assert_eq!((found.tally.higher, found.tally.lower, found.tally.unclear), (2, 0, 2));
    });
}

/// By hand: 560 of 1,000 against a half is 0.06/√(0.25/1000) = 3.795 standard errors; 8 events where 20 were expected:
/// twice P(X ≤ 8) = 2 · 0.002087.
#[test]
fn p_values_come_from_the_test_that_was_made() {
    let shares = ["56,,,560,1000", "51,,,510,1000"];
    let json = r#"{"show": ["false-discovery"], "benchmark": "50", "value-type": "proportion", "multiplier": 100}"#;
    of_rows(&shares, json, |found| {
        assert_eq!(rechecked(found), checks(&[("0.0001", "0.0003", true), ("0.5271", "0.5271", false)]));
        assert!(matches!(found.beside.false_discovery.as_ref().unwrap().checks[0].evidence, Evidence::Share(_)));
    });
    let rates = ["8,,,8,1000", "20,,,20,1000"];
    let json = r#"{"show": ["false-discovery"], "benchmark": "20", "value-type": "rate", "multiplier": 1000}"#;
    of_rows(&rates, json, |found| {
        assert_eq!(rechecked(found), checks(&[("0.0042", "0.0083", true), ("1.0000", "1.0000", false)]));
        assert!(matches!(found.beside.false_discovery.as_ref().unwrap().checks[0].evidence, Evidence::Rate(_)));
    });
    // Against another area, the gap itself: √2 standard errors to each of ±1.96.
    let peers = ["54,52.04,55.96,,", "50,48.04,51.96,,", "51,49.04,52.96,,"];
    let json = r#"{"show": ["false-discovery"], "benchmark": "E10000002"}"#;
    of_rows(&peers, json, |found| {
        // 4/√2 and 1/√2: the benchmark itself is not set against itself.
        assert_eq!(rechecked(found), checks(&[("0.0047", "0.0094", true), ("0.4795", "0.4795", false)]));
        assert!(matches!(found.beside.false_discovery.as_ref().unwrap().checks[0].evidence, Evidence::Gap(..)));
    });
}

#[test]
fn a_range_that_does_not_fit_its_figure_has_no_p_value_and_is_named() {
    let rows = ["54,55,56,,", "53,53,56,,", "51,49.04,52.96,,", "58,56.04,59.96,,"]; // the first is not tested at all
    let json = r#"{"show": ["false-discovery"], "benchmark": "50"}"#;
    of_rows(&rows, json, |found| {
        let found = found.beside.false_discovery.as_ref().unwrap();
        let left_out: Vec<_> = found.left_out.iter().map(|(place, why)| (place.code, *why)).collect();
        assert_eq!(left_out, [("E10000002", Rejection::StandardErrorNotUsable)]);
        assert_eq!((found.checks.len(), found.clear_and_stay()), (2, (1, 1)));
    });
    // One check needs no control for many.
    of_rows(&rows[2..3], json, |found| assert_eq!(found.beside.false_discovery, None));
}
