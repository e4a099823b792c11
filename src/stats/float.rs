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

/// Error function.
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// Complementary error function, `1 - erf(x)` without the cancellation, to fourteen digits or better.
///
/// `t exp(g(t) - x²)` with `t = 2/(2 + x)` for x ≥ 0, where g is the sum of the Chebyshev series below in `2t - 1`
/// (Schonfelder 1978 has the method; the coefficients are from mpmath 1.3.0, the first rounded so that `erfc(0)` is 1),
/// and `2 - erfc(-x)` below zero. A quarter of the size of `libm`'s, which has a formula for each of four spans.
pub fn erfc(x: f64) -> f64 {
    const SERIES: [f64; 28] = [
        -1.3026537197817092,
        0.6419697923564902,
        0.019476473204185836,
        -0.009561514786808632,
        -0.0009465953444820368,
        0.00036683949785276145,
        4.2523324806907776e-05,
        -2.027857811253425e-05,
        -1.6242900046470207e-06,
        1.3036558355805188e-06,
        1.562644172207037e-08,
        -8.523809591493047e-08,
        6.529054439102472e-09,
        5.059343495548183e-09,
        -9.91364156490099e-10,
        -2.2736512229574948e-10,
        9.646791102233921e-11,
        2.394038081248956e-12,
        -6.886027525110881e-12,
        8.944879263334013e-13,
        3.1309214049367887e-13,
        -1.1270822375373606e-13,
        3.810902455039784e-16,
        7.106098312185193e-15,
        -1.5230293148083846e-15,
        -9.457342361969772e-17,
        1.2102179633567605e-16,
        -2.816431821588822e-17,
    ];
    let t = 2.0 / (2.0 + x.abs());
    let twice = 4.0 * t - 2.0;
    let (mut sum, mut before, mut last) = (0.0, 0.0, 0.0);
    // Clenshaw's sum, from the last coefficient to the first.
    for &coefficient in SERIES.iter().rev() {
        last = before;
        before = sum;
        sum = twice * before - last + coefficient;
    }
    let tail = t * exp(0.5 * (sum - last) - x * x);
    if x < 0.0 { 2.0 - tail } else { tail }
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
