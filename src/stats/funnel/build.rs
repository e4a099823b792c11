//! From units on a scale to a funnel.

use super::dispersion::{Overdispersion, ordered_sum, overdispersion};
use super::trim::{Trim, Trimmed};
use crate::stats::{Level, Rejection};

/// Standard errors to the limits, in the six decimals in which the methods are published; the seventh shows in limits.
const NARROW: f64 = 1.959_964;
const WIDE: f64 = 3.090_232;

/// What is expected around the target at one unit's size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelLimits {
    /// 0.1 % lie below by chance.
    pub lower_998: f64,
    /// 2.5 % lie below by chance.
    pub lower_95: f64,
    /// 2.5 % lie above by chance.
    pub upper_95: f64,
    /// 0.1 % lie above by chance.
    pub upper_998: f64,
}

impl FunnelLimits {
    /// From a function of the signed number of standard errors.
    pub(super) fn by(at: impl Fn(f64) -> f64) -> Option<FunnelLimits> {
        FunnelLimits { lower_998: at(-WIDE), lower_95: at(-NARROW), upper_95: at(NARROW), upper_998: at(WIDE) }.finite()
    }

    pub(super) fn finite(self) -> Option<FunnelLimits> {
        let all = [self.lower_998, self.lower_95, self.upper_95, self.upper_998];
        all.iter().all(|limit| limit.is_finite()).then_some(self)
    }

    /// Lower and upper limit at 95 % or 99.8 %; a funnel has no others.
    ///
    /// ```
    /// use peerglass::stats::Level;
    /// use peerglass::stats::funnel::FunnelLimits;
    /// let limits = FunnelLimits { lower_998: 1.0, lower_95: 2.0, upper_95: 6.0, upper_998: 7.0 };
    /// assert_eq!((limits.at(Level::P998), limits.at(Level::of(0.99).unwrap())), (Some((1.0, 7.0)), None));
    /// ```
    pub fn at(&self, level: Level) -> Option<(f64, f64)> {
        if level == Level::P95 {
            Some((self.lower_95, self.upper_95))
        } else if level == Level::P998 {
            Some((self.lower_998, self.upper_998))
        } else {
            None
        }
    }
}

/// Whether limits allow for the spread between units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Widening {
    /// Chance alone.
    Unadjusted,
    /// Chance and τ.
    Adjusted,
}

/// One unit of a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelUnit {
    /// The figure, as proportion or ratio; `None` over a denominator of zero.
    pub value: Option<f64>,
    /// The figure on the scale of the funnel; `None` for a logarithm of zero.
    pub transformed: Option<f64>,
    /// Its distance from the target in standard errors of chance; `None` for a logarithm of zero.
    pub z: Option<f64>,
    /// Whether it was among the extremes that were pulled in or dropped before the spread was measured.
    pub trimmed: bool,
    /// Its z-score as the spread was measured with; `None` when dropped.
    pub z_trimmed: Option<f64>,
    /// Its distance from the target in standard errors of chance and spread together.
    pub z_adjusted: Option<f64>,
    /// Limits by chance alone.
    pub unadjusted: Option<FunnelLimits>,
    /// Limits by chance and spread together.
    pub adjusted: Option<FunnelLimits>,
    /// Whether the limits of chance are exact, and so not those of the z-score.
    exact: bool,
}

/// A funnel around a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// What the figures are held against.
    pub target: f64,
    /// The target on the scale of the funnel; `None` for a logarithm of zero.
    pub target_transformed: Option<f64>,
    /// The spread beyond chance; show it beside the funnel, whether or not the limits use it.
    pub overdispersion: Result<Overdispersion, Rejection>,
    /// The units in the order given; a unit that is refused enters neither target nor spread.
    pub units: Vec<Result<FunnelUnit, Rejection>>,
}

impl FunnelUnit {
    /// Whether the unit lies strictly outside, at 95 % or 99.8 %; `None` where that cannot be said.
    ///
    /// By the z-score where there is one; but by the limits where those of chance are exact (ratios, unadjusted), and
    /// for a figure without events on a logarithmic scale.
    ///
    /// ```
    /// use peerglass::stats::Level;
    /// use peerglass::stats::funnel::{Widening, funnel_proportion};
    /// let funnel = funnel_proportion(&[20.0, 22.0, 60.0], &[100.0; 3], 0.1)?;
    /// let last = funnel.units[2]?;
    /// assert_eq!(last.outside(Level::P998, Widening::Unadjusted), Some(true));
    /// assert_eq!(last.outside(Level::P998, Widening::Adjusted), Some(false)); // so wide a spread is the rule here
    /// # Ok::<(), peerglass::stats::Rejection>(())
    /// ```
    pub fn outside(&self, level: Level, widening: Widening) -> Option<bool> {
        let (z, limits) = match widening {
            Widening::Adjusted => (self.z_adjusted, self.adjusted?),
            Widening::Unadjusted => (self.z.filter(|_| !self.exact), self.unadjusted?),
        };
        let (lower, upper) = limits.at(level)?;
        let beyond = |value: f64| value < lower || value > upper;
        let most = if level == Level::P95 { NARROW } else { WIDE };
        z.map(|z| z.abs() > most).or_else(|| self.value.map(beyond))
    }
}

/// A scale on which a figure's standard error is known.
pub(super) struct Scale<'a> {
    pub(super) target: f64,
    /// The target on the scale.
    pub(super) target_transformed: f64,
    /// A unit's figure, its place on the scale (minus infinity for a logarithm of zero) and its standard error there.
    pub(super) place: &'a dyn Fn(usize) -> Result<Placed, Rejection>,
    /// Limits of a unit for a spread τ².
    pub(super) limits: &'a dyn Fn(usize, f64) -> Option<FunnelLimits>,
    /// Limits of a unit by chance alone where they are exact; otherwise those for no spread are taken.
    pub(super) exact: Option<&'a dyn Fn(usize) -> Option<FunnelLimits>>,
    pub(super) trim: Trim,
}

/// A figure on a scale.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub(super) value: Option<f64>,
    pub(super) transformed: f64,
    pub(super) error: f64,
}

/// The funnel of `count` units, `share` of them trimmed at each end.
pub(super) fn build(count: usize, share: f64, scale: &Scale) -> Result<Funnel, Rejection> {
    if !(0.0..0.5).contains(&share) {
        return Err(Rejection::TrimOutOfRange);
    }
    let target = Some(scale.target_transformed).filter(|target| target.is_finite());
    let places: Vec<Result<Placed, Rejection>> = (0..count).map(scale.place).collect();
    let score = |placed: &Placed| target.map(|target| (placed.transformed - target) / placed.error);
    let accepted: Vec<&Placed> = places.iter().flatten().collect();
    let scores: Vec<f64> = accepted.iter().copied().filter_map(score).collect();
    let trimmed = (scale.trim)(&scores, share);
    let found = if target.is_some() { spread(&accepted, &trimmed) } else { Err(Rejection::NoEvents) };

    let tau_squared = found.ok().map(|found| found.tau_squared);
    let mut trimmed = trimmed.into_iter();
    let mut unit = |i: usize, placed: Placed| {
        let trimmed = trimmed.next().unwrap_or(Trimmed { z: None, extreme: false });
        let distance = target.map(|target| placed.transformed - target).filter(|distance| distance.is_finite());
        let over = |spread: f64| distance.map(|distance| distance / (placed.error * placed.error + spread).sqrt());
        FunnelUnit {
            value: placed.value.filter(|value| value.is_finite()),
            transformed: Some(placed.transformed).filter(|y| y.is_finite()),
            z: score(&placed).filter(|z| z.is_finite()),
            trimmed: trimmed.extreme,
            z_trimmed: trimmed.z.filter(|z| z.is_finite()),
            z_adjusted: tau_squared.and_then(over).filter(|z| z.is_finite()),
            unadjusted: scale.exact.map_or_else(|| (scale.limits)(i, 0.0), |exact| exact(i)),
            adjusted: tau_squared.and_then(|spread| (scale.limits)(i, spread)),
            exact: scale.exact.is_some(),
        }
    };
    let units = places.iter().enumerate().map(|(i, placed)| placed.map(|placed| unit(i, placed))).collect();
    Ok(Funnel { target: scale.target, target_transformed: target, overdispersion: found, units })
}

/// The spread of the units that trimming left.
fn spread(accepted: &[&Placed], trimmed: &[Trimmed]) -> Result<Overdispersion, Rejection> {
    let kept = || accepted.iter().zip(trimmed).filter_map(|(placed, trimmed)| Some((trimmed.z?, placed.error)));
    let (scores, errors): (Vec<f64>, Vec<f64>) = kept().unzip();
    overdispersion(&scores, &errors)
}

/// A count and a denominator that make sense together.
pub(super) fn check(count: f64, denominator: f64) -> Result<(), Rejection> {
    if !count.is_finite() || !denominator.is_finite() {
        Err(Rejection::NotCalculable)
    } else if count < 0.0 {
        Err(Rejection::NegativeNumerator)
    } else if denominator < 0.0 {
        Err(Rejection::DenominatorNotPositive)
    } else {
        Ok(())
    }
}

/// All accepted counts over all their denominators; refused for none, and where every count is its denominator, as
/// when the same column is given twice.
pub(super) fn common_ratio(rows: impl Iterator<Item = (f64, f64)> + Clone) -> Result<f64, Rejection> {
    let counts = ordered_sum(rows.clone().map(|(count, _)| count));
    let denominators = ordered_sum(rows.clone().map(|(_, denominator)| denominator));
    let ratio = counts / denominators;
    if rows.clone().next().is_none() {
        Err(Rejection::TooFewValues)
    } else if denominators <= 0.0 {
        Err(Rejection::DenominatorNotPositive)
    } else if rows.clone().all(|(count, denominator)| count == denominator) {
        Err(Rejection::NoVariation)
    } else if ratio.is_finite() {
        Ok(ratio)
    } else {
        Err(Rejection::NotCalculable)
    }
}
