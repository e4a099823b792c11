//! Why a figure could not be calculated.

/// Why one figure was refused. It concerns that figure alone; its neighbours are unharmed.
///
/// A type without prose: `text` words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The denominator is zero or negative.
    DenominatorNotPositive,
    /// The count is negative.
    NegativeNumerator,
    /// More had the property than could have had it.
    NumeratorExceedsDenominator,
    /// Fewer values than the method needs.
    TooFewValues,
    /// Two intervals of different level were to be combined.
    LevelsDiffer,
    /// A value lies outside its own interval, so the interval says nothing about it.
    ValueOutsideInterval,
    /// An input was `NaN` or infinite, or the answer would have been.
    NotCalculable,
}
