//! Reading and running the files of `spc`, whose schema says what is expected in columns.

use serde_json::Value;
use std::path::PathBuf;

/// Runs every case of a file; `built_in` is how many the built-in one holds: run, and skipped as not a target.
///
/// A check fills in what differs. A case of a file may be an alternative to the reference (`target: false`) or wait for
/// a decision: those are skipped, and counted.
pub fn run(name: &str, built_in: (usize, usize), check: fn(&Value, &mut Differences)) {
    run_except(name, built_in, &[], check);
}

/// As [`run`], but for `disputed` cases, whose file contradicts METHODS: these must go on failing, so that nobody
/// overlooks the day on which the file or we are corrected. `SOURCES.md` says why each is disputed.
pub fn run_except(name: &str, built_in: (usize, usize), disputed: &[&str], check: fn(&Value, &mut Differences)) {
    let other = std::env::var_os("PEERGLASS_REFERENCE").map(PathBuf::from);
    let folder =
        other.clone().unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference")));
    let path = folder.join("spc").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let file: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let schema = file["schema"].as_str().expect("a schema");
    assert!(["peerglass-oracle/1", "spc-fixtures/1"].contains(&schema), "{}: {schema}", path.display());

    let (mut ran, mut skipped, mut failures) = (0, 0, Vec::new());
    for case in file["cases"].as_array().expect("a list of cases") {
        let undecided = !(case["decision_needed"].is_null() || case["decision_needed"] == false);
        if case["target"] == false || undecided {
            skipped += 1;
            continue;
        }
        let dispute = disputed.iter().any(|id| case["id"] == *id);
        ran += usize::from(!dispute);
        let mut differences = Differences::new(&file, case);
        check(case, &mut differences);
        assert!(differences.compared > 0, "{name}: {}: nothing was compared", case["id"]);
        if dispute {
            assert!(!differences.found.is_empty(), "{name}: {} is disputed no longer", case["id"]);
        } else if !differences.found.is_empty() {
            differences.found.truncate(6);
            failures.push(format!("{}\n  {}", case["id"], differences.found.join("\n  ")));
        }
    }
    assert!(failures.is_empty(), "{name}: {} of {ran} cases fail\n{}", failures.len(), failures.join("\n"));
    match other {
        None => assert_eq!((ran, skipped), built_in, "{name}: cases run and skipped"),
        Some(_) => assert!(ran > 0, "{name}: no case"),
    }
}

/// What a case expects and what we found, where they differ.
pub struct Differences {
    relative: f64,
    /// For numbers expected to be zero.
    absolute: f64,
    compared: usize,
    found: Vec<String>,
}

impl Differences {
    fn new(file: &Value, case: &Value) -> Differences {
        let stated = file["tolerance"]["numbers"].as_str().expect("a tolerance");
        let relative = stated.split("relative ").nth(1).map_or(0.0, |rest| {
            let end = rest.find([';', ' ']).unwrap_or(rest.len());
            rest[..end].parse().unwrap_or_else(|e| panic!("{stated}: {e}"))
        });
        Differences { relative, absolute: 1e-12 * largest(&case["input"]), compared: 0, found: Vec::new() }
    }

    /// A number or a missing one; what the reference calls infinite is missing here.
    pub fn number(&mut self, name: &str, expected: &Value, got: Option<f64>) {
        let relative = self.relative;
        self.number_within(name, expected, got, relative);
    }

    pub fn number_within(&mut self, name: &str, expected: &Value, got: Option<f64>, relative: f64) {
        self.compared += 1;
        let agree = match (expected.as_f64(), got) {
            (None, None) => expected.is_null() || expected.is_string(),
            (Some(0.0), Some(got)) => got.abs() <= self.absolute,
            (Some(expected), Some(got)) => (got - expected).abs() <= relative * expected.abs(),
            _ => false,
        };
        self.note(agree, name, expected, got);
    }

    pub fn numbers(&mut self, name: &str, expected: &Value, got: &[Option<f64>]) {
        let expected = list(expected);
        self.holds(&format!("length of {name}"), expected.len() == got.len());
        for (i, (expected, got)) in expected.iter().zip(got).enumerate() {
            self.number(&format!("{name}[{i}]"), expected, *got);
        }
    }

    pub fn same(&mut self, name: &str, expected: &Value, got: impl Into<Value>) {
        let got = got.into();
        self.compared += 1;
        // 1 and 1.0 are the same count.
        let agree = *expected == got || (expected.is_number() && expected.as_f64() == got.as_f64());
        self.note(agree, name, expected, got);
    }

    pub fn all_same<T: Into<Value>>(&mut self, name: &str, expected: &Value, got: impl IntoIterator<Item = T>) {
        let got: Vec<Value> = got.into_iter().map(Into::into).collect();
        let expected = list(expected);
        self.holds(&format!("length of {name}"), expected.len() == got.len());
        for (i, (expected, got)) in expected.iter().zip(got).enumerate() {
            self.same(&format!("{name}[{i}]"), expected, got);
        }
    }

    pub fn holds(&mut self, what: &str, holds: bool) {
        self.compared += 1;
        self.note(holds, what, true, holds);
    }

    fn note(&mut self, agree: bool, name: &str, expected: impl std::fmt::Debug, got: impl std::fmt::Debug) {
        if !agree {
            self.found.push(format!("{name}: expected {expected:?}, got {got:?}"));
        }
    }
}

/// Everything in an answer: each number as the shortest that reads back to the same bits.
pub fn in_full(answer: &impl std::fmt::Debug) -> String {
    format!("{answer:?}")
}

/// The largest magnitude among the numbers of an input.
fn largest(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().expect("f64").abs(),
        Value::Array(values) => values.iter().map(largest).fold(0.0, f64::max),
        Value::Object(values) => values.values().map(largest).fold(0.0, f64::max),
        _ => 0.0,
    }
}

pub fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

pub fn column(value: &Value) -> Vec<Option<f64>> {
    list(value).iter().map(Value::as_f64).collect()
}

/// A column without gaps.
pub fn full(value: &Value) -> Vec<f64> {
    column(value).into_iter().map(|x| x.expect("a number")).collect()
}

pub fn tagged(case: &Value, tag: &str) -> bool {
    list(&case["tags"]).iter().any(|t| t == tag)
}
