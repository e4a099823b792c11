//! What stands beside a comparison must hold to, on files small enough to check by eye.

use super::*;
use crate::compare::{PeerKind, Significance, answer, beside_receipts, replay};
use crate::config::Key;
use crate::data::{Mapping, Reader};

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
    assert_eq!(with("{}", beside_receipts), crate::config::Plain::Nothing);
    let (table, config) = (table(&AREAS), Config::default());
    assert_eq!(answer(&table, &config).unwrap().now().beside, Beside::default());
}
