//! From a figure to a place between two pixels.

use crate::view::Axis;

/// A linear scale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    min: f64,
    width: f64,
    left: f64,
    right: f64,
}

impl Scale {
    /// An axis laid between two pixels.
    pub fn new(axis: &Axis, left: f64, right: f64) -> Scale {
        let width = axis.max - axis.min;
        Scale { min: axis.min, width: if width > 0.0 { width } else { 1.0 }, left, right }
    }

    /// Where a figure lies; kept between the ends.
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.min) / self.width).clamp(0.0, 1.0);
        self.left + share * (self.right - self.left)
    }
}
