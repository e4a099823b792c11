//! Ranks and rank intervals.

use crate::spc::{Differences, column, full, in_full, list, run};
use peerglass::stats::Rejection;
use peerglass::stats::rank::*;
use serde_json::{Value, json};

#[test]
fn point_ranks() {
    run("rank_point.json", (32, 0), |case, differences| {
        let found = ranked(&case["input"]).expect("ranks");
        let count = found.len() as f64;
        differences.numbers("rank", &case["expected"]["rank"], &found.iter().map(|r| Some(*r)).collect::<Vec<_>>());
        let fractions: Vec<_> = found.iter().map(|rank| Some(rank / count)).collect();
        differences.numbers("fractional_rank", &case["expected"]["fractional_rank"], &fractions);
    });
}

fn ranked(input: &Value) -> Result<Vec<f64>, Rejection> {
    let best = if input["increasing"] == true { Best::Lowest } else { Best::Highest };
    let ties = match input["omega"].as_f64() {
        Some(0.0) => Ties::BestRank,
        Some(0.5) => Ties::MiddleRank,
        Some(1.0) => Ties::WorstRank,
        other => panic!("omega {other:?}"),
    };
    ranks(&full(&input["x"]), best, ties)
}

pub fn point_answer(input: &Value) -> Value {
    json!(in_full(&ranked(input)))
}

/// Every kind of interval, and the critical value of each unit.
pub fn intervals_answer(input: &Value) -> Value {
    let (estimates, errors) = (full(&input["estimate"]), full(&input["se"]));
    let coverage = input["coverage"].as_f64().expect("a coverage");
    let best = if input["higher_is_better"] == true { Best::Highest } else { Best::Lowest };
    let ranks = [Ties::BestRank, Ties::MiddleRank, Ties::WorstRank].map(|ties| ranks(&estimates, best, ties));
    let marginal =
        [Steps::Down, Steps::Single].map(|s| marginal_rank_intervals(&estimates, &errors, coverage, best, s));
    let corrections = [Correction::Holm, Correction::Bonferroni];
    let corrected = corrections.map(|c| marginal_rank_intervals_corrected(&estimates, &errors, coverage, best, c));
    let together = corrections.map(|c| simultaneous_rank_intervals(&estimates, &errors, coverage, best, c));
    let critical: Vec<_> = (0..errors.len()).map(|i| rank_critical_value(&errors, i, coverage)).collect();
    json!([in_full(&ranks), in_full(&marginal), in_full(&corrected), in_full(&together), in_full(&critical)])
}

pub fn multinomial_answer(input: &Value) -> Value {
    json!(in_full(&(multinomial(input), ranks(&full(&input["counts"]), Best::Highest, Ties::BestRank))))
}

#[test]
fn rank_intervals() {
    run("rank_intervals.json", (22, 0), |case, differences| {
        let (input, expected) = (&case["input"], &case["expected"]);
        let (estimates, errors) = (full(&input["estimate"]), full(&input["se"]));
        let coverage = input["coverage"].as_f64().expect("a coverage");
        let best = if input["higher_is_better"] == true { Best::Highest } else { Best::Lowest };
        for (name, ties) in
            [("rank_best", Ties::BestRank), ("rank_mid", Ties::MiddleRank), ("rank_worst", Ties::WorstRank)]
        {
            differences.all_same(name, &expected[name], ranks(&estimates, best, ties).expect("ranks"));
        }
        let marginal =
            |steps| marginal_rank_intervals(&estimates, &errors, coverage, best, steps).expect("rank intervals");
        let corrected = |correction| {
            marginal_rank_intervals_corrected(&estimates, &errors, coverage, best, correction).expect("rank intervals")
        };
        let together = |correction| {
            simultaneous_rank_intervals(&estimates, &errors, coverage, best, correction).expect("rank intervals")
        };
        let stepdown = marginal(Steps::Down);
        let holm = together(Correction::Holm);
        same("marginal_stepdown", &stepdown, expected, differences);
        same("marginal_single_step", &marginal(Steps::Single), expected, differences);
        same("marginal_holm", &corrected(Correction::Holm), expected, differences);
        same("marginal_bonferroni", &corrected(Correction::Bonferroni), expected, differences);
        same("simultaneous_holm", &holm, expected, differences);
        same("simultaneous_bonferroni", &together(Correction::Bonferroni), expected, differences);
        for (i, c) in column(&expected["marginal_stepdown"]["first_critical_value"]).into_iter().enumerate() {
            let found = rank_critical_value(&errors, i, coverage).expect("a critical value");
            differences.holds("first_critical_value", c.is_some_and(|c| (c - found).abs() <= 1e-6));
            let alone = marginal_rank_interval(&estimates, &errors, i, coverage, best, Steps::Down);
            differences.holds("alone as among all", alone == Ok(stepdown[i]));
        }
        simulated(&stepdown, &holm, &expected["csranks_bootstrap"], differences);
    });
}

#[test]
fn multinomial_rank_intervals_of_counts() {
    run("rank_multinomial.json", (25, 0), |case, differences| {
        let (input, expected) = (&case["input"], &case["expected"]);
        match multinomial(input) {
            Err(_) => differences.same("error", &expected["error"], true),
            Ok(found) => {
                differences.same("error", &expected["error"], false);
                differences.all_same("L", &expected["L"], found.iter().map(|interval| interval.best));
                differences.all_same("U", &expected["U"], found.iter().map(|interval| interval.worst));
                let point = ranks(&full(&input["counts"]), Best::Highest, Ties::BestRank).expect("ranks");
                differences.all_same("rank", &expected["rank"], point);
            }
        }
    });
}

fn multinomial(input: &Value) -> Result<Vec<RankInterval>, Rejection> {
    let bound = match input["side"].as_str() {
        Some("two-sided") => Bound::Both,
        Some("lower") => Bound::Best,
        Some("upper") => Bound::Worst,
        other => panic!("side {other:?}"),
    };
    let correction = match input["correction"].as_str() {
        Some("Holm") => Correction::Holm,
        Some("Bonferroni") => Correction::Bonferroni,
        other => panic!("correction {other:?}"),
    };
    let scope = if input["simultaneous"] == true { Scope::Simultaneous(correction) } else { Scope::Marginal };
    let coverage = input["coverage"].as_f64().expect("a coverage");
    let counts = full(&input["counts"]);
    multinomial_rank_intervals(&counts, coverage, bound, scope)
}

fn same(name: &str, found: &[RankInterval], expected: &Value, differences: &mut Differences) {
    differences.all_same(&format!("{name} L"), &expected[name]["L"], found.iter().map(|interval| interval.best));
    differences.all_same(&format!("{name} U"), &expected[name]["U"], found.iter().map(|interval| interval.worst));
}

/// The reference itself is a simulation: ours lies within two ranks of its seeds, or, together, is no narrower.
fn simulated(marginal: &[RankInterval], together: &[RankInterval], expected: &Value, differences: &mut Differences) {
    let end = |family: &str, key: &str, i: usize| list(&expected[family][key])[i].as_u64().expect("a rank") as usize;
    for (i, interval) in marginal.iter().enumerate() {
        let within = |rank: usize, least: &str, most: &str| {
            end("marginal", least, i) <= rank + 2 && rank <= end("marginal", most, i) + 2
        };
        differences.holds(&format!("simulated L[{i}]"), within(interval.best, "L_min", "L_max"));
        differences.holds(&format!("simulated U[{i}]"), within(interval.worst, "U_min", "U_max"));
    }
    for (i, interval) in together.iter().enumerate() {
        let holds =
            interval.best <= end("simultaneous", "L_max", i) && end("simultaneous", "U_min", i) <= interval.worst;
        differences.holds(&format!("holds the simulated set [{i}]"), holds);
    }
}
