//! Funnels: limits, points and significance.

use super::spc::in_full;
use super::*;

// ---- limits --------------------------------------------------------------------------------------------------------

#[test]
fn limits_of_funnels() {
    cases::each_case("phe/funnel_limits.json", (27, 1), |file, case| match (drawn(&case["input"]), &case["expect"]) {
        (Ok(funnel), Value::Object(_)) => funnel.agrees_with(file, case),
        (Err(got), Value::Null) if case["expect_error"]["code"] == got => Ok(()),
        (got, _) => Err(format!("  expected {}, got {:?}", case["expect_error"]["code"], got.err())),
    });
}

/// The axis, the average and every limit.
pub fn limits_answer(input: &Value) -> Value {
    or_error(drawn(input).map(|funnel| {
        let limits =
            funnel.axis.iter().map(|x| in_full(&[Level::P95, Level::P998].map(|level| (funnel.limits)(*x, level))));
        let limits: Vec<String> = limits.collect();
        json!({ "name": funnel.name, "axis": funnel.axis, "baseline": funnel.baseline, "limits": limits })
    }))
}

struct Funnel {
    name: &'static str,
    axis: Vec<f64>,
    /// The average, as the case shows it.
    baseline: Option<f64>,
    /// Limits at a place on the axis, as the case shows them.
    limits: Box<Surround>,
}

type Surround = dyn Fn(f64, Level) -> Result<(f64, f64), Rejection>;

fn drawn(input: &Value) -> Result<Funnel, &'static str> {
    let per = number(&input["multiplier"]).expect("a multiplier");
    let rows = input["areas"].as_array().expect("areas");
    match input["statistic"].as_str().expect("a statistic") {
        "proportion" => {
            let points = pairs(rows, "denominator")?;
            let average = funnel_average_of_proportions(&points).map_err(code)?;
            let axis = funnel_axis_of_proportions(&denominators(&points)).map_err(code)?;
            let limits = move |n, level| {
                let limits = funnel_limits_of_proportion(average, n, level)?;
                assert_eq!(limits.level, level);
                Ok((limits.lower * per, limits.upper * per))
            };
            Ok(Funnel { name: "Population", axis, baseline: Some(average * per), limits: Box::new(limits) })
        }
        "ratio" => {
            let points = pairs(rows, "denominator")?;
            let axis = funnel_axis_of_ratios(&denominators(&points)).map_err(code)?;
            let shown = match input["ratio_type"].as_str().expect("a type") {
                "count" => |ratio: f64| ratio - 1.0,
                "isr" => |ratio: f64| ratio * 100.0,
                other => panic!("ratio type {other}"),
            };
            let limits = move |x, level| {
                let limits = funnel_limits_of_ratio(x, level)?;
                Ok((shown(limits.lower), shown(limits.upper)))
            };
            Ok(Funnel { name: "Observed_events", axis, baseline: None, limits: Box::new(limits) })
        }
        "rate" => {
            let points = rate_points(input, rows, per)?;
            let average = funnel_average_of_rates(&points).map_err(code)?;
            let years = number(&input["years_of_data"]).expect("years");
            let axis = funnel_axis_of_rates(&denominators(&points), years, average).map_err(code)?;
            let limits = move |x, level| {
                let limits = funnel_limits_of_rate(average * per, x, level)?;
                Ok((limits.lower, limits.upper))
            };
            Ok(Funnel { name: "Events", axis, baseline: Some(average * per), limits: Box::new(limits) })
        }
        other => panic!("statistic {other}"),
    }
}

impl Funnel {
    fn agrees_with(&self, file: &Value, case: &Value) -> Result<(), String> {
        let (expect, stated) = (&case["expect"], &file["tolerance"]);
        let of = |key: &str| stated[key].as_f64().expect("a tolerance");
        let mut wrong = Vec::new();
        if expect["x_name"] != self.name
            || numbers(&expect["x"]) != self.axis.iter().copied().map(Some).collect::<Vec<_>>()
        {
            wrong.push(format!("  axis: expected {}, got {:?}", expect["x"], self.axis));
        }
        let own = case["tolerance"]["absolute"].as_f64();
        let exactly = Tolerance { relative: of("poisson_exact_relative"), absolute: 0.0 };
        let line =
            Tolerance { relative: of("proportion_relative"), absolute: own.unwrap_or(of("proportion_absolute")) };
        if expect.get("baseline").is_some() && !agree(&expect["baseline"], &json!(self.baseline), line) {
            wrong.push(format!("  average: expected {}, got {:?}", expect["baseline"], self.baseline));
        }
        for row in expect["rows"].as_array().expect("rows") {
            let at = row["row"].as_u64().expect("a number") as usize - 1;
            assert_eq!(row["x"].as_f64(), Some(self.axis[at]), "{}: place", case["id"]);
            for (suffix, level) in [("95", Level::P95), ("99_8", Level::P998)] {
                let (lower, upper) =
                    (self.limits)(self.axis[at], level).map_err(|why| format!("  refused: {why:?}"))?;
                for (end, got) in [("lower", lower), ("upper", upper)] {
                    let exact = &row[format!("exact_{end}{suffix}")];
                    let published = &row[format!("{end}{suffix}")];
                    let (expected, tolerance) = if exact.is_number() { (exact, exactly) } else { (published, line) };
                    // At an average of exactly one the reference's own line is rounding noise, and once not a number;
                    // the formula has the average there.
                    let expected = if expected == "NaN" { &expect["baseline"] } else { expected };
                    if !agree(expected, &json!(got), tolerance) {
                        wrong.push(format!("  {end}{suffix} at {}: expected {expected}, got {got}", self.axis[at]));
                    }
                }
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }
}

fn denominators(points: &[(f64, f64)]) -> Vec<f64> {
    points.iter().map(|point| point.1).collect()
}

fn pairs(rows: &[Value], below: &str) -> Result<Vec<(f64, f64)>, &'static str> {
    rows.iter().map(|row| number(&row["numerator"]).zip(number(&row[below])).ok_or("missing_value")).collect()
}

fn kind(input: &Value) -> RateKind {
    match input["rate_type"].as_str().expect("a type of rate") {
        "crude" => RateKind::Crude,
        "dsr" => RateKind::DirectlyStandardised,
        other => panic!("rate type {other}"),
    }
}

/// The rate per one; without events it needs none stated.
fn rate_of(row: &Value, events: f64, per: f64) -> Result<f64, &'static str> {
    let rate = number(&row["rate"]).or((events == 0.0).then_some(0.0));
    rate.map(|rate| rate / per).ok_or("missing_value")
}

/// Events and denominators that make up a funnel of rates; a standardised rate of no events is not among them.
fn rate_points(input: &Value, rows: &[Value], per: f64) -> Result<Vec<(f64, f64)>, &'static str> {
    let known = rows.iter().map(|row| {
        let events = number(&row["numerator"]).ok_or("missing_value")?;
        Ok((events, row))
    });
    let known = known.collect::<Result<Vec<_>, &'static str>>()?;
    let counted = known.into_iter().filter(|(events, _)| kind(input) == RateKind::Crude || *events > 0.0);
    counted
        .map(|(events, row)| {
            let rate = rate_of(row, events, per)?;
            Ok((events, funnel_denominator(events, rate, number(&row["denominator"])).map_err(code)?))
        })
        .collect()
}

// ---- points --------------------------------------------------------------------------------------------------------

#[test]
fn points_of_funnels() {
    run("phe/funnel_points.json", (21, 0), points_answer);
}

pub fn points_answer(input: &Value) -> Value {
    or_error(points(input))
}

fn points(input: &Value) -> Result<Value, &'static str> {
    let per = number(&input["multiplier"]).expect("a multiplier");
    let years = number(&input["years_of_data"]).expect("years");
    let point = |row: &Value| {
        let (events, rate) = number(&row["numerator"]).zip(number(&row["rate"])).ok_or("missing_value")?;
        match funnel_point(kind(input), events, rate / per, number(&row["denominator"]), years) {
            Err(Rejection::TooFewEvents) => Ok(json!({ "rate": null, "population_per_year": null })),
            Err(why) => Err(code(why)),
            Ok(point) => Ok(json!({ "rate": point.value * per, "population_per_year": point.yearly_denominator })),
        }
    };
    let points = input["areas"].as_array().expect("areas").iter().map(point).collect::<Result<Vec<_>, _>>()?;
    Ok(json!({ "points": points }))
}

// ---- significance --------------------------------------------------------------------------------------------------

#[test]
fn significance_in_funnels() {
    run("phe/funnel_significance.json", (36, 0), significance_answer);
}

pub fn significance_answer(input: &Value) -> Value {
    or_error(significance(input))
}

fn significance(input: &Value) -> Result<Value, &'static str> {
    let per = number(&input["multiplier"]).expect("a multiplier");
    let rows = input["areas"].as_array().expect("areas");
    let found: Vec<Result<GradedSignificance, Rejection>> = match input["statistic"].as_str().expect("a statistic") {
        "proportion" => {
            let points = pairs(rows, "denominator")?;
            let average = funnel_average_of_proportions(&points).map_err(code)?;
            points.iter().map(|(o, n)| funnel_significance_of_proportion(*o, *n, average)).collect()
        }
        "ratio" => {
            let points = pairs(rows, "expected")?;
            points.iter().map(|(o, e)| funnel_significance_of_ratio(*o, *e)).collect()
        }
        "rate" => {
            let average = funnel_average_of_rates(&rate_points(input, rows, per)?).map_err(code)?;
            let one = |row: &Value| {
                let events = number(&row["numerator"]).expect("checked above");
                let rate = rate_of(row, events, per).expect("checked above");
                funnel_significance_of_rate(kind(input), events, rate, number(&row["denominator"]), average)
            };
            rows.iter().map(one).collect()
        }
        other => panic!("statistic {other}"),
    };
    let name = |found: Result<GradedSignificance, Rejection>| match found {
        Err(Rejection::TooFewEvents) => Ok("not_applicable_under_10_events"),
        Err(why) => Err(code(why)),
        Ok(found) => Ok(match (found.significance, found.level == Some(Level::P998)) {
            (Significance::NotDifferent, _) => "not_significant",
            (Significance::Lower, false) => "low_95",
            (Significance::Lower, true) => "low_99_8",
            (Significance::Higher, false) => "high_95",
            (Significance::Higher, true) => "high_99_8",
        }),
    };
    Ok(json!({ "significance": found.into_iter().map(name).collect::<Result<Vec<_>, _>>()? }))
}
