//! What checking came to: as plain data, and in words.

use std::collections::BTreeSet;
use std::fmt::Write;

use peerglass::advice::Severity;
use peerglass::data::{FileKind, FileSeen, Table};
use peerglass::text::Language;
use peerglass::view::{self, Advice, Advised, Notice, View};
use serde::Serialize;

use crate::input::Input;
use crate::printing::counted;

/// Lines that are named where the same is wrong in many.
const LINES: usize = 5;

/// A file that was read.
#[derive(Debug, Serialize)]
struct OneFile {
    name: String,
    kind: &'static str,
    rows: u32,
    unknown_columns: Vec<String>,
}

/// Something that is wrong, and what to do.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file it is in; empty for the command line.
    pub file: String,
    /// The line of the file; 0 when it is the file's as a whole.
    pub line: u32,
    /// The column, or empty.
    pub column: String,
    /// The kind, as tools name it.
    pub kind: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// How many times it stands for; the line is that of the first.
    pub times: u32,
}

/// Something that must be told of a view.
#[derive(Debug, Serialize)]
struct Told {
    id: &'static str,
    severity: &'static str,
    what: String,
    why: String,
    fix: String,
    #[serde(rename = "where")]
    place: String,
    overridden: Option<String>,
}

impl Told {
    fn of(one: &Advised) -> Told {
        Told {
            id: one.id,
            severity: one.severity.word(),
            what: one.what.clone(),
            why: one.why.clone(),
            fix: one.fix.clone(),
            place: one.place.clone(),
            overridden: one.overridden.clone(),
        }
    }
}

/// Everything `check` has to say.
#[derive(Debug, Serialize)]
pub struct Report {
    files: Vec<OneFile>,
    rows: usize,
    areas: usize,
    indicators: usize,
    periods: usize,
    problems: Vec<Problem>,
    /// The headline of the view that was asked for.
    headline: Option<String>,
    /// What a reader of the view should know of its figures.
    notes: Vec<String>,
    /// What must be told of the view before it goes out.
    advice: Vec<Told>,
    /// Static copies that say what the files say.
    matching_copies: usize,
}

impl Report {
    /// What the files hold and what in them cannot be taken at its word.
    pub fn of(read: &Input, language: Language) -> Report {
        let table = &read.table;
        let notices = view::problems(&read.problems, language);
        let name = |notice: &Notice| table.files().get(usize::from(notice.file)).map_or("", |file| &file.name);
        Report {
            files: table.files().iter().map(OneFile::of).collect(),
            rows: table.len(),
            areas: areas(table),
            indicators: table.series().iter().map(|series| series.indicator).collect::<BTreeSet<_>>().len(),
            periods: table.periods().len(),
            problems: notices.iter().map(|notice| Problem::of(name(notice), notice)).collect(),
            headline: None,
            notes: Vec::new(),
            advice: Vec::new(),
            matching_copies: 0,
        }
    }

    /// Adds what is wrong with the set-up.
    pub fn add_notices<'n>(&mut self, file: &str, notices: impl Iterator<Item = &'n Notice>) {
        self.problems.extend(notices.map(|notice| Problem::of(file, notice)));
    }

    /// Adds what a view that was asked for has to say.
    pub fn add_view(&mut self, config: &str, view: &View) {
        for notice in &view.notices {
            // A line is one of the data, which the config is not.
            let file = if notice.line > 0 { self.files.first().map_or("", |file| &file.name) } else { config };
            self.problems.push(Problem::of(file, notice));
        }
        self.headline = Some(view.headline.text.clone());
        self.notes.clone_from(&view.notes);
    }

    /// Adds why no view could be made, where the files' own problems do not say it.
    pub fn add_refusal(&mut self, notices: &[Notice]) {
        let new = notices.iter().filter(|notice| self.problems.iter().all(|known| known.kind != notice.kind));
        let new: Vec<Problem> = new.map(|notice| Problem::of("", notice)).collect();
        self.problems.extend(new);
    }

    /// Adds what must be told of a view before it goes out. What the publisher stands by is no problem any more, and what is
    /// a problem already is not said again.
    pub fn add_advice(&mut self, advice: &Advice) {
        let stood_by = |kind: &str| advice.findings.iter().any(|one| one.id == kind && one.overridden.is_some());
        self.problems.retain(|problem| !stood_by(&problem.kind));
        let new = advice.findings.iter().filter(|one| self.problems.iter().all(|problem| problem.kind != one.id));
        self.advice = new.map(Told::of).collect();
    }

    /// Adds what is wrong with a page.
    pub fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Counts a static copy that says what the files say.
    pub fn copy_matches(&mut self) {
        self.matching_copies += 1;
    }

    /// Whether anything was found.
    pub fn has_problems(&self) -> bool {
        let must_be_mended = |told: &Told| told.severity == Severity::Stop.word() && told.overridden.is_none();
        !self.problems.is_empty() || self.advice.iter().any(must_be_mended)
    }

    /// The report as a reader at a terminal wants it.
    pub fn in_words(&self) -> String {
        let mut out = format!(
            "Read {}: {}, {}, {}, {}.\n",
            counted(self.files.len(), "file", "files"),
            counted(self.rows, "row of figures", "rows of figures"),
            counted(self.areas, "area", "areas"),
            counted(self.indicators, "indicator", "indicators"),
            counted(self.periods, "period", "periods"),
        );
        for file in &self.files {
            _ = writeln!(out, "  {}: {}, {}", file.name, file.kind, counted(file.rows as usize, "row", "rows"));
            if !file.unknown_columns.is_empty() {
                _ = writeln!(out, "      columns not used: {}", file.unknown_columns.join(", "));
            }
        }
        if let Some(headline) = &self.headline {
            _ = writeln!(out, "\n{headline}");
            self.notes.iter().for_each(|note| _ = writeln!(out, "  {note}"));
        }
        if self.matching_copies > 0 {
            let copies = counted(self.matching_copies, "static copy says", "static copies say");
            _ = writeln!(out, "\n{copies} what the files say.");
        }
        self.write_problems(&mut out);
        self.write_advice(&mut out);
        out
    }

    fn write_advice(&self, out: &mut String) {
        if !self.advice.is_empty() {
            out.push_str("\nBefore it goes out:\n");
        }
        for Told { id, severity, what, why, fix, place, overridden } in &self.advice {
            let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
            _ = writeln!(out, "  {severity}: {id}{place}: {what}");
            match overridden {
                Some(reason) => _ = writeln!(out, "      Overridden: {reason}"),
                None => _ = writeln!(out, "      {why}\n      {fix}"),
            }
        }
    }

    fn write_problems(&self, out: &mut String) {
        let times: usize = self.problems.iter().map(|problem| problem.times as usize).sum();
        if times == 0 {
            out.push_str("\nNo problems.\n");
            return;
        }
        _ = writeln!(out, "\n{}:", counted(times, "problem", "problems"));
        let same = |a: &Problem, b: &Problem| a.file == b.file && a.column == b.column && a.message == b.message;
        for group in self.problems.chunk_by(same) {
            let [Problem { column, message, hint, .. }, ..] = group else { continue };
            let column = if column.is_empty() { String::new() } else { format!(", column “{column}”") };
            let place = format!("{}{column}", places(group));
            _ = writeln!(out, "  {place}{}{message}", if place.is_empty() { "" } else { ": " });
            if !hint.is_empty() {
                _ = writeln!(out, "      {hint}");
            }
        }
    }
}

/// Where the same thing is wrong: the file with the first lines, and how many more there are.
fn places(group: &[Problem]) -> String {
    let lines: Vec<String> = group.iter().filter(|one| one.line > 0).map(|one| one.line.to_string()).collect();
    let shown = &lines[..lines.len().min(LINES)];
    let times: usize = group.iter().map(|one| one.times as usize).sum();
    let mut place = group.first().map_or_else(String::new, |one| one.file.clone());
    if !shown.is_empty() {
        _ = write!(place, ":{}", shown.join(", "));
    }
    let more = times - shown.len().max(1);
    if more > 0 {
        _ = write!(place, " and {}", counted(more, "more place", "more places"));
    }
    place
}

impl OneFile {
    fn of(file: &FileSeen) -> OneFile {
        OneFile {
            name: file.name.clone(),
            kind: kind_name(file.kind),
            rows: file.rows,
            unknown_columns: file.unknown_columns.clone(),
        }
    }
}

impl Problem {
    fn of(file: &str, notice: &Notice) -> Problem {
        // A part of the config has no line, but a place that says which it is.
        let place =
            if notice.line == 0 && !notice.place.is_empty() { format!("{} ", notice.place) } else { String::new() };
        Problem {
            file: file.to_owned(),
            line: notice.line,
            column: notice.column.clone(),
            kind: notice.kind.to_owned(),
            message: place + &notice.message,
            hint: notice.hint.clone(),
            times: notice.times,
        }
    }
}

/// How many places there are; the same code under two types is one place.
fn areas(table: &Table) -> usize {
    let key = |area: &peerglass::data::Area| if area.code.is_empty() { area.name.clone() } else { area.code.clone() };
    table.areas().iter().map(key).collect::<BTreeSet<_>>().len()
}

fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::FingertipsTable => "a Fingertips table of about 2017",
        FileKind::Fingertips => "a Fingertips download",
        FileKind::DhscExtract => "a DHSC extract",
        FileKind::Ons => "an ONS Explore Local Statistics file",
        FileKind::CouncilTidy => "a council's tidy table",
        FileKind::Oflog => "an Oflog table",
        FileKind::Lait => "a table of the Local Authority Interactive Tool",
        FileKind::Plain => "a plain table of areas, periods and values",
        FileKind::IndicatorTable => "a lookup table of indicators",
        FileKind::AreaTable => "a lookup table of areas",
        FileKind::CategoryTable => "a lookup table of categories",
        FileKind::NeighbourTable => "a lookup table of neighbours",
        FileKind::Unrecognised => "not recognised",
    }
}
