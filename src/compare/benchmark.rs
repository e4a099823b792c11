//! What all are compared with.

use super::comparison::{Benchmark, BenchmarkKind, Compared, Figure, LEVELS, Place, Untested};
use super::finding::FindingKind;
use super::kind::{is_england, is_wide};
use super::measure::Known;
use super::question::Question;
use crate::config::{Key, named};
use crate::data::{Absence, AreaId, Cell, Level, parse_number};
use crate::stats::{Estimate, median, median_interval};

/// The benchmark asked for, else England's figure, else the peers' median.
pub(super) fn find<'t>(question: &mut Question<'t>, known: &Known<'t>, peers: &[Compared<'t>]) -> Benchmark<'t> {
    let asked = question.config.word(Key::Benchmark);
    let mut found = None;
    if named(&question.config.peer_groups, asked).is_some() && !asked.is_empty() {
        found = median_of(BenchmarkKind::GroupMedian, asked, &group(question, known, asked));
    } else if asked != "peers" {
        found = of_area(question, known, asked);
        if let (None, Some(level)) = (&found, parse_number(asked)) {
            found = Some(Benchmark::new(BenchmarkKind::Fixed, "", Cell::Value(level)));
        }
    }
    if found.is_none() && matches!(asked, "" | "peers") {
        found = median_of(BenchmarkKind::PeersMedian, "", peers);
    }
    found.unwrap_or_else(|| {
        if !asked.is_empty() {
            question.find(FindingKind::BenchmarkNotFound, asked);
        }
        Benchmark::new(BenchmarkKind::Nothing, asked, Cell::Absent(Absence::Missing))
    })
}

impl<'t> Benchmark<'t> {
    /// A benchmark that is no area.
    fn new(kind: BenchmarkKind, name: &'t str, cell: Cell) -> Benchmark<'t> {
        let place = Place { code: "", name, spoken: name, level: Level::Place };
        let figure = Figure::bare(cell);
        Benchmark { kind, place, of: 0, figure, other_period: None, untested: Untested::NoBenchmark }
    }
}

/// An area other than ours, England where none is asked for: a nation or region is taken as fixed, one of our kind is a
/// peer whose figure is uncertain too. Nothing is set against an area of another kind, or a figure of another period:
/// England, unasked, is then no benchmark.
fn of_area<'t>(question: &Question<'t>, known: &Known<'t>, asked: &str) -> Option<Benchmark<'t>> {
    let table = question.table;
    let mut found = None;
    for row in &question.rows {
        let area = table.area(row.area());
        let is_asked = match asked {
            "" => is_england(area),
            _ => area.code == asked || area.name.eq_ignore_ascii_case(asked),
        };
        if !is_asked || question.is_ours(row.area()) {
            continue;
        }
        // Ours before the latest; and the same row is often repeated for each type of area, sometimes without its value.
        let when = if row.period() == question.period { u32::MAX / 2 } else { u32::from(row.period().0) };
        let rank = when * 2 + u32::from(row.cell().value().is_some());
        if found.is_none_or(|(best, _)| rank > best) {
            found = Some((rank, *row));
        }
    }
    let (_, row) = found?;
    let wide = is_wide(table.area(row.area()));
    let kind = if wide { BenchmarkKind::Wide } else { BenchmarkKind::Peer };
    let place = question.place(row.area());
    let mut benchmark = Benchmark { place, figure: known.figure(&row), ..Benchmark::new(kind, "", row.cell()) };
    if !wide && !question.is_of_our_kind(row.area()) {
        benchmark.untested = Untested::OtherKind;
    } else if row.period() != question.period {
        if asked.is_empty() {
            return None;
        }
        benchmark.untested = Untested::OtherPeriod;
        benchmark.other_period = Some(table.period(row.period()));
    } else {
        return Some(benchmark);
    }
    benchmark.figure = Figure::bare(Cell::Absent(Absence::Missing));
    Some(benchmark)
}

/// The areas of a named group, ours left out.
fn group<'t>(question: &Question<'t>, known: &Known<'t>, name: &str) -> Vec<Compared<'t>> {
    let mut members = Vec::new();
    let Some(group) = named(&question.config.peer_groups, name) else { return members };
    for &id in &question.areas {
        let id = AreaId(id);
        if !question.is_ours(id) && group.codes.contains(&question.table.area(id).code) {
            members.push(known.compared(question, id));
        }
    }
    members
}

/// The median of the figures there are, with its intervals where every one of them has one. Ours is never among them.
fn median_of<'t>(kind: BenchmarkKind, name: &'t str, among: &[Compared]) -> Option<Benchmark<'t>> {
    let mut values = Vec::new();
    let mut estimates = Vec::new();
    for Compared { figure, .. } in among {
        let Some(value) = figure.cell.value() else { continue };
        values.push(value);
        if let Some(interval) = figure.intervals[0]
            && interval.contains(value)
        {
            estimates.push(Estimate { value, interval });
        }
    }
    let mut benchmark = Benchmark::new(kind, name, Cell::Value(median(&values)?));
    benchmark.of = values.len();
    if estimates.len() == values.len() {
        for (interval, &level) in benchmark.figure.intervals.iter_mut().zip(&LEVELS) {
            *interval = median_interval(&estimates, level).ok();
        }
    }
    Some(benchmark)
}
