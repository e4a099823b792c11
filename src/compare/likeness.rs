//! Peers by published figures: the areas of our kind whose figures on some measures are nearest to ours, and by which
//! measures they are near.

use super::finding::FindingKind;
use super::question::{Question, distance_from_default};
use crate::data::{AreaId, Indicator, PeriodId, Series, SeriesId, Table};
use crate::stats::{Likeness, likeness, spreads};

/// How many of the nearest are peers: as many as the field's published models of neighbours name.
const NEAREST: usize = 15;

/// The areas most like ours by some measures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alike<'t> {
    /// The measures, in the config's order.
    pub measures: Vec<Measure<'t>>,
    /// The nearest areas, the nearest first.
    pub nearest: Vec<Near<'t>>,
}

/// A measure by which likeness is judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure<'t> {
    /// The publisher's id.
    pub id: &'t str,
    /// The publisher's name.
    pub label: &'t str,
    /// Our figure.
    pub ours: f64,
    /// The standard deviation over all areas of our kind that have every measure; `None` when all are equal.
    pub spread: Option<f64>,
}

/// An area, its figures on the measures, and how near that makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Near<'t> {
    /// Its code.
    pub code: &'t str,
    /// Its figures, in the order of the measures.
    pub values: Vec<f64>,
    /// How near it is, and each measure's share in the distance.
    pub likeness: Likeness,
}

/// A measure found in the table: who it is, and every area's figure in the latest period that ours has.
struct Column<'t> {
    id: &'t str,
    label: &'t str,
    ours: f64,
    values: Vec<Option<f64>>,
}

/// The areas among some that are most like ours; none when no measure can be compared.
///
/// Standardised Euclidean distance over the measures that the config names, each in its whole (all people, all ages) and in
/// the latest period for which ours has a figure. An area without one of them cannot be placed. What the config names and
/// the files do not have, or not for ours, is a finding.
pub(super) fn nearest<'t>(question: &mut Question<'t>, among: &[u32]) -> Alike<'t> {
    let columns = columns(question);
    let mut areas = Vec::new();
    let mut rows: Vec<Vec<f64>> = vec![columns.iter().map(|column| column.ours).collect()];
    for &id in among {
        let row: Option<Vec<f64>> = columns.iter().map(|column| column.values[id as usize]).collect();
        if let Some(row) = row {
            areas.push(id);
            rows.push(row);
        }
    }
    let slices: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let Ok(spreads) = spreads(&slices) else { return Alike::default() };
    let mut nearest = Vec::new();
    for (&id, values) in areas.iter().zip(&rows[1..]) {
        if let Ok(likeness) = likeness(&rows[0], values, &spreads) {
            nearest.push(Near { code: &question.table.area(AreaId(id)).code, values: values.clone(), likeness });
        }
    }
    // Those as near as each other stay A to Z.
    nearest.sort_by(|a, b| a.likeness.distance.total_cmp(&b.likeness.distance));
    nearest.truncate(NEAREST);
    let measure = |(column, spread): (&Column<'t>, Option<f64>)| Measure {
        id: column.id,
        label: column.label,
        ours: column.ours,
        spread,
    };
    Alike { measures: columns.iter().zip(spreads).map(measure).collect(), nearest }
}

/// The measures that the config names and our area has.
fn columns<'t>(question: &mut Question<'t>) -> Vec<Column<'t>> {
    let mut columns = Vec::new();
    for name in &question.config.likeness {
        match column(question.table, question.area, name) {
            Some(column) => columns.push(column),
            None => question.find(FindingKind::LikenessNotFound, name),
        }
    }
    columns
}

fn column<'t>(table: &'t Table, ours: AreaId, name: &str) -> Option<Column<'t>> {
    let is_named = |id: &str, label: &str| id == name || label.eq_ignore_ascii_case(name);
    let series = default_series(table, |indicator| is_named(&indicator.id, &indicator.name))?;
    let code = &table.area(ours).code;
    let usable = || table.rows_of(series).filter(|row| row.rejected().is_none() && !row.superseded());
    let is_ours = |area: AreaId| area == ours || (!code.is_empty() && table.area(area).code == *code);
    let mut latest: Option<(PeriodId, f64)> = None;
    for row in usable().filter(|row| is_ours(row.area())) {
        if let Some(value) = row.cell().value()
            && latest.is_none_or(|(period, _)| row.period() > period)
        {
            latest = Some((row.period(), value));
        }
    }
    let (period, own) = latest?;
    let mut values = vec![None; table.areas().len()];
    for row in usable().filter(|row| row.period() == period) {
        values[row.area().0 as usize] = row.cell().value();
    }
    let indicator = table.indicator(table.one_series(series).indicator);
    Some(Column { id: &indicator.id, label: &indicator.name, ours: own, values })
}

/// The series of an indicator that is nearest to the default.
fn default_series(table: &Table, is_asked: impl Fn(&Indicator) -> bool) -> Option<SeriesId> {
    let of_it = |series: &Series| is_asked(table.indicator(series.indicator));
    let all = table.series().iter().enumerate().filter(|(_, series)| of_it(series));
    all.min_by_key(|(_, series)| distance_from_default(table, series)).map(|(at, _)| SeriesId(at as u32))
}
