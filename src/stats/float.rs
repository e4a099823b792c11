//! The one place that does transcendental arithmetic, always through `libm`.
//!
//! A platform's own `exp` or `ln` may differ from another's in the last bit; these do not, so a native run and a
//! browser agree to the byte. (`sqrt`, `abs`, `floor` and the four operations are exact by IEEE 754 and need no wrap.)

/// e to the power `x`.
///
/// ```
/// // The last bit is not the nearest one, but it is the same everywhere.
/// assert!((peerglass::stats::float::exp(1.0) - core::f64::consts::E).abs() < 1e-15);
/// ```
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
///
/// ```
/// assert_eq!(peerglass::stats::float::ln(10.0), core::f64::consts::LN_10);
/// ```
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` to the power `y`.
///
/// ```
/// assert_eq!(peerglass::stats::float::pow(2.0, 0.5), core::f64::consts::SQRT_2);
/// ```
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Sine and cosine of an angle in radians.
///
/// ```
/// assert_eq!(peerglass::stats::float::sin_cos(0.0), (0.0, 1.0));
/// ```
pub fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// Error function.
///
/// ```
/// // DLMF 7.2.1; half of all that is normal lies within 0.6745 deviations, 0.4769 times the root of two.
/// assert!((peerglass::stats::float::erf(0.476_936_276_204_469_9) - 0.5).abs() < 1e-15);
/// ```
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// Complementary error function, `1 - erf(x)` without the cancellation.
///
/// ```
/// // Where 1 - erf(x) has no digit left: Abramowitz and Stegun, table 7.3.
/// assert_eq!(format!("{:.6e}", peerglass::stats::float::erfc(10.0)), "2.088488e-45");
/// ```
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// Sine of an angle in radians.
///
/// ```
/// assert_eq!(peerglass::stats::float::sin(core::f64::consts::FRAC_PI_2), 1.0);
/// ```
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The angle in radians, from -π/2 to π/2, whose sine is `x`.
///
/// ```
/// assert_eq!(peerglass::stats::float::asin(1.0), core::f64::consts::FRAC_PI_2);
/// ```
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// A running sum that keeps what ordinary addition loses.
///
/// Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen".
///
/// ```
/// use peerglass::stats::float::Sum;
/// let kept: Sum = [1e16, 1.0, -1e16].into_iter().collect();
/// assert_eq!(kept.total(), 1.0); // plain addition gives 0
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    /// Adds one term.
    ///
    /// ```
    /// use peerglass::stats::float::Sum;
    /// let mut sum = Sum::default();
    /// (0..10).for_each(|_| sum.add(0.1));
    /// assert_eq!(sum.total(), 1.0); // plain addition gives 0.9999999999999999
    /// ```
    pub fn add(&mut self, term: f64) {
        let total = self.total + term;
        self.lost +=
            if self.total.abs() >= term.abs() { (self.total - total) + term } else { (term - total) + self.total };
        self.total = total;
    }

    /// The sum so far; not finite if a term, or the sum, was not.
    ///
    /// ```
    /// assert_eq!(peerglass::stats::float::Sum::default().total(), 0.0);
    /// ```
    pub fn total(self) -> f64 {
        self.total + self.lost
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Sum::default();
        for term in terms {
            sum.add(term);
        }
        sum
    }
}

/// The sum of terms whose order says nothing: the same bits whatever the order they come in.
///
/// Sorted, then added as [`Sum`] adds.
///
/// ```
/// use peerglass::stats::float::sum_of;
/// assert_eq!(sum_of([0.1, 1e9, 0.2]), sum_of([0.2, 0.1, 1e9]));
/// ```
pub fn sum_of(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = terms.into_iter().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.into_iter().collect::<Sum>().total()
}
