//! Slope and relative index of inequality.

use super::spc::in_full;
use super::*;

#[test]
fn slope_and_relative_index() {
    cases::each_case("phe/sii.json", (35, 1), |file, case| {
        match (fitted(&case["input"]), case["expect"].is_object()) {
            (Ok((line, per, levels)), true) => checked(file, case, &line, per, &levels),
            (Err(got), false) if case["expect_error"]["code"] == got => Ok(()),
            (got, _) => Err(format!("  expected {}, got {:?}", case["expect_error"]["code"], got.err())),
        }
    });
}

/// The line, its indices and their limits.
pub fn answer(input: &Value) -> Value {
    or_error(fitted(input).map(|(line, per, levels)| {
        let limits: Vec<String> = levels
            .iter()
            .map(|level| in_full(&(line.slope_index_limits(*level), line.relative_index_limits(*level))))
            .collect();
        let indices = in_full(&(line.slope_index(), line.relative_index(), line.most_deprived_end()));
        json!({ "line": in_full(&line), "per": per, "indices": indices, "limits": limits })
    }))
}

/// The line, what its values are multiplied by, and the levels. Some errors of the cases cannot be made with our types;
/// those are found here.
fn fitted(input: &Value) -> Result<(InequalityLine, f64, Vec<Level>), &'static str> {
    let transform = input["transform"] == true;
    let rows = input["rows"].as_array().expect("rows");
    let with_error = rows.iter().any(|row| row.get("se").is_some());
    let model = match (input["value_type"].as_str(), transform) {
        (Some("other"), false) => InequalityModel::Other,
        (Some("other"), true) => return Err("transform_needs_rate_or_proportion"),
        (Some(_), true) if with_error => return Err("transform_forbids_se"),
        (Some("rate"), false) => InequalityModel::Rate,
        (Some("rate"), true) => InequalityModel::LogRate,
        (Some("proportion"), false) => InequalityModel::Proportion,
        (Some("proportion"), true) => InequalityModel::LogitProportion,
        _ => return Err("bad_value_type"),
    };
    let asked = numbers(&input["confidence"]).into_iter().flatten();
    let levels = asked.map(|c| Level::of(c).map_err(|_| "confidence_out_of_range")).collect::<Result<Vec<_>, _>>()?;
    let mut ordered: Vec<&Value> = rows.iter().collect();
    ordered.sort_by_key(|row| row["quantile"].as_u64().expect("a quantile"));
    let groups = ordered.into_iter().map(|row| group(row, model)).collect::<Result<Vec<_>, _>>()?;
    let line = inequality_line(&groups, model).map_err(own_code)?;
    let multiplier = number(&input["multiplier"]).expect("a multiplier");
    Ok((if multiplier < 0.0 { line.reversed() } else { line }, multiplier.abs(), levels))
}

fn group(row: &Value, model: InequalityModel) -> Result<SocialGroup, &'static str> {
    let population = number(&row["population"]).ok_or("population_not_positive")?;
    let standard_error = match (row.get("se"), row.get("lower")) {
        (Some(error), _) => number(error).ok_or("bad_standard_error")?,
        (None, Some(lower)) => {
            let limits = number(lower).zip(number(&row["upper"])).ok_or("missing_confidence_limit")?;
            model.standard_error(limits.0, limits.1, Level::P95).map_err(own_code)?
        }
        (None, None) => return Err("missing_uncertainty"),
    };
    let value = number(&row["value"]).or_else(|| Some(number(&row["count"])? / population)).expect("a value");
    Ok(SocialGroup { population, value, standard_error })
}

fn own_code(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::DenominatorNotPositive => "population_not_positive",
        other => code(other),
    }
}

fn checked(file: &Value, case: &Value, line: &InequalityLine, per: f64, levels: &[Level]) -> Result<(), String> {
    let expect = &case["expect"];
    let relative = file["tolerance"]["point_relative"].as_f64().expect("a tolerance");
    let rows = case["input"]["rows"].as_array().expect("rows").iter();
    let largest =
        rows.flat_map(|row| ["value", "upper"].map(|key| row[key].as_f64().unwrap_or(0.0))).fold(0.0, f64::max);
    let mut wrong = Vec::new();
    let mut same = |what: &str, expected: &Value, got: Result<f64, Rejection>, within: f64| {
        let expected = expected.as_f64().unwrap_or_else(|| panic!("{what}: no number"));
        if !got.is_ok_and(|got| (got - expected).abs() <= within) {
            wrong.push(format!("  {what}: expected {expected}, got {got:?}, allowed {within:e}"));
        }
    };
    let point = |expected: &Value| (relative * expected.as_f64().unwrap_or(0.0).abs()).max(1e-9 * largest * per);
    // The reference multiplies the end of a line fitted on another scale, and no other.
    let end = if case["input"]["transform"] == true { per } else { 1.0 };
    same("sii", &expect["sii"], line.slope_index().map(|s| s * per), point(&expect["sii"]));
    same("rii", &expect["rii"], line.relative_index(), relative);
    same("intercept", &expect["intercept"], line.most_deprived_end().map(|e| e * end), point(&expect["intercept"]));

    let simulated = expect["limits_by_simulation"].as_array().expect("limits");
    assert_eq!(simulated.len(), levels.len(), "a simulation for each level");
    for (at, level) in levels.iter().enumerate() {
        let found = [("sii", line.slope_index_limits(*level), per), ("rii", line.relative_index_limits(*level), 1.0)];
        for (index, limits, per) in found {
            let width = limits.map_or(0.0, |l| l.upper - l.lower) * per;
            for (end, limit) in [("lower", limits.map(|l| l.lower * per)), ("upper", limits.map(|l| l.upper * per))] {
                let mean = &simulated[at][format!("{index}_{end}_mc_mean")];
                let deviation = simulated[at][format!("{index}_{end}_mc_sd")].as_f64().expect("a deviation");
                let chance = (6.0 * deviation).max(0.005 * width) + 1e-9 * mean.as_f64().unwrap_or(0.0).abs();
                same(&format!("{index} {end}, simulated"), mean, limit, chance);
                let exact = &expect["limits_closed_form"][at][format!("{index}_{end}")];
                if exact.is_number() {
                    let closed = file["tolerance"]["closed_form_relative"].as_f64().expect("a tolerance");
                    let within = (closed * exact.as_f64().unwrap_or(0.0).abs()).max(1e-9 * largest * per);
                    same(&format!("{index} {end}, closed form"), exact, limit, within);
                }
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
