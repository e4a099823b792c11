//! The two icons: what the process is doing now, and whether it can be relied on to meet its target.

use super::behaviour::{Behaviour, Period, Point};
use super::rules::Side;
use crate::stats::{Polarity, Rejection};

/// A signal read through a polarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecialCause {
    /// In the good direction.
    Improvement,
    /// In the bad direction.
    Concern,
    /// Neither direction is better.
    Neutral,
}

/// The variation icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variation {
    /// Nothing but what the process always does.
    CommonCause,
    /// Something that wants an explanation, and whether it is high or low.
    SpecialCause(SpecialCause, Side),
}

/// The assurance icon: what the process, left as it is, will do about its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// The limits lie wholly on the good side of the target.
    ConsistentlyMeets,
    /// The target lies within the limits.
    HitOrMiss,
    /// The limits lie wholly on the bad side of the target.
    ConsistentlyMisses,
}

/// Both icons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icons {
    /// What the last point shows.
    pub variation: Variation,
    /// What the last period promises; `None` without a target or where neither way is better.
    pub assurance: Option<Assurance>,
}

impl Behaviour {
    /// Both icons of a series, held back (refused) until its last period has 13 points.
    ///
    /// ```
    /// use peerglass::stats::Polarity;
    /// use peerglass::stats::process::{Assurance, Plan, Variation, behaviour};
    /// let series = behaviour(&[4.0, 6.0, 5.0, 4.0, 6.0, 5.0, 4.0, 6.0, 5.0, 4.0, 6.0, 5.0, 5.0], &Plan::default())?;
    /// let icons = series.icons(Some(9.5), Polarity::LowIsGood)?;
    /// assert_eq!((icons.variation, icons.assurance), (Variation::CommonCause, Some(Assurance::ConsistentlyMeets)));
    /// # Ok::<(), peerglass::stats::Rejection>(())
    /// ```
    pub fn icons(&self, target: Option<f64>, polarity: Polarity) -> Result<Icons, Rejection> {
        let (point, period) = self.points.last().zip(self.periods.last()).ok_or(Rejection::TooFewValues)?;
        if period.is_short() {
            return Err(Rejection::TooFewValues);
        }
        let assurance = target.and_then(|target| assurance(period, target, polarity));
        Ok(Icons { variation: variation(point, polarity), assurance })
    }
}

/// What a point shows, read through a polarity. The icon is that of the last point.
///
/// *Making Data Count*: a signal upwards is an improvement where high is good and a concern where low is; where neither
/// is, only high and low are said.
///
/// ```
/// use peerglass::stats::Polarity;
/// use peerglass::stats::process::{Plan, Side, SpecialCause, Variation, behaviour, variation};
/// let rising = behaviour(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], &Plan::default())?;
/// let shown = variation(&rising.points[6], Polarity::LowIsGood);
/// assert_eq!(shown, Variation::SpecialCause(SpecialCause::Concern, Side::Above));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn variation(point: &Point, polarity: Polarity) -> Variation {
    use {Polarity::*, Side::*};
    let Some(signal) = point.signal else {
        return Variation::CommonCause;
    };
    let cause = match (signal.side, polarity) {
        (Above, HighIsGood) | (Below, LowIsGood) => SpecialCause::Improvement,
        (Below, HighIsGood) | (Above, LowIsGood) => SpecialCause::Concern,
        (_, NoJudgement) => SpecialCause::Neutral,
    };
    Variation::SpecialCause(cause, signal.side)
}

/// Whether a period's limits lie on one side of a target.
///
/// *Making Data Count*. A target exactly on a limit is hit or miss. A period of equal values has no limits and is judged
/// by its value, which meets a target it equals. `None` where neither way is better, without limits otherwise, and for
/// a target that is not finite.
///
/// ```
/// use peerglass::stats::Polarity;
/// use peerglass::stats::process::{Assurance, Plan, assurance, behaviour};
/// let always_100 = behaviour(&[100.0; 24], &Plan::default())?;
/// let found = assurance(&always_100.periods[0], 100.0, Polarity::HighIsGood);
/// assert_eq!(found, Some(Assurance::ConsistentlyMeets));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn assurance(period: &Period, target: f64, polarity: Polarity) -> Option<Assurance> {
    // Turned so that high is good.
    let sign = match polarity {
        Polarity::HighIsGood => 1.0,
        Polarity::LowIsGood => -1.0,
        Polarity::NoJudgement => return None,
    };
    if !target.is_finite() {
        return None;
    }
    let target = sign * target;
    if period.constant && period.count > 1 {
        let meets = sign * period.centre >= target;
        return Some(if meets { Assurance::ConsistentlyMeets } else { Assurance::ConsistentlyMisses });
    }
    let limits = period.limits.ok()?;
    let (worst, best) = if sign > 0.0 { (limits.lower, limits.upper) } else { (-limits.upper, -limits.lower) };
    Some(if target < worst {
        Assurance::ConsistentlyMeets
    } else if target > best {
        Assurance::ConsistentlyMisses
    } else {
        Assurance::HitOrMiss
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::process::{Plan, behaviour};

    #[test]
    fn icons_wait_for_thirteen_points() {
        let series = |count: usize| (0..count).map(|i| (i % 3) as f64).collect::<Vec<_>>();
        let icons = |count| behaviour(&series(count), &Plan::default()).unwrap().icons(Some(9.0), Polarity::HighIsGood);
        assert_eq!(icons(12), Err(Rejection::TooFewValues));
        assert_eq!(icons(13).unwrap().assurance, Some(Assurance::ConsistentlyMisses));
    }

    #[test]
    fn no_target_no_polarity_no_limits_no_assurance() {
        let two = behaviour(&[1.0, 2.0], &Plan::default()).unwrap().periods[0];
        assert_eq!(assurance(&two, 50.0, Polarity::NoJudgement), None);
        assert_eq!(assurance(&two, f64::NAN, Polarity::HighIsGood), None);
        assert_eq!(assurance(&two, 50.0, Polarity::LowIsGood), Some(Assurance::ConsistentlyMeets));
        let one = behaviour(&[1.0], &Plan::default()).unwrap().periods[0];
        assert_eq!(assurance(&one, 50.0, Polarity::HighIsGood), None);
    }
}
