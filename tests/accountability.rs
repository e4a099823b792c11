//! What leaders ask of accountability, where it takes many areas, a whole page or a real file to show it.

use std::fs;
use std::path::{Path, PathBuf};

use peerglass::compare::{self, Profile, State};
use peerglass::config::{Config, Key, Plain};
use peerglass::data::{Mapping, Reader, Table};
use peerglass::text::Language;
use peerglass::view::{View, compose_answer};
use random::Random;

#[path = "real_files/files.rs"]
mod files;
#[allow(dead_code)]
#[path = "simulation/random.rs"]
mod random;

const AREAS: usize = 150;

fn config(json: &str) -> Config {
    Config::read(&serde_json::from_str::<Plain>(json).unwrap(), &mut Vec::new())
}

fn read(files: &[(&str, Vec<u8>)]) -> Table {
    let mut reader = Reader::new(Mapping::default());
    for (name, bytes) in files {
        reader.begin(name);
        bytes.chunks(65_521).for_each(|chunk| reader.push(chunk));
        reader.end();
    }
    reader.finish().0
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

/// Areas that differ by chance alone: every figure is drawn about one level, with the range that such figures have.
fn areas_alike(random: &mut Random, measures: &[&str]) -> Table {
    let mut file =
        "Indicator,Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n".to_owned();
    for measure in measures {
        for (area, year) in (0..AREAS).flat_map(|area| (2019..2024).map(move |year| (area, year))) {
            let error = 0.5 + (area % 10) as f64 / 10.0;
            let value = 20.0 + error * random.normal();
            let (lower, upper) = (value - 1.959_964 * error, value + 1.959_964 * error);
            file += &format!("{measure},E0600{area:04},Area {area},{year},{value},{lower},{upper}\n");
        }
    }
    read(&[("a.csv", file.into_bytes())])
}

/// S5: of 150 areas without any real difference, no more are flagged than the line on chance says.
#[test]
fn areas_without_a_real_difference_are_flagged_no_more_than_stated() {
    let mut random = Random::new(150);
    let target = r#""target": {"level": 20, "date": "2030", "baseline": {"period": "2019", "value": 20}}"#;
    let config = |area: usize| {
        config(&format!(
            r#"{{"area": "E0600{area:04}", "polarity": "low-is-good", "priorities": [
                {{"indicator": "a", "kind": "local", "type": "outcome", {target}}}, {{"indicator": "b", "kind": "local", "type": "outcome"}}]}}"#
        ))
    };
    let (mut checks, mut stated, mut met, mut closer) = (0, 0.0, 0, 0);
    for _ in 0..2 {
        let table = areas_alike(&mut random, &["a", "b"]);
        for area in 0..AREAS {
            let config = config(area);
            let profile: Profile = compare::profile(&table, &config).unwrap();
            for entry in &profile.entries {
                let standing = entry.standing.as_ref().unwrap();
                checks += standing.made.len();
                stated += standing.made.iter().filter_map(|made| made.check.risk()).sum::<f64>();
                met += standing.met().len();
                closer += usize::from(entry.state == State::LookCloser);
            }
        }
    }
    assert_eq!(checks, 2 * AREAS * 7);
    // Two priorities of seven checks: six at 1 in 1,000 and the path at 25 in 1,000.
    assert!((stated - 300.0 * 0.031).abs() < 1e-9, "{stated}");
    // Within what chance does to so few: three standard errors of a count of this mean.
    assert!(f64::from(met as u32) <= stated + 3.0 * stated.sqrt(), "{met} flags where {stated} are stated");
    assert!(closer <= 2, "{closer} to look at more closely");
}

/// The case of eight promises, as its golden stands.
fn board() -> String {
    text("tests/golden/profile/figure.html")
}

/// S25, F5: what people told stands in the same size of type as the figure.
#[test]
fn what_people_told_is_as_large_as_a_number() {
    let (board, style) = (board(), text("www/peer-glass-views.css"));
    assert!(board.contains(r#"<p class="pg-big">20.7%</p>"#));
    assert!(board.contains(r#"<p class="pg-big" data-sentence="B8-finding">"#));
    let rules = style.lines().filter(|line| line.contains(".pg-big")).count();
    assert_eq!(rules, 1, "one rule for both");
    assert!(style.contains(".pg-big { font-size"));
}

/// S10: housing, work, safety and air stand beside health, and no word of ours takes them for the NHS's.
#[test]
fn measures_of_every_kind_stand_side_by_side() {
    let board = board();
    for title in
        ["Dry, warm homes", "Good work for more people", "Safe after dark", "Clean air", "Waiting for treatment"]
    {
        assert!(board.contains(title), "{title}");
    }
    let config = text("tests/cases/profile/config.json");
    let ours: Vec<&str> = board.split("NHS").collect();
    // It stands where the publisher wrote it, and as the kind of a partner that is one.
    assert!(config.contains("\"type\": \"nhs\"") && ours.len() > 1);
    assert!(
        !text("src/text/en/profile.rs").replace("Nhs => \"NHS\"", "").replace("Use council, nhs", "").contains("NHS")
    );
}

fn view(table: &Table, config: &Config) -> View {
    compose_answer(&compare::answer(table, config).unwrap(), &[], config, Language::English, Vec::new())
}

/// S26, S29: one set-up over files that are published already; a new file is a new board.
#[test]
fn a_board_is_made_of_published_files_and_one_set_up() {
    let Some(folder) = files::folder() else { return };
    let names = [
        "fingertips/dhsc-extract-20-indicators.csv",
        "fingertips/dhsc-extract-indicator-metadata.csv",
        "fingertips/dhsc-extract-categories.csv",
        "areas/dhsc-extract-areas.csv",
    ];
    let (table, _) = files::read(&folder, &names);
    let mut config = config(
        r#"{"view": "profile", "area": "E10000017", "board": {"owner": "E10000017"}, "priorities": [
            {"indicator": "93701", "kind": "local", "type": "outcome", "target": {"level": 12, "date": "2027/28", "baseline": {"period": "2018/19"}}, "context": ["93553"]},
            {"indicator": "93085", "kind": "national", "type": "outcome"},
            {"indicator": "22401", "series": "Persons, 65+ yrs", "kind": "national", "type": "outcome"},
            {"indicator": "93474", "kind": "national", "type": "outcome"}]}"#,
    );
    let states = |view: &View| -> Vec<String> {
        let state = |result: &Plain| result.get("state").text().to_owned();
        view.results().iter().map(state).collect()
    };
    let whole = view(&table, &config);
    assert_eq!(states(&whole), ["look-closer", "watch", "no-flag", "no-state"]);
    assert!(whole.notices.iter().all(|notice| !notice.kind.contains("not-there")), "{:?}", whole.notices);
    assert_eq!(whole.board.as_ref().unwrap().cards[0].beside.as_ref().unwrap().1.len(), 1);
    // Another area of the same files, with nothing else changed: the targets are their owner's alone.
    config.words.set(Key::Area, "E06000008");
    assert_eq!(states(&view(&table, &config)).len(), 4);
}
