//! A picture of figures over time, as positions and labels.

use super::model::{Axis, Shape, Tick, Tone};

/// Figures over time: one place on the axis of time for each row of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Time {
    /// The scale of the figures.
    pub axis: Axis,
    /// What the figures are counted in, where they do not carry it.
    pub unit: String,
    /// What to know of the scale where it does not start at none; else empty.
    pub cut: String,
    /// The periods, ascending; each is the row of the table of the same number.
    pub times: Vec<Tick>,
    /// Bands, behind everything.
    pub bands: Vec<Band>,
    /// Level lines over a stretch of time.
    pub levels: Vec<LevelLine>,
    /// The figures of one place or group each; ours first.
    pub traces: Vec<Trace>,
    /// Upright lines between or at periods.
    pub uprights: Vec<Upright>,
}

/// How much weight a line or band carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Ours: full, thick.
    Ours,
    /// What ours is set against: dashed.
    Benchmark,
    /// Anything else: thin.
    Other,
}

/// The figures of one place or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// Its name and latest figure, written at its end.
    pub label: String,
    /// How much weight it carries.
    pub weight: Weight,
    /// Its figures, ascending in time; a period without one has none.
    pub dots: Vec<Dot>,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// When, as on the axis of time.
    pub at: f64,
    /// The figure.
    pub value: f64,
    /// Its likely range.
    pub range: Option<(f64, f64)>,
    /// Its shape; none for a line without points.
    pub shape: Option<Shape>,
    /// Its colour's role.
    pub tone: Tone,
    /// Whether a line comes to it from the one before: not across a missing figure, nor a break.
    pub is_joined: bool,
    /// The row of the table it stands for.
    pub row: usize,
}

/// A band from lower to upper figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its name, written at its end.
    pub label: String,
    /// Time, lower and upper figure, ascending in time; stretches without a gap, one after the other.
    pub stretches: Vec<Vec<(f64, f64, f64)>>,
}

/// A level line over a stretch of time.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelLine {
    /// Its name and figure, written at its end; empty where it carries none.
    pub label: String,
    /// Where it lies.
    pub value: f64,
    /// From when to when.
    pub span: (f64, f64),
    /// How much weight it carries: what something is set against is dashed.
    pub weight: Weight,
}

/// An upright line.
#[derive(Debug, Clone, PartialEq)]
pub struct Upright {
    /// When.
    pub at: f64,
    /// What it says, written at its top.
    pub label: String,
    /// Whether it parts what is before from what is after; else it notes something.
    pub parts: bool,
}

impl Time {
    /// The rows of the table that have a mark.
    pub(super) fn rows(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = Vec::new();
        for row in self.traces.iter().flat_map(|trace| &trace.dots).map(|dot| dot.row) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }
}
