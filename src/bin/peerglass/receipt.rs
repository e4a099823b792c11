//! `peerglass receipt`: works out again every verdict that a receipt holds, from its inputs alone.

use std::path::{Path, PathBuf};

use lexopt::prelude::*;
use peerglass::compare::{self, Unreadable};
use peerglass::config::Plain;
use serde_json::Value as Json;

use crate::failure::{Failure, Outcome};
use crate::printing;

const HELP: &str = "\
Works out again every verdict that a receipt holds, from its inputs alone, and prints it: the same bytes, if all is well.

  peerglass receipt receipt.json                                       a receipt copied or downloaded from a page
  peerglass render FILE... --area E10000017 --format receipt --out receipt.json     or made here

Every step has the name of its rule, what went in, what was worked out on the way and what came out. The rules stand in
the guide to the methods.

Exit codes: 0 what comes out is the receipt, byte for byte; 1 something else comes out, and the first line that differs is
named; 2 the command was not understood, or the file cannot be read as a receipt.";

/// Runs the command.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut path: Option<PathBuf> = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => return printing::help(HELP),
            Value(file) if path.is_none() => path = Some(file.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure::new("no receipt was named").fix("See `peerglass receipt --help`."))?;
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::reading(&path, &error))?;
    let receipt: Json = serde_json::from_str(&text).map_err(|error| unreadable(&path, &error.to_string()))?;
    let replayed = compare::replay(&plain(&receipt)).map_err(|why| unreadable(&path, &wording(&why)))?.json();
    printing::print(&replayed)?;
    let differs = first_difference(&text, &replayed);
    match differs {
        None => eprintln!("peerglass: the same, byte for byte"),
        Some((line, found, worked_out)) => {
            eprintln!("{}:{line}: the receipt says {found}; worked out {worked_out}", path.display());
        }
    }
    Ok(Outcome::found(differs.is_some()))
}

fn unreadable(path: &Path, why: &str) -> Failure {
    Failure::new(format!("{} is not a receipt that can be worked out again: {why}", path.display()))
        .fix("Copy it whole, or make it anew: peerglass render FILE... --format receipt")
}

fn wording(why: &Unreadable) -> String {
    match why.input.as_str() {
        "" => format!("there is no rule {:?}", why.rule),
        input => format!("the rule {:?} lacks a usable {input:?}", why.rule),
    }
}

/// JSON as plain data, with its numbers as numbers and its names in their order.
fn plain(json: &Json) -> Plain {
    match json {
        Json::Null => Plain::Nothing,
        Json::Bool(truth) => Plain::Text(truth.to_string()),
        Json::Number(number) => number.as_f64().map_or(Plain::Nothing, Plain::Number),
        Json::String(text) => Plain::Text(text.clone()),
        Json::Array(items) => Plain::List(items.iter().map(plain).collect()),
        Json::Object(entries) => Plain::Map(entries.iter().map(|(name, entry)| (name.clone(), plain(entry))).collect()),
    }
}

/// The first line that differs: its number, and what stands there in each.
fn first_difference<'t>(one: &'t str, other: &'t str) -> Option<(usize, &'t str, &'t str)> {
    if one == other {
        return None;
    }
    let (mut ones, mut others) = (one.lines(), other.lines());
    for line in 1.. {
        match (ones.next(), others.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return Some((line, "another line end", "one line feed at the end of each line")),
            (a, b) => return Some((line, a.map_or("nothing", str::trim), b.map_or("nothing", str::trim))),
        }
    }
    None
}
