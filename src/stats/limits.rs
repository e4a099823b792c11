//! Limits of an estimate that a model made: a standardised rate, a life expectancy, a slope.

use super::interval::positive;
use super::{Level, Rejection};

/// Lower and upper limit, with their level. How they were made is said by the type whose method gave them; where one
/// estimate may be bounded in several ways, [`Interval`](super::Interval) carries the method too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit, never below `lower`.
    pub upper: f64,
    /// The confidence they were made for.
    pub level: Level,
}

impl Limits {
    /// Two limits; refused unless both are finite and in order.
    ///
    /// ```
    /// use peerglass::stats::{Level, Limits, Rejection};
    /// assert_eq!(Limits::new(2.0, 1.0, Level::P95), Err(Rejection::NotCalculable));
    /// ```
    pub fn new(lower: f64, upper: f64, level: Level) -> Result<Limits, Rejection> {
        if lower.is_finite() && upper.is_finite() && lower <= upper {
            Ok(Limits { lower, upper, level })
        } else {
            Err(Rejection::NotCalculable)
        }
    }

    /// The same limits "per" something, which must be positive.
    ///
    /// ```
    /// use peerglass::stats::{Level, Limits, Rejection};
    /// let limits = Limits::new(0.25, 0.5, Level::P95)?;
    /// assert_eq!(limits.scaled(100.0), Limits::new(25.0, 50.0, Level::P95));
    /// assert_eq!(limits.scaled(0.0), Err(Rejection::PerNotPositive));
    /// # Ok::<(), Rejection>(())
    /// ```
    pub fn scaled(self, per: f64) -> Result<Limits, Rejection> {
        positive(per)?;
        Limits::new(self.lower * per, self.upper * per, self.level)
    }

    /// Whether `value` lies between the limits; a limit belongs to them.
    ///
    /// ```
    /// use peerglass::stats::{Level, Limits};
    /// assert!(Limits::new(1.0, 2.0, Level::P95).unwrap().contains(2.0));
    /// ```
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}
