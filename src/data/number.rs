//! One decimal number from the bytes of a cell, without the standard library's parser (12 kB of WebAssembly).

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Reads a number as publishers write it: a sign (also U+2212), thousands separators where they belong, a decimal
/// point, an exponent, a percent sign after it, spaces around it. Anything else is `None`.
///
/// Correctly rounded for up to 19 significant digits of which up to 19 are decimals, and for any whole multiple by a
/// power of ten up to 22 of what a double holds exactly: every published figure. Beyond, digits after the nineteenth are
/// dropped and the result may be off in the last place.
pub fn parse(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let cell = cell.strip_suffix("%").unwrap_or(cell).trim();
    let (negative, unsigned) = match cell.as_bytes() {
        [b'-', rest @ ..] | [0xe2, 0x88, 0x92, rest @ ..] => (true, rest),
        [b'+', rest @ ..] | rest => (false, rest),
    };
    let magnitude = Digits::read(unsigned)?.value();
    if !magnitude.is_finite() {
        return None;
    }
    Some(if negative && magnitude != 0.0 { -magnitude } else { magnitude })
}

/// `mantissa` times ten to the `exponent`.
#[derive(Default)]
struct Digits {
    mantissa: u64,
    exponent: i32,
    significant: u32,
}

impl Digits {
    /// Separators must part groups of three before the point.
    fn read(bytes: &[u8]) -> Option<Digits> {
        let mut digits = Digits::default();
        let (mut any, mut after_point, mut separated, mut group) = (false, false, false, 0);
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            let grouped = !separated || group == 3;
            match *byte {
                digit @ b'0'..=b'9' => {
                    digits.push(digit, after_point);
                    group += i32::from(!after_point);
                    any = true;
                }
                b',' if grouped && !after_point && (1..=3).contains(&group) => (separated, group) = (true, 0),
                b'.' if grouped && !after_point => after_point = true,
                b'e' | b'E' if grouped && any => {
                    digits.exponent = digits.exponent.saturating_add(power(after)?);
                    return Some(digits);
                }
                _ => return None,
            }
            rest = after;
        }
        (any && (!separated || group == 3)).then_some(digits)
    }

    fn push(&mut self, digit: u8, after_point: bool) {
        if self.significant >= 19 {
            self.exponent += i32::from(!after_point);
            return;
        }
        self.mantissa = self.mantissa * 10 + u64::from(digit - b'0');
        self.significant += u32::from(self.mantissa != 0);
        self.exponent -= i32::from(after_point);
    }

    fn value(&self) -> f64 {
        match self.exponent {
            -19..0 if self.mantissa > 1 << 53 => divided(self.mantissa, self.exponent.unsigned_abs()),
            exponent => scaled(self.mantissa as f64, exponent),
        }
    }
}

/// The digits after the `e`, with their sign.
fn power(bytes: &[u8]) -> Option<i32> {
    let (negative, digits) = match bytes.split_first()? {
        (b'-', rest) => (true, rest),
        (b'+', rest) => (false, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut size = 0;
    for digit in digits {
        size = (size * 10 + i32::from(digit - b'0')).min(9_999);
    }
    Some(if negative { -size } else { size })
}

/// `mantissa` over ten to the `power`, at most 19, rounded once: long division by five to the `power`, eight bits at a
/// time, until more bits stand than a double holds; the lowest is made sticky when something is left over.
fn divided(mantissa: u64, power: u32) -> f64 {
    let divisor = 5u64.pow(power);
    let (mut quotient, mut left, mut shift) = (mantissa / divisor, mantissa % divisor, power);
    while quotient < 1 << 56 {
        left <<= 8;
        quotient = (quotient << 8) | (left / divisor);
        left %= divisor;
        shift += 8;
    }
    (quotient | u64::from(left != 0)) as f64 * halved(shift)
}

/// Two to the minus `times`, for less than a thousand.
fn halved(times: u32) -> f64 {
    f64::from_bits(u64::from(1023 - times) << 52)
}

/// One exact power at a time: one alone is rounded once, several are near enough for figures nobody publishes.
fn scaled(mut value: f64, exponent: i32) -> f64 {
    let mut left = exponent.unsigned_abs().min(700) as usize;
    while left > 0 {
        let step = left.min(22);
        value = if exponent < 0 { value / POWERS[step] } else { value * POWERS[step] };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_publishers_write() {
        for (cell, value) in [
            ("0", 0.0),
            ("12", 12.0),
            ("-3.5", -3.5),
            ("\u{2212}3.5", -3.5),
            ("+7", 7.0),
            ("214,022", 214_022.0),
            ("1,234,567.8", 1_234_567.8),
            (" 12.5 % ", 12.5),
            ("12.5%", 12.5),
            ("\u{a0}42\u{a0}", 42.0),
            ("1.2E+03", 1200.0),
            ("5e-05", 0.00005),
            (".5", 0.5),
            ("5.", 5.0),
            ("60.311430000000002", 60.31143),
            ("30.230023454287895", 30.230023454287895),
            ("0.00000000000000000012345678901234567", 1.2345678901234567e-19),
            ("9446744073709551615", 9.446744073709552e18),
        ] {
            assert_eq!(parse(cell), Some(value), "{cell}");
        }
    }

    #[test]
    fn refuses_what_is_not_a_number() {
        for cell in [
            "", " ", "1,2O4", "1,23", "12,34", "1,2345", ",123", "1,,234", "1.2.3", "1e", "e5", ".", "-", "--1", "1 2",
            "0x1f", "inf", "NaN", "1e999", "12%%", "1,234,", "£5", "5.3 [u]", "1.2,345",
        ] {
            assert_eq!(parse(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_standard_library(mantissa in any::<u64>(), point in 0usize..19, negative: bool) {
            let mut text = mantissa.min(9_999_999_999_999_999_999).to_string();
            if point < text.len() {
                text.insert(text.len() - point, '.');
            }
            let text = if negative { format!("-{text}") } else { text };
            prop_assert_eq!(parse(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn agrees_on_every_ordinary_double(value in -1e15f64..1e15) {
            prop_assert_eq!(parse(&value.to_string()), Some(value));
        }

        #[test]
        fn agrees_with_exponents(mantissa in 0u64..9_999_999_999_999_999_999, exponent in -19i32..=19) {
            let mantissa = if exponent > 0 { mantissa >> 11 } else { mantissa };
            let text = format!("{mantissa}e{exponent}");
            prop_assert_eq!(parse(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = parse(&text);
        }

        #[test]
        fn never_panics_on_number_like_text(text in "[-+0-9.,eE% ]{0,40}") {
            if let Some(value) = parse(&text) {
                prop_assert!(value.is_finite());
            }
        }
    }
}
