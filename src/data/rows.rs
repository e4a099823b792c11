//! One record of figures into one row of the table: its area, period and series. The figures are taken in `figures`.
//!
//! Nothing is allocated for a row whose texts were seen before; the last text of each column is remembered, because
//! files are sorted.

use super::intern::Interner;
use super::lookup::{Lookups, bare_code, present};
use super::problem::Problems;
use super::records::Line;
use super::table::KEY;
use super::words::{among, between, owned, part};
use super::{
    Area, Indicator, IndicatorId, Meaning, Period, ProblemKind, PublishedComparison, PublishedTrend, Series, Table,
    TextId,
};

/// What is looked up by its key.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Text,
    Note,
    Indicator,
    Area,
    Series,
    /// A period by its label, sortable start and range.
    Spelling,
    /// A period by what it is.
    Span,
    /// A period that an indicator names by its first year.
    StartYear,
    /// What an indicator table says of an id.
    OfIndicator,
    /// What an area table says of a code.
    OfArea,
    /// What an area table says of the area that lists a code among its children.
    OfChild,
}

/// Rows that are kept.
pub const MOST_ROWS: usize = 16_000_000;
/// Different periods that are kept: days of over forty years.
const MOST_PERIODS: usize = 16_384;
/// A period that could not be read.
const UNKNOWN_PERIOD: u16 = u16::MAX;

/// The last cell of a column and what it came to.
#[derive(Debug, Default)]
struct Last {
    cell: String,
    id: u32,
}

/// The table while it grows, and the indexes into it.
#[derive(Debug, Default)]
pub struct Rows {
    pub table: Table,
    pub problems: Problems,
    pub file: u16,
    /// Names the indicator of a file that has no indicator column.
    file_name: TextId,
    /// Line of the row being read.
    line: u32,
    /// No room is left for another key.
    full: bool,
    pub seen: Interner,
    pub lookups: Lookups,
    /// The period of each spelling and of each start year.
    pub spellings: Vec<u16>,
    /// The last cell of each meaning.
    last: Vec<Last>,
    /// The file and line where each area was first named, and each indicator.
    pub first_places: [Vec<(u16, u32)>; 2],
}

impl Rows {
    /// Makes ready for the rows of another file.
    pub fn begin(&mut self, name: &str) {
        self.file = u16::try_from(self.table.files.len()).unwrap_or(u16::MAX);
        self.file_name = self.text(stem(name));
    }

    /// Remembers a problem in one cell.
    pub fn blame(&mut self, line: &Line, meaning: Meaning, kind: ProblemKind) {
        self.problems.add(self.file, line.number, kind, line.schema.header(meaning), line.cell(meaning));
    }

    /// Reads one record: a row is kept, or a problem says why not.
    pub fn read(&mut self, line: &Line) {
        self.line = line.number;
        let row = self.table.rows;
        if row >= MOST_ROWS {
            return self.problems.add(self.file, line.number, ProblemKind::TooLarge, "", "");
        }
        let Some(key) = self.key(line) else { return };
        self.place(line.number);
        self.table.rows += 1;
        for (at, &number) in key.iter().enumerate() {
            self.table.columns.set(row, KEY.start + at, u64::from(number));
        }
        self.figures(line, row);
    }

    /// Reads one row of a neighbour table; false when it names no area. A row without any code is a heading.
    pub fn read_neighbours(&mut self, line: &Line) -> bool {
        let own = self.text(bare_code(line.cell(Meaning::AreaCode)));
        let start = self.table.near.len();
        for &at in &line.schema.neighbours {
            let other = self.text(bare_code(present(line.record.cell(usize::from(at)))));
            if other != TextId(0) && other != own {
                self.table.near.push(other);
            }
        }
        let end = self.table.near.len();
        if own != TextId(0) {
            self.table.neighbours.push((own, start, end));
            return true;
        }
        self.table.near.truncate(start);
        start == end
    }

    /// Series, area and period of a row; `None`, with a problem, where it has none.
    fn key(&mut self, line: &Line) -> Option<[u32; 3]> {
        let area = self.area(line)?;
        let period = self.period(line)?;
        let indicator = self.indicator(line)?;
        let months = self.table.periods.get(usize::from(period)).map_or(0, |period| period.months);
        let series = self.series_of(line, indicator, months)?;
        (!self.full).then_some([series, area, u32::from(period)])
    }

    /// Remembers where the row stands, when that does not follow from the row before.
    fn place(&mut self, line: u32) {
        let row = self.table.rows as u32;
        let places = &mut self.table.places;
        let before = places.last().map(|&(first, file, start)| (file, start.saturating_add(row - first)));
        if before != Some((self.file, line)) {
            places.push((row, self.file, line));
        }
    }

    /// The number of a key, which is given `next` when it is new; `None`, with a problem, where no room is left.
    fn number(&mut self, kind: Kind, key: &[u8], next: usize) -> Option<u32> {
        let number = self.seen.number(kind as u8, key, next);
        if number.is_none() {
            self.full = true;
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "texts");
        }
        number
    }

    /// The number of a key of at most six numbers.
    pub fn number_of(&mut self, kind: Kind, key: &[u32], next: usize) -> Option<u32> {
        let mut bytes = [[0; 4]; 6];
        for (bytes, part) in bytes.iter_mut().zip(key) {
            *bytes = part.to_le_bytes();
        }
        self.number(kind, bytes.as_flattened(), next)
    }

    /// Position of a shared text.
    pub fn text(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId(0);
        }
        let next = self.table.texts.len();
        let Some(at) = self.number(Kind::Text, text.as_bytes(), next) else { return TextId(0) };
        if at as usize == next {
            self.table.texts.push(owned(text));
        }
        TextId(at)
    }

    /// What a cell comes to, through the last cell of its column: the number of a published label, or the position of
    /// the cell's text.
    pub fn told(&mut self, line: &Line, meaning: Meaning) -> u32 {
        let cell = line.cell(meaning);
        let at = meaning as usize;
        while self.last.len() <= at {
            self.last.push(Last::default());
        }
        if self.last[at].cell == cell {
            return self.last[at].id;
        }
        let id = match meaning {
            Meaning::Trend => PublishedTrend::number(cell),
            Meaning::ComparedToEngland | Meaning::ComparedToParent => PublishedComparison::number(cell),
            Meaning::AreaCode | Meaning::IndicatorId | Meaning::Indicator => self.text(bare_code(cell)).0,
            _ => self.text(between(cell, b'"', b'"')).0,
        };
        let last = &mut self.last[at];
        last.cell.clear();
        last.cell.push_str(cell);
        last.id = id;
        id
    }

    fn area(&mut self, line: &Line) -> Option<u32> {
        let (area_type, code) = (self.told(line, Meaning::AreaType), self.told(line, Meaning::AreaCode));
        let name = if code == 0 { self.told(line, Meaning::AreaName) } else { 0 };
        if code == 0 && name == 0 {
            if !line.ragged {
                self.blame(line, Meaning::AreaCode, ProblemKind::NoArea);
            }
            return None;
        }
        let next = self.table.areas.len();
        let at = self.number_of(Kind::Area, &[area_type, code, name], next)?;
        let Table { areas, texts, .. } = &mut self.table;
        if at as usize == next {
            let mut area = Area::default();
            area.code.push_str(&texts[code as usize]);
            area.area_type.push_str(&texts[area_type as usize]);
            areas.push(area);
            self.first_places[0].push((self.file, self.line));
        }
        // Fills in what earlier rows left out.
        let area = areas.get_mut(at as usize)?;
        line.fill(&mut area.name, Meaning::AreaName);
        area.fill_parent(bare_code(line.cell(Meaning::ParentCode)), line.cell(Meaning::ParentName));
        Some(at)
    }

    /// The period of the row; `None` when there is none, with a problem.
    fn period(&mut self, line: &Line) -> Option<u16> {
        let label = self.told(line, Meaning::Period);
        if label == 0 {
            if !line.ragged {
                self.blame(line, Meaning::Period, ProblemKind::NoPeriod);
            }
            return None;
        }
        let (start, length) = (self.told(line, Meaning::PeriodStart), self.told(line, Meaning::PeriodLength));
        let key = [label, start, length, u32::from(line.schema.academic)];
        let next = self.spellings.len();
        let at = self.number_of(Kind::Spelling, &key, next)? as usize;
        if at == next {
            let period = Period::read(
                line.cell(Meaning::Period),
                line.cell(Meaning::PeriodStart),
                line.cell(Meaning::PeriodLength),
                line.schema.academic,
            );
            let period = self.period_id(period).unwrap_or(UNKNOWN_PERIOD);
            self.spellings.push(period);
        }
        let period = self.spellings[at];
        if period == UNKNOWN_PERIOD {
            self.blame(line, Meaning::Period, ProblemKind::UnknownPeriod);
            return None;
        }
        Some(period)
    }

    /// Position of a period that was read; two spellings of one span are one period, under the first label.
    pub fn period_id(&mut self, period: Option<Period>) -> Option<u16> {
        let period = period?;
        let next = self.table.periods.len();
        if next >= MOST_PERIODS {
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "periods");
            return None;
        }
        let span = period.span();
        let at = self.number_of(Kind::Span, &[span as u32, (span >> 32) as u32], next)?;
        if at as usize == next {
            self.table.periods.push(period);
        }
        Some(at as u16)
    }

    fn indicator(&mut self, line: &Line) -> Option<IndicatorId> {
        let id = self.told(line, Meaning::IndicatorId);
        let name = self.told(line, Meaning::Indicator);
        let key = match (id, name) {
            (0, 0) => self.file_name.0,
            (0, _) => name,
            _ => id,
        };
        let next = self.table.indicators.len();
        let at = self.number_of(Kind::Indicator, &[key], next)?;
        let Table { indicators, texts, .. } = &mut self.table;
        if at as usize == next {
            let mut indicator = Indicator::default();
            indicator.id.push_str(&texts[key as usize]);
            indicators.push(indicator);
            self.first_places[1].push((self.file, self.line));
        }
        // Fills in what earlier rows left out.
        let indicator = indicators.get_mut(at as usize)?;
        if id != 0 {
            line.fill(&mut indicator.name, Meaning::Indicator);
        }
        line.fill(&mut indicator.polarity, Meaning::Polarity);
        line.fill(&mut indicator.value_type, Meaning::ValueType);
        let unit = if is_sex(line, Meaning::Unit) { Meaning::Measure } else { Meaning::Unit };
        line.fill(&mut indicator.unit, unit);
        Some(IndicatorId(at))
    }

    fn series_of(&mut self, line: &Line, indicator: IndicatorId, months: u16) -> Option<u32> {
        let mut sex = Meaning::Sex;
        if !line.schema.has(sex) {
            // Trafford's "unit" is the sex, or its "inequality" is.
            for &other in &[Meaning::Unit, Meaning::Group] {
                if is_sex(line, other) {
                    sex = other;
                }
            }
        }
        let (sex, age) = (self.told(line, sex), self.told(line, Meaning::Age));
        let mut category_type = self.told(line, Meaning::CategoryType);
        let mut category = self.told(line, Meaning::Category);
        if !line.cell(Meaning::Group).is_empty() && !is_sex(line, Meaning::Group) && !line.schema.has(Meaning::Category)
        {
            category = self.told(line, Meaning::Group);
            category_type = self.text(line.schema.header(Meaning::Group)).0;
        }
        let key = [indicator.0, sex, age, category_type, category, u32::from(months)];
        let next = self.table.series.len();
        let at = self.number_of(Kind::Series, &key, next)?;
        if at as usize == next {
            let (sex, age) = (TextId(sex), TextId(age));
            let (category_type, category) = (TextId(category_type), TextId(category));
            self.table.series.push(Series { indicator, sex, age, category_type, category, months });
        }
        Some(at)
    }
}

/// Whether a cell names a sex, as it should not in a column of units.
fn is_sex(line: &Line, meaning: Meaning) -> bool {
    let cell = line.cell(meaning);
    !cell.is_empty() && among("persons|people|male|female|males|females|men|women", cell)
}

/// The name of a file without folder and ending.
fn stem(name: &str) -> &str {
    let mut base = name;
    while let (_, Some(rest)) = part(base, b'/') {
        base = rest;
    }
    part(base, b'.').0
}
