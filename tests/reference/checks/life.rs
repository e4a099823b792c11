//! Life expectancy.

use super::spc::in_full;
use super::standardised::shown;
use super::*;

#[test]
fn life_expectancies() {
    cases::each_case("phe/life_expectancy.json", (32, 0), |file, case| {
        let got = or_error(expectancies(&case["input"]));
        let tolerance = Tolerance::of(&file["tolerance"], case);
        if expectations(case).iter().any(|expected| agree(&unshown(expected), &got, tolerance)) {
            return Ok(());
        }
        Err(format!("  expected {}\n  got      {got}", case["expect"]))
    });
}

/// The expectancies as the file has them, and as they are.
pub fn answer(input: &Value) -> Value {
    json!([or_error(expectancies(input)), in_full(&life_expectancy(&bands(input), OpenBand::From90))])
}

/// The reference hides a value whose interval is too wide, and shows the interval; the note on methods says hide both.
fn unshown(expected: &Value) -> Value {
    let mut expected = expected.clone();
    for age in expected.get_mut("life_expectancy").and_then(Value::as_array_mut).into_iter().flatten() {
        if age["value"].is_null() {
            for limit in age["limits"].as_array_mut().expect("limits") {
                limit["lower"] = Value::Null;
                limit["upper"] = Value::Null;
            }
        }
    }
    expected
}

/// Any number of levels, each as a fraction or a percentage: this one file takes pairs that the others refuse.
fn any_levels(confidence: &Value) -> Result<Vec<Level>, &'static str> {
    let asked = numbers(confidence).into_iter().flatten();
    asked.map(|c| Level::of(c).map_err(|_| "confidence_out_of_range")).collect()
}

/// A missing number makes no table; ours has no place for one, so it goes in as what is not a number.
fn bands(input: &Value) -> Vec<LifeBand> {
    let band = |row: &Value| LifeBand {
        from: row["start_age"].as_u64().expect("an age") as u8,
        deaths: number(&row["deaths"]).unwrap_or(f64::NAN),
        population: number(&row["population"]).unwrap_or(f64::NAN),
    };
    input["bands"].as_array().expect("bands").iter().map(band).collect()
}

fn expectancies(input: &Value) -> Result<Value, &'static str> {
    let levels = any_levels(&input["confidence"])?;
    let bands = bands(input);
    let all = match life_expectancy(&bands, OpenBand::From90) {
        Err(Rejection::FirstBandNotAtBirth) => return Err(code(Rejection::FirstBandNotAtBirth)),
        Err(why) => vec![Err(why); bands.len()],
        Ok(all) => all,
    };
    let ages = bands.iter().zip(all).map(|(band, found)| {
        let found = found.ok();
        let limits: Vec<Value> = levels
            .iter()
            .map(|level| shown(*level, found.and_then(|found| life_expectancy_limits(&found, *level).ok())))
            .collect();
        json!({ "start_age": band.from, "value": found.map(|f| f.value), "limits": limits })
    });
    Ok(json!({ "life_expectancy": ages.collect::<Vec<_>>() }))
}

/// What the file calls a warning is a reason here.
#[test]
fn what_is_not_shown_says_why() {
    cases::each_case("phe/life_expectancy.json", (32, 0), |_, case| {
        let Some(warning) = case["warnings"][0].as_str() else { return Ok(()) };
        let why = match life_expectancy(&bands(&case["input"]), OpenBand::From90) {
            Err(why) => why,
            Ok(all) => all[0].expect_err("a warning and a value"),
        };
        let ours = match why {
            Rejection::DenominatorNotPositive => "population_not_positive",
            Rejection::NegativeNumerator => "negative_deaths",
            Rejection::NumeratorExceedsDenominator => "deaths_exceed_population",
            // The reference divides by no deaths, and then finds the interval too wide.
            Rejection::NoDeathsInLastBand => "interval_over_20_years",
            other => code(other),
        };
        if ours == warning { Ok(()) } else { Err(format!("  expected {warning}, got {ours}")) }
    });
}
