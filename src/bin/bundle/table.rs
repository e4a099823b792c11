//! What a build says of itself: each file's size, and what a page pays against the budget of its engine.

use std::fmt::Write;

use crate::record::{CONFIGURATOR_BUDGET, Engine, Record};

/// The sizes, a line for each file that travels compressed.
pub fn sizes(record: &Record) -> String {
    let mut table = format!("{:<26}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli");
    for (name, entry) in &record.files {
        if let (Some(gzip), Some(brotli)) = (entry.gzip, entry.brotli) {
            _ = writeln!(table, "{name:<26}{:>10}{gzip:>10}{brotli:>10}", entry.bytes);
        }
    }
    for engine in Engine::ALL {
        let (weight, budget) = (record.weight(engine), engine.budget());
        let share = 100.0 * weight as f64 / budget as f64;
        _ = writeln!(table, "{:<46}{weight:>10}  {share:.1} % of {budget}", engine.page());
    }
    let (weight, budget) = (record.configurator(), CONFIGURATOR_BUDGET);
    let share = 100.0 * weight as f64 / budget as f64;
    _ = writeln!(table, "{:<46}{weight:>10}  {share:.1} % of {budget}", "the configurator's script and style sheet");
    table
}
