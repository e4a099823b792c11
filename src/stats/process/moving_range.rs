//! How far a value usually is from the one before.

use crate::stats::{Rejection, mean};

/// Which moving ranges the limits were made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangesUsed {
    /// All of them, as asked.
    All,
    /// All but those at or beyond the upper limit of ranges.
    Screened,
    /// All, although screening was asked: it would have left none, or only zeros.
    AllForWantOfOthers,
}

/// The mean of moving ranges; refused for none.
pub(in crate::stats) fn mean_range(ranges: &[f64]) -> Result<f64, Rejection> {
    mean(ranges).map(|mean| mean.value)
}

/// The mean of moving ranges without those of at least `times` their mean, dropped once; `None` when none is left.
///
/// Nelson (1982), "Control charts for individual measurements", with 3.267 for `times`: one wild value should not widen
/// the limits that are to show it.
pub(in crate::stats) fn screened_mean_range(ranges: &[f64], times: f64) -> Result<Option<f64>, Rejection> {
    let most = times * mean_range(ranges)?;
    let kept: Vec<f64> = ranges.iter().copied().filter(|range| *range < most).collect();
    if kept.is_empty() { Ok(None) } else { mean_range(&kept).map(Some) }
}

/// The mean moving range of a baseline, and which ranges made it.
///
/// Screening that leaves nothing but zeros is undone: in a constant series with one jump it would drop the jump and put
/// every point outside limits of no width.
pub(super) fn usual_range(values: &[f64], screening: bool) -> Result<(f64, RangesUsed), Rejection> {
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let all = mean_range(&ranges)?;
    if !screening {
        return Ok((all, RangesUsed::All));
    }
    match screened_mean_range(&ranges, super::limits::UPPER_RANGE)? {
        Some(kept) if kept > 0.0 => Ok((kept, RangesUsed::Screened)),
        _ => Ok((all, RangesUsed::AllForWantOfOthers)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wild_value_is_screened_out() {
        let values = [10.0, 11.0, 10.0, 11.0, 10.0, 60.0, 10.0, 11.0, 10.0, 11.0, 10.0, 11.0];
        assert_eq!(usual_range(&values, true), Ok((1.0, RangesUsed::Screened)));
        assert!(usual_range(&values, false).unwrap().0 > 9.0);
    }

    #[test]
    fn screening_never_leaves_only_zeros() {
        let values = [20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 26.0, 20.0, 20.0];
        assert_eq!(usual_range(&values, true), Ok((12.0 / 9.0, RangesUsed::AllForWantOfOthers)));
        assert_eq!(usual_range(&[5.1, 5.1], true), Ok((0.0, RangesUsed::AllForWantOfOthers)));
        assert_eq!(usual_range(&[5.1], true), Err(Rejection::TooFewValues));
    }
}
