//! The average of a funnel, the limits around it, and on which side of them a figure lies.

use super::NoFunnel;
use super::sizing::{Cases, FunnelKind, Unplaced};
use crate::compare::comparison::LEVELS;
use crate::stats::funnel::{
    FunnelLimits, Overdispersion, funnel_proportion, funnel_ratio_cqc, widened_limits_of_proportion,
    widened_limits_of_ratio,
};
use crate::stats::{
    GradedSignificance, Judgement, Level, Polarity, Rejection, Significance, funnel_average_of_proportions,
    funnel_average_of_rates, funnel_limits_of_proportion, funnel_range_of_ratio, funnel_significance_of_proportion,
    funnel_significance_of_rate, funnel_significance_of_ratio,
};

/// The share of the extremes that is pulled in at each end before a spread is measured, by habit.
const TRIMMED: f64 = 0.1;
/// On how many stretches the limits are drawn.
const STRETCHES: u32 = 80;

/// Where a figure stands in a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Out of how many it is.
    pub size: f64,
    /// Between which figures one of its size is expected, at 95 and 99.8 %, as figures are written.
    pub limits: [(f64, f64); 2],
    /// On which side of them it is, if any.
    pub side: Significance,
    /// The strictest level at which it is outside; `None` inside.
    pub level: Option<Level>,
    /// The same read through polarity; `Similar` inside.
    pub judgement: Judgement,
}

impl Standing {
    /// Whether it is outside the limits of one of the [`LEVELS`].
    pub fn is_outside(&self, at: usize) -> bool {
        self.level.is_some_and(|level| level == LEVELS[1] || at == 0)
    }
}

/// The limits at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelLine {
    /// The size.
    pub size: f64,
    /// Lower and upper limit at 95 and 99.8 %, as figures are written.
    pub limits: [(f64, f64); 2],
}

/// The spread that limits allow for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::compare) struct Widened {
    pub tau_squared: f64,
}

/// What figures are held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::compare) struct Middle {
    pub kind: FunnelKind,
    /// The average, per one.
    pub average: f64,
    pub per: f64,
    pub widened: Option<Widened>,
}

/// The average of figures, per one: all counts over all sizes; for ratios 1, which is what is expected.
pub(in crate::compare) fn average(kind: FunnelKind, all: &[Cases]) -> Result<f64, NoFunnel> {
    let points: Vec<(f64, f64)> = all.iter().map(|cases| (cases.count, cases.size)).collect();
    let found = match kind {
        FunnelKind::Share => funnel_average_of_proportions(&points),
        FunnelKind::Rate | FunnelKind::StandardisedRate => funnel_average_of_rates(&points),
        FunnelKind::Ratio => return Ok(1.0),
    };
    match found {
        Ok(average) if average > 0.0 => Ok(average),
        Ok(_) => Err(NoFunnel::NoEvents),
        Err(Rejection::TooFewValues) => Err(NoFunnel::TooFewPlaces { have: 0 }),
        Err(_) => Err(NoFunnel::NotCalculable),
    }
}

/// How much more figures vary than chance: shares on the scale of the arcsine, all else as observed over expected events
/// on that of the square root, which has a place for none.
pub(in crate::compare) fn spread(kind: FunnelKind, average: f64, all: &[Cases]) -> Result<Overdispersion, Rejection> {
    let counts: Vec<f64> = all.iter().map(|cases| cases.count).collect();
    let sizes = |times: f64| -> Vec<f64> { all.iter().map(|cases| cases.size * times).collect() };
    match kind {
        FunnelKind::Share => funnel_proportion(&counts, &sizes(1.0), TRIMMED)?.overdispersion,
        _ => funnel_ratio_cqc(&counts, &sizes(average), TRIMMED)?.overdispersion,
    }
}

impl Middle {
    /// Where a figure stands.
    pub fn stands(&self, cases: &Cases, polarity: Polarity) -> Result<Standing, Unplaced> {
        if !cases.is_enough(self.kind) {
            return Err(Unplaced::TooFewCases);
        }
        let limits = self.limits(cases.size).map_err(|_| Unplaced::NotCalculable)?;
        let found = match self.widened {
            None => self.by_chance(cases).map_err(|_| Unplaced::NotCalculable)?,
            Some(_) => beyond(cases.count / cases.size * self.per, &limits),
        };
        let judgement = Judgement::of(Some(found.significance), Some(polarity));
        Ok(Standing { size: cases.size, limits, side: found.significance, level: found.level, judgement })
    }

    /// The published check against the limits of chance.
    fn by_chance(&self, &Cases { count, size }: &Cases) -> Result<GradedSignificance, Rejection> {
        match self.kind {
            FunnelKind::Share => funnel_significance_of_proportion(count, size, self.average),
            FunnelKind::Ratio => funnel_significance_of_ratio(count, size),
            kind => funnel_significance_of_rate(kind.rate(), count, count / size, Some(size), self.average),
        }
    }

    /// The limits at a size, as figures are written.
    pub fn limits(&self, size: f64) -> Result<[(f64, f64); 2], Rejection> {
        let mut found = [(0.0, 0.0); 2];
        for (limits, &level) in found.iter_mut().zip(&LEVELS) {
            let (lower, upper) = match self.widened {
                None => self.limits_of_chance(size, level)?,
                Some(Widened { tau_squared }) => self.widened_limits(size, tau_squared, level)?,
            };
            *limits = (lower * self.per, upper * self.per);
        }
        Ok(found)
    }

    fn limits_of_chance(&self, size: f64, level: Level) -> Result<(f64, f64), Rejection> {
        if self.kind == FunnelKind::Share {
            let limits = funnel_limits_of_proportion(self.average, size, level)?;
            return Ok((limits.lower, limits.upper));
        }
        let range = funnel_range_of_ratio(size * self.average, level)?;
        Ok((range.lower * self.average, range.upper * self.average))
    }

    fn widened_limits(&self, size: f64, tau_squared: f64, level: Level) -> Result<(f64, f64), Rejection> {
        let at =
            |limits: Option<FunnelLimits>| limits.and_then(|limits| limits.at(level)).ok_or(Rejection::NotCalculable);
        if self.kind == FunnelKind::Share {
            return at(widened_limits_of_proportion(self.average, size, tau_squared));
        }
        let (lower, upper) = at(widened_limits_of_ratio(size * self.average, tau_squared))?;
        Ok((lower * self.average, upper * self.average))
    }

    /// The limits from half the least size to a little over the greatest, closer where they bend more.
    pub fn lines(&self, all: &[Cases]) -> Vec<FunnelLine> {
        let least = all.iter().map(|cases| cases.size).fold(f64::INFINITY, f64::min) / 2.0;
        let greatest = all.iter().map(|cases| cases.size).fold(0.0, f64::max) * 1.3;
        let size = |at: u32| {
            let share = f64::from(at) / f64::from(STRETCHES);
            least + (greatest - least) * share * share
        };
        let line = |size: f64| self.limits(size).ok().map(|limits| FunnelLine { size, limits });
        (0..=STRETCHES).filter_map(|at| line(size(at))).collect()
    }
}

/// On which side of limits a figure lies, and of which; touching is not beyond.
fn beyond(value: f64, limits: &[(f64, f64); 2]) -> GradedSignificance {
    let mut found = GradedSignificance { significance: Significance::NotDifferent, level: None };
    for (&(lower, upper), &level) in limits.iter().zip(&LEVELS) {
        if value < lower {
            found = GradedSignificance { significance: Significance::Lower, level: Some(level) };
        } else if value > upper {
            found = GradedSignificance { significance: Significance::Higher, level: Some(level) };
        }
    }
    found
}
