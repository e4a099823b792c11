//! Withheld figures that what is shown gives away: told elsewhere in the files, or worked out by taking what is shown from a
//! sum of it.
//!
//! Every count of a measure is a cell; it is known, withheld, or not there. Sums between cells are drawn up along sex, age,
//! groups of a kind, areas and time (`sums`), as far as the figures bear them out; then they are solved as a system of linear
//! equations (`solve`). What is not looked at: bounds from several sums together, differences between measures, figures of
//! other publishers, and standardised rates.

mod cells;
mod names;
mod solve;
mod spans;
mod sums;

use super::finding::{Check, Finding, Slot};
use crate::compare::Cell;
use crate::config::Config;
use crate::data::{Absence, IndicatorId, Row, Table};
use cells::Cells;

/// Cells of one measure beyond these are not looked at.
const MOST_CELLS: usize = 400_000;

/// What is told of a figure that was withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Leak {
    check: Check,
    /// The withheld cells.
    cells: Vec<usize>,
    /// The cells by which they are told; none where that is the row itself.
    from: Vec<usize>,
}

/// Looks at every measure in which something was withheld.
pub(super) fn look(table: &Table, config: &Config, found: &mut Vec<Finding>) {
    let mut findings: Vec<Finding> = Vec::new();
    for indicator in withholding(table) {
        let rows: Vec<Row> = rows_of(table, indicator);
        if rows.len() > MOST_CELLS {
            let name = table.indicator(indicator).name.clone();
            add(Check::NotAllLooked, vec![name], None, "", &mut findings);
            continue;
        }
        let cells = Cells::of(table, config, indicator, &rows);
        let mut leaks = cells.told_in_rows();
        leaks.extend(solve::solve(&cells, sums::sums(&cells, table)));
        for mut leak in leaks {
            leak.from.sort_unstable();
            let names = leak.cells.iter().map(|&cell| names::of_cell(table, &cells, cell)).collect();
            let from = leak.from.iter().map(|&cell| names::of_cell(table, &cells, cell)).collect::<Vec<_>>();
            let place = names::place(table, &cells, leak.cells[0]);
            add(leak.check, names, (!from.is_empty()).then_some(from), &place, &mut findings);
        }
        for row in rows.iter().filter(|row| row.limits_beside_withheld()) {
            add(Check::LimitsTell, vec![names::of_row(table, row)], None, &names::place_of(table, row), &mut findings);
        }
    }
    for finding in &mut findings {
        if finding.check == Check::SmallShown {
            finding.slots.push(("most", Slot::Number(cells::LEAST - 1.0)));
        }
    }
    found.append(&mut findings);
}

/// The measures in which a figure was withheld to protect people.
fn withholding(table: &Table) -> Vec<IndicatorId> {
    let mut withholds = vec![false; table.indicators().len()];
    for row in table.rows() {
        if row.cell() == Cell::Absent(Absence::Suppressed) || row.count_withheld() {
            withholds[table.one_series(row.series()).indicator.0 as usize] = true;
        }
    }
    (0..withholds.len()).filter(|&at| withholds[at]).map(|at| IndicatorId(at as u32)).collect()
}

/// The rows of a measure that can be used.
fn rows_of(table: &Table, indicator: IndicatorId) -> Vec<Row<'_>> {
    let is_of = |row: &Row| table.one_series(row.series()).indicator == indicator;
    table.rows().filter(|row| is_of(row) && row.rejected().is_none() && !row.superseded()).collect()
}

/// Adds names to the finding of a check, or makes it, at the place of the first.
fn add(check: Check, names: Vec<String>, from: Option<Vec<String>>, place: &str, findings: &mut Vec<Finding>) {
    let known = findings.iter_mut().find(|finding| finding.check == check);
    if let Some((_, Slot::Names(all))) = known.and_then(|finding| finding.slots.first_mut()) {
        all.extend(names);
        return;
    }
    let mut finding = Finding::of(check, place).with("names", Slot::Names(names));
    if let Some(from) = from {
        finding = finding.with("from", Slot::Names(from));
    }
    findings.push(finding);
}
