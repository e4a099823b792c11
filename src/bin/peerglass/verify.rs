//! `peerglass verify`: works out again what the files publish beside their values, and says how much of it agrees.
//!
//! `intervals`, `comparisons` and `trends` do the sums, by the library's own methods; `report` says what came out.

mod comparisons;
mod intervals;
mod report;
mod trends;

use crate::arguments::Asked;
use crate::failure::{Failure, Outcome};
use crate::{input, printing};
use report::Report;

const HELP: &str = "\
Works out again the 95 % intervals, the comparisons with England and the recent trends that files publish, and reports
the agreement.

  peerglass verify FILE...                 Fingertips downloads and other figures with intervals, and lookup tables
  peerglass verify FILE... --json          the same as JSON
  peerglass verify FILE... --least 99%     end well when at least this share agrees (default: 100%)

An interval agrees when both limits are within 1 % of its width, or within the rounding of the file. An indicator
counts as published by Wilson (proportions) or by exact Poisson and Byar (rates and ratios, below and from 10 events)
when at least nine in ten of its rows agree with it. Every other indicator is told apart and listed by name: its
intervals come from a survey, a model, standardisation or unrounded counts, and nothing is said about them.

A comparison agrees when the label says on which side of England's value the area's interval lies. Quintile labels are
counted and not checked.

A recent trend agrees when the label says which way the figure went: by a straight line through the latest five, each
weighted by its interval, at 99.8 %, whichever of the five is left out. Labels are counted and not checked where the file
lacks what they were made from, and in groups for which it says of every place that no trend can be calculated.

  --config FILE    a config, for its column mapping, polarities and value types
  --json           JSON: rows, intervals, comparisons, trends, told_apart, disagreements (the first 20)
  --least SHARE    the share that must agree, of intervals, comparisons and trends each: 0.999 or 99.9%

Exit codes: 0 as much agrees as was asked; 1 less does, or no row of figures was read, or nothing could
be checked although a share was asked; 2 the command was not understood, or a file cannot be read.";

/// Runs the command.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut asked = Asked::default();
    let (mut json, mut least) = (false, None);
    while let Some(option) = asked.next(&mut arguments, &["json", "least"])? {
        match option.as_str() {
            "json" => json = true,
            "least" => least = Some(share(&arguments.value()?.to_string_lossy())?),
            _ => return printing::help(HELP),
        }
    }
    let settings = input::settings(&asked)?;
    printing::tell(&settings.notices);
    let files = input::files(&asked, &settings.config)?;
    let read = input::read(&files, &settings.config)?;
    let report = Report::of(&read.table, &settings.config);
    if json {
        printing::json(&report)?;
    } else {
        printing::print(&report.in_words())?;
    }
    Ok(Outcome::found(!report.agrees(least)))
}

/// Reads a share: 0.99, 99% or 99.
fn share(text: &str) -> Result<f64, Failure> {
    let number = text.trim().strip_suffix('%').unwrap_or(text.trim()).trim().parse::<f64>().ok();
    let share = number.map(|number| if text.contains('%') || number > 1.0 { number / 100.0 } else { number });
    share.filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| {
        Failure::new(format!("--least is a share, not {text:?}")).fix("Write it as --least 99% or --least 0.99.")
    })
}
