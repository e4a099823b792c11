//! Every real file opens with no unexplained row: each is a value, an absence with its reason, or a problem with its line.
//!
//! The files are not part of this repository; `PEERGLASS_DATA` names their folder. In CI their absence is a failure.
//! The expected counts were taken from the files by another CSV reader.

use files::{folder, read};
use peerglass::advice;
use peerglass::compare::{self, ProcessRule, process};
use peerglass::config::{Config, Key};
use peerglass::data::{
    Absence, Area, AreaClass, Cell, FileKind, Mapping, PeriodKind, ProblemKind, PublishedComparison, PublishedTrend,
    Reader, Row, Table, successor,
};

#[path = "real_files/files.rs"]
mod files;

/// The row that stands on a line of the first file.
fn at_line(table: &Table, line: u32) -> Row<'_> {
    table.rows().find(|row| row.place() == (0, line)).unwrap_or_else(|| panic!("no row on line {line}"))
}

fn area<'t>(table: &'t Table, row: Row) -> &'t Area {
    table.area(row.area())
}

fn label<'t>(table: &'t Table, row: Row) -> &'t str {
    &table.period(row.period()).label
}

/// Name, kind, records, values, complete 95 % intervals, counts, denominators.
const FIGURES: [(&str, FileKind, usize, usize, usize, usize, usize); 20] = [
    ("fingertips/14col-table-download-social-isolation.csv", FileKind::FingertipsTable, 1204, 992, 984, 0, 992),
    ("fingertips/26col-countyua-2020-social-isolation.csv", FileKind::Fingertips, 4536, 4465, 3563, 2360, 4390),
    ("fingertips/26col-district-2020-health-profiles.csv", FileKind::Fingertips, 2752, 2600, 2592, 0, 0),
    ("fingertips/27col-bom-utla-2023-chd-admissions.csv", FileKind::Fingertips, 154, 147, 147, 147, 147),
    ("fingertips/27col-bom-msoa-norfolk-local-health.csv", FileKind::Fingertips, 1344, 1344, 1344, 1120, 1120),
    ("fingertips/27col-bom-gp-pcn-hypertension.csv", FileKind::Fingertips, 45, 45, 45, 45, 45),
    ("fingertips/27col-bom-gp-pcn-obesity.csv", FileKind::Fingertips, 24, 24, 24, 24, 24),
    ("fingertips/27col-bom-gp-two-indicators.csv", FileKind::Fingertips, 10, 10, 10, 10, 10),
    ("fingertips/27col-bom-quarterly-trimethoprim.csv", FileKind::Fingertips, 38, 38, 0, 38, 38),
    ("fingertips/fingertipsr-icb-asthma-admissions.csv", FileKind::Fingertips, 42, 42, 42, 42, 42),
    ("ons/healthy-life-expectancy.csv", FileKind::Ons, 5814, 5814, 5814, 0, 0),
    ("ons/cigarette-smokers.csv", FileKind::Ons, 756, 756, 756, 0, 0),
    ("ons/preventable-cardiovascular-mortality-england.csv", FileKind::Ons, 7150, 7150, 7150, 0, 0),
    ("ons/adult-obesity-prevalence.csv", FileKind::Ons, 3510, 3510, 3510, 0, 0),
    ("ons/persistent-absences-for-all-pupils.csv", FileKind::Ons, 2909, 2909, 0, 0, 0),
    ("council/trafford-adults_smoking.csv", FileKind::CouncilTidy, 4587, 4512, 0, 0, 0),
    ("council/trafford-overweight_adult.csv", FileKind::CouncilTidy, 3089, 3089, 0, 0, 0),
    ("council/trafford-life_expectancy.csv", FileKind::CouncilTidy, 5516, 5480, 0, 0, 0),
    ("council/oflog-adult-social-care.csv", FileKind::Oflog, 6376, 6078, 0, 0, 0),
    ("council/dfe-lait-five-measures-long.csv", FileKind::Lait, 8500, 7733, 0, 0, 0),
];

#[test]
fn every_file_of_figures_reads_whole() {
    let Some(folder) = folder() else { return };
    for (name, kind, records, values, intervals, counts, denominators) in FIGURES {
        let (table, problems) = read(&folder, &[name]);
        assert_eq!(problems, [], "{name}");
        assert_eq!(
            (table.files()[0].kind, table.files()[0].rows as usize, table.len()),
            (kind, records, records),
            "{name}"
        );
        let count = |holds: &dyn Fn(&Row) -> bool| table.rows().filter(holds).count();
        assert_eq!(count(&|row| row.cell().value().is_some()), values, "{name}");
        assert_eq!(count(&|row| row.limits95().is_some()), intervals, "{name}");
        assert_eq!(count(&|row| row.count().is_some()), counts, "{name}");
        assert_eq!(count(&|row| row.denominator().is_some()), denominators, "{name}");
        assert!(
            table.row_bytes() <= 72 * table.len().max(8).next_power_of_two() + 1024,
            "{name}: {}",
            table.row_bytes()
        );
    }
}

#[test]
fn every_file_in_the_folders_is_known_here() {
    let Some(folder) = folder() else { return };
    for group in ["fingertips", "ons", "council"] {
        for entry in std::fs::read_dir(folder.join(group)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{group}/{}", path.file_name().unwrap().to_string_lossy());
            let known = FIGURES.iter().any(|(known, ..)| *known == name) || name.contains("/dhsc-extract-");
            assert!(known || !name.ends_with(".csv"), "{name} has no expectation");
        }
    }
}

#[test]
fn lookup_tables_are_recognised_and_named() {
    let Some(folder) = folder() else { return };
    for (name, kind, rows) in [
        ("fingertips/dhsc-extract-indicator-metadata.csv", FileKind::IndicatorTable, 37),
        ("fingertips/dhsc-extract-categories.csv", FileKind::CategoryTable, 120),
        ("areas/dhsc-extract-areas.csv", FileKind::AreaTable, 2983),
        ("neighbours/ons-global-neighbours.csv", FileKind::NeighbourTable, 397),
        ("neighbours/ons-demographic-neighbours.csv", FileKind::NeighbourTable, 397),
        ("neighbours/ons-economic-neighbours.csv", FileKind::NeighbourTable, 397),
        ("neighbours/dfe-statistical-neighbours-2025.csv", FileKind::NeighbourTable, 159),
    ] {
        let (table, problems) = read(&folder, &[name]);
        assert_eq!(problems, [], "{name}");
        assert_eq!((table.files()[0].kind, table.files()[0].rows, table.len()), (kind, rows, 0), "{name}");
    }
    let (table, _) = read(&folder, &["neighbours/ons-global-neighbours.csv"]);
    let near: Vec<&str> = table.neighbours("E06000001").unwrap().iter().map(|&code| table.text(code)).collect();
    assert_eq!((near.len(), near[0], near[19]), (20, "E08000018", "E06000021"));
    let (table, _) = read(&folder, &["neighbours/dfe-statistical-neighbours-2025.csv"]);
    let near: Vec<&str> = table.neighbours("302").unwrap().iter().map(|&code| table.text(code)).collect();
    assert_eq!((near.len(), near[0], near[9]), (10, "320", "307"));
}

#[test]
fn dhsc_extract_reads_with_its_tables() {
    let Some(folder) = folder() else { return };
    let names = [
        "fingertips/dhsc-extract-20-indicators.csv",
        "fingertips/dhsc-extract-indicator-metadata.csv",
        "fingertips/dhsc-extract-categories.csv",
        "areas/dhsc-extract-areas.csv",
    ];
    let (table, problems) = read(&folder, &names);
    let times = |kind| problems.iter().filter(|problem| problem.kind == kind).map(|problem| problem.times).sum::<u32>();
    assert_eq!((table.files()[0].kind, table.len()), (FileKind::DhscExtract, 36_385));
    assert_eq!(table.rows().filter(|row| row.cell().value().is_some()).count(), 35_787);
    assert_eq!(times(ProblemKind::ValueOutsideInterval), 31);
    assert_eq!(table.rows().filter(|row| row.limits95().is_some()).count(), 8_934 - 31);
    assert_eq!(times(ProblemKind::UnknownAreaCode), 6);
    // Several periods collapse on one year: said with their lines, used neither (or once, where they agree).
    assert_eq!(times(ProblemKind::DuplicateKey) + times(ProblemKind::RepeatedRow), 2_098);
    let explained = [
        ProblemKind::ValueOutsideInterval,
        ProblemKind::UnknownAreaCode,
        ProblemKind::DuplicateKey,
        ProblemKind::RepeatedRow,
        ProblemKind::ImpossibleCount,
    ];
    assert!(problems.iter().all(|problem| explained.contains(&problem.kind) && problem.line > 1), "{problems:#?}");

    let outside = at_line(&table, 7863);
    assert_eq!(
        (outside.cell(), outside.limits95(), outside.interval_rejected()),
        (Cell::Value(0.0675618248124585), None, true)
    );
    let series = table.one_series(outside.series());
    assert_eq!(table.text(series.category), "Fourth less deprived decile (IMD2019)");
    assert_eq!(
        table.text(series.category_type),
        "County & UA deprivation deciles in England (IMD2019, 4/19 and 4/20 geog.)"
    );
    assert_eq!((area(&table, outside).name.as_str(), label(&table, outside)), ("England", "2018"));

    let diabetes = at_line(&table, 2);
    let indicator = table.indicator(table.one_series(diabetes.series()).indicator);
    assert_eq!(
        (indicator.id.as_str(), indicator.polarity.as_str(), indicator.value_type.as_str()),
        ("241", "No judgement", "Proportion")
    );
    assert_eq!((label(&table, diabetes), table.period(diabetes.period()).kind), ("2018/19", PeriodKind::Financial));
    assert_eq!((diabetes.count(), diabetes.denominator()), (Some(3_319_266.0), Some(47_886_072.0)));
    assert_eq!(diabetes.limits95(), Some((6.92439909041205, 6.93878531830596)));
    let icb = table.areas().iter().find(|area| area.code == "E54000048").unwrap();
    assert_eq!(
        (icb.name.as_str(), icb.area_type.as_str()),
        ("NHS Lancashire and South Cumbria Integrated Care Board - QE1", "NHS Integrated Care Boards")
    );
    assert_eq!(icb.parent_code, "E40000010");

    // Alone it opens too, with years as they stand.
    let (alone, problems) = read(&folder, &names[..1]);
    assert_eq!((alone.len(), label(&alone, at_line(&alone, 2))), (36_385, "2018"));
    assert!(problems.iter().all(|problem| explained.contains(&problem.kind)));
}

#[test]
fn fingertips_cells_are_what_the_file_says() {
    let Some(folder) = folder() else { return };
    let (table, _) = read(&folder, &["fingertips/27col-bom-utla-2023-chd-admissions.csv"]);
    let england = at_line(&table, 2);
    assert_eq!((england.cell(), england.limits95()), (Cell::Value(387.11308), Some((385.47233, 388.75908))));
    assert_eq!((england.limits998(), england.count()), (Some((384.5286, 389.70971)), Some(214_022.0)));
    assert_eq!(
        (england.denominator(), england.compared_to_england()),
        (Some(57_106_398.0), Some(PublishedComparison::NotCompared))
    );
    assert_eq!(england.published_trend(), Some(PublishedTrend::DecreasingBetter));
    let tameside = at_line(&table, 3);
    assert_eq!(
        (area(&table, tameside).code.as_str(), area(&table, tameside).parent_name.as_str()),
        ("E08000008", "England")
    );
    assert_eq!(
        (tameside.compared_to_england(), tameside.compared_to_parent()),
        (Some(PublishedComparison::Worse), Some(PublishedComparison::Worse))
    );
    let bracknell = at_line(&table, 149);
    assert_eq!((bracknell.cell(), bracknell.count()), (Cell::Absent(Absence::Missing), None));
    assert!(
        bracknell.note().starts_with("Not presented due to Frimley") && bracknell.note().ends_with("Foundation Trust")
    );

    let (table, _) = read(&folder, &["fingertips/27col-bom-msoa-norfolk-local-health.csv"]);
    let gaywood = at_line(&table, 40);
    assert_eq!(
        (area(&table, gaywood).name.as_str(), gaywood.cell()),
        ("Gaywood Chase & Old Gaywood", Cell::Value(76.8352))
    );
    let period = table.period(gaywood.period());
    assert_eq!((period.year, period.months, period.label.as_str()), (2016, 60, "2016 - 20"));

    let (table, _) = read(&folder, &["fingertips/27col-bom-quarterly-trimethoprim.csv"]);
    let quarter = table.period(at_line(&table, 10).period());
    assert_eq!((quarter.month, quarter.months, quarter.label.as_str()), (1, 3, "2017 Q1"));

    let (table, _) = read(&folder, &["fingertips/fingertipsr-icb-asthma-admissions.csv"]);
    let mersey = at_line(&table, 2);
    assert_eq!((mersey.cell(), mersey.limits998(), mersey.note()), (Cell::Value(92.6), Some((85.3, 100.2)), ""));
    assert_eq!((mersey.compared_to_england(), table.series().len()), (Some(PublishedComparison::Worse998), 1));
    assert_eq!(table.files()[0].unknown_columns, ["row_id"]);
    let trends = table.rows().filter(|row| row.published_trend() == Some(PublishedTrend::IncreasingWorse)).count();
    assert_eq!((trends, table.text(table.series()[0].category)), (4, ""));

    let (table, _) = read(&folder, &["fingertips/14col-table-download-social-isolation.csv"]);
    assert_eq!(table.indicators()[0].name, "14col-table-download-social-isolation");
    assert_eq!(at_line(&table, 3).limits95(), Some((56.6236835444135, 60.3519838707621)));

    let (table, _) = read(&folder, &["fingertips/26col-countyua-2020-social-isolation.csv"]);
    assert_eq!((table.indicators().len(), table.periods().len(), table.areas().len()), (2, 9, 161));
    assert_eq!((table.periods()[0].label.as_str(), table.periods()[8].label.as_str()), ("2010/11", "2018/19"));
}

#[test]
fn ons_and_council_cells_are_what_the_file_says() {
    let Some(folder) = folder() else { return };
    let (table, _) = read(&folder, &["ons/healthy-life-expectancy.csv"]);
    let kingdom = at_line(&table, 2);
    assert_eq!((kingdom.cell(), kingdom.limits95()), (Cell::Value(62.7), Some((62.6, 62.9))));
    assert_eq!((area(&table, kingdom).area_type.as_str(), table.indicators().len()), ("Country", 2));
    assert_eq!((table.indicators()[0].unit.as_str(), table.period(kingdom.period()).months), ("yrs", 36));

    let (table, _) = read(&folder, &["ons/persistent-absences-for-all-pupils.csv"]);
    assert!(table.periods().iter().all(|period| period.kind == PeriodKind::Academic));
    assert_eq!(at_line(&table, 2).cell(), Cell::Value(21.21817));

    let (table, _) = read(&folder, &["ons/adult-obesity-prevalence.csv"]);
    assert_eq!(table.rows().filter(|row| row.superseded()).count(), 3510 - 3330);
    assert!(table.periods().iter().all(|period| period.kind == PeriodKind::YearFrom && period.months == 12));

    let (table, _) = read(&folder, &["council/trafford-life_expectancy.csv"]);
    let sexes: Vec<&str> = table.series().iter().map(|series| table.text(series.sex)).collect();
    assert_eq!((sexes, table.indicators()[0].unit.as_str()), (vec!["Male", "Female"], "Years"));
    assert_eq!(at_line(&table, 3).cell(), Cell::Value(83.1));

    let (table, _) = read(&folder, &["council/trafford-adults_smoking.csv"]);
    let scilly = at_line(&table, 67);
    assert_eq!(
        (area(&table, scilly).name.as_str(), scilly.cell()),
        ("Isles of Scilly", Cell::Absent(Absence::Missing))
    );
    assert_eq!((table.text(table.series()[0].sex), table.indicators()[0].unit.as_str()), ("Persons", "Percentage"));

    let (table, _) = read(&folder, &["council/oflog-adult-social-care.csv"]);
    let derbyshire = at_line(&table, 3);
    assert_eq!((derbyshire.cell(), label(&table, derbyshire)), (Cell::Value(7.6), "2016-17"));
    assert_eq!(
        (table.indicators()[0].id.as_str(), table.indicators()[0].name.as_str()),
        ("ASC1", "Outcome, ASC Carer Quality of Life")
    );
    let found = area(&table, derbyshire);
    assert_eq!(
        (found.code.as_str(), found.area_type.as_str(), found.parent_name.as_str()),
        ("E10000007", "Counties", "East Midlands")
    );
    assert_eq!(table.files()[0].unknown_columns, ["MEDIAN", "MADs_from_median", "rank_order"]);

    let (table, _) = read(&folder, &["council/dfe-lait-five-measures-long.csv"]);
    let barking = at_line(&table, 2);
    assert_eq!(
        (area(&table, barking).code.as_str(), area(&table, barking).parent_name.as_str()),
        ("301", "Outer London")
    );
    assert_eq!((barking.cell(), label(&table, barking), table.indicators().len()), (Cell::Value(24.0), "2016", 5));
    assert_eq!(table.indicators()[0].name, "Number of children re-registered on the Child Protection Register");
}

/// The config of a real file's view, as a publisher would write it.
fn config(json: &str) -> Config {
    serde_json::from_str(json).unwrap()
}

/// Standardised rates: the size of each is its count over its rate, and differs from the population in the file. The
/// average and the numbers outside were worked out from the file by a script that knows nothing of ours.
#[test]
fn asthma_admissions_stand_in_a_funnel_of_all_systems() {
    let Some(folder) = folder() else { return };
    let (table, _) = read(&folder, &["fingertips/fingertipsr-icb-asthma-admissions.csv"]);
    let json =
        r#"{"area": "E54000008", "value-type": "standardised-rate", "multiplier": 100000, "polarity": "low-is-good"}"#;
    let config = config(json);
    let found = compare::funnel(&table, &config).unwrap();
    let funnel = found.funnel.as_ref().unwrap();
    assert_eq!((found.places.len(), funnel.placed, funnel.outside, funnel.is_spread()), (42, 42, [34, 30], true));
    assert!((funnel.average - 86.440_873).abs() < 1e-5, "{}", funnel.average);
    let ours = found.ours().standing.unwrap();
    assert!((ours.size - 2015.0 / 92.6 * 100_000.0).abs() < 1e-3);
    assert_eq!((ours.level, ours.judgement), (Some(compare::Level::P95), compare::Judgement::Worse));
    for place in &found.places {
        let (standing, value) = (place.standing.unwrap(), place.figure.cell.value().unwrap());
        for (level, (lower, upper)) in standing.limits.into_iter().enumerate() {
            assert_eq!(standing.is_outside(level), value < lower || value > upper, "{place:?}");
        }
    }
    let comparison = compare::run(&table, &config).unwrap();
    assert_eq!((comparison.peers().len(), comparison.tally.checks()), (41, 41));
}

/// Waits in A&E of 42 systems over 40 months. The expected numbers were worked out with exact fractions, from the formulae
/// alone.
#[test]
fn waits_of_every_system_read_as_a_process() {
    let Some(folder) = folder() else { return };
    let columns = [
        ("area_code", "icb22_code"),
        ("period", "date"),
        ("value", "pct_attendance_over_4hours"),
        ("count", "attendances_over_4hours"),
        ("denominator", "total_attendances"),
    ];
    let columns: Vec<(String, String)> = columns.iter().map(|(of, head)| ((*of).into(), (*head).into())).collect();
    let mut reader = Reader::new(Mapping::of(&columns, &mut Vec::new()));
    for name in ["nhse/icb-ae-tidy.csv", "areas/dhsc-extract-areas.csv"] {
        reader.begin(name);
        reader.push(&std::fs::read(folder.join(name)).unwrap());
        reader.end();
    }
    let (table, problems) = reader.finish();
    assert_eq!((problems, table.len()), (Vec::new(), 42 * 40));

    let rules = [ProcessRule::OutsideLimits, ProcessRule::Trend, ProcessRule::TwoOfThree, ProcessRule::Shift];
    let (mut all, mut latest) = ([0; 4], [0; 4]);
    let codes: Vec<&str> =
        table.areas().iter().map(|area| area.code.as_str()).filter(|code| code.starts_with("E54")).collect();
    for code in &codes {
        let mut config = Config::default();
        config.words.set(Key::Area, code);
        let found = process(&table, &config).unwrap();
        assert_eq!((found.moments.len(), found.latest(), found.last_stretch().unwrap().figures), (40, Some(39), 40));
        for (at, moment) in found.moments.iter().enumerate() {
            let Some(sign) = moment.reading.unwrap().sign else { continue };
            let rule = rules.iter().position(|rule| *rule == sign.rule).unwrap();
            all[rule] += 1;
            latest[rule] += usize::from(at == 39);
        }
        if *code == "E54000040" {
            let usual = found.last_stretch().unwrap().usual.unwrap();
            let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
            assert!(close(usual.centre, 0.2815) && close(usual.mean_range, 0.59 / 38.0));
            assert!(close(usual.limits.lower, 0.2402) && close(usual.limits.upper, 0.3228));
        }
    }
    assert_eq!((codes.len(), all, latest), (42, [472, 7, 200, 454], [17, 0, 4, 5]));
}

/// The areas of the extract and their lists of children: a region's authorities, and whether their counts make the whole.
#[test]
fn places_and_systems_of_the_extract_are_found_both_ways() {
    let Some(folder) = folder() else { return };
    let names = [
        "fingertips/dhsc-extract-20-indicators.csv",
        "fingertips/dhsc-extract-indicator-metadata.csv",
        "areas/dhsc-extract-areas.csv",
    ];
    let (table, _) = read(&folder, &names);
    let look = |area: &str, indicator: &str| {
        let mut config: Config = serde_json::from_str(r#"{"show": ["places"]}"#).unwrap();
        config.words.set(Key::Area, area);
        config.words.set(Key::Indicator, indicator);
        let answer = compare::answer(&table, &config).unwrap();
        let places = answer.now().beside.places.clone().unwrap();
        let codes = |list: &[compare::Located]| list.iter().map(|one| one.place.code.to_owned()).collect::<Vec<_>>();
        (codes(&places.above), codes(&places.below), places.sum.map(|sum| (sum.counted, sum.sums)))
    };
    let (above, below, sum) = look("E54000048", "241");
    eprintln!("{above:?} {below:?} {sum:?}");
    assert_eq!(above.last().map(String::as_str), Some("E92000001"));
    assert!(above.contains(&"E40000010".to_owned()));
    assert!(below.iter().all(|code| code.starts_with("E38")) && !below.is_empty());
    let (_, regions, sum) = look("E92000001", "241");
    eprintln!("{regions:?} {sum:?}");
    assert!(regions.iter().all(|code| code.starts_with("E12") || code.starts_with("E40")));
}

/// Codes of NHS files tell their kind as those of the Office for National Statistics do.
#[test]
fn every_code_of_a_care_board_tells_its_kind() {
    let Some(folder) = folder() else { return };
    let list = std::fs::read_to_string(folder.join("areas/icb24-list-with-lsoa21-counts.csv")).unwrap();
    let mut rows = 0;
    for line in list.lines().skip(1) {
        // Names hold commas; codes come after them.
        let codes: Vec<&str> = line.split(',').map(str::trim).collect();
        let class = |code: &str| AreaClass::of(code);
        let at = codes.iter().position(|code| class(code) == AreaClass::SubIntegratedCareBoard).unwrap();
        assert_eq!(class(codes[at + 1]), AreaClass::SubIntegratedCareBoard, "{line}");
        let board = &codes[codes.len() - 3..];
        assert!(board[..2].iter().all(|code| class(code) == AreaClass::IntegratedCareBoard), "{line}");
        rows += 1;
    }
    assert_eq!(rows, 106);
}

/// A district that is no more leads to the authority that took its place, by the lookup of the Office for National Statistics.
#[test]
fn every_district_that_was_replaced_leads_on() {
    let Some(folder) = folder() else { return };
    let list = std::fs::read_to_string(folder.join("areas/ltla22-to-ltla23-code-changes.csv")).unwrap();
    let mut changed = 0;
    for line in list.lines().skip(1).filter(|line| !line.contains('"')) {
        let cells: Vec<&str> = line.split(',').collect();
        let [old, old_name, new, new_name] = cells[..] else { panic!("{line}") };
        let succession = successor(old);
        assert_eq!(succession.is_some(), old != new, "{line}");
        if let Some(found) = succession {
            assert_eq!((found.name, found.into), (old_name, &[(new, new_name)][..]));
            changed += 1;
        }
    }
    assert_eq!(changed, 17);
    let (table, _) = read(&folder, &["fingertips/27col-bom-utla-2023-chd-admissions.csv"]);
    let mut config = Config::default();
    config.words.set(Key::Area, "E07000165");
    let answer = compare::answer(&table, &config).unwrap();
    assert_eq!(answer.now().ours().place.code, "E06000065");
    assert!(answer.now().findings.iter().all(|one| one.kind != compare::FindingKind::AreaNotFound));
}

/// In real files no withheld figure is given away, but for what stands here with its reason.
#[test]
fn no_real_file_is_accused_of_giving_figures_away_without_reason() {
    let Some(folder) = folder() else { return };
    for (name, ..) in FIGURES {
        let (table, _) = read(&folder, &[name]);
        let found = advice::withheld(&table, &Config::default());
        assert_eq!(found, [], "{name}");
    }
}

/// Numbers of people by age and sex, some of them withheld in a real file: one age alone is found in every area, by what is
/// left of all ages; two ages together are not.
#[test]
fn what_is_withheld_in_a_real_file_and_given_away_is_found() {
    let Some(folder) = folder() else { return };
    let text = std::fs::read_to_string(folder.join("fingertips/dhsc-extract-20-indicators.csv")).unwrap();
    let given_away = |ages: &[&str]| {
        let mut withheld = Vec::new();
        let mut withhold = |line: &str| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if cells[0] == "337" && cells[4].starts_with("E38") && cells[11] == "Female" && ages.contains(&cells[12]) {
                withheld.push(format!("({}, {}", cells[4], cells[1]));
                (cells[5], cells[6]) = ("*", "*");
            }
            cells.join(",")
        };
        let file: Vec<String> = text.lines().map(&mut withhold).collect();
        let mut reader = Reader::new(Mapping::default());
        reader.begin("withheld.csv");
        reader.push(file.join("\n").as_bytes());
        let found = advice::withheld(&reader.finish().0, &Config::default());
        let names = found.into_iter().find(|finding| finding.check == advice::Check::Recoverable).map_or_else(
            Vec::new,
            |finding| match finding.slots.into_iter().next() {
                Some((_, advice::Slot::Names(names))) => names,
                other => panic!("{other:?}"),
            },
        );
        // A row stands twice in the file for some areas.
        withheld.sort_unstable();
        withheld.dedup();
        (withheld, names)
    };
    let (areas, names) = given_away(&["10-14 yrs"]);
    assert_eq!((areas.len(), names.len()), (85, 85));
    assert!(areas.iter().all(|area| names.iter().any(|name| name.contains(area.as_str()))), "{names:?}");
    let (areas, names) = given_away(&["10-14 yrs", "15-19 yrs"]);
    assert_eq!((areas.len(), names), (85, Vec::new()));
}
