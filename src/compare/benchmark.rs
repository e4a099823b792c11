//! What all are compared with.

use super::comparison::{Benchmark, BenchmarkKind, Compared, Figure, LEVELS, Place, Untested};
use super::finding::FindingKind;
use super::kind::{is_england, is_wide};
use super::measure::Known;
use super::question::Question;
use crate::config::named;
use crate::data::{Absence, AreaId, Cell, Level, Row, parse_number};
use crate::stats::{self, Estimate, median, median_interval};

/// The benchmark asked for, else England's figure, else the peers' median.
pub(super) fn find<'t>(question: &mut Question<'t>, known: &Known<'t>, peers: &[Compared<'t>]) -> Benchmark<'t> {
    let asked = question.wording.benchmark;
    let mut benchmark = nothing(asked);
    let mut is_found = false;
    if !asked.is_empty() && named(&question.config.peer_groups, asked).is_some() {
        is_found = benchmark.is_median_of(&group(question, known, asked), BenchmarkKind::GroupMedian, &LEVELS);
    } else if asked != "peers" {
        is_found = benchmark.is_area(question, known, asked) || benchmark.is_level(asked);
    }
    if !is_found && matches!(asked, "" | "peers") {
        is_found = benchmark.is_median_of(peers, BenchmarkKind::PeersMedian, &LEVELS);
    }
    if !is_found && !asked.is_empty() {
        question.find(FindingKind::BenchmarkNotFound, asked);
    }
    benchmark
}

/// The middle of some areas.
#[cfg(more)]
pub(super) fn middle<'t>(among: &[Compared<'t>]) -> Benchmark<'t> {
    let mut middle = nothing("");
    middle.is_median_of(among, BenchmarkKind::PeersMedian, &LEVELS);
    middle
}

/// What is asked for, not yet found.
fn nothing(asked: &str) -> Benchmark<'_> {
    Benchmark {
        kind: BenchmarkKind::Nothing,
        place: Place { code: "", name: asked, spoken: asked, level: Level::Place },
        of: 0,
        figure: Figure::bare(Cell::Absent(Absence::Missing)),
        other_period: None,
        untested: Untested::NoBenchmark,
    }
}

/// The figure of a benchmark in the period the question is turned to, with the first of its intervals, which is what
/// lines over time are tested by; `peers` are those of that period, and whether it is the benchmark's own is told.
#[cfg(more)]
pub(super) fn figure_now<'t>(
    question: &Question<'t>,
    known: &Known<'t>,
    peers: &[Compared<'t>],
    benchmark: &Benchmark<'t>,
    is_own: bool,
) -> Figure<'t> {
    let asked = question.wording.benchmark;
    let mut now = Benchmark { figure: Figure::bare(Cell::Absent(Absence::Missing)), ..benchmark.clone() };
    match benchmark.kind {
        BenchmarkKind::Wide | BenchmarkKind::Peer if benchmark.untested == Untested::OtherKind => {}
        BenchmarkKind::Wide | BenchmarkKind::Peer => {
            if let Some(row) = row_of(question, asked).filter(|row| row.period() == question.period) {
                now.figure = known.figure(&row);
            }
        }
        // Known already.
        BenchmarkKind::PeersMedian | BenchmarkKind::GroupMedian if is_own => {
            (now.figure, now.figure.intervals[1]) = (benchmark.figure, None);
        }
        BenchmarkKind::PeersMedian => _ = now.is_median_of(peers, benchmark.kind, &LEVELS[..1]),
        BenchmarkKind::GroupMedian => {
            _ = now.is_median_of(&group(question, known, asked), benchmark.kind, &LEVELS[..1])
        }
        BenchmarkKind::Fixed => now.figure = benchmark.figure,
        BenchmarkKind::Nothing => {}
    }
    now.figure
}

/// Each way to a benchmark fills it in, if it leads to one.
impl<'t> Benchmark<'t> {
    /// An area other than ours, England where none is asked for: a nation or region is taken as fixed, one of our kind
    /// is a peer whose figure is uncertain too. Nothing is set against an area of another kind, or a figure of another
    /// period: England, unasked, is then no benchmark.
    fn is_area(&mut self, question: &Question<'t>, known: &Known<'t>, asked: &str) -> bool {
        let Some(row) = row_of(question, asked) else { return false };
        let is_now = row.period() == question.period;
        if !is_now && asked.is_empty() {
            return false;
        }
        let is_wide = is_wide(question.table.area(row.area()));
        self.kind = if is_wide { BenchmarkKind::Wide } else { BenchmarkKind::Peer };
        self.place = question.place(row.area());
        if !is_wide && !question.is_of_our_kind(row.area()) {
            self.untested = Untested::OtherKind;
        } else if is_now {
            self.figure = known.figure(&row);
        } else {
            self.untested = Untested::OtherPeriod;
            self.other_period = Some(question.table.period(row.period()));
        }
        true
    }

    /// A number somebody set.
    fn is_level(&mut self, asked: &str) -> bool {
        let Some(level) = parse_number(asked) else { return false };
        self.kind = BenchmarkKind::Fixed;
        (self.place.name, self.place.spoken) = ("", "");
        self.figure.cell = Cell::Value(level);
        true
    }

    /// The median of the figures there are, with its intervals where every one of them has one. Ours is never among
    /// them.
    fn is_median_of(&mut self, among: &[Compared], kind: BenchmarkKind, levels: &[stats::Level]) -> bool {
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
        let Some(median) = median(&values) else { return false };
        self.kind = kind;
        if kind == BenchmarkKind::PeersMedian {
            (self.place.name, self.place.spoken) = ("", "");
        }
        self.of = values.len();
        self.figure.cell = Cell::Value(median);
        if estimates.len() == values.len() {
            for (at, &level) in levels.iter().enumerate() {
                self.figure.intervals[at] = median_interval(&estimates, level).ok();
            }
        }
        true
    }
}

/// The row of the area asked for: of our period before the latest; and the same row is often repeated for each type of
/// area, sometimes without its value.
fn row_of<'t>(question: &Question<'t>, asked: &str) -> Option<Row<'t>> {
    let (mut found, mut best) = (None, 0);
    for row in &question.rows {
        let area = question.table.area(row.area());
        let is_asked = match asked {
            "" => is_england(area),
            _ => area.code == asked || area.name.eq_ignore_ascii_case(asked),
        };
        let when = if row.period() == question.period { u32::MAX / 2 } else { u32::from(row.period().0) };
        let rank = when * 2 + u32::from(row.cell().value().is_some());
        if is_asked && !question.is_ours(row.area()) && (found.is_none() || rank > best) {
            (found, best) = (Some(*row), rank);
        }
    }
    found
}

/// The areas of a named group, ours left out.
pub(super) fn group<'t>(question: &Question<'t>, known: &Known<'t>, name: &str) -> Vec<Compared<'t>> {
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
