//! What can be judged only when every file is read: facts from the lookup tables, start years that are financial years,
//! the order of periods, counts above their denominators, keys that stand twice.

use super::absence::contains;
use super::intern::{hash, probe};
use super::rows::{Kind, Rows};
use super::table::{FIGURES, Field, KEY, NOTHING, mark};
use super::words::{fill, owned};
use super::{FileKind, Indicator, IndicatorId, Period, PeriodKind, ProblemKind};

/// Brings everything together, in the order in which one step needs the other.
pub fn finish(rows: &mut Rows) {
    describe_areas(rows);
    describe_indicators(rows);
    #[cfg(more)]
    rows.table.hierarchy.take(std::mem::take(&mut rows.lookups.hierarchy), &rows.table.areas);
    for row in 0..rows.table.rows {
        spell_out_year(rows, row);
    }
    let moved = order_periods(rows);
    let count = rows.table.rows;
    // Only positions are held to find keys that stand twice: four bytes a slot, while it lasts.
    let mut slots = vec![0; (count + count / 2).next_power_of_two()];
    for row in 0..count {
        let period = moved.get(rows.table.get(row, Field::Period) as usize).copied().unwrap_or(0);
        rows.table.set(row, Field::Period, u64::from(period));
        check_proportion(rows, row);
        find_duplicate(rows, row, &mut slots);
    }
}

/// Takes names, types and parents from the area tables; an area that stands in none is a problem. One without a name
/// goes by its code.
fn describe_areas(rows: &mut Rows) {
    let (lookups, seen) = (&rows.lookups, &mut rows.seen);
    for (at, area) in rows.table.areas.iter_mut().enumerate() {
        let known = lookups.find(seen, Kind::OfArea, &area.code);
        if let Some([_, name, area_type, parent_code, parent_name, ..]) = known {
            fill(&mut area.name, name);
            fill(&mut area.area_type, area_type);
            area.fill_parent(parent_code, parent_name);
        } else if lookups.of_areas && !area.code.is_empty() {
            let (file, line) = rows.first_places[0][at];
            rows.problems.add(file, line, ProblemKind::UnknownAreaCode, "", &area.code);
        }
        if let Some([code, name, ..]) = lookups.find(seen, Kind::OfChild, &area.code) {
            area.fill_parent(code, name);
        }
        fill(&mut area.name, &area.code);
    }
}

/// Takes names, polarity and value types from the indicator tables. An indicator without a name goes by its id.
fn describe_indicators(rows: &mut Rows) {
    let (lookups, seen) = (&rows.lookups, &mut rows.seen);
    for (at, indicator) in rows.table.indicators.iter_mut().enumerate() {
        let Indicator { id, name, unit, polarity, value_type } = indicator;
        if let Some([_, known @ ..]) = lookups.find(seen, Kind::OfIndicator, id) {
            for (slot, known) in [&mut *name, polarity, value_type, unit].into_iter().zip(known) {
                fill(slot, known);
            }
        }
        if lookups.of_indicators && name.is_empty() {
            let (file, line) = rows.first_places[1][at];
            rows.problems.add(file, line, ProblemKind::UnknownIndicator, "", id);
        }
        fill(name, id);
    }
}

/// DHSC's extract names every period by its start year. Where the indicator table says that its years are financial or
/// academic, the period is that year; a period of several years keeps its label and no length, for none is told.
fn spell_out_year(rows: &mut Rows, row: usize) {
    let (file, _) = rows.table.row(row).place();
    if rows.table.files.get(usize::from(file)).is_none_or(|file| file.kind != FileKind::DhscExtract) {
        return;
    }
    let (series, old) = (rows.table.get(row, Field::Series) as usize, rows.table.get(row, Field::Period) as u16);
    let IndicatorId(indicator) = rows.table.series[series].indicator;
    let next = rows.spellings.len();
    let Some(at) = rows.number_of(Kind::StartYear, &[indicator, u32::from(old)], next) else { return };
    if at as usize == next {
        let id = &rows.table.indicators[indicator as usize].id;
        let facts = rows.lookups.find(&mut rows.seen, Kind::OfIndicator, id);
        let period_type = facts.and_then(|facts| facts.last()).map_or("", String::as_str);
        let spelt = spell_out(&rows.table.periods[usize::from(old)], period_type);
        let period = rows.period_id(spelt).unwrap_or(old);
        rows.spellings.push(period);
    }
    let period = rows.spellings[at as usize];
    rows.table.set(row, Field::Period, u64::from(period));
    // A series of such a file has one indicator and so one length.
    rows.table.series[series].months = rows.table.periods[usize::from(period)].months;
}

fn spell_out(period: &Period, period_type: &str) -> Option<Period> {
    if period.kind != PeriodKind::Calendar || period.months != 12 {
        return None;
    }
    if contains(period_type, "multi") {
        return Some(Period { kind: PeriodKind::Span, months: 0, label: owned(&period.label), ..*period });
    }
    let academic = contains(period_type, "academic");
    if !academic && !contains(period_type, "financial") {
        return None;
    }
    let end = decimal((period.year as u32 + 1) % 100 + 100);
    Period::read(&[&period.label, "/", end.get(1..)?].concat(), "", "", academic)
}

/// Sorts the periods by start, then length, so that their positions are in order of time; returns where each went.
fn order_periods(rows: &mut Rows) -> Vec<u16> {
    let periods = &mut rows.table.periods;
    let mut order: Vec<u16> = Vec::new();
    // There are few, and files are mostly in order one way or the other.
    for end in 0..periods.len() {
        order.push(end as u16);
        let mut at = end;
        while at > 0 && periods[at - 1].span() > periods[at].span() {
            periods.swap(at - 1, at);
            order.swap(at - 1, at);
            at -= 1;
        }
    }
    let mut moved = order.clone();
    for (new, &old) in order.iter().enumerate() {
        moved[usize::from(old)] = new as u16;
    }
    moved
}

/// A count above its denominator cannot be, where the indicator is known to be a share of the whole.
fn check_proportion(rows: &mut Rows, row: usize) {
    let figure = |field| f64::from_bits(rows.table.get(row, field));
    let (count, denominator) = (figure(Field::Count), figure(Field::Denominator));
    if !count.is_finite() || count <= denominator {
        return; // what is not there is above every figure
    }
    let IndicatorId(indicator) = rows.table.series[rows.table.get(row, Field::Series) as usize].indicator;
    let Indicator { value_type, unit, .. } = &rows.table.indicators[indicator as usize];
    let share = value_type.eq_ignore_ascii_case("proportion")
        || (value_type.is_empty() && (unit == "%" || contains(unit, "percentage")));
    if share {
        rows.table.set(row, Field::Count, NOTHING);
        rows.table.set(row, Field::Denominator, NOTHING);
        blame(rows, row, ProblemKind::ImpossibleCount, "> 100%");
    }
}

fn blame(rows: &mut Rows, row: usize, kind: ProblemKind, found: &str) {
    let (file, line) = rows.table.row(row).place();
    rows.problems.add(file, line, kind, "", found);
}

/// Finds the row before that has the key of this one.
fn find_duplicate(rows: &mut Rows, row: usize, slots: &mut [u32]) {
    let table = &rows.table;
    let key = KEY.map(|column| table.columns.get(row, column)).fold(0, |key: u64, part| (key << 22).wrapping_add(part));
    let slot = probe(slots, hash(&key.to_le_bytes()), &|other| table.alike(row, other as usize, KEY));
    match slots[slot].checked_sub(1) {
        Some(first) => reject(rows, first as usize, row),
        None => slots[slot] = row as u32 + 1,
    }
}

/// Marks a row whose key stood before, and the row before too when they differ.
fn reject(rows: &mut Rows, first: usize, row: usize) {
    let table = &mut rows.table;
    let (marks, other) = (table.get(row, Field::Absence) as u8, table.get(first, Field::Absence) as u8);
    let same =
        other & mark::DUPLICATE == 0 && (marks ^ other) & mark::REASON == 0 && table.alike(row, first, 0..FIGURES);
    let (kind, mark) = match same {
        true => (ProblemKind::RepeatedRow, mark::REPEATED),
        false => (ProblemKind::DuplicateKey, mark::DUPLICATE),
    };
    table.set(row, Field::Absence, u64::from(marks | mark));
    if !same {
        table.set(first, Field::Absence, u64::from(other | mark));
    }
    let (_, line) = table.row(first).place();
    blame(rows, row, kind, &decimal(line));
}

/// A number as digits, without the standard library's formatting.
pub fn decimal(mut number: u32) -> String {
    let mut digits = String::new();
    loop {
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}
