//! Static copies in a page against the files: each is made again, and what it says is compared.

use std::path::{Path, PathBuf};

use peerglass::config::{Config, Key};
use peerglass::html;
use peerglass::view::{self, View};

use super::report::{Problem, Report};
use crate::copies::{self, Copied, Said};
use crate::failure::Failure;
use crate::{input, render};

/// What to do about a copy that no longer says what the files say.
const RENEW: &str = "Run `peerglass render` with the options of this tag, and put what it prints in place of the copy.";

/// Checks every copy in a page.
pub fn check(page: &Path, files: &[PathBuf], config: &Config, report: &mut Report) -> Result<(), Failure> {
    let bytes = std::fs::read(page).map_err(|error| Failure::reading(page, &error))?;
    let found = copies::find(&String::from_utf8_lossy(&bytes));
    let name = page.display().to_string();
    if found.copies.is_empty() && found.bare.is_empty() {
        let message = "There is no static copy in this page.";
        let hint =
            "A copy begins with <div data-peerglass-made=…>; see whether the content system has cleaned it away.";
        report.add(problem(&name, 0, "no-fallback", message, hint));
    }
    for line in found.bare {
        let message = "This tag holds no static copy, so there is nothing where no script runs.";
        report.add(problem(&name, line, "no-fallback", message, "Put what `peerglass render` prints inside the tag."));
    }
    for copy in &found.copies {
        let wrong = differences(copy, files, config)?;
        if wrong.is_empty() {
            report.copy_matches();
        }
        for (kind, message) in wrong {
            report.add(problem(&name, copy.line, kind, &message, RENEW));
        }
    }
    Ok(())
}

fn problem(file: &str, line: u32, kind: &str, message: &str, hint: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        column: String::new(),
        kind: kind.to_owned(),
        message: message.to_owned(),
        hint: hint.to_owned(),
        times: 1,
    }
}

/// In what a copy differs from the same view made now: kind and message of each.
fn differences(copy: &Copied, files: &[PathBuf], config: &Config) -> Result<Vec<(&'static str, String)>, Failure> {
    let config = copy.options.clone().over(config.clone());
    let (language, _) = view::language(&copy.language);
    let read = input::read(&files_of(&config, files), &config)?;
    let made = &copy.made;
    let view = match render::compose(&read, &input::on_day(&config, made), language) {
        Ok(view) if render::shows_what_was_asked(&view) => view,
        Ok(view) => return Ok(without_view(made, &view.notices)),
        Err(notices) => return Ok(without_view(made, &notices)),
    };
    let (then, now) = (&copy.said, said(&view));
    let mut wrong = Vec::new();
    if then.period != now.period {
        let message = format!("The copy of {made} is for {}; the files now give {}.", then.period, now.period);
        wrong.push(("fallback-period", message));
    }
    let quoted = |text: Option<&String>| text.map_or_else(|| "nothing here".to_owned(), |text| format!("“{text}”"));
    let says = |then, now| format!("The copy of {made} says {}; the files now say {}.", quoted(then), quoted(now));
    if then.headline != now.headline {
        wrong.push(("fallback-headline", says(Some(&then.headline), Some(&now.headline))));
    }
    let lines = then.lines.len().max(now.lines.len());
    if let Some(at) = (0..lines).find(|&at| then.lines.get(at) != now.lines.get(at)) {
        wrong.push(("fallback-sentence", says(then.lines.get(at), now.lines.get(at))));
    }
    if then.table != now.table {
        wrong.push(("fallback-table", table_difference(made, then, &now)));
    }
    Ok(wrong)
}

/// The copy's view cannot be made any more: why.
fn without_view(made: &str, notices: &[view::Notice]) -> Vec<(&'static str, String)> {
    let why: Vec<&str> = notices.iter().map(|notice| notice.message.as_str()).collect();
    vec![("fallback-view", format!("The copy of {made} cannot be made again from the files: {}", why.join(" ")))]
}

fn table_difference(made: &str, then: &Said, now: &Said) -> String {
    let rows = then.table.len().max(now.table.len());
    let differs = |at: &usize| then.table.get(*at) != now.table.get(*at);
    let shown =
        |row: Option<&Vec<String>>| row.map_or_else(|| "no row".to_owned(), |row| format!("“{}”", row.join(" | ")));
    let different: Vec<usize> = (0..rows).filter(differs).collect();
    let first = different.first().copied().unwrap_or(0);
    format!(
        "The table in the copy of {made} differs in {} of {rows} rows; first {} there, {} now.",
        different.len(),
        shown(then.table.get(first)),
        shown(now.table.get(first)),
    )
}

/// What the view says now, read from the very markup that would be pasted.
fn said(view: &View) -> Said {
    let mut found = copies::find(&html::fallback(view, "", ""));
    found.copies.pop().map_or_else(Said::default, |copy| copy.said)
}

/// The files that the tag names, as far as they were given, by their names; else all that were given.
fn files_of(config: &Config, files: &[PathBuf]) -> Vec<PathBuf> {
    let addresses = [Key::Src, Key::Neighbours].map(|key| config.word(key));
    let names: Vec<&str> = addresses
        .iter()
        .flat_map(|word| word.split_whitespace())
        .filter_map(|address| address.split(['?', '#']).next()?.rsplit('/').next())
        .collect();
    let given = |name: &&str| files.iter().find(|file| file.file_name().is_some_and(|known| known == *name)).cloned();
    let found: Vec<PathBuf> = names.iter().filter_map(given).collect();
    if found.is_empty() || found.len() < names.len() { files.to_vec() } else { found }
}
