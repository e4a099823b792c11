//! The documentation names what there is: every option, every command, every file that it links to.

use std::fs;
use std::path::Path;
use std::process::Command;

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

/// Every public function of `stats` has a worked example, which runs as a test of the documentation.
#[test]
fn every_function_of_the_statistics_has_a_worked_example() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/stats")];
    let (mut functions, mut without) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let (mut has_example, code) = (false, text.split("#[cfg(test)]").next().unwrap());
            for line in code.lines().map(str::trim_start) {
                if line.starts_with("///") || line.starts_with("#[") {
                    has_example |= line.starts_with("/// ```");
                    continue;
                }
                if line.starts_with("pub fn ") {
                    functions += 1;
                    without.extend((!has_example).then(|| format!("{}: {line}", path.display())));
                }
                has_example = false;
            }
        }
    }
    assert!(
        without.is_empty() && functions > 100,
        "{functions} functions, without an example:\n{}",
        without.join("\n")
    );
}

/// The columns of each view's CSV are those of the goldens; a gap has two tables.
#[test]
fn every_column_of_every_csv_is_listed() {
    let options = read("www/docs/options.md");
    for (view, case) in [
        ("`compare`", "clearly-higher"),
        ("`trend`", "trend-break"),
        ("`process`", "process-new-start"),
        ("`funnel`", "funnel"),
        ("`gap`, of groups or parts", "gap-sexes"),
        ("`gap`, over time", "gap-smaller"),
        ("`profile`", "profile"),
    ] {
        let table = read(&format!("tests/golden/{case}/table.csv"));
        let heads = table.lines().next().unwrap().trim_start_matches('\u{feff}');
        let columns: Vec<String> = heads.split(',').map(|head| format!("`{head}`")).collect();
        let row = format!("| `view` as {view} | {} |", columns.join(", "));
        assert!(options.contains(&row), "{row}");
    }
}

/// Each example of a whole config names the folder of its data: the tool shows it without a word of notice.
#[test]
fn every_example_is_shown_without_a_notice() {
    let options = read("www/docs/options.md");
    let part = options.split("\n## ").find(|part| part.starts_with("Three examples")).unwrap();
    let examples: Vec<&str> = part.split("\n**").skip(1).collect();
    assert_eq!(examples.len(), 3);
    for (example, expected) in examples.into_iter().zip(["higher in Wessmere", "no clear trend", "Dry, warm homes"]) {
        let case = example.split("](../../").nth(1).unwrap().split(')').next().unwrap();
        let config = example.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples").join(case);
        fs::create_dir_all(&folder).unwrap();
        for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(case)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        fs::write(folder.join("config.json"), config).unwrap();
        let mut tool = Command::new(env!("CARGO_BIN_EXE_peerglass"));
        let made =
            tool.args(["render", "--config", "config.json", "--date", "2024-06-01"]).current_dir(&folder).output();
        let made = made.unwrap();
        let (said, figure) = (String::from_utf8(made.stderr).unwrap(), String::from_utf8(made.stdout).unwrap());
        assert_eq!((made.status.code(), said.as_str()), (Some(0), ""), "{case}");
        assert!(figure.contains(expected), "{case}: {figure}");
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

/// Until a Welsh speaker has read it, the documentation says that none has.
#[test]
fn the_welsh_is_said_to_be_unreviewed() {
    assert!(read("www/docs/languages.md").contains("**The Welsh has not yet been reviewed by a Welsh speaker.**"));
    assert!(read("README.md").contains("[not yet been reviewed by a Welsh speaker](www/docs/languages.md)"));
}
