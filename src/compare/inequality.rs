//! The meaning of an inequality: how far apart groups of our area are, how sure that is, whether it is closing, and how far
//! apart the places inside it are.

mod dimension;
mod inside;
mod ladder;
mod over_time;
mod pair;
mod slope;
#[cfg(test)]
mod tests;

pub use dimension::{Dimension, DimensionKind};
pub use inside::{Inside, Parts};
pub use ladder::Rung;
pub use over_time::{OverTime, RatioVerdict};
pub use pair::Apart;
pub use slope::{NoSlope, Slope};

pub(super) use slope::{Weighed, fitted};

use super::comparison::{Comparison, Figure, Place};
use super::finding::FindingKind;
use super::measure::Known;
use super::question::{Question, Wording};
use super::{Asked, NoData};
use crate::config::{Choice, Config, GapShows, Key, nearest};
use crate::data::{Absence, Cell, PeriodId, Table};
use crate::stats::Method;
use dimension::{Split, choose, editions, phrase, splits};

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

/// The groups of our area, the gap between two of them, and the places inside it: facts only, no words.
#[derive(Debug, Clone, PartialEq)]
pub struct GapComparison<'t> {
    /// Our area as a whole, with all that a comparison has.
    pub now: Comparison<'t>,
    /// The dimensions by which our area has figures, in the order to offer them.
    pub dimensions: Vec<Dimension<'t>>,
    /// The dimension shown, by its place; `None` where our area has no figures by the one asked for, or by any.
    pub shown: Option<usize>,
    /// What was asked for as a dimension; maybe empty.
    pub asked: &'t str,
    /// The groups: by deprivation and age in their own order, else A to Z; never by their figures.
    pub groups: Vec<Group<'t>>,
    /// The places of the two groups that the gap is between; `None` where there are no such two.
    pub between: Option<(usize, usize)>,
    /// The gap between two of them, else why there is none.
    pub gap: Result<Apart, NoGap>,
    /// The line across a ladder of deprivation, else why there is none.
    pub slope: Result<Slope, NoSlope>,
    /// The two groups over time; `None` where there are no two.
    pub over_time: Option<OverTime<'t>>,
    /// The places inside our area; `None` with fewer than two figures.
    pub inside: Option<Inside<'t>>,
    /// What is shown: what was asked for, where it is there.
    pub shows: GapShows,
    /// What a reader can choose to be shown.
    pub can_show: Vec<GapShows>,
}

impl<'t> GapComparison<'t> {
    /// The dimension shown.
    pub fn dimension(&self) -> Option<&Dimension<'t>> {
        self.dimensions.get(self.shown?)
    }

    /// The two groups that the gap is between.
    pub fn pair(&self) -> Option<(&Group<'t>, &Group<'t>)> {
        let (first, second) = self.between?;
        Some((self.groups.get(first)?, self.groups.get(second)?))
    }
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

/// The groups of our area in the period asked for, else in its latest in which there are any.
///
/// What was asked for and is not there is answered with what is, and said in the findings; what cannot be told says why; so
/// this fails only when there is nothing at all. The methods: `stats::gap`, `relative_gap`, `inequality_line`, `gap_trend`.
pub fn gap<'t>(table: &'t Table, config: &'t Config) -> Result<GapComparison<'t>, NoData> {
    let mut question = Question::resolve(table, config).ok_or(NoData)?;
    let known = Known::of(&mut question);
    let splits = splits(&question);
    let asked = config.word(Key::Groups);
    let shown = choose(&splits, asked, &config.views.gap.between, question.period);
    if let Some(latest) = shown.and_then(|at| latest(&question, &splits[at])) {
        question.turn_to(latest);
    }
    let mut whole = Question::resolve(table, config).ok_or(NoData)?;
    whole.turn_to(question.period);
    find(&mut whole, &splits, shown, asked);

    let split = shown.map(|at| &splits[at]);
    let groups = split.map_or(Vec::new(), |split| groups(&question, &known, split));
    let between = split.map_or(Err(NoGap::NothingPublished), |_| between(&groups, &question, &known));
    let inside = inside::inside(&question, &known);
    let mut comparison = GapComparison {
        now: Asked::by(whole).compared(),
        dimensions: splits.iter().map(|split| split.dimension).collect(),
        shown,
        asked,
        between: None,
        gap: Err(NoGap::NothingPublished),
        slope: slope::slope(&groups, &known),
        over_time: None,
        inside,
        shows: GapShows::Groups,
        can_show: Vec::new(),
        groups,
    };
    comparison.gap = match (between, split) {
        (Ok(between), Some(split)) => {
            let groups = &comparison.groups;
            let labels = (groups[between.0].label, groups[between.1].label);
            let found = pair::pair_gap(groups, &split.dimension, between, known.subject.polarity);
            if found != Err(NoGap::Overlapping) {
                comparison.over_time = Some(over_time::over_time(&question, &known, split, labels));
            }
            comparison.between = Some(between);
            found
        }
        (Err(why), _) => Err(why),
        (Ok(_), None) => Err(NoGap::NothingPublished),
    };
    comparison.leave_peers_out();
    comparison.show(GapShows::read(config.word(Key::GapShows)));
    Ok(comparison)
}

/// The gap between two groups of our area in the period that every view shows; `None` where our area has no figures of two
/// groups then, or nobody has said which two.
pub fn gap_line<'t>(table: &'t Table, config: &'t Config) -> Option<GapLine<'t>> {
    gap_line_worded(table, config, Wording::of(config))
}

/// The same, asked in other words than the config's.
pub(super) fn gap_line_worded<'t>(table: &'t Table, config: &'t Config, wording: Wording<'t>) -> Option<GapLine<'t>> {
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

/// The latest period with groups, where no period was asked for and ours has none.
fn latest(question: &Question, split: &Split) -> Option<PeriodId> {
    let is_free = question.config.word(Key::Period).is_empty() && split.rows_in(question.period) < 2;
    split.periods().last().copied().filter(|_| is_free)
}

/// Says what was asked for and is not there, and which editions of one grouping are not mixed.
fn find(question: &mut Question, splits: &[Split], shown: Option<usize>, asked: &str) {
    let names: Vec<&str> = splits.iter().map(|split| split.dimension.name()).collect();
    let Some(at) = shown else {
        if !asked.is_empty() && !splits.is_empty() {
            question.missing(FindingKind::SeriesNotFound, asked, nearest(asked, &names).as_slice());
        }
        return;
    };
    let labels: Vec<&str> = splits[at].groups.iter().map(|group| group.label).collect();
    for wanted in &question.config.views.gap.between {
        if !labels.contains(&wanted.as_str()) && asked.is_empty() {
            question.missing(FindingKind::SeriesNotFound, wanted, nearest(wanted, &labels).as_slice());
        }
    }
    let editions = editions(splits, at, asked, question.period);
    if !editions.is_empty() {
        question.find(FindingKind::MixedEditions, &editions.join("; "));
    }
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

impl GapComparison<'_> {
    /// Says nothing of peers and benchmark, which are not shown here; and says which intervals of groups and places were
    /// worked out.
    fn leave_peers_out(&mut self) {
        use FindingKind::{
            BenchmarkNotFound, LikenessNotFound, MixedAreaTypes, NoNeighbours, NoPeers, NotProvided, PeerGroupBare,
            PeersNotFound,
        };
        self.now.findings.retain(|finding| {
            !matches!(
                finding.kind,
                BenchmarkNotFound
                    | LikenessNotFound
                    | MixedAreaTypes
                    | NoNeighbours
                    | NoPeers
                    | NotProvided
                    | PeerGroupBare
                    | PeersNotFound
            )
        });
        let parts = self.inside.iter().flat_map(|inside| &inside.parts).map(|part| &part.figure);
        let figures: Vec<&Figure> = self.groups.iter().map(|group| &group.figure).chain(parts).collect();
        let is_used =
            |method| figures.iter().any(|figure| figure.intervals[0].is_some_and(|interval| interval.method == method));
        self.now.worked_out =
            [Method::Wilson, Method::Exact, Method::Byar].into_iter().filter(|&m| is_used(m)).collect();
    }

    /// Shows what was asked for, where it is there; else the groups; without those, the places inside.
    fn show(&mut self, asked: Option<GapShows>) {
        let is_over_time = self.over_time.as_ref().is_some_and(|over_time| over_time.history.len() > 1);
        let has_ratio =
            |over_time: &OverTime| over_time.apart.iter().flatten().filter(|apart| apart.ratio.is_ok()).count() > 1;
        for (what, is_there) in [
            (GapShows::Groups, !self.groups.is_empty()),
            (GapShows::Gap, is_over_time),
            (GapShows::Ratio, is_over_time && self.over_time.as_ref().is_some_and(has_ratio)),
            (GapShows::Parts, self.inside.is_some()),
        ] {
            if is_there {
                self.can_show.push(what);
            }
        }
        let first = self.can_show.first().copied().unwrap_or(GapShows::Groups);
        self.shows = asked.filter(|asked| self.can_show.contains(asked)).unwrap_or(first);
    }
}
