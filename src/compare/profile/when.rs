//! Days and periods of the config, and whether they are past.

use crate::data::{Period, PeriodKind};

/// A day or period that somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// It, as it was read; its label is as it was written.
    pub period: Period,
    /// Whether its last day is before today; never where nobody has said what day it is.
    pub is_past: bool,
}

/// Reads a day or period; `None` in no spelling we know.
pub(super) fn when(text: &str, today: Option<&Period>) -> Option<When> {
    let period = Period::parse(text)?;
    let is_past = today.is_some_and(|today| last_day(&period) < last_day(today));
    Some(When { period, is_past })
}

/// Whether a day or period is past on a day; not where either is in no spelling we know.
#[cfg(authoring)]
pub fn is_past(text: &str, on: &str) -> bool {
    when(text, today(on).as_ref()).is_some_and(|when| when.is_past)
}

/// Reads today, which is a day.
pub(super) fn today(text: &str) -> Option<Period> {
    Period::parse(text).filter(|period| period.kind == PeriodKind::Day)
}

/// The month in which a period ends, counted from January of the year 0. Levels that were planned and figures that came
/// stand where their periods end.
pub(in crate::compare) fn last_month(period: &Period) -> i32 {
    let months = i32::from(period.months.max(1));
    // A year from the 16th of one month ends in the same month.
    let ends_within = i32::from(period.kind == PeriodKind::YearFrom && period.day > 1);
    period.first_month() + months - 1 + ends_within
}

/// A number that is higher the later a period's last day is.
fn last_day(period: &Period) -> (i32, u8) {
    let day = match period.kind {
        PeriodKind::Day => period.day,
        PeriodKind::YearFrom if period.day > 1 => period.day - 1,
        _ => 31,
    };
    (last_month(period), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_past_the_day_after() {
        for (text, on, is_past) in [
            ("2026-03-31", "2026-03-31", false),
            ("2026-03-31", "2026-04-01", true),
            ("2026-03-31", "2026-03-30", false),
            ("2025", "2025-12-31", false),
            ("2025", "2026-01-01", true),
            ("2024/25", "2025-03-31", false),
            ("2024/25", "2025-04-01", true),
            ("Jan 2026", "2026-01-31", false),
            ("Jan 2026", "2026-02-01", true),
        ] {
            let today = today(on).unwrap();
            assert_eq!(when(text, Some(&today)).unwrap().is_past, is_past, "{text} on {on}");
            assert!(!when(text, None).unwrap().is_past);
        }
    }

    #[test]
    fn today_is_a_day_and_nothing_else() {
        assert!(today("2026-03-31").is_some());
        for text in ["2026", "2026-03", "today", "", "31/31/2026"] {
            assert!(today(text).is_none(), "{text}");
        }
        assert_eq!(when("soon", None), None);
    }

    #[test]
    fn a_financial_year_ends_in_march() {
        let month = |text: &str| last_month(&Period::parse(text).unwrap());
        assert_eq!(month("2029/30"), month("2030-03-31"));
        assert_eq!(month("2030"), month("2030-12-31"));
        assert_eq!(month("2016/17 - 18/19"), month("Mar 2019"));
    }
}
