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
    /// A denominator that may be zero is negative.
    NegativeDenominator,
    /// One band's denominator or weight is not the same each time it is given.
    BandsDisagree,
    /// A standard weight is negative, or all are zero.
    WeightNotUsable,
    /// Fewer than ten events, too few for a standardised rate.
    TooFewEvents,
    /// The reference rates lead one to expect no event, so there is nothing to compare with.
    NothingExpected,
    /// No events, and no denominator: a rate of zero does not say out of how many.
    DenominatorUnknown,
    /// The age bands are not those of the table asked for, from its first age to its open last one.
    WrongAgeBands,
    /// The first age band does not begin at birth.
    FirstBandNotAtBirth,
    /// Too few people for a life table.
    PopulationTooSmall,
    /// No deaths in the open last age band, so nothing says how long life goes on there.
    NoDeathsInLastBand,
    /// By the table's rates nobody reaches this age.
    NobodyReachesAge,
    /// The interval is too wide for the value to mean anything.
    IntervalTooWide,
    /// Too few or too many groups for a slope.
    WrongNumberOfGroups,
    /// A standard error is negative, or its interval has no width where one is needed.
    StandardErrorNotUsable,
    /// A proportion lies outside 0 to 1.
    ProportionOutOfRange,
    /// At none or all (or at zero, for a logarithm) the scale has no number.
    EndOfScale,
    /// Two points have the same period.
    DuplicatePeriods,
    /// A value that the method needs is missing.
    MissingValue,
    /// A value is there, but not the limits of its interval.
    MissingLimits,
    /// The "per" is zero or negative.
    PerNotPositive,
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
