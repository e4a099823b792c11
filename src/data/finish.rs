//! What can be judged only when every file is read: facts from the lookup tables, start years that are financial years,
//! the order of periods, counts above their denominators, keys that stand twice.

use super::absence::contains;
use super::intern::hash;
use super::lookup::{Facts, Lookups};
use super::rows::Rows;
use super::table::{FIGURES, Field, NOTHING, mark};
use super::{FileKind, IndicatorId, Period, PeriodId, PeriodKind, ProblemKind};

/// Brings everything together, in the order in which one step needs the other.
pub fn finish(rows: &mut Rows, mut lookups: Lookups) {
    lookups.settle_parents();
    describe_areas(rows, &lookups);
    let period_types = describe_indicators(rows, &lookups);
    if rows.table.files.iter().any(|file| file.kind == FileKind::DhscExtract) {
        spell_out_years(rows, &period_types);
    }
    order_periods(rows);
    check_proportions(rows);
    find_duplicates(rows);
    name_the_nameless(rows);
}

/// Takes names, types and parents from the area tables; an area that stands in none is a problem.
fn describe_areas(rows: &mut Rows, lookups: &Lookups) {
    let codes = lookups.areas.positions();
    let mut unknown = Vec::new();
    for area in &mut rows.table.areas {
        let facts = codes.find(area.code.as_bytes()).and_then(|at| lookups.areas.rows.get(at as usize));
        if let Some([_, name, area_type, parent_code, parent_name, _]) = facts {
            fill(&mut area.name, name);
            fill(&mut area.area_type, area_type);
            if area.parent_code.is_empty() && area.parent_name.is_empty() {
                fill(&mut area.parent_code, parent_code);
                fill(&mut area.parent_name, parent_name);
            }
        }
        let known = facts.is_some() || area.code.is_empty() || lookups.areas.rows.is_empty();
        unknown.push(if known { String::new() } else { area.code.clone() });
    }
    blame_first(rows, unknown, ProblemKind::UnknownAreaCode, |rows, row| rows.table.get(row, Field::Area) as usize);
}

/// Blames the first row of each thing that was named as unknown.
fn blame_first(rows: &mut Rows, mut unknown: Vec<String>, kind: ProblemKind, thing: fn(&Rows, usize) -> usize) {
    if unknown.iter().all(String::is_empty) {
        return;
    }
    for row in 0..rows.table.rows {
        let found = unknown.get_mut(thing(rows, row)).map(std::mem::take).unwrap_or_default();
        if !found.is_empty() {
            blame(rows, row, kind, &found);
        }
    }
}

fn fill(slot: &mut String, fact: &str) {
    if slot.is_empty() {
        slot.push_str(fact);
    }
}

/// Takes names, polarity and value types from the indicator tables; returns the period type of each indicator.
fn describe_indicators(rows: &mut Rows, lookups: &Lookups) -> Vec<String> {
    let ids = lookups.indicators.positions();
    let nothing = Facts::default();
    let (mut unknown, mut period_types) = (Vec::new(), Vec::new());
    for indicator in &mut rows.table.indicators {
        let facts = ids.find(indicator.id.as_bytes()).and_then(|at| lookups.indicators.rows.get(at as usize));
        let [_, name, polarity, value_type, period_type, unit] = facts.unwrap_or(&nothing);
        fill(&mut indicator.name, name);
        fill(&mut indicator.polarity, polarity);
        fill(&mut indicator.value_type, value_type);
        fill(&mut indicator.unit, unit);
        let known = lookups.indicators.rows.is_empty() || !indicator.name.is_empty();
        unknown.push(if known { String::new() } else { indicator.id.clone() });
        period_types.push(period_type.clone());
    }
    blame_first(rows, unknown, ProblemKind::UnknownIndicator, indicator_of);
    period_types
}

fn indicator_of(rows: &Rows, row: usize) -> usize {
    let series = rows.table.get(row, Field::Series) as usize;
    let IndicatorId(indicator) = rows.table.series[series].indicator;
    indicator as usize
}

fn blame(rows: &mut Rows, row: usize, kind: ProblemKind, found: &str) {
    let (file, line) = rows.table.row(row).place();
    rows.problems.add(file, line, kind, "", found);
}

/// DHSC's extract names every period by its start year. Where the indicator table says that its years are financial or
/// academic, the period is that year; a period of several years keeps its label and no length, for none is told.
fn spell_out_years(rows: &mut Rows, period_types: &[String]) {
    let mut spelt: Vec<(u32, u16, u16)> = Vec::new();
    for row in 0..rows.table.rows {
        let (file, _) = rows.table.row(row).place();
        if rows.table.files.get(usize::from(file)).is_none_or(|file| file.kind != FileKind::DhscExtract) {
            continue;
        }
        let series = rows.table.get(row, Field::Series) as usize;
        let (indicator, old) = (indicator_of(rows, row), rows.table.get(row, Field::Period) as u16);
        let known = spelt.iter().rev().find(|&&(known, period, _)| known == indicator as u32 && period == old);
        let new = match known {
            Some(&(_, _, new)) => new,
            None => {
                let year = spell_out(
                    &rows.table.periods[usize::from(old)],
                    period_types.get(indicator).map_or("", String::as_str),
                );
                let new = year.and_then(|period| rows.period_id(period)).unwrap_or(old);
                spelt.push((indicator as u32, old, new));
                new
            }
        };
        rows.table.set(row, Field::Period, u64::from(new));
        // A series of such a file has one indicator and so one length.
        rows.table.series[series].months = rows.table.periods[usize::from(new)].months;
    }
}

fn spell_out(period: &Period, period_type: &str) -> Option<Period> {
    let pair = |kind, month| {
        let end = (period.year + 1) % 100;
        let digits = [b'0' + (end / 10) as u8, b'0' + (end % 10) as u8].map(char::from);
        let mut label = period.label.clone();
        label.push('/');
        label.extend(digits);
        Period { kind, month, label, ..period.clone() }
    };
    match () {
        () if period.kind != PeriodKind::Calendar || period.months != 12 => None,
        () if contains(period_type, "multi") => Some(Period { kind: PeriodKind::Span, months: 0, ..period.clone() }),
        () if contains(period_type, "financial") => Some(pair(PeriodKind::Financial, 4)),
        () if contains(period_type, "academic") => Some(pair(PeriodKind::Academic, 8)),
        () => None,
    }
}

/// Sorts the periods by start, then length, so that their positions are in order of time.
fn order_periods(rows: &mut Rows) {
    let table = &mut rows.table;
    let mut order: Vec<u16> = (0..table.periods.len() as u16).collect();
    // There are few, and files are mostly in order one way or the other.
    for end in 1..order.len() {
        let mut at = end;
        while at > 0 && table.periods[usize::from(order[at - 1])] > table.periods[usize::from(order[at])] {
            order.swap(at - 1, at);
            at -= 1;
        }
    }
    let mut moved = order.clone();
    for (new, &old) in order.iter().enumerate() {
        moved[usize::from(old)] = new as u16;
    }
    for row in 0..table.rows {
        let PeriodId(old) = table.row(row).period();
        table.set(row, Field::Period, u64::from(moved[usize::from(old)]));
    }
    table.periods = order.iter().map(|&old| table.periods[usize::from(old)].clone()).collect();
}

/// A count above its denominator cannot be, where the indicator is known to be a share of the whole.
fn check_proportions(rows: &mut Rows) {
    let share = |value_type: &str, unit: &str| {
        value_type.eq_ignore_ascii_case("proportion")
            || (value_type.is_empty() && (unit == "%" || contains(unit, "percentage")))
    };
    let shares: Vec<bool> = rows.table.indicators.iter().map(|known| share(&known.value_type, &known.unit)).collect();
    if !shares.contains(&true) {
        return;
    }
    for row in 0..rows.table.rows {
        let (count, denominator) = (rows.table.row(row).count(), rows.table.row(row).denominator());
        if let (Some(count), Some(denominator)) = (count, denominator)
            && count > denominator
            && shares[indicator_of(rows, row)]
        {
            rows.table.set(row, Field::Count, NOTHING);
            rows.table.set(row, Field::Denominator, NOTHING);
            blame(rows, row, ProblemKind::ImpossibleCount, "");
        }
    }
}

/// Finds rows with the key of an earlier row. Only positions are held: four bytes a slot, while it lasts.
fn find_duplicates(rows: &mut Rows) {
    const FREE: u32 = u32::MAX;
    let count = rows.table.rows;
    let mask = (count + count / 2).next_power_of_two() - 1;
    let mut slots = vec![FREE; mask + 1];
    for row in 0..count {
        let key = key(rows, row);
        let mut slot = hash_of(key) as usize & mask;
        let first = loop {
            match slots[slot] {
                FREE => {
                    slots[slot] = row as u32;
                    break None;
                }
                other if self::key(rows, other as usize) == key => break Some(other as usize),
                _ => slot = (slot + 1) & mask,
            }
        };
        if let Some(first) = first {
            reject(rows, first, row);
        }
    }
}

fn key(rows: &Rows, row: usize) -> [u32; 3] {
    [Field::Series, Field::Area, Field::Period].map(|field| rows.table.get(row, field) as u32)
}

fn hash_of(key: [u32; 3]) -> u32 {
    key.iter().fold(0, |sum: u32, number| hash(&(sum ^ number).to_le_bytes()))
}

/// Marks a row whose key stood before, and the row before too when they differ.
fn reject(rows: &mut Rows, first: usize, row: usize) {
    let marks = |row| rows.table.get(row, Field::Absence);
    let reason = |row| marks(row) as u8 & mark::REASON;
    let same = marks(first) as u8 & mark::DUPLICATE == 0
        && reason(first) == reason(row)
        && rows.table.columns.iter().take(FIGURES).all(|column| column.get(first) == column.get(row));
    let (kind, marks) = match same {
        true => (ProblemKind::RepeatedRow, [0, mark::REPEATED]),
        false => (ProblemKind::DuplicateKey, [mark::DUPLICATE, mark::DUPLICATE]),
    };
    for (row, mark) in [first, row].into_iter().zip(marks) {
        let marks = rows.table.get(row, Field::Absence) | u64::from(mark);
        rows.table.set(row, Field::Absence, marks);
    }
    let (_, line) = rows.table.row(first).place();
    blame(rows, row, kind, &decimal(line));
}

/// A line as digits, without the standard library's formatting.
fn decimal(mut number: u32) -> String {
    let mut digits = String::new();
    loop {
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}

/// An area without a name goes by its code, an indicator by its id.
fn name_the_nameless(rows: &mut Rows) {
    for area in &mut rows.table.areas {
        let code = area.code.clone();
        fill(&mut area.name, &code);
    }
    for indicator in &mut rows.table.indicators {
        let id = indicator.id.clone();
        fill(&mut indicator.name, &id);
    }
}
