//! A row for each group, or for each place inside our area: of the table, of what is read aloud, of the picture and of the
//! results.

use super::{Shown, names};
use crate::compare::{
    Compared, GapComparison, Group, Inside, Judgement, Place, Polarity, Significance, Spoken, Untested, Verdict,
};
use crate::text::{GapLabel, Label, push_part};
use crate::view::chart::{NOTHING, scale, widen};
use crate::view::figures::Figures;
use crate::view::gap_line::is_clear;
use crate::view::model::{Bar, Bars, Drawn, KeyItem, Line, Shape, Tone};
use crate::view::rows::Rows;
use crate::view::table::{Column, table};

/// More places than this stand in a strip, not in a row each.
const ROWS: usize = 25;

/// The groups below one another, and our area as a whole as a line across.
pub(super) fn groups(gap: &GapComparison, figures: &Figures, caption: String) -> Shown {
    let mut rows = Rows::default();
    let whole = gap.now.ours();
    // Without groups, our area as a whole has a row to itself.
    let has_line = gap.dimension().is_some_and(|dimension| dimension.has_whole);
    let name = figures.label_of(GapLabel::Whole, whole.place.name);
    let mut ends = NOTHING;
    if has_line || gap.groups.is_empty() {
        let untested = Compared { verdict: untested(whole), ..*whole };
        rows.push(name, "whole", &untested, None, has_line.then(String::new), figures);
        widen(&mut ends, &whole.figure);
    }
    for (at, group) in gap.groups.iter().enumerate() {
        let (compared, other) = compared(gap, group, at);
        let beside = other.zip(gap.dimension()).map(|(other, dimension)| beside(other, dimension, figures));
        let against = other.and_then(|other| other.figure.cell.value());
        rows.push(group.label.to_owned(), "group", &compared, against, None, beside.as_ref().unwrap_or(figures));
        widen(&mut ends, &group.figure);
    }
    let benchmark = whole.figure.cell.value().filter(|_| has_line).map(|at| {
        let mut label = figures.word(GapLabel::WholeLine);
        push_part(&mut label, " ", &figures.short(at));
        Line { at, label, row: 0 }
    });
    let edition = edition(&gap.groups);
    for bar in &mut rows.bars {
        bar.ours = gap.groups.is_empty();
        plain_dot(bar);
        bar.label.truncate(bar.label.len() - edition);
    }
    let bars = Bars {
        axis: scale(ends, figures),
        unit: figures.unit_words(),
        benchmark,
        bars: std::mem::take(&mut rows.bars),
        strip: false,
        strip_label: String::new(),
    };
    let key = key(gap, &bars.bars, figures);
    finish(rows, bars, key, GapLabel::Group, caption, figures)
}

/// How long the edition is that all labels end with, in brackets: the heading has it, the picture need not.
fn edition(groups: &[Group]) -> usize {
    let of = |group: &Group| {
        group.label.rfind(" (").filter(|_| group.label.ends_with(')')).map(|at| group.label[at..].to_owned())
    };
    let Some(edition) = groups.first().and_then(of) else { return 0 };
    if groups.iter().all(|group| of(group).as_deref() == Some(&*edition)) { edition.len() } else { 0 }
}

/// The places inside our area, ours as a whole above them.
pub(super) fn inside(inside: &Inside, figures: &Figures, caption: String) -> Shown {
    let mut rows = Rows::default();
    let whole = figures.comparison.ours();
    let untested_whole = Compared { verdict: untested(whole), ..*whole };
    let name = figures.label_of(GapLabel::Whole, whole.place.name);
    rows.push(name, "whole", &untested_whole, None, None, figures);
    let mut ends = NOTHING;
    widen(&mut ends, &whole.figure);
    for part in &inside.parts {
        rows.push(part.place.name.to_owned(), "part", part, None, None, figures);
        widen(&mut ends, &part.figure);
    }
    rows.bars.iter_mut().for_each(plain_dot);
    let n = figures.count(inside.parts.len());
    let parts = figures.word(names::parts(inside.kind));
    let slots = [("n", &*n), ("parts", &*parts), ("area", whole.place.spoken)];
    let bars = Bars {
        axis: scale(ends, figures),
        unit: figures.unit_words(),
        benchmark: None,
        strip: inside.parts.len() > ROWS,
        strip_label: figures.language.label(GapLabel::PartsInside, &slots),
        bars: std::mem::take(&mut rows.bars),
    };
    let key = ranges(&bars.bars, figures).into_iter().collect();
    finish(rows, bars, key, GapLabel::Part, caption, figures)
}

/// A figure that was not tested, for what reason there is.
fn untested(compared: &Compared) -> Verdict {
    Err(if compared.figure.cell.value().is_some() { Untested::NoBenchmark } else { Untested::NoFigure })
}

/// A figure that is not compared is a disc, which asks for no explanation.
fn plain_dot(bar: &mut Bar) {
    if bar.shape == Shape::Untested {
        bar.shape = Shape::Dot;
    }
}

/// A group as it is compared: one of the two of the gap with the other, which is given too; all others with nothing.
fn compared<'t, 'g>(gap: &'g GapComparison<'t>, group: &Group<'t>, at: usize) -> (Compared<'t>, Option<&'g Group<'t>>) {
    let place = Place { code: "", name: group.label, spoken: group.label, level: Spoken::Place };
    let mut compared = Compared { place, figure: group.figure, verdict: Err(Untested::NoBenchmark) };
    if group.figure.cell.value().is_none() {
        compared.verdict = Err(Untested::NoFigure);
    }
    let (Ok(found), Some(between)) = (&gap.gap, gap.between) else { return (compared, None) };
    let other = match between {
        (first, second) if first == at => second,
        (first, second) if second == at => first,
        _ => return (compared, None),
    };
    compared.verdict = found.verdict;
    if at == between.1 {
        compared.verdict = compared.verdict.map(|test| turned(test, gap.now.subject.polarity));
    }
    (compared, gap.groups.get(other))
}

/// The same test, seen from the other group.
fn turned(mut test: crate::compare::Test, polarity: Polarity) -> crate::compare::Test {
    test.significance = match test.significance {
        Significance::Higher => Significance::Lower,
        Significance::Lower => Significance::Higher,
        Significance::NotDifferent => Significance::NotDifferent,
    };
    test.judgement = Judgement::of(Some(test.significance), Some(polarity));
    test.gap = test.gap.map(|mut gap| {
        gap.difference = -gap.difference;
        (gap.interval.lower, gap.interval.upper) = (-gap.interval.upper, -gap.interval.lower);
        gap
    });
    test
}

/// Figures whose benchmark is another group.
fn beside<'a>(other: &Group, dimension: &crate::compare::Dimension, figures: &Figures<'a>) -> Figures<'a> {
    Figures {
        comparison: figures.comparison,
        language: figures.language,
        unit: figures.unit.clone(),
        decimals: figures.decimals,
        bench: names::noun(other, dimension, figures),
    }
}

/// The key: only what stands in the picture.
fn key(gap: &GapComparison, bars: &[Bar], figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    let is_tested = gap.gap.as_ref().is_ok_and(is_clear);
    let (better, worse) = match gap.now.subject.polarity {
        Polarity::HighIsGood => (Judgement::Better, Judgement::Worse),
        Polarity::LowIsGood => (Judgement::Worse, Judgement::Better),
        Polarity::NoJudgement => (Judgement::NotCompared, Judgement::NotCompared),
    };
    for (shape, label, judgement) in
        [(Shape::Higher, GapLabel::KeyHigher, better), (Shape::Lower, GapLabel::KeyLower, worse)]
    {
        if let Some(bar) = bars.iter().find(|bar| bar.shape == shape) {
            let mut text = figures.word(label);
            match judgement {
                Judgement::Better => push_part(&mut text, ", ", &figures.word(Label::Better)),
                Judgement::Worse => push_part(&mut text, ", ", &figures.word(Label::Worse)),
                _ => {}
            }
            items.push(KeyItem { shape: Some(shape), tone: bar.tone, text });
        }
    }
    let has = |shape: Shape| bars.iter().any(|bar| bar.shape == shape && bar.at.is_some());
    if has(Shape::Unclear) {
        items.push(KeyItem { shape: Some(Shape::Unclear), tone: Tone::Plain, text: figures.word(Label::Unclear) });
    }
    if has(Shape::Dot) && (is_tested || has(Shape::Unclear)) {
        let text = figures.word(GapLabel::KeyFigure);
        items.push(KeyItem { shape: Some(Shape::Dot), tone: Tone::Plain, text });
    }
    items.extend(ranges(bars, figures));
    items
}

fn ranges(bars: &[Bar], figures: &Figures) -> Option<KeyItem> {
    let has_ranges = bars.iter().any(|bar| bar.range.is_some());
    has_ranges.then(|| KeyItem { shape: None, tone: Tone::Plain, text: figures.word(Label::KeyRange) })
}

/// The columns of a row, in the order in which rows are made.
fn finish(rows: Rows, bars: Bars, key: Vec<KeyItem>, head: GapLabel, caption: String, figures: &Figures) -> Shown {
    let mut figure = figures.word(Label::Figure);
    let unit = figures.unit_words();
    if !unit.is_empty() {
        push_part(&mut figure, " (", &unit);
        figure.push(')');
    }
    let columns = [
        Column::words(figures.word(head)).always(),
        Column::numbers(figure).always(),
        Column::numbers(figures.word(Label::Range)),
        Column::words(figures.word(GapLabel::OtherGroup)),
        Column::numbers(figures.word(Label::CountLabel)),
        Column::numbers(figures.word(Label::Denominator)),
        Column::words(figures.word(Label::Note)),
    ];
    let mut cells = rows.cells;
    // A figure with nothing to be compared with says nothing in that column.
    let is_tested = bars.bars.iter().any(|bar| !matches!(bar.shape, Shape::Dot));
    for (row, bar) in bars.bars.iter().map(|bar| (bar.row, bar)) {
        if bar.shape == Shape::Dot && (!is_tested || bar.at.is_none()) {
            cells[row][3].clear();
        }
    }
    Shown {
        table: table(columns, &cells, caption),
        drawn: Drawn::Bars(bars),
        key,
        points: rows.points,
        results: rows.results,
    }
}
