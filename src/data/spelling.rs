//! Every spelling of a period that publishers use, read into a [`Period`].
//!
//! The rule for two years: a following number that is the start plus one makes a pair (a financial year), a larger one a
//! range of whole years. The label is kept as it stands.
//!
//! A label is first reduced to its shape (`4/2` for `2019/20`, `m 4` for `Jan 2021`) and its numbers; then one table of
//! shapes says what it is. That is smaller than patterns over tokens, and reads like the list of spellings that it is.

use super::words::{owned, place};
use super::{Period, PeriodKind};

/// Where a span starts, its length in months, and how it is spoken of: a period without its label.
#[derive(Debug, Clone, Copy)]
struct Span {
    year: i32,
    month: i32,
    day: i32,
    months: i32,
    kind: PeriodKind,
}

/// A label without what is the same in many: the kinds of its pieces, and their numbers.
#[derive(Debug, Default)]
struct Shape {
    /// Digits of a number, `m` a month's name, `q` a quarter's `Q`, `p` `y` `t` `z` the letters of ISO 8601, `e` "year
    /// ending", `/` and `-`. No shape we know has as many pieces as fit.
    pieces: [u8; 16],
    length: usize,
    /// The first of its numbers.
    numbers: [i32; 8],
    count: usize,
    /// The label says that its years are academic.
    academic: bool,
}

impl Period {
    /// Reads a label; `None` when it is in no spelling we know. Academic years are told apart only where the label or an
    /// ISO start in August or September says so.
    pub fn parse(label: &str) -> Option<Period> {
        Period::read(label, "", "", false)
    }

    /// Reads a label, or the publisher's own start (`yyyyqqmm`) and range (`1y`, `3m`) where they say more. `academic`
    /// years are those of a column that says so.
    pub(super) fn read(label: &str, start: &str, range: &str, academic: bool) -> Option<Period> {
        let label = label.trim();
        let mut told = Span::of_label(label, academic);
        let months = months_of_range(range);
        if told.is_none() || months.is_some_and(|months| told.is_some_and(|span| span.months != months)) {
            told = Span::of_start(start, months).or(told);
        }
        let Span { year, month, day, months, kind } = told?;
        let (year, month, day, months) = (year as i16, month as u8, day as u8, months as u16);
        Some(Period { year, month, day, months, kind, label: owned(label) })
    }
}

/// Months of a Fingertips range: `1y`, `5y`, `3m`, `1q`.
fn months_of_range(range: &str) -> Option<i32> {
    let (unit, digits) = range.as_bytes().split_last()?;
    let each = match unit {
        b'y' => 12,
        b'q' => 3,
        b'm' => 1,
        _ => return None,
    };
    Some(number(digits)? * each)
}

/// One to four digits.
fn number(digits: &[u8]) -> Option<i32> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let mut number = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i32::from(digit - b'0');
    }
    Some(number)
}

/// Tells digits and letters apart: 1, 2, and 0 for what is neither.
fn kind(byte: u8) -> u8 {
    u8::from(byte.is_ascii_digit()) + 2 * u8::from(byte.is_ascii_alphabetic())
}

impl Shape {
    /// Takes the pieces of a label; `None` where one is none of ours.
    fn take(&mut self, label: &str) -> Option<()> {
        let mut rest = label.as_bytes();
        while let Some(&first) = rest.first() {
            let mut length = 1;
            while kind(first) != 0 && rest.get(length).is_some_and(|&byte| kind(byte) == kind(first)) {
                length += 1;
            }
            if let [0xe2, 0x80, 0x93 | 0x94, ..] = rest {
                length = 3; // en and em dash
            }
            let (piece, next) = rest.split_at(length);
            match first {
                b' ' | b',' | b':' => {}
                b'0'..=b'9' => self.number(b'0' + length.min(9) as u8, number(piece)?),
                b'/' | b'-' => self.piece(first),
                0xe2 if length == 3 => self.piece(b'-'),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(piece)?,
                _ => return None,
            }
            rest = next;
        }
        Some(())
    }

    #[inline(never)]
    fn piece(&mut self, piece: u8) {
        if let Some(next) = self.pieces.get_mut(self.length) {
            *next = piece;
            self.length += 1;
        }
    }

    #[inline(never)]
    fn number(&mut self, piece: u8, number: i32) {
        if let Some(next) = self.numbers.get_mut(self.count) {
            *next = number;
            self.count += 1;
        }
        self.piece(piece);
    }

    /// A month, a word with a piece of its own, or one that only says what kind of year it is.
    fn word(&mut self, word: &[u8]) -> Option<()> {
        /// Words, and in the same order their pieces; `0` and `1` have none and say what kind of year it is.
        const WORDS: &str = "to|q|quarter|p|y|m|t|z|ending|msitae|rtt|year|financial|fy|academic|ay";
        const PIECES: &[u8; 16] = b"-qqpyntzerr00011";
        const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december|\
            jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|0|0|0|0|0|0|0|0|sept"; // a word is never "0"
        let word = str::from_utf8(word).ok()?;
        if let Some(month) = place(MONTHS, word) {
            self.number(b'm', (month % 12) as i32 + 1);
            return Some(());
        }
        match PIECES[place(WORDS, word)?] {
            b'0' => {}
            b'1' => self.academic = true,
            piece => self.piece(piece),
        }
        Some(())
    }

    /// What the shape is.
    fn read(&self) -> Option<Span> {
        /// Each shape, and in the same order the letter of its rule below.
        const SHAPES: &str = "4|4/2|4/4|4-4|4-2|4/2-2/2|4-2-2-2|4/2-4/2|4-2-4-2|4/4-4/4|4-4-4-4|4q1|4-q1|q14|\
            4/2q1|4-2q1|4/4q1|4-4q1|4/2-q1|q14/2|q14-2|q14/4|q14-4|m4|m-4|r-m-4|2/4|1/4|4m|4-m|m2|m-2|em4|m4-m4|m-m4|\
            4-2-2|4-2-2t222|4-2-2t222z|2/2/4|1/1/4|1/2/4|2/1/4|2m4|1m4|4-2-2/p1y|4-2-2/p2y|4-2-2/p1n|4-2-2/p2n|\
            4-2-2t222/p1y|4-2-2t222/p2y|4-2-2/4-2-2";
        const RULES: &[u8; 51] = b"cpppyffffffqqQFFFFFggggmmmmmMMssetTdddDDDDDDLLllNNu";
        let shape = str::from_utf8(&self.pieces[..self.length]).ok()?;
        let rule = RULES[place(SHAPES, shape)?];
        // Those that say the same in another order go by one rule: year first, or in the order of a pair of months.
        let (rule, order) = match rule {
            b'Q' => (b'q', b"1023"),
            b'm' => (b'M', b"1023"),
            b'g' => (b'F', b"1203"),
            b'T' => (b't', b"0212"),
            b'D' => (b'd', b"2103"),
            b'N' => (b'L', b"0126"),
            rule => (rule, b"0123"),
        };
        let number = |at: usize| self.numbers[usize::from(order[at] & 7)];
        let (a, b, c, d) = (number(0), number(1), number(2), number(3));
        // No span has no months: where a rule finds something amiss, it says so by that.
        let (year, month, day, months) = match rule {
            b'c' => (a, 1, 1, 12),
            b'p' | b'y' => match full_year(a, b) - a {
                1 => (a, 4, 1, 12),
                more @ 2..=9 => (a, 1, 1, (more + 1) * 12),
                _ => (a, b, 1, i32::from(rule == b'y')), // a month, where it can be nothing else
            },
            b'f' => financial_years(a, b, c, d),
            b'q' => (a, b * 3 - 2, 1, 3),
            b'F' => financial_quarter(a, b, c),
            b'M' => (a, b, 1, 1),
            b's' => (if b < 70 { 2000 + b } else { 1900 + b }, a, 1, 1),
            b'e' => (b - i32::from(a < 12), a % 12 + 1, 1, 12),
            b't' => (b, a, 1, (d - b) * 12 + c - a + 1),
            b'd' => return Span::day(a, b, c),
            b'L' => (a, b, c, d * 12),
            b'l' => (a, b, c, d),
            _ => {
                let (month, day) = (self.numbers[4], self.numbers[5]);
                let last = Span::day(d, month, day)?;
                let months = (d - a) * 12 + month - b;
                let whole_month = c == 1 && day == days_in(last.year, last.month);
                (a, b, c, if whole_month { months + 1 } else { months * i32::from(day == c - 1) })
            }
        };
        let mut span = Span::of(year, month, day, months)?;
        if rule == b'F' {
            span.kind = PeriodKind::FinancialQuarter;
        }
        Some(span)
    }
}

fn is_pair(year: i32, end: i32) -> bool {
    full_year(year, end) == year + 1
}

/// A second year with its century: after 1999, `00` is 2000.
fn full_year(year: i32, end: i32) -> i32 {
    match end {
        100.. => end,
        0 if year % 100 == 99 => year + 1,
        _ => year - year % 100 + end,
    }
}

/// `2016/17 - 18/19`: from the first year of the first pair to the last of the second.
fn financial_years(year: i32, end: i32, start: i32, last: i32) -> (i32, i32, i32, i32) {
    let start = full_year(year, start);
    let whole = is_pair(year, end) && is_pair(start, last) && (1..20).contains(&(start - year));
    (year, 4, 1, if whole { (start - year + 1) * 12 } else { 0 })
}

/// `2019/20 Q1`: from April.
fn financial_quarter(year: i32, end: i32, number: i32) -> (i32, i32, i32, i32) {
    let real = is_pair(year, end) && (1..=4).contains(&number);
    (year + number / 4, number * 3 % 12 + 1, 1, if real { 3 } else { 0 })
}

impl Span {
    /// What a label says.
    fn of_label(label: &str, academic: bool) -> Option<Span> {
        let mut shape = Shape::default();
        shape.take(label)?;
        let mut span = shape.read()?;
        if (shape.academic || academic) && span.kind == PeriodKind::Financial {
            (span.kind, span.month) = (PeriodKind::Academic, 8);
        }
        Some(span)
    }

    /// What Fingertips' sortable start (`yyyyqqmm`) says, with the length of its range where that is told.
    fn of_start(start: &str, months: Option<i32>) -> Option<Span> {
        let digits = start.as_bytes();
        if digits.len() != 8 {
            return None;
        }
        let (year, quarter, month) = (number(digits.get(..4)?)?, number(digits.get(4..6)?)?, number(digits.get(6..)?)?);
        let (month, usual) = match (quarter, month) {
            (0, 0) => (1, 12),
            (1..=4, 0) => (quarter * 3 - 2, 3),
            _ => (month, 1),
        };
        Span::of(year, month, 1, months.unwrap_or(usual))
    }

    /// A single day, if the calendar has it.
    fn day(year: i32, month: i32, day: i32) -> Option<Span> {
        let real =
            (1800..=2200).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        real.then_some(Span { year, month, day, months: 0, kind: PeriodKind::Day })
    }

    /// A span of whole months, named by where it starts.
    fn of(year: i32, month: i32, day: i32, months: i32) -> Option<Span> {
        let years = months % 12 == 0;
        let kind = match (month, day) {
            _ if !(1..=1200).contains(&months) => return None,
            (_, 1) if months == 1 => PeriodKind::Month,
            (1 | 4 | 7 | 10, 1) if months == 3 => PeriodKind::Quarter,
            (8 | 9, 1) if months == 12 => PeriodKind::Academic,
            (1, 1) if years => PeriodKind::Calendar,
            (4, 1) if years => PeriodKind::Financial,
            _ if years => PeriodKind::YearFrom,
            _ => PeriodKind::Span,
        };
        Some(Span { months, kind, ..Span::day(year, month, day)? })
    }
}

fn days_in(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PeriodKind::*;
    use proptest::prelude::*;

    #[test]
    fn every_spelling_is_read() {
        for (label, year, month, day, months, kind) in [
            ("2019", 2019, 1, 1, 12, Calendar),
            ("2019/20", 2019, 4, 1, 12, Financial),
            ("2019/2020", 2019, 4, 1, 12, Financial),
            ("2019-20", 2019, 4, 1, 12, Financial),
            ("2015-16", 2015, 4, 1, 12, Financial),
            ("2019\u{2013}20", 2019, 4, 1, 12, Financial),
            ("1999/00", 1999, 4, 1, 12, Financial),
            ("1999/2000", 1999, 4, 1, 12, Financial),
            ("FY 2019/20", 2019, 4, 1, 12, Financial),
            ("Financial year 2019-20", 2019, 4, 1, 12, Financial),
            ("2019/20 academic year", 2019, 8, 1, 12, Academic),
            ("2017 - 19", 2017, 1, 1, 36, Calendar),
            ("2017-19", 2017, 1, 1, 36, Calendar),
            ("2017 to 2019", 2017, 1, 1, 36, Calendar),
            ("2015-17", 2015, 1, 1, 36, Calendar),
            ("2016 - 20", 2016, 1, 1, 60, Calendar),
            ("2016/17 - 18/19", 2016, 4, 1, 36, Financial),
            ("2017/18 - 19/20", 2017, 4, 1, 36, Financial),
            ("2017/18-2019/20", 2017, 4, 1, 36, Financial),
            ("2017-18 to 2019-20", 2017, 4, 1, 36, Financial),
            ("1998/99 - 00/01", 0, 0, 0, 0, Span), // a century wrapped twice is not guessed
            ("2020 Q1", 2020, 1, 1, 3, Quarter),
            ("2020 Q4", 2020, 10, 1, 3, Quarter),
            ("2020Q2", 2020, 4, 1, 3, Quarter),
            ("Q3 2020", 2020, 7, 1, 3, Quarter),
            ("2019/20 Q1", 2019, 4, 1, 3, FinancialQuarter),
            ("2020/21 Q3", 2020, 10, 1, 3, FinancialQuarter),
            ("2020/21 Q4", 2021, 1, 1, 3, FinancialQuarter),
            ("Jan 2021", 2021, 1, 1, 1, Month),
            ("April 2022", 2022, 4, 1, 1, Month),
            ("Sept 2022", 2022, 9, 1, 1, Month),
            ("Jan-21", 2021, 1, 1, 1, Month),
            ("2021-01", 2021, 1, 1, 1, Month),
            ("2009-01", 2009, 1, 1, 1, Month),
            ("01/2021", 2021, 1, 1, 1, Month),
            ("MSitAE-SEPTEMBER-2024", 2024, 9, 1, 1, Month),
            ("RTT-January-2026", 2026, 1, 1, 1, Month),
            ("Apr 2019 - Mar 2020", 2019, 4, 1, 12, Financial),
            ("Oct 2018 to Sep 2019", 2018, 10, 1, 12, YearFrom),
            ("Jan - Mar 2020", 2020, 1, 1, 3, Quarter),
            ("Year ending June 2020", 2019, 7, 1, 12, YearFrom),
            ("2021-01-31", 2021, 1, 31, 0, Day),
            ("31/01/2021", 2021, 1, 31, 0, Day),
            ("31 January 2021", 2021, 1, 31, 0, Day),
            ("2021-01-31T00:00:00", 2021, 1, 31, 0, Day),
            ("2011-01-01/P3Y", 2011, 1, 1, 36, Calendar),
            ("2011-01-01T00:00:00/P3Y", 2011, 1, 1, 36, Calendar),
            ("2019-04-01/P1Y", 2019, 4, 1, 12, Financial),
            ("2023-08-01/P1Y", 2023, 8, 1, 12, Academic),
            ("2015-11-16/P1Y", 2015, 11, 16, 12, YearFrom),
            ("2020-07-01/P3M", 2020, 7, 1, 3, Quarter),
            ("2020-02-01/P1M", 2020, 2, 1, 1, Month),
            ("2020-01-01/2020-12-31", 2020, 1, 1, 12, Calendar),
            ("2015-11-16/2016-11-15", 2015, 11, 16, 12, YearFrom),
            (" 2019 ", 2019, 1, 1, 12, Calendar),
        ] {
            match (Period::parse(label), months == 0 && kind == Span) {
                (None, true) => {}
                (Some(period), false) => {
                    assert_eq!(
                        (period.year, period.month, period.day, period.months, period.kind),
                        (year, month, day, months, kind),
                        "{label}"
                    );
                    assert_eq!(period.label, label.trim(), "{label}");
                }
                (other, _) => panic!("{label}: {other:?}"),
            }
        }
    }

    #[test]
    fn near_misses_are_not_guessed() {
        for label in [
            "",
            "19/20",
            "20190",
            "2019/",
            "2019/18",
            "2019/13",
            "2019-13",
            "2020 Q5",
            "2020 Q0",
            "Smarch 2020",
            "2021-02-30",
            "31/02/2021",
            "2021-13-01",
            "2011-01-01/P",
            "2011-01-01/P0Y",
            "All",
            "Total",
            "2016/17 - 15/16",
            "2019 2020",
            "1066",
            "9999",
            "2016/18 - 18/19",
            "201920",
            "Jan",
            "X-January-2026",
            "2020-01-15/2020-12-31",
            "2019/20/21",
        ] {
            assert_eq!(Period::parse(label), None, "{label}");
        }
    }

    #[test]
    fn the_sortable_start_and_range_stand_in() {
        let read = |label: &str, start: &str, range: &str| Period::read(label, start, range, false);
        let period = read("whatever", "20160000", "3y").unwrap();
        assert_eq!((period.year, period.month, period.months, period.label.as_str()), (2016, 1, 36, "whatever"));
        let quarter = read("", "20150200", "3m").unwrap();
        assert_eq!((quarter.month, quarter.months, quarter.kind), (4, 3, Quarter));
        let month = read("", "20150002", "").unwrap();
        assert_eq!((month.month, month.months, month.kind), (2, 1, Month));
        for sortable in ["", "2016", "2016000x", "20160500", "20160013", "00000000", "201600000", "2016000000"] {
            assert_eq!(read("", sortable, "1y"), None, "{sortable}");
        }
    }

    #[test]
    fn order_is_by_start_then_length() {
        let mut periods: Vec<Period> = ["2020", "2019/20", "2019 - 21", "Jan 2019", "2019"]
            .iter()
            .map(|label| Period::parse(label).unwrap())
            .collect();
        periods.sort();
        let labels: Vec<&str> = periods.iter().map(|period| period.label.as_str()).collect();
        assert_eq!(labels, ["Jan 2019", "2019", "2019 - 21", "2019/20", "2020"]);
    }

    proptest! {
        #[test]
        fn never_panics(label in "\\PC{0,40}") {
            let _ = Period::parse(&label);
        }

        #[test]
        fn never_panics_on_period_like_text(label in "[0-9]{1,4}([-/ QPTYM]|Jan|to){0,3}[0-9]{0,4}[-/ Q]{0,2}[0-9PYM]{0,4}") {
            if let Some(period) = Period::parse(&label) {
                prop_assert!((1..=12).contains(&period.month) && (1..=31).contains(&period.day));
            }
        }

        #[test]
        fn sortable_never_panics(sortable in "[0-9]{0,9}", range in "[0-9]{0,5}[ymq]?") {
            let _ = Period::read("", &sortable, &range, true);
        }
    }
}
