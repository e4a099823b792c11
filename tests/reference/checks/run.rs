//! Run charts and the Anhøj rules.

use crate::shewhart::{Draw, compare};
use crate::spc::{in_full, list, run};
use peerglass::stats::run_chart::{RunLimits, run_chart, run_limits};
use peerglass::stats::shewhart::{Chart, ChartPoint};
use serde_json::{Value, json};

#[test]
fn anhoej_limits() {
    run("anhoej_limits.json", (1, 0), |case, differences| {
        let limits = limits(&case["input"]);
        let expected = &case["expected"];
        differences.all_same("longest_run_max", &expected["longest_run_max"], limits.iter().map(|l| l.longest_run));
        differences.all_same("n_crossings_min", &expected["n_crossings_min"], limits.iter().map(|l| l.crossings));
    });
}

#[test]
fn run_charts() {
    run("run_charts.json", (36, 0), |case, differences| {
        compare(case, differences, RUN_CHART);
    });
}

pub const RUN_CHART: Draw = |_, rows, plan| {
    let chart = run_chart(&rows.values(), plan)?;
    let point = |value: Option<f64>| ChartPoint { value, limits: None, outside: false };
    let points = rows.values().into_iter().map(point).collect();
    Ok(Chart { centre: chart.centre, points, runs: chart.runs })
};

fn limits(input: &Value) -> Vec<RunLimits> {
    let useful = list(&input["n_useful"]).iter().map(|n| n.as_u64().expect("a count") as usize);
    useful.map(|n| run_limits(n).expect("limits")).collect()
}

pub fn limits_answer(input: &Value) -> Value {
    json!(in_full(&limits(input)))
}
