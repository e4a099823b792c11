//! `peerglass init`: a config to start from, with what the files can tell.

use std::path::PathBuf;

use peerglass::advice;

use crate::arguments::Asked;
use crate::failure::{Failure, Outcome};
use crate::{input, printing};

const HELP: &str = "\
Writes a config to start from: what the files can tell, and an empty text for what only you know.

  peerglass init FILE...                  prints it
  peerglass init FILE... --out view.json  writes it; a file that is there already is left as it is

Fill in `source` and `licence`, `area` (the code of yours) and `name` (what is measured, in plain words), then see what
`peerglass check --config view.json` says. Where the files hold several measures, `priorities` lists them for the view
`profile`; take away what is no priority.

Exit codes: 0 it is written; 1 the files hold no figures; 2 the command was not understood, or a file cannot be read or
written.";

/// Runs the command.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut asked = Asked::default();
    let mut out: Option<PathBuf> = None;
    while let Some(option) = asked.next(&mut arguments, &["out"])? {
        match option.as_str() {
            "out" => out = Some(arguments.value()?.into()),
            _ => return printing::help(HELP),
        }
    }
    let settings = input::settings(&asked)?;
    let files = input::files(&asked, &settings.config)?;
    let table = input::read(&files, &settings.config)?.table;
    let draft = advice::draft(&table).json();
    match out {
        Some(path) if path.exists() => {
            return Err(Failure::new(format!("{} is there already", path.display()))
                .fix("Give another name with --out, or move the file away."));
        }
        Some(path) => std::fs::write(&path, draft).map_err(|error| Failure::writing(&path, &error))?,
        None => printing::print(&draft)?,
    }
    Ok(Outcome::found(table.is_empty()))
}
