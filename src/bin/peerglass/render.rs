//! `peerglass render`: one view as a file, for where no script runs: the fallback inside the tag, print, a report.

use std::path::{Path, PathBuf};

use peerglass::draw::{self, Palette, Room};
use peerglass::html;
use peerglass::text::Language;
use peerglass::view::{self, Made, Notice, SourceFile, View};
use peerglass::{compare, config::Config};
use sha2::{Digest, Sha256};

use crate::arguments::Asked;
use crate::failure::{Failure, Outcome};
use crate::input::{self, Input};
use crate::{printing, today};

const HELP: &str = "\
Writes one view as static HTML, SVG, CSV or plain data.

  peerglass render FILE... --area E10000017 --indicator 92443        HTML to put inside the <peer-glass> tag
  peerglass render FILE... --config view.json --format svg --out view.svg
  peerglass render --config view.json                                 the files that the config names, beside it

  --format html    the fallback inside the tag: sentence, picture, table, period, the date it was made (the default)
  --format page    one file that needs nothing else: the same, how to cite it, the hash of the data, the receipts
  --format svg     the picture with title, key and source
  --format csv     the table
  --format json    headline, verdicts and receipt as plain data
  --format receipt every verdict with its rule, inputs, working and result; `peerglass receipt` works it out again
  --out FILE       write to a file instead of printing
  --date DATE      the day it is made, as 2026-07-28 (default: today)
  --width N        width of the picture in pixels, 200 to 4000 (default 720)
  --config FILE    a JSON file with the widget's options
  --NAME VALUE     any option of the widget, over the config's: --area, --indicator, --period, --peers, --benchmark,
                   --series, --area-type, --order, --polarity, --value-type, --name, --unit, --multiplier, --lang, …

Files are read in any order: data, indicator tables, area tables, neighbours.

Exit codes: 0 it is written; 1 something that was asked for is not there, so nothing is written: it would have shown
something else in its place; 2 the command was not understood, or a file cannot be read or written.";

/// Decimals of a pixel do not matter; sizes beyond these are no pictures.
const WIDTHS: std::ops::RangeInclusive<f64> = 200.0..=4000.0;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Page,
    Svg,
    Csv,
    Json,
    Receipt,
}

impl Format {
    fn read(word: &str) -> Result<Format, Failure> {
        match word {
            "html" => Ok(Format::Html),
            "page" => Ok(Format::Page),
            "svg" => Ok(Format::Svg),
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            "receipt" => Ok(Format::Receipt),
            other => Err(Failure::new(format!("there is no format {other:?}"))
                .fix("The formats are html, page, svg, csv, json and receipt.")),
        }
    }
}

/// How a view is to be written.
struct Wanted {
    format: Format,
    out: Option<PathBuf>,
    date: Option<String>,
    width: f64,
}

/// Runs the command.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut asked = Asked::default();
    let mut wanted = Wanted { format: Format::Html, out: None, date: None, width: 720.0 };
    while let Some(option) = asked.next(&mut arguments, &["format", "out", "date", "width"])? {
        match option.as_str() {
            "format" => wanted.format = Format::read(&arguments.value()?.to_string_lossy())?,
            "out" => wanted.out = Some(arguments.value()?.into()),
            "date" => wanted.date = Some(today::date(&arguments.value()?.to_string_lossy())?),
            "width" => wanted.width = width(&arguments.value()?.to_string_lossy())?,
            _ => return printing::help(HELP),
        }
    }
    let settings = input::settings(&asked)?;
    let files = input::files(&asked, &settings.config)?;
    let read = input::read(&files, &settings.config)?;
    for notice in &settings.other_language {
        printing::tell(std::slice::from_ref(notice));
    }
    let config = input::on_day(&settings.config, &wanted.date.clone().unwrap_or_else(today::today));
    let wrong = match compose(&read, &config, settings.language) {
        Ok(view) if settings.notices.is_empty() && shows_what_was_asked(&view) => {
            printing::tell(&view.notices);
            let text = match wanted.format {
                Format::Receipt => receipts(&read, &config),
                _ => text(&view, &wanted, &files, &receipts(&read, &config))?,
            };
            return write(&text, &wanted).map(|()| Outcome::Fine);
        }
        Ok(view) => settings.notices.into_iter().chain(view.notices).collect(),
        Err(notices) => settings.notices.into_iter().chain(notices).collect::<Vec<_>>(),
    };
    printing::tell(&wrong);
    eprintln!("peerglass: nothing is written, for it would not show what was asked");
    Ok(Outcome::Found)
}

/// Whether the view is of what was asked: a copy of another area, measure or period would mislead.
pub fn shows_what_was_asked(view: &View) -> bool {
    view.notices.iter().all(|notice| !notice.kind.ends_with("-not-found") && notice.kind != "choose-area")
}

/// The view of what was read, or why there is none.
pub fn compose(read: &Input, config: &Config, language: Language) -> Result<View, Vec<Notice>> {
    match compare::answer(&read.table, config) {
        Ok(answer) => Ok(view::compose_answer(&answer, &read.problems, config, language, Vec::new())),
        Err(why) => Err(view::refusal(why, &read.problems, language)),
    }
}

/// The picture by itself, as it stands in a fallback.
fn picture(view: &View, width: f64) -> String {
    let room = Room { width, font: draw::SVG_FONT, text: 13.0 };
    draw::svg_in_page(&draw::picture(&view.chart, room), &Palette::LIGHT, &view.chart.name)
}

/// The receipts of what was read, as JSON.
fn receipts(read: &Input, config: &Config) -> String {
    let alike = compare::alike(&read.table, config);
    let answer = compare::answer(&read.table, config);
    answer.map_or_else(|_| String::new(), |answer| compare::answer_receipts(&answer, &alike).json())
}

fn text(view: &View, wanted: &Wanted, files: &[PathBuf], receipts: &str) -> Result<String, Failure> {
    let date = wanted.date.clone().unwrap_or_else(today::today);
    let made = Made { date, files: files.iter().map(|path| source_file(path)).collect::<Result<_, _>>()? };
    let (origin, picture) = (view.origin(&made), picture(view, wanted.width));
    Ok(match wanted.format {
        Format::Html => html::fallback(view, &picture, &made.date) + "\n",
        Format::Page => html::archive(view, &picture, &made.date, &origin, receipts) + "\n",
        Format::Svg => {
            let room = Room { width: wanted.width, font: draw::SVG_FONT, text: 13.0 };
            draw::svg(&draw::sheet(view, &origin, room), &Palette::LIGHT, &view.chart.name)
        }
        Format::Csv => view.csv(&origin),
        Format::Json | Format::Receipt => printing::to_json(view.answer())?,
    })
}

/// A file by its name, without the folders of this machine, and the hash of its bytes.
fn source_file(path: &Path) -> Result<SourceFile, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::reading(path, &error))?;
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let address = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(SourceFile { address, sha256 })
}

fn write(text: &str, wanted: &Wanted) -> Result<(), Failure> {
    match &wanted.out {
        Some(path) => std::fs::write(path, text).map_err(|error| Failure::writing(path, &error)),
        None => printing::print(text),
    }
}

fn width(text: &str) -> Result<f64, Failure> {
    text.parse().ok().filter(|width| WIDTHS.contains(width)).ok_or_else(|| {
        Failure::new(format!("{text:?} is no width")).fix("Give it in pixels, from 200 to 4000: --width 720")
    })
}
