//! Published recent trends, worked out again: by the interval-weighted line of the service that publishes them.

use std::collections::{BTreeMap, BTreeSet};

use peerglass::data::{AreaId, PublishedTrend, Row, Series, SeriesId, Table, TextId};
use peerglass::stats::{EstimatedPoint, Interval, Level, Method, Rejection, Trend, published_recent_trend};

/// A label that was worked out again.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The row's position in the table.
    pub row: usize,
    /// What the file says.
    pub published: PublishedTrend,
    /// Which way the latest five figures go, or why that cannot be said.
    pub recomputed: Result<Trend, Rejection>,
}

impl Checked {
    /// Whether the label says which way our line goes; whether that is good is another question.
    pub fn agrees(&self) -> bool {
        use PublishedTrend::*;
        match self.recomputed {
            Ok(Trend::Increasing) => matches!(self.published, Increasing | IncreasingBetter | IncreasingWorse),
            Ok(Trend::Decreasing) => matches!(self.published, Decreasing | DecreasingBetter | DecreasingWorse),
            Ok(Trend::NoSignificantChange) => self.published == NoSignificantChange,
            Err(_) => self.published == CannotBeCalculated,
        }
    }
}

/// All labels of the table.
#[derive(Debug, Default)]
pub struct Trends {
    /// Those that were worked out again.
    pub checked: Vec<Checked>,
    /// Labels of which the file does not hold what they were made from: fewer than five periods up to theirs, or a figure
    /// without its range among the latest five.
    pub unchecked: usize,
    /// Labels that say that no trend can be calculated: where it cannot be here either, and in groups of an indicator for
    /// which their file gives none at all (a survey that changed, a score, rounded counts).
    pub without: usize,
}

/// Works out again every label in the table.
pub fn check(table: &Table) -> Trends {
    let mut found = Trends::default();
    let trended = trended(table);
    for rows in series(table).values() {
        for (at, row) in rows.iter().enumerate() {
            let Some(published) = row.published_trend() else { continue };
            let recomputed = recompute(table, rows.get(..=at).unwrap_or(rows));
            match (published, recomputed) {
                (PublishedTrend::CannotBeCalculated, Err(_)) => found.without += 1,
                _ if !trended.contains(&group(table, row)) => found.without += 1,
                (_, Err(Rejection::TooFewValues | Rejection::MissingLimits | Rejection::MissingValue)) => {
                    found.unchecked += 1;
                }
                _ => found.checked.push(Checked { row: row.index, published, recomputed }),
            }
        }
    }
    found.checked.sort_by_key(|checked| checked.row);
    found
}

/// A file, and the kind of group of an indicator for which it gives trends, or none: all deciles, all people over 65.
type Group = (u16, Series);

/// The groups of which some label says which way a figure went, or that it went neither.
fn trended(table: &Table) -> BTreeSet<Group> {
    let labelled = table
        .rows()
        .filter(|row| row.published_trend().is_some_and(|label| label != PublishedTrend::CannotBeCalculated));
    labelled.map(|row| group(table, &row)).collect()
}

fn group(table: &Table, row: &Row) -> Group {
    (row.place().0, Series { category: TextId(0), ..*table.one_series(row.series()) })
}

/// The rows of each series and area, in order of their periods; a row that is not used counts for nothing.
fn series(table: &Table) -> BTreeMap<(SeriesId, AreaId), Vec<Row<'_>>> {
    let mut all: BTreeMap<(SeriesId, AreaId), Vec<Row>> = BTreeMap::new();
    for row in table.rows().filter(|row| row.rejected().is_none() && !row.superseded()) {
        all.entry((row.series(), row.area())).or_default().push(row);
    }
    for rows in all.values_mut() {
        rows.sort_by_key(|row| table.period(row.period()));
    }
    all
}

/// The recent trend up to the last of some rows, passing over periods without a figure or a range, as the service does.
fn recompute(table: &Table, rows: &[Row]) -> Result<Trend, Rejection> {
    let mut points = Vec::new();
    for row in rows {
        let limits =
            row.limits95().and_then(|(lower, upper)| Interval::new(lower, upper, Level::P95, Method::Published).ok());
        if let (Some(value), Some(interval)) = (row.cell().value(), limits) {
            let period = i32::from(table.period(row.period()).year);
            points.push(EstimatedPoint { period, value: Some(value), interval: Some(interval) });
        }
    }
    published_recent_trend(&points).map(|found| found.trend)
}

/// A label as publishers write it.
pub fn words(label: PublishedTrend) -> &'static str {
    use PublishedTrend::*;
    match label {
        CannotBeCalculated => "Cannot be calculated",
        NoSignificantChange => "No significant change",
        Increasing => "Increasing",
        Decreasing => "Decreasing",
        IncreasingBetter => "Increasing and getting better",
        IncreasingWorse => "Increasing and getting worse",
        DecreasingBetter => "Decreasing and getting better",
        DecreasingWorse => "Decreasing and getting worse",
    }
}

/// What came out, in the words of the labels.
pub fn outcome(recomputed: Result<Trend, Rejection>) -> String {
    match recomputed {
        Ok(Trend::Increasing) => "Increasing".to_owned(),
        Ok(Trend::Decreasing) => "Decreasing".to_owned(),
        Ok(Trend::NoSignificantChange) => "No significant change".to_owned(),
        Err(why) => format!("Cannot be calculated: {why:?}"),
    }
}
