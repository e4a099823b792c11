//! Medians and quantiles of values.

/// Lower quartile, median and upper quartile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the values lie below.
    pub lower: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// Three quarters of the values lie below.
    pub upper: f64,
}

/// The value below which `fraction` of the values lie, between neighbours by straight line.
///
/// Type 7 of Hyndman and Fan (1996): position `(n-1)·fraction` in the sorted values, counted from zero. `None` for no
/// values, a value that is not finite, or a fraction outside 0 to 1. The order of the values does not matter.
///
/// ```
/// assert_eq!(peerglass::stats::quantile(&[40.0, 10.0, 20.0, 30.0], 0.25), Some(17.5));
/// ```
pub fn quantile(values: &[f64], fraction: f64) -> Option<f64> {
    at(&sorted(values)?, fraction)
}

/// The middle value, or the mean of the two in the middle.
///
/// [`quantile`] at one half. `None` for no values or a value that is not finite.
///
/// ```
/// assert_eq!(peerglass::stats::median(&[3.0, 1.0, 2.0, 10.0]), Some(2.5));
/// ```
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The three quartiles: [`quantile`] at one, two and three quarters, with one sort.
///
/// ```
/// let q = peerglass::stats::quartiles(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
/// assert_eq!((q.lower, q.median, q.upper), (2.0, 3.0, 4.0));
/// ```
pub fn quartiles(values: &[f64]) -> Option<Quartiles> {
    let sorted = sorted(values)?;
    Some(Quartiles { lower: at(&sorted, 0.25)?, median: at(&sorted, 0.5)?, upper: at(&sorted, 0.75)? })
}

/// A sorted copy; `None` when a value is not finite.
pub(super) fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.iter().all(|x| x.is_finite()).then_some(sorted)
}

/// Type 7 in values already sorted.
pub(super) fn at(sorted: &[f64], fraction: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&fraction) {
        return None;
    }
    let position = sorted.len().checked_sub(1)? as f64 * fraction;
    let below = position.floor();
    let left = *sorted.get(below as usize)?;
    let right = *sorted.get(below as usize + 1).unwrap_or(&left);
    let value = left + (right - left) * (position - below);
    // Rounding may not carry it past its neighbour; a difference may be too large to hold.
    Some(value.min(right)).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_the_extremes() {
        let values = [5.0, 1.0, 9.0];
        assert_eq!((quantile(&values, 0.0), quantile(&values, 1.0)), (Some(1.0), Some(9.0)));
    }

    #[test]
    fn nothing_to_say_about_nothing() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[1.0, f64::INFINITY]), None);
        assert_eq!(quantile(&[1.0], 1.5), None);
        assert_eq!(median(&[7.0]), Some(7.0));
    }
}
