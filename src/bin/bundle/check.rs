//! Is `pkg/` what it says it is? Asked by `cargo bundle --check` and by `tests/pkg.rs`, which includes this file.

use std::fmt;
use std::fs;
use std::io::Read;
use std::path::Path;

use crate::record::{RECORD, Record, Weighed, integrity};
use crate::{pins, sources};

/// What no published file may hold: the paths of the machine that built it. The project's own folder and the user's home
/// are looked for as well.
const MACHINE_PATHS: [&str; 7] =
    ["/home/", "/Users/", "/tmp/", "/usr/src", "/usr/share/cargo", "rustlib", ".cargo/registry"];

/// One thing that is wrong with `pkg/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The record is missing or cannot be read.
    NoRecord(String),
    /// The sources have changed since.
    Stale,
    /// It was built with another version of something than the project now names: what, with which, which now.
    OtherVersion(&'static str, String, String),
    /// A file of the record, or a compressed copy of it, is missing.
    Missing(String),
    /// A file is not the one that was built.
    Changed(String),
    /// A compressed copy does not open to its file.
    BadCopy(String),
    /// A file that the build did not make.
    Stray(String),
    /// A file holds a path of the machine that built it: the file, the path.
    MachinePath(String, String),
    /// Something weighs more than its budget: how much more.
    OverBudget(Weighed, usize),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NoRecord(why) => {
                write!(f, "pkg/{RECORD} cannot be read ({why}); run `cargo bundle`")
            }
            Problem::Stale => {
                write!(f, "pkg/ is stale: its sources have changed since it was built; run `cargo bundle`")
            }
            Problem::OtherVersion(what, built, now) => {
                write!(f, "pkg/ was built with {what} {built}, the project now names {now}; run `cargo bundle`")
            }
            Problem::Missing(name) => write!(f, "pkg/{name} is missing; run `cargo bundle`"),
            Problem::Changed(name) => write!(f, "pkg/{name} is not the file that was built; run `cargo bundle`"),
            Problem::BadCopy(name) => {
                write!(f, "pkg/{name} does not open to the file it is a copy of; run `cargo bundle`")
            }
            Problem::Stray(name) => write!(f, "pkg/{name} was not made by the build; remove it or run `cargo bundle`"),
            Problem::MachinePath(name, path) => {
                write!(f, "pkg/{name} holds {path:?}, a path of the machine that built it; remap it in compile.rs")
            }
            Problem::OverBudget(weighed, excess) => {
                write!(f, "pkg/ is {excess} bytes over the budget of {} for {weighed}", weighed.budget())
            }
        }
    }
}

/// Everything that is wrong with the `pkg/` of the project at `root`; empty when all is well.
pub fn problems(root: &Path) -> Vec<Problem> {
    let record = match read_record(root) {
        Ok(record) => record,
        Err(why) => return vec![Problem::NoRecord(why)],
    };
    let mut found = Vec::new();
    if !sources::hash(root).is_ok_and(|hash| hash == record.sources) {
        found.push(Problem::Stale);
    }
    found.extend(other_versions(root, &record));
    found.extend(files_unlike(root, &record));
    found.extend(strays(root, &record));
    let bound = record.excess().into_iter().filter(|(weighed, _)| weighed.is_bound(record.std));
    found.extend(bound.map(|(weighed, excess)| Problem::OverBudget(weighed, excess)));
    found
}

/// The record that stands in `pkg/`, or why it cannot be read.
pub fn read_record(root: &Path) -> Result<Record, String> {
    let text = fs::read_to_string(root.join("pkg").join(RECORD)).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// The first path of a build machine that stands in a file's content.
pub fn machine_path(content: &[u8], root: &Path) -> Option<String> {
    let own = [Some(root.into()), std::env::var_os("HOME")].into_iter().flatten();
    let own = own.map(|path| path.to_string_lossy().into_owned()).filter(|path| path.len() > 1);
    let mut paths = MACHINE_PATHS.map(str::to_owned).into_iter().chain(own);
    paths.find(|path| content.windows(path.len()).any(|window| window == path.as_bytes()))
}

fn other_versions(root: &Path, record: &Record) -> Vec<Problem> {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    let tools = fs::read_to_string(root.join("tests/web/package.json")).unwrap_or_default();
    let pairs = [
        ("Peerglass", &record.version, pins::package_version(&manifest)),
        ("wasm-bindgen", &record.wasm_bindgen, pins::cargo(&manifest, "wasm-bindgen")),
        ("Binaryen", &record.binaryen, pins::npm(&tools, "binaryen")),
        ("esbuild", &record.esbuild, pins::npm(&tools, "esbuild")),
    ];
    pairs
        .into_iter()
        .filter(|(_, built, now)| now.as_ref() != Some(*built))
        .map(|(what, built, now)| {
            Problem::OtherVersion(what, built.clone(), now.unwrap_or_else(|| "no version".to_owned()))
        })
        .collect()
}

fn files_unlike(root: &Path, record: &Record) -> Vec<Problem> {
    let mut found = Vec::new();
    for (name, entry) in &record.files {
        let Ok(content) = fs::read(root.join("pkg").join(name)) else {
            found.push(Problem::Missing(name.clone()));
            continue;
        };
        if content.len() != entry.bytes || integrity(&content) != entry.integrity {
            found.push(Problem::Changed(name.clone()));
        }
        if let Some(path) = machine_path(&content, root) {
            found.push(Problem::MachinePath(name.clone(), path));
        }
        found.extend(copy_unlike(root, format!("{name}.gz"), entry.gzip, &content));
        found.extend(copy_unlike(root, format!("{name}.br"), entry.brotli, &content));
    }
    found
}

/// What is wrong with a compressed copy: it is there, has its size, and opens to its file.
fn copy_unlike(root: &Path, name: String, size: Option<usize>, original: &[u8]) -> Option<Problem> {
    let size = size?;
    let Ok(packed) = fs::read(root.join("pkg").join(&name)) else {
        return Some(Problem::Missing(name));
    };
    let mut opened = Vec::new();
    let opening = if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut opened)
    } else {
        brotli::Decompressor::new(packed.as_slice(), 4096).read_to_end(&mut opened)
    };
    let sound = opening.is_ok() && opened == original && packed.len() == size;
    (!sound).then_some(Problem::BadCopy(name))
}

fn strays(root: &Path, record: &Record) -> Vec<Problem> {
    let Ok(folder) = fs::read_dir(root.join("pkg")) else {
        return Vec::new();
    };
    let mut names: Vec<String> =
        folder.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names.into_iter().filter(|name| !belongs(name, record)).map(Problem::Stray).collect()
}

fn belongs(name: &str, record: &Record) -> bool {
    let copied = |ending, has_copy: fn(&crate::record::Entry) -> bool| {
        name.strip_suffix(ending).and_then(|original| record.files.get(original)).is_some_and(has_copy)
    };
    name == RECORD
        || record.files.contains_key(name)
        || copied(".gz", |entry| entry.gzip.is_some())
        || copied(".br", |entry| entry.brotli.is_some())
}
