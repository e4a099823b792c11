/// Something in the input that could not be taken at its word: where, what was found, what was expected, what to do.
/// The words themselves are made by `text`; here stand the facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Which file of those given, counted from 0.
    pub file: u16,
    /// Line of the file, counted from 1; 0 when the problem is the file's as a whole.
    pub line: u32,
    /// The header of the column, or empty.
    pub column: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What was found, shortened to 80 characters, markup removed. Untrusted text.
    pub found: String,
    /// How many times in all; the place is that of the first.
    pub times: u32,
}

/// The closed list of what can be wrong with the input. Each has its message and its hint in `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The file holds no bytes.
    EmptyFile,
    /// A header and no row below it.
    NoRows,
    /// A web page where a CSV was expected.
    HtmlNotCsv,
    /// A spreadsheet, archive, PDF or other binary file. `found` says which.
    NotText,
    /// No column for area, period or value could be told. `found` lists the headers.
    UnknownColumns,
    /// A column named in the mapping is not in the file. `found` is the name.
    MappedColumnMissing,
    /// Two columns claim the same meaning; the first is used.
    RepeatedColumn,
    /// A row with more or fewer cells than the header. It is read as far as it goes.
    RaggedRow,
    /// A quote was opened and not closed before the file ended.
    UnclosedQuote,
    /// The text is not UTF-8; it was read as Windows-1252.
    NotUtf8,
    /// A cell that should hold a number holds something else.
    NotANumber,
    /// A period in no spelling we know.
    UnknownPeriod,
    /// A row without an area.
    NoArea,
    /// A row without a period.
    NoPeriod,
    /// The value lies outside its own published interval.
    ValueOutsideInterval,
    /// The lower limit lies above the upper.
    LimitsReversed,
    /// A count above its denominator in a proportion, or a negative count or denominator.
    ImpossibleCount,
    /// The same indicator, area, period and group stand twice with different values; neither is used.
    DuplicateKey,
    /// The same row stands twice with the same values; one is used.
    RepeatedRow,
    /// Areas of another type stand in the file's series; they are left out of the comparison.
    MixedAreaTypes,
    /// Periods of other lengths stand in the file for this indicator; only one length is compared.
    MixedPeriodLengths,
    /// Several editions of one deprivation grouping stand in the file; they are not mixed.
    MixedEditions,
    /// An area code without a row in the area table.
    UnknownAreaCode,
    /// An indicator id without a row in the indicator table.
    UnknownIndicator,
    /// More different notes, periods or areas than the table can hold. `found` says which; the rest is left out.
    TooMany,
    /// The file was cut short: more than the reader is allowed to hold.
    TooLarge,
}
