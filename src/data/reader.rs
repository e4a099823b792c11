//! Bytes as they arrive into one table. Never fails; what could not be read is a problem with its line.

use super::decode;
use super::finish::{self, decimal};
use super::records::{LONGEST, Line, Record, Scan, Splitter};
use super::rows::Rows;
use super::schema::Schema;
use super::{FileKind, FileSeen, Mapping, Problem, ProblemKind, Table};

/// Bytes that may be read a second time after quotes that were not closed, in one file.
const MOST_REREAD: usize = 32 << 20;

/// Reads files into one [`Table`]: figures, and tables of indicators, areas and neighbours, in any order.
///
/// ```
/// use peerglass::data::{Cell, Mapping, Reader};
/// let mut reader = Reader::new(Mapping::default());
/// reader.begin("smoking.csv");
/// for chunk in ["area_code,per", "iod,value\nE10000017,2019/20,1", "2.5\n"] {
///     reader.push(chunk.as_bytes());
/// }
/// reader.end();
/// let (table, problems) = reader.finish();
/// assert_eq!(table.row(0).cell(), Cell::Value(12.5));
/// assert!(problems.is_empty());
/// ```
#[derive(Debug)]
pub struct Reader {
    mapping: Mapping,
    rows: Rows,
    file: Option<Box<OpenFile>>,
}

/// The file being read.
#[derive(Debug, Default)]
struct OpenFile {
    seen: FileSeen,
    stage: Stage,
    splitter: Splitter,
    /// The bytes that are not read yet, from the start of a record.
    pending: Vec<u8>,
    schema: Option<Schema>,
    record: Record,
    reread: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    /// Gathering the head.
    #[default]
    Head,
    /// Reading records.
    Records,
    /// Passing over a record that is too long, up to its line end.
    Skipping,
    /// Nothing of the file is read any more.
    Refused,
}

impl Reader {
    /// A reader that looks at the mapping before it recognises headers.
    pub fn new(mapping: Mapping) -> Reader {
        Reader { mapping, rows: Rows::default(), file: None }
    }

    /// Starts a file; its name is kept, and names the indicator of a file that has no indicator column.
    pub fn begin(&mut self, name: &str) {
        self.end();
        let mut file = Box::new(OpenFile::default());
        file.seen.name.push_str(name);
        self.file = Some(file);
        self.rows.begin(name);
    }

    /// Takes the next bytes of the file. They may part anywhere, inside a character too.
    pub fn push(&mut self, chunk: &[u8]) {
        if self.file.is_none() {
            self.begin("");
        }
        if let Some(mut file) = self.file.take() {
            file.pending.extend_from_slice(chunk);
            self.work(&mut file, false);
            self.file = Some(file);
        }
    }

    /// Ends the file.
    pub fn end(&mut self) {
        if let Some(mut file) = self.file.take() {
            self.work(&mut file, true);
            self.conclude(&file);
            self.rows.table.files.push(file.seen);
        }
    }

    /// The table, and everything that could not be taken at its word, by file and line.
    pub fn finish(mut self) -> (Table, Vec<Problem>) {
        self.end();
        finish::finish(&mut self.rows);
        (self.rows.table, self.rows.problems.sorted())
    }

    fn blame(&mut self, line: u32, kind: ProblemKind, column: &str, found: &str) {
        self.rows.problems.add(self.rows.file, line, kind, column, found);
    }

    /// Judges the head; returns the length of what stands before the first record.
    fn head(&mut self, file: &mut OpenFile) -> usize {
        let head = file.pending.get(..decode::HEAD).unwrap_or(&file.pending);
        if let Some((kind, found)) = decode::refuse(head) {
            file.stage = Stage::Refused;
            self.blame(0, kind, "", found);
            return 0;
        }
        let text = decode::without_mark(head);
        file.splitter.separator = decode::separator(text);
        file.stage = Stage::Records;
        head.len() - text.len()
    }

    /// Reads the pending bytes as far as whole records go, or to the end when these are the last.
    fn work(&mut self, file: &mut OpenFile, last: bool) {
        let mut start = 0;
        if file.stage == Stage::Head {
            if file.pending.len() < decode::HEAD && !last {
                return;
            }
            start = self.head(file);
        }
        let mut pending = std::mem::take(&mut file.pending);
        while let Some(rest) = pending.get(start..).filter(|rest| !rest.is_empty()) {
            start += match file.stage {
                Stage::Refused => rest.len(),
                Stage::Skipping => file.skip_line(rest),
                _ if !file.splitter.inside() && matches!(rest, [b'\n' | b'\r', ..]) => {
                    file.splitter.skip_line_ends(rest)
                }
                _ => {
                    let scan = match file.splitter.scan(rest) {
                        Scan::More if !last => break,
                        Scan::More => file.splitter.end_of_file(),
                        scan => scan,
                    };
                    self.record(file, rest.get(..file.splitter.length).unwrap_or(rest), scan)
                }
            };
        }
        let left = pending.len() - start;
        pending.copy_within(start.., 0);
        pending.truncate(left);
        file.pending = pending;
    }

    /// Takes one whole record; returns how many of its bytes are done with. When a quote in it was never closed, those
    /// are the bytes of its first line.
    #[inline(never)] // inside the loop that calls it, it would be longer
    fn record(&mut self, file: &mut OpenFile, raw: &[u8], scan: Scan) -> usize {
        let line = file.splitter.line();
        if file.is_unclosed(scan) {
            return self.reread(file, raw, line);
        }
        if scan == Scan::TooLong || file.splitter.too_wide {
            self.blame(line, ProblemKind::TooLarge, "", "");
            file.count_row();
            if scan == Scan::TooLong {
                file.stage = Stage::Skipping;
            }
        } else {
            self.read(file, raw, line);
        }
        let lines = file.splitter.breaks + u32::from(scan == Scan::Record);
        file.splitter.next_record(lines);
        raw.len()
    }

    /// Gives up the first line of a record, in which a quote was not closed; returns its length.
    fn reread(&mut self, file: &mut OpenFile, raw: &[u8], line: u32) -> usize {
        let length = line_length(raw);
        let mut found = String::new();
        decode::append(&mut found, raw.get(..length).unwrap_or(raw));
        self.blame(line, ProblemKind::UnclosedQuote, "", &found);
        if file.schema.is_some() {
            file.count_row();
        }
        file.reread += raw.len();
        file.splitter.next_record(0);
        file.splitter.go_back();
        if length == raw.len() {
            file.stage = Stage::Skipping;
        }
        if file.reread > MOST_REREAD {
            file.stage = Stage::Refused;
            self.blame(line, ProblemKind::TooLarge, "", "");
        }
        length
    }

    /// Reads a record as the header or as a row.
    fn read(&mut self, file: &mut OpenFile, raw: &[u8], line: u32) {
        file.record.read(raw, &file.splitter.ends);
        if file.record.is_blank_from(0) {
            return;
        }
        if let Some(at) = file.record.not_utf8 {
            let header = file.schema.as_ref().map_or("", |schema| schema.headers.cell(at));
            self.blame(line, ProblemKind::NotUtf8, header, file.record.cell(at));
        }
        if let Some(schema) = &file.schema {
            self.row(schema, &file.record, line);
            #[cfg(authoring)]
            if file.seen.first.len() < super::FIRST {
                file.seen.first.push(file.record.cells());
            }
            file.count_row();
        } else {
            let schema = Schema::of(std::mem::take(&mut file.record), &self.mapping);
            let mut odd =
                |kind, column: &str, found: &str| self.rows.problems.add(self.rows.file, line, kind, column, found);
            schema.judge(&self.mapping, &mut file.seen.unknown_columns, &mut odd);
            file.seen.kind = schema.kind;
            #[cfg(authoring)]
            {
                file.seen.columns = schema.columns();
            }
            file.schema = Some(schema);
        }
    }

    fn row(&mut self, schema: &Schema, record: &Record, number: u32) {
        let width = schema.headers.len();
        let shifted = !record.is_blank_from(width);
        let ragged = shifted || record.len() < width;
        if ragged && schema.kind != FileKind::Unrecognised {
            self.blame(number, ProblemKind::RaggedRow, "", &decimal(record.len() as u32));
        }
        let line = &Line { schema, record, number, ragged, shifted };
        let unnamed = match schema.kind {
            FileKind::CategoryTable | FileKind::Unrecognised => return,
            FileKind::IndicatorTable if !self.rows.lookups.keep(&mut self.rows.seen, line) => {
                ProblemKind::UnknownIndicator
            }
            FileKind::AreaTable if !self.rows.lookups.keep(&mut self.rows.seen, line) => ProblemKind::NoArea,
            FileKind::NeighbourTable if !self.rows.read_neighbours(line) => ProblemKind::NoArea,
            kind if kind.holds_figures() => return self.rows.read(line),
            _ => return,
        };
        self.blame(number, unnamed, "", record.cell(0));
    }

    /// Says what the file as a whole lacks.
    fn conclude(&mut self, file: &OpenFile) {
        if file.seen.rows > 0 || file.stage == Stage::Refused {
            return;
        }
        match &file.schema {
            None => self.blame(0, ProblemKind::EmptyFile, "", ""),
            Some(schema) if schema.kind != FileKind::Unrecognised => self.blame(0, ProblemKind::NoRows, "", ""),
            _ => {}
        }
    }
}

impl OpenFile {
    fn count_row(&mut self) {
        self.seen.rows = self.seen.rows.saturating_add(1);
    }

    /// Whether a quote was opened in the record and not closed where it should have been: the record never ended, or it
    /// took in further lines and came out in another shape than the header.
    fn is_unclosed(&self, scan: Scan) -> bool {
        let splitter = &self.splitter;
        if scan == Scan::TooLong {
            return splitter.inside_quotes() || splitter.breaks > 0;
        }
        let odd = |schema: &Schema| splitter.stray || schema.headers.len() != splitter.ends.len();
        splitter.breaks > 0 && self.schema.as_ref().is_some_and(odd)
    }

    /// Passes over the rest of a record that is too long; returns its length.
    fn skip_line(&mut self, rest: &[u8]) -> usize {
        let length = line_length(rest);
        if length < rest.len() {
            self.stage = Stage::Records;
            self.splitter.go_back();
        }
        length
    }
}

/// Bytes before the first line end.
fn line_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len())
}

const _: () = assert!(LONGEST <= u32::MAX as usize);
