//! What a publisher is told before a view goes out: each check speaks when it should and is silent when not, an override
//! with a reason stands beside it, and what one click would set mends it.

use peerglass::advice;
use peerglass::config::{Config, Plain};
use peerglass::data::{Mapping, Reader, Table};
use peerglass::text::Language;
use peerglass::view::{self, Advice};
use serde_json::{Value, json};

#[path = "advice/withheld.rs"]
mod withheld;

fn table(files: &[&str]) -> Table {
    let mut reader = Reader::new(Mapping::default());
    for (at, file) in files.iter().enumerate() {
        reader.begin(&format!("{at}.csv"));
        reader.push(file.as_bytes());
    }
    let (table, problems) = reader.finish();
    assert_eq!(problems, [], "the files are sound");
    table
}

fn told(table: &Table, config: &Value) -> Advice {
    let mut unknown = Vec::new();
    let plain: Plain = serde_json::from_value(config.clone()).unwrap();
    let config = Config::read(&plain, &mut unknown);
    assert_eq!(unknown, [""; 0], "the config has only names of ours");
    view::advise(&advice::look(table, &config), &advice::supplied(&config), &config, Language::English)
}

fn ids(advice: &Advice) -> Vec<&'static str> {
    advice.findings.iter().map(|one| one.id).collect()
}

/// What a click would make of a config.
fn mended(config: &Value, advice: &Advice, id: &str) -> Option<Value> {
    let one = advice.findings.iter().find(|one| one.id == id)?;
    let mut config = config.clone();
    for (key, to) in &one.set {
        match serde_json::to_value(to).unwrap() {
            Value::Null => _ = config.as_object_mut().unwrap().remove(*key),
            to => config[*key] = to,
        }
    }
    (!one.set.is_empty()).then_some(config)
}

/// A check speaks for a config, with all its three sentences; an override silences it as a block and no more; and its click,
/// if it has one, mends it. Returns its severity.
fn assert_told(table: &Table, config: &Value, id: &str) -> &'static str {
    let advice = told(table, config);
    let Some(one) = advice.findings.iter().find(|one| one.id == id) else {
        panic!("{id} is not among {:?}", ids(&advice))
    };
    assert!([&one.what, &one.why, &one.fix].iter().all(|said| said.ends_with(['.', '?', '”'])), "{one:?}");
    assert!(![&one.what, &one.why, &one.fix].iter().any(|said| said.contains(['{', '}'])), "{one:?}");
    if let Some(mended) = mended(config, &advice, id) {
        assert!(!ids(&told(table, &mended)).contains(&id), "{id} is still there with {mended}");
    }
    let mut stood_by = config.clone();
    stood_by["overrides"] = json!([{ "check": id, "reason": "We looked at it." }]);
    let overridden = told(table, &stood_by);
    let same: Vec<_> = overridden.findings.iter().filter(|one| one.id == id).collect();
    assert!(!same.is_empty() && same.iter().all(|one| one.overridden.as_deref() == Some("We looked at it.")));
    one.severity.word()
}

fn assert_silent(table: &Table, config: &Value, id: &str) {
    let advice = told(table, config);
    assert!(!ids(&advice).contains(&id), "{id}: {:?}", advice.findings);
}

const HEAD: &str = "area code,area name,period,value,lower,upper,count,denominator\n";

/// Five places and England, two years; large numbers.
fn places() -> Table {
    let mut file = HEAD.to_owned();
    for (year, shift) in [(2022, 0), (2023, 5)] {
        for (code, value) in [
            ("E06000001", 200),
            ("E06000002", 100),
            ("E06000003", 110),
            ("E06000004", 205),
            ("E06000005", 195),
            ("E06000006", 200),
            ("E92000001", 150),
        ] {
            let v = value + shift;
            file += &format!(
                "{code},{code} town,{year},{:.1},{:.1},{:.1},{v},1000\n",
                v as f64 / 10.0,
                v as f64 / 10.0 - 2.0,
                v as f64 / 10.0 + 2.0
            );
        }
    }
    table(&[&file])
}

fn sound() -> Value {
    json!({ "area": "E06000001", "source": "The council", "licence": "Open Government Licence v3.0",
        "name": "the share of adults who smoke", "polarity": "low-is-good" })
}

fn with(key: &str, value: Value) -> Value {
    let mut config = sound();
    config[key] = value;
    config
}

#[test]
fn a_sound_view_goes_out_without_a_word() {
    let advice = told(&places(), &sound());
    assert_eq!((ids(&advice), advice.is_blocked()), (vec![], false));
}

#[test]
fn a_view_without_source_or_licence_does_not_go_out() {
    for key in ["source", "licence"] {
        let config = with(key, json!(" "));
        assert_eq!(assert_told(&places(), &config, &format!("{key}-missing")), "stop");
        assert!(told(&places(), &config).is_blocked());
    }
}

#[test]
fn an_override_needs_a_reason_and_a_check() {
    let table = places();
    let mut config = with("source", json!(""));
    config["overrides"] =
        json!([{ "check": "source-missing", "reason": " " }, { "check": "sorce-missing", "reason": "x" }]);
    let advice = told(&table, &config);
    assert!(advice.is_blocked());
    assert_eq!(ids(&advice), ["source-missing", "override-without-reason", "override-unknown"]);
    assert!(advice.findings[2].fix.contains("source-missing"), "{:?}", advice.findings[2]);
    config["overrides"] = json!([{ "check": "source-missing", "reason": "It stands in the text around it." }]);
    let advice = told(&table, &config);
    assert_eq!((ids(&advice), advice.is_blocked()), (vec!["source-missing"], false));
}

#[test]
fn peers_chosen_by_hand_need_a_reason() {
    let table = places();
    assert_eq!(assert_told(&table, &with("peers", json!("E06000002 E06000003")), "peers-without-reason"), "stop");
    let mut config = with("peers", json!("coast"));
    config["peer-groups"] = json!({ "coast": { "codes": ["E06000002", "E06000003"], "reason": "A shore." } });
    assert_eq!(assert_told(&table, &config, "peers-without-reason"), "stop");
    config["peer-groups"]["coast"]["date"] = json!("2025-06-01");
    assert_silent(&table, &config, "peers-without-reason");
    for rule in ["all", "nearest"] {
        assert_silent(&table, &with("peers", json!(rule)), "peers-without-reason");
    }
}

/// Against two places with far lower figures ours is clearly higher; against all it is not clear.
#[test]
fn peers_that_make_the_answer_are_named_until_every_rule_is_shown() {
    let table = places();
    let group = |codes: Value| {
        let mut config = with("peers", json!("coast"));
        config["benchmark"] = json!("peers");
        config["peer-groups"] = json!({ "coast": { "codes": codes, "reason": "A shore.", "date": "2025-06-01" } });
        config
    };
    assert_eq!(assert_told(&table, &group(json!(["E06000002", "E06000003"])), "peers-matter"), "look");
    assert_silent(
        &table,
        &group(json!(["E06000002", "E06000003", "E06000004", "E06000005", "E06000006"])),
        "peers-matter",
    );
    let mut shown = group(json!(["E06000002", "E06000003"]));
    shown["show"] = json!(["pairs"]);
    let advice = told(&table, &shown);
    let mended = mended(&shown, &advice, "peers-matter").unwrap();
    assert_eq!(mended["show"], json!(["pairs", "peer-rules"]));
}

#[test]
fn an_older_figure_is_named() {
    assert_eq!(assert_told(&places(), &with("period", json!("2022")), "period-not-latest"), "look");
    assert_silent(&places(), &with("period", json!("2023")), "period-not-latest");
}

#[test]
fn a_benchmark_of_another_period_is_named() {
    let table = table(&[
        "area code,period,value\nE06000001,2022,3\nE06000001,2023,4\nE06000002,2022,3\nE06000002,2023,4\nE92000001,2022,3\n",
    ]);
    let config = with("benchmark", json!("E92000001"));
    assert_told(&table, &config, "benchmark-other-period");
    assert_silent(&places(), &config, "benchmark-other-period");
}

#[test]
fn few_cases_are_named() {
    let few = |count: u32, people: u32| {
        table(&[&format!("{HEAD}E06000001,A,2023,2,1,3,{count},{people}\nE06000002,B,2023,2,1,3,20,1000\n")])
    };
    for (count, people) in [(9, 450), (12, 49)] {
        assert_eq!(assert_told(&few(count, people), &sound(), "few-cases"), "look");
    }
    assert_silent(&few(10, 500), &sound(), "few-cases");
}

#[test]
fn an_order_by_figures_is_named() {
    assert_eq!(assert_told(&places(), &with("order", json!("value")), "order-by-figure"), "look");
    assert_silent(&places(), &with("order", json!("name")), "order-by-figure");
}

#[test]
fn figures_that_were_due_are_named() {
    let mut config = with("next-update", json!("2026-03-31"));
    config["today"] = json!("2026-04-01");
    assert_eq!(assert_told(&places(), &config, "figures-due"), "look");
    config["today"] = json!("2026-03-31");
    assert_silent(&places(), &config, "figures-due");
    config["next-update"] = json!("in the spring");
    assert_silent(&places(), &config, "figures-due");
}

#[test]
fn a_trend_from_a_peak_is_named() {
    let values = [5.0, 7.0, 9.0, 6.0, 5.5, 5.2, 5.1, 5.05];
    let rows: String =
        (0..).zip(values).map(|(at, v)| format!("E06000001,{},{v},{},{}\n", 2016 + at, v - 0.1, v + 0.1)).collect();
    let table = table(&[&format!("area code,period,value,lower,upper\n{rows}")]);
    let from = |year: &str| {
        let mut config = with("view", json!("trend"));
        config["trend-from"] = json!(year);
        config
    };
    assert_eq!(assert_told(&table, &from("2018"), "trend-from-peak"), "look");
    for year in ["2016", "2017"] {
        assert_silent(&table, &from(year), "trend-from-peak");
    }
}

#[test]
fn words_that_blame_or_rank_and_hard_sentences_are_named_with_their_place() {
    let table = places();
    let event = |words: &str| with("events", json!({ "2023": { "text": words, "who": "Us" } }));
    assert_eq!(assert_told(&table, &event("The trust failed."), "blaming-word"), "look");
    assert_eq!(assert_told(&table, &event("Worst in the league table."), "league-word"), "look");
    let hard = "Multidisciplinary stakeholder collaboration necessitates considerable organisational transformation initiatives.";
    assert_eq!(assert_told(&table, &event(hard), "hard-sentence"), "look");
    let advice = told(&table, &event(&format!("We met. {hard} It was good.")));
    let one = advice.findings.iter().find(|one| one.id == "hard-sentence").unwrap();
    assert!(one.what.contains(hard) && !one.what.contains("We met") && one.place == "events.2023", "{one:?}");
    for fair in ["People with heart failure get help sooner.", "Nurses now visit at home, and they call first."] {
        assert_eq!(ids(&told(&table, &event(fair))), [""; 0], "{fair}");
    }
}

#[test]
fn too_many_priorities_are_named_and_can_be_stood_by() {
    let priority = json!({ "indicator": "0", "title": "Smoke", "kind": "local", "type": "outcome", "members": "/ward",
        "partners": [{ "name": "A", "role": "Helps" }] });
    let mut config = with("view", json!("profile"));
    config["priorities"] = json!(vec![priority.clone(); 11]);
    assert_eq!(assert_told(&places(), &config, "priorities-too-many"), "look");
    config["priorities"] = json!([priority]);
    assert_silent(&places(), &config, "priorities-too-many");
}

#[test]
fn priorities_of_other_years_are_named() {
    let rows = |newest: u32| {
        table(&[&format!(
            "area code,indicator,measure,period,value\nE06000001,a,x,2018,3\nE06000002,a,x,2018,4\nE06000001,b,x,{newest},3\nE06000002,b,x,{newest},3\n"
        )])
    };
    let mut config = with("view", json!("profile"));
    config["priorities"] = json!([{ "indicator": "a" }, { "indicator": "b" }]);
    assert_told(&rows(2023), &config, "board-periods");
    assert_silent(&rows(2020), &config, "board-periods");
}

#[test]
fn nothing_to_show_does_not_go_out() {
    assert_eq!(assert_told(&Table::default(), &sound(), "nothing-to-show"), "stop");
}

#[test]
fn every_check_speaks_welsh() {
    let config = Config::default();
    let found = advice::look(&places(), &config);
    let welsh = view::advise(&found, &[], &config, Language::Welsh);
    assert_eq!(welsh.findings[0].what, "Nid yw'r olwg yn enwi ffynhonnell.");
    assert_eq!(welsh.findings.len(), 2);
}

/// The draft is a sound config, and what is wanting in it is told.
#[test]
fn a_draft_is_read_and_checked() {
    let table = places();
    let draft: Value = serde_json::from_str(&advice::draft(&table).json()).unwrap();
    assert_eq!((&draft["source"], &draft["licence"], &draft["src"]), (&json!(""), &json!(""), &json!("0.csv")));
    let advice = told(&table, &draft);
    assert_eq!(ids(&advice), ["source-missing", "licence-missing"]);
}

#[test]
fn what_was_understood_is_told() {
    let table = table(&["area code,period,value,odd\nE06000001,2022,3,x\nE06000001,2023,*,y\n"]);
    let json: Value = serde_json::from_str(&advice::understood(&table, 1).json()).unwrap();
    assert_eq!(json["files"][0]["kind"], "plain");
    assert_eq!(json["files"][0]["first"], json!([["E06000001", "2022", "3", "x"]]));
    assert_eq!(json["files"][0]["columns"][2], json!({ "header": "value", "meaning": "value" }));
    assert_eq!(json["files"][0]["columns"][3], json!({ "header": "odd", "meaning": null }));
    assert_eq!(json["files"][0]["unknownColumns"], json!(["odd"]));
    assert_eq!((&json["areas"][0]["rows"], &json["indicators"][0]["periods"]), (&json!(2), &json!(2)));
    assert_eq!(json["periods"], json!(["2022", "2023"]));
}
