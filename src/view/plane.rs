//! A picture of figures against sizes, as positions and labels.

use super::model::{Axis, Line, Shape, Tone};

/// Figures of places against their sizes, with limits that narrow as sizes grow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plane {
    /// The scale of the sizes.
    pub sizes: Axis,
    /// What the sizes are.
    pub size_label: String,
    /// The scale of the figures.
    pub axis: Axis,
    /// What the figures are, and what they are counted in.
    pub label: String,
    /// What to know of the scale where it does not start at none; else empty.
    pub cut: String,
    /// The average's line.
    pub average: Option<Line>,
    /// The limits, the narrower before the wider.
    pub limits: Vec<Limits>,
    /// The places, ours first.
    pub spots: Vec<Spot>,
    /// The rows of the table without a spot.
    pub left_out: Vec<usize>,
    /// What is said of those; empty where there are none.
    pub left_out_label: String,
}

/// Two lines of limits, one below and one above the average.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Their name, written at the end of each.
    pub label: String,
    /// Size, lower and upper limit, ascending in size.
    pub line: Vec<(f64, f64, f64)>,
    /// Whether it is the wider of the two.
    pub is_wide: bool,
}

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its name.
    pub label: String,
    /// Its size.
    pub size: f64,
    /// Its figure.
    pub value: f64,
    /// Whether it is inside, above or below.
    pub shape: Shape,
    /// Its colour's role.
    pub tone: Tone,
    /// Whether it is drawn filled: ours and its peers are.
    pub is_filled: bool,
    /// Whether it is our area.
    pub ours: bool,
    /// The row of the table it stands for.
    pub row: usize,
}

impl Plane {
    /// The rows of the table that have a mark.
    pub(super) fn rows(&self) -> Vec<usize> {
        let line = self.average.iter().map(|line| line.row);
        self.spots.iter().map(|spot| spot.row).chain(line).collect()
    }
}
