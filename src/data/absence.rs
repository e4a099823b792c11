/// A value, or the reason there is none. A missing value is never zero, never `NaN`, never dropped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// A finite number.
    Value(f64),
    /// Nothing to show, and why.
    Absent(Absence),
}

impl Cell {
    /// The number, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Cell::Value(value) => Some(value),
            Cell::Absent(_) => None,
        }
    }
}

/// Why a cell holds no value: a closed list, so that every reason has its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Absence {
    /// Nothing stands in the cell and nothing says why (empty, `NA`, `-`, `..`).
    Missing = 1,
    /// Withheld because small numbers could identify people (`[c]`, `c`, `*`, or a note that says so).
    Suppressed = 2,
    /// Too uncertain to use, in the publisher's judgement (`u`, `[u]`).
    Unreliable = 3,
    /// The measure does not apply to this area (`[z]`, `z`).
    NotApplicable = 4,
    /// The cell holds something that is not a number; a [`super::Problem`] names its line.
    Unreadable = 5,
}

impl Absence {
    /// The reason stored as a byte, if the byte is one of ours.
    pub(crate) fn from_byte(byte: u8) -> Option<Absence> {
        Some(match byte {
            1 => Absence::Missing,
            2 => Absence::Suppressed,
            3 => Absence::Unreliable,
            4 => Absence::NotApplicable,
            5 => Absence::Unreadable,
            _ => return None,
        })
    }
}
