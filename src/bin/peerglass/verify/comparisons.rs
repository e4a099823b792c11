//! Published comparisons with England, worked out again: on which side of England's value the area's interval lies.

use std::collections::BTreeMap;

use peerglass::compare::{Judgement, Level, Method, Polarity, ProblemKind};
use peerglass::config::{Choice, Config, Key, Polarity as Word};
use peerglass::data::{PeriodId, PublishedComparison, Row, Series, Table, TextId};
use peerglass::stats::{GradedSignificance, Interval, Significance, against_value, against_value_graded};

/// England's code.
const ENGLAND: &str = "E92000001";

/// A label that was worked out again.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The row's position in the table.
    pub row: usize,
    /// What the file says.
    pub published: PublishedComparison,
    /// What the interval says.
    pub recomputed: PublishedComparison,
}

/// All labels of the table.
#[derive(Debug, Default)]
pub struct Comparisons {
    /// Those that were worked out again.
    pub checked: Vec<Checked>,
    /// Quintile labels, which are not.
    pub quintiles: usize,
    /// Labels without an interval of their own, without England's value, or without a known polarity.
    pub unchecked: usize,
}

/// A label that can be worked out again, with what it rests on.
struct Labelled<'t> {
    row: Row<'t>,
    label: PublishedComparison,
    narrow: Interval,
    wide: Option<Interval>,
    england: f64,
}

/// Works out again every label in the table.
pub fn check(table: &Table, config: &Config) -> Comparisons {
    let england = england(table);
    let mut found = Comparisons::default();
    let mut by_indicator: BTreeMap<u32, Vec<Labelled>> = BTreeMap::new();
    for row in table.rows() {
        let Some(label) = row.compared_to_england().filter(|label| *label != PublishedComparison::NotCompared) else {
            continue;
        };
        if is_quintile(label) {
            found.quintiles += 1;
            continue;
        }
        match labelled(table, row, label, &england) {
            Some(labelled) => {
                by_indicator.entry(table.one_series(row.series()).indicator.0).or_default().push(labelled);
            }
            None => found.unchecked += 1,
        }
    }
    for (indicator, labels) in by_indicator {
        check_indicator(table, config, indicator as usize, &labels, &mut found);
    }
    found.checked.sort_by_key(|checked| checked.row);
    found
}

/// England's values as a whole, by series and period; the same row is often repeated for each type of area.
type England = BTreeMap<(Series, PeriodId), f64>;

fn england(table: &Table) -> England {
    let rows = table.rows().filter(|row| table.area(row.area()).code == ENGLAND);
    let usable = rows.filter(|row| row.rejected() != Some(ProblemKind::DuplicateKey));
    let is_whole = |row: &Row| *table.one_series(row.series()) == whole(table, row);
    let found = usable.filter(is_whole);
    found.filter_map(|row| Some(((whole(table, &row), row.period()), row.cell().value()?))).collect()
}

/// The series of a row without its category: a subgroup is compared with England as a whole.
fn whole(table: &Table, row: &Row) -> Series {
    Series { category_type: TextId(0), category: TextId(0), ..*table.one_series(row.series()) }
}

fn labelled<'t>(table: &Table, row: Row<'t>, label: PublishedComparison, england: &England) -> Option<Labelled<'t>> {
    let published = |limits: Option<(f64, f64)>, level| {
        limits.and_then(|(lower, upper)| Interval::new(lower, upper, level, Method::Published).ok())
    };
    let england = *england.get(&(whole(table, &row), row.period()))?;
    row.cell().value()?;
    let wide = published(row.limits998(), Level::P998);
    Some(Labelled { row, label, narrow: published(row.limits95(), Level::P95)?, wide, england })
}

/// Judges the labels of one indicator, with the level and polarity that fit it.
fn check_indicator(table: &Table, config: &Config, at: usize, labels: &[Labelled], found: &mut Comparisons) {
    let indicator = &table.indicators()[at];
    let said = config.word_for(&indicator.id, &indicator.name, Key::Polarity);
    let word = Word::read(said).or_else(|| Word::read(&indicator.polarity));
    let by_level = [false, true].map(|strict| {
        let polarity = match word {
            Some(Word::HighIsGood) => Some(Polarity::HighIsGood),
            Some(Word::LowIsGood) => Some(Polarity::LowIsGood),
            // Where no judgement is wanted, labels that judge all the same are read by what they agree on.
            Some(Word::NoJudgement) | None => inferred(labels, strict),
        };
        let outcome = |one: &Labelled| (one.row.index, one.label, recomputed(one, polarity, strict));
        labels.iter().map(outcome).collect::<Vec<_>>()
    });
    let agreeing = |outcomes: &[(usize, PublishedComparison, Option<PublishedComparison>)]| {
        outcomes.iter().filter(|(_, published, recomputed)| Some(*published) == *recomputed).count()
    };
    let [at_95, at_998] = by_level;
    let outcomes = if agreeing(&at_998) > agreeing(&at_95) { at_998 } else { at_95 };
    for (row, published, recomputed) in outcomes {
        match recomputed {
            Some(recomputed) => found.checked.push(Checked { row, published, recomputed }),
            None => found.unchecked += 1,
        }
    }
}

/// On which side of England the interval lies; at 99.8 % when the indicator is compared strictly.
fn side(one: &Labelled, strict: bool) -> Option<Significance> {
    against_value(if strict { one.wide.as_ref()? } else { &one.narrow }, one.england)
}

/// The polarity that most of the labels agree on.
fn inferred(labels: &[Labelled], strict: bool) -> Option<Polarity> {
    use PublishedComparison::{Better, Better95, Better998, Worse, Worse95, Worse998};
    let mut votes = (0, 0);
    for one in labels {
        let high = match (one.label, side(one, strict)) {
            (Better | Better95 | Better998, Some(Significance::Higher)) => true,
            (Worse | Worse95 | Worse998, Some(Significance::Lower)) => true,
            (Better | Better95 | Better998, Some(Significance::Lower)) => false,
            (Worse | Worse95 | Worse998, Some(Significance::Higher)) => false,
            _ => continue,
        };
        if high { votes.0 += 1 } else { votes.1 += 1 }
    }
    match votes {
        (0, 0) => None,
        (high, low) if high >= low => Some(Polarity::HighIsGood),
        _ => Some(Polarity::LowIsGood),
    }
}

/// The label that the interval gives, in the publisher's style: with or without judgement, with or without levels.
fn recomputed(one: &Labelled, polarity: Option<Polarity>, strict: bool) -> Option<PublishedComparison> {
    let (judges, graded) = style(one.label);
    let polarity =
        if judges == Some(false) { Polarity::NoJudgement } else { polarity.unwrap_or(Polarity::NoJudgement) };
    let found = if graded {
        against_value_graded(&one.narrow, one.wide.as_ref()?, one.england)?
    } else {
        GradedSignificance { significance: side(one, strict)?, level: None }
    };
    let judgement = Judgement::of(Some(found.significance), Some(polarity));
    Some(label(judgement, graded, found.level == Some(Level::P998)))
}

/// Whether a label judges (`None`: it could be either), and whether it has levels.
fn style(label: PublishedComparison) -> (Option<bool>, bool) {
    use PublishedComparison::*;
    match label {
        Better | Worse => (Some(true), false),
        Higher | Lower => (Some(false), false),
        Better95 | Better998 | Worse95 | Worse998 => (Some(true), true),
        Higher95 | Higher998 | Lower95 | Lower998 => (Some(false), true),
        _ => (None, false),
    }
}

fn label(judgement: Judgement, graded: bool, strictly: bool) -> PublishedComparison {
    use PublishedComparison::*;
    match (judgement, graded, strictly) {
        (Judgement::Better, false, _) => Better,
        (Judgement::Better, true, false) => Better95,
        (Judgement::Better, true, true) => Better998,
        (Judgement::Worse, false, _) => Worse,
        (Judgement::Worse, true, false) => Worse95,
        (Judgement::Worse, true, true) => Worse998,
        (Judgement::Higher, false, _) => Higher,
        (Judgement::Higher, true, false) => Higher95,
        (Judgement::Higher, true, true) => Higher998,
        (Judgement::Lower, false, _) => Lower,
        (Judgement::Lower, true, false) => Lower95,
        (Judgement::Lower, true, true) => Lower998,
        (Judgement::Similar, ..) => Similar,
        (Judgement::NotCompared, ..) => NotCompared,
    }
}

fn is_quintile(label: PublishedComparison) -> bool {
    use PublishedComparison::*;
    matches!(label, LowestQuintile | SecondLowestQuintile | MiddleQuintile | SecondHighestQuintile | HighestQuintile)
}

/// A label as publishers write it.
pub fn words(label: PublishedComparison) -> &'static str {
    use PublishedComparison::*;
    match label {
        NotCompared => "Not compared",
        Better => "Better",
        Similar => "Similar",
        Worse => "Worse",
        Higher => "Higher",
        Lower => "Lower",
        Better95 => "Better 95%",
        Better998 => "Better 99.8%",
        Worse95 => "Worse 95%",
        Worse998 => "Worse 99.8%",
        Higher95 => "Higher 95%",
        Higher998 => "Higher 99.8%",
        Lower95 => "Lower 95%",
        Lower998 => "Lower 99.8%",
        LowestQuintile => "Lowest quintile",
        SecondLowestQuintile => "2nd lowest quintile",
        MiddleQuintile => "Middle quintile",
        SecondHighestQuintile => "2nd highest quintile",
        HighestQuintile => "Highest quintile",
    }
}
