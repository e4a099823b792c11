//! By which dimensions figures of our area are published: which groups there are, and in which order they stand.

use super::ladder::{Rung, ages, rungs};
use crate::compare::question::Question;
use crate::config::named;
use crate::data::{PeriodId, Row, Series, Table, TextId, among};

/// A way of parting people into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimension<'t> {
    /// What it goes by.
    pub kind: DimensionKind,
    /// The publisher's name for the grouping, its edition included; empty for sex and age.
    pub label: &'t str,
    /// Whether the figure of the whole covers all its groups.
    pub has_whole: bool,
}

/// The kinds of dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DimensionKind {
    /// Groups of areas or people from the most to the least deprived.
    Deprivation,
    /// Females and males.
    Sex,
    /// Ethnic groups.
    Ethnicity,
    /// Any other grouping of the publisher's.
    Other,
    /// Bands of age.
    Age,
}

impl DimensionKind {
    /// Its word in an option.
    pub fn word(self) -> &'static str {
        ["deprivation", "sex", "ethnicity", "", "age"][self as usize]
    }
}

impl<'t> Dimension<'t> {
    /// How an option names it: by its word, or by the publisher's name for the grouping.
    pub fn name(&self) -> &'t str {
        if self.label.is_empty() { self.kind.word() } else { self.label }
    }

    /// Whether an option asks for it.
    fn is_asked(&self, asked: &str) -> bool {
        asked.eq_ignore_ascii_case(self.kind.word()) || asked.eq_ignore_ascii_case(self.label)
    }
}

/// A dimension with all its rows for our area.
#[derive(Debug)]
pub(super) struct Split<'t> {
    pub dimension: Dimension<'t>,
    /// The groups, by deprivation and age in their own order, else A to Z.
    pub groups: Vec<Source<'t>>,
}

/// A group with all its rows for our area.
#[derive(Debug)]
pub(super) struct Source<'t> {
    pub label: &'t str,
    pub rung: Option<Rung>,
    rows: Vec<Row<'t>>,
}

impl<'t> Source<'t> {
    /// Its row in a period: the same is often repeated for each type of area, sometimes without its value.
    pub fn row(&self, period: PeriodId) -> Option<Row<'t>> {
        let mut found: Option<Row> = None;
        for row in self.rows.iter().filter(|row| row.period() == period) {
            if found.is_none_or(|before| before.cell().value().is_none()) {
                found = Some(*row);
            }
        }
        found
    }
}

impl Split<'_> {
    /// How many groups have a row in a period.
    pub fn rows_in(&self, period: PeriodId) -> usize {
        self.groups.iter().filter(|group| group.row(period).is_some()).count()
    }

    /// The periods in which at least two groups have a row, in order of time.
    pub fn periods(&self) -> Vec<PeriodId> {
        let mut periods: Vec<PeriodId> = Vec::new();
        for row in self.groups.iter().flat_map(|group| &group.rows) {
            if !periods.contains(&row.period()) && self.rows_in(row.period()) >= 2 {
                periods.push(row.period());
            }
        }
        periods.sort_unstable();
        periods
    }
}

/// Every dimension by which our area has figures of two groups or more, in the order to offer them.
pub(super) fn splits<'t>(question: &Question<'t>) -> Vec<Split<'t>> {
    let table = question.table;
    let Some(ours) = question.rows.first().map(|row| *table.one_series(row.series())) else { return Vec::new() };
    let base = Series { category_type: TextId(0), category: TextId(0), ..ours };
    let mut splits: Vec<Split> = Vec::new();
    let mut places = vec![None; table.series().len()];
    for (at, series) in table.series().iter().enumerate() {
        if let Some((kind, label, group)) = part(table, &base, series) {
            places[at] = Some(add(&mut splits, kind, label, group));
        }
    }
    for row in table.rows() {
        if let Some((split, group)) = places[row.series().0 as usize]
            && question.is_ours(row.area())
            && row.rejected().is_none()
            && !row.superseded()
        {
            splits[split].groups[group].rows.push(row);
        }
    }
    for split in &mut splits {
        split.groups.retain(|group| !group.rows.is_empty());
        split.dimension.has_whole = ours.category.0 == 0 && has_whole(split, table, &base);
        order(split, question.config.views.gap.between.first().map(String::as_str));
    }
    splits.retain(|split| split.groups.len() >= 2);
    splits.sort_by_key(|split| (split.dimension.kind, split.dimension.label));
    splits
}

/// Which group of which dimension a series is, if it differs from the whole in that alone.
fn part<'t>(table: &'t Table, base: &Series, series: &Series) -> Option<(DimensionKind, &'t str, &'t str)> {
    if (series.indicator, series.months) != (base.indicator, base.months) {
        return None;
    }
    let is_whole = series.category.0 == 0;
    match (series.sex == base.sex, series.age == base.age, is_whole) {
        (true, true, false) => {
            let label = table.text(series.category_type);
            Some((kind_of(label), label, table.text(series.category)))
        }
        (_, true, true) if !is_everyone(table.text(series.sex)) => {
            Some((DimensionKind::Sex, "", table.text(series.sex)))
        }
        (true, _, true) if ages(table.text(series.age)).is_some() => {
            Some((DimensionKind::Age, "", table.text(series.age)))
        }
        _ => None,
    }
}

fn is_everyone(sex: &str) -> bool {
    among("|persons|person|all|both|both sexes", sex)
}

/// What a publisher's grouping goes by, by its name.
fn kind_of(label: &str) -> DimensionKind {
    let label = label.to_ascii_lowercase();
    let has = |word: &str| label.contains(word);
    match () {
        () if has("depriv") || has("imd") => DimensionKind::Deprivation,
        () if has("ethnic") => DimensionKind::Ethnicity,
        () => DimensionKind::Other,
    }
}

/// The place of a group among the dimensions, which it is added to.
fn add<'t>(splits: &mut Vec<Split<'t>>, kind: DimensionKind, label: &'t str, group: &'t str) -> (usize, usize) {
    let of = |split: &Split| (split.dimension.kind, split.dimension.label) == (kind, label);
    let at = splits.iter().position(of).unwrap_or(splits.len());
    if at == splits.len() {
        let dimension = Dimension { kind, label, has_whole: true };
        splits.push(Split { dimension, groups: Vec::new() });
    }
    splits[at].groups.push(Source { label: group, rung: None, rows: Vec::new() });
    (at, splits[at].groups.len() - 1)
}

/// Whether the figure of the whole covers the groups; an age that is one of them is none of them, if it does.
fn has_whole(split: &mut Split, table: &Table, base: &Series) -> bool {
    match split.dimension.kind {
        DimensionKind::Sex => is_everyone(table.text(base.sex)),
        DimensionKind::Age => {
            let own = table.text(base.age);
            let Some(whole) = ages(own) else { return true };
            let holds = |band: (u16, u16)| whole.0 <= band.0 && band.1 <= whole.1;
            let covers = split.groups.iter().all(|group| ages(group.label).is_some_and(holds));
            split.groups.retain(|group| !covers || group.label != own);
            covers
        }
        _ => true,
    }
}

/// Puts groups into their own order, where they have one, else A to Z.
fn order(split: &mut Split, first_named: Option<&str>) {
    split.groups.sort_by_key(|group| group.label.to_ascii_lowercase());
    match split.dimension.kind {
        DimensionKind::Deprivation => {
            let labels: Vec<&str> = split.groups.iter().map(|group| group.label).collect();
            if let Some(rungs) = rungs(split.dimension.label, &labels, first_named) {
                for (group, rung) in split.groups.iter_mut().zip(rungs) {
                    group.rung = Some(rung);
                }
                split.groups.sort_by_key(|group| group.rung);
            }
        }
        DimensionKind::Age => split.groups.sort_by_key(|group| ages(group.label)),
        _ => {}
    }
}

/// The dimension to show: the one asked for; else the one whose two groups the config names, else the least by kind: of
/// those with rows in a period before others, and of several editions the one with most groups there, then with the
/// longest history.
pub(super) fn choose(splits: &[Split], asked: &str, between: &[String], period: PeriodId) -> Option<usize> {
    let has = |split: &Split, label: &String| split.groups.iter().any(|group| group.label == *label);
    let mut best: Option<(usize, (bool, bool, usize, usize))> = None;
    for (at, split) in splits.iter().enumerate() {
        if !asked.is_empty() && !split.dimension.is_asked(asked) {
            continue;
        }
        let is_named = between.len() == 2 && between.iter().all(|label| has(split, label));
        let now = split.rows_in(period);
        let fit = (now >= 2, is_named, now, split.periods().len());
        let is_better = best.is_none_or(|(before, other)| {
            let is_kin = splits[before].dimension.kind == split.dimension.kind;
            (fit.0, fit.1) > (other.0, other.1) || is_kin && fit > other
        });
        if is_better {
            best = Some((at, fit));
        }
    }
    best.map(|(at, _)| at)
}

/// The publisher's phrase for a group; empty where there is none.
pub(super) fn phrase<'t>(question: &Question<'t>, label: &str) -> &'t str {
    named(&question.config.views.gap.phrases, label).map_or("", String::as_str)
}
