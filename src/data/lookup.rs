//! Tables of facts beside the figures: indicators and areas. They are kept until every file is read, so the order of the
//! files does not matter.

use super::intern::Interner;
use super::records::Line;
use super::rows::Kind;
use super::words::{owned, part};
use super::{AreaClass, FileKind, Meaning};

/// How many facts a table says of one thing, its code or id first.
const FACTS: usize = 6;

/// What a row of an indicator table says, in the order of its facts.
const OF_INDICATORS: [Meaning; FACTS] = {
    use Meaning::*;
    [IndicatorId, Indicator, Polarity, ValueType, Unit, PeriodType]
};
/// What a row of an area table says.
const OF_AREAS: [Meaning; FACTS] = {
    use Meaning::*;
    [AreaCode, AreaName, AreaType, ParentCode, ParentName, Children]
};

/// Everything said beside the figures.
#[derive(Debug, Default)]
pub struct Lookups {
    /// The facts of each thing, one after the other.
    facts: Vec<String>,
    /// Whether some table names areas, so that one that stands in none is a problem.
    pub of_areas: bool,
    /// Whether some table speaks of indicators.
    pub of_indicators: bool,
    /// What lies in what.
    #[cfg(more)]
    pub hierarchy: super::hierarchy::Hierarchy,
}

impl Lookups {
    /// Keeps the facts of one row of an indicator or area table; false when it names none. Where the first facts of each
    /// code or id stand, and of each child, goes to `seen`.
    pub fn keep(&mut self, seen: &mut Interner, line: &Line) -> bool {
        let of_areas = line.schema.kind == FileKind::AreaTable;
        let (kind, meanings) = if of_areas { (Kind::OfArea, &OF_AREAS) } else { (Kind::OfIndicator, &OF_INDICATORS) };
        let code = bare_code(line.cell(meanings[0]));
        if code.is_empty() {
            return false;
        }
        let at = self.facts.len();
        seen.number(kind as u8, code.as_bytes(), at);
        // Of several parents, the first that is no combined authority.
        let parent = of_areas && AreaClass::of(code) != AreaClass::CombinedAuthority;
        let mut rest = parent.then(|| bare_code(line.cell(Meaning::Children)));
        while let Some(children) = rest {
            let (child, next) = part(children, b'|');
            seen.number(Kind::OfChild as u8, child.as_bytes(), at);
            rest = next;
        }
        #[cfg(more)]
        if of_areas {
            self.hierarchy.keep(code, line);
        }
        self.of_areas |= of_areas && line.schema.has(Meaning::AreaName);
        self.of_indicators |= !of_areas;
        for &meaning in meanings {
            self.facts.push(owned(bare_code(line.cell(meaning))));
        }
        true
    }

    /// What a table says of a code or id, or of the area that lists a code among its children.
    pub fn find(&self, seen: &mut Interner, kind: Kind, code: &str) -> Option<&[String]> {
        self.facts.get(seen.find(kind as u8, code.as_bytes())? as usize..)?.get(..FACTS)
    }
}

/// The cell, or nothing when it only says that there is nothing.
pub fn present(cell: &str) -> &str {
    match cell {
        "NA" | "N/A" | "#N/A" | "NULL" | "null" => "",
        _ => cell,
    }
}

/// A code without the `.0` that a spreadsheet put after a number.
pub fn bare_code(cell: &str) -> &str {
    match cell.strip_suffix(".0") {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits,
        _ => cell,
    }
}
