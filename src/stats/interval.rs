//! An interval, with the level and the method that made it.

use super::{Level, Rejection};

/// How an interval was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Wilson score, for a proportion.
    Wilson,
    /// Exact Poisson, for fewer than ten events.
    Exact,
    /// Byar's approximation to the exact Poisson, for ten events or more.
    Byar,
    /// Student's t, for a mean.
    StudentT,
    /// Square-and-add, for a difference or a ratio of two estimates.
    SquareAndAdd,
    /// The distribution of the median of several uncertain estimates.
    MedianOfPeers,
    /// Supplied with the data; how it was made is for its publisher to say.
    Published,
}

/// Lower and upper limit of an estimate. Level and method travel with them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit, never below `lower`.
    pub upper: f64,
    /// The confidence it was made for.
    pub level: Level,
    /// How it was made.
    pub method: Method,
}

/// A value and the interval around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
}

impl Interval {
    /// An interval from two limits; refused unless both are finite and in order.
    ///
    /// The way in for limits that somebody else calculated.
    ///
    /// ```
    /// use peerglass::stats::{Interval, Level, Method, Rejection};
    /// assert!(Interval::new(9.6, 11.2, Level::P95, Method::Published).is_ok());
    /// assert_eq!(Interval::new(11.2, 9.6, Level::P95, Method::Published), Err(Rejection::NotCalculable));
    /// ```
    pub fn new(lower: f64, upper: f64, level: Level, method: Method) -> Result<Interval, Rejection> {
        if lower.is_finite() && upper.is_finite() && lower <= upper {
            Ok(Interval { lower, upper, level, method })
        } else {
            Err(Rejection::NotCalculable)
        }
    }

    /// The same interval "per" something: both limits times `per`, which must be positive.
    ///
    /// ```
    /// use peerglass::stats::{Level, wilson};
    /// let percent = wilson(65.0, 100.0, Level::P95).unwrap().scaled(100.0).unwrap();
    /// assert_eq!((percent.lower.round(), percent.upper.round()), (55.0, 74.0));
    /// ```
    pub fn scaled(self, per: f64) -> Result<Interval, Rejection> {
        positive(per)?;
        Interval::new(self.lower * per, self.upper * per, self.level, self.method)
    }

    /// Whether `value` lies in the interval; a limit belongs to it.
    ///
    /// ```
    /// use peerglass::stats::{Interval, Level, Method};
    /// let limits = Interval::new(9.6, 11.2, Level::P95, Method::Published).unwrap();
    /// assert!(limits.contains(11.2) && !limits.contains(11.3));
    /// ```
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

/// Refuses a "per" that would turn an interval round or make a point of it.
pub(super) fn positive(per: f64) -> Result<(), Rejection> {
    if per > 0.0 { Ok(()) } else { Err(Rejection::PerNotPositive) }
}

impl Estimate {
    /// A value with its interval; refused when the value lies outside.
    ///
    /// Published limits do not always hold their own value. Comparing with such limits is still possible; reading
    /// the value's uncertainty from them is not, and that is what needs an `Estimate`.
    ///
    /// ```
    /// use peerglass::stats::{Estimate, Interval, Level, Method, Rejection};
    /// let limits = Interval::new(9.6, 11.2, Level::P95, Method::Published)?;
    /// assert!(Estimate::new(10.4, limits).is_ok());
    /// assert_eq!(Estimate::new(12.0, limits), Err(Rejection::ValueOutsideInterval));
    /// # Ok::<(), Rejection>(())
    /// ```
    pub fn new(value: f64, interval: Interval) -> Result<Estimate, Rejection> {
        if interval.contains(value) { Ok(Estimate { value, interval }) } else { Err(Rejection::ValueOutsideInterval) }
    }

    /// The same at another level: each arm times the ratio of the two normal points. Near enough where an interval is
    /// known at one level only, as the standard error of a trend's points is read from a width.
    ///
    /// ```
    /// use peerglass::stats::{Estimate, Interval, Level, Method};
    /// let limits = Interval::new(8.0, 13.0, Level::P95, Method::Published)?;
    /// let wide = Estimate::new(10.0, limits)?.at(Level::P998)?.interval;
    /// // 3.090232/1.959964 = 1.576678: the arms of 2 and 3 become 3.153 and 4.730.
    /// assert_eq!((format!("{:.3}", wide.lower), format!("{:.3}", wide.upper)), ("6.847".into(), "14.730".into()));
    /// # Ok::<(), peerglass::stats::Rejection>(())
    /// ```
    pub fn at(&self, level: Level) -> Result<Estimate, Rejection> {
        let Estimate { value, interval } = *self;
        let by = level.z() / interval.level.z();
        let (lower, upper) = (value - by * (value - interval.lower), value + by * (interval.upper - value));
        Ok(Estimate { value, interval: Interval::new(lower, upper, level, interval.method)? })
    }
}
