//! XmR charts with the rules of Making Data Count.

use crate::spc::{Differences, in_full, list, run, run_except};
use peerglass::stats::process::*;
use peerglass::stats::{Polarity, Rejection};
use serde_json::{Value, json};

#[test]
fn making_data_count() {
    run("xmr_making_data_count.json", (95, 0), |case, differences| {
        // Without its nulls, where the reference was run so: with them it fails or misflags.
        let dropped = &case["expected_nulls_dropped"];
        let expected = if dropped.is_null() { &case["expected"] } else { dropped };
        let input = &case["input"];
        match read(input, RunLength::Seven) {
            Err(rejection) => {
                differences.same("error", &expected["error"], true);
                let reason = [Rejection::TooFewValues, Rejection::BaselineTooShort].contains(&rejection);
                differences.holds("a reason", reason);
            }
            Ok(series) => compare(input, expected, &series, differences),
        }
    });
}

#[test]
fn run_lengths_six_and_eight() {
    // Eight points rising without a break, read with a run length of eight: METHODS 3.6 makes that a trend (as the file
    // does with six of six), the file's expected labels do not.
    let disputed = ["trend-up-8-decrease-run8"];
    run_except("xmr_run_length.json", (53, 0), &disputed, |case, differences| {
        let length = run_length(&case["input"]);
        let series = read(&case["input"], length).expect("a series");
        let labels = series.behaviour.points.iter().map(|point| label(point.signal, length));
        differences.all_same("special_cause_type", &case["expected"]["special_cause_type"], labels);
    });
}

fn run_length(input: &Value) -> RunLength {
    match input["run_length"].as_u64() {
        Some(6) => RunLength::Six,
        Some(7) => RunLength::Seven,
        Some(8) => RunLength::Eight,
        other => panic!("run length {other:?}"),
    }
}

/// The whole series, and its icons.
pub fn answer_of_seven(input: &Value) -> Value {
    let series = read(input, RunLength::Seven);
    let icons = series.as_ref().ok().map(|series| {
        let (target, polarity) = (input["target"].as_f64(), polarity(input));
        let variations: Vec<_> = series.behaviour.points.iter().map(|point| variation(point, polarity)).collect();
        let promised = |period| target.and_then(|target| assurance(period, target, polarity));
        let assurances: Vec<_> = series.behaviour.periods.iter().map(promised).collect();
        in_full(&(series.behaviour.icons(target, polarity), variations, assurances))
    });
    json!({ "series": in_full(&series), "icons": icons })
}

/// The whole series, read with the run length that the case states.
pub fn answer(input: &Value) -> Value {
    json!(in_full(&read(input, run_length(input))))
}

/// A series in date order, without its nulls.
#[derive(Debug)]
struct Series {
    dates: Vec<String>,
    behaviour: Behaviour,
}

fn read(input: &Value, run: RunLength) -> Result<Series, Rejection> {
    let text = |value: &Value| value.as_str().expect("a date").to_owned();
    let rows = list(&input["dates"]).iter().zip(list(&input["values"]));
    let mut rows: Vec<(String, f64)> =
        rows.filter_map(|(date, value)| value.as_f64().map(|value| (text(date), value))).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let (dates, values): (Vec<String>, Vec<f64>) = rows.into_iter().unzip();
    // A rebase date that is not in the data is ignored by the reference; in ours the caller says so.
    let rebases: Vec<usize> =
        list(&input["rebase_dates"]).iter().filter_map(|date| dates.iter().position(|d| *d == text(date))).collect();
    let plan = Plan {
        rebases: &rebases,
        baseline: input["fix_after_n_points"].as_u64().map(|count| count as usize),
        screening: input["screen_outliers"].as_bool().expect("a flag"),
        run,
    };
    Ok(Series { behaviour: behaviour(&values, &plan)?, dates })
}

fn polarity(input: &Value) -> Polarity {
    match input["improvement_direction"].as_str() {
        Some("increase") => Polarity::HighIsGood,
        Some("decrease") => Polarity::LowIsGood,
        Some("neutral") => Polarity::NoJudgement,
        other => panic!("direction {other:?}"),
    }
}

fn compare(input: &Value, expected: &Value, series: &Series, differences: &mut Differences) {
    differences.same("error", &expected["error"], false);
    let points = &series.behaviour.points;
    let columns = &expected["points"];
    differences.all_same("date", &columns["date"], series.dates.iter().cloned());
    differences.numbers("value", &columns["value"], &points.iter().map(|p| Some(p.value)).collect::<Vec<_>>());
    let period = |point: &Point| &series.behaviour.periods[point.period];
    differences.numbers("mean", &columns["mean"], &points.iter().map(|p| Some(period(p).centre)).collect::<Vec<_>>());
    let sides = points.iter().map(|p| p.side.map_or(0, |side| if side == Side::Above { 1 } else { -1 }));
    differences.all_same("relative_to_mean", &columns["relative_to_mean"], sides);
    // The reference counts a rebase at the first date as a second period without a first.
    let first = list(&input["rebase_dates"]).iter().any(|date| *date == columns["date"][0]);
    let number = |point: &Point| point.period + usize::from(first);
    differences.all_same("rebase_group", &columns["rebase_group"], points.iter().map(number));
    differences.all_same("short", &columns["short_group_warning"], points.iter().map(|p| period(p).is_short()));

    for (i, point) in points.iter().enumerate() {
        judge(input, &columns, i, point, period(point), differences);
    }
    groups(input, &expected["groups"], series, differences);
    icons(input, expected, series, differences);
}

/// Limits and labels of one point, except where section 8 of METHODS-spc departs from the reference.
fn judge(input: &Value, columns: &&Value, i: usize, point: &Point, period: &Period, differences: &mut Differences) {
    let (lower, upper) = (&columns["lpl"][i], &columns["upl"][i]);
    let limits = period.limits.ok();
    let screened_away = period.ranges == RangesUsed::AllForWantOfOthers;
    if screened_away && limits.is_some() {
        // 8.3: the reference has limits of no width and every point outside them.
        differences.number("lpl of no width", lower, Some(period.centre));
        return differences.number("upl of no width", upper, Some(period.centre));
    }
    if period.limits == Err(Rejection::NoVariation) && !lower.is_null() {
        // 8.2: unscreened, the reference has limits of no width where nothing varies.
        differences.number("lpl of a constant", lower, Some(period.centre));
        differences.number("upl of a constant", upper, Some(period.centre));
    } else {
        differences.number("lpl", lower, limits.map(|l| l.lower));
        differences.number("upl", upper, limits.map(|l| l.upper));
        let zone = |zone| point.zone.map_or(Value::Null, |found| json!(found == zone));
        differences.same("outside_limits", &columns["outside_limits"][i], zone(Zone::Outside));
        differences.same("close_to_limits", &columns["close_to_limits"][i], zone(Zone::Near));
    }
    let name = label(point.signal, RunLength::Seven);
    differences.same(&format!("special_cause_type[{i}]"), &columns["special_cause_type"][i], name);
    let name = point_type(variation(point, polarity(input)));
    differences.same(&format!("point_type[{i}]"), &columns["point_type"][i], name);
}

fn groups(input: &Value, expected: &Value, series: &Series, differences: &mut Differences) {
    let periods = &series.behaviour.periods;
    differences.all_same("n", &expected["n"], periods.iter().map(|p| p.count));
    for (i, period) in periods.iter().enumerate() {
        differences.number("group mean", &expected["mean"][i], Some(period.centre));
        if period.ranges == RangesUsed::AllForWantOfOthers && period.limits.is_ok() {
            continue;
        }
        let points = &series.behaviour.points[period.start..period.start + period.count];
        let types: Vec<_> = points.iter().map(|p| point_type(variation(p, polarity(input)))).collect();
        let count = |name: &str| types.iter().filter(|t| **t == name).count();
        for name in ["common_cause", "special_cause_improvement", "special_cause_concern"] {
            differences.same(name, &expected[name][i], count(name));
        }
        differences.same("group variation", &expected["variation_type"][i], types[types.len() - 1]);
    }
}

fn icons(input: &Value, expected: &Value, series: &Series, differences: &mut Differences) {
    let (Some(point), Some(period)) = (series.behaviour.points.last(), series.behaviour.periods.last()) else {
        panic!("no points");
    };
    let polarity = polarity(input);
    let target = input["target"].as_f64();
    differences.same(
        "short_group_warning",
        &expected["short_group_warning"],
        series.behaviour.periods.iter().any(Period::is_short),
    );
    let (shown, promised) = (variation(point, polarity), target.and_then(|t| assurance(period, t, polarity)));
    let held_back = series.behaviour.icons(target, polarity) == Err(Rejection::TooFewValues);
    differences.holds("icons wait for 13 points", held_back == period.is_short());

    if period.ranges == RangesUsed::AllForWantOfOthers && period.limits.is_ok() {
        return;
    }
    differences.same("variation_type", &expected["variation_type"], point_type(shown));
    differences.same("variation_icon", &expected["variation_icon"], icon(shown));
    match (promised, target) {
        // 8.2: judged directly, where the reference is inconsistent.
        (Some(found), Some(target)) if period.constant => {
            let meets = if polarity == Polarity::HighIsGood { point.value >= target } else { point.value <= target };
            let direct = if meets { Assurance::ConsistentlyMeets } else { Assurance::ConsistentlyMisses };
            differences.holds("a constant is judged directly", found == direct);
        }
        // 8.8: one point promises nothing, where the reference is inconsistent.
        (None, Some(_)) if period.count == 1 => {
            differences.holds(
                "one point",
                expected["assurance_type"].is_null() || expected["assurance_type"] == "inconsistent",
            );
        }
        _ => {
            let name = |one: fn(Assurance) -> &'static str| promised.map_or(Value::Null, |p| json!(one(p)));
            differences.same("assurance_type", &expected["assurance_type"], name(assurance_type));
            differences.same("assurance_icon", &expected["assurance_icon"], name(assurance_icon));
        }
    }
}

fn label(signal: Option<Signal>, length: RunLength) -> String {
    let Some(Signal { rule, side }) = signal else {
        return "Common Cause".into();
    };
    let above = side == Side::Above;
    let side = if above { "Above" } else { "Below" };
    match rule {
        Rule::OutsideLimits if above => "Above UCL".into(),
        Rule::OutsideLimits => "Below LCL".into(),
        Rule::Trend => {
            format!("{} Point Trend ({})", length.points(), if above { "Increasing" } else { "Decreasing" })
        }
        Rule::TwoOfThree => format!("2 in 3 {side} CL"),
        Rule::Shift => format!("{} Points {side} CL", length.points()),
    }
}

fn point_type(variation: Variation) -> &'static str {
    match variation {
        Variation::CommonCause => "common_cause",
        Variation::SpecialCause(SpecialCause::Improvement, _) => "special_cause_improvement",
        Variation::SpecialCause(SpecialCause::Concern, _) => "special_cause_concern",
        Variation::SpecialCause(SpecialCause::Neutral, Side::Above) => "special_cause_neutral_high",
        Variation::SpecialCause(SpecialCause::Neutral, Side::Below) => "special_cause_neutral_low",
    }
}

fn icon(variation: Variation) -> String {
    let Variation::SpecialCause(cause, side) = variation else {
        return "common_cause".into();
    };
    let cause = match cause {
        SpecialCause::Improvement => "improvement",
        SpecialCause::Concern => "concern",
        SpecialCause::Neutral => "neutral",
    };
    format!("{cause}_{}", if side == Side::Above { "high" } else { "low" })
}

fn assurance_type(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::ConsistentlyMeets => "consistent_pass",
        Assurance::ConsistentlyMisses => "consistent_fail",
        Assurance::HitOrMiss => "inconsistent",
    }
}

fn assurance_icon(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::ConsistentlyMeets => "pass",
        Assurance::ConsistentlyMisses => "fail",
        Assurance::HitOrMiss => "inconsistent",
    }
}
