//! Which points of a chart make its centre and its limits.

use crate::stats::{Rejection, mean};

/// How a chart is to be read. The default: all of it baseline, nothing excluded, ranges screened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan<'a> {
    /// Centre and limits from this many first points; `None` for all of them.
    pub baseline: Option<usize>,
    /// Positions, from zero, that enter neither centre nor limits nor runs, but are held against the limits.
    pub excluded: &'a [usize],
    /// A centre that is given; `None` to estimate it.
    pub centre: Option<f64>,
    /// Whether moving ranges of at least 3.267 times their mean are left out of it.
    pub screening: bool,
}

impl Default for Plan<'_> {
    fn default() -> Self {
        Plan { baseline: None, excluded: &[], centre: None, screening: true }
    }
}

impl Plan<'_> {
    /// Refuses numbers that are not finite, exclusions beyond the end and a baseline of nothing.
    pub(in crate::stats) fn check(&self, values: &[Option<f64>]) -> Result<(), Rejection> {
        let finite = |value: &Option<f64>| value.is_none_or(f64::is_finite);
        if !values.iter().all(finite) || !finite(&self.centre) {
            Err(Rejection::NotCalculable)
        } else if self.excluded.iter().any(|at| *at >= values.len()) {
            Err(Rejection::PositionOutOfRange)
        } else if self.baseline == Some(0) {
            Err(Rejection::BaselineTooShort)
        } else {
            Ok(())
        }
    }

    /// Without the excluded.
    pub(super) fn included<T: Copy>(&self, column: &[T]) -> Vec<T> {
        (0..column.len()).filter(|i| !self.excluded.contains(i)).map(|i| column[i]).collect()
    }

    /// The first points, without the excluded.
    pub(super) fn baseline<T: Copy>(&self, column: &[T]) -> Vec<T> {
        self.included(&column[..self.baseline.unwrap_or(column.len()).min(column.len())])
    }

    pub(in crate::stats) fn included_values(&self, values: &[Option<f64>]) -> Vec<f64> {
        self.included(values).into_iter().flatten().collect()
    }

    pub(in crate::stats) fn baseline_values(&self, values: &[Option<f64>]) -> Vec<f64> {
        self.baseline(values).into_iter().flatten().collect()
    }

    /// The centre that was given, or the mean of the baseline.
    pub(super) fn mean(&self, values: &[Option<f64>]) -> Result<f64, Rejection> {
        match self.centre {
            Some(centre) => Ok(centre),
            None => mean(&self.baseline_values(values)).map(|mean| mean.value),
        }
    }
}
