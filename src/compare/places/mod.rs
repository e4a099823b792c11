//! Place and system, both ways: the areas that contain ours, and those that lie directly in it, each with its figure for
//! the same measure and period. None of them is tested against another: they are parts of one whole.

mod sum;
#[cfg(test)]
mod tests;

pub use sum::{Amount, Sum, Sums, Whole};

pub(super) use sum::add_up;

use std::cmp::Reverse;

use super::comparison::{Figure, Place};
use super::kind::{is_england, same_kind};
use super::measure::Known;
use super::question::Question;
use crate::config::named;
use crate::data::{Absence, Area, AreaClass, AreaId, Cell, Period, Succession};

/// The areas above and below ours.
#[derive(Debug, Clone, PartialEq)]
pub struct Places<'t> {
    /// Ours.
    pub ours: Located<'t>,
    /// Those that contain it, the narrowest first.
    pub above: Vec<Located<'t>>,
    /// Those of one kind that lie directly in it, A to Z.
    pub below: Vec<Located<'t>>,
    /// Whether these add up to ours; `None` where the files have a row for none.
    pub sum: Option<Sum>,
}

/// An area with its figure and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Located<'t> {
    /// The area.
    pub place: Place<'t>,
    /// How wide it is; `None` where its code does not tell.
    pub width: Option<Width>,
    /// The publisher's label of its type; empty where there is none.
    pub kind: &'t str,
    /// Its figure in our period.
    pub figure: Figure<'t>,
    /// Its counts, where it has both, or is a number of people or events.
    pub amount: Option<Amount>,
    /// Its latest period with a figure, where it has no row in ours.
    pub other_period: Option<&'t Period>,
    /// Whether a reader can go there and find a row for our measure and period.
    pub has_row: bool,
}

/// How wide an area is, by the kind of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Wards, output areas, networks of practices, and practices.
    Neighbourhood,
    /// Councils and sub-ICB locations.
    Place,
    /// Integrated care boards and combined authorities.
    System,
    /// English and NHS regions.
    Region,
    /// A nation.
    Nation,
}

/// What became of an area that was asked for, and whose figures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succeeded {
    /// What became of it.
    pub what: &'static Succession,
    /// Whose figures are shown; `None` where the files hold neither.
    pub shown: Option<Shown>,
}

/// Whose figures are shown for an area that is no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Its own, from before.
    Old,
    /// Those of what took its place; of several, the first that has any.
    New,
}

impl Width {
    fn of(class: AreaClass) -> Option<Width> {
        use AreaClass::*;
        match class {
            Ward | MiddleOutputArea | LowerOutputArea | PrimaryCareNetwork | Practice => Some(Width::Neighbourhood),
            County | Unitary | District | SubIntegratedCareBoard => Some(Width::Place),
            IntegratedCareBoard | CombinedAuthority => Some(Width::System),
            Region => Some(Width::Region),
            Nation => Some(Width::Nation),
            Other => None,
        }
    }
}

/// What lies above and below our area, in the period the question is turned to.
pub(super) fn places_of<'t>(question: &Question<'t>, known: &Known<'t>) -> Places<'t> {
    let ours = located(question, known, question.area);
    let above = above(question);
    let below = below(question, &above);
    let at = |code: &'t str| locate(question, known, code);
    let mut above: Vec<Located> = above.into_iter().map(at).collect();
    if let Some(nation) = nation(question)
        && above.iter().all(|known| known.place.code != question.place(nation).code)
    {
        above.push(located(question, known, nation));
    }
    above.sort_by_key(|one| one.width);
    let mut below: Vec<Located> = below.into_iter().map(at).collect();
    below.sort_by_cached_key(|one| (one.place.name.to_ascii_lowercase(), one.place.code));
    let sum = sum::sum(&ours, &below, known);
    Places { ours, above, below, sum }
}

/// The codes of the areas that contain ours, and of those that contain them, each once, the nearest first.
fn above<'t>(question: &Question<'t>) -> Vec<&'t str> {
    let hierarchy = question.table.hierarchy();
    let ours = question.table.area(question.area).code.as_str();
    let mut found: Vec<&str> = Vec::new();
    let mut next = ours;
    for at in 0.. {
        for parent in hierarchy.parents(next) {
            if parent != ours && !found.contains(&parent) {
                found.push(parent);
            }
        }
        match found.get(at) {
            Some(&code) => next = code,
            None => break,
        }
    }
    found
}

/// England, where ours lies in it and the series has it.
fn nation(question: &Question) -> Option<AreaId> {
    let ours = &question.table.area(question.area);
    let elsewhere = ours.code.len() == 9 && !ours.code.starts_with('E');
    let england = |&id: &u32| is_england(question.table.area(AreaId(id)));
    let found = question.areas.iter().copied().find(england).map(AreaId)?;
    (!elsewhere && !is_england(ours)).then_some(found)
}

/// The codes of the areas directly in ours. Of several kinds, the widest; of several as wide, the one there are most of.
fn below<'t>(question: &Question<'t>, above: &[&str]) -> Vec<&'t str> {
    let table = question.table;
    let ours = table.area(question.area).code.as_str();
    let mut codes: Vec<&str> = table.hierarchy().children(ours).filter(|code| !above.contains(code)).collect();
    codes.dedup();
    let counties = codes.iter().any(|code| AreaClass::of(code) == AreaClass::County);
    let mut kinds: Vec<(Area, Vec<&str>)> = Vec::new();
    for code in codes {
        let area = match id_of(question, code) {
            Some(id) => table.area(id).clone(),
            None => Area { code: code.to_owned(), ..Area::default() },
        };
        match kinds.iter_mut().find(|(kind, _)| same_kind(kind, &area, counties)) {
            Some((_, codes)) => codes.push(code),
            None => kinds.push((area, vec![code])),
        }
    }
    let widest = |(area, codes): &(Area, Vec<&str>)| (area.class(), Reverse(codes.len()));
    kinds.into_iter().min_by_key(widest).map_or(Vec::new(), |(_, codes)| codes)
}

/// The area of a code that has a row in our series, in our period before another.
fn id_of(question: &Question, code: &str) -> Option<AreaId> {
    let of_code = |&&id: &&u32| question.table.area(AreaId(id)).code == code;
    let all = question.areas.iter().filter(of_code).map(|&id| AreaId(id));
    all.max_by_key(|&id| question.row_of(id).map(|row| row.cell().value().is_some()))
}

fn locate<'t>(question: &Question<'t>, known: &Known<'t>, code: &'t str) -> Located<'t> {
    if let Some(id) = id_of(question, code) {
        return located(question, known, id);
    }
    let name = question.name(code, question.table.hierarchy().name_of(code));
    let spoken = named(&question.config.spoken_names, code).map_or(name, String::as_str);
    let class = AreaClass::of(code);
    Located {
        place: Place { code, name, spoken, level: class.level() },
        width: Width::of(class),
        kind: "",
        figure: Figure::bare(Cell::Absent(Absence::Missing)),
        amount: None,
        other_period: None,
        has_row: false,
    }
}

fn located<'t>(question: &Question<'t>, known: &Known<'t>, id: AreaId) -> Located<'t> {
    let table = question.table;
    let area = table.area(id);
    let has_row = question.row_of(id).is_some();
    let with_figure = question.rows.iter().filter(|row| row.area() == id && row.cell().value().is_some());
    let latest = with_figure.map(|row| row.period()).max().filter(|_| !has_row);
    let width = if is_england(area) { Some(Width::Nation) } else { Width::of(area.class()) };
    let figure = known.compared(question, id).figure;
    Located {
        place: question.place(id),
        width,
        kind: &area.area_type,
        figure,
        amount: Amount::of(&figure, known.is_count()),
        other_period: latest.map(|period| table.period(period)),
        has_row,
    }
}
