//! One record of figures into one row of the table.
//!
//! Nothing is allocated for a row whose texts were seen before; the last text of each column is remembered, because
//! files are sorted.

use super::intern::{self, Index};
use super::lookup::{bare_code, present};
use super::markup::plain;
use super::problem::Problems;
use super::records::Record;
use super::schema::Schema;
use super::table::{Field, NOTHING, mark};
use super::{
    Absence, Area, Indicator, IndicatorId, Meaning, Period, ProblemKind, PublishedComparison, PublishedTrend, Series,
    SeriesId, Table, TextId, number,
};

/// Bytes of different texts (names, notes, categories) that are kept.
const MOST_TEXT: usize = 64 << 20;
/// Rows that are kept.
pub const MOST_ROWS: usize = 16_000_000;
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
    texts: Index,
    notes: Index,
    indicators: Index,
    areas: Index,
    /// Type of each area, as a shared text.
    area_types: Vec<TextId>,
    series: Index,
    /// Label, sortable start and range of each period met, with its position.
    spellings: Vec<(String, u16)>,
    spelling_index: Index,
    periods: Index,
    last: LastCells,
    last_period: Last,
    scratch: String,
    text_bytes: usize,
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
        let Some(area) = self.area(line) else { return self.blame(line, Meaning::AreaCode, ProblemKind::NoArea, "") };
        let Some(period) = self.period(line) else { return };
        let indicator = self.indicator(line);
        let months = self.table.periods.get(usize::from(period)).map_or(0, |period| period.months);
        let series = self.series_of(line, indicator, months);
        let row = self.table.rows;
        if row >= MOST_ROWS {
            return self.blame(line, Meaning::AreaCode, ProblemKind::TooLarge, "");
        }
        self.place(line.number);
        self.table.rows += 1;
        self.table.set(row, Field::Area, u64::from(area));
        self.table.set(row, Field::Period, u64::from(period));
        self.table.set(row, Field::Series, u64::from(series.0));
        self.published_labels(line, row);
        self.figures(line, row);
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

    /// Position of a shared text.
    pub fn text(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId(0);
        }
        let hash = intern::hash(text.as_bytes());
        if let Some(at) = self.texts.find(hash, |at| self.table.texts[at] == text) {
            return TextId(at);
        }
        if !self.takes(text) {
            return TextId(0);
        }
        let at = self.table.texts.len() as u32;
        self.table.texts.push(String::from(text));
        self.texts.insert(hash, at);
        TextId(at)
    }

    /// Whether there is room for another text; if so it is counted.
    fn takes(&mut self, text: &str) -> bool {
        let room = self.text_bytes + text.len() <= MOST_TEXT;
        if room {
            self.text_bytes += text.len();
        } else {
            self.problems.add(self.file, 0, ProblemKind::TooMany, "", "texts");
        }
        room
    }

    /// The shared text of a cell, through the last cell of its column.
    fn text_of(&mut self, line: Line, meaning: Meaning) -> TextId {
        let raw = present(line.cell(meaning));
        let last = &self.last.0[meaning as usize];
        if last.raw == raw {
            return TextId(last.id);
        }
        let text = plain(raw);
        let unquoted = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&text);
        let id = self.text(unquoted);
        TextId(self.last.0[meaning as usize].keep(raw, id.0))
    }

    fn area(&mut self, line: Line) -> Option<u32> {
        let area_type = self.text_of(line, Meaning::AreaType);
        let code = plain(present(line.cell(Meaning::AreaCode)));
        let code = bare_code(&code);
        let name_cell = present(line.cell(Meaning::AreaName));
        let name = if code.is_empty() { plain(name_cell) } else { "".into() };
        let key = if code.is_empty() { name.as_ref() } else { code };
        if key.is_empty() {
            return None;
        }
        let hash = intern::hash(key.as_bytes());
        let found = self.areas.find(hash, |at| {
            let area: &Area = &self.table.areas[at];
            self.area_types[at] == area_type && area.code == code && (!code.is_empty() || area.name == key)
        });
        if let Some(at) = found {
            self.complete_area(line, at as usize, name_cell);
            return Some(at);
        }
        if !self.takes(key) {
            return None;
        }
        let at = self.table.areas.len() as u32;
        let area_type_text = String::from(self.table.text(area_type));
        self.table.areas.push(Area {
            code: String::from(code),
            name: plain(name_cell).into_owned(),
            area_type: area_type_text,
            parent_code: String::new(),
            parent_name: String::new(),
        });
        self.area_types.push(area_type);
        self.areas.insert(hash, at);
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
                area.parent_code = String::from(bare_code(&plain(code)));
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
        let mut key = std::mem::take(&mut self.scratch);
        key.clear();
        for part in [label, "\n", start, "\n", length, if line.schema.academic { "\na" } else { "" }] {
            key.push_str(part);
        }
        let id = if self.last_period.raw == key {
            self.last_period.id
        } else {
            let id = self.spelling(line, &key);
            self.last_period.keep(&key, id)
        };
        self.scratch = key;
        let id = u16::try_from(id).ok().filter(|&id| id != UNKNOWN_PERIOD);
        if id.is_none() {
            self.blame(line, Meaning::Period, ProblemKind::UnknownPeriod, label);
        }
        id
    }

    /// The period of a spelling that differs from the last row's.
    fn spelling(&mut self, line: Line, key: &str) -> u32 {
        let hash = intern::hash(key.as_bytes());
        if let Some(at) = self.spelling_index.find(hash, |at| self.spellings[at].0 == key) {
            return u32::from(self.spellings[at as usize].1);
        }
        let id = match read_period(line) {
            Some(period) => self.period_id(period),
            None => UNKNOWN_PERIOD,
        };
        if self.takes(key) {
            self.spelling_index.insert(hash, self.spellings.len() as u32);
            self.spellings.push((String::from(key), id));
        }
        u32::from(id)
    }

    /// Position of a period; two spellings of one span are one period, under the first label.
    pub fn period_id(&mut self, period: Period) -> u16 {
        let start = u32::from(period.month) << 8 | u32::from(period.day);
        let hash = intern::hash_numbers(&[period.year as u32, start, u32::from(period.months), period.kind as u32]);
        let same = |at: usize| self.table.periods[at].is_same_span(&period);
        if let Some(at) = self.periods.find(hash, same) {
            return at as u16;
        }
        let at = self.table.periods.len();
        if at >= usize::from(UNKNOWN_PERIOD) {
            self.problems.add(self.file, 0, ProblemKind::TooMany, "", "periods");
            return UNKNOWN_PERIOD;
        }
        self.table.periods.push(period);
        self.periods.insert(hash, at as u32);
        at as u16
    }

    fn indicator(&mut self, line: Line) -> IndicatorId {
        let (id, name) = (present(line.cell(Meaning::IndicatorId)), present(line.cell(Meaning::Indicator)));
        let (key, meaning) = if id.is_empty() { (name, Meaning::Indicator) } else { (id, Meaning::IndicatorId) };
        let last = &self.last.0[meaning as usize];
        let at = match self.file_indicator {
            Some(at) if key.is_empty() => at,
            _ if last.raw == key && !key.is_empty() => last.id,
            _ => self.new_indicator(key, meaning),
        };
        self.complete_indicator(line, at as usize, if id.is_empty() { "" } else { name });
        IndicatorId(at)
    }

    fn new_indicator(&mut self, raw: &str, meaning: Meaning) -> u32 {
        let text = plain(raw);
        // A file without an indicator column holds one indicator, named by the file.
        let stem = self.table.files.get(usize::from(self.file)).map_or("", |file| stem(&file.name));
        let key = String::from(if text.is_empty() { stem } else { bare_code(&text) });
        let hash = intern::hash(key.as_bytes());
        let at = self.indicators.find(hash, |at| self.table.indicators[at].id == key).unwrap_or_else(|| {
            let at = self.table.indicators.len() as u32;
            self.table.indicators.push(Indicator { id: key, ..Indicator::default() });
            self.indicators.insert(hash, at);
            at
        });
        if raw.is_empty() {
            self.file_indicator = Some(at);
            return at;
        }
        self.last.0[meaning as usize].keep(raw, at)
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
        let unit = line.cell(Meaning::Unit);
        fill(&mut indicator.unit, if is_sex(unit) { "" } else { unit });
        fill(&mut indicator.unit, line.cell(Meaning::Measure));
    }

    fn series_of(&mut self, line: Line, indicator: IndicatorId, months: u16) -> SeriesId {
        let mut sex = self.text_of(line, Meaning::Sex);
        let mut category_type = self.text_of(line, Meaning::CategoryType);
        let mut category = self.text_of(line, Meaning::Category);
        let age = self.text_of(line, Meaning::Age);
        if line.schema.column(Meaning::Sex).is_none() {
            // Trafford's "unit" is the sex, or its "inequality" is.
            if is_sex(line.cell(Meaning::Unit)) {
                sex = self.text_of(line, Meaning::Unit);
            }
            if is_sex(line.cell(Meaning::Group)) {
                sex = self.text_of(line, Meaning::Group);
            }
        }
        let group = line.cell(Meaning::Group);
        if !present(group).is_empty() && !is_sex(group) && line.schema.column(Meaning::Category).is_none() {
            category = self.text_of(line, Meaning::Group);
            category_type = self.text(line.schema.header(Meaning::Group));
        }
        let series = Series { indicator, sex, age, category_type, category, months };
        let key = [indicator.0, sex.0, age.0, category_type.0, category.0, u32::from(months)];
        let hash = intern::hash_numbers(&key);
        let found = self.series.find(hash, |at| self.table.series[at] == series);
        SeriesId(found.unwrap_or_else(|| {
            let at = self.table.series.len() as u32;
            self.table.series.push(series);
            self.series.insert(hash, at);
            at
        }))
    }

    fn published_labels(&mut self, line: Line, row: usize) {
        let trend = PublishedTrend::from_label(line.cell(Meaning::Trend));
        self.table.set(row, Field::Trend, trend.map_or(0, |trend| trend as u64));
        for (meaning, field) in [
            (Meaning::ComparedToEngland, Field::ComparedToEngland),
            (Meaning::ComparedToParent, Field::ComparedToParent),
        ] {
            let label = PublishedComparison::from_label(line.cell(meaning));
            self.table.set(row, field, label.map_or(0, |label| label as u64));
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
        let mut note = String::from(plain(present(line.cell(Meaning::Note))).trim_start_matches(['*', ' ']));
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
        if note.is_empty() && cell.trim_matches(['[', ']']).eq_ignore_ascii_case("low") {
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
        let hash = intern::hash(note.as_bytes());
        if let Some(at) = self.notes.find(hash, |at| self.table.notes[at] == note) {
            return at as u16;
        }
        let at = self.table.notes.len();
        if at > usize::from(u16::MAX) {
            self.problems.add(self.file, 0, ProblemKind::TooMany, "", "notes");
            return 0;
        }
        if !self.takes(note) {
            return 0;
        }
        self.table.notes.push(String::from(note));
        self.notes.insert(hash, at as u32);
        at as u16
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

/// Whether a cell names a sex, as it should not in a column of units.
fn is_sex(cell: &str) -> bool {
    const SEXES: [&str; 8] = ["persons", "people", "male", "female", "males", "females", "men", "women"];
    SEXES.iter().any(|sex| sex.eq_ignore_ascii_case(cell))
}

/// The name of a file without folder and ending.
fn stem(name: &str) -> &str {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.split_once('.').map_or(base, |(stem, _)| stem)
}
