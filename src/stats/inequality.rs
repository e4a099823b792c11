//! Slope and relative index of inequality: the difference, and the ratio, between the two ends of the social scale.

use super::float::{Sum, exp, ln, sum_of};
use super::{Level, Rejection};
use core::ops::RangeInclusive;

/// With fewer groups a line says little, with more they are no groups.
const GROUPS: RangeInclusive<usize> = 5..=100;

/// One group of the population on the social scale, such as a tenth by deprivation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SocialGroup {
    /// People in the group.
    pub population: f64,
    /// The group's value: a proportion is 0 to 1.
    pub value: f64,
    /// Its standard error, on the scale that [`InequalityModel`] says; see [`InequalityModel::standard_error`].
    pub standard_error: f64,
}

/// What the values are: on which scale they vary normally, and to which a line is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InequalityModel {
    /// Life expectancies, means and the like: normal, and fitted, as they stand.
    Other,
    /// Rates: normal on the logarithmic scale, fitted as they stand.
    Rate,
    /// Rates whose line is fitted on the logarithmic scale.
    LogRate,
    /// Proportions: normal on the logit scale, fitted as they stand.
    Proportion,
    /// Proportions whose line is fitted on the logit scale.
    LogitProportion,
}

/// A line across the social scale, fitted to groups from the most to the least deprived.
#[derive(Debug, Clone, PartialEq)]
pub struct InequalityLine {
    pub(super) model: InequalityModel,
    /// Of each group: its value and standard error on the normal scale.
    pub(super) normals: Vec<(f64, f64)>,
    /// The share of each group in the population, which is its weight in the fitted value half-way.
    pub(super) shares: Vec<f64>,
    /// What each group's fitted-scale value adds to the slope.
    pub(super) leverages: Vec<f64>,
    /// The fitted value at the middle of the scale, and the slope.
    middle: f64,
    pub(super) slope: f64,
    pub(super) reversed: bool,
}

impl InequalityModel {
    /// The standard error, on the scale where these values vary normally, of a value with these limits.
    ///
    /// `(t(upper) - t(lower)) / 2z`, t being nothing, the logarithm or the logit. Limits out of order, and limits at
    /// an end of the scale, are refused.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, Level};
    /// let e = InequalityModel::LogRate.standard_error(398.5, 443.5, Level::P95).unwrap();
    /// assert_eq!(format!("{e:.4}"), "0.0273");
    /// ```
    pub fn standard_error(self, lower: f64, upper: f64, level: Level) -> Result<f64, Rejection> {
        let error = (self.transformed(upper)? - self.transformed(lower)?) / (2.0 * level.z());
        if error >= 0.0 && error.is_finite() { Ok(error) } else { Err(Rejection::StandardErrorNotUsable) }
    }

    fn transformed(self, value: f64) -> Result<f64, Rejection> {
        use InequalityModel::*;
        match self {
            _ if !value.is_finite() => Err(Rejection::NotCalculable),
            Other => Ok(value),
            Rate | LogRate if value < 0.0 => Err(Rejection::NegativeNumerator),
            Rate | LogRate if value == 0.0 => Err(Rejection::EndOfScale),
            Rate | LogRate => Ok(ln(value)),
            Proportion | LogitProportion if !(0.0..=1.0).contains(&value) => Err(Rejection::ProportionOutOfRange),
            Proportion | LogitProportion if value == 0.0 || value == 1.0 => Err(Rejection::EndOfScale),
            Proportion | LogitProportion => Ok(ln(value / (1.0 - value))),
        }
    }

    pub(super) fn untransformed(self, t: f64) -> f64 {
        match self {
            InequalityModel::Other => t,
            InequalityModel::Rate | InequalityModel::LogRate => exp(t),
            InequalityModel::Proportion | InequalityModel::LogitProportion => 1.0 / (1.0 + exp(-t)),
        }
    }

    /// Whether the line is fitted on the scale where the values vary normally.
    pub(super) fn fitted_where_normal(self) -> bool {
        !matches!(self, InequalityModel::Rate | InequalityModel::Proportion)
    }
}

/// Fits a line to the values of groups in order, from the most deprived to the least.
///
/// Each group stands at the middle of its share of the cumulative population (its ridit), 0 to 1; least squares,
/// weighted by population. Low and Low (2004); PHE Technical Guide, *Slope index of inequality*. The order of the groups
/// matters and is the caller's to know. Refused: fewer than 5 groups or more than 100 (more than ten deserve a word), a
/// population of zero or less, a negative standard error, a proportion outside 0 to 1, and, where values are normal on
/// another scale, a value at its end.
///
/// ```
/// use peerglass::stats::{InequalityModel, SocialGroup, inequality_line};
/// let groups = [70.48, 72.48, 72.33, 73.96, 76.95]
///     .map(|value| SocialGroup { population: 1000.0, value, standard_error: 1.0 });
/// let line = inequality_line(&groups, InequalityModel::Other).unwrap();
/// assert_eq!(format!("{:.2}", line.slope_index().unwrap()), "7.21");
/// ```
pub fn inequality_line(groups: &[SocialGroup], model: InequalityModel) -> Result<InequalityLine, Rejection> {
    if !GROUPS.contains(&groups.len()) {
        return Err(Rejection::WrongNumberOfGroups);
    }
    let normals = groups.iter().map(|group| check(group, model)).collect::<Result<Vec<_>, _>>()?;
    let (shares, leverages) = places(groups)?;
    let fitted: Vec<f64> =
        normals.iter().zip(groups).map(|((t, _), g)| if model.fitted_where_normal() { *t } else { g.value }).collect();
    // From the first value on, so that equal values have a slope of exactly zero.
    let first = fitted.first().copied().unwrap_or_default();
    let weighted = |weights: &[f64]| sum_of(weights.iter().zip(&fitted).map(|(w, y)| w * (y - first)));
    let (middle, slope) = (first + weighted(&shares), weighted(&leverages));
    if middle.is_finite() && slope.is_finite() {
        Ok(InequalityLine { model, normals, shares, leverages, middle, slope, reversed: false })
    } else {
        Err(Rejection::NotCalculable)
    }
}

fn check(group: &SocialGroup, model: InequalityModel) -> Result<(f64, f64), Rejection> {
    if !(group.population > 0.0 && group.population.is_finite()) {
        return Err(Rejection::DenominatorNotPositive);
    }
    if !(group.standard_error >= 0.0 && group.standard_error.is_finite()) {
        return Err(Rejection::StandardErrorNotUsable);
    }
    Ok((model.transformed(group.value)?, group.standard_error))
}

/// Each group's share of the population, and what it adds to the slope: `a(b - ½) / Σa(b - ½)²`, b its ridit.
fn places(groups: &[SocialGroup]) -> Result<(Vec<f64>, Vec<f64>), Rejection> {
    let total = groups.iter().map(|group| group.population).collect::<Sum>().total();
    let mut before = Sum::default();
    let mut shares = Vec::new();
    let mut offsets = Vec::new(); // b - ½, which is half of what lies before less half of what lies after
    for group in groups {
        let after = total - before.total() - group.population;
        offsets.push((before.total() - after) / (2.0 * total));
        shares.push(group.population / total);
        before.add(group.population);
    }
    let spread = shares.iter().zip(&offsets).map(|(a, b)| a * b * b).collect::<Sum>().total();
    let leverages: Vec<f64> = shares.iter().zip(&offsets).map(|(a, b)| a * b / spread).collect();
    if leverages.iter().all(|c| c.is_finite()) { Ok((shares, leverages)) } else { Err(Rejection::NotCalculable) }
}

impl InequalityLine {
    /// The same line read the other way: from the least to the most deprived. The slope index changes its sign, the
    /// relative index is turned over. For figures where more is worse, so that a positive gap is again a bad one.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, SocialGroup, inequality_line};
    /// let groups = [5.0, 4.0, 3.0, 2.0, 1.0].map(|value| SocialGroup { population: 9.0, value, standard_error: 0.1 });
    /// let line = inequality_line(&groups, InequalityModel::Other).unwrap();
    /// assert_eq!(line.clone().reversed().slope_index(), line.slope_index().map(|s| -s));
    /// ```
    pub fn reversed(self) -> InequalityLine {
        InequalityLine { reversed: !self.reversed, ..self }
    }

    /// The fitted value at the most deprived end of the scale.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, SocialGroup, inequality_line};
    /// let groups = [1.0, 3.0, 5.0, 7.0, 9.0].map(|value| SocialGroup { population: 9.0, value, standard_error: 0.1 });
    /// assert_eq!(inequality_line(&groups, InequalityModel::Other).unwrap().most_deprived_end().unwrap().round(), 0.0);
    /// ```
    pub fn most_deprived_end(&self) -> Result<f64, Rejection> {
        Some(self.ends(self.slope).0).filter(|end| end.is_finite()).ok_or(Rejection::NotCalculable)
    }

    /// Slope index of inequality: the fitted difference from the most to the least deprived end, in the values' unit.
    ///
    /// The slope of the line; where it is fitted on another scale, the difference of its ends taken back. Low and Low
    /// (2004).
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, SocialGroup, inequality_line};
    /// let groups = [4.0, 4.0, 4.0, 4.0, 4.0].map(|value| SocialGroup { population: 9.0, value, standard_error: 0.1 });
    /// assert_eq!(inequality_line(&groups, InequalityModel::LogRate).unwrap().slope_index(), Ok(0.0));
    /// ```
    pub fn slope_index(&self) -> Result<f64, Rejection> {
        self.difference(self.slope)
    }

    /// Relative index of inequality: the ratio of the least to the most deprived end of the line.
    ///
    /// Low and Low (2004). Refused where the line reaches zero or less at an end: there is no such ratio.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, SocialGroup, inequality_line};
    /// let groups = [4.0, 4.0, 4.0, 4.0, 4.0].map(|value| SocialGroup { population: 9.0, value, standard_error: 0.1 });
    /// assert_eq!(inequality_line(&groups, InequalityModel::Rate).unwrap().relative_index(), Ok(1.0));
    /// ```
    pub fn relative_index(&self) -> Result<f64, Rejection> {
        self.ratio(self.slope)
    }

    /// The two ends of a line with this slope through the same middle: most deprived, least deprived.
    pub(super) fn ends(&self, slope: f64) -> (f64, f64) {
        let (most, least) = (self.middle - 0.5 * slope, self.middle + 0.5 * slope);
        if self.model.fitted_where_normal() {
            (self.model.untransformed(most), self.model.untransformed(least))
        } else {
            (most, least)
        }
    }

    pub(super) fn difference(&self, slope: f64) -> Result<f64, Rejection> {
        let (most, least) = self.ends(slope);
        // The slope itself where it is the difference: subtracting the ends would cost it digits.
        let difference = if matches!(self.model, InequalityModel::LogRate | InequalityModel::LogitProportion) {
            least - most
        } else {
            slope
        };
        let difference = if self.reversed { -difference } else { difference };
        if difference.is_finite() { Ok(difference) } else { Err(Rejection::NotCalculable) }
    }

    fn ratio(&self, slope: f64) -> Result<f64, Rejection> {
        let (most, least) = self.ends(slope);
        let ratio = if self.reversed { most / least } else { least / most };
        if most > 0.0 && least > 0.0 && ratio.is_finite() { Ok(ratio) } else { Err(Rejection::NotCalculable) }
    }
}
