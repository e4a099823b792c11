//! The table as CSV: numbers in full, the verdict in words, then what a reader of the file must know.

use super::model::{Fixed, View};
use super::results::in_full;
use crate::config::{Plain, ViewName};

/// The columns, and what of a result stands in each; of its test, where it is the test's.
const COMPARE: &[(&str, &str)] = &[
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

/// The same over time: a row for each period.
const TREND: &[(&str, &str)] = &[
    ("period", "period"),
    ("value", "value"),
    ("lower_95", "lower"),
    ("upper_95", "upper"),
    ("count", "count"),
    ("denominator", "denominator"),
    ("benchmark", "benchmark"),
    ("peers_lower_quartile", "peersLower"),
    ("peers_upper_quartile", "peersUpper"),
    ("absent", "absence"),
    ("final", "final"),
    ("note", "note"),
];

/// The same by size: a row for each place, and one for the average.
const FUNNEL: &[(&str, &str)] = &[
    ("code", "code"),
    ("name", "name"),
    ("role", "role"),
    ("value", "value"),
    ("size", "size"),
    ("expected_lower_95", "lower95"),
    ("expected_upper_95", "upper95"),
    ("expected_lower_99_8", "lower998"),
    ("expected_upper_99_8", "upper998"),
    ("result", "side"),
    ("outside", "outside"),
    ("judgement", "judgement"),
    ("count", "count"),
    ("denominator", "denominator"),
    ("absent", "absence"),
    ("not_placed", "unplaced"),
    ("note", "note"),
];

/// The same of a process.
const PROCESS: &[(&str, &str)] = &[
    ("period", "period"),
    ("value", "value"),
    ("lower_95", "lower"),
    ("upper_95", "upper"),
    ("count", "count"),
    ("denominator", "denominator"),
    ("average", "average"),
    ("usual_lower", "usualLower"),
    ("usual_upper", "usualUpper"),
    ("standard", "standard"),
    ("sign", "sign"),
    ("side", "side"),
    ("judgement", "judgement"),
    ("absent", "absence"),
    ("final", "final"),
    ("note", "note"),
];

/// The gap between two groups over time.
const GAP_OVER_TIME: &[(&str, &str)] = &[
    ("period", "period"),
    ("group", "group"),
    ("value", "value"),
    ("lower_95", "lower"),
    ("upper_95", "upper"),
    ("absent", "absence"),
    ("against_group", "againstGroup"),
    ("against", "against"),
    ("against_lower_95", "againstLower"),
    ("against_upper_95", "againstUpper"),
    ("against_absent", "againstAbsence"),
    ("gap", "gap"),
    ("gap_lower_95", "gapLower"),
    ("gap_upper_95", "gapUpper"),
    ("ratio", "ratio"),
    ("ratio_lower_95", "ratioLower"),
    ("ratio_upper_95", "ratioUpper"),
    ("final", "final"),
    ("note", "note"),
];

/// The same of a board: a row for each priority.
const PROFILE: &[(&str, &str)] = &[
    ("priority", "name"),
    ("kind", "kind"),
    ("frameworks", "frameworks"),
    ("indicator", "indicator"),
    ("group", "group"),
    ("period", "period"),
    ("value", "value"),
    ("lower_95", "lower"),
    ("upper_95", "upper"),
    ("peers_middle", "peersMiddle"),
    ("peers_lower_quartile", "peersLower"),
    ("peers_upper_quartile", "peersUpper"),
    ("state", "state"),
    ("checks_made", "checksMade"),
    ("checks_met", "checksMet"),
    ("trend", "trend"),
    ("target", "target"),
    ("target_date", "targetDate"),
    ("planned", "planned"),
    ("progress", "progress"),
    ("partners", "partners"),
    ("different_on_purpose", "decision"),
    ("absent", "absence"),
    ("note", "note"),
    ("draft", "draft"),
];

impl View {
    /// The table as CSV (RFC 4180, CRLF, UTF-8), with what a copy says of itself ([`View::origin`]). No cell can start a formula in a
    /// spreadsheet.
    #[cfg(more)]
    pub fn csv(&self, origin: &[String]) -> String {
        let mut out = String::new();
        let columns = match self.name {
            ViewName::Compare => COMPARE,
            ViewName::Trend => TREND,
            ViewName::Process => PROCESS,
            ViewName::Profile => PROFILE,
            ViewName::Gap if self.chart.bars().is_none() => GAP_OVER_TIME,
            ViewName::Gap => COMPARE,
            ViewName::Funnel => FUNNEL,
        };
        for (at, (head, _)) in columns.iter().enumerate() {
            push_cell(&mut out, at, head);
        }
        for result in self.results() {
            out.push_str("\r\n");
            for (at, (_, name)) in columns.iter().enumerate() {
                push_cell(&mut out, at, &entry(result, name).unwrap_or_default());
            }
        }
        for grid in &self.beside {
            out.push_str("\r\n");
            for row in std::iter::once(&grid.columns).chain(&grid.rows) {
                out.push_str("\r\n");
                row.iter().enumerate().for_each(|(at, cell)| push_cell(&mut out, at, cell));
            }
        }
        out.push_str("\r\n");
        let mut line = |text: &str| {
            out.push_str("\r\n");
            push_cell(&mut out, 0, text);
        };
        line(&self.kicker);
        line(&self.headline.text);
        for said in &self.lines {
            line(&said.text);
        }
        for texts in [self.notes.as_slice(), &self.foot, origin] {
            for text in texts {
                line(text);
            }
        }
        line(self.labels.of(Fixed::UseNote));
        out.push_str("\r\n");
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

/// Adds a cell to its row: quoted where it must be, and disarmed where a spreadsheet would take it for a formula.
fn push_cell(out: &mut String, at: usize, cell: &str) {
    if at > 0 {
        out.push(',');
    }
    let bytes = cell.as_bytes();
    let is_number = bytes.iter().skip(1).all(|byte| matches!(byte, b'0'..=b'9' | b'.'));
    let is_formula = match bytes.first() {
        Some(b'-') => !is_number,
        Some(b'=' | b'+' | b'@' | b'\t' | b'\r') => true,
        _ => false,
    };
    if !is_formula && !bytes.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return out.push_str(cell);
    }
    out.push('"');
    if is_formula {
        out.push('\'');
    }
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
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
            push_cell(&mut out, 0, cell);
            assert_eq!(out, written);
        }
    }
}
