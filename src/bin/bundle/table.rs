//! What a build says of itself: each file's size, and what has a budget against it.

use std::fmt::Write;

use crate::record::{Record, Weighed};

/// The sizes, a line for each file that travels compressed.
pub fn sizes(record: &Record) -> String {
    let mut table = format!("{:<26}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli");
    for (name, entry) in &record.files {
        if let (Some(gzip), Some(brotli)) = (entry.gzip, entry.brotli) {
            _ = writeln!(table, "{name:<26}{:>10}{gzip:>10}{brotli:>10}", entry.bytes);
        }
    }
    for weighed in Weighed::all() {
        let (weight, budget) = (record.weight(weighed), weighed.budget());
        let share = 100.0 * weight as f64 / budget as f64;
        _ = writeln!(table, "{:<70}{weight:>10}  {share:.1} % of {budget}", weighed.to_string());
    }
    table
}
