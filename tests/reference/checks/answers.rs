//! Our answer to every case, whatever the reference expects: what is to be the same, bit for bit, on every platform.

use super::*;

/// What answers the cases of a file.
fn adapter(file: &str) -> fn(&Value) -> Value {
    match file {
        "phe/benchmark_comparison.json" => compared,
        "phe/dsr.json" => standardised::direct_answer,
        "phe/funnel_limits.json" => funnel::limits_answer,
        "phe/funnel_points.json" => funnel::points_answer,
        "phe/funnel_significance.json" => funnel::significance_answer,
        "phe/israte.json" => standardised::rate_answer,
        "phe/isratio.json" => standardised::ratio_answer,
        "phe/life_expectancy.json" => life::answer,
        "phe/mean.json" => averaged,
        "phe/proportion.json" => counted_proportion,
        "phe/quantile.json" => standardised::quantiles_answer,
        "phe/rate.json" => counted_rate,
        "phe/recent_trend.json" => trend::answer,
        "phe/sii.json" => inequality::answer,
        "spc/anhoej_limits.json" => run_charts::limits_answer,
        "spc/funnel_count_ratio.json" => |input| dispersion::answer(input, dispersion::COUNT_RATIO),
        "spc/funnel_proportion.json" => |input| dispersion::answer(input, dispersion::PROPORTION),
        "spc/funnel_ratio_cqc.json" => |input| dispersion::answer(input, dispersion::RATIO_CQC),
        "spc/funnel_ratio_shmi.json" => |input| dispersion::answer(input, dispersion::RATIO_SHMI),
        "spc/rank_intervals.json" => rank::intervals_answer,
        "spc/rank_multinomial.json" => rank::multinomial_answer,
        "spc/rank_point.json" => rank::point_answer,
        "spc/run_charts.json" => |input| shewhart::answer(input, run_charts::RUN_CHART),
        "spc/shewhart_charts.json" => |input| shewhart::answer(input, shewhart::chart),
        "spc/xmr_making_data_count.json" => process::answer_of_seven,
        "spc/xmr_run_length.json" => process::answer,
        other => panic!("{other}: nothing answers it"),
    }
}

/// Our answers to the cases of a file, a line of JSON for each. Numbers are written as the shortest that reads back to the
/// same bits, so lines are equal if and only if the answers are.
pub fn answers(file: &str, text: &str) -> String {
    let content: Value = serde_json::from_str(text).expect("JSON");
    let Some(cases) = content["cases"].as_array() else { return String::new() };
    let answer = adapter(file);
    cases.iter().map(|case| format!("{}\n", json!({ "id": case["id"], "answer": answer(&case["input"]) }))).collect()
}

/// Writes them where the test of WebAssembly reads them.
#[test]
fn answers_are_written() {
    let written = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reference");
    if written.exists() {
        std::fs::remove_dir_all(&written).unwrap();
    }
    let mut count = 0;
    for set in ["phe", "spc"] {
        std::fs::create_dir_all(written.join(set)).unwrap();
        let files = std::fs::read_dir(cases::folder().join(set)).unwrap().map(|entry| entry.unwrap().file_name());
        for name in files.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(".json")) {
            let file = format!("{set}/{name}");
            let answers = answers(&file, &std::fs::read_to_string(cases::folder().join(&file)).unwrap());
            for not_finite in ["NaN", "inf,", "inf)", "inf]", "inf }"] {
                assert!(!answers.contains(not_finite), "{file}: an answer holds {not_finite}");
            }
            count += answers.lines().count();
            std::fs::write(written.join(&file), answers).unwrap();
        }
    }
    println!("{count} answers");
    assert!(count > 1_000, "{count} answers");
}

#[test]
fn next_number_is_another_answer() {
    for x in [0.0, 0.1, 1.0 / 3.0, 1e300, 5e-324, 123_456_789.125_f64] {
        assert_ne!(json!(x).to_string(), json!(x.next_up()).to_string());
        assert_ne!(spc::in_full(&x), spc::in_full(&x.next_up()));
    }
    assert_ne!(json!(0.0).to_string(), json!(-0.0).to_string());
}
