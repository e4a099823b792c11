use std::ops::Range;

use super::column::Columns;
use super::words::place;
use super::{Absence, Area, Cell, FileSeen, Period, ProblemKind};

/// Position of an area in [`Table::areas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AreaId(pub u32);
/// Position of an indicator in [`Table::indicators`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndicatorId(pub u32);
/// Position of a period in [`Table::periods`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeriodId(pub u16);
/// Position of a series in [`Table::series`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeriesId(pub u32);
/// Position of a shared text (sex, age, category, note); 0 is the empty text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextId(pub u32);

/// A defined quantity, with what the file or an indicator table says of it. Empty where nothing is said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Indicator {
    /// The publisher's id, else the name.
    pub id: String,
    /// The publisher's name, else the id.
    pub name: String,
    /// The unit as the file words it (`%`, `yrs`, `Rate per 100,000 population`).
    pub unit: String,
    /// Polarity as the indicator table words it (`Low is good`).
    pub polarity: String,
    /// Value type as the indicator table words it (`Proportion`, `Crude rate`).
    pub value_type: String,
}

/// One comparable run of figures: an indicator for one sex, age, category and period length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Series {
    /// The indicator.
    pub indicator: IndicatorId,
    /// `Persons`, `Male`, …; empty when the file does not say.
    pub sex: TextId,
    /// `All ages`, `18+ yrs`, …; empty when the file does not say.
    pub age: TextId,
    /// The dimension of a subgroup (`… deprivation deciles … (IMD2019)`), edition included; empty for the whole.
    pub category_type: TextId,
    /// The subgroup (`Most deprived decile`); empty for the whole.
    pub category: TextId,
    /// Length of its periods in months.
    pub months: u16,
}

/// What a publisher's own "Recent Trend" cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)] // the publisher's labels, one to one
pub enum PublishedTrend {
    CannotBeCalculated = 1,
    NoSignificantChange = 2,
    Increasing = 3,
    Decreasing = 4,
    IncreasingBetter = 5,
    IncreasingWorse = 6,
    DecreasingBetter = 7,
    DecreasingWorse = 8,
}

/// What a publisher's own "Compared to …" cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)] // the publisher's labels, one to one
pub enum PublishedComparison {
    NotCompared = 1,
    Better = 2,
    Similar = 3,
    Worse = 4,
    Higher = 5,
    Lower = 6,
    Better95 = 7,
    Better998 = 8,
    Worse95 = 9,
    Worse998 = 10,
    Higher95 = 11,
    Higher998 = 12,
    Lower95 = 13,
    Lower998 = 14,
    LowestQuintile = 15,
    SecondLowestQuintile = 16,
    MiddleQuintile = 17,
    SecondHighestQuintile = 18,
    HighestQuintile = 19,
}

/// Stands for "nothing here" in a column of figures: infinity. The reader stores finite numbers only.
pub(super) const NOTHING: u64 = 0x7ff0_0000_0000_0000;

/// A column of the table. The figures come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Value,
    Lower95,
    Upper95,
    Lower998,
    Upper998,
    Count,
    Denominator,
    Series,
    Area,
    Period,
    Note,
    Absence,
    Trend,
    ComparedToEngland,
    ComparedToParent,
}

/// How many columns hold figures.
pub(super) const FIGURES: usize = 7;
/// The columns that make the key of a row.
pub(super) const KEY: Range<usize> = Field::Series as usize..Field::Period as usize + 1;

/// Everything that was read, in compact columns: at most 72 bytes a row, a column that is absent costs nothing.
///
/// Rows stand in file order. The text of the file is not kept.
#[derive(Debug, Clone)]
pub struct Table {
    pub(super) indicators: Vec<Indicator>,
    pub(super) areas: Vec<Area>,
    pub(super) periods: Vec<Period>,
    pub(super) series: Vec<Series>,
    pub(super) texts: Vec<String>,
    pub(super) rows: usize,
    pub(super) columns: Columns,
    /// The notes that rows point to; 0 is none.
    pub(super) notes: Vec<TextId>,
    /// Where the distance between row and line changes: (first row, file, line of that row). Ascending by row.
    pub(super) places: Vec<(u32, u16, u32)>,
    pub(super) files: Vec<FileSeen>,
    /// A code, and where in `near` those most like it stand, from a neighbour table.
    pub(super) neighbours: Vec<(TextId, usize, usize)>,
    /// Codes, the nearest to each code first.
    pub(super) near: Vec<TextId>,
    /// What stands beside figures that were withheld.
    #[cfg(authoring)]
    pub(super) beside_withheld: BesideWithheld,
    /// Which area lies in which.
    #[cfg(more)]
    pub(super) hierarchy: super::hierarchy::Hierarchy,
}

/// Rows, ascending, in which one figure was withheld and another stands.
#[cfg(authoring)]
#[derive(Debug, Clone, Default)]
pub(super) struct BesideWithheld {
    /// The count was withheld, and the value stands.
    pub counts: Vec<u32>,
    /// The value was withheld, and its limits stand.
    pub limits: Vec<u32>,
}

/// What the byte of a row's absence holds beside the reason.
pub(super) mod mark {
    /// The bits of the reason.
    pub const REASON: u8 = 0b0000_0111;
    /// The same key stands twice with different values.
    pub const DUPLICATE: u8 = 0b0000_1000;
    /// The same row stood before.
    pub const REPEATED: u8 = 0b0001_0000;
    /// A published interval was not used.
    pub const NO_INTERVAL: u8 = 0b0010_0000;
    /// The publisher says that the area's code is obsolete.
    pub const SUPERSEDED: u8 = 0b0100_0000;
}

impl Default for Table {
    fn default() -> Table {
        Table {
            indicators: Vec::new(),
            areas: Vec::new(),
            periods: Vec::new(),
            series: Vec::new(),
            texts: vec![String::new()],
            rows: 0,
            columns: Columns::default(),
            notes: vec![TextId(0)],
            places: Vec::new(),
            files: Vec::new(),
            neighbours: Vec::new(),
            near: Vec::new(),
            #[cfg(authoring)]
            beside_withheld: BesideWithheld::default(),
            #[cfg(more)]
            hierarchy: super::hierarchy::Hierarchy::default(),
        }
    }
}

impl Table {
    /// The indicators, in the order the files name them.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The areas (pairs of code and type), in the order the files name them.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The periods, by start and then length, so that their positions are in order of time.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// The series, in the order the files name them.
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The files that were read, and what each was taken for.
    pub fn files(&self) -> &[FileSeen] {
        &self.files
    }

    /// The codes most like an area's, nearest first, from a neighbour table. Each is a shared text.
    pub fn neighbours(&self, code: &str) -> Option<&[TextId]> {
        for &(own, start, end) in &self.neighbours {
            if self.text(own) == code {
                return self.near.get(start..end);
            }
        }
        None
    }

    /// Which area lies in which, by the rows' own parents and by tables of areas.
    #[cfg(more)]
    pub fn hierarchy(&self) -> &super::hierarchy::Hierarchy {
        &self.hierarchy
    }

    /// An indicator by its position.
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }

    /// An area by its position.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[id.0 as usize]
    }

    /// A period by its position.
    pub fn period(&self, id: PeriodId) -> &Period {
        &self.periods[id.0 as usize]
    }

    /// A series by its position.
    pub fn one_series(&self, id: SeriesId) -> &Series {
        &self.series[id.0 as usize]
    }

    /// A shared text by its position.
    pub fn text(&self, id: TextId) -> &str {
        &self.texts[id.0 as usize]
    }

    /// How many rows were read, absent values included.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether no row was read.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// One row by its position, which must be below [`Table::len`].
    pub fn row(&self, index: usize) -> Row<'_> {
        Row { table: self, index }
    }

    /// Every row, in file order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows).map(|index| Row { table: self, index })
    }

    /// The rows of one series, in file order.
    pub fn rows_of(&self, series: SeriesId) -> impl Iterator<Item = Row<'_>> {
        self.rows().filter(move |row| row.series() == series)
    }

    pub(super) fn get(&self, row: usize, field: Field) -> u64 {
        self.columns.get(row, field as usize)
    }

    pub(super) fn set(&mut self, row: usize, field: Field, entry: u64) {
        self.columns.set(row, field as usize, entry);
    }

    /// Whether two rows hold the same in some of the columns.
    pub(super) fn alike(&self, row: usize, other: usize, mut columns: Range<usize>) -> bool {
        columns.all(|column| self.columns.get(row, column) == self.columns.get(other, column))
    }

    /// Bytes held for rows, for the memory budget.
    pub fn row_bytes(&self) -> usize {
        self.columns.bytes() + self.places.len() * size_of::<(u32, u16, u32)>()
    }
}

/// One row of the table: a view, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    /// Its position in the table.
    pub index: usize,
}

impl<'t> Row<'t> {
    fn get(&self, field: Field) -> u64 {
        self.table.get(self.index, field)
    }

    fn figure(&self, field: Field) -> Option<f64> {
        let entry = self.get(field);
        (entry != NOTHING).then(|| f64::from_bits(entry))
    }

    fn limits(&self, lower: Field, upper: Field) -> Option<(f64, f64)> {
        Some((self.figure(lower)?, self.figure(upper)?))
    }

    /// Its series.
    pub fn series(&self) -> SeriesId {
        SeriesId(self.get(Field::Series) as u32)
    }

    /// Its area.
    pub fn area(&self) -> AreaId {
        AreaId(self.get(Field::Area) as u32)
    }

    /// Its period.
    pub fn period(&self) -> PeriodId {
        PeriodId(self.get(Field::Period) as u16)
    }

    /// The value, or why there is none.
    pub fn cell(&self) -> Cell {
        match self.figure(Field::Value) {
            Some(value) => Cell::Value(value),
            None => {
                let reason = self.get(Field::Absence) as u8 & mark::REASON;
                Cell::Absent(Absence::from_byte(reason).unwrap_or(Absence::Missing))
            }
        }
    }

    fn is_marked(&self, mark: u8) -> bool {
        self.get(Field::Absence) as u8 & mark != 0
    }

    /// Why the whole row may not be used, if so: [`ProblemKind::DuplicateKey`] or [`ProblemKind::RepeatedRow`].
    pub fn rejected(&self) -> Option<ProblemKind> {
        match () {
            () if self.is_marked(mark::DUPLICATE) => Some(ProblemKind::DuplicateKey),
            () if self.is_marked(mark::REPEATED) => Some(ProblemKind::RepeatedRow),
            () => None,
        }
    }

    /// Whether an interval was published and is not used, because the value lies outside it or its limits are reversed.
    pub fn interval_rejected(&self) -> bool {
        self.is_marked(mark::NO_INTERVAL)
    }

    /// Whether the publisher's note says that the area's code is obsolete, so that the row stands beside that of the
    /// area that replaced it.
    pub fn superseded(&self) -> bool {
        self.is_marked(mark::SUPERSEDED)
    }

    /// Whether the count was withheld to protect people while the value stands.
    #[cfg(authoring)]
    pub fn count_withheld(&self) -> bool {
        self.table.beside_withheld.counts.binary_search(&(self.index as u32)).is_ok()
    }

    /// Whether the value was withheld to protect people while its limits stand.
    #[cfg(authoring)]
    pub fn limits_beside_withheld(&self) -> bool {
        self.table.beside_withheld.limits.binary_search(&(self.index as u32)).is_ok()
    }

    /// The published 95 % interval, when both limits stand.
    pub fn limits95(&self) -> Option<(f64, f64)> {
        self.limits(Field::Lower95, Field::Upper95)
    }

    /// The published 99.8 % interval, when both limits stand.
    pub fn limits998(&self) -> Option<(f64, f64)> {
        self.limits(Field::Lower998, Field::Upper998)
    }

    /// How many had the property.
    pub fn count(&self) -> Option<f64> {
        self.figure(Field::Count)
    }

    /// How many could have had it, or how many were expected.
    pub fn denominator(&self) -> Option<f64> {
        self.figure(Field::Denominator)
    }

    /// The publisher's note on the value, without markup; empty when none.
    pub fn note(&self) -> &'t str {
        self.table.text(self.table.notes[self.get(Field::Note) as usize])
    }

    /// The published "Recent Trend".
    pub fn published_trend(&self) -> Option<PublishedTrend> {
        PublishedTrend::from_byte(self.get(Field::Trend) as u8)
    }

    /// The published "Compared to England".
    pub fn compared_to_england(&self) -> Option<PublishedComparison> {
        PublishedComparison::from_byte(self.get(Field::ComparedToEngland) as u8)
    }

    /// The published comparison with the parent.
    pub fn compared_to_parent(&self) -> Option<PublishedComparison> {
        PublishedComparison::from_byte(self.get(Field::ComparedToParent) as u8)
    }

    /// The file (counted from 0) and the line (counted from 1) on which the row begins.
    pub fn place(&self) -> (u16, u32) {
        let at = self.table.places.partition_point(|&(row, _, _)| row as usize <= self.index);
        match at.checked_sub(1).and_then(|at| self.table.places.get(at)) {
            Some(&(row, file, line)) => (file, line + (self.index as u32 - row)),
            None => (0, 0),
        }
    }
}

impl PublishedTrend {
    const ALL: [PublishedTrend; 8] = {
        use PublishedTrend::*;
        [
            CannotBeCalculated,
            NoSignificantChange,
            Increasing,
            Decreasing,
            IncreasingBetter,
            IncreasingWorse,
            DecreasingBetter,
            DecreasingWorse,
        ]
    };

    /// The number of the trend that a publisher's label names; 0 is none.
    pub(super) fn number(label: &str) -> u32 {
        numbered(PublishedTrend::LABELS, label)
    }

    /// The label in the publisher's own words.
    pub fn words(self) -> &'static str {
        PublishedTrend::LABELS.split('|').nth(self as usize - 1).unwrap_or_default()
    }

    const LABELS: &'static str = "Cannot be calculated|No significant change|Increasing|Decreasing|\
        Increasing and getting better|Increasing and getting worse|\
        Decreasing and getting better|Decreasing and getting worse";

    fn from_byte(byte: u8) -> Option<PublishedTrend> {
        PublishedTrend::ALL.get(usize::from(byte).checked_sub(1)?).copied()
    }
}

impl PublishedComparison {
    const ALL: [PublishedComparison; 19] = {
        use PublishedComparison::*;
        [
            NotCompared,
            Better,
            Similar,
            Worse,
            Higher,
            Lower,
            Better95,
            Better998,
            Worse95,
            Worse998,
            Higher95,
            Higher998,
            Lower95,
            Lower998,
            LowestQuintile,
            SecondLowestQuintile,
            MiddleQuintile,
            SecondHighestQuintile,
            HighestQuintile,
        ]
    };

    /// The number of the comparison that a publisher's label names, 0 for none; the percent sign after a level may be
    /// missing.
    pub(super) fn number(label: &str) -> u32 {
        const LABELS: &str = "Not compared|Better|Similar|Worse|Higher|Lower|Better 95|Better 99.8|Worse 95|Worse 99.8|\
            Higher 95|Higher 99.8|Lower 95|Lower 99.8|\
            Lowest quintile|2nd lowest quintile|Middle quintile|2nd highest quintile|Highest quintile";
        numbered(LABELS, label.strip_suffix("%").unwrap_or(label))
    }

    fn from_byte(byte: u8) -> Option<PublishedComparison> {
        PublishedComparison::ALL.get(usize::from(byte).checked_sub(1)?).copied()
    }
}

/// Position of a label in a list, counted from 1; 0 where it is not there.
fn numbered(labels: &str, label: &str) -> u32 {
    place(labels, label).map_or(0, |at| at as u32 + 1)
}
