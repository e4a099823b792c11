//! What verifying came to: as plain data, and in words.

use std::collections::BTreeSet;
use std::fmt::Write;

use peerglass::config::Config;
use peerglass::data::{IndicatorId, Row, Table};
use peerglass::stats::Method;
use serde::Serialize;

use super::comparisons::{self, Comparisons};
use super::intervals::{self, Apart, Found, Kind};
use super::trends::{self, Trends};
use crate::printing::{counted, grouped};

/// Disagreements that are listed one by one.
const LISTED: usize = 20;

/// How many were checked, and how many of them agree.
#[derive(Debug, Default, Clone, Copy, Serialize)]
pub struct Tally {
    checked: usize,
    agree: usize,
}

impl Tally {
    fn add(&mut self, agrees: bool) {
        self.checked += 1;
        self.agree += usize::from(agrees);
    }
}

/// The intervals by the method they were worked out with.
#[derive(Debug, Default, Serialize)]
struct ByMethod {
    wilson: Tally,
    byar: Tally,
    exact: Tally,
}

/// The intervals by what they are of.
#[derive(Debug, Default, Serialize)]
struct ByKind {
    proportion: Tally,
    rate: Tally,
    ratio: Tally,
}

/// All intervals that could be worked out again.
#[derive(Debug, Default, Serialize)]
struct Intervals {
    checked: usize,
    agree: usize,
    by_method: ByMethod,
    by_kind: ByKind,
    /// Intervals that do not hold their own value, wherever they stand.
    outside: usize,
}

/// All comparisons with England.
#[derive(Debug, Default, Serialize)]
struct Compared {
    checked: usize,
    agree: usize,
    quintiles: usize,
    unchecked: usize,
}

/// All recent trends.
#[derive(Debug, Default, Serialize)]
struct Trended {
    checked: usize,
    agree: usize,
    /// Labels that say that there is no trend to calculate, where there is none here either.
    without: usize,
    unchecked: usize,
}

/// An indicator whose publisher's method is known.
#[derive(Debug, Serialize)]
struct Known {
    id: String,
    name: String,
    kind: &'static str,
    checked: usize,
    agree: usize,
}

/// An indicator whose intervals cannot be worked out again.
#[derive(Debug, Serialize)]
struct ToldApart {
    id: String,
    name: String,
    kind: &'static str,
    reason: String,
    intervals: usize,
    near: usize,
}

/// A row that publishes something else than was worked out.
#[derive(Debug, Serialize)]
struct Disagreement {
    file: String,
    line: u32,
    indicator: String,
    area: String,
    period: String,
    what: &'static str,
    published: String,
    recomputed: String,
}

/// Everything `verify` has to say.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    files: Vec<String>,
    rows: usize,
    intervals: Intervals,
    comparisons: Compared,
    trends: Trended,
    indicators: Vec<Known>,
    told_apart: Vec<ToldApart>,
    disagree: usize,
    disagreements: Vec<Disagreement>,
}

impl Report {
    /// Works everything out again.
    pub fn of(table: &Table, config: &Config) -> Report {
        let files = table.files().iter().map(|file| file.name.clone()).collect();
        let mut report = Report { files, rows: table.len(), ..Report::default() };
        let mut disagreements: Vec<(usize, Disagreement)> = Vec::new();
        for (at, rows) in by_indicator(table).into_iter().enumerate() {
            let id = IndicatorId(at as u32);
            let found = intervals::check(table, config, id, rows);
            report.add_indicator(table, id, found, &mut disagreements);
        }
        report.add_outside(table, &mut disagreements);
        report.add_comparisons(table, comparisons::check(table, config), &mut disagreements);
        report.add_trends(table, trends::check(table), &mut disagreements);
        disagreements.sort_by_key(|(row, _)| *row);
        report.disagree = disagreements.len();
        report.disagreements = disagreements.into_iter().take(LISTED).map(|(_, disagreement)| disagreement).collect();
        report
    }

    /// Whether as much agrees as was asked: everything, where no share was. Without a row, nothing does.
    pub fn agrees(&self, least: Option<f64>) -> bool {
        let Some(least) = least else { return self.rows > 0 && self.disagree == 0 };
        let share = |checked: usize, agree: usize| agree as f64 >= least * checked as f64;
        let all = [
            (self.intervals.checked, self.intervals.agree),
            (self.comparisons.checked, self.comparisons.agree),
            (self.trends.checked, self.trends.agree),
        ];
        all.iter().any(|(checked, _)| *checked > 0) && all.iter().all(|&(checked, agree)| share(checked, agree))
    }

    fn add_indicator(&mut self, table: &Table, id: IndicatorId, found: Found, into: &mut Vec<(usize, Disagreement)>) {
        let (id, name) = (table.indicator(id).id.clone(), table.indicator(id).name.clone());
        match found {
            Found::Nothing => {}
            Found::Apart(why, intervals, near) => {
                let (kind, reason) = reason(&why);
                self.told_apart.push(ToldApart { id, name, kind, reason, intervals, near });
            }
            Found::Known(kind, checked) => {
                let mut sum = Tally::default();
                for one in &checked {
                    self.intervals.of_method(one.method).add(one.agrees);
                    self.intervals.of_kind(kind).add(one.agrees);
                    sum.add(one.agrees);
                    if !one.agrees {
                        into.push((one.row, of_interval(table, one)));
                    }
                }
                self.intervals.checked += sum.checked;
                self.intervals.agree += sum.agree;
                let Tally { checked, agree } = sum;
                self.indicators.push(Known { id, name, kind: kind_name(kind), checked, agree });
            }
        }
    }

    fn add_outside(&mut self, table: &Table, into: &mut Vec<(usize, Disagreement)>) {
        let outside = |row: &Row| row.interval_rejected() && row.limits95().is_none();
        let told: BTreeSet<usize> = into.iter().map(|(row, _)| *row).collect();
        for row in table.rows().filter(outside) {
            self.intervals.outside += 1;
            if !told.contains(&row.index) {
                let nothing = "nothing: its indicator is told apart".to_owned();
                into.push((row.index, disagreement(table, row.index, OUTSIDE, NOT_READ.to_owned(), nothing)));
            }
        }
    }

    fn add_comparisons(&mut self, table: &Table, found: Comparisons, into: &mut Vec<(usize, Disagreement)>) {
        self.comparisons.quintiles = found.quintiles;
        self.comparisons.unchecked = found.unchecked;
        for one in found.checked {
            let agrees = one.published == one.recomputed;
            self.comparisons.checked += 1;
            self.comparisons.agree += usize::from(agrees);
            if !agrees {
                let [published, recomputed] =
                    [one.published, one.recomputed].map(|label| comparisons::words(label).to_owned());
                into.push((one.row, disagreement(table, one.row, "comparison", published, recomputed)));
            }
        }
    }

    fn add_trends(&mut self, table: &Table, found: Trends, into: &mut Vec<(usize, Disagreement)>) {
        (self.trends.without, self.trends.unchecked) = (found.without, found.unchecked);
        for one in found.checked {
            self.trends.checked += 1;
            self.trends.agree += usize::from(one.agrees());
            if !one.agrees() {
                let published = trends::words(one.published).to_owned();
                into.push((one.row, disagreement(table, one.row, "trend", published, trends::outcome(one.recomputed))));
            }
        }
    }

    /// The report as a reader at a terminal wants it.
    pub fn in_words(&self) -> String {
        let mut out = format!("Read {} from {}.\n", counted(self.rows, "row", "rows"), self.files.join(", "));
        if self.rows == 0 {
            out.push_str("There is nothing to verify; `peerglass check` says why.\n");
            return out;
        }
        self.write_intervals(&mut out);
        self.write_comparisons(&mut out);
        self.write_trends(&mut out);
        if !self.told_apart.is_empty() {
            out.push_str("\nTold apart, and not counted above:\n");
        }
        for apart in &self.told_apart {
            let near = match apart.near {
                0 => String::new(),
                near => format!(", of which {} would agree", grouped(near)),
            };
            let intervals = counted(apart.intervals, "interval", "intervals");
            _ = writeln!(out, "  {}: {intervals}{near}\n      {}", named(&apart.id, &apart.name), apart.reason);
        }
        self.write_disagreements(&mut out);
        out
    }

    fn write_intervals(&self, out: &mut String) {
        let all = &self.intervals;
        if all.checked == 0 {
            out.push_str("\nIntervals: none could be worked out again.\n");
            return;
        }
        _ = writeln!(out, "\nIntervals: {}", shares(Tally { checked: all.checked, agree: all.agree }));
        let ByMethod { wilson, byar, exact } = all.by_method;
        for (name, tally) in [("Wilson", wilson), ("Byar", byar), ("exact Poisson", exact)] {
            if tally.checked > 0 {
                _ = writeln!(out, "  {name:<14} {}", shares(tally));
            }
        }
        for known in &self.indicators {
            let tally = Tally { checked: known.checked, agree: known.agree };
            _ = writeln!(out, "  {}: {}, {}", named(&known.id, &known.name), known.kind, shares(tally));
        }
    }

    fn write_comparisons(&self, out: &mut String) {
        let all = &self.comparisons;
        if all.checked == 0 {
            out.push_str("\nComparisons with England: none could be worked out again.\n");
        } else {
            let tally = Tally { checked: all.checked, agree: all.agree };
            _ = writeln!(out, "\nComparisons with England: {}", shares(tally));
        }
        if all.quintiles > 0 {
            _ = writeln!(out, "  not checked: {}", counted(all.quintiles, "quintile label", "quintile labels"));
        }
        if all.unchecked > 0 {
            let labels = counted(all.unchecked, "label", "labels");
            _ = writeln!(out, "  not checked: {labels} without an interval or without a value for England");
        }
    }

    fn write_trends(&self, out: &mut String) {
        let all = &self.trends;
        if all.checked == 0 {
            out.push_str("\nRecent trends: none could be worked out again.\n");
        } else {
            let tally = Tally { checked: all.checked, agree: all.agree };
            _ = writeln!(out, "\nRecent trends: {}", shares(tally));
        }
        for (labels, why) in [
            (all.without, "that say that there is none to calculate, where that is so or is said of the whole group"),
            (all.unchecked, "whose figures or ranges are not all in the file"),
        ] {
            if labels > 0 {
                _ = writeln!(out, "  not checked: {} {why}", counted(labels, "label", "labels"));
            }
        }
    }

    fn write_disagreements(&self, out: &mut String) {
        match self.disagree {
            0 => return,
            n if n > self.disagreements.len() => {
                _ = writeln!(out, "\nDisagreements: {}, the first {}:", grouped(n), self.disagreements.len());
            }
            n => _ = writeln!(out, "\nDisagreements: {}", grouped(n)),
        }
        for one in &self.disagreements {
            let Disagreement { file, line, indicator, area, period, published, recomputed, .. } = one;
            _ = writeln!(out, "  {file}:{line}: {indicator}, {area}, {period}");
            _ = writeln!(out, "      published {published}; worked out {recomputed}");
        }
    }
}

impl Intervals {
    fn of_method(&mut self, method: Method) -> &mut Tally {
        match method {
            Method::Wilson => &mut self.by_method.wilson,
            Method::Exact => &mut self.by_method.exact,
            _ => &mut self.by_method.byar,
        }
    }

    fn of_kind(&mut self, kind: Kind) -> &mut Tally {
        match kind {
            Kind::Proportion => &mut self.by_kind.proportion,
            Kind::Rate => &mut self.by_kind.rate,
            Kind::Ratio => &mut self.by_kind.ratio,
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Proportion => "proportion",
        Kind::Rate => "rate",
        Kind::Ratio => "ratio",
    }
}

/// Why an indicator is told apart: its name for tools, and in words.
fn reason(why: &Apart) -> (&'static str, String) {
    match why {
        Apart::NoCounts(counts, denominators) => {
            let there = match (counts, denominators) {
                (true, true) => "counts and denominators, never both beside an interval",
                (true, false) => "counts without denominators",
                (false, true) => "denominators without counts",
                (false, false) => "neither counts nor denominators",
            };
            ("no-counts", format!("gives {there}: from a survey, a model or standardisation, or rounded"))
        }
        Apart::ValueType(name) => {
            ("value-type", format!("of the type “{name}”, which one count and one denominator do not give"))
        }
        Apart::OtherValue => (
            "other-value",
            "the values are not their counts over their denominators: standardised, weighted or modelled".to_owned(),
        ),
        Apart::RoundedCounts => (
            "rounded-counts",
            "every count is rounded to the nearest 5: the intervals come from unrounded counts or a survey".to_owned(),
        ),
        Apart::OfCount => ("interval-of-count", "the intervals are those of the counts, not of the values".to_owned()),
        Apart::Unknown => (
            "other-interval",
            "not by Wilson, Byar or exact Poisson: a survey, a model, or counts that were not rounded".to_owned(),
        ),
    }
}

/// The rows that publish an interval, by their indicator.
fn by_indicator(table: &Table) -> Vec<Vec<Row<'_>>> {
    let mut rows: Vec<Vec<Row>> = table.indicators().iter().map(|_| Vec::new()).collect();
    let has_interval = |row: &Row| row.limits95().is_some() || row.interval_rejected();
    for row in table.rows().filter(|row| has_interval(row) && row.cell().value().is_some()) {
        let IndicatorId(indicator) = table.one_series(row.series()).indicator;
        rows[indicator as usize].push(row);
    }
    rows
}

/// What an interval is called that does not hold its own value, and what is shown of it.
const OUTSIDE: &str = "value-outside-interval";
const NOT_READ: &str = "an interval that does not hold its own value, or limits in the wrong order";

/// An interval that differs from the one worked out again.
fn of_interval(table: &Table, one: &intervals::Checked) -> Disagreement {
    let recomputed = span((one.recomputed.lower, one.recomputed.upper));
    match one.published {
        None => disagreement(table, one.row, OUTSIDE, NOT_READ.to_owned(), recomputed),
        Some(limits) if one.of_count => {
            let published = format!("{}, the interval of the count", span(limits));
            disagreement(table, one.row, "interval-of-count", published, recomputed)
        }
        Some(limits) => disagreement(table, one.row, "interval", span(limits), recomputed),
    }
}

fn disagreement(table: &Table, row: usize, what: &'static str, published: String, recomputed: String) -> Disagreement {
    let row = table.row(row);
    let (file, line) = row.place();
    let indicator = table.indicator(table.one_series(row.series()).indicator);
    let area = table.area(row.area());
    Disagreement {
        file: table.files().get(usize::from(file)).map_or_else(String::new, |file| file.name.clone()),
        line,
        indicator: indicator.id.clone(),
        area: if area.code.is_empty() { area.name.clone() } else { area.code.clone() },
        period: table.period(row.period()).label.clone(),
        what,
        published,
        recomputed,
    }
}

fn span((lower, upper): (f64, f64)) -> String {
    format!("{lower} to {upper}")
}

fn named(id: &str, name: &str) -> String {
    if id == name { name.to_owned() } else { format!("{id} {name}") }
}

/// "1,204 checked, 1,203 agree (99.92 %)". Never rounded up to all when it is not all.
fn shares(tally: Tally) -> String {
    let percent = (10_000 * tally.agree / tally.checked.max(1)) as f64 / 100.0;
    format!("{} checked, {} agree ({percent} %)", grouped(tally.checked), grouped(tally.agree))
}
