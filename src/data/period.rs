/// The span a value describes. Ordered by start, then length; the label is the publisher's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Calendar year of the first day.
    pub year: i16,
    /// Month of the first day, 1 to 12.
    pub month: u8,
    /// Day of the month of the first day, 1 to 31.
    pub day: u8,
    /// Length in months: 1, 3, 12, 36 …; 0 for a single day, or where the length is not told.
    pub months: u16,
    /// How the period is spoken of.
    pub kind: PeriodKind,
    /// The publisher's label, trimmed.
    pub label: String,
}

impl Period {
    /// Whether two periods are the same span, spoken of in the same way; the labels may differ.
    pub fn is_same_span(&self, other: &Period) -> bool {
        self.span() == other.span()
    }

    /// The month of the first day, counted from January of the year 0: twelve more for each year later.
    pub fn first_month(&self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }

    /// The span in one number, which is higher the later it starts, then the longer it is.
    pub(super) fn span(&self) -> u64 {
        let start = (u64::from(self.year as u16) * 16 + u64::from(self.month)) * 32 + u64::from(self.day);
        (start << 16 | u64::from(self.months)) * 16 + self.kind as u64
    }
}

/// How a period is spoken of; the length is in [`Period::months`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// Whole calendar years: `2019`, `2017 - 19`.
    Calendar,
    /// Whole years from April: `2019/20`, `2016/17 - 18/19`, `2015-16`.
    Financial,
    /// Whole years from August or September, as schools count them.
    Academic,
    /// A quarter of a calendar year: `2015 Q1` (January to March).
    Quarter,
    /// A quarter of a financial year: `2019/20 Q1` (April to June).
    FinancialQuarter,
    /// One month.
    Month,
    /// Twelve months, or a multiple, from another day: `2015-11-16/P1Y`.
    YearFrom,
    /// A single day, as of which something was counted.
    Day,
    /// Any other span.
    Span,
}
