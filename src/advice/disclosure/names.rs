//! What a count is called, by the names in the files.

use super::cells::Cells;
use crate::data::{Row, Table};

/// A cell: its area, its period and its group.
pub(super) fn of_cell(table: &Table, cells: &Cells, cell: usize) -> String {
    of_row(table, &table.row(cells.all[cell].row))
}

/// A row: its area, its period and its group; its measure where the files hold several.
pub(super) fn of_row(table: &Table, row: &Row) -> String {
    let series = table.one_series(row.series());
    let group = crate::advice::understood::label(table, series);
    let measure = if table.indicators().len() > 1 { &table.indicator(series.indicator).name } else { "" };
    let parts = [&table.area(row.area()).name, &table.period(row.period()).label, &*group, measure];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ["(", &parts.join(", "), ")"].concat()
}

/// The file and line of a cell.
pub(super) fn place(table: &Table, cells: &Cells, cell: usize) -> String {
    place_of(table, &table.row(cells.all[cell].row))
}

/// The file and line of a row.
pub(super) fn place_of(table: &Table, row: &Row) -> String {
    let (file, line) = row.place();
    let name = table.files().get(usize::from(file)).map_or("", |file| file.name.as_str());
    [name, ":", &line.to_string()].concat()
}
