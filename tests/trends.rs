//! Trends of real files: by the published method they say what the files' own labels say.
//!
//! The files are not part of this repository; `PEERGLASS_DATA` names their folder. In CI their absence is a failure.

use files::{folder, read};
use peerglass::compare::{NoTrend, trend};
use peerglass::config::{Config, Key};
use peerglass::data::Table;

#[path = "real_files/files.rs"]
mod files;

/// Labels that were tested and agree, that were tested, and that their file does not hold the figures for.
fn against_labels(table: &Table, indicator: &str, words: &[(Key, &str)]) -> (usize, usize, usize) {
    let mut config = Config::default();
    for (key, word) in [(Key::Indicator, indicator), (Key::TrendMethod, "published")].iter().chain(words) {
        config.words.set(*key, word);
    }
    let choices = trend(table, &config).unwrap().now.choices.areas;
    let codes: Vec<String> = choices.iter().map(|(code, _)| (*code).to_owned()).collect();
    let (mut agree, mut tested, mut untested) = (0, 0, 0);
    for code in codes {
        config.words.set(Key::Area, &code);
        let found = trend(table, &config).unwrap();
        let Some(published) = found.published else { continue };
        match found.recent {
            Err(NoTrend::TooFew { .. } | NoTrend::NoRange { .. } | NoTrend::Gap { .. }) => untested += 1,
            _ => {
                tested += 1;
                agree += usize::from(published.agrees == Some(true));
            }
        }
    }
    (agree, tested, untested)
}

#[test]
fn the_published_method_agrees_with_the_published_labels() {
    let Some(folder) = folder() else { return };
    let names = [
        "fingertips/dhsc-extract-20-indicators.csv",
        "fingertips/dhsc-extract-indicator-metadata.csv",
        "fingertips/dhsc-extract-categories.csv",
        "areas/dhsc-extract-areas.csv",
    ];
    let table = read(&folder, &names).0;
    for (indicator, least) in [("241", 70), ("247", 70), ("22401", 30)] {
        let (agree, tested, untested) = against_labels(&table, indicator, &[]);
        println!("{indicator}: {agree} of {tested} agree, {untested} untested");
        assert!(tested >= least && agree as f64 >= 0.98 * tested as f64, "{indicator}: {agree} of {tested}");
    }
}

#[test]
fn every_area_of_every_indicator_has_its_trend_or_a_reason() {
    let Some(folder) = folder() else { return };
    for name in [
        "fingertips/26col-countyua-2020-social-isolation.csv",
        "fingertips/27col-bom-quarterly-trimethoprim.csv",
        "ons/healthy-life-expectancy.csv",
        "council/oflog-adult-social-care.csv",
    ] {
        let table = read(&folder, &[name]).0;
        let mut reasons = std::collections::BTreeMap::<String, usize>::new();
        let config = Config::default();
        let indicators = trend(&table, &config).unwrap().now.choices.indicators;
        for (id, _) in indicators {
            let mut config = Config::default();
            config.words.set(Key::Indicator, id);
            let first = trend(&table, &config).unwrap();
            let areas: Vec<String> = first.now.choices.areas.iter().map(|(code, _)| (*code).to_owned()).collect();
            for area in areas.iter().take(40) {
                config.words.set(Key::Area, area);
                let found = trend(&table, &config).unwrap();
                let reason = match found.recent {
                    Ok(verdict) => format!("{:?} every {:?}", verdict.trend, verdict.every),
                    Err(why) => format!("{why:?}").split(' ').next().unwrap().to_owned(),
                };
                assert!(found.history.windows(2).all(|pair| pair[0].period < pair[1].period), "{name} {area}");
                *reasons.entry(reason).or_default() += 1;
            }
        }
        println!("{name}: {reasons:?}");
        assert!(!reasons.is_empty());
    }
}
