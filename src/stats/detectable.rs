//! How small a steady change figures like these can show, and how long that takes.
//!
//! Power of a straight line through equally uncertain yearly figures: with `k` of them, each with standard error `σ`, the
//! slope has variance `σ²/(k(k²-1)/12)`, and a true slope is found by a two-sided test four times in five when it is
//! `z(level) + z(0.8)` of its standard errors (Cohen 1988, *Statistical Power Analysis*; the chance of finding it on the
//! wrong side, below one in a hundred thousand at these levels, is left out).

use super::{Level, Rejection};

/// The standard normal's 80 % point: a change that is there shows four times in five.
const POWER: f64 = 0.841_621_233_572_914_3;
/// The fewest and the most figures that are thought of.
const FEWEST: u32 = 3;
const MOST: u32 = 100;

/// The standard error of a figure, from its interval's width: `(upper - lower)/2z`.
///
/// ```
/// use peerglass::stats::{Interval, Level, Method, standard_error};
/// let interval = Interval::new(8.04, 11.96, Level::P95, Method::Published).unwrap();
/// assert_eq!(format!("{:.3}", standard_error(&interval)), "1.000");
/// ```
pub fn standard_error(interval: &super::Interval) -> f64 {
    (interval.upper - interval.lower) / (2.0 * interval.level.z())
}

/// The least steady change a year that `figures` yearly figures would show four times in five.
///
/// `(z(level) + 0.8416)·σ/√(k(k²-1)/12)`, in the unit of the figure. Refused: a standard error that is not above zero,
/// fewer than 3 figures.
///
/// ```
/// use peerglass::stats::{Level, detectable_slope};
/// // Five figures of standard error 1: (1.95996 + 0.84162)/√10.
/// assert_eq!(format!("{:.4}", detectable_slope(1.0, 5, Level::P95).unwrap()), "0.8859");
/// ```
pub fn detectable_slope(standard_error: f64, figures: u32, level: Level) -> Result<f64, Rejection> {
    if !(standard_error > 0.0 && standard_error.is_finite()) {
        return Err(Rejection::StandardErrorNotUsable);
    }
    if figures < FEWEST {
        return Err(Rejection::TooFewValues);
    }
    let k = f64::from(figures);
    Ok((level.z() + POWER) * standard_error / (k * (k * k - 1.0) / 12.0).sqrt())
}

/// How many yearly figures, the first of them the baseline, it takes until a steady change a year would show four times
/// in five; `None` when a hundred do not.
///
/// The fewest `k` from 3 on for which [`detectable_slope`] is no greater than the change.
///
/// ```
/// use peerglass::stats::{Level, figures_to_show};
/// // 0.5 a year with a standard error of 1 needs k(k²-1)/12 of at least (2.80159/0.5)² = 31.4: eight figures (42).
/// assert_eq!(figures_to_show(0.5, 1.0, Level::P95).unwrap(), Some(8));
/// ```
pub fn figures_to_show(change: f64, standard_error: f64, level: Level) -> Result<Option<u32>, Rejection> {
    if !(change.is_finite() && change != 0.0) {
        return Err(Rejection::NotCalculable);
    }
    for figures in FEWEST..=MOST {
        if detectable_slope(standard_error, figures, level)? <= change.abs() {
            return Ok(Some(figures));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::special::{Tail, normal_quantile};

    #[test]
    fn power_is_four_in_five() {
        assert!((normal_quantile(0.2, Tail::Upper).unwrap() - POWER).abs() < 1e-15);
    }

    #[test]
    fn what_cannot_be_worked_out_is_refused() {
        assert_eq!(detectable_slope(0.0, 5, Level::P95), Err(Rejection::StandardErrorNotUsable));
        assert_eq!(detectable_slope(f64::NAN, 5, Level::P95), Err(Rejection::StandardErrorNotUsable));
        assert_eq!(detectable_slope(1.0, 2, Level::P95), Err(Rejection::TooFewValues));
        assert_eq!(figures_to_show(0.0, 1.0, Level::P95), Err(Rejection::NotCalculable));
        assert_eq!(figures_to_show(1e-9, 1.0, Level::P95), Ok(None));
    }

    #[test]
    fn more_figures_show_less_and_a_stricter_test_asks_more() {
        for figures in 3..50 {
            let of = |figures, level| detectable_slope(0.7, figures, level).unwrap();
            assert!(of(figures + 1, Level::P95) < of(figures, Level::P95));
            assert!(of(figures, Level::P998) > of(figures, Level::P95));
        }
    }

    /// A quarter of a million lines through figures that rise by just that much: four in five are found.
    #[test]
    fn simulated_power_is_what_is_promised() {
        let slope = detectable_slope(1.0, 5, Level::P998).unwrap();
        let mut state = 20_261_121_u64;
        let mut uniform = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
        };
        let runs = 250_000;
        let mut found = 0;
        for _ in 0..runs {
            let fitted: f64 = (0..5)
                .map(|year| {
                    let time = f64::from(year) - 2.0;
                    time * (slope * time + normal_quantile(uniform(), Tail::Lower).unwrap()) / 10.0
                })
                .sum();
            found += u32::from(fitted.abs() * 10_f64.sqrt() > Level::P998.z());
        }
        let share = f64::from(found) / f64::from(runs);
        assert!((share - 0.8).abs() < 0.004, "{share}"); // five standard errors of the simulation
    }
}
