//! What all are compared with.

use super::comparison::{Benchmark, BenchmarkKind, Compared, Figure, LEVELS, Place, Untested};
use super::finding::{Finding, FindingKind};
use super::kind::{is_england, is_wide};
use super::measure::Known;
use super::question::Question;
use crate::config::{Key, named};
use crate::data::{Absence, Area, AreaId, Cell, Level, parse_number};
use crate::stats::{Estimate, median, median_interval};

/// The benchmark asked for, else England's figure, else the peers' median.
pub(super) fn find<'t>(question: &mut Question<'t>, known: &Known<'t>, peers: &[Compared<'t>]) -> Benchmark<'t> {
    let asked = question.config.word(Key::Benchmark);
    let mut found = None;
    if asked.is_empty() {
        found = of_area(question, known, &is_england).filter(|benchmark| benchmark.other_period.is_none());
    } else if named(&question.config.peer_groups, asked).is_some() {
        found = median_of(BenchmarkKind::GroupMedian, asked, &group(question, known, asked));
    } else if asked != "peers" {
        found = of_area(question, known, &|area| area.code == asked || area.name.eq_ignore_ascii_case(asked));
        if let (None, Some(level)) = (&found, parse_number(asked)) {
            found = Some(Benchmark::new(BenchmarkKind::Fixed, "", Cell::Value(level)));
        }
    }
    if found.is_none() && matches!(asked, "" | "peers") {
        found = median_of(BenchmarkKind::PeersMedian, "", peers);
    }
    if let Some(benchmark) = found {
        return benchmark;
    }
    if !asked.is_empty() {
        question.findings.push(Finding::new(FindingKind::BenchmarkNotFound, asked));
    }
    Benchmark::new(BenchmarkKind::Nothing, asked, Cell::Absent(Absence::Missing))
}

impl<'t> Benchmark<'t> {
    /// A benchmark that is no area.
    fn new(kind: BenchmarkKind, name: &'t str, cell: Cell) -> Benchmark<'t> {
        let place = Place { code: "", name, spoken: name, level: Level::Place };
        let figure = Figure::bare(cell);
        Benchmark { kind, place, of: 0, figure, other_period: None, untested: Untested::NoBenchmark }
    }
}

/// An area other than ours: a nation or region is taken as fixed, one of our kind is a peer whose figure is uncertain
/// too. Nothing is set against an area of another kind, or a figure of another period.
fn of_area<'t>(question: &Question<'t>, known: &Known<'t>, is: &dyn Fn(&Area) -> bool) -> Option<Benchmark<'t>> {
    let table = question.table;
    let mut found = None;
    for row in &question.rows {
        if question.is_ours(row.area()) || !is(table.area(row.area())) {
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
        let estimate = figure.intervals[0].and_then(|interval| Estimate::new(value, interval).ok());
        estimates.extend(estimate);
    }
    let mut benchmark = Benchmark::new(kind, name, Cell::Value(median(&values)?));
    benchmark.of = values.len();
    if estimates.len() == values.len() {
        benchmark.figure.intervals = LEVELS.map(|level| median_interval(&estimates, level).ok());
    }
    Some(benchmark)
}
