//! Limits of the slope and relative index of inequality, calculated where others draw at random.

use super::float::sum_of;
use super::special::{Tail, normal_quantile};
use super::transformed_sum::TransformedSum;
use super::{InequalityLine, InequalityModel, Level, Limits, Rejection};

impl InequalityLine {
    /// Limits of the slope index.
    ///
    /// Where the line is fitted on the scale on which values vary normally, the slope is normal with variance
    /// `Σc²e²`, c being what each group adds to it: `slope ∓ z√Σc²e²`, taken back to the values' unit about the middle of
    /// the line. Otherwise the slope is a weighted sum of values that are normal on another scale, and its limits are
    /// the quantiles of that sum, calculated by inverting its characteristic function (Gil-Pelaez 1951). Published
    /// limits are drawn at random from the same distribution and differ from these by that chance. Refuses a confidence
    /// of 1.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, Level, SocialGroup, inequality_line};
    /// let groups = [70.48, 72.48, 72.33, 73.96, 76.95]
    ///     .map(|value| SocialGroup { population: 1000.0, value, standard_error: 1.0 });
    /// let limits = inequality_line(&groups, InequalityModel::Other).unwrap().slope_index_limits(Level::P95).unwrap();
    /// assert_eq!((format!("{:.2}", limits.lower), format!("{:.2}", limits.upper)), ("4.11".into(), "10.31".into()));
    /// ```
    pub fn slope_index_limits(&self, level: Level) -> Result<Limits, Rejection> {
        let (low, high) = if self.model.fitted_where_normal() {
            let (low, high) = self.slope_limits(level);
            (self.difference(low)?, self.difference(high)?)
        } else {
            let slope = self.sum().weighted(&self.leverages).ok_or(Rejection::NotCalculable)?;
            let quantile = |p| slope.quantile(p).map(|s| self.difference(s)).ok_or(Rejection::NotCalculable);
            (quantile(proper_tail(level)?)??, quantile(1.0 - proper_tail(level)?)??)
        };
        Limits::new(low.min(high), low.max(high), level)
    }

    /// Limits of the relative index.
    ///
    /// Where the line is fitted on another scale, the ratio of its ends at the limits of the slope. Otherwise the ratio
    /// is at most r exactly when `least - r · most` is at most zero, and that difference is a weighted sum again: for
    /// values that vary normally this gives Fieller's (1954) limits, for others the inverted characteristic function
    /// does. Refused where the most deprived end cannot be told from zero, and for a confidence of 1.
    ///
    /// ```
    /// use peerglass::stats::{InequalityModel, Level, SocialGroup, inequality_line};
    /// let groups = [70.48, 72.48, 72.33, 73.96, 76.95]
    ///     .map(|value| SocialGroup { population: 1000.0, value, standard_error: 1.0 });
    /// let limits = inequality_line(&groups, InequalityModel::Other).unwrap().relative_index_limits(Level::P95).unwrap();
    /// assert_eq!((format!("{:.3}", limits.lower), format!("{:.3}", limits.upper)), ("1.058".into(), "1.151".into()));
    /// ```
    pub fn relative_index_limits(&self, level: Level) -> Result<Limits, Rejection> {
        let (low, high) = match self.model {
            InequalityModel::Other => self.fieller(level).ok_or(Rejection::NotCalculable)?,
            InequalityModel::LogRate | InequalityModel::LogitProportion => {
                let (low, high) = self.slope_limits(level);
                let ratio = |slope| self.ends(slope).1 / self.ends(slope).0;
                (ratio(low), ratio(high))
            }
            InequalityModel::Rate | InequalityModel::Proportion => {
                let (tail, sum) = (proper_tail(level)?, self.sum());
                let limit = |p| self.ratio_quantile(&sum, p).ok_or(Rejection::NotCalculable);
                (limit(tail)?, limit(1.0 - tail)?)
            }
        };
        if !self.reversed {
            Limits::new(low, high, level)
        } else if low > 0.0 {
            Limits::new(1.0 / high, 1.0 / low, level)
        } else {
            Err(Rejection::NotCalculable)
        }
    }

    fn slope_limits(&self, level: Level) -> (f64, f64) {
        let squares = self.leverages.iter().zip(&self.normals).map(|(c, (_, error))| c * c * error * error);
        let reach = level.z() * sum_of(squares).sqrt();
        (self.slope - reach, self.slope + reach)
    }

    /// What each group adds to the most deprived end, and to the least.
    fn end_weights(&self) -> (Vec<f64>, Vec<f64>) {
        self.shares.iter().zip(&self.leverages).map(|(a, c)| (a - 0.5 * c, a + 0.5 * c)).unzip()
    }

    fn sum(&self) -> TransformedSum {
        TransformedSum::new(&self.normals, |t| self.model.untransformed(t))
    }

    /// The two roots r of `(least - r·most)² = z² Var(least - r·most)`.
    fn fieller(&self, level: Level) -> Option<(f64, f64)> {
        let (most, least) = self.ends(self.slope);
        let (at_most, at_least) = self.end_weights();
        let z = level.z();
        let covariance = |a: &[f64], b: &[f64]| {
            z * z * sum_of(self.normals.iter().zip(a.iter().zip(b)).map(|((_, e), (a, b))| a * b * e * e))
        };
        let (of_most, of_both) = (covariance(&at_most, &at_most), covariance(&at_most, &at_least));
        let of_least = covariance(&at_least, &at_least);
        let (square, half) = (most * most - of_most, most * least - of_both);
        // Multiplied out, so that the squares of the ends, far larger than their variances, do not cancel.
        let both_ways = most * most * of_least - 2.0 * most * least * of_both + least * least * of_most;
        let root = (both_ways - (of_most * of_least - of_both * of_both)).max(0.0).sqrt();
        (most > 0.0 && square > 0.0).then(|| ((half - root) / square, (half + root) / square))
    }

    /// The r with `probability` that `least - r·most` is at most zero.
    fn ratio_quantile(&self, sum: &TransformedSum, probability: f64) -> Option<f64> {
        let (at_most, at_least) = self.end_weights();
        let most = sum.weighted(&at_most)?;
        // Only where the end is surely above zero is the ratio's order that of the difference.
        if most.below(0.0) > 1e-6 || most.mean <= 0.0 {
            return None;
        }
        let (middle, spread) = {
            let least = sum.weighted(&at_least)?;
            (least.mean / most.mean, (least.deviation + most.deviation) / most.mean)
        };
        let goal = normal_quantile(probability, Tail::Lower)?;
        // How far beyond the goal r is, in standard deviations: near enough a straight line in r.
        let beyond = |r: f64| {
            let weights: Vec<f64> = at_least.iter().zip(&at_most).map(|(least, most)| least - r * most).collect();
            let below = sum.weighted(&weights)?.below(0.0);
            Some(normal_quantile(below.clamp(1e-12, 1.0 - 1e-12), Tail::Lower)? - goal)
        };
        root_between(middle - 20.0 * spread, middle + 20.0 * spread, middle, beyond)
    }
}

/// The probability left out at each end, refused when it is none.
fn proper_tail(level: Level) -> Result<f64, Rejection> {
    if level.tail() > 0.0 { Ok(level.tail()) } else { Err(Rejection::NotCalculable) }
}

/// The root of a rising function, from a first guess: by the chord where that stays inside, else by halving.
fn root_between(mut low: f64, mut high: f64, guess: f64, f: impl Fn(f64) -> Option<f64>) -> Option<f64> {
    let (mut x, mut value) = (guess, f(guess)?);
    let (mut before, mut value_before) = (high, f64::NAN);
    for _ in 0..60 {
        if value > 0.0 {
            high = x
        } else {
            low = x
        }
        let chord = x - value * (x - before) / (value - value_before);
        let next = if chord > low && chord < high { chord } else { 0.5 * (low + high) };
        (before, value_before) = (x, value);
        if (next - x).abs() <= 1e-11 * x.abs() || value == 0.0 {
            return Some(x).filter(|x| x.is_finite());
        }
        x = next;
        value = f(x)?;
    }
    Some(x).filter(|x| x.is_finite())
}

#[cfg(test)]
mod tests {
    use super::super::{SocialGroup, inequality_line};
    use super::*;

    fn groups(n: u32, standard_error: f64) -> Vec<SocialGroup> {
        (0..n)
            .map(|i| SocialGroup { population: f64::from(900 + 31 * i), value: f64::from(400 - 2 * i), standard_error })
            .collect()
    }

    #[test]
    fn certain_values_have_certain_indices() {
        for model in [InequalityModel::Other, InequalityModel::Rate, InequalityModel::LogRate] {
            let line = inequality_line(&groups(5, 0.0), model).unwrap();
            let near = |limits: Limits, value: f64| {
                assert!((limits.lower - value).abs() + (limits.upper - value).abs() < 1e-9 * value.abs(), "{limits:?}");
            };
            near(line.slope_index_limits(Level::P95).unwrap(), line.slope_index().unwrap());
            near(line.relative_index_limits(Level::P95).unwrap(), line.relative_index().unwrap());
        }
    }

    #[test]
    fn no_index_is_certain_at_a_confidence_of_one() {
        let certain = Level::of(1.0).unwrap();
        for model in [InequalityModel::Other, InequalityModel::Rate, InequalityModel::LogRate] {
            let line = inequality_line(&groups(5, 0.1), model).unwrap();
            assert_eq!(line.slope_index_limits(certain), Err(Rejection::NotCalculable));
            assert_eq!(line.relative_index_limits(certain), Err(Rejection::NotCalculable));
        }
    }

    #[test]
    #[ignore = "a measurement, not a test: cargo test --release -- --ignored --nocapture"]
    fn how_long_the_limits_take() {
        for (n, error) in [(5, 0.03), (10, 0.03), (10, 0.3), (100, 0.1)] {
            let line = inequality_line(&groups(n, error), InequalityModel::Rate).unwrap();
            let begun = std::time::Instant::now();
            let slope = line.slope_index_limits(Level::P95);
            let between = begun.elapsed();
            let ratio = line.relative_index_limits(Level::P95);
            println!(
                "{n} groups, error {error}: {between:?} and {:?}\n{slope:?}\n{ratio:?}",
                begun.elapsed() - between
            );
        }
    }
}
