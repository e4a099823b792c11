//! What a funnel must hold to, on files small enough to work out by hand.

use super::*;
use crate::compare::{Absence, Judgement, Level, Significance};
use crate::config::Key;
use crate::data::{Mapping, Reader};

const HEAD: &str = "Area Code,Area Name,Time period,Value,Count,Denominator\n";

/// A table of areas named by letters, each with its value, count and denominator as they would stand in a file.
fn table(rows: &[(&str, &str)]) -> Table {
    let mut csv = HEAD.to_owned();
    for (at, (name, figures)) in rows.iter().enumerate() {
        csv += &format!("E10000{:03},{name},2023,{figures}\n", at + 1);
    }
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(csv.as_bytes());
    reader.end();
    reader.finish().0
}

fn with<T>(rows: &[(&str, &str)], json: &str, read: impl Fn(&FunnelComparison) -> T) -> T {
    let mut config: Config = serde_json::from_str(json).unwrap();
    config.words.set(Key::Area, "Ash");
    read(&funnel(&table(rows), &config).unwrap())
}

/// 150 of 1,000 in all.
const SHARES: [(&str, &str); 3] = [("Ash", "30,30,100"), ("Birch", "20,20,100"), ("Cedar", "12.5,100,800")];
const SHARE: &str = r#"{"value-type": "proportion", "unit": "%", "polarity": "low-is-good"}"#;

fn near(found: (f64, f64), lower: f64, upper: f64) -> bool {
    (found.0 - lower).abs() < 0.005 && (found.1 - upper).abs() < 0.005
}

/// By hand: 15 % ± 1.96 √(0.1275/n); at 100, 8.00 to 22.00 and 3.97 to 26.03; at 800, 12.53 to 17.47.
#[test]
fn shares_stand_where_the_hand_puts_them() {
    with(&SHARES, SHARE, |found| {
        let funnel = found.funnel.as_ref().unwrap();
        assert_eq!((funnel.average, funnel.per, funnel.placed, funnel.outside), (15.0, 100.0, 3, [2, 1]));
        let stands: Vec<Standing> = found.places.iter().map(|place| place.standing.unwrap()).collect();
        assert!(near(stands[0].limits[0], 8.0, 22.0) && near(stands[0].limits[1], 3.97, 26.03), "{stands:?}");
        assert!(near(stands[2].limits[0], 12.53, 17.47), "{stands:?}");
        let verdicts: Vec<_> = stands.iter().map(|one| (one.side, one.level, one.judgement)).collect();
        assert_eq!(verdicts[0], (Significance::Higher, Some(Level::P998), Judgement::Worse));
        assert_eq!(verdicts[1], (Significance::NotDifferent, None, Judgement::Similar));
        assert_eq!(verdicts[2], (Significance::Lower, Some(Level::P95), Judgement::Better));
    });
}

#[test]
fn without_polarity_nothing_is_judged() {
    let json = r#"{"value-type": "proportion", "unit": "%"}"#;
    let judged = with(&SHARES, json, |found| found.ours().standing.unwrap().judgement);
    assert_eq!(judged, Judgement::Higher);
}

/// By hand: 40 events over 40,000 people; at 10,000, ten are expected. The exact interval of 3 events, 0.62 to 8.77, leaves
/// ten out; that of 21, 12.999 to 32.1, too.
#[test]
fn rates_are_checked_by_their_own_intervals() {
    let rows = [("Ash", "30,3,10000"), ("Birch", "210,21,10000"), ("Cedar", "80,16,20000")];
    let json = r#"{"value-type": "rate", "multiplier": 100000}"#;
    with(&rows, json, |found| {
        let funnel = found.funnel.as_ref().unwrap();
        assert_eq!((funnel.average, funnel.kind), (100.0, FunnelKind::Rate));
        let sides: Vec<_> = found.places.iter().map(|place| place.standing.unwrap().side).collect();
        assert_eq!(sides, [Significance::Lower, Significance::Higher, Significance::NotDifferent]);
        for place in &found.places {
            let standing = place.standing.unwrap();
            let (value, (lower, upper)) = (place.figure.cell.value().unwrap(), standing.limits[0]);
            assert_eq!(value < lower || value > upper, standing.level.is_some(), "{place:?}");
        }
    });
}

#[test]
fn the_average_of_ratios_is_what_is_expected() {
    let rows = [("Ash", "150,30,20"), ("Birch", "120,60,50")];
    let json = r#"{"value-type": "ratio", "multiplier": 100}"#;
    with(&rows, json, |found| assert_eq!(found.funnel.as_ref().unwrap().average, 100.0));
}

/// A standardised rate's size is its events over it: 20 events at 50 per 100,000 are of 40,000, whatever the column says.
#[test]
fn a_standardised_rate_has_the_size_that_its_events_give_it() {
    let rows = [("Ash", "50,20,30000"), ("Birch", "40,9,30000"), ("Cedar", "45,90,180000")];
    let json = r#"{"value-type": "standardised-rate", "multiplier": 100000}"#;
    with(&rows, json, |found| {
        assert!((found.ours().standing.unwrap().size - 40_000.0).abs() < 1e-6);
        assert_eq!(found.places[1].standing, Err(Unplaced::TooFewCases));
        assert_eq!(found.funnel.as_ref().unwrap().placed, 2);
        // 119 events over 40,000, 22,500 and 200,000.
        assert!((found.funnel.as_ref().unwrap().average - 119.0 / 262_500.0 * 100_000.0).abs() < 1e-9);
    });
}

#[test]
fn an_area_without_a_place_says_why_and_moves_nobody() {
    let bare = [("Ash", "30,30,100"), ("Birch", "20,20,100"), ("Cedar", "12.5,100,800")];
    let more = [
        ("Ash", "30,30,100"),
        ("Birch", "20,20,100"),
        ("Cedar", "12.5,100,800"),
        ("Dell", "[c],,"),
        ("Elm", "14,,500"),
        ("Fern", "14,70,"),
        ("Glen", "40,70,500"),
        ("Heath", "[z],,"),
    ];
    let stands = |rows: &[(&str, &str)]| {
        with(rows, SHARE, |found| found.places.iter().map(|place| place.standing).collect::<Vec<_>>())
    };
    let (bare, more) = (stands(&bare), stands(&more));
    assert_eq!(more[..3], bare[..]);
    let why: Vec<Unplaced> = more[3..].iter().map(|standing| standing.unwrap_err()).collect();
    assert_eq!(
        why,
        [
            Unplaced::NoFigure(Absence::Suppressed),
            Unplaced::NoCount,
            Unplaced::NoDenominator,
            Unplaced::CountsDisagree,
            Unplaced::NoFigure(Absence::NotApplicable),
        ]
    );
}

#[test]
fn measures_that_are_not_counted_have_no_funnel() {
    let refused = |rows: &[(&str, &str)], json: &str| with(rows, json, |found| found.funnel.clone().unwrap_err());
    for word in ["life-expectancy", "score", "mean", "count"] {
        assert_eq!(refused(&SHARES, &format!(r#"{{"value-type": "{word}"}}"#)), NoFunnel::NotCounted);
    }
    assert_eq!(refused(&[("Ash", "30,,"), ("Birch", "20,,")], SHARE), NoFunnel::TooFewPlaces { have: 0 });
    assert_eq!(refused(&[("Ash", "30,30,100")], SHARE), NoFunnel::TooFewPlaces { have: 1 });
    assert_eq!(refused(&[("Ash", "0,0,100"), ("Birch", "0,0,90")], SHARE), NoFunnel::NoEvents);
    assert_eq!(refused(&SHARES[..2], r#"{"value-type": "rate"}"#), NoFunnel::NoMultiplier);
}

/// Twenty areas of a thousand each, half at 10 % and half at 20 %: far apart, and by far more than chance.
fn apart() -> Vec<(String, String)> {
    let row = |at: u8| {
        let (name, count) = (char::from(b'A' + at), if at.is_multiple_of(2) { 100 } else { 200 });
        let name = if at == 0 { "Ash".to_owned() } else { name.to_string() };
        (name, format!("{},{count},1000", f64::from(count) / 10.0))
    };
    (0..20).map(row).collect()
}

#[test]
fn a_spread_beyond_chance_is_said_and_on_request_allowed_for() {
    let rows = apart();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(name, figures)| (name.as_str(), figures.as_str())).collect();
    with(&rows, SHARE, |found| {
        let funnel = found.funnel.as_ref().unwrap();
        assert_eq!((funnel.outside, funnel.is_widened, funnel.is_spread()), ([20, 20], false, true));
    });
    let widened = r#"{"value-type": "proportion", "unit": "%", "funnel": {"over-dispersion": true}}"#;
    with(&rows, widened, |found| {
        let funnel = found.funnel.as_ref().unwrap();
        assert_eq!((funnel.outside, funnel.is_widened, funnel.is_spread()), ([0, 0], true, false));
        assert!(funnel.spread.unwrap().phi > 10.0);
    });
    // Where chance explains all, there is nothing to allow for, and the limits stay those of chance.
    let calm = [("Ash", "15,150,1000"), ("Birch", "15.1,151,1000"), ("Cedar", "14.8,148,1000")];
    let limits = |json: &str| with(&calm, json, |found| found.ours().standing.unwrap().limits);
    assert_eq!(limits(widened), limits(SHARE));
    with(&calm, widened, |found| assert!(!found.funnel.as_ref().unwrap().is_widened));
}

#[test]
fn ours_stands_first_then_its_peers_then_the_others_a_to_z() {
    let rows = [("Dell", "15,15,100"), ("Cedar", "15,15,100"), ("Ash", "15,15,100"), ("Birch", "16,16,100")];
    let json = r#"{"value-type": "proportion", "unit": "%", "peers": "E10000001"}"#;
    let (names, peers) = with(&rows, json, |found| {
        (found.places.iter().map(|place| place.place.name.to_owned()).collect::<Vec<_>>(), found.peers)
    });
    assert_eq!((names.join(" "), peers), ("Ash Dell Birch Cedar".to_owned(), 1));
}

#[test]
fn the_lines_hold_the_average_and_narrow_with_size() {
    let rows = [("Ash", "30,3,10000"), ("Birch", "210,21,10000"), ("Cedar", "80,160,200000")];
    for json in [
        r#"{"value-type": "rate", "multiplier": 100000}"#,
        r#"{"value-type": "rate", "multiplier": 100000, "funnel": {"over-dispersion": true}}"#,
    ] {
        with(&rows, json, |found| {
            let funnel = found.funnel.as_ref().unwrap();
            assert!(funnel.lines.len() > 50 && funnel.lines[0].size < 10_000.0);
            assert!(funnel.lines.last().unwrap().size > 200_000.0);
            for pair in funnel.lines.windows(2) {
                let ([(low, high), (wide_low, wide_high)], next) = (pair[0].limits, pair[1].limits[0]);
                assert!(wide_low <= low && low < funnel.average && funnel.average < high && high <= wide_high);
                assert!(low <= next.0 && next.1 <= high);
            }
        });
    }
}
