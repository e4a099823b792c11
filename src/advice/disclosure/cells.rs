//! The counts of a measure as cells: what of them is known, and how closely.

use std::collections::BTreeMap;

use super::Leak;
use crate::advice::finding::Check;
use crate::compare::Cell as Figure;
use crate::config::{Choice, Config, Key, ValueType};
use crate::data::{Absence, Indicator, IndicatorId, Row, Table, TextId, among, parse_number};

/// Counts below this are small where the files do not show another rule.
pub(super) const LEAST: f64 = 5.0;
/// No rule for small numbers goes beyond this.
const MOST_LEAST: f64 = 10.0;

/// What a count is of. Areas go by their code, whatever the type they stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellKey {
    pub area: u32,
    pub sex: TextId,
    pub age: TextId,
    pub category_type: TextId,
    pub category: TextId,
    /// The first day of the period and the day after the last, as days of months of 32.
    pub span: (i32, i32),
}

/// What is known of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum State {
    /// It, and by how much it may be off.
    Known(f64, f64),
    /// It was withheld to protect people.
    Withheld,
    /// Nobody says.
    Unknown,
}

/// A count.
#[derive(Debug, Clone, Copy)]
pub(super) struct OneCell {
    pub key: CellKey,
    pub state: State,
    /// Its first row.
    pub row: usize,
}

/// The counts of a measure.
#[derive(Debug)]
pub(super) struct Cells {
    /// By their keys.
    pub all: Vec<OneCell>,
    /// The codes of areas, or names where there are none, by which keys speak of them.
    pub areas: Vec<String>,
    /// Whether the figures only look like counts, so that no sum may be taken on trust.
    pub are_guessed: bool,
    /// Counts below this are small.
    pub least: f64,
    /// What rows tell by themselves.
    told: Vec<(Check, CellKey)>,
}

/// How the counts of a measure are read from its rows.
struct Reading {
    /// The figure is the count.
    value_is_count: bool,
    are_guessed: bool,
    /// The "per" of the rates.
    per: Option<f64>,
    /// Half a unit in the last decimal of the rates.
    half: f64,
    /// By how much counts are off that were rounded.
    rounded: f64,
}

impl Cells {
    pub fn of(table: &Table, config: &Config, indicator: IndicatorId, rows: &[Row]) -> Cells {
        let reading = Reading::of(config, table.indicator(indicator), rows);
        let mut areas: Vec<String> = rows.iter().map(|row| code(table, row)).collect();
        areas.sort_unstable();
        areas.dedup();
        let mut cells = BTreeMap::<CellKey, OneCell>::new();
        let mut told = Vec::new();
        for row in rows {
            let key = key(table, &areas, row);
            let (state, tells) = reading.state(row);
            told.extend(tells.map(|check| (check, key)));
            let cell = cells.entry(key).or_insert(OneCell { key, state, row: row.index });
            match (cell.state, state) {
                (State::Withheld, State::Known(..)) | (State::Known(..), State::Withheld) => {
                    told.push((Check::ShownElsewhere, key));
                    if state != State::Withheld {
                        cell.state = state;
                    }
                }
                (State::Unknown, state) => *cell = OneCell { key, state, row: row.index },
                _ => {}
            }
        }
        let all: Vec<OneCell> = cells.into_values().collect();
        let least = least(&all);
        told.extend(small_shown(&all, &reading));
        told.sort_unstable();
        told.dedup();
        Cells { all, areas, are_guessed: reading.are_guessed, least, told }
    }

    /// The place of a key.
    pub fn find(&self, key: &CellKey) -> Option<usize> {
        self.all.binary_search_by_key(key, |cell| cell.key).ok()
    }

    /// What rows tell by themselves, without any sum.
    pub fn told_in_rows(&self) -> Vec<Leak> {
        let leak = |(check, key): &(Check, CellKey)| {
            let cell = self.find(key)?;
            Some(Leak { check: *check, cells: vec![cell], from: Vec::new() })
        };
        self.told.iter().filter_map(leak).collect()
    }
}

/// From which count on the files show what they do not withhold, where that is a rule that is in use; else the usual one.
fn least(all: &[OneCell]) -> f64 {
    let shown = all.iter().filter_map(|cell| match cell.state {
        State::Known(count, off) if count > 0.0 && off == 0.0 => Some(count),
        _ => None,
    });
    let smallest = shown.fold(f64::INFINITY, f64::min);
    if (LEAST..=MOST_LEAST).contains(&smallest) { smallest } else { LEAST }
}

/// Counts that are small and shown.
fn small_shown(all: &[OneCell], reading: &Reading) -> Vec<(Check, CellKey)> {
    if reading.are_guessed || reading.rounded > 0.0 {
        return Vec::new();
    }
    let is_small = |cell: &&OneCell| matches!(cell.state, State::Known(count, 0.0) if count > 0.0 && count < LEAST);
    all.iter().filter(is_small).map(|cell| (Check::SmallShown, cell.key)).collect()
}

/// The code of an area, or its name where the file has no codes.
pub(super) fn code(table: &Table, row: &Row) -> String {
    let area = table.area(row.area());
    if area.code.is_empty() { area.name.clone() } else { area.code.clone() }
}

fn key(table: &Table, areas: &[String], row: &Row) -> CellKey {
    let (series, period) = (table.one_series(row.series()), table.period(row.period()));
    let area = areas.binary_search(&code(table, row)).unwrap_or_default();
    let day = |month: i32| month * 32 + i32::from(period.day);
    let start = period.first_month();
    CellKey {
        area: area as u32,
        sex: series.sex,
        age: series.age,
        category_type: series.category_type,
        category: series.category,
        span: (day(start), day(start + i32::from(period.months))),
    }
}

impl Reading {
    fn of(config: &Config, indicator: &Indicator, rows: &[Row]) -> Reading {
        let word = |key| config.word_for(&indicator.id, &indicator.name, key);
        let value_type = ValueType::read(word(Key::ValueType)).or_else(|| ValueType::read(&indicator.value_type));
        let unit = if word(Key::Unit).is_empty() { indicator.unit.as_str() } else { word(Key::Unit) };
        let has_counts = rows.iter().any(|row| row.count().is_some() || row.denominator().is_some());
        let is_count = value_type == Some(ValueType::Count) || is_number_of(unit);
        let looks_like_counts = value_type.is_none()
            && !has_counts
            && unit.is_empty()
            && rows.iter().filter_map(|row| row.cell().value()).all(|value| value >= 0.0 && value.fract() == 0.0);
        let per = parse_number(word(Key::Multiplier)).or_else(|| per(rows)).or_else(|| match value_type {
            Some(ValueType::Proportion) => Some(100.0),
            Some(ValueType::Rate) => per_of_unit(unit),
            None if unit == "%" => Some(100.0),
            _ => None,
        });
        Reading {
            value_is_count: !has_counts && (is_count || looks_like_counts),
            are_guessed: !has_counts && !is_count,
            per,
            half: half_of_last(rows),
            rounded: rounded(rows),
        }
    }

    /// What is known of the count of a row, and what the row tells that was withheld in it.
    fn state(&self, row: &Row) -> (State, Option<Check>) {
        let shown = row.count().map(|count| State::Known(count, self.rounded));
        match row.cell() {
            Figure::Absent(Absence::Suppressed) => match shown {
                Some(shown) => (shown, Some(Check::ShownElsewhere)),
                None => (State::Withheld, None),
            },
            Figure::Absent(_) => (shown.unwrap_or(State::Unknown), None),
            Figure::Value(value) if self.value_is_count => (State::Known(value, self.rounded), None),
            Figure::Value(value) => match (shown, self.by_rate(row, value)) {
                (Some(shown), _) => (shown, None),
                (None, Some((count, off))) if row.count_withheld() => {
                    let is_told = off <= 0.5 || count + off < LEAST;
                    let told = is_told.then_some(Check::RateTellsCount);
                    (if is_told { State::Known(count, off) } else { State::Withheld }, told)
                }
                (None, _) if row.count_withheld() => (State::Withheld, None),
                (None, Some((count, off))) => (State::Known(count, off), None),
                (None, None) => (State::Unknown, None),
            },
        }
    }

    /// The count behind a rate, and by how much rounding may put it off.
    fn by_rate(&self, row: &Row, value: f64) -> Option<(f64, f64)> {
        let (denominator, per) = (row.denominator()?, self.per?);
        // Never quite exact: a count that is shown is.
        Some((value * denominator / per, (self.half * denominator / per).max(1e-6)))
    }
}

/// Whether a unit says that figures are numbers of people or things.
fn is_number_of(unit: &str) -> bool {
    among("count|number|persons|people|pupils|cases|deaths", unit)
}

/// The "per" on which the rows with all three figures agree.
fn per(rows: &[Row]) -> Option<f64> {
    const PER: [f64; 5] = [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0];
    let mut fits = [true; PER.len()];
    let mut asked = 0;
    for row in rows {
        let (Some(value), Some(count), Some(of)) = (row.cell().value(), row.count(), row.denominator()) else {
            continue;
        };
        if count > 0.0 && of > 0.0 && value > 0.0 {
            asked += 1;
            for (fits, per) in fits.iter_mut().zip(PER) {
                let exact = per * count / of;
                *fits &= (value - exact).abs() <= 0.51_f64.min(0.006 * exact + 0.051);
            }
        }
    }
    PER.into_iter().zip(fits).find(|&(_, fits)| fits && asked > 0).map(|(per, _)| per)
}

/// The number in a unit such as "per 100,000 people".
fn per_of_unit(unit: &str) -> Option<f64> {
    unit.split_whitespace().find_map(parse_number).filter(|per| *per > 1.0)
}

/// Half a unit in the last decimal that any value has; nothing from the fifth on, where values are not rounded.
fn half_of_last(rows: &[Row]) -> f64 {
    let values = || rows.iter().filter_map(|row| row.cell().value());
    for unit in [1.0, 10.0, 100.0, 1_000.0, 10_000.0] {
        let is_whole = |value: f64| (value * unit - (value * unit).round()).abs() < 1e-6 * unit.max(value.abs());
        if values().all(is_whole) {
            return 0.5 / unit;
        }
    }
    0.0
}

/// By how much counts may be off that are all multiples of 5 or 10, where there are enough of them to tell.
fn rounded(rows: &[Row]) -> f64 {
    let counts = || rows.iter().filter_map(|row| row.count()).filter(|count| *count > 0.0);
    let all_of = |base: f64| counts().all(|count| count % base == 0.0);
    match counts().count() {
        0..8 => 0.0,
        _ if all_of(10.0) => 5.0,
        _ if all_of(5.0) => 2.5,
        _ => 0.0,
    }
}
