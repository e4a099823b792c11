//! The distribution functions behind the intervals: normal, gamma (chi-squared, Poisson), beta (Student's t).
//!
//! Written from the Digital Library of Mathematical Functions (dlmf.nist.gov) and Loader (2000), good to about twelve
//! digits or better. A probability is always given with its [`Tail`], so a small one keeps its digits. Every quantile
//! is found by Newton's method on the logarithm of the tail: all these tails are log-concave in the variable stepped,
//! so the steps close in from one side and cannot run away.

use super::float::{Sum, erf, erfc, exp, ln};
use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// Smallest probability whose quantile is sought; below it the functions underflow.
const LEAST_PROBABILITY: f64 = 1e-300;
/// Enough for shapes up to about 10⁸ (the terms needed grow as the square root); beyond, there is no answer.
const MOST_TERMS: u32 = 100_000;
const MOST_STEPS: u32 = 100;

/// Which end of a distribution a probability belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// The probability of at most the value.
    Lower,
    /// The probability of more than the value.
    Upper,
}

impl Tail {
    fn other(self) -> Tail {
        match self {
            Tail::Lower => Tail::Upper,
            Tail::Upper => Tail::Lower,
        }
    }
}

/// A probability on whichever tail holds half or less of it; `None` unless strictly between 0 and 1.
fn smaller_tail(probability: f64, tail: Tail) -> Option<(f64, Tail)> {
    if !(LEAST_PROBABILITY..1.0).contains(&probability) {
        None
    } else if probability > 0.5 {
        Some((1.0 - probability, tail.other())) // exact: the two differ by less than a factor of two
    } else {
        Some((probability, tail))
    }
}

/// Standard normal distribution: the probability in one tail of `x`.
///
/// `erfc(∓x/√2)/2`, DLMF 7.2.2. `None` when `x` is not finite.
///
/// ```
/// use peerglass::stats::special::{Tail, normal};
/// assert_eq!(normal(0.0, Tail::Lower), Some(0.5));
/// ```
pub fn normal(x: f64, tail: Tail) -> Option<f64> {
    x.is_finite().then(|| match tail {
        Tail::Lower => normal_below(x),
        Tail::Upper => normal_below(-x),
    })
}

pub(super) fn normal_below(x: f64) -> f64 {
    0.5 * erfc(-x * FRAC_1_SQRT_2)
}

/// Quantile of the standard normal distribution: the x with `probability` in that tail.
///
/// Inverts [`normal`], in the middle through erf and outside through erfc. `None` unless the probability lies
/// strictly between 0 and 1.
///
/// ```
/// use peerglass::stats::special::{Tail, normal_quantile};
/// let z = normal_quantile(0.025, Tail::Upper).unwrap();
/// assert!((z - 1.959963984540054).abs() < 1e-15);
/// ```
pub fn normal_quantile(probability: f64, tail: Tail) -> Option<f64> {
    let (q, tail) = smaller_tail(probability, tail)?;
    let x = if q > 0.25 { normal_near_middle(0.5 - q) } else { normal_far_out(q) };
    Some(if tail == Tail::Upper { x } else { -x })
}

/// The x > 0 with `middle` between 0 and x.
fn normal_near_middle(middle: f64) -> f64 {
    let root_tau = (2.0 * PI).sqrt();
    let mut x = middle * root_tau;
    for _ in 0..MOST_STEPS {
        let step = (middle - 0.5 * erf(x * FRAC_1_SQRT_2)) * root_tau * exp(0.5 * x * x);
        x += step;
        if step.abs() <= 4.0 * f64::EPSILON * x {
            break;
        }
    }
    x
}

/// The x > 0 with `q` beyond it.
fn normal_far_out(q: f64) -> f64 {
    let mut x = (-2.0 * ln(2.0 * q)).sqrt();
    for _ in 0..MOST_STEPS {
        let beyond = normal_below(-x);
        let density = exp(-0.5 * x * x) / (2.0 * PI).sqrt();
        let step = (ln(beyond / q)) * beyond / density;
        x += step;
        if step.abs() <= 4.0 * f64::EPSILON * x {
            break;
        }
    }
    x
}

/// Regularised incomplete gamma function: the probability in one tail at `x` of the gamma distribution with `shape`
/// and scale 1.
///
/// By the series DLMF 8.7.1 below `shape + 1` and the even part of the continued fraction 8.9.2 above.
/// `None` unless shape is positive, x not negative and both finite; and for shapes beyond about 10⁸.
///
/// ```
/// use peerglass::stats::special::{Tail, gamma};
/// let p = gamma(1.0, 2.0, Tail::Upper).unwrap(); // e^-2
/// assert!((p - 0.135335283236612692).abs() < 1e-16);
/// ```
pub fn gamma(shape: f64, x: f64, tail: Tail) -> Option<f64> {
    if !(shape > 0.0 && x >= 0.0 && shape.is_finite() && x.is_finite()) {
        return None;
    }
    gamma_with_mass(shape, x, tail).map(|(probability, _)| probability)
}

/// The tail, and `xᵃe⁻ˣ/Γ(a+1)`, from which the density follows.
fn gamma_with_mass(shape: f64, x: f64, tail: Tail) -> Option<(f64, f64)> {
    if x == 0.0 {
        return Some((if tail == Tail::Lower { 0.0 } else { 1.0 }, 0.0));
    }
    let mass = poisson_mass(shape, x);
    let (direct, end) = if x < shape + 1.0 {
        (mass * gamma_series(shape, x)?, Tail::Lower)
    } else {
        (mass * shape * gamma_fraction(shape, x)?, Tail::Upper)
    };
    // Shapes next to nothing or beyond all use can still defeat the arithmetic.
    if !direct.is_finite() {
        return None;
    }
    let direct = direct.min(1.0);
    Some((if end == tail { direct } else { 1.0 - direct }, mass))
}

/// `1 + x/(a+1) + x²/((a+1)(a+2)) + …`
fn gamma_series(shape: f64, x: f64) -> Option<f64> {
    let (mut term, mut divisor, mut sum) = (1.0, shape, Sum::default());
    sum.add(term);
    for _ in 0..MOST_TERMS {
        divisor += 1.0;
        term *= x / divisor;
        sum.add(term);
        if term < sum.total() * 1e-17 {
            return Some(sum.total());
        }
    }
    None
}

/// `1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …)))`
fn gamma_fraction(shape: f64, x: f64) -> Option<f64> {
    let term = |n: u32| {
        let n = f64::from(n);
        (n * (shape - n), x + 2.0 * n + 1.0 - shape)
    };
    continued_fraction(x + 1.0 - shape, term).map(|value| 1.0 / value)
}

/// `b₀ + a₁/(b₁ + a₂/(b₂ + …))` with (aₙ, bₙ) = `term(n)`, by Lentz's method as modified by Thompson and Barnett (1986).
fn continued_fraction(first: f64, term: impl Fn(u32) -> (f64, f64)) -> Option<f64> {
    const TINY: f64 = 1e-300;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut value = away_from_zero(first);
    let (mut c, mut d) = (value, 0.0);
    for n in 1..=MOST_TERMS {
        let (a, b) = term(n);
        d = 1.0 / away_from_zero(b + a * d);
        c = away_from_zero(b + a / c);
        value *= c * d;
        if (c * d - 1.0).abs() < 2.0 * f64::EPSILON {
            return Some(value);
        }
    }
    None
}

/// Quantile of the gamma distribution with `shape` and scale 1: the x with `probability` in that tail.
///
/// Inverts [`gamma`] from the start of Wilson and Hilferty (1931). Zero when the answer is too small to hold. `None`
/// where [`gamma`] is `None`, and unless the probability lies strictly between 0 and 1.
///
/// ```
/// use peerglass::stats::special::{Tail, gamma_quantile};
/// let x = gamma_quantile(1.0, 0.05, Tail::Upper).unwrap(); // ln 20
/// assert!((x - 2.995732273553991).abs() < 1e-14);
/// ```
pub fn gamma_quantile(shape: f64, probability: f64, tail: Tail) -> Option<f64> {
    if !(shape > 0.0 && shape.is_finite()) {
        return None;
    }
    let (goal, tail) = smaller_tail(probability, tail)?;
    let mut x = gamma_quantile_start(shape, goal, tail)?;
    for _ in 0..MOST_STEPS {
        if x == 0.0 {
            return Some(0.0);
        }
        if !x.is_finite() {
            return None;
        }
        let (found, mass) = gamma_with_mass(shape, x, tail)?;
        let step = ln(found / goal) * found / (mass * shape);
        let step = if tail == Tail::Lower { -step } else { step };
        x *= exp(step);
        if step.abs() <= 4.0 * f64::EPSILON {
            break;
        }
    }
    Some(x).filter(|x| x.is_finite())
}

/// The x > 0 with `q` beyond it, to three digits: Hastings (1955) sheet 67, as Abramowitz and Stegun 26.2.23. Enough to
/// start from, and far smaller than the exact one.
fn near_normal_quantile(q: f64) -> f64 {
    let t = (-2.0 * ln(q)).sqrt();
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}

fn gamma_quantile_start(shape: f64, goal: f64, tail: Tail) -> Option<f64> {
    let ninth = 1.0 / (9.0 * shape);
    let z = near_normal_quantile(goal);
    let root = 1.0 - ninth + if tail == Tail::Upper { z } else { -z } * ninth.sqrt();
    Some(match tail {
        _ if shape >= 1.0 && root > 0.1 => shape * root * root * root,
        Tail::Lower => exp((ln(goal) + ln_gamma_plus_one(shape)) / shape), // P ≤ xᵃ/Γ(a+1)
        Tail::Upper => -ln(goal),                                          // Q ≤ e⁻ˣ for shapes up to 1
    })
}

/// Quantile of the chi-squared distribution: twice the gamma quantile of half the degrees of freedom.
///
/// DLMF 8.23. The degrees of freedom may be fractional. `None` where [`gamma_quantile`] is `None`.
///
/// ```
/// use peerglass::stats::special::{Tail, chi_squared_quantile};
/// let x = chi_squared_quantile(1.0, 0.002, Tail::Upper).unwrap();
/// assert!((x - 9.549535706083).abs() < 1e-11);
/// ```
pub fn chi_squared_quantile(freedom: f64, probability: f64, tail: Tail) -> Option<f64> {
    gamma_quantile(freedom / 2.0, probability, tail).map(|x| 2.0 * x)
}

/// Regularised incomplete beta function: the probability of at most `x` under the beta distribution.
///
/// By the continued fraction DLMF 8.17.22, on whichever side it converges. `None` unless both shapes are positive and
/// finite and x lies from 0 to 1.
///
/// ```
/// use peerglass::stats::special::beta;
/// assert!((beta(2.0, 1.0, 0.3).unwrap() - 0.09).abs() < 1e-16); // x²
/// ```
pub fn beta(a: f64, b: f64, x: f64) -> Option<f64> {
    let valid = a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite() && (0.0..=1.0).contains(&x);
    if !valid {
        return None;
    }
    beta_with_density(a, b, x, 1.0 - x).map(|(probability, _)| probability)
}

/// The probability of at most `x`, and `xᵃyᵇ/B(a,b)`; `y` is `1 - x`, given apart so that a small one keeps its digits.
fn beta_with_density(a: f64, b: f64, x: f64, y: f64) -> Option<(f64, f64)> {
    if x == 0.0 || y == 0.0 {
        return Some((if x == 0.0 { 0.0 } else { 1.0 }, 0.0));
    }
    let n = a + b;
    let density = binomial_mass(a, b, x, y) * a * b / n;
    let below = if x <= (a + 1.0) / (n + 2.0) {
        density / (a * beta_fraction(a, b, x)?)
    } else {
        1.0 - density / (b * beta_fraction(b, a, y)?)
    };
    // Shapes next to nothing or beyond all use can still defeat the arithmetic.
    (below.is_finite() && density.is_finite()).then(|| (below.clamp(0.0, 1.0), density))
}

/// `1 + d₁/(1 + d₂/(1 + …))` with the coefficients of DLMF 8.17.23.
fn beta_fraction(a: f64, b: f64, x: f64) -> Option<f64> {
    continued_fraction(1.0, |n| {
        let m = f64::from(n / 2);
        let odd = n % 2 == 1;
        let top = if odd { -(a + m) * (a + b + m) } else { m * (b - m) };
        let end = if odd { a + 2.0 * m + 1.0 } else { a + 2.0 * m - 1.0 };
        (top * x / ((a + 2.0 * m) * end), 1.0)
    })
}

/// Quantile of Student's t distribution: the t > 0 with `upper_tail` beyond it.
///
/// "Student" (1908); both tails together are the incomplete beta function of ν/2 and 1/2 at `ν/(ν+t²)`
/// (Abramowitz and Stegun 26.7.1). The degrees of freedom may be fractional. `None` unless they are positive and
/// the tail strictly between 0 and one half.
///
/// ```
/// use peerglass::stats::special::student_t_quantile;
/// assert!((student_t_quantile(3.0, 0.025).unwrap() - 3.182446305283710).abs() < 1e-14);
/// ```
pub fn student_t_quantile(freedom: f64, upper_tail: f64) -> Option<f64> {
    if !(freedom > 0.0 && freedom.is_finite() && upper_tail < 0.5) {
        return None;
    }
    let goal = 2.0 * upper_tail;
    let mut t = normal_quantile(upper_tail, Tail::Upper)?; // t lies beyond it
    for _ in 0..MOST_STEPS {
        if !t.is_finite() {
            return None;
        }
        let scale = freedom + t * t;
        let (outside, density) = beta_with_density(0.5 * freedom, 0.5, freedom / scale, t * t / scale)?;
        let step = ln(outside / goal) * outside / (2.0 * density);
        t *= exp(step);
        if step.abs() <= 4.0 * f64::EPSILON {
            break;
        }
    }
    Some(t).filter(|t| t.is_finite())
}

/// `mᵃe⁻ᵐ/Γ(a+1)`, the Poisson probability of `a` events (whole or not) at a mean of `m`.
///
/// Loader (2000), "Fast and accurate computation of binomial probabilities": no large logarithms are subtracted.
fn poisson_mass(a: f64, m: f64) -> f64 {
    exp(-stirling_error(a) - deviance(a, m)) / (2.0 * PI * a).sqrt()
}

/// `Γ(a+b+1)/(Γ(a+1)Γ(b+1)) xᵃyᵇ`, the binomial probability of `a` successes to `b` failures. Loader (2000).
fn binomial_mass(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    let error = stirling_error(n) - stirling_error(a) - stirling_error(b);
    exp(error - deviance(a, n * x) - deviance(b, n * y)) * (n / (2.0 * PI * a * b)).sqrt()
}

/// How far `ln Γ(a+1)` exceeds Stirling's formula: DLMF 5.11.1 from 16 on, and down to there by DLMF 5.5.1.
fn stirling_error(mut a: f64) -> f64 {
    let mut stepped = Sum::default();
    while a < 16.0 {
        stepped.add(stirling_step(a));
        a += 1.0;
    }
    let w = 1.0 / (a * a);
    let series = (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w / 1188.0)))) / a;
    stepped.total() + series
}

/// `(a + ½) ln((a + 1)/a) - 1`, by its series `v²/3 + v⁴/5 + …`, `v = 1/(2a + 1)`, where the logarithm would lose digits.
fn stirling_step(a: f64) -> f64 {
    if a < 1.0 {
        return (a + 0.5) * ln((a + 1.0) / a) - 1.0;
    }
    let square = 1.0 / ((2.0 * a + 1.0) * (2.0 * a + 1.0)); // a ninth at most: eighteen terms do
    let (mut sum, mut odd) = (0.0, 37.0);
    while odd > 1.0 {
        sum = (sum + 1.0 / odd) * square;
        odd -= 2.0;
    }
    sum
}

/// `ln Γ(a+1)`.
fn ln_gamma_plus_one(a: f64) -> f64 {
    stirling_error(a) + (a + 0.5) * ln(a) - a + 0.5 * ln(2.0 * PI)
}

/// `a ln(a/m) + m - a`, by its series when the two are close. Loader (2000).
fn deviance(a: f64, m: f64) -> f64 {
    let difference = a - m;
    if difference.abs() >= 0.1 * (a + m) {
        return a * ln(a / m) - difference;
    }
    let v = difference / (a + m);
    let (mut term, mut sum, mut odd) = (2.0 * a * v, difference * v, 1.0);
    loop {
        term *= v * v; // at most a hundredth each time: a dozen terms do
        odd += 2.0;
        let next = sum + term / odd;
        if next == sum || odd > 99.0 {
            return sum;
        }
        sum = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, expected: f64, relative: f64) {
        let found = found.expect("a number");
        assert!((found - expected).abs() <= relative * expected.abs(), "found {found:e}, expected {expected:e}");
    }

    #[test]
    fn the_constants_of_the_two_levels_are_the_quantiles() {
        close(normal_quantile(0.025, Tail::Upper), crate::stats::Level::P95.z(), 1e-15);
        close(normal_quantile(0.001, Tail::Upper), crate::stats::Level::P998.z(), 1e-15);
    }

    // Forty-digit values computed with mpmath 1.3.0.
    #[test]
    fn quantiles_agree_with_forty_digits() {
        close(normal(-8.0, Tail::Lower), 6.220960574271784e-16, 1e-14);
        close(normal(-3.0, Tail::Lower), 0.0013498980316300946, 2e-15);
        close(normal_quantile(1e-200, Tail::Upper), 30.20559417957964, 2e-15);
        close(normal_quantile(1e-20, Tail::Upper), 9.262340089798407, 2e-15);
        close(normal_quantile(0.0005, Tail::Upper), 3.290526731491895, 2e-15);
        close(normal_quantile(0.2, Tail::Upper), 0.8416212335729142, 2e-15);
        close(normal_quantile(0.3, Tail::Upper), 0.5244005127080408, 2e-15);
        close(normal_quantile(0.4999, Tail::Upper), 0.00025066283008800747, 2e-15);
        close(gamma_quantile(0.001, 0.4, Tail::Lower), 0.0, 1e-13);
        close(gamma_quantile(0.5, 0.001, Tail::Lower), 7.85398574631245e-07, 1e-13);
        close(gamma_quantile(3.0, 0.025, Tail::Lower), 0.6186721228956013, 1e-13);
        close(gamma_quantile(9.5, 0.001, Tail::Lower), 2.7034080088008987, 1e-13);
        close(gamma_quantile(0.3, 0.025, Tail::Upper), 1.900263642838826, 1e-13);
        close(gamma_quantile(1.5, 0.001, Tail::Upper), 8.133118098119066, 1e-13);
        close(gamma_quantile(10.5, 1e-10, Tail::Upper), 45.60144917121137, 1e-13);
        close(gamma_quantile(250.0, 0.025, Tail::Lower), 219.9679956309373, 1e-13);
        close(gamma_quantile(5000.0, 0.001, Tail::Upper), 5221.365282705089, 1e-13);
        close(gamma_quantile(1000000.0, 0.025, Tail::Upper), 1001960.9109654503, 1e-13);
        close(student_t_quantile(1.0, 0.001), 318.30883898555044, 1e-13);
        close(student_t_quantile(2.0, 0.025), 4.302652729749464, 1e-13);
        close(student_t_quantile(7.5, 0.05), 1.8757474792112885, 1e-13);
        close(student_t_quantile(26.0, 0.001), 3.434997181563116, 1e-13);
        close(student_t_quantile(199.0, 0.025), 1.9719565442517537, 1e-13);
        close(student_t_quantile(100000.0, 0.001), 3.0903138094272378, 1e-13);
        close(beta(0.5, 0.5, 0.1), 0.20483276469913345, 1e-12);
        close(beta(3.0, 20.0, 0.7), 0.9999999958890812, 1e-12);
        close(beta(40.0, 2.5, 0.93), 0.3147693136327461, 1e-12);
        close(beta(50000.0, 30000.0, 0.62), 0.001768856197816403, 1e-12);
    }

    #[test]
    fn what_has_no_answer_has_none() {
        assert_eq!(normal_quantile(0.0, Tail::Lower), None);
        assert_eq!(normal_quantile(f64::NAN, Tail::Lower), None);
        assert_eq!(gamma(-1.0, 1.0, Tail::Lower), None);
        assert_eq!(gamma(1.0, f64::INFINITY, Tail::Lower), None);
        assert_eq!(gamma_quantile(1e12, 0.025, Tail::Lower), None);
        assert_eq!(beta(1.0, 0.0, 0.5), None);
        assert_eq!(student_t_quantile(0.0, 0.025), None);
        assert_eq!(student_t_quantile(5.0, 0.5), None);
    }
}
