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

/// Digits of the whole part that a figure can have and still be rounded exactly; beyond, it is shown without decimals.
const EXACT: f64 = 9e15;

/// A number with so many decimals, rounded half away from zero, without separators, as CSV and attributes want it.
///
/// ```
/// assert_eq!(peerglass::text::plain(-1234.565, 2), "-1234.57");
/// ```
pub fn plain(value: f64, decimals: u8) -> String {
    digits(value, decimals, "")
}

fn digits(value: f64, decimals: u8, separator: &str) -> String {
    let decimals = decimals.min(9);
    let scale = 10u64.pow(u32::from(decimals));
    let scaled = (value.abs() * scale as f64).round();
    if scaled > EXACT && decimals > 0 {
        return digits(value, decimals - 1, separator);
    }
    // Casting keeps to the ends of the type: a figure past 18 quintillion is shown as that.
    let scaled = scaled as u64;
    let (whole, part) = (scaled / scale, scaled % scale);
    let mut out = String::new();
    if value < 0.0 && scaled > 0 {
        out.push('-');
    }
    group(whole, separator, &mut out);
    if decimals > 0 {
        out.push('.');
        let part = part.to_string();
        (part.len()..usize::from(decimals)).for_each(|_| out.push('0'));
        out.push_str(&part);
    }
    out
}

fn group(whole: u64, separator: &str, out: &mut String) {
    let digits = whole.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
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
        digits(value, decimals, ",").replace('-', "−")
    }

    /// A figure for a label or cell: the percent sign, else the number alone (the unit stands in the heading).
    pub fn figure(self, value: f64, decimals: u8, unit: &Unit) -> String {
        let number = self.number(value, decimals);
        if *unit == Unit::Percent { number + "%" } else { number }
    }

    /// A figure within a sentence, with its unit.
    pub fn spoken_figure(self, value: f64, decimals: u8, unit: &Unit) -> String {
        let number = self.number(value, decimals);
        match unit {
            Unit::Plain => number,
            Unit::Percent => number + "%",
            Unit::Years => self.label(Label::Years, &[("n", &number)]),
            Unit::Other(words) => format!("{number} {words}"),
        }
    }

    /// A difference between two figures, within a sentence.
    pub fn spoken_gap(self, value: f64, decimals: u8, unit: &Unit) -> String {
        match unit {
            Unit::Percent => self.label(Label::PercentagePoints, &[("n", &self.number(value, decimals))]),
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
        assert_eq!(plain(1e17, 2), "100000000000000000");
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
