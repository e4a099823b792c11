//! What a board must hold to.

use super::*;
use crate::config::Plain;
use crate::data::{Absence, Cell, Mapping, Reader};
use crate::stats::Polarity;

const HEADS: &str = "Indicator,Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n";

/// Nine peers about 10 and ours, each 0.4 to each side, a row a year from 2019.
fn rows(indicator: &str, ours: &[f64]) -> String {
    let mut rows = String::new();
    for (at, value) in ours.iter().enumerate() {
        let year = 2019 + at;
        for peer in 0..9 {
            let theirs = 9.6 + 0.1 * f64::from(peer);
            rows += &format!("{indicator},E1000010{peer},P{peer},{year},{theirs},{},{}\n", theirs - 0.4, theirs + 0.4);
        }
        rows += &format!("{indicator},E10000001,Ash,{year},{value},{},{}\n", value - 0.4, value + 0.4);
    }
    rows
}

fn table(rows: &str) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(HEADS.as_bytes());
    reader.push(rows.as_bytes());
    reader.end();
    reader.finish().0
}

fn config(json: &str) -> Config {
    let data: Plain = serde_json::from_str(json).unwrap();
    Config::read(&data, &mut Vec::new())
}

/// A config of one local outcome, with more about it and about all.
fn one(priority: &str, all: &str) -> Config {
    config(&format!(
        r#"{{"area": "E10000001", "polarity": "low-is-good"{all}, "priorities": [{{"indicator": "a", "kind": "local",
            "type": "outcome", "members": "/ward", "partners": [{{"name": "N", "role": "r", "type": "nhs"}}]{priority}}}]}}"#
    ))
}

fn state(ours: &[f64], priority: &str) -> (State, Vec<Check>) {
    let (table, config) = (table(&rows("a", ours)), one(priority, ""));
    let profile = profile(&table, &config).unwrap();
    let standing = profile.entries[0].standing.as_ref().unwrap();
    (profile.entries[0].state, standing.met().iter().map(|made| made.check).collect())
}

fn kinds(config: &Config) -> Vec<FaultKind> {
    priority_faults(config).iter().map(|fault| fault.kind).collect()
}

#[test]
fn no_check_met_is_no_flag() {
    assert_eq!(state(&[10.0, 10.1, 9.9, 10.0, 10.1], ""), (State::NoFlag, vec![]));
    // Clearly better is no reason for a flag.
    assert_eq!(state(&[10.0, 9.0, 8.0, 7.0, 6.0], ""), (State::NoFlag, vec![]));
}

#[test]
fn one_check_met_for_once_is_watch() {
    // One high year: a line through five such points does not stand without its last.
    assert_eq!(state(&[10.0, 10.0, 10.0, 10.0, 11.6], ""), (State::Watch, vec![Check::WorseThanPeers]));
}

#[test]
fn the_same_check_met_without_the_latest_period_too_is_look_closer() {
    let (state, met) = state(&[11.6, 11.6, 11.6, 11.6, 11.6], "");
    assert_eq!((state, met), (State::LookCloser, vec![Check::WorseThanPeers]));
}

#[test]
fn two_checks_met_are_look_closer() {
    let (state, met) = state(&[10.0, 10.5, 11.0, 11.5, 12.0], "");
    assert_eq!(state, State::LookCloser);
    assert_eq!(met, [Check::WorseThanPeers, Check::GettingWorse, Check::GapBigger]);
}

#[test]
fn a_size_that_matters_guards_every_check() {
    // 2 above the middle and 2 more than in 2019: nothing is as big as 2.1.
    let ours = [10.0, 10.5, 11.0, 11.5, 12.0];
    assert_eq!(state(&ours, r#", "matters": 2.1"#), (State::NoFlag, vec![]));
    assert_eq!(state(&ours, r#", "matters": 1.9"#).0, State::LookCloser);
}

#[test]
fn fewer_than_two_checks_cannot_judge() {
    // A year alone has its peers, and no trend.
    let cannot = State::CannotJudge(Cannot::TooFewChecks);
    assert_eq!(state(&[11.6], ""), (cannot, vec![Check::WorseThanPeers]));
    // With a path there are two.
    let target = r#", "target": {"level": 8, "date": "2021", "baseline": {"period": "2017", "value": 12}}"#;
    assert_eq!(state(&[11.6], target), (State::LookCloser, vec![Check::WorseThanPeers, Check::BehindPath]));
}

#[test]
fn a_figure_that_is_withheld_keeps_its_reason() {
    let withheld = rows("a", &[10.0; 5]).replace("Ash,2023,10,9.6,10.4", "Ash,2023,*,,");
    let (table, config) = (table(&withheld), one("", ""));
    let profile = profile(&table, &config).unwrap();
    assert_eq!(profile.entries[0].state, State::CannotJudge(Cannot::NoFigure(Absence::Suppressed)));
    assert_eq!(profile.chance, (0, None));
}

#[test]
fn without_a_better_side_there_is_no_state() {
    let (table, mut config) = (table(&rows("a", &[10.0, 10.5, 11.0, 11.5, 12.0])), one("", ""));
    config.words.set(Key::Polarity, "no-judgement");
    let profile = profile(&table, &config).unwrap();
    assert_eq!(profile.entries[0].state, State::NoState);
    assert_eq!(profile.chance, (0, None));
}

#[test]
fn chance_is_said_for_the_checks_that_were_made() {
    let target = r#", "target": {"level": 8, "date": "2025", "baseline": {"period": "2019"}}"#;
    let (table, config) = (table(&rows("a", &[10.0, 10.1, 9.9, 10.0, 10.1])), one(target, ""));
    let profile = profile(&table, &config).unwrap();
    // Peers, trend and gap at 1 in 1,000 each, the path at 25: 28 in 1,000, which is at most 1 in 35.
    assert_eq!(profile.chance, (4, Some(ChanceFlags::AtMostOneIn(35))));
}

#[test]
fn a_path_is_a_straight_line_between_what_was_agreed_and_ends_there() {
    let (table, config) = (
        table(&rows("a", &[10.0; 5])),
        one(
            r#", "target": {"level": 6, "date": "2028", "baseline": {"period": "2019"}, "milestones": {"2021": 9}}"#,
            "",
        ),
    );
    let profile = profile(&table, &config).unwrap();
    let standing = profile.entries[0].standing.as_ref().unwrap();
    let Progress::Judged { promise, planned, place, .. } = &standing.progress else { panic!("{standing:?}") };
    // From 9 in 2021 to 6 in 2028: two sevenths of the way by 2023. From 10 in 2019 to 9 in 2021: half way by 2020.
    assert!((planned - (9.0 - 3.0 * 2.0 / 7.0)).abs() < 1e-12);
    assert_eq!(*place, PlaceOnPath::Behind);
    let at = |year: &str| promise.planned(&Period::parse(year).unwrap());
    assert_eq!((at("2019"), at("2020"), at("2021"), at("2028")), (Some(10.0), Some(9.5), Some(9.0), Some(6.0)));
    assert_eq!((at("2018"), at("2029")), (None, None));
}

fn place_of(value: f64, level: &str) -> Progress {
    let target = format!(
        r#", "target": {{"level": {level}, "date": "2023", "baseline": {{"period": "2019", "value": {level}}}}}"#
    );
    let (table, config) = (table(&rows("a", &[10.0, 10.0, 10.0, 10.0, value])), one(&target, ""));
    profile(&table, &config).unwrap().entries[0].standing.as_ref().unwrap().progress.clone()
}

#[test]
fn behind_only_when_the_whole_range_is_on_the_wrong_side() {
    for (level, expected) in [
        ("9.5", PlaceOnPath::Behind),
        ("9.6", PlaceOnPath::TooClose),
        ("10", PlaceOnPath::TooClose),
        ("10.4", PlaceOnPath::TooClose),
        ("10.5", PlaceOnPath::On),
    ] {
        let Progress::Judged { place, .. } = place_of(10.0, level) else { panic!("{level}") };
        assert_eq!(place, expected, "{level}");
    }
}

#[test]
fn a_standard_is_met_or_not_and_has_no_path() {
    for (level, met) in [("10", true), ("9.9", false)] {
        let target = format!(r#", "target": {{"level": {level}, "standard": true}}"#);
        let (table, config) = (table(&rows("a", &[10.0; 5])), one(&target, ""));
        let profile = profile(&table, &config).unwrap();
        let standing = profile.entries[0].standing.as_ref().unwrap();
        let Progress::Standard { met: found, .. } = &standing.progress else { panic!() };
        assert_eq!(*found, Some(met));
        assert!(standing.made.iter().all(|made| made.check != Check::BehindPath));
    }
}

#[test]
fn without_baseline_and_milestones_no_path_is_agreed() {
    let (table, config) = (table(&rows("a", &[10.0; 5])), one(r#", "target": {"level": 8, "date": "2028"}"#, ""));
    let profile = profile(&table, &config).unwrap();
    assert!(matches!(profile.entries[0].standing.as_ref().unwrap().progress, Progress::NoPath(_)));
}

#[test]
fn a_target_whose_day_is_past_is_reached_or_not_and_a_path_that_begins_later_judges_nothing() {
    let told = |target: &str| {
        let (table, config) = (table(&rows("a", &[10.0; 5])), one(target, ""));
        let profile = profile(&table, &config).unwrap();
        profile.entries[0].standing.as_ref().unwrap().progress.clone()
    };
    for (level, reached) in [("10", true), ("9.9", false)] {
        let target = format!(r#", "target": {{"level": {level}, "date": "2022", "baseline": {{"period": "2019"}}}}"#);
        let Progress::Due { met, .. } = told(&target) else { panic!("{level}") };
        assert_eq!(met, Some(reached));
        let bare = format!(r#", "target": {{"level": {level}, "date": "2022"}}"#);
        assert!(matches!(told(&bare), Progress::Due { .. }));
    }
    let later = r#", "target": {"level": 9, "date": "2028", "baseline": {"period": "2024", "value": 10}}"#;
    assert!(matches!(told(later), Progress::NotJudged(_)));
}

#[test]
fn too_early_is_said_from_the_uncertainty_of_our_figures() {
    // From 10 to 9 in ten years is 0.1 a year; each figure's standard error is 0.4/1.96 = 0.204. At 99.8 %,
    // (3.0902 + 0.8416)·0.204/0.1 = 8.024, squared 64.4: k(k²-1)/12 passes it with ten figures (82.5; nine give 60).
    let target = r#", "target": {"level": 9, "date": "2029", "baseline": {"period": "2019"}}"#;
    let (table, config) = (table(&rows("a", &[10.0; 5])), one(target, ""));
    let profile = profile(&table, &config).unwrap();
    let Progress::Judged { shows_from, .. } = &profile.entries[0].standing.as_ref().unwrap().progress else { panic!() };
    assert_eq!(*shows_from, Some(2028));
}

#[test]
fn a_target_of_a_member_is_refused_in_a_system() {
    let (table, config) = (
        table(&rows("a", &[10.0; 5])),
        one(
            r#", "target": {"level": 8, "date": "2025", "baseline": {"period": "2019"}, "owner": "RXX"}"#,
            r#", "board": {"tier": "system", "owner": "E10000001"}"#,
        ),
    );
    assert!(kinds(&config).contains(&FaultKind::TargetOfMember));
    let profile = profile(&table, &config).unwrap();
    assert_eq!(profile.entries[0].standing.as_ref().unwrap().progress, Progress::NoTarget);
    // In a place it may be one body's.
    assert!(
        !kinds(&one(r#", "target": {"level": 8, "date": "2025", "owner": "RXX"}"#, r#", "board": {"tier": "place"}"#))
            .contains(&FaultKind::TargetOfMember)
    );
}

#[test]
fn the_targets_of_a_board_are_its_owners_alone() {
    let target = r#", "target": {"level": 8, "date": "2025", "baseline": {"period": "2019"}}"#;
    let (table, mut config) = (table(&rows("a", &[10.0; 5])), one(target, r#", "board": {"owner": "E10000001"}"#));
    config.words.set(Key::Area, "E10000103");
    let profile = profile(&table, &config).unwrap();
    assert_eq!(profile.entries[0].standing.as_ref().unwrap().progress, Progress::OfAnother);
}

/// A list of priorities, each an indicator and its kind.
fn listed(list: &[(&str, &str)], all: &str) -> Config {
    let one = |(indicator, kind): &(&str, &str)| {
        format!(
            r#"{{"indicator": "{indicator}", "kind": "{kind}", "type": "outcome", "members": "/w", "frameworks": ["{kind}-{indicator}"]}}"#
        )
    };
    let list: Vec<String> = list.iter().map(one).collect();
    config(&format!(r#"{{"area": "E10000001", "polarity": "low-is-good"{all}, "priorities": [{}]}}"#, list.join(",")))
}

#[test]
fn local_priorities_never_stand_below_national_ones() {
    let table = table(&[rows("a", &[10.0]), rows("b", &[10.0]), rows("c", &[10.0]), rows("d", &[10.0])].concat());
    let config = listed(&[("a", "national"), ("b", "local"), ("c", "national"), ("d", "local")], "");
    let order: Vec<usize> = profile(&table, &config).unwrap().entries.iter().map(|entry| entry.number).collect();
    assert_eq!(order, [1, 3, 0, 2]);
}

#[test]
fn one_measure_stands_once_with_the_frameworks_of_all() {
    let table = table(&rows("a", &[10.0; 5]));
    let config = listed(&[("a", "local"), ("A", "national")], "");
    let profile = profile(&table, &config).unwrap();
    assert_eq!(profile.entries.len(), 1);
    assert_eq!(profile.entries[0].frameworks, ["local-a", "national-A"]);
    assert!(profile.faults.iter().any(|fault| fault.kind == FaultKind::Repeated && fault.priority == Some(1)));
}

#[test]
fn an_eleventh_priority_warns_and_one_beyond_the_limit_is_left_out() {
    let names: Vec<String> = (0..11).map(|at| format!("m{at}")).collect();
    let list: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "local")).collect();
    assert!(!kinds(&listed(&list[..10], "")).contains(&FaultKind::TooMany));
    assert!(kinds(&listed(&list, "")).contains(&FaultKind::TooMany));
    // A neighbourhood is asked for fewer.
    let tier = r#", "board": {"tier": "neighbourhood"}"#;
    assert!(kinds(&listed(&list[..6], tier)).contains(&FaultKind::TooMany));
    let limits = r#", "board": {"tier": "place", "limits": {"place": 3}}"#;
    let config = listed(&list[..4], limits);
    assert!(kinds(&config).contains(&FaultKind::OverLimit));
    let table = table(&names.iter().map(|name| rows(name, &[10.0])).collect::<String>());
    assert_eq!(profile(&table, &config).unwrap().entries.len(), 3);
    // What is left out is never local while a national one stands.
    let mixed = [("m0", "national"), ("m1", "national"), ("m2", "local")];
    let mixed = listed(&mixed, r#", "board": {"limits": {"system": 1}}"#);
    assert_eq!(profile(&table, &mixed).unwrap().entries[0].number, 2);
    assert!(
        kinds(&listed(&list[..2], r#", "board": {"limits": {"system": 6, "neighbourhood": 6}}"#))
            .contains(&FaultKind::LimitsNotLower)
    );
}

#[test]
fn a_set_without_a_local_priority_warns() {
    assert!(kinds(&listed(&[("a", "national")], "")).contains(&FaultKind::NoLocal));
    assert!(!kinds(&listed(&[("a", "national"), ("b", "local")], "")).contains(&FaultKind::NoLocal));
}

#[test]
fn what_is_no_outcome_leads_only_with_a_note_and_money_never() {
    let table = table(&rows("a", &[10.0; 5]));
    for (kind, note, fault) in [
        ("process", "", Some(FaultKind::ProcessWithoutNote)),
        ("process", "Nothing nearer is measured yet.", None),
        ("resource", "We spend a lot.", Some(FaultKind::NotAPriority)),
        ("context", "It matters.", Some(FaultKind::NotAPriority)),
        ("output", "", None),
    ] {
        let text = format!(r#", "note": "{note}", "type": "{kind}""#);
        let json = one(&text, "");
        let found = kinds(&json);
        let refusal =
            found.iter().copied().find(|kind| matches!(kind, FaultKind::ProcessWithoutNote | FaultKind::NotAPriority));
        assert_eq!(refusal, fault, "{kind}");
        assert_eq!(profile(&table, &json).unwrap().entries.len(), usize::from(fault.is_none()), "{kind}");
    }
}

#[test]
fn money_and_staff_stand_beside_an_outcome_and_are_not_judged() {
    let table = table(&[rows("a", &[10.0; 5]), rows("spend", &[20.0; 5])].concat());
    let config = one(r#", "context": [{"indicator": "spend", "type": "resource"}, "not there"]"#, "");
    let profile = profile(&table, &config).unwrap();
    let standing = profile.entries[0].standing.as_ref().unwrap();
    assert_eq!((standing.context.len(), standing.context[0].subject.label), (1, "spend"));
    // It adds nothing to checks or state.
    assert_eq!((profile.entries[0].state, standing.made.len()), (State::NoFlag, 3));
}

#[test]
fn a_measure_that_is_not_there_shows_no_other_in_its_place() {
    let table = table(&rows("a", &[10.0; 5]));
    for (indicator, area) in [("b", "E10000001"), ("a", "E10000999")] {
        let mut config = listed(&[(indicator, "local")], "");
        config.words.set(Key::Area, area);
        let profile = profile(&table, &config).unwrap();
        assert_eq!(profile.entries[0].standing, None);
        assert_eq!(profile.entries[0].state, State::CannotJudge(Cannot::NotThere));
        assert!(profile.faults.iter().any(|fault| fault.kind == FaultKind::MeasureNotThere));
    }
}

#[test]
fn partners_stand_a_to_z_whatever_their_order_and_size() {
    let partners = |names: [&str; 3]| {
        let one = |name: &str| format!(r#"{{"name": "{name}", "role": "r", "type": "voluntary"}}"#);
        format!(r#", "partners": [{}]"#, names.map(one).join(","))
    };
    let table = table(&rows("a", &[10.0; 5]));
    for names in [["Zed Trust", "acorn charity", "Mid Council"], ["Mid Council", "Zed Trust", "acorn charity"]] {
        let config = one(&partners(names), "");
        let profile = profile(&table, &config).unwrap();
        let order: Vec<&str> = profile.entries[0].partners().iter().map(|partner| partner.name.as_str()).collect();
        assert_eq!(order, ["acorn charity", "Mid Council", "Zed Trust"]);
    }
}

#[test]
fn lived_experience_is_shown_with_consent_and_whole() {
    let lived = |more: &str| {
        format!(
            r#", "lived-experience": [{{"words": "w", "method": "Interviews", "period": "2024", "source": "A charity"{more}}}]"#
        )
    };
    let table = table(&rows("a", &[10.0; 5]));
    for (more, shown, fault) in [
        (r#", "kind": "quote", "consent": true"#, 1, None),
        (r#", "kind": "quote""#, 0, Some(FaultKind::NoConsent)),
        (r#", "kind": "finding", "k": 29, "n": 41, "consent": true"#, 1, None),
        (r#", "kind": "finding", "k": 42, "n": 41, "consent": true"#, 0, Some(FaultKind::LivedIncomplete)),
        (r#", "kind": "finding", "consent": true"#, 0, Some(FaultKind::LivedIncomplete)),
        (r#", "consent": true"#, 0, Some(FaultKind::LivedIncomplete)),
    ] {
        let config = one(&lived(more), "");
        assert_eq!(profile(&table, &config).unwrap().entries[0].lived().len(), shown, "{more}");
        let found = kinds(&config);
        let found = found.into_iter().find(|kind| matches!(kind, FaultKind::NoConsent | FaultKind::LivedIncomplete));
        assert_eq!(found, fault, "{more}");
    }
}

#[test]
fn a_decision_changes_no_state() {
    let decision = r#", "different-on-purpose": {"body": "The board", "date": "2024-05-01", "reason": "Fewer, better", "link": "/d", "review": "2025-05-01"}"#;
    let ours = [10.0, 10.5, 11.0, 11.5, 12.0];
    assert_eq!(state(&ours, decision), state(&ours, ""));
    let (table, config) = (table(&rows("a", &ours)), one(decision, r#", "today": "2025-05-02""#));
    let profile = profile(&table, &config).unwrap();
    assert!(profile.when(&profile.entries[0].decision().unwrap().review).unwrap().is_past);
    for missing in ["body", "date", "reason", "link", "review"] {
        let broken = decision.replace(&format!("\"{missing}\""), "\"x\"");
        assert!(kinds(&one(&broken, "")).contains(&FaultKind::DecisionIncomplete), "{missing}");
    }
}

#[test]
fn faults_name_their_place() {
    let config = one(
        r#", "feedback": "javascript:alert(1)", "review": "soon", "matters": "a lot", "pledges": [{"who": "A"}], "comment": {"words": "w"}"#,
        r#", "today": "now""#,
    );
    let found: Vec<(FaultKind, Option<usize>, &str)> =
        priority_faults(&config).iter().map(|fault| (fault.kind, fault.priority, fault.part)).collect();
    for expected in [
        (FaultKind::DateUnreadable, None, "today"),
        (FaultKind::NotANumber, Some(0), "matters"),
        (FaultKind::DateUnreadable, Some(0), "review"),
        (FaultKind::LinkRefused, Some(0), "feedback"),
        (FaultKind::PledgeIncomplete, Some(0), "pledges"),
        (FaultKind::CommentUnsigned, Some(0), "comment"),
    ] {
        assert!(found.contains(&expected), "{expected:?} not in {found:?}");
    }
    assert_eq!(kinds(&one("", "")), []);
}

#[test]
fn members_of_one_system_stand_beside_each_other_only_when_all_publish() {
    let heads = HEADS.replace("Indicator,", "Indicator,Parent Code,Parent Name,");
    let members = ["E07000001", "E07000002"];
    let others = (0..9).map(|at| format!("E0700001{at}"));
    let mut rows = String::new();
    for (code, parent) in
        members.map(|code| (code.to_owned(), "E54000001")).into_iter().chain(others.map(|code| (code, "E54000002")))
    {
        rows += &format!("a,{parent},S,{code},{code},2023,10,9,11\n");
    }
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push((heads + &rows).as_bytes());
    reader.end();
    let table = reader.finish().0;
    let asked = |publishers: &str| {
        let mut config =
            listed(&[("a", "local")], &format!(r#", "peers": "parent", "board": {{"publishers": [{publishers}]}}"#));
        config.words.set(Key::Area, "E07000001");
        config
    };
    let apart = asked(r#""E07000001""#);
    let found = profile(&table, &apart).unwrap();
    assert_eq!(found.now.peers().len(), 10);
    assert!(found.faults.iter().any(|fault| fault.kind == FaultKind::MembersApart));
    let together = asked(r#""E07000001", "E07000002""#);
    assert_eq!(profile(&table, &together).unwrap().now.peers().len(), 1);
}

#[test]
fn nothing_is_past_where_nobody_says_what_day_it_is() {
    let (table, config) = (table(&rows("a", &[10.0; 5])), one(r#", "next-update": "2020""#, ""));
    let profile = profile(&table, &config).unwrap();
    assert!(!profile.when(&profile.entries[0].priority.next_update).unwrap().is_past);
}

#[test]
fn every_state_has_its_rule() {
    let made = |met: bool, before: Option<bool>| Made { check: Check::GettingWorse, found: (met, None), met, before };
    let of = |made: &[Made]| State::of(made, Polarity::LowIsGood, Cell::Value(1.0));
    assert_eq!(of(&[made(true, None)]), State::CannotJudge(Cannot::TooFewChecks));
    assert_eq!(of(&[made(false, None), made(false, None)]), State::NoFlag);
    assert_eq!(of(&[made(true, Some(false)), made(false, None)]), State::Watch);
    assert_eq!(of(&[made(true, None), made(false, None)]), State::Watch);
    assert_eq!(of(&[made(true, Some(true)), made(false, None)]), State::LookCloser);
    assert_eq!(of(&[made(true, None), made(true, None)]), State::LookCloser);
    assert_eq!(State::of(&[], Polarity::NoJudgement, Cell::Value(1.0)), State::NoState);
}

#[test]
fn a_measure_is_asked_for_and_what_is_done_about_it_is_not() {
    // What is done is the partners' to choose: nothing is wrong where it is not said.
    assert_eq!(kinds(&one("", "")), []);
    let without = config(
        r#"{"area": "E10000001", "priorities": [{"kind": "local", "type": "outcome", "action": "We do much."}]}"#,
    );
    assert!(kinds(&without).contains(&FaultKind::NoMeasure));
    assert_eq!(profile(&table(&rows("a", &[10.0])), &without).unwrap().entries.len(), 0);
}

#[test]
fn peoples_words_are_counted_by_place_and_never_scored() {
    let lived = |place: &str| {
        format!(
            r#"{{"kind": "quote", "words": "w", "method": "m", "period": "2024", "source": "s", "place": "{place}", "consent": true}}"#
        )
    };
    let all = [lived("Northmoor"), lived("Vale"), lived("Northmoor"), lived("")].join(",");
    let (table, config) = (table(&rows("a", &[10.0; 5])), one(&format!(r#", "lived-experience": [{all}]"#), ""));
    let (with, without) = (profile(&table, &config).unwrap(), one("", ""));
    assert_eq!(with.heard_from(), ["Northmoor", "Vale"]);
    assert_eq!(with.entries[0].state, profile(&table, &without).unwrap().entries[0].state);
}

#[test]
fn months_are_asked_for_signals_and_years_are_not() {
    // Sixteen months about 10, a step of 0.2 each time, and the last far above them: outside the usual range.
    let file = |last: f64| {
        let mut rows = String::new();
        for at in 0..16 {
            let (year, month) = (2022 + at / 12, at % 12 + 1);
            let ours = if at == 15 { last } else { 10.0 + 0.2 * f64::from(at % 2) };
            for (code, value) in [("E10000001", ours), ("E10000002", 10.0), ("E10000003", 10.2), ("E10000004", 9.8)] {
                rows += &format!("a,{code},{code},{year}-{month:02},{value},{},{}\n", value - 2.0, value + 2.0);
            }
        }
        table(&rows)
    };
    for (last, met) in [(10.2, false), (13.0, true), (7.0, false)] {
        let (table, config) = (file(last), one("", ""));
        let profile = profile(&table, &config).unwrap();
        let standing = profile.entries[0].standing.as_ref().unwrap();
        let checks: Vec<(Check, bool)> = standing.made.iter().map(|made| (made.check, made.met)).collect();
        assert_eq!(checks, [(Check::WorseThanPeers, false), (Check::Signals, met)], "{last}");
        assert_eq!(profile.entries[0].state, if met { State::Watch } else { State::NoFlag });
        // Signals have no known risk, so they are not counted on the line of chance.
        assert_eq!(profile.chance.0, 1);
    }
    let (table, config) = (table(&rows("a", &[10.0; 16])), one("", ""));
    let profile = profile(&table, &config).unwrap();
    assert!(profile.entries[0].standing.as_ref().unwrap().made.iter().all(|made| made.check != Check::Signals));
}

#[test]
fn the_gap_between_groups_stands_beside_where_there_are_figures_of_them() {
    let mut heads = HEADS.trim_end().to_owned();
    heads += ",Sex\n";
    let mut file = String::new();
    for (sex, value) in [("Persons", 10.0), ("Female", 8.0), ("Male", 12.0)] {
        for code in ["E10000001", "E10000002", "E10000003"] {
            file += &format!("a,{code},{code},2023,{value},{},{},{sex}\n", value - 0.5, value + 0.5);
        }
    }
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push((heads + &file).as_bytes());
    reader.end();
    let (table, config) = (reader.finish().0, one("", ""));
    let profile = profile(&table, &config).unwrap();
    let line = profile.entries[0].standing.as_ref().unwrap().gap_line.as_ref().unwrap();
    assert!((line.gap.as_ref().unwrap().difference.abs() - 4.0).abs() < 1e-12);
}

#[test]
fn every_receipt_of_a_board_is_worked_out_again_to_the_same_bytes() {
    let path =
        r#", "target": {"level": 8, "date": "2025", "baseline": {"period": "2019"}, "milestones": {"2022": 9.5}}"#;
    let standard = r#", "target": {"level": 9, "standard": true}"#;
    for (ours, priority) in [
        (&[10.0, 10.5, 11.0, 11.5, 12.0][..], path),
        (&[11.6; 5], r#", "matters": 1.5"#),
        (&[10.0; 5], standard),
        (&[10.0], ""),
    ] {
        for polarity in ["low-is-good", "high-is-good", "no-judgement"] {
            let (table, mut config) = (table(&rows("a", ours)), one(priority, ""));
            config.words.set(Key::Polarity, polarity);
            let profile = profile(&table, &config).unwrap();
            let receipts = crate::compare::profile_receipts(&profile);
            let json = receipts.json();
            assert_eq!(crate::compare::replay(&receipts).unwrap().json(), json);
            let state = format!("\"state\": \"{}\"", profile.entries[0].state.id());
            assert!(json.contains(&state), "{state} is not in {json}");
            assert!(!json.contains("\"missing\""), "{json}");
        }
    }
}
