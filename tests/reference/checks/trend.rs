//! Recent trend.

use super::spc::in_full;
use super::*;

#[test]
fn recent_trends() {
    cases::each_case("phe/recent_trend.json", (49, 1), |file, case| {
        let found = guidance(&case["input"]);
        let expect = &case["expect"];
        if let Some(expected) = case["expect_error"]["code"].as_str() {
            let got = found.map(|found| found.trend).map_err(code);
            return if got == Err(expected) { Ok(()) } else { Err(format!("  expected {expected}, got {got:?}")) };
        }
        let polarity = match case["input"]["polarity"].as_str() {
            Some("high_is_good") => Polarity::HighIsGood,
            Some("low_is_good") => Polarity::LowIsGood,
            Some("no_judgement") => Polarity::NoJudgement,
            other => panic!("polarity {other:?}"),
        };
        let got = match found {
            Ok(found) => json!({
                "trend": trend_name(found.trend), "reason": reason_name(found.reason), "slope": found.slope,
                "chi_squared": found.chi_squared, "label": label(found.trend, polarity),
            }),
            Err(why) => json!({
                "trend": "cannot_be_calculated", "label": "cannot_be_calculated", "reason": refusal_name(why),
            }),
        };
        let stated = |key: &str| file["tolerance"][key].as_f64().expect("a tolerance");
        let within = |key: &str| Tolerance {
            relative: stated(&format!("{key}_relative")),
            absolute: stated(&format!("{key}_absolute")),
        };
        // Where the reference stopped, the case states less than we do.
        let wrong: Vec<&String> = expect
            .as_object()
            .expect("an answer")
            .iter()
            .filter(|(key, expected)| match key.as_str() {
                "basis" => false,
                "slope" | "chi_squared" => !agree(expected, &got[key.as_str()], within(key)),
                _ => **expected != got[key.as_str()],
            })
            .map(|(key, _)| key)
            .collect();
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(format!("  expected {expect}\n  got      {got}\n  wrong: {wrong:?}"))
        }
    });
}

/// The trend by the guidance and that of the public service.
pub fn answer(input: &Value) -> Value {
    json!([in_full(&guidance(input)), in_full(&published_recent_trend(&estimated(input)))])
}

/// The figures that the public service would show for the same points, where it has all it needs. Informative in the
/// file; held here because we offer to calculate them.
#[test]
fn published_trends() {
    let held = std::cell::Cell::new(0);
    cases::each_case("phe/recent_trend.json", (49, 1), |_, case| {
        let variant = &case["variants"]["fingertips_successor"];
        let found = match published_recent_trend(&estimated(&case["input"])) {
            Ok(found) => found,
            // It passes over these points; we do not. Of too few it says the same.
            Err(Rejection::MissingValue | Rejection::MissingLimits | Rejection::DuplicatePeriods) => return Ok(()),
            Err(Rejection::TooFewValues) if variant["trend"] == "cannot_be_calculated" => return Ok(()),
            Err(why) => return Err(format!("  refused: {why:?}")),
        };
        // It will not calculate a proportion of all; we have an interval, and do.
        if variant["trend"] == "cannot_be_calculated" {
            return Ok(());
        }
        let (trend, expected) = (trend_name(found.trend), variant["chi_squared"].as_f64().expect("a number"));
        let same = variant["trend"] == trend && (expected - found.chi_squared).abs() <= 1e-9 + 1e-6 * expected;
        held.set(held.get() + 1);
        if same { Ok(()) } else { Err(format!("  expected {variant}, got {trend} {}", found.chi_squared)) }
    });
    println!("published trends held: {}", held.get());
    assert!(held.get() > 0);
}

/// The case that nobody decided: a year without events. A proportion refuses with its reason; nothing fails.
#[test]
fn a_year_without_events_is_no_crash() {
    let file = cases::read("phe/recent_trend.json", "phe-fixtures/1");
    for case in file["cases"].as_array().expect("cases").iter().filter(|case| case["decision_needed"].is_string()) {
        assert_eq!(guidance(&case["input"]), Err(Rejection::EndOfScale), "{}", case["id"]);
        assert!(published_recent_trend(&estimated(&case["input"])).is_ok(), "{}", case["id"]);
    }
}

fn guidance(input: &Value) -> Result<RecentTrend, Rejection> {
    if input["value_type"] != "proportion" {
        return recent_trend(&estimated(input));
    }
    let points: Vec<CountedPoint> = input["rows"]
        .as_array()
        .expect("points")
        .iter()
        .map(|row| CountedPoint {
            period: year(row),
            count: number(&row["count"]),
            denominator: number(&row["denominator"]),
        })
        .collect();
    recent_trend_of_proportion(&points)
}

/// No multiplier: the points carry value and limits alike, so it cannot matter.
fn estimated(input: &Value) -> Vec<EstimatedPoint> {
    let point = |row: &Value| EstimatedPoint {
        period: year(row),
        value: number(&row["value"]),
        interval: number(&row["lower95"]).zip(number(&row["upper95"])).map(|(lower, upper)| Interval {
            lower,
            upper,
            level: Level::P95,
            method: Method::Published,
        }),
    };
    input["rows"].as_array().expect("points").iter().map(point).collect()
}

fn year(row: &Value) -> i32 {
    row["year"].as_i64().expect("a year") as i32
}

fn trend_name(trend: Trend) -> &'static str {
    match trend {
        Trend::Increasing => "increasing",
        Trend::Decreasing => "decreasing",
        Trend::NoSignificantChange => "no_significant_change",
    }
}

fn label(trend: Trend, polarity: Polarity) -> String {
    let judged = match trend.judged(polarity) {
        TrendJudgement::GettingBetter => "_getting_better",
        TrendJudgement::GettingWorse => "_getting_worse",
        _ => "",
    };
    format!("{}{judged}", trend_name(trend))
}

fn reason_name(reason: TrendReason) -> &'static str {
    match reason {
        TrendReason::Significant => "significant",
        TrendReason::NotSignificant => "not_significant",
        TrendReason::OnePointDecides => "one_point_drives_the_direction",
    }
}

fn refusal_name(why: Rejection) -> &'static str {
    match why {
        Rejection::TooFewValues => "not_enough_points",
        Rejection::MissingValue => "missing_values",
        other => code(other),
    }
}
