//! Going through a file of cases, for checks that need more of a case than its input.

use super::*;

/// Whether the reference's answer counts for a case: not where it is known to be wrong, nor where nobody decided.
fn is_target(case: &Value) -> bool {
    let wrong = case["target"] == false;
    assert!(!wrong || case["why_not"].is_string(), "{}: skipped without a reason", case["id"]);
    let undecided = case["decision_needed"].is_string();
    assert!(!undecided || case["expect"].is_null(), "{}: undecided with an answer", case["id"]);
    !wrong && !undecided
}

/// Reads a file of the folder of references.
pub fn read(name: &str, schema: &str) -> Value {
    let path = folder().join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let file: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert_eq!(file["schema"], schema, "{}", path.display());
    file
}

/// Another folder than the built-in one, if one is named.
fn other_folder() -> Option<PathBuf> {
    std::env::var_os("PEERGLASS_REFERENCE").map(PathBuf::from)
}

pub fn folder() -> PathBuf {
    other_folder().unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference")))
}

/// Checks every case of a file; `built_in` is how many the built-in one holds: run, and skipped as not a target.
pub fn each_case(name: &str, built_in: (usize, usize), check: impl Fn(&Value, &Value) -> Result<(), String>) {
    let file = read(name, "phe-fixtures/1");
    let (mut ran, mut skipped, mut failures) = (0, 0, Vec::new());
    for case in file["cases"].as_array().expect("a list of cases") {
        if !is_target(case) {
            skipped += 1;
            continue;
        }
        ran += 1;
        if let Err(why) = check(&file, case) {
            failures.push(format!("{}\n{why}", case["id"]));
        }
    }
    println!("{name}: {ran} run, {skipped} skipped");
    assert!(failures.is_empty(), "{name}: {} of {ran} cases fail\n{}", failures.len(), failures.join("\n"));
    match other_folder() {
        None => assert_eq!((ran, skipped), built_in, "{name}: cases run and skipped"),
        Some(_) => assert!(ran > 0, "{name}: no case"),
    }
}
