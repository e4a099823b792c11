//! The figures of one record into the columns of the table, checked against each other.

use super::records::Line;
use super::rows::{Kind, Rows};
use super::table::{FIGURES, Field, mark};
use super::words::among;
use super::{Absence, Meaning, ProblemKind, number};

/// No figure: above every figure there is, so that comparisons with it come out as if nothing stood there.
const NONE: f64 = f64::INFINITY;

/// The columns of figures, in the order of the table's.
const MEANINGS: [Meaning; FIGURES] = {
    use Meaning::*;
    [Value, Lower, Upper, Lower998, Upper998, Count, Denominator]
};

/// The columns of what the publisher found, and their meanings.
const PUBLISHED: [(Field, Meaning); 3] = [
    (Field::Trend, Meaning::Trend),
    (Field::ComparedToEngland, Meaning::ComparedToEngland),
    (Field::ComparedToParent, Meaning::ComparedToParent),
];

impl Rows {
    /// Reads what a row says beside its key.
    pub fn figures(&mut self, line: &Line, row: usize) {
        let mut figures = [NONE; FIGURES];
        if !line.shifted {
            for (at, figure) in figures.iter_mut().enumerate() {
                *figure = self.figure(line, MEANINGS[at]);
            }
        }
        #[cfg(authoring)]
        self.remember_withheld(line, row, &figures);
        let mut marks = self.check_limits(line, &mut figures);
        self.check_counts(line, &mut figures);
        for (at, figure) in figures.iter().enumerate() {
            self.table.columns.set(row, at, figure.to_bits());
        }
        if figures[0] == NONE {
            marks |= absence(line) as u8;
        }
        let note = note_of(line, figures[0] == NONE);
        if note.starts_with("Obsolete code") {
            marks |= mark::SUPERSEDED;
        }
        let note = self.note(&note);
        self.table.set(row, Field::Note, u64::from(note));
        self.table.set(row, Field::Absence, u64::from(marks));
        for &(field, meaning) in &PUBLISHED {
            let told = self.told(line, meaning);
            self.table.set(row, field, u64::from(told));
        }
    }

    /// Remembers what stands beside a figure that was withheld: a value beside its count, limits beside a value.
    #[cfg(authoring)]
    fn remember_withheld(&mut self, line: &Line, row: usize, figures: &[f64; FIGURES]) {
        let has = |at: usize| figures[at] != NONE;
        let note = Absence::note_withholds(line.cell(Meaning::Note));
        let count = Absence::from_marker(line.cell(Meaning::Count));
        if has(0)
            && (count == Some(Absence::Suppressed)
                || (count == Some(Absence::Missing) && note && line.schema.has(Meaning::Count)))
        {
            self.table.beside_withheld.counts.push(row as u32);
        }
        let limits = (has(1) && has(2)) || (has(3) && has(4));
        if !has(0) && limits && absence(line) == Absence::Suppressed {
            self.table.beside_withheld.limits.push(row as u32);
        }
    }

    /// The figure in a cell; anything but a number or a marker is a problem.
    fn figure(&mut self, line: &Line, meaning: Meaning) -> f64 {
        let cell = line.cell(meaning);
        if cell.is_empty() {
            return NONE;
        }
        let figure = number::parse(cell);
        if figure.is_none() && Absence::from_marker(cell).is_none() {
            self.blame(line, meaning, ProblemKind::NotANumber);
        }
        figure.unwrap_or(NONE)
    }

    /// Takes away limits that stand alone, beside no value, or that cannot be; the last are marked.
    fn check_limits(&mut self, line: &Line, figures: &mut [f64; FIGURES]) -> u8 {
        let mut marks = 0;
        let value = figures[0];
        for &at in &[1, 3] {
            let (lower, upper) = (figures[at], figures[at + 1]);
            let wrong = match () {
                () if value == NONE || lower == NONE || upper == NONE => None,
                () if lower > upper => Some((MEANINGS[at], ProblemKind::LimitsReversed)),
                () if value < lower || value > upper => Some((Meaning::Value, ProblemKind::ValueOutsideInterval)),
                () => continue,
            };
            (figures[at], figures[at + 1]) = (NONE, NONE);
            if let Some((meaning, kind)) = wrong {
                self.blame(line, meaning, kind);
                marks = mark::NO_INTERVAL;
            }
        }
        marks
    }

    /// Takes away counts that cannot be.
    fn check_counts(&mut self, line: &Line, figures: &mut [f64; FIGURES]) {
        for &at in &[5, 6] {
            if figures[at] < 0.0 {
                (figures[5], figures[6]) = (NONE, NONE);
                self.blame(line, MEANINGS[at], ProblemKind::ImpossibleCount);
            }
        }
    }

    /// Position of a note; 0 is none.
    fn note(&mut self, note: &str) -> u32 {
        let text = self.text(note);
        if text.0 == 0 {
            return 0;
        }
        let next = self.table.notes.len();
        match self.number_of(Kind::Note, &[text.0], next) {
            Some(at) if at <= u32::from(u16::MAX) => {
                if at as usize == next {
                    self.table.notes.push(text);
                }
                at
            }
            _ => {
                self.problems.add(self.file, 0, ProblemKind::TooMany, "", "notes");
                0
            }
        }
    }
}

/// Why a row has no value.
fn absence(line: &Line) -> Absence {
    let status = line.cell(Meaning::Status);
    match Absence::from_marker(line.cell(Meaning::Value)) {
        Some(Absence::Missing) if !line.shifted => match Absence::from_marker(status) {
            Some(said) if !status.is_empty() => said,
            _ if Absence::note_withholds(line.cell(Meaning::Note)) => Absence::Suppressed,
            _ => Absence::Missing,
        },
        Some(absence) if !line.shifted => absence,
        _ => Absence::Unreadable,
    }
}

/// The note on a row: its own, without the star that Fingertips' website writes before it, and what the status says.
fn note_of(line: &Line, absent: bool) -> String {
    let (mut note, mut status) = (line.cell(Meaning::Note), line.cell(Meaning::Status));
    if let Some(starred) = note.strip_prefix("* ") {
        note = starred;
    }
    if absent && note.is_empty() && among("low|[low]", line.cell(Meaning::Value)) {
        note = line.cell(Meaning::Value);
    }
    if Absence::from_marker(status).is_some() {
        status = "";
    }
    let between = if note.is_empty() || status.is_empty() { "" } else { "; " };
    [note, between, status].concat()
}
