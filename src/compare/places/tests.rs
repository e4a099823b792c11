//! What lies above and below ours, on files small enough to add up by hand.

use proptest::prelude::*;

use super::*;
use crate::compare::{Answer, answer, beside_receipts, replay};
use crate::config::{Config, Key, Plain};
use crate::data::{Mapping, Reader, Table};

const HEAD: &str = "code,name,type,parent code,period,value,count,denominator\n";

/// A place of two neighbourhoods, in a system and a region, in England: 30 of 100 and 30 of 300 make 60 of 400.
const ROWS: [&str; 6] = [
    "E92000001,England,Country,,2024,20,200000,1000000",
    "E12000901,Southmarch,Region,E92000001,2024,18,1800,10000",
    "E54000901,NHS Wessmere,ICBs,E12000901,2024,16,160,1000",
    "E06000901,Wessmere,UA,E54000901,2024,15,60,400",
    "E05000901,Ash,Ward,E06000901,2024,30,30,100",
    "E05000902,Birch,Ward,E06000901,2024,10,30,300",
];

fn read(rows: &[&str], hierarchy: &str) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("figures.csv");
    reader.push((HEAD.to_owned() + &rows.join("\n")).as_bytes());
    if !hierarchy.is_empty() {
        reader.begin("hierarchy.csv");
        reader.push(hierarchy.as_bytes());
    }
    reader.finish().0
}

fn config(area: &str) -> Config {
    let mut config: Config = serde_json::from_str(r#"{"show": ["places"], "value-type": "proportion"}"#).unwrap();
    config.words.set(Key::Area, area);
    config
}

fn with<T>(table: &Table, area: &str, look: impl Fn(&Places) -> T) -> T {
    let config = config(area);
    let answer = answer(table, &config).unwrap();
    look(answer.now().beside.places.as_ref().unwrap())
}

fn names(list: &[Located]) -> Vec<String> {
    list.iter().map(|one| one.place.name.to_owned()).collect()
}

fn summed(table: &Table, area: &str) -> Sum {
    with(table, area, |places| places.sum.unwrap())
}

/// The rows with some put in the place of those with the same code.
fn changed(by: &[&'static str]) -> Vec<&'static str> {
    let same = |a: &str, b: &str| a.split(',').next() == b.split(',').next();
    ROWS.into_iter().map(|row| by.iter().copied().find(|new| same(new, row)).unwrap_or(row)).collect()
}

#[test]
fn a_place_shows_its_system_and_the_reverse() {
    let table = read(&ROWS, "");
    let ways = |area: &str| with(&table, area, |places| (names(&places.above), names(&places.below)));
    let all = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(ways("Wessmere"), (all(&["NHS Wessmere", "Southmarch", "England"]), all(&["Ash", "Birch"])));
    assert_eq!(ways("E54000901"), (all(&["Southmarch", "England"]), all(&["Wessmere"])));
    assert_eq!(ways("Ash").0, all(&["Wessmere", "NHS Wessmere", "Southmarch", "England"]));
    assert_eq!(ways("England"), (Vec::new(), all(&["Southmarch"])));
    let widths = with(&table, "Ash", |places| {
        std::iter::once(&places.ours).chain(&places.above).map(|one| one.width.unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(widths, [Width::Neighbourhood, Width::Place, Width::System, Width::Region, Width::Nation]);
}

#[test]
fn a_hierarchy_file_says_the_same_and_may_name_what_has_no_row() {
    let bare: Vec<String> = ROWS
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            [&cells[..3], &[""], &cells[4..]].concat().join(",")
        })
        .collect();
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    let lists = "code,parent code\nE05000901,E06000901\nE05000902,E06000901\nE05000903,E06000901\nE06000901,E54000901\n\
        E06000901,E12000901\nE54000901,E12000901\n";
    let table = read(&bare, lists);
    with(&table, "Wessmere", |places| {
        assert_eq!(names(&places.above), ["NHS Wessmere", "Southmarch", "England"]);
        assert_eq!(names(&places.below), ["Ash", "Birch", "E05000903"]);
        assert!(!places.below[2].has_row);
        let sum = places.sum.unwrap();
        assert_eq!((sum.parts, sum.counted, sum.without, sum.sums), (3, 2, 1, Sums::AddUp));
    });
}

/// By hand: 30 + 30 of 100 + 300 is 60 of 400, which is 15 in 100.
#[test]
fn parts_add_up_to_the_whole() {
    let sum = summed(&read(&ROWS, ""), "Wessmere");
    let of = |count, denominator| Amount { count, denominator: Some(denominator) };
    assert_eq!((sum.of_parts, sum.whole.amount), (of(60.0, 400.0), Some(of(60.0, 400.0))));
    assert_eq!((sum.value, sum.sums), (Some(15.0), Sums::AddUp));
}

/// Three numbers, each rounded to a whole one, may be off by a half each: by 1.5 together, so 1 is rounding and 2 is not.
#[test]
fn what_rounding_can_do_is_no_difference() {
    let whole = |row| summed(&read(&changed(&[row]), ""), "Wessmere").sums;
    assert_eq!(whole("E06000901,Wessmere,UA,E54000901,2024,15.3,61,400"), Sums::AddUp);
    assert_eq!(whole("E06000901,Wessmere,UA,E54000901,2024,15.5,62,400"), Sums::Differ);
    assert_eq!(whole("E06000901,Wessmere,UA,E54000901,2024,14.9,60,402"), Sums::Differ);
    // Four numbers that all end in 0 or 5 are rounded to 5, and may be off by 10 together.
    let amount = |count| Amount { count, denominator: None };
    let sums = |whole| add_up(&[5.0, 10.0, 15.0].map(amount), &Whole { amount: Some(amount(whole)), value: None }).1;
    assert_eq!((sums(40.0), sums(45.0)), (Sums::AddUp, Sums::Differ));
}

#[test]
fn a_difference_is_explained_by_what_is_missing() {
    let gone = summed(&read(&ROWS[..5], "code,parent code\nE05000902,E06000901\n"), "Wessmere");
    assert_eq!((gone.sums, gone.without, gone.other_period), (Sums::Differ, 1, 0));
    let rows = changed(&["E05000902,Birch,Ward,E06000901,2023,10,30,300"]);
    let before = summed(&read(&rows, ""), "Wessmere");
    assert_eq!((before.sums, before.without, before.other_period), (Sums::Differ, 0, 1));
    let period = with(&read(&rows, ""), "Wessmere", |places| places.below[1].other_period.map(|one| one.label.clone()));
    assert_eq!(period.as_deref(), Some("2023"));
}

/// What a part withholds is the whole less the others, so no sum is told, in facts or receipts.
#[test]
fn a_withheld_part_cannot_be_told_from_the_others() {
    let table = read(&changed(&["E05000902,Birch,Ward,E06000901,2024,*,,"]), "");
    let sum = summed(&table, "Wessmere");
    assert_eq!((sum.sums, sum.without, sum.counted, sum.of_parts.count), (Sums::Untold, 1, 0, 0.0));
    let config = config("Wessmere");
    assert_eq!(beside_receipts(answer(&table, &config).unwrap().now()), Plain::Nothing);
}

/// Without counts of the whole, its value is the measure: 15.0 is what 60 of 400 make, 15.2 is not.
#[test]
fn a_whole_without_counts_is_checked_by_its_value_and_parts_without_are_not() {
    let three = "E05000903,Cedar,Ward,E06000901,2024,10,1,10\nE05000904,Dell,Ward,E99,2024,10,10,100";
    let whole = |value: &str| {
        let row: &'static str = format!("E06000901,Wessmere,UA,E54000901,2024,{value},,").leak();
        let mut rows = changed(&[row]);
        rows.extend(three.lines().skip(1));
        summed(&read(&rows, ""), "Wessmere").sums
    };
    assert_eq!((whole("15.0"), whole("15.2")), (Sums::AddUp, Sums::Differ));
    let none = changed(&["E05000901,Ash,Ward,E06000901,2024,30,,", "E05000902,Birch,Ward,E06000901,2024,10,,"]);
    assert_eq!(summed(&read(&none, ""), "Wessmere").sums, Sums::Untold);
}

/// A list in which each contains the other ends, and names each once.
#[test]
fn a_circle_ends() {
    let table = read(&ROWS, "code,parent code\nE12000901,E05000901\nE54000901,E54000901\n");
    assert_eq!(with(&table, "Ash", |places| names(&places.above)).len(), 4);
    assert_eq!(with(&table, "Southmarch", |places| names(&places.above)).len(), 4);
}

/// Of several kinds of part only one is summed: a place that is counted as a ward and as part of a network is one.
#[test]
fn parts_are_of_one_kind_the_widest() {
    let mut rows = ROWS.to_vec();
    rows.extend(["E02000901,Ash 1,MSOA,E06000901,2024,10,1,10", "E02000902,Ash 2,MSOA,E06000901,2024,10,1,10"]);
    rows.push("E02000903,Ash 3,MSOA,E06000901,2024,10,1,10");
    assert_eq!(with(&read(&rows, ""), "Wessmere", |places| names(&places.below)), ["Ash", "Birch"]);
}

#[test]
fn members_of_one_system_are_not_set_against_each_other() {
    let mut rows = ROWS.to_vec();
    rows.push("E06000902,Calder,UA,E54000901,2024,20,80,400");
    let table = read(&rows, "");
    let peers = |table: &Table, json: &str| {
        let mut config: Config = serde_json::from_str(json).unwrap();
        config.words.set(Key::Area, "Wessmere");
        let answer = answer(table, &config).unwrap();
        (answer.now().peers().len(), answer.now().beside.is_one_system)
    };
    assert_eq!(peers(&table, r#"{"peers": "parent"}"#), (0, true));
    assert_eq!(peers(&table, "{}"), (0, true));
    let all = r#"{"board": {"publishers": ["E06000901", "E06000902"]}}"#;
    assert_eq!(peers(&table, all), (1, false));
    assert_eq!(peers(&table, r#"{"board": {"publishers": ["E06000901"]}}"#), (0, true));
    let placed = |json: &str| {
        let mut config: Config = serde_json::from_str(json).unwrap();
        config.words.set(Key::Area, "Wessmere");
        crate::compare::funnel(&table, &config).unwrap().places.len()
    };
    assert_eq!((placed("{}"), placed(all)), (1, 2));
    // With places of other systems beside them, ours is set against them all.
    rows.push("E06000903,Dene,UA,E54000902,2024,20,80,400");
    let table = read(&rows, "");
    assert_eq!(peers(&table, "{}"), (2, false));
    assert_eq!(peers(&table, r#"{"peers": "parent"}"#), (2, true));
}

#[test]
fn a_retired_code_leads_to_its_successor_and_its_own_figures_stay() {
    let found = |rows: &[&str], asked: &str| {
        let config = config(asked);
        let table = read(rows, "");
        let answer = answer(&table, &config).unwrap();
        let now = answer.now();
        (now.ours().place.code.to_owned(), now.beside.succession.map(|one| one.shown), now.findings.len())
    };
    let new = "E06000063,Cumberland,UA,E12000002,2024,20,80,400";
    let old = "E07000026,Allerdale,District,E10000006,2022,20,80,400";
    let other = "E06000001,Ashby,UA,E12000002,2024,20,80,400";
    assert_eq!(found(&[other, new], "E07000026"), ("E06000063".to_owned(), Some(Some(Shown::New)), 0));
    assert_eq!(found(&[other, new], "Cumbria").1, Some(Some(Shown::New)));
    assert_eq!(found(&[other, old, new], "allerdale").1, Some(Some(Shown::Old)));
    assert_eq!(found(&[other, new], "E06000063").1, None);
    // Neither is there: both are said, and that the area was not found.
    let (_, succession, findings) = found(&[other], "E07000026");
    assert_eq!((succession, findings > 0), (Some(None), true));
}

/// Codes of the NHS and of councils tell their kind, and figures of two tiers are not mixed.
#[test]
fn tiers_of_the_nhs_are_not_mixed() {
    let rows =
        ["QOX,A,,Y58,2024,1,1,100", "QHG,B,,Y58,2024,1,1,100", "92G,C,,QOX,2024,1,1,100", "Y58,D,,,2024,1,1,100"];
    let table = read(&rows, "");
    let config = config("QOX");
    let Answer::Compare(found) = answer(&table, &config).unwrap() else { panic!() };
    assert_eq!(found.peers().iter().map(|peer| peer.place.code).collect::<Vec<_>>(), ["QHG"]);
    assert_eq!(found.findings.iter().filter(|one| one.kind == crate::compare::FindingKind::MixedAreaTypes).count(), 1);
    assert_eq!(
        with(&table, "QOX", |places| (names(&places.above), names(&places.below))),
        (vec!["D".to_owned()], vec!["C".to_owned()])
    );
}

#[test]
fn the_receipt_of_the_parts_comes_out_the_same() {
    let (table, config) = (read(&ROWS, ""), config("Wessmere"));
    let answer = answer(&table, &config).unwrap();
    let receipt = beside_receipts(answer.now());
    assert_eq!(replay(&receipt), Ok(receipt.clone()));
    let parts = receipt.get("parts");
    assert_eq!(parts.get("result").get("sums").text(), "add-up");
    let Plain::List(counted) = parts.get("inputs").get("parts") else { panic!() };
    assert_eq!(counted.len(), 2);
}

proptest! {
    /// In whatever order the rows stand, the answer is the same.
    #[test]
    fn the_order_of_rows_changes_nothing(order in Just(ROWS.to_vec()).prop_shuffle()) {
        let (one, other) = (read(&ROWS, ""), read(&order, ""));
        for area in ["Ash", "Wessmere", "E54000901", "England"] {
            let seen = |table: &Table| with(table, area, |places| {
                (names(&places.above), names(&places.below), places.sum.map(|sum| (sum.of_parts, sum.sums)))
            });
            prop_assert_eq!(seen(&one), seen(&other));
        }
    }

    /// Parts that are cut out of a whole always add up to it.
    #[test]
    fn what_was_cut_out_of_a_whole_adds_up(parts in prop::collection::vec((0u32..500, 500u32..9000), 1..40)) {
        let amounts: Vec<Amount> =
            parts.iter().map(|&(count, of)| Amount { count: count.into(), denominator: Some(of.into()) }).collect();
        let sum = |of: &dyn Fn(&(u32, u32)) -> u32| f64::from(parts.iter().map(of).sum::<u32>());
        let whole = Amount { count: sum(&|part| part.0), denominator: Some(sum(&|part| part.1)) };
        prop_assert_eq!(add_up(&amounts, &Whole { amount: Some(whole), value: None }).1, Sums::AddUp);
        let more = Amount { count: whole.count + 6.0 * (parts.len() + 1) as f64, ..whole };
        prop_assert_eq!(add_up(&amounts, &Whole { amount: Some(more), value: None }).1, Sums::Differ);
    }
}
