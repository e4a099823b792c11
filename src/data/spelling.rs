//! Every spelling of a period that publishers use, read into a [`Period`].
//!
//! The rule for two years: a following number that is the start plus one makes a pair (a financial year), a larger one a
//! range of whole years. The label is kept as it stands.

use super::{Period, PeriodKind};

/// A date of the calendar; `day` is 1 when only the month is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A piece of a label. Spaces part pieces and are otherwise not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'l> {
    /// A number and how many digits it was written with.
    Number(u16, usize),
    Word(&'l str),
    /// `/`
    Slash,
    /// `-`, an en or em dash, or `to`
    Dash,
}

/// No label of a period has more pieces than this.
const MOST: usize = 16;

impl Period {
    /// Reads a label; `None` when it is in no spelling we know. Academic years are told apart only where the label or an
    /// ISO start in August or September says so.
    pub fn parse(label: &str) -> Option<Period> {
        let label = label.trim_matches([' ', '\u{a0}']);
        let mut pieces = [Piece::Slash; MOST];
        let pieces = split(label, &mut pieces)?;
        let (academic, pieces) = without_year_words(pieces);
        let span = read(pieces)?;
        let kind = if academic && span.kind == PeriodKind::Financial { PeriodKind::Academic } else { span.kind };
        let month = if kind == PeriodKind::Academic && academic { 8 } else { span.month };
        Some(Period { label: String::from(label), kind, month, ..span })
    }

    /// The period told by Fingertips' sortable start (`yyyyqqmm`) and its range (`1y`, `3y`, `3m`, `1m`).
    pub fn from_sortable(label: &str, sortable: &str, range: &str) -> Option<Period> {
        let digits: u32 = if sortable.len() == 8 && sortable.bytes().all(|byte| byte.is_ascii_digit()) {
            sortable.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
        } else {
            return None;
        };
        let (year, quarter, month) = ((digits / 10_000) as u16, (digits / 100 % 100) as u8, (digits % 100) as u8);
        let (kind, month, usual) = match (quarter, month) {
            (0, 0) => (PeriodKind::Calendar, 1, 12),
            (1..=4, 0) => (PeriodKind::Quarter, quarter * 3 - 2, 3),
            (_, 1..=12) => (PeriodKind::Month, month, 1),
            _ => return None,
        };
        let months = months_of_range(range).unwrap_or(usual);
        let kind = if months == usual || (kind == PeriodKind::Calendar && months.is_multiple_of(12)) {
            kind
        } else {
            PeriodKind::Span
        };
        let date = Date { year: plausible_year(year)?, month, day: 1 };
        Some(Period { label: String::from(label), ..span(date, months, kind) })
    }
}

/// Months of a Fingertips range: `1y`, `5y`, `3m`, `1q`.
pub fn months_of_range(range: &str) -> Option<u16> {
    let (unit, digits) = range.as_bytes().split_last()?;
    let number = short_number(digits)?;
    match unit {
        b'y' => Some(number * 12),
        b'q' => Some(number * 3),
        b'm' => Some(number),
        _ => None,
    }
}

fn short_number(digits: &[u8]) -> Option<u16> {
    let fits = (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    fits.then(|| digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
}

fn split<'l, 'p>(label: &'l str, pieces: &'p mut [Piece<'l>; MOST]) -> Option<&'p [Piece<'l>]> {
    let mut used = 0;
    let mut rest = label;
    while let Some(first) = rest.chars().next() {
        let run = |same: fn(&u8) -> bool| rest.bytes().take_while(same).count();
        let (length, piece) = match first {
            ' ' | '\u{a0}' | ',' => (first.len_utf8(), None),
            '0'..='9' => {
                let length = run(u8::is_ascii_digit);
                (length, Some(Piece::Number(short_number(&rest.as_bytes()[..length])?, length)))
            }
            'a'..='z' | 'A'..='Z' => {
                let length = run(u8::is_ascii_alphabetic);
                let word = &rest[..length];
                (length, Some(if word.eq_ignore_ascii_case("to") { Piece::Dash } else { Piece::Word(word) }))
            }
            '/' => (1, Some(Piece::Slash)),
            '-' | '\u{2013}' | '\u{2014}' => (first.len_utf8(), Some(Piece::Dash)),
            ':' => (1, None),
            _ => return None,
        };
        if let Some(piece) = piece {
            *pieces.get_mut(used)? = piece;
            used += 1;
        }
        rest = &rest[length..];
    }
    Some(&pieces[..used])
}

/// Drops the words that only say what kind of year it is, before or after it.
fn without_year_words<'p, 'l>(mut pieces: &'p [Piece<'l>]) -> (bool, &'p [Piece<'l>]) {
    let mut academic = false;
    let said = |piece: &Piece, words: &[&str]| match piece {
        Piece::Word(word) => words.iter().any(|known| known.eq_ignore_ascii_case(word)),
        _ => false,
    };
    loop {
        let (edge, rest) = match pieces {
            [first, rest @ ..] if said(first, &["fy", "ay", "financial", "academic", "year"]) => (first, rest),
            [rest @ .., last] if said(last, &["financial", "academic", "year"]) => (last, rest),
            _ => return (academic, pieces),
        };
        if matches!(rest.first(), Some(Piece::Word(word)) if word.eq_ignore_ascii_case("ending")) {
            return (academic, pieces);
        }
        academic |= said(edge, &["ay", "academic"]);
        pieces = rest;
    }
}

fn read(pieces: &[Piece]) -> Option<Period> {
    use Piece::{Dash, Number, Slash, Word};
    match *pieces {
        [Number(y, 4)] => Some(span(january(y)?, 12, PeriodKind::Calendar)),
        [Number(y, 4), Dash | Slash, Number(end, digits)] => years_or_month(y, end, digits, pieces[1]),
        [Number(y, 4), Dash | Slash, Number(e, d), Dash, Number(y2, d2), Dash | Slash, Number(e2, _)]
            if d2 == 4 || d == 2 =>
        {
            financial_years(pair(y, e, d)?, y2, d2, e2)
        }
        [Number(y, 4), Word(quarter)]
        | [Number(y, 4), Dash, Word(quarter)]
        | [Word(quarter), Dash, Number(y, 4)]
        | [Word(quarter), Number(y, 4)]
            if month_of(quarter).is_some() =>
        {
            month(y, month_of(quarter)?)
        }
        [Number(y, 4), Word(q), Number(n, 1)]
        | [Number(y, 4), Dash, Word(q), Number(n, 1)]
        | [Word(q), Number(n, 1), Number(y, 4)]
            if is_quarter(q) =>
        {
            quarter(january(y)?, n, PeriodKind::Quarter)
        }
        [Number(y, 4), Dash | Slash, Number(e, d), Word(q), Number(n, 1)]
        | [Word(q), Number(n, 1), Number(y, 4), Dash | Slash, Number(e, d)]
        | [Number(y, 4), Dash | Slash, Number(e, d), Dash, Word(q), Number(n, 1)]
            if is_quarter(q) =>
        {
            quarter(Date { month: 4, ..january(pair(y, e, d)?)? }, n, PeriodKind::FinancialQuarter)
        }
        [Word(m), Number(y, 2)] | [Word(m), Dash, Number(y, 2)] => {
            month(if y < 70 { 2000 + y } else { 1900 + y }, month_of(m)?)
        }
        [Word(prefix), Dash, Word(m), Dash, Number(y, 4)]
            if ["msitae", "rtt"].iter().any(|p| p.eq_ignore_ascii_case(prefix)) =>
        {
            month(y, month_of(m)?)
        }
        [Word(year), Word(ending), Word(m), Number(y, 4)]
            if year.eq_ignore_ascii_case("year") && ending.eq_ignore_ascii_case("ending") =>
        {
            let end = Date { month: month_of(m)?, ..january(y)? };
            whole_months(end.plus_months(-11), 12)
        }
        [Number(m, 1 | 2), Slash, Number(y, 4)] => month(y, u8::try_from(m).ok()?),
        [Word(m), Number(y, 4), Dash, Word(m2), Number(y2, 4)] => months_from_to(y, month_of(m)?, y2, month_of(m2)?),
        [Word(m), Dash, Word(m2), Number(y, 4)] => months_from_to(y, month_of(m)?, y, month_of(m2)?),
        _ => dated(pieces),
    }
}

/// Spellings that begin with a day.
fn dated(pieces: &[Piece]) -> Option<Period> {
    use Piece::{Dash, Number, Slash, Word};
    let (start, rest) = match *pieces {
        [Number(y, 4), Dash, Number(m, 2), Dash, Number(d, 2), ref rest @ ..] => (date(y, m, d)?, rest),
        [Number(d, 1 | 2), Slash, Number(m, 1 | 2), Slash, Number(y, 4)] => (date(y, m, d)?, &[][..]),
        [Number(d, 1 | 2), Word(m), Number(y, 4)] => (date(y, u16::from(month_of(m)?), d)?, &[][..]),
        _ => return None,
    };
    match *without_midnight(rest) {
        [] => Some(span(start, 0, PeriodKind::Day)),
        [Slash, Word("P" | "p"), Number(n @ 1..=99, _), Word(unit)] => lasting(start, n, unit),
        [Slash, Number(y, 4), Dash, Number(m, 2), Dash, Number(d, 2), ref rest @ ..]
            if without_midnight(rest).is_empty() =>
        {
            until(start, date(y, m, d)?)
        }
        _ => None,
    }
}

/// Drops the `T00:00:00` that some exports write after a date.
fn without_midnight<'p, 'l>(pieces: &'p [Piece<'l>]) -> &'p [Piece<'l>] {
    use Piece::{Number, Word};
    match pieces {
        [Word("T"), Number(0, 2), Number(0, 2), Number(0, 2), Word("Z"), rest @ ..]
        | [Word("T"), Number(0, 2), Number(0, 2), Number(0, 2), rest @ ..] => rest,
        _ => pieces,
    }
}

/// An ISO duration from a start.
fn lasting(start: Date, number: u16, unit: &str) -> Option<Period> {
    match unit {
        "Y" | "y" => whole_months(start, number * 12),
        "M" | "m" => whole_months(start, number),
        "D" | "d" if number == 1 => Some(span(start, 0, PeriodKind::Day)),
        _ => None,
    }
}

/// A span up to and including a last day, if that makes whole months.
fn until(start: Date, last: Date) -> Option<Period> {
    let months = start.months_to(last);
    let whole = match start.day {
        1 if last.day == days_in(last.year, last.month) => months + 1,
        day if day > 1 && last.day == day - 1 => months,
        _ => return None,
    };
    whole_months(start, u16::try_from(whole).ok().filter(|&whole| whole > 0)?)
}

/// A year and a second number: a pair, a range of years, or a month.
fn years_or_month(year: u16, end: u16, digits: usize, separator: Piece) -> Option<Period> {
    let first = january(year)?;
    if pair(year, end, digits).is_some() {
        return Some(span(Date { month: 4, ..first }, 12, PeriodKind::Financial));
    }
    let last = full_year(year, end, digits);
    let years = last.filter(|&last| last > year && last - year < 10).map(|last| last - year + 1);
    match years {
        Some(years) => Some(span(first, years * 12, PeriodKind::Calendar)),
        None if digits == 2 && separator == Piece::Dash => month(year, u8::try_from(end).ok()?),
        None => None,
    }
}

/// The start year, when the second number is the year after it.
fn pair(year: u16, end: u16, digits: usize) -> Option<u16> {
    (full_year(year, end, digits)? == year + 1).then_some(year)
}

/// A second year with its century: `1999`, `00` is 2000.
fn full_year(year: u16, end: u16, digits: usize) -> Option<u16> {
    match digits {
        4 => Some(end),
        2 if end == 0 && year % 100 == 99 => Some(year + 1),
        2 => Some(year - year % 100 + end),
        _ => None,
    }
}

/// `2016/17 - 18/19`: from the first year of the first pair to the last of the second.
fn financial_years(year: u16, start: u16, digits: usize, end: u16) -> Option<Period> {
    let start = full_year(year, start, digits)?;
    let ends = if end >= 100 { end } else { full_year(start, end, 2)? };
    if ends != start + 1 || start <= year || start - year >= 20 {
        return None;
    }
    Some(span(Date { month: 4, ..january(year)? }, (start - year + 1) * 12, PeriodKind::Financial))
}

fn quarter(first: Date, number: u16, kind: PeriodKind) -> Option<Period> {
    let number = i32::from(number).checked_sub(1).filter(|number| (0..4).contains(number))?;
    Some(span(first.plus_months(number * 3), 3, kind))
}

fn is_quarter(word: &str) -> bool {
    word.eq_ignore_ascii_case("q") || word.eq_ignore_ascii_case("quarter")
}

fn month(year: u16, month: u8) -> Option<Period> {
    let first = january(year)?;
    (1..=12).contains(&month).then(|| span(Date { month, ..first }, 1, PeriodKind::Month))
}

fn months_from_to(year: u16, first: u8, last_year: u16, last: u8) -> Option<Period> {
    let start = Date { month: first, ..january(year)? };
    let months = start.months_to(Date { month: last, ..january(last_year)? }) + 1;
    whole_months(start, u16::try_from(months).ok().filter(|months| (1..=240).contains(months))?)
}

/// A span of whole months, named by where it starts.
fn whole_months(start: Date, months: u16) -> Option<Period> {
    let kind = match (months, start.month, start.day) {
        (1, _, 1) => PeriodKind::Month,
        (3, 1 | 4 | 7 | 10, 1) => PeriodKind::Quarter,
        (12, 8 | 9, 1) => PeriodKind::Academic,
        (_, 1, 1) if months.is_multiple_of(12) => PeriodKind::Calendar,
        (_, 4, 1) if months.is_multiple_of(12) => PeriodKind::Financial,
        _ if months.is_multiple_of(12) => PeriodKind::YearFrom,
        _ => PeriodKind::Span,
    };
    Some(span(start, months, kind))
}

fn span(start: Date, months: u16, kind: PeriodKind) -> Period {
    Period { year: start.year, month: start.month, day: start.day, months, kind, label: String::new() }
}

fn january(year: u16) -> Option<Date> {
    Some(Date { year: plausible_year(year)?, month: 1, day: 1 })
}

fn plausible_year(year: u16) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1800..=2200).contains(year))
}

fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    let date = Date { year: plausible_year(year)?, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
    ((1..=12).contains(&month) && (1..=days_in(date.year, date.month)).contains(&date.day)).then_some(date)
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    fn plus_months(self, months: i32) -> Date {
        let count = i32::from(self.year) * 12 + i32::from(self.month) - 1 + months;
        Date { year: count.div_euclid(12) as i16, month: count.rem_euclid(12) as u8 + 1, ..self }
    }

    fn months_to(self, last: Date) -> i32 {
        (i32::from(last.year) - i32::from(self.year)) * 12 + i32::from(last.month) - i32::from(self.month)
    }
}

/// 1 to 12 for the name of a month or its first three letters (`Sept` too).
fn month_of(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named = |month: &str| {
        month.eq_ignore_ascii_case(word)
            || (word.len() == 3 && month.as_bytes()[..3].eq_ignore_ascii_case(word.as_bytes()))
    };
    let at = if word.eq_ignore_ascii_case("sept") { Some(8) } else { MONTHS.iter().position(|month| named(month)) };
    at.map(|at| at as u8 + 1)
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
        let period = Period::from_sortable("whatever", "20160000", "3y").unwrap();
        assert_eq!((period.year, period.month, period.months, period.label.as_str()), (2016, 1, 36, "whatever"));
        let quarter = Period::from_sortable("", "20150200", "3m").unwrap();
        assert_eq!((quarter.month, quarter.months, quarter.kind), (4, 3, Quarter));
        let month = Period::from_sortable("", "20150002", "").unwrap();
        assert_eq!((month.month, month.months, month.kind), (2, 1, Month));
        for sortable in ["", "2016", "2016000x", "20160500", "20160013", "00000000"] {
            assert_eq!(Period::from_sortable("", sortable, "1y"), None, "{sortable}");
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
            let _ = Period::from_sortable("", &sortable, &range);
        }
    }
}
