//! Over-dispersed funnels. Where the reference is known to be wrong, the file's `recommended` values are held to.

use crate::spc::{Differences, in_full, list, run, tagged};
use peerglass::stats::funnel::*;
use peerglass::stats::{Level, Rejection, sum};
use serde_json::{Value, json};

#[test]
fn proportions() {
    run("funnel_proportion.json", (24, 0), |case, differences| {
        compare(case, differences, PROPORTION);
    });
}

#[test]
fn ratios_by_shmi() {
    run("funnel_ratio_shmi.json", (16, 0), |case, differences| {
        compare(case, differences, RATIO_SHMI);
    });
}

#[test]
fn ratios_by_cqc() {
    run("funnel_ratio_cqc.json", (14, 0), |case, differences| {
        compare(case, differences, RATIO_CQC);
    });
}

#[test]
fn count_ratios() {
    run("funnel_count_ratio.json", (12, 0), |case, differences| {
        compare(case, differences, COUNT_RATIO);
    });
}

/// The units in the reference's order, by name; rows of one unit are summed, a missing number makes a sum missing.
struct Summed {
    names: Vec<String>,
    counts: Vec<Option<f64>>,
    denominators: Vec<Option<f64>>,
}

fn summed(input: &Value) -> Summed {
    let groups: Vec<&str> = list(&input["group"]).iter().map(|name| name.as_str().expect("a name")).collect();
    let mut names: Vec<String> = groups.iter().map(|name| name.to_string()).collect();
    names.sort();
    names.dedup();
    let total = |key: &str, name: &str| {
        let of_name = groups.iter().enumerate().filter(|(_, group)| **group == name);
        let column: Option<Vec<f64>> = of_name.map(|(i, _)| input[key][i].as_f64()).collect();
        column.and_then(|column| sum(&column))
    };
    let column = |key: &str| names.iter().map(|name| total(key, name)).collect();
    Summed { counts: column("numerator"), denominators: column("denominator"), names }
}

pub type Make = fn(&Value, &[f64], &[f64], f64) -> Result<Funnel, Rejection>;

pub const PROPORTION: Make = |_, x, n, share| funnel_proportion(x, n, share);
pub const RATIO_SHMI: Make = |input, x, n, share| {
    let rounding = if input["shmi_rounding"] == true { Rounding::TwoDecimals } else { Rounding::None };
    funnel_ratio_shmi(x, n, share, rounding)
};
pub const RATIO_CQC: Make = |_, x, n, share| funnel_ratio_cqc(x, n, share);
pub const COUNT_RATIO: Make = |_, x, n, share| funnel_count_ratio(x, n, share);

/// The funnel of a case, and which of its units are in it.
fn made(input: &Value, summed: &Summed, make: Make) -> (Vec<usize>, Result<Funnel, Rejection>) {
    // Units with a missing number are left out before the funnel is made; in the reference one of them spoils all.
    let complete = |i: &usize| summed.counts[*i].is_some() && summed.denominators[*i].is_some();
    let present: Vec<usize> = (0..summed.names.len()).filter(complete).collect();
    let column = |column: &[Option<f64>]| present.iter().filter_map(|i| column[*i]).collect::<Vec<f64>>();
    let share = input["trim_by"].as_f64().expect("a share");
    let funnel = make(input, &column(&summed.counts), &column(&summed.denominators), share);
    (present, funnel)
}

/// The whole funnel, and who is outside by which limits.
pub fn answer(input: &Value, make: Make) -> Value {
    let (present, funnel) = made(input, &summed(input), make);
    let outside = |unit: &FunnelUnit| {
        [Widening::Adjusted, Widening::Unadjusted]
            .map(|widening| [Level::P95, Level::P998].map(|level| unit.outside(level, widening)))
    };
    let outside: Option<Vec<_>> =
        funnel.as_ref().ok().map(|funnel| funnel.units.iter().map(|unit| unit.as_ref().ok().map(outside)).collect());
    json!({ "units": present, "funnel": in_full(&funnel), "outside": outside })
}

fn compare(case: &Value, differences: &mut Differences, make: Make) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let summed = summed(input);
    let (present, made) = made(input, &summed, make);
    let funnel = match made {
        Err(_) => return differences.same("error", &expected["error"], true),
        Ok(funnel) => funnel,
    };
    differences.same("error", &expected["error"], false);
    differences.all_same("group", &expected["units"]["group"], summed.names.iter().cloned());

    let spoilt = present.len() < summed.names.len();
    let judged = whole(case, &funnel, differences, spoilt);
    for (unit, i) in funnel.units.iter().zip(&present) {
        one(case, *i, unit.ok(), judged, differences);
    }
}

/// Target, spread, and which limits decide.
fn whole(case: &Value, funnel: &Funnel, differences: &mut Differences, spoilt: bool) -> Widening {
    let (input, expected) = (&case["input"], &case["expected"]);
    let (draw_adjusted, draw_unadjusted) = (input["draw_adjusted"] == true, input["draw_unadjusted"] == true);
    let phi = funnel.overdispersion.map_or(0.0, |found| found.phi);
    let adjusted = draw_adjusted && (draw_unadjusted || phi > 1.0);
    if !tagged(case, "degenerate") && !spoilt {
        differences.number("target", &expected["target"], Some(funnel.target));
        differences.number("target_transformed", &expected["target_transformed"], funnel.target_transformed);
        differences.same("adjusted_limits_used", &expected["adjusted_limits_used"], adjusted);
        differences.same("unadjusted_limits_used", &expected["unadjusted_limits_used"], draw_unadjusted || !adjusted);
        if tagged(case, "infinite-phi") {
            differences.holds("no spread", funnel.overdispersion == Err(Rejection::TooManyWithoutEvents));
        } else if draw_adjusted {
            let found = funnel.overdispersion.ok();
            differences.number("phi", &expected["phi"], found.map(|found| found.phi));
            differences.number("tau2", &expected["tau2"], found.map(|found| found.tau_squared));
        } else {
            differences.holds("the true phi is kept where the reference reports 0", funnel.overdispersion.is_ok());
        }
    }
    if adjusted { Widening::Adjusted } else { Widening::Unadjusted }
}

fn one(case: &Value, i: usize, unit: Option<FunnelUnit>, widening: Widening, differences: &mut Differences) {
    let (input, units) = (&case["input"], &case["expected"]["units"]);
    let per = input["multiplier"].as_f64().expect("a multiplier");
    let name = |key: &str| format!("{key}[{i}]");
    differences.number(&name("ratio"), &units["ratio"][i], unit.and_then(|unit| unit.value)); // never multiplied
    if !list(&units["z"]).iter().all(Value::is_null) {
        differences.number(&name("z"), &units["z"][i], unit.and_then(|unit| unit.z));
    }
    if tagged(case, "degenerate") {
        return;
    }
    differences.number(&name("transformed"), &units["transformed"][i], unit.and_then(|unit| unit.transformed));
    differences.same(&name("trimmed"), &units["trimmed"][i], unit.map_or(Value::Null, |unit| json!(unit.trimmed)));
    differences.number(&name("z_trimmed"), &units["z_trimmed"][i], unit.and_then(|unit| unit.z_trimmed));

    let of = |limits: Option<FunnelLimits>, prefix: &str| {
        let limits =
            limits.map_or([None; 4], |l| [l.lower_95, l.upper_95, l.lower_998, l.upper_998].map(scaled_by(per)));
        ["ll95", "ul95", "ll998", "ul998"].map(|key| format!("{prefix}{key}")).into_iter().zip(limits)
    };
    let limits = of(unit.and_then(|unit| unit.unadjusted), "").chain(of(unit.and_then(|unit| unit.adjusted), "od_"));
    for (key, limit) in limits {
        let recommended = &case["recommended"][&key];
        if recommended.is_array() {
            differences.number(&format!("recommended {key}[{i}]"), &recommended[i], limit);
        }
        if trusted(case, &key, i, recommended.is_array()) {
            differences.number(&name(&key), &units[&key][i], limit);
        }
    }
    decide(case, i, unit, widening, differences);
}

fn scaled_by(per: f64) -> impl Fn(f64) -> Option<f64> {
    move |value| Some(value * per)
}

/// Whether the reference's limit is to be matched.
fn trusted(case: &Value, key: &str, i: usize, recommended: bool) -> bool {
    let adjusted = key.starts_with("od_");
    let grid = case["expected"]["units"]["grid_dependent"][i] == true;
    // With the adjustment off, what the reference reports as adjusted is not.
    let off = case["input"]["draw_adjusted"] == false;
    let spread = adjusted && (off || tagged(case, "infinite-phi"));
    // Of the suspect limits only the exact ones of ratios by chance are sound: of count ratios both sets are suspect.
    let suspect = tagged(case, "reference-limits-suspect");
    let sound = !adjusted && !recommended && case["input"]["data_type"] != "RC";
    !grid && !spread && (!suspect || sound)
}

fn decide(case: &Value, i: usize, unit: Option<FunnelUnit>, widening: Widening, differences: &mut Differences) {
    let level = if case["input"]["limit"] == 95 { Level::P95 } else { Level::P998 };
    let outside = unit.and_then(|unit| unit.outside(level, widening));
    let flag = outside.map_or(Value::Null, |outside| json!(u8::from(outside)));
    let recommended = &case["recommended"];
    if recommended["outlier"].is_array() {
        differences.same(&format!("recommended outlier[{i}]"), &recommended["outlier"][i], flag);
        let z = unit.and_then(|unit| if widening == Widening::Adjusted { unit.z_adjusted } else { unit.z });
        differences.number(&format!("z_adjusted[{i}]"), &recommended["z_adjusted"][i], z);
    } else if !tagged(case, "infinite-phi") && !tagged(case, "reference-limits-suspect") {
        differences.same(&format!("outlier[{i}]"), &case["expected"]["units"]["outlier"][i], flag);
    }
}
