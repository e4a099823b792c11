//! What a comparison must hold to, on files small enough to check by eye.

use super::*;
use crate::config::{Key, Order};
use crate::data::{Mapping, Reader};

/// Four places and England, each with its interval.
const FILE: &str = "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n\
    E10000001,Ash,2023,20,18,22\nE10000002,birch,2023,14,13,15\nE10000003,Cedar,2023,10,9,11\n\
    E10000004,Dogwood,2023,12,11,13\nE10000001,Ash,2022,19,17,21\nE92000001,England,2023,12,11.9,12.1\n";

fn table(files: &[(&str, &str)]) -> Table {
    let mut reader = Reader::new(Mapping::default());
    for (name, text) in files {
        reader.begin(name);
        reader.push(text.as_bytes());
        reader.end();
    }
    reader.finish().0
}

fn config(words: &[(Key, &str)]) -> Config {
    let mut config = Config::default();
    for (key, word) in words {
        config.words.set(*key, word);
    }
    config
}

/// Runs a comparison on one file and hands it on.
fn with<T>(file: &str, words: &[(Key, &str)], read: impl Fn(&Comparison) -> T) -> T {
    read(&run(&table(&[("a.csv", file)]), &config(words)).unwrap())
}

fn names<'t>(comparison: &Comparison<'t>) -> Vec<&'t str> {
    comparison.peers().iter().map(|peer| peer.place.name).collect()
}

fn significance(compared: &Compared) -> Option<Significance> {
    compared.verdict.ok().map(|test| test.significance)
}

fn has(comparison: &Comparison, kind: FindingKind) -> bool {
    comparison.findings.iter().any(|finding| finding.kind == kind)
}

const ASH: (Key, &str) = (Key::Area, "Ash");

#[test]
fn by_default_all_of_our_kind_stand_a_to_z_against_england_in_our_latest_period() {
    with(FILE, &[], |comparison| {
        assert_eq!((comparison.ours().place.name, comparison.period.label.as_str()), ("Ash", "2023"));
        assert_eq!(names(comparison), ["birch", "Cedar", "Dogwood"]);
        assert_eq!((comparison.peer_rule.kind, comparison.order), (PeerKind::All, Order::Name));
        assert_eq!((comparison.benchmark.kind, comparison.benchmark.place.name), (BenchmarkKind::Wide, "England"));
        let found: Vec<_> = comparison.areas.iter().map(significance).collect();
        use Significance::*;
        assert_eq!(found, [Some(Higher), Some(Higher), Some(Lower), Some(NotDifferent)]);
        assert_eq!(comparison.tally, Tally { higher: 1, lower: 1, unclear: 1 });
        assert!(has(comparison, FindingKind::ChooseArea));
        assert_eq!(comparison.choices.periods.len(), 2);
    });
}

#[test]
fn the_default_series_is_the_whole_over_whole_years() {
    let file = "Area Code,Area Name,Sex,Category Type,Category,Time period,Value\n\
        E10000001,Ash,Female,,,2023,1\nE10000001,Ash,Persons,Deprivation,Most deprived,2023,2\n\
        E10000001,Ash,Persons,,,2023 Q1,3\nE10000001,Ash,Persons,,,2023,4\n";
    with(file, &[], |comparison| {
        assert_eq!(comparison.ours().figure.cell, Cell::Value(4.0));
        assert!(has(comparison, FindingKind::MixedPeriodLengths));
        assert!(comparison.choices.series.contains(&comparison.subject.group));
        assert!(!comparison.choices.series.iter().any(|label| label.contains("deprived")));
    });
    with(file, &[(Key::Series, "most deprived")], |comparison| {
        assert_eq!(comparison.ours().figure.cell, Cell::Value(2.0));
    });
    with(file, &[(Key::Series, "Mala")], |comparison| assert!(has(comparison, FindingKind::SeriesNotFound)));
}

#[test]
fn what_is_asked_and_not_there_is_answered_and_said() {
    with(FILE, &[(Key::Area, "Birhc"), (Key::Period, "1999"), (Key::Benchmark, "Mars")], |comparison| {
        assert_eq!((comparison.ours().place.name, comparison.period.label.as_str()), ("Ash", "2023"));
        assert_eq!(comparison.findings[0].near, ["birch"]);
        assert_eq!(comparison.findings[1].near, ["2023", "2022"]);
        assert!(has(comparison, FindingKind::BenchmarkNotFound));
        assert_eq!(comparison.ours().verdict, Err(Untested::NoBenchmark));
    });
    assert!(run(&Table::default(), &Config::default()).is_err());
}

#[test]
fn a_nation_without_a_code_is_the_benchmark_and_no_peer() {
    let file = "Area,Area Type,Year,Value\nAsh,,2023,20\nBirch,,2023,14\nENGLAND,,2023,12\n";
    with(file, &[], |comparison| {
        assert_eq!(names(comparison), ["Birch"]);
        assert_eq!((comparison.benchmark.kind, comparison.benchmark.place.name), (BenchmarkKind::Wide, "ENGLAND"));
        assert_eq!(comparison.choices.areas.len(), 2);
    });
    let file = "Area,Area Type,Year,Value\nAsh,Council,2023,20\nThe nation,Country,2023,12\n";
    with(file, &[], |comparison| assert_eq!(comparison.benchmark.kind, BenchmarkKind::Wide));
}

#[test]
fn a_wide_area_can_be_ours_and_is_then_a_choice() {
    with(FILE, &[(Key::Area, "England")], |comparison| {
        assert!(comparison.peers().is_empty() && !has(comparison, FindingKind::NoPeers));
        assert!(comparison.choices.areas.contains(&("E92000001", "England")));
        assert_eq!(comparison.benchmark.kind, BenchmarkKind::Nothing);
    });
    with(FILE, &[ASH], |comparison| assert_eq!(comparison.choices.areas.len(), 4));
}

#[test]
fn areas_of_another_kind_are_no_peers_and_no_benchmark() {
    let file = FILE.to_owned() + "E54000001,A board,2023,10,9,11\nE07000001,A district,2023,10,9,11\n";
    with(&file, &[ASH], |comparison| {
        assert_eq!(names(comparison), ["birch", "Cedar", "Dogwood"]);
        let mixed = comparison.findings.iter().find(|finding| finding.kind == FindingKind::MixedAreaTypes).unwrap();
        assert_eq!((mixed.found.as_str(), mixed.line), ("2", 8));
    });
    with(&file, &[ASH, (Key::Benchmark, "E54000001")], |comparison| {
        assert!(comparison.areas.iter().all(|compared| compared.verdict == Err(Untested::OtherKind)));
        assert_eq!(comparison.benchmark.figure.cell.value(), None);
    });
}

#[test]
fn figures_of_another_period_are_set_against_nothing() {
    let file = FILE.to_owned()
        + "E92000001,England,2022,12,11.9,12.1\nE10000001,Ash,2024,20,18,22\nE10000002,birch,2024,1,0,2\n";
    with(&file, &[ASH, (Key::Benchmark, "England")], |comparison| {
        assert!(comparison.areas.iter().all(|compared| compared.verdict == Err(Untested::OtherPeriod)));
        assert_eq!(comparison.benchmark.other_period.map(|period| period.label.as_str()), Some("2023"));
        assert_eq!((comparison.benchmark.figure.cell.value(), comparison.tally), (None, Tally::default()));
    });
    // Unasked, the peers' median of our own period stands in.
    with(&file, &[ASH], |comparison| assert_eq!(comparison.benchmark.kind, BenchmarkKind::PeersMedian));
}

#[test]
fn an_area_that_does_not_provide_the_service_changes_no_other_verdict() {
    let table = table(&[("a.csv", FILE)]);
    let config = config(&[ASH]);
    let without = Config { not_provided: vec!["E10000003".to_owned()], ..config.clone() };
    let (all, fewer) = (run(&table, &config).unwrap(), run(&table, &without).unwrap());
    let kept: Vec<_> = all.areas.iter().filter(|compared| compared.place.name != "Cedar").copied().collect();
    assert_eq!(fewer.areas, kept);
    assert!(has(&fewer, FindingKind::NotProvided));
}

#[test]
fn turning_the_polarity_turns_the_judgement_and_nothing_else() {
    let judged = |polarity| {
        with(FILE, &[ASH, (Key::Polarity, polarity)], |comparison| {
            let tests = comparison.areas.iter().map(|compared| compared.verdict.unwrap());
            tests.map(|test| (test.significance, test.level, test.judgement)).collect::<Vec<_>>()
        })
    };
    let turned = |judgement| match judgement {
        Judgement::Better => Judgement::Worse,
        Judgement::Worse => Judgement::Better,
        other => other,
    };
    let high: Vec<_> = judged("high-is-good").into_iter().map(|(side, level, of)| (side, level, turned(of))).collect();
    assert_eq!(high, judged("low-is-good"));
    assert_eq!(judged("none")[0].2, Judgement::Higher);
}

#[test]
fn order_is_by_value_only_when_asked() {
    assert_eq!(with(FILE, &[ASH], |comparison| comparison.order), Order::Name);
    let by_value = [ASH, (Key::Order, "value")];
    let listed = with(FILE, &by_value, |comparison| names(comparison).join(" "));
    assert_eq!(listed, "birch Dogwood Cedar");
    // Likeness without a list of neighbours is no order.
    assert_eq!(with(FILE, &[ASH, (Key::Order, "likeness")], |comparison| comparison.order), Order::Name);
}

#[test]
fn neighbours_in_the_file_are_the_peers_by_likeness_and_all_can_still_be_chosen() {
    let neighbours = "code,1,2,3\nE10000001,E10000004,E10000099,E10000002\n";
    let table = table(&[("a.csv", FILE), ("neighbours.csv", neighbours)]);
    let nearest = config(&[ASH]);
    let nearest = run(&table, &nearest).unwrap();
    assert_eq!((nearest.peer_rule.kind, nearest.order), (PeerKind::Nearest, Order::Likeness));
    assert_eq!(names(&nearest), ["Dogwood", "birch"]);
    let spread = nearest.spread.unwrap();
    assert_eq!(spread.with_figure + spread.without, 2);
    let all = config(&[ASH, (Key::Peers, "all")]);
    let all = run(&table, &all).unwrap();
    assert_eq!(names(&all), ["birch", "Cedar", "Dogwood"]);
    assert_eq!(all.choices.peers.iter().map(PeerRule::word).collect::<Vec<_>>(), ["nearest", "all"]);
}

#[test]
fn rows_that_contradict_each_other_are_left_out_and_repeated_ones_count_once() {
    let file = FILE.to_owned() + "E10000003,Cedar,2023,30,29,31\nE10000004,Dogwood,2023,12,11,13\n";
    with(&file, &[ASH], |comparison| assert_eq!(names(comparison), ["birch", "Dogwood"]));
}

#[test]
fn without_a_figure_there_is_no_interval() {
    let file = FILE.to_owned() + "E10000005,Elder,2023,1O,9,11\n";
    with(&file, &[(Key::Area, "Elder")], |comparison| {
        let ours = comparison.ours();
        assert_eq!((ours.figure.cell, ours.figure.intervals), (Cell::Absent(Absence::Unreadable), [None; 2]));
        assert_eq!(ours.verdict, Err(Untested::NoFigure));
    });
}

#[test]
fn only_ours_is_tested_by_its_gap_to_a_median_that_holds_the_others() {
    with(FILE, &[ASH, (Key::Benchmark, "peers")], |comparison| {
        let rules: Vec<Rule> = comparison.areas.iter().map(|compared| compared.verdict.unwrap().rule).collect();
        assert_eq!(rules, [Rule::GapItself, Rule::FixedValue, Rule::FixedValue, Rule::FixedValue]);
        assert_eq!((comparison.benchmark.of, comparison.benchmark.figure.cell.value()), (3, Some(12.0)));
    });
    with(FILE, &[ASH, (Key::Benchmark, "Cedar")], |comparison| {
        let verdicts: Vec<_> = comparison.areas.iter().map(|compared| compared.verdict.map(|test| test.rule)).collect();
        assert_eq!(
            verdicts,
            [Ok(Rule::GapItself), Ok(Rule::GapItself), Err(Untested::NoBenchmark), Ok(Rule::GapItself)]
        );
    });
}

#[test]
fn the_median_of_a_named_group_has_a_receipt_that_comes_out_the_same() {
    let mut config = config(&[ASH, (Key::Benchmark, "coast"), (Key::Peers, "E10000003")]);
    let codes = ["E10000001", "E10000002", "E10000003", "E10000004"].map(str::to_owned).to_vec();
    config.peer_groups.push(("coast".to_owned(), crate::config::PeerGroup { codes, ..Default::default() }));
    let table = table(&[("a.csv", FILE)]);
    let comparison = run(&table, &config).unwrap();
    // Ours is of the group, and not among those whose middle it is set against.
    assert_eq!((comparison.benchmark.kind, comparison.benchmark.of), (BenchmarkKind::GroupMedian, 3));
    let receipt = receipts(&comparison, &Alike::default());
    assert_eq!(replay(&receipt), Ok(receipt.clone()));
    let crate::config::Plain::List(steps) = receipt.get("benchmark").get("steps") else { panic!("{receipt:?}") };
    assert_eq!(steps.len(), LEVELS.len());
    for (step, interval) in steps.iter().zip(comparison.benchmark.figure.intervals) {
        let crate::config::Plain::List(figures) = step.get("inputs").get("figures") else { panic!("{step:?}") };
        let codes: Vec<&str> = figures.iter().map(|figure| figure.get("area").text()).collect();
        assert_eq!(codes, ["E10000002", "E10000003", "E10000004"]);
        assert_eq!(
            (step.get("rule").text(), step.get("result").get("value")),
            ("median", &crate::config::Plain::Number(12.0))
        );
        assert_eq!(step.get("result").get("lower"), &interval.map(|interval| interval.lower).into());
        assert_eq!(step.get("result").get("upper"), &interval.map(|interval| interval.upper).into());
    }
}

#[test]
fn intervals_are_worked_out_only_where_the_counts_bear_the_values() {
    let rows = |value: &str| {
        format!(
            "Area Code,Area Name,Time period,Value,Count,Denominator\nE10000001,Ash,2023,{value},20,100\n\
             E10000002,Birch,2023,30,30,100\nE10000003,Cedar,2023,25,50,200\n"
        )
    };
    let proportion = [ASH, (Key::ValueType, "proportion"), (Key::Multiplier, "100")];
    with(&rows("20"), &proportion, |comparison| {
        assert_eq!(comparison.worked_out, [Method::Wilson]);
        let interval = comparison.ours().figure.intervals[0].unwrap();
        assert_eq!((interval.method, interval.level), (Method::Wilson, LEVELS[0]));
    });
    with(&rows("45"), &proportion, |comparison| assert_eq!(comparison.ours().figure.intervals, [None; 2]));
}

/// Four places with a measure and two by which likeness is judged; one of them lacks the second.
const ALIKE: &str = "Indicator,Area Code,Area Name,Time period,Value\n\
    m,E10000001,Ash,2023,20\nm,E10000002,Birch,2023,14\nm,E10000003,Cedar,2023,10\nm,E10000004,Dogwood,2023,12\n\
    m,E10000005,Elm,2023,12\n\
    a,E10000001,Ash,2022,10\na,E10000002,Birch,2022,12\na,E10000003,Cedar,2022,20\na,E10000004,Dogwood,2022,14\n\
    a,E10000005,Elm,2022,10\na,E10000001,Ash,2021,90\n\
    b,E10000001,Ash,2021,1\nb,E10000002,Birch,2021,5\nb,E10000003,Cedar,2021,1\nb,E10000004,Dogwood,2021,1\n";

fn alike(likeness: &[&str]) -> Config {
    let mut config = config(&[(Key::Area, "Ash"), (Key::Indicator, "m"), (Key::Peers, "nearest")]);
    config.likeness = likeness.iter().map(ToString::to_string).collect();
    config
}

#[test]
fn likeness_by_figures_is_as_worked_out_by_hand() {
    let (table, config) = (table(&[("a.csv", ALIKE)]), alike(&["a", "b"]));
    let comparison = run(&table, &config).unwrap();
    // Spreads: a 10, 12, 20, 14 about 14 has √(56/3), b 1, 5, 1, 1 about 2 has 2. Elm has no b and cannot be placed.
    assert_eq!(names(&comparison), ["Dogwood", "Birch", "Cedar"]);
    assert_eq!(comparison.peer_rule.kind, PeerKind::Nearest);
    let alike = super::alike(&table, &config);
    let near = &alike.nearest;
    for (near, squared, share) in
        [(&near[0], 6.0 / 7.0, 1.0), (&near[1], 59.0 / 14.0, 3.0 / 59.0), (&near[2], 75.0 / 14.0, 1.0)]
    {
        assert!((near.likeness.distance - f64::sqrt(squared)).abs() < 1e-12, "{near:?}");
        assert!((near.likeness.shares[0] - share).abs() < 1e-12, "{near:?}");
        assert!((near.likeness.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{near:?}");
    }
}

#[test]
fn measure_that_is_not_there_is_said_and_left_out() {
    let (table, config) = (table(&[("a.csv", ALIKE)]), alike(&["a", "colour"]));
    let comparison = run(&table, &config).unwrap();
    let found = comparison.findings.iter().find(|finding| finding.kind == FindingKind::LikenessNotFound).unwrap();
    assert_eq!(found.found, "colour");
    assert_eq!(names(&comparison), ["Elm", "Birch", "Dogwood", "Cedar"]);
}

#[test]
fn nearest_by_nothing_is_refused_by_name() {
    let (table, config) = (table(&[("a.csv", ALIKE)]), alike(&["colour"]));
    let comparison = run(&table, &config).unwrap();
    assert!(comparison.findings.iter().any(|finding| finding.kind == FindingKind::NoNeighbours));
    assert_eq!(comparison.peer_rule.kind, PeerKind::All);
}
