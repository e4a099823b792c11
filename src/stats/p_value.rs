//! How rarely chance alone would put a figure so far from a benchmark: the p-values of the tests that intervals make.
//!
//! Each inverts one interval: it is below 0.05 where the 95 % interval leaves the benchmark out, below 0.002 where the
//! 99.8 % interval does. So a list of them says of each area what its comparison says, and how narrowly.

use super::float::pow;
use super::special::{Tail, gamma, normal};
use super::{Estimate, Method, Rejection, proportion, rate, rate_method};

/// Two-sided, from a distance in standard errors.
fn two_sided(z: f64) -> Result<f64, Rejection> {
    normal(z, Tail::Upper).map(|above| (2.0 * above).min(1.0)).ok_or(Rejection::NotCalculable)
}

/// The p-value of a figure against a value, from nothing but its interval.
///
/// The distance to the value over the distance to the limit on the value's side, in the standard errors of that limit,
/// against the normal distribution: for limits that were published, and need not lie even about the figure. Exact at the
/// interval's own level; further out as good as the normal shape of that side. The figure itself gives 1. Refused: a
/// figure outside its interval, and a limit that leaves no room on the value's side.
///
/// ```
/// use peerglass::stats::{Estimate, Interval, Level, Method, interval_p_value};
/// let limits = Interval::new(38.0, 42.0, Level::P95, Method::Published)?;
/// let p = |value: f64| format!("{:.4}", interval_p_value(&Estimate { value: 40.0, interval: limits }, value).unwrap());
/// // By hand: 2 is one 1.96 of standard errors, 3 is 2.94 of them, which leaves 0.0033 outside.
/// assert_eq!([p(38.0), p(43.0), p(40.0)], ["0.0500", "0.0033", "1.0000"]);
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn interval_p_value(figure: &Estimate, value: f64) -> Result<f64, Rejection> {
    let Estimate { value: at, interval } = *figure;
    if !interval.contains(at) {
        return Err(Rejection::ValueOutsideInterval);
    }
    let reach = if at > value { at - interval.lower } else { interval.upper - at };
    if reach <= 0.0 {
        return Err(Rejection::StandardErrorNotUsable);
    }
    two_sided((at - value).abs() / reach * interval.level.z())
}

/// The p-value of a proportion against a share from 0 to 1, by the score test whose interval is [`wilson`](super::wilson).
///
/// `z = |count/n - share| / √(share (1 - share)/n)`, Wilson (1927). Against a share of none (or of all) it is 0, but where
/// none (or all) were counted, 1. Refuses what [`proportion`] refuses, and a share outside 0 to 1.
///
/// ```
/// use peerglass::stats::proportion_p_value;
/// // By hand: 65 of 100 against 0.55 is 0.1/√(0.55 · 0.45/100) = 2.0101 standard errors.
/// assert_eq!(format!("{:.4}", proportion_p_value(65.0, 100.0, 0.55).unwrap()), "0.0444");
/// ```
pub fn proportion_p_value(count: f64, denominator: f64, share: f64) -> Result<f64, Rejection> {
    let found = proportion(count, denominator)?;
    if !(0.0..=1.0).contains(&share) {
        return Err(Rejection::ProportionOutOfRange);
    }
    if found == share {
        return Ok(1.0);
    }
    let error = (share * (1.0 - share) / denominator).sqrt();
    if error == 0.0 { Ok(0.0) } else { two_sided((found - share).abs() / error) }
}

/// The p-value of a rate against another that is taken as known, by the test whose interval is
/// [`rate_interval`](super::rate_interval).
///
/// With `e = against · exposure` events expected: below ten events twice the smaller tail of the Poisson distribution, at
/// most 1 (`P(O; e)` or `Q(O + 1; e)` of the gamma function; Armitage and Berry 2002); from ten, Byar's limits solved for
/// z: `3√O (1 - 1/9O - ∛(e/O))`, with O + 1 and the other sign on the upper side (Breslow and Day 1987), and 1 between
/// where neither limit of any confidence reaches. None expected: 0, but of no event 1. Refuses what [`rate`] refuses, and
/// a rate below zero to compare with.
///
/// ```
/// use peerglass::stats::rate_p_value;
/// // By hand: P(X ≥ 4) with 1 expected is 1 - e⁻¹(1 + 1 + 1/2 + 1/6) = 0.0190, and twice that 0.0380.
/// assert_eq!(format!("{:.4}", rate_p_value(4.0, 1.0, 1.0).unwrap()), "0.0380");
/// ```
pub fn rate_p_value(count: f64, exposure: f64, against: f64) -> Result<f64, Rejection> {
    rate(count, exposure)?;
    let expected = against * exposure;
    if !(expected >= 0.0 && expected.is_finite()) {
        return Err(Rejection::NotCalculable);
    }
    if expected == 0.0 {
        return Ok(if count == 0.0 { 1.0 } else { 0.0 });
    }
    if rate_method(count) == Method::Byar {
        let z = |o: f64, sign: f64| sign * 3.0 * o.sqrt() * (1.0 - 1.0 / (9.0 * o) - pow(expected / o, 1.0 / 3.0));
        return two_sided(z(count, 1.0).max(z(count + 1.0, -1.0)).max(0.0));
    }
    let so_many = if count == 0.0 { Some(1.0) } else { gamma(count, expected, Tail::Lower) };
    let so_few = gamma(count + 1.0, expected, Tail::Upper);
    let (so_many, so_few) = so_many.zip(so_few).ok_or(Rejection::NotCalculable)?;
    Ok((2.0 * so_many.min(so_few)).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Interval, Level, against_value, rate_interval, wilson};
    use proptest::prelude::*;

    #[test]
    fn the_ends_of_the_scale_are_certain() {
        assert_eq!((proportion_p_value(0.0, 9.0, 0.0), proportion_p_value(1.0, 9.0, 0.0)), (Ok(1.0), Ok(0.0)));
        assert_eq!((proportion_p_value(9.0, 9.0, 1.0), proportion_p_value(8.0, 9.0, 1.0)), (Ok(1.0), Ok(0.0)));
        assert_eq!((rate_p_value(0.0, 9.0, 0.0), rate_p_value(1.0, 9.0, 0.0)), (Ok(1.0), Ok(0.0)));
        assert_eq!(proportion_p_value(1.0, 9.0, 1.2), Err(Rejection::ProportionOutOfRange));
        assert_eq!(rate_p_value(1.0, 9.0, -1.0), Err(Rejection::NotCalculable));
        assert_eq!(rate_p_value(1.0, 0.0, 1.0), Err(Rejection::DenominatorNotPositive));
        assert_eq!(proportion_p_value(1.0, 9.0, f64::NAN), Err(Rejection::ProportionOutOfRange));
    }

    #[test]
    fn an_interval_that_says_nothing_has_no_p_value() {
        let limits = |lower, upper| Interval::new(lower, upper, Level::P95, Method::Published).unwrap();
        let p = |lower, upper| interval_p_value(&Estimate { value: 5.0, interval: limits(lower, upper) }, 4.0);
        assert_eq!(p(6.0, 7.0), Err(Rejection::ValueOutsideInterval));
        assert_eq!(p(5.0, 7.0), Err(Rejection::StandardErrorNotUsable));
        assert!(p(4.0, 5.0).unwrap() < 0.050_000_1);
    }

    /// Whether an interval leaves a value out is whether the p-value is below the level's; at the limit itself rounding
    /// decides, so a hair's breadth there is let pass.
    fn agrees(interval: &Interval, value: f64, p: f64) -> bool {
        let allowed = 1.0 - interval.level.confidence();
        let is_out = against_value(interval, value) != Some(crate::stats::Significance::NotDifferent);
        is_out == (p < allowed) || (p / allowed - 1.0).abs() < 1e-9
    }

    proptest! {
        #[test]
        fn p_values_say_what_intervals_say(
            count in 0_u32..400, more in 0_u32..4000, share in 0.001..0.999_f64, ratio in 0.05..4.0_f64, wide in any::<bool>(),
        ) {
            let level = if wide { Level::P998 } else { Level::P95 };
            let (count, of) = (f64::from(count), f64::from(count + more + 1));
            let interval = wilson(count, of, level).unwrap();
            prop_assert!(agrees(&interval, share, proportion_p_value(count, of, share).unwrap()));
            let against = ratio * (count + 1.0) / of;
            let interval = rate_interval(count, of, level).unwrap();
            prop_assert!(agrees(&interval, against, rate_p_value(count, of, against).unwrap()));
            let figure = Estimate { value: count / of, interval };
            let p = interval_p_value(&figure, against);
            prop_assert!(count == 0.0 || agrees(&interval, against, p.unwrap()));
        }
    }
}
