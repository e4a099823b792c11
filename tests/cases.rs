//! The list of cases in `tests/cases/`, each made into everything a reader can be given, natively.
//!
//! Goldens stand in `tests/golden/<name>/`: `sentence.txt`, `figure.html`, `picture.svg`, `table.csv`, `results.json`.
//! What differs is written beside its golden as `<file>-changed.<ext>`, to be looked at. `PEERGLASS_GOLDEN=write`
//! writes the goldens anew and then fails, so that nobody does it by accident.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use peerglass::config::{Config, Key, Link, Plain, named};
use peerglass::data::{Mapping, Reader};
use peerglass::view::View;
use peerglass::{compare, draw, html, view};
use serde_json::Value;

/// One case, made.
struct Case {
    name: String,
    title: String,
    /// The ids of sentences it is about.
    says: Vec<String>,
    /// The publisher's own texts: what stands in config and data.
    publishers: Publishers,
    view: View,
    pseudo: View,
    /// The same question in both languages, whatever the case asks for.
    english: View,
    welsh: View,
}

/// The words the widget may repeat, longest first.
struct Publishers(Vec<String>);

impl Publishers {
    /// What is left of a text when the publisher's words are taken out.
    fn without(&self, text: &str) -> String {
        let mut left = text.to_owned();
        for own in &self.0 {
            left = left.replace(own.as_str(), " ");
        }
        left
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn names(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeSet::new() };
    let entries = entries.map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cases() -> Vec<Case> {
    let cases = folder("cases");
    let all: Vec<Case> = names(&cases).iter().map(|name| case(&cases.join(name), name)).collect();
    assert!(all.len() >= 20, "the cases are gone");
    all
}

fn case(folder: &Path, name: &str) -> Case {
    let about = json(&folder.join("case.json"));
    let options = json(&folder.join("config.json"));
    let mut unknown = Vec::new();
    let config = Config::read(&serde_json::from_value(options.clone()).unwrap(), &mut unknown);
    let mapping = Mapping::of(&config.columns, &mut unknown);
    assert!(unknown.is_empty(), "{name}: {unknown:?}");
    assert!(config.misworded().is_empty(), "{name}: {:?}", config.misworded());
    let mut texts = BTreeSet::new();
    strings(&options, &mut texts);

    let mut reader = Reader::new(mapping);
    for source in [Key::Src, Key::Neighbours].iter().flat_map(|&key| config.word(key).split_whitespace()) {
        let bytes = fs::read(folder.join(source)).unwrap();
        cells(&bytes, &mut texts);
        // A file without a column for its measure is called by its name.
        texts.extend(source.strip_suffix(".csv").map(str::to_owned));
        reader.begin(source);
        bytes.chunks(1000).for_each(|chunk| reader.push(chunk));
        reader.end();
    }
    let (table, problems) = reader.finish();

    let composed = |tag: &str| {
        let (language, not_there) = view::language(tag);
        let answer = compare::answer(&table, &config).unwrap_or_else(|_| panic!("{name}: no data"));
        view::compose_answer(&answer, &problems, &config, language, not_there)
    };
    let asked = config.word(Key::Lang);
    let mut publishers: Vec<String> = texts.into_iter().collect();
    publishers.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let text = |key: &str| about[key].as_str().unwrap_or_else(|| panic!("{name}: no {key}")).to_owned();
    Case {
        name: name.to_owned(),
        title: text("title"),
        says: about["says"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect(),
        publishers: Publishers(publishers),
        view: composed(asked),
        pseudo: composed("en-x-pseudo"),
        english: composed("en"),
        welsh: composed("cy"),
    }
}

/// Every text of a config.
fn strings(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => add(text, into),
        Value::Array(list) => list.iter().for_each(|value| strings(value, into)),
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            // Names of groups and indicators are keys, and so are labels of periods.
            if value.is_object() || key.starts_with(|first: char| first.is_ascii_digit()) {
                add(key, into);
            }
            strings(value, into);
        }),
        _ => {}
    }
}

/// Every cell of a file.
fn cells(bytes: &[u8], into: &mut BTreeSet<String>) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
    };
    let (mut cell, mut quoted) = (String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' | '\r' | '\n' if !quoted => {
                add(&cell, into);
                cell.clear();
            }
            c => cell.push(c),
        }
    }
    add(&cell, into);
}

/// A text as it stands, without its tags, and with its entities read; and each with a capital, as it may begin a sentence.
fn add(text: &str, into: &mut BTreeSet<String>) {
    let bare = without_tags(text, "");
    for text in
        [text, &bare, bare.trim().trim_start_matches("* "), bare.trim().trim_end_matches('.'), &unescaped(&bare)]
    {
        if text.chars().any(char::is_alphabetic) {
            into.insert(text.trim().to_owned());
            let mut letters = text.trim().chars();
            if let Some(head) = letters.next() {
                into.insert(head.to_uppercase().chain(letters).collect());
            }
        }
    }
}

/// What a reader can be given of a case.
fn outputs(view: &View) -> [(&'static str, String); 5] {
    let room = draw::Room { width: 720.0, font: draw::SVG_FONT, text: 13.0 };
    let said = std::iter::once(&view.headline).chain(&view.lines);
    let sentences: String = said.map(|said| format!("{} {}\n", said.id, said.text)).collect();
    [
        ("sentence.txt", sentences),
        ("figure.html", html::figure(view, html::Picture::Canvas) + "\n"),
        ("picture.svg", draw::svg(&draw::sheet(view, &[], room), &draw::Palette::LIGHT, &view.chart.name)),
        ("table.csv", view.csv(&[])),
        ("results.json", serde_json::to_string_pretty(view.answer()).unwrap() + "\n"),
    ]
}

#[test]
fn every_case_gives_its_golden() {
    let golden = folder("golden");
    let is_writing = std::env::var("PEERGLASS_GOLDEN").is_ok_and(|word| word == "write");
    let all = cases();
    let known: BTreeSet<String> = all.iter().map(|case| case.name.clone()).collect();
    let mut wrong: Vec<String> =
        names(&golden).difference(&known).map(|name| format!("tests/golden/{name} has no case")).collect();
    for case in &all {
        let folder = golden.join(&case.name);
        for (file, made) in outputs(&case.view) {
            let path = folder.join(file);
            let (stem, ending) = file.split_once('.').unwrap();
            let changed = folder.join(format!("{stem}-changed.{ending}"));
            let _ = fs::remove_file(&changed);
            if is_writing {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &made).unwrap();
            } else if fs::read(&path).ok().as_deref() != Some(made.as_bytes()) {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&changed, &made).unwrap();
                wrong.push(format!("{}: differs; see {}", path.display(), changed.display()));
            }
        }
    }
    assert!(
        !is_writing,
        "goldens written, on purpose: look at git diff tests/golden, then run without PEERGLASS_GOLDEN"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_case_files_are_as_their_generator_makes_them() {
    let Ok(made) = Command::new("node").arg(folder("cases").join("generate.mjs")).arg("--check").output() else {
        eprintln!("no node here: the browser tests check this too");
        return;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

#[test]
fn titles_are_short_and_stand_once() {
    let all = cases();
    let titles: BTreeSet<&str> = all.iter().map(|case| case.title.as_str()).collect();
    assert_eq!(titles.len(), all.len());
    for case in &all {
        assert!(case.title.chars().count() < 60, "{}", case.title);
    }
}

#[test]
fn every_case_says_what_it_is_about() {
    for case in cases() {
        let said: Vec<&str> =
            std::iter::once(&case.view.headline).chain(&case.view.lines).map(|said| said.id).collect();
        for id in &case.says {
            assert!(
                said.iter().any(|said| said == id || said.starts_with(&format!("{id}-"))),
                "{}: {id} not in {said:?}",
                case.name
            );
        }
    }
}

#[test]
fn picture_table_and_results_have_the_same_rows() {
    for Case { name, view, .. } in cases() {
        let rows = view.table.rows.len();
        assert_eq!((view.points.len(), view.results().len()), (rows, rows), "{name}");
        for (row, result) in view.table.rows.iter().zip(view.results()) {
            let Plain::Map(entries) = result else { panic!("{name}: {result:?}") };
            let Some(Plain::Text(place)) = named(entries, "name") else { panic!("{name}: {entries:?}") };
            assert!(row[0].contains(place), "{name}: {:?} stands beside {place:?}", row[0]);
        }
        for row in view.chart.rows() {
            assert!(row < rows, "{name}: a mark for row {row} of {rows}");
        }
    }
}

#[test]
fn no_sentence_has_a_slot_left_open() {
    for case in cases() {
        for (file, made) in
            outputs(&case.view).iter().filter(|(file, _)| matches!(*file, "sentence.txt" | "table.csv" | "picture.svg"))
        {
            let ours = case.publishers.without(&unescaped(made));
            assert!(!ours.contains('{') && !ours.contains('}'), "{}/{file}: {ours}", case.name);
        }
    }
}

/// A view's sentences, each with its id.
fn sentences(view: &View) -> impl Iterator<Item = (&'static str, &str)> {
    std::iter::once(&view.headline).chain(&view.lines).map(|said| (said.id, said.text.as_str()))
}

#[test]
fn figures_are_the_same_in_both_languages() {
    let digits = |text: &str| {
        let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let mut told = 0;
    for Case { name, english, welsh, .. } in cases() {
        let (ours, theirs): (Vec<_>, Vec<_>) = (sentences(&english).collect(), sentences(&welsh).collect());
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for ((id, said), (twin, in_welsh)) in ours.into_iter().zip(theirs) {
            assert_eq!((id, digits(said)), (twin, digits(in_welsh)), "{name}: {said} | {in_welsh}");
            assert!(id == "title" || id == "P4-see" || said != in_welsh, "{name}: {id} is not in Welsh: {said}");
            told += 1;
        }
        let cells = |view: &View| view.table.rows.iter().flatten().map(|cell| digits(cell)).collect::<Vec<_>>();
        assert_eq!(cells(&english), cells(&welsh), "{name}");
        let points = |view: &View| view.points.iter().map(|point| digits(&point.text)).collect::<Vec<_>>();
        assert_eq!(points(&english), points(&welsh), "{name}");
    }
    assert!(told > 400, "{told} sentences");
}

#[test]
fn no_mark_of_welsh_grammar_is_left_in_what_is_said() {
    const MARKS: [&str; 9] = ["a/ac", "na/nag", "â/ag", "gyda/gydag", "Gyda/Gydag", "y/yr", "°", " m:", " f:"];
    for Case { name, welsh, publishers, .. } in cases() {
        let figure = publishers.without(&read(&html::figure(&welsh, html::Picture::Canvas)));
        for mark in MARKS {
            assert!(!figure.contains(mark), "{name}: “{mark}” in {figure}");
        }
        for twice in [" a ac ", " na nag ", " y y ", "'r y ", "'r 'r", " i'r yr "] {
            assert!(!figure.contains(twice), "{name}: “{twice}” in {figure}");
        }
    }
}

#[test]
fn nothing_in_the_markup_runs_or_styles() {
    for case in cases() {
        for (file, made) in
            outputs(&case.view).iter().filter(|(file, _)| matches!(*file, "figure.html" | "picture.svg"))
        {
            for (tag, attributes) in tags(made) {
                let of = format!("{}/{file}: <{tag}>", case.name);
                assert!(
                    !["script", "style", "iframe", "object", "embed", "img", "base", "link"].contains(&tag.as_str()),
                    "{of}"
                );
                for name in attributes {
                    let is_link = tag == "a" && name == "href";
                    assert!(
                        name != "style" && !name.starts_with("on") && (name != "href" || is_link) && name != "src",
                        "{of} {name}"
                    );
                }
            }
        }
    }
}

/// Every address in markup is one that a link may have.
#[test]
fn every_address_is_of_this_site_or_safe() {
    let mut links = 0;
    for case in cases() {
        for (file, made) in outputs(&case.view).iter().filter(|(file, _)| *file == "figure.html") {
            for address in made.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(Link::read(&unescaped(address)).is_some(), "{}/{file}: {address}", case.name);
                links += 1;
            }
        }
    }
    assert!(links > 5, "{links} links");
}

#[test]
fn no_output_puts_places_in_an_order() {
    const ORDER: [&str; 12] =
        ["1st", "2nd", "3rd", "first", "rank", "ranks", "ranked", "ranking", "best", "worst", "top", "bottom"];
    for case in cases() {
        for (file, made) in outputs(&case.view) {
            // The one place where the word stands says what to do before all else.
            let ours = case.publishers.without(&read(&made)).to_ascii_lowercase().replace("first check how", " ");
            for word in ours.split(|c: char| !c.is_ascii_alphanumeric()) {
                assert!(!ORDER.contains(&word), "{}/{file} says “{word}”", case.name);
            }
        }
    }
}

#[test]
fn every_copy_says_that_the_figures_are_made_up() {
    for case in cases() {
        for (file, made) in outputs(&case.view) {
            let is_copy = !matches!(file, "sentence.txt" | "results.json");
            assert!(!is_copy || made.contains("Made-up figures for demonstration"), "{}/{file}", case.name);
        }
    }
}

#[test]
fn no_word_of_ours_stands_outside_the_language_files() {
    // File formats are no language's words, nor are the names of the config's own keys.
    const NAMES: [&str; 5] = ["CSV", "PNG", "SVG", "HTML", "indicator"];
    let mut left = BTreeSet::new();
    for case in cases() {
        let figure = html::figure(&case.pseudo, html::Picture::Canvas);
        let ours = case.publishers.without(&read(&figure));
        for word in ours.split(|c: char| !c.is_ascii_alphabetic()) {
            // A letter with an accent splits a word of ours: three plain letters in a row are none of ours.
            if word.len() >= 3 && !NAMES.contains(&word) {
                left.insert(format!("{}: {word}", case.name));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

// ---- markup, read as simply as ours is written

/// The tags of markup with the names of their attributes; what stands in quotes is no name.
fn tags(markup: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = markup;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let mut quoted = false;
        let mut bare = String::new();
        for (at, c) in rest.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    rest = &rest[at..];
                    break;
                }
                c if !quoted => bare.push(c),
                _ => {}
            }
        }
        let mut words = bare.split_whitespace().map(|word| word.trim_end_matches(['/', '=']).to_ascii_lowercase());
        let tag = words.next().unwrap_or_default();
        found.push((tag, words.filter(|word| !word.is_empty()).collect()));
    }
    found
}

/// What a person reads or hears: the text, and the attributes that hold words.
fn read(markup: &str) -> String {
    let mut spoken = without_tags(markup, " ");
    for attribute in ["aria-label=\"", "data-matches=\""] {
        for part in markup.split(attribute).skip(1) {
            spoken.push(' ');
            spoken.push_str(part.split('"').next().unwrap_or(""));
        }
    }
    unescaped(&spoken)
}

fn without_tags(markup: &str, instead: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>') else { break };
        out.push_str(instead);
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}
