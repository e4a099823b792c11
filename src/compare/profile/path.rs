//! The way to a target, and where we are on it.

use super::when::{last_month, when};
use crate::compare::comparison::Figure;
use crate::compare::history::Moment;
use crate::config::{Priority, Target};
use crate::data::{Period, parse_number};
use crate::stats::{Level, Polarity, figures_to_show, standard_error};

/// A target that can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// The level.
    pub level: f64,
    /// By when; a standard may have none.
    pub by: Option<Period>,
    /// Where it started: the period's label as it was written, and the level.
    pub baseline: Option<(Period, f64)>,
    /// Levels on the way, in order of time.
    pub milestones: Vec<(Period, f64)>,
}

/// What can be said of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// Nobody has promised a level.
    NoTarget,
    /// What was promised is for another area than the one shown.
    OfAnother,
    /// A standard, and whether the figure meets it; `None` without a figure or a better side.
    Standard {
        /// The standard.
        promise: Promise,
        /// Whether it is met.
        met: Option<bool>,
    },
    /// A target that was to be reached by now, and whether the figure does; `None` without a figure or a better side.
    Due {
        /// The target.
        promise: Promise,
        /// Whether it is reached.
        met: Option<bool>,
    },
    /// A target to which no path is agreed.
    NoPath(Promise),
    /// A target whose path begins later, or with no figure with a likely range or no better side to set on it.
    NotJudged(Promise),
    /// A target with a path, and where the figure is.
    Judged {
        /// The target.
        promise: Promise,
        /// The level planned for the figure's period.
        planned: f64,
        /// Where the figure is.
        place: PlaceOnPath,
        /// The year, as the figure's period counts it, before which a change as big as the plan is not likely to show;
        /// `None` where that is not later than now.
        shows_from: Option<i32>,
    },
}

/// Where a figure is on the path that was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceOnPath {
    /// The whole likely range is on the good side.
    On,
    /// The likely range holds the planned level, or touches it.
    TooClose,
    /// The whole likely range is on the other side.
    Behind,
}

impl Promise {
    /// Reads a target; `None` where its level is no number, or it has no date and is no standard. Where no figure is
    /// given for the baseline, it is that of our history.
    pub(super) fn read(target: &Target, history: &[Moment]) -> Option<Promise> {
        let level = parse_number(&target.level)?;
        let by = when(&target.date, None).map(|when| when.period);
        if by.is_none() && !target.standard {
            return None;
        }
        let mut milestones = Vec::new();
        for (period, level) in &target.milestones {
            if let (Some(when), Some(level)) = (when(period, None), parse_number(level)) {
                milestones.push((when.period, level));
            }
        }
        milestones.sort_by_key(|(period, _)| last_month(period));
        Some(Promise { level, by, baseline: baseline(target, history), milestones })
    }

    /// The points of the path: month and level, in order of time; `None` where there are fewer than two.
    pub(in crate::compare) fn points(&self) -> Option<Vec<(i32, f64)>> {
        let mut points = Vec::new();
        for (period, level) in self.baseline.iter().chain(&self.milestones) {
            points.push((last_month(period), *level));
        }
        points.push((last_month(self.by.as_ref()?), self.level));
        points.sort_by_key(|point| point.0);
        (points.len() > 1).then_some(points)
    }

    /// The level planned for a period: see [`planned_level`].
    pub fn planned(&self, period: &Period) -> Option<f64> {
        planned_level(&self.points()?, last_month(period))
    }
}

/// The level planned for a month: on the straight line between the two agreed levels around it. There is none before the
/// first and after the last: a path is never extrapolated.
pub(in crate::compare) fn planned_level(points: &[(i32, f64)], month: i32) -> Option<f64> {
    for pair in points.windows(2) {
        let [(from, start), (to, end)] = *pair else { continue };
        if (from..=to).contains(&month) {
            let share = f64::from(month - from) / f64::from((to - from).max(1));
            return Some(if month == to { end } else { start + share * (end - start) });
        }
    }
    None
}

fn baseline(target: &Target, history: &[Moment]) -> Option<(Period, f64)> {
    let period = when(&target.baseline_period, None)?.period;
    let of_data = || {
        let moment = history.iter().find(|moment| moment.period.is_same_span(&period))?;
        moment.ours.cell.value()
    };
    let value = if target.baseline_value.is_empty() { of_data() } else { parse_number(&target.baseline_value) };
    Some((period, value?))
}

/// Where our figure of a period is.
pub(super) fn progress(
    priority: &Priority,
    is_ours: bool,
    figure: &Figure,
    period: &Period,
    history: &[Moment],
    polarity: Polarity,
) -> Progress {
    let Some(target) = &priority.target else { return Progress::NoTarget };
    let Some(promise) = Promise::read(target, history) else { return Progress::NoTarget };
    if !is_ours {
        return Progress::OfAnother;
    }
    let met = figure.cell.value().and_then(|value| meets(value, promise.level, polarity));
    if target.standard {
        return Progress::Standard { promise, met };
    }
    let Some(planned) = promise.planned(period) else {
        let is_past = promise.by.as_ref().is_some_and(|by| last_month(by) < last_month(period));
        return match promise.points() {
            _ if is_past => Progress::Due { promise, met },
            None => Progress::NoPath(promise),
            Some(_) => Progress::NotJudged(promise),
        };
    };
    match place(figure, planned, polarity) {
        Some(place) => {
            let shows_from = shows_from(&promise, figure, period);
            Progress::Judged { promise, planned, place, shows_from }
        }
        None => Progress::NotJudged(promise),
    }
}

/// Whether a value is at a level or on its good side.
pub(in crate::compare) fn meets(value: f64, level: f64, polarity: Polarity) -> Option<bool> {
    match polarity {
        Polarity::HighIsGood => Some(value >= level),
        Polarity::LowIsGood => Some(value <= level),
        Polarity::NoJudgement => None,
    }
}

/// Where a figure's likely range lies about a level. Touching is too close to call.
pub(in crate::compare) fn place(figure: &Figure, level: f64, polarity: Polarity) -> Option<PlaceOnPath> {
    let interval = figure.intervals[0]?;
    let (above, below) = (interval.lower > level, interval.upper < level);
    let (good, bad) = match polarity {
        Polarity::HighIsGood => (above, below),
        Polarity::LowIsGood => (below, above),
        Polarity::NoJudgement => return None,
    };
    Some(match (good, bad) {
        (true, _) => PlaceOnPath::On,
        (_, true) => PlaceOnPath::Behind,
        _ => PlaceOnPath::TooClose,
    })
}

/// The first year in which the change a year that the plan asks for would show four times in five, by figures each as
/// uncertain as ours now, the first of them the baseline; `None` where it would by now, or it cannot be reckoned.
fn shows_from(promise: &Promise, figure: &Figure, period: &Period) -> Option<i32> {
    let ((start, from), by) = (promise.baseline.as_ref()?, promise.by.as_ref()?);
    let years = f64::from(last_month(by) - last_month(start)) / 12.0;
    let interval = figure.intervals[0]?;
    if years <= 0.0 || period.months != 12 {
        return None;
    }
    let change = (promise.level - from) / years;
    let figures = figures_to_show(change, standard_error(&interval), Level::P998).ok()??;
    let year = i32::from(start.year) + figures as i32 - 1;
    (year > i32::from(period.year)).then_some(year)
}
