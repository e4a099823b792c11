//! The limits of an unchanged process.

use super::rules::Side;
use crate::stats::Rejection;

/// Mean moving ranges from the centre to a process limit: 3/1.128, as the XmR chart rounds it.
const PER_RANGE: f64 = 2.66;
/// Mean moving ranges up to the upper limit of moving ranges.
pub(super) const UPPER_RANGE: f64 = 3.267;

/// What an unchanged process would keep within. Not a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProcessLimits {
    /// The lower process limit; not cut off at zero.
    pub lower: f64,
    /// Two thirds of the way from the centre to `lower`.
    pub near_lower: f64,
    /// Two thirds of the way from the centre to `upper`.
    pub near_upper: f64,
    /// The upper process limit.
    pub upper: f64,
}

/// Where a value lies within the process limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// In the inner two thirds.
    Inner,
    /// In the outer third; a limit belongs to it.
    Near,
    /// Beyond a process limit.
    Outside,
}

impl ProcessLimits {
    /// `centre ± 2.66 mean ranges` (Wheeler, *Understanding Variation*).
    ///
    /// A mean range of zero is refused: limits without width would put every later change outside.
    pub(super) fn around(centre: f64, mean_range: f64) -> Result<ProcessLimits, Rejection> {
        if mean_range == 0.0 {
            return Err(Rejection::NoVariation);
        }
        let reach = PER_RANGE * mean_range;
        let near = reach * 2.0 / 3.0;
        let limits = ProcessLimits {
            lower: centre - reach,
            near_lower: centre - near,
            near_upper: centre + near,
            upper: centre + reach,
        };
        if limits.lower.is_finite() && limits.upper.is_finite() { Ok(limits) } else { Err(Rejection::NotCalculable) }
    }

    /// Where a value lies; on a limit is not beyond it.
    ///
    /// ```
    /// use peerglass::stats::process::{ProcessLimits, Zone};
    /// let limits = ProcessLimits { lower: -3.0, near_lower: -2.0, near_upper: 2.0, upper: 3.0 };
    /// assert_eq!([2.0, 2.5, 3.0, 3.1].map(|value| limits.zone(value)), [Zone::Inner, Zone::Near, Zone::Near, Zone::Outside]);
    /// ```
    pub fn zone(&self, value: f64) -> Zone {
        if value > self.upper || value < self.lower {
            Zone::Outside
        } else if value > self.near_upper || value < self.near_lower {
            Zone::Near
        } else {
            Zone::Inner
        }
    }
}

/// The side of the centre a value lies on; on the centre is neither.
pub(super) fn side(value: f64, centre: f64) -> Option<Side> {
    if value > centre {
        Some(Side::Above)
    } else if value < centre {
        Some(Side::Below)
    } else {
        None
    }
}
