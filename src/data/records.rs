//! Bytes into records, in one pass over each chunk, without copying a record that lies whole within it.
//!
//! RFC 4180 with what real files do: LF, CR and CRLF, newlines inside quotes, blank lines skipped, text after a closing
//! quote. It keeps the raw bytes of a record, so that a quote that was never closed costs its own line and no other.

use std::borrow::Cow;

/// A record longer than this is not held.
pub const LONGEST: usize = 1 << 20;
/// Cells of a record beyond these are not looked at.
pub const WIDEST: usize = 4096;

/// Where a cell stands in its record.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bounds {
    start: u32,
    end: u32,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shape {
    /// As it stands between its bounds.
    #[default]
    Bare,
    /// With doubled quotes in it.
    Escaped,
    /// With text after its closing quote.
    Stray,
}

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
#[derive(Debug)]
pub struct Splitter {
    separator: u8,
    special: [bool; 256],
    /// The cells of the record so far.
    pub cells: Vec<Bounds>,
    state: State,
    shape: Shape,
    quoted: bool,
    /// The quotes of the cell were closed and nothing follows them.
    closed: bool,
    cell_start: usize,
    /// Bytes of the record so far.
    length: usize,
    /// Line on which the record begins.
    pub line: u32,
    /// Line ends inside the record.
    pub breaks: u32,
    /// Some cell goes on after its closing quote.
    pub stray: bool,
    /// Some cell needs its quotes undone.
    pub escaped: bool,
    /// More cells than [`WIDEST`].
    pub too_wide: bool,
    after_return: bool,
}

impl Splitter {
    pub fn new(separator: u8) -> Splitter {
        let mut special = [false; 256];
        for byte in [separator, b'\n', b'\r'] {
            special[usize::from(byte)] = true;
        }
        Splitter {
            separator,
            special,
            cells: Vec::new(),
            state: State::CellStart,
            shape: Shape::Bare,
            quoted: false,
            closed: false,
            cell_start: 0,
            length: 0,
            line: 1,
            breaks: 0,
            stray: false,
            escaped: false,
            too_wide: false,
            after_return: false,
        }
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
            self.line += u32::from(!(self.after_return && *byte == b'\n'));
            self.after_return = *byte == b'\r';
            skipped += 1;
        }
        skipped
    }

    /// Goes on with the record; returns how many bytes of the input belong to it, its line end included.
    pub fn scan(&mut self, input: &[u8]) -> (usize, Scan) {
        let before = self.length;
        let window = input.get(..LONGEST - before).unwrap_or(input);
        let mut at = 0;
        while let Some(&byte) = window.get(at) {
            match self.state {
                State::CellStart => {
                    self.quoted = byte == b'"';
                    self.state = if self.quoted { State::Quoted } else { State::Bare };
                    at += usize::from(self.quoted);
                }
                State::Bare => {
                    at += self.run(&window[at..], |byte, special| special[usize::from(byte)]);
                    let Some(&byte) = window.get(at) else { break };
                    self.close_cell(before + at);
                    at += 1;
                    if byte != self.separator {
                        self.length = before + at;
                        self.after_return = byte == b'\r';
                        return (at, Scan::Record);
                    }
                    self.cell_start = before + at;
                }
                State::Quoted => match byte {
                    b'"' => {
                        self.state = State::QuoteInQuoted;
                        at += 1;
                    }
                    b'\n' => {
                        self.breaks += 1;
                        at += 1;
                    }
                    _ => at += self.run(&window[at..], |byte, _| byte == b'"' || byte == b'\n'),
                },
                State::QuoteInQuoted => match byte {
                    b'"' => {
                        self.shape = Shape::Escaped;
                        self.escaped = true;
                        self.state = State::Quoted;
                        at += 1;
                    }
                    _ => {
                        self.closed = self.special[usize::from(byte)];
                        if !self.closed {
                            self.shape = Shape::Stray;
                            self.stray = true;
                        }
                        self.state = State::Bare;
                    }
                },
            }
        }
        self.length = before + window.len();
        (window.len(), if window.len() < input.len() || self.length == LONGEST { Scan::TooLong } else { Scan::More })
    }

    /// Ends the record that the end of the file cut off.
    pub fn close_record(&mut self) {
        self.closed = self.state == State::QuoteInQuoted;
        self.close_cell(self.length);
    }

    fn run(&self, bytes: &[u8], stops: impl Fn(u8, &[bool; 256]) -> bool) -> usize {
        bytes.iter().position(|&byte| stops(byte, &self.special)).unwrap_or(bytes.len())
    }

    fn close_cell(&mut self, end: usize) {
        let (start, end) = (self.cell_start + usize::from(self.quoted), end - usize::from(self.closed));
        if self.cells.len() < WIDEST {
            self.cells.push(Bounds { start: start as u32, end: end as u32, shape: self.shape });
        } else {
            self.too_wide = true;
        }
        self.state = State::CellStart;
        self.shape = Shape::Bare;
        self.quoted = false;
        self.closed = false;
    }

    /// Forgets that a line may have ended just before: what comes next is a line end of its own.
    pub fn go_back(&mut self) {
        self.after_return = false;
    }

    /// Makes ready for the next record. `lines` is how many line ends lie behind, this record's own included.
    pub fn next_record(&mut self, lines: u32) {
        self.line = self.line.saturating_add(lines);
        self.cells.clear();
        self.state = State::CellStart;
        self.shape = Shape::Bare;
        self.quoted = false;
        self.closed = false;
        self.cell_start = 0;
        self.length = 0;
        self.breaks = 0;
        self.stray = false;
        self.escaped = false;
        self.too_wide = false;
    }
}

/// One record as text.
#[derive(Debug)]
pub struct Record<'r> {
    text: Cow<'r, str>,
    cells: Cow<'r, [Bounds]>,
    /// The first cell that was not UTF-8, and how many were not.
    pub not_utf8: Option<(usize, u32)>,
}

impl<'r> Record<'r> {
    /// The record in its raw bytes. Nothing is copied when they are UTF-8 without doubled quotes.
    pub fn decode(raw: &'r [u8], splitter: &'r Splitter) -> Record<'r> {
        match str::from_utf8(raw) {
            Ok(text) if !splitter.escaped && !splitter.stray => {
                Record { text: Cow::Borrowed(text), cells: Cow::Borrowed(&splitter.cells), not_utf8: None }
            }
            _ => Record::rebuilt(raw, &splitter.cells),
        }
    }

    fn rebuilt(raw: &[u8], cells: &[Bounds]) -> Record<'static> {
        let mut text = String::with_capacity(raw.len());
        let mut bounds = Vec::with_capacity(cells.len());
        let mut not_utf8: Option<(usize, u32)> = None;
        for (at, cell) in cells.iter().enumerate() {
            let start = text.len() as u32;
            let bytes = raw.get(cell.start as usize..cell.end as usize).unwrap_or_default();
            let bytes = if cell.shape == Shape::Bare { Cow::Borrowed(bytes) } else { Cow::Owned(unquoted(bytes)) };
            if !super::decode::append(&mut text, &bytes) {
                not_utf8 = Some(not_utf8.map_or((at, 1), |(first, times)| (first, times + 1)));
            }
            bounds.push(Bounds { start, end: text.len() as u32, shape: Shape::Bare });
        }
        Record { text: Cow::Owned(text), cells: Cow::Owned(bounds), not_utf8 }
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell without the spaces around it; empty where the row is short.
    pub fn cell(&self, at: usize) -> &str {
        self.cells
            .get(at)
            .and_then(|cell| self.text.get(cell.start as usize..cell.end as usize))
            .map_or("", super::markup::trim)
    }

    /// Whether every cell from one on is empty.
    pub fn is_blank_from(&self, first: usize) -> bool {
        (first..self.len()).all(|at| self.cell(at).is_empty())
    }
}

/// The inside of a quoted cell: doubled quotes made one, a closing quote dropped, what follows it kept as it is.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut open = true;
    let mut rest = bytes.iter().peekable();
    while let Some(&byte) = rest.next() {
        if open && byte == b'"' {
            open = rest.next_if(|&&next| next == b'"').is_some();
            if !open {
                continue;
            }
        }
        plain.push(byte);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every record with its line, fed in chunks of one size.
    fn split(bytes: &[u8], chunk: usize) -> Vec<(u32, Vec<String>)> {
        let mut splitter = Splitter::new(b',');
        let mut raw = Vec::new();
        let mut records = Vec::new();
        let mut keep = |splitter: &mut Splitter, raw: &mut Vec<u8>| {
            let record = Record::decode(raw, splitter);
            records.push((
                splitter.line,
                (0..record.len())
                    .map(|at| record.text[record.cells[at].start as usize..record.cells[at].end as usize].to_string())
                    .collect(),
            ));
            let lines = splitter.breaks + 1;
            splitter.next_record(lines);
            raw.clear();
        };
        for mut input in bytes.chunks(chunk) {
            while !input.is_empty() {
                if !splitter.inside() {
                    input = &input[splitter.skip_line_ends(input)..];
                }
                let (used, scan) = splitter.scan(input);
                raw.extend_from_slice(&input[..used]);
                input = &input[used..];
                if scan == Scan::Record {
                    keep(&mut splitter, &mut raw);
                }
            }
        }
        if splitter.inside() {
            splitter.close_record();
            keep(&mut splitter, &mut raw);
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
