//! The notices that the licences of others ask for: of every crate that is compiled into the engines, of Rust's own
//! library, and of what npm gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::failure::Failure;
use crate::project::Project;

/// The name of the file that holds them.
pub const NAME: &str = "THIRD-PARTY.txt";

/// The packages from npm of which there is code in `pkg/`: in the engines as plain JavaScript, and in the configurator.
pub const BUNDLED: [&str; 2] = ["binaryen", "fflate"];

/// What stands at its head, and what Rust's own library asks for.
const HEAD: &str = "\
The engines and the configurator of Peerglass hold code of the packages named here, each under the licence that stands with it. Where a package
may be had under more than one, it is used under the MIT licence. Of Binaryen, a few functions stand in the engines as plain JavaScript.

The Rust standard library, https://github.com/rust-lang/rust, MIT OR Apache-2.0:
Copyright (c) The Rust Project Contributors. Its MIT licence has the words of those below.
";

/// The text of the file.
pub fn text(project: &Project) -> Result<Vec<u8>, Failure> {
    let metadata = metadata(project)?;
    let ours = project.read_text("LICENSE-MIT")?;
    let mit = ours.find("Permission is hereby").and_then(|at| ours.get(at..)).unwrap_or(&ours);
    // One licence text for all packages that carry the same.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in compiled_in(&metadata) {
        let of = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let line = [of("name"), of("version"), of("repository"), of("license")].join(", ");
        let words = licence(&of("manifest_path")).unwrap_or_else(|| {
            let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let authors = authors.collect::<Vec<_>>().join(", ");
            let authors = if authors.is_empty() { format!("the authors of {}", of("name")) } else { authors };
            format!("Copyright (c) {authors}\n\n{}", mit.trim())
        });
        texts.entry(words).or_default().push(line);
    }
    for name in BUNDLED {
        let (line, words) = bundled(project, name)?;
        texts.entry(words).or_default().push(line);
    }
    let mut all = HEAD.to_owned();
    for (text, packages) in texts {
        all.push_str(&format!("\n{}\n\n{}\n\n{text}\n", "-".repeat(80), packages.join("\n")));
    }
    Ok(all.into_bytes())
}

/// What is said of a package from npm, and its licence.
fn bundled(project: &Project, name: &str) -> Result<(String, String), Failure> {
    let folder = format!("tests/web/node_modules/{name}");
    let package: Value = serde_json::from_str(&project.read_text(&format!("{folder}/package.json"))?)
        .map_err(|error| Failure::new(format!("{folder}/package.json is no JSON: {error}")))?;
    let of = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = [of(&package["name"]), of(&package["version"]), of(&package["homepage"]), of(&package["license"])];
    Ok((line.join(", "), project.read_text(&format!("{folder}/LICENSE"))?.replace("\r\n", "\n").trim().to_owned()))
}

fn metadata(project: &Project) -> Result<Value, Failure> {
    let mut cargo = Command::new(&project.cargo);
    cargo.current_dir(&project.root).args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    let failed = |why: String| Failure::new(format!("the packages of the engine cannot be listed: {why}"));
    let output = cargo.output().map_err(|error| failed(error.to_string()))?;
    serde_json::from_slice(&output.stdout).map_err(|error| failed(error.to_string()))
}

/// The packages that the library brings into wasm, by name; not those that only run while it is compiled.
fn compiled_in(metadata: &Value) -> Vec<&Value> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let package = |id: &Value| metadata["packages"].as_array()?.iter().find(|package| package["id"] == *id);
    let root = &metadata["resolve"]["root"];
    let mut wanted = vec![root.clone()];
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(id) = wanted.pop() {
        let Some(package) = package(&id).filter(|_| seen.insert(id.to_string())) else { continue };
        if list(&package["targets"]).iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro"))) {
            continue;
        }
        if id != *root {
            found.push(package);
        }
        let node = list(&metadata["resolve"]["nodes"]).into_iter().find(|node| node["id"] == id);
        for dependency in node.map(|node| list(&node["deps"])).unwrap_or_default() {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                wanted.push(dependency["pkg"].clone());
            }
        }
    }
    found.sort_by_key(|package| package["name"].to_string());
    found
}

/// The licence that a package carries, its MIT licence where it has several; some carry none, or only the name of one.
fn licence(manifest: &str) -> Option<String> {
    let folder = Path::new(manifest).parent()?;
    let names = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.to_uppercase().starts_with("LICEN")).collect();
    names.sort_by_key(|name| (!name.contains("MIT"), name.clone()));
    let text = fs::read_to_string(folder.join(names.first()?)).ok()?;
    (text.lines().count() > 5).then(|| text.replace("\r\n", "\n").trim().to_owned())
}
