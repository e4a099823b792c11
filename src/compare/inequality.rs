//! The meaning of an inequality: how far apart groups of our area are, how sure that is, whether it is closing, and how far
//! apart the places inside it are.

#[cfg(every_view)]
mod comparison;
mod dimension;
#[cfg(every_view)]
mod inside;
mod ladder;
#[cfg(every_view)]
mod over_time;
mod pair;
#[cfg(every_view)]
mod slope;
#[cfg(test)]
mod tests;

pub use dimension::{Dimension, DimensionKind};
pub use ladder::Rung;
pub use pair::Apart;

#[cfg(every_view)]
pub use {
    comparison::{GapComparison, gap},
    inside::{Inside, Parts},
    over_time::{OverTime, RatioVerdict},
    slope::{NoSlope, Slope},
};

#[cfg(every_view)]
pub(super) use slope::{Weighed, fitted};

use super::comparison::{Figure, Place};
use super::measure::Known;
use super::question::{Question, Wording};
use crate::config::{Config, Key};
use crate::data::{Absence, Cell, Table};
use dimension::{Split, choose, phrase, splits};

/// A group of people of our area, or of areas inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group<'t> {
    /// Its name in the data.
    pub label: &'t str,
    /// How the publisher wants it spoken of, with its article; maybe empty.
    pub phrase: &'t str,
    /// Its place on the ladder, where its dimension goes by deprivation.
    pub rung: Option<Rung>,
    /// Its figure, or why there is none.
    pub figure: Figure<'t>,
}

/// Why there is no gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoGap {
    /// Our area has no figures by the dimension asked for, or by any.
    NothingPublished,
    /// There are more than two groups, and nobody has said between which two.
    NotNamed,
    /// An end of a ladder of deprivation has no row.
    EndMissing(Rung),
    /// One of the two groups has no figure.
    Absent {
        /// Whether it is the first of the two.
        is_first: bool,
        /// Why.
        absence: Absence,
    },
    /// The ages of the two overlap: some people are in both.
    Overlapping,
    /// Numbers of people or events, which say nothing of how many there could have been.
    Counts,
}

/// What every headline says of the gap between two groups, where our area has figures of them in the period shown.
#[derive(Debug, Clone, PartialEq)]
pub struct GapLine<'t> {
    /// Our area.
    pub place: Place<'t>,
    /// The dimension.
    pub dimension: Dimension<'t>,
    /// The two groups: the gap is the first less the second.
    pub groups: (Group<'t>, Group<'t>),
    /// How far apart they are, else why that is not said.
    pub gap: Result<Apart, NoGap>,
}

/// The gap between two groups of our area in the period that every view shows; `None` where our area has no figures of two
/// groups then, or nobody has said which two.
pub fn gap_line<'t>(table: &'t Table, config: &'t Config) -> Option<GapLine<'t>> {
    gap_line_worded(table, config, Wording::of(config))
}

/// The same, asked in other words than the config's.
pub(super) fn gap_line_worded<'t>(table: &'t Table, config: &'t Config, wording: Wording<'t>) -> Option<GapLine<'t>> {
    // Groups are further series of a measure; most files have none. A board would ask in vain for each priority.
    let all = table.series();
    if cfg!(every_view)
        && all.iter().enumerate().all(|(at, one)| all[..at].iter().all(|other| other.indicator != one.indicator))
    {
        return None;
    }
    let mut question = Question::worded(table, config, wording)?;
    let known = Known::of(&mut question);
    let splits = splits(&question);
    let shown = choose(&splits, config.word(Key::Groups), &config.views.gap.between, question.period)?;
    let split = &splits[shown];
    if split.rows_in(question.period) < 2 {
        return None;
    }
    let groups = groups(&question, &known, split);
    let between = between(&groups, &question, &known).ok()?;
    let found = pair::pair_gap(&groups, &split.dimension, between, known.subject.polarity);
    Some(GapLine {
        place: question.place(question.area),
        dimension: split.dimension,
        groups: (groups[between.0], groups[between.1]),
        gap: found,
    })
}

/// The groups of a dimension in the period shown: those with a row then; of a ladder of deprivation, and of those the config
/// names, all there ever were.
fn groups<'t>(question: &Question<'t>, known: &Known<'t>, split: &Split<'t>) -> Vec<Group<'t>> {
    let mut groups = Vec::new();
    for source in &split.groups {
        let row = source.row(question.period);
        let is_named = question.config.views.gap.between.iter().any(|label| label == source.label);
        if row.is_none() && source.rung.is_none() && !is_named {
            continue;
        }
        let figure = row.map_or(Figure::bare(Cell::Absent(Absence::Missing)), |row| known.figure(&row));
        groups.push(Group { label: source.label, phrase: phrase(question, source.label), rung: source.rung, figure });
    }
    groups
}

/// The two groups that the gap is between, by their places.
fn between(groups: &[Group], question: &Question, known: &Known) -> Result<(usize, usize), NoGap> {
    if groups.len() < 2 {
        return Err(NoGap::NothingPublished);
    }
    if known.is_count() {
        return Err(NoGap::Counts);
    }
    pair::between(groups, &question.config.views.gap.between)
}
