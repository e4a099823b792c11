//! What a view must hold to, beside what the cases show.

use super::*;
use crate::compare;
use crate::config::Plain;
use crate::data::{Mapping, Reader};

const FILE: &str = "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n\
    E10000001,Ash,2023,65,62,68\nE10000002,Birch,2023,1O,9,11\nE10000003,Cedar,2023,58,55,61\n\
    E54000001,A board,2023,58,55,61\nE92000001,England,2022,60,59,61\n";

/// The view of the file above, with some options.
fn view(words: &[(Key, &str)]) -> View {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(FILE.as_bytes());
    reader.end();
    let (table, problems) = reader.finish();
    let mut config = Config::default();
    for (key, word) in [(Key::Area, "Ash"), (Key::Unit, "%"), (Key::Name, "the share of homes")].iter().chain(words) {
        config.words.set(*key, word);
    }
    compose(&compare::run(&table, &config).unwrap(), &problems, &config, Language::English, Vec::new())
}

fn ids(view: &View) -> Vec<&str> {
    view.lines.iter().map(|said| said.id).collect()
}

#[test]
fn a_number_as_benchmark_is_named_once() {
    let view = view(&[(Key::Benchmark, "60")]);
    assert_eq!(view.chart.bars().unwrap().benchmark.as_ref().unwrap().label, "Set level 60%");
    assert_eq!(
        view.headline.text,
        "The share of homes was higher in Ash than the level of 60% in 2023: 65%, against 60%."
    );
}

#[test]
fn without_a_benchmark_to_set_it_against_the_headline_keeps_the_phrase() {
    for (benchmark, why) in [("England", "C10"), ("A board", "C10-kind")] {
        let view = view(&[(Key::Benchmark, benchmark)]);
        assert_eq!(
            (view.headline.id, view.headline.text.as_str()),
            ("C9-alone", "The share of homes was 65% in Ash in 2023.")
        );
        assert_eq!(ids(&view)[..2], [why, "S4"]);
        assert!(view.chart.bars().unwrap().benchmark.is_none());
    }
    assert_eq!(view(&[(Key::Benchmark, "England"), (Key::Name, "")]).headline.id, "C0-alone");
}

#[test]
fn a_row_without_a_figure_has_no_range_anywhere() {
    let view = view(&[]);
    let at = view.table.rows.iter().position(|row| row[0] == "Birch").unwrap();
    assert_eq!(view.table.rows[at][..3], ["Birch", "no figure", ""]);
    assert_eq!(view.points[at].text, "Birch, no figure.");
    let bar = view.chart.bars().unwrap().bars.iter().find(|bar| bar.label == "Birch").unwrap();
    assert_eq!((bar.at, bar.range), (None, None));
    let Plain::Map(result) = &view.results()[at] else { panic!() };
    assert!(result.contains(&("lower".to_owned(), Plain::Nothing)));
    assert!(view.csv().contains("E10000002,Birch,peer,,,,,,,,unreadable,\r\n"));
}

#[test]
fn orders_are_offered_without_a_first() {
    let view = view(&[]);
    let orders = view.controls.iter().find(|control| control.name == "order").unwrap();
    let labels: Vec<&str> = orders.options.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(labels, ["A to Z", "By figure"]);
}
