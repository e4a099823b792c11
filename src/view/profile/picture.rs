//! The picture of a board: figure and state, the spread of peers with ours on it, and ours over time.

use super::{Told, rows, words};
use crate::compare::{Moment, Outlook, State};
use crate::text::{Language, ProfileLabel};
use crate::view::board::{Board, BoardRow, Spine};
use crate::view::figures::Figures;
use crate::view::model::{KeyItem, Shape, Tone};
use crate::view::time::Dot;

pub(super) fn board(told: &[Told], draft: String, language: Language) -> Board {
    let rows = told.iter().enumerate().map(|(at, told)| row(told, at, language));
    Board { draft, rows: rows.collect() }
}

fn row(told: &Told, row: usize, language: Language) -> BoardRow {
    let known = told.known.as_ref();
    let spine = known.and_then(|(standing, _)| spine(standing));
    BoardRow {
        label: told.title.to_owned(),
        tag: words::whose(told.entry.whose, language),
        figure: told.figure(language),
        period: known.map_or(String::new(), |(standing, figures)| figures.period(standing.now().period)),
        state: words::state(told.entry.state, language),
        no_spine: if spine.is_none() { language.label(ProfileLabel::NoPeers, &[]) } else { String::new() },
        spine,
        line: known.map_or(Vec::new(), |(standing, _)| line(standing)),
        trend: known.map_or(String::new(), |(standing, figures)| rows::trend(standing, figures)),
        target: known.map_or(String::new(), |(standing, figures)| target(standing, figures)),
        row,
    }
}

/// “Target: 12% by 2027; on the planned path”.
fn target(standing: &Outlook, figures: &Figures) -> String {
    match rows::target(&standing.progress, figures) {
        words if words.is_empty() => words,
        words => figures.language.pair(ProfileLabel::Named, &figures.word(ProfileLabel::Target), &words),
    }
}

fn spine(standing: &Outlook) -> Option<Spine> {
    let (now, spread) = (standing.now(), standing.now().spread?);
    let ours = &now.ours().figure;
    Some(Spine {
        ends: spread.ends,
        quartiles: spread.quartiles,
        middle: now.benchmark.figure.cell.value(),
        at: ours.cell.value(),
        range: ours.intervals[0].map(|interval| (interval.lower, interval.upper)),
    })
}

/// Ours over time; no line across a missing figure or a change in the way of measuring.
fn line(standing: &Outlook) -> Vec<Dot> {
    let mut dots = Vec::new();
    let mut is_joined = false;
    for moment in &standing.trend.history {
        is_joined &= moment.changed.is_none();
        if let Some(value) = moment.ours.cell.value() {
            dots.push(dot(moment, value, is_joined));
        }
        is_joined = moment.ours.cell.value().is_some();
    }
    dots
}

fn dot(moment: &Moment, value: f64, is_joined: bool) -> Dot {
    let at = f64::from(moment.period.first_month());
    Dot { at, value, range: None, shape: None, tone: Tone::Apart, is_joined, row: 0 }
}

/// The key: the states that stand in the picture, and what a row is made of.
pub(super) fn key(told: &[Told], figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    let mut add = |shape: Shape, tone: Tone, text: String| items.push(KeyItem { shape: Some(shape), tone, text });
    let has = |is_it: fn(State) -> bool| told.iter().any(|told| is_it(told.entry.state));
    if has(|state| state == State::LookCloser) {
        add(Shape::Diamond, Tone::Worse, figures.word(ProfileLabel::KeyCloser));
    }
    if has(|state| state == State::Watch) {
        add(Shape::Half, Tone::Plain, figures.word(ProfileLabel::KeyWatch));
    }
    if has(|state| state == State::NoFlag) {
        add(Shape::Unclear, Tone::Plain, figures.word(ProfileLabel::KeyNoFlag));
    }
    if has(|state| matches!(state, State::CannotJudge(_))) {
        add(Shape::Stroke, Tone::Plain, figures.word(ProfileLabel::KeyCannot));
    }
    if told.iter().any(|told| told.known.as_ref().is_some_and(|(standing, _)| spine(standing).is_some())) {
        add(Shape::Dot, Tone::Apart, figures.label_of(ProfileLabel::KeyOurs, figures.comparison.ours().place.name));
        add(Shape::Band, Tone::Plain, figures.word(ProfileLabel::KeyHalf));
        add(Shape::Dashes, Tone::Plain, figures.word(ProfileLabel::KeyMiddle));
    }
    if told.iter().any(|told| told.known.as_ref().is_some_and(|(standing, _)| !line(standing).is_empty())) {
        items.push(KeyItem { shape: None, tone: Tone::Apart, text: figures.word(ProfileLabel::KeyLine) });
    }
    items
}
