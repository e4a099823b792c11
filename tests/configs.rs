//! The archive of configs: every one that was ever good still shows what it showed.
//!
//! A file is named for the version of the options it was written for and for what it uses (`1-trend.json`); beside it stands
//! what its view said first. None is ever changed: when the options change, `config::schema` brings them up to date.
//! `PEERGLASS_GOLDEN=write` writes what is said of a new one, and then fails.

use std::fs;
use std::path::{Path, PathBuf};

use peerglass::config::{Config, Key, Plain, SCHEMA};
use peerglass::data::{Mapping, Reader};
use peerglass::{compare, html, view};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/configs")
}

fn archive() -> Vec<PathBuf> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    found.sort();
    found
}

/// The view's name and its headline, made from the config alone, as a page does.
fn shown(path: &Path) -> String {
    let name = path.display();
    let plain: Plain = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut unknown = Vec::new();
    let config = Config::read(&plain, &mut unknown);
    let mapping = Mapping::of(&config.columns, &mut unknown);
    assert!(unknown.is_empty() && config.misworded().is_empty(), "{name}: {unknown:?} {:?}", config.misworded());
    assert!(config.schema.newer().is_none(), "{name} is of a version to come");
    let mut reader = Reader::new(mapping);
    for source in [Key::Src, Key::Neighbours].iter().flat_map(|&key| config.word(key).split_whitespace()) {
        reader.begin(source);
        reader.push(&fs::read(folder().join(source)).unwrap());
    }
    let (table, problems) = reader.finish();
    let (language, not_there) = view::language(config.word(Key::Lang));
    let answer = compare::answer(&table, &config).unwrap_or_else(|_| panic!("{name} shows nothing"));
    let view = view::compose_answer(&answer, &problems, &config, language, not_there);
    assert!(html::figure(&view, html::Picture::Canvas).contains(html_text(&view.headline.text).as_str()), "{name}");
    format!("{}: {}\n", view.name.word(), view.headline.text)
}

fn html_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_config_of_the_archive_shows_what_it_showed() {
    let is_written = std::env::var("PEERGLASS_GOLDEN").is_ok_and(|word| word == "write");
    let archive = archive();
    let mut wrong = Vec::new();
    for path in &archive {
        let (shown, beside) = (shown(path), path.with_extension("txt"));
        if is_written && !beside.exists() {
            fs::write(&beside, &shown).unwrap();
        }
        let before = fs::read_to_string(&beside).unwrap_or_default();
        if shown != before {
            wrong.push(format!("{}:\n  before {before}  now    {shown}", path.display()));
        }
    }
    assert!(wrong.is_empty() && !is_written, "{}", wrong.join("\n"));
}

/// Every version there was has its configs.
#[test]
fn every_version_is_in_the_archive() {
    for version in 1..=SCHEMA {
        let of_version =
            |path: &&PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{version}-"));
        assert!(archive().iter().filter(of_version).count() >= 10, "version {version}");
    }
}
