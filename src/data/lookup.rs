//! Tables of facts beside the figures: indicators, areas, neighbours. They are kept until every file is read, so the
//! order of the files does not matter.

use super::records::Record;
use super::schema::Schema;
use super::{AreaClass, Meaning, markup};

/// What an indicator table says of one indicator.
#[derive(Debug)]
pub struct IndicatorFacts {
    pub id: String,
    pub name: String,
    pub polarity: String,
    pub value_type: String,
    pub period_type: String,
    pub unit: String,
}

/// What an area table says of one area.
#[derive(Debug)]
pub struct AreaFacts {
    pub code: String,
    pub name: String,
    pub area_type: String,
    pub parent_code: String,
    pub parent_name: String,
    children: String,
}

/// Everything said beside the figures.
#[derive(Debug, Default)]
pub struct Lookups {
    pub indicators: Vec<IndicatorFacts>,
    pub areas: Vec<AreaFacts>,
    /// A code and those most like it, nearest first.
    pub neighbours: Vec<(String, Vec<String>)>,
}

impl Lookups {
    /// Keeps the facts of one row of an indicator table; false when it names none.
    pub fn indicator(&mut self, schema: &Schema, record: &Record) -> bool {
        let text = |meaning| text(schema, record, meaning);
        let facts = IndicatorFacts {
            id: text(Meaning::IndicatorId),
            name: text(Meaning::Indicator),
            polarity: text(Meaning::Polarity),
            value_type: text(Meaning::ValueType),
            period_type: text(Meaning::PeriodType),
            unit: text(Meaning::Unit),
        };
        let named = !facts.id.is_empty();
        self.indicators.extend(named.then_some(facts));
        named
    }

    /// Keeps the facts of one row of an area table; false when it names none.
    pub fn area(&mut self, schema: &Schema, record: &Record) -> bool {
        let text = |meaning| text(schema, record, meaning);
        let facts = AreaFacts {
            code: text(Meaning::AreaCode),
            name: text(Meaning::AreaName),
            area_type: text(Meaning::AreaType),
            parent_code: text(Meaning::ParentCode),
            parent_name: text(Meaning::ParentName),
            children: text(Meaning::Children),
        };
        let named = !facts.code.is_empty();
        self.areas.extend(named.then_some(facts));
        named
    }

    /// Keeps one row of a neighbour table; false when it names no area. A row without any code is a heading.
    pub fn neighbours(&mut self, schema: &Schema, record: &Record) -> bool {
        let code = code(&text(schema, record, Meaning::AreaCode));
        let cells = schema.neighbours.iter().map(|&at| code_of(record.cell(usize::from(at))));
        let near: Vec<String> = cells.filter(|near| !near.is_empty() && *near != code).collect();
        let (named, heading) = (!code.is_empty(), near.is_empty());
        self.neighbours.extend(named.then_some((code, near)));
        named || heading
    }

    /// Fills in the parents that an area table gives by listing children. Of several, the first that is no combined
    /// authority.
    pub fn settle_parents(&mut self) {
        let mut pairs: Vec<(String, usize)> = Vec::new();
        for (at, parent) in self.areas.iter().enumerate() {
            if AreaClass::of(&parent.code) != AreaClass::CombinedAuthority {
                pairs.extend(parent.children.split('|').map(|child| (String::from(markup::trim(child)), at)));
            }
        }
        let mut index = super::intern::Index::default();
        for (at, area) in self.areas.iter().enumerate() {
            index.insert(super::intern::hash(area.code.as_bytes()), at as u32);
        }
        for (child, parent) in pairs {
            let Some((code, name)) = self.areas.get(parent).map(|parent| (parent.code.clone(), parent.name.clone()))
            else {
                continue;
            };
            let found = index.find(super::intern::hash(child.as_bytes()), |at| self.areas[at].code == child);
            if let Some(area) = found.and_then(|at| self.areas.get_mut(at as usize))
                && area.parent_code.is_empty()
            {
                (area.parent_code, area.parent_name) = (code, name);
            }
        }
    }
}

fn text(schema: &Schema, record: &Record, meaning: Meaning) -> String {
    schema.column(meaning).map_or_else(String::new, |at| markup::plain(present(record.cell(at))).into_owned())
}

/// The cell, or nothing when it only says that there is nothing.
pub fn present(cell: &str) -> &str {
    match cell {
        "NA" | "N/A" | "#N/A" | "NULL" | "null" => "",
        _ => cell,
    }
}

/// A code without the `.0` that a spreadsheet put after a number.
pub fn code(cell: &str) -> String {
    String::from(bare_code(cell))
}

fn code_of(cell: &str) -> String {
    code(&markup::plain(present(cell)))
}

/// A code without the `.0` that a spreadsheet put after a number.
pub fn bare_code(cell: &str) -> &str {
    match cell.strip_suffix(".0") {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits,
        _ => cell,
    }
}
