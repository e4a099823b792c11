//! What the view of a process must hold to: sentence, table, picture and CSV say the same.

use crate::config::{Config, Key};
use crate::data::{Mapping, Reader};
use crate::text::Language;
use crate::view::{Drawn, ProcessPicture, Shape, Tone, View, compose_answer};
use crate::{compare, config::Plain};
use proptest::prelude::*;

/// The view of months from January 2020 on; `None` is withheld.
fn view(values: &[Option<f64>], json: &str) -> View {
    let mut csv = String::from("Area Code,Area Name,Time period,Value\n");
    for (at, value) in values.iter().enumerate() {
        let value = value.map_or("[c]".to_owned(), |value| value.to_string());
        csv += &format!("E54000001,A board,{}-{:02},{value}\n", 2020 + at / 12, at % 12 + 1);
    }
    of_file(&csv, json)
}

fn of_file(csv: &str, json: &str) -> View {
    let mut reader = Reader::new(Mapping::default());
    reader.push(csv.as_bytes());
    let (table, problems) = reader.finish();
    let mut config: Config = serde_json::from_str(json).unwrap();
    for (key, word) in
        [(Key::View, "process"), (Key::Area, "A board"), (Key::Unit, "%"), (Key::Name, "the share of beds")]
    {
        config.words.set(key, word);
    }
    let answer = compare::answer(&table, &config).unwrap();
    compose_answer(&answer, &problems, &config, Language::English, Vec::new())
}

fn picture(view: &View) -> &ProcessPicture {
    let Drawn::Process(picture) = &view.chart.drawn else { panic!("{:?}", view.chart) };
    picture
}

fn ids(view: &View) -> Vec<&str> {
    std::iter::once(view.headline.id).chain(view.lines.iter().map(|said| said.id)).collect()
}

fn steady(months: usize) -> Vec<Option<f64>> {
    (0..months).map(|at| Some(if at % 2 == 0 { 49.0 } else { 51.0 })).collect()
}

fn series() -> impl Strategy<Value = Vec<Option<f64>>> {
    let figure = prop_oneof![8 => (0..1000).prop_map(|tenths| Some(f64::from(tenths) / 10.0)), 1 => Just(None)];
    prop::collection::vec(figure, 1..40)
}

proptest! {
    #[test]
    fn every_figure_is_a_point_a_row_and_a_line_of_the_csv(values in series(), target in 0..100) {
        let json = format!(r#"{{"polarity": "low-is-good", "process": {{"target": {target}}}}}"#);
        let view = view(&values, &json);
        let ProcessPicture { time, .. } = picture(&view);
        let first = values.iter().position(Option::is_some).unwrap_or(0);
        prop_assert!(view.table.rows.len() == values.len() && view.points.len() == values.len());
        prop_assert_eq!(time.times.len(), values.len());
        prop_assert_eq!(time.traces[0].dots.len(), values.iter().flatten().count());
        let csv = view.csv(&[]);
        for (at, value) in values.iter().enumerate() {
            let Plain::Map(_) = &view.results()[at] else { panic!() };
            prop_assert_eq!(view.results()[at].get("value"), &Plain::from(*value));
            prop_assert_eq!(time.traces[0].dots.iter().find(|dot| dot.row == at).map(|dot| dot.value), *value);
            prop_assert_eq!(view.table.rows[at][1] == "not shown", value.is_none());
            let line = csv.lines().nth(at + 1).unwrap();
            let standard = format!(",{target},");
            prop_assert!(line.contains("suppressed") == value.is_none() && line.contains(&standard));
        }
        // No line reaches across a figure that is withheld, and none comes to the first.
        for dot in &time.traces[0].dots {
            let before = dot.row.checked_sub(1).and_then(|before| values[before]);
            prop_assert!(!dot.is_joined || (before.is_some() && dot.row > first));
        }
    }

    #[test]
    fn a_sign_has_a_shape_and_a_word_and_is_judged_only_with_a_polarity(values in series(), judged: bool) {
        let json = format!(r#"{{"polarity": "{}"}}"#, if judged { "high-is-good" } else { "no-judgement" });
        let view = view(&values, &json);
        for dot in &picture(&view).time.traces[0].dots {
            let sign = view.results()[dot.row].get("sign").text();
            prop_assert_eq!(dot.shape == Some(Shape::Dot), sign.is_empty());
            prop_assert_eq!(dot.tone == Tone::Plain, sign.is_empty());
            let is_judged = matches!(dot.tone, Tone::Better | Tone::Worse);
            let words = view.points[dot.row].text.contains("may be a sign of getting");
            prop_assert!(is_judged == words && (judged || !is_judged));
        }
        prop_assert!(judged || !ids(&view).contains(&"R4"));
    }
}

#[test]
fn the_standard_stands_in_sentence_table_picture_and_csv() {
    let view = view(&steady(20), r#"{"polarity": "low-is-good", "process": {"target": 60}}"#);
    assert_eq!(ids(&view), ["R1", "R7", "R8"]);
    assert_eq!(view.lines[0].text, "If nothing changes, expect most months to meet the standard of 60%.");
    assert_eq!(view.table.columns, ["Period", "Figure", "Usual range", "Standard", "Sign"]);
    assert_eq!(view.table.rows[3], ["April 2020", "51%", "45% to 55%", "60%", "inside the usual range"]);
    let time = &picture(&view).time;
    let levels: Vec<&str> = time.levels.iter().map(|level| level.label.as_str()).collect();
    assert_eq!(levels, ["Average 50%", "Standard 60%"]);
    assert_eq!(picture(&view).icons[1].words, "Expect most months to meet the standard of 60%");
    assert!(time.axis.max >= 60.0 && view.csv(&[]).contains(",60,"));
}

#[test]
fn a_run_across_a_withheld_month_is_told_in_figures() {
    let mut values = steady(20);
    values.extend([52.0, 52.5, 52.0, 52.5, 52.0, 52.5, 52.0].map(Some));
    let json = r#"{"process": {"baseline": {"to": "2021-08"}}}"#;
    assert!(view(&values, json).headline.text.contains("The last 7 months were all above the average."));
    values.insert(24, None);
    assert!(view(&values, json).headline.text.contains("The last 7 figures were all above the average."));
}

#[test]
fn limits_are_told_within_what_a_share_can_be() {
    let mut values = steady(20);
    for (at, value) in values.iter_mut().enumerate() {
        *value = Some(if at % 2 == 0 { 0.0 } else { 8.0 });
    }
    let view = view(&values, "{}");
    // 4 ± 2.66 · 8, of which the lower end cannot be.
    assert!(view.headline.text.contains("the usual range of 0% to 25%"), "{}", view.headline.text);
    assert!(view.receipt.facts.iter().any(|(name, number)| name == "Lower limit" && number == "-17.28"));
}

#[test]
fn one_outside_that_would_print_as_its_limit_is_told_with_more_decimals() {
    let mut values = steady(14);
    values.push(Some(55.33));
    let text = view(&values, r#"{"process": {"baseline": {"to": "2021-02"}}}"#).headline.text;
    // The limit is 55.32.
    assert!(text.contains("was 55.33% ") && text.contains("to 55.32%"), "{text}");
}

#[test]
fn what_is_wrong_in_the_set_up_is_told_with_what_to_do() {
    let json = r#"{"process": {"run": 5, "rebases": {"2020-1": {"reason": "x", "who": "y"}}}}"#;
    let view = view(&steady(14), json);
    let kinds: Vec<(&str, &str)> = view.notices.iter().map(|notice| (notice.kind, notice.hint.as_str())).collect();
    assert_eq!(kinds, [("run-not-offered", "Write 6, 7 or 8."), ("rebase-not-found", "Did you mean 2020-10?")]);
}

#[test]
fn the_usual_range_is_what_is_explained_and_peers_are_no_choice() {
    let view = view(&steady(14), "{}");
    assert_eq!(view.labels.of(crate::view::Fixed::Definition), "What the usual range is");
    assert!(view.controls.iter().all(|control| control.name != "peers"));
}

#[test]
fn a_likely_range_is_said_drawn_and_explained_beside_the_usual_one() {
    let mut csv = String::from("Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n");
    for at in 0..14 {
        let value = 49 + at % 2 * 2;
        csv +=
            &format!("E54000001,A board,{}-{:02},{value},{},{}\n", 2020 + at / 12, at % 12 + 1, value - 3, value + 3);
    }
    let view = of_file(&csv, "{}");
    assert_eq!(ids(&view), ["R1", "S4", "R8"]);
    assert_eq!(view.table.columns[2..4], ["Likely range (95%)", "Usual range"]);
    assert_eq!(view.table.rows[13][2..4], ["48% to 54%", "45% to 55%"]);
    assert_eq!(picture(&view).time.traces[0].dots[13].range, Some((48.0, 54.0)));
    assert!(view.receipt.definition.contains("95 in 100"));
}
