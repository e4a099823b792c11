//! Forty ways in which a file can be broken, one in each file of `tests/broken/`, and beside each what its publisher is told:
//! the line, the column, what is wrong and what to do.
//!
//! `PEERGLASS_GOLDEN=write` writes what is told anew and then fails, so that nobody does it by accident.

use std::fs;
use std::path::{Path, PathBuf};

use peerglass::data::{Mapping, Reader};
use peerglass::text::Language;
use peerglass::view::{self, Notice};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "csv")).collect();
    files.sort();
    files
}

/// What a publisher is told of a file, a line for each problem.
fn told(path: &Path) -> String {
    let mut reader = Reader::new(Mapping::default());
    reader.begin(&path.file_name().unwrap().to_string_lossy());
    reader.push(&fs::read(path).unwrap());
    let (_, problems) = reader.finish();
    let line = |Notice { kind, line, column, message, hint, .. }: Notice| {
        format!("{kind} | line {line} | {column} | {message} | {hint}\n")
    };
    view::problems(&problems, Language::English).into_iter().map(line).collect()
}

#[test]
fn every_broken_file_is_told_with_line_and_fix() {
    let is_written = std::env::var("PEERGLASS_GOLDEN").is_ok_and(|word| word == "write");
    let files = files();
    let mut wrong = Vec::new();
    for path in &files {
        let (told, beside) = (told(path), path.with_extension("txt"));
        if is_written {
            fs::write(&beside, &told).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if told.is_empty() || told != expected {
            wrong.push(format!("{}:\n  expected {expected}  told     {told}", path.display()));
        }
        let names_a_fix = told.lines().all(|line| line.rsplit(" | ").next().is_some_and(|fix| fix.ends_with('.')));
        assert!(names_a_fix, "{}: {told}", path.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(files.len() >= 40 && !is_written, "{} files; what is told was written anew", files.len());
}
