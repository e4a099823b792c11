use super::words::fill;

/// One place or organisation of the file, with the type the publisher gave it.
///
/// The same code may stand under two types (a unitary authority is both upper and lower tier), so an area is the
/// pair of code and type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Area {
    /// The official identifier: GSS (`E10000017`), ODS (`QYG`), or whatever the publisher uses. Empty when the file has names only.
    pub code: String,
    /// The name as given, without markup. Falls back to the code.
    pub name: String,
    /// The publisher's label of the type (`ICBs`, `Counties & UAs (from Apr 2023)`), empty when there is none.
    pub area_type: String,
    /// Code of the parent the file names, empty when none.
    pub parent_code: String,
    /// Name of the parent the file names, empty when none.
    pub parent_name: String,
}

impl Area {
    /// The class of the code, from its prefix.
    pub fn class(&self) -> AreaClass {
        AreaClass::of(&self.code)
    }

    /// Fills in the parent where none is named.
    pub(super) fn fill_parent(&mut self, code: &str, name: &str) {
        if self.parent_code.is_empty() && self.parent_name.is_empty() {
            fill(&mut self.parent_code, code);
            fill(&mut self.parent_name, name);
        }
    }
}

/// What kind of thing a code names, read from its prefix alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaClass {
    /// A nation or the whole kingdom (`E92`, `W92`, `S92`, `N92`, `K02`…`K04`).
    Nation,
    /// An English region or NHS region (`E12`, `E40`, `Y56`).
    Region,
    /// An integrated care board (`E54`, `QE1`).
    IntegratedCareBoard,
    /// A sub-ICB location (`E38`, `92G`, `M1J4Y`).
    SubIntegratedCareBoard,
    /// A county (`E10`).
    County,
    /// A combined authority (`E47`).
    CombinedAuthority,
    /// An authority that is upper and lower tier at once (`E06`, `E08`, `E09`, `W06`, `S12`, `N09`).
    Unitary,
    /// A non-metropolitan district (`E07`).
    District,
    /// A ward (`E05`).
    Ward,
    /// A middle-layer output area (`E02`).
    MiddleOutputArea,
    /// A lower-layer output area (`E01`).
    LowerOutputArea,
    /// A primary care network (`U` and five digits).
    PrimaryCareNetwork,
    /// A general practice (a letter and five digits).
    Practice,
    /// Anything else, or no code.
    Other,
}

/// Whether an area is spoken of as a place ("in Leeds") or an organisation ("for NHS Kent ICB").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// "in" a place.
    Place,
    /// "for" an organisation.
    Organisation,
}

impl AreaClass {
    /// Reads the class from the first characters of a code.
    pub fn of(code: &str) -> AreaClass {
        /// How codes of nine characters begin, and in the same order what they name.
        const BEGINNINGS: &str = "E92|W92|S92|N92|K02|K03|K04|E12|E40|E15|E54|E38|E10|E47|E06|E08|E09|W06|S12|N09|E07|\
            E05|W05|S13|N08|E02|W02|E01|W01";
        const CLASSES: [AreaClass; 29] = {
            use AreaClass::*;
            [
                Nation,
                Nation,
                Nation,
                Nation,
                Nation,
                Nation,
                Nation,
                Region,
                Region,
                Region,
                IntegratedCareBoard,
                SubIntegratedCareBoard,
                County,
                CombinedAuthority,
                Unitary,
                Unitary,
                Unitary,
                Unitary,
                Unitary,
                Unitary,
                District,
                Ward,
                Ward,
                Ward,
                Ward,
                MiddleOutputArea,
                MiddleOutputArea,
                LowerOutputArea,
                LowerOutputArea,
            ]
        };
        match code.as_bytes() {
            [_, _, _, _, _, _, _, _, _] => {
                // Each of three letters and its separator.
                let is_it = |word: &[u8]| word[..3].eq_ignore_ascii_case(&code.as_bytes()[..3]);
                let class = BEGINNINGS.as_bytes().chunks(4).position(is_it);
                class.map_or(AreaClass::Other, |at| CLASSES[at])
            }
            [letter @ b'A'..=b'Z', digits @ ..] if digits.len() == 5 && digits.iter().all(u8::is_ascii_digit) => {
                if *letter == b'U' {
                    AreaClass::PrimaryCareNetwork
                } else {
                    AreaClass::Practice
                }
            }
            // The codes that NHS files use: QE1, 92G or M1J4Y, Y56.
            #[cfg(more)]
            [b'Q', b, c] if b.is_ascii_uppercase() && c.is_ascii_alphanumeric() => AreaClass::IntegratedCareBoard,
            #[cfg(more)]
            [b'Y', digits @ ..] if digits.len() == 2 && digits.iter().all(u8::is_ascii_digit) => AreaClass::Region,
            #[cfg(more)]
            [a, b, b'A'..=b'Z'] if a.is_ascii_digit() && b.is_ascii_digit() => AreaClass::SubIntegratedCareBoard,
            #[cfg(more)]
            [b'A'..=b'Z', a, b'A'..=b'Z', b, b'A'..=b'Z'] if a.is_ascii_digit() && b.is_ascii_digit() => {
                AreaClass::SubIntegratedCareBoard
            }
            _ => AreaClass::Other,
        }
    }

    /// Whether two classes may stand in one comparison: the same class, or a unitary beside counties or districts.
    pub fn comparable(self, other: AreaClass) -> bool {
        use AreaClass::{County, District, Unitary};
        self == other || matches!((self, other), (Unitary, County | District) | (County | District, Unitary))
    }

    /// Whether one is wider than a local comparison: a nation or region, which is a benchmark and never a peer.
    pub fn is_wide(self) -> bool {
        matches!(self, AreaClass::Nation | AreaClass::Region)
    }

    /// Whether one answers for its outcomes together with the areas in it: a health and care system or a part of one, a
    /// combined authority, a county with its districts.
    pub fn is_system(self) -> bool {
        use AreaClass::{CombinedAuthority, County, IntegratedCareBoard, SubIntegratedCareBoard};
        matches!(self, IntegratedCareBoard | SubIntegratedCareBoard | CombinedAuthority | County)
    }

    /// How an area of this class is spoken of.
    pub fn level(self) -> Level {
        match self {
            AreaClass::IntegratedCareBoard
            | AreaClass::SubIntegratedCareBoard
            | AreaClass::PrimaryCareNetwork
            | AreaClass::Practice => Level::Organisation,
            _ => Level::Place,
        }
    }
}
