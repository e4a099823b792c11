//! Bytes as they arrive into one table. Never fails; what could not be read is a problem with its line.

use super::decode;
use super::finish::{self, decimal};
use super::lookup::Lookups;
use super::records::{LONGEST, Line, Record, Scan, Splitter};
use super::rows::Rows;
use super::schema::Schema;
use super::words::owned;
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
    lookups: Lookups,
    file: Option<OpenFile>,
}

/// The file being read.
#[derive(Debug, Default)]
struct OpenFile {
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
        Reader { mapping, rows: Rows::default(), lookups: Lookups::default(), file: None }
    }

    /// Starts a file; its name is kept, and names the indicator of a file that has no indicator column.
    pub fn begin(&mut self, name: &str) {
        self.end();
        let files = &mut self.rows.table.files;
        let number = u16::try_from(files.len()).unwrap_or(u16::MAX);
        files.push(FileSeen { name: owned(name), kind: FileKind::Unrecognised, rows: 0, unknown_columns: Vec::new() });
        self.rows.begin(number, name);
        self.file = Some(OpenFile::default());
    }

    /// Takes the next bytes of the file. They may part anywhere, inside a character too.
    pub fn push(&mut self, chunk: &[u8]) {
        if self.file.is_none() {
            self.begin("");
        }
        let Some(mut file) = self.file.take() else { return };
        file.pending.extend_from_slice(chunk);
        self.work(&mut file, false);
        self.file = Some(file);
    }

    /// Ends the file.
    pub fn end(&mut self) {
        let Some(mut file) = self.file.take() else { return };
        self.work(&mut file, true);
        self.conclude(&file);
    }

    /// The table, and everything that could not be taken at its word, by file and line.
    pub fn finish(mut self) -> (Table, Vec<Problem>) {
        self.end();
        finish::finish(&mut self.rows, &self.lookups);
        (self.rows.table, self.rows.problems.sorted())
    }

    fn blame(&mut self, line: u32, kind: ProblemKind, column: &str, found: &str) {
        self.rows.problems.add(self.rows.file, line, kind, column, found);
    }

    /// Judges the head; returns the length of what stands before the first record.
    fn open(&mut self, file: &mut OpenFile) -> usize {
        let head = file.pending.get(..decode::HEAD).unwrap_or(&file.pending);
        if let Some((kind, found)) = decode::refuse(head) {
            file.stage = Stage::Refused;
            self.blame(0, kind, "", found);
            return 0;
        }
        file.splitter.separator = decode::separator(decode::without_mark(head));
        file.stage = Stage::Records;
        head.len() - decode::without_mark(head).len()
    }

    /// Reads the pending bytes as far as whole records go, or to the end when these are the last.
    fn work(&mut self, file: &mut OpenFile, last: bool) {
        let mut start = 0;
        if file.stage == Stage::Head {
            if file.pending.len() < decode::HEAD && !last {
                return;
            }
            start = self.open(file);
        }
        let mut pending = std::mem::take(&mut file.pending);
        while let Some(rest) = pending.get(start..).filter(|rest| !rest.is_empty()) {
            if file.stage == Stage::Refused {
                start = pending.len();
                break;
            }
            if file.stage == Stage::Skipping {
                start += skip_line(file, rest);
                continue;
            }
            if !file.splitter.inside() {
                let ends = file.splitter.skip_line_ends(rest);
                if ends > 0 {
                    start += ends;
                    continue;
                }
            }
            let scan = match file.splitter.scan(rest) {
                Scan::More if !last => break,
                Scan::More => file.splitter.end_of_file(),
                scan => scan,
            };
            let record = rest.get(..file.splitter.length).unwrap_or(rest);
            start += self.record(file, record, scan);
        }
        pending.drain(..start);
        file.pending = pending;
    }

    /// Takes one whole record; returns how many of its bytes are done with. When a quote in it was never closed, those
    /// are the bytes of its first line.
    fn record(&mut self, file: &mut OpenFile, raw: &[u8], scan: Scan) -> usize {
        let line = file.splitter.line();
        if self.is_unclosed(file, scan) {
            let first = raw.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or(raw);
            let mut found = String::new();
            decode::append(&mut found, first);
            self.blame(line, ProblemKind::UnclosedQuote, "", &found);
            if file.schema.is_some() {
                self.count_row();
            }
            file.reread += raw.len();
            file.splitter.next_record(0);
            file.splitter.go_back();
            if first.len() == raw.len() {
                file.stage = Stage::Skipping;
            }
            if file.reread > MOST_REREAD {
                file.stage = Stage::Refused;
                self.blame(line, ProblemKind::TooLarge, "", "");
            }
            return first.len();
        }
        if scan == Scan::TooLong || file.splitter.too_wide {
            self.blame(line, ProblemKind::TooLarge, "", "");
            self.count_row();
            file.stage = if scan == Scan::TooLong { Stage::Skipping } else { file.stage };
        } else {
            self.read(file, raw, line);
        }
        let lines = file.splitter.breaks + u32::from(scan == Scan::Record);
        file.splitter.next_record(lines);
        raw.len()
    }

    /// Whether a quote was opened in the record and not closed where it should have been: the record never ended, or it
    /// took in further lines and came out in another shape than the header.
    fn is_unclosed(&self, file: &OpenFile, scan: Scan) -> bool {
        let splitter = &file.splitter;
        let other_shape = |schema: &Schema| schema.headers.len() != splitter.ends.len();
        match scan {
            Scan::TooLong => splitter.inside_quotes() || splitter.breaks > 0,
            _ => splitter.breaks > 0 && file.schema.as_ref().is_some_and(|known| splitter.stray || other_shape(known)),
        }
    }

    fn count_row(&mut self) {
        if let Some(seen) = self.rows.table.files.last_mut() {
            seen.rows = seen.rows.saturating_add(1);
        }
    }

    /// Reads a record as the header or as a row.
    fn read(&mut self, file: &mut OpenFile, raw: &[u8], line: u32) {
        let OpenFile { record, schema, splitter, .. } = file;
        record.read(raw, &splitter.ends);
        if record.is_blank_from(0) {
            return;
        }
        if let Some(at) = record.not_utf8 {
            let header = schema.as_ref().and_then(|schema| schema.headers.get(at)).map_or("", String::as_str);
            self.blame(line, ProblemKind::NotUtf8, header, record.cell(at));
        }
        match schema {
            None => *schema = Some(self.header(record, line)),
            Some(schema) => {
                self.count_row();
                self.row(schema, record, line);
            }
        }
    }

    fn header(&mut self, record: &Record, line: u32) -> Schema {
        let headers = (0..record.len()).map(|at| owned(record.cell(at))).collect();
        let mut schema = Schema::of(headers, &self.mapping);
        for (kind, column, found) in &schema.oddities {
            self.blame(line, *kind, column, found);
        }
        if let Some(seen) = self.rows.table.files.last_mut() {
            seen.kind = schema.kind;
            seen.unknown_columns = std::mem::take(&mut schema.unknown);
        }
        schema
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
            FileKind::IndicatorTable if !self.lookups.keep(line) => ProblemKind::UnknownIndicator,
            FileKind::AreaTable if !self.lookups.keep(line) => ProblemKind::NoArea,
            FileKind::NeighbourTable if !self.rows.read_neighbours(line) => ProblemKind::NoArea,
            kind if kind.holds_figures() => return self.rows.read(line),
            _ => return,
        };
        self.blame(number, unnamed, "", record.cell(0));
    }

    /// Says what the file as a whole lacks.
    fn conclude(&mut self, file: &OpenFile) {
        let rows = self.rows.table.files.last().map_or(0, |seen| seen.rows);
        match &file.schema {
            _ if file.stage == Stage::Refused => {}
            None if rows == 0 => self.blame(0, ProblemKind::EmptyFile, "", ""),
            Some(schema) if rows == 0 && schema.kind != FileKind::Unrecognised => {
                self.blame(0, ProblemKind::NoRows, "", "")
            }
            _ => {}
        }
    }
}

/// Passes over the rest of a record that is too long; returns its length.
fn skip_line(file: &mut OpenFile, rest: &[u8]) -> usize {
    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    if end.is_some() {
        file.stage = Stage::Records;
        file.splitter.go_back();
    }
    end.unwrap_or(rest.len())
}

const _: () = assert!(LONGEST <= u32::MAX as usize);
