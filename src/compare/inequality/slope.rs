//! The slope across a ladder of deprivation: the fitted gap from its most to its least deprived end, and the ratio.

use super::Group;
use crate::compare::measure::Known;
use crate::data::{Absence, Cell};
use crate::stats::{InequalityModel, Interval, Level, Limits, Rejection, SocialGroup, inequality_line};

/// The fewest groups that a line is fitted to.
const FEWEST: usize = 5;

/// A line across a ladder of deprivation.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// What the figures are taken for.
    pub model: InequalityModel,
    /// What a figure is divided by to be what the model takes: 100, where it is a percentage.
    pub per: f64,
    /// The fitted gap in the figure's unit, most less least deprived: the slope index of inequality.
    pub index: f64,
    /// Its limits at 95 %.
    pub limits: Limits,
    /// The ratio of the fitted ends, most over least deprived, with its limits at 95 %: the relative index of inequality;
    /// else why there is none.
    pub relative: Result<(f64, Limits), Rejection>,
}

/// Why no line is fitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoSlope {
    /// The groups are on no ladder of deprivation.
    NoLadder,
    /// Fewer than five groups.
    TooFew {
        /// How many there are.
        have: usize,
    },
    /// A group of the ladder has no row at all.
    GroupMissing,
    /// A group has no figure.
    Absent {
        /// Which: its place on the ladder.
        at: usize,
        /// Why.
        absence: Absence,
    },
    /// A group has no likely range.
    NoRange,
    /// A group does not say how many people are in it.
    NoPopulation,
    /// Numbers of people or events, which a line says nothing of.
    Counts,
    /// The numbers do not allow it.
    Rejected(Rejection),
}

/// The line across the groups, whose order is from the most to the least deprived.
///
/// Figures are fitted as they stand, and vary as their kind does: shares on the logit scale, rates on the logarithmic one,
/// all else as they stand (Low and Low 2004; see `stats::inequality_line`). Each group weighs as its denominator: the people
/// in it. No group is left out and none is thought up.
pub(super) fn slope(groups: &[Group], known: &Known) -> Result<Slope, NoSlope> {
    let of = groups.first().and_then(|group| group.rung).ok_or(NoSlope::NoLadder)?.of;
    if known.is_count() {
        return Err(NoSlope::Counts);
    }
    if of < FEWEST {
        return Err(NoSlope::TooFew { have: groups.len() });
    }
    for (at, group) in groups.iter().enumerate() {
        if let Cell::Absent(absence) = group.figure.cell {
            return Err(NoSlope::Absent { at, absence });
        }
    }
    if groups.len() != of {
        return Err(NoSlope::GroupMissing);
    }
    let mut weighed = Vec::new();
    for group in groups {
        let interval = group.figure.intervals[0].ok_or(NoSlope::NoRange)?;
        let population = group.figure.denominator.filter(|people| *people > 0.0).ok_or(NoSlope::NoPopulation)?;
        weighed.push(Weighed { population, value: group.figure.cell.value().unwrap_or_default(), interval });
    }
    let (model, per) = model(known);
    fitted(&weighed, model, per).map_err(NoSlope::Rejected)
}

/// What the figures are taken for, and what they are "per".
fn model(known: &Known) -> (InequalityModel, f64) {
    match () {
        () if known.is_share() => (InequalityModel::Proportion, known.subject.per.unwrap_or(100.0)),
        () if known.is_rate() => (InequalityModel::Rate, 1.0),
        () => (InequalityModel::Other, 1.0),
    }
}

/// A group as it weighs in a line.
#[derive(Debug, Clone, Copy)]
pub(in crate::compare) struct Weighed {
    /// The people in it.
    pub population: f64,
    pub value: f64,
    pub interval: Interval,
}

/// The line through groups, from the most to the least deprived.
pub(in crate::compare) fn fitted(groups: &[Weighed], model: InequalityModel, per: f64) -> Result<Slope, Rejection> {
    let mut social = Vec::new();
    for Weighed { population, value, interval } in groups {
        let standard_error = model.standard_error(interval.lower / per, interval.upper / per, interval.level)?;
        social.push(SocialGroup { population: *population, value: value / per, standard_error });
    }
    let line = inequality_line(&social, model)?.reversed();
    let relative = || Ok((line.relative_index()?, line.relative_index_limits(Level::P95)?));
    let (index, limits) = (line.slope_index()? * per, line.slope_index_limits(Level::P95)?.scaled(per)?);
    Ok(Slope { model, per, index, limits, relative: relative() })
}
