//! Tables of facts beside the figures: indicators, areas, neighbours. They are kept until every file is read, so the
//! order of the files does not matter.

use super::intern::Interner;
use super::records::Record;
use super::schema::Schema;
use super::words::{owned, part};
use super::{AreaClass, FileKind, Meaning, markup};

/// What a table says of one thing, its code or id first.
pub type Facts = [String; 6];

/// What a row of an indicator table says, in the order of its facts.
const OF_INDICATORS: [Meaning; 6] = {
    use Meaning::*;
    [IndicatorId, Indicator, Polarity, ValueType, PeriodType, Unit]
};
/// What a row of an area table says.
const OF_AREAS: [Meaning; 6] = {
    use Meaning::*;
    [AreaCode, AreaName, AreaType, ParentCode, ParentName, Children]
};

/// The rows of lookup tables of one kind.
#[derive(Debug, Default)]
pub struct Known {
    pub rows: Vec<Facts>,
}

impl Known {
    /// The first row of each code or id.
    pub fn positions(&self) -> Interner {
        let mut positions = Interner::default();
        for (at, [code, ..]) in self.rows.iter().enumerate() {
            // A code that stands twice keeps its place: the position counts rows.
            if let Some((_, false)) = positions.position(code.as_bytes()) {
                positions.position(&at.to_le_bytes());
            }
        }
        positions
    }
}

/// Everything said beside the figures.
#[derive(Debug, Default)]
pub struct Lookups {
    pub indicators: Known,
    pub areas: Known,
}

impl Lookups {
    /// Keeps the facts of one row of an indicator or area table; false when it names none.
    pub fn facts(&mut self, schema: &Schema, record: &Record) -> bool {
        let (known, meanings) = match schema.kind {
            FileKind::IndicatorTable => (&mut self.indicators, OF_INDICATORS),
            _ => (&mut self.areas, OF_AREAS),
        };
        let facts = meanings.map(|meaning| text(schema, record, meaning));
        let named = !facts[0].is_empty();
        if named {
            known.rows.push(facts);
        }
        named
    }

    /// Fills in the parents that an area table gives by listing children. Of several, the first that is no combined
    /// authority.
    pub fn settle_parents(&mut self) {
        let codes = self.areas.positions();
        let mut pairs: Vec<(u32, usize)> = Vec::new();
        for (parent, [code, _, _, _, _, children]) in self.areas.rows.iter().enumerate() {
            let combined = AreaClass::of(code) == AreaClass::CombinedAuthority;
            let mut rest = Some(children.as_str()).filter(|_| !combined);
            while let Some(children) = rest {
                let (child, next) = part(children, b'|');
                pairs.extend(codes.find(child.as_bytes()).map(|child| (child, parent)));
                rest = next;
            }
        }
        for (child, parent) in pairs {
            let Some([code, name, ..]) = self.areas.rows.get(parent).cloned() else { continue };
            if let Some([_, _, _, parent_code, parent_name, _]) = self.areas.rows.get_mut(child as usize)
                && parent_code.is_empty()
            {
                (*parent_code, *parent_name) = (code, name);
            }
        }
    }
}

fn text(schema: &Schema, record: &Record, meaning: Meaning) -> String {
    schema.column(meaning).map_or_else(String::new, |at| plain_code(record.cell(at)))
}

/// The plain text of a cell, without the `.0` that a spreadsheet put after a number.
pub fn plain_code(cell: &str) -> String {
    owned(bare_code(&markup::plain(present(cell))))
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
