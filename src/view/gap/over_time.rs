//! The gap, or the ratio, of two groups over time: a row and a mark for each period.

use super::say::ratio_decimals;
use super::{Shown, names};
use crate::compare::{Apart, Cell, GapComparison, Moment, OverTime};
use crate::config::{Config, GapShows, Plain};
use crate::text::{GapLabel, Label, Unit, ViewLabel, plain, push_part, stop};
use crate::view::chart::{NOTHING, scale};
use crate::view::figures::Figures;
use crate::view::gap_line::range_of;
use crate::view::model::{Drawn, KeyItem, Point, Shape, Tick, Tone};
use crate::view::results::{Data, absence_id};
use crate::view::table::{Column, table};
use crate::view::time::{LevelLine, Time, Trace, Weight};
use crate::view::trend::picture::{Figured, at, cut, dots, uprights};
use crate::view::trend::{rows::beside, short};

/// From the first period to the last.
pub(super) fn span(history: &[Moment], figures: &Figures) -> String {
    match (history.first(), history.last()) {
        (Some(first), Some(last)) if first.period != last.period => {
            figures.range(&short(first.period, figures), &short(last.period, figures))
        }
        (Some(only), _) => short(only.period, figures),
        _ => String::new(),
    }
}

pub(super) fn shown(
    gap: &GapComparison,
    over_time: &OverTime,
    config: &Config,
    figures: &Figures,
    caption: String,
) -> Shown {
    let labels = gap.pair().map_or(("", ""), |(first, second)| (first.label, second.label));
    let mut rows = Rows { labels, cells: Vec::new(), points: Vec::new(), results: Vec::new() };
    for (moment, apart) in over_time.history.iter().zip(&over_time.apart) {
        rows.add(moment, apart.as_ref(), config, figures);
    }
    let time = time(over_time, gap.shows, config, figures);
    let mut head = figures.word(GapLabel::Gap);
    push_part(&mut head, " (", &gap_unit(figures));
    if !gap_unit(figures).is_empty() {
        head.push(')');
    }
    let group = |label: &str| Column::numbers(label.to_owned());
    let (first, second) = names(gap, figures);
    let columns = [
        Column::words(figures.word(Label::Period)).always(),
        group(&first).always(),
        group(&second).always(),
        Column::numbers(head).always(),
        Column::numbers(figures.word(GapLabel::GapRange)),
        Column::numbers(figures.word(GapLabel::Ratio)),
        Column::numbers(figures.word(GapLabel::RatioRange)),
        Column::words(figures.word(ViewLabel::Note)),
    ];
    Shown {
        key: key(&time, figures),
        table: table(columns, &rows.cells, caption),
        points: rows.points,
        results: rows.results,
        drawn: Drawn::Time(time),
    }
}

/// The two groups as heads of columns.
fn names(gap: &GapComparison, figures: &Figures) -> (String, String) {
    let pair = gap.over_time.as_ref().and(gap.pair()).zip(gap.dimension());
    let name = |group: String| figures.language.begin(&group);
    pair.map_or_else(Default::default, |((first, second), dimension)| {
        (name(names::noun(first, dimension, figures)), name(names::noun(second, dimension, figures)))
    })
}

/// What a gap is counted in.
fn gap_unit(figures: &Figures) -> String {
    match figures.unit {
        Unit::Percent => figures.word(GapLabel::Points),
        _ => figures.unit_words(),
    }
}

struct Rows<'t> {
    /// The two groups, as the data have them.
    labels: (&'t str, &'t str),
    cells: Vec<Vec<String>>,
    points: Vec<Point>,
    results: Vec<Plain>,
}

impl Rows<'_> {
    fn add(&mut self, moment: &Moment, apart: Option<&Apart>, config: &Config, figures: &Figures) {
        let language = figures.language;
        let number = |value: f64| language.number(value, figures.decimals);
        let (gap, range) = (apart.map(|apart| apart.difference), apart.and_then(range_of));
        let ratio = apart.and_then(|apart| apart.ratio.ok());
        let decimals = ratio.map_or(0, |ratio| ratio_decimals(ratio.ratio));
        let times = |value: f64| language.number(value, decimals);
        let pair = |range: Option<(f64, f64)>, write: &dyn Fn(f64) -> String| {
            range.map_or(String::new(), |(lower, upper)| figures.range(&write(lower), &write(upper)))
        };
        let cells = vec![
            figures.period(moment.period),
            figures.cell(&moment.ours),
            figures.cell(&moment.benchmark),
            gap.map_or(String::new(), number),
            pair(range, &number),
            ratio.map_or(String::new(), |ratio| times(ratio.ratio)),
            pair(ratio.map(|ratio| (ratio.interval.lower, ratio.interval.upper)), &times),
            notes(moment, config, figures),
        ];
        let row = plain(self.cells.len() as f64, 0);
        self.points.push(Point { row, text: aloud(&cells, figures) });
        self.results.push(result(moment, apart, self.labels, &cells));
        self.cells.push(cells);
    }
}

/// What stands beside both figures.
fn notes(moment: &Moment, config: &Config, figures: &Figures) -> String {
    let mut notes = beside(moment, config, figures);
    if moment.benchmark.note != moment.ours.note {
        push_part(&mut notes, "; ", moment.benchmark.note);
    }
    notes
}

/// A row as a reader would say it: the period, the gap with its range, the ratio with its own.
fn aloud(cells: &[String], figures: &Figures) -> String {
    let mut text = cells[0].clone();
    let mut add = |label: GapLabel, value: &str, unit: &str, range: &str| {
        if !value.is_empty() {
            let mut value = value.to_owned();
            push_part(&mut value, " ", unit);
            push_part(&mut text, ", ", &figures.label_of(label, &value));
        }
        if !range.is_empty() {
            push_part(&mut text, ", ", &figures.label_of(Label::PointRange, range));
        }
    };
    add(GapLabel::GapAloud, &cells[3], &gap_unit(figures), &cells[4]);
    add(GapLabel::RatioAloud, &cells[5], "", &cells[6]);
    if cells[3].is_empty() {
        push_part(&mut text, ", ", &figures.word(Label::NoFigure));
    }
    push_part(&mut text, ", ", &cells[7]);
    stop(&mut text);
    text
}

fn result(moment: &Moment, apart: Option<&Apart>, labels: (&str, &str), cells: &[String]) -> Plain {
    let mut data = Data::default();
    let (range, ratio) = (apart.and_then(range_of), apart.and_then(|apart| apart.ratio.ok()));
    data.text("period", &moment.period.label);
    data.text("name", &cells[0]);
    data.text("group", labels.0);
    data.text("againstGroup", labels.1);
    let names = [
        ["value", "absence", "lower", "upper", "line"],
        ["against", "againstAbsence", "againstLower", "againstUpper", "againstLine"],
    ];
    for ([value, absence, lower, upper, line], figure) in names.into_iter().zip([&moment.ours, &moment.benchmark]) {
        data.number(value, figure.cell.value());
        data.word(
            absence,
            match figure.cell {
                Cell::Value(_) => None,
                Cell::Absent(absence) => Some(absence_id(absence)),
            },
        );
        data.number(lower, figure.intervals[0].map(|interval| interval.lower));
        data.number(upper, figure.intervals[0].map(|interval| interval.upper));
        data.number(line, Some(f64::from(figure.line)));
    }
    data.number("gap", apart.map(|apart| apart.difference));
    data.number("gapLower", range.map(|range| range.0));
    data.number("gapUpper", range.map(|range| range.1));
    data.number("ratio", ratio.map(|ratio| ratio.ratio));
    data.number("ratioLower", ratio.map(|ratio| ratio.interval.lower));
    data.number("ratioUpper", ratio.map(|ratio| ratio.interval.upper));
    data.word("final", moment.provisional.then_some("no"));
    data.word("changed", moment.changed.map(|at| at.reason));
    data.text("note", &cells[7]);
    data.plain()
}

/// The picture: the gap or the ratio with its ranges, over the level of none.
fn time(over_time: &OverTime, shows: GapShows, config: &Config, figures: &Figures) -> Time {
    let (history, is_ratio) = (&over_time.history, shows == GapShows::Ratio);
    let mut found: Vec<Option<Figured>> = Vec::new();
    for apart in &over_time.apart {
        found.push(if is_ratio { of_ratio(apart.as_ref()) } else { of_gap(apart.as_ref()) });
    }
    let none = if is_ratio { 1.0 } else { 0.0 };
    let mut ends = NOTHING;
    for (value, range) in found.iter().flatten() {
        let (lower, upper) = range.unwrap_or((*value, *value));
        ends = (ends.0.min(lower).min(none), ends.1.max(upper).max(none));
    }
    let plain = bare(figures);
    let place = |moment: &Moment| history.iter().position(|other| std::ptr::eq(other, moment));
    let figured = |moment: &Moment| place(moment).and_then(|at| found[at]);
    let shape = |moment: &Moment| Some(if moment.provisional { Shape::Unclear } else { Shape::Dot });
    let dots = dots(history, figured, shape, Tone::Apart);
    let axis = scale(ends, &plain);
    let times: Vec<Tick> =
        history.iter().map(|moment| Tick { at: at(moment), label: short(moment.period, figures) }).collect();
    let span = (times.first().map_or(0.0, |tick| tick.at), times.last().map_or(0.0, |tick| tick.at));
    let label = figures.word(GapLabel::NoGapLine);
    Time {
        unit: if is_ratio { String::new() } else { gap_unit(figures) },
        cut: if is_ratio { String::new() } else { cut(&axis, &plain) },
        levels: vec![LevelLine { label, value: none, span, weight: Weight::Benchmark }],
        traces: vec![Trace { label: named(&dots, is_ratio, figures), weight: Weight::Ours, dots }],
        uprights: uprights(history, config, figures),
        bands: Vec::new(),
        times,
        axis,
    }
}

fn of_gap(apart: Option<&Apart>) -> Option<Figured> {
    Some((apart?.difference, apart.and_then(range_of)))
}

fn of_ratio(apart: Option<&Apart>) -> Option<Figured> {
    let ratio = apart?.ratio.ok()?;
    Some((ratio.ratio, Some((ratio.interval.lower, ratio.interval.upper))))
}

/// The same figures, written without a unit.
fn bare<'a>(figures: &Figures<'a>) -> Figures<'a> {
    Figures {
        comparison: figures.comparison,
        language: figures.language,
        unit: Unit::Plain,
        decimals: figures.decimals,
        bench: String::new(),
    }
}

/// The name of the line and its latest figure.
fn named(dots: &[crate::view::Dot], is_ratio: bool, figures: &Figures) -> String {
    let mut label = figures.word(if is_ratio { GapLabel::Ratio } else { GapLabel::Gap });
    if let Some(last) = dots.last() {
        let decimals = if is_ratio { ratio_decimals(last.value) } else { figures.decimals };
        push_part(&mut label, " ", &figures.language.number(last.value, decimals));
    }
    label
}

fn key(time: &Time, figures: &Figures) -> Vec<KeyItem> {
    let mut items = crate::view::trend::picture::key(time, figures);
    items.retain(|item| item.shape != Some(Shape::Band));
    items
}
