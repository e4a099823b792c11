//! The view of a gap: the groups of our area, the gap between two of them, now and over time, and the places inside it.

use super::dimension::{Dimension, DimensionKind, Split, choose, splits};
use super::inside::{self, Inside};
use super::over_time::{self, OverTime};
use super::slope::{self, NoSlope, Slope};
use super::{Apart, Group, NoGap, between, groups, pair};
use crate::compare::comparison::{Comparison, Figure};
use crate::compare::finding::FindingKind;
use crate::compare::measure::Known;
use crate::compare::question::{Question, Wording};
use crate::compare::{Asked, NoData};
use crate::config::{Choice, Config, GapShows, Key, nearest};
use crate::data::{PeriodId, Table};
use crate::stats::Method;

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

/// The groups of our area in the period asked for, else in its latest in which there are any.
///
/// What was asked for and is not there is answered with what is, and said in the findings; what cannot be told says why; so
/// this fails only when there is nothing at all. The methods: `stats::gap`, `relative_gap`, `inequality_line`, `gap_trend`.
pub fn gap<'t>(table: &'t Table, config: &'t Config) -> Result<GapComparison<'t>, NoData> {
    let mut question = Question::worded(table, config, Wording::of(config)).ok_or(NoData)?;
    let known = Known::of(&mut question);
    let splits = splits(&question);
    let asked = config.word(Key::Groups);
    let shown = choose(&splits, asked, &config.views.gap.between, question.period);
    if let Some(latest) = shown.and_then(|at| latest(&question, &splits[at])) {
        question.turn_to(latest);
    }
    let mut whole = Question::worded(table, config, Wording::of(config)).ok_or(NoData)?;
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

/// The names of the other editions of a grouping that stand in a period too, where none was asked for by its name.
fn editions<'t>(splits: &[Split<'t>], shown: usize, asked: &str, period: PeriodId) -> Vec<&'t str> {
    let dimension = &splits[shown].dimension;
    if asked.eq_ignore_ascii_case(dimension.label) || dimension.kind != DimensionKind::Deprivation {
        return Vec::new();
    }
    let is_other = |split: &&Split| split.dimension.kind == dimension.kind && split.rows_in(period) >= 2;
    let found: Vec<&str> = splits.iter().filter(is_other).map(|split| split.dimension.label).collect();
    if found.len() > 1 { found } else { Vec::new() }
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
