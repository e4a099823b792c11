//! The places inside our area, and where their figures lie.

use crate::compare::comparison::{Compared, Spread};
use crate::compare::kind::same_kind;
use crate::compare::measure::Known;
use crate::compare::question::Question;
use crate::compare::spread;
use crate::data::{Area, AreaClass, AreaId, Level};

/// The places whose parent is our area, in the period shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Inside<'t> {
    /// What they are.
    pub kind: Parts,
    /// Each with its figure, A to Z; none of them is tested.
    pub parts: Vec<Compared<'t>>,
    /// Where their figures lie.
    pub spread: Spread,
    /// How many places of another kind inside our area are left out.
    pub others: usize,
}

/// What the places inside an area are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Wards and output areas.
    Neighbourhoods,
    /// Any other places.
    Places,
    /// Practices and other organisations.
    Organisations,
}

/// The places inside our area that are of one kind: of the kind that there are most of. `None` with fewer than two figures.
pub(super) fn inside<'t>(question: &Question<'t>, known: &Known<'t>) -> Option<Inside<'t>> {
    let table = question.table;
    let ours = table.area(question.area);
    let is_inside = |id: u32| {
        let area = table.area(AreaId(id));
        let is_part = !ours.code.is_empty() && area.parent_code == ours.code && area.code != ours.code;
        is_part && question.row_of(AreaId(id)).is_some()
    };
    let ids: Vec<u32> = question.areas.iter().copied().filter(|&id| is_inside(id)).collect();
    let counties = ids.iter().any(|&id| table.area(AreaId(id)).class() == AreaClass::County);
    let mut found: Vec<(&Area, Vec<Compared>)> = Vec::new();
    for id in ids {
        let area = table.area(AreaId(id));
        let part = known.compared(question, AreaId(id));
        match found.iter_mut().find(|(kind, _)| same_kind(kind, area, counties)) {
            Some((_, parts)) if parts.iter().any(|known| known.place.code == part.place.code) => {}
            Some((_, parts)) => parts.push(part),
            None => found.push((area, vec![part])),
        }
    }
    let all: usize = found.iter().map(|(_, parts)| parts.len()).sum();
    // Of several kinds with as many, the one met first by name.
    let most = found.iter().map(|(_, parts)| parts.len()).max()?;
    let (first, parts) = found.into_iter().find(|(_, parts)| parts.len() == most)?;
    let spread = spread(&parts)?;
    Some(Inside { kind: kind(first.class()), others: all - parts.len(), parts, spread })
}

fn kind(class: AreaClass) -> Parts {
    match (class, class.level()) {
        (AreaClass::Ward | AreaClass::MiddleOutputArea | AreaClass::LowerOutputArea, _) => Parts::Neighbourhoods,
        (_, Level::Place) => Parts::Places,
        (_, Level::Organisation) => Parts::Organisations,
    }
}
