//! Reading, from outside: small inputs with their tables and problems, every split of the bytes, any bytes at all.

use peerglass::data::{
    Absence, Cell, FileKind, Mapping, Meaning, PeriodKind, Problem, ProblemKind, PublishedTrend, Reader, Table,
};
use proptest::prelude::*;

fn read_mapped(mapping: &Mapping, files: &[(&str, &[u8])], chunk: usize) -> (Table, Vec<Problem>) {
    let mut reader = Reader::new(mapping.clone());
    for (name, bytes) in files {
        reader.begin(name);
        bytes.chunks(chunk).for_each(|chunk| reader.push(chunk));
        reader.end();
    }
    reader.finish()
}

fn read(text: impl AsRef<[u8]>) -> (Table, Vec<Problem>) {
    read_mapped(&Mapping::default(), &[("file.csv", text.as_ref())], usize::MAX)
}

/// Everything that can be seen of a table and its problems, for comparing two readings.
fn seen(table: &Table, problems: &[Problem]) -> String {
    let rows: Vec<String> = table
        .rows()
        .map(|row| {
            format!(
                "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}\n",
                table.one_series(row.series()),
                table.area(row.area()),
                table.period(row.period()),
                row.cell(),
                row.limits95(),
                row.limits998(),
                row.count(),
                row.denominator(),
                row.note(),
                row.published_trend(),
                row.rejected(),
                row.interval_rejected(),
                row.place(),
            )
        })
        .collect();
    format!("{:?}\n{:?}\n{}{:#?}", table.files(), table.indicators(), rows.concat(), problems)
}

fn kinds(problems: &[Problem]) -> Vec<(ProblemKind, u32)> {
    problems.iter().map(|problem| (problem.kind, problem.line)).collect()
}

const HEAD: &str = "area_code,area_name,period,value,lower,upper,count,denominator,notes\n";

fn plain(rows: &str) -> (Table, Vec<Problem>) {
    read(format!("{HEAD}{rows}"))
}

#[test]
fn a_plain_row_is_read() {
    let (table, problems) = plain("E10000017,Lancashire,2019/20,12.5,11,14,125,1000,Provisional\n");
    assert_eq!(problems, []);
    assert_eq!((table.len(), table.files()[0].kind, table.files()[0].rows), (1, FileKind::Plain, 1));
    let row = table.row(0);
    assert_eq!((row.cell(), row.limits95(), row.limits998()), (Cell::Value(12.5), Some((11.0, 14.0)), None));
    assert_eq!(
        (row.count(), row.denominator(), row.note(), row.place()),
        (Some(125.0), Some(1000.0), "Provisional", (0, 2))
    );
    assert_eq!(
        (table.area(row.area()).code.as_str(), table.area(row.area()).name.as_str()),
        ("E10000017", "Lancashire")
    );
    assert_eq!(table.period(row.period()).kind, PeriodKind::Financial);
    // A file without an indicator column holds one, named by the file.
    assert_eq!(table.indicators()[0].name, "file");
}

/// What it is, its bytes, the problems it should give, and how many rows come of it.
type Broken = (&'static str, Vec<u8>, Vec<(ProblemKind, u32)>, usize);

#[test]
fn broken_inputs_are_problems_with_their_line() {
    use ProblemKind::*;
    let row = "E1,A,2019,5,,,,,\n";
    let with = |text: &str| format!("{HEAD}{text}").into_bytes();
    let long_line = format!("{HEAD}E1,{},2019,5,,,,,\nE2,B,2019,6,,,,,\n", "x".repeat(1 << 20));
    let wide_line = format!("{HEAD}{}\nE2,B,2019,6,,,,,\n", ",".repeat(5000));
    let cases: Vec<Broken> = vec![
        ("no bytes", Vec::new(), vec![(EmptyFile, 0)], 0),
        ("only a byte order mark", b"\xef\xbb\xbf".to_vec(), vec![(EmptyFile, 0)], 0),
        ("only blank lines", b"\r\n\n  \n".to_vec(), vec![(EmptyFile, 0)], 0),
        ("header only", HEAD.into(), vec![(NoRows, 0)], 0),
        ("web page", b"<!DOCTYPE html><html>404</html>".to_vec(), vec![(HtmlNotCsv, 0)], 0),
        ("spreadsheet", b"PK\x03\x04rest".to_vec(), vec![(NotText, 0)], 0),
        ("Excel's Unicode text", b"\xff\xfea\0,\0".to_vec(), vec![(NotText, 0)], 0),
        ("unknown columns", b"x,y\n1,2\n".to_vec(), vec![(UnknownColumns, 1); 3], 0),
        ("no value column", b"area_code,period\nE1,2019\n".to_vec(), vec![(UnknownColumns, 1)], 0),
        ("blank first lines", b"\n\n\narea_code,period\n".to_vec(), vec![(UnknownColumns, 4)], 0),
        ("letter in a number", with("E1,A,2019,\"1,2O4\",,,,,\n"), vec![(NotANumber, 2)], 1),
        ("spreadsheet error", with("E1,A,2019,#DIV/0!,,,,,\n"), vec![(NotANumber, 2)], 1),
        ("bad limit", with("E1,A,2019,5,low-ish,6,,,\n"), vec![(NotANumber, 2)], 1),
        ("unknown period", with("E1,A,Tuesday,5,,,,,\n"), vec![(UnknownPeriod, 2)], 0),
        ("no period", with("E1,A,,5,,,,,\n"), vec![(NoPeriod, 2)], 0),
        ("no area", with(",,2019,5,,,,,\n"), vec![(NoArea, 2)], 0),
        ("short row", with("E1,A,2019\n"), vec![(RaggedRow, 2)], 1),
        ("long row", with("E1,A,2019,1,234,,,,,x\n"), vec![(RaggedRow, 2)], 1),
        ("outside", with("E1,A,2019,5,6,7,,,\n"), vec![(ValueOutsideInterval, 2)], 1),
        ("reversed", with("E1,A,2019,5,6,4,,,\n"), vec![(LimitsReversed, 2)], 1),
        ("negative count", with("E1,A,2019,5,,,-1,10,\n"), vec![(ImpossibleCount, 2)], 1),
        ("the same again", with(&[row, row].concat()), vec![(RepeatedRow, 3)], 2),
        ("duplicate", with(&[row, "E1,A,2019,6,,,,,\n"].concat()), vec![(DuplicateKey, 3)], 2),
        ("open quote at the end", with(&["E1,\"A,2019,5,,,,,\n", row].concat()), vec![(UnclosedQuote, 2)], 1),
        ("open quote in the last line", with(&[row, "E2,\"B,2019"].concat()), vec![(UnclosedQuote, 3)], 1),
        (
            "open quote that a later one closes",
            with("E1,\"A,2019,5,,,,,\nE2,B,2019,6,,,,,\nE3,\"C, D\",2019,7,,,,,\n"),
            vec![(UnclosedQuote, 2)],
            2,
        ),
        (
            "Windows-1252",
            with("W06000001,Ynys M\u{1}n,2019,5,,,,,\n").iter().map(|&b| if b == 1 { 0xf4 } else { b }).collect(),
            vec![(NotUtf8, 2)],
            1,
        ),
        ("repeated column", b"area_code,period,value,Value\nE1,2019,1,2\n".to_vec(), vec![(RepeatedColumn, 1)], 1),
        ("endless line", long_line.into(), vec![(TooLarge, 2)], 1),
        (
            "quote open for over a mebibyte",
            with(&["E1,\"A,2019,5,,,,,\n", &"E2,B,2019,6,,,,,\n".repeat(70_000), "E3,C,2019,7,,,,,\n"].concat())
                .into_iter()
                .collect(),
            vec![(UnclosedQuote, 2)],
            70_001,
        ),
        ("endless row", wide_line.into(), vec![(TooLarge, 2)], 1),
        (
            "problem after a cell of two lines",
            with("E1,\"A\nB\",2019,5,,,,,\nE2,B,2019,x1,,,,,\n"),
            vec![(NotANumber, 4)],
            2,
        ),
        (
            "share above the whole",
            b"area_code,period,value,count,denominator,unit\nE1,2019,120,12,10,%\n".to_vec(),
            vec![(ImpossibleCount, 2)],
            1,
        ),
    ];
    for (name, bytes, want, rows) in cases {
        let (table, problems) = read(&bytes);
        let said: Vec<_> = kinds(&problems).into_iter().filter(|(kind, _)| *kind != RepeatedRow || rows < 3).collect();
        assert_eq!(said, want, "{name}: {problems:#?}");
        assert_eq!(table.len(), rows, "{name}");
        for chunk in [1, 1000, 65_536] {
            let parts = read_mapped(&Mapping::default(), &[("file.csv", &bytes)], chunk);
            assert_eq!(seen(&table, &problems), seen(&parts.0, &parts.1), "{name} in chunks of {chunk}");
        }
    }
}

#[test]
fn what_is_wrong_is_left_out_and_the_rest_is_kept() {
    let (table, _) =
        plain("E1,A,2019,5,6,7,,,\nE2,B,2019,\"1,2O4\",,,,,\nE3,C,2019,1,234,,,,,x\nE4,D,2019,5,,,-1,10,\n");
    assert_eq!(
        (table.row(0).cell(), table.row(0).limits95(), table.row(0).interval_rejected()),
        (Cell::Value(5.0), None, true)
    );
    assert_eq!(table.row(1).cell(), Cell::Absent(Absence::Unreadable));
    assert_eq!(table.row(2).cell(), Cell::Absent(Absence::Unreadable));
    assert_eq!((table.row(3).cell(), table.row(3).count(), table.row(3).denominator()), (Cell::Value(5.0), None, None));
}

#[test]
fn a_ragged_row_says_how_many_cells_it_has_and_nothing_more() {
    let (table, problems) = plain("E1,A\nE2,B,2019,5\nE3,C,,1,234,,,,,x\nE4,D,2019,6,,,,,\n");
    let said: Vec<_> = problems.iter().map(|problem| (problem.kind, problem.line, problem.found.as_str())).collect();
    let ragged = ProblemKind::RaggedRow;
    assert_eq!(said, [(ragged, 2, "2"), (ragged, 3, "4"), (ragged, 4, "10")]);
    assert_eq!(table.rows().map(|row| row.place().1).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn where_there_is_no_value_there_is_no_interval() {
    let (table, problems) = plain("E1,A,2019,x1,4,6,,,\nE2,B,2019,[c],4,6,,,\nE3,C,2019,5,4,6,,,\n");
    assert_eq!(kinds(&problems), [(ProblemKind::NotANumber, 2)]);
    let limits: Vec<_> = table.rows().map(|row| (row.limits95(), row.interval_rejected())).collect();
    assert_eq!(limits, [(None, false), (None, false), (Some((4.0, 6.0)), false)]);
}

#[test]
fn duplicates_are_not_used_and_repeats_are_used_once() {
    let (table, problems) = plain(
        "E1,A,2019,5,,,,,\nE1,A,2019,6,,,,,\nE1,A,2019,5,,,,,\nE2,B,2019,7,,,,,\nE2,B,2019,7,,,,,\nE2,B,2020,7,,,,,\n",
    );
    let rejected: Vec<Option<ProblemKind>> = table.rows().map(|row| row.rejected()).collect();
    let (duplicate, repeated) = (Some(ProblemKind::DuplicateKey), Some(ProblemKind::RepeatedRow));
    assert_eq!(rejected, [duplicate, duplicate, duplicate, None, repeated, None]);
    assert_eq!((problems[0].found.as_str(), problems[2].found.as_str()), ("2", "5"));
}

#[test]
fn one_bad_row_among_thousands_costs_itself_only() {
    for (bad, kind, lost) in [
        ("E0,\"A,2019,5,,,,,\n", ProblemKind::UnclosedQuote, 1),
        ("E0,A,2019,\"5,,,,,\n", ProblemKind::UnclosedQuote, 1),
        ("E0,A,2019,5,,,,,\"x\n", ProblemKind::UnclosedQuote, 1),
        ("E0,A,never,5,,,,,\n", ProblemKind::UnknownPeriod, 1),
        ("E0\n", ProblemKind::RaggedRow, 1),
        ("E0,A,2019,five,,,,,\n", ProblemKind::NotANumber, 0),
        ("E0,A,2019,5,,,,,,,,,\u{1f},z\n", ProblemKind::RaggedRow, 0),
    ] {
        let mut text = String::from(HEAD);
        for row in 0..5000 {
            if row == 2500 {
                text.push_str(bad);
            }
            text.push_str(&format!("E{},\"Area, {row}\",2019,{row}.5,,,,,\"a \"\"note\"\"\"\n", row + 1));
        }
        let (table, problems) = read(&text);
        assert!(problems.iter().all(|problem| problem.line == 2502), "{bad}: {problems:#?}");
        assert!(problems.iter().any(|problem| problem.kind == kind), "{bad}: {problems:#?}");
        assert_eq!(table.len(), 5001 - lost, "{bad}");
        assert_eq!(table.rows().filter(|row| row.cell().value().is_some()).count(), 5000, "{bad}");
    }
}

#[test]
fn absences_keep_their_reason() {
    for (cell, note, want) in [
        ("", "", Absence::Missing),
        ("NA", "", Absence::Missing),
        ("..", "", Absence::Missing),
        ("<div class=\"\"no-data\"\">-</div>", "", Absence::Missing),
        ("[x]", "", Absence::Missing),
        ("[c]", "", Absence::Suppressed),
        ("*", "", Absence::Suppressed),
        ("", "Value suppressed for disclosure control", Absence::Suppressed),
        ("", "Value missing in source data", Absence::Missing),
        ("[u]", "", Absence::Unreliable),
        ("z", "", Absence::NotApplicable),
    ] {
        let (table, problems) = plain(&format!("E1,A,2019,\"{cell}\",,,,,{note}\n"));
        assert_eq!((table.row(0).cell(), problems.len()), (Cell::Absent(want), 0), "{cell} {note}");
        assert_eq!(table.row(0).note(), note);
    }
    let (table, _) = plain("E1,A,2019,[low],,,,,\n");
    assert_eq!((table.row(0).cell(), table.row(0).note()), (Cell::Absent(Absence::Missing), "[low]"));
    let ons = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n\
        E1,A,Nation,I,2011-01-01/P3Y,,Years,yrs,,,u,\nE2,B,Nation,I,2011-01-01/P3Y,,Years,yrs,,,x,\n\
        E3,C,Nation,I,2011-01-01/P3Y,61,Years,yrs,60,62,,Obsolete code since 2023 (replaced by E4 D)\n";
    let (table, problems) = read(ons);
    assert_eq!((problems.len(), table.files()[0].kind), (0, FileKind::Ons));
    assert_eq!(table.row(0).cell(), Cell::Absent(Absence::Unreliable));
    assert_eq!(table.row(1).cell(), Cell::Absent(Absence::Missing));
    assert_eq!((table.row(2).superseded(), table.row(0).superseded()), (true, false));
    assert_eq!(table.indicators()[0].unit, "yrs");
}

#[test]
fn spaces_quotes_signs_and_separators_are_understood() {
    let text = "\u{feff}\"Area Code\";\"Time period\";\"Value\";\"Count\"\r\n\r\n\" E1 \";\" 2019 \";\" 12.5% \";\"214,022\"\r\nE2;2019;\u{2212}3;1.2E+03";
    let (table, problems) = read(text);
    assert_eq!(problems, []);
    assert_eq!((table.row(0).cell(), table.row(0).count()), (Cell::Value(12.5), Some(214_022.0)));
    assert_eq!((table.row(1).cell(), table.row(1).count()), (Cell::Value(-3.0), Some(1200.0)));
    assert_eq!((table.row(0).place(), table.row(1).place()), ((0, 3), (0, 4)));
}

#[test]
fn old_mac_line_ends_are_read() {
    let (table, problems) = read("area_code,period,value\rE1,2019,1\rE2,2019,x1\r");
    assert_eq!((table.len(), kinds(&problems)), (2, vec![(ProblemKind::NotANumber, 3)]));
}

#[test]
fn windows_1252_is_decoded_and_said_once() {
    let (table, problems) =
        read(b"area_code,area_name,period,value\nW1,Ynys M\xf4n,2019,1\nW2,Caf\xe9 \x96 x,2019,2\n");
    assert_eq!((table.areas()[0].name.as_str(), table.areas()[1].name.as_str()), ("Ynys Môn", "Café – x"));
    assert_eq!((kinds(&problems), problems[0].times), (vec![(ProblemKind::NotUtf8, 2)], 2));
    assert_eq!((problems[0].column.as_str(), problems[0].found.as_str()), ("area_name", "Ynys Môn"));
}

#[test]
fn a_mapping_names_the_columns() {
    let mut mapping = Mapping::default();
    for (meaning, header) in
        [(Meaning::AreaName, "Borough"), (Meaning::Period, "When"), (Meaning::Value, "Result"), (Meaning::Note, "Gone")]
    {
        mapping.set(meaning, header);
    }
    let text = b"Borough,When,Result,Value\nCamden,Jan 2021,5,9\n";
    let (table, problems) = read_mapped(&mapping, &[("x", text)], usize::MAX);
    assert_eq!(
        (table.row(0).cell(), table.areas()[0].name.as_str(), table.areas()[0].code.as_str()),
        (Cell::Value(5.0), "Camden", "")
    );
    assert_eq!(
        (kinds(&problems), problems[0].found.as_str(), problems[0].column.as_str()),
        (vec![(ProblemKind::MappedColumnMissing, 1)], "Gone", "note")
    );
}

#[test]
fn lookup_tables_may_come_before_or_after() {
    let data = b"IndicatorId,Year,AgeID,SexID,AreaCode,Count,Value,LowerCI,UpperCI,Denominator,Trend,Sex,Age,CategoryType,Category\n\
        7,2018,1,4,E1,3,30,,,10,Increasing,Persons,All ages,Most deprived decile (IMD2019),\"\"\"County deciles (IMD2019, 4/21)\"\"\"\n\
        7,2018,1,4,E9,3,30,,,10,,Persons,All ages,,\n8,2018,1,4,E1,3,30,,,10,,Persons,All ages,,\n";
    let indicators = b"IndicatorID,Polarity,ValueType,IndicatorName,PeriodType\n7,Low is good,Proportion,Sevens,Financial\n8,,Count,Eights,Calendar\n";
    let areas = b"Children,AreaCode,AreaName,Level,HierarchyType,AreaType,AreaTypeCode\n\"E1|E2\",R1,Region,1,Both,Regions,r\n,E1,Lancashire,2,Both,Counties,c\n";
    let neighbours = b"AREACD,1,2,3\nE1,E2,E3,\nE2,E1,E3,E4\n";
    let files: [(&str, &[u8]); 4] =
        [("data", data), ("indicators", indicators), ("areas", areas), ("near", neighbours)];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let (table, problems) = read_mapped(&Mapping::default(), &order.map(|at| files[at]), usize::MAX);
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(
            (problems[0].kind, problems[0].found.as_str(), problems[0].line),
            (ProblemKind::UnknownAreaCode, "E9", 3)
        );
        assert_eq!(
            (table.indicators()[0].name.as_str(), table.indicators()[0].polarity.as_str()),
            ("Sevens", "Low is good")
        );
        let area = &table.areas()[0];
        assert_eq!(
            (area.name.as_str(), area.area_type.as_str(), area.parent_code.as_str()),
            ("Lancashire", "Counties", "R1")
        );
        let period = |row: usize| table.period(table.row(row).period());
        assert_eq!((period(0).label.as_str(), period(0).kind), ("2018/19", PeriodKind::Financial));
        assert_eq!((period(2).label.as_str(), period(2).kind), ("2018", PeriodKind::Calendar));
        let series = table.one_series(table.row(0).series());
        assert_eq!(table.text(series.category_type), "County deciles (IMD2019, 4/21)");
        assert_eq!(table.text(series.category), "Most deprived decile (IMD2019)");
        assert_eq!(table.row(0).published_trend(), Some(PublishedTrend::Increasing));
        let near: Vec<&str> = table.neighbours("E1").unwrap().iter().map(|&code| table.text(code)).collect();
        assert_eq!((near, table.neighbours("E7")), (vec!["E2", "E3"], None));
    }
}

#[test]
fn periods_stand_in_order_of_time() {
    let (table, _) =
        plain("E1,A,2020,1,,,,,\nE1,A,2019/20,1,,,,,\nE1,A,2018 - 20,1,,,,,\nE1,A,Jan 2020,1,,,,,\nE1,A,2019,1,,,,,\n");
    let labels: Vec<&str> = table.periods().iter().map(|period| period.label.as_str()).collect();
    assert_eq!(labels, ["2018 - 20", "2019", "2019/20", "Jan 2020", "2020"]);
    let of_rows: Vec<&str> = table.rows().map(|row| table.period(row.period()).label.as_str()).collect();
    assert_eq!(of_rows, ["2020", "2019/20", "2018 - 20", "Jan 2020", "2019"]);
    let months: Vec<u16> = table.rows().map(|row| table.one_series(row.series()).months).collect();
    assert_eq!(months, [12, 12, 36, 1, 12]);
}

#[test]
fn a_published_range_and_start_settle_an_ambiguous_label() {
    let head =
        "Indicator ID,Area Code,Sex,Category Type,Category,Time period,Value,Time period Sortable,Time period range\n";
    let (table, problems) =
        read(format!("{head}1,E1,Persons,,,2015 - 16,5,20150000,2y\n1,E1,Persons,,,Wave 3,5,20150000,1y\n"));
    assert_eq!(problems, []);
    let (pair, wave) = (table.period(table.row(0).period()), table.period(table.row(1).period()));
    assert_eq!((pair.months, pair.kind, pair.label.as_str()), (24, PeriodKind::Calendar, "2015 - 16"));
    assert_eq!((wave.months, wave.label.as_str()), (12, "Wave 3"));
}

#[test]
fn the_same_code_under_two_types_is_two_areas() {
    let text = "area_code,area_type,period,value\nE06000001,County & UA,2019,1\nE06000001,District & UA,2019,2\n";
    let (table, problems) = read(text);
    assert_eq!((table.areas().len(), problems.len()), (2, 0));
}

#[test]
fn markup_and_overrides_never_come_through() {
    let (table, _) = plain("E1,<b>A</b>\u{202e}B,2019,5,,,,,\"<span class=\"\"x\"\">* Not &lt;i&gt; shown</span>\"\n");
    assert_eq!((table.areas()[0].name.as_str(), table.row(0).note()), ("A B", "Not <i> shown"));
}

#[test]
fn no_row_takes_more_than_72_bytes() {
    let mut text = String::from(
        "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Region value or percentiles\n",
    );
    for row in 0..100_000 {
        text.push_str(&format!(
            "1,I,E{row},N{row},Persons,18+,,,2019/20,50,40,60,30,70,5,10,Note,Increasing,Better,Worse\n"
        ));
    }
    let (table, problems) = read(&text);
    assert_eq!((table.len(), problems.len()), (100_000, 0));
    assert!(table.row_bytes() <= 72 * 100_000 + 72 * 4096, "{}", table.row_bytes());
    let (table, _) = plain("E1,A,2019,5,,,,,\n");
    assert!(table.row_bytes() < 256, "{}", table.row_bytes());
}

#[test]
fn the_last_places_are_counted_not_listed() {
    let rows: String = (0..1000).map(|row| format!("E{row},A,2019,x1,,,,,\n")).collect();
    let (_, problems) = plain(&rows);
    assert_eq!((problems.len(), problems.iter().map(|problem| problem.times).sum::<u32>()), (20, 1000));
}

/// `PEERGLASS_BENCH=<file> cargo test --release --test reading -- --ignored --nocapture`
#[test]
#[ignore = "measures; needs a large file named by PEERGLASS_BENCH"]
fn pace() {
    let Some(path) = std::env::var_os("PEERGLASS_BENCH") else { return };
    let bytes = std::fs::read(path).unwrap();
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let mut reader = Reader::new(Mapping::default());
        bytes.chunks(65_536).for_each(|chunk| reader.push(chunk));
        let pushed = start.elapsed();
        let (table, problems) = reader.finish();
        let seconds = start.elapsed().as_secs_f64();
        let per_row = table.row_bytes() as f64 / table.len() as f64;
        let pace = bytes.len() as f64 / 1e6 / seconds;
        println!(
            "{} rows, {} problems, {pace:.0} MB/s (finish {:?}), {per_row:.1} bytes a row",
            table.len(),
            problems.len(),
            start.elapsed() - pushed
        );
    }
}

/// Broken and whole cells of every kind, so that a random file meets every path of the reader.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("E06000001".into()),
        Just("\"Bristol, City of\"".into()),
        Just("\"two\nlines\"".into()),
        Just("\"open".into()),
        Just("\"a\"\"b\"c".into()),
        Just("2019/20".into()),
        Just("2019".into()),
        Just("1,234".into()),
        Just("12.5".into()),
        Just("[c]".into()),
        Just("M\u{f4}n".into()),
        Just("<b>&amp;</b>".into()),
    ]
}

fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n")];
    let row = (prop::collection::vec(any_cell(), 0..11), end).prop_map(|(cells, end)| cells.join(",") + end);
    (prop::collection::vec(row, 0..12), any::<bool>(), any::<bool>()).prop_map(|(rows, mark, latin)| {
        let text = format!("{}{HEAD}{}", if mark { "\u{feff}" } else { "" }, rows.concat());
        let bytes = text.into_bytes();
        if latin { bytes.into_iter().filter(|&byte| byte != 0xc3).collect() } else { bytes }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_split_of_the_bytes_reads_the_same(bytes in any_file(), chunk in 1usize..40) {
        let whole = read(&bytes);
        for chunk in [1, chunk] {
            let parts = read_mapped(&Mapping::default(), &[("file.csv", &bytes)], chunk);
            prop_assert_eq!(seen(&whole.0, &whole.1), seen(&parts.0, &parts.1));
        }
    }

    #[test]
    fn no_record_is_lost(bytes in any_file()) {
        let (table, problems) = read(&bytes);
        let without_row = [ProblemKind::NoArea, ProblemKind::NoPeriod, ProblemKind::UnknownPeriod, ProblemKind::UnclosedQuote, ProblemKind::TooLarge];
        let has_row = |line: u32| table.rows().any(|row| row.place() == (0, line));
        // A row too short to name its area or period is said to be ragged, and nothing more.
        let is_lost = |problem: &&Problem| without_row.contains(&problem.kind) || (problem.kind == ProblemKind::RaggedRow && !has_row(problem.line));
        let mut lost: Vec<u32> = problems.iter().filter(is_lost).map(|problem| problem.line).collect();
        lost.dedup();
        let lost = lost.len() as u32;
        prop_assert_eq!(table.files()[0].rows, table.len() as u32 + lost);
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), chunk in 1usize..50) {
        let _ = read_mapped(&Mapping::default(), &[("x", &bytes)], chunk);
        let mut headed = HEAD.as_bytes().to_vec();
        headed.extend_from_slice(&bytes);
        let _ = read_mapped(&Mapping::default(), &[("x", &headed), ("y", &bytes)], chunk);
    }

    #[test]
    fn the_order_of_rows_changes_no_figure(values in prop::collection::vec((0u8..6, 0u8..4, -5i16..60), 1..30), seed in any::<u64>()) {
        let rows: Vec<String> = values.iter().map(|(area, year, value)| format!("E{area},,{},{value},,,,,\n", 2015 + u16::from(*year))).collect();
        let mut mixed = rows.clone();
        let mut state = seed | 1;
        for at in (1..mixed.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            mixed.swap(at, (state >> 33) as usize % (at + 1));
        }
        let usable = |rows: &[String]| {
            let (table, _) = plain(&rows.concat());
            let mut usable: Vec<(String, String, String)> = table.rows().filter(|row| row.rejected().is_none()).map(|row| {
                (table.area(row.area()).code.clone(), table.period(row.period()).label.clone(), format!("{:?}", row.cell()))
            }).collect();
            usable.sort();
            usable
        };
        prop_assert_eq!(usable(&rows), usable(&mixed));
    }
}
