//! The table and the points read aloud: the same rows, in the same order, as the picture.

use super::figures::Figures;
use super::model::Grid;
use super::say::side_label;
use crate::compare::{BenchmarkKind, Comparison, Figure, Judgement, Side, Verdict};
use crate::text::{Label, Language};

/// One row of the table, as text.
pub(super) struct TableRow {
    pub name: String,
    pub figure: String,
    pub range: String,
    pub range_limits: Option<(String, String)>,
    pub verdict: String,
    pub count: String,
    pub denominator: String,
    pub note: String,
    /// How it stands to the benchmark, as read aloud; empty where it was not tested.
    pub aloud: String,
}

/// Our area, the benchmark where there is one, then the peers in their order.
pub(super) fn rows(comparison: &Comparison, figures: &Figures) -> Vec<TableRow> {
    let language = figures.language;
    let ours = language.label(Label::Our, &[("area", &comparison.area.name)]);
    let mut rows = vec![row(ours, &comparison.ours, &comparison.verdict, figures)];
    if has_benchmark(comparison) {
        let name = language.label(Label::Benchmark, &[("bench", &bench_name(comparison, figures))]);
        let mut row = row(name, &comparison.benchmark.figure, &Verdict::NoBenchmark, figures);
        row.verdict = language.label(Label::UsedAsBenchmark, &[]);
        rows.push(row);
    }
    for peer in &comparison.peers.places {
        rows.push(row(peer.place.name.clone(), &peer.figure, &peer.verdict, figures));
    }
    rows
}

/// Whether the benchmark has a figure to show.
pub(super) fn has_benchmark(comparison: &Comparison) -> bool {
    !matches!(comparison.benchmark.kind, BenchmarkKind::Nothing(_))
        && comparison.benchmark.figure.cell.value().is_some()
}

/// The benchmark's name as a label.
pub(super) fn bench_name(comparison: &Comparison, figures: &Figures) -> String {
    match &comparison.benchmark.kind {
        BenchmarkKind::Wide(place) | BenchmarkKind::Peer(place) => place.name.clone(),
        _ => figures.language.begin(&figures.bench),
    }
}

fn row(name: String, figure: &Figure, verdict: &Verdict, figures: &Figures) -> TableRow {
    TableRow {
        name,
        figure: figures.cell(figure),
        range: figures.range(figure),
        range_limits: figure.interval.map(|interval| (figures.short(interval.lower), figures.short(interval.upper))),
        verdict: verdict_words(verdict, figures.language),
        count: figures.count(figure.count),
        denominator: figures.count(figure.denominator),
        note: figure.note.clone(),
        aloud: aloud(verdict, figures),
    }
}

/// "higher, worse"; "no clear gap"; "not compared".
pub(super) fn verdict_words(verdict: &Verdict, language: Language) -> String {
    match verdict {
        Verdict::Tested(test) => {
            let side = language.label(test.side.map_or(Label::Unclear, side_label), &[]);
            with_judgement(side, test.judgement, language)
        }
        Verdict::NoFigure(_) => String::new(),
        Verdict::NoInterval | Verdict::NoBenchmark | Verdict::OtherPeriod | Verdict::OtherKind => {
            language.label(Label::NotCompared, &[])
        }
    }
}

/// Adds "better" or "worse" where someone has set which way is.
pub(super) fn with_judgement(words: String, judgement: Judgement, language: Language) -> String {
    match judgement {
        Judgement::Better => format!("{words}, {}", language.label(Label::Better, &[])),
        Judgement::Worse => format!("{words}, {}", language.label(Label::Worse, &[])),
        _ => words,
    }
}

fn aloud(verdict: &Verdict, figures: &Figures) -> String {
    let Verdict::Tested(test) = verdict else { return String::new() };
    let label = match test.side {
        Some(Side::Higher) => Label::HigherThan,
        Some(Side::Lower) => Label::LowerThan,
        None => Label::UnclearWith,
    };
    let words = figures.language.label(label, &[("bench", &figures.bench)]);
    with_judgement(words, test.judgement, figures.language)
}

/// Each row as a reader would say it: "{Area}, {v}, likely range {lo} to {hi}, higher than {bench}, worse."
pub(super) fn points(rows: &[TableRow], language: Language) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let mut parts = vec![language.label(Label::Point, &[("area", &row.name), ("v", &row.figure)])];
            if let Some((lo, hi)) = &row.range_limits {
                parts.push(language.label(Label::PointRange, &[("lo", lo), ("hi", hi)]));
            }
            if !row.aloud.is_empty() {
                parts.push(row.aloud.clone());
            }
            if !row.note.is_empty() {
                parts.push(row.note.clone());
            }
            parts.join(", ") + "."
        })
        .collect()
}

/// The rows as a grid, without the columns in which nothing stands.
pub(super) fn grid(comparison: &Comparison, figures: &Figures, rows: &[TableRow]) -> Grid {
    let language = figures.language;
    let of = |label| language.label(label, &[]);
    let unit = figures.unit_words();
    let figure = if unit.is_empty() { of(Label::Figure) } else { format!("{} ({unit})", of(Label::Figure)) };
    let compared = language.label(Label::Compared, &[("bench", &figures.bench)]);
    type Part = fn(&TableRow) -> &str;
    let columns: [(String, bool, Part); 7] = [
        (of(Label::Area), false, |row| &row.name),
        (figure, true, |row| &row.figure),
        (of(Label::Range), true, |row| &row.range),
        (compared, false, |row| &row.verdict),
        (of(Label::CountLabel), true, |row| &row.count),
        (of(Label::Denominator), true, |row| &row.denominator),
        (of(Label::Note), false, |row| &row.note),
    ];
    let has_benchmark = has_benchmark(comparison);
    let kept: Vec<&(String, bool, Part)> = columns
        .iter()
        .enumerate()
        .filter(|(at, (_, _, part))| match at {
            0 | 1 => true,
            3 => has_benchmark,
            _ => rows.iter().any(|row| !part(row).is_empty()),
        })
        .map(|(_, column)| column)
        .collect();
    Grid {
        caption: super::say::kicker(comparison, figures),
        columns: kept.iter().map(|(head, _, _)| head.clone()).collect(),
        numeric: kept.iter().map(|(_, numeric, _)| *numeric).collect(),
        rows: rows.iter().map(|row| kept.iter().map(|(_, _, part)| part(row).to_owned()).collect()).collect(),
    }
}
