//! A table without the columns in which nothing stands.

use super::model::Grid;

/// A column of a table.
pub(super) struct Column {
    head: String,
    is_numeric: bool,
    is_kept: bool,
}

impl Column {
    /// A column of words.
    pub fn words(head: String) -> Column {
        Column { head, is_numeric: false, is_kept: false }
    }

    /// A column of numbers.
    pub fn numbers(head: String) -> Column {
        Column { head, is_numeric: true, is_kept: false }
    }

    /// The same, kept even where nothing stands in it.
    pub fn always(self) -> Column {
        Column { is_kept: true, ..self }
    }
}

/// A table of cells, a row each, in the order of the columns.
pub(super) fn table<const N: usize>(columns: [Column; N], cells: &[Vec<String>], caption: String) -> Grid {
    let mut grid = Grid { caption, columns: Vec::new(), numeric: Vec::new(), rows: vec![Vec::new(); cells.len()] };
    for (at, column) in columns.into_iter().enumerate() {
        if !column.is_kept && cells.iter().all(|row| row[at].is_empty()) {
            continue;
        }
        grid.columns.push(column.head);
        grid.numeric.push(column.is_numeric);
        for (row, cells) in grid.rows.iter_mut().zip(cells) {
            row.push(cells[at].clone());
        }
    }
    grid
}
