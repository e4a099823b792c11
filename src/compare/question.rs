use super::finding::{Finding, FindingKind};
use super::kind::same_kind;
use crate::config::{Config, Key, nearest};
use crate::data::{AreaId, IndicatorId, PeriodId, Row, Series, SeriesId, Table};

/// What is asked, resolved against what is there: one indicator, one series, one area, one period.
pub(super) struct Question<'t> {
    pub table: &'t Table,
    pub config: &'t Config,
    pub indicator: IndicatorId,
    pub series: SeriesId,
    pub area: AreaId,
    pub period: PeriodId,
    /// The rows of the series, in file order, those that cannot be used left out.
    pub rows: Vec<Row<'t>>,
    pub findings: Vec<Finding>,
}

impl<'t> Question<'t> {
    /// Resolves the config against the table; `None` when the table holds no usable row.
    pub fn resolve(table: &'t Table, config: &'t Config) -> Option<Question<'t>> {
        let mut findings = Vec::new();
        let indicator = indicator(table, config, &mut findings)?;
        let series = series(table, config, indicator, &mut findings)?;
        let rows: Vec<Row> =
            table.rows_of(series).filter(|row| row.rejected().is_none() && !row.superseded()).collect();
        let area = area(table, config, &rows, &mut findings)?;
        let period = period(table, config, &rows, area, &mut findings)?;
        Some(Question { table, config, indicator, series, area, period, rows, findings })
    }

    /// The rows of our period.
    pub fn rows_now(&self) -> impl Iterator<Item = Row<'t>> + '_ {
        self.rows.iter().copied().filter(|row| row.period() == self.period)
    }

    /// The row of an area in our period.
    pub fn row_of(&self, area: AreaId) -> Option<Row<'t>> {
        self.rows_now().find(|row| row.area() == area)
    }

    /// Whether an area is of our area's kind.
    pub fn of_our_kind(&self, area: AreaId) -> bool {
        same_kind(self.table.area(self.area), self.table.area(area), &self.tiers())
    }

    /// Which tiers of authority the series holds, to tell what a unitary is compared with.
    fn tiers(&self) -> super::kind::Tiers {
        super::kind::Tiers::of(self.rows_now().map(|row| self.table.area(row.area()).class()))
    }
}

fn indicator(table: &Table, config: &Config, findings: &mut Vec<Finding>) -> Option<IndicatorId> {
    let used = |id: IndicatorId| table.series().iter().any(|series| series.indicator == id);
    let mut ids = (0..table.indicators().len() as u32).map(IndicatorId).filter(|&id| used(id));
    let asked = config.word(Key::Indicator);
    if asked.is_empty() {
        return ids.next();
    }
    let is = |id: &IndicatorId| {
        let indicator = table.indicator(*id);
        indicator.id == asked || indicator.name.eq_ignore_ascii_case(asked)
    };
    ids.clone().find(is).or_else(|| {
        let mut names = ids.clone().flat_map(|id| {
            let indicator = table.indicator(id);
            [indicator.id.as_str(), indicator.name.as_str()]
        });
        let near = nearest(asked, &mut names).into_iter().collect();
        findings.push(Finding { near, ..Finding::new(FindingKind::IndicatorNotFound, asked) });
        ids.next()
    })
}

/// The label of a series, from what its rows say of the group: `Female, 65+ yrs`.
pub(super) fn series_label(table: &Table, series: &Series) -> String {
    let mut label = String::new();
    for part in [series.sex, series.age, series.category_type, series.category] {
        let part = table.text(part);
        if !part.is_empty() {
            if !label.is_empty() {
                label.push_str(", ");
            }
            label.push_str(part);
        }
    }
    label
}

/// How far a series is from the default: the whole before subgroups, Persons before one sex, all ages before some.
fn distance_from_default(table: &Table, series: &Series) -> (bool, bool, bool, u16) {
    let sex = table.text(series.sex);
    let age = table.text(series.age);
    (
        !table.text(series.category).is_empty(),
        !(sex.is_empty() || sex.eq_ignore_ascii_case("persons") || sex.eq_ignore_ascii_case("person")),
        !(age.is_empty() || age.eq_ignore_ascii_case("all ages")),
        // Years before quarters before months, where all stand: the calmest figure first.
        if series.months == 12 { 0 } else { u16::MAX - series.months },
    )
}

fn series(table: &Table, config: &Config, indicator: IndicatorId, findings: &mut Vec<Finding>) -> Option<SeriesId> {
    let ids = || (0..table.series().len() as u32).map(SeriesId);
    let mut candidates: Vec<SeriesId> = ids().filter(|&id| table.one_series(id).indicator == indicator).collect();
    candidates.sort_by_key(|&id| distance_from_default(table, table.one_series(id)));
    let first = *candidates.first()?;
    let asked = config.word(Key::Series);
    let chosen =
        if asked.is_empty() { first } else { asked_series(table, &candidates, asked, findings).unwrap_or(first) };
    other_lengths(table, &candidates, chosen, findings);
    Some(chosen)
}

fn asked_series(table: &Table, candidates: &[SeriesId], asked: &str, findings: &mut Vec<Finding>) -> Option<SeriesId> {
    let label = |id: SeriesId| series_choice(table, candidates, id);
    if let Some(&exact) = candidates.iter().find(|&&id| label(id) == asked) {
        return Some(exact);
    }
    let wanted: Vec<&str> = asked.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let texts = |id: SeriesId| {
        let series = table.one_series(id);
        [series.sex, series.age, series.category_type, series.category].map(|text| table.text(text))
    };
    let fits =
        |&&id: &&SeriesId| wanted.iter().all(|part| texts(id).iter().any(|text| text.eq_ignore_ascii_case(part)));
    let fitting: Vec<SeriesId> = candidates.iter().filter(fits).copied().collect();
    let Some(&first) = fitting.first() else {
        let labels: Vec<String> = candidates.iter().map(|&id| label(id)).collect();
        let near = nearest(asked, &mut labels.iter().map(String::as_str));
        let near = near.map_or_else(|| labels.iter().take(3).cloned().collect(), |near| vec![near]);
        findings.push(Finding { near, ..Finding::new(FindingKind::SeriesNotFound, asked) });
        return None;
    };
    let editions: Vec<&str> = fitting.iter().map(|&id| table.text(table.one_series(id).category_type)).collect();
    if editions.iter().any(|edition| *edition != editions[0]) {
        findings.push(Finding::new(FindingKind::MixedEditions, editions.join("; ")));
    }
    Some(first)
}

/// The label of a series among others: its group, and the length of its periods where only that tells two apart.
pub(super) fn series_choice(table: &Table, among: &[SeriesId], id: SeriesId) -> String {
    let series = table.one_series(id);
    let label = series_label(table, series);
    let twin = |&other: &SeriesId| other != id && series_label(table, table.one_series(other)) == label;
    if !among.iter().any(twin) {
        return label;
    }
    let length = format!("{} months", series.months);
    if label.is_empty() { length } else { format!("{label}, {length}") }
}

fn other_lengths(table: &Table, candidates: &[SeriesId], chosen: SeriesId, findings: &mut Vec<Finding>) {
    let ours = table.one_series(chosen);
    let others: Vec<String> = candidates
        .iter()
        .map(|&id| table.one_series(id))
        .filter(|series| Series { months: ours.months, ..**series } == *ours && series.months != ours.months)
        .map(|series| series.months.to_string())
        .collect();
    if !others.is_empty() {
        findings.push(Finding::new(FindingKind::MixedPeriodLengths, others.join(", ")));
    }
}

fn area(table: &Table, config: &Config, rows: &[Row], findings: &mut Vec<Finding>) -> Option<AreaId> {
    let asked = config.word(Key::Area);
    let here = |id: AreaId| rows.iter().any(|row| row.area() == id);
    let is = |id: AreaId| {
        let area = table.area(id);
        area.code.eq_ignore_ascii_case(asked) || area.name.eq_ignore_ascii_case(asked)
    };
    let ids = || (0..table.areas().len() as u32).map(AreaId);
    if !asked.is_empty() {
        let found: Vec<AreaId> = ids().filter(|&id| is(id) && here(id)).collect();
        if let Some(id) = of_type(table, config, &found, findings) {
            return Some(id);
        }
        let mut names = ids().flat_map(|id| [table.area(id).name.as_str(), table.area(id).code.as_str()]);
        let near = nearest(asked, &mut names).into_iter().collect();
        findings.push(Finding { near, ..Finding::new(FindingKind::AreaNotFound, asked) });
    } else {
        findings.push(Finding::new(FindingKind::ChooseArea, ""));
    }
    first_by_name(table, config, rows)
}

/// Among the same code under several types: the type asked for, else the first.
fn of_type(table: &Table, config: &Config, found: &[AreaId], findings: &mut Vec<Finding>) -> Option<AreaId> {
    let first = *found.first()?;
    let asked = config.word(Key::AreaType);
    if asked.is_empty() {
        return Some(first);
    }
    if let Some(&id) = found.iter().find(|&&id| table.area(id).area_type.eq_ignore_ascii_case(asked)) {
        return Some(id);
    }
    let types: Vec<String> = found.iter().map(|&id| table.area(id).area_type.clone()).collect();
    findings.push(Finding { near: types, ..Finding::new(FindingKind::AreaTypeNotFound, asked) });
    Some(first)
}

fn first_by_name(table: &Table, config: &Config, rows: &[Row]) -> Option<AreaId> {
    let wanted = config.word(Key::AreaType);
    let key = |row: &&Row| {
        let area = table.area(row.area());
        let other_type = !wanted.is_empty() && !area.area_type.eq_ignore_ascii_case(wanted);
        (other_type, area.class().is_wide(), area.name.to_ascii_lowercase(), area.code.clone())
    };
    rows.iter().min_by_key(key).map(Row::area)
}

fn period(table: &Table, config: &Config, rows: &[Row], area: AreaId, findings: &mut Vec<Finding>) -> Option<PeriodId> {
    let ours = || rows.iter().filter(|row| row.area() == area).map(Row::period);
    let latest = ours().max_by_key(|&id| table.period(id));
    let asked = config.word(Key::Period);
    if asked.is_empty() {
        return latest;
    }
    let is = |&id: &PeriodId| table.period(id).label == asked;
    ours().find(is).or_else(|| rows.iter().map(Row::period).find(is)).or_else(|| {
        let mut near: Vec<PeriodId> = ours().collect();
        near.sort_by_key(|&id| std::cmp::Reverse(table.period(id)));
        near.dedup();
        let near = near.iter().take(3).map(|&id| table.period(id).label.clone()).collect();
        findings.push(Finding { near, ..Finding::new(FindingKind::PeriodNotFound, asked) });
        latest
    })
}
