//! One record of figures into one row of the table: its area, period and series. The figures are taken in `figures`.
//!
//! Nothing is allocated for a row whose texts were seen before; the last text of each column is remembered, because
//! files are sorted.

use super::intern::Interner;
use super::lookup::{bare_code, present};
use super::problem::Problems;
use super::records::Line;
use super::table::Field;
use super::words::{among, fill, owned, part};
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
    seen: Interner,
    /// The period of each spelling and of each start year.
    pub spellings: Vec<u16>,
    /// The last cell of each meaning.
    last: Vec<Last>,
    /// The file and line where each area was first named, and each indicator.
    pub first_places: [Vec<(u16, u32)>; 2],
}

impl Rows {
    /// Makes ready for the rows of another file.
    pub fn begin(&mut self, file: u16, name: &str) {
        self.file = file;
        self.file_name = self.text(stem(name));
    }

    /// Remembers a problem in one cell.
    pub fn blame(&mut self, line: &Line, meaning: Meaning, kind: ProblemKind) {
        self.problems.add(self.file, line.number, kind, line.schema.header(meaning), line.cell(meaning));
    }

    /// Reads one record: a row is kept, or a problem says why not.
    pub fn read(&mut self, line: &Line) {
        self.line = line.number;
        self.last.resize_with(Meaning::ALL.len(), Last::default);
        let row = self.table.rows;
        if row >= MOST_ROWS {
            return self.problems.add(self.file, line.number, ProblemKind::TooLarge, "", "");
        }
        let Some(key) = self.key(line) else { return };
        self.place(line.number);
        self.table.rows += 1;
        for (field, number) in [Field::Area, Field::Period, Field::Series].into_iter().zip(key) {
            self.table.set(row, field, u64::from(number));
        }
        self.figures(line, row);
    }

    /// Reads one row of a neighbour table; false when it names no area. A row without any code is a heading.
    pub fn read_neighbours(&mut self, line: &Line) -> bool {
        let own = self.text(bare_code(line.cell(Meaning::AreaCode)));
        let mut near = Vec::new();
        for &at in &line.schema.neighbours {
            let other = self.text(bare_code(present(line.record.cell(usize::from(at)))));
            if other != TextId(0) && other != own {
                near.push(other);
            }
        }
        let (named, heading) = (own != TextId(0), near.is_empty());
        if named {
            self.table.neighbours.push((own, near));
        }
        named || heading
    }

    /// Area, period and series of a row; `None`, with a problem, where it has none.
    fn key(&mut self, line: &Line) -> Option<[u32; 3]> {
        let area = self.area(line)?;
        let period = self.period(line)?;
        let indicator = self.indicator(line)?;
        let months = self.table.periods.get(usize::from(period)).map_or(0, |period| period.months);
        let series = self.series_of(line, indicator, months)?;
        (!self.full).then_some([area, u32::from(period), series])
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

    /// The number of a key, and whether it is new and so was given `next`; `None`, with a problem, where no room is left.
    fn number(&mut self, kind: Kind, key: &[u8], next: usize) -> Option<(u32, bool)> {
        let number = self.seen.number(kind as u8, key, next);
        if number.is_none() {
            self.full = true;
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "texts");
        }
        number
    }

    /// The number of a key of numbers.
    pub fn number_of(&mut self, kind: Kind, key: [u32; 6], next: usize) -> Option<(u32, bool)> {
        self.number(kind, key.map(u32::to_le_bytes).as_flattened(), next)
    }

    /// Position of a shared text.
    pub fn text(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId(0);
        }
        let next = self.table.texts.len();
        let Some((at, new)) = self.number(Kind::Text, text.as_bytes(), next) else { return TextId(0) };
        if new {
            self.table.texts.push(owned(text));
        }
        TextId(at)
    }

    /// What a cell comes to, through the last cell of its column: the number of a published label, or the position of
    /// the cell's text.
    pub fn told(&mut self, line: &Line, meaning: Meaning) -> u32 {
        let cell = line.cell(meaning);
        let at = meaning as usize;
        if let Some(last) = self.last.get(at)
            && last.cell == cell
        {
            return last.id;
        }
        let id = match meaning {
            Meaning::Trend => PublishedTrend::from_label(cell).map_or(0, |trend| trend as u32),
            Meaning::ComparedToEngland | Meaning::ComparedToParent => {
                PublishedComparison::from_label(cell).map_or(0, |comparison| comparison as u32)
            }
            Meaning::AreaCode | Meaning::IndicatorId | Meaning::Indicator => self.text(bare_code(cell)).0,
            _ => self.text(cell.strip_prefix("\"").and_then(|rest| rest.strip_suffix("\"")).unwrap_or(cell)).0,
        };
        if let Some(last) = self.last.get_mut(at) {
            last.cell.clear();
            last.cell.push_str(cell);
            last.id = id;
        }
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
        let (at, new) = self.number_of(Kind::Area, [area_type, code, name, 0, 0, 0], self.table.areas.len())?;
        if new {
            let [code, area_type] = [code, area_type].map(|text| owned(self.table.text(TextId(text))));
            let (name, parent_code, parent_name) = (String::new(), String::new(), String::new());
            self.table.areas.push(Area { code, name, area_type, parent_code, parent_name });
            self.first_places[0].push((self.file, self.line));
        }
        // Fills in what earlier rows left out.
        let area = self.table.areas.get_mut(at as usize)?;
        fill(&mut area.name, line.cell(Meaning::AreaName));
        if area.parent_code.is_empty() && area.parent_name.is_empty() {
            fill(&mut area.parent_code, bare_code(line.cell(Meaning::ParentCode)));
            fill(&mut area.parent_name, line.cell(Meaning::ParentName));
        }
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
        let key = [label, start, length, u32::from(line.schema.academic), 0, 0];
        let (at, new) = self.number_of(Kind::Spelling, key, self.spellings.len())?;
        if new {
            let period = Period::read(
                line.cell(Meaning::Period),
                line.cell(Meaning::PeriodStart),
                line.cell(Meaning::PeriodLength),
                line.schema.academic,
            );
            let period = period.and_then(|period| self.period_id(period)).unwrap_or(UNKNOWN_PERIOD);
            self.spellings.push(period);
        }
        let period = self.spellings.get(at as usize).copied().filter(|&period| period != UNKNOWN_PERIOD);
        if period.is_none() {
            self.blame(line, Meaning::Period, ProblemKind::UnknownPeriod);
        }
        period
    }

    /// Position of a period; two spellings of one span are one period, under the first label.
    pub fn period_id(&mut self, period: Period) -> Option<u16> {
        let next = self.table.periods.len();
        if next >= MOST_PERIODS {
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "periods");
            return None;
        }
        let start = [period.year as u32, u32::from(period.month), u32::from(period.day)];
        let [year, month, day] = start;
        let key = [year, month, day, u32::from(period.months), period.kind as u32, 0];
        let (at, new) = self.number_of(Kind::Span, key, next)?;
        if new {
            self.table.periods.push(period);
        }
        Some(at as u16)
    }

    fn indicator(&mut self, line: &Line) -> Option<IndicatorId> {
        let id = self.told(line, Meaning::IndicatorId);
        let name = self.told(line, Meaning::Indicator);
        let key = [id, name, self.file_name.0].into_iter().find(|&key| key != 0).unwrap_or(0);
        let (at, new) = self.number_of(Kind::Indicator, [key, 0, 0, 0, 0, 0], self.table.indicators.len())?;
        if new {
            let id = owned(self.table.text(TextId(key)));
            self.table.indicators.push(Indicator { id, ..Indicator::default() });
            self.first_places[1].push((self.file, self.line));
        }
        // Fills in what earlier rows left out.
        let indicator = self.table.indicators.get_mut(at as usize)?;
        if id != 0 {
            fill(&mut indicator.name, line.cell(Meaning::Indicator));
        }
        fill(&mut indicator.polarity, line.cell(Meaning::Polarity));
        fill(&mut indicator.value_type, line.cell(Meaning::ValueType));
        let unit = if is_sex(line.cell(Meaning::Unit)) { Meaning::Measure } else { Meaning::Unit };
        fill(&mut indicator.unit, line.cell(unit));
        Some(IndicatorId(at))
    }

    fn series_of(&mut self, line: &Line, indicator: IndicatorId, months: u16) -> Option<u32> {
        let mut sex = Meaning::Sex;
        if line.schema.column(sex).is_none() {
            // Trafford's "unit" is the sex, or its "inequality" is.
            for other in [Meaning::Unit, Meaning::Group] {
                if is_sex(line.cell(other)) {
                    sex = other;
                }
            }
        }
        let (sex, age) = (self.told(line, sex), self.told(line, Meaning::Age));
        let mut category_type = self.told(line, Meaning::CategoryType);
        let mut category = self.told(line, Meaning::Category);
        let group = line.cell(Meaning::Group);
        if !group.is_empty() && !is_sex(group) && line.schema.column(Meaning::Category).is_none() {
            category = self.told(line, Meaning::Group);
            category_type = self.text(line.schema.header(Meaning::Group)).0;
        }
        let key = [indicator.0, sex, age, category_type, category, u32::from(months)];
        let (at, new) = self.number_of(Kind::Series, key, self.table.series.len())?;
        if new {
            let [sex, age, category_type, category] = [sex, age, category_type, category].map(TextId);
            self.table.series.push(Series { indicator, sex, age, category_type, category, months });
        }
        Some(at)
    }
}

/// Whether a cell names a sex, as it should not in a column of units.
fn is_sex(cell: &str) -> bool {
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
