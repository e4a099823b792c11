use super::{Label, Language, Template, plain};

/// A stretch of time as a reader would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'a> {
    /// Calendar years from first to last.
    Years(i16, i16),
    /// Years that straddle two calendar years (financial, academic), named by the first of each.
    SplitYears(i16, i16),
    /// Months from (year, month) to (year, month).
    Months((i16, u8), (i16, u8)),
    /// Whole years from a day.
    YearsFrom(i16, u8, u8, u16),
    /// One day.
    Day(i16, u8, u8),
    /// In the publisher's own words.
    Label(&'a str),
}

impl Language {
    /// A span by itself, as in a label.
    pub fn span(self, span: Span) -> String {
        self.span_with(span, Label::To)
    }

    /// A span by itself, its two ends put together by a label whose slots are `a` and `b`.
    pub(crate) fn span_with<T: Template>(self, span: Span, between: T) -> String {
        let (first, last) = match span {
            Span::Years(first, last) => (year(first), year(last)),
            Span::SplitYears(first, last) => (split(first), split(last)),
            Span::Months((y1, m1), (y2, m2)) if y1 == y2 && m1 != m2 => (self.month(m1), self.month_of(m2, y2)),
            Span::Months((y1, m1), (y2, m2)) => (self.month_of(m1, y1), self.month_of(m2, y2)),
            Span::YearsFrom(year, month, day, years) => {
                let label = if years == 1 { Label::YearFromDay } else { Label::YearsFromDay };
                let (n, day) = (self.number(f64::from(years), 0), self.day(year, month, day));
                return self.label(label, &[("n", &n), ("day", &day)]);
            }
            Span::Day(year, month, day) => return self.day(year, month, day),
            Span::Label(label) => return label.to_owned(),
        };
        if first == last { first } else { self.pair(between, &first, &last) }
    }

    /// A span with its preposition, as in a sentence: "in 2023", "on 31 March 2021".
    pub fn in_span(self, span: Span) -> String {
        #[cfg(welsh)]
        if self == Language::Welsh {
            return super::cy::in_span(span);
        }
        let label = if matches!(span, Span::Day(..)) { Label::OnDay } else { Label::InPeriod };
        self.label_of(label, &self.span(span))
    }

    fn month_of(self, month: u8, of: i16) -> String {
        let mut words = self.month(month);
        words.push(' ');
        words.push_str(&year(of));
        words
    }

    fn day(self, year: i16, month: u8, day: u8) -> String {
        let mut words = plain(f64::from(day), 0);
        words.push(' ');
        words.push_str(&self.month_of(month, year));
        words
    }
}

fn year(year: i16) -> String {
    plain(f64::from(year), 0)
}

fn split(first: i16) -> String {
    let mut words = year(first);
    words.push('/');
    // The last two digits of the next year, of three.
    words.push_str(&year(100 + (first + 1) % 100)[1..]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_as_people_say_them() {
        let en = Language::English;
        assert_eq!(en.span(Span::Years(2023, 2023)), "2023");
        assert_eq!(en.span(Span::Years(2017, 2019)), "2017 to 2019");
        assert_eq!(en.span(Span::SplitYears(2016, 2018)), "2016/17 to 2018/19");
        assert_eq!(en.span(Span::SplitYears(1999, 1999)), "1999/00");
        assert_eq!(en.span(Span::Months((2015, 1), (2015, 3))), "January to March 2015");
        assert_eq!(en.span(Span::Months((2015, 4), (2015, 4))), "April 2015");
        assert_eq!(en.in_span(Span::Day(2021, 3, 31)), "on 31 March 2021");
        assert_eq!(en.in_span(Span::YearsFrom(2015, 11, 16, 1)), "in the year from 16 November 2015");
    }
}
