//! The day on which a static copy is made: the one place that looks at a clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;

/// Today (UTC) as `2026-07-28`.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = civil(since / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A date as it was given, when it is one.
pub fn date(text: &str) -> Result<String, Failure> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| part.parse::<u32>().ok().filter(|_| part.len() == digits);
    let is_date = match parts.as_slice() {
        [year, month, day] => {
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
        }
        _ => false,
    };
    if is_date {
        return Ok(text.to_owned());
    }
    Err(Failure::new(format!("{text:?} is not a date")).fix("Write it as year, month and day: --date 2026-07-28"))
}

/// Year, month and day of a day counted from 1 January 1970. After Howard Hinnant, "chrono-compatible low-level date
/// algorithms".
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        for (days, date) in
            [(0, (1970, 1, 1)), (11_016, (2000, 2, 29)), (11_017, (2000, 3, 1)), (20_453, (2025, 12, 31))]
        {
            assert_eq!(civil(days), date);
        }
    }

    #[test]
    fn only_a_date_is_taken_as_one() {
        assert!(date("2026-07-28").is_ok());
        for text in ["28/07/2026", "2026-7-28", "2026-13-01", "today", "2026-07-00"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
