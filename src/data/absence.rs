use super::words::{among, between, first};

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
    /// The reason a marker stands for, if the cell holds one of the known markers and nothing else.
    ///
    /// `low` and `[low]` (more than zero, but rounds to it) are [`Absence::Missing`]: the figure is neither withheld nor
    /// uncertain, and the reader keeps the marker as the note, so that it is quoted.
    pub fn from_marker(cell: &str) -> Option<Absence> {
        const MARKERS: [(Absence, &str); 4] = [
            (
                Absence::Missing,
                "|na|n/a|#n/a|null|#null!|none|nan|missing|not available|no data|-|--|\u{2013}|\u{2014}|.|..|...|\u{2026}|:|x|low",
            ),
            (Absence::Suppressed, "*|**|c|suppressed"),
            (Absence::Unreliable, "u|unreliable"),
            (Absence::NotApplicable, "z|n/z|not applicable"),
        ];
        let bare = between(cell, b'[', b']');
        MARKERS.iter().find(|(_, markers)| among(markers, bare)).map(|&(absence, _)| absence)
    }

    /// Whether a note on an empty cell speaks of withholding to protect people, rather than of poor or late data.
    pub(crate) fn note_withholds(note: &str) -> bool {
        let speaks_of = |words| first(words, &|word| contains(note, word)).is_some();
        speaks_of("disclos|small number|small count|confidential|privacy|identif")
            || (speaks_of("suppress|withheld") && !speaks_of("incomplet|quality|source data"))
    }

    /// The reason stored as a byte, if the byte is one of ours.
    pub(crate) fn from_byte(byte: u8) -> Option<Absence> {
        use Absence::{Missing, NotApplicable, Suppressed, Unreadable, Unreliable};
        let all = [Missing, Suppressed, Unreliable, NotApplicable, Unreadable];
        all.get(usize::from(byte).checked_sub(1)?).copied()
    }
}

/// Whether a text holds a word, ASCII case aside.
pub(super) fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_keep_their_reason() {
        for (cell, reason) in [
            ("", Absence::Missing),
            ("NA", Absence::Missing),
            ("#N/A", Absence::Missing),
            ("..", Absence::Missing),
            ("[x]", Absence::Missing),
            ("x", Absence::Missing),
            ("[low]", Absence::Missing),
            ("*", Absence::Suppressed),
            ("[c]", Absence::Suppressed),
            ("c", Absence::Suppressed),
            ("u", Absence::Unreliable),
            ("[U]", Absence::Unreliable),
            ("[z]", Absence::NotApplicable),
        ] {
            assert_eq!(Absence::from_marker(cell), Some(reason), "{cell}");
        }
        for cell in ["0", "cc", "[c", "1,2O4", "x1", "#DIV/0!"] {
            assert_eq!(Absence::from_marker(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_note_withholds_only_when_it_says_so() {
        assert!(Absence::note_withholds("Value suppressed for disclosure control due to small count"));
        assert!(Absence::note_withholds("Suppressed"));
        assert!(!Absence::note_withholds("Value suppressed due to incompleteness of source data"));
        assert!(!Absence::note_withholds("Not presented due to a data quality issue"));
        assert!(!Absence::note_withholds("Value missing in source data"));
    }
}
