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
