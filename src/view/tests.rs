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
    assert!(view.csv(&[]).contains("E10000002,Birch,peer,,,,,,,,unreadable,\r\n"));
}

#[test]
fn orders_are_offered_without_a_first() {
    let view = view(&[]);
    let orders = view.controls.iter().find(|control| control.name == "order").unwrap();
    let labels: Vec<&str> = orders.options.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(labels, ["A to Z", "By figure"]);
}

/// The view of a file of two levels, or of a code that is no more.
fn of_places(area: &str, period: &str) -> View {
    let file = "code,name,parent code,period,value,count,denominator\nE12000002,North,,2024,15,60,400\n\
        E06000063,Cumberland,E12000002,2024,20,40,200\nE06000001,Ash,E12000002,2024,10,20,200\nE06000001,Ash,E12000002,2023,9,18,200\n";
    let mut reader = Reader::new(Mapping::default());
    reader.push(file.as_bytes());
    let (table, problems) = reader.finish();
    let mut config: Config = serde_json::from_str(r#"{"show": ["places"], "value-type": "proportion"}"#).unwrap();
    config.words.set(Key::Area, area);
    config.words.set(Key::Period, period);
    let answer = compare::answer(&table, &config).unwrap();
    compose_answer(&answer, &problems, &config, Language::English, Vec::new())
}

#[test]
fn a_reader_can_go_where_there_is_a_row_for_the_same_period() {
    let ways = |area: &str, period: &str| {
        let view = of_places(area, period);
        let here = view.controls.into_iter().find(|control| control.name == "here");
        here.map(|control| control.options.into_iter().map(|(code, _)| code).collect::<Vec<_>>()).unwrap_or_default()
    };
    assert_eq!(ways("Ash", "2024"), ["E06000001", "E12000002"]);
    assert_eq!(ways("E12000002", "2024"), ["E12000002", "E06000001", "E06000063"]);
    assert_eq!(ways("Ash", "2023"), [""; 0]);
}

#[test]
fn a_code_that_is_no_more_is_answered_with_what_took_its_place() {
    let view = of_places("E07000026", "");
    let notice = &view.notices[0];
    assert_eq!(notice.kind, "area-replaced");
    assert_eq!(
        notice.text(),
        "On 1 April 2023, Cumberland (E06000063) took the place of Allerdale (E07000026). \
        The figures are those of Cumberland (E06000063). Name its code in place of the old one."
    );
    assert_eq!((view.notices.len(), view.table.rows[0][0].as_str()), (1, "Cumberland (your area)"));
}
