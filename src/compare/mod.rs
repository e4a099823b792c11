//! The meaning: a [`Table`] and a [`Config`] become a [`Comparison`] — our area, its peers, a benchmark, and what can
//! honestly be said of them.
//!
//! Knows what "like us", "higher than" and "cannot be compared" mean. Refuses to know words, languages, pixels or
//! formats. Nothing here is ordered by value unless the reader asks, and nothing carries a position in such an order.
//! Start at [`run`].

mod benchmark;
mod comparison;
mod finding;
mod kind;
mod measure;
mod peers;
mod question;
mod verdict;

pub use comparison::{
    Benchmark, BenchmarkKind, Choices, Compared, Comparison, Figure, Origin, PeerRule, Peers, Place, Rule, Side,
    Spread, Subject, Tally, Test, Verdict,
};
pub use finding::{Finding, FindingKind};

/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::data::{Absence, Cell, Level as Spoken, Period, PeriodKind, Problem, ProblemKind};
/// What `view` needs of the rooms below, so that it need not know them.
pub use crate::stats::{Gap, Interval, Judgement, Level, Method, Polarity};

use crate::config::Config;
use crate::data::{AreaId, PeriodId, Row, SeriesId, Table};
use crate::stats::quartiles;
use question::{Question, series_choice};

/// England's code, the default benchmark.
const ENGLAND: &str = "E92000001";

/// The question cannot be answered: the table holds no row that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoData;

/// Compares our area with its peers and the benchmark.
///
/// What was asked for and is not there is answered with what is, and said in the findings; so this fails only when
/// there is nothing at all.
pub fn run(table: &Table, config: &Config) -> Result<Comparison, NoData> {
    let mut question = Question::resolve(table, config).ok_or(NoData)?;
    let known = measure::Known::of(&mut question);
    let (rule, order, ids) = peers::choose(&mut question);
    let figures: Vec<Figure> = ids.iter().filter_map(|&id| question.row_of(id)).map(|row| known.figure(&row)).collect();
    let mut benchmark = benchmark::find(&mut question, &known, &figures);
    let ours = match question.row_of(question.area) {
        Some(row) => known.figure(&row),
        None => no_row(),
    };
    note_worked_out(&mut question, &ours, &figures);
    let polarity = known.subject.polarity;
    let verdict = verdict::judge(&ours, &benchmark, polarity);
    if verdict == Verdict::OtherPeriod {
        // Nothing may be set against a figure of another period, the peers neither.
        benchmark.figure.cell = Cell::Absent(Absence::Missing);
    }
    let (places, spread, tally) = compare_peers(&question, &ids, figures, &benchmark, polarity);
    Ok(Comparison {
        period: table.period(question.period).clone(),
        area: peers::place(table, config, question.area),
        choices: choices(&question),
        subject: known.subject,
        ours,
        verdict,
        benchmark,
        peers: Peers { rule, order, places },
        spread,
        tally,
        findings: question.findings,
    })
}

fn no_row() -> Figure {
    Figure {
        cell: Cell::Absent(Absence::Missing),
        interval: None,
        wide_interval: None,
        count: None,
        denominator: None,
        note: String::new(),
        line: 0,
    }
}

fn compare_peers(
    question: &Question,
    ids: &[AreaId],
    figures: Vec<Figure>,
    benchmark: &Benchmark,
    polarity: Polarity,
) -> (Vec<Compared>, Option<Spread>, Tally) {
    let mut tally = Tally::default();
    let mut places = Vec::with_capacity(ids.len());
    for (&id, figure) in ids.iter().zip(figures) {
        let verdict = verdict::judge(&figure, benchmark, polarity);
        if let Verdict::Tested(test) = &verdict {
            match test.side {
                Some(Side::Higher) => tally.higher += 1,
                Some(Side::Lower) => tally.lower += 1,
                None => tally.unclear += 1,
            }
        }
        places.push(Compared { place: peers::place(question.table, question.config, id), figure, verdict });
    }
    // An area to which the measure does not apply has no place among the figures, nor among those without one.
    let counted = |compared: &&Compared| compared.figure.cell != Cell::Absent(Absence::NotApplicable);
    let spread = spread(places.iter().filter(counted).map(|compared| compared.figure.cell));
    (places, spread, tally)
}

fn spread(cells: impl Iterator<Item = Cell> + Clone) -> Option<Spread> {
    let values: Vec<f64> = cells.clone().filter_map(Cell::value).collect();
    let without = cells.filter(|cell| cell.value().is_none()).count();
    if values.len() < 2 {
        return None;
    }
    let of = quartiles(&values)?;
    let ends = values.iter().fold((values[0], values[0]), |(low, high), &value| (low.min(value), high.max(value)));
    Some(Spread { with_figure: values.len(), without, ends, quartiles: (of.lower, of.upper) })
}

/// Says once that intervals were worked out, and by which methods.
fn note_worked_out(question: &mut Question, ours: &Figure, peers: &[Figure]) {
    let worked = |figure: &Figure| figure.interval.filter(|interval| interval.method != Method::Published);
    let methods: Vec<Method> =
        std::iter::once(ours).chain(peers).filter_map(worked).map(|interval| interval.method).collect();
    let names: Vec<&str> = [(Method::Wilson, "Wilson"), (Method::Exact, "exact Poisson"), (Method::Byar, "Byar")]
        .into_iter()
        .filter(|(method, _)| methods.contains(method))
        .map(|(_, name)| name)
        .collect();
    if !names.is_empty() {
        question.findings.push(Finding::new(FindingKind::IntervalWorkedOut, names.join(", ")));
    }
}

fn choices(question: &Question) -> Choices {
    let table = question.table;
    let used = |id: &&crate::data::Series| id.indicator == question.indicator;
    let with_rows: Vec<_> = (0..table.indicators().len() as u32)
        .map(crate::data::IndicatorId)
        .filter(|&id| table.series().iter().any(|series| series.indicator == id))
        .map(|id| (table.indicator(id).id.clone(), table.indicator(id).name.clone()))
        .collect();
    let series: Vec<SeriesId> = (0..table.series().len() as u32)
        .map(SeriesId)
        .filter(|&id| used(&table.one_series(id)) && is_whole_or_shown(question, id))
        .collect();
    Choices {
        indicators: with_rows,
        series: series.iter().map(|&id| series_choice(table, &series, id)).collect(),
        areas: areas(question),
        periods: periods(question),
        peers: peers::answerable(question),
    }
}

/// Subgroups of an inequality split are no choice of this view, unless one was asked for.
fn is_whole_or_shown(question: &Question, id: SeriesId) -> bool {
    id == question.series || question.table.text(question.table.one_series(id).category).is_empty()
}

fn areas(question: &Question) -> Vec<(String, String)> {
    let table = question.table;
    let mut seen: Vec<AreaId> = question.rows.iter().map(Row::area).collect();
    seen.sort_unstable();
    seen.dedup();
    let mut areas: Vec<(String, String)> = seen
        .into_iter()
        .map(|id| table.area(id))
        .filter(|area| !area.class().is_wide())
        .map(|area| (if area.code.is_empty() { area.name.clone() } else { area.code.clone() }, area.name.clone()))
        .collect();
    areas.sort_by_cached_key(|(code, name)| (name.to_ascii_lowercase(), code.clone()));
    areas.dedup_by(|a, b| a.0 == b.0);
    areas
}

fn periods(question: &Question) -> Vec<Period> {
    let ours = question.rows.iter().filter(|row| row.area() == question.area);
    let mut ids: Vec<PeriodId> = ours.map(Row::period).collect();
    ids.sort_by_key(|&id| std::cmp::Reverse(question.table.period(id)));
    ids.dedup();
    ids.into_iter().map(|id| question.table.period(id).clone()).collect()
}
