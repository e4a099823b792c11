//! Compiles the reference checks to WebAssembly, as the engines of `pkg/` are compiled, for `tests/web/reference.test.js`:
//! `cargo test --release --test webassembly -- --ignored`.
//!
//! Where there is no standard library for WebAssembly, nothing is compiled, loudly; on continuous integration (`CI=true`)
//! that fails.

#[path = "../src/bin/bundle/compile.rs"]
#[allow(dead_code, reason = "the engines are compiled by the build")]
mod compile;
#[path = "../src/bin/bundle/failure.rs"]
mod failure;
#[path = "../src/bin/bundle/pins.rs"]
#[allow(dead_code, reason = "the build asks for more pins")]
mod pins;
#[path = "../src/bin/bundle/project.rs"]
#[allow(dead_code, reason = "the build asks the project more")]
mod project;
#[path = "../src/bin/bundle/record.rs"]
#[allow(dead_code, reason = "the build asks the record more")]
mod record;
#[path = "../src/bin/bundle/standard_library.rs"]
#[allow(dead_code, reason = "the build asks the library more")]
mod standard_library;

use project::Project;
use standard_library::StandardLibrary;

#[test]
#[ignore = "compiles for WebAssembly"]
fn reference_checks_compile() {
    let project = Project::find().unwrap_or_else(|failure| panic!("{failure}"));
    let compiled = project.target.join("reference.wasm");
    _ = std::fs::remove_file(&compiled);
    let library = match StandardLibrary::find(None) {
        Ok(library) => library,
        Err(failure) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{failure}"),
        Err(failure) => return println!("SKIPPED: {failure}"),
    };
    let wasm = compile::reference(&project, &library).unwrap_or_else(|failure| panic!("{failure}"));
    std::fs::copy(wasm, compiled).unwrap();
}

/// What is compared must be the same code, compiled in the same way, as what is published.
#[test]
fn reference_checks_name_the_same_versions_and_profile() {
    let project = Project::find().unwrap_or_else(|failure| panic!("{failure}"));
    let [own, checks, stats] =
        ["Cargo.toml", "tests/reference/wasm/Cargo.toml", "tests/reference/wasm/stats/Cargo.toml"]
            .map(|path| project.read_text(path).unwrap_or_else(|failure| panic!("{failure}")));
    for (manifest, name) in [(&stats, "libm"), (&checks, "serde_json")] {
        assert!(pins::cargo(manifest, name).is_some(), "{name} is not pinned");
        assert_eq!(pins::cargo(manifest, name), pins::cargo(&own, name), "{name}");
    }
    let profile = |manifest: &str| {
        let table = manifest.split("[profile.wasm]\n").nth(1).expect("a profile").split("\n[").next().unwrap();
        table.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(profile(&own), profile(&checks));
}
