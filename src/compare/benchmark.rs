//! What all are compared with.

use super::comparison::{Benchmark, BenchmarkKind, Figure};
use super::finding::{Finding, FindingKind};
use super::measure::Known;
use super::peers::place;
use super::question::Question;
use crate::config::{Key, named};
use crate::data::{Absence, AreaClass, AreaId, Cell, Row, parse_number};
use crate::stats::{Estimate, Interval, Level, median, median_interval};

/// The benchmark asked for, else England's figure, else the peers' median.
pub(super) fn find(question: &mut Question, known: &Known, peers: &[Figure]) -> Benchmark {
    let asked = question.config.word(Key::Benchmark);
    if asked.is_empty() {
        return of_area(question, known, super::ENGLAND)
            .filter(|benchmark| benchmark.other_period.is_none())
            .or_else(|| peers_median(peers))
            .unwrap_or_else(|| nothing(""));
    }
    let found = if asked == "peers" {
        peers_median(peers)
    } else if named(&question.config.peer_groups, asked).is_some() {
        group_median(question, known, asked)
    } else {
        of_area(question, known, asked).or_else(|| fixed(asked))
    };
    found.unwrap_or_else(|| {
        question.findings.push(Finding::new(FindingKind::BenchmarkNotFound, asked));
        nothing(asked)
    })
}

/// An area by code or name: a nation or region is taken as fixed, any other is a peer whose figure is uncertain too.
fn of_area(question: &Question, known: &Known, asked: &str) -> Option<Benchmark> {
    let is = |row: &&Row| {
        let area = question.table.area(row.area());
        row.area() != question.area && (area.code == asked || area.name.eq_ignore_ascii_case(asked))
    };
    let ours = question.table.area(question.area);
    if ours.code == asked {
        return None;
    }
    let rows: Vec<Row> = question.rows.iter().filter(is).copied().collect();
    // The same row is often repeated for each type of area, sometimes without its value.
    let now = || rows.iter().filter(|row| row.period() == question.period);
    let same = now().find(|row| row.cell().value().is_some()).or_else(|| now().next());
    let latest = || rows.iter().max_by_key(|row| question.table.period(row.period()));
    let row = same.or_else(latest)?;
    let place = place(question.table, question.config, row.area());
    let wide = AreaClass::of(&place.code).is_wide();
    Some(Benchmark {
        kind: if wide { BenchmarkKind::Wide(place) } else { BenchmarkKind::Peer(place) },
        figure: known.figure(row),
        other_period: same.is_none().then(|| question.table.period(row.period()).clone()),
    })
}

fn fixed(asked: &str) -> Option<Benchmark> {
    let value = parse_number(asked)?;
    Some(Benchmark { kind: BenchmarkKind::Fixed(value), figure: bare(Cell::Value(value)), other_period: None })
}

fn nothing(asked: &str) -> Benchmark {
    let kind = BenchmarkKind::Nothing(asked.to_owned());
    Benchmark { kind, figure: bare(Cell::Absent(Absence::Missing)), other_period: None }
}

/// A figure with nothing known of it but itself.
fn bare(cell: Cell) -> Figure {
    Figure { cell, interval: None, wide_interval: None, count: None, denominator: None, note: String::new(), line: 0 }
}

fn peers_median(figures: &[Figure]) -> Option<Benchmark> {
    let (figure, of) = median_figure(figures)?;
    Some(Benchmark { kind: BenchmarkKind::PeersMedian(of), figure, other_period: None })
}

fn group_median(question: &Question, known: &Known, name: &str) -> Option<Benchmark> {
    let codes = &named(&question.config.peer_groups, name)?.codes;
    let listed = |id: AreaId| codes.contains(&question.table.area(id).code);
    let rows = question.rows_now().filter(|row| row.area() != question.area && listed(row.area()));
    let figures: Vec<Figure> = rows.map(|row| known.figure(&row)).collect();
    let (figure, of) = median_figure(&figures)?;
    Some(Benchmark { kind: BenchmarkKind::GroupMedian(name.to_owned(), of), figure, other_period: None })
}

/// The median of the figures there are, with its interval where every one of them has one; and of how many.
fn median_figure(figures: &[Figure]) -> Option<(Figure, usize)> {
    let values: Vec<f64> = figures.iter().filter_map(|figure| figure.cell.value()).collect();
    let middle = median(&values)?;
    let interval = |of: fn(&Figure) -> Option<Interval>, level: Level| {
        let with_value = figures.iter().filter(|figure| figure.cell.value().is_some());
        let estimates: Option<Vec<Estimate>> =
            with_value.map(|figure| Estimate::new(figure.cell.value()?, of(figure)?).ok()).collect();
        median_interval(&estimates?, level).ok()
    };
    let figure = Figure {
        interval: interval(|figure| figure.interval, Level::P95),
        wide_interval: interval(|figure| figure.interval, Level::P998),
        ..bare(Cell::Value(middle))
    };
    Some((figure, values.len()))
}
