//! What was understood of files, as plain data: for whoever looks whether the reading is right.

use crate::config::Plain;
use crate::data::{FileSeen, Meaning, Series, Table};

/// Files with their columns and first records, areas, indicators and periods. At most `lines` records of each file, of the
/// few that are kept.
pub fn understood(table: &Table, lines: usize) -> Plain {
    let files = table.files().iter().map(|file| one_file(file, lines)).collect();
    let mut rows = vec![0_u32; table.areas().len()];
    for row in table.rows() {
        rows[row.area().0 as usize] += 1;
    }
    let areas = table.areas().iter().zip(rows).map(|(area, rows)| {
        Plain::map([
            ("code", Plain::from(area.code.as_str())),
            ("name", Plain::from(area.name.as_str())),
            ("type", Plain::from(area.area_type.as_str())),
            ("rows", Plain::Number(f64::from(rows))),
        ])
    });
    Plain::map([
        ("files", Plain::List(files)),
        ("areas", Plain::List(areas.collect())),
        ("indicators", Plain::List(indicators(table))),
        ("periods", texts(table.periods().iter().map(|period| period.label.as_str()))),
    ])
}

fn one_file(file: &FileSeen, lines: usize) -> Plain {
    let column = |(header, meaning): &(String, Option<Meaning>)| {
        let meaning = meaning.map_or(Plain::Nothing, |meaning| Plain::from(meaning.name()));
        Plain::map([("header", Plain::from(header.as_str())), ("meaning", meaning)])
    };
    let first = file.first.iter().take(lines).map(|cells| texts(cells.iter().map(String::as_str)));
    Plain::map([
        ("name", Plain::from(file.name.as_str())),
        ("kind", Plain::from(file.kind.id())),
        ("rows", Plain::Number(f64::from(file.rows))),
        ("unknownColumns", texts(file.unknown_columns.iter().map(String::as_str))),
        ("headers", texts(file.columns.iter().map(|(header, _)| header.as_str()))),
        ("columns", Plain::List(file.columns.iter().map(column).collect())),
        ("first", Plain::List(first.collect())),
    ])
}

fn indicators(table: &Table) -> Vec<Plain> {
    // Periods and groups by the indicator's place, each once.
    let mut periods = vec![Vec::new(); table.indicators().len()];
    for row in table.rows() {
        let of_indicator = &mut periods[table.one_series(row.series()).indicator.0 as usize];
        if let Err(place) = of_indicator.binary_search(&row.period()) {
            of_indicator.insert(place, row.period());
        }
    }
    let mut groups: Vec<Vec<String>> = vec![Vec::new(); table.indicators().len()];
    for series in table.series() {
        let label = label(table, series);
        let known = &mut groups[series.indicator.0 as usize];
        if !known.contains(&label) {
            known.push(label);
        }
    }
    let each = table.indicators().iter().zip(periods.iter().zip(&groups));
    each.map(|(indicator, (periods, groups))| {
        Plain::map([
            ("id", Plain::from(indicator.id.as_str())),
            ("name", Plain::from(indicator.name.as_str())),
            ("unit", Plain::from(indicator.unit.as_str())),
            ("valueType", Plain::from(indicator.value_type.as_str())),
            ("polarity", Plain::from(indicator.polarity.as_str())),
            ("periods", Plain::Number(periods.len() as f64)),
            ("series", texts(groups.iter().map(String::as_str))),
        ])
    })
    .collect()
}

/// The label of a series, by which the option `series` can name it.
pub(super) fn label(table: &Table, series: &Series) -> String {
    let parts = [series.sex, series.age, series.category_type, series.category].map(|text| table.text(text));
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> Plain {
    Plain::List(texts.map(Plain::from).collect())
}
