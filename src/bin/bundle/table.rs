//! What a build says of itself: each file's size, and the total against the budget.

use std::fmt::Write;

use crate::record::{BUDGET, Record};

/// The sizes, a line for each file that travels compressed.
pub fn sizes(record: &Record) -> String {
    let mut table = format!("{:<20}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli");
    let mut sums = [0; 3];
    for (name, entry) in &record.files {
        let (Some(gzip), Some(brotli)) = (entry.gzip, entry.brotli) else {
            continue;
        };
        line(&mut table, name, [entry.bytes, gzip, brotli]);
        for (sum, size) in sums.iter_mut().zip([entry.bytes, gzip, brotli]) {
            *sum += size;
        }
    }
    line(&mut table, "total", sums);
    let share = 100.0 * record.weight() as f64 / BUDGET as f64;
    _ = write!(table, "{:<20}{:>10}{:>10}{BUDGET:>10}  {share:.1} % used", "budget", "", "");
    table
}

fn line(table: &mut String, name: &str, [raw, gzip, brotli]: [usize; 3]) {
    _ = writeln!(table, "{name:<20}{raw:>10}{gzip:>10}{brotli:>10}");
}
