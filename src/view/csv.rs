//! The table as CSV: numbers in full, the verdict in words, then what a reader of the file must know.

use super::model::View;
use super::results::in_full;
use crate::config::Plain;

/// The columns, and what of a result stands in each; of its test, where it is the test's.
const COLUMNS: [(&str, &str); 12] = [
    ("code", "code"),
    ("name", "name"),
    ("role", "role"),
    ("value", "value"),
    ("lower_95", "lower"),
    ("upper_95", "upper"),
    ("count", "count"),
    ("denominator", "denominator"),
    ("result", "side"),
    ("judgement", "judgement"),
    ("absent", "absence"),
    ("note", "note"),
];

impl View {
    /// The table as CSV (RFC 4180, CRLF, UTF-8). No cell can start a formula in a spreadsheet.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        line(&mut out, &COLUMNS.map(|(head, _)| head.to_owned()));
        for result in &self.results {
            line(&mut out, &COLUMNS.map(|(_, name)| entry(result, name).unwrap_or_default()));
        }
        out.push_str("\r\n");
        for said in [&self.kicker, &self.headline.text] {
            line(&mut out, std::slice::from_ref(said));
        }
        for said in &self.lines {
            line(&mut out, std::slice::from_ref(&said.text));
        }
        for texts in [&self.notes[..], &self.foot, std::slice::from_ref(&self.labels.use_note)] {
            for text in texts {
                line(&mut out, std::slice::from_ref(text));
            }
        }
        out
    }
}

/// What stands under a name in a result or in its test, written out.
fn entry(result: &Plain, name: &str) -> Option<String> {
    let Plain::Map(entries) = result else { return None };
    for (known, data) in entries {
        match data {
            _ if known != name => {}
            Plain::Text(text) => return Some(text.clone()),
            Plain::Number(number) => return Some(in_full(*number)),
            _ => return None,
        }
        if let Some(found) = entry(data, name) {
            return Some(found);
        }
    }
    None
}

fn line(out: &mut String, cells: &[String]) {
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
