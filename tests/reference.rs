//! Every number of `stats` against numbers from code we did not write: see `reference/SOURCES.md`.
//!
//! A file's check turns a case's input into the shape of its `expect`, by our functions; one comparison, here, holds
//! the two side by side at the stated tolerance. `PEERGLASS_REFERENCE` names another folder of the same schema; how
//! many cases it has is its own affair, so only the built-in counts are asserted.
//!
//! `reference/wasm` compiles this file to WebAssembly, where the tests fall away and `answers` is left:
//! `tests/web/reference.test.js` holds what it says there, byte for byte, against what it says here.

#![cfg_attr(not(test), allow(dead_code, unused_imports, reason = "of the checks only the answers are left"))]

use peerglass::stats::{self, *};
use serde_json::{Value, json};
use std::path::PathBuf;

#[path = "reference/checks/answers.rs"]
mod answers;
#[path = "reference/checks/cases.rs"]
mod cases;
#[path = "reference/checks/dispersion.rs"]
mod dispersion;
#[cfg(target_arch = "wasm32")]
#[path = "reference/wasm/exports.rs"]
mod exports;
#[path = "reference/checks/funnel.rs"]
mod funnel;
#[path = "reference/checks/inequality.rs"]
mod inequality;
#[path = "reference/checks/life.rs"]
mod life;
#[path = "reference/checks/process.rs"]
mod process;
#[path = "reference/checks/rank.rs"]
mod rank;
#[path = "reference/checks/run.rs"]
mod run_charts;
#[path = "reference/checks/shewhart.rs"]
mod shewhart;
#[path = "reference/checks/spc.rs"]
mod spc;
#[path = "reference/checks/standardised.rs"]
mod standardised;
#[path = "reference/checks/trend.rs"]
mod trend;

// ---- running a file ------------------------------------------------------------------------------------------------

/// Runs every case of a file; `built_in` is how many the built-in one holds: run, and skipped as not a target.
fn run(name: &str, built_in: (usize, usize), answer: fn(&Value) -> Value) {
    cases::each_case(name, built_in, |file, case| {
        let got = answer(&case["input"]);
        let tolerance = Tolerance::of(&file["tolerance"], case);
        if expectations(case).iter().any(|expected| agree(expected, &got, tolerance)) {
            return Ok(());
        }
        let expected = if case["expect"].is_null() { &case["expect_error"] } else { &case["expect"] };
        Err(format!("  expected {expected}\n  got      {got}"))
    });
}

/// The answers that count as right: `expect`, or with `also_accept` written over it, or the error.
fn expectations(case: &Value) -> Vec<Value> {
    if let Some(code) = case["expect_error"]["code"].as_str() {
        return vec![json!({ "error": code })];
    }
    let expect = &case["expect"];
    assert!(expect.is_object(), "{}: neither expect nor expect_error", case["id"]);
    let mut all = vec![finite(expect)];
    if let Some(also) = case["also_accept"].as_object() {
        let mut second = expect.clone();
        also.iter().for_each(|(key, value)| second[key] = value.clone());
        all.push(finite(&second));
    }
    all
}

/// What has no finite answer is missing; and an interval of which one limit is missing is missing.
fn finite(value: &Value) -> Value {
    match value {
        Value::String(s) if ["NaN", "Infinity", "-Infinity"].contains(&s.as_str()) => Value::Null,
        Value::Array(list) => list.iter().map(finite).collect(),
        Value::Object(object) => {
            let mut object: serde_json::Map<_, _> = object.iter().map(|(k, v)| (k.clone(), finite(v))).collect();
            let half = |end| object.get(end).is_some_and(Value::is_null);
            if half("lower") || half("upper") {
                object.insert("lower".into(), Value::Null);
                object.insert("upper".into(), Value::Null);
            }
            Value::Object(object)
        }
        other => other.clone(),
    }
}

#[derive(Clone, Copy)]
struct Tolerance {
    relative: f64,
    absolute: f64,
}

impl Tolerance {
    fn of(file: &Value, case: &Value) -> Tolerance {
        let stated = |key: &str| case["tolerance"][key].as_f64().or(file[key].as_f64());
        let has_tag = |tag: &str| case["tags"].as_array().is_some_and(|tags| tags.iter().any(|t| t == tag));
        let cancellation = if has_tag("cancellation") { stated("relative_cancellation") } else { None };
        let relative = cancellation.or(stated("relative")).or(stated("bounds_relative")).unwrap_or(0.0);
        let per = case["input"]["multiplier"].as_f64().unwrap_or(1.0); // the absolute one is for "per one"
        Tolerance { relative, absolute: stated("absolute").unwrap_or(0.0) * per }
    }
}

fn agree(expected: &Value, got: &Value, tolerance: Tolerance) -> bool {
    match (expected, got) {
        (Value::Number(e), Value::Number(g)) => {
            let (e, g) = (e.as_f64().expect("f64"), g.as_f64().expect("f64"));
            (e - g).abs() <= (tolerance.relative * e.abs()).max(tolerance.absolute)
        }
        (Value::Array(e), Value::Array(g)) => {
            e.len() == g.len() && e.iter().zip(g).all(|(e, g)| agree(e, g, tolerance))
        }
        (Value::Object(e), Value::Object(g)) => {
            e.len() == g.len() && e.iter().all(|(key, e)| g.get(key).is_some_and(|g| agree(e, g, tolerance)))
        }
        _ => expected == got,
    }
}

/// A number, or `None` for missing; anything else is a fixture we do not understand, and that must not pass.
fn number(value: &Value) -> Option<f64> {
    assert!(value.is_number() || value.is_null(), "not a number: {value}");
    value.as_f64()
}

fn numbers(value: &Value) -> Vec<Option<f64>> {
    value.as_array().expect("a list of numbers").iter().map(number).collect()
}

// ---- intervals -----------------------------------------------------------------------------------------------------

#[test]
fn proportions() {
    run("phe/proportion.json", (48, 0), counted_proportion);
}

fn counted_proportion(input: &Value) -> Value {
    or_error(counted(input, proportion, wilson, |_| Method::Wilson))
}

#[test]
fn rates() {
    run("phe/rate.json", (45, 0), counted_rate);
}

fn counted_rate(input: &Value) -> Value {
    or_error(counted(input, rate, rate_interval, rate_method))
}

#[test]
fn means() {
    run("phe/mean.json", (27, 0), averaged);
}

fn averaged(input: &Value) -> Value {
    or_error(mean_of(input))
}

/// An answer, or the code of the error in its place.
fn or_error(answer: Result<Value, &'static str>) -> Value {
    answer.unwrap_or_else(|code| json!({ "error": code }))
}

type Divide = fn(f64, f64) -> Result<f64, Rejection>;
type Surround = fn(f64, f64, Level) -> Result<Interval, Rejection>;

/// A count over a denominator, or groups of them summed first.
fn counted(
    input: &Value,
    divide: Divide,
    surround: Surround,
    method: fn(f64) -> Method,
) -> Result<Value, &'static str> {
    let levels = levels(&input["confidence"])?;
    let per = number(&input["multiplier"]).expect("a multiplier");
    let one = |count: Option<f64>, denominator: Option<f64>| {
        let both = count.zip(denominator);
        let value = both.map(|(o, n)| divide(o, n)).transpose().map_err(code)?.map(|v| v * per);
        let limits =
            limits(&levels, |level| both.map(|(o, n)| surround(o, n, level).and_then(|i| i.scaled(per))).transpose())?;
        // Which method would have been used is known without a denominator, but for rates not without a count.
        let method =
            if levels.is_empty() { None } else { count.or((method(0.0) == method(10.0)).then_some(0.0)).map(method) };
        Ok(json!({ "value": value, "limits": limits, "method": method.map(method_name) }))
    };
    let Some(rows) = input["rows"].as_array() else {
        return one(number(&input["numerator"]), number(&input["denominator"]));
    };

    assert_eq!(input["aggregate_by_group"], true, "rows that are not groups");
    let mut names: Vec<&Value> = Vec::new();
    rows.iter().map(|row| &row["group"]).for_each(|name| {
        if !names.contains(&name) {
            names.push(name)
        }
    });
    let groups = names.into_iter().map(|name| {
        let total = |key: &str| {
            let column: Option<Vec<f64>> =
                rows.iter().filter(|row| row["group"] == *name).map(|row| number(&row[key])).collect();
            column.and_then(|column| stats::sum(&column))
        };
        let mut group = one(total("numerator"), total("denominator"))?;
        group["group"] = name.clone();
        Ok(group)
    });
    Ok(json!({ "groups": groups.collect::<Result<Vec<Value>, _>>()? }))
}

fn mean_of(input: &Value) -> Result<Value, &'static str> {
    let levels = levels(&input["confidence"])?;
    let values = numbers(&input["values"]);
    let count = values.len();
    let present: Option<Vec<f64>> = values.into_iter().collect(); // one missing value makes the mean missing
    let mean = present.map(|present| stats::mean(&present)).transpose().map_err(code)?;
    let limits = limits(&levels, |level| match mean.map(|mean| mean_interval(&mean, level)).transpose() {
        Err(Rejection::TooFewValues) => Ok(None),
        other => other,
    })?;
    Ok(json!({
        "sum": mean.map(|m| m.sum), "count": count, "stdev": mean.and_then(|m| m.deviation),
        "value": mean.map(|m| m.value), "limits": limits,
    }))
}

/// The levels asked for; `[null]` asks for none.
fn levels(confidence: &Value) -> Result<Vec<Level>, &'static str> {
    let asked: Vec<f64> = numbers(confidence).into_iter().flatten().collect();
    Level::list(&asked).map_err(|error| match error {
        LevelError::ConfidenceOutOfRange => "confidence_out_of_range",
        LevelError::TwoLevelsMustBe95And998 => "two_levels_must_be_95_and_99_8",
        LevelError::TooManyConfidenceLevels => "too_many_confidence_levels",
    })
}

fn limits(levels: &[Level], at: impl Fn(Level) -> Result<Option<Interval>, Rejection>) -> Result<Value, &'static str> {
    if levels.is_empty() {
        return Ok(json!([{ "confidence": null, "lower": null, "upper": null }]));
    }
    let one = |level: &Level| {
        let interval = match at(*level) {
            Err(Rejection::NotCalculable) => None,
            other => other.map_err(code)?,
        };
        assert!(interval.is_none_or(|i| i.level == *level), "the level must travel with the interval");
        let (lower, upper) = (interval.map(|i| i.lower), interval.map(|i| i.upper));
        Ok(json!({ "confidence": level.confidence(), "lower": lower, "upper": upper }))
    };
    levels.iter().map(one).collect()
}

fn code(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::DenominatorNotPositive => "denominator_not_positive",
        Rejection::NegativeNumerator => "negative_numerator",
        Rejection::NumeratorExceedsDenominator => "numerator_exceeds_denominator",
        Rejection::NegativeDenominator => "negative_denominator",
        Rejection::BandsDisagree => "inconsistent_population",
        Rejection::WeightNotUsable => "negative_standard_population",
        Rejection::TooFewEvents => "too_few_events",
        Rejection::NothingExpected => "nothing_expected",
        Rejection::DenominatorUnknown => "denominator_required_for_zero_events",
        Rejection::WrongAgeBands => "wrong_band_count",
        Rejection::FirstBandNotAtBirth => "first_age_band_not_zero",
        Rejection::PopulationTooSmall => "population_too_small",
        Rejection::NoDeathsInLastBand => "no_deaths_in_last_band",
        Rejection::NobodyReachesAge => "nobody_reaches_age",
        Rejection::IntervalTooWide => "interval_over_20_years",
        Rejection::WrongNumberOfGroups => "quantile_count_out_of_range",
        Rejection::StandardErrorNotUsable => "bad_standard_error",
        Rejection::ProportionOutOfRange => "proportion_out_of_range",
        Rejection::EndOfScale => "end_of_scale",
        Rejection::DuplicatePeriods => "duplicate_years",
        Rejection::MissingValue => "missing_value",
        Rejection::MissingLimits => "missing_limit",
        Rejection::PerNotPositive => "multiplier_not_positive",
        Rejection::TooFewValues => "too_few_values",
        Rejection::LevelsDiffer => "levels_differ",
        Rejection::ValueOutsideInterval => "value_outside_interval",
        Rejection::NotCalculable => "not_calculable",
        other => panic!("no reference names {other:?}"),
    }
}

fn method_name(method: Method) -> &'static str {
    match method {
        Method::Wilson => "Wilson",
        Method::Exact => "Exact",
        Method::Byar => "Byars",
        other => panic!("no reference names {other:?}"),
    }
}

// ---- comparisons ---------------------------------------------------------------------------------------------------

#[test]
fn benchmark_comparisons() {
    run("phe/benchmark_comparison.json", (185, 0), compared);
}

fn compared(input: &Value) -> Value {
    let (area, benchmark) = (&input["area"], &input["benchmark"]);
    let polarity = match input["polarity"].as_str() {
        Some("high_is_good") => Some(Polarity::HighIsGood),
        Some("low_is_good") => Some(Polarity::LowIsGood),
        Some("no_judgement") => Some(Polarity::NoJudgement),
        Some("not_applicable") => None,
        other => panic!("polarity {other:?}"),
    };
    let judged = |significance| json!({ "outcome": judgement_name(Judgement::of(significance, polarity)) });
    let goal = |judge: &dyn Fn(Polarity) -> Option<Judgement>| json!({ "outcome": judgement_name(polarity.and_then(judge).unwrap_or(Judgement::NotCompared)) });
    let value = number(&area["value"]);
    let against = number(&benchmark["value"]);
    let narrow = published(area, "95", Level::P95);
    let sized = number(&area["denominator"]).zip(number(&input["unit"]));
    let chance = |test: fn(f64, f64, f64, f64) -> Option<Significance>| {
        let ((value, benchmark), (denominator, unit)) = value.zip(against).zip(sized)?;
        test(value / unit, denominator, benchmark / unit, number(&input["confidence_variable"])?)
    };

    match input["method"].as_str().expect("a method") {
        "ci95" => judged(narrow.zip(against).and_then(|(i, b)| against_value(&i, b))),
        "ci95_998" => {
            let graded = narrow.zip(published(area, "99_8", Level::P998)).zip(against);
            let graded = graded.and_then(|((narrow, wide), b)| against_value_graded(&narrow, &wide, b));
            let name = judgement_name(Judgement::of(graded.map(|g| g.significance), polarity));
            let suffix = match graded.and_then(|g| g.level).filter(|_| polarity.is_some()) {
                None => "",
                Some(Level::P95) => "_95",
                Some(_) => "_99_8",
            };
            json!({ "outcome": format!("{name}{suffix}") })
        }
        "ci_overlap" => {
            let both = narrow.zip(published(benchmark, "95", Level::P95));
            judged(both.and_then(|(i, b)| against_interval(&i, &b)))
        }
        "spc_proportion" => judged(chance(against_proportion_limits)),
        "spc_dsr" => judged(chance(against_poisson_limits)),
        "goal_single" if input["use_intervals"] == true => {
            goal(&|polarity| goal_single_interval(&narrow?, number(&input["goal_lower"])?, polarity))
        }
        "goal_single" => goal(&|polarity| goal_single(value?, number(&input["goal_lower"])?, polarity)),
        "goal_range" => {
            goal(&|polarity| goal_range(value?, number(&input["goal_lower"])?, number(&input["goal_upper"])?, polarity))
        }
        "goal_previous_year" => goal(&|_| goal_previous(value?, against?)),
        "goal_percentile" => percentile_goal(input, value, polarity),
        "quintile" => categories(input, 5, polarity == Some(Polarity::HighIsGood)),
        "quartile" => categories(input, 4, false),
        "quintile_equal_count" => {
            let tiles = equal_count_quintiles(&numbers(&input["values"]));
            let name =
                |tile: &Option<Quintile>| tile.zip(polarity).map_or("not_compared", |(t, p)| tile_name(t.judged(p)));
            json!({ "outcome": tiles.iter().map(name).collect::<Vec<_>>() })
        }
        other => panic!("method {other}"),
    }
}

/// Supplied limits; missing when the value or either of them is.
fn published(figure: &Value, suffix: &str, level: Level) -> Option<Interval> {
    number(&figure["value"])?;
    let limit = |end: &str| number(&figure[format!("{end}{suffix}")]);
    Interval::new(limit("lower")?, limit("upper")?, level, Method::Published).ok()
}

fn percentile_goal(input: &Value, value: Option<f64>, polarity: Option<Polarity>) -> Value {
    let values: Vec<f64> = numbers(&input["values"]).into_iter().flatten().collect();
    let ends = number(&input["goal_lower"]).zip(number(&input["goal_upper"]));
    let found = value.zip(polarity).zip(ends);
    let found =
        found.and_then(|((value, polarity), (lower, upper))| goal_percentiles(value, &values, lower, upper, polarity));
    let outcome = judgement_name(found.map_or(Judgement::NotCompared, |f| f.0));
    json!({ "outcome": outcome, "percentile_lower": found.map(|f| f.1), "percentile_upper": found.map(|f| f.2) })
}

fn categories(input: &Value, groups: u8, from_the_best: bool) -> Value {
    let values = numbers(&input["values"]);
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let turned = |category: u8| {
        if from_the_best { groups + 1 - category } else { category }
    };
    let category: Vec<_> = quantile_categories(&values, groups).into_iter().map(|c| c.map(turned)).collect();
    json!({ "category": category, "bounds": percentile_bounds(&present, groups).unwrap_or_default() })
}

fn judgement_name(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Better => "better",
        Judgement::Similar => "similar",
        Judgement::Worse => "worse",
        Judgement::Higher => "higher",
        Judgement::Lower => "lower",
        Judgement::NotCompared => "not_compared",
    }
}

fn tile_name(judgement: QuintileJudgement) -> &'static str {
    match judgement {
        QuintileJudgement::Best => "best",
        QuintileJudgement::Better => "better",
        QuintileJudgement::Middle | QuintileJudgement::Position(Quintile::Middle) => "middle",
        QuintileJudgement::Worse => "worse",
        QuintileJudgement::Worst => "worst",
        QuintileJudgement::Position(Quintile::Lowest) => "lowest",
        QuintileJudgement::Position(Quintile::Low) => "low",
        QuintileJudgement::Position(Quintile::High) => "high",
        QuintileJudgement::Position(Quintile::Highest) => "highest",
    }
}
