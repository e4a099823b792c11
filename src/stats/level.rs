//! Confidence levels.

use super::special;

/// The confidence of an interval: how often intervals made this way hold the true figure.
///
/// [`Level::P95`] and [`Level::P998`] are the two this field uses and cost nothing; any other comes from
/// [`Level::of`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    confidence: f64,
    z: f64,
}

/// Why a requested level, or list of levels, was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelError {
    /// Neither a fraction from 0.9 to 1 nor a percentage from 90 to 100.
    ConfidenceOutOfRange,
    /// Two levels may only be 0.95 and 0.998, in that order and as fractions.
    TwoLevelsMustBe95And998,
    /// More than two levels.
    TooManyConfidenceLevels,
}

impl Level {
    /// 95 %: 1.96 standard errors.
    pub const P95: Level = Level { confidence: 0.95, z: 1.959_963_984_540_054_3 };
    /// 99.8 %: 3.09 standard errors.
    pub const P998: Level = Level { confidence: 0.998, z: 3.090_232_306_167_813_6 };

    /// Reads a confidence given as a fraction (0.9 to 1) or a percentage (90 to 100).
    ///
    /// Exactly 1 is allowed; only an interval that is bounded by nature, such as a proportion's, has limits there.
    ///
    /// ```
    /// use peerglass::stats::{Level, LevelError};
    /// assert_eq!(Level::of(95.0), Ok(Level::P95));
    /// assert_eq!(Level::of(0.5), Err(LevelError::ConfidenceOutOfRange));
    /// ```
    pub fn of(confidence: f64) -> Result<Level, LevelError> {
        let fraction = if (90.0..=100.0).contains(&confidence) { confidence / 100.0 } else { confidence };
        if !(0.9..=1.0).contains(&fraction) {
            return Err(LevelError::ConfidenceOutOfRange);
        }
        // The constants, not their recomputation: equal levels must be equal to the last bit.
        if fraction == Level::P95.confidence {
            return Ok(Level::P95);
        }
        if fraction == Level::P998.confidence {
            return Ok(Level::P998);
        }
        let z = special::normal_quantile((1.0 - fraction) / 2.0, special::Tail::Upper).unwrap_or(f64::INFINITY);
        Ok(Level { confidence: fraction, z })
    }

    /// Reads a list of levels: none, any single one, or the pair 0.95 and 0.998.
    ///
    /// The pair is the one under which two-level comparisons are published (PHE Technical Guide, *Confidence
    /// Intervals*, 2018).
    ///
    /// ```
    /// use peerglass::stats::{Level, LevelError};
    /// assert_eq!(Level::list(&[0.95, 0.998]), Ok(vec![Level::P95, Level::P998]));
    /// assert_eq!(Level::list(&[95.0, 99.8]), Err(LevelError::TwoLevelsMustBe95And998));
    /// ```
    pub fn list(confidences: &[f64]) -> Result<Vec<Level>, LevelError> {
        match confidences {
            [] => Ok(Vec::new()),
            [one] => Ok(vec![Level::of(*one)?]),
            [first, second] if *first == 0.95 && *second == 0.998 => Ok(vec![Level::P95, Level::P998]),
            [_, _] => Err(LevelError::TwoLevelsMustBe95And998),
            _ => Err(LevelError::TooManyConfidenceLevels),
        }
    }

    /// The confidence as a fraction, 0.95 for 95 %.
    ///
    /// ```
    /// assert_eq!(peerglass::stats::Level::P998.confidence(), 0.998);
    /// ```
    pub fn confidence(self) -> f64 {
        self.confidence
    }

    /// Standard errors on either side of a normal estimate; infinite for a confidence of 1.
    pub(super) fn z(self) -> f64 {
        self.z
    }

    /// The probability left out at each end.
    pub(super) fn tail(self) -> f64 {
        (1.0 - self.confidence) / 2.0
    }
}
