//! Bytes into records, in one pass over each chunk, without copying a record that lies whole within it.
//!
//! RFC 4180 with what real files do: LF, CR and CRLF, newlines inside quotes, blank lines skipped, text after a closing
//! quote. It keeps the raw bytes of a record, so that a quote that was never closed costs its own line and no other.

use super::lookup::present;
use super::schema::Schema;
use super::words::fill;
use super::{Meaning, decode};

/// A record longer than this is not held.
pub const LONGEST: usize = 1 << 20;
const QUOTE: u8 = b'"';
/// Cells of a record beyond these are not looked at.
pub const WIDEST: usize = 4096;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    CellStart,
    Bare,
    Quoted,
    /// After a quote inside a quoted cell: the end of it, or the first half of a doubled quote.
    QuoteInQuoted,
}

/// How a scan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// The input ended inside the record.
    More,
    /// The record ended.
    Record,
    /// The record is longer than [`LONGEST`].
    TooLong,
}

/// Finds records and cells. It holds positions only; the bytes are the caller's.
#[derive(Debug, Default)]
pub struct Splitter {
    pub separator: u8,
    /// Where each cell of the record so far ends, quotes included.
    pub ends: Vec<u32>,
    state: State,
    /// Bytes of the record so far.
    pub length: usize,
    /// Line on which the record begins, less one.
    lines: u32,
    /// Line ends inside the record.
    pub breaks: u32,
    /// Some cell goes on after its closing quote.
    pub stray: bool,
    /// More cells than [`WIDEST`].
    pub too_wide: bool,
    after_return: bool,
}

impl Splitter {
    /// Line on which the record begins.
    pub fn line(&self) -> u32 {
        self.lines.saturating_add(1)
    }

    /// Whether a record has begun.
    pub fn inside(&self) -> bool {
        self.length > 0
    }

    /// Whether the record so far ends inside quotes.
    pub fn inside_quotes(&self) -> bool {
        self.state == State::Quoted
    }

    /// Length of the line ends at the start of the input, which belong to no record.
    pub fn skip_line_ends(&mut self, input: &[u8]) -> usize {
        let mut skipped = 0;
        while let Some(byte @ (b'\n' | b'\r')) = input.get(skipped) {
            self.lines += u32::from(!(self.after_return && *byte == b'\n'));
            self.after_return = *byte == b'\r';
            skipped += 1;
        }
        skipped
    }

    /// Goes on with the record that stands at the start of the input, from where the last scan of it ended.
    pub fn scan(&mut self, input: &[u8]) -> Scan {
        let window = input.get(..LONGEST).unwrap_or(input);
        let ends = [self.separator, b'\n', b'\r'];
        let mut at = self.length;
        while let Some(&byte) = window.get(at) {
            let stops = if self.state == State::Quoted { [QUOTE, b'\n', b'\n'] } else { ends };
            match self.state {
                State::CellStart if byte == QUOTE => self.state = State::Quoted,
                State::Quoted if byte == QUOTE => self.state = State::QuoteInQuoted,
                State::QuoteInQuoted if byte == QUOTE => self.state = State::Quoted,
                State::Quoted if byte == b'\n' => self.breaks += 1,
                State::QuoteInQuoted if !ends.contains(&byte) => {
                    self.stray = true;
                    self.state = State::Bare;
                }
                _ if self.state != State::Quoted && ends.contains(&byte) => {
                    self.close_cell(at);
                    if byte != self.separator {
                        self.length = at + 1;
                        self.after_return = byte == b'\r';
                        return Scan::Record;
                    }
                }
                _ => {
                    if self.state != State::Quoted {
                        self.state = State::Bare;
                    }
                    let rest = window.get(at..).unwrap_or_default();
                    at += rest.iter().position(|byte| stops.contains(byte)).unwrap_or(rest.len());
                    continue;
                }
            }
            at += 1;
        }
        self.length = window.len();
        if self.length == LONGEST { Scan::TooLong } else { Scan::More }
    }

    /// How the record ends that the end of the file cut off.
    pub fn end_of_file(&mut self) -> Scan {
        if self.inside_quotes() {
            return Scan::TooLong;
        }
        self.close_cell(self.length);
        Scan::Record
    }

    fn close_cell(&mut self, end: usize) {
        self.too_wide = self.ends.len() >= WIDEST;
        if !self.too_wide {
            self.ends.push(end as u32);
        }
        self.state = State::CellStart;
    }

    /// Forgets that a line may have ended just before: what comes next is a line end of its own.
    pub fn go_back(&mut self) {
        self.after_return = false;
    }

    /// Makes ready for the next record. `lines` is how many line ends lie behind, this record's own included.
    pub fn next_record(&mut self, lines: u32) {
        self.lines = self.lines.saturating_add(lines);
        self.ends.clear();
        self.state = State::CellStart;
        self.length = 0;
        self.breaks = 0;
        self.stray = false;
        self.too_wide = false;
    }
}

/// One record as plain text. It is used again for the next.
#[derive(Debug, Default)]
pub struct Record {
    text: String,
    /// Where the text of each cell ends.
    ends: Vec<u32>,
    /// The last cell that was quoted, without its quotes.
    plain: Vec<u8>,
    /// The first cell that was not UTF-8.
    pub not_utf8: Option<usize>,
}

impl Record {
    /// Takes the text of the cells of a record, which end where the splitter found their ends.
    pub fn read(&mut self, raw: &[u8], ends: &[u32]) {
        self.text.clear();
        self.ends.clear();
        self.not_utf8 = None;
        let mut start = 0;
        for (at, &end) in ends.iter().enumerate() {
            let cell = unquoted(raw.get(start..end as usize).unwrap_or_default(), &mut self.plain);
            if !decode::append(&mut self.text, cell) && self.not_utf8.is_none() {
                self.not_utf8 = Some(at);
            }
            self.ends.push(self.text.len() as u32);
            start = end as usize + 1;
        }
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a cell; empty where the row is short.
    pub fn cell(&self, at: usize) -> &str {
        self.text.get(self.start(at)..self.start(at + 1)).unwrap_or("")
    }

    /// The text of every cell.
    #[cfg(authoring)]
    pub fn cells(&self) -> Vec<String> {
        (0..self.len()).map(|at| self.cell(at).to_owned()).collect()
    }

    /// Where the text of a cell starts; of one beyond the last, where the text ends.
    fn start(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(before) => self.ends.get(before).map_or(self.text.len(), |&end| end as usize),
            None => 0,
        }
    }

    /// Whether every cell from one on is empty.
    pub fn is_blank_from(&self, first: usize) -> bool {
        self.start(first) == self.text.len()
    }
}

/// What a cell holds: without its quotes, doubled quotes made one, what follows a closing quote kept as it is. Where that
/// is not one piece of the cell, it is put together in `plain`.
fn unquoted<'c>(cell: &'c [u8], plain: &'c mut Vec<u8>) -> &'c [u8] {
    let [QUOTE, inside @ ..] = cell else { return cell };
    let first = inside.iter().position(|&byte| byte == QUOTE).unwrap_or(inside.len());
    if first + 1 >= inside.len() {
        return inside.get(..first).unwrap_or(inside);
    }
    plain.clear();
    let mut open = true;
    let mut rest = inside;
    while let [byte, after @ ..] = rest {
        rest = after;
        if open && *byte == QUOTE {
            let [QUOTE, after @ ..] = rest else {
                open = false;
                continue;
            };
            rest = after;
        }
        plain.push(*byte);
    }
    plain
}

/// One record with what is needed to read and to blame it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'r> {
    pub schema: &'r Schema,
    pub record: &'r Record,
    pub number: u32,
    /// It has more or fewer cells than the header.
    pub ragged: bool,
    /// Its cells may stand in wrong columns, so no figure of it is used.
    pub shifted: bool,
}

impl<'r> Line<'r> {
    /// The cell of a meaning; empty where there is none, or it only says so.
    pub fn cell(&self, meaning: Meaning) -> &'r str {
        present(self.record.cell(self.schema.column(meaning)))
    }

    /// Fills what is empty with the cell of a meaning.
    #[inline(never)] // called in many places
    pub fn fill(&self, slot: &mut String, meaning: Meaning) {
        fill(slot, self.cell(meaning));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every record with its line, fed in chunks of one size.
    fn split(bytes: &[u8], chunk: usize) -> Vec<(u32, Vec<String>)> {
        let mut splitter = Splitter { separator: b',', ..Splitter::default() };
        let mut start = 0;
        let mut records = Vec::new();
        let mut keep = |splitter: &mut Splitter, raw: &[u8]| {
            let starts = std::iter::once(0).chain(splitter.ends.iter().map(|&end| end as usize + 1));
            let cells = starts
                .zip(&splitter.ends)
                .map(|(start, &end)| unquoted(&raw[start..end as usize], &mut Vec::new()).to_vec());
            records.push((splitter.line(), cells.map(|cell| String::from_utf8(cell).unwrap()).collect()));
            let lines = splitter.breaks + 1;
            splitter.next_record(lines);
        };
        for end in (chunk..bytes.len() + chunk).step_by(chunk) {
            let fed = &bytes[..end.min(bytes.len())];
            loop {
                if !splitter.inside() {
                    start += splitter.skip_line_ends(&fed[start..]);
                }
                let more = start == fed.len() || splitter.scan(&fed[start..]) == Scan::More;
                if more && (fed.len() < bytes.len() || !splitter.inside()) {
                    break;
                }
                if more {
                    splitter.close_cell(splitter.length);
                }
                let raw = &fed[start..start + splitter.length];
                start += splitter.length;
                keep(&mut splitter, raw);
            }
        }
        records
    }

    #[test]
    fn splits_what_rfc_4180_says() {
        let text = b"a,\"b,\"\"c\"\"\",\"two\nlines\"\r\n\r\n,,\nx\ry,\"z\"";
        let want: Vec<(u32, Vec<String>)> =
            [(1, vec!["a", "b,\"c\"", "two\nlines"]), (4, vec!["", "", ""]), (5, vec!["x"]), (6, vec!["y", "z"])]
                .map(|(line, cells)| (line, cells.into_iter().map(String::from).collect()))
                .to_vec();
        for chunk in 1..text.len() {
            assert_eq!(split(text, chunk), want, "{chunk}");
        }
    }

    #[test]
    fn text_after_a_closing_quote_is_kept() {
        assert_eq!(split(b"\"a\"\"b\"c\"d,e\n", 3)[0].1, ["a\"bc\"d", "e"]);
    }

    proptest! {
        /// The same records as the reference splitter, for any text whatever and any chunk.
        #[test]
        fn agrees_with_csv_core(text in "[ab\",\n\r ]{0,60}", chunk in 1usize..9) {
            let mut core = csv_core::Reader::new();
            let (mut output, mut ends) = ([0u8; 256], [0usize; 128]);
            let mut want: Vec<Vec<String>> = Vec::new();
            let mut input = text.as_bytes();
            let (mut out, mut end) = (0, 0);
            loop {
                let (result, used, wrote, ended) = core.read_record(input, &mut output[out..], &mut ends[end..]);
                input = &input[used..];
                out += wrote;
                end += ended;
                match result {
                    csv_core::ReadRecordResult::InputEmpty => {}
                    csv_core::ReadRecordResult::Record => {
                        let mut start = 0;
                        want.push(ends[..end].iter().map(|&end| {
                            let cell = String::from_utf8(output[start..end].to_vec()).unwrap();
                            start = end;
                            cell
                        }).collect());
                        (out, end) = (0, 0);
                    }
                    _ => break,
                }
            }
            let got: Vec<Vec<String>> = split(text.as_bytes(), chunk).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(got, want);
        }
    }
}
