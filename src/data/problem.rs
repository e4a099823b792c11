/// Something in the input that could not be taken at its word: where, what was found, what was expected, what to do.
/// The words themselves are made by `text`; here stand the facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Which file of those given, counted from 0.
    pub file: u16,
    /// Line of the file, counted from 1; 0 when the problem is the file's as a whole.
    pub line: u32,
    /// The header of the column, or empty.
    pub column: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What was found, shortened to 80 characters, markup removed. Untrusted text.
    pub found: String,
    /// How many times it stands for; the place is that of the first. The first places of a kind in a column are
    /// listed one by one, the last of them stands for all that follow.
    pub times: u32,
}

/// The closed list of what can be wrong with the input. Each has its message and its hint in `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The file holds no bytes.
    EmptyFile,
    /// A header and no row below it.
    NoRows,
    /// A web page where a CSV was expected.
    HtmlNotCsv,
    /// A spreadsheet, archive, PDF or other binary file. `found` says which.
    NotText,
    /// No column for area, period or value could be told. `column` names the meaning that is wanting, `found` lists the
    /// headers.
    UnknownColumns,
    /// A column named in the mapping is not in the file. `found` is the header, `column` the meaning.
    MappedColumnMissing,
    /// Two columns claim the same meaning; the first is used, `column` is the other, `found` the meaning.
    RepeatedColumn,
    /// A row with more or fewer cells than the header. A short row is read as far as it goes. In a long one every cell
    /// may stand in the wrong column, so none of its figures is used.
    RaggedRow,
    /// A quote was opened and not closed on its line; reading went on at the next line.
    UnclosedQuote,
    /// The text is not UTF-8; it was read as Windows-1252.
    NotUtf8,
    /// A cell that should hold a number holds something else.
    NotANumber,
    /// A period in no spelling we know; the row is left out.
    UnknownPeriod,
    /// A row without an area; it is left out.
    NoArea,
    /// A row without a period; it is left out.
    NoPeriod,
    /// The value lies outside its own published interval. The value is kept, the interval is not used.
    ValueOutsideInterval,
    /// The lower limit lies above the upper; the interval is not used.
    LimitsReversed,
    /// A count above its denominator in a proportion, or a negative count or denominator; neither is used.
    ImpossibleCount,
    /// The same indicator, area, period and group stand twice with different values; neither is used. `found` is the line
    /// of the other row.
    DuplicateKey,
    /// The same row stands twice with the same values; the first is used. `found` is its line.
    RepeatedRow,
    /// An area code without a row in the area table.
    UnknownAreaCode,
    /// An indicator id without a row in the indicator table.
    UnknownIndicator,
    /// More different notes, periods or areas than the table can hold. `found` says which; the rest is left out.
    TooMany,
    /// More than the reader is allowed to hold: a record of over a mebibyte or 4,096 cells (it is skipped), or a file
    /// with too many rows (the rest is left out).
    TooLarge,
}

use super::words::owned;

/// Places listed one by one for one kind in one column of one file; the last stands for the rest.
const LISTED: u32 = 20;

/// Collects problems while a file is read: many of one kind cost no more than a few.
#[derive(Debug, Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    groups: Vec<Group>,
}

#[derive(Debug)]
struct Group {
    file: u16,
    kind: ProblemKind,
    column: String,
    places: u32,
    last: usize,
}

impl Problems {
    /// Remembers one problem; `found` is raw text of the file.
    pub fn add(&mut self, file: u16, line: u32, kind: ProblemKind, column: &str, found: &str) {
        let known = |group: &&mut Group| group.kind == kind && group.file == file && group.column == column;
        let group = match self.groups.iter_mut().find(known) {
            Some(group) => group,
            None => {
                self.groups.push(Group { file, kind, column: owned(column), places: 0, last: 0 });
                let Some(group) = self.groups.last_mut() else { return };
                group
            }
        };
        if group.places >= LISTED {
            if let Some(last) = self.listed.get_mut(group.last) {
                last.times = last.times.saturating_add(1);
            }
            return;
        }
        group.places += 1;
        group.last = self.listed.len();
        let found = super::markup::shortened(found);
        self.listed.push(Problem { file, line, column: owned(column), kind, found, times: 1 });
    }

    /// Remembers a problem that is said once for a whole file, with its first place and how many times.
    pub fn add_once(&mut self, file: u16, line: u32, kind: ProblemKind, column: &str, found: &str) {
        match self.listed.iter_mut().find(|known| known.kind == kind && known.file == file) {
            Some(known) => known.times = known.times.saturating_add(1),
            None => self.add(file, line, kind, column, found),
        }
    }

    /// All of them, by file and line.
    pub fn sorted(self) -> Vec<Problem> {
        let mut sorted = self.listed;
        let place = |problem: &Problem| (problem.file, problem.line);
        // There are few, and most are in order already.
        for end in 1..sorted.len() {
            let mut at = end;
            while at > 0 && place(&sorted[at - 1]) > place(&sorted[at]) {
                sorted.swap(at - 1, at);
                at -= 1;
            }
        }
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_one_kind_are_listed_briefly_and_all_counted() {
        let mut problems = Problems::default();
        (0..1000).for_each(|line| problems.add(0, line, ProblemKind::NotANumber, "Value", "<b>1,2O4</b>"));
        problems.add(0, 3, ProblemKind::RaggedRow, "", "");
        let sorted = problems.sorted();
        assert_eq!((sorted.len(), sorted[0].found.as_str()), (21, "1,2O4"));
        assert_eq!(sorted.iter().map(|problem| problem.times).sum::<u32>(), 1001);
        assert!(sorted.windows(2).all(|pair| pair[0].line <= pair[1].line));
    }
}
