//! Sums and means of values.

use super::float::Sum;
use super::special::student_t_quantile;
use super::{Interval, Level, Method, Rejection};

/// A mean and what its interval needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// How many values.
    pub count: usize,
    /// Their sum.
    pub sum: f64,
    /// Their mean.
    pub value: f64,
    /// Their sample standard deviation (divisor n - 1); `None` for a single value.
    pub deviation: Option<f64>,
}

/// The sum of values, without the drift of ordinary addition; zero for none, `None` when it is not finite.
///
/// Neumaier (1974). Grouped counts are added with this before any interval is made.
///
/// ```
/// assert_eq!(peerglass::stats::sum(&[12.0, 30.0]), Some(42.0));
/// ```
pub fn sum(values: &[f64]) -> Option<f64> {
    Some(values.iter().copied().collect::<Sum>().total()).filter(|total| total.is_finite())
}

/// Mean and sample standard deviation of values.
///
/// `Σx/n` and `√(Σ(x-x̄)²/(n-1))`, summed about the middle value so that large values with small differences keep
/// their digits. The order of the values changes nothing, not even the last bit. Equal values have a deviation of
/// exactly zero; one value has none; no values are refused.
///
/// ```
/// let m = peerglass::stats::mean(&[30.0, 40.0, 50.0, 60.0]).unwrap();
/// assert_eq!((m.value, format!("{:.3}", m.deviation.unwrap())), (45.0, "12.910".into()));
/// ```
pub fn mean(values: &[f64]) -> Result<Mean, Rejection> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let count = sorted.len();
    let middle = *sorted.get(count / 2).ok_or(Rejection::TooFewValues)?;
    let n = count as f64;

    let offset = sorted.iter().map(|x| x - middle).collect::<Sum>().total() / n;
    let value = middle + offset;
    let deviation = (count > 1).then(|| {
        let squares = sorted.iter().map(|x| (x - middle) - offset).map(|d| d * d).collect::<Sum>();
        (squares.total() / (n - 1.0)).sqrt()
    });
    let sum = sum(&sorted).ok_or(Rejection::NotCalculable)?;

    if value.is_finite() && deviation.is_none_or(f64::is_finite) {
        Ok(Mean { count, sum, value, deviation })
    } else {
        Err(Rejection::NotCalculable)
    }
}

/// Student's t interval for a mean: `x̄ ± t(n-1) s/√n`.
///
/// "Student" (1908). Assumes values that vary about normally. A single value has no interval: refused. Equal values
/// have an interval of no width.
///
/// ```
/// use peerglass::stats::{Level, mean, mean_interval};
/// let i = mean_interval(&mean(&[30.0, 40.0, 50.0, 60.0])?, Level::P95)?;
/// assert_eq!((format!("{:.2}", i.lower), format!("{:.2}", i.upper)), ("24.46".into(), "65.54".into()));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn mean_interval(mean: &Mean, level: Level) -> Result<Interval, Rejection> {
    let deviation = mean.deviation.ok_or(Rejection::TooFewValues)?;
    let n = mean.count as f64;
    let t = student_t_quantile(n - 1.0, level.tail()).ok_or(Rejection::NotCalculable)?;
    let reach = t * deviation / n.sqrt();
    Interval::new(mean.value - reach, mean.value + reach, level, Method::StudentT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_values_keep_their_small_differences() {
        let m = mean(&[1e9 + 0.5, 1e9 + 1.0, 1e9 + 1.5]).unwrap();
        assert_eq!((m.value, m.deviation), (1e9 + 1.0, Some(0.5)));
    }

    #[test]
    fn nothing_and_the_unbounded_are_refused() {
        assert_eq!(mean(&[]), Err(Rejection::TooFewValues));
        assert_eq!(mean(&[1.0, f64::NAN]), Err(Rejection::NotCalculable));
        assert_eq!(mean(&[f64::MAX, -f64::MAX, f64::MAX]), Err(Rejection::NotCalculable));
    }
}
