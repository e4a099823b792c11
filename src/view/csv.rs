//! The table as CSV: numbers in full, the verdict in words, then what a reader of the file must know.

use super::model::View;
use crate::text::plain;

impl View {
    /// The table as CSV (RFC 4180, CRLF, UTF-8). No cell can start a formula in a spreadsheet.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        line(
            &mut out,
            &[
                "code",
                "name",
                "role",
                "value",
                "lower_95",
                "upper_95",
                "count",
                "denominator",
                "result",
                "judgement",
                "absent",
                "note",
            ],
        );
        let notes = self.table.rows.iter().map(|row| row.last().map_or("", String::as_str));
        for (result, note) in self.results.iter().zip(notes) {
            let note = if self.has_notes { note } else { "" };
            let test = result.test.as_ref();
            line(
                &mut out,
                &[
                    &result.code,
                    &result.name,
                    result.role,
                    &number(result.value),
                    &number(result.lower),
                    &number(result.upper),
                    &number(result.count),
                    &number(result.denominator),
                    test.map_or("", |test| test.side),
                    test.map_or("", |test| test.judgement),
                    result.absence.unwrap_or(""),
                    note,
                ],
            );
        }
        out.push_str("\r\n");
        let about = [&self.kicker, &self.headline.text].into_iter().chain(self.lines.iter().map(|said| &said.text));
        for text in about.chain(&self.notes).chain(&self.foot).chain([&self.labels.use_note]) {
            line(&mut out, &[text]);
        }
        out
    }
}

fn number(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| {
        let written = plain(value, 6);
        if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
    })
}

fn line(out: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_cell(out, cell);
    }
    out.push_str("\r\n");
}

/// Quotes a cell where it must be, and disarms one that a spreadsheet would take for a formula.
fn push_cell(out: &mut String, cell: &str) {
    let is_number = cell.starts_with('-') && cell[1..].chars().all(|c| c.is_ascii_digit() || c == '.');
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let quoted = formula || cell.contains([',', '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    #[test]
    fn no_cell_starts_a_formula() {
        for (cell, written) in [
            ("=1+1", "\"'=1+1\""),
            ("@x", "\"'@x\""),
            ("-12.5", "-12.5"),
            ("-x", "\"'-x\""),
            ("a, b", "\"a, b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
        ] {
            let mut out = String::new();
            push_cell(&mut out, cell);
            assert_eq!(out, written);
        }
    }
}
