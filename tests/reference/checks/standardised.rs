//! Directly and indirectly standardised rates, ratios, standard populations, and quantiles by rank.

use super::*;

#[test]
fn standard_populations() {
    let file = cases::read("phe/standard_populations.json", "phe-standard-populations/1");
    let names: Vec<&String> = file.as_object().expect("populations").keys().filter(|key| *key != "schema").collect();
    assert_eq!(names, ["esp2013"], "a standard population that we do not have");
    let expected = &file["esp2013"];
    let ours = EUROPEAN_STANDARD_POPULATION_2013;
    let name = |at: usize| match ours.get(at + 1) {
        Some(next) => format!("{}-{}", ours[at].from, next.from - 1),
        None => format!("{}+", ours[at].from),
    };
    assert_eq!(expected["bands"], json!((0..ours.len()).map(name).collect::<Vec<_>>()));
    let weights: Vec<Option<f64>> = ours.iter().map(|band| Some(band.weight)).collect();
    assert_eq!(numbers(&expected["weights"]), weights);
    assert_eq!(expected["total"].as_f64(), Some(ours.iter().map(|band| band.weight).sum()));
}

#[test]
fn quantiles() {
    run("phe/quantile.json", (32, 0), quantiles_answer);
}

pub fn quantiles_answer(input: &Value) -> Value {
    let values = numbers(&input["values"]);
    let groups = input["nquantiles"].as_u64().expect("quantiles") as u8;
    let first = match input["highest_value_is_quantile_1"].as_bool().expect("an end") {
        true => QuantileOne::Highest,
        false => QuantileOne::Lowest,
    };
    let names = match &input["groups"] {
        Value::Null => vec![Value::Null; values.len()],
        names => names.as_array().expect("groups").clone(),
    };
    let mut found = vec![None; values.len()];
    for name in &names {
        let places: Vec<usize> = (0..values.len()).filter(|at| names[*at] == *name).collect();
        let own: Vec<Option<f64>> = places.iter().map(|at| values[*at]).collect();
        for (at, quantile) in places.iter().zip(ranked_quantiles(&own, groups, first)) {
            found[*at] = quantile;
        }
    }
    json!({ "quantile": found })
}

#[test]
fn directly_standardised_rates() {
    run("phe/dsr.json", (40, 0), direct_answer);
}

pub fn direct_answer(input: &Value) -> Value {
    or_error(direct(input))
}

/// The cases' policy, not ours: a missing count is none, a missing population or weight an error.
fn stratum(row: &Value, count: &str) -> Result<Stratum, &'static str> {
    let known = |key: &str| number(&row[key]).ok_or("missing_value");
    Ok(Stratum { count: number(&row[count]).unwrap_or(0.0), denominator: known("n")?, weight: known("stdpop")? })
}

fn direct(input: &Value) -> Result<Value, &'static str> {
    let levels = levels(&input["confidence"])?;
    let per = number(&input["multiplier"]).expect("a multiplier");
    let independent = input["independent_events"] != false;
    let rows = input[if independent { "bands" } else { "rows" }].as_array().expect("bands");
    let mut frequencies: Vec<f64> = Vec::new();
    let frequency = |row: &Value| number(&row["event_frequency"]).unwrap_or(1.0);
    for row in rows {
        if !frequencies.contains(&frequency(row)) {
            frequencies.push(frequency(row));
        }
    }
    let column = if independent { "x" } else { "individuals" };
    let strata = frequencies
        .iter()
        .map(|f| rows.iter().filter(|row| frequency(row) == *f).map(|row| stratum(row, column)).collect())
        .collect::<Result<Vec<Vec<Stratum>>, _>>()?;
    let repeats: Vec<Repeats> =
        frequencies.iter().zip(&strata).map(|(f, strata)| Repeats { events_each: *f, strata }).collect();

    let rate = if independent { directly_standardised(&strata[0]) } else { directly_standardised_repeated(&repeats) };
    let rate = rate.and_then(|rate| rate.scaled(per));
    let suppressed = rate == Err(Rejection::TooFewEvents);
    let rate = if suppressed { None } else { Some(rate.map_err(code)?) };
    let limits = levels.iter().map(|level| {
        let limits = rate.map(|rate| directly_standardised_limits(&rate, *level)).transpose().map_err(code)?;
        Ok(shown(*level, limits))
    });
    let counts = repeats.iter().flat_map(|r| r.strata.iter().map(|s| r.events_each * s.count));
    let total_count = float::sum_of(counts);
    let total_pop = float::sum_of(strata[0].iter().map(|s| s.denominator));
    if let Some(rate) = rate {
        assert_eq!((rate.count, rate.denominator), (total_count, total_pop));
    }
    Ok(json!({
        "total_count": total_count, "total_pop": total_pop, "value": rate.map(|rate| rate.value),
        "limits": limits.collect::<Result<Vec<_>, &str>>()?, "suppressed": suppressed,
        "method": if independent { "Dobson" } else { "Dobson, with confidence adjusted for non-independent events" },
    }))
}

pub fn shown(level: Level, limits: Option<Limits>) -> Value {
    assert!(limits.is_none_or(|limits| limits.level == level), "the level must travel with the limits");
    let (lower, upper) = (limits.map(|l| l.lower), limits.map(|l| l.upper));
    json!({ "confidence": level.confidence(), "lower": lower, "upper": upper })
}

#[test]
fn indirectly_standardised_rates() {
    run("phe/israte.json", (35, 0), rate_answer);
}

pub fn rate_answer(input: &Value) -> Value {
    let per = number(&input["multiplier"]).expect("a multiplier");
    let add = |expected: Option<Expected>, all: &mut Value| {
        all["ref_rate"] = json!(expected.map(|e| e.reference_rate * per));
    };
    or_error(indirect(input, per, indirectly_standardised_rate, indirectly_standardised_rate_interval, add))
}

#[test]
fn indirectly_standardised_ratios() {
    run("phe/isratio.json", (35, 0), ratio_answer);
}

pub fn ratio_answer(input: &Value) -> Value {
    let per = number(&input["refvalue"]).expect("a value for the reference");
    or_error(indirect(input, per, indirectly_standardised_ratio, indirectly_standardised_ratio_interval, |_, _| {}))
}

/// The cases' policy, not ours: missing counts and populations are none; without a reference population, no result.
fn indirect(
    input: &Value,
    per: f64,
    value: fn(f64, &Expected) -> Result<f64, Rejection>,
    surround: fn(f64, &Expected, Level) -> Result<Interval, Rejection>,
    add: impl Fn(Option<Expected>, &mut Value),
) -> Result<Value, &'static str> {
    let levels = levels(&input["confidence"])?;
    let bands = input["bands"].as_array().expect("bands");
    let counts = bands.iter().map(|band| number(&band["x"]).unwrap_or(0.0));
    let observed = match input.get("observed_total") {
        Some(total) => number(total),
        None => Some(observed_events(&counts.collect::<Vec<_>>()).map_err(code)?),
    };
    let strata = bands.iter().map(|band| {
        Some(ReferenceStratum {
            denominator: number(&band["n"]).unwrap_or(0.0),
            reference_count: number(&band["x_ref"]).unwrap_or(0.0),
            reference_denominator: number(&band["n_ref"])?,
        })
    });
    let strata: Option<Vec<ReferenceStratum>> = strata.collect();
    let expected = strata.map(|strata| expected_events(&strata)).transpose().map_err(code)?;
    let both = observed.zip(expected);
    let calculable = |result| match result {
        Err(Rejection::NothingExpected) => Ok(None),
        Err(other) => Err(code(other)),
        Ok(value) => Ok(Some(value)),
    };
    let value = both.map_or(Ok(None), |(o, e)| calculable(value(o, &e)))?;
    let limits = limits(&levels, |level| {
        match both.map(|(o, e)| surround(o, &e, level).and_then(|i| i.scaled(per))).transpose() {
            Err(Rejection::NothingExpected) => Ok(None),
            other => other,
        }
    })?;
    let mut all = json!({
        "observed": observed, "expected": expected.map(|e| e.events), "value": value.map(|v| v * per),
        "limits": limits, "method": observed.map(|o| method_name(rate_method(o))),
    });
    add(expected, &mut all);
    Ok(all)
}
