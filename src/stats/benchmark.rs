//! Comparing a figure with a benchmark: is it different, and is that good?
//!
//! Two questions kept apart: [`Significance`] is what the numbers say, [`Judgement`] is that read through
//! [`Polarity`]. The rules are those of the public Fingertips service (PHE technical guide "RAG Rating Indicator
//! Values", 2017, and its published code).

use super::proportion::wilson_limits;
use super::rate::exact_poisson;
use super::{Interval, Level};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// More is better.
    HighIsGood,
    /// Less is better.
    LowIsGood,
    /// Neither; only higher and lower may be said.
    NoJudgement,
}

/// What the numbers say: above the benchmark, below it, or neither with confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Significance {
    /// Above.
    Higher,
    /// Not told apart.
    NotDifferent,
    /// Below.
    Lower,
}

/// A significance with the strictest level at which the difference still stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GradedSignificance {
    /// Above, below or neither.
    pub significance: Significance,
    /// The level of the widest interval that leaves the benchmark out; `None` when none does.
    pub level: Option<Level>,
}

/// A significance read through a polarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Different in the good direction.
    Better,
    /// Not told apart.
    Similar,
    /// Different in the bad direction.
    Worse,
    /// Above, where neither way is better.
    Higher,
    /// Below, where neither way is better.
    Lower,
    /// Something needed for the comparison is missing, or the figure is never compared.
    NotCompared,
}

impl Judgement {
    /// Reads a significance through a polarity; either missing means not compared.
    ///
    /// ```
    /// use peerglass::stats::{Judgement, Polarity, Significance};
    /// let higher = Some(Significance::Higher);
    /// assert_eq!(Judgement::of(higher, Some(Polarity::LowIsGood)), Judgement::Worse);
    /// assert_eq!(Judgement::of(higher, Some(Polarity::NoJudgement)), Judgement::Higher);
    /// assert_eq!(Judgement::of(higher, None), Judgement::NotCompared);
    /// ```
    pub fn of(significance: Option<Significance>, polarity: Option<Polarity>) -> Judgement {
        use {Polarity::*, Significance::*};
        match (significance, polarity) {
            (None, _) | (_, None) => Judgement::NotCompared,
            (Some(NotDifferent), _) => Judgement::Similar,
            (Some(Higher), Some(HighIsGood)) | (Some(Lower), Some(LowIsGood)) => Judgement::Better,
            (Some(Lower), Some(HighIsGood)) | (Some(Higher), Some(LowIsGood)) => Judgement::Worse,
            (Some(Higher), Some(NoJudgement)) => Judgement::Higher,
            (Some(Lower), Some(NoJudgement)) => Judgement::Lower,
        }
    }
}

/// Where a range from `lower` to `upper` lies from another one; touching is not different.
fn apart(lower: f64, upper: f64, other_lower: f64, other_upper: f64) -> Option<Significance> {
    if [lower, upper, other_lower, other_upper].iter().any(|x| !x.is_finite()) {
        None
    } else if lower > other_upper {
        Some(Significance::Higher)
    } else if upper < other_lower {
        Some(Significance::Lower)
    } else {
        Some(Significance::NotDifferent)
    }
}

/// A figure's interval against a benchmark's value: different when the interval leaves the value out.
///
/// The one-level rule of "RAG Rating Indicator Values" (2017). Touching a limit is not different. The benchmark is
/// taken as exactly known; where it is itself uncertain, [`gap`](super::gap) is the better test. `None` when a number
/// is not finite.
///
/// ```
/// use peerglass::stats::{Interval, Level, Method, Significance, against_value};
/// let i = Interval::new(38.0, 42.2, Level::P95, Method::Published).unwrap();
/// assert_eq!(against_value(&i, 37.9), Some(Significance::Higher));
/// assert_eq!(against_value(&i, 38.0), Some(Significance::NotDifferent));
/// ```
pub fn against_value(interval: &Interval, benchmark: f64) -> Option<Significance> {
    apart(interval.lower, interval.upper, benchmark, benchmark)
}

/// Two intervals of one figure, a narrow and a wide one, against a benchmark's value.
///
/// The two-level rule of "RAG Rating Indicator Values" (2017), with 95 % and 99.8 %: inside the narrow interval, not
/// different; outside it but not outside the wide one, different at the narrow level; outside both, at the wide.
/// Touching a limit counts as inside it. `None` when a number is not finite.
///
/// ```
/// use peerglass::stats::{Interval, Level, Method, against_value_graded};
/// let narrow = Interval::new(38.0, 42.2, Level::P95, Method::Published).unwrap();
/// let wide = Interval::new(36.8, 43.5, Level::P998, Method::Published).unwrap();
/// let level = |benchmark| against_value_graded(&narrow, &wide, benchmark).unwrap().level;
/// assert_eq!((level(38.0), level(36.8), level(36.0)), (None, Some(Level::P95), Some(Level::P998)));
/// ```
pub fn against_value_graded(narrow: &Interval, wide: &Interval, benchmark: f64) -> Option<GradedSignificance> {
    let significance = against_value(narrow, benchmark)?;
    let beyond = against_value(wide, benchmark)?;
    let level = match significance {
        Significance::NotDifferent => None,
        _ if beyond == significance => Some(wide.level),
        _ => Some(narrow.level),
    };
    Some(GradedSignificance { significance, level })
}

/// A figure's interval against a benchmark's interval: different when they do not overlap.
///
/// The double-overlap rule, also used for a change from an earlier value (PHOF "at a glance"). Touching is not
/// different. Stricter than its level says: two intervals may overlap and the figures still differ (Schenker and
/// Gentleman 2001); [`gap`](super::gap) has the right level. `None` when a number is not finite.
///
/// ```
/// use peerglass::stats::{Interval, Level, Method, Significance, against_interval};
/// let i = |lower, upper| Interval::new(lower, upper, Level::P95, Method::Published).unwrap();
/// assert_eq!(against_interval(&i(38.0, 42.2), &i(36.5, 38.0)), Some(Significance::NotDifferent));
/// assert_eq!(against_interval(&i(38.0, 42.2), &i(43.0, 44.0)), Some(Significance::Lower));
/// ```
pub fn against_interval(interval: &Interval, benchmark: &Interval) -> Option<Significance> {
    apart(interval.lower, interval.upper, benchmark.lower, benchmark.upper)
}

/// A proportion against the range expected by chance around a benchmark proportion, for its own denominator.
///
/// The range is the Wilson interval of the benchmark with the figure's `denominator`, `z` standard errors wide
/// (Fingertips' "SPC for proportions" uses 1.96 and 3.0902). Proportions are 0 to 1. `None` when the benchmark is no
/// proportion, the denominator or z not positive, or a number not finite.
///
/// ```
/// use peerglass::stats::{Significance, against_proportion_limits};
/// assert_eq!(against_proportion_limits(0.626, 47_472.0, 0.631, 1.96), Some(Significance::Lower));
/// ```
pub fn against_proportion_limits(value: f64, denominator: f64, benchmark: f64, z: f64) -> Option<Significance> {
    let valid = denominator > 0.0 && denominator.is_finite() && (0.0..=1.0).contains(&benchmark) && z > 0.0;
    if !valid {
        return None;
    }
    let (lower, upper) = wilson_limits(benchmark * denominator, denominator, z);
    apart(value, value, lower, upper)
}

/// A rate against the range expected by chance around a benchmark rate, for its own exposure.
///
/// The range is the exact Poisson interval of the events expected at the benchmark's rate, leaving out `tail` at each
/// end (Fingertips' "SPC for DSR" uses 0.025 and 0.001). Rates are per one of the exposure. `None` when the benchmark
/// is negative, the exposure or tail not positive, or a number not finite.
///
/// ```
/// use peerglass::stats::{Significance, against_poisson_limits};
/// let found = against_poisson_limits(394.8e-5, 286_391.0, 368.6e-5, 0.025);
/// assert_eq!(found, Some(Significance::Higher));
/// ```
pub fn against_poisson_limits(value: f64, exposure: f64, benchmark: f64, tail: f64) -> Option<Significance> {
    let expected = benchmark * exposure;
    if !(exposure > 0.0 && expected >= 0.0 && expected.is_finite()) {
        return None;
    }
    let (lower, upper) = exact_poisson(expected, tail)?;
    apart(value, value, lower / exposure, upper / exposure)
}
