//! `peerglass check`: what the files hold, and everything that is wrong with them, with the set-up, and with the static
//! copies in a page.

mod pages;
mod report;

use std::path::PathBuf;

use peerglass::advice;
use peerglass::config::Config;
use peerglass::view::{self, Advice};

use crate::arguments::Asked;
use crate::failure::{Failure, Outcome};
use crate::input::{Input, Settings};
use crate::{input, printing, render, today};
use report::Report;

const HELP: &str = "\
Says what files hold, and what in them cannot be taken at its word: file, line, column, what is wrong, what to do.

  peerglass check FILE...                          data files and lookup tables, in any order
  peerglass check FILE... --config view.json       the set-up too: names that are not in the files, and what must be
                                                   mended before the view goes out
  peerglass check FILE... --page page.html         the static copies in a page too: whether the files still say the same
  peerglass check FILE... --json                   rows, areas, indicators, periods, problems and more, as JSON

  --config FILE    a JSON file with the widget's options
  --page FILE      a page with copies made by `peerglass render` in it; may be given more than once. Each copy is made
                   again by the options of the <peer-glass> tag it stands in, over the config's
  --json           print JSON
  --NAME VALUE     any option of the widget, over the config's: --area E10000017, --indicator 92443, …

What must be mended before a view goes out is marked `stop`, what is worth a look `look`. Whoever stands by a finding says
so in the config, and why: \"overrides\": [{\"check\": \"peers-matter\", \"reason\": \"…\"}]. Withheld figures that others
give away are looked for in every file, with a config or without.

Exit codes: 0 nothing was found, or only what is worth a look; 1 there are problems, or something must be mended; 2 the
command was not understood, or a file cannot be read.";

/// Runs the command.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut asked = Asked::default();
    let (mut json, mut pages) = (false, Vec::<PathBuf>::new());
    while let Some(option) = asked.next(&mut arguments, &["json", "page"])? {
        match option.as_str() {
            "json" => json = true,
            "page" => pages.push(arguments.value()?.into()),
            _ => return printing::help(HELP),
        }
    }
    let settings = input::settings(&asked)?;
    let files = input::files(&asked, &settings.config)?;
    let read = input::read(&files, &settings.config)?;
    let mut report = Report::of(&read, settings.language);
    let config_name = asked.config.as_ref().map_or_else(String::new, |path| path.display().to_string());
    report.add_notices(&config_name, settings.notices.iter().chain(&settings.other_language));
    if asked.config.is_some() || asked.options != Config::default() {
        match render::compose(&read, &input::on_day(&settings.config, &today::today()), settings.language) {
            Ok(view) => report.add_view(&config_name, &view),
            Err(notices) => report.add_refusal(&notices),
        }
    }
    report.add_advice(&advice(&read, &settings, asked.config.is_some()));
    for page in &pages {
        pages::check(page, &files, &settings.config, &mut report)?;
    }
    if json {
        printing::json(&report)?;
    } else {
        printing::print(&report.in_words())?;
    }
    Ok(Outcome::found(report.has_problems()))
}

/// What must be told of a view before it goes out; without a config, of the files alone.
fn advice(read: &Input, settings: &Settings, is_view: bool) -> Advice {
    let config = input::on_day(&settings.config, &today::today());
    if is_view {
        let found = advice::look(&read.table, &config);
        view::advise(&found, &advice::supplied(&config), &config, settings.language)
    } else {
        view::advise(&advice::withheld(&read.table, &config), &[], &config, settings.language)
    }
}
