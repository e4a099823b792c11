//! Shewhart charts, and what they share with run charts: subgroups, parts, exclusions.

use crate::spc::{Differences, in_full, list, run, tagged};
use peerglass::stats::run_chart::runs;
use peerglass::stats::shewhart::*;
use peerglass::stats::{Rejection, mean, median, sum};
use serde_json::{Value, json};

#[test]
fn shewhart_charts() {
    run("shewhart_charts.json", (106, 0), |case, differences| compare(case, differences, chart));
}

pub fn chart(name: &str, rows: &Rows, plan: &Plan) -> Result<Chart, Rejection> {
    match name {
        "i" => i_chart(&rows.values(), plan),
        "mr" => mr_chart(&rows.values(), plan),
        "p" => p_chart(&rows.counts(), &rows.denominators(), plan),
        "pp" => p_prime_chart(&rows.counts(), &rows.denominators(), plan),
        "u" => u_chart(&rows.counts(), &rows.denominators(), plan),
        "up" => u_prime_chart(&rows.counts(), &rows.denominators(), plan),
        "c" => c_chart(&rows.counts(), plan),
        "xbar" => xbar_chart(&rows.subgroups(), plan),
        "s" => s_chart(&rows.subgroups(), plan),
        "g" => g_chart(&rows.values(), plan),
        "t" => t_chart(&rows.values(), plan),
        "ip" => i_prime_chart(&rows.counts(), &rows.denominators(), plan),
        other => panic!("chart {other}"),
    }
}

/// The rows of one subgroup.
#[derive(Clone, Default)]
struct Row {
    x: Value,
    y: Vec<f64>,
    n: Option<f64>,
}

/// Subgroups in order; how they are summed up depends on the chart.
pub struct Rows<'a> {
    rows: &'a [Row],
    summary: fn(&[f64]) -> Option<f64>,
}

impl Rows<'_> {
    /// The present measurements of each subgroup.
    pub fn subgroups(&self) -> Vec<Vec<f64>> {
        self.rows.iter().map(|row| row.y.clone()).collect()
    }

    pub fn counts(&self) -> Vec<Option<f64>> {
        self.rows.iter().map(|row| if row.y.is_empty() { None } else { sum(&row.y) }).collect()
    }

    pub fn denominators(&self) -> Vec<Option<f64>> {
        self.rows.iter().map(|row| row.n).collect()
    }

    /// Measurements, or counts over denominators where there are any.
    pub fn values(&self) -> Vec<Option<f64>> {
        let one = |row: &Row| match row.n {
            None => (self.summary)(&row.y),
            Some(n) => sum(&row.y).filter(|_| n > 0.0 && !row.y.is_empty()).map(|y| y / n),
        };
        self.rows.iter().map(one).collect()
    }
}

fn rows(input: &Value) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (i, x) in list(&input["x"]).iter().enumerate() {
        if rows.last().is_none_or(|row| row.x != *x) {
            rows.push(Row { x: x.clone(), ..Row::default() });
        }
        let row = rows.last_mut().expect("a row");
        let (y, n) = (&input["y"][i], &input["n"]);
        row.y.extend(y.as_f64().filter(|_| n.is_null() || n[i].is_number()));
        row.n = row.n.into_iter().chain(input["n"][i].as_f64()).reduce(|a, b| a + b);
    }
    rows
}

pub type Draw = fn(&str, &Rows, &Plan) -> Result<Chart, Rejection>;

/// The charts of all parts, and the runs of their own points.
pub fn answer(input: &Value, draw: Draw) -> Value {
    let mut parts = Vec::new();
    each_part(input, draw, |part| {
        let values: Option<Vec<f64>> =
            part.chart.as_ref().ok().map(|chart| chart.points.iter().filter_map(|point| point.value).collect());
        let own = values.zip(part.chart.as_ref().ok()).map(|(values, chart)| runs(&values, chart.centre));
        parts.push(in_full(&(&part.chart, own)));
        true
    });
    json!(parts)
}

/// Holds each part of a case against what is expected.
pub fn compare(case: &Value, differences: &mut Differences, draw: Draw) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let name = input["chart"].as_str().expect("a chart");
    let multiply = input["multiply"].as_f64().expect("a multiplier");
    each_part(input, draw, |part| {
        if expected["error"] == true {
            differences.holds("refused", part.chart.is_err());
            return false;
        }
        let Part { number, start, rows, plan, chart } = part;
        points(rows, start, number, &chart, plan, multiply, &expected["points"], differences);
        if !tagged(case, "float-noise") {
            let test = (name != "mr", input["rule"].is_null());
            summarise(rows.len(), number, &chart, plan, test, &expected["parts"], differences);
        }
        true
    });
}

/// A part of a case, drawn alone.
struct Part<'a> {
    number: usize,
    start: usize,
    rows: &'a [Row],
    plan: &'a Plan<'a>,
    chart: Result<Chart, Rejection>,
}

/// Draws each part of a case, as long as the last one was reason to go on.
fn each_part(input: &Value, draw: Draw, mut see: impl FnMut(Part) -> bool) {
    let rows = rows(input);
    let name = input["chart"].as_str().expect("a chart");
    let summary = match input["agg_fun"].as_str() {
        None | Some("mean") => |y: &[f64]| mean(y).ok().map(|mean| mean.value),
        Some("median") => |y: &[f64]| median(y),
        Some("sum") => |y: &[f64]| if y.is_empty() { None } else { sum(y) },
        other => panic!("aggregated by {other:?}"),
    };
    let positions = |key: &str| list(&input[key]).iter().map(|at| at.as_u64().expect("a position") as usize);
    let starts: Vec<usize> = [0].into_iter().chain(positions("part")).collect();
    let ends = starts[1..].iter().copied().chain([rows.len()]);
    for (number, (start, end)) in starts.iter().copied().zip(ends).enumerate() {
        let excluded: Vec<usize> =
            positions("exclude").map(|at| at - 1).filter(|at| (start..end).contains(at)).map(|at| at - start).collect();
        let freeze = input["freeze"].as_u64().filter(|_| starts.len() == 1).map(|count| count as usize);
        let plan = Plan {
            baseline: freeze,
            excluded: &excluded,
            centre: input["centre"].as_f64(),
            screening: input["screened_mr"].as_bool().expect("a flag"),
        };
        let rows = &rows[start..end];
        let chart = draw(name, &Rows { rows, summary }, &plan);
        if !see(Part { number, start, rows, plan: &plan, chart }) {
            return;
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn points(
    rows: &[Row],
    start: usize,
    part: usize,
    chart: &Result<Chart, Rejection>,
    plan: &Plan,
    multiply: f64,
    expected: &Value,
    differences: &mut Differences,
) {
    for (i, row) in rows.iter().enumerate() {
        let at = |key: &str| &expected[key][start + i];
        let chart = chart.as_ref().ok();
        let point = chart.map(|chart| chart.points[i]);
        let scaled = |value: Option<f64>| value.map(|value| value * multiply);
        differences.same("x", at("x"), row.x.clone());
        differences.same("subgroup_size", at("subgroup_size"), row.y.len());
        differences.same("part", at("part"), part + 1);
        differences.same("in_baseline", at("in_baseline"), plan.baseline.is_none_or(|count| i < count));
        differences.same("included", at("included"), !plan.excluded.contains(&i));
        differences.number(&format!("y[{i}]"), at("y"), scaled(point.and_then(|point| point.value)));
        differences.number("cl", at("cl"), scaled(chart.map(|chart| chart.centre)));
        differences.same(&format!("sigma_signal[{i}]"), at("sigma_signal"), point.is_some_and(|point| point.outside));

        let limits = point.and_then(|point| point.limits);
        let columns = ["lcl", "lcl95", "ucl95", "ucl"];
        if limits.is_none() {
            // A lower limit of zero without an upper one is no pair of limits.
            differences.holds(&format!("no limits at {i}"), columns.iter().any(|key| at(key).is_null()));
        } else {
            let limits = limits.map_or([None; 4], |l| [l.lower, l.inner_lower, l.inner_upper, l.upper].map(Some));
            for (key, limit) in columns.iter().zip(limits) {
                differences.number(&format!("{key}[{i}]"), at(key), scaled(limit));
            }
        }
    }
}

fn summarise(
    count: usize,
    part: usize,
    chart: &Result<Chart, Rejection>,
    plan: &Plan,
    (tested, plain): (bool, bool),
    expected: &Value,
    differences: &mut Differences,
) {
    let found = chart.as_ref().ok().and_then(|chart| {
        let values = || (0..count).filter(|i| !plan.excluded.contains(i)).filter_map(|i| chart.points[i].value);
        // The moving ranges' runs are counted but not tested.
        if tested { chart.runs } else { runs(&values().collect::<Vec<_>>(), chart.centre) }
    });
    let mut same = |key: &str, got: Value| differences.same(key, &expected[key][part], got);
    same("n_obs", json!(count - plan.excluded.len()));
    same("n_useful", json!(found.map_or(0, |runs| runs.useful)));
    same("longest_run", json!(found.map(|runs| runs.longest_run)));
    same("longest_run_max", json!(found.map(|runs| runs.limits.longest_run)));
    same("n_crossings", json!(found.map(|runs| runs.crossings)));
    same("n_crossings_min", json!(found.map(|runs| runs.limits.crossings)));
    if plain {
        // Another rule of signals, experimental in the reference, is none of ours.
        same("runs_signal", json!(tested && found.is_some_and(|runs| runs.signal())));
    }
}
