//! The documentation names what there is: every option, every command, every file that it links to.

use std::fs;
use std::path::Path;

use peerglass::config::{Key, STRUCTURES};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn every_option_has_its_row() {
    let options = read("www/docs/options.md");
    let rows: Vec<&str> = options.lines().filter(|line| line.starts_with("| `")).collect();
    for name in Key::ALL.iter().map(|key| key.name()).chain(STRUCTURES) {
        let count = rows.iter().filter(|row| row.starts_with(&format!("| `{name}` |"))).count();
        assert_eq!(count, 1, "{name}");
    }
}

#[test]
fn every_option_reads_as_its_source_says() {
    let (options, source) = (read("www/docs/options.md"), read("src/config/key.rs"));
    for key in Key::ALL {
        let at = source.find(&format!("= \"{}\",", key.name())).unwrap();
        let doc = source[..at].rsplit("/// ").next().unwrap().lines().next().unwrap();
        assert!(options.contains(&format!("| `{}` | {doc} |", key.name())), "{}: {doc}", key.name());
    }
}

#[test]
fn every_link_of_the_readme_leads_somewhere() {
    let readme = read("README.md");
    for link in readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        let local = !link.starts_with("http");
        assert!(!local || Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists(), "{link}");
    }
}

/// Every ask of leaders has its row, and every row a test that there is, or says that it is not met yet.
#[test]
fn every_ask_of_accountability_names_a_test_that_there_is() {
    let page = read("www/docs/accountability.md");
    let mut sources = String::new();
    for folder in ["src", "tests"] {
        add_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
    }
    let mut not_yet = Vec::new();
    for ask in 1..=31 {
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with(&format!("| S{ask} "))).collect();
        let [row] = rows[..] else { panic!("S{ask}: {rows:?}") };
        let test = row.trim_end_matches(" |").rsplit("| ").next().unwrap();
        if test == "not yet" {
            not_yet.push(ask);
        } else {
            assert!(sources.contains(&format!("#[test]\nfn {}() {{", test.trim_matches('`'))), "S{ask}: {test}");
        }
    }
    assert!(not_yet.is_empty(), "{not_yet:?}");
}

fn add_sources(folder: &Path, to: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            add_sources(&path, to);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            to.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
