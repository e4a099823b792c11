//! Which counts of a measure add up to which, as far as the figures bear it out.

use std::collections::BTreeMap;

use super::cells::{CellKey, Cells, State};
use super::spans::{self, Span, of_age};
use crate::data::{AreaClass, Table, TextId, among};

/// Spans of one group beyond these are not set against each other.
const MOST_SPANS: usize = 400;

/// Cells whose counts, each times its sign, come to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub terms: Vec<(usize, i8)>,
    /// Whether it is known to hold, and not only likely.
    pub is_certain: bool,
}

/// Sums that hold or fail together: of both sexes, of all ages, of one kind of groups, of one area's parts, over time.
struct Family {
    sums: Vec<Vec<(usize, i8)>>,
    /// Holds by what the words mean.
    by_definition: bool,
}

/// Every sum that may hold.
pub(super) fn sums(cells: &Cells, table: &Table) -> Vec<Sum> {
    let mut families = vec![of_sexes(cells, table), of_ages(cells, table), of_periods(cells)];
    families.extend(of_groups(cells, table));
    families.extend(of_areas(cells, table));
    families.into_iter().flat_map(|family| family.kept(cells)).collect()
}

impl Family {
    /// The sums that can be used: none where the figures speak against the family. Where all of a sum is known it shows whether
    /// the family holds.
    fn kept(self, cells: &Cells) -> Vec<Sum> {
        let (mut holds, mut fails) = (0, 0);
        for terms in &self.sums {
            match rest(cells, terms) {
                Some((rest, off)) if rest.abs() <= off + 0.5 + 1e-9 => holds += 1,
                Some(_) => fails += 1,
                None => {}
            }
        }
        let bears_out = holds > 0 || (self.by_definition && !cells.are_guessed);
        let is_certain = bears_out && holds >= 3 * fails;
        let is_likely = !cells.are_guessed && (fails == 0 || holds > fails);
        if !is_certain && !is_likely {
            return Vec::new();
        }
        let is_open =
            |terms: &Vec<(usize, i8)>| terms.iter().any(|&(cell, _)| cells.all[cell].state == State::Withheld);
        self.sums.into_iter().filter(is_open).map(|terms| Sum { terms, is_certain }).collect()
    }
}

/// What the known counts of a sum come to, and by how much that may be off; nothing where one is not known.
fn rest(cells: &Cells, terms: &[(usize, i8)]) -> Option<(f64, f64)> {
    let (mut rest, mut off) = (0.0, 0.0);
    for &(cell, sign) in terms {
        let State::Known(count, by) = cells.all[cell].state else { return None };
        rest += f64::from(sign) * count;
        off += by;
    }
    Some((rest, off))
}

/// The cells that differ in one part of their key alone, by all its other parts.
fn alike(cells: &Cells, without: fn(&mut CellKey)) -> Vec<Vec<usize>> {
    let mut groups = BTreeMap::<CellKey, Vec<usize>>::new();
    for (at, cell) in cells.all.iter().enumerate() {
        let mut key = cell.key;
        without(&mut key);
        groups.entry(key).or_default().push(at);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// A whole less its parts; nothing with fewer than two parts.
fn whole_less(whole: usize, parts: Vec<usize>) -> Option<Vec<(usize, i8)>> {
    let mut terms = vec![(whole, 1)];
    terms.extend(parts.iter().map(|&part| (part, -1)));
    (parts.len() > 1).then_some(terms)
}

/// Everyone is all sexes.
fn of_sexes(cells: &Cells, table: &Table) -> Family {
    let is_whole = |&cell: &usize| among(WHOLE, table.text(cells.all[cell].key.sex));
    let group = |group: Vec<usize>| {
        let (wholes, parts): (Vec<usize>, Vec<usize>) = group.into_iter().partition(is_whole);
        whole_less(*wholes.first()?, parts)
    };
    let sums = alike(cells, |key| key.sex = TextId(0)).into_iter().filter_map(group).collect();
    Family { sums, by_definition: true }
}

/// What stands for everyone.
const WHOLE: &str = "|persons|person|people|all|all people|all persons|both|both sexes|total|everyone";

/// Ages that lie end to end.
fn of_ages(cells: &Cells, table: &Table) -> Family {
    let span = |cell: usize| {
        let (from, to) = of_age(table.text(cells.all[cell].key.age))?;
        Some(Span { from, to, cell })
    };
    Family { sums: of_spans(alike(cells, |key| key.age = TextId(0)), span), by_definition: true }
}

/// Periods that lie end to end: quarters and their year, years and the rolling years they make.
fn of_periods(cells: &Cells) -> Family {
    let span = |cell: usize| {
        let (from, to) = cells.all[cell].key.span;
        Some(Span { from, to, cell })
    };
    Family { sums: of_spans(alike(cells, |key| key.span = (0, 0)), span), by_definition: false }
}

fn of_spans(groups: Vec<Vec<usize>>, span: impl Fn(usize) -> Option<Span>) -> Vec<Vec<(usize, i8)>> {
    let mut sums = Vec::new();
    for group in groups {
        let spans: Vec<Span> = group.into_iter().filter_map(&span).collect();
        let first = spans.first().map(|span| span.to - span.from);
        // Spans of one length close no circle.
        let is_mixed = spans.iter().any(|span| Some(span.to - span.from) != first);
        if is_mixed && spans.len() <= MOST_SPANS {
            sums.extend(spans::sums(spans));
        }
    }
    sums
}

/// The whole is all groups of a kind.
fn of_groups(cells: &Cells, table: &Table) -> Vec<Family> {
    let mut families = BTreeMap::<TextId, Vec<Vec<(usize, i8)>>>::new();
    for group in alike(cells, |key| key.category = TextId(0)) {
        let CellKey { category_type, .. } = cells.all[group[0]].key;
        let is_whole = |&cell: &usize| among(WHOLE, table.text(cells.all[cell].key.category));
        let (wholes, parts): (Vec<usize>, Vec<usize>) = group.into_iter().partition(is_whole);
        let key = CellKey {
            category_type: TextId(0),
            category: TextId(0),
            ..cells.all[parts.first().copied().unwrap_or(0)].key
        };
        let whole = wholes.first().copied().or_else(|| cells.find(&key));
        if category_type != TextId(0)
            && let Some(sum) = whole.and_then(|whole| whole_less(whole, parts))
        {
            families.entry(category_type).or_default().push(sum);
        }
    }
    families.into_values().map(|sums| Family { sums, by_definition: false }).collect()
}

/// An area is all areas of one type in it.
fn of_areas(cells: &Cells, table: &Table) -> Vec<Family> {
    let parts = parts_of_areas(cells, table);
    // The cells of each area, by the rest of their keys.
    let mut of_area: Vec<BTreeMap<CellKey, usize>> = vec![BTreeMap::new(); cells.areas.len()];
    for (at, cell) in cells.all.iter().enumerate() {
        of_area[cell.key.area as usize].insert(CellKey { area: 0, ..cell.key }, at);
    }
    let mut families = Vec::new();
    for ((whole, _), parts) in parts {
        let mut sums = Vec::new();
        for (key, &cell) in &of_area[whole] {
            let inside: Vec<usize> = parts.iter().filter_map(|&part| of_area[part].get(key).copied()).collect();
            sums.extend(whole_less(cell, inside));
        }
        families.push(Family { sums, by_definition: false });
    }
    families
}

/// The areas of each type that lie in each area, by their places among the codes. A nation holds all areas of a type, whether
/// or not the files say so.
fn parts_of_areas(cells: &Cells, table: &Table) -> BTreeMap<(usize, String), Vec<usize>> {
    let place = |code: &str| cells.areas.binary_search_by(|known| known.as_str().cmp(code)).ok();
    let nation = cells.areas.iter().position(|code| code == "E92000001" || code.eq_ignore_ascii_case("England"));
    let mut parts = BTreeMap::<(usize, String), Vec<usize>>::new();
    for area in table.areas() {
        let code = if area.code.is_empty() { &area.name } else { &area.code };
        let Some(own) = place(code) else { continue };
        let wholes: Vec<usize> = table.hierarchy().parents(code).filter_map(place).chain(nation).collect();
        for whole in wholes.into_iter().filter(|whole| *whole != own) {
            for kind in kinds(&area.area_type, area.class()) {
                let inside = parts.entry((whole, kind)).or_default();
                if let Err(at) = inside.binary_search(&own) {
                    inside.insert(at, own);
                }
            }
        }
    }
    parts
}

/// The types under which an area is a part: the publisher's label, else what its code says. Unitary authorities stand with
/// counties, and with districts.
fn kinds(label: &str, class: AreaClass) -> Vec<String> {
    let of_code: &[&str] = match class {
        _ if !label.is_empty() => return vec![label.to_owned()],
        AreaClass::Unitary => &["upper", "lower"],
        AreaClass::County => &["upper"],
        AreaClass::District => &["lower"],
        AreaClass::Region => &["region"],
        AreaClass::Ward => &["ward"],
        AreaClass::MiddleOutputArea => &["middle"],
        AreaClass::LowerOutputArea => &["small"],
        AreaClass::IntegratedCareBoard => &["system"],
        AreaClass::SubIntegratedCareBoard => &["sub-system"],
        AreaClass::PrimaryCareNetwork => &["network"],
        AreaClass::Practice => &["practice"],
        _ => &["other"],
    };
    of_code.iter().map(|kind| (*kind).to_owned()).collect()
}
