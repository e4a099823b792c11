//! Our area, the benchmark and the peers, each as a row: of the table, of what is read aloud, of the picture and of the
//! results. All are made together, so that they cannot disagree.

use super::figures::{Figures, side};
use super::model::{Bar, Grid, Point, Shape, Tone};
use super::results::result;
use crate::compare::{Benchmark, Compared, Judgement, Significance, Untested, Verdict};
use crate::config::Plain;
use crate::text::{Label, Language, Template, plain, push_part};

/// The rows, in the order to show them: ours, the benchmark where it has a figure, then the peers.
#[derive(Default)]
pub(super) struct Rows {
    /// The cells of the table, under [`HEADS`].
    pub cells: Vec<Vec<String>>,
    pub points: Vec<Point>,
    pub bars: Vec<Bar>,
    pub results: Vec<Plain>,
}

/// What an area is here.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Area,
    Benchmark,
    Peer,
}

/// In the order of [`Role`].
const ROLES: [&str; 3] = ["area", "benchmark", "peer"];

/// The columns of the table, and whether each holds numbers.
const HEADS: [(Label, bool); 7] = [
    (Label::Area, false),
    (Label::Figure, true),
    (Label::Range, true),
    (Label::Compared, false),
    (Label::CountLabel, true),
    (Label::Denominator, true),
    (Label::Note, false),
];

pub(super) fn rows(figures: &Figures) -> Rows {
    let comparison = figures.comparison;
    let mut rows = Rows::default();
    rows.add(Role::Area, comparison.ours(), figures);
    if has_benchmark(figures) {
        let Benchmark { place, figure, .. } = comparison.benchmark;
        rows.add(Role::Benchmark, &Compared { place, figure, verdict: Err(Untested::NoBenchmark) }, figures);
    }
    for peer in comparison.peers() {
        rows.add(Role::Peer, peer, figures);
    }
    rows
}

/// Whether the benchmark has a figure to show.
pub(super) fn has_benchmark(figures: &Figures) -> bool {
    figures.comparison.benchmark.figure.cell.value().is_some()
}

impl Rows {
    fn add(&mut self, role: Role, compared: &Compared, figures: &Figures) {
        let name = match role {
            Role::Area => figures.label_of(Label::Our, compared.place.name),
            Role::Benchmark => figures.label_of(Label::Benchmark, &figures.bench_name()),
            Role::Peer => compared.place.name.to_owned(),
        };
        let line = (role == Role::Benchmark).then(|| figures.word(Label::UsedAsBenchmark));
        let against = figures.comparison.benchmark.figure.cell.value();
        self.push(name, ROLES[role as usize], compared, against, line, figures);
    }

    /// Adds a row: a mark of its own in the picture, or, where it says what it is there for, a line across.
    pub fn push(
        &mut self,
        name: String,
        role: &str,
        compared: &Compared,
        against: Option<f64>,
        line: Option<String>,
        figures: &Figures,
    ) {
        let Compared { figure, verdict, .. } = compared;
        let language = figures.language;
        let mut range = String::new();
        if let Some(interval) = &figure.intervals[0] {
            range = figures.range(&figures.short(interval.lower), &figures.short(interval.upper));
        }
        let value = figures.cell(figure);
        let row = plain(self.cells.len() as f64, 0);
        self.points.push(Point { row, text: point(&name, &value, &range, verdict, figure.note, figures) });
        if range.is_empty() && figure.cell.value().is_some() {
            range = figures.word(Label::NoRange);
        }
        let is_line = line.is_some();
        let words = line.unwrap_or_else(|| verdict_words(verdict, side, figures));
        if !is_line {
            self.bars.push(bar(compared, &value, self.cells.len()));
        }
        let (count, denominator) = (count(figure.count, language), count(figure.denominator, language));
        self.cells.push(vec![name, value, range, words, count, denominator, figure.note.to_owned()]);
        self.results.push(result(role, compared, against));
    }
}

/// The table of cells, without the columns in which nothing stands.
pub(super) fn grid(cells: Vec<Vec<String>>, caption: String, figures: &Figures) -> Grid {
    let mut grid = Grid { caption, columns: Vec::new(), numeric: Vec::new(), rows: cells };
    for &(label, is_numeric) in &HEADS {
        let at = grid.columns.len();
        let is_kept = match label {
            Label::Area | Label::Figure => true,
            Label::Compared => has_benchmark(figures),
            _ => grid.rows.iter().any(|row| !row[at].is_empty()),
        };
        if is_kept {
            grid.columns.push(head(label, figures));
            grid.numeric.push(is_numeric);
        } else {
            for row in &mut grid.rows {
                row.remove(at);
            }
        }
    }
    grid
}

pub(super) fn head(label: Label, figures: &Figures) -> String {
    let mut head = figures.of_bench(label);
    let unit = figures.unit_words();
    if label == Label::Figure && !unit.is_empty() {
        push_part(&mut head, " (", &unit);
        head.push(')');
    }
    head
}

/// A row as a reader would say it: "{Area}, {v}, likely range {lo} to {hi}, higher than {bench}, worse."
fn point(name: &str, value: &str, range: &str, verdict: &Verdict, note: &str, figures: &Figures) -> String {
    let mut point = figures.language.label(Label::Point, &[("area", name), ("v", value)]);
    if !range.is_empty() {
        push_part(&mut point, ", ", &figures.label_of(Label::PointRange, range));
    }
    if verdict.is_ok() {
        push_part(&mut point, ", ", &verdict_words(verdict, aloud, figures));
    }
    push_part(&mut point, ", ", note);
    point.push('.');
    point
}

fn aloud(significance: Significance) -> Label {
    match significance {
        Significance::Higher => Label::HigherThan,
        Significance::NotDifferent => Label::UnclearWith,
        Significance::Lower => Label::LowerThan,
    }
}

/// "higher, worse"; "no clear gap"; "not compared"; nothing without a figure.
fn verdict_words(verdict: &Verdict, label: fn(Significance) -> Label, figures: &Figures) -> String {
    let (label, judgement) = match verdict {
        Ok(test) => (label(test.significance), test.judgement),
        Err(Untested::NoFigure) => return String::new(),
        Err(_) => (Label::NotCompared, Judgement::NotCompared),
    };
    with_judgement(label, judgement, figures)
}

/// A label, with "better" or "worse" where someone has set which way is.
pub(super) fn with_judgement<T: Template>(label: T, judgement: Judgement, figures: &Figures) -> String {
    let mut words = figures.of_bench(label);
    let judged = match judgement {
        Judgement::Better => Label::Better,
        Judgement::Worse => Label::Worse,
        _ => return words,
    };
    push_part(&mut words, ", ", &figures.word(judged));
    words
}

/// A count: whole where it is whole, else with one decimal.
pub(super) fn count(count: Option<f64>, language: Language) -> String {
    count.map_or(String::new(), |count| language.number(count, u8::from(count.fract() != 0.0)))
}

fn bar(compared: &Compared, value: &str, row: usize) -> Bar {
    let (shape, tone) = look(&compared.verdict);
    Bar {
        label: compared.place.name.to_owned(),
        figure: value.to_owned(),
        at: compared.figure.cell.value(),
        range: compared.figure.intervals[0].map(|interval| (interval.lower, interval.upper)),
        shape,
        tone,
        ours: row == 0,
        row,
    }
}

/// Shape by direction, tone by judgement.
fn look(verdict: &Verdict) -> (Shape, Tone) {
    let Ok(test) = verdict else { return (Shape::Untested, Tone::Plain) };
    let shape = match test.significance {
        Significance::Higher => Shape::Higher,
        Significance::NotDifferent => Shape::Unclear,
        Significance::Lower => Shape::Lower,
    };
    (shape, tone(test.judgement))
}

/// The colour's role of a judgement.
pub(super) fn tone(judgement: Judgement) -> Tone {
    match judgement {
        Judgement::Better => Tone::Better,
        Judgement::Worse => Tone::Worse,
        Judgement::Higher | Judgement::Lower => Tone::Apart,
        Judgement::Similar | Judgement::NotCompared => Tone::Plain,
    }
}
