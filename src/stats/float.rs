//! The one place that does transcendental arithmetic, always through `libm`.
//!
//! A platform's own `exp` or `ln` may differ from another's in the last bit; these do not, so a native run and a
//! browser agree to the byte. (`sqrt`, `abs`, `floor` and the four operations are exact by IEEE 754 and need no wrap.)

/// e to the power `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` to the power `y`.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Sine and cosine of an angle in radians.
pub fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// Error function.
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// Complementary error function, `1 - erf(x)` without the cancellation.
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// Sine of an angle in radians.
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The angle in radians, from -π/2 to π/2, whose sine is `x`.
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
    pub fn add(&mut self, term: f64) {
        let total = self.total + term;
        self.lost +=
            if self.total.abs() >= term.abs() { (self.total - total) + term } else { (term - total) + self.total };
        self.total = total;
    }

    /// The sum so far; not finite if a term, or the sum, was not.
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
