use super::{Label, Language};

/// A stretch of time as a reader would say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
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
    Label(String),
}

impl Language {
    /// A span by itself, as in a label.
    pub fn span(self, span: &Span) -> String {
        let range = |a: String, b: String| {
            if a == b { a } else { self.label(Label::To, &[("a", &a), ("b", &b)]) }
        };
        match span {
            Span::Years(first, last) => range(first.to_string(), last.to_string()),
            Span::SplitYears(first, last) => range(split(*first), split(*last)),
            Span::Months((y1, m1), (y2, m2)) if y1 == y2 && m1 != m2 => {
                range(self.month(*m1).into_owned(), format!("{} {y2}", self.month(*m2)))
            }
            Span::Months((y1, m1), (y2, m2)) => {
                range(format!("{} {y1}", self.month(*m1)), format!("{} {y2}", self.month(*m2)))
            }
            Span::YearsFrom(year, month, day, 1) => {
                self.label(Label::YearFromDay, &[("day", &self.day(*year, *month, *day))])
            }
            Span::YearsFrom(year, month, day, years) => {
                let n = self.number(f64::from(*years), 0);
                self.label(Label::YearsFromDay, &[("n", &n), ("day", &self.day(*year, *month, *day))])
            }
            Span::Day(year, month, day) => self.day(*year, *month, *day),
            Span::Label(label) => label.clone(),
        }
    }

    /// A span with its preposition, as in a sentence: "in 2023", "on 31 March 2021".
    pub fn in_span(self, span: &Span) -> String {
        let label = if matches!(span, Span::Day(..)) { Label::OnDay } else { Label::InPeriod };
        self.label(label, &[("period", &self.span(span))])
    }

    fn day(self, year: i16, month: u8, day: u8) -> String {
        format!("{day} {} {year}", self.month(month))
    }
}

fn split(year: i16) -> String {
    let next = (year + 1) % 100;
    format!("{year}/{}{}", next / 10, next % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_as_people_say_them() {
        let en = Language::English;
        assert_eq!(en.span(&Span::Years(2023, 2023)), "2023");
        assert_eq!(en.span(&Span::Years(2017, 2019)), "2017 to 2019");
        assert_eq!(en.span(&Span::SplitYears(2016, 2018)), "2016/17 to 2018/19");
        assert_eq!(en.span(&Span::SplitYears(1999, 1999)), "1999/00");
        assert_eq!(en.span(&Span::Months((2015, 1), (2015, 3))), "January to March 2015");
        assert_eq!(en.span(&Span::Months((2015, 4), (2015, 4))), "April 2015");
        assert_eq!(en.in_span(&Span::Day(2021, 3, 31)), "on 31 March 2021");
        assert_eq!(en.in_span(&Span::YearsFrom(2015, 11, 16, 1)), "in the year from 16 November 2015");
    }
}
