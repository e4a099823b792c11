//! A whole series: periods, limits, signals.

use super::limits::{ProcessLimits, Zone, side};
use super::moving_range::{RangesUsed, usual_range};
use super::rules::{RunLength, Side, Signal, signals};
use crate::stats::{Rejection, mean};

/// The fewest points a baseline may be fixed on.
const SHORTEST_BASELINE: usize = 12;
/// From this many points the limits are more than a trial.
const FIRM_LIMITS: usize = 13;

/// How a series is to be read. The default is the package's: one period, all of it baseline, ranges screened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan<'a> {
    /// Positions, from zero, at which a new period begins, in any order.
    pub rebases: &'a [usize],
    /// Centre and limits from this many first points of each period, 12 at least; `None` for all of them.
    pub baseline: Option<usize>,
    /// Whether moving ranges of at least 3.267 times their mean are left out of it.
    pub screening: bool,
    /// Points in a row that make a trend or a shift.
    pub run: RunLength,
}

impl Default for Plan<'_> {
    fn default() -> Self {
        Plan { rebases: &[], baseline: None, screening: true, run: RunLength::Seven }
    }
}

/// A stretch of the series with one centre and one pair of limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// Position of its first point.
    pub start: usize,
    /// How many points it has.
    pub count: usize,
    /// Mean of its baseline.
    pub centre: f64,
    /// Mean of the moving ranges of its baseline that were used; none for a single point.
    pub mean_range: Result<f64, Rejection>,
    /// Its limits; none for a single point, nor where neighbouring values of the baseline never differ.
    pub limits: Result<ProcessLimits, Rejection>,
    /// Which moving ranges made the limits.
    pub ranges: RangesUsed,
    /// Whether all of its values are equal.
    pub constant: bool,
}

impl Period {
    /// Fewer than 13 points: limits are on trial and icons are held back.
    ///
    /// ```
    /// use peerglass::stats::process::{Plan, behaviour};
    /// let is_short = |points: usize| {
    ///     let values: Vec<f64> = (0..points).map(|at| (at % 3) as f64).collect();
    ///     behaviour(&values, &Plan::default()).unwrap().periods[0].is_short()
    /// };
    /// assert_eq!((is_short(12), is_short(13)), (true, false));
    /// ```
    pub fn is_short(&self) -> bool {
        self.count < FIRM_LIMITS
    }
}

/// One value, seen against its period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The value.
    pub value: f64,
    /// Which of the periods it belongs to, from zero.
    pub period: usize,
    /// Its side of the centre; `None` on the centre.
    pub side: Option<Side>,
    /// Where it lies within the limits; `None` without limits.
    pub zone: Option<Zone>,
    /// Its signal; `None` is common cause.
    pub signal: Option<Signal>,
    /// Whether a rule other than its signal's applies too, in the other direction.
    pub opposed: bool,
}

/// A series read as a process.
#[derive(Debug, Clone, PartialEq)]
pub struct Behaviour {
    /// The points, as many and in the order as the values.
    pub points: Vec<Point>,
    /// The periods; at least one.
    pub periods: Vec<Period>,
}

/// The behaviour of a process: XmR limits and the signals of *Making Data Count*, for values in time order.
///
/// Centre: the mean of the baseline. Limits: 2.66 mean moving ranges on either side, no range taken across a rebase
/// (NHS England, *Making Data Count*; Wheeler, *Understanding Variation*). Each period stands alone: no run and no trend
/// crosses a rebase. Screening that would leave only ranges of zero is undone. Refused: no values, a value that is not
/// finite, a baseline below 12 points, a rebase beyond the end. A baseline longer than its period is the whole period.
///
/// ```
/// use peerglass::stats::process::{Plan, Rule, Side, Signal, behaviour};
/// let mut values = vec![72.0, 75.0, 73.0, 74.0, 72.0, 75.0, 73.0, 74.0, 72.0, 75.0, 73.0, 74.0];
/// values.push(99.0);
/// let found = behaviour(&values, &Plan { baseline: Some(12), ..Plan::default() })?;
/// let limits = found.periods[0].limits?;
/// assert_eq!((format!("{:.2}", limits.lower), format!("{:.2}", limits.upper)), ("68.18".into(), "78.82".into()));
/// assert_eq!(found.points[12].signal, Some(Signal { rule: Rule::OutsideLimits, side: Side::Above }));
/// # Ok::<(), peerglass::stats::Rejection>(())
/// ```
pub fn behaviour(values: &[f64], plan: &Plan) -> Result<Behaviour, Rejection> {
    check(values, plan)?;
    let mut found = Behaviour { points: Vec::with_capacity(values.len()), periods: Vec::new() };
    for (start, end) in spans(plan.rebases, values.len()) {
        let period = period(values, start, end, plan)?;
        let values = &values[start..end];
        let sides: Vec<_> = values.iter().map(|value| side(*value, period.centre)).collect();
        let zones: Vec<_> = values.iter().map(|value| period.limits.ok().map(|limits| limits.zone(*value))).collect();
        let signals = signals(values, &sides, &zones, plan.run);
        found.points.extend((0..values.len()).map(|i| Point {
            value: values[i],
            period: found.periods.len(),
            side: sides[i],
            zone: zones[i],
            signal: signals[i].map(|found| found.signal),
            opposed: signals[i].is_some_and(|found| found.opposed),
        }));
        found.periods.push(period);
    }
    Ok(found)
}

fn check(values: &[f64], plan: &Plan) -> Result<(), Rejection> {
    if values.is_empty() {
        Err(Rejection::TooFewValues)
    } else if values.iter().any(|value| !value.is_finite()) {
        Err(Rejection::NotCalculable)
    } else if plan.baseline.is_some_and(|count| count < SHORTEST_BASELINE) {
        Err(Rejection::BaselineTooShort)
    } else if plan.rebases.iter().any(|start| *start >= values.len()) {
        Err(Rejection::PositionOutOfRange)
    } else {
        Ok(())
    }
}

/// First and one past the last position of each period.
fn spans(rebases: &[usize], count: usize) -> Vec<(usize, usize)> {
    let mut starts = vec![0];
    starts.extend(rebases);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([count]);
    starts.iter().copied().zip(ends).collect()
}

fn period(values: &[f64], start: usize, end: usize, plan: &Plan) -> Result<Period, Rejection> {
    let values = &values[start..end];
    let baseline = &values[..plan.baseline.unwrap_or(values.len()).min(values.len())];
    let centre = mean(baseline)?.value;
    let usual = usual_range(baseline, plan.screening);
    Ok(Period {
        start,
        count: values.len(),
        centre,
        mean_range: usual.map(|(range, _)| range),
        limits: usual.and_then(|(range, _)| ProcessLimits::around(centre, range)),
        ranges: usual.map_or(RangesUsed::All, |(_, ranges)| ranges),
        constant: values.iter().all(|value| *value == values[0]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::process::Rule;
    use proptest::prelude::*;

    fn series() -> impl Strategy<Value = Vec<f64>> {
        prop::collection::vec(prop_oneof![-50.0..50.0, (-3_i8..3).prop_map(f64::from)], 1..50)
    }

    fn mirrored(side: Side) -> Side {
        match side {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        }
    }

    proptest! {
        #[test]
        fn a_rebase_equals_two_separate_series(a in series(), b in series(), screening: bool) {
            let plan = Plan { screening, ..Plan::default() };
            let (whole, at) = ([a.clone(), b.clone()].concat(), [a.len()]);
            let whole = behaviour(&whole, &Plan { rebases: &at, ..plan }).unwrap();
            let (first, second) = (behaviour(&a, &plan).unwrap(), behaviour(&b, &plan).unwrap());
            let alone = first.points.iter().chain(&second.points);
            prop_assert!(whole.points.iter().zip(alone).all(|(w, s)| (w.side, w.zone, w.signal) == (s.side, s.zone, s.signal)));
            prop_assert_eq!(whole.periods[0], first.periods[0]);
            prop_assert_eq!(whole.periods[1], Period { start: a.len(), ..second.periods[0] });
        }

        #[test]
        fn limits_contain_the_centre(values in series(), screening: bool) {
            let period = behaviour(&values, &Plan { screening, ..Plan::default() }).unwrap().periods[0];
            if let Ok(limits) = period.limits {
                prop_assert!(limits.lower <= limits.near_lower && limits.near_lower <= period.centre);
                prop_assert!(period.centre <= limits.near_upper && limits.near_upper <= limits.upper);
            }
        }

        #[test]
        fn a_mirrored_series_mirrors_the_signals(values in series()) {
            let mirror: Vec<f64> = values.iter().map(|value| -value).collect();
            let there = behaviour(&values, &Plan::default()).unwrap();
            let back = behaviour(&mirror, &Plan::default()).unwrap();
            let turned: Vec<_> = there.points.iter()
                .map(|p| p.signal.map(|s| Signal { side: mirrored(s.side), ..s })).collect();
            prop_assert_eq!(turned, back.points.iter().map(|p| p.signal).collect::<Vec<_>>());
        }

        #[test]
        fn a_constant_series_is_common_cause(value in -1e6..1e6, count in 1_usize..60) {
            let found = behaviour(&vec![value; count], &Plan::default()).unwrap();
            prop_assert!(found.points.iter().all(|p| p.signal.is_none()) && found.periods[0].centre == value);
            prop_assert!(found.periods[0].limits.is_err());
        }
    }

    #[test]
    fn a_constant_baseline_still_shows_the_shift_after_it() {
        let values = [vec![5.0; 12], vec![6.0; 7]].concat();
        let found = behaviour(&values, &Plan { baseline: Some(12), ..Plan::default() }).unwrap();
        assert_eq!(found.periods[0].limits, Err(Rejection::NoVariation));
        assert_eq!(found.points[18].signal.map(|s| s.rule), Some(Rule::Shift));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert_eq!(behaviour(&[], &Plan::default()), Err(Rejection::TooFewValues));
        assert_eq!(behaviour(&[f64::NAN], &Plan::default()), Err(Rejection::NotCalculable));
        let plan = Plan { rebases: &[2], ..Plan::default() };
        assert_eq!(behaviour(&[1.0, 2.0], &plan), Err(Rejection::PositionOutOfRange));
        let plan = Plan { baseline: Some(11), ..Plan::default() };
        assert_eq!(behaviour(&[1.0, 2.0], &plan), Err(Rejection::BaselineTooShort));
    }
}
