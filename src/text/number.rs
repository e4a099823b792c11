use super::{Label, Language};

/// What a figure is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Nobody has said.
    Plain,
    /// Hundredths of a whole.
    Percent,
    /// Years of life.
    Years,
    /// Any other, in the publisher's words: `per 100,000 people`.
    Other(String),
}

/// The greatest whole number that a figure may become, its decimals counted in, and still be rounded exactly; beyond, it
/// is shown with fewer decimals.
const EXACT: f64 = 9e15;

/// A number with so many decimals, rounded half away from zero, without separators, as CSV and attributes want it.
///
/// ```
/// assert_eq!(peerglass::text::plain(-1234.565, 2), "-1234.57");
/// ```
pub fn plain(value: f64, decimals: u8) -> String {
    digits(value, decimals, "", "-")
}

/// A number as [`plain`] rounds it, counted in units of its last decimal: what is printed can be added up in these exactly.
///
/// ```
/// assert_eq!(peerglass::text::in_last_decimal(-12.345, 1), -123.0);
/// ```
pub fn in_last_decimal(value: f64, decimals: u8) -> f64 {
    let scaled = (value.abs() * power(u32::from(decimals.min(9))) as f64).round();
    if value < 0.0 { -scaled } else { scaled }
}

fn power(of_ten: u32) -> u64 {
    10u64.pow(of_ten)
}

fn digits(value: f64, decimals: u8, separator: &str, minus: &str) -> String {
    // Counted in decimals, what is very large would be beyond all numbers.
    let mut decimals = u32::from(decimals.min(9)) * u32::from(value.abs() <= EXACT);
    let mut scaled = value.abs() * power(decimals) as f64;
    let mut zeros = 0;
    // Beyond what a double holds exactly, decimals say nothing, and then the last digits of the whole neither.
    while scaled > EXACT && zeros < 300 {
        scaled /= 10.0;
        if decimals > 0 { decimals -= 1 } else { zeros += 1 }
    }
    let all = scaled.round() as u64;
    let mut places = decimals + 1;
    while places < 20 && all / power(places) > 0 {
        places += 1;
    }
    let mut out = String::new();
    if value < 0.0 && all > 0 {
        out.push_str(minus);
    }
    for place in (0..places + zeros).rev() {
        let digit = if place < zeros { 0 } else { all / power(place - zeros) % 10 };
        out.push(char::from(b'0' + digit as u8));
        if place > 0 && place == decimals {
            out.push('.');
        } else if place > decimals && (place - decimals).is_multiple_of(3) {
            out.push_str(separator);
        }
    }
    out
}

/// The least decimals, from `decimals` up, at which two different numbers print differently (rounding may not
/// contradict a verdict). At most 6.
pub fn decimals_between(a: f64, b: f64, decimals: u8) -> u8 {
    if a == b {
        return decimals;
    }
    (decimals..6).find(|&more| plain(a, more) != plain(b, more)).unwrap_or(6)
}

impl Language {
    /// A number with so many decimals and the language's separators.
    pub fn number(self, value: f64, decimals: u8) -> String {
        digits(value, decimals, ",", "−")
    }

    /// A figure for a label or cell: the percent sign, else the number alone (the unit stands in the heading).
    pub fn figure(self, value: f64, decimals: u8, unit: &Unit) -> String {
        let mut figure = self.number(value, decimals);
        if *unit == Unit::Percent {
            figure.push('%');
        }
        figure
    }

    /// A figure within a sentence, with its unit.
    pub fn spoken_figure(self, value: f64, decimals: u8, unit: &Unit) -> String {
        let mut figure = self.figure(value, decimals, unit);
        match unit {
            Unit::Plain | Unit::Percent => {}
            Unit::Years => return self.label_of(Label::Years, &figure),
            Unit::Other(words) => {
                figure.push(' ');
                figure.push_str(words);
            }
        }
        figure
    }

    /// A difference between two figures, within a sentence.
    pub fn spoken_gap(self, value: f64, decimals: u8, unit: &Unit) -> String {
        match unit {
            Unit::Percent => self.label_of(Label::PercentagePoints, &self.number(value, decimals)),
            _ => self.spoken_figure(value, decimals, unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_half_away_and_grouped() {
        let en = Language::English;
        assert_eq!(en.number(1234567.891, 1), "1,234,567.9");
        assert_eq!(en.number(-0.04, 1), "0.0");
        assert_eq!(en.number(-12.35, 1), "−12.4");
        assert_eq!(en.number(999.95, 1), "1,000.0");
        assert_eq!(en.number(0.0, 0), "0");
        assert_eq!(plain(5.05, 1), "5.1");
        assert_eq!(plain(1e20, 2), "100000000000000000000");
        assert_eq!(plain(1.5e308, 2).len(), 309);
        assert!(plain(1.5e308, 2).starts_with("15000000000"));
        assert_eq!(plain(-1.5e14, 2), "-150000000000000.0");
        assert_eq!(en.number(0.5, 2), "0.50");
        assert_eq!(plain(0.000_001, 6), "0.000001");
    }

    #[test]
    fn decimals_grow_until_figures_differ() {
        assert_eq!(decimals_between(13.24, 13.21, 1), 2);
        assert_eq!(decimals_between(13.2, 15.6, 1), 1);
        assert_eq!(decimals_between(13.2, 13.2, 1), 1);
        assert_eq!(decimals_between(1.0, 1.0 + 1e-12, 1), 6);
    }
}
