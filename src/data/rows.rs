//! One record of figures into one row of the table.
//!
//! Nothing is allocated for a row whose texts were seen before; the last text of each column is remembered, because
//! files are sorted.

use super::intern::Interner;
use super::lookup::{bare_code, plain_code, present};
use super::markup::plain;
use super::problem::Problems;
use super::records::Record;
use super::schema::Schema;
use super::table::{Field, NOTHING, mark};
use super::words::{among, owned, part};
use super::{
    Absence, Area, Indicator, IndicatorId, Meaning, Period, ProblemKind, PublishedComparison, PublishedTrend, Series,
    Table, TextId, number,
};

/// What is looked up by its key.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Text,
    Note,
    Indicator,
    Area,
    Series,
    /// A period by its label, sortable start and range.
    Spelling,
    /// A period by what it is.
    Span,
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
    raw: String,
    id: u32,
}

/// The last cell of each column, by meaning.
#[derive(Debug)]
struct LastCells([Last; Meaning::ALL.len()]);

impl Default for LastCells {
    fn default() -> LastCells {
        LastCells(std::array::from_fn(|_| Last::default()))
    }
}

impl Last {
    fn keep(&mut self, raw: &str, id: u32) -> u32 {
        self.raw.clear();
        self.raw.push_str(raw);
        self.id = id;
        id
    }
}

/// The table while it grows, and the indexes into it.
#[derive(Debug, Default)]
pub struct Rows {
    pub table: Table,
    pub problems: Problems,
    pub file: u16,
    /// Line of the row being read.
    line: u32,
    seen: [Interner; 7],
    /// The period of each spelling.
    spellings: Vec<u16>,
    last: LastCells,
    last_period: Last,
    scratch: Vec<u8>,
    /// The indicator of a file that names none.
    file_indicator: Option<u32>,
}

/// One record with what is needed to read and to blame it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'r> {
    pub schema: &'r Schema,
    pub record: &'r Record<'r>,
    pub number: u32,
    /// Its cells may stand in wrong columns, so no figure of it is used.
    pub shifted: bool,
}

impl<'r> Line<'r> {
    fn cell(&self, meaning: Meaning) -> &'r str {
        match self.schema.column(meaning) {
            Some(at) => self.record.cell(at),
            None => "",
        }
    }
}

impl Rows {
    /// Makes ready for the rows of another file.
    pub fn begin(&mut self, file: u16) {
        self.file = file;
        self.file_indicator = None;
    }

    /// Remembers a problem in one cell.
    fn blame(&mut self, line: Line, meaning: Meaning, kind: ProblemKind, found: &str) {
        self.problems.add(self.file, line.number, kind, line.schema.header(meaning), found);
    }

    /// Reads one record: a row is kept, or a problem says why not.
    pub fn read(&mut self, line: Line) {
        self.line = line.number;
        let row = self.table.rows;
        if row >= MOST_ROWS {
            return self.problems.add(self.file, line.number, ProblemKind::TooLarge, "", "");
        }
        let Some([area, period, series]) = self.key(line) else { return };
        self.place(line.number);
        self.table.rows += 1;
        self.table.set(row, Field::Area, u64::from(area));
        self.table.set(row, Field::Period, u64::from(period));
        self.table.set(row, Field::Series, u64::from(series));
        self.published_labels(line, row);
        self.figures(line, row);
    }

    /// Reads one row of a neighbour table; false when it names no area. A row without any code is a heading.
    pub fn read_neighbours(&mut self, line: Line) -> bool {
        let own = self.text(&plain_code(line.cell(Meaning::AreaCode))).unwrap_or(TextId(0));
        let mut near = Vec::new();
        for &at in &line.schema.neighbours {
            let other = self.text(&plain_code(line.record.cell(usize::from(at)))).unwrap_or(TextId(0));
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
    fn key(&mut self, line: Line) -> Option<[u32; 3]> {
        let area = self.area(line)?;
        let period = self.period(line)?;
        let indicator = self.indicator(line)?;
        let months = self.table.periods.get(usize::from(period)).map_or(0, |period| period.months);
        let series = self.series_of(line, indicator, months)?;
        Some([area, u32::from(period), series])
    }

    /// Remembers where the row stands, when that does not follow from the row before.
    fn place(&mut self, line: u32) {
        let row = self.table.rows as u32;
        let follows = self
            .table
            .places
            .last()
            .is_some_and(|&(first, file, start)| file == self.file && start.saturating_add(row - first) == line);
        if !follows {
            self.table.places.push((row, self.file, line));
        }
    }

    /// Position of a key among those of its kind, and whether it is new; `None`, with a problem, where no room is left.
    fn position(&mut self, kind: Kind, key: &[u8]) -> Option<(u32, bool)> {
        let position = self.seen.get_mut(kind as usize).and_then(|seen| seen.position(key));
        if position.is_none() {
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "texts");
        }
        position
    }

    /// Position of a shared text.
    pub fn text(&mut self, text: &str) -> Option<TextId> {
        if text.is_empty() {
            return Some(TextId(0));
        }
        let (at, new) = self.position(Kind::Text, text.as_bytes())?;
        if new {
            self.table.texts.push(owned(text));
        }
        Some(TextId(at + 1))
    }

    /// The shared text of a cell, through the last cell of its column.
    fn text_of(&mut self, line: Line, meaning: Meaning) -> Option<TextId> {
        let raw = present(line.cell(meaning));
        let last = &self.last.0[meaning as usize];
        if last.raw == raw {
            return Some(TextId(last.id));
        }
        let text = plain(raw);
        let unquoted = text.strip_prefix("\"").and_then(|rest| rest.strip_suffix("\"")).unwrap_or(&text);
        let id = self.text(unquoted)?;
        Some(TextId(self.last.0[meaning as usize].keep(raw, id.0)))
    }

    fn area(&mut self, line: Line) -> Option<u32> {
        let area_type = self.text_of(line, Meaning::AreaType)?;
        let code = plain(present(line.cell(Meaning::AreaCode)));
        let code = bare_code(&code);
        let name_cell = present(line.cell(Meaning::AreaName));
        let name = if code.is_empty() { plain(name_cell) } else { "".into() };
        let key = if code.is_empty() { name.as_ref() } else { code };
        if key.is_empty() {
            self.blame(line, Meaning::AreaCode, ProblemKind::NoArea, "");
            return None;
        }
        let mut own = std::mem::take(&mut self.scratch);
        own.clear();
        own.extend_from_slice(&area_type.0.to_le_bytes());
        own.push(u8::from(code.is_empty()));
        own.extend_from_slice(key.as_bytes());
        let position = self.position(Kind::Area, &own);
        self.scratch = own;
        let (at, new) = position?;
        if new {
            let area_type = owned(self.table.text(area_type));
            let (parent_code, parent_name) = (String::new(), String::new());
            self.table.areas.push(Area { code: owned(code), name: String::new(), area_type, parent_code, parent_name });
        }
        self.complete_area(line, at as usize, name_cell);
        Some(at)
    }

    /// Fills in what earlier rows left out.
    fn complete_area(&mut self, line: Line, at: usize, name: &str) {
        let Some(area) = self.table.areas.get_mut(at) else { return };
        if area.name.is_empty() && !name.is_empty() {
            area.name = plain(name).into_owned();
        }
        if area.parent_code.is_empty() && area.parent_name.is_empty() {
            let (code, name) = (present(line.cell(Meaning::ParentCode)), present(line.cell(Meaning::ParentName)));
            if !code.is_empty() || !name.is_empty() {
                area.parent_code = owned(bare_code(&plain(code)));
                area.parent_name = plain(name).into_owned();
            }
        }
    }

    /// The period of the row; `None` when there is none, with a problem.
    fn period(&mut self, line: Line) -> Option<u16> {
        let label = present(line.cell(Meaning::Period));
        if label.is_empty() {
            self.blame(line, Meaning::Period, ProblemKind::NoPeriod, "");
            return None;
        }
        let (start, length) = (line.cell(Meaning::PeriodStart), line.cell(Meaning::PeriodLength));
        let mut key = std::mem::take(&mut self.last_period.raw);
        let before = key.len();
        for part in [label, "\n", start, "\n", length, if line.schema.academic { "\na" } else { "" }] {
            key.push_str(part);
        }
        // The key of the row before stands first; often it is the same.
        let (last, new) = key.split_at(before);
        if last != new {
            self.last_period.id = self.spelling(line, new).map_or(u32::MAX, u32::from);
        }
        key.drain(..before);
        self.last_period.raw = key;
        let id = u16::try_from(self.last_period.id).ok().filter(|&id| id != UNKNOWN_PERIOD);
        if id.is_none() {
            self.blame(line, Meaning::Period, ProblemKind::UnknownPeriod, label);
        }
        id
    }

    /// The period of a spelling that differs from the last row's.
    fn spelling(&mut self, line: Line, key: &str) -> Option<u16> {
        let (at, new) = self.position(Kind::Spelling, key.as_bytes())?;
        if new {
            let id = read_period(line).and_then(|period| self.period_id(period)).unwrap_or(UNKNOWN_PERIOD);
            self.spellings.push(id);
        }
        self.spellings.get(at as usize).copied()
    }

    /// Position of a period; two spellings of one span are one period, under the first label.
    pub fn period_id(&mut self, period: Period) -> Option<u16> {
        if self.table.periods.len() >= MOST_PERIODS {
            self.problems.add(self.file, self.line, ProblemKind::TooMany, "", "periods");
            return None;
        }
        let [y1, y2] = period.year.to_le_bytes();
        let [m1, m2] = period.months.to_le_bytes();
        let (at, new) = self.position(Kind::Span, &[y1, y2, period.month, period.day, m1, m2, period.kind as u8])?;
        if new {
            self.table.periods.push(period);
        }
        u16::try_from(at).ok()
    }

    fn indicator(&mut self, line: Line) -> Option<IndicatorId> {
        let (id, name) = (present(line.cell(Meaning::IndicatorId)), present(line.cell(Meaning::Indicator)));
        let (key, meaning) = if id.is_empty() { (name, Meaning::Indicator) } else { (id, Meaning::IndicatorId) };
        let last = &self.last.0[meaning as usize];
        let at = match self.file_indicator {
            Some(at) if key.is_empty() => at,
            _ if last.raw == key && !key.is_empty() => last.id,
            _ => self.new_indicator(key, meaning)?,
        };
        self.complete_indicator(line, at as usize, if id.is_empty() { "" } else { name });
        Some(IndicatorId(at))
    }

    fn new_indicator(&mut self, raw: &str, meaning: Meaning) -> Option<u32> {
        let text = plain(raw);
        // A file without an indicator column holds one indicator, named by the file.
        let stem = self.table.files.get(usize::from(self.file)).map_or("", |file| stem(&file.name));
        let key = owned(if text.is_empty() { stem } else { bare_code(&text) });
        let (at, new) = self.position(Kind::Indicator, key.as_bytes())?;
        if new {
            self.table.indicators.push(Indicator { id: key, ..Indicator::default() });
        }
        if raw.is_empty() {
            self.file_indicator = Some(at);
            return Some(at);
        }
        Some(self.last.0[meaning as usize].keep(raw, at))
    }

    /// Fills in what earlier rows left out.
    fn complete_indicator(&mut self, line: Line, at: usize, name: &str) {
        let Some(indicator) = self.table.indicators.get_mut(at) else { return };
        let fill = |slot: &mut String, cell: &str| {
            if slot.is_empty() && !cell.is_empty() {
                *slot = plain(present(cell)).into_owned();
            }
        };
        fill(&mut indicator.name, name);
        fill(&mut indicator.polarity, line.cell(Meaning::Polarity));
        fill(&mut indicator.value_type, line.cell(Meaning::ValueType));
        let (unit, measure) = (line.cell(Meaning::Unit), line.cell(Meaning::Measure));
        if indicator.unit.is_empty() {
            fill(&mut indicator.unit, if is_sex(unit) { measure } else { unit });
        }
    }

    fn series_of(&mut self, line: Line, indicator: IndicatorId, months: u16) -> Option<u32> {
        let mut sex = self.text_of(line, Meaning::Sex)?;
        let mut category_type = self.text_of(line, Meaning::CategoryType)?;
        let mut category = self.text_of(line, Meaning::Category)?;
        let age = self.text_of(line, Meaning::Age)?;
        if line.schema.column(Meaning::Sex).is_none() {
            // Trafford's "unit" is the sex, or its "inequality" is.
            for meaning in [Meaning::Unit, Meaning::Group] {
                if is_sex(line.cell(meaning)) {
                    sex = self.text_of(line, meaning)?;
                }
            }
        }
        let group = present(line.cell(Meaning::Group));
        if !group.is_empty() && !is_sex(group) && line.schema.column(Meaning::Category).is_none() {
            category = self.text_of(line, Meaning::Group)?;
            category_type = self.text(line.schema.header(Meaning::Group))?;
        }
        let series = Series { indicator, sex, age, category_type, category, months };
        let mut key = [0; 24];
        let numbers = [indicator.0, sex.0, age.0, category_type.0, category.0, u32::from(months)];
        for (slot, number) in key.chunks_mut(4).zip(numbers) {
            slot.copy_from_slice(&number.to_le_bytes());
        }
        let (at, new) = self.position(Kind::Series, &key)?;
        if new {
            self.table.series.push(series);
        }
        Some(at)
    }

    fn published_labels(&mut self, line: Line, row: usize) {
        for (meaning, field) in [
            (Meaning::Trend, Field::Trend),
            (Meaning::ComparedToEngland, Field::ComparedToEngland),
            (Meaning::ComparedToParent, Field::ComparedToParent),
        ] {
            let label = line.cell(meaning);
            let last = &mut self.last.0[meaning as usize];
            if last.raw != label {
                let trend = PublishedTrend::from_label(label).map(|trend| trend as u32);
                let comparison = PublishedComparison::from_label(label).map(|comparison| comparison as u32);
                last.keep(label, if field == Field::Trend { trend } else { comparison }.unwrap_or(0));
            }
            self.table.set(row, field, u64::from(last.id));
        }
    }

    fn figures(&mut self, line: Line, row: usize) {
        let mut marks = 0;
        let (value, mut note) = self.value(line, &mut marks);
        if let Some(value) = value {
            self.table.set(row, Field::Value, value.to_bits());
        }
        let status = line.cell(Meaning::Status);
        if Absence::from_marker(status).is_none() {
            note.push_str(if note.is_empty() { "" } else { "; " });
            note.push_str(&plain(status));
        }
        if note.starts_with("Obsolete code") {
            marks |= mark::SUPERSEDED;
        }
        let note = self.note(&note);
        self.table.set(row, Field::Note, u64::from(note));
        if !line.shifted {
            self.limits(line, row, value, &mut marks);
            self.counts(line, row);
        }
        self.table.set(row, Field::Absence, u64::from(marks));
    }

    /// The value, or the reason there is none in `marks`; and the note on it.
    fn value(&mut self, line: Line, marks: &mut u8) -> (Option<f64>, String) {
        let mut note = owned(without_star(&plain(present(line.cell(Meaning::Note)))));
        let cell = plain(line.cell(Meaning::Value));
        if line.shifted {
            *marks = Absence::Unreadable as u8;
            return (None, note);
        }
        if let Some(value) = number::parse(&cell) {
            return (Some(value), note);
        }
        let said = Absence::from_marker(&cell);
        if said.is_none() {
            self.blame(line, Meaning::Value, ProblemKind::NotANumber, &cell);
        }
        let status =
            Absence::from_marker(line.cell(Meaning::Status)).filter(|_| !line.cell(Meaning::Status).is_empty());
        let absence = match said {
            None => Absence::Unreadable,
            Some(Absence::Missing) if status.is_some() => status.unwrap_or(Absence::Missing),
            Some(Absence::Missing) if Absence::note_withholds(&note) => Absence::Suppressed,
            Some(absence) => absence,
        };
        if note.is_empty() && among("low|[low]", &cell) {
            note = cell.into_owned();
        }
        *marks = absence as u8;
        (None, note)
    }

    /// A figure beside the value; anything but a number or a marker is a problem.
    fn figure(&mut self, line: Line, meaning: Meaning) -> Option<f64> {
        let cell = line.cell(meaning);
        if cell.is_empty() {
            return None;
        }
        let text = plain(cell);
        let figure = number::parse(&text);
        if figure.is_none() && Absence::from_marker(&text).is_none() {
            self.blame(line, meaning, ProblemKind::NotANumber, cell);
        }
        figure
    }

    fn limits(&mut self, line: Line, row: usize, value: Option<f64>, marks: &mut u8) {
        for (lower_meaning, upper_meaning, lower_field, upper_field) in [
            (Meaning::Lower, Meaning::Upper, Field::Lower95, Field::Upper95),
            (Meaning::Lower998, Meaning::Upper998, Field::Lower998, Field::Upper998),
        ] {
            let (lower, upper) = (self.figure(line, lower_meaning), self.figure(line, upper_meaning));
            let (Some(lower), Some(upper)) = (lower, upper) else { continue };
            let wrong = match value {
                _ if lower > upper => Some((ProblemKind::LimitsReversed, lower_meaning)),
                Some(value) if value < lower || value > upper => {
                    Some((ProblemKind::ValueOutsideInterval, Meaning::Value))
                }
                _ => None,
            };
            if let Some((kind, blamed)) = wrong {
                self.blame(line, blamed, kind, line.cell(blamed));
                *marks |= mark::NO_INTERVAL;
                continue;
            }
            self.table.set(row, lower_field, lower.to_bits());
            self.table.set(row, upper_field, upper.to_bits());
        }
    }

    fn counts(&mut self, line: Line, row: usize) {
        let both = [(Meaning::Count, Field::Count), (Meaning::Denominator, Field::Denominator)];
        let figures = both.map(|(meaning, field)| (self.figure(line, meaning), meaning, field));
        for (figure, meaning, _) in figures {
            if figure.is_some_and(|figure| figure < 0.0) {
                return self.blame(line, meaning, ProblemKind::ImpossibleCount, line.cell(meaning));
            }
        }
        for (figure, _, field) in figures {
            self.table.set(row, field, figure.map_or(NOTHING, f64::to_bits));
        }
    }

    fn note(&mut self, note: &str) -> u16 {
        if note.is_empty() {
            return 0;
        }
        let Some((at, new)) = self.position(Kind::Note, note.as_bytes()) else { return 0 };
        let Some(at) = u16::try_from(at).ok().and_then(|at| at.checked_add(1)) else {
            self.problems.add(self.file, 0, ProblemKind::TooMany, "", "notes");
            return 0;
        };
        if new {
            self.table.notes.push(owned(note));
        }
        at
    }
}

/// The period a row names, by its label, or by the publisher's own start and length where they say more.
fn read_period(line: Line) -> Option<Period> {
    let label = plain(line.cell(Meaning::Period));
    let (start, length) = (line.cell(Meaning::PeriodStart), line.cell(Meaning::PeriodLength));
    let parsed = Period::parse(&label).map(|period| if line.schema.academic { period.academic() } else { period });
    let told = super::spelling::months_of_range(length);
    match parsed {
        Some(period) if told.is_none_or(|months| months == period.months) => Some(period),
        parsed => Period::from_sortable(&label, start, length).or(parsed),
    }
}

/// Fingertips' website writes a star before each note.
fn without_star(note: &str) -> &str {
    note.strip_prefix("* ").unwrap_or(note)
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
