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
    /// A fixed baseline of fewer points than limits may be fixed on.
    BaselineTooShort,
    /// A position at or beyond the end of the values.
    PositionOutOfRange,
    /// Two columns that belong together are not equally long.
    LengthsDiffer,
    /// Nothing varies, so there are no limits to put around it.
    NoVariation,
    /// A time between events of zero or less.
    TimeNotPositive,
    /// A figure from no events has no logarithm.
    NoEvents,
    /// Figures without events are more than the trimming sets aside, so their spread has no size.
    TooManyWithoutEvents,
    /// A standard error of zero or less.
    StandardErrorNotPositive,
    /// A count that is not a whole number.
    CountNotWhole,
    /// A confidence that is not strictly between one half and one.
    CoverageOutOfRange,
    /// A fraction to be trimmed at each end that is negative, or half or more.
    TrimOutOfRange,
}
